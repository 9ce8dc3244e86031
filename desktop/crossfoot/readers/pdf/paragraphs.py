"""Lines become paragraphs, list items and the rows of tables; words broken at a line's end are made whole.

A line goes on with the one above where that one had no room for its first word. A sentence that a page
break cuts is one paragraph again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from statistics import median

from crossfoot.model import BlockKind
from crossfoot.readers.broken_numbers import is_one_number
from crossfoot.readers.labels import roman
from crossfoot.readers.pdf.justified import WIDEST, is_even
from crossfoot.readers.pdf.labels import DOTS, LABEL
from crossfoot.readers.pdf.lines import Line, Segment
from crossfoot.readers.pdf.pieces import Chunk, Piece, extend, known_words
from crossfoot.readers.pdf.tables import (
    continues,
    enclosed_row,
    extend_row,
    goes_on_over_page,
    laid_under,
    rows_of,
    table_at,
)

_DOTTED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[A-Z£\"'“‘(])")
_COUNTED = re.compile(r"\(?(?P<number>\d{1,3})[.)]\s")
_LETTERED = re.compile(r"\(?(?P<letter>[A-Za-z]|[ivxIVX]{1,5})[.)]\s")
_POINT = re.compile(r"\((\d{1,2}|[a-z]|[ivx]{1,4})\)\s")
"""The number of a point of a list within a sentence."""

_MOST_POINTS = 30
_FACT = re.compile(r"[A-Z][\w'’()/&?-]{0,30}(?: [\w'’()/&?-]{1,30}){0,4}:(?:\s|\Z)")
"""What begins a line of facts such as "Decision maker: Cabinet"."""
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_UNFINISHED = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
"""Words that no line ends with unless its sentence goes on."""
_ENDED = re.compile(r"(?<!\bi\.e)(?<!\be\.g)(?<!\b[Nn]o)(?<!\b[Pp]ara)(?<!\bCllr)(?:[.;:!?]['\"’”)\]]{0,3}|:[-–—])\Z")
"""How a line ends with its sentence; words cut short end none."""

_DECIDES = re.compile(r"(?:RESOLVED|AGREED|DECIDED|RECOMMENDED)\b")
"""What begins what was decided, in capitals, however full the line above it is."""
_PART = re.compile(
    r"(?:reasons?|alternatives?|(?:other |alternative )?options|conflicts?|declarations?|dispensations?|call[ -]?in"
    r"|portfolio holder|(?:lead|cabinet|executive) member|report author|contact(?: officer)?|wards?|key decision"
    r"|decision maker)"
    r"(?: (?:for|of|and|considered|rejected|decision|the|interests?|affected|reference|date|deadline)){0,5}:(?=\s|\Z)",
    re.IGNORECASE,
)
"""What begins a part or a fact of a record on a line of its own."""
_LEADS_IN = re.compile(r":\s?[-–—]\Z")
"""The sign between a sentence and the lines that it leads in; no sentence goes on behind it."""

_BREAK = 0.75
_WIDEST_SPACING = 2.5
_PLAIN_SPACING = 1.25
_FLUSH = 2.0
_USUAL_GAP = 0.45
"""How wide the gap between words of a sentence is at most where nothing stretches it, in heights of the words."""
_HALF_EMPTY = 0.4
"""The share of a line that is left behind an end of a sentence where a paragraph ends, however long the next word."""

_LONG = 40
"""Characters of a line that may end a page within a sentence."""
_FEWEST_CAPITALS = 12
_CAPITALS = re.compile(r"(?:[\d/.,–-]+ )?(?:[A-Z'’]{5,}|[A-Z'’]{2,} [A-Z'’]{2,})\b")
"""How a line goes on with a heading in capitals: with a long word or several of them, as no short name does."""
_TYPED_CELLS = re.compile(r"(?:;(?=\S)[^;]*){2,};?\Z")
"""What follows the first cell of a row that was typed with semicolons between its cells."""
_DASHES = frozenset("-–—")
_OUTDENT = 4.0
"""Points by which the words of a list item stand further in than its label at least."""
_OTHER_SIZE = 0.18
"""The share by which the words of a heading differ in height from those below; bold and plain ones differ less."""


def chunks_of(pages: list[list[Line]]) -> list[Chunk]:
    """Return the blocks of a document in reading order."""
    known = known_words(pages)
    chunks: list[Chunk] = []
    above: Line | None = None
    spacing = _usual_spacing(pages)
    last_table: list[Line] = []
    enclosed: Line | None = None
    counting = _Counting()
    hanging = _hangs(pages)
    for page in pages:
        lines = _unwrapped(page) if above is not None else page
        index = 0
        while index < len(lines):
            if lines[index].cells:
                broken = index == 0 or lines[index].top < lines[index - 1].top  # by the page's end, or the column's
                if broken and enclosed is not None and goes_on_over_page(chunks[-1], enclosed, lines[index]):
                    extend_row(chunks[-1], lines[index], known)
                    enclosed = lines[index]
                    index += 1
                    continue
                goes_on = enclosed is not None and (broken or lines[index].table == lines[index - 1].table)
                chunks.append(enclosed_row(lines[index], known, above_it=chunks[-1] if goes_on else None))
                enclosed, above = lines[index], None
                index += 1
                continue
            enclosed = None
            begun = laid_under(last_table, lines[index])
            table = table_at(lines, index)
            if not table and begun and continues(begun, lines[index]):
                table = [lines[index]]
            if table:
                chunks.extend(rows_of(table, known, begun))
                index += len(table)
                goes_on = index == len(lines) or lines[index].top <= table[-1].top  # on the next page or in a column
                last_table = table if goes_on else []
                above = None
                continue
            last_table = []
            line = lines[index]
            labelled = counting.is_label(line)
            if (
                above is not None
                and chunks
                and not labelled
                and not line.begins_cell
                and _goes_on(above, line, chunks[-1], spacing, hanging=hanging)
            ):
                extend(chunks[-1].cells[0], line, known, wrapped=_is_full(above, line))
            else:
                item = labelled and len(line.words) > 1 and LABEL.match(line.text + " ")
                kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
                piece = Piece()
                extend(piece, _with_plain_dot(line) if kind is BlockKind.LIST_ITEM else line, known)
                chunks.append(Chunk(kind, [piece]))
            above = line
            index += 1
    return chunks


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Return the lines of a page behind prose: a first row of one cell is the rest of a cell of prose, or a heading."""
    filled = [cell for cell in lines[0].cells if cell] if lines else []
    return [*(replace(line, of_cell=True) for line in filled[0]), *lines[1:]] if len(filled) == 1 else lines


def _with_plain_dot(line: Line) -> Line:
    """Return a list item's line whose dot, of whatever form, is written as in all formats."""
    first = line.words[0]
    if first.text not in DOTS:
        return line
    words = [replace(first, text="-"), *line.segments[0].words[1:]]
    return Line([Segment(words), *line.segments[1:]], line.page, line.area)


def _usual_spacing(pages: list[list[Line]]) -> float:
    """Return the usual distance from line to line of a paragraph, as so many times the height of the words.

    It is measured where a line certainly goes on: the one above had no room and the sentence runs through.
    """
    steps = [
        (below.top - line.top) / line.height
        for lines in pages
        for line, below in pairwise(lines)
        if 0 < below.top - line.top < 4 * line.height
        and below.words[0].text[:1].islower()
        and _is_full(line, below)
        and not _ENDED.search(line.text)
    ]
    return min(median(steps), _WIDEST_SPACING) if steps else _PLAIN_SPACING


def _hangs(pages: list[list[Line]]) -> bool:
    """Tell whether the lines of a document's list items stand below their words, and not below their labels."""
    inside = outside = 0
    for lines in pages:
        for line, below in pairwise(lines):
            if LABEL.match(line.text + " ") and len(line.words) > 1 and below.words[0].text[:1].islower():
                hung = below.left - line.left > _OUTDENT
                inside, outside = inside + hung, outside + (not hung)
    return inside > 2 * outside


def _is_set_out(item: Chunk, line: Line) -> bool:
    """Tell whether a line begins further left than the words of a list item do."""
    return line.left < item.cells[0].words[1][1].left - _OUTDENT


def _is_full(above: Line, line: Line) -> bool:
    """Tell whether a line had no room for the first word of the next."""
    first = line.words[0]
    return first.right - first.left + 0.2 * above.height > above.area[1] - _unstretched(above) - _FLUSH


def _unstretched(line: Line) -> float:
    """Return where a line would end if its gaps were as usual: one that a break ends is stretched too, but had room."""
    begin = 1 if LABEL.match(line.text + " ") or _DOTTED.match(line.text + " ") else 0
    words = line.words[begin:]
    gaps = [after.left - before.right for before, after in pairwise(words)]
    if line.area[1] - line.right > _FLUSH or not (is_even(words) or max(gaps, default=0.0) > WIDEST * line.height):
        return line.right
    return line.right - sum(max(0.0, gap - _USUAL_GAP * line.height) for gap in gaps)


def _successors(label: str) -> set[str]:
    """Return what may come after a label of a list, without its brackets: "b" behind "a", "ii" behind "i"."""
    low = label.lower()
    if low.isdigit():
        return {str(int(low) + 1)}
    found = {roman(number + 1) for number in range(1, _MOST_POINTS) if roman(number) == low}
    return found | ({chr(ord(low) + 1)} if len(low) == 1 else set())


class _Counting:
    """The numbers of the document's lists as they go on, which tell a label from a number that a line begins with."""

    def __init__(self) -> None:
        self._last = 0
        self._dotted = ""
        self._lettered = ""
        self._inline = ""
        self._above: Line | None = None

    def is_label(self, line: Line) -> bool:
        """Tell whether a line, the next of the document, begins with the label of a list's item.

        A number with its stop is one where it begins a count or goes on with one, or where the line above had
        room for it. A number with dots inside, such as 2.1, is one only where it begins or goes on.
        """
        text, above = line.text + " ", self._above
        self._above = line
        before = self._inline
        full = above is not None and _is_full(above, line)
        points = _POINT.findall(text, 1)
        self._inline = points[-1] if points else before if full else ""
        opens = _POINT.match(text)
        if full and before and opens is not None and opens[1].lower() in _successors(before):
            return False  # the next point of a list within a sentence: "(1) that …; (2) that …"
        if dotted := _DOTTED.match(text):
            return self._takes_dotted(dotted["number"])
        counted = _COUNTED.match(text)
        runs_on = (
            above is not None
            and not above.text.endswith((".", ";"))
            and (
                above.page != line.page
                or (_is_full(above, line) and any(abs(word.left - line.left) < _FLUSH for word in above.words[:2]))
            )
        )
        if counted is None:
            # A dash of a sentence may begin a line as well: "the new 18 <end of line> - 25 pathway".
            dash = text[0] in _DASHES and above is not None and above.text[0] not in DOTS and above.text[-1] != ":"
            return LABEL.match(text) is not None and not (dash and runs_on) and self._takes_lettered(text, runs_on)
        number = int(counted["number"])
        cut_off = (
            runs_on and number != self._last + 1 and not (number == 1 and above is not None and above.text[-1] == ":")
        )
        if not cut_off:
            self._last = number
        return not cut_off

    def _takes_lettered(self, text: str, runs_on: bool) -> bool:
        """Tell whether a label with a letter begins a count, goes on with one, or stands where no sentence runs on."""
        match = _LETTERED.match(text)
        if match is None:
            return True
        letter = match["letter"].lower()
        taken = not runs_on or letter in {"a", "i"} or letter in _successors(self._lettered)
        self._lettered = letter if taken else self._lettered
        return taken

    def _takes_dotted(self, number: str) -> bool:
        """Tell whether a number with dots begins a count or goes on with one."""
        prefix, _, last = number.rpartition(".")
        before, _, count = self._dotted.rpartition(".")
        first = int(last) <= 1 and prefix != before
        goes_on = before == prefix and count.isdigit() and int(last) == int(count) + 1
        if first or goes_on:
            self._dotted = number
        return first or goes_on


def _is_heading_above(above: Line, line: Line) -> bool:
    """Tell whether a line is all bold and the one below it is not, or the other way round."""
    heavy = {word.heavy for word in above.words}
    return heavy == {not line.words[0].heavy} and line.words[0].heavy == line.words[-1].heavy


def _is_heading_in_capitals(above: Line, line: Line) -> bool:
    """Tell whether a line is in capitals and the one below it begins as a sentence does, not with more of them."""
    first, letters = line.text[:1], sum(map(str.isalpha, above.text))
    capitals = letters >= _FEWEST_CAPITALS and above.text.upper() == above.text and above.text[-1] not in ",-–("
    if _is_full(above, line) and _CAPITALS.match(line.text):
        return False
    return capitals and line.text.upper() != line.text and (first.isupper() or first.isdigit())


def _is_rule(line: Line) -> bool:
    """Tell whether a line is a row of signs that only parts what is above it from what is below."""
    return len(line.text) > 2 and not any(map(str.isalnum, line.text))


def _breaks_number(above: Line, line: Line) -> bool:
    """Tell whether the end of a line breaks a number behind its comma."""
    before = above.words[-2].text if len(above.words) > 1 else ""
    return is_one_number(before, above.words[-1].text, line.words[0].text, wrapped=_is_full(above, line))


def _is_apart(above: Line, line: Line) -> bool:
    """Tell whether two lines are of different make: in size, in weight, or one of them a row of signs."""
    return (
        abs(line.height - above.height) > _OTHER_SIZE * above.height
        or _is_heading_above(above, line)
        or _is_heading_in_capitals(above, line)
        or _is_rule(above)
        or _is_rule(line)
    )


def _goes_on_over_break(above: Line, line: Line, *, begun: bool) -> bool:
    """Tell whether a line goes on with the last of the page or column before: only where no sentence has ended.

    ``begun`` tells that the paragraph began before the line above.
    """
    first = line.words[0].text[:1]
    if first.isdigit() and (above.text.endswith(":") or _breaks_number(above, line)):
        return True
    return not _ENDED.search(above.text) and (
        first.islower() or (_is_full(above, line) and (begun or len(above.text) > _LONG))
    )


def _are_typed_rows(above: Line, line: Line) -> bool:
    """Tell whether two lines are rows of a table whose cells were typed with as many semicolons between them."""
    count = line.text.count(";")
    return count == above.text.count(";") and all(_TYPED_CELLS.search(each.text) for each in (above, line))


def _goes_on(above: Line, line: Line, chunk: Chunk, spacing: float, *, hanging: bool) -> bool:
    """Tell whether a line that has no label continues the paragraph of the line above it, which ends ``chunk``."""
    if _is_apart(above, line):
        return False
    if above.page != line.page or line.top <= above.top:
        return _goes_on_over_break(above, line, begun=len(chunk.cells[0].words) > len(above.words))
    unfinished = above.words[-1].text.lower() in _UNFINISHED or _breaks_number(above, line)
    full = _is_full(above, line)
    starts_small = line.words[0].text[:1].islower()
    ended = _ENDED.search(above.text) is not None
    both_facts = _FACT.match(line.text) and _FACT.match(" ".join(w.text for _, w in chunk.cells[0].words[:8]) + " ")
    cut_date = full and above.words[-1].text.isdigit() and _MONTH.match(line.text) is not None
    decides = (ended and _DECIDES.match(line.text) is not None) or (
        not unfinished and _PART.match(line.text) is not None
    )
    leads_in = _LEADS_IN.search(above.text) is not None and not starts_small
    if (both_facts and not unfinished and not cut_date) or leads_in or decides or _are_typed_rows(above, line):
        return False
    step, usual = line.top - above.top, spacing * above.height
    # A heading with a number does not hang in its cell, though the items of lists do.
    heading = line.of_cell and all(word.heavy for each in (above, line) for word in each.words)
    cut = not ended and (unfinished or (full and (starts_small or heading)))
    set_out = hanging and chunk.kind is BlockKind.LIST_ITEM and not cut and _is_set_out(chunk, line)
    if step > usual * (1 + _BREAK) or set_out:
        return False
    if step > usual * 1.2:
        return full and starts_small and not ended
    room = above.area[1] - _unstretched(above)
    wide = above.area[1] - above.area[0]
    short = room < 0.35 * wide or above.words[-1].text[-1:].isdigit()
    full = full and not (ended and room > _HALF_EMPTY * wide)
    return full or unfinished or (starts_small and not ended and step <= usual * 1.1 and short)
