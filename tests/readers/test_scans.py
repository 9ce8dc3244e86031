"""Pages that are pictures: their words are recognised where Tesseract is installed, and what is not sure is marked."""

from __future__ import annotations

import pickle
import runpy
from collections.abc import Callable
from math import cos, radians, sin
from pathlib import Path

import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import ScanError
from crossfoot.readers import read_bytes, scans
from crossfoot.readers.isolation import IsolatedReader
from crossfoot.readers.pdf import read_pdf
from crossfoot.readers.scans import RecognisedWord
from crossfoot.review.preparing import prepare_all, with_doubts

HERE = Path(__file__).resolve().parent
scanned: Callable[..., bytes] = runpy.run_path(str(HERE / "scan_file.py"))["scanned"]
needs_tesseract = pytest.mark.skipif(scans.program() is None, reason="Tesseract is not installed")
Pdf = Callable[..., bytes]
Lines = Callable[..., list[tuple[float, float, str]]]

LINES = [
    "The overall number of children who were known to the service in the quarter had",
    "gone up by a further twelve to 1,194, which was the highest number since the new",
    "teams were formed, and the budget of £5.51m had been spent to 97.5% of it.",
]


def recognised(
    data: bytes, pages: tuple[int, ...]
) -> tuple[dict[int, tuple[RecognisedWord, ...]], list[tuple[int, int]]]:
    told: list[tuple[int, int]] = []
    tesseract = scans.program()
    assert tesseract is not None
    return dict(scans.recognise("a.pdf", data, pages, tesseract, lambda *of: told.append(of))), told


def test_a_file_of_pictures_alone_says_which_pages_could_be_recognised(make_pdf: Pdf, set_lines: Lines) -> None:
    data = scanned(make_pdf([set_lines(60, 700, LINES)] * 2), dots=50)
    with pytest.raises(ScanError) as caught:
        read_bytes("a.pdf", data)
    assert str(caught.value).startswith("a.pdf holds no text, only pictures of its pages; install Tesseract")
    carried = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - as it comes from a child process
    assert (str(carried), carried.pages) == (str(caught.value), (1, 2))


@needs_tesseract
def test_the_words_of_a_picture_are_those_of_the_page(make_pdf: Pdf, set_lines: Lines) -> None:
    original = make_pdf([set_lines(60, 700, LINES), set_lines(60, 700, ["RESOLVED that", "1. the report be noted."])])
    data = scanned(original)
    words, told = recognised(data, (1, 2))
    assert told == [(1, 2), (2, 2)]
    reading, wanted = read_pdf("a.pdf", data, words), read_bytes("a.pdf", original)
    assert reading.text.split() == wanted.text.split()
    assert reading.notes == (
        "Pages 1, 2 are pictures: the words were recognised by Tesseract, and digits that it doubts are marked.",
    )
    for page, original_page in zip(reading.pages, wanted.pages, strict=True):
        for box, true in zip(page.boxes, original_page.boxes, strict=True):
            assert abs(box.left - true.left) < 5
            assert abs(box.right - true.right) < 5
            assert box.top < (true.top + true.bottom) / 2 < box.bottom


@needs_tesseract
def test_only_the_pages_without_text_are_recognised(
    make_pdf: Pdf, set_lines: Lines, written: Callable[[str, bytes], Path]
) -> None:
    original = make_pdf([set_lines(60, 700, LINES), set_lines(60, 700, ["There were 41 carers."])])
    path = written("mixed.pdf", scanned(original, keep=(1,)))
    with IsolatedReader() as reader:
        assert reader.read(path).silent == (2,)
        words, _ = recognised(path.read_bytes(), (2,))
        reading = reader.read(path, words)
    assert reading.text.split() == read_bytes("a.pdf", original).text.split()
    assert reading.silent == ()


def test_digits_that_are_not_sure_make_their_figure_doubtful_and_the_least_sure(make_pdf: Pdf) -> None:
    sure = [("There", 60), ("were", 95), ("41", 125), ("referrals", 145), ("in", 195), ("May", 210), ("and", 240)]
    words = [RecognisedWord(text, x, 100, x + 5.5 * len(text), 112, 0.96) for text, x in sure]
    words += [RecognisedWord("57", 265, 100, 276, 112, 0.6), RecognisedWord("carers.", 282, 100, 320, 112, 0.5)]
    data = scanned(make_pdf([[(60, 700, "x")]]), dots=50)
    reading = read_pdf("a.pdf", data, {1: words})
    assert reading.text == "There were 41 referrals in May and 57 carers."
    assert [span.cut(reading.text) for span in reading.doubts] == ["57"]
    found = with_doubts(Extractor(assets.dictionary()).extract(reading.text), reading.doubts).figures
    assert [(figure.quote, figure.doubtful) for figure in found] == [("41", False), ("57", True)]
    assert found[1].confidence <= 0.5


def test_a_sign_alone_at_the_beginning_of_a_line_is_the_dot_of_a_list(make_pdf: Pdf) -> None:
    words = [
        RecognisedWord(text, x, 100 + 20 * line, x + 5.5 * len(text), 112 + 20 * line, 0.9)
        for line, dot in enumerate(("¢", "e", "•"))
        for text, x in ((dot, 60), ("four", 80), ("teams", 105))
    ]
    data = scanned(make_pdf([[(60, 700, "x")]]), dots=50)
    assert read_pdf("a.pdf", data, {1: words}).text == "- four teams\n- four teams\n- four teams"


@needs_tesseract
def test_a_scan_is_prepared_with_what_was_recognised(
    make_pdf: Pdf, set_lines: Lines, written: Callable[[str, bytes], Path]
) -> None:
    path = written("scan.pdf", scanned(make_pdf([set_lines(60, 700, LINES)])))

    def read_scan(file: Path, pages: tuple[int, ...]) -> object:
        words, _ = recognised(file.read_bytes(), pages)
        return read_pdf(file.name, file.read_bytes(), words)

    (prepared,) = prepare_all(path, assets.dictionary(), read_scan=read_scan)  # type: ignore[arg-type]
    assert {"1,194", "£5.51m", "97.5%"} <= {figure.quote for figure in prepared.extraction.figures}


@needs_tesseract
@pytest.mark.parametrize("degrees", [-4, 1, 3])
def test_a_page_that_was_laid_down_askew_is_read_line_by_line(make_pdf: Pdf, set_lines: Lines, degrees: int) -> None:
    """Degrees clockwise: its lines sink to the right. The boxes lie where the words stand on the page."""
    turn, sink = cos(radians(degrees)), sin(radians(degrees))
    straight = set_lines(60, 620, LINES * 3)
    leant = [(x + (y - 421) * sink, 421 + (y - 421) * turn - (x - 60) * sink, words) for x, y, words in straight]
    data = scanned(make_pdf([leant], direction=f"{turn:.5f} {-sink:.5f} {sink:.5f} {turn:.5f}"))
    words, _ = recognised(data, (1,))
    reading = read_pdf("a.pdf", data, words)
    assert reading.text.split() == " ".join(LINES * 3).split()
    (page,) = reading.pages
    for x, y, _ in leant:
        first = min(page.boxes, key=lambda box: abs(box.left - x) + abs(box.bottom - (842 - y)))
        assert abs(first.left - x) < 6
        assert first.top < 842 - y < first.bottom + 4


@needs_tesseract
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_was_scanned_the_wrong_way_up_is_read_all_the_same(
    make_pdf: Pdf, set_lines: Lines, turned: int
) -> None:
    original = make_pdf([set_lines(60, 760, LINES * 6)])
    data = scanned(make_pdf([set_lines(60, 760, LINES * 6)], turned=turned))
    words, _ = recognised(data, (1,))
    reading = read_pdf("a.pdf", data, words)
    assert reading.text.split() == read_bytes("a.pdf", original).text.split()
    (page,) = reading.pages
    assert all(0 <= box.left < box.right <= page.width for box in page.boxes)
    assert all(0 <= box.top < box.bottom <= page.height for box in page.boxes)
