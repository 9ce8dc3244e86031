"""Changes that the text tells, against what a table or the flows beside them make of them.

"The reduction of £187,700 will be met by …" is the difference of two neighbouring cells of a row; "61 fewer than a year
ago, 38 having been sold, 29 demolished, with six acquisitions" is what went less what came. Where neither agrees, the
change is asked about only if one slip of typing explains it: any other number was most likely never meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.arithmetic.changes.changes import said_changes
from crossfoot.checks.arithmetic.changes.told_stocks import flow_of
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way, content_words
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.basis.slips import is_slip
from crossfoot.checks.basis.ways import the_way
from crossfoot.model import Figure, Nature, Qualifier, Unit, Verdict
from crossfoot.model.wording import value_words

_CHANGE = re.compile(
    r"\b(?:reduction|increase|rise|fall|drop|growth|decrease|cut|loss|gain|decline) (?:of|was|is|will be"
    r"|would be)\s+£?$"
    r"|\b(?:exceed\w*|increas\w+|reduc\w+|rise|rises|rose|risen|fall|falls|fell|fallen|grow|grows|grew|grown|cut|down|up"
    r"|decreas\w+|overspen\w+|gone (?:up|down))\b[a-z ]{0,30}\bby\s+£?$"
)
_MORE = re.compile(r"^\s*(?:[a-z]+ )?(?P<way>fewer|less|down|more|up|higher|lower)\b(?! to\b| from\b)")
_TOTAL = re.compile(r"^(?:all|total|overall|grand total|net)\b")
_FINE, _FAR = 3, 1500
_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_COMPARED = re.compile(r"\b(?:against|compared (?:with|to)|than|from|of the|of these|of whom|including)\s+(?:the )?£?$")
_BALANCE = re.compile(
    r"\b(?:balances?|reserves?)\b.*\b(?:end|close|carried|c/f)\b|\bclosing balance\b|\byear[- ]end balance\b"
)
_MOVED = re.compile(r"\b(?:surplus|deficit|movement|net change|contribution|in[- ]year)\b")


def told_nets(context: Context) -> Iterator[Outcome]:
    """Yield whether changes told in the text are what came less what went in the words behind them."""
    for sentence in context.passages.sentences:
        if sentence.figures and not context.passages.paragraphs[sentence.paragraph].is_row:
            yield from _of_flows(context, sentence)


def told_changes(context: Context) -> Iterator[Outcome]:
    """Yield whether changes told in the text, and balances carried on in tables, are what the tables make of them."""
    explained = {f.id for said in said_changes(context) if said.verdict is Verdict.HOLDS for f in said.figures}
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if context.passages.tables:
            yield from _of_tables(context, sentence, explained)
    for table in context.passages.tables:
        yield from _carried(table)


def _digits(figure: Figure) -> int:
    """Return how many digits of a figure tell something."""
    return len(figure.value.normalize().as_tuple().digits)


def _of_tables(context: Context, sentence: Sentence, explained: Set[str]) -> Iterator[Outcome]:
    """Yield the changes of a sentence that one row of a table near it makes, or makes but for one slip.

    Those in ``explained`` lead from one value beside them to another: nothing is asked about them.
    """
    for change in sentence.figures:
        if change.unit not in _PLACED or _digits(change) < _FINE or change.qualifier is not Qualifier.NONE:
            continue
        if not _CHANGE.search(context.passages.before(change, 60)):
            continue
        words = content_words(sentence.low)
        pairs = [pair for table in context.passages.tables for pair in _steps(table, sentence, words)]
        pairs = [(a, b) for a, b in pairs if same_kind(a, change) and same_kind(b, change)]
        good = next(((a, b) for a, b in pairs if abs(b.value - a.value) == change.value), None)
        slipped = [(a, b) for a, b in pairs if is_slip(change, abs(b.value - a.value))]
        if good is not None:
            yield holds(
                "The change is the difference of the two cells.", good[0], " to ", good[1], " = ", change, ", holds"
            )
        elif len(slipped) == 1 and change.id not in explained:
            yield _asked(change, *slipped[0])


def _steps(table: Table, sentence: Sentence, words: frozenset[str]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the neighbouring cells of the rows that a sentence may speak of: those it names, and a total near it."""
    for label, row in zip(table.labels, table.rows, strict=False):
        cells = [f for f in row[1:] if f is not None and f.nature not in {Nature.CHANGE, Nature.VARIANCE}]
        near = cells and abs(cells[0].span.start - sentence.span.start) < _FAR
        if near and (content_words(label) & words or _TOTAL.match(label.lower())):
            yield from ((a, b) for a, b in pairwise(cells) if a.unit is b.unit)


def _asked(change: Figure, first: Figure, second: Figure) -> Outcome:
    """Return that a change is not quite the difference of two values."""
    apart = value_words(abs(second.value - first.value), change.unit)
    return query(
        f"The two values are {apart} apart, but the change is printed as {value_words(change.value, change.unit)}; "
        "worth checking.",
        first,
        " to ",
        second,
        f" is {apart}, ",
        change,
        " is printed",
    )


def _of_flows(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether what came less what went, in this sentence and the next, makes the change that this one tells."""
    told = _told_step(context, sentence)
    if told is None:
        return
    down, change, levels = told
    after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    places = [sentence, *(s for s in after if s.paragraph == sentence.paragraph)]
    counts = [
        f
        for s in places
        for f in s.figures
        if f.span.start > levels[-1].span.end
        and same_kind(f, levels[0])
        and f.qualifier is Qualifier.NONE
        and not _COMPARED.search(context.passages.before(f, 24))
    ]
    flows = [(flow_of(context, f), f) for f in counts]
    came = [f for way, f in flows if way == "in"]
    went = [f for way, f in flows if way == "out"]
    if not came or not went or len(came) + len(went) > _FINE:
        return
    value = change if not down else -change
    apart = sum((f.value for f in came), Decimal(0)) - sum((f.value for f in went), Decimal(0))
    parts: list[Figure | str] = []
    for sign, side in ((" + ", came), (" − ", went)):
        for flow in side:
            parts += [sign.strip() if not parts else sign, flow]
    if apart == value:
        yield holds("What came less what went is the change.", *parts, " holds", figures=levels)
        return
    over = apart - value
    fits = (
        apart == -value  # told with a word for the other way
        or any(is_slip(f, f.value - over) for f in came)
        or any(is_slip(f, f.value + over) for f in went)
        or (len(levels) == 1 and is_slip(levels[0], abs(apart)))
    )
    if fits:
        yield query(
            f"What came and what went make {value_words(abs(apart), levels[0].unit)} "
            f"{'more' if apart > 0 else 'fewer'}, but {value_words(abs(value), levels[0].unit)} "
            f"{'fewer' if down else 'more'} is told; worth checking.",
            *parts,
            figures=levels,
        )


def _told_step(context: Context, sentence: Sentence) -> tuple[bool, Decimal, tuple[Figure, ...]] | None:
    """Return whether a sentence tells a fall, by how much, and the figures that tell it; None for no step."""
    for first, second in pairwise(sentence.figures):
        gap = context.passages.between(first, second)
        told = re.search(r"\bfrom\s*£?$", context.passages.before(first, 8)) and re.fullmatch(r"\s*to\s*£?", gap)
        if told and first.unit in _PLACED and same_kind(first, second) and first.value != second.value:
            return second.value < first.value, abs(second.value - first.value), (first, second)
    for figure in sentence.figures:
        if figure.unit not in _PLACED or figure.qualifier is not Qualifier.NONE:
            continue
        way = _MORE.match(context.passages.after(figure, 30))
        if way:
            return way["way"] in {"fewer", "less", "down", "lower"}, figure.value, (figure,)
        by = _WENT_BY.search(context.passages.before(figure, 60))
        went = the_way(by["clause"]) if by and figure.nature is Nature.CHANGE else None
        if went is not None:
            return went is Way.DOWN, figure.value, (figure,)
    return None


_WENT_BY = re.compile(r"(?P<clause>[^.;:,]*) (?:by|of) £?$")
"""Words right before a change: "households rose by nine", "a net rise of 17"."""


def _carried(table: Table) -> Iterator[Outcome]:
    """Yield whether a row of balances goes from column to column by the row of surpluses and deficits above it."""
    for index, label in enumerate(table.labels):
        above = [i for i in range(max(0, index - 2), index) if _MOVED.search(table.labels[i].lower())]
        if not above or not _BALANCE.search(label.lower()):
            continue
        balances, moves = table.rows[index], table.rows[above[-1]]
        for column in range(2, min(len(balances), len(moves))):
            opening, move, closing = balances[column - 1], moves[column], balances[column]
            if opening is None or move is None or closing is None or opening.unit is not closing.unit:
                continue
            due = opening.value + move.value
            other = opening.value - move.value
            if closing.value in {due, other}:
                yield holds("The balance is carried on.", opening, " and ", move, " make ", closing, ", holds")
            elif is_slip(closing, abs(due)) or is_slip(closing, abs(other)):
                meant = due if is_slip(closing, abs(due)) else other
                yield query(
                    f"The balance before and the row above lead to {value_words(meant, closing.unit)}, but "
                    f"{value_words(closing.value, closing.unit)} is printed; worth checking.",
                    opening,
                    " and ",
                    move,
                    ", ",
                    closing,
                    " is printed",
                )
