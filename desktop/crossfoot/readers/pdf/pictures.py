"""Pictures of a PDF's pages, drawn in a child process.

pdfium may stop the whole process on a damaged file and is not safe with threads. Here that costs one
picture and one sentence: the next page gets a fresh child.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan, ceil, cos, sin, sqrt
from multiprocessing.connection import Connection
from typing import Literal

import pypdfium2 as pdfium
from pypdfium2 import raw

from crossfoot.model import WorldError
from crossfoot.readers.child import Child

MOST_PIXELS = 12_000_000
"""A picture has no more pixels than these (48 MB); a larger page is drawn coarser."""

_SECONDS = 20.0
_MEGABYTES = 1536


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: 4 bytes for each pixel (blue, green, red, unused), ``stride`` bytes for each row."""

    width: int
    height: int
    stride: int
    pixels: bytes


_Answer = tuple[Literal["picture"], Picture] | tuple[Literal["fault"], str]


class PagePainter:
    """Draws pages of one PDF, given as bytes; ``name`` stands in messages.

    Drawing waits for the child, so it belongs in a thread of its own, and all of it in the same one.
    """

    def __init__(self, name: str, data: bytes, *, seconds: float = _SECONDS, megabytes: int = _MEGABYTES) -> None:
        self._name = name
        self._data = data
        self._seconds = seconds
        self._child = Child(_serve, megabytes)

    def draw(self, number: int, scale: float, slope: float = 0.0) -> Picture:
        """Return page ``number``, from 1, drawn with ``scale`` pixels for each point.

        It is turned about its middle so that lines which sink by ``slope`` for each point to the right are level.

        Raises:
            WorldError: the page cannot be drawn; the sentence says which, and that its text is still there.
        """
        try:
            fresh = not self._child.lives
            line = self._child.line()
            if fresh:
                line.send_bytes(self._data)
            line.send((number, scale, slope))
            if not line.poll(self._seconds):
                raise self._refusal(number, f"it took longer than {self._seconds:g} seconds")
            answer: _Answer = line.recv()
        except (EOFError, OSError):
            raise self._refusal(number, "drawing it made the reader stop") from None
        if answer[0] == "fault":
            raise self._refusal(number, answer[1])
        return answer[1]

    def stop(self) -> None:
        """Make the page that another thread waits for come to nothing, at once; nothing is drawn any more."""
        self._child.kill()

    def close(self) -> None:
        """Put the child away; a page that is asked for later gets a fresh one."""
        self._child.close()

    def _refusal(self, number: int, reason: str) -> WorldError:
        """Return the sentence for a page that cannot be drawn, with the child put away."""
        self.close()
        return WorldError(
            f"Page {number} of {self._name} cannot be drawn ({reason}); its text is in the text view, "
            "or open the original."
        )


def _serve(line: Connection) -> None:
    """Draw the pages that are asked for until the line is closed; runs in the child."""
    try:
        data = line.recv_bytes()
    except (EOFError, OSError):  # the other end has gone
        return
    document: pdfium.PdfDocument | None = None
    while True:
        try:
            number, scale, slope = line.recv()
        except (EOFError, OSError):  # as above
            return
        answer: _Answer
        try:
            document = document or pdfium.PdfDocument(data)
            answer = ("picture", _draw(document, number, scale, slope))
        except MemoryError:
            answer = ("fault", "it needs too much memory")
        except Exception as error:  # noqa: BLE001 - whatever a damaged page sets off is that page's failure alone
            answer = ("fault", f"it is damaged, {type(error).__name__}")
        line.send(answer)


def _draw(document: pdfium.PdfDocument, number: int, scale: float, slope: float) -> Picture:
    """Return one page as it is seen: cut at its crop box and turned."""
    page = document[number - 1]
    try:
        wide, high = page.get_size()
        scale = min(scale, sqrt(MOST_PIXELS / max(1.0, wide * high)))
        bitmap = _levelled(page, scale, slope) if slope else page.render(scale=scale, prefer_bgrx=True)
        try:
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
    finally:
        page.close()


def _levelled(page: pdfium.PdfPage, scale: float, slope: float) -> pdfium.PdfBitmap:
    """Return a page drawn so that lines which sink by ``slope`` are level; its corners reach out of the picture."""
    wide, high = page.get_size()
    bitmap = pdfium.PdfBitmap.new_native(ceil(wide * scale), ceil(high * scale), raw.FPDFBitmap_BGRx)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
    angle = atan(slope)
    across, down = scale * cos(angle), scale * sin(angle)
    left = scale * wide / 2 - across * wide / 2 - down * high / 2
    top = scale * high / 2 + down * wide / 2 - across * high / 2
    matrix = raw.FS_MATRIX(across, -down, down, across, left, top)
    whole = raw.FS_RECTF(0, 0, bitmap.width, bitmap.height)
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, whole, raw.FPDF_ANNOT)
    return bitmap
