"""The file that a record came from is opened as a copy and saved byte for byte."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crossfoot.review.originals import file_name
from crossfoot.review.prepared import Prepared

Make = Callable[..., Any]


def test_the_original_is_opened_as_a_copy_that_can_only_be_read(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.window.actions_of["open_original"].trigger()
    (copy,) = world.opener.opened
    assert copy.name == "short.txt"
    assert copy.read_bytes() == short_record.data
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IRUSR
        assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == stat.S_IRWXU
    assert "can only be read" in world.window.status.currentMessage()


def test_the_copy_is_gone_when_the_workspace_is_closed(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.window.actions_of["open_original"].trigger()
    world.window.actions_of["open_original"].trigger()
    first, second = world.opener.opened
    assert first == second
    world.window.close_workspace()
    assert not first.exists()
    assert not first.parent.parent.exists()


def test_where_no_program_opens_it_the_status_says_what_to_do(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.opener.finds_a_program = False
    world.window.actions_of["open_original"].trigger()
    assert "save a copy of it instead" in world.window.status.currentMessage()


def test_a_copy_of_the_original_is_saved_byte_for_byte(
    make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    world.prompter.saved_as = tmp_path / "kept.txt"
    world.window.actions_of["save_original"].trigger()
    assert (tmp_path / "kept.txt").read_bytes() == short_record.data
    assert "kept.txt" in world.window.status.currentMessage()


def test_a_copy_that_cannot_be_written_is_told(make_world: Make, short_record: Prepared, tmp_path: Path) -> None:
    world = make_world(short_record)
    world.prompter.saved_as = tmp_path / "nowhere" / "kept.txt"
    world.window.actions_of["save_original"].trigger()
    assert "does not exist" in world.window.status.currentMessage()


def test_the_list_of_records_offers_both_in_its_own_menu(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    offered = {action.objectName() for action in world.desk.documents.list.actions()}
    assert {"open_original", "save_original"} <= offered


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/jo/record.pdf", "record.pdf"),
        (r"C:\records\a.docx", "a.docx"),
        ("records.zip/inner/a?b.html", "a_b.html"),
        ("/home/jo/...", "document"),
        ("/home/jo/" + "x" * 300 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_the_copy_has_a_name_that_every_system_takes(path: str, name: str) -> None:
    assert file_name(path) == name
