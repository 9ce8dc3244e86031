"""Rule 8: amounts side by side that are printed with a different precision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.arithmetic.budget_lines import budget_lines
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.model import Figure, Severity

_PRINTED = re.compile(
    r"(?P<whole>[\d,]+)(?:\.(?P<decimals>\d+))?\s*(?P<scale>m(?:illion|n)?|k|bn|billion)?\b", re.IGNORECASE
)


def check_precision(context: Context) -> Iterator[Outcome]:
    """Ask about budgets and outturns of which some are printed with fewer digits than the others.

    Only budgets are set beside budgets and outturns beside outturns; a record gives one finding at most, as one look
    settles all of them. Source: rule 8 of the list of checks ("£5.51m beside £5.018m").
    """
    lines = [line for line in budget_lines(context) if line.outturn is not None and line.variance is not None]
    shown: list[Figure] = []
    for row in ([line.budget for line in lines], [line.outturn for line in lines if line.outturn is not None]):
        forms = {_form(f): f for f in reversed(row) if _form(f) is not None and not context.passages.in_list(f)}
        if len(forms) > 1 and len({form[0] for form in forms if form}) == 1:
            shown += sorted(forms.values(), key=lambda f: f.span.start)
    if shown:
        parts: list[Figure | str] = []
        for figure in shown:
            parts += [" beside ", figure] if parts else [figure]
        yield query(
            "Amounts that stand side by side are printed with different precision; worth checking "
            "whether one was rounded.",
            *parts,
        )


def _form(figure: Figure) -> tuple[str, int] | None:
    """Return the scale and the number of decimals that an amount is printed with, or None for no plain amount."""
    match = _PRINTED.search(figure.quote)
    if match is None:
        return None
    scale = (match["scale"] or "").lower()[:1]
    return scale, len(match["decimals"] or "")


PRECISION = Rule(
    8, "mixed precision", Severity.LOW, "Amounts side by side are printed with one precision.", check_precision
)
