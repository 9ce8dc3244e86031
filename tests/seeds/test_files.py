"""The files of seeds/: where they come from, which formats there are, whose words they are."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

SUFFIXES = {".txt", ".docx", ".pdf", ".html"}
REAL = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"


def samples(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


def content(path: Path) -> object:
    """Return what a file holds: the parts of a Word file (however they are packed), else its bytes."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return {entry.filename: (entry.date_time, package.read(entry)) for entry in package.infolist()}
    return path.read_bytes().replace(b"\r\n", b"\n")


def test_seeds_are_what_their_sources_give(seeds: Path, rebuilt: Path) -> None:
    assert [path.name for path in samples(seeds)] == [path.name for path in samples(rebuilt)]
    for path in samples(seeds):
        assert content(path) == content(rebuilt / path.name), path.name


def test_each_of_the_four_formats_stands_twice_among_the_seeds(seeds: Path) -> None:
    assert Counter(path.suffix for path in samples(seeds)) == dict.fromkeys(SUFFIXES, 2)


def test_every_record_can_be_had_in_all_four_formats(seeds: Path, all_formats: Path) -> None:
    wanted = {path.stem + suffix for path in samples(seeds) for suffix in SUFFIXES}
    assert {path.name for path in samples(all_formats)} == wanted


def test_no_file_is_large(seeds: Path) -> None:
    assert all(path.stat().st_size < 200_000 for path in samples(seeds))


@pytest.mark.parametrize("word", [r"[a-z0-9]+", r"[^\s*_]+"], ids=["letters and digits", "between spaces"])
def test_no_twelve_words_in_a_row_are_those_of_a_real_record(all_formats: Path, word: str) -> None:
    if not REAL.is_dir():
        pytest.skip("the real records are not beside this checkout")
    taken = {run for path in REAL.glob("*.txt") for run in runs(path, word)}
    for path in all_formats.glob("*.txt"):
        assert not taken & set(runs(path, word)), path.name


def runs(path: Path, word: str) -> list[tuple[str, ...]]:
    """Return all runs of twelve words of a text."""
    words = re.findall(word, re.sub(r"</?u>", "", path.read_text(encoding="utf-8").lower()))
    return [tuple(words[i : i + 12]) for i in range(len(words) - 11)]
