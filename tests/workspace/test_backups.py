"""Backups that the program makes by itself: where they are, when they are made, and which are kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.model import WorldError
from crossfoot.workspace import Backup, BackupReason, Workspace, backups_folder, list_backups, thin
from crossfoot.workspace.backups import surplus

NOW = datetime(2024, 5, 6, 11, 0, tzinfo=UTC)


def test_backups_stand_in_a_folder_beside_the_workspace_that_says_whose_they_are(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        made = workspace.begin_backup(BackupReason.WORK, NOW).finish()
    assert made == filled.parent / "spring backups" / "spring 2024-05-06 11.00.00 while working.crossfoot"
    assert [(b.path, b.reason, b.at) for b in list_backups(filled)] == [
        (made, BackupReason.WORK, datetime(2024, 5, 6, 11, 0))  # noqa: DTZ001 - local, as in its name
    ]


def test_a_backup_has_no_name_until_it_is_tested(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        pending = workspace.begin_backup(BackupReason.WORK, NOW)
        assert list_backups(filled) == ()
        pending.finish()
    assert len(list_backups(filled)) == 1


def test_a_damaged_copy_is_told_and_leaves_no_backup(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        pending = workspace.begin_backup(BackupReason.WORK, NOW)
        data = bytearray(pending.beside.read_bytes())
        place = data.index(b"open cases")
        data[place : place + 4] = b"shut"
        pending.beside.write_bytes(data)
        with pytest.raises(WorldError, match="not sound"):
            pending.finish()
    assert list(backups_folder(filled).iterdir()) == []


def test_a_backup_is_due_once_something_was_done_and_no_longer_when_it_is_made(
    filled: Path, decision: Callable[[Workspace, str, str], None]
) -> None:
    with Workspace.open(filled) as workspace:
        workspace.begin_backup(BackupReason.WORK, NOW).finish()
        assert not workspace.unsaved_by_backup
    with Workspace.open(filled) as workspace:
        assert not workspace.unsaved_by_backup
        decision(workspace, "d1-aaaaaaaaaa", "later")
        assert workspace.unsaved_by_backup
    with Workspace.open(filled) as workspace:  # left without a backup, as by a power cut
        assert workspace.unsaved_by_backup


def test_a_file_of_an_older_form_is_backed_up_before_it_is_brought_to_this_one(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        db.execute("DROP TABLE taught_rules")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'taught_rules'")
        db.execute("PRAGMA user_version = 2")
        db.commit()
    with Workspace.open(filled, clock=lambda: NOW):
        pass
    (backup,) = list_backups(filled)
    assert backup.reason is BackupReason.UPDATE
    with closing(sqlite3.connect(backup.path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)


def test_where_the_disk_has_no_room_no_backup_is_begun(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type(shutil.disk_usage(filled.parent))(100, 100, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with Workspace.open(filled) as workspace, pytest.raises(WorldError, match="no room"):
        workspace.begin_backup(BackupReason.WORK, NOW)
    assert list(backups_folder(filled).iterdir()) == []


def test_a_foreign_file_in_the_folder_is_neither_listed_nor_deleted(filled: Path) -> None:
    folder = backups_folder(filled)
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    (folder / "spring 2024-99-99 11.00.00 while working.crossfoot").write_text("no such day")
    assert list_backups(filled) == ()
    assert thin(filled, NOW) == ()
    assert len(list(folder.iterdir())) == 2


def test_what_a_crash_left_half_made_goes_after_a_day(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        pending = workspace.begin_backup(BackupReason.WORK, NOW)
        begun = pending.beside.stat().st_mtime
        assert thin(filled, datetime.fromtimestamp(begun + 60, UTC)) == ()
        assert pending.beside.exists()
        assert thin(filled, datetime.fromtimestamp(begun + 2 * 86400, UTC)) == (pending.beside,)


_MOMENT = datetime(2024, 5, 6, 11, 0)  # noqa: DTZ001 - local, as in the names of backups
_BACKUPS = st.lists(
    st.tuples(st.integers(0, 600 * 24 * 2), st.sampled_from(BackupReason)), unique_by=lambda each: each[0], max_size=80
).map(
    lambda made: [
        Backup(Path(f"{half_hours}"), _MOMENT - timedelta(minutes=30 * half_hours), reason, 1)
        for half_hours, reason in made
    ]
)


@given(_BACKUPS)
def test_thinning_keeps_the_newest_one_a_day_for_a_month_one_a_month_after_and_all_made_by_hand(
    backups: list[Backup],
) -> None:
    gone = surplus(backups, _MOMENT)
    kept = [backup for backup in backups if backup not in gone]
    if backups:
        assert max(backups, key=lambda each: each.at) in kept
    assert all(backup.reason is not BackupReason.HAND for backup in gone)
    for backup in gone:
        old = _MOMENT - backup.at >= timedelta(days=31)
        assert any((b.at.year, b.at.month, old or b.at.day) == (backup.at.year, backup.at.month, old or backup.at.day)
                   for b in kept)  # fmt: skip
    automatic = [b for b in kept if b.reason in {BackupReason.WORK, BackupReason.CLOSE}]
    assert len(automatic) <= 25 + 32 + 21
    assert surplus(kept, _MOMENT) == ()
