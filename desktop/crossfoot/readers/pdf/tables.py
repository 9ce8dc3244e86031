"""The rows and columns of tables: of those that lines enclose, and of those whose cells only stand below each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from crossfoot.model import BlockKind
from crossfoot.readers.pdf.labels import LABEL
from crossfoot.readers.pdf.lines import Line, Segment
from crossfoot.readers.pdf.pieces import Chunk, Piece, extend
from crossfoot.readers.pdf.words import Word

_CELL_TOUCH = 3.0
_SAME_EDGE = 0.5
"""Points within which the left edges of cells of one column lie."""
_ASIDE = re.compile(r"\([a-z\d][^()]{1,40}(?:\)|,\Z)")
"""What goes on with a cell in brackets: "In-year <next line> (deficit)", "posts <next line> (12 by March)"."""
_UNFINISHED = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"])
"""Words that no cell ends with unless it goes on."""
_MOST_ROWS = 40
"""Rows of a table that are looked through for a first cell that goes on."""

_SENTENCE = re.compile(r"[.;:!?][-–—]?['\"’”)]{0,2}\Z|[.;!?]['\"’”)]{0,2} [A-Z]")
_CUT_NUMBER = re.compile(r"[(£+\-–−]*(?:\d{1,3}(?:,\d{3})+(?!\d)|(?:19|20)\d\d/\d\d(?!\d))")
"""How a number begins whose end in a cell's next line shows that it is one: 11,35 and 0, or 2020/2 and 1."""
_CUT_DECIMAL = re.compile(r"[(£+\-–−]*\d{1,3}(?:,\d{3})*\.\d{1,2}[%)km]*")
_WHOLE_NUMBER = re.compile(r"(?:,\d{3}|/\d\d|(?<![\d/,])\d{1,3}|(?<!\d)\d{4})\Z")
_LEAST_GAP = 0.42
"""How far cells of a row stand apart at least, as a share of the height of their words; a blank is narrower."""
_MOST_HEADS = 5
_FEWEST_ROWS = 2
_MOST_HANGING = 2
_NEARER = 0.08
_HEAD_STEP = 2.4
_ROW_STEP = 4.5
"""How far the next row of a table stands below a row at most, as so many times the height of its words."""
_LONG_WORD = 7
_SHORT_REST = 3
_TINY_REST = 2
_ENDING = re.compile(
    r"(?!stat|nat|rat|act|opt|miss|sess)[a-z]{0,3}[st]ions?|ments?|ness|[ae]nces?|[ai]ble|ships?|a?ted|[a-z]?ates|ents"
    r"|ally|i?ties|[b-z]ings?"
)
"""What is no word of its own, but the end of one."""
_FIGURE = 0.5
"""The room for a figure, as a share of the height of its box."""
_FIGURES = re.compile(r"[(£+\-–−]*\d[\d,]*(?:\.\d*)?")
_REST_OF_FIGURES = re.compile(r"[\d,]*(?:\.\d+)?[%)km]*")
_LETTER, _WIDE_LETTER = 0.65, 1.0
"""The room for a letter, as a share of the height of the words."""

_SHORT_WORD = re.compile(
    r"a|all|an|and|as|at|by|due|for|from|in|is|it|net|no|not|off?|on|only|or|our|out|over|per|so|than|that|the|then|to|"
    r"up|via|was|were|with"
)
_Column = tuple[float, float]


def enclosed_row(line: Line, known: set[str], above_it: Chunk | None) -> Chunk:
    """Return a row of a table that lines enclose; ``above_it`` is the row above, or None for the first."""
    cells = []
    for lines in line.cells:
        piece = Piece()
        above_line = None
        for each in lines:
            broken = bool(piece.words) and _is_broken(piece.words[-1][1], above_line, each, known)
            begin = len(piece.words)
            extend(piece, each, known)
            if broken:
                piece.glued[begin] = True
            above_line = each
        cells.append(piece)
    return Chunk(BlockKind.TABLE_ROW, cells, first_row=above_it is None or len(above_it.cells) != len(cells))


def _is_broken(last: Word, above: Line | None, line: Line, known: set[str]) -> bool:
    """Tell whether a word was too long for its cell and goes on in the next line of it.

    It fills the line to the edge, and the whole is a word of the document, or it stands alone in its line and what
    is left of it is no word. A number alone in its line goes on where the line had no room for a figure more.
    """
    first = line.words[0].text
    if first[0] == "%" and last.text[-1].isdigit():
        return True
    if last.text[-1] in "0123456789." and _is_cut_number(last.text, first):
        return True
    room = line.area[1] - last.right
    alone = above is not None and len(above.words) == 1
    if alone and room < _FIGURE * last.height and _FIGURES.fullmatch(last.text) and _REST_OF_FIGURES.fullmatch(first):
        return True
    whole = (last.text + first).lower()
    capitals = last.text.isupper() and first.isupper()
    if room >= last.height or not last.text[-1:].isalpha() or not (first[:1].islower() or capitals):
        return False
    rest = first.strip(",.;:)").lower()
    letter = _WIDE_LETTER if first[0] in "mw" or capitals else _LETTER
    ending = _ENDING.fullmatch(rest) is not None
    long = len(last.text) >= _LONG_WORD or ((ending or len(rest) <= _TINY_REST) and last.text.lower() not in known)
    no_word = (rest not in known or len(rest) <= _TINY_REST) and (
        ending or (len(rest) <= _SHORT_REST and _SHORT_WORD.fullmatch(rest) is None)
    )
    return whole in known or (alone and long and room < letter * last.height and no_word)


def _is_cut_number(last: str, first: str) -> bool:
    """Tell whether a number was too long for its cell: a group of thousands or a year that the next line completes."""
    joined = last + first
    if last[-1] == "." and first[0].isdigit():
        return _CUT_DECIMAL.fullmatch(joined) is not None
    return _CUT_NUMBER.match(joined) is not None and _WHOLE_NUMBER.search(last) is None


def goes_on_over_page(above: Chunk, before: Line, line: Line) -> bool:
    """Tell whether an enclosed row, the first on its page, is the rest of the row that ended the page before.

    It has words for a few of the cells only, and the first of them goes on in small letters, or had no room in the
    last line of its cell in ``before``.
    """
    cells = [number for number, lines in enumerate(line.cells) if lines]
    if (
        len(above.cells) != len(line.cells)
        or 2 * len(cells) > len(line.cells)
        or not all(above.cells[number].words for number in cells)
    ):
        return False
    rest, filled = line.cells[cells[0]][0], before.cells[cells[0]] if len(before.cells) == len(line.cells) else []
    first = rest.words[0]
    full = bool(filled) and first.right - first.left > filled[-1].area[1] - filled[-1].right
    return rest.text[:1].islower() or rest.text[:1] == "(" or (full and first.heavy == filled[-1].words[-1].heavy)


def extend_row(above: Chunk, line: Line, known: set[str]) -> None:
    """Put the rest of a row behind what the page before has of it."""
    for piece, row in zip(above.cells, enclosed_row(line, known, above).cells, strict=True):
        if not row.words:
            continue
        whole = (piece.words[-1][1].text + row.words[0][1].text).lower()
        row.glued[0] = row.glued[0] or whole in known
        piece.words.extend(row.words)
        piece.glued.extend(row.glued)


def table_at(lines: list[Line], index: int) -> list[Line]:
    """Return the lines of a table that begins at ``index``, or none; at least two rows must share two columns.

    The cells of its head may stand as near to each other as words do: a line above is one of the head where the
    columns of the rows below part it. Of several tables that may begin here the one with most rows of numbers goes
    first: the lines of a head stand below each other like rows too.
    """
    found: list[Line] = []
    most = -1
    for heads in range(_MOST_HEADS + 1):
        begin = index + heads
        if begin >= len(lines) or lines[begin].cells:
            break
        table = _cut_at_strips(_body_at(lines, begin))
        whole = _with_heads(lines[index:begin], table)
        numbers = sum(len(line.segments) >= 2 and _is_numeric(line) for line in table)
        if whole and numbers > most:
            found, most = whole, numbers
    return found


def _with_heads(above: list[Line], table: list[Line]) -> list[Line]:
    """Return a table with the lines of its head, or nothing where those above it are none."""
    if not table:
        return []
    columns = _columns_of(table)
    if not all(
        _is_head(line, below, columns) or (step > 0 and _is_rest_of_head(line, below, columns))
        for step, (line, below) in enumerate(pairwise([*above, table[0]]))
    ):
        return []
    return [
        *(_parted(line, columns, by_edge=False) for line in above),
        *(_parted(line, columns) for line in table),
    ]


def _cut_at_strips(table: list[Line]) -> list[Line]:
    """Return the lines of a table with their cells cut at the empty strips that run through its rows of numbers."""
    rows = [line for line in table if len(line.segments) >= 2 and _is_numeric(line)]
    if len(rows) < _FEWEST_ROWS:
        return table
    least = _LEAST_GAP * median(line.height for line in rows)
    strips: list[_Column] = []
    reach = float("-inf")
    for left, right in sorted((word.left, word.right) for line in rows for word in line.words):
        if left - reach > least and reach > float("-inf"):
            strips.append((reach, left))
        reach = max(reach, right)
    return [_cut(line, strips) if line in rows else line for line in table]


def _cut(line: Line, strips: list[_Column]) -> Line:
    """Return a line whose cells are cut where a strip runs between two of their words."""
    segments: list[Segment] = []
    for segment in line.segments:
        words = [segment.words[0]]
        for word in segment.words[1:]:
            if any(words[-1].right <= left and right <= word.left for left, right in strips):
                segments.append(Segment(words))
                words = []
            words.append(word)
        segments.append(Segment(words))
    return Line(segments, line.page, line.area)


def _is_head(line: Line, below: Line, columns: list[_Column]) -> bool:
    """Tell whether a line is one of a table's head: near to it, no sentence, with words for most of the columns."""
    near = 0 < below.top - line.top <= _HEAD_STEP * max(line.height, below.height)
    if not near or _SENTENCE.search(line.text) or LABEL.match(line.text + " "):
        return False
    cells = _parted(line, columns, by_edge=False).segments
    return len(cells) >= 2 and 2 * len(cells) > len(columns) - 1 and len(cells) >= len(columns) - 1


def _is_rest_of_head(line: Line, below: Line, columns: list[_Column]) -> bool:
    """Tell whether a line goes on with cells of a head: each of its cells stands within one column, near to the row."""
    near = 0 < below.top - line.top <= _HEAD_STEP * max(line.height, below.height)
    if not near or _SENTENCE.search(line.text) or LABEL.match(line.text + " "):
        return False
    cells = _parted(line, columns, by_edge=False).segments
    return all(
        sum(cell.left < right + _CELL_TOUCH and left - _CELL_TOUCH < cell.right for left, right in columns) <= 1
        for cell in cells
    )


def _body_at(lines: list[Line], index: int) -> list[Line]:
    """Return the lines of a table whose first line at ``index`` has cells that stand well apart."""
    if len(lines[index].segments) < 2:
        return []
    end = index + 1
    rows = 1
    while end < len(lines) and not lines[end].cells:
        line = lines[end]
        before = lines[end - 1]
        if line.top - before.top > _ROW_STEP * before.height or line.top <= before.top:
            break
        if len(line.segments) >= 2 and _aligned(lines[index:end], line):
            rows += 1
        elif not (
            _wrapped(lines[index:end], line) or _hangs_on(lines, index, end) or _fills_first_cell(lines, index, end)
        ):
            break
        end += 1
    return lines[index:end] if rows >= 2 else []


def _aligned(table: list[Line], line: Line) -> bool:
    """Tell whether a line's cells stand under those of the rows above: two share an edge or overlap alone.

    A row just below one of at least three cells belongs to it with as many cells, or one more: a head's words
    may stand at the other edge of their columns.
    """
    for above in reversed(table):
        if len(above.segments) < 2:
            continue
        more = len(line.segments) - len(above.segments)
        if len(above.segments) >= 3 and more in {0, 1} and line.top - above.top <= _HEAD_STEP * above.height:
            return True
        shared = sum(
            any(
                abs(cell.left - other.left) < _CELL_TOUCH
                or abs(cell.right - other.right) < _CELL_TOUCH
                or abs((cell.left + cell.right) - (other.left + other.right)) < 2 * _CELL_TOUCH
                or (cell.left < other.right and other.left < cell.right)
                for other in above.segments
            )
            for cell in line.segments
        )
        if shared >= 2:
            return True
    return False


def _wrapped(table: list[Line], line: Line) -> bool:
    """Tell whether a line of one segment goes on with a cell of the row above."""
    return len(line.segments) == 1 and (_inside_cell(table, line) or _inside_first_cell(table, line))


def _hangs_on(lines: list[Line], index: int, end: int) -> bool:
    """Tell whether a line goes on with the first cell of the row above, at whatever letter it begins.

    It ends before the second column, stands nearer to the row above than the next row does to it, and the
    table goes on below. The head of a group of rows stands as near to the row below.
    """
    line, before = lines[end], lines[end - 1]
    if len(line.segments) != 1:
        return False
    second = min(row.segments[1].left for row in lines[index:end] if len(row.segments) >= 2)
    first = min(row.left for row in lines[index:end])
    step = line.top - before.top
    below = end + 1
    while below < len(lines) and len(lines[below].segments) == 1 and lines[below].right < second:
        below += 1
        if below > end + _MOST_HANGING:
            return False
    if below == len(lines) or lines[below].cells or not _aligned(lines[index:end], lines[below]):
        return False
    next_step = lines[below].top - lines[below - 1].top
    return (
        step <= 1.5 * before.height
        and step + _NEARER * line.height < next_step <= _ROW_STEP * line.height
        and abs(line.left - first) < _CELL_TOUCH
        and line.right < second
    )


def _fills_first_cell(lines: list[Line], index: int, end: int) -> bool:
    """Tell whether a line goes on with the first cell of the row above because that had no room for its first word.

    The head of a group of rows would look the same, so this holds only where first cells of the table do run on: one
    goes on in small letters, or ends in a word that nothing ends with.
    """
    line, before = lines[end], lines[end - 1]
    rows = [row for row in lines[index:end] if len(row.segments) >= 2]
    if len(line.segments) != 1 or not _stands_below(line, before, rows):
        return False
    second = min(row.segments[1].left for row in rows)
    first = line.words[0]
    room = second - _CELL_TOUCH - before.segments[0].right - _LEAST_GAP * line.height
    if first.right - first.left <= room or first.heavy != before.words[0].heavy or LABEL.match(line.text + " "):
        return False
    following = lines[index : index + _MOST_ROWS]
    return any(
        _stands_below(below, above, rows)
        and len(below.segments) == 1
        and below.right < second
        and (
            below.words[0].text[:1].islower()
            or above.segments[0].words[-1].text.lower() in _UNFINISHED
            or _closes(above, below)
            or _ASIDE.match(below.text) is not None
        )
        for above, below in pairwise(following)
    )


def _stands_below(line: Line, before: Line, rows: list[Line]) -> bool:
    """Tell whether a line stands right below another, at the left edge of a table and before its second column."""
    return (
        0 < line.top - before.top <= 1.5 * before.height
        and abs(line.left - min(row.left for row in rows)) < _CELL_TOUCH
        and line.right < min(row.segments[1].left for row in rows)
    )


def _inside_first_cell(table: list[Line], line: Line) -> bool:
    """Tell whether a line goes on with the row's first cell: it begins small or within brackets, left of the second."""
    before = table[-1]
    second = min(row.segments[1].left for row in table if len(row.segments) >= 2)
    return (
        line.top - before.top <= 1.5 * before.height
        and abs(line.left - min(row.left for row in table)) < _CELL_TOUCH
        and line.right < second
        and (line.words[0].text[:1].islower() or _ASIDE.match(line.text) is not None or _closes(before, line))
        and (_closes(before, line) or not LABEL.match(line.text + " "))
    )


def _closes(before: Line, line: Line) -> bool:
    """Tell whether a line closes the brackets that the first cell of the row above opens: "Ash Hill (11-<next>16)"."""
    cell = before.segments[0].text
    return cell.count("(") > cell.count(")") and line.text.count(")") > line.text.count("(")


def _inside_cell(table: list[Line], line: Line) -> bool:
    """Tell whether a line of one segment goes on with a cell of the row above, at the usual distance of lines."""
    before = table[-1]
    if line.top - before.top > 1.5 * before.height:
        return False
    reaching = [cell for row in table for cell in row.segments if cell.left < line.right and line.left < cell.right]
    columns = {round(cell.left) for cell in reaching}
    indented = line.left > min(row.left for row in table) + 2 * line.height
    return bool(reaching) and len(columns) == 1 and indented and not LABEL.match(line.text + " ")


def laid_under(table: list[Line], line: Line) -> list[Line]:
    """Return the lines of a table that ended a page or column as they would stand above a line of the next."""
    by = line.area[0] - table[0].area[0] if table else 0.0
    if not by:
        return table
    return [
        Line(
            [Segment([replace(w, left=w.left + by, right=w.right + by) for w in each.words]) for each in row.segments],
            row.page,
            (row.area[0] + by, row.area[1] + by),
        )
        for row in table
    ]


def continues(table: list[Line], line: Line) -> bool:
    """Tell whether the first line of a page or column is a row of the table that ended the one before."""
    return len(line.segments) == max(len(row.segments) for row in table) and _aligned(table, line)


def rows_of(table: list[Line], known: set[str], begun: list[Line]) -> Iterator[Chunk]:
    """Yield the rows of a table, its cells in their columns; ``begun`` is what the page or column before holds."""
    goes_on = bool(begun) and continues(begun, table[0])
    columns = _columns_of([*begun, *table] if goes_on else table)
    rows: list[list[Piece]] = []
    of_numbers = (n for n, line in enumerate(table) if _is_numeric(line) and _places(columns, line)[0] == 0)
    heads = 0 if goes_on else next(of_numbers, 0)
    for number, line in enumerate(table):
        places = _places(columns, line)
        if rows and (
            len(line.segments) == 1 or _all_wrapped(rows[-1], places, table[number - 1], line, of_head=number < heads)
        ):
            for place, segment in zip(places, line.segments, strict=True):
                extend(rows[-1][place], Line([segment], line.page), known)
            continue
        row = [Piece() for _ in columns]
        for place, segment in zip(places, line.segments, strict=True):
            extend(row[place], Line([segment], line.page), known)
        rows.append(row)
    for number, row in enumerate(rows):
        yield Chunk(BlockKind.TABLE_ROW, row, first_row=number == 0 and not goes_on)


def _all_wrapped(row: list[Piece], places: list[int], above: Line, line: Line, *, of_head: bool) -> bool:
    """Tell whether a line goes on with several cells of the row above, but not with its first: only words do.

    In the cells of a head numbers do too: "Budget" over "2018/19".
    """
    words = [segment.text[:1].isalpha() for segment in line.segments]
    return (
        min(places) > 0
        and line.top - above.top <= 1.5 * above.height
        and all(row[place].words for place in places)
        and (any(words) if of_head else all(words))
    )


def _columns_of(table: list[Line]) -> list[_Column]:
    """Return the columns of a table as the stretches that their cells cover.

    They are taken from the rows with the most cells, and of these from the rows of numbers: a head's words may
    stand beside the numbers below them.
    """
    counts = Counter(len(line.segments) for line in table)
    most = max((count for count, times in counts.items() if times > 1), default=max(counts))
    full = [line for line in table if len(line.segments) == most]
    numbers = [line for line in full if _is_numeric(line)]
    chosen = numbers if len(numbers) > 1 else full
    return [
        (median(line.segments[n].left for line in chosen), median(line.segments[n].right for line in chosen))
        if len(chosen) > 2 and n
        else (min(line.segments[n].left for line in chosen), max(line.segments[n].right for line in chosen))
        for n in range(most)
    ]


def _is_numeric(line: Line) -> bool:
    """Tell whether most cells of a row, the first aside, hold a digit and no more than a few letters."""
    cells = [segment.text for segment in line.segments[1:]]
    return 2 * sum(any(map(str.isdigit, cell)) and sum(map(str.isalpha, cell)) < 4 for cell in cells) > len(cells)


def _parted(line: Line, columns: list[_Column], *, by_edge: bool = True) -> Line:
    """Return a row with cells that nearly touch parted where its columns part.

    Between the middles of two columns the widest gap between words is their edge, where it is wider than a
    blank, or, ``by_edge``, where a word begins at the very edge of the next column.
    """
    if len(line.segments) >= len(columns):
        return line
    segments = list(line.segments)
    for (left, right), (next_left, next_right) in pairwise(columns):
        low, high = (left + right) / 2, (next_left + next_right) / 2
        for number, segment in enumerate(segments):
            if segment.left >= high or segment.right <= low or len(segment.words) < 2:
                continue
            place = _edge_in(segment, low, high, next_left if by_edge else None)
            if place:
                segments[number : number + 1] = [Segment(segment.words[:place]), Segment(segment.words[place:])]
                break
    return Line(segments, line.page, line.area)


def _edge_in(segment: Segment, low: float, high: float, begin: float | None) -> int:
    """Return the number of the word that begins a new cell between two places, or 0."""
    best, widest = 0, 0.0
    for number in range(1, len(segment.words)):
        before, word = segment.words[number - 1], segment.words[number]
        gap = word.left - before.right
        apart = gap > _LEAST_GAP * min(before.height, word.height)
        apart = apart or (begin is not None and abs(word.left - begin) < _SAME_EDGE)
        if (
            apart
            and word.right > low
            and before.left < high
            and word.left > low
            and before.right < high
            and gap > widest
        ):
            best, widest = number, gap
    return best


def _places(columns: list[_Column], line: Line) -> list[int]:
    """Return the column of each cell of a row, from left to right.

    A row with a cell for each column is counted off. In any other the cells are laid under the columns so that
    they are nearest in all; one that stands between two belongs to the right one, whose numbers stand at its right.
    """
    cells, wide = line.segments, len(columns)
    if len(cells) == wide:
        return list(range(wide))
    if len(cells) > wide:
        return [min(range(wide), key=lambda n: (_distance(columns[n], cell), n)) for cell in cells]
    # The least sum of distances for the cells so far, the last in each column, with the columns of all.
    best: list[tuple[float, list[int]]] = [(_distance(columns[n], cells[0]), [n]) for n in range(wide)]
    for cell in cells[1:]:
        best = [
            min(
                ((cost + _distance(columns[n], cell), [*places, n]) for cost, places in best if places[-1] < n),
                default=(float("inf"), [n]),
            )
            for n in range(wide)
        ]
        best = [each if len(each[1]) > 1 else (float("inf"), each[1]) for each in best]
    return min(best)[1]


def _distance(column: _Column, cell: Segment) -> float:
    """Return how far a cell stands from a column: nothing where they overlap, twice as far on its right."""
    left, right = column
    shared = min(right, cell.right) - max(left, cell.left)
    if shared > 0:
        return -min(shared, 1.0)
    return left - cell.right if cell.right <= left else 2 * (cell.left - right)
