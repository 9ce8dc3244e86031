"""The pages of a document that has none of its own: its structure, set on sheets of A4."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextLine

from crossfoot.model import Document, Page, Span, WordBox
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.panes.page.laying import HEIGHT, WIDTH, Run, lay

_WORD = re.compile(r"\S+")
_MOST_HELD = 12
"""Sheets whose words' boxes are held at once."""


class LaidSheets:
    """The sheets of a document of which only the structure is known; they wear the window's colours."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._laid = lay(document)
        self._layout = self._laid.page.documentLayout()
        self._count = max(1, self._layout.pageCount())
        self._reaches: list[tuple[int, int]] = [self._reach(run) for run in self._laid.runs]
        self._pages: OrderedDict[int, Page] = OrderedDict()

    def __len__(self) -> int:
        """Return how many sheets there are."""
        return self._count

    def size(self, _index: int) -> tuple[float, float]:
        """Return the size of A4."""
        return WIDTH, HEIGHT

    def page(self, index: int) -> Page:
        """Return a sheet's words with their boxes."""
        found = self._pages.get(index)
        if found is None:
            runs = [
                run for run, (first, last) in zip(self._laid.runs, self._reaches, strict=True) if first <= index <= last
            ]
            boxes = tuple(box for run in runs for box in self._boxes(run, index))
            span = Span(boxes[0].span.start, boxes[-1].span.end) if boxes else Span(0, 0)
            found = self._pages[index] = Page(index + 1, WIDTH, HEIGHT, span, boxes)
            if len(self._pages) > _MOST_HELD:
                self._pages.popitem(last=False)
        self._pages.move_to_end(index)
        return found

    def sheets_of(self, span: Span) -> Sequence[int]:
        """Return the sheets that words of ``span`` stand on."""
        first = max(0, self._laid.run_at(span.start))
        last = self._laid.run_at(max(span.start, span.end - 1))
        reaches = self._reaches[first : last + 1]
        if not reaches:
            return ()
        near = range(reaches[0][0], max(reach[1] for reach in reaches) + 1)
        return [index for index in near if self.page(index).span.overlaps(span)]

    def colours(self, theme: Theme) -> Theme:
        """Return the window's own colours."""
        return theme

    def look_at(self, indexes: Sequence[int], scale: float) -> None:
        """Nothing has to be fetched: sheets are drawn when they are seen."""

    def paint(self, painter: QPainter, index: int, room: QRectF, theme: Theme) -> None:
        """Draw a sheet's words and tables."""
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        context.palette = palette
        context.clip = QRectF(0, index * HEIGHT, WIDTH, HEIGHT)
        painter.save()
        painter.setClipRect(room)
        painter.translate(room.topLeft())
        painter.scale(room.width() / WIDTH, room.height() / HEIGHT)
        painter.translate(0, -index * HEIGHT)
        self._layout.draw(painter, context)
        painter.restore()

    def paint_small(self, painter: QPainter, index: int, room: QRectF, theme: Theme) -> None:
        """Draw a sheet as a thumbnail."""
        self.paint(painter, index, room, theme)

    def close(self) -> None:
        """Forget the boxes."""
        self._pages.clear()

    def _reach(self, run: Run) -> tuple[int, int]:
        """Return the first and the last sheet that a run's paragraph stands on."""
        box = self._layout.blockBoundingRect(self._laid.page.findBlock(run.position))
        last = min(self._count - 1, int(max(box.top(), box.bottom() - 0.01) // HEIGHT))
        return min(last, int(box.top() // HEIGHT)), last

    def _boxes(self, run: Run, index: int) -> Iterator[WordBox]:
        """Go through the boxes of a run's words on one sheet; a word over two lines has two."""
        block = self._laid.page.findBlock(run.position)
        layout = block.layout()
        corner = self._layout.blockBoundingRect(block).topLeft()
        begin = run.position - block.position()
        for match in _WORD.finditer(run.span.cut(self._text)):
            at, end = begin + run.offsets.to_qt(match.start()), begin + run.offsets.to_qt(match.end())
            while at < end:
                line = layout.lineForTextPosition(at)
                if not line.isValid():
                    break
                stop = min(end, line.textStart() + line.textLength())
                top = corner.y() + line.y() - index * HEIGHT
                if 0 <= top < HEIGHT:
                    first, last = run.offsets.from_qt(at - begin), run.offsets.from_qt(stop - begin)
                    span = Span(run.span.start + first, run.span.start + last)
                    yield WordBox(span, *_edges(line, at, stop, corner.x(), top))
                at = max(stop, at + 1)


def _edges(line: QTextLine, start: int, end: int, left: float, top: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a stretch of a line."""
    first, last = _x(line, start), _x(line, end)
    return left + min(first, last), top, left + max(first, last), top + line.ascent() + line.descent()


def _x(line: QTextLine, position: int) -> float:
    """Return where a letter stands in its line."""
    found: object = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
