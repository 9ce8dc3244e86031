"""All that is said of a record: by its own checks, by the rules over several records, by the officer's own."""

from __future__ import annotations

from functools import partial

from crossfoot.checks import Sketch
from crossfoot.model import Finding, Severity, Verdict
from crossfoot.review.checking import check_and_sketch, check_document
from crossfoot.review.shelf import Shelf

_RANK = {severity: place for place, severity in enumerate(Severity)}


def findings_of(shelf: Shelf, document_id: str) -> tuple[Finding, ...]:
    """Return all that is said of a document, queries first, the most severe first.

    That is what its own checks say, made again where the stored findings are missing or damaged, what the rules over
    several records say, and the officer's own checks.
    """
    found = shelf.stored_findings(document_id)
    if found is None:
        found = check_document(shelf.document(document_id), shelf.sheet(document_id).figures.values(), shelf.settings)
        shelf.keep_findings(document_id, found)
    wider = wider_findings(shelf, document_id)
    if not wider:
        return found
    return tuple(sorted((*wider, *found), key=lambda f: (f.verdict is Verdict.HOLDS, _RANK[f.severity], f.rule)))


def wider_findings(shelf: Shelf, document_id: str) -> tuple[Finding, ...]:
    """Return what is said of a document by the rules over several records and by the officer's own checks."""
    across = shelf.across.known
    if across is None:  # the list of records is long, and this is asked of every one of them
        across = shelf.across.of(shelf.ids(), partial(sketch_of, shelf))
    return (*across.get(document_id, ()), *shelf.own_findings(document_id))


def sketch_of(shelf: Shelf, document_id: str) -> Sketch:
    """Return what a document is compared with others by, made from its figures as they stand."""
    figures = shelf.sheet(document_id).figures.values()
    return check_and_sketch(shelf.document(document_id), figures, shelf.settings)[1]
