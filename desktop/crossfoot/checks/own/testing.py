"""The officer's own checks tested on figures: what they say, as findings like those of the other rules."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from crossfoot.checks.own.formula import FormulaError, read_formula
from crossfoot.checks.own.working import amount_words, check_formula
from crossfoot.model import Figure, Finding, Severity, Span, Verdict, WorkingPart
from crossfoot.model.judging import OwnCheck
from crossfoot.model.wording import value_words

OWN_RULE = 0
"""The number of the officer's own checks among the rules."""

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def own_finding(check: OwnCheck, figures: Mapping[str, tuple[str, Figure]], place: Span | None) -> Finding:
    """Return what one of the officer's checks says; ``figures`` are workspace id and figure by the formula's names.

    A check that cannot be worked out is a query that says why, so that it is not taken for one that holds; one of
    whose figures is not among ``figures`` was rejected or is gone, and cannot be.
    """
    plain = {name: figure for name, (_, figure) in figures.items()}
    said = "|".join(f"{name}={figure_id}:{plain[name].value.normalize()}" for name, (figure_id, _) in figures.items())
    title = check.title or check.formula
    about = f"{check.id}|{check.formula}|{check.tolerance}|{said}"
    verdict, message, note = _tested(check, title, plain)
    digest = hashlib.sha256(f"{verdict}|{about}".encode()).hexdigest()[:10]
    working = (*_working(check.formula, figures), WorkingPart(note)) if note else ()
    return Finding(
        id=f"{OWN_RULE}-{digest}",
        rule=OWN_RULE,
        name=title,
        verdict=verdict,
        severity=Severity.HIGH,
        message=message,
        figures=tuple(dict.fromkeys(figure_id for figure_id, _ in figures.values())),
        span=place,
        working=working,
    )


def _tested(check: OwnCheck, title: str, figures: Mapping[str, Figure]) -> tuple[Verdict, str, str]:
    """Return verdict and sentence of a check, and what its working ends in; no end where it cannot be worked out."""
    try:
        _refuse_gone(check, figures)
        result = check_formula(check.formula, figures, check.tolerance)
    except FormulaError as error:
        return Verdict.QUERY, f"“{title}” cannot be tested: {error}", ""
    left, right = amount_words(result.left), amount_words(result.right)
    if not result.agrees:
        message = f"“{title}” does not hold: {left} on one side, {right} on the other; worth checking."
        return Verdict.QUERY, message, f": {left} against {right}"
    allowed = f"the tolerance of {check.tolerance.strip()}" if check.tolerance.strip() else "rounding"
    exact = result.left.value == result.right.value or result.sign != "="
    return (
        Verdict.HOLDS,
        f"“{title}” holds.",
        " holds" if exact else f": {left} against {right}, holds within {allowed}",
    )


def _refuse_gone(check: OwnCheck, figures: Mapping[str, Figure]) -> None:
    """Raise FormulaError where the formula names a figure that was picked once and does not stand any more."""
    gone = [name for name in read_formula(check.formula).names() if name in check.names and name not in figures]
    if gone:
        names = " and ".join(filter(None, (", ".join(gone[:-1]), gone[-1])))
        what = "figure {} was rejected, or is" if len(gone) == 1 else "figures {} were rejected, or are"
        raise FormulaError(
            f"its {what.format(names)} not in the workspace any more; open Own checks (F7) to see to it."
        )


def _working(formula: str, figures: Mapping[str, tuple[str, Figure]]) -> tuple[WorkingPart, ...]:
    """Return the formula with each name replaced by the value that it stands for."""
    parts: list[WorkingPart] = []
    at = 0
    for match in _WORD.finditer(formula):
        if match.group() not in figures:
            continue
        if formula[at : match.start()]:
            parts.append(WorkingPart(formula[at : match.start()]))
        figure_id, figure = figures[match.group()]
        parts.append(WorkingPart(value_words(figure.value, figure.unit), figure_id))
        at = match.end()
    if formula[at:]:
        parts.append(WorkingPart(formula[at:]))
    return tuple(parts)
