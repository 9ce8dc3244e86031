"""A document as its cells hold it, not read yet: it goes as it is to where it is read, in another process perhaps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crossfoot.model import Commitment, DamagedError, Document, Extraction, Figure, Record, Statement
from crossfoot.workspace.codec import digest, from_json, loads, unpack_layout

DOCUMENT_CELLS = ("id", "path", "sha256", "reader", "text", "layout", "notes", "imported_at", "digest")
EXTRACTION_CELLS = ("version", "record", "statements", "commitments", "digest")


@dataclass(frozen=True, slots=True)
class StoredExtraction:
    """What was found in a document, in the cells that hold it; ``figures`` are in the order of the text.

    ``file`` is the workspace's, for the sentence that says what is damaged.
    """

    file: str
    document: str
    cells: Mapping[str, Any]
    figures: Sequence[str]

    def read(self) -> Extraction:
        """Return it read; raise DamagedError where it is not as it was written."""
        version, record, statements, commitments, seal = (self.cells[name] for name in EXTRACTION_CELLS)
        if digest(self.document, version, record, statements, commitments, *self.figures) != seal:
            raise damaged(self.file, "figures", self.document)
        return Extraction(
            version=version,
            record=loads(Record, record),
            figures=tuple(loads(Figure, data) for data in self.figures),
            statements=tuple(from_json(Statement, item) for item in json.loads(statements)),
            commitments=tuple(from_json(Commitment, item) for item in json.loads(commitments)),
        )


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its newest extraction, in the cells that hold them."""

    file: str
    cells: Mapping[str, Any]
    extraction: StoredExtraction

    def read(self) -> Document:
        """Return it read; raise DamagedError where it is not as it was written."""
        cells = self.cells
        if document_digest(cells) != cells["digest"]:
            raise damaged(self.file, "text", cells["id"])
        reading = replace(
            unpack_layout(cells["layout"]),
            reader=cells["reader"],
            text=cells["text"],
            notes=tuple(json.loads(cells["notes"])),
        )
        return Document(cells["id"], cells["path"], cells["sha256"], reading, self.extraction.read())


def document_digest(cells: Mapping[str, Any]) -> str:
    """Return the seal over all that is stored of a document's reading."""
    return digest(*(cells[name] for name in DOCUMENT_CELLS if name != "digest"))


def damaged(file: str, what: str, document_id: str) -> DamagedError:
    """Return the error for a stored thing whose SHA-256 is not what it was."""
    return DamagedError(
        f"{file}: the stored {what} of {document_id} is damaged (its SHA-256 differs): "
        "restore a backup, and keep this file for rescue."
    )
