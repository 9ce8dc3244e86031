"""The journal takes rows at its end, and nothing else goes unnoticed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from crossfoot.workspace import Workspace


@pytest.mark.parametrize(
    "statement", ["UPDATE journal SET reviewer = 'XX' WHERE seq = 1", "DELETE FROM journal WHERE seq = 2"]
)
def test_the_journal_refuses_edits_whoever_asks(filled: Path, statement: str) -> None:
    with closing(sqlite3.connect(filled)) as db, pytest.raises(sqlite3.IntegrityError, match="journal cannot be"):
        db.execute(statement)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE journal SET reason = 'other' WHERE seq = 1", "Row 1 of the journal"),
        ("UPDATE journal SET digest = 'f' || substr(digest, 2) WHERE seq = 2", "Row 2 of the journal"),
        ("DELETE FROM journal WHERE seq = 1", "Row 2 of the journal"),
        ("DELETE FROM journal WHERE seq = 2", "ends at row 1, but 2 were written"),
    ],
)
def test_verify_tells_of_a_journal_changed_behind_its_guard(filled: Path, statement: str, words: str) -> None:
    with closing(sqlite3.connect(filled)) as db:
        for trigger in ("journal_keeps_what_is_written", "journal_keeps_every_row"):
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(statement)
        db.commit()
    with Workspace.open(filled) as workspace:
        told = " ".join(workspace.verify())
    assert words in told
    assert "lost the guard" in told


def test_an_act_that_fails_half_way_leaves_no_row(
    filled: Path, decision: Callable[[Workspace, str, str], None]
) -> None:
    with Workspace.open(filled) as workspace:
        before = workspace.journal.rows()

        def fail() -> None:
            with workspace.transaction():
                decision(workspace, "d1-aaaaaaaaaa", "again")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        assert workspace.journal.rows() == before
        assert workspace.verify() == ()
