"""What ``packaging/run.py`` is given decides which workspace the window opens on."""

from __future__ import annotations

from pathlib import Path

import pytest

import run
from system import SetupError

SAMPLES = (Path("seeds/a.txt"), Path("seeds/b.docx"))


def test_the_first_start_makes_a_workspace_from_the_samples(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run.window_arguments([], out, SAMPLES) == [
        str(out / "samples.crossfoot"),
        "--import",
        *map(str, SAMPLES),
    ]


def test_the_second_start_finds_that_workspace_again(tmp_path: Path) -> None:
    (tmp_path / "samples.crossfoot").touch()
    assert run.window_arguments([], tmp_path, SAMPLES) == [str(tmp_path / "samples.crossfoot")]


def test_a_workspace_is_opened(tmp_path: Path) -> None:
    given = tmp_path / "mine.crossfoot"
    assert run.window_arguments([given], tmp_path, SAMPLES) == [str(given)]


def test_documents_go_into_a_new_workspace_and_never_into_one_that_is_there(tmp_path: Path) -> None:
    documents = [Path("/records/June.docx"), Path("/records/July.docx")]
    first = run.window_arguments(documents, tmp_path, SAMPLES)
    assert first == [str(tmp_path / "June.crossfoot"), "--import", *map(str, documents)]
    Path(first[0]).touch()
    assert run.window_arguments(documents, tmp_path, SAMPLES)[0] == str(tmp_path / "June-2.crossfoot")


def test_a_workspace_among_documents_is_a_question_not_a_guess(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"mine\.crossfoot is a workspace; give it alone"):
        run.window_arguments([Path("a.txt"), Path("mine.crossfoot")], tmp_path, SAMPLES)
