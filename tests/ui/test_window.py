"""The window: ways in, imports, exports, the status line, looks, and what happens on a bad day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from crossfoot.model import Counts, State, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.ui.actions import ACTIONS, Where, key_list
from crossfoot.ui.dialogs.fault import FaultDialog
from crossfoot.ui.dialogs.keys import KeysDialog
from crossfoot.ui.look.appearance import Appearance
from crossfoot.ui.prompter import QtPrompter
from crossfoot.ui.window import MainWindow
from crossfoot.ui.window.crash import report_of
from crossfoot.workspace import Workspace

Make = Callable[..., Any]


def test_without_a_workspace_there_are_two_ways_in(make_world: Make) -> None:
    world = make_world(open_it=False)
    assert world.window.welcome.isVisible()
    assert world.window.desk is None
    assert world.window.actions_of["import"].isEnabled()
    assert not world.window.actions_of["export"].isEnabled()
    said = " ".join(label.text() for label in world.window.welcome.findChildren(QLabel))
    assert all(kind in said for kind in ("Word", "OpenDocument", "RTF", "PDF", "web pages", "mail", "plain text"))


def test_enter_presses_the_button_of_the_first_page(qtbot: QtBot, make_world: Make) -> None:
    world = make_world(open_it=False)
    wanted: list[bool] = []
    world.window.welcome.own_wanted.connect(lambda: wanted.append(True))
    world.prompter.files = []
    qtbot.keyClick(world.window.welcome.own, Qt.Key.Key_Return)
    assert wanted == [True]


def test_the_samples_open_in_a_workspace_of_their_own(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(open_it=False)
    world.results.append(short_record)
    qtbot.mouseClick(world.window.welcome.samples, Qt.MouseButton.LeftButton)
    assert [item.title for item in world.review.documents()] == ["Workload in the Children's Teams"]
    assert world.review.path.name == "Sample records.crossfoot"


def test_ones_own_records_go_into_a_workspace_that_is_asked_for(
    qtbot: QtBot, make_world: Make, tmp_path: Path, short_record: Prepared
) -> None:
    world = make_world(open_it=False)
    world.results.append(short_record)
    world.prompter.files = [tmp_path / "short.txt"]
    world.prompter.saved_as = tmp_path / "mine"
    qtbot.mouseClick(world.window.welcome.own, Qt.MouseButton.LeftButton)
    assert world.review.path == tmp_path / "mine.crossfoot"
    assert world.review.counts().found == 3


def test_the_key_for_importing_is_a_way_in_where_no_workspace_is_open(
    qtbot: QtBot, make_world: Make, tmp_path: Path, short_record: Prepared
) -> None:
    world = make_world(open_it=False)
    world.results.append(short_record)
    world.prompter.files = [tmp_path / "short.txt"]
    world.prompter.saved_as = tmp_path / "mine"
    qtbot.keyClick(world.window.welcome.samples, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert world.review.path == tmp_path / "mine.crossfoot"
    assert world.review.counts().found == 3


def test_a_list_that_a_question_lay_over_has_the_keys_again_when_that_is_answered(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    window = make_world(short_record).window
    prompter = QtPrompter(window)
    prompter.report("Import", "1 file was left out:", ("bad.pdf is damaged.",))
    over = QDialog(window)
    over.open()
    over.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is over)
    over.reject()
    window.activateWindow()
    prompter.go_back_to_report()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QDialog))
    report = QApplication.activeWindow()
    assert report.windowTitle() == "Import"
    qtbot.keyClick(report, Qt.Key.Key_Escape)
    assert not report.isVisible()
    prompter.go_back_to_report()  # there is none any more


def test_a_workspace_that_somebody_else_holds_is_told_in_a_sentence_and_the_welcome_page_stays(
    make_world: Make,
) -> None:
    world = make_world(open_it=False)
    with Workspace.open(world.workspace, create=True):
        assert not world.window.open_workspace(world.workspace)
    assert len(world.prompter.told) == 1
    assert world.workspace.name in world.prompter.told[0]
    assert world.window.welcome.isVisible()


def test_where_no_file_could_be_read_no_record_is_said_to_be_imported(make_world: Make) -> None:
    world = make_world()
    world.results.append(WorldError("empty.txt is empty (0 bytes); save or download it again."))
    world.window.workplace.intake.take([Path("empty.txt")])
    assert world.prompter.reports[0][0] == "No record imported; 1 file was left out:"


def test_files_that_cannot_be_read_are_listed_and_the_others_are_in(
    make_world: Make, short_record: Prepared, long_record: Prepared
) -> None:
    world = make_world()
    world.results += [short_record, WorldError("bad.pdf: it is encrypted; save it without a password."), long_record]
    world.prompter.files = [Path("a"), Path("b"), Path("c")]
    world.window.actions_of["import"].trigger()
    assert len(world.review.documents()) == 2
    summary, *failures = world.prompter.reports[0]
    assert summary == "2 records imported; 1 file was left out:"
    assert failures == ["bad.pdf: it is encrypted; save it without a password."]
    assert world.desk.selection.figure == world.review.next_undecided(None)


def test_a_record_that_is_there_already_is_left_out_with_its_sentence(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.results.append(short_record)
    world.prompter.files = [Path("short.txt")]
    world.window.actions_of["import"].trigger()
    assert "already in the workspace" in world.prompter.reports[0][1]


def test_dropped_files_are_imported(make_world: Make, short_record: Prepared) -> None:
    world = make_world()
    world.results.append(short_record)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/records/short.txt")])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    world.window.dropEvent(event)
    assert len(world.review.documents()) == 1


def test_an_export_is_written_in_the_background(
    qtbot: QtBot, make_world: Make, tmp_path: Path, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.prompter.saved_as = tmp_path / "summary.html"
    world.window.actions_of["export"].trigger()
    qtbot.waitUntil(lambda: "Exported" in world.window.status.currentMessage())
    assert (tmp_path / "summary.html").read_text() == "records.crossfoot"


def test_a_workspace_without_records_says_that_there_is_nothing_to_export(make_world: Make, tmp_path: Path) -> None:
    world = make_world()
    world.prompter.saved_as = tmp_path / "summary.html"
    world.window.actions_of["export"].trigger()
    assert "no record to export" in world.window.status.currentMessage()
    assert not world.prompter.saved_as.exists()


def test_the_status_line_says_saved_only_after_something_was(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    look = world.review.counts().findings
    assert world.window.status.shown() == f"0 of 3 checked · {look} to look at"
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    assert world.window.status.shown().startswith(
        f"1 of 3 checked · {world.review.counts().findings} to look at · saved "
    )


def test_a_record_taken_out_comes_back_with_undo(
    make_world: Make, short_record: Prepared, long_record: Prepared
) -> None:
    world = make_world(short_record, long_record)
    world.desk.selection.select_document(world.review.documents()[0].id)
    world.window.actions_of["remove"].trigger()
    assert len(world.review.documents()) == 1
    assert world.desk.selection.document == world.review.documents()[0].id
    world.window.actions_of["undo"].trigger()
    assert len(world.review.documents()) == 2
    assert world.desk.documents.model.rowCount() == 2


def test_initials_are_asked_once_and_hold_nothing_up(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record, initials="")
    notice = world.desk.notice
    assert notice is not None
    assert notice.isVisible()
    assert QApplication.focusWidget() is world.desk.figures.table
    notice.line.setText("AB")
    qtbot.mouseClick(notice.keep, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    assert world.review.figures()[0].reviewer == "AB"
    assert world.settings.initials() == "AB"


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_colours_can_be_chosen_and_are_remembered(make_world: Make, short_record: Prepared, scheme: str) -> None:
    world = make_world(short_record)
    world.window.actions_of[f"scheme_{scheme}"].trigger()
    assert world.settings.text("view/scheme") == scheme
    base = QApplication.palette().base().color()
    assert (base.lightness() < 128) == (scheme != "light")


def test_the_layout_is_remembered(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.figures.header.resizeSection(1, 133)
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    assert world.desk.figures.header.sectionSize(1) == 133
    world.window.actions_of["reset_layout"].trigger()
    assert world.desk.figures.header.sectionSize(1) != 133


def test_ctrl_1_to_5_go_to_the_panes(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    desk = world.desk
    for key, pane in (
        (Qt.Key.Key_1, desk.documents),
        (Qt.Key.Key_2, desk.text),
        (Qt.Key.Key_3, desk.figures),
        (Qt.Key.Key_4, desk.inspector),
        (Qt.Key.Key_5, desk.charts_place),
    ):
        qtbot.keyClick(QApplication.focusWidget() or world.window, key, Qt.KeyboardModifier.ControlModifier)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert pane is focus or pane.isAncestorOf(focus), key


def test_ctrl_f_searches_texts_figures_and_notes_and_goes_there(
    qtbot: QtBot, make_world: Make, short_record: Prepared, long_record: Prepared
) -> None:
    world = make_world(short_record, long_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    box = world.desk.search.box
    assert box.hasFocus()
    qtbot.keyClicks(box, "5.51")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert world.review.figure(world.desk.selection.figure).printed.quote == "£5.51m"
    box.setText("in team q the officers")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert world.desk.selection.document == world.review.documents()[0].id
    assert world.desk.text.selected_words().casefold() == "in team q the officers"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert world.desk.figures.table.hasFocus()


def test_a_key_typed_into_a_filter_decides_nothing(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    quick = world.desk.figures.quick
    quick.setFocus()
    qtbot.keyClicks(quick, "enrqpfhm")
    qtbot.keyClick(quick, Qt.Key.Key_Return)
    assert quick.text() == "enrqpfhm"
    assert all(item.state is State.UNREVIEWED for item in world.review.figures())


def test_every_control_has_a_name_for_those_who_hear_it(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in world.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not world.desk.charts_place.isAncestorOf(widget)
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QLineEdit | QComboBox)
    ]
    assert nameless == []


def test_every_key_of_the_interface_is_in_the_menus_and_in_the_list() -> None:
    keys = {key for spec in ACTIONS for key in spec.keys}
    asked = {
        *("Return", "E", "R", "Q", "N", "P", "F", "H", "M", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+F", "Ctrl+O", "Ctrl+E"),
        *(f"Ctrl+{place}" for place in range(1, 6)),
        "F1",
    }
    assert asked <= keys
    assert len(key_list()) == sum(bool(spec.keys) for spec in ACTIONS)


def test_the_list_of_keys_cuts_nothing_that_a_key_does_on_a_laptop_at_150_percent(make_world: Make) -> None:
    dialog = KeysDialog(make_world().window)
    dialog.resize(760, 420)
    dialog.show()
    table = dialog.findChild(QTableWidget)
    metrics = table.fontMetrics()
    for row in range(table.rowCount()):
        for column in (0, 1, 2):
            words = table.item(row, column).text()
            assert metrics.horizontalAdvance(words) < table.columnWidth(column), words
    dialog.close()


def test_every_menu_is_one_column_on_a_laptop_at_150_percent(make_world: Make, short_record: Prepared) -> None:
    window = make_world(short_record).window
    menus = [action.menu() for action in window.menuBar().actions()]
    assert "Checks" in [menu.title().replace("&", "") for menu in menus]
    for menu in menus:
        menu.ensurePolished()
        rows = [menu.actionGeometry(action) for action in menu.actions() if action.isVisible()]
        assert sum(row.height() for row in rows) <= 500, menu.title()


def test_no_key_means_two_things_in_one_place() -> None:
    everywhere = {Where.ALWAYS, Where.WORKSPACE}
    for place in Where:
        there = [key for spec in ACTIONS if spec.where in everywhere | {place} for key in spec.keys]
        assert len(there) == len(set(there)), place


def test_a_fault_shows_a_report_without_a_word_of_any_document_and_the_window_lives_on(
    qtbot: QtBot, make_world: Make, tmp_path: Path, short_record: Prepared
) -> None:
    world = make_world(short_record)
    with pytest.raises(ValueError, match="1,194") as caught:
        Decimal(1).compare(int("There were 1,194 open cases"))
    report = report_of(caught.type, caught.tb)
    assert "ValueError" in report
    assert "open cases" not in report
    world.prompter.saved_as = tmp_path / "report.txt"
    world.window.show_fault(report)
    dialog = world.window.findChild(FaultDialog)
    assert dialog is not None
    dialog.buttons.accepted.emit()
    assert (tmp_path / "report.txt").read_text() == report
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_N)


def test_the_counts_of_a_record_without_figures_say_so_and_large_ones_have_their_commas(make_world: Make) -> None:
    status = make_world().window.status
    status.show_counts(Counts(findings=1), None)
    assert status.shown() == "no figures · 1 to look at"
    status.show_counts(Counts(confirmed=1200, unreviewed=1800), None)
    assert status.shown() == "1,200 of 3,000 checked · 0 to look at"


def test_documents_show_progress_in_words(make_world: Make, short_record: Prepared, long_record: Prepared) -> None:
    world = make_world(short_record, long_record)
    model = world.desk.documents.model
    world.desk.documents.filter.setText("13 jun 2013")
    assert model.rowCount() == 1
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "0 of 45 figures decided" in said
    assert long_record.extraction.record.meeting_date == date(2013, 6, 13)


def test_a_figure_brings_its_indicator_along(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    first, second, _ = world.review.figures()
    world.desk.decisions.correct(second.id, {"indicator": "Children looked after"})
    world.desk.selection.select_figure(second.id)
    assert world.desk.selection.indicator == world.review.figure(second.id).current.indicator
    kept = world.desk.selection.indicator
    world.desk.selection.select_figure(first.id)
    assert world.desk.selection.indicator == kept


def test_a_letter_typed_into_an_open_menu_chooses_from_it_and_decides_nothing(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    view = next(action.menu() for action in world.window.menuBar().actions() if action.text() == "&View")
    view.popup(world.window.mapToGlobal(QPoint(50, 20)))
    qtbot.keyClick(view, Qt.Key.Key_R)
    assert not view.isVisible()
    assert world.desk.inspector.ask.isHidden()
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_R)
    assert world.desk.inspector.ask.isVisible()


@pytest.mark.parametrize("place", ["documents", "figures"])
def test_a_list_or_table_with_the_focus_has_an_edge_of_the_accent(
    make_world: Make, short_record: Prepared, place: str
) -> None:
    world = make_world(short_record)
    world.desk.go("text")
    view = world.desk.documents.list if place == "documents" else world.desk.figures.table
    edge = QPoint(0, view.height() // 2)
    without = view.grab().toImage().pixelColor(edge)
    world.desk.go(place)
    assert view.hasFocus()
    assert without != view.grab().toImage().pixelColor(edge) == view.palette().accent().color()


def test_a_record_in_the_bin_keeps_its_title_in_the_journal(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    title = world.review.documents()[0].title
    world.window.actions_of["remove"].trigger()
    assert not world.review.documents()
    world.desk.go("journal")
    assert title in world.desk.journal.list.item(0).text()


def test_a_window_kept_on_a_larger_screen_opens_within_this_one(make_world: Make, qapp: QApplication) -> None:
    first = make_world(open_it=False)
    room = first.window.screen().availableGeometry()
    first.window.resize(room.width() + 700, room.height() + 400)
    first.window.close()
    services = first.window._services  # noqa: SLF001 - the same world, opened again
    again = MainWindow(services, first.settings, Appearance(qapp, first.settings), prompter=first.prompter)
    assert room.contains(again.geometry())
    again.deleteLater()


def test_the_window_fits_a_laptop_of_1366_by_768_at_150_percent(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    least = world.window.minimumSizeHint()
    assert least.width() <= 1366 / 1.5
    assert least.height() <= 728 / 1.5
