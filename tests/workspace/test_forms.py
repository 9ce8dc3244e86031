"""A workspace of every earlier form of the program opens, with everything that was decided in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import State
from crossfoot.model.codebook import CodeKind
from crossfoot.model.views import ViewKind
from crossfoot.review.session import Review
from crossfoot.workspace import BackupReason, Workspace, list_backups
from crossfoot.workspace.schema import SCHEMA_VERSION

FORMS = sorted(Path(__file__).with_name("forms").glob("*.crossfoot"))


def _form(path: Path) -> int:
    """Return the form that a file says it has, without opening it."""
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_there_is_a_workspace_of_every_form_up_to_the_one_before_this() -> None:
    assert {_form(path) for path in FORMS} >= set(range(1, SCHEMA_VERSION))
    assert all(_form(path) <= SCHEMA_VERSION for path in FORMS)


@pytest.mark.parametrize("kept", FORMS, ids=lambda path: path.stem)
def test_an_older_workspace_opens_with_all_decisions_notes_and_its_history(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.crossfoot"
    shutil.copyfile(kept, path)
    with Workspace.open(path) as workspace:
        review = Review(workspace, dictionary())
        figures = review.figures()
        assert [(figure.printed.quote, figure.state) for figure in figures] == [
            ("1,194", State.CONFIRMED),
            ("176", State.CORRECTED),
            ("£5.51m", State.REJECTED),
            ("57.5%", State.QUERIED),
            ("41", State.UNREVIEWED),
        ]
        assert figures[1].current.value == 177
        assert [figure.reason for figure in figures[1:4]] == [
            *("typed wrongly", "a condition, not performance", "of which teams?"),
        ]
        assert figures[4].note == "look again"
        (annotation,) = review.annotations()
        assert (annotation.comment, annotation.tags) == ("who counted?", ("ask",))
        assert {row.reviewer for row in review.history()} == {"AB"}
        assert [row.verb for row in reversed(review.history())][:4] == ["import", "confirm", "correct", "reject"]
        assert [hit.document for hit in review.search("contacts")] != []
        assert review.verify() == ()
    made_before = [backup for backup in list_backups(path) if backup.reason is BackupReason.UPDATE]
    assert len(made_before) == (1 if _form(kept) < SCHEMA_VERSION else 0)
    if made_before:
        assert _form(made_before[0].path) == _form(kept)


@pytest.mark.parametrize("kept", [path for path in FORMS if _form(path) >= 5], ids=lambda path: path.stem)
def test_what_an_older_workspace_held_beside_figures_is_there_too(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.crossfoot"
    shutil.copyfile(kept, path)
    form = _form(kept)
    with Workspace.open(path) as workspace:
        review = Review(workspace, dictionary())
        assert [rule.words for rule in review.taught()] == ["contact"]
        assert [check.title for check in review.own_checks()] == (["Same"] if form >= 6 else [])
        assert [rule.days for rule in review.call_in_rules().values()] == ([5] if form >= 6 else [])
        assert [view.query for view in review.views(ViewKind.SEARCH)] == (["state:queried"] if form >= 7 else [])
        said = {use.code.name: use.code.meaning for use in review.codebook() if use.code.kind is CodeKind.TAG}
        assert said == {"ask": "to be asked" if form >= 8 else ""}


@pytest.mark.parametrize("kept", FORMS, ids=lambda path: path.stem)
def test_what_was_done_in_an_older_form_can_be_undone_in_this_one(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.crossfoot"
    shutil.copyfile(kept, path)
    with Workspace.open(path) as workspace:
        review = Review(workspace, dictionary())
        review.undo()
        assert review.annotations() == ()
        review.undo()
        assert review.figures()[4].note == ""
        review.redo()
        assert review.figures()[4].note == "look again"
        assert review.verify() == ()
