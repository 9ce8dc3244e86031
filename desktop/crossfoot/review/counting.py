"""How far the check of documents has come; of many at once from what the file keeps of all figures and findings."""

from __future__ import annotations

from collections import Counter
from functools import partial

from crossfoot.model import Counts, State, Verdict
from crossfoot.review.findings.gathering import queries_of, wider_findings
from crossfoot.review.shelf import Shelf

_ONE_BY_ONE = 64
"""Documents up to which each is read to be counted; it is at hand then, when it is looked at."""


def counts_of(shelf: Shelf, document_id: str) -> Counts:
    """Return how far the check of one document has come."""
    return shelf.counts(document_id, partial(queries_of, shelf, document_id))


def count_all(shelf: Shelf) -> None:
    """Count all documents that are not counted yet."""
    if len(shelf.uncounted()) > _ONE_BY_ONE:
        _count_at_once(shelf)
    for each in shelf.uncounted():
        counts_of(shelf, each)


def _count_at_once(shelf: Shelf) -> None:
    """Count the documents of which the file says all that is needed: what was judged must be looked at one by one."""
    workspace = shelf.workspace
    with workspace.reading():
        unchecked = workspace.findings.unchecked() - shelf.awaiting
        unknown = {*workspace.figure_index.missing(), *unchecked, *workspace.officer.judged()}
        states = {(document, state): count for document, state, count in workspace.figure_index.state_counts()}
        queries = Counter(workspace.findings.query_counts())
    for document in shelf.uncounted():
        if document in unknown:
            continue
        tally = {state.value: states.get((document, state.value), 0) for state in State}
        wider = sum(finding.verdict is Verdict.QUERY for finding in wider_findings(shelf, document))
        shelf.keep_counts(document, Counts(**tally, findings=queries[document] + wider))
    shelf.keep_unsigned()
