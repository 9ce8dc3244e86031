"""An export is there whole or not at all, and what goes wrong is said in one sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from crossfoot.export import SUFFIXES, Summary, write
from crossfoot.model import WorldError


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_the_same_summary_gives_the_same_bytes(summary: Summary, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    write(summary, first)
    write(summary, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_nothing_but_the_file_itself_is_left_in_the_folder(summary: Summary, tmp_path: Path, suffix: str) -> None:
    write(summary, tmp_path / f"summary{suffix}")
    assert [path.name for path in tmp_path.iterdir()] == [f"summary{suffix}"]


def test_a_suffix_in_capitals_is_the_same_format(summary: Summary, tmp_path: Path) -> None:
    write(summary, tmp_path / "SUMMARY.CSV")
    assert (tmp_path / "SUMMARY.CSV").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unknown_suffix_is_named_with_those_that_are_known(summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"^summary\.odt: .*.html, .xlsx, .csv or .json\.$"):
        write(summary, tmp_path / "summary.odt")


def test_a_missing_folder_is_said(summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"summary\.html: the folder .*nowhere does not exist"):
        write(summary, tmp_path / "nowhere" / "summary.html")


def test_a_file_in_the_folders_place_is_said(summary: Summary, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(WorldError, match="is not a folder"):
        write(summary, tmp_path / "taken" / "summary.html")


def test_a_folder_in_the_files_place_is_said(summary: Summary, tmp_path: Path) -> None:
    (tmp_path / "summary.html").mkdir()
    with pytest.raises(WorldError, match="there is a folder of this name"):
        write(summary, tmp_path / "summary.html")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, "could not be written"),
        (errno.EACCES, "open in another program or protected"),
    ],
)
def test_a_failure_at_the_last_moment_leaves_the_old_file_and_no_half_one(
    summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    target = tmp_path / "summary.json"
    target.write_text("the old one")

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WorldError, match=rf"^summary\.json: .*{words}"):
        write(summary, target)
    assert target.read_text() == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["summary.json"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission_is_said(summary: Summary, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(WorldError, match="no permission to write"):
        write(summary, closed / "summary.html")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_replaced_file_keeps_the_permissions_it_was_given(summary: Summary, tmp_path: Path) -> None:
    target = tmp_path / "summary.csv"
    target.write_text("old")
    target.chmod(0o664)
    write(summary, target)
    assert target.stat().st_mode & 0o777 == 0o664
