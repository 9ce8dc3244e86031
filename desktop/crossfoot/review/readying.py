"""Making a record ready to be stored: its checks are run and all its rows are laid out, so that storing only writes.

Of many records the checks are left for later: they take as long again as reading, and what an officer opens first
needs none of the others' findings.

It needs nothing of the workspace but the officer's call-in rules, and so can happen in another process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crossfoot.model import Dictionary, Document, ReviewedFigure
from crossfoot.review.overlay import reviewed
from crossfoot.review.prepared import Checked, Prepared, Ready
from crossfoot.review.search.indexing import row_of
from crossfoot.workspace import DOCUMENT, cut, pack_document

if TYPE_CHECKING:  # as in checked_by
    from crossfoot.checks import CallInRule

CHECKED_ON_THE_WAY = 64
"""Files up to which records are checked on the way in: that takes no longer than one needs to look up."""


def with_rows(prepared: Prepared, dictionary: Dictionary, call_in: Mapping[str, CallInRule]) -> Prepared:
    """Return a prepared record with what is to be written of it, its findings among it."""
    return replace(prepared, ready=ready_to_store(prepared, dictionary, call_in))


def with_rows_unchecked(prepared: Prepared, dictionary: Dictionary) -> Prepared:
    """Return a prepared record with what is to be written of it but its findings: its checks are to follow."""
    return replace(prepared, ready=_laid_out(prepared, dictionary, _figures(prepared), None))


def ready_to_store(prepared: Prepared, dictionary: Dictionary, call_in: Mapping[str, CallInRule]) -> Ready:
    """Return what is to be written of a prepared record, made now where it was not made by these call-in rules."""
    ready = prepared.ready
    if ready is not None and (ready.checked is None or ready.checked.call_in == call_in):
        return ready
    extraction = prepared.extraction
    document = Document(DOCUMENT, prepared.path, prepared.sha256, prepared.reading, extraction)
    figures = _figures(prepared)
    return _laid_out(prepared, dictionary, figures, checked_by(document, figures, call_in))


def checked_by(document: Document, figures: Sequence[ReviewedFigure], call_in: Mapping[str, CallInRule]) -> Checked:
    """Return what the checks say of a document that has :data:`DOCUMENT` for its id, or whatever it has.

    The checks are loaded when the first document is checked: of many records that is left for later.
    """
    from crossfoot.checks import CheckSettings  # noqa: PLC0415 - as above
    from crossfoot.review.checking import check_and_sketch  # noqa: PLC0415 - as above
    from crossfoot.review.shelf import queries  # noqa: PLC0415 - as above

    findings, sketch = check_and_sketch(document, figures, CheckSettings(call_in_by_council=call_in))
    return Checked(
        findings=tuple(cut(finding) for finding in findings),
        queries=queries(findings),
        sketch=cut(sketch),
        call_in=dict(call_in),
    )


def _laid_out(
    prepared: Prepared, dictionary: Dictionary, figures: Sequence[ReviewedFigure], checked: Checked | None
) -> Ready:
    """Return what is to be written of a record."""
    return Ready(
        packed=pack_document(prepared.reading, prepared.extraction),
        figures=tuple((figure.printed.id, row_of(figure, dictionary).rest()) for figure in figures),
        checked=checked,
    )


def _figures(prepared: Prepared) -> list[ReviewedFigure]:
    """Return a record's figures as they stand before anyone has looked at them."""
    return [reviewed(DOCUMENT, figure, None) for figure in prepared.extraction.figures]
