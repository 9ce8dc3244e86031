"""The plain source of a sample record, and its reading.

A source is a text file: lines of "name: value", an empty line, then sections under a heading in square brackets.
Blocks are parted by an empty line. A block of lines starting with "- " is a list, one of lines starting with a number
is the list of resolutions, one of lines starting with "| " is a table whose first row is its heading; any other
block is a paragraph, whose lines stay apart. ``<<page>>`` stands where the page of the record's paper copy ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

PAGE_END = "<<page>>"

HEADINGS = {
    "title": "Title of Item/Report",
    "decision": "Record of the Decision",
    "reasons": "Reasons for the Decision",
    "alternatives": "Alternative Options Considered and Rejected",
    "conflicts": "Declared (Cabinet Member) Conflicts of Interest",
    "dispensations": "Details of any Dispensations",
    "call_in": "Date and Time by which Call In must be executed",
}
"""The seven sections in the order of the form; their numbers are their places, from 1."""


class Kind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    RESOLUTIONS = "resolutions"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolution; ``stop`` is what stands after its number: a full stop, or nothing where it was lost."""

    number: int
    stop: str
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its lines, or its resolutions, or the cells of its table row by row."""

    kind: Kind
    lines: tuple[str, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample record. ``seed`` is the format (a suffix without its dot) in which it stands in seeds/."""

    name: str
    council: str
    meeting: date
    meeting_line: str
    title: str
    reference: str
    marks: str
    page: str
    seed: str
    resolved: str
    call_in: str
    proper_officer: str
    sections: dict[str, tuple[Block, ...]]

    def body(self, section: str) -> tuple[Block, ...]:
        """Return the blocks under one of the :data:`HEADINGS`; title and deadline have one paragraph each."""
        if section == "title":
            return (Block(Kind.PARAGRAPH, (self.title,)),)
        if section == "call_in":
            return (Block(Kind.PARAGRAPH, (self.call_in,)),)
        return self.sections[section]


def without_page_ends(words: str) -> str:
    """Return the words as they stand in a format that has no pages of its own."""
    return words.replace(f"{PAGE_END} ", "")


def read_sources(folder: Path) -> tuple[Sample, ...]:
    """Return the sample records of a folder in the order of their names.

    Raises KeyError where a source lacks a field, ValueError where one of its lines is of no known form.
    """
    return tuple(_read(path) for path in sorted(folder.glob("*.txt")))


def _read(path: Path) -> Sample:
    """Return the record of one source file."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields: dict[str, str] = {}
    for line in head.splitlines():
        name, colon, value = line.partition(": ")
        if not colon:
            raise ValueError(f"{path.name}: a line of the head has no colon: {line}")
        fields[name] = value
    parts = re.split(r"^\[(\w+)\]$", rest, flags=re.MULTILINE)[1:]
    sections = {
        kind: tuple(_block(text) for text in re.split(r"\n{2,}", body.strip()))
        for kind, body in zip(parts[::2], parts[1::2], strict=True)
    }
    return Sample(
        name=path.stem,
        council=fields["council"],
        meeting=date.fromisoformat(fields["meeting"]),
        meeting_line=fields["meeting line"],
        title=fields["title"],
        reference=fields["reference"],
        marks=fields["marks"],
        page=fields["page"],
        seed=fields["seed"],
        resolved=fields["resolved"],
        call_in=fields["call in"],
        proper_officer=fields["proper officer"],
        sections=sections,
    )


def _block(text: str) -> Block:
    """Return the block that the lines of ``text`` make."""
    lines = tuple(text.splitlines())
    if all(line.startswith("- ") for line in lines):
        return Block(Kind.BULLETS, tuple(line[2:] for line in lines))
    if all(line.startswith("| ") for line in lines):
        return Block(Kind.TABLE, rows=tuple(tuple(c.strip() for c in line.strip("| ").split("|")) for line in lines))
    numbered = [re.fullmatch(r"(\d+)(\.?) (.+)", line) for line in lines]
    if lines[0].startswith("1. "):
        found = tuple(Resolution(int(m[1]), m[2], m[3]) for m in numbered if m)
        if len(found) != len(lines):
            raise ValueError(f"a resolution has no number among: {text}")
        return Block(Kind.RESOLUTIONS, resolutions=found)
    return Block(Kind.PARAGRAPH, lines)
