"""What a laptop's scaled screen leaves room for: titles, days said alike, values whole, signs in their places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QToolButton
from pytestqt.qtbot import QtBot

from crossfoot.model import AnnotationKind, Counts, Span
from crossfoot.review.prepared import Prepared
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.panes.documents.delegate import day_in, progress_in
from crossfoot.ui.widgets import ElidedLabel

Make = Callable[..., Any]


@pytest.fixture
def world(make_world: Make, short_record: Prepared) -> Any:
    """Return a window as large as a laptop's screen of 1366 × 768 is at 150 %."""
    made = make_world(short_record)
    made.window.resize(911, 485)
    QApplication.processEvents()
    return made


def test_the_title_of_the_record_keeps_its_room_over_the_text(qtbot: QtBot, world: Any) -> None:
    title = world.review.documents()[0].title
    shown = [label for label in world.desk.text.findChildren(ElidedLabel) if label.text() == title]
    assert len(shown) == 1
    assert shown[0].isVisible()
    wanted = shown[0].fontMetrics().horizontalAdvance(title[:14] + "…")
    qtbot.waitUntil(lambda: shown[0].width() >= wanted)
    assert world.desk.text.outline.toolTip() == world.desk.text.outline.accessibleName()


def test_the_days_of_a_list_are_all_said_alike(world: Any) -> None:
    metrics = QFontMetrics(world.desk.documents.list.font())
    days = (date(2009, 10, 15), date(2011, 12, 1), None)
    assert [day_in(400, metrics)(day) for day in days] == ["15 Oct 2009", "1 Dec 2011", "–"]
    assert [day_in(90, metrics)(day) for day in days] == ["15/10/09", "01/12/11", "–"]


def test_long_counts_do_not_make_the_window_wider_than_the_screen(world: Any) -> None:
    status = world.window.status

    def least() -> int:
        """Return the width that the line needs for what stands in it now."""
        for _ in range(3):  # a status line takes a part in only after it was shown
            QApplication.processEvents()
        status.layout().invalidate()
        return int(status.layout().totalMinimumSize().width())

    everywhere = Counts(unreviewed=300_000)
    status.show_saved(datetime(2026, 11, 29, 16, 38, tzinfo=UTC))
    status.show_progress("Reading again", 1, 10_000)
    status.show_counts(Counts(confirmed=1234, unreviewed=1766, findings=120), everywhere, 10_000)
    assert status.shown() == "1,234 of 3,000 checked · 120 to look at · saved 16:38"
    wide = least()
    status.show_counts(None, everywhere, 10_000)
    assert wide == least() <= 911


def test_thousands_of_figures_leave_the_day_of_a_record_its_room(world: Any) -> None:
    metrics = QFontMetrics(world.desk.documents.list.font())
    room = metrics.horizontalAdvance("99/99")
    assert progress_in(room, metrics, Counts(confirmed=12, unreviewed=33)) == "12/45"
    many = Counts(confirmed=2999, unreviewed=1)
    assert progress_in(room, metrics, many) == "99%"
    assert progress_in(4 * room, metrics, many) == "2,999/3,000"


def test_a_rate_stands_whole_in_its_column_and_is_typed_back_as_it_stands(world: Any) -> None:
    first = world.review.figures()[0]
    world.desk.decisions.correct(first.id, {"value": "61.6", "unit": "per 10,000"})
    model = world.desk.figures.model
    cell = model.index(model.row_of(first.id), 1)
    assert cell.data() == "61.6"
    assert model.setData(cell, cell.data(Qt.ItemDataRole.EditRole))
    now = world.review.figure(first.id).current
    assert (now.value, str(now.unit)) == (Decimal("61.6"), "rate_per_10000")


def test_the_sign_that_empties_a_line_stands_in_its_middle(world: Any) -> None:
    line = world.desk.documents.filter
    line.setText("children")
    QApplication.processEvents()
    (sign,) = line.findChildren(QToolButton)
    assert abs(sign.geometry().center().y() - line.rect().center().y()) <= 1


def test_a_filter_on_the_figures_does_not_push_the_tabs_together(world: Any) -> None:
    before = world.desk.tabs.width()
    world.desk.figures.quick.setText("1,194")
    QApplication.processEvents()
    assert world.desk.figures._clear.isVisible()  # noqa: SLF001 - the way back to all
    assert world.desk.tabs.width() == before


def test_every_line_of_a_row_is_in_sight_however_closely_its_words_fill_the_width(world: Any, qtbot: QtBot) -> None:
    rows = world.desk.journal.list
    world.desk.go("journal")
    rows.clear()
    metrics = rows.fontMetrics()
    widest = rows.viewport().width() // metrics.horizontalAdvance("i")
    for count in range(widest - 20, widest):
        rows.addItem(f"{'i' * (count - 6)} last\nsecond line")
    qtbot.waitUntil(lambda: rows.visualItemRect(rows.item(19)).isValid())
    inside = (
        rows.viewport().width() - 2 * UNIT - 2 * (rows.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    )
    for row in range(rows.count()):
        item = rows.item(row)
        wanted = metrics.boundingRect(QRect(0, 0, inside, 1000), Qt.TextFlag.TextWordWrap, item.text())
        assert rows.visualItemRect(item).height() >= wanted.height(), item.text()


def test_a_message_begins_where_the_counts_begin_that_it_covers(world: Any) -> None:
    status = world.window.status
    status.clearMessage()
    QApplication.processEvents()

    def left() -> int:
        picture = status.grab().toImage()
        ground = picture.pixelColor(1, picture.height() // 2)
        return next(x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in range(4, 24)))

    counts = left()
    status.say("0 of 3 checked")
    QApplication.processEvents()
    assert abs(left() - counts) <= 1


def test_what_is_offered_to_figures_like_one_is_told_whole(
    make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    world.window.resize(911, 485)
    world.desk.decisions.correct(world.review.figures()[0].id, {"indicator": "active_children"})
    QApplication.processEvents()
    said = world.desk.offering.bar.said
    assert said.isVisible()
    assert said.height() >= said.heightForWidth(said.width())


def test_a_comment_that_was_written_just_now_is_the_chosen_note(world: Any, qtbot: QtBot) -> None:
    document = world.review.documents()[0].id
    world.desk.funnel.run(lambda: world.review.annotate(document, Span(0, 10), AnnotationKind.HIGHLIGHT))
    start = world.review.document(document).text.index("1,194")
    world.desk.text.view.select_span(Span(start, start + 5))
    qtbot.keyClick(world.desk.text.view, Qt.Key.Key_M)
    line = world.desk.inspector.ask.line
    qtbot.keyClicks(line, "which month?")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert world.desk.notes.comment.text() == "which month?"


def test_while_the_first_records_come_in_nobody_is_told_to_import_one(
    make_world: Make, short_record: Prepared, qtbot: QtBot
) -> None:
    world = make_world()
    view, intake = world.desk.text.view, world.window.workplace.intake
    assert "Import one with Ctrl+O" in view.placeholderText()
    told: list[str] = []
    intake.begun.connect(lambda: told.append(view.placeholderText()))
    world.results.append(short_record)
    with qtbot.waitSignal(intake.ended, timeout=60_000):
        intake.take([Path("records")])
    assert told == ["Records are being read. The first of them stands here as soon as all are in."]
    assert "Import one with Ctrl+O" in view.placeholderText()
