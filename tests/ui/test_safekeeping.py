"""The bin and the backups in the window, and what happens when a workspace is damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossfoot.model import State
from crossfoot.review.keeping import BackupReason, list_backups
from crossfoot.review.prepared import Prepared
from crossfoot.ui.dialogs.backups import BackupsDialog
from crossfoot.ui.dialogs.bin import BinDialog
from crossfoot.ui.window.crash import CrashHook
from crossfoot.workspace import Workspace

Make = Callable[..., Any]


def test_a_record_that_was_taken_out_is_put_back_from_the_bin_by_keyboard(
    qtbot: QtBot, make_world: Make, short_record: Prepared, long_record: Prepared
) -> None:
    world = make_world(short_record, long_record)
    assert not world.desk.documents.bin.isVisible()
    world.window.actions_of["remove"].trigger()
    assert world.desk.documents.bin.text() == "In the bin: 1"
    world.window.actions_of["bin"].trigger()
    dialog = world.window.findChild(BinDialog)
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert len(world.review.documents()) == 2
    assert not dialog.back.isEnabled()
    assert not world.desk.documents.bin.isVisible()


def test_what_was_done_is_backed_up_at_closing_and_what_was_not_is_not(
    make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.desk.decisions.confirm()
    world.window.close()
    (backup,) = list_backups(world.workspace)
    assert backup.reason is BackupReason.CLOSE
    world.window.open_workspace(world.workspace)
    world.window.close()
    assert list_backups(world.workspace) == (backup,)


def test_while_one_works_a_backup_is_made_where_something_was_done(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.desk.decisions.confirm()
    world.window.workplace.safekeeping.tick()
    qtbot.waitUntil(lambda: len(list_backups(world.workspace)) == 1)
    with Workspace.open(list_backups(world.workspace)[0].path) as copy:
        assert copy.verify() == ()
    world.window.workplace.safekeeping.tick()
    world.window.close()
    assert [backup.reason for backup in list_backups(world.workspace)] == [BackupReason.WORK]


def test_the_officer_returns_to_a_backup_and_the_state_before_is_kept(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    first = world.desk.selection.figure
    world.window.actions_of["backups"].trigger()
    dialog = world.window.findChild(BackupsDialog)
    dialog.now.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    world.desk.decisions.confirm()
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert world.review.figure(first).state is State.UNREVIEWED
    kept = list(world.workspace.parent.glob("records before *.crossfoot"))
    assert len(kept) == 1
    with Workspace.open(kept[0]) as before:
        assert before.officer.figure_states("d1")[first].state is State.CONFIRMED


def _damage(path: Path) -> None:
    """Overwrite a page in the middle of a workspace."""
    data = bytearray(path.read_bytes())
    data[100:3000] = b"\xff" * 2900
    path.write_bytes(data)


def test_a_damaged_workspace_leads_to_its_newest_sound_backup_and_is_kept_under_a_new_name(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    first = world.desk.selection.figure
    world.desk.decisions.confirm()
    world.window.close_workspace()
    qtbot.waitUntil(lambda: len(list_backups(world.workspace)) == 1)
    _damage(world.workspace)
    damaged = world.workspace.read_bytes()
    assert not world.window.open_workspace(world.workspace)
    page = world.window.recovery
    assert page.isVisibleTo(world.window)
    assert world.workspace.read_bytes() == damaged
    qtbot.waitUntil(page.restore.isEnabled)
    assert "at closing" in page.found.text()
    page.restore.click()
    assert world.review.figure(first).state is State.CONFIRMED
    (kept,) = world.workspace.parent.glob("records damaged *.crossfoot")
    assert kept.read_bytes() == damaged


def test_where_no_sound_backup_is_there_the_recovery_page_says_so_and_takes_another_copy(
    qtbot: QtBot, make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    copy = tmp_path / "copy.crossfoot"
    world.review.backup(copy)
    world.window.close_workspace()
    qtbot.waitUntil(lambda: len(list_backups(world.workspace)) == 1)
    for path in (world.workspace, list_backups(world.workspace)[0].path):
        _damage(path)
    world.window.open_workspace(world.workspace)
    page = world.window.recovery
    qtbot.waitUntil(lambda: "No sound backup" in page.found.text())
    assert not page.restore.isEnabled()
    world.prompter.files = [copy]
    page.other.click()
    assert world.review.counts().found == 3


def test_damage_that_shows_only_in_the_middle_of_the_work_leads_to_recovery_too(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.window.close_workspace()
    data = world.workspace.read_bytes()
    world.workspace.write_bytes(data.replace(b"The budget was", b"Our budget was"))
    hook = CrashHook()
    hook.refused.connect(world.window.show_refusal)
    with qtbot.captureExceptions() as raised:  # in a signal, where only the program's own hook sees it
        world.window.open_workspace(world.workspace)
    hook.take(*raised[0])
    assert world.window.recovery.isVisibleTo(world.window)
    assert world.window.desk is None
    qtbot.waitUntil(lambda: "Testing" not in world.window.recovery.found.text())
