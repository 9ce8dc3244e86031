"""The figures table: sorted, filtered and corrected in place, by identifier and never by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crossfoot.assets import dictionary
from crossfoot.model import State
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.look.theme import light
from crossfoot.ui.panes.figures.columns import COLUMNS
from crossfoot.ui.panes.figures.model import FiguresModel
from crossfoot.workspace import Workspace

Make = Callable[..., Any]
STATE, VALUE, UNIT, INDICATOR, LABEL, SUBJECT, PERIOD = range(7)


def column(model: QAbstractItemModel, place: int) -> list[str]:
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules_while_it_is_sorted_filtered_and_changed(
    qtbot: QtBot, make_world: Make, long_record: Prepared
) -> None:
    world = make_world(long_record)
    model = world.desk.figures.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(VALUE, Qt.SortOrder.DescendingOrder)
    model.set_filter(STATE, "undecided")
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    model.set_quick("team b")
    model.set_by_doubt(True)
    model.clear_filters()
    world.desk.decisions.undo()
    model.sort(-1)
    assert model.rowCount() == 45
    tester.deleteLater()


def test_sorting_goes_by_value_and_keeps_the_selected_figure(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    table = world.desk.figures.table
    chosen = world.desk.selection.figure
    table.sortByColumn(VALUE, Qt.SortOrder.DescendingOrder)
    values = column(world.desk.figures.model, VALUE)
    assert values[0] == "1,308"
    assert values[-1] == "1,000"
    assert world.desk.selection.figure == chosen
    assert table.currentIndex().row() == 44


def test_enter_follows_the_order_on_the_screen(qtbot: QtBot, make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    table = world.desk.figures.table
    table.sortByColumn(VALUE, Qt.SortOrder.DescendingOrder)
    world.desk.selection.select_figure(world.desk.figures.model.id_at(0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert world.desk.selection.figure == world.desk.figures.model.id_at(1)


@pytest.mark.parametrize(
    ("place", "typed", "expected"),
    [
        (VALUE, ">1,300", 2),
        (VALUE, "1000-1020", 3),
        (VALUE, "<=1000", 1),
        (VALUE, "≥1,300", 2),
        (VALUE, "1k–1.02k", 3),
        (VALUE, ">50%", 0),
        (VALUE, "1,07", 2),
        (SUBJECT, "team b", 2),
        (STATE, "confirmed", 0),
        (PERIOD, "2013", 45),
    ],
)
def test_every_column_has_a_filter(
    make_world: Make, long_record: Prepared, place: int, typed: str, expected: int
) -> None:
    world = make_world(long_record)
    world.desk.figures.header.lines[place].setText(typed)
    assert world.desk.figures.model.rowCount() == expected
    world.desk.figures.clear_filters()
    assert world.desk.figures.model.rowCount() == 45


@pytest.mark.parametrize(
    ("typed", "shown"), [(">50%", ["57.5%"]), (">£1m", ["£5.51m"]), ("£5-6m", ["£5.51m"]), ("≥50", None)]
)
def test_a_filter_with_a_unit_shows_values_of_that_unit_alone(
    make_world: Make, short_record: Prepared, typed: str, shown: list[str] | None
) -> None:
    world = make_world(short_record)
    every = column(world.desk.figures.model, VALUE)
    world.desk.figures.header.lines[VALUE].setText(typed)
    assert column(world.desk.figures.model, VALUE) == (every if shown is None else shown)


def test_filters_join(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    world.desk.figures.quick.setText("cases 11")
    world.desk.figures.header.lines[VALUE].setText(">1100")
    world.desk.figures.header.lines[SUBJECT].setText("team c")
    assert column(world.desk.figures.model, VALUE) == ["1,196"]


def test_a_figure_that_no_longer_passes_the_filter_leaves_and_the_next_one_comes(
    qtbot: QtBot, make_world: Make, long_record: Prepared
) -> None:
    world = make_world(long_record)
    world.desk.figures.header.lines[STATE].setText("undecided")
    second, third = world.review.figures()[1].id, world.review.figures()[2].id
    world.desk.selection.select_figure(second)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    assert world.desk.figures.model.rowCount() == 44
    assert world.desk.selection.figure == third
    assert world.review.figure(second).state is State.CONFIRMED
    assert world.review.counts().confirmed == 1


def test_the_selected_figure_stays_when_filters_that_hid_all_are_taken_away(
    qtbot: QtBot, make_world: Make, long_record: Prepared
) -> None:
    world = make_world(long_record)
    figures = world.desk.figures
    selected = world.review.figures()[5].id
    world.desk.selection.select_figure(selected)
    figures.header.lines[STATE].setFocus()
    figures.header.lines[STATE].setText("nothing like it")
    assert figures.model.rowCount() == 0
    show_all = next(button for button in figures.findChildren(QPushButton) if button.text() == "Show all")
    qtbot.mouseClick(show_all, Qt.MouseButton.LeftButton)
    world.desk.go("figures")
    assert world.desk.selection.figure == selected
    assert figures.selected_ids() == [selected]


def test_doubtful_readings_come_first_where_that_is_asked(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    world.desk.figures.by_doubt.setChecked(True)
    assert [item[0] for item in column(world.desk.figures.model, 9)[:5]] == ["⚠", "⚠", "⚠", "⚠", "9"]


def editor(world: Any) -> QLineEdit:
    found = [line for line in world.desk.figures.table.viewport().findChildren(QLineEdit) if line.isVisible()]
    assert len(found) == 1
    return found[0]


def test_e_opens_the_value_and_a_good_entry_corrects_it(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_E)
    line = editor(world)
    assert line.selectedText() == "1,194"
    qtbot.keyClicks(line, "1,149")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    item = world.review.figures()[0]
    assert (str(item.current.value), item.state) == ("1149", State.CORRECTED)
    assert str(item.printed.value) == "1194"
    assert world.desk.text.view.toPlainText().count("1,194") == 1
    assert QApplication.focusWidget() is world.desk.figures.table


def test_the_cell_that_e_would_open_has_an_edge_of_the_accent(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    table = world.desk.figures.table

    def edge(place: int) -> QColor:
        cell = table.visualRect(table.model().index(0, place))
        return table.viewport().grab().toImage().pixelColor(cell.center().x(), cell.top())

    accent = table.palette().accent().color()
    assert [edge(place) == accent for place in (VALUE, UNIT)] == [True, False]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert [edge(place) == accent for place in (VALUE, UNIT)] == [False, True]
    qtbot.keyClick(table, Qt.Key.Key_E)
    assert editor(world).accessibleName() == "Correct unit"


def test_a_bad_entry_says_why_and_keeps_the_editor(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_E)
    line = editor(world)
    qtbot.keyClicks(line, "many")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor(world) is line
    assert "many" in world.window.status.currentMessage()
    assert world.review.figures()[0].state is State.UNREVIEWED
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert world.desk.figures.model.index(0, VALUE).data() == "1,194"
    assert world.window.status.currentMessage() == ""


def test_tab_goes_from_one_field_of_a_figure_to_the_next_and_back(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_E)
    qtbot.keyClicks(editor(world), "1,149")
    qtbot.keyClick(editor(world), Qt.Key.Key_Tab)
    assert editor(world).accessibleName() == "Correct unit"
    qtbot.keyClick(editor(world), Qt.Key.Key_Backtab)
    assert editor(world).accessibleName() == "Correct value"
    assert editor(world).selectedText() == "1,149"
    qtbot.keyClick(editor(world), Qt.Key.Key_Escape)
    assert str(world.review.figures()[0].current.value) == "1149"
    assert set(world.review.figures()[0].corrected) == {"value"}


def test_tab_opens_no_field_of_another_figure_when_the_corrected_one_leaves_the_filter(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.desk.figures.header.lines[STATE].setText("undecided")
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_E)
    qtbot.keyClicks(editor(world), "1,149")
    qtbot.keyClick(editor(world), Qt.Key.Key_Tab)
    assert world.review.figures()[0].state is State.CORRECTED
    assert not [line for line in world.desk.figures.table.viewport().findChildren(QLineEdit) if line.isVisible()]


@pytest.mark.parametrize(
    ("place", "typed", "shown"),
    [
        (UNIT, "weeks", "weeks"),
        (PERIOD, "Q1 2015/16", "Apr–Jun 2015"),
        (PERIOD, "as at 31 March 2013", "as at 31 Mar 2013"),
        (LABEL, "cases left open", "cases left open"),
    ],
)
def test_other_cells_are_corrected_in_place_too(
    make_world: Make, short_record: Prepared, place: int, typed: str, shown: str
) -> None:
    world = make_world(short_record)
    model = world.desk.figures.model
    assert model.setData(model.index(0, place), typed)
    assert model.index(0, place).data() == shown


@pytest.mark.parametrize("place", [VALUE, UNIT, INDICATOR, LABEL, SUBJECT, PERIOD])
def test_a_cell_left_as_it_was_is_no_correction(make_world: Make, short_record: Prepared, place: int) -> None:
    world = make_world(short_record)
    model = world.desk.figures.model
    for row in range(model.rowCount()):
        index = model.index(row, place)
        assert model.setData(index, index.data(Qt.ItemDataRole.EditRole))
    assert world.review.counts().corrected == 0


def test_all_records_can_be_shown_at_once(make_world: Make, long_record: Prepared, short_record: Prepared) -> None:
    world = make_world(long_record, short_record)
    scope = world.desk.figures.scope
    scope.setCurrentIndex(1)
    scope.activated.emit(1)
    assert world.desk.figures.model.rowCount() == 48
    world.desk.selection.select_figure(world.desk.figures.model.id_at(47))
    assert world.desk.text.view.toPlainText().count("£5.51m") == 1


def test_among_all_records_each_figure_says_which_it_is_of_and_the_column_goes_with_its_filter(
    make_world: Make, long_record: Prepared, short_record: Prepared
) -> None:
    world = make_world(long_record, short_record)
    pane = world.desk.figures
    record = [column.title for column in COLUMNS].index("Record")
    assert pane.header.isSectionHidden(record)
    pane.scope.setCurrentIndex(1)
    pane.scope.activated.emit(1)
    assert not pane.header.isSectionHidden(record)
    assert pane.header.visualIndex(record) == pane.header.visualIndex(VALUE) + 1
    days = {each.id: words.day(each.meeting_date) for each in world.review.documents()}
    first = world.review.figures()[0]
    said = pane.model.index(pane.model.row_of(first.id), record).data()
    assert said == f"{days[first.document]} · {world.review.titles()[first.document]}"
    pane.header.lines[record].setText(days[first.document])
    assert {pane.model.figure(pane.model.id_at(row)).document for row in range(pane.model.rowCount())} == {
        first.document
    }
    pane.scope.setCurrentIndex(0)
    pane.scope.activated.emit(0)
    assert pane.header.isSectionHidden(record)
    assert not pane.model.is_filtered()
    world.desk.save_layout()
    pane.take_layout(pane.header.saveState())
    assert pane.header.isSectionHidden(record)
    assert pane.header.visualIndex(record) == pane.header.visualIndex(VALUE) + 1


def test_a_value_of_seven_digits_is_not_cut(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.decisions.correct(world.review.figures()[0].id, {"value": "5,500,000"})
    table = world.desk.figures.table
    index = table.model().index(0, VALUE)
    assert table.sizeHintForIndex(index).width() <= table.columnWidth(VALUE)


def test_a_table_without_rows_says_why(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    pane = world.desk.figures
    assert pane.nothing.isHidden()
    pane.quick.setText("no such words")
    assert (pane.nothing.isVisible(), pane.nothing.text()) == (True, "No figure passes the filters.")
    pane.clear_filters()
    assert pane.nothing.isHidden()


def test_all_records_stand_in_the_table_alike_before_and_after_they_were_read(
    qtbot: QtBot, tmp_path: Path, long_record: Prepared, short_record: Prepared
) -> None:
    with Workspace.open(tmp_path / "two.crossfoot", create=True) as workspace:
        first = Review(workspace, dictionary())
        for record in (long_record, short_record):
            first.store(record)
        review = Review(workspace, dictionary())
        model = FiguresModel(review, lambda *_: "", light())
        model.set_scope(None)
        before = [column(model, place) for place in range(model.columnCount())]
        assert review.read_ahead(60)
        model.reload()
        assert before == [column(model, place) for place in range(model.columnCount())]
        assert model.total == model.rowCount() == 48


def test_undo_in_a_filter_that_nothing_was_typed_into_is_that_of_the_workspace_and_else_that_of_the_line(
    qtbot: QtBot, make_world: Make, long_record: Prepared
) -> None:
    world = make_world(long_record)
    quick = world.desk.figures.quick
    undo = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    for line in (quick, world.desk.figures.header.lines[0], world.desk.documents.filter):
        line.setFocus()
        qtbot.keyClick(line, *undo)
        assert world.review.counts().confirmed == 0
        qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        assert world.review.counts().confirmed == 1
    quick.setFocus()
    qtbot.keyClicks(quick, "team")
    for _ in range(2):
        qtbot.keyClick(quick, *undo)
        assert (quick.text(), world.review.counts().confirmed) == ("", 1)
