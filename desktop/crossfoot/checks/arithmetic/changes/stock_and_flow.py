"""Rule 22: opening stock, what came and what went give the closing stock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crossfoot.checks.arithmetic.changes.balances import Balance, balances
from crossfoot.checks.arithmetic.changes.far_stocks import far_stocks
from crossfoot.checks.arithmetic.changes.misread import balance_outcomes, is_misread
from crossfoot.checks.arithmetic.changes.movements import movements, nets
from crossfoot.checks.arithmetic.changes.results import results
from crossfoot.checks.arithmetic.text_and_table import rolled, told_flows
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import value_words

_IN = re.compile(
    r"\b(?:(?<!the )start(?:ed|s|ing)?|join(?:ed|ers)|became|becoming|began|new|enter(?:ed|ing)"
    r"|admitted|admissions?|added|joiners|arrivals|came in|come in|opened|approved|recruited|came into|taken on"
    r"|received"
    r"|starters)\b"
)
_OUT = re.compile(
    r"\b(?:ceas(?:ed|ing|es)|left|gone out|went out|leav(?:e|ing|ers)|end(?:ed|ing|s)|closed|removed|gave up"
    r"|resigned|discharge[ds]?|discharges|leavers|exits|departed|came off|de-?registered|withdrew|withdrawn)\b"
)
_AT_END = re.compile(r"\b(?:leaving|left|so that there were|giving|bringing|stood at|to leave|made|in total at)\b")


def check_stock_and_flow(context: Context) -> Iterator[Outcome]:
    """Say whether a stock's opening, its starts and its ends give its closing figure.

    Found within one paragraph: two stocks of one indicator at different times, with one count of those who came and one
    of those who went between them; or wherever the words give each figure its part. Source:
    rule 22 of the list of checks ("opening + starts − ends = closing").
    """
    told = [balance for balance in balances(context) if balance.both_ways]
    taken = {f.id for balance in told for f in balance.figures}
    closed = {balance.closing.id for balance in told}
    yield from balance_outcomes(context, told)
    for balance in (*movements(context), *rolled(context), *told_flows(context), *results(context)):
        if balance.both_ways and balance.closing.id not in closed and not {f.id for f in balance.figures} <= taken:
            closed.add(balance.closing.id)
            taken |= {f.id for f in balance.figures}
            yield from balance_outcomes(context, [balance])
    yield from (outcome for outcome in nets(context) if not taken >= {f.id for f in outcome.figures})
    for balance in far_stocks(context, frozenset(taken)):
        taken |= {f.id for f in (*balance.came, *balance.went)}
        yield from balance_outcomes(context, [balance])
    for paragraph in context.passages.paragraphs:
        found = None if paragraph.is_row else _quartet(context, paragraph)
        if found is None or taken & {f.id for f in found}:
            continue
        opening, starts, ends, closing = found
        value = opening.value + starts.value - ends.value
        parts: tuple[Figure | str, ...] = (opening, " + ", starts, " − ", ends, " = ")
        printed, computed = value_words(closing.value, closing.unit), value_words(value, closing.unit)
        if (reach(opening) + reach(starts) - reach(ends)).meets(reach(closing)):
            yield holds(f"Opening figure, starts and ends lead to {printed}.", *parts, closing, " holds")
        elif not is_misread(context, Balance(opening, (starts,), (ends,), closing)):
            yield query(
                f"Opening figure, starts and ends lead to {computed}, but {printed} is printed; worth checking.",
                *parts,
                f"{computed}, ",
                closing,
                " is printed",
            )


def _quartet(context: Context, paragraph: Paragraph) -> tuple[Figure, Figure, Figure, Figure] | None:
    """Return opening, starts, ends and closing of a paragraph, or None where it has not exactly these."""
    counts = [
        f
        for f in paragraph.figures
        if f.unit in {Unit.COUNT, Unit.FTE, None}
        and f.nature in {Nature.ACTUAL, Nature.FORECAST, Nature.CHANGE, None}
        and f.qualifier is not Qualifier.AVERAGE
    ]
    if not 4 <= len(counts) <= 8:
        return None
    ways = [_goes(context, f) for f in counts]
    came = [f for f, way in zip(counts, ways, strict=True) if way == "in"]
    went = [f for f, way in zip(counts, ways, strict=True) if way == "out"]
    if len(came) != 1 or len(went) != 1:
        return None
    around = _around(context, counts, came[0], went[0])
    if around is not None:
        return around[0], came[0], went[0], around[1]
    flows = {came[0].id, went[0].id}
    stocks = [f for f in counts if f.id not in flows and f.value >= max(came[0].value, went[0].value) / 4]
    ends = _round_about(stocks, came[0]) if _is_series(stocks) else _first_and_last(stocks, came[0], went[0])
    return ends and (ends[0], came[0], went[0], ends[1])


def _first_and_last(stocks: Sequence[Figure], came: Figure, went: Figure) -> tuple[Figure, Figure] | None:
    """Return the stocks told before what came and behind what went, or dated so."""
    opening = next((f for f in stocks if f.span.end <= came.span.start or _dated_before(f, came)), None)
    if opening is None:
        return None
    same = [f for f in stocks if f is not opening and (f.indicator == opening.indicator)]
    closing = next((f for f in same if f.span.start > went.span.start or _dated_after(f, opening)), None)
    return (opening, closing) if closing is not None and _ordered(opening, closing) else None


def _is_series(stocks: Sequence[Figure]) -> bool:
    """Tell whether three stocks or more of one indicator are told, each of a day of its own."""
    days = {_day(f) for f in stocks}
    return len(stocks) > 2 and None not in days and len(days) == len(stocks) and len({f.indicator for f in stocks}) == 1


def _round_about(stocks: Sequence[Figure], flow: Figure) -> tuple[Figure, Figure] | None:
    """Return the stocks of a series between which a flow lies: the last before it began and the one it ended with.

    "The figure was 472 at 31 March, 478 at 30 June and 487 at 30 September. In quarter 3, 46 came into care" leads on
    from 487, whatever stands first.
    """
    if flow.period is None:
        return None
    dated = sorted(((f.period.end, f) for f in stocks if f.period is not None), key=lambda pair: pair[0])
    openings = [f for day, f in dated if day <= flow.period.start]
    closings = [f for day, f in dated if day >= flow.period.end]
    return (openings[-1], closings[0]) if openings and closings else None


_CLOSES = re.compile(
    r"(?:\bleaving|\bgiving|\bmaking|\bso that(?: there were)?|\bclosed with|\bclosing(?: [a-z]+)?(?: of)?"
    r"|\bended (?:with|at)"
    r"|\bbringing [a-z ]{0,20}to"
    r"|\bwhich left|\bto leave|\btotal\b[a-z0-9 ]{0,28}\bwas|\bstood at|\bnow|\bremained|\bthere were"
    r"|,)\s*(?:a total of |only )?$"
)


_HAVING_BEEN = re.compile(r"\s*(?:having|had) been\b")


def _around(context: Context, counts: Sequence[Figure], came: Figure, went: Figure) -> tuple[Figure, Figure] | None:
    """Return opening and closing where those who came and went stand side by side between them.

    The opening is the count just before the two, the closing the one just behind, as the words around it say.
    """
    first, last = sorted((came, went), key=lambda f: f.span.start)
    front = [f for f in counts if f.span.end <= first.span.start]
    behind = [f for f in counts if f.span.start >= last.span.end]
    between = [f for f in counts if first.span.start < f.span.start < last.span.start]
    if not front or not behind or between:
        return None
    opening, closing = front[-1], behind[0]
    days = _day(opening), _day(closing)
    before = _HAVING_BEEN.match(context.passages.after(closing, 24)) is not None
    if days[0] is not None and days[1] is not None and (days[1] < days[0] or (before and days[1] == days[0])):
        return closing, opening  # "404 on 31 March 2016 … 419 having been looked after on 1 April 2015"
    gap = context.passages.between(last, closing)
    largest = max(came.value, went.value)
    left = re.match(
        r"\s*(?:[a-z]+ )?(?:remained|were left|left|were open|at the end|by the end|stayed)\b",
        context.passages.after(closing, 40),
    )
    if (
        len(gap) > 110
        or not (_CLOSES.search(gap) or left)
        or opening.value < largest / 2
        or closing.value < largest / 2
    ):
        return None
    return opening, closing


def _goes(context: Context, figure: Figure) -> str | None:
    """Return "in" or "out" for a count of those who came or went, by its indicator or the words beside it."""
    sentence = context.passages.sentence_of(figure)
    later = [f for f in sentence.figures if f.span.start >= figure.span.end] if sentence else []
    room = min(60, later[0].span.start - figure.span.end) if later else 60
    after = re.split(r"[,;.]|\band\b(?=[^,;.]*\d)|\bso that\b", context.passages.after(figure, room))[0]
    if _OUT.search(after) and not _AT_END.search(context.passages.before(figure, 25)):
        return "out"
    if _AT_END.search(context.passages.before(figure, 25)):
        return None
    if _IN.search(after):
        return "in"
    if _CLOSES.search(context.passages.before(figure, 60)):
        return None
    key = figure.indicator or ""
    if key.startswith("children_starting") or key.endswith("_starting"):
        return "in"
    return "out" if key.startswith("children_ceasing") or key.endswith("_ending") else None


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
