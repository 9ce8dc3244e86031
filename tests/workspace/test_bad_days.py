"""Bad days of a disk: what was acknowledged stays, what was not leaves no trace, and the sentence says what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import WorldError
from crossfoot.workspace import BackupReason, Workspace, backups_folder, local_now

Decide = Callable[[Workspace, str, str], None]

_LIMITED = """
import resource, signal, sys
from pathlib import Path
from crossfoot.model import WorldError
from crossfoot.workspace import Act, Entry, TargetKind, Workspace, local_now

path = Path(sys.argv[1])
with Workspace.open(path) as workspace:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    full = path.stat().st_size + 16384
    resource.setrlimit(resource.RLIMIT_FSIZE, (full, full))
    for turn in range(1000):
        try:
            with workspace.transaction():
                entry = Entry(TargetKind.FIGURE, "d1-aaaaaaaaaa", "d1", "null", '{"note":"' + "x" * 4000 + '"}')
                workspace.officer.apply(workspace.journal.append(Act("note", local_now(), "AB"), [entry]))
        except WorldError as error:
            print(len(workspace.journal.rows()), str(error), sep="|")
            print(*workspace.verify(), sep="|")
            break
"""
"""Writes until the system refuses to let the file grow, as a full disk does; prints the rows there and the sentence."""


@pytest.mark.skipif(sys.platform == "win32", reason="there no limit can be set on the size of files")
def test_on_a_full_disk_the_last_step_is_told_undone_and_all_before_it_is_there(filled: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(filled)], capture_output=True, text=True, check=True, timeout=120
    )
    said, verified = ran.stdout.splitlines()[:2]
    rows, sentence = said.split("|", 1)
    assert "nothing of the last step was kept" in sentence
    assert verified == ""
    with Workspace.open(filled) as workspace:
        assert len(workspace.journal.rows()) == int(rows)
        assert workspace.verify() == ()
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]


def test_a_backup_that_cannot_be_written_is_told_and_the_workspace_goes_on(filled: Path, decision: Decide) -> None:
    backups_folder(filled).write_text("a file where the folder should be")
    with Workspace.open(filled) as workspace:
        with pytest.raises(WorldError, match="no backup can be made there"):
            workspace.begin_backup(BackupReason.WORK, local_now())
        decision(workspace, "d1-aaaaaaaaaa", "later")
        assert workspace.verify() == ()


def test_a_file_that_may_only_be_read_is_looked_at_without_a_trace(filled: Path) -> None:
    filled.chmod(0o444)
    before = filled.read_bytes()
    with Workspace.open(filled, read_only=True) as workspace:
        assert len(workspace.documents.rows()) == 1
        assert workspace.verify() == ()
    filled.chmod(0o644)
    assert filled.read_bytes() == before
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]


def test_a_second_program_is_refused_and_neither_loses_a_byte(filled: Path, decision: Decide) -> None:
    second = (
        "import sys; from pathlib import Path\nfrom crossfoot.workspace import Workspace\n"
        "Workspace.open(Path(sys.argv[1]))"
    )
    with Workspace.open(filled) as workspace:
        before = filled.read_bytes()
        ran = subprocess.run([sys.executable, "-c", second, str(filled)], capture_output=True, text=True, check=False)
        assert "is open for" in ran.stderr
        assert filled.read_bytes() == before
        decision(workspace, "d1-aaaaaaaaaa", "still mine")
    with Workspace.open(filled) as workspace:
        assert workspace.verify() == ()


def test_a_stale_lock_of_another_machine_is_told_with_its_name_and_what_to_do(filled: Path) -> None:
    lock = filled.with_name(filled.name + ".lock")
    lock.write_text(json.dumps({"host": "desk-12", "user": "jane", "pid": 4, "since": "2024-05-06 09:00"}))
    with pytest.raises(WorldError, match="desk-12"):
        Workspace.open(filled)
    lock.unlink()  # as the sentence says
    with Workspace.open(filled) as workspace:
        assert workspace.verify() == ()
    assert os.listdir(filled.parent) == [filled.name]  # noqa: PTH208 - names alone
