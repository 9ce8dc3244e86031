"""Tesseract, the program that recognises words in pictures, in a process of its own with a time limit.

It gets the picture through its input and answers through its output: no file is written, nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from crossfoot.model import WorldError
from crossfoot.readers.pdf.pictures import Picture
from crossfoot.readers.pdf.recognised import RecognisedWord

SECONDS = 60
"""How long the recognition of one page may take; a full page takes two or three."""
_PLACES = (
    "C:/Program Files/Tesseract-OCR/tesseract.exe",
    "C:/Program Files (x86)/Tesseract-OCR/tesseract.exe",
    "/opt/homebrew/bin/tesseract",
)
"""Where it stands on systems that do not put it on the path."""
_WORD, _LINE = "5", "4"
_FIELDS = 12


def program() -> str | None:
    """Return where Tesseract is, or None where it is not installed."""
    return shutil.which("tesseract") or next((place for place in _PLACES if Path(place).is_file()), None)


def words_in(picture: Picture, scale: float, tesseract: str, name: str) -> tuple[RecognisedWord, ...]:
    """Return the words of a page's picture, drawn with ``scale`` pixels for each point; ``name`` stands in messages.

    Raises:
        WorldError: it took too long, or Tesseract stopped.
    """
    command = [tesseract, "stdin", "stdout", "-l", "eng", "--dpi", str(round(72 * scale)), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - the officer's own Tesseract, on a picture through its input
            command,
            input=_grey(picture),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise WorldError(f"{name} took longer than {SECONDS} seconds to recognise and was left out.") from None
    except OSError as error:
        raise WorldError(f"{name} could not be handed to Tesseract ({error.strerror}); install it again.") from error
    if done.returncode != 0:
        raise WorldError(f"{name} could not be recognised by Tesseract; it may lack English, or the page is damaged.")
    return tuple(_words(done.stdout.decode("utf-8", "replace"), scale))


def _grey(picture: Picture) -> bytes:
    """Return a picture as a portable grey map: of black words on white paper the green is as good as the grey."""
    rows = (
        picture.pixels[row * picture.stride : row * picture.stride + 4 * picture.width][1::4]
        for row in range(picture.height)
    )
    return b"P5 %d %d 255\n" % (picture.width, picture.height) + b"".join(rows)


def _words(table: str, scale: float) -> Iterator[RecognisedWord]:
    """Yield the words of Tesseract's table; a line of it without all its fields is left out."""
    top = bottom = 0.0
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != _FIELDS:
            continue
        left, upper, wide, high = (float(field) / scale for field in fields[6:10])
        if fields[0] == _LINE:
            top, bottom = upper, upper + high
        elif fields[0] == _WORD and fields[11].strip():
            confidence = max(0.0, min(1.0, float(fields[10]) / 100))
            yield RecognisedWord(fields[11].strip(), left, top, left + wide, bottom, confidence)
