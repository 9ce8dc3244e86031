"""All that is said of a record: by its own checks, by the rules over several records, by the officer's own."""

from __future__ import annotations

from functools import partial

from crossfoot.checks import Sketch
from crossfoot.model import Changes, Finding, Severity, Verdict
from crossfoot.review.checking import check_and_sketch, check_document
from crossfoot.review.findings.wider import Compared, PendingComparison
from crossfoot.review.shelf import Shelf, queries

_RANK = {severity: place for place, severity in enumerate(Severity)}


def findings_of(shelf: Shelf, document_id: str) -> tuple[Finding, ...]:
    """Return all that is said of a document, queries first, the most severe first.

    That is what its own checks say, made again where the stored findings are missing or damaged, what the rules over
    several records say, and the officer's own checks.
    """
    found = _own(shelf, document_id)
    wider = wider_findings(shelf, document_id)
    if not wider:
        return found
    return tuple(sorted((*wider, *found), key=lambda f: (f.verdict is Verdict.HOLDS, _RANK[f.severity], f.rule)))


def _own(shelf: Shelf, document_id: str) -> tuple[Finding, ...]:
    """Return what a document's own checks say, made again where that is not stored or damaged."""
    found = shelf.stored_findings(document_id)
    if found is None:
        found = check_document(shelf.document(document_id), shelf.sheet(document_id).figures.values(), shelf.settings)
        shelf.keep_findings(document_id, found)
    return found


def queries_of(shelf: Shelf, document_id: str) -> tuple[str, ...]:
    """Return the ids of all that is asked of a document; its own findings are read only where these are not known.

    Of a document whose own checks are awaited they are those of the other checks.
    """
    own = shelf.own_queries(document_id)
    if own is None:
        own = () if document_id in shelf.awaiting else queries(_own(shelf, document_id))
    return (*own, *queries(wider_findings(shelf, document_id)))


def wider_findings(shelf: Shelf, document_id: str) -> tuple[Finding, ...]:
    """Return what is said of a document by the rules over several records and by the officer's own checks."""
    across = shelf.across.known
    if across is None:  # the list of records is long, and this is asked of every one of them
        across = shelf.across.of(shelf.checked_ids(), partial(sketch_of, shelf))
    return (*across.get(document_id, ()), *shelf.own_findings(document_id))


def sketch_of(shelf: Shelf, document_id: str) -> Sketch:
    """Return what a document is compared with others by, made from its figures as they stand."""
    figures = shelf.sheet(document_id).figures.values()
    return check_and_sketch(shelf.document(document_id), figures, shelf.settings)[1]


def pending_comparison(shelf: Shelf) -> PendingComparison | None:
    """Return the comparison of all records that is due; with none due, what holds it back is released."""
    pending = shelf.across.pending(shelf.checked_ids(), partial(sketch_of, shelf))
    if pending is None:
        shelf.across.release()
    return pending


def settle(shelf: Shelf, compared: Compared) -> Changes | None:
    """Take what a comparison said; return of which documents that is something else, or None where another is due."""
    said = shelf.across.known or {}
    if not shelf.across.settle(compared):
        return None
    now = compared.found
    others = frozenset(each for each in said.keys() | now.keys() if said.get(each) != now.get(each))
    shelf.forget_counts(others)
    return Changes(findings_of=others & frozenset(shelf.ids()))


def compare_now(shelf: Shelf) -> None:
    """Compare the records at once where that is held back, and hold it back again after."""
    pending = shelf.across.pending(shelf.checked_ids(), partial(sketch_of, shelf))
    if pending is not None:
        settle(shelf, pending.run())
        shelf.across.hold()
