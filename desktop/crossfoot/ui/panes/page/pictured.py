"""The pages of a PDF, as pictures that come when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from crossfoot.model import Page, Span
from crossfoot.ui.look import theme as themes
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.panes.page.gallery import Gallery, Painter

_LEAST = 36.0
"""Points that a sheet is wide and high at least."""


_CLOSE = 1.5
"""Pixels by which a picture and its room may differ through rounding."""


class PicturedSheets:
    """The sheets of a PDF. ``arrived`` is called with the index of a sheet that can be drawn better than before.

    Paper stays white whatever the window wears: the page is shown as it is.
    """

    def __init__(self, pages: Sequence[Page], painter: Painter, arrived: Callable[[int], None]) -> None:
        self._pages = tuple(pages)
        self._index = {page.number: index for index, page in enumerate(self._pages)}
        self._paper = themes.light()
        self.gallery = Gallery(painter)
        self.gallery.arrived.connect(lambda number: arrived(self._index[number]))

    def __len__(self) -> int:
        """Return how many sheets there are."""
        return len(self._pages)

    def size(self, index: int) -> tuple[float, float]:
        """Return the width and height of a sheet; a damaged page may have none."""
        page = self._pages[index]
        return max(_LEAST, page.width), max(_LEAST, page.height)

    def page(self, index: int) -> Page:
        """Return a sheet's words with their boxes."""
        return self._pages[index]

    def sheets_of(self, span: Span) -> Sequence[int]:
        """Return the sheets that words of ``span`` stand on."""
        return [index for index, page in enumerate(self._pages) if page.span.overlaps(span)]

    def colours(self, _theme: Theme) -> Theme:
        """Return the colours for white paper."""
        return self._paper

    def look_at(self, indexes: Sequence[int], scale: float) -> None:
        """Ask for the pictures of the sheets in view."""
        self.gallery.want([self._pages[index].number for index in indexes], scale)

    def paint(self, painter: QPainter, index: int, room: QRectF, theme: Theme) -> None:
        """Draw a page's picture, or what is known until it comes."""
        number = self._pages[index].number
        picture = self.gallery.picture(number)
        if picture is not None:
            _draw(painter, room, picture)
            return
        painter.setPen(QColor(theme.muted))
        words = self.gallery.refusal(number) or f"Page {number} …"
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room.adjusted(24, 24, -24, -24), flags, words)

    def paint_small(self, painter: QPainter, index: int, room: QRectF, _theme: Theme) -> None:
        """Draw a page's thumbnail, once it is there."""
        picture = self.gallery.small(self._pages[index].number)
        if picture is not None:
            _draw(painter, room, picture)

    def close(self) -> None:
        """Let the pictures and their process go."""
        self.gallery.close()


def _draw(painter: QPainter, room: QRectF, picture: QImage) -> None:
    """Draw a picture into a room: pixel for pixel where it was made for it, else smoothly."""
    ratio = painter.device().devicePixelRatioF()
    wide, high = picture.width() / ratio, picture.height() / ratio
    if abs(wide - room.width()) < _CLOSE and abs(high - room.height()) < _CLOSE:
        painter.drawImage(QRectF(room.x(), room.y(), wide, high), picture)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, picture)
