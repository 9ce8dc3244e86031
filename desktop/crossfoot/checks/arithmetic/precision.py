"""Rule 8: amounts side by side that are printed with a different precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.arithmetic.budget_lines import BudgetLine, budget_lines
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.model import Figure, Qualifier, Severity

_FINE = Decimal(1000)
"""An amount printed to the thousand pounds or finer."""
_PRINTED = re.compile(
    r"(?P<whole>[\d,]+)(?:\.(?P<decimals>\d+))?\s*(?P<scale>m(?:illion|n)?|k|bn|billion)?\b", re.IGNORECASE
)


def check_precision(context: Context) -> Iterator[Outcome]:
    """Ask about budgets and outturns of which some are printed with fewer digits than the others.

    Budgets are set beside budgets and outturns beside outturns, and a budget beside its own outturn where one of them
    is printed to the thousand or finer. A record gives one finding at most, as one look settles all of them. Source:
    rule 8 of the list of checks ("£5.51m beside £5.018m").
    """
    every = [line for line in budget_lines(context) if line.outturn is not None and not _loosely(line)]
    lines = [line for line in every if line.variance is not None]
    shown: list[Figure] = []
    for row in ([line.budget for line in lines], [line.outturn for line in lines if line.outturn is not None]):
        forms = {_form(f): f for f in reversed(row) if _form(f) is not None and not context.passages.in_list(f)}
        if len(forms) > 1 and len({form[0] for form in forms if form}) == 1:
            shown += sorted(forms.values(), key=lambda f: f.span.start)
    for line in every if not shown else ():
        if (
            line.outturn is not None
            and _uneven(line.budget, line.outturn)
            and not context.passages.in_list(line.budget)
        ):
            shown += sorted((line.budget, line.outturn), key=lambda f: f.span.start)
    if shown:
        parts: list[Figure | str] = []
        for figure in shown[:8]:
            parts += [" beside ", figure] if parts else [figure]
        yield query(
            "Amounts that stand side by side are printed with different precision; worth checking "
            "whether one was rounded.",
            *parts,
        )


def _loosely(line: BudgetLine) -> bool:
    """Tell whether an amount of a line is said to be about right only."""
    return any(f is not None and f.qualifier is not Qualifier.NONE for f in (line.budget, line.outturn, line.variance))


def _uneven(first: Figure, second: Figure) -> bool:
    """Tell whether of two amounts one is printed to the thousand or finer and the other is not printed so fine.

    Noughts at the end of an amount in full pounds tell nothing: £1,500,000 may be exact.
    """
    fine, coarse = sorted((_printed_step(first), _printed_step(second)))
    forms = _form(first), _form(second)
    scaled = [form for form in forms if form and form[0]]
    return bool(scaled) and fine <= _FINE and coarse >= fine * 10 and max(first.value, second.value) >= _FINE * 100


def _printed_step(figure: Figure) -> Decimal:
    """Return the size of the last digit that tells something: £988,000 is as fine as £0.988m."""
    digits = figure.value.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    return max(figure.step, min(Decimal(1).scaleb(exponent), _FINE))


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
