"""Figures on pages: their boxes are measured against the ink of the page's picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Page, Span, WordBox
from crossfoot.readers import read_bytes
from crossfoot.readers.page_boxes import boxes_of, boxes_on

Pdf = Callable[..., bytes]

SHEETS = [
    "/MediaBox [0 0 595 842]",
    "/MediaBox [0 0 842 595] /Rotate 90",
    "/MediaBox [0 0 612 792] /Rotate 180",
    "/MediaBox [0 0 420 595] /Rotate 270",
    "/MediaBox [-100 -50 800 900] /CropBox [20 10 620 700]",
    "/MediaBox [-100 -50 800 900] /CropBox [20 10 620 700] /Rotate 90",
    "/MediaBox [0 0 1190 842] /CropBox [10 30 700 800] /Rotate 270",
]
SCALE = 4
SLACK = 0.35
"""Points: ink is smeared over the pixel that it touches."""


def red_ink(data: bytes, number: int) -> Any:
    """Return where the page's picture is red, as a grid of quarter points, by pdfium's own drawing."""
    document = pdfium.PdfDocument(data)
    pixels = document[number].render(scale=SCALE).to_numpy().astype(int)
    document.close()
    return (pixels[:, :, 2] - pixels[:, :, 0]) > 60


@pytest.mark.parametrize("direction", ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_the_box_of_every_figure_covers_its_words_on_pages_of_mixed_sizes_and_rotation(
    make_pdf: Pdf, direction: str
) -> None:
    lines = [
        (200, 300, "There were ¦1,194¦ children in need"),
        (230, 270, "and ¦57.5%¦ of them had a plan."),
        (260, 240, "A budget of ¦£5.51m¦ was set."),
    ]
    data = make_pdf([lines] * len(SHEETS), sheets=SHEETS, direction=direction)
    reading = read_bytes("a.pdf", data)
    figures = Extractor(dictionary()).extract(reading.text).figures
    assert len(figures) == 3 * len(SHEETS)
    on_pages: dict[int, list[WordBox]] = {page.number: [] for page in reading.pages}
    for figure in figures:
        placed = list(boxes_of(reading.pages, figure.span))
        assert placed, f"{figure.quote} has no box"
        for page, box in placed:
            on_pages[page.number].append(box)
    for page in reading.pages:
        ink = red_ink(data, page.number - 1)
        high, wide = ink.shape
        assert (wide, high) == (pytest.approx(page.width * SCALE, abs=1), pytest.approx(page.height * SCALE, abs=1))
        covered = np.zeros_like(ink)
        for box in on_pages[page.number]:
            rows = slice(int((box.top - SLACK) * SCALE), int((box.bottom + SLACK) * SCALE) + 1)
            columns = slice(int((box.left - SLACK) * SCALE), int((box.right + SLACK) * SCALE) + 1)
            assert ink[rows, columns].any(), "a box without ink of a figure in it"
            covered[rows, columns] = True
        assert not (ink & ~covered).any(), f"page {page.number}: ink of a figure outside every box"
        assert covered.sum() < 0.05 * covered.size


def word(start: int, end: int, *edges: float) -> WordBox:
    return WordBox(Span(start, end), *edges)


def test_words_of_one_line_share_a_box_and_a_new_line_begins_another() -> None:
    page = Page(
        1,
        200,
        100,
        Span(0, 20),
        (word(0, 5, 10, 10, 40, 20), word(6, 10, 44, 11, 70, 20), word(11, 15, 10, 24, 40, 34)),
    )
    assert boxes_on(page, Span(2, 13)) == (word(0, 10, 10, 10, 70, 20), word(11, 15, 10, 24, 40, 34))


def test_words_that_run_up_the_page_share_a_box() -> None:
    page = Page(1, 100, 200, Span(0, 20), (word(0, 5, 10, 150, 20, 190), word(6, 10, 10, 120, 20, 147)))
    assert boxes_on(page, Span(0, 10)) == (word(0, 10, 10, 120, 20, 190),)


def test_a_place_between_words_and_one_of_another_page_have_no_box() -> None:
    page = Page(1, 200, 100, Span(0, 10), (word(0, 5, 10, 10, 40, 20),))
    assert boxes_on(page, Span(5, 6)) == ()
    assert list(boxes_of([page], Span(40, 44))) == []
