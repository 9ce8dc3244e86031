"""Tesseract, the program that recognises words in pictures, in a process of its own with a time limit.

It gets the picture through its input and answers through its output: no file is written, nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from crossfoot.model import WorldError
from crossfoot.readers.pdf.pictures import Picture
from crossfoot.readers.pdf.recognised import RecognisedWord
from crossfoot.readers.pdf.words import Box

SECONDS = 60
"""How long the recognition of one page may take; a full page takes two or three."""
_PLACES = (
    "C:/Program Files/Tesseract-OCR/tesseract.exe",
    "C:/Program Files (x86)/Tesseract-OCR/tesseract.exe",
    "/opt/homebrew/bin/tesseract",
)
"""Where it stands on systems that do not put it on the path."""
_ANY_WAY_UP, _UPRIGHT = "1", "3"
"""How Tesseract takes a page apart: whichever way up it was scanned, or as it lies."""
_WORD, _LINE = "5", "4"
_FIELDS = 12
_FEWEST_WORDS = 4
_FEWEST_LINES = 3
_SHORTEST_RUN = 150.0
"""Words of a line, lines of a page, and points from its first word to its last that tell how askew the page lies."""
_LEAST_SLOPE, _MOST_SLOPE = 0.004, 0.2
"""A page that lies straighter is taken as it is; lines that sink further are none."""


def program() -> str | None:
    """Return where Tesseract is, or None where it is not installed."""
    return shutil.which("tesseract") or next((place for place in _PLACES if Path(place).is_file()), None)


def words_in(picture: Picture, scale: float, tesseract: str, name: str) -> tuple[RecognisedWord, ...]:
    """Return the words of a page's picture, drawn with ``scale`` pixels for each point; ``name`` stands in messages.

    Raises:
        WorldError: it took too long, or Tesseract stopped.
    """
    grey = _grey(picture)
    try:
        done = _run(tesseract, grey, scale, _ANY_WAY_UP)
        if done.returncode != 0:  # the data that tells which way up a page is may not be installed
            done = _run(tesseract, grey, scale, _UPRIGHT)
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


def _run(tesseract: str, grey: bytes, scale: float, segmentation: str) -> subprocess.CompletedProcess[bytes]:
    """Run Tesseract on a picture; it may take the time of one page."""
    command = [tesseract, "stdin", "stdout", "-l", "eng", "--dpi", str(round(72 * scale)), "--psm", segmentation, "tsv"]
    return subprocess.run(  # noqa: S603 - the officer's own Tesseract, on a picture through its input
        command,
        input=grey,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )


class _Line(NamedTuple):
    """A line of Tesseract's table: its box, and the words on it in their order, each with box and confidence."""

    box: Box
    words: list[tuple[str, Box, float]]


def _words(table: str, scale: float) -> Iterator[RecognisedWord]:
    """Yield the words of Tesseract's table, each as high as its line."""
    lines = list(_lines(table, scale))
    turned = _turned(lines)
    slope = _slope(lines, turned)
    # The places of a box along and across the words: of lines that run up or down the page they are the other way.
    along, across = ((1, 3), (0, 2)) if turned in {90, 270} else ((0, 2), (1, 3))
    sink = -slope if turned in {90, 270} else slope
    for line in lines:
        level = _level(line, along, across, sink)
        for text, box, confidence in line.words:
            by = sink * (box[along[0]] + box[along[1]]) / 2
            edges = [*box]
            edges[across[0]], edges[across[1]] = level[0] + by, level[1] + by
            left, top, right, bottom = edges
            yield RecognisedWord(text, left, top, right, bottom, confidence, turned, slope)


def _level(line: _Line, along: tuple[int, int], across: tuple[int, int], sink: float) -> tuple[float, float]:
    """Return the edges of a line across its words as they would be if it did not sink."""
    if not sink or not line.words:
        return line.box[across[0]], line.box[across[1]]
    low, high = [], []
    for _, box, _ in line.words:
        by, lean = sink * (box[along[0]] + box[along[1]]) / 2, abs(sink) * (box[along[1]] - box[along[0]]) / 2
        low.append(box[across[0]] - by + lean)
        high.append(box[across[1]] - by - lean)
    return min(low), max(*high, min(low) + 1.0)


def _slope(lines: Sequence[_Line], turned: int) -> float:
    """Return how far the lines of a page sink for each point that they run, 0 where it was laid down straight."""
    slopes = []
    for line in lines:
        if len(line.words) < _FEWEST_WORDS:
            continue
        (_, first, _), (_, last, _) = line.words[0], line.words[-1]
        right = (last[0] + last[2] - first[0] - first[2]) / 2
        down = (last[1] + last[3] - first[1] - first[3]) / 2
        run, sunk = (down, -right) if turned in {90, 270} else (right, down)
        if abs(run) >= _SHORTEST_RUN:
            slopes.append(sunk / run)
    found = median(slopes) if len(slopes) >= _FEWEST_LINES else 0.0
    return found if _LEAST_SLOPE <= abs(found) <= _MOST_SLOPE else 0.0


def _lines(table: str, scale: float) -> Iterator[_Line]:
    """Yield the lines of Tesseract's table; a row of it without all its fields is left out."""
    line = _Line((0.0, 0.0, 0.0, 0.0), [])
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != _FIELDS:
            continue
        left, top, wide, high = (float(field) / scale for field in fields[6:10])
        box = left, top, left + wide, top + high
        if fields[0] == _LINE:
            yield line
            line = _Line(box, [])
        elif fields[0] == _WORD and fields[11].strip():
            line.words.append((fields[11].strip(), box, max(0.0, min(1.0, float(fields[10]) / 100))))
    yield line


def _turned(lines: Sequence[_Line]) -> int:
    """Return by how many degrees clockwise a page must be turned for its words to run from left to right.

    Tesseract gives the words of a line in their order, whichever way up the page lies.
    """
    ways: Counter[int] = Counter()
    for line in lines:
        for (_, before, _), (_, behind, _) in pairwise(line.words):
            across = behind[0] + behind[2] - before[0] - before[2]
            down = behind[1] + behind[3] - before[1] - before[3]
            if abs(across) >= abs(down):
                ways[0 if across > 0 else 180] += 1
            else:
                ways[270 if down > 0 else 90] += 1
    return max(ways, key=lambda way: (ways[way], -way)) if ways else 0
