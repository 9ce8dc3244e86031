"""Words for a way along a whole series, "has grown in each quarter", against the table row that holds the series.

The row is known by the words of its label that the sentence or its heading has, or by the table that the sentence
names. Its values are read in the order of their times, those of one length alone, so that a year's total is no quarter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way, content_words
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import the_way, way_words
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature
from crossfoot.model.english import number_told, numbers_named

_ALONG = re.compile(
    r"\b(?:each|every|throughout|consecutive|successive|in (?:a row|succession)|running|steadily|consistently"
    r"|year[- ]on[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|year by year|(?:quarter|month|year) after)\b"
)
_TABLE = re.compile(r"\btable (?P<number>\d{1,2}|[a-h])\b")
_TOTAL = re.compile(r"^(?:all|total|overall|grand total)\b")
_OTHERS = re.compile(
    r"\b(?:england|national\w*|target|planned|expected|forecast|will|would|should|except|apart from)\b"
)
_LEAST = 3
_DAYS_APART = 4
_FOR = re.compile(
    rf"\b(?P<number>{numbers_named(1, 10)}|\d{{1,2}}) (?:consecutive|successive|(?:[a-z]+ ){{1,2}}(?:in a row|running))"
)


def along_rows(context: Context) -> Iterator[Step]:
    """Yield the first step that goes against what a sentence says of a whole series, or else the series' two ends."""
    if not context.passages.tables:
        return
    for sentence in context.passages.sentences:
        paragraph = context.passages.paragraphs[sentence.paragraph]
        if paragraph.is_row or not _ALONG.search(sentence.low) or _OTHERS.search(sentence.low):
            continue
        way = the_way(sentence.low)
        series = () if way is None else _series(context, sentence)
        if way is None or len(series) < _LEAST:
            continue
        many = _FOR.search(sentence.low)
        if many is not None:
            number = many["number"]
            last = number_told(number)
            series = series[-last - 1 :]
        claim = Claim.UP if way is Way.UP else Claim.DOWN
        against = [pair for pair in pairwise(series) if (pair[1].value - pair[0].value) * way < 0]
        yield Step(claim, way_words(sentence.low), *(against[0] if against else (series[0], series[-1])))


def _series(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the values of the one row that a sentence speaks of, in the order of their times, or none."""
    named = _TABLE.search(sentence.low)
    words = content_words(sentence.low)
    before = context.passages.previous(sentence)
    if before is not None and len(before.text) <= _HEADING and not before.figures:
        words |= content_words(before.low)
    found: list[tuple[int, Sequence[Figure]]] = []
    for table in context.passages.tables:
        here = named is not None and table.lead is not None and named.group() in table.lead.low
        for label, cells in zip(table.labels, table.rows, strict=False):
            known = content_words(label)
            shared = known & words
            whole = here and _TOTAL.match(label.lower()) is not None
            if whole or (len(shared) >= _SHARED and len(shared) * 3 >= len(known) * 2):
                values = _in_time(cells)
                if len(values) >= _LEAST:
                    found.append((_MOST if whole else len(shared), values))
    best = max((score for score, _ in found), default=0)
    rows = [values for score, values in found if score == best]
    return rows[0] if len(rows) == 1 else ()


_HEADING, _SHARED, _MOST = 60, 2, 99


def _in_time(cells: Sequence[Figure | None]) -> Sequence[Figure]:
    """Return the values of a row that are of times of one length, in their order; none where times are not known."""
    told = [f for f in cells[1:] if f is not None and f.period is not None and f.nature in {Nature.ACTUAL, None}]
    if not told:
        return ()
    lengths = [(f.period.end - f.period.start).days // _DAYS_APART for f in told if f.period is not None]
    usual = Counter(lengths).most_common(1)[0][0]
    alike = [f for f, length in zip(told, lengths, strict=True) if abs(length - usual) <= 1]
    ends = [f.period.end for f in alike if f.period is not None]
    ordered = ends == sorted(ends) and len(set(ends)) == len(ends)
    return alike if ordered and len({f.unit for f in alike}) == 1 else ()
