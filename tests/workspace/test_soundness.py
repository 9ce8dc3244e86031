"""What is stored is tested: no change of it is shown as if it were true."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crossfoot.model import WorldError
from crossfoot.workspace import Workspace

from .flips import unnoticed


def test_a_workspace_as_it_was_written_is_sound(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        assert workspace.verify() == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE documents SET text = replace(text, '1,194', '1,195')", "text and figures of d1"),
        ("UPDATE figures SET data = replace(data, '1194', '1195')", "text and figures of d1"),
        ("UPDATE originals SET bytes = x'00'", "original file of d1"),
        ("UPDATE figure_states SET data = replace(data, 'right', 'wrong')", "figure d1-aaaaaaaaaa"),
        ("DELETE FROM figure_states", "figure d1-bbbbbbbbbb"),
        ("INSERT INTO bin VALUES ('d1', 'd1', '{}', '')", "document d1"),
        ("UPDATE finding_sets SET digest = ''", "findings of d1"),
    ],
)
def test_verify_names_what_is_not_what_was_written(filled: Path, statement: str, words: str) -> None:
    with closing(sqlite3.connect(filled)) as db:
        db.execute(statement)
        db.commit()
    with Workspace.open(filled) as workspace:
        assert words in " ".join(workspace.verify())


def test_a_changed_text_is_never_handed_out(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        db.execute("UPDATE documents SET text = replace(text, '1,194', '1,195')")
        db.commit()
    with Workspace.open(filled) as workspace, pytest.raises(WorldError, match="SHA-256"):
        workspace.documents.document("d1")


def test_a_flipped_bit_is_told_or_changes_nothing_that_is_shown(filled: Path) -> None:
    assert unnoticed(filled, 60) == []


def test_what_older_rules_found_is_tested_too(filled: Path) -> None:
    with Workspace.open(filled) as workspace, workspace.transaction():
        workspace.documents.add_extraction("d1", replace(workspace.documents.extraction("d1"), version="8"))
    with closing(sqlite3.connect(filled)) as db:
        db.execute("UPDATE figures SET data = replace(data, '1194', '1195') WHERE extraction = 1")
        db.commit()
    with Workspace.open(filled) as workspace:
        assert workspace.documents.document("d1")
        assert any("earlier figures of d1" in sentence for sentence in workspace.verify())
