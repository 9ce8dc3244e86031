"""Pictures of pages: drawn in a child process that may go down without taking anything along."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from crossfoot.model import WorldError
from crossfoot.readers.pdf.pictures import MOST_PIXELS, PagePainter

Pdf = Callable[..., bytes]
LINE = [(60, 700, "There were ¦1,194¦ children")]


@contextmanager
def painter_of(data: bytes, **limits: float) -> Iterator[PagePainter]:
    painter = PagePainter("a.pdf", data, **limits)  # type: ignore[arg-type]
    try:
        yield painter
    finally:
        painter.close()


def test_a_picture_shows_the_page_as_it_is_seen(make_pdf: Pdf) -> None:
    sheet = "/MediaBox [-100 -50 800 900] /CropBox [20 10 620 810] /Rotate 90"
    with painter_of(make_pdf([LINE], sheets=[sheet])) as painter:
        picture = painter.draw(1, 2)
    assert (picture.width, picture.height) == (1600, 1200)
    rows = np.frombuffer(picture.pixels, np.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4).astype(int)
    assert ((pixels[:, :, 2] - pixels[:, :, 0]) > 60).any()


def test_a_page_too_large_to_draw_finely_is_drawn_coarser(make_pdf: Pdf) -> None:
    with painter_of(make_pdf([LINE], paper=(14000, 14000))) as painter:
        picture = painter.draw(1, 4)
    assert picture.width * picture.height <= MOST_PIXELS * 1.01


def test_a_page_that_is_not_there_gives_one_sentence_and_the_others_are_drawn(make_pdf: Pdf) -> None:
    with painter_of(make_pdf([LINE])) as painter:
        with pytest.raises(WorldError, match=r"Page 2 of a\.pdf cannot be drawn"):
            painter.draw(2, 1)
        assert painter.draw(1, 1).width == 595


def test_a_child_that_went_down_is_replaced(make_pdf: Pdf) -> None:
    with painter_of(make_pdf([LINE, LINE])) as painter:
        painter.draw(1, 1)
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        assert painter.draw(2, 1).width == 595


def test_a_page_that_takes_too_long_gives_one_sentence(make_pdf: Pdf) -> None:
    with painter_of(make_pdf([LINE]), seconds=0) as painter, pytest.raises(WorldError, match="took longer"):
        painter.draw(1, 1)


def test_a_file_that_is_no_pdf_gives_one_sentence() -> None:
    with painter_of(b"%PDF-1.4\nnothing") as painter, pytest.raises(WorldError, match=r"Page 1 of a\.pdf"):
        painter.draw(1, 1)
