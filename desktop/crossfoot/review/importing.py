"""Documents come into the workspace: each an act of its own, several of them in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePath

from crossfoot.model import Changes, WorldError
from crossfoot.model.wording import day_words
from crossfoot.review.binning import bin_entry
from crossfoot.review.ledger import Ledger
from crossfoot.review.prepared import Prepared
from crossfoot.review.readying import ready_to_store
from crossfoot.review.shelf import Arrival, Shelf
from crossfoot.workspace import DocumentRow, Entry

Outcome = Changes | WorldError
"""What storing a record changed, or why it is not in."""


def store(ledger: Ledger, prepared: Prepared) -> Changes:
    """Put a prepared document into the workspace; one that lies in the bin is taken out of it again.

    Raises WorldError where the same file is there already, or the same record of a file that holds several.
    """
    outcome = store_some(ledger, [prepared])[0]
    if isinstance(outcome, WorldError):
        raise outcome
    return outcome


def store_some(
    ledger: Ledger, records: Sequence[Prepared], enough: Callable[[], bool] = lambda: False
) -> tuple[Outcome, ...]:
    """Put prepared documents in as :func:`store` does, and return what came of the first, or of the first few.

    They are written in one transaction, until ``enough`` says that it has lasted long enough; when this returns, all
    that it tells of is on the disk. Where they cannot be written together the first is tried alone, so that none
    keeps another out.
    """
    there = _there(ledger.shelf, records[0])
    if there is not None and there[2]:
        document_id, path, _ = there
        return (_refusal_or(partial(_restore, ledger, document_id, path, records[0].sha256)),)
    refused: dict[int, WorldError] = {}
    try:
        came = list(ledger.take_in("import", _written(ledger, records, refused, enough)))
    except Exception as error:
        if len(records) > 1:
            return store_some(ledger, records[:1])
        if isinstance(error, WorldError):
            return (error,)
        raise
    return tuple(refused[place] if place in refused else came.pop(0) for place in range(len(refused) + len(came)))


def _written(
    ledger: Ledger, records: Sequence[Prepared], refused: dict[int, WorldError], enough: Callable[[], bool]
) -> Iterator[tuple[Arrival, Entry]]:
    """Store documents one after the other; for use inside a transaction.

    Those that are there already are noted in ``refused`` by their place. It ends before one that lies in the bin.
    """
    for place, prepared in enumerate(records):
        there = _there(ledger.shelf, prepared)
        if there is None:
            yield _write(ledger, prepared)
        else:
            document_id, path, is_binned = there
            if is_binned:
                return
            named = _named(ledger.shelf.order(), document_id, path)
            refused[place] = WorldError(f"{prepared.path}: already in the workspace as {named}: nothing to do.")
        if enough():
            return


def _write(ledger: Ledger, prepared: Prepared) -> tuple[Arrival, Entry]:
    """Write all rows of a new document; return it with the entry of its act."""
    shelf, workspace = ledger.shelf, ledger.shelf.workspace
    ready = ready_to_store(prepared, ledger.dictionary, shelf.settings.call_in_by_council)
    now = ledger.clock()
    document_id, reading = workspace.documents.add_packed(prepared.path, prepared.data, ready.packed, now)
    checked, sketch = ready.checked, None
    if checked is not None:
        sketch = document_id.join(checked.sketch)
        workspace.findings.put(document_id, [document_id.join(each) for each in checked.findings])
        workspace.findings.put_sketch(document_id, sketch)
    workspace.figure_index.add(document_id, ready.figures)
    record = prepared.extraction.record
    row = DocumentRow(
        id=document_id,
        path=prepared.path,
        sha256=prepared.sha256,
        notes=prepared.reading.notes,
        title=record.title,
        council=record.council,
        meeting_date=record.meeting_date,
        imported_at=now,
        reference=record.reference,
    )
    entry = bin_entry(document_id, prepared.path, prepared.sha256, binned=False, new=True)
    asked = None if checked is None else checked.queries
    return Arrival(row, reading, prepared.extraction.figures, asked, sketch), entry


def _there(shelf: Shelf, prepared: Prepared) -> tuple[str, str, bool] | None:
    """Return id and path of the document that a record is in the workspace as, and whether in the bin; else None."""
    workspace = shelf.workspace
    known = workspace.documents.with_sha256(prepared.sha256, prepared.reading.part)
    return None if known is None else (*known, known[0] in workspace.officer.binned())


def _restore(ledger: Ledger, document_id: str, path: str, sha256: str) -> Changes:
    """Take a document out of the bin."""
    return ledger.act("restore", [bin_entry(document_id, path, sha256, binned=False)])


def _refusal_or(verb: Callable[[], Changes]) -> Outcome:
    """Return what a verb changed, or why it was refused."""
    try:
        return verb()
    except WorldError as error:
        return error


def _named(rows: Iterable[DocumentRow], document_id: str, path: str) -> str:
    """Return how people know a document: its title and its day, else its file's name."""
    row = next((row for row in rows if row.id == document_id), None)
    if row is None or not row.title:
        return PurePath(path).name
    day = f" of {day_words(row.meeting_date)}" if row.meeting_date else ""
    return f"“{row.title}”{day}"
