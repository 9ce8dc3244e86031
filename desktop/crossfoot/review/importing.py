"""Documents come into the workspace."""

from __future__ import annotations

from pathlib import PurePath

from crossfoot.model import Changes, WorldError
from crossfoot.review.binning import bin_entry
from crossfoot.review.ledger import Ledger
from crossfoot.review.preparing import Prepared
from crossfoot.workspace import Entry


def store(ledger: Ledger, prepared: Prepared) -> Changes:
    """Put a prepared document into the workspace; one that lies in the bin is taken out of it again.

    Raises WorldError where the same file is there already.
    """
    workspace = ledger.shelf.workspace
    known = workspace.documents.with_sha256(prepared.sha256)
    if known is not None:
        document_id, path = known
        if document_id not in workspace.officer.binned():
            raise WorldError(
                f"{prepared.path}: already in the workspace as {document_id} ({PurePath(path).name}): nothing to do."
            )
        return ledger.act("restore", [bin_entry(document_id, path, prepared.sha256, binned=False)])

    def add() -> list[Entry]:
        document_id = workspace.documents.add(
            prepared.path, prepared.data, prepared.reading, prepared.extraction, ledger.clock()
        )
        return [bin_entry(document_id, prepared.path, prepared.sha256, binned=False, new=True)]

    return ledger.act("import", add)
