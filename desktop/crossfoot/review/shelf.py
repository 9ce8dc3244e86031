"""The open documents at hand: what screens ask again and again is read from the file once.

The review owns the only connection, so nothing changes behind this back; a verb hands in what it
changed after its transaction is through.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from crossfoot.model import (
    Annotation,
    Counts,
    Document,
    Finding,
    JournalRow,
    Origin,
    ReviewedFigure,
    State,
    Verdict,
    WorldError,
)
from crossfoot.review.overlay import reviewed
from crossfoot.workspace import NOTHING, DocumentRow, FigureState, TargetKind, Workspace, loads

_DOCUMENTS_KEPT = 64
"""How many documents' texts are kept at hand; the rest are read again when asked for."""


def document_of(figure_id: str) -> str:
    """Return the document part of a workspace figure id."""
    return figure_id.partition("-")[0]


def place(figure: ReviewedFigure) -> tuple[int, int, str]:
    """Return what figures of a document are ordered by."""
    return (figure.printed.span.start, figure.printed.span.end, figure.id)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that changes of one document: its figures and annotations, each with the officer's layer."""

    figures: Mapping[str, ReviewedFigure] = field(default_factory=dict)
    annotations: Mapping[str, Annotation] = field(default_factory=dict)

    def after(self, document_id: str, rows: Iterable[JournalRow]) -> Sheet:
        """Return the sheet as it is after rows of the journal; the sheet itself stays."""
        figures, annotations = dict(self.figures), dict(self.annotations)
        for row in rows:
            if row.target_kind == TargetKind.FIGURE.value:
                state = None if row.after == NOTHING else loads(FigureState, row.after)
                known = figures.get(row.target)
                printed = state.added if state and state.added else known.printed if known else None
                if printed is None or (state is None and known is not None and known.origin is Origin.ADDED):
                    figures.pop(row.target, None)
                else:
                    figures[row.target] = reviewed(document_id, printed, state)
            elif row.target_kind == TargetKind.ANNOTATION.value:
                if row.after == NOTHING:
                    annotations.pop(row.target, None)
                else:
                    annotations[row.target] = loads(Annotation, row.after)
        ordered = {f.id: f for f in sorted(figures.values(), key=place)}
        marks = {a.id: a for a in sorted(annotations.values(), key=lambda a: (a.span, int(a.id[1:])))}
        return Sheet(ordered, marks)


class Shelf:
    """Documents, figures, findings and annotations of a workspace, read once and kept."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._order: tuple[DocumentRow, ...] | None = None
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._sheets: dict[str, Sheet] = {}
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._counts: dict[str, Counts] = {}

    def order(self) -> tuple[DocumentRow, ...]:
        """Return the documents that are not in the bin by meeting date, those without one last, then name."""
        if self._order is None:
            with self.workspace.reading():
                rows = self.workspace.documents.rows()
            self._order = tuple(
                sorted(rows, key=lambda r: (r.meeting_date or date.max, r.name.casefold(), int(r.id[1:])))
            )
        return self._order

    def ids(self, document_id: str | None = None) -> tuple[str, ...]:
        """Return one document's id, or all in their order."""
        return tuple(row.id for row in self.order()) if document_id is None else (document_id,)

    def document(self, document_id: str) -> Document:
        """Return a document whole; raise WorldError where there is none or it is damaged."""
        found = self._documents.get(document_id)
        if found is None:
            try:
                with self.workspace.reading():
                    found = self.workspace.documents.document(document_id)
            except KeyError as error:
                raise self._unknown(document_id, "document") from error
            self._documents[document_id] = found
            if len(self._documents) > _DOCUMENTS_KEPT:
                self._documents.popitem(last=False)
        self._documents.move_to_end(document_id)
        return found

    def sheet(self, document_id: str) -> Sheet:
        """Return a document's figures and annotations; raise WorldError where there is no such document."""
        found = self._sheets.get(document_id)
        if found is None:
            found = self._sheets[document_id] = self._read_sheet(document_id)
        return found

    def _read_sheet(self, document_id: str) -> Sheet:
        """Read a document's figures and annotations from the file."""
        at_hand = self._documents.get(document_id)
        try:
            with self.workspace.reading():
                extraction = at_hand.extraction if at_hand else self.workspace.documents.extraction(document_id)
                states = self.workspace.officer.figure_states(document_id)
                marks = self.workspace.officer.annotations(document_id)
        except KeyError as error:
            raise self._unknown(document_id, "document") from error
        figures = [reviewed(document_id, f, states.get(f"{document_id}-{f.id}")) for f in extraction.figures]
        figures += [reviewed(document_id, s.added, s) for s in states.values() if s.added is not None]
        return Sheet({f.id: f for f in sorted(figures, key=place)}, {a.id: a for a in marks})

    def figure(self, figure_id: str) -> ReviewedFigure:
        """Return a figure by its workspace id; raise WorldError where there is none."""
        found = self.sheet(document_of(figure_id)).figures.get(figure_id)
        if found is None:
            raise self._unknown(figure_id, "figure")
        return found

    def has_figure(self, figure_id: str) -> bool:
        """Tell whether a document of the workspace holds this figure."""
        document_id = document_of(figure_id)
        return document_id in self.ids() and figure_id in self.sheet(document_id).figures

    def annotation(self, annotation_id: str) -> Annotation:
        """Return an annotation by its id; raise WorldError where there is none."""
        for document_id in self.ids():
            found = self.sheet(document_id).annotations.get(annotation_id)
            if found is not None:
                return found
        raise self._unknown(annotation_id, "annotation")

    def stored_findings(self, document_id: str) -> tuple[Finding, ...] | None:
        """Return the findings at hand or in the file; None where they must be made again."""
        found = self._findings.get(document_id)
        if found is None:
            with self.workspace.reading():
                stored = self.workspace.findings.of(document_id)
            if stored is None:
                return None
            found = self._findings[document_id] = stored
        return found

    def keep_findings(self, document_id: str, findings: tuple[Finding, ...]) -> None:
        """Keep findings that were made anew."""
        self._findings[document_id] = findings
        self._counts.pop(document_id, None)

    def counts(self, document_id: str, findings: tuple[Finding, ...]) -> Counts:
        """Return how far the check of one document has come."""
        found = self._counts.get(document_id)
        if found is None:
            tally = dict.fromkeys(State, 0)
            for figure in self.sheet(document_id).figures.values():
                tally[figure.state] += 1
            found = self._counts[document_id] = Counts(
                unreviewed=tally[State.UNREVIEWED],
                confirmed=tally[State.CONFIRMED],
                corrected=tally[State.CORRECTED],
                rejected=tally[State.REJECTED],
                queried=tally[State.QUERIED],
                findings=sum(finding.verdict is Verdict.QUERY for finding in findings),
            )
        return found

    def accept(self, document_id: str, sheet: Sheet, findings: tuple[Finding, ...] | None) -> None:
        """Take over what a committed act made of a document; no findings mean those that it had."""
        self._sheets[document_id] = sheet
        self._counts.pop(document_id, None)
        if findings is not None:
            self.keep_findings(document_id, findings)

    def clear(self) -> None:
        """Forget everything at hand; it is read again when asked for."""
        self._order = None
        for kept in (self._documents, self._sheets, self._findings, self._counts):
            kept.clear()

    def forget_order(self) -> None:
        """Read the list of documents anew: one came in or went to the bin."""
        self._order = None

    def _unknown(self, target: str, what: str) -> WorldError:
        """Return the error for an id that the workspace does not hold."""
        return WorldError(f"{self.workspace.path.name} holds no {what} {target}: look its id up in the list.")


def add_counts(counts: Iterable[Counts]) -> Counts:
    """Return the sum of counts, field by field."""
    total = Counts()
    for one in counts:
        total = replace(
            total,
            unreviewed=total.unreviewed + one.unreviewed,
            confirmed=total.confirmed + one.confirmed,
            corrected=total.corrected + one.corrected,
            rejected=total.rejected + one.rejected,
            queried=total.queried + one.queried,
            findings=total.findings + one.findings,
        )
    return total
