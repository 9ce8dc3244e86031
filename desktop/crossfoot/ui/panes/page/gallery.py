"""Pictures of pages as they are wanted: drawn one after the other in the background, few of them held.

What is in view is asked for anew at each move, so that a page that was scrolled past is never waited for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from crossfoot.model import WorldError

if TYPE_CHECKING:  # the library that draws is loaded where it draws, in the child process
    from crossfoot.readers.pdf.pictures import Picture

MOST_HELD = 8
"""Pictures of pages held at once: those in view, their neighbours, and the ones just left."""

MOST_BYTES = 128 * 1024 * 1024
"""Bytes that the held pictures take at most, beside those in view."""

MOST_SMALL = 48
"""Thumbnails held at once."""

SMALL_SCALE = 0.25
"""Pixels a point of a thumbnail."""

_PAUSE = 60
"""Milliseconds before the first page is drawn: who only passes by a document starts no process for it."""

Key = tuple[int, bool]
"""The number of a page, and whether its thumbnail is meant."""


class Painter(Protocol):
    """Draws pages and waits for them."""

    def draw(self, number: int, scale: float) -> Picture:
        """Return a page's picture; raise WorldError where it cannot be drawn."""

    def stop(self) -> None:
        """End what is being drawn in another thread."""

    def close(self) -> None:
        """Let the process that draws go."""


class Gallery(QObject):
    """Holds the pictures of one document's pages. ``arrived`` carries the number of a page that can be drawn better."""

    arrived = Signal(int)
    _drawn = Signal(object, float, object)

    def __init__(self, painter: Painter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pages")
        self._wanted: OrderedDict[Key, float] = OrderedDict()
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._small: OrderedDict[int, QImage] = OrderedDict()
        self._refused: dict[int, str] = {}
        self._in_view: frozenset[int] = frozenset()
        self._has_begun = False
        self._busy = False
        self._over = False
        self._drawn.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def held(self) -> int:
        """Return how many pictures of pages are held, thumbnails not counted."""
        return len(self._pictures)

    @property
    def is_idle(self) -> bool:
        """Tell whether all that was asked for has been drawn."""
        return not self._busy and not self._wanted

    def want(self, numbers: Sequence[int], scale: float) -> None:
        """Ask for the pages in view and their neighbours, most wanted first, and forget what was asked before."""
        self._in_view = frozenset(numbers)
        small = [key for key in self._wanted if key[1]]
        self._wanted.clear()
        for number in numbers:
            have = self._pictures.get(number)
            if number not in self._refused and (have is None or have[0] != scale):
                self._wanted[number, False] = scale
        self._wanted.update(dict.fromkeys(small, SMALL_SCALE))
        for number in reversed(numbers):
            if number in self._pictures:
                self._pictures.move_to_end(number)
        self._let_go()
        if self._has_begun:
            self._next()
        elif self._wanted:
            self._has_begun = True
            QTimer.singleShot(_PAUSE, self, self._next)

    def picture(self, number: int) -> QImage | None:
        """Return a page's picture at whatever scale it is at hand."""
        have = self._pictures.get(number)
        return have[1] if have else self._small.get(number)

    def small(self, number: int) -> QImage | None:
        """Return a page's thumbnail; it is asked for where it is not at hand."""
        have = self._small.get(number)
        if have is not None:
            self._small.move_to_end(number)
        elif number not in self._refused:
            self._wanted[number, True] = SMALL_SCALE
            waiting = [key for key in self._wanted if key[1]]
            for key in waiting[: len(waiting) - MOST_SMALL // 2]:
                del self._wanted[key]
            if self._has_begun:
                self._next()
        return have

    def refusal(self, number: int) -> str:
        """Return why a page cannot be drawn, or an empty text."""
        return self._refused.get(number, "")

    def close(self) -> None:
        """Stop drawing and let all pictures go; the window does not wait for it."""
        self._over = True
        self._wanted.clear()
        self._pictures.clear()
        self._small.clear()
        self._painter.stop()
        self._thread.submit(self._painter.close)  # behind what is being drawn, which comes to nothing now
        self._thread.shutdown(wait=False)

    def _next(self) -> None:
        """Give the thread the page that is wanted most."""
        if self._busy or self._over or not self._wanted:
            return
        key, scale = self._wanted.popitem(last=False)
        self._busy = True
        future = self._thread.submit(self._painter.draw, key[0], scale)
        future.add_done_callback(partial(self._tell, key, scale))

    def _tell(self, key: Key, scale: float, future: Future[Picture]) -> None:
        """Carry a picture to the main thread; called in the thread that drew it."""
        if not self._over:
            self._drawn.emit(key, scale, future)

    def _take(self, key: Key, scale: float, future: Future[Picture]) -> None:
        """Hold a picture, in the main thread, and go on with the next."""
        self._busy = False
        if self._over:
            return
        number, is_small = key
        try:
            picture = future.result()
        except WorldError as error:
            self._refused[number] = str(error)
        else:
            image = QImage(
                picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
            ).copy()
            if is_small:
                self._small[number] = image
            else:
                self._pictures[number] = (scale, image)
        self._let_go()
        self.arrived.emit(number)
        self._next()

    def _let_go(self) -> None:
        """Drop pictures that are out of view, the longest unused first, until few enough are left."""
        while len(self._small) > MOST_SMALL:
            self._small.popitem(last=False)
        size = sum(image.sizeInBytes() for _, image in self._pictures.values())
        for number in list(self._pictures):
            if len(self._pictures) <= MOST_HELD and size <= MOST_BYTES:
                break
            if number not in self._in_view:
                size -= self._pictures.pop(number)[1].sizeInBytes()
