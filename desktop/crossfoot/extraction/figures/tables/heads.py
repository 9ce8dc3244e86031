"""The words of row labels, column heads and corners, with what they speak of."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.natures.cues import cues_of
from crossfoot.extraction.figures.periods import Calendar, When, find_whens, stretches
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables.adding_heads import MAY_ADD_UP, dated_by_those_before
from crossfoot.extraction.figures.tables.bare_cells import is_time_cell
from crossfoot.extraction.figures.tables.rows import Table, column_of
from crossfoot.extraction.figures.tables.short_times import spelled_out
from crossfoot.extraction.figures.tokens import tokens_of
from crossfoot.extraction.figures.words import MONTHS, word_set
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Nature, Period, Span

_CHANGE_HEAD = re.compile(
    r"\b(?:change|movement|increase|decrease|difference|direction|growth|trend|dot)\b|\+/-|\+\s?/\s?[-−]", re.IGNORECASE
)
_BENCHMARK_HEAD = re.compile(
    r"\b(?:sn|nn|stat(?:istical)?\.?\s*n\w*|all\s+england|nat(?:ional)?\.?\s+av\w*|la\s+av\w*|comparators?)\b"
    r"|\A(?:(?:our|nearest|cipfa|the)\s+)?"
    r"(?:neighbours?|peers?|(?:peer|comparator|family)\s+group|cipfa(?:\s+family)?|region(?:al)?|england|national(?:ly)?"
    r"|(?:north|south)\s(?:east|west)\s+(?=region|av|mean)|(?:top|best|upper|median)\s+quartile"
    r"|other\s+(?:councils|authorities|las))"
    r"(?:\s*(?:region|av(?:erage|g)?\.?|mean|median|figure|rate|results?))?(?:\W{1,3}(?:19|20)\d\d.{0,6})?\Z",
    re.IGNORECASE,
)
"""Heads of what others reached; a compass point alone may as well name a team."""
_YEAR_AT_END = re.compile(r"\b(?:19|20)\d\d(?!\S)")
_LONGEST_TO_LEAN_ON = 100
"""How many days a head's stretch may have for the next head to take its year: "Q1 2015/16 | Q2", not "2015/16 | Q1"."""

_TOLD_FIRST = (
    (_CHANGE_HEAD, Nature.CHANGE),
    (_BENCHMARK_HEAD, Nature.BENCHMARK),
    (
        re.compile(
            r"\A(?:(?:projected|forecast|estimated|anticipated|likely|net|total|current|year[\s-]end)\s+)?"
            r"[(]?(?:over|under)[)]?\s*[/-]\s*[(]?(?:over|under)",
            re.IGNORECASE,
        ),
        Nature.VARIANCE,
    ),
    (re.compile(r"\A(?:\w+\s+)?var\b|\b(?:adv|fav)\b", re.IGNORECASE), Nature.VARIANCE),
    (re.compile(r"\A(?:the\s+)?gap(?:\s+to\s+\w+)?(?:\s*\(.{1,12}\))?\Z", re.IGNORECASE), Nature.VARIANCE),
    (
        re.compile(r"\A(?:new|revised)\s+(?:rate|fee|charge|price|hours|level|limit|amount)s?\b", re.IGNORECASE),
        Nature.PROPOSED,
    ),
)
"""What a head says that no other word of it outweighs."""

_TOLD_LAST = (
    (
        re.compile(
            r"\b(?:est|proj|fcst|f'cast|probable)\b|\bon\s+(?:course|track)\b|\bestimated?\b(?!\s+(?:cost|value))",
            re.IGNORECASE,
        ),
        Nature.FORECAST,
    ),
    (
        re.compile(
            r"\A(?:savings?\s+)?(?:already\s+|fully\s+)?(?:delivered|achieved|realised|secured)(?:\s+to\s+date)?\Z",
            re.IGNORECASE,
        ),
        Nature.ACTUAL,
    ),
    (
        re.compile(r"\A(?:approved|revised|original|latest approved)(?:\s+(?:£\S*|20\S+))*\Z", re.IGNORECASE),
        Nature.BUDGET,
    ),
)
"""What a head says where no cue of the text's own grammar tells its nature."""

_BY_STRENGTH = (
    Nature.VARIANCE,
    Nature.TARGET,
    Nature.BENCHMARK,
    Nature.FORECAST,
    Nature.ACTUAL,
    Nature.PROPOSED,
    Nature.BUDGET,
)
"""Which nature a head has that names several: "budget variance" is a variance."""


_LACKS_A_NOUN = 3
"""How many words the name of a row has at most that leaves its noun to the corner over it."""


_BEFORE_A_TIME = word_set("at as on in of to by during for ( the end - – ,")


@unchanging(frozen=True, slots=True)
class HeadWords:
    """The words of a row label, a column head or a corner, with what they speak of; all empty for none."""

    text: str = ""
    sentence: Sentence | None = None
    mentions: tuple[Mention, ...] = ()
    period: Period | None = None
    nature: Nature | None = None


_TO_A_MONTH = re.compile(
    r"\b(?:(?:up\s+)?to|until|thru|through|apr(?:il)?\s*(?:-|–|to))\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join(MONTHS)})\b(?!['’\s]*\d)",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:to[\s-]date|ytd|(?:so|thus)\s+far|year[\s-]to[\s-]date)\b", re.IGNORECASE)
_QUARTERS = re.compile(r"\b(?:to\s+q(?:uarter\s*)?|q1\s*(?:-|–|to)\s*q?)(?P<number>[1-4])\b", re.IGNORECASE)


def _as_part_of_its_year(head: str, whens: list[When], known: Calendar) -> list[When]:
    """Return the part of its year that a head says it holds: "2012/13 (to Dec)", "2012/13 to date", "2012/13 Q1-Q3"."""
    year = next((w for w in whens if w.rule in {"split", "minisplit"} and w.period is not None), None)
    if year is None or year.period is None or not stretches.is_year(year.period):
        return whens
    start, end = year.period.start, year.period.end
    month, quarter, stop = _TO_A_MONTH.search(head), _QUARTERS.search(head), known.stop()
    if month is not None:
        number = MONTHS[month["month"].lower()]
        end = stretches.month_end(start.year + (number < start.month), number)
    elif quarter is not None:
        end = stretches.quarter(start.year, int(quarter["number"])).end
    elif _SO_FAR.search(head) and stop is not None and start < stop < end:
        end = stop if known.reporting is not None or stretches.ends_a_month(stop) else _month_before(stop)
    return whens if end <= start or end == year.period.end else [replace(year, period=replace(year.period, end=end))]


def _month_before(day: date) -> date:
    """Return the last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)


_MONTHS_ALONE = frozenset({"month", "end of month", "monthspan"})
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS_IN_A_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.?\Z", re.IGNORECASE)


class HeadReader:
    """Reads the words of cells with one lexicon and what is known of time at the table."""

    def __init__(self, lexicon: Lexicon, text: str, known: Calendar) -> None:
        self._lexicon, self._text, self._known = lexicon, text, known
        self._base = known.last

    def lean_on(self, ranges: list[tuple[int, int]]) -> None:
        """Take the year that a corner names for the quarters and months of the heads: "2012/13 | Q1 | Q2"."""
        for start, end in ranges:
            named = next((when.period for when in self._whens(start, end) if when.period is not None), None)
            if named is not None:
                self._base = self._known.last = named

    def words(self, ranges: list[tuple[int, int]], row: TextBlock) -> HeadWords:
        """Return what the words of a cell, or of several header cells of a column, speak of."""
        ranges = [(start, end) for start, end in ranges if start < end]
        if not ranges:
            return HeadWords()
        tokens = tokens_of(self._text, ranges)
        sentence = Sentence(self._text, row, tokens)
        last = self._known.last
        if last is not None and (last.end - last.start).days > _LONGEST_TO_LEAN_ON:
            self._known.last = self._base
        words = " ".join(" ".join(self._text[start:end] for start, end in ranges).split())
        full = spelled_out(words)
        if full != words or self._is_broken_date(ranges):
            whens = find_whens(full, 0, len(full), self._known)
        else:
            whens = [when for start, end in ranges for when in self._whens(start, end)]
        whens = [self._set_beside(self._in_its_year(w, full)) for w in _as_part_of_its_year(full, whens, self._known)]
        return HeadWords(
            text=words,
            sentence=sentence,
            mentions=tuple(self._lexicon.mentions(sentence, whole=self._named_by(sentence, whens))) if tokens else (),
            period=next((when.period for when in reversed(whens) if when.period is not None), None),
            nature=self._nature(full, ranges),
        )

    def _is_broken_date(self, ranges: list[tuple[int, int]]) -> bool:
        """Tell whether the year of a head's day or month stands in a line of its own below: "31 March" and "2016"."""
        return any(_A_YEAR.fullmatch(self._text, *below) for below in ranges[1:]) and any(
            _ENDS_IN_A_MONTH.search(self._text, *above) for above in ranges[:-1]
        )

    def _named_by(self, s: Sentence, whens: list[When]) -> int:
        """Return how many tokens are a name: all of them, but for the time that it ends with: "Plans at 31 March"."""
        size = len(s.tokens)
        start = min(
            (when.span.start for when in whens if self._text[when.span.end : s.end].strip(" )*") == ""), default=0
        )
        if not start or start <= s.tokens[0].start:
            return size
        while size > 1 and (s.tokens[size - 1].start >= start or s.low(size - 1) in _BEFORE_A_TIME):
            size -= 1
        return size

    def row_name(self, ranges: list[tuple[int, int]], row: TextBlock, corner: tuple[int, int] | None) -> HeadWords:
        """Return the words of a row's name, with what a short one says together with the ``corner`` over it.

        "Initial" under "Assessments completed" are initial assessments.
        """
        name = self.words(ranges, row)
        size = len(name.sentence.tokens) if name.sentence is not None else 0
        if corner is None or not 0 < size <= _LACKS_A_NOUN:
            return name
        joined = Sentence(self._text, row, tokens_of(self._text, [*ranges, corner]))
        found = self._lexicon.mentions(joined, whole=len(joined.tokens))
        shared = tuple(m._replace(last=size) for m in found if m.first < size < m.last)
        return replace(name, mentions=(*name.mentions, *shared)) if shared else name

    def _in_its_year(self, when: When, words: str) -> When:
        """Return months that a head names without a year as those of the year over the table: "2011/12 | April"."""
        year, named = self._base, when.period
        if year is None or named is None or when.rule not in _MONTHS_ALONE or not stretches.is_year(year):
            return when
        if when.rule == "monthspan" and _A_YEAR.search(words) is not None:
            return when
        moved = year.start.year - named.end.year + (named.end.month < year.start.month)
        return replace(when, period=stretches.shifted_back(named, -12 * moved)) if moved else when

    def _set_beside(self, when: When) -> When:
        """Return "last year" and "this year" as the part of a year that the table is of, the year before or its own."""
        base = self._base or self._known.reporting
        if base is None or when.rule not in {"lastyear", "thisyear"}:
            return when
        if (base.end - base.start).days > _LONGEST_TO_LEAN_ON and not stretches.is_year(base):
            return when
        return replace(when, period=stretches.year_before(base) if when.rule == "lastyear" else base)

    def _whens(self, start: int, end: int) -> list[When]:
        """Return the period expressions of a cell, or the year that it ends with."""
        whens = find_whens(self._text, start, end, self._known)
        ends = _YEAR_AT_END.search(self._text, start, end) if not whens else None
        return whens if ends is None else [When(Span(*ends.span()), "year", stretches.calendar_year(int(ends[0])))]

    def _nature(self, words: str, ranges: list[tuple[int, int]]) -> Nature | None:
        """Return the nature that the words tell, the strongest of several."""
        first = next((nature for pattern, nature in _TOLD_FIRST if pattern.search(words)), None)
        if first is not None:
            return first
        cues = (cue for start, end in ranges for cue in cues_of(self._text, start, end))
        told = {cue.nature for cue in cues if not self._text[cue.start : cue.end].lower().startswith("up")}
        if told:
            return next((nature for nature in _BY_STRENGTH if nature in told), None)
        return next((nature for pattern, nature in _TOLD_LAST if pattern.search(words)), None)


def _wide_heads(text: str, header: list[TextBlock]) -> dict[int, int] | None:
    """Return which cell of the first of two rows of heads stands over each cell of the second, or None.

    Where the second says the same again and again, "Number | % | Number | %", each of the first, "Secondary | Primary",
    is over as many, however the blanks between them are set out.
    """
    if len(header) != _TWO:
        return None
    upper, lower = ([at for at, (a, b) in enumerate(row.cells) if text[a:b].strip()] for row in header)
    words = [text[slice(*header[1].cells[at])].strip().lower() for at in lower]
    size, odd = divmod(len(lower), len(upper)) if upper else (0, 1)
    if odd or size < _TWO or len(upper) < _TWO or len(header[0].cells) >= len(header[1].cells):
        return None
    if any(words[at] != words[at % size] for at in range(size, len(words))):
        return None
    return {column: upper[place // size] for place, column in enumerate(lower)}


_TWO = 2


class Heads:
    """The heads of a table's columns, read once for each column."""

    def __init__(self, reader: HeadReader, text: str, table: Table) -> None:
        self._reader, self._text = reader, text
        self._header = table.header
        self._wide = _wide_heads(text, table.header)
        self._read: dict[tuple[int | None, ...], HeadWords] = {}
        self._pound_columns = {
            column for row in table.body for column, (start, end) in enumerate(row.cells) if "£" in text[start:end]
        }
        corners = [row.cells[0] for row in self._header if row.cells]
        reader.lean_on(corners[:1])
        corners = [(start, end) for start, end in corners if not is_time_cell(text[start:end])]
        self.text = " ".join(text[row.start : row.end] for row in self._header)
        self._may_add_up = MAY_ADD_UP.search(self.text) is not None
        self.corner_range = corners[0] if corners and corners[0][0] < corners[0][1] else None
        self.corner = reader.words(corners[:1], self._header[0]) if corners else HeadWords()

    def over(self, row: TextBlock, cell: int) -> HeadWords:
        """Return the head over a cell; empty words where the table has none."""
        key = tuple(column_of(self._text, row, cell, header) for header in self._header)
        if self._wide is not None and key[1] is not None:
            key = (self._wide.get(key[1]), *key[1:])
        if key not in self._read:
            ranges = [self._cell(level, k) for level, k in enumerate(key) if k is not None]
            self._read[key] = self._reader.words(ranges, self._header[0]) if ranges else HeadWords()
        return self._read[key]

    def over_all(self, row: TextBlock) -> list[HeadWords]:
        """Return the heads over a row's cells, those that only say how they stand to the others dated by these."""
        heads = [self.over(row, cell) for cell in range(len(row.cells))]
        if not self._may_add_up:
            return heads
        dated = dated_by_those_before([(head.text, head.period) for head in heads])
        return [replace(head, period=dated[at]) if at in dated else head for at, head in enumerate(heads)]

    def _cell(self, level: int, column: int) -> tuple[int, int]:
        """Return a header's cell; a blank one above another head is part of the wide cell on its left."""
        cells = self._header[level].cells
        start, end = cells[column]
        if start < end or level + 1 == len(self._header):
            return start, end
        return next((cells[k] for k in range(column - 1, 0, -1) if cells[k][0] < cells[k][1]), (start, end))

    def has_pounds(self, column: int) -> bool:
        """Tell whether a cell of the column carries a pound sign."""
        return column in self._pound_columns
