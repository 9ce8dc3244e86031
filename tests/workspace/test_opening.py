"""What a file must be to be opened, and what is said and left alone where it is not."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crossfoot.model import Extraction, Reading, WorldError
from crossfoot.workspace import Workspace, restore


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE accounts (id)")


def _newer(path: Path) -> None:
    Workspace.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")


def _cut_off(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00 and no more")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"Minutes of the meeting"), "not a Crossfoot workspace"),
        (_cut_off, "cut off"),
        (_foreign_database, "another program"),
        (_newer, "newer Crossfoot"),
    ],
)
def test_a_file_that_is_no_workspace_gets_its_sentence_and_keeps_every_byte(
    path: Path, make: Callable[[Path], None], words: str
) -> None:
    make(path)
    before = path.read_bytes()
    with pytest.raises(WorldError, match=words) as told:
        Workspace.open(path, create=True)
    assert path.name in str(told.value)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_missing_workspace_is_told_and_not_made(path: Path) -> None:
    with pytest.raises(WorldError, match="not there"):
        Workspace.open(path)
    assert not path.exists()


def test_a_folder_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="folder"):
        Workspace.open(tmp_path, create=True)


def test_a_workspace_is_one_file_once_it_is_closed(filled: Path) -> None:
    assert [p.name for p in filled.parent.iterdir()] == [filled.name]


def test_what_was_stored_comes_back_exactly(filled: Path, reading: Reading, extraction: Extraction) -> None:
    with Workspace.open(filled) as workspace:
        document = workspace.documents.document("d1")
        assert (document.reading, document.extraction) == (reading, extraction)
        assert str(document.extraction.figures[1].value) == "5510000.00"
        assert workspace.documents.original("d1") == b"%PDF bytes"


def kept_out(path: Path, *, glanced_at: bool) -> str:
    """Return what the second opener of a workspace is told while another process, named ``(process N)``, holds it."""
    glance = "Path(sys.argv[1]).open('rb').close()" if glanced_at else "pass"
    holder = (
        "import sys; from pathlib import Path; from crossfoot.workspace import Workspace, restore\n"
        f"with Workspace.open(Path(sys.argv[1])):\n    {glance}\n    print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(WorldError) as told:
            Workspace.open(path)
        other.communicate("")
    return str(told.value).replace(f"(process {other.pid})", "(process N)")


def test_the_second_opener_is_told_who_holds_the_file(filled: Path) -> None:
    assert f"{socket.gethostname()} (process N)" in kept_out(filled, glanced_at=False)
    Workspace.open(filled).close()


def test_a_holder_whose_dialog_glanced_at_the_file_keeps_the_second_opener_out(filled: Path) -> None:
    assert "(process N)" in kept_out(filled, glanced_at=True)
    Workspace.open(filled).close()
    assert [p.name for p in filled.parent.iterdir()] == [filled.name]


def test_a_lock_left_by_a_dead_process_of_this_computer_is_taken_over(filled: Path) -> None:
    lock = filled.with_name(filled.name + ".lock")
    lock.write_text(json.dumps({"host": socket.gethostname(), "user": "x", "pid": 1, "since": "yesterday"}))
    with Workspace.open(filled):
        assert json.loads(lock.read_text())["pid"] == os.getpid()
    assert not lock.exists()


def test_a_lock_of_another_computer_is_never_removed(filled: Path) -> None:
    lock = filled.with_name(filled.name + ".lock")
    text = json.dumps({"host": "desk-12", "user": "jane", "pid": 4, "since": "2024-05-06 09:00"})
    lock.write_text(text)
    before = filled.read_bytes()
    with pytest.raises(WorldError, match=r"jane on desk-12 .*delete the file spring\.crossfoot\.lock"):
        Workspace.open(filled)
    assert lock.read_text() == text
    assert filled.read_bytes() == before


def test_half_a_lock_file_names_nobody_and_locks_nobody_out(filled: Path) -> None:
    filled.with_name(filled.name + ".lock").write_text('{"host": "de')
    Workspace.open(filled).close()


def test_a_read_only_workspace_can_be_looked_at_and_not_changed(
    filled: Path, decision: Callable[[Workspace, str, str], None]
) -> None:
    before = filled.read_bytes()
    with Workspace.open(filled, read_only=True) as workspace:
        assert workspace.read_only
        assert len(workspace.documents.rows()) == 1
        with pytest.raises(WorldError, match="can only be read"):
            decision(workspace, "d1-aaaaaaaaaa", "no")
    assert filled.read_bytes() == before
    assert [p.name for p in filled.parent.iterdir()] == [filled.name]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_in_a_read_only_folder_opens_for_looking(filled: Path) -> None:
    filled.parent.chmod(0o555)
    try:
        with Workspace.open(filled) as workspace:
            assert workspace.read_only
    finally:
        filled.parent.chmod(0o755)


def test_a_journal_left_of_a_lost_workspace_does_not_spoil_a_new_one(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"left over")
    with pytest.raises(WorldError, match="move it away"):
        Workspace.open(path, create=True)
    assert not path.exists()


def test_the_workspace_is_made_only_when_it_is_whole(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="check that the folder is there"):
        Workspace.open(tmp_path / "nowhere" / "x.crossfoot", create=True)
    assert list(tmp_path.iterdir()) == []


def _without_taught_rules(path: Path) -> Path:
    """Bring a workspace back to the form that it had before the officer could teach the program."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE taught_rules")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'taught_rules'")
        db.execute("PRAGMA user_version = 2")
        db.commit()
    return path


def test_a_workspace_of_an_older_form_is_brought_up_to_this_one_with_everything_in_it(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        rows, states = workspace.journal.rows(), workspace.officer.figure_states("d1")
    with Workspace.open(_without_taught_rules(filled)) as workspace:
        assert workspace.journal.rows() == rows
        assert workspace.officer.figure_states("d1") == states
        assert workspace.officer.rules() == ()
        assert workspace.verify() == ()


def test_a_backup_of_an_older_form_can_be_returned_to(filled: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.crossfoot"
    with Workspace.open(filled) as workspace:
        workspace.backup(old)
    restore(_without_taught_rules(old), filled, datetime(2024, 5, 6, 11, 0, tzinfo=UTC))
    with Workspace.open(filled) as workspace:
        assert workspace.verify() == ()
