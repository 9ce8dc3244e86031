"""A record's text cut into paragraphs, sentences, lists and tables, each with the figures that stand in it.

Works from the characters alone, so that a check needs nothing but the stored text. Sentences and list
items that a page break cut in two are put together again. Every offset counts the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossfoot.model import Figure, Span

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"[ \t]*(?:[-–—•·▪◦●○*][ \t]+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+)(?=\S)")
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\t")
"""The number of a paragraph and the tab behind it, "2.4\tThe picture …": no cell of a table."""
_ENDS = re.compile(r"[.!?:;][-–—\s\"'”’)*_]*\Z")
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:i\.e|e\.g|no|nos|cllr|mr|mrs|ms|dr|st|approx|para|paras|sec|viz|vs)"
    r"|\b[A-Z])\.\Z",
    re.IGNORECASE,
)
_WIDE = re.compile(r"[ \t]{2,}|\.{3,}[ \t]*")
_NUMERIC = re.compile(r"\(?[-–—]?[£+]?[\d½¼¾][\d,.½¼¾]*\s?(?:%|m|k)?\)?|[-–—]|n/a", re.IGNORECASE)
_LEADER = re.compile(r"^[A-Z][^.;:]{2,60}?(?:[ \t]{3,}|[ ]?\.{3,}[ ]?)£?\d[\d,.]*$")
_DASHED = re.compile(r"[a-z][^.;:]{2,60}? [-–—] £?\d[\d,.]*%?(?: \([^()]{0,60}\))?", re.IGNORECASE)
"""A name, a dash and a number: "placed with parents - 26", whatever letter it begins with."""
_RULED = re.compile(r"[\s\-_=–—|+:]*")
_ROW_LENGTH = 60
"""The longest line, in characters, that may be a row of an unmarked list ("North 1 - 19.9 children")."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item or table row with its figures in the order of the text."""

    index: int
    paragraph: int
    span: Span
    text: str
    low: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or table row; ``label`` is an item's text up to its first figure."""

    index: int
    span: Span
    kind: str
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]

    @property
    def is_row(self) -> bool:
        """Tell whether this is a row of a table with cells."""
        return self.kind == "cells"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Items that follow each other under one lead-in; ``lead`` is None where nothing introduces them."""

    lead: Sentence | None
    items: tuple[Paragraph, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells: the header's texts, each row's label, each cell's figure or None, and each cell's words."""

    header: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Figure | None, ...], ...]
    lead: Sentence | None
    words: tuple[tuple[str, ...], ...] = ()

    @property
    def width(self) -> int:
        """Return the number of columns, the labels' column being 0."""
        return max((len(row) for row in self.rows), default=0)

    def column(self, index: int) -> tuple[Figure | None, ...]:
        """Return the figures of one column, None where a cell holds none."""
        return tuple(row[index] if index < len(row) else None for row in self.rows)


@dataclass(frozen=True)
class Passages:
    """The whole text, cut; ``low`` is the text in small letters with the same offsets."""

    text: str
    low: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    lists: tuple[ListBlock, ...]
    tables: tuple[Table, ...]
    _sentence_of: dict[str, int] = field(default_factory=dict, repr=False)
    _list_of: dict[int, int] = field(default_factory=dict, repr=False)
    _ends_of: dict[str, tuple[int, int]] = field(default_factory=dict, repr=False)
    """Where the sentence of each figure begins and ends: the words beside figures are asked for at every step."""

    def sentence_of(self, figure: Figure) -> Sentence | None:
        """Return the sentence in which ``figure`` stands; None for one outside all of them."""
        index = self._sentence_of.get(figure.id)
        return None if index is None else self.sentences[index]

    def paragraph_of(self, figure: Figure) -> Paragraph | None:
        """Return the paragraph in which ``figure`` stands; None for one outside all of them."""
        sentence = self.sentence_of(figure)
        return None if sentence is None else self.paragraphs[sentence.paragraph]

    def list_of(self, figure: Figure) -> ListBlock | None:
        """Return the list whose item holds ``figure``, or None."""
        sentence = self.sentence_of(figure)
        index = None if sentence is None else self._list_of.get(sentence.paragraph)
        return None if index is None else self.lists[index]

    def in_list(self, figure: Figure) -> bool:
        """Tell whether ``figure`` stands in a list or a table."""
        paragraph = self.paragraph_of(figure)
        return paragraph is not None and (paragraph.is_row or paragraph.index in self._list_of)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at ``offset``, or None."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].span.end else None

    def previous(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before, or None for the first."""
        return self.sentences[sentence.index - 1] if sentence.index else None

    def between(self, first: Figure, second: Figure) -> str:
        """Return the small-letter text between two figures; empty where they touch or overlap."""
        return self.low[first.span.end : second.span.start]

    def before(self, figure: Figure, characters: int) -> str:
        """Return up to ``characters`` of the sentence in front of ``figure``, in small letters."""
        at = figure.span.start
        ends = self._ends_of.get(figure.id)
        start, far = ends[0] if ends else 0, at - characters
        return self.low[max(far, start) : at]

    def after(self, figure: Figure, characters: int) -> str:
        """Return up to ``characters`` of the sentence behind ``figure``, in small letters."""
        at = figure.span.end
        ends = self._ends_of.get(figure.id)
        end, far = ends[1] if ends else len(self.low), at + characters
        return self.low[at : min(far, end)]


@dataclass(slots=True)
class _Stretch:
    """A paragraph while it is being put together from lines."""

    start: int
    end: int
    kind: str
    gap: bool


def cut(text: str, figures: Sequence[Figure]) -> Passages:
    """Cut ``text`` and give each piece its figures; the time it takes grows with the text alone."""
    low = small(text)
    ordered = sorted(figures, key=lambda f: (f.span.start, f.span.end))
    starts = [f.span.start for f in ordered]

    def inside(span: Span) -> tuple[Figure, ...]:
        return tuple(ordered[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end - 1)])

    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for stretch in _stretches(text, starts):
        mine: list[Sentence] = []
        for span in _sentence_spans(text, stretch):
            sentence = Sentence(len(sentences), len(paragraphs), span, span.cut(text), span.cut(low), inside(span))
            mine.append(sentence)
            sentences.append(sentence)
        span = Span(stretch.start, stretch.end)
        paragraphs.append(Paragraph(len(paragraphs), span, stretch.kind, tuple(mine), inside(span)))
    lists = tuple(_lists(text, paragraphs))
    return Passages(
        text,
        low,
        tuple(paragraphs),
        tuple(sentences),
        lists,
        tuple(_tables(text, paragraphs)),
        {f.id: s.index for s in sentences for f in s.figures},
        {item.index: number for number, block in enumerate(lists) for item in block.items},
        {f.id: (s.span.start, s.span.end) for s in sentences for f in s.figures},
    )


def small(text: str) -> str:
    """Return ``text`` in small letters, each character still at its own offset."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _stretches(text: str, starts: Sequence[int]) -> list[_Stretch]:
    """Return the paragraphs as stretches of text: wrapped lines joined, sentences joined over page breaks."""
    done: list[_Stretch] = []
    end_of_last = 0
    # A line of dashes is drawn, not said.
    lines = [match for match in _LINE.finditer(text) if not _RULED.fullmatch(match.group())]
    aligned = _aligned([match.group() for match in lines])
    for match, in_columns in zip(lines, aligned, strict=True):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        gap = not done or text.count("\n", end_of_last, start) > 1
        has_figure = bisect_right(starts, end - 1) > bisect_right(starts, start - 1)
        kind = "cells" if in_columns else _kind(line, has_figure=has_figure)
        end_of_last = end
        if done and kind == "text" and _goes_on(text, done[-1], start, gap=gap):
            done[-1].end = end
        else:
            done.append(_Stretch(start, end, kind, gap))
    return done


def _aligned(lines: Sequence[str]) -> list[bool]:
    """Tell of each line whether it is a row of columns that are set apart by spaces or semicolons alone.

    A row has two numbers or more, each a cell of its own; the line above the first row may be their heading.
    """
    rows = [_is_columns(line) for line in lines]
    found = [row and ((i > 0 and rows[i - 1]) or (i + 1 < len(rows) and rows[i + 1])) for i, row in enumerate(rows)]
    for index in range(len(lines) - 2, -1, -1):
        if found[index + 1] and not found[index]:
            found[index] = len(split_cells(lines[index])) >= 3 or not any(c.isalnum() for c in lines[index])
    return found


def _is_columns(line: str) -> bool:
    """Tell whether a line's cells are two numbers or more, and a name at most in front of them."""
    cells = [cell.strip() for cell in split_cells(line)]
    numbers = sum(_NUMERIC.fullmatch(cell) is not None for cell in cells)
    return numbers >= 2 and len(cells) - numbers <= 2


def split_cells(line: str) -> list[str]:
    """Return the cells of a line of columns."""
    plain = line.strip()
    sign = _sign(plain)
    return plain.split(sign) if sign else _WIDE.split(plain)


def _sign(line: str) -> str:
    """Return the sign that sets the cells of a line of columns apart: a semicolon, a slash between blanks, or none."""
    return next((sign for sign in (";", " / ") if line.count(sign) >= 2), "")


def _kind(line: str, *, has_figure: bool) -> str:
    """Return what a line looks like: table cells, a marked list item, a short row with a figure, or text."""
    marked = _MARKER.match(line)
    numbered = (marked and "\t" in marked.group().strip(" ")) or _NUMBERED.match(line)
    tabs = line.strip().count("\t") - (1 if numbered else 0)
    if " | " in line or tabs > 0 or line.strip().startswith("|"):
        return "cells"
    if marked:
        return "item"
    plain = line.strip()
    if _DASHED.fullmatch(plain):
        return "short"
    if _LEADER.search(plain) or (has_figure and _NUMERIC.fullmatch(plain)):
        return "short"
    return (
        "short"
        if has_figure and len(plain) <= _ROW_LENGTH and plain[-1] not in ".,;:" and plain[0].isupper()
        else "text"
    )


def _goes_on(text: str, last: _Stretch, start: int, *, gap: bool) -> bool:
    """Tell whether the line at ``start`` goes on with the stretch before it."""
    if last.kind == "cells":
        return False
    ended = _ENDS.search(text, max(last.start, last.end - 8), last.end) is not None
    if text[start].islower():
        return not ended or not gap
    if gap or (ended and text[last.end - 1] in ":;"):
        return False
    if last.kind in {"item", "short"}:
        return not ended and last.end - text.rfind("\n", 0, last.end) > _ROW_LENGTH
    return True


def _sentence_spans(text: str, stretch: _Stretch) -> Iterator[Span]:
    """Yield the sentences of a stretch; a table row is one."""
    start = stretch.start
    marker = _MARKER.match(text, start, stretch.end) if stretch.kind == "item" else None
    if marker:
        start = marker.end()
    if stretch.kind != "cells":
        for stop in _STOP.finditer(text, start, stretch.end):
            if _ABBREVIATION.search(text, max(start, stop.start() - 8), stop.start() + 1):
                continue
            yield Span(start, stop.end() - (stop.end() - stop.start() - len(stop.group().rstrip())))
            start = stop.end()
    if start < stretch.end:
        yield Span(start, stretch.end)


def _lists(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[ListBlock]:
    """Yield the lists: runs of items or short rows, two at least, with the sentence that leads them in."""
    run: list[Paragraph] = []
    for paragraph in (*paragraphs, None):
        if (
            paragraph is not None
            and paragraph.kind in {"item", "short"}
            and (not run or (run[-1].kind == paragraph.kind and _marked_alike(text, run[-1], paragraph)))
        ):
            run.append(paragraph)
            continue
        if len(run) >= 2:
            yield _block(text, paragraphs, run)
        run = [paragraph] if paragraph is not None and paragraph.kind in {"item", "short"} else []


def _marked_alike(text: str, first: Paragraph, second: Paragraph) -> bool:
    """Tell whether two items begin with the same kind of mark: a bullet, a number or a letter."""
    kinds = []
    for item in (first, second):
        sign = text[item.span.start : item.span.start + 4].lstrip("( ")[:1]
        kinds.append("number" if sign.isdigit() else "letter" if sign.isalpha() else sign)
    return first.kind != "item" or kinds[0] == kinds[1]


def _block(text: str, paragraphs: Sequence[Paragraph], run: list[Paragraph]) -> ListBlock:
    """Return a run of items as a list, led in by the last sentence of the paragraph before it."""
    lead = paragraphs[run[0].index - 1] if run[0].index else None
    said = lead is not None and (lead.kind == "text" or _LEADS_IN.search(lead.span.cut(text)) is not None)
    sentence = lead.sentences[-1] if lead is not None and said and lead.sentences else None
    return ListBlock(sentence, tuple(run), tuple(_label(text, item) for item in run))


_LEADS_IN = re.compile(
    r"(?::|\b(?:of which|of these|of whom|of them|made up of|comprising|consisting of|as follows))[\s–—-]*$",
    re.IGNORECASE,
)
"""What a short line ends with that leads in the items under it."""


def _label(text: str, item: Paragraph) -> str:
    """Return the words that name an item: those in front of its first figure, or else those behind it."""
    start = item.sentences[0].span.start if item.sentences else item.span.start
    if not item.figures:
        return text[start : item.span.end].strip()
    front = text[start : item.figures[0].span.start].strip(" -–—:\t")
    return front or text[item.figures[0].span.end : item.span.end].split("(", maxsplit=1)[0].strip(" -–—:;,.\t")


def _tables(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Table]:
    """Yield the tables: runs of rows with cells, the first of them the header, and one row at least under it."""
    run: list[Paragraph] = []
    for paragraph in (*paragraphs, None):
        if paragraph is not None and paragraph.is_row and not (run and _begins_anew(text, run, paragraph)):
            run.append(paragraph)
            continue
        headed = len(run) == 2 and not run[0].figures and len(run[1].figures) > 1
        if (len(run) >= 3 and any(row.figures for row in run)) or headed:
            yield _table(text, paragraphs, run)
        run = [paragraph] if paragraph is not None and paragraph.is_row else []


def _begins_anew(text: str, run: Sequence[Paragraph], row: Paragraph) -> bool:
    """Tell whether a row is the heading of another table: titles for several columns behind a blank line."""
    if row.figures or not run[-1].figures or text.count("\n", run[-1].span.end, row.span.start) < _BLANK:
        return False
    return sum(bool(text[s.start : s.end].strip()) for s in _cells(text, row.span)) > 1


_BLANK = 2
"""So many line breaks leave a blank line between two rows."""


def _table(text: str, paragraphs: Sequence[Paragraph], run: list[Paragraph]) -> Table:
    """Return a run of rows as a table; a cell's figure is the first that begins in it.

    The rows without a figure that stand first are its heading, put together where there are several; else the first
    row is, unless it is a name and numbers as the others are. A row that begins with a number has no name; a heading
    may leave out the names' column.
    """
    cells = [list(_cells(text, row.span)) for row in run]
    bodies = next((i for i, row in enumerate(run) if row.figures), len(run))
    by_eye = _set_by_eye(text, cells[bodies:])
    if by_eye:
        cells = [[s for s in row if text[s.start : s.end].strip()] for row in cells]
    words = [[text[s.start : s.end].strip() for s in row] for row in cells]
    named = any("|" in row.span.cut(text) or "\t" in row.span.cut(text) for row in run)
    headless = bodies == 0 and bool(words[0][0]) and all(map(_NUMERIC.fullmatch, words[0][1:]))
    start = max(bodies, 1) if (named and not headless) or bodies else 0
    width = max((len(row) for row in words[start:]), default=0)
    header: list[str] = []
    for row, titles in zip(run, words[:start], strict=False):
        unnamed = len(titles) == width - 1 and text[row.span.start - 1 : row.span.start] == "\t"
        padded = ["", *titles] if unnamed else titles
        if by_eye or not (named or unnamed):
            padded = [""] * (width - len(titles)) + titles
        header = [f"{a} {b}".strip() for a, b in zip(header, padded, strict=False)] if header else padded
    labels: list[str] = []
    rows: list[tuple[Figure | None, ...]] = []
    said: list[tuple[str, ...]] = []
    for row, spans, texts in zip(run[start:], cells[start:], words[start:], strict=True):
        if not any(any(c.isalnum() for c in cell) for cell in texts):
            continue
        nameless = not named and texts and _NUMERIC.fullmatch(texts[0]) is not None
        labels.append(texts[0] if texts and not nameless else "")
        figures = tuple(_first_in(cell, row.figures) for cell in spans)
        rows.append((None, *figures) if nameless else figures)
        said.append(("", *texts) if nameless else tuple(texts))
    lead = paragraphs[run[0].index - 1] if run[0].index else None
    sentence = lead.sentences[-1] if lead is not None and lead.sentences else None
    return Table(tuple(header), tuple(labels), tuple(rows), sentence, tuple(said))


_MOST_ROWS = 0.75


def _set_by_eye(text: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Tell whether the tabs of a table only move its columns to where they look straight.

    Behind a short name stand two tabs, behind a long one stands one: the rows have as many filled cells as each other,
    but not as many tabs. Where empty cells mean something it is the other way round.
    """
    filled = [[at for at, cell in enumerate(row) if text[cell.start : cell.end].strip()] for row in rows]
    ends = [cells[-1] for cells in filled if cells]
    if len(ends) < _FEWEST_ROWS or len(set(ends)) == 1:
        return False
    counts = [len(cells) for cells in filled if cells]
    usual = max(set(counts), key=counts.count)
    return usual > 1 and counts.count(usual) >= _MOST_ROWS * len(counts) and any(end >= usual for end in ends)


_FEWEST_ROWS = 3


def _cells(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of a row's cells; bars at either end of the row bound no cell of their own."""
    line = span.cut(text)
    if "|" not in line and "\t" not in line:
        at, sign = span.start, _sign(line)
        for match in re.finditer(re.escape(sign), line) if sign else _WIDE.finditer(line):
            yield Span(at, span.start + match.start())
            at = span.start + match.end()
        yield Span(at, span.end)
        return
    separator = "|" if "|" in line else "\t"
    start = span.start + (1 if line.startswith(separator) else 0)
    end = span.end - (1 if line.endswith(separator) and len(line) > 1 else 0)
    while start <= end:
        at = text.find(separator, start, end)
        at = end if at < 0 else at
        yield Span(start, at)
        start = at + 1


def _first_in(cell: Span, figures: Sequence[Figure]) -> Figure | None:
    """Return the first figure that begins inside ``cell``, or None."""
    return next((f for f in figures if cell.start <= f.span.start < cell.end), None)
