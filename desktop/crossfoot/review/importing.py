"""Documents come into the workspace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from crossfoot.model import Changes, WorldError
from crossfoot.model.wording import day_words
from crossfoot.review.binning import bin_entry
from crossfoot.review.ledger import Ledger
from crossfoot.review.preparing import Prepared
from crossfoot.workspace import DocumentRow, Entry


def store(ledger: Ledger, prepared: Prepared) -> Changes:
    """Put a prepared document into the workspace; one that lies in the bin is taken out of it again.

    Raises WorldError where the same file is there already, or the same record of a file that holds several.
    """
    workspace = ledger.shelf.workspace
    known = workspace.documents.with_sha256(prepared.sha256, prepared.reading.part)
    if known is not None:
        document_id, path = known
        if document_id not in workspace.officer.binned():
            named = _named(ledger.shelf.order(), document_id, path)
            raise WorldError(f"{prepared.path}: already in the workspace as {named}: nothing to do.")
        return ledger.act("restore", [bin_entry(document_id, path, prepared.sha256, binned=False)])

    def add() -> list[Entry]:
        document_id = workspace.documents.add(
            prepared.path, prepared.data, prepared.reading, prepared.extraction, ledger.clock()
        )
        return [bin_entry(document_id, prepared.path, prepared.sha256, binned=False, new=True)]

    return ledger.act("import", add)


def _named(rows: Iterable[DocumentRow], document_id: str, path: str) -> str:
    """Return how people know a document: its title and its day, else its file's name."""
    row = next((row for row in rows if row.id == document_id), None)
    if row is None or not row.title:
        return PurePath(path).name
    day = f" of {day_words(row.meeting_date)}" if row.meeting_date else ""
    return f"“{row.title}”{day}"
