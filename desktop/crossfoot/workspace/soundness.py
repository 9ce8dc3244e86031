"""Whether a workspace is what it was when it was written: SQLite's own tests, and ours on top.

SQLite's integrity check sees torn pages and overlooks nearly every flipped bit. So every document,
extraction, decision and row of the journal carries a SHA-256, and what the officer's layer shows is
compared with what the journal adds up to.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database

from crossfoot.model import WorldError
from crossfoot.workspace.documents import DocumentStore
from crossfoot.workspace.findings import FindingStore
from crossfoot.workspace.journal import Journal
from crossfoot.workspace.officer import OfficerLayer, replay
from crossfoot.workspace.search import FigureIndex
from crossfoot.workspace.search.schema import WORDS

_TRIGGERS = {"journal_keeps_what_is_written", "journal_keeps_every_row"}
_SHOWN = 20
"""How many rows of the journal are named one by one."""


def faults(db: Database, path: Path) -> tuple[str, ...]:
    """Return what is wrong with a workspace, one plain sentence each; nothing where it is sound."""
    tests: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _structure(db),
        lambda: _journal(db),
        lambda: _documents(DocumentStore(db, path), FindingStore(db)),
        lambda: _officer(OfficerLayer(db, path), Journal(db)),
        lambda: _search(db),
    )
    found: list[str] = []
    for test in tests:
        try:
            found += test()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            found.append(f"The file cannot be read to its end ({error}).")
    return tuple(dict.fromkeys(found))


def _structure(db: Database) -> Iterator[str]:
    """Yield what SQLite itself finds: torn pages, rows that point nowhere, tables and triggers changed."""
    for (line,) in db.execute("PRAGMA integrity_check(10)"):
        if line != "ok":
            yield f"SQLite finds the file damaged: {line}."
    for table, *_ in db.execute("PRAGMA foreign_key_check"):
        yield f"A row of the table {table} belongs to a document that is not there."
    triggers = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    if not triggers >= _TRIGGERS:
        yield "The journal has lost the guard against being changed."


def _journal(db: Database) -> Iterator[str]:
    """Yield every break of the chain, and rows missing at its end."""
    journal = Journal(db)
    broken = list(journal.broken_rows())
    for seq in broken[:_SHOWN]:
        yield f"Row {seq} of the journal is not what was written (its SHA-256 does not follow)."
    if len(broken) > _SHOWN:
        yield f"{len(broken) - _SHOWN} more rows of the journal are not what was written."
    last = db.execute("SELECT max(seq) FROM journal").fetchone()[0] or 0
    if journal.next_seq() != last + 1:
        yield f"The journal ends at row {last}, but {journal.next_seq() - 1} were written."


def _documents(documents: DocumentStore, findings: FindingStore) -> Iterator[str]:
    """Yield every document whose text, figures, original or findings are not what was stored."""
    for document_id in documents.ids():
        for what, read in (
            ("text and figures", documents.document),
            ("earlier figures", documents.earlier_extractions),
            ("original file", documents.original),
        ):
            try:
                read(document_id)
            except (WorldError, ValueError, KeyError, TypeError, zlib.error):
                yield f"The stored {what} of {document_id} are not what was written (the SHA-256 differs)."
        if findings.of(document_id) is None:
            yield f"The stored findings of {document_id} are not what was written; they will be made again."


def _search(db: Database) -> Iterator[str]:
    """Yield where a search would miss what is there, or find what is not; a file of an older form has none."""
    if not db["figure_index"].exists():
        return
    for document_id in dict.fromkeys(FigureIndex(db).unsealed()):
        yield f"What the search knows of the figures of {document_id} is not what was written."
    for index in WORDS:
        try:  # it counts as writing, though it writes nothing
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - names above
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                return
            yield "The words that the search looks through do not agree with the texts and figures."


def _officer(layer: OfficerLayer, journal: Journal) -> Iterator[str]:
    """Yield every decision and annotation that differs from what the journal adds up to."""
    try:
        expected = replay(reversed(journal.rows()))
    except (ValueError, TypeError):
        yield "The journal cannot be read, so decisions cannot be compared with it."
        return
    held = layer.contents()
    for kind, target in sorted(expected.keys() | held.keys()):
        if expected.get((kind, target)) != held.get((kind, target)):
            yield f"What is held of the {kind} {target} is not what the journal says."
    for target in layer.unsealed():
        yield f"What is held of {target} is not what was written (its SHA-256 differs)."
