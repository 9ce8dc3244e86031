"""The checks, run over what holds now: the officer's corrections count, rejected figures do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from crossfoot.checks import (
    CheckInput,
    CheckSettings,
    Comparison,
    Sketch,
    check_across,
    check_both,
    check_council,
    check_record,
    check_sketches,
)
from crossfoot.checks.dates.calendar import is_working_day
from crossfoot.model import Document, Figure, Finding, ReviewedFigure, State
from crossfoot.review.prepared import Prepared


def warm_up() -> None:
    """Load what the checks load at their first deadline, so that the officer's first correction need not wait.

    It takes half a second, nearly all for the calendar of bank holidays, and may run beside the window.
    """
    is_working_day(date(2013, 6, 13))


def check_document(
    document: Document, figures: Iterable[ReviewedFigure], settings: CheckSettings | None = None
) -> tuple[Finding, ...]:
    """Return the findings of one document, queries first, with the workspace's figure ids in them."""
    found = check_record(_input(document, standing(figures)), settings)
    return tuple(in_workspace(document.id, finding) for finding in found)


def check_and_sketch(
    document: Document, figures: Iterable[ReviewedFigure], settings: CheckSettings | None = None
) -> tuple[tuple[Finding, ...], Sketch]:
    """Return the findings of one document as :func:`check_document` does, and what others are compared with."""
    found, made = check_both(_input(document, standing(figures)), settings)
    return tuple(in_workspace(document.id, finding) for finding in found), made


def compare(sketches: Iterable[Sketch]) -> dict[str, tuple[Finding, ...]]:
    """Return what the rules over several records say, by document, with the workspace's figure ids in it."""
    return _with_their_ids(check_sketches(sketches))


def comparison() -> Comparison:
    """Return what compares the records of a workspace as :func:`compare` does, and again only where some changed."""
    return Comparison(lambda records, known: check_council(records, in_workspace, known))


def _with_their_ids(said: Mapping[str, tuple[Finding, ...]]) -> dict[str, tuple[Finding, ...]]:
    """Return findings by document with the workspace's figure ids in them."""
    return {document: tuple(in_workspace(document, finding) for finding in found) for document, found in said.items()}


def standing(figures: Iterable[ReviewedFigure]) -> tuple[Figure, ...]:
    """Return the figures that the checks go by: corrected ones at their corrected value, rejected ones not."""
    return tuple(figure.current for figure in figures if figure.state is not State.REJECTED)


def check_prepared(prepared: Prepared, settings: CheckSettings | None = None) -> tuple[Finding, ...]:
    """Return the findings of a file that is in no workspace, queries first, with the figures' own ids."""
    return check_record(_prepared_input(prepared), settings)


def compare_prepared(prepared: Iterable[Prepared]) -> dict[str, tuple[Finding, ...]]:
    """Return what the rules over several records say of files that are in no workspace, by path."""
    return check_across(_prepared_input(each) for each in prepared)


def _prepared_input(prepared: Prepared) -> CheckInput:
    """Return what the checks see of a file that is in no workspace."""
    document = Document(prepared.path, prepared.path, prepared.sha256, prepared.reading, prepared.extraction)
    return _input(document, prepared.extraction.figures)


def _input(document: Document, figures: tuple[Figure, ...]) -> CheckInput:
    """Return what the checks see of a document."""
    return CheckInput(
        document_id=document.id,
        text=document.text,
        record=document.record,
        figures=figures,
        statements=document.extraction.statements,
        commitments=document.extraction.commitments,
    )


def in_workspace(document_id: str, finding: Finding) -> Finding:
    """Return a finding with workspace ids in the place of figure ids."""
    return replace(
        finding,
        figures=tuple(f"{document_id}-{figure}" for figure in finding.figures),
        working=tuple(
            replace(part, figure=f"{document_id}-{part.figure}") if part.figure is not None else part
            for part in finding.working
        ),
    )
