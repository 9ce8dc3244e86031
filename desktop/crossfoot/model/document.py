"""A document: the text that a reader made of a file, with its structure and its geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from crossfoot.model.boxes import WordBox
from crossfoot.model.carrying import carried_whole
from crossfoot.model.figure import Figure
from crossfoot.model.record import Commitment, Record, Statement
from crossfoot.model.span import Span


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@carried_whole
@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the text; ``level`` is the depth of a heading (from 1) or a list item."""

    kind: BlockKind
    span: Span
    level: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the source: its number from 1, its size in points, its span and its boxes."""

    number: int
    width: float
    height: float
    span: Span
    boxes: Sequence[WordBox] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Which of the records of one file a reading is, from 1, and where it stands in the text of the whole file.

    ``reference`` is the number or reference in the heading of an item of minutes, where it has one.
    """

    number: int
    count: int
    start: int
    end: int
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    r"""What a reader made of one file.

    ``text`` uses ``\n`` line ends, a blank line between paragraphs, and " | " between the
    cells of a table row; all spans of the program count its characters. ``notes`` says in
    plain sentences what could not be read (pages without text, pictures), and what stands beside the text (comments,
    who sent a mail). ``part`` tells which record
    it is of a file that holds several. ``doubts`` are words with digits that were recognised in a picture and are
    not sure, ``silent`` the numbers of pages without text that are still to be recognised.
    """

    reader: str
    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
    part: Part | None = None
    doubts: tuple[Span, ...] = ()
    silent: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The machine's layer: what one version of the extractor found in one text.

    ``figures`` are ordered by place; their spans may overlap.
    """

    version: str
    record: Record
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a workspace. ``id`` is a short text such as "d1", never used twice."""

    id: str
    path: str
    sha256: str
    reading: Reading
    extraction: Extraction

    @property
    def text(self) -> str:
        """Return the stored text that all spans count in."""
        return self.reading.text

    @property
    def record(self) -> Record:
        """Return what the document says of itself."""
        return self.extraction.record

    @property
    def title(self) -> str:
        """Return the record's title, or the file's name where the record has none."""
        return self.record.title or file_name(self.path)


def file_name(path: str) -> str:
    """Return the name of the file at a path of any system, without its folders."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]
