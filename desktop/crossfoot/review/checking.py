"""The checks, run over what holds now: the officer's corrections count, rejected figures do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossfoot.model import Document, Finding, ReviewedFigure, State, Verdict


def check_document(document: Document, figures: Iterable[ReviewedFigure]) -> tuple[Finding, ...]:
    """Return the findings of one document, queries first, with the workspace's figure ids in them."""
    try:
        from crossfoot.checks import CheckInput, check_record
    except ImportError:
        return ()
    standing = tuple(figure.current for figure in figures if figure.state is not State.REJECTED)
    found = check_record(
        CheckInput(
            document_id=document.id,
            text=document.text,
            record=document.record,
            figures=standing,
            statements=document.extraction.statements,
            commitments=document.extraction.commitments,
        )
    )
    named = [in_workspace(document.id, finding) for finding in found]
    return tuple(sorted(named, key=lambda finding: finding.verdict is not Verdict.QUERY))


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
