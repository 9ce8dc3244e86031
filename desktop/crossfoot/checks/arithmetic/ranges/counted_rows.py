"""How many rows of a table are said to lie above a value, or to meet their target: "four of the eight are above 18".

The rows are those of the nearest table that has so many of them. Which column is meant its heading tells, or the value,
which lies among the column's own; only a number that none of the columns bears out is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way, content_words
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.wording.better import better_way
from crossfoot.model import Figure, Unit
from crossfoot.model.wording import number_words

_COUNTED = frozenset({Unit.COUNT, None})
_OF_ALL = re.compile(r"^\s*(?:[a-z]+ )?of (?:the|our|these|those|its|all|all the)\s+$")
_TURNED, _OF = re.compile(r"^ [a-z]{3,}(?: [a-z]+){0,3},? $"), re.compile(r"\bof (?:the|our|these|those|its|all) $")
"""What stands between, and in front of, "of the eight teams four"."""
_SIDE = re.compile(
    r"\b(?:(?P<up>above|over|more than|higher than|in excess of|exceed(?:s|ed|ing)?)"
    r"|(?P<down>below|under|less than|fewer than|lower than))\s+(?:the (?:[a-z]+ ){0,3}?of )?(?=£?\d)"
)
_MET = re.compile(
    r"\b(?:(?P<met>(?:met|meets?|meeting|reached|hit|achieved|on or above|at or above|on) (?:its|their|the|our)?"
    r" ?(?:own )?targets?|on track|on target)|(?P<missed>(?:missed|below|off|short of|behind|did not (?:meet|reach"
    r"|hit|achieve)|have not (?:met|reached)|were not (?:meeting|on)) (?:its|their|the|our)? ?(?:own )?targets?"
    r"|off target))\b"
)
_TOTALS = re.compile(
    r"^\s*(?:sub-?)?(?:total|all\b|overall|average|mean|england|national|region|borough|county|city|council|sum\b|grand"
    r"|whole|together)",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\b(?:target|aim|goal|plan(?:ned)?)\b")
_RESULT = re.compile(
    r"\b(?:actual|result|outturn|performance|achieved|value|current|latest|now|outcome|q[1-4]|quarter|year to date|ytd"
    r"|(?:19|20)\d\d(?:[/-]\d\d)?)\b"
)
_FAR = 12
_FEWEST = 3


def counted_rows(context: Context) -> Iterator[Outcome]:
    """Yield whether as many rows lie above a value, or meet their target, as the words say."""
    if not context.passages.tables:
        return
    for sentence in context.passages.sentences:
        if "of " not in sentence.low or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for first, second in pairwise(sentence.figures):
            part, whole = first, second
            gap = context.passages.between(part, whole)
            if _TURNED.match(gap) and _OF.search(context.passages.before(part, 12)):
                part, whole = whole, part
            elif not _OF_ALL.match(gap):
                continue
            if part.unit not in _COUNTED or whole.unit not in _COUNTED or not _FEWEST <= whole.value >= part.value:
                continue
            table = _table(context, sentence, int(whole.value))
            if table is not None:
                yield from _said(context, sentence, part, whole, table)


def _kept(table: Table) -> list[int]:
    """Return the places of the rows that are no totals."""
    return [i for i, label in enumerate(table.labels) if label and not _TOTALS.match(label) and any(table.rows[i])]


def _table(context: Context, sentence: Sentence, size: int) -> Table | None:
    """Return the nearest table that has so many rows, its totals left out."""
    near: list[tuple[int, Table]] = []
    for table in context.passages.tables:
        first = next((f for row in table.rows for f in row if f is not None), None)
        home = None if first is None else context.passages.paragraph_of(first)
        if home is not None and len(_kept(table)) == size and abs(home.index - sentence.paragraph) <= _FAR + size:
            near.append((abs(home.index - sentence.paragraph), table))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _said(context: Context, sentence: Sentence, part: Figure, whole: Figure, table: Table) -> Iterator[Outcome]:
    """Yield what the words behind "four of the eight" say of the table's rows."""
    words = context.passages.low[max(part.span.end, whole.span.end) : sentence.span.end]
    side, met = _SIDE.search(words), _MET.search(words)
    if side is not None and side.start() < _NEAR and ";" not in words[: side.start()]:
        bound = next(
            (f for f in sentence.figures if f.span.start >= max(part.span.end, whole.span.end) + side.end() - 1), None
        )
        if bound is not None:
            counts = list(_above(table, bound, words, up=side["up"] is not None))
            yield from _judged(part, whole, counts, side.group().strip())
    elif met is not None and met.start() < _NEAR and ";" not in words[: met.start()]:
        ends = _meeting(context, table)
        if ends is not None:
            low, high = ends
            counts = list(range(low, high + 1)) if met["met"] else [int(whole.value) - n for n in range(low, high + 1)]
            yield from _judged(part, whole, counts, met.group().strip())


_NEAR = 60


def _above(table: Table, bound: Figure, words: str, *, up: bool) -> Iterator[int]:
    """Yield how many rows lie above a value, or below it, in each column that may be meant."""
    columns: list[tuple[bool, list[Decimal]]] = []
    for at in range(1, table.width):
        cells = [table.column(at)[i] for i in _kept(table)]
        values = [f.value for f in cells if f is not None and (f.unit is Unit.PERCENT) is (bound.unit is Unit.PERCENT)]
        head = table.header[at] if at < len(table.header) else ""
        if len(values) == len(cells) and min(values) <= bound.value <= max(values):
            columns.append((bool(content_words(head) & content_words(words)), values))
    named = [values for is_named, values in columns if is_named] or [values for _, values in columns]
    for values in named:
        yield sum(value > bound.value if up else value < bound.value for value in values)


def _meeting(context: Context, table: Table) -> tuple[int, int] | None:
    """Return how many rows of a table meet their target, at least and at most; None for a table without targets."""
    heads = [head.lower() for head in table.header]
    targets = [i for i, head in enumerate(heads) if i and _TARGET.search(head)]
    results = [i for i, head in enumerate(heads) if i and not _TARGET.search(head) and _RESULT.search(head)]
    if len(targets) != 1 or not results:
        return None
    at = next((i for i in results if re.search(r"\b(?:actual|result|outturn|performance|achieved)\b", heads[i])), None)
    at = at if at is not None else results[0] if len(results) == 1 else None
    if at is None:
        return None
    low = high = 0
    for i in _kept(table):
        row = table.rows[i]
        value, target = (row[j] if j < len(row) else None for j in (at, targets[0]))
        if value is None or target is None:
            return None
        way = better_way(context, value, table.labels[i].lower())
        over, level = value.value > target.value, value.value == target.value
        sure = level or (over if way is Way.UP else not over) if way is not None else level
        low += sure
        high += sure or way is None
    return low, high


def _judged(part: Figure, whole: Figure, counts: Sequence[int], word: str) -> Iterator[Outcome]:
    """Yield whether so many of the rows are what the words say they are."""
    if not counts:
        return
    if int(part.value) in counts:
        yield holds(f"So many rows are “{word}”.", part, " of ", whole, ", holds")
    else:
        yield query(
            f"{number_words(part.value)} of {number_words(whole.value)} are said to be “{word}”, but in the table "
            f"{number_words(Decimal(counts[0]))} are; worth checking.",
            part,
            " of ",
            whole,
        )
