"""The page view: a record as it looks on paper, in the one selection of all panes."""

from __future__ import annotations

import multiprocessing
import runpy
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.model import (
    AnnotationKind,
    Block,
    BlockKind,
    Document,
    Extraction,
    Reading,
    Record,
    Span,
    State,
    WorldError,
)
from crossfoot.readers import read_bytes
from crossfoot.readers.page_boxes import boxes_on
from crossfoot.readers.pdf.pictures import Picture
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.ui.look import theme
from crossfoot.ui.panes.page.gallery import MOST_HELD, Gallery
from crossfoot.ui.panes.page.laid import LaidSheets

Make = Callable[..., Any]
Keys = Qt.KeyboardModifier
PDF = runpy.run_path(str(Path(__file__).parents[1] / "pages" / "pdf_file.py"))["pdf_of"]


@pytest.fixture
def paged_record(tmp_path: Path) -> Prepared:
    """A PDF of six pages with one figure on each, and on the first one a number that is no figure."""
    pages = [[(60, 600, f"There were {1100 + number:,} children in need.")] for number in range(6)]
    pages[0].insert(0, (60, 650, "In room 12 the report was heard."))
    path = tmp_path / "paged.pdf"
    path.write_bytes(PDF(pages))
    return prepare(path, assets.dictionary())


@pytest.fixture
def on_pages(make_world: Make, paged_record: Prepared) -> Iterator[Any]:
    """A window that shows the record as pages."""
    world = make_world(paged_record)
    world.window.actions_of["switch_view"].trigger()
    yield world
    world.desk.text.close_pages()


def view_of(world: Any) -> Any:
    return world.desk.text.pages.view


def middle_of(world: Any, span: Span) -> QPoint:
    return view_of(world).box_of(span).center().toPoint()


def click(qtbot: QtBot, world: Any, point: QPoint) -> None:
    qtbot.mouseClick(view_of(world).viewport(), Qt.MouseButton.LeftButton, pos=point)


def drag(qtbot: QtBot, world: Any, start: Span, end: Span) -> None:
    port = view_of(world).viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle_of(world, start))
    qtbot.mouseMove(port, middle_of(world, end))
    move = middle_of(world, end)
    qtbot.mouseMove(port, move)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=move)


def span_of(world: Any, words: str) -> Span:
    text = world.review.document(world.desk.selection.document).text
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_click_on_a_lit_box_selects_the_figure_everywhere(qtbot: QtBot, on_pages: Any) -> None:
    first, second = on_pages.review.figures()[:2]
    on_pages.desk.selection.select_figure(second.id)
    view_of(on_pages).go_to_sheet(0)
    click(qtbot, on_pages, middle_of(on_pages, first.printed.span))
    assert on_pages.desk.selection.figure == first.id
    assert on_pages.desk.figures.table.currentIndex().row() == 0
    assert on_pages.desk.inspector.form.lines["value"].text() == "1,100"


def test_a_figure_selected_in_the_table_comes_into_view_on_its_page(on_pages: Any) -> None:
    last = on_pages.review.figures()[-1]
    on_pages.desk.selection.select_figure(last.id)
    view = view_of(on_pages)
    assert view.viewport().rect().contains(middle_of(on_pages, last.printed.span))
    assert 5 in view.in_view
    assert on_pages.desk.text.pages.number.text() == "6"


def test_words_selected_on_the_page_become_a_figure(qtbot: QtBot, on_pages: Any) -> None:
    view_of(on_pages).go_to_sheet(0)
    drag(qtbot, on_pages, span_of(on_pages, "room"), span_of(on_pages, "12"))
    assert view_of(on_pages).selected_span() == span_of(on_pages, "room 12")
    view_of(on_pages).setFocus()
    qtbot.keyClick(view_of(on_pages), Qt.Key.Key_F)
    assert on_pages.desk.inspector.form.lines["value"].text() == "12"


def test_words_selected_on_the_page_are_highlighted_and_lit(qtbot: QtBot, on_pages: Any) -> None:
    words = span_of(on_pages, "the report was")
    view_of(on_pages).select_span(words)
    view_of(on_pages).setFocus()
    qtbot.keyClick(view_of(on_pages), Qt.Key.Key_H)
    (note,) = on_pages.review.annotations()
    assert (note.span, note.kind) == (words, AnnotationKind.HIGHLIGHT)
    assert [light.span for light in view_of(on_pages).lights.group("notes")] == [words]
    assert view_of(on_pages).selected_span() is None


def test_the_keyboard_selects_word_by_word(qtbot: QtBot, on_pages: Any) -> None:
    view = view_of(on_pages)
    view.put_caret(Span(0, 0))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Keys.ShiftModifier)
    assert on_pages.desk.text.selected_words() == "In room 12"
    qtbot.keyClick(view, Qt.Key.Key_Left, Keys.ShiftModifier)
    assert on_pages.desk.text.selected_words() == "In room"
    qtbot.keyClick(view, Qt.Key.Key_C, Keys.ControlModifier)
    assert QApplication.clipboard().text() == "In room"


def test_a_drag_out_of_the_view_brings_the_pages_along(qtbot: QtBot, on_pages: Any) -> None:
    view = view_of(on_pages)
    view.go_to_sheet(0)
    port, start = view.viewport(), middle_of(on_pages, span_of(on_pages, "room"))
    before = view.verticalScrollBar().value()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    below = QPointF(start.x(), port.height() + 60)
    drag_there = QMouseEvent(
        QEvent.Type.MouseMove,
        below,
        QPointF(port.mapToGlobal(below.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Keys.NoModifier,
    )
    QApplication.sendEvent(port, drag_there)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start)
    assert view.verticalScrollBar().value() == before + 60
    assert view.selected_span().start == span_of(on_pages, "room").start


def test_the_selected_words_and_the_figure_stay_when_the_view_is_switched(qtbot: QtBot, on_pages: Any) -> None:
    words = span_of(on_pages, "was heard")
    view_of(on_pages).select_span(words)
    figure = on_pages.desk.selection.figure
    view_of(on_pages).setFocus()
    qtbot.keyClick(view_of(on_pages), Qt.Key.Key_V)
    assert not on_pages.desk.text.is_paged
    assert on_pages.desk.text.view.hasFocus()
    assert on_pages.desk.text.view.selected_span() == words
    assert [light.key for light in on_pages.desk.text.view.lights.group("selected")] == [figure]


def test_a_decision_is_lit_on_the_page(on_pages: Any) -> None:
    figure = on_pages.review.figures()[0]
    on_pages.desk.funnel.run(lambda: on_pages.review.confirm([figure.id]))
    lit = {light.key: light.look for light in view_of(on_pages).lights.group("figures")}
    assert lit[figure.id] == State.CONFIRMED.value


def test_the_picture_of_a_page_is_drawn(qtbot: QtBot, on_pages: Any) -> None:
    gallery = view_of(on_pages).sheets.gallery
    qtbot.waitUntil(lambda: gallery.is_idle, timeout=60_000)
    assert 0 < gallery.held <= MOST_HELD
    box = view_of(on_pages).box_of(on_pages.review.figures()[0].printed.span)
    grabbed = view_of(on_pages).viewport().grab(box.toRect()).toImage()
    dark = [grabbed.pixelColor(x, y).lightness() < 110 for x in range(grabbed.width()) for y in range(grabbed.height())]
    assert any(dark)


def test_a_process_that_goes_down_leaves_the_window_and_the_page_comes_again(qtbot: QtBot, on_pages: Any) -> None:
    gallery = view_of(on_pages).sheets.gallery
    qtbot.waitUntil(lambda: gallery.is_idle, timeout=60_000)
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    view_of(on_pages).go_to_sheet(5)
    qtbot.waitUntil(lambda: gallery.is_idle and gallery.picture(6) is not None, timeout=60_000)


def test_no_process_is_left_when_the_window_closes(qtbot: QtBot, make_world: Make, paged_record: Prepared) -> None:
    world = make_world(paged_record)
    world.window.actions_of["switch_view"].trigger()
    gallery = view_of(world).sheets.gallery
    qtbot.waitUntil(lambda: gallery.is_idle, timeout=60_000)
    world.window.close_workspace()
    qtbot.waitUntil(lambda: multiprocessing.active_children() == [], timeout=20_000)


def test_pages_are_made_larger_and_smaller_by_keys_and_wheel(qtbot: QtBot, on_pages: Any) -> None:
    view, act = view_of(on_pages), on_pages.window.actions_of
    assert view.fits_width
    act["usual_size"].trigger()
    assert view.factor == pytest.approx(1.0)
    act["larger"].trigger()
    assert view.factor > 1.1
    point = QPointF(view.viewport().width() / 2, 100)
    up = QWheelEvent(
        point,
        QPointF(view.viewport().mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Keys.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), up)
    assert view.factor < 1.0
    act["fit_width"].trigger()
    assert view.horizontalScrollBar().maximum() == 0


def test_the_place_under_the_pointer_stays_when_pages_grow(on_pages: Any) -> None:
    view = view_of(on_pages)
    view.zoom_to(1.0)
    span = on_pages.review.figures()[2].printed.span
    view.reveal(span)
    before = view.box_of(span).center()
    view.zoom_by(2, before)
    after = view.box_of(span).center()
    assert abs(after.y() - before.y()) < 4


def test_the_selected_figure_stays_in_view_when_pages_grow(on_pages: Any) -> None:
    view = view_of(on_pages)
    span = on_pages.review.figures()[3].printed.span
    on_pages.desk.selection.select_figure(on_pages.review.figures()[3].id)
    for factor in (0.5, 1.5, 3.0):
        view.zoom_to(factor)
        assert view.viewport().rect().contains(view.box_of(span).center().toPoint())


def test_the_selected_figure_stays_in_view_when_the_room_changes(on_pages: Any) -> None:
    view = view_of(on_pages)
    figure = on_pages.review.figures()[4]
    on_pages.desk.selection.select_figure(figure.id)
    for width, height in ((1000, 600), (1366, 728), (1800, 1000)):
        on_pages.window.resize(width, height)
        QApplication.processEvents()
        assert view.viewport().rect().contains(view.box_of(figure.printed.span).center().toPoint())


def test_thumbnails_follow_the_page_and_lead_to_one(qtbot: QtBot, on_pages: Any) -> None:
    on_pages.window.actions_of["thumbnails"].trigger()
    small = on_pages.desk.text.pages.thumbnails
    assert small.isVisible()
    assert small.model().rowCount() == 6
    view_of(on_pages).go_to_sheet(3)
    assert small.currentIndex().row() == 3
    small.setFocus()
    qtbot.keyClick(small, Qt.Key.Key_End)
    assert view_of(on_pages).current_sheet == 5


def test_a_typed_page_number_leads_there(qtbot: QtBot, on_pages: Any) -> None:
    number = on_pages.desk.text.pages.number
    number.setFocus()
    number.setText("4")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert view_of(on_pages).current_sheet == 3


def test_the_chosen_view_is_there_again_after_a_restart(make_world: Make, paged_record: Prepared) -> None:
    world = make_world(paged_record)
    world.window.actions_of["switch_view"].trigger()
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    assert world.desk.text.is_paged
    world.desk.text.close_pages()


class CountingPainter:
    """Draws white pages and notes which were asked for; pages named as bad cannot be drawn."""

    def __init__(self, bad: int = 0) -> None:
        self.drawn: list[int] = []
        self._bad = bad

    def draw(self, number: int, _scale: float) -> Picture:
        """Return a small white page."""
        self.drawn.append(number)
        if number == self._bad:
            raise WorldError(f"Page {number} cannot be drawn.")
        return Picture(60, 80, 240, bytes(240 * 80))

    def stop(self) -> None:
        """Nothing is under way for long."""

    def close(self) -> None:
        """Nothing is held."""


def test_only_pages_in_view_and_few_others_are_held(qtbot: QtBot) -> None:
    gallery = Gallery(CountingPainter())
    for first in range(1, 495):
        gallery.want([first, first + 1, first + 2], 1.0)
        if first % 50 == 0:
            qtbot.waitUntil(lambda: gallery.is_idle)
        assert gallery.held <= MOST_HELD
    qtbot.waitUntil(lambda: gallery.is_idle)
    assert gallery.held <= MOST_HELD
    assert gallery.picture(496) is not None
    assert gallery.picture(1) is None
    gallery.close()


def test_pages_scrolled_past_are_not_drawn(qtbot: QtBot) -> None:
    painter = CountingPainter()
    gallery = Gallery(painter)
    for first in range(1, 300):
        gallery.want([first], 1.0)
    qtbot.waitUntil(lambda: gallery.is_idle)
    assert painter.drawn[-1] == 299
    assert len(painter.drawn) < 10
    gallery.close()


def test_a_page_that_cannot_be_drawn_is_told_and_not_asked_for_again(qtbot: QtBot) -> None:
    painter = CountingPainter(bad=2)
    gallery = Gallery(painter)
    for _ in range(3):
        gallery.want([1, 2], 1.0)
        qtbot.waitUntil(lambda: gallery.is_idle)
    assert gallery.refusal(2) == "Page 2 cannot be drawn."
    assert painter.drawn == [1, 2]
    gallery.close()


TABLE = "Team | Sep 2012 | Feb 2013\nNorth 1 | 19.9 | 24.9\nSouth 1 |  | 26.3"
TEXT = f"1. Title\n\nThe figures 😀 were 1,194 in all.\n\n(a) the first matter\n   (i) its part\n\n{TABLE}\n\nThe end."


def laid_document() -> Document:
    """Return a document with a heading, a list in two levels and a table."""
    kinds = [(BlockKind.HEADING, "1. Title", 1), (BlockKind.LIST_ITEM, "(a) the first matter", 1)]
    kinds += [(BlockKind.LIST_ITEM, "(i) its part", 2)]
    kinds += [(BlockKind.TABLE_ROW, row, 1) for row in TABLE.split("\n")]
    blocks = [
        Block(kind, Span(TEXT.index(words), TEXT.index(words) + len(words)), level) for kind, words, level in kinds
    ]
    record = Record(title="Title", meeting_date=date(2013, 6, 13))
    return Document("d1", "a.docx", "", Reading("docx", TEXT, tuple(blocks)), Extraction("1", record))


def test_a_record_without_pages_is_set_from_its_structure(qtbot: QtBot) -> None:
    sheets = LaidSheets(laid_document())
    page = sheets.page(0)
    assert len(sheets) == 1
    words = [box.span.cut(TEXT) for box in page.boxes]
    assert words == [word for word in TEXT.split() if word != "|"]
    by_word = {box.span.cut(TEXT): box for box in page.boxes}
    assert by_word["2012"].left > by_word["North"].right
    assert by_word["19.9"].left < by_word["24.9"].left == pytest.approx(by_word["26.3"].left)
    assert by_word["(i)"].left > by_word["(a)"].left
    assert by_word["Title"].bottom - by_word["Title"].top > by_word["end."].bottom - by_word["end."].top


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_box_on_a_set_page_covers_the_ink_of_its_words(qtbot: QtBot, scheme: str) -> None:
    sheets = LaidSheets(laid_document())
    colours = getattr(theme, scheme)()
    scale = 4
    picture = QImage(595 * scale, 842 * scale, QImage.Format.Format_RGB32)
    picture.fill(QColor(colours.base))
    painter = QPainter(picture)
    sheets.paint(painter, 0, QRectF(picture.rect()), colours)
    painter.end()
    paper = QColor(colours.base).lightness()
    for word in ("1,194", "24.9", "(i)"):
        start = TEXT.index(word)
        (box,) = boxes_on(sheets.page(0), Span(start, start + len(word)))
        columns = [
            x
            for x in range(round((box.left - 2) * scale), round((box.right + 2) * scale))
            if any(
                abs(picture.pixelColor(x, y).lightness() - paper) > 60
                for y in range(round(box.top * scale), round(box.bottom * scale))
            )
        ]
        assert columns
        assert box.left - 0.6 <= columns[0] / scale
        assert columns[-1] / scale <= box.right + 0.6


def test_words_of_a_text_record_are_found_on_its_set_pages(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    world.window.actions_of["switch_view"].trigger()
    last = world.review.figures()[-1]
    world.desk.selection.select_figure(last.id)
    view = view_of(world)
    assert len(view.sheets) > 1
    assert view.viewport().rect().contains(view.box_of(last.printed.span).center().toPoint())


TYPED = """The effect was put before members:

Preceptor                            2019/20 (£)     2020/21 (£)     Change %
Westerleigh Borough Council            183.42          188.37         2.70
County Council                       1,311.75        1,364.09         3.99
              of which care             98.10          124.99         1.84
Total                                1,828.76        1,900.39         3.92

Members agreed it."""


def test_the_columns_of_a_table_set_with_blanks_stand_below_each_other(qtbot: QtBot) -> None:
    record = Record(title="Budget", meeting_date=date(2020, 2, 11))
    sheets = LaidSheets(Document("d1", "a.txt", "", read_bytes("a.txt", TYPED.encode()), Extraction("1", record)))
    by_word = {box.span.cut(TYPED): box for box in sheets.page(0).boxes}
    assert [box.span.cut(TYPED) for box in sheets.page(0).boxes] == TYPED.split()
    ends = [by_word[each].right for each in ("183.42", "1,311.75", "98.10", "1,828.76")]
    column = by_word["188.37"].right - by_word["1,364.09"].right
    assert by_word["183.42"].right - by_word["1,311.75"].right == pytest.approx(column, abs=0.5)
    assert by_word["of"].left > by_word["County"].left + 40
    assert ends[1] == pytest.approx(ends[3], abs=0.5)
    assert max(box.right for box in sheets.page(0).boxes) <= 595 - 62
