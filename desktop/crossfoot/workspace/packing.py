"""What is to be written of a new document, made ready away from the workspace: in another process, for example.

A document gets its id only when it is stored. JSON that names it is therefore cut where the id goes, and joined then.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from crossfoot.model import Extraction, Reading, Record
from crossfoot.workspace.codec import dumps, pack_layout
from crossfoot.workspace.search.passages import passages_of

DOCUMENT = "\x02document\x03"
"""Stands for the id of a document that has none yet; no reader lets these control characters through."""

_IN_JSON = json.dumps(DOCUMENT)[1:-1]

Cut = tuple[str, ...]
"""A JSON text, cut where the document's id goes."""


def cut(value: object) -> Cut:
    """Return the JSON of a value of the model in which :data:`DOCUMENT` stands for the document's id."""
    return tuple(dumps(value).split(_IN_JSON))


@dataclass(frozen=True, slots=True)
class PackedExtraction:
    """An extraction as it is written. ``figures`` are the id and the JSON of each, in the order of the text."""

    version: str
    record: str
    statements: str
    commitments: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document as it is written. ``passages`` are the first, the last place and the section of each."""

    reader: str
    text: str
    layout: bytes
    notes: str
    passages: tuple[tuple[int, int, str], ...]
    extraction: PackedExtraction


def pack_extraction(extraction: Extraction) -> PackedExtraction:
    """Return an extraction as it is written."""
    return PackedExtraction(
        version=extraction.version,
        record=dumps(extraction.record),
        statements=dumps(extraction.statements),
        commitments=dumps(extraction.commitments),
        figures=tuple((figure.id, dumps(figure)) for figure in extraction.figures),
    )


def pack_document(reading: Reading, extraction: Extraction) -> PackedDocument:
    """Return a reading and what was found in it as they are written."""
    return PackedDocument(
        reader=reading.reader,
        text=reading.text,
        layout=pack_layout(reading),
        notes=dumps(reading.notes),
        passages=tuple(placed_passages(reading.text, extraction.record)),
        extraction=pack_extraction(extraction),
    )


def placed_passages(text: str, record: Record) -> list[tuple[int, int, str]]:
    """Return the place of each passage of a text, with the section of the record that it stands in."""
    return [(span.start, span.end, str(record.section_at(span.start) or "")) for span in passages_of(text)]
