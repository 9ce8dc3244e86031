"""Backups are whole and tested; restoring loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crossfoot.model import WorldError
from crossfoot.workspace import Workspace, restore

NOW = datetime(2024, 5, 6, 11, 0, tzinfo=UTC)


def test_a_backup_is_a_sound_workspace_with_every_decision(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.crossfoot"
    with Workspace.open(filled) as workspace:
        workspace.backup(copy)
        rows = workspace.journal.rows()
    with Workspace.open(copy) as workspace:
        assert workspace.verify() == ()
        assert workspace.journal.rows() == rows


def test_a_damaged_workspace_is_not_kept_as_a_backup(filled: Path, tmp_path: Path) -> None:
    data = bytearray(filled.read_bytes())
    place = data.index(b"open cases")
    data[place : place + 4] = b"shut"
    filled.write_bytes(data)
    with Workspace.open(filled) as workspace, pytest.raises(WorldError, match="not sound"):
        workspace.backup(tmp_path / "copy.crossfoot")
    assert [p.name for p in tmp_path.iterdir()] == [filled.name]


def test_a_backup_never_writes_over_the_workspace_itself(filled: Path) -> None:
    with Workspace.open(filled) as workspace, pytest.raises(WorldError, match="name of its own"):
        workspace.backup(filled)


def test_restoring_keeps_what_stood_there(
    filled: Path, tmp_path: Path, decision: Callable[[Workspace, str, str], None]
) -> None:
    copy = tmp_path / "copy.crossfoot"
    with Workspace.open(filled) as workspace:
        workspace.backup(copy)
        decision(workspace, "d1-aaaaaaaaaa", "later")
        later = workspace.journal.rows()
    kept = restore(copy, filled, NOW)
    assert kept is not None
    with Workspace.open(filled) as workspace:
        assert len(workspace.journal.rows()) == len(later) - 1
    with Workspace.open(kept) as workspace:
        assert workspace.journal.rows() == later


def test_a_workspace_that_is_open_is_not_restored_over(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.crossfoot"
    with Workspace.open(filled) as workspace:
        workspace.backup(copy)
        with pytest.raises(WorldError, match="is open for"):
            restore(copy, filled, NOW)


def test_a_damaged_workspace_is_replaced_by_its_backup_and_kept(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.crossfoot"
    with Workspace.open(filled) as workspace:
        workspace.backup(copy)
    filled.write_bytes(b"")
    left = filled.with_name(filled.name + "-journal")
    left.write_bytes(b"left of an unfinished step")
    kept = restore(copy, filled, NOW)
    assert kept is not None
    assert kept.read_bytes() == b""
    assert not left.exists()
    with Workspace.open(filled) as workspace:
        assert workspace.verify() == ()


def test_something_that_is_no_backup_is_not_restored(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a backup")
    before = filled.read_bytes()
    with pytest.raises(WorldError, match="not a Crossfoot workspace"):
        restore(other, filled, NOW)
    assert filled.read_bytes() == before
