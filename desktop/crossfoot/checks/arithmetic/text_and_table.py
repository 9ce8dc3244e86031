"""Relations that stand partly in the text and partly in a table: totals led in, changes, and what came and went.

The text names a total and the table breaks it down, "£3.04m as below"; the text tells a change and the table its two
levels; a table has the level of each year beside what came and what went in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from crossfoot.checks.arithmetic.changes.balances import Balance, clause_of, flow_in, rows_of_one
from crossfoot.checks.arithmetic.wholes.columns import margins
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, content_words
from crossfoot.checks.basis.interval import reach, total
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.basis.same_thing import telling
from crossfoot.checks.basis.slips import is_slip, sum_by_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit

_COUNTS = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_LEAST_ROWS = 3
_BREAKS_DOWN = re.compile(
    r"\b(?:below|as follows|break ?down|broken down|made up|following|table|by (?:type|age|source|category|team|area"
    r"|reason|service|directorate|placement)|shows?|set out|analysed|comprises?)\b|:\s*$"
)


@dataclass(frozen=True, slots=True)
class LedIn:
    """A whole that the text names and the column of a table that breaks it down."""

    whole: Figure
    parts: tuple[Figure, ...]


def led_in(context: Context) -> Iterator[LedIn]:
    """Yield the columns without a total whose whole the paragraph before the table names.

    One of its columns must add up to a figure there, or miss one by a slip of typing.
    """
    for lead, columns in _broken_down(context):
        places = _leads(context, lead)
        if not any(_BREAKS_DOWN.search(place.low) for place in places):
            continue
        named = [f for place in places for f in map(partial(_plain, context), place.figures) if _is_whole(context, f)]
        found = [(parts, _named(parts, named)) for parts in columns]
        good = [LedIn(whole, parts) for parts, whole in found if whole is not None and adds_up(parts, whole)]
        yield from good
        taken = {one.whole.id for one in good}
        left = [f for f in named if f.id not in taken and (good or _plainly(context, f, places[-1]))]
        again = [(parts, _named(parts, left)) for parts, whole in found if whole is None or whole.id not in taken]
        yield from (LedIn(whole, parts) for parts, whole in again if whole is not None)


def _broken_down(context: Context) -> Iterator[tuple[Sentence, list[tuple[Figure, ...]]]]:
    """Yield the columns without a total that may break down a whole, with the sentence in front of their table."""
    done: set[str] = set()
    for table in context.passages.tables:
        if len(table.rows) < _LEAST_ROWS or table.lead is None or _headless(table):
            continue
        summed = {f.id for whole, parts in margins(context, table) for f in (whole, *parts)}
        columns = [parts for parts in _columns(context, table) if not summed & {f.id for f in parts}]
        done |= summed | {f.id for parts in columns for f in parts}
        yield table.lead, columns
    for run in rows_of_one(context):
        parts = tuple(row.figures[0] for row in run)
        alike = all(context.is_countable(f) and same_kind(f, parts[0]) for f in parts)
        before = run[0].index - 1
        if len(parts) >= _LEAST_ROWS and alike and before >= 0 and not done & {f.id for f in parts}:
            lead = context.passages.paragraphs[before]
            if lead.sentences:
                yield lead.sentences[-1], [parts]


def _headless(table: Table) -> bool:
    """Tell whether the first row of a table, taken for its heading, is a name and a number as the others are."""
    return bool(table.header) and re.fullmatch(r"\(?£?\d[\d,.]*\)?", table.header[-1].strip()) is not None


def _leads(context: Context, lead: Sentence) -> list[Sentence]:
    """Return the sentences that lead in a table: its paragraph, and the one before where that is but a caption."""
    paragraphs = context.passages.paragraphs
    own = paragraphs[lead.paragraph]
    found = list(own.sentences)
    if not own.figures and own.index and not paragraphs[own.index - 1].is_row and len(own.sentences) == 1:
        found = [*paragraphs[own.index - 1].sentences, *found]
    return found


_PLAINLY = re.compile(r"\b(?:below|as follows|break ?down|broken down|made up|comprises?|analysed|of which)\b|:\s*$")


def _plainly(context: Context, whole: Figure, lead: Sentence) -> bool:
    """Tell whether it is said in so many words that the table breaks down this very figure, of the same time."""
    home = context.passages.sentence_of(whole)
    compared = COMPARISON.search(context.passages.before(whole, 40)) is not None
    return not compared and any(_PLAINLY.search(s.low) is not None for s in (home, lead) if s is not None)


_REACHED = re.compile(
    r"\b(?:ris\w+|rose|gone|went|grow\w*|grew|grown|increased|fallen|fell|dropped|come|climbed|up|down)"
    r" (?:up |down )?to\s*£?$"
)


def _plain(context: Context, figure: Figure) -> Figure:
    """Return a figure that was reached, "had gone up to 157", as the level that it is."""
    if _REACHED.search(context.passages.before(figure, 30)) is None:
        return figure
    return replace(figure, qualifier=Qualifier.NONE, nature=Nature.ACTUAL)


def _is_whole(context: Context, figure: Figure) -> bool:
    """Tell whether a figure can be the whole of a table's column."""
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.nature is not Nature.CHANGE
    return context.is_countable(figure) and plain and figure.value >= 10 * figure.step


def _columns(context: Context, table: Table) -> Iterator[tuple[Figure, ...]]:
    """Yield the columns of a table that have one kind of figure in every row."""
    for index in range(1, table.width):
        cells = table.column(index)
        parts = tuple(f for f in cells if f is not None)
        if len(parts) == len(cells) and all(context.is_countable(f) and same_kind(f, parts[0]) for f in parts):
            yield parts


def _named(parts: Sequence[Figure], named: Sequence[Figure]) -> Figure | None:
    """Return the figure of the lead that a column adds up to, or else the one that a slip keeps it from."""
    alike = [f for f in named if same_kind(f, parts[0])]
    good = next((f for f in alike if adds_up(parts, f)), None)
    slipped = [
        f for f in alike if sum_by_slip(tuple(parts), f) or is_slip(f, sum((p.value for p in parts), Decimal(0)))
    ]
    return good or (slipped[0] if len(slipped) == 1 and slipped[0].value > max(p.value for p in parts) else None)


def rolled(context: Context) -> Iterator[Balance]:
    """Yield the balances of tables that have a level's row with a row of what came and one of what went under it."""
    for table in context.passages.tables:
        flows = [
            flow_in(label.lower(), "") or _by_indicator(row)
            for label, row in zip(table.labels, table.rows, strict=True)
        ]
        for at, flow in enumerate(flows):
            near = flows[at + 1 : at + 4]
            if flow is not None or "in" not in near or "out" not in near:
                continue
            came, went = table.rows[at + 1 + near.index("in")], table.rows[at + 1 + near.index("out")]
            steps = list(_steps(table.rows[at], came, went))
            if len(steps) >= 2 and any(_fits(step) for step in steps):
                yield from steps


def _by_indicator(row: Sequence[Figure | None]) -> str | None:
    """Return "in" or "out" for a row whose figures are of those who started or ceased."""
    keys = {f.indicator or "" for f in row if f is not None}
    if len(keys) != 1:
        return None
    key = next(iter(keys))
    return "in" if "_starting" in key else "out" if "_ceasing" in key or "_ending" in key else None


def _steps(
    levels: Sequence[Figure | None], came: Sequence[Figure | None], went: Sequence[Figure | None]
) -> Iterator[Balance]:
    """Yield the balances from one column to the next."""
    for (_, first), (index, second) in pairwise(list(enumerate(levels))):
        if index < min(len(came), len(went)):
            entered, left = came[index], went[index]
            if first is None or second is None or entered is None or left is None:
                continue
            if all(f.unit in _COUNTS and same_kind(f, first) for f in (first, second, entered, left)):
                yield Balance(first, (entered,), (left,), second)


def _fits(balance: Balance) -> bool:
    due = reach(balance.opening) + total(balance.came) - total(balance.went)
    return due.meets(reach(balance.closing))


@dataclass(frozen=True, slots=True)
class Move:
    """A change that the text tells, and the two levels of a table's row that it lies between."""

    opening: Figure
    change: Figure
    closing: Figure


_SINCE = re.compile(
    r"^[^.;,\d]{0,30}?\b(?:since|than|compared|from|over|on|earlier|ago|in the (?:year|quarter|period|month)|last"
    r"|previous)\b"
)
_GREW = re.compile(
    r"\b(?:worse|better|improved|deteriorated|worsened|increased|risen|grown|fallen|reduced|gone (?:up|down)|come down"
    r"|dropped|rose|fell) by\s+(?:about |some |just )?£?$"
)
_MORE = re.compile(r"^\s*(?:[a-z]+ )?(?:more|fewer|higher|lower|less|up|down|above|below)\b(?! to\b)")
_PART_OF = re.compile(r"\bof (?:whom|which|these|those|them|the)\s*(?:[a-z]+ )?$|\bincluding\s*$")
_OF_THEM = re.compile(r"\s*of (?:whom|which|these|those|them)\b")
_EARLIER = re.compile(r"\bq[1-4]\b|\bquarter\b|\bperiod\b|\bmonth\b|\blast\b|\bprevious\b|\bprior\b|\b(?:19|20)\d\d")
_TOTAL = re.compile(r"\b(?:total|all|net|overall|council)\b")


def moves(context: Context) -> Iterator[Move]:
    """Yield the changes of the running text with the two levels that a row of a table gives for them.

    The row is one that has the level which stands beside the change; of a change that stands alone, it is the total of
    the next table, in two columns of one name of which the other is of an earlier time.
    """
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for change in sentence.figures:
            if change.unit not in _COUNTS or change.value <= 0:
                continue
            behind = context.passages.after(change, 60)
            if not _SINCE.match(behind):
                continue
            levels = [f for f in sentence.figures if f is not change and same_kind(f, change)]
            if _MORE.match(behind) and len(levels) == 1 and levels[0].span.end <= change.span.start:
                yield from _beside(context, change, levels[0])
            elif not levels and _GREW.search(context.passages.before(change, 40)):
                yield from _alone(context, sentence, change)


def _beside(context: Context, change: Figure, closing: Figure) -> Iterator[Move]:
    """Yield the move between the level beside a change and a neighbour of the same level in a table's row."""
    found: list[Move] = []
    for table in context.passages.tables:
        for row in table.rows:
            at = next((i for i, f in enumerate(row) if i and f is not None and _same_level(f, closing)), None)
            if at is None:
                continue
            beside = [row[i] for i in (at - 1, at + 1) if 0 < i < len(row)]
            found += [Move(f, change, closing) for f in beside if f is not None and same_kind(f, closing)]
    yield from _first(found)


def _same_level(cell: Figure, level: Figure) -> bool:
    return cell.value == level.value and same_kind(cell, level) and cell.indicator == level.indicator


def _alone(context: Context, sentence: Sentence, change: Figure) -> Iterator[Move]:
    """Yield the move between two columns of one name in the total of the next table."""
    table = next(
        (
            t
            for t in context.passages.tables
            if t.lead is not None and sentence.paragraph <= t.lead.paragraph <= sentence.paragraph + 2
        ),
        None,
    )
    if table is None or not _TOTAL.search(table.labels[-1].lower()):
        return
    row, found = table.rows[-1], list[Move]()
    heads = [content_words(head) for head in table.header]
    for late in range(1, min(len(row), len(heads))):
        for early in range(1, min(len(row), len(heads))):
            opening, closing = row[early], row[late]
            if late == early or opening is None or closing is None or not same_kind(opening, change):
                continue
            dated = _EARLIER.search(table.header[early].lower()) and not _EARLIER.search(table.header[late].lower())
            if dated and heads[late] and heads[late] <= heads[early]:
                found.append(Move(opening, change, closing))
    yield from _first(found)


def _first(found: Sequence[Move]) -> Iterator[Move]:
    """Yield the move that agrees, or else the only one that a slip in the change explains."""
    good = [m for m in found if (reach(m.closing) - reach(m.opening)).size().meets(reach(m.change))]
    slipped = [m for m in found if is_slip(m.change, abs(m.closing.value - m.opening.value))]
    yield from (good or slipped)[:1]


def told_flows(context: Context) -> Iterator[Balance]:
    """Yield the balances whose flows one sentence tells and whose two levels stand side by side in a table's row.

    The row's name must share a word with the sentence; the last two columns of one kind are meant.
    """
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row or len(sentence.figures) < 2:
            continue
        told = [(f, _told(context, sentence, f)) for f in sentence.figures if f.unit in _COUNTS]
        came, went = (tuple(f for f, flow in told if flow == side) for side in ("in", "out"))
        if len(came) != 1 or len(went) != 1 or not same_kind(came[0], went[0]):
            continue
        words = telling(sentence.low)
        for table in context.passages.tables:
            for label, row in zip(table.labels, table.rows, strict=True):
                cells = [f for f in row[1:] if f is not None and f.nature in {Nature.ACTUAL, None}]
                if len(cells) < 2 or not telling(label) & words or not all(same_kind(f, came[0]) for f in cells):
                    continue
                if flow_in(label.lower(), "") or _by_indicator(row):
                    continue
                yield from _of_cells(cells, came[0], went[0])


def _told(context: Context, sentence: Sentence, figure: Figure) -> str | None:
    if _PART_OF.search(context.passages.before(figure, 40)) or _OF_THEM.match(context.passages.after(figure, 14)):
        return None
    return flow_in(*clause_of(context, sentence, figure))


def _of_cells(cells: Sequence[Figure], came: Figure, went: Figure) -> Iterator[Balance]:
    """Yield the balance of two neighbouring cells that the flows lead between, or miss by a slip in one of them."""
    found = [Balance(a, (came,), (went,), b) for a, b in pairwise(cells)]
    good = [b for b in found if _fits(b)]
    last = found[-1]
    apart = last.closing.value - last.opening.value
    slipped = is_slip(came, apart + went.value) or is_slip(went, came.value - apart)
    yield from good[:1] or ([last] if slipped and max(came.value, went.value) >= 10 else [])
