"""Zip files of records."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import WorldError
from crossfoot.readers import file_bytes, read_file
from crossfoot.readers.archive import members
from crossfoot.readers.isolation import IsolatedReader

Written = Callable[[str, bytes], Path]


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_packed_files_are_read_by_their_paths_through_the_zip_file(written: Written) -> None:
    box = written("box.zip", packed(**{"minutes/b.txt": b"Cabinet agreed.", "a.html": b"<p>Noted.</p>"}))
    found = members(box)
    assert found == (box / "a.html", box / "minutes" / "b.txt")
    assert [read_file(path).text for path in found] == ["Noted.", "Cabinet agreed."]
    assert file_bytes(found[1]) == b"Cabinet agreed."
    with IsolatedReader() as reader:
        assert [reader.read(path).reader for path in found] == ["html", "text"]


def test_a_damaged_member_is_one_failed_file(written: Written) -> None:
    box = written("box.zip", packed(**{"a.docx": b"PK\x03\x04 half", "b.txt": b"Cabinet agreed."}))
    with pytest.raises(WorldError, match=r"^box\.zip: a\.docx is damaged"):
        read_file(box / "a.docx")
    assert read_file(box / "b.txt").text == "Cabinet agreed."
    with pytest.raises(WorldError, match=r"^box\.zip holds no file c\.txt"):
        read_file(box / "c.txt")


def test_a_packed_file_that_cannot_be_read_is_told_with_the_zip_file_that_it_is_in(written: Written) -> None:
    box = written("box.zip", packed(**{"empty.txt": b""}))
    with pytest.raises(WorldError, match=r"^box\.zip: empty\.txt is empty"):
        read_file(box / "empty.txt")


def test_a_zip_file_itself_and_one_inside_another_are_not_read(written: Written) -> None:
    box = written("box.zip", packed(**{"inner.zip": packed(**{"a.txt": b"words"})}))
    for path in (box, box / "inner.zip"):
        with pytest.raises(WorldError, match="holds packed files; unpack it"):
            read_file(path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04 half", "is damaged or only half written"),
        (packed(**{"a.txt": b" " * 60_000_000}), "would unpack to far more"),
        (packed(**{f"{number}.txt": b" " * 3_000_000 for number in range(20)}), "would unpack to far more"),
        (packed(**{"../a.txt": b"words"}), "outside its folder"),
        (packed(**{"/etc/a.txt": b"words"}), "outside its folder"),
        (packed(), "holds no files"),
    ],
)
def test_damaged_and_hostile_zip_files_are_refused_with_one_sentence(
    written: Written, data: bytes, sentence: str
) -> None:
    box = written("box.zip", data)
    for attempt in (members, read_file):
        with pytest.raises(WorldError, match=rf"^box\.zip .*{sentence}"):
            attempt(box)


def test_a_protected_zip_file_is_named_as_such(written: Written) -> None:
    data = bytearray(packed(**{"a.txt": b"words"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(WorldError, match="protected by a password"):
        members(written("box.zip", bytes(data)))


def test_a_zip_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"^box\.zip is not there any more"):
        members(tmp_path / "box.zip")
    with pytest.raises(WorldError, match=r"^a\.txt is not there any more"):
        read_file(tmp_path / "box.zip" / "a.txt")
