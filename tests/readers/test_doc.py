"""Old Word documents, read through a LibreOffice that a script plays here."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import WorldError
from crossfoot.readers import read_bytes
from crossfoot.readers.isolation import IsolatedReader

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + "WordDocument".encode("utf-16-le")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the script that plays LibreOffice is one of a shell")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that puts a script in LibreOffice's place; it finds its arguments in the file "said"."""

    def place(script: str) -> Path:
        program = tmp_path / "soffice"
        said = tmp_path / "said"
        program.write_text(f'#!/bin/sh\necho "$@" > {said}\nfor last in "$@"; do :; done\n{script}\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return said

    return place


def test_an_old_document_is_read_as_the_new_one_that_libreoffice_makes(
    office: Callable[[str], Path], tmp_path: Path, word_file: Callable[..., bytes]
) -> None:
    (tmp_path / "new.docx").write_bytes(word_file(lambda document: document.add_paragraph("Cabinet agreed.")))
    said = office(f'mkdir -p "$(dirname "$last")/made" && cp {tmp_path}/new.docx "$(dirname "$last")/made/record.docx"')
    reading = read_bytes("a.doc", OLD)
    assert (reading.reader, reading.text) == ("doc", "Cabinet agreed.")
    assert "--headless" in said.read_text()
    assert "-env:UserInstallation=file:///" in said.read_text()


def test_a_document_that_libreoffice_cannot_open_gives_one_sentence(office: Callable[[str], Path]) -> None:
    office("exit 1")
    with pytest.raises(WorldError, match=r"^a\.doc could not be opened by LibreOffice"):
        read_bytes("a.doc", OLD)


def test_without_libreoffice_the_officer_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(WorldError, match=r"is in the old Word format; open it in Word or LibreOffice and save it as"):
        read_bytes("a.doc", OLD)


def test_a_converter_that_hangs_ends_with_the_child_that_waits_for_it(
    office: Callable[[str], Path], tmp_path: Path
) -> None:
    office(f"mkfifo {tmp_path}/never; echo $$ > {tmp_path}/pid; cat {tmp_path}/never")
    path = tmp_path / "a.doc"
    path.write_bytes(OLD)
    with (
        IsolatedReader(seconds=3) as reader,
        pytest.raises(WorldError, match=r"^a\.doc took longer than 3 seconds"),
    ):
        reader.read(path)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_only_looks_like_an_old_document_gives_one_sentence_from_libreoffice_itself() -> None:
    with pytest.raises(WorldError, match=r"^a\.doc "):
        read_bytes("a.doc", OLD + bytes(2000))
