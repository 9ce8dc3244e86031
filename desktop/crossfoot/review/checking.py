"""The checks, run over what holds now: the officer's corrections count, rejected figures do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossfoot.model import Document, Figure, Finding, ReviewedFigure, State, Verdict
from crossfoot.review.preparing import Prepared


def check_document(document: Document, figures: Iterable[ReviewedFigure]) -> tuple[Finding, ...]:
    """Return the findings of one document, queries first, with the workspace's figure ids in them."""
    standing = tuple(figure.current for figure in figures if figure.state is not State.REJECTED)
    return tuple(_in_workspace(document.id, finding) for finding in _check(document, standing))


def check_prepared(prepared: Prepared) -> tuple[Finding, ...]:
    """Return the findings of a file that is in no workspace, queries first, with the figures' own ids."""
    document = Document(prepared.path, prepared.path, prepared.sha256, prepared.reading, prepared.extraction)
    return _check(document, prepared.extraction.figures)


def _check(document: Document, figures: tuple[Figure, ...]) -> tuple[Finding, ...]:
    """Run the checks of single records."""
    try:
        from crossfoot.checks import CheckInput, check_record
    except ImportError:
        return ()
    found = check_record(
        CheckInput(
            document_id=document.id,
            text=document.text,
            record=document.record,
            figures=figures,
            statements=document.extraction.statements,
            commitments=document.extraction.commitments,
        )
    )
    return tuple(sorted(found, key=lambda finding: finding.verdict is not Verdict.QUERY))


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
