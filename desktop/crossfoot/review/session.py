"""The review: the only door from the window and the command line to documents and decisions.

Every verb is one transaction and one act of the journal, and returns the :class:`Changes` that it
made once they are on the disk. Questions are answered from what is at hand and cost no waiting.
What the world refuses comes as a :class:`WorldError` with one plain sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from crossfoot.extraction.extractor import Extractor
from crossfoot.model import (
    Annotation,
    AnnotationKind,
    Changes,
    Counts,
    Dictionary,
    Document,
    DocumentSummary,
    Figure,
    Finding,
    JournalRow,
    ReviewedFigure,
    SeriesPoint,
    Span,
)
from crossfoot.review import annotating, decisions, importing, proposing, questions, undoing
from crossfoot.review.ledger import Ledger
from crossfoot.review.preparing import Prepared
from crossfoot.review.searching import Hit, search
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import Workspace, local_now


class Review:
    """The officer's verbs and the screens' questions over one open workspace.

    ``path`` is the workspace's file and ``name`` its name for people, ``read_only`` whether verbs will be
    refused, ``dictionary`` the indicators. The workspace stays the caller's to close.
    """

    def __init__(
        self,
        workspace: Workspace,
        dictionary: Dictionary,
        *,
        reviewer: str = "",
        clock: Callable[[], datetime] = local_now,
    ) -> None:
        self.dictionary = dictionary
        self.path: Path = workspace.path
        self.name = workspace.path.stem
        self.read_only = workspace.read_only
        self._workspace = workspace
        self._extractor = Extractor(dictionary)
        self._shelf = Shelf(workspace)
        self._ledger = Ledger(self._shelf, clock, reviewer)

    @property
    def reviewer(self) -> str:
        """The initials that decisions are signed with."""
        return self._ledger.reviewer

    @reviewer.setter
    def reviewer(self, initials: str) -> None:
        self._ledger.reviewer = initials.strip()

    # Questions

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return a line for each document, in order of meeting date, then name."""
        return questions.documents(self._shelf)

    def document(self, document_id: str) -> Document:
        """Return a document whole, its text tested against its SHA-256."""
        return self._shelf.document(document_id)

    def original(self, document_id: str) -> bytes:
        """Return the file that a document was imported from, byte for byte."""
        with self._workspace.reading():
            return self._workspace.documents.original(document_id)

    def figures(self, document_id: str | None = None) -> tuple[ReviewedFigure, ...]:
        """Return a document's figures by place, or those of all documents in document order."""
        return questions.figures(self._shelf, document_id)

    def figure(self, figure_id: str) -> ReviewedFigure:
        """Return one figure by its workspace id."""
        return self._shelf.figure(figure_id)

    def has_figure(self, figure_id: str) -> bool:
        """Tell whether a figure is there: one that was added goes again with undo."""
        return self._shelf.has_figure(figure_id)

    def findings(self, document_id: str | None = None) -> tuple[tuple[str, Finding], ...]:
        """Return (document id, finding) pairs with workspace figure ids, queries first within a document."""
        return questions.findings(self._shelf, document_id)

    def annotations(self, document_id: str | None = None, query: str = "") -> tuple[Annotation, ...]:
        """Return annotations by place; with a query those that hold all its words."""
        return questions.marks(self._shelf, document_id, query)

    def counts(self, document_id: str | None = None) -> Counts:
        """Return how far the check of a document, or of all, has come."""
        return questions.counts(self._shelf, document_id)

    def next_undecided(
        self, after: str | None, *, document_id: str | None = None, backwards: bool = False
    ) -> str | None:
        """Return the next figure without a decision, going round at the end; None where all are decided."""
        return questions.next_undecided(self._shelf, after, document_id, backwards=backwards)

    def history(self, target: str | None = None, document_id: str | None = None) -> tuple[JournalRow, ...]:
        """Return the journal, newest first; of one figure or annotation, one document, or everything."""
        with self._workspace.reading():
            return self._workspace.journal.rows(target=target, document=document_id)

    def undo_label(self) -> str | None:
        """Return what undo would take back ("confirm 1,194"), or None."""
        return undoing.undo_label(self._ledger)

    def redo_label(self) -> str | None:
        """Return what redo would do again, or None."""
        return undoing.redo_label(self._ledger)

    def series(self, indicator: str) -> tuple[SeriesPoint, ...]:
        """Return an indicator's reported values by the last day of their periods."""
        return questions.series(self._shelf, indicator)

    def propose_figure(self, document_id: str, span: Span) -> Figure:
        """Return the figure that selected words seem to hold, for the officer to look at before it is added."""
        return proposing.propose(self._shelf.document(document_id), span, self._extractor)

    def search(self, query: str) -> tuple[Hit, ...]:
        """Return where a query's words stand in texts, figures and annotations, in document order."""
        return search(self._shelf, self.dictionary, query)

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the workspace's file, one plain sentence each; nothing where it is sound."""
        return self._workspace.verify()

    def backup(self, to: Path) -> None:
        """Put a tested copy of the workspace at ``to``."""
        self._workspace.backup(to)

    # Verbs

    def confirm(self, figure_ids: Sequence[str]) -> Changes:
        """Take figures as they stand; corrected ones stay corrected."""
        return decisions.confirm(self._ledger, figure_ids)

    def correct(self, figure_id: str, fields: Mapping[str, str], reason: str = "") -> Changes:
        """Lay typed values over a figure: value, unit, indicator, label, subject, period, nature, qualifier."""
        return decisions.correct(self._ledger, self.dictionary, figure_id, fields, reason)

    def reject(self, figure_ids: Sequence[str], reason: str = "") -> Changes:
        """Say that these are not figures."""
        return decisions.reject(self._ledger, figure_ids, reason)

    def query(self, figure_ids: Sequence[str], question: str) -> Changes:
        """Leave a question on figures."""
        return decisions.query(self._ledger, figure_ids, question)

    def reopen(self, figure_ids: Sequence[str]) -> Changes:
        """Make figures undecided again; corrections go, notes stay."""
        return decisions.reopen(self._ledger, figure_ids)

    def set_note(self, figure_id: str, note: str) -> Changes:
        """Put a note beside a figure; its state stays as it is."""
        return decisions.set_note(self._ledger, figure_id, note)

    def add_figure(self, document_id: str, figure: Figure, fields: Mapping[str, str] = MappingProxyType({})) -> Changes:
        """Put in a figure that was missed; typed ``fields`` are what the officer changed of the proposal."""
        return decisions.add_figure(self._ledger, self.dictionary, document_id, figure, fields)

    def annotate(
        self,
        document_id: str,
        span: Span,
        kind: AnnotationKind,
        *,
        comment: str = "",
        colour: str = "yellow",
        tags: Iterable[str] = (),
    ) -> Changes:
        """Highlight words of a document, or comment on them."""
        return annotating.annotate(
            self._ledger, document_id, span, kind, comment=comment, colour=colour, tags=tuple(tags)
        )

    def edit_annotation(
        self,
        annotation_id: str,
        *,
        comment: str | None = None,
        colour: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> Changes:
        """Change what is given of an annotation."""
        return annotating.edit(self._ledger, annotation_id, comment=comment, colour=colour, tags=tags)

    def remove_annotation(self, annotation_id: str) -> Changes:
        """Take an annotation away."""
        return annotating.remove(self._ledger, annotation_id)

    def store(self, prepared: Prepared) -> Changes:
        """Put a prepared document in; raise WorldError where the same file is there already."""
        return importing.store(self._ledger, prepared)

    def remove_document(self, document_id: str) -> Changes:
        """Put a document into the bin."""
        return importing.remove(self._ledger, document_id)

    def undo(self) -> Changes:
        """Take back the newest act that stands."""
        return undoing.undo(self._ledger)

    def redo(self) -> Changes:
        """Do again what the last undo took back."""
        return undoing.redo(self._ledger)
