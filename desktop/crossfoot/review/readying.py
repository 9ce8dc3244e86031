"""Making a record ready to be stored: its checks are run and all its rows are laid out, so that storing only writes.

It needs nothing of the workspace but the officer's call-in rules, and so can happen in another process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crossfoot.checks import CallInRule, CheckSettings
from crossfoot.model import Dictionary, Document
from crossfoot.review.checking import check_and_sketch
from crossfoot.review.overlay import reviewed
from crossfoot.review.prepared import Prepared, Ready
from crossfoot.review.search.indexing import row_of
from crossfoot.review.shelf import queries
from crossfoot.workspace import DOCUMENT, cut, pack_document


def with_rows(prepared: Prepared, dictionary: Dictionary, call_in: Mapping[str, CallInRule]) -> Prepared:
    """Return a prepared record with what is to be written of it."""
    return replace(prepared, ready=ready_to_store(prepared, dictionary, call_in))


def ready_to_store(prepared: Prepared, dictionary: Dictionary, call_in: Mapping[str, CallInRule]) -> Ready:
    """Return what is to be written of a prepared record, made now where it has none by these call-in rules."""
    if prepared.ready is not None and prepared.ready.call_in == call_in:
        return prepared.ready
    extraction = prepared.extraction
    document = Document(DOCUMENT, prepared.path, prepared.sha256, prepared.reading, extraction)
    figures = [reviewed(DOCUMENT, figure, None) for figure in extraction.figures]
    findings, sketch = check_and_sketch(document, figures, CheckSettings(call_in_by_council=call_in))
    return Ready(
        packed=pack_document(prepared.reading, extraction),
        findings=tuple(cut(finding) for finding in findings),
        queries=queries(findings),
        sketch=cut(sketch),
        figures=tuple((figure.printed.id, row_of(figure, dictionary).rest()) for figure in figures),
        call_in=dict(call_in),
    )
