"""Rule 22: opening stock, what came and what went give the closing stock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import value_words

_IN = re.compile(
    r"\b(?:start(?:ed|s|ing)?|join(?:ed|ers)|became|becoming|began|new|enter(?:ed|ing)"
    r"|admitted|admissions|added|opened|approved|recruited|came into|taken on|received"
    r"|starters)\b"
)
_OUT = re.compile(
    r"\b(?:ceas(?:ed|ing|es)|left|leav(?:e|ing|ers)|end(?:ed|ing|s)|closed|removed|gave up"
    r"|resigned|discharged|departed|came off|de-?registered|withdrew|withdrawn)\b"
)
_AT_END = re.compile(r"\b(?:leaving|left|so that there were|giving|bringing|stood at|to leave|made|in total at)\b")


def check_stock_and_flow(context: Context) -> Iterator[Outcome]:
    """Say whether a stock's opening, its starts and its ends give its closing figure.

    Found within one paragraph: two stocks of one indicator at different times, with one count of those who came and one
    of those who went between them. Source: rule 22 of the list of checks ("opening + starts − ends = closing").
    """
    for paragraph in context.passages.paragraphs:
        found = None if paragraph.is_row else _quartet(context, paragraph)
        if found is None:
            continue
        opening, starts, ends, closing = found
        value = opening.value + starts.value - ends.value
        parts: tuple[Figure | str, ...] = (opening, " + ", starts, " − ", ends, " = ")
        printed, said = value_words(closing.value, closing.unit), value_words(value, closing.unit)
        if (reach(opening) + reach(starts) - reach(ends)).meets(reach(closing)):
            yield holds(f"Opening figure, starts and ends lead to {printed}.", *parts, closing, " holds")
        else:
            yield query(
                f"Opening figure, starts and ends lead to {said}, but {printed} is printed; worth checking.",
                *parts,
                f"{said}, ",
                closing,
                " is printed",
            )


def _quartet(context: Context, paragraph: Paragraph) -> tuple[Figure, Figure, Figure, Figure] | None:
    """Return opening, starts, ends and closing of a paragraph, or None where it has not exactly these."""
    counts = [
        f
        for f in paragraph.figures
        if f.unit in {Unit.COUNT, Unit.FTE, None}
        and f.nature in {Nature.ACTUAL, None}
        and f.qualifier is not Qualifier.AVERAGE
    ]
    if not 4 <= len(counts) <= 8:
        return None
    came = [f for f in counts if _goes(context, f) == "in"]
    went = [f for f in counts if _goes(context, f) == "out"]
    if len(came) != 1 or len(went) != 1:
        return None
    flows = {came[0].id, went[0].id}
    stocks = [f for f in counts if f.id not in flows and f.value >= max(came[0].value, went[0].value) / 4]
    opening = next((f for f in stocks if f.span.end <= came[0].span.start or _dated_before(f, came[0])), None)
    if opening is None:
        return None
    same = [f for f in stocks if f is not opening and (f.indicator == opening.indicator)]
    closing = next((f for f in same if f.span.start > went[0].span.start or _dated_after(f, opening)), None)
    if closing is None or not _ordered(opening, closing):
        return None
    return opening, came[0], went[0], closing


def _goes(context: Context, figure: Figure) -> str | None:
    """Return "in" or "out" for a count of those who came or went, by its indicator or the words beside it."""
    key = figure.indicator or ""
    if key.startswith("children_starting") or key.endswith("_starting"):
        return "in"
    if key.startswith("children_ceasing") or key.endswith("_ending"):
        return "out"
    after = re.split(r"[,;.]|\band\b(?=[^,;.]*\d)", context.passages.after(figure, 60))[0]
    if _AT_END.search(context.passages.before(figure, 25)):
        return None
    if _OUT.search(after):
        return "out"
    return "in" if _IN.search(after) else None


def _day(figure: Figure) -> date | None:
    """Return the last day that a figure is about, or None."""
    return figure.period.end if figure.period else None


def _dated_before(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is dated before another begins."""
    return figure.period is not None and other.period is not None and figure.period.end < other.period.start


def _dated_after(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is dated after another."""
    first, second = _day(figure), _day(other)
    return first is not None and second is not None and first > second


def _ordered(opening: Figure, closing: Figure) -> bool:
    """Tell whether the two stocks may be of different times, the opening the earlier."""
    first, second = _day(opening), _day(closing)
    return first is None or second is None or first < second


STOCK_AND_FLOW = Rule(
    22,
    "stock and flow",
    Severity.HIGH,
    "Opening figure plus starts less ends is the closing figure.",
    check_stock_and_flow,
)
