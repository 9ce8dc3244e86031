"""How far two reviewers agree, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from crossfoot.model import ReviewedFigure
from crossfoot.model.assurance import Agreement, SecondCheck
from crossfoot.review.overlay import FIELDS, field_text


def agreement(pairs: Iterable[tuple[ReviewedFigure, SecondCheck]]) -> tuple[Agreement, ...]:
    """Return the agreement on each field that a second reviewer looked at.

    A field that was not typed in a check of what is seen was agreed to; in a blind check it was not looked at.
    """
    seen: dict[str, list[tuple[str, str]]] = {}
    for figure, check in pairs:
        for name in FIELDS:
            first = field_text(figure.current, name)
            if name in check.entered:
                seen.setdefault(name, []).append((first, check.entered[name]))
            elif not check.blind:
                seen.setdefault(name, []).append((first, first))
    return tuple(
        Agreement(name, len(said), sum(a == b for a, b in said), kappa(said))
        for name in FIELDS
        if (said := seen.get(name))
    )


def kappa(said: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two reviewers' words for the same things; None where chance alone would agree fully.

    Source: J. Cohen, A coefficient of agreement for nominal scales, 1960: (p_o - p_e) / (1 - p_e).
    """
    total = len(said)
    if not total:
        return None
    firsts, seconds = Counter(a for a, _ in said), Counter(b for _, b in said)
    observed = sum(a == b for a, b in said) / total
    chance = sum(firsts[word] * seconds[word] for word in firsts) / total**2
    return None if chance == 1 else (observed - chance) / (1 - chance)
