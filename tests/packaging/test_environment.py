"""The environment is made anew when, and only when, something that it was made from has changed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import environment
from environment import DEVELOPMENT_LOCK, PROGRAM_LOCK, Checkout


def standing(top: Path) -> Checkout:
    """Return a checkout whose environment has all its files but no stamp yet."""
    checkout = Checkout(top)
    for name in (PROGRAM_LOCK, DEVELOPMENT_LOCK):
        checkout.lock(name).parent.mkdir(parents=True, exist_ok=True)
        checkout.lock(name).write_text(f"{name}\n", encoding="utf-8")
    checkout.scripts.mkdir(parents=True)
    checkout.python.touch()
    checkout.command.touch()
    return checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout with a whole environment for the program."""
    checkout = standing(tmp_path / "checkout")
    environment.write_stamp(checkout, PROGRAM_LOCK)
    return checkout


def test_a_whole_environment_needs_nothing(checkout: Checkout) -> None:
    assert environment.is_ready(checkout, PROGRAM_LOCK)


def test_an_environment_cut_off_half_way_is_made_again(tmp_path: Path) -> None:
    assert not environment.is_ready(standing(tmp_path), PROGRAM_LOCK)


def test_a_damaged_stamp_counts_as_none(checkout: Checkout) -> None:
    checkout.stamp.write_text('{"layout": ', encoding="utf-8")
    assert not environment.is_ready(checkout, PROGRAM_LOCK)


def test_a_changed_lock_asks_for_a_new_environment(checkout: Checkout) -> None:
    checkout.lock(PROGRAM_LOCK).write_text("another==1\n", encoding="utf-8")
    assert not environment.is_ready(checkout, PROGRAM_LOCK)


def test_the_lock_of_the_tools_does_not_concern_the_program(checkout: Checkout) -> None:
    checkout.lock(DEVELOPMENT_LOCK).write_text("another==1\n", encoding="utf-8")
    assert environment.is_ready(checkout, PROGRAM_LOCK)


def test_a_moved_checkout_asks_for_a_new_environment(checkout: Checkout, tmp_path: Path) -> None:
    moved = Checkout(checkout.top.rename(tmp_path / "elsewhere"))
    assert not environment.is_ready(moved, PROGRAM_LOCK)


@pytest.mark.parametrize("part", ["python", "command"])
def test_an_environment_that_lost_a_part_is_made_again(checkout: Checkout, part: str) -> None:
    getattr(checkout, part).unlink()
    assert not environment.is_ready(checkout, PROGRAM_LOCK)


def test_the_program_starts_from_the_environment_of_the_tests_but_not_the_other_way_round(checkout: Checkout) -> None:
    assert not environment.is_ready(checkout, DEVELOPMENT_LOCK)
    environment.write_stamp(checkout, DEVELOPMENT_LOCK)
    assert environment.is_ready(checkout, PROGRAM_LOCK)
    assert environment.is_ready(checkout, DEVELOPMENT_LOCK)


def test_an_index_set_by_the_user_is_respected_and_a_foreign_import_path_is_not() -> None:
    given = {
        "PIP_INDEX_URL": "https://index.example/simple",
        "UV_DEFAULT_INDEX": "x",
        "PYTHONPATH": "elsewhere",
        "HOME": "h",
    }
    passed_on = environment.variables(given, QT_QPA_PLATFORM="offscreen")
    assert passed_on == {
        "PIP_INDEX_URL": "https://index.example/simple",
        "UV_DEFAULT_INDEX": "x",
        "HOME": "h",
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_the_readme_and_the_hidden_files_of_the_samples_are_no_records(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name in ("b.txt", "a.docx", "README.md", ".gitattributes"):
        (tmp_path / "seeds" / name).touch()
    assert [path.name for path in Checkout(tmp_path).seeds] == ["a.docx", "b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has a .cmd file instead of a shell script")
def test_the_command_crossfoot_works_through_a_link_and_from_a_folder_with_spaces(tmp_path: Path) -> None:
    checkout = standing(tmp_path / "été at the desk")
    linked = link_targets(checkout)
    checkout.python.write_text('#!/bin/sh\nprintf "%s|" "$@"\n', encoding="utf-8")
    checkout.python.chmod(0o755)
    link = tmp_path / "crossfoot"
    link.symlink_to(checkout.command)
    said = subprocess.run([str(link), "open me.crossfoot"], capture_output=True, text=True, check=True, cwd="/")
    assert said.stdout == "-P|-m|crossfoot|open me.crossfoot|"
    assert linked == [checkout.top / "desktop"]


def link_targets(checkout: Checkout) -> list[Path]:
    """Link the project and return the folders that the environment's import path then leads to."""
    (checkout.top / "desktop").mkdir()
    packages = environment.packages_folder(checkout)
    packages.mkdir(parents=True)
    environment.link_project(checkout)
    lines = (packages / "crossfoot.pth").read_text(encoding="ascii").splitlines()
    return [Path(os.path.normpath(packages / line)) for line in lines]
