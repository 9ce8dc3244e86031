"""The machine's layer: files as they came, the text that was read, and what was found in it.

Rows are written once and never changed: a document's text at import, and an extraction for every time that
it was read by newer rules, the newest being the one that holds. Each document and each extraction carries a
SHA-256 of all that is stored of it, tested whenever it is read: SQLite's own check overlooks
most flipped bits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crossfoot.model import (
    DamagedError,
    Document,
    Extraction,
    Part,
    Reading,
    file_name,
)
from crossfoot.workspace.codec import digest, unpack_layout
from crossfoot.workspace.packing import PackedDocument, PackedExtraction, pack_document, pack_extraction
from crossfoot.workspace.search import PassageIndex
from crossfoot.workspace.stored import (
    DOCUMENT_CELLS,
    EXTRACTION_CELLS,
    StoredDocument,
    StoredExtraction,
    damaged,
    document_digest,
)

_ROWS = """
    SELECT documents.id, path, sha256, notes, title, council, meeting_date, imported_at,
    json_extract(record, '$.reference') FROM documents
    JOIN extractions ON extractions.number = (SELECT max(number) FROM extractions WHERE document = documents.id)
    WHERE (documents.id IN (SELECT id FROM bin)) = ? ORDER BY documents.number
"""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What the documents list needs to know, read without the text."""

    id: str
    path: str
    sha256: str
    notes: tuple[str, ...]
    title: str | None
    council: str | None
    meeting_date: date | None
    imported_at: datetime
    reference: str | None = None

    @property
    def name(self) -> str:
        """Return the record's title, or the file's name where it has none."""
        return self.title or file_name(self.path)


@dataclass(frozen=True)
class DocumentStore:
    """Documents, their originals and extractions, in one workspace file."""

    db: Database
    path: Path

    def add(self, path: str, data: bytes, reading: Reading, extraction: Extraction, now: datetime) -> str:
        """Store a new document with its original; return its id, which is never used twice."""
        return self.add_packed(path, data, pack_document(reading, extraction), now)[0]

    def add_packed(self, path: str, data: bytes, packed: PackedDocument, now: datetime) -> tuple[str, int]:
        """Store a new document that was packed before; return its id, and the number of its extraction."""
        number = self._next_number()
        document_id = f"d{number}"
        sha256 = digest_of_file(data)
        self.db.execute("INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)", [sha256, data])
        row = {
            "id": document_id,
            "path": path,
            "sha256": sha256,
            "reader": packed.reader,
            "text": packed.text,
            "layout": packed.layout,
            "notes": packed.notes,
            "imported_at": now.isoformat(),
        }
        self.db.execute(
            "INSERT INTO documents (number, id, path, sha256, reader, text, layout, notes, imported_at, digest) "
            "VALUES (:number, :id, :path, :sha256, :reader, :text, :layout, :notes, :imported_at, :digest)",
            {"number": number, **row, "digest": document_digest(row)},
        )
        PassageIndex(self.db).add(document_id, packed.text, packed.passages)
        return document_id, self._write(document_id, packed.extraction)

    def _next_number(self) -> int:
        """Return a number higher than any document ever had."""
        row = self.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'documents'").fetchone()
        return (row[0] if row else 0) + 1

    def add_extraction(self, document_id: str, extraction: Extraction) -> None:
        """Store what one version of the extractor found in a document's text; from now on this is what holds."""
        PassageIndex(self.db).place(document_id, extraction.record)
        self._write(document_id, pack_extraction(extraction))

    def _write(self, document_id: str, packed: PackedExtraction) -> int:
        """Write an extraction; return its number."""
        data = [each for _, each in packed.figures]
        cells = [document_id, packed.version, packed.record, packed.statements, packed.commitments]
        cursor = self.db.execute(
            "INSERT INTO extractions (document, version, record, statements, commitments, digest) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [*cells, digest(*cells, *data)],
        )
        number = int(cursor.lastrowid or 0)
        self.db.conn.executemany(
            "INSERT INTO figures (extraction, place, id, data) VALUES (?, ?, ?, ?)",
            [(number, place, figure_id, each) for place, (figure_id, each) in enumerate(packed.figures)],
        )
        return number

    def rows(self, *, binned: bool = False) -> tuple[DocumentRow, ...]:
        """Return a row for each document that is not in the bin, or that is, in order of import."""
        return tuple(self._list_row(row) for row in self.db.execute(_ROWS, [binned]))

    def _list_row(self, row: Sequence[Any]) -> DocumentRow:
        """Return a line of the list; raise DamagedError where the file holds no date or list in its place."""
        try:
            return DocumentRow(
                id=row[0],
                path=row[1],
                sha256=row[2],
                notes=tuple(json.loads(row[3])),
                title=row[4],
                council=row[5],
                meeting_date=date.fromisoformat(row[6]) if row[6] else None,
                imported_at=datetime.fromisoformat(row[7]),
                reference=row[8],
            )
        except (ValueError, TypeError) as error:
            raise self._damaged("facts", row[0]) from error

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, those in the bin too, in order of import."""
        return tuple(row[0] for row in self.db.execute("SELECT id FROM documents ORDER BY number"))

    def with_sha256(self, sha256: str, part: Part | None = None) -> tuple[str, str] | None:
        """Return id and path of the document made of a file with this SHA-256, in the bin or not, or None.

        Of a file with several records it is the document of this ``part``, or one of the whole file.
        """
        for document_id, path, layout in self.db.execute(
            "SELECT id, path, layout FROM documents WHERE sha256 = ? ORDER BY number", [sha256]
        ).fetchall():
            held = unpack_layout(layout).part
            if held is None or part is None or held.number == part.number:
                return document_id, path
        return None

    def path_of(self, document_id: str) -> str:
        """Return the path that a document was imported from; raise KeyError where there is no such document."""
        row = self.db.execute("SELECT path FROM documents WHERE id = ?", [document_id]).fetchone()
        if row is None:
            raise KeyError(document_id)
        return str(row[0])

    def document(self, document_id: str) -> Document:
        """Return a document whole; raise KeyError where there is none, DamagedError where it is damaged."""
        return self.stored(document_id).read()

    def stored(self, document_id: str) -> StoredDocument:
        """Return a document with its newest extraction as the file holds them; raise KeyError where there is none."""
        columns = ", ".join(DOCUMENT_CELLS)
        found = self.db.execute(f"SELECT {columns} FROM documents WHERE id = ?", [document_id]).fetchone()  # noqa: S608 - names of our own
        if found is None:
            raise KeyError(document_id)
        cells = dict(zip(DOCUMENT_CELLS, found, strict=True))
        return StoredDocument(str(self.path), cells, self._stored_extraction(document_id, self._newest(document_id)))

    def extraction(self, document_id: str) -> Extraction:
        """Return the newest extraction of a document; raise DamagedError where it is damaged."""
        return self.extraction_of(document_id, self._newest(document_id))

    def _newest(self, document_id: str) -> int:
        """Return the number of a document's newest extraction; raise KeyError where it has none."""
        numbers = self.extraction_numbers(document_id)
        if not numbers:
            raise KeyError(document_id)
        return numbers[-1]

    def extraction_numbers(self, document_id: str) -> tuple[int, ...]:
        """Return the numbers of a document's extractions, oldest first."""
        found = self.db.execute("SELECT number FROM extractions WHERE document = ? ORDER BY number", [document_id])
        return tuple(row[0] for row in found)

    def earlier_extractions(self, document_id: str) -> tuple[Extraction, ...]:
        """Return what older versions of the extractor found, oldest first; raise WorldError where one is damaged."""
        return tuple(self.extraction_of(document_id, n) for n in self.extraction_numbers(document_id)[:-1])

    def figure_ids(self, document_id: str) -> dict[int, frozenset[str]]:
        """Return the ids of the figures of each extraction of a document; one that found none is left out."""
        ids: dict[int, set[str]] = {}
        for number, figure_id in self.db.execute(
            "SELECT extraction, figures.id FROM figures JOIN extractions ON number = extraction WHERE document = ?",
            [document_id],
        ):
            ids.setdefault(number, set()).add(figure_id)
        return {number: frozenset(each) for number, each in ids.items()}

    def versions(self) -> dict[str, str]:
        """Return by id which version of the extractor each document was last read by; those in the bin are left out."""
        return {
            row[0]: row[1]
            for row in self.db.execute(
                "SELECT document, version FROM extractions "
                "WHERE number IN (SELECT max(number) FROM extractions GROUP BY document) "
                "AND document NOT IN (SELECT id FROM bin) ORDER BY number"
            )
        }

    def extraction_of(self, document_id: str, number: int) -> Extraction:
        """Return one extraction of a document by its number; raise DamagedError where it is damaged."""
        return self._stored_extraction(document_id, number).read()

    def _stored_extraction(self, document_id: str, number: int) -> StoredExtraction:
        """Return one extraction as the file holds it; raise KeyError where there is none."""
        columns = ", ".join(EXTRACTION_CELLS)
        head = self.db.execute(
            f"SELECT {columns} FROM extractions WHERE document = ? AND number = ?",  # noqa: S608 - names of our own
            [document_id, number],
        ).fetchone()
        if head is None:
            raise KeyError(document_id)
        rows = self.db.execute("SELECT data FROM figures WHERE extraction = ? ORDER BY place", [number])
        cells = dict(zip(EXTRACTION_CELLS, head, strict=True))
        return StoredExtraction(str(self.path), document_id, cells, tuple(row[0] for row in rows))

    def original(self, document_id: str) -> bytes:
        """Return the file as it came; raise DamagedError where it is not the same any more."""
        row = self.db.execute(
            "SELECT bytes, documents.sha256 FROM documents JOIN originals USING (sha256) WHERE id = ?", [document_id]
        ).fetchone()
        if row is None:
            raise KeyError(document_id)
        data = bytes(row[0])
        if digest_of_file(data) != row[1]:
            raise self._damaged("original file", document_id)
        return data

    def _damaged(self, what: str, document_id: str) -> DamagedError:
        """Return the error for a stored thing whose SHA-256 is not what it was."""
        return damaged(str(self.path), what, document_id)


def digest_of_file(data: bytes) -> str:
    """Return the plain SHA-256 of a file's bytes, as any other tool would print it."""
    return hashlib.sha256(data).hexdigest()
