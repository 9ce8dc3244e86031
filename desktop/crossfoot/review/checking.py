"""The checks, run over what holds now: the officer's corrections count, rejected figures do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from crossfoot.checks import CheckInput, check_record
from crossfoot.checks.dates.calendar import is_working_day
from crossfoot.model import Document, Figure, Finding, ReviewedFigure, State
from crossfoot.review.preparing import Prepared


def warm_up() -> None:
    """Load what the checks load at their first deadline, so that the officer's first correction need not wait.

    It takes half a second, nearly all for the calendar of bank holidays, and may run beside the window.
    """
    is_working_day(date(2013, 6, 13))


def check_document(document: Document, figures: Iterable[ReviewedFigure]) -> tuple[Finding, ...]:
    """Return the findings of one document, queries first, with the workspace's figure ids in them."""
    return tuple(_in_workspace(document.id, finding) for finding in _check(document, standing(figures)))


def standing(figures: Iterable[ReviewedFigure]) -> tuple[Figure, ...]:
    """Return the figures that the checks go by: corrected ones at their corrected value, rejected ones not."""
    return tuple(figure.current for figure in figures if figure.state is not State.REJECTED)


def check_prepared(prepared: Prepared) -> tuple[Finding, ...]:
    """Return the findings of a file that is in no workspace, queries first, with the figures' own ids."""
    document = Document(prepared.path, prepared.path, prepared.sha256, prepared.reading, prepared.extraction)
    return _check(document, prepared.extraction.figures)


def _check(document: Document, figures: tuple[Figure, ...]) -> tuple[Finding, ...]:
    """Run the checks of single records."""
    return check_record(
        CheckInput(
            document_id=document.id,
            text=document.text,
            record=document.record,
            figures=figures,
            statements=document.extraction.statements,
            commitments=document.extraction.commitments,
        )
    )


def _in_workspace(document_id: str, finding: Finding) -> Finding:
    """Return a finding with workspace ids in the place of figure ids."""
    return replace(
        finding,
        figures=tuple(f"{document_id}-{figure}" for figure in finding.figures),
        working=tuple(
            replace(part, figure=f"{document_id}-{part.figure}") if part.figure is not None else part
            for part in finding.working
        ),
    )
