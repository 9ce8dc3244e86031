"""How far a forecast has moved between two of its sides, over and under: rule 5 with a sign.

"An underspend of £0.6m is forecast. That is £1.4m better than in July, when an overspend of £0.8m was expected": from
0.8 over to 0.6 under it is 1.4. Two overspends lie as far apart as they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.wording import value_words

_OVER = r"over-?\s?spen[dt]\w*|deficit|shortfall|pressure|over budget"
_UNDER = r"under-?\s?spen[dt]\w*|surplus|under budget"
_SIDE_FRONT = re.compile(rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\b[a-z ,]{{0,40}}(?:\([^)]*\) )?£?$")
_SIDE_BEHIND = re.compile(rf"^\s*(?:net |forecast )?(?:(?P<over>over\b|{_OVER})|(?P<under>under\b|{_UNDER}))\b")
_MOVED_FRONT = re.compile(
    r"\b(?:movement|improvement|deterioration|worsening|swing|turn-?round|turn-?around|improved|worsened|deteriorated)"
    r"(?: of| by)?(?: about| some| nearly| just over)? £?$"
)
_MOVED_BEHIND = re.compile(
    r"^\s*(?:\([^)]*\) )?(?:(?:net )?(?:better|worse|improvement|deterioration|worsening)\b"
    r"|(?:adverse|favourable) movement)"
)
_HINT = re.compile(r"\b(?:movement|improve\w*|deteriorat\w*|worse\w*|swing|turn-?a?round|better)\b")
_TWO, _FACTOR = 2, 8


def forecast_moves(context: Context) -> Iterator[Outcome]:
    """Yield whether a told movement is what lies between two forecasts that say whether they are over or under."""
    for sentence in context.passages.sentences:
        if _HINT.search(sentence.low) is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for moved in sentence.figures:
            if _is_movement(context, moved):
                told = _sided(context, sentence, moved)
                if len(told) == _TWO:
                    yield from _said(moved, *told)


def _is_movement(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside an amount make it how far something moved."""
    if figure.unit is not Unit.GBP or figure.value <= 0:
        return False
    front, behind = context.passages.before(figure, 50), context.passages.after(figure, 40)
    return _MOVED_FRONT.search(front) is not None or _MOVED_BEHIND.match(behind) is not None


def _sided(context: Context, sentence: Sentence, moved: Figure) -> list[tuple[Figure, int]]:
    """Return the amounts that are said to be over (1) or under (-1), of a sentence and of the one before it.

    No amount where one of these has no side: it may be the level that is meant.
    """
    before = context.passages.previous(sentence)
    near = before is not None and before.paragraph == sentence.paragraph
    figures = [*(before.figures if near and before is not None else ()), *sentence.figures]
    pounds = [f for f in figures if f.unit is Unit.GBP and f is not moved]
    found: list[tuple[Figure, int]] = []
    for figure in pounds:
        words = _SIDE_BEHIND.match(context.passages.after(figure, 30))
        words = words or _SIDE_FRONT.search(context.passages.before(figure, 70))
        if words is not None and figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}:
            found.append((figure, 1 if words["over"] else -1))
    return found


def _said(moved: Figure, first: tuple[Figure, int], second: tuple[Figure, int]) -> Iterator[Outcome]:
    """Yield whether two sided amounts are as far apart as is told."""
    (a, one), (b, other) = first, second
    apart = (reach(a) - reach(b)).size() if one == other else reach(a) + reach(b)
    due = abs(one * a.value - other * b.value)
    sign = " − " if one == other else " + "
    large, small = (a, b) if a.value >= b.value else (b, a)
    if apart.meets(reach(moved)):
        yield holds("The forecast moved as far as is told.", large, sign, small, " = ", moved, " holds")
    elif due and (is_slip(moved, due) or _of_its_size(moved.value, due) or abs(a.value - b.value) == moved.value):
        shown = value_words(due, Unit.GBP)
        yield query(
            f"The two forecasts are {shown} apart, but {value_words(moved.value, moved.unit)} is told; worth checking "
            "which of the three is meant.",
            large,
            sign,
            small,
            f" = {shown}, ",
            moved,
            " is printed",
        )


def _of_its_size(printed: Decimal, due: Decimal) -> bool:
    return due / _FACTOR <= printed <= due * _FACTOR
