"""The value that exports are made from, gathered from the review."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from crossfoot import __version__
from crossfoot.export import DocumentPart, Summary
from crossfoot.model import (
    Annotation,
    Dictionary,
    Document,
    DocumentSummary,
    Finding,
    JournalRow,
    ReviewedFigure,
    WorldError,
    file_name,
)
from crossfoot.model.assurance import QaStatement
from crossfoot.model.judging import FindingDecision
from crossfoot.workspace import TargetKind, dumps


class Asked(Protocol):
    """What a summary asks of the review; its parts are read-only here."""

    @property
    def dictionary(self) -> Dictionary:
        """The indicators."""

    @property
    def reviewer(self) -> str:
        """The initials of whoever exports."""

    @property
    def name(self) -> str:
        """The workspace's name for people."""

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return a line for each document."""

    def document(self, document_id: str) -> Document:
        """Return a document whole."""

    def figures(self, document_id: str | None = None) -> tuple[ReviewedFigure, ...]:
        """Return a document's figures."""

    def annotations(self, document_id: str | None = None) -> tuple[Annotation, ...]:
        """Return a document's annotations."""

    def findings(self, document_id: str | None = None) -> tuple[tuple[str, Finding], ...]:
        """Return a document's findings."""

    def finding_decisions(self, document_id: str) -> Mapping[str, FindingDecision]:
        """Return what was decided on a document's findings, by the finding's id."""

    def statement(self, document_ids: Sequence[str] | None = None) -> QaStatement:
        """Return the numbers of the statement of quality assurance on some documents."""

    def history(self) -> tuple[JournalRow, ...]:
        """Return the journal, newest first."""


def summarise(review: Asked, now: datetime, document_ids: Sequence[str] | None = None) -> Summary:
    """Return the summary of some documents, or of all, in the order of the documents list.

    It goes to others, so files are named without the folders that they lay in on this machine, in the history too.
    The history is that of these documents alone where some were named. Raises WorldError for a name
    that the workspace does not hold.
    """
    rows_by_id = {row.id: row for row in review.documents()}
    known = list(rows_by_id)
    missing = [each for each in document_ids or () if each not in known]
    if missing:
        raise WorldError(f"{review.name} holds no document {missing[0]}: its id is what its figures' ids begin with.")
    chosen = known if document_ids is None else [each for each in known if each in document_ids]
    parts = tuple(
        DocumentPart(
            document=_without_folders(review.document(each)),
            figures=review.figures(each),
            annotations=review.annotations(each),
            findings=tuple(finding for _, finding in review.findings(each)),
            decisions=review.finding_decisions(each),
            sign_off=rows_by_id[each].sign_off,
        )
        for each in chosen
    )
    rows = (row for row in reversed(review.history()) if document_ids is None or row.document in chosen)
    history = tuple(_row_without_folders(row) for row in rows)
    return Summary(
        workspace=review.name,
        exported_at=now,
        documents=parts,
        dictionary=review.dictionary,
        history=history,
        reviewer=review.reviewer,
        version=__version__,
        statement=review.statement(chosen),
    )


def _without_folders(document: Document) -> Document:
    """Return a document whose path is its file's name alone."""
    return replace(document, path=file_name(document.path))


def _row_without_folders(row: JournalRow) -> JournalRow:
    """Return a row of the journal that names a document's file without its folders; its seal is that of the whole."""
    if row.target_kind != TargetKind.DOCUMENT.value:
        return row
    return replace(row, before=_named(row.before), after=_named(row.after))


def _named(data: str) -> str:
    """Return what a row says of a document with the file's name in the place of its path."""
    facts = json.loads(data)
    return dumps({**facts, "path": file_name(facts["path"])}) if facts and "path" in facts else data
