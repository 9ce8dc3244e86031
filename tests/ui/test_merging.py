"""A colleague's copy is merged in the window, its conflicts decided by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from crossfoot.assets import dictionary
from crossfoot.model import State
from crossfoot.model.views import ViewKind
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.ui.dialogs.merge import MergeDialog
from crossfoot.workspace import Workspace

Make = Callable[..., Any]


def _copy(world: Any, path: Path, decide: Callable[[Review, list[str]], object]) -> list[str]:
    """Let a colleague decide in a copy, and choose it in the next dialog for files."""
    ids = [figure.id for figure in world.review.figures()]
    world.review.backup(path)
    with Workspace.open(path) as workspace:
        decide(Review(workspace, dictionary(), reviewer="KM"), ids)
    world.prompter.files = [path]
    return ids


def test_conflicts_stand_side_by_side_and_keys_decide_on_one_after_the_other(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    ids = _copy(world, tmp_path / "km.crossfoot", lambda theirs, ids: theirs.reject(ids, "a year"))
    world.review.confirm(ids[:2])
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    assert dialog.table.rowCount() == 2
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_T)
    assert dialog.table.currentRow() == 1
    qtbot.keyClick(dialog.table, Qt.Key.Key_K)
    assert [dialog.table.item(row, 4).text() for row in range(2)] == ["✓ there", "✓ here"]
    dialog.accept()
    states = [world.review.figure(each).state for each in ids]
    assert states == [State.REJECTED, State.CONFIRMED, State.REJECTED]
    assert world.review.figure(ids[0]).reviewer == "KM"
    world.window.actions_of["undo"].trigger()
    assert world.review.counts().rejected == 0


def test_enter_goes_on_to_what_was_not_looked_at_and_merges_only_on_the_button(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    ids = _copy(world, tmp_path / "km.crossfoot", lambda theirs, ids: theirs.reject(ids, "a year"))
    world.review.confirm(ids)
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert (dialog.table.currentRow(), dialog.left.text()) == (1, "3 of 3 not looked at: what is here stays.")
    for key in (Qt.Key.Key_T, Qt.Key.Key_T, Qt.Key.Key_K):
        qtbot.keyClick(dialog.table, key)
    assert dialog.left.text() == "All are looked at."
    assert world.review.counts().rejected == 0
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.merge.hasFocus)
    qtbot.keyClick(dialog.merge, Qt.Key.Key_Return)
    assert world.review.counts().rejected == 2


def test_what_was_chosen_is_given_up_in_a_second_step_only(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    ids = _copy(world, tmp_path / "km.crossfoot", lambda theirs, ids: theirs.reject(ids, "a year"))
    world.review.confirm(ids)
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_T)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Esc again leaves" in dialog.left.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_T)
    assert dialog.left.text() == "1 of 3 not looked at: what is here stays."
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert world.review.counts().confirmed == 3


def test_both_sides_stay_in_view_beside_a_long_name(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    name = "A search for all that was ever queried, and by whom, over every record of every council " * 2
    _copy(world, tmp_path / "km.crossfoot", lambda theirs, _: theirs.save_view(ViewKind.SEARCH, name, query="a"))
    world.review.save_view(ViewKind.SEARCH, name, query="b")
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    qtbot.waitUntil(dialog.table.hasFocus)
    assert dialog.table.horizontalHeader().length() <= dialog.table.viewport().width()
    assert dialog.table.item(0, 1).toolTip() == dialog.table.item(0, 1).text()


def test_a_long_reason_is_read_to_its_end_beside_the_list_of_what_differs(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    reason = "counted already in the table of the record before, " * 60
    ids = _copy(world, tmp_path / "km.crossfoot", lambda theirs, ids: theirs.reject(ids, reason))
    world.review.confirm(ids)
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    dialog.resize(820, 472)
    label = next(each for each in dialog.findChildren(QLabel) if reason.strip() in each.text())
    area = next(each for each in dialog.findChildren(QScrollArea) if each.isAncestorOf(label))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    end = label.mapTo(area.viewport(), label.rect().bottomLeft())
    assert area.viewport().rect().contains(end)
    assert label.height() >= label.heightForWidth(label.width())
    assert dialog.table.viewport().height() >= 3 * dialog.table.rowHeight(0)


def test_a_merge_that_is_thought_better_of_changes_nothing(
    make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    _copy(world, tmp_path / "km.crossfoot", lambda theirs, ids: theirs.confirm(ids))
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    assert "3 decisions by KM" in dialog.said.text()
    dialog.reject()
    assert world.review.counts().unreviewed == 3


def test_a_copy_with_nothing_new_is_told_and_one_that_cannot_be_read_gets_its_sentence(
    make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    _copy(world, tmp_path / "km.crossfoot", lambda *_: None)
    world.window.actions_of["merge"].trigger()
    assert "nothing new" in world.prompter.reports[0][0]
    world.prompter.files = [tmp_path / "gone.crossfoot"]
    world.window.actions_of["merge"].trigger()
    assert "is not there" in world.prompter.told[0]


def test_what_is_no_figure_stands_in_the_same_list_and_is_chosen_by_the_same_keys(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    world.review.save_view(ViewKind.SEARCH, "Mine", query="old")
    _copy(
        world,
        tmp_path / "km.crossfoot",
        lambda theirs, _: theirs.save_view(ViewKind.SEARCH, "Mine", query="state:queried"),
    )
    world.review.save_view(ViewKind.SEARCH, "Mine", query="state:rejected")
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    cells = [dialog.table.item(0, column).text() for column in range(4)]
    assert cells == ["All records", "Saved search “Mine”", "state:rejected (JS)", "state:queried (KM)"]
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_T)
    dialog.accept()
    assert [view.query for view in world.review.views(ViewKind.SEARCH)] == ["state:queried"]


def test_what_was_kept_is_not_asked_about_at_the_next_merge_and_stands_in_the_journal(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    ids = _copy(world, tmp_path / "km.crossfoot", lambda theirs, ids: theirs.reject(ids[:2], "a year"))
    world.review.confirm(ids[:2])
    world.window.actions_of["merge"].trigger()
    dialog = world.window.findChild(MergeDialog)
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_K)
    dialog.accept()
    assert world.review.compare_copy(tmp_path / "km.crossfoot").choices == (ids[1],)
    world.window.actions_of["merge"].trigger()
    again = next(each for each in world.window.findChildren(MergeDialog) if each.isVisible())
    qtbot.waitUntil(again.table.hasFocus)
    qtbot.keyClick(again.table, Qt.Key.Key_K)
    again.accept()
    world.window.actions_of["merge"].trigger()
    summary, *lines = world.prompter.reports[-1]
    assert "2 kept as here in a merge before" in summary
    assert lines[0].startswith("What differs was kept as it is here")
    world.desk.go("journal")
    assert "kept as it is here: “£5.51m”" in world.desk.journal.list.item(0).text()
