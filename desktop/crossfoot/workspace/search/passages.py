"""The words of every passage of every text, in SQLite's full-text index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from crossfoot.model import Record, SectionKind, Span

OPENS, CLOSES = "\x02", "\x03"
"""What the index puts around a match; control characters that no reader lets through."""

_LONGEST = 1_200
"""Characters of a passage; what runs on without an empty line is parted at line ends, or else at spaces."""

_MARKED = re.compile(f"({OPENS}[^{CLOSES}]*{CLOSES})")

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*")


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """One passage that holds what was looked for.

    ``span`` is its place in the document's text, ``words`` are its own; ``matches`` count in the words.
    """

    document: str
    span: Span
    section: SectionKind | None
    words: str
    matches: tuple[Span, ...]


@dataclass(frozen=True)
class PassageIndex:
    """The passages of one workspace file."""

    db: Database

    def add(self, document_id: str, text: str, placed: Iterable[tuple[int, int, str]]) -> None:
        """Take a new document's text in; for use inside the transaction that stores it.

        ``placed`` are its passages: where each begins and ends, and in which section of the record.
        """
        first = self.db.execute("SELECT coalesce(max(number), 0) + 1 FROM passages").fetchone()[0]
        passages = list(enumerate(placed, first))
        self.db.conn.executemany(
            "INSERT INTO passages (number, document, start, stop, section) VALUES (?, ?, ?, ?, ?)",
            [(number, document_id, *place) for number, place in passages],
        )
        self.db.conn.executemany(
            "INSERT INTO passage_words (rowid, words) VALUES (?, ?)",
            [(number, text[start:stop]) for number, (start, stop, _) in passages],
        )

    def place(self, document_id: str, record: Record) -> None:
        """Note in which section of a record each of its passages stands; for use where an extraction is stored."""
        rows = self.db.execute("SELECT number, start FROM passages WHERE document = ?", [document_id]).fetchall()
        self.db.conn.executemany(
            "UPDATE passages SET section = ? WHERE number = ?",
            [(record.section_at(start) or "", number) for number, start in rows],
        )

    def find(self, match: str, documents: Sequence[str] | None, limit: int) -> Iterator[FoundPassage]:
        """Yield passages that ``match``, an expression of FTS5, in order of import; ``documents`` None are all.

        Those of documents in the bin are left out. At most ``limit`` are given.
        """
        within, values = "", list[object]([match])
        if documents is not None:
            within = f"AND p.document IN ({', '.join('?' * len(documents))})"
            values += documents
        rows = self.db.execute(
            f"SELECT p.document, p.start, p.stop, p.section, highlight(passage_words, 0, '{OPENS}', '{CLOSES}') "  # noqa: S608 - marks alone are put in
            "FROM passage_words JOIN passages p ON p.number = passage_words.rowid "
            f"WHERE passage_words MATCH ? AND p.document NOT IN (SELECT id FROM bin) {within} "
            "ORDER BY passage_words.rowid LIMIT ?",
            [*values, limit],
        )
        for document_id, start, stop, section, marked in rows:
            words, matches = _parted(marked)
            yield FoundPassage(
                document_id, Span(start, stop), SectionKind(section) if section else None, words, matches
            )


def passages_of(text: str) -> Iterator[Span]:
    """Yield the passages of a text: its paragraphs, the long ones in parts, each with what stands in it only."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > _LONGEST:
            cut = max(text.rfind("\n", start + 1, start + _LONGEST), text.rfind(" ", start + 1, start + _LONGEST))
            at = cut if cut > start else start + _LONGEST
            yield Span(start, at)
            start = at + 1 if cut > start else at
        if start < end:
            yield Span(start, end)


def _parted(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return a highlighted passage without its marks, and the places that they stood around."""
    words, found, at = list[str](), list[Span](), 0
    for piece in _MARKED.split(marked):
        if piece.startswith(OPENS):
            piece = piece[1:-1]  # noqa: PLW2901 - the marks alone are taken off
            found.append(Span(at, at + len(piece)))
        words.append(piece)
        at += len(piece)
    return "".join(words), tuple(found)
