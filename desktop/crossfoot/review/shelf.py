"""The open documents at hand: what screens ask again and again is read from the file once.

The review owns the only connection, so nothing changes behind this back; a verb hands in what it
changed after its transaction is through.
"""

from __future__ import annotations

from bisect import insort
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from crossfoot.checks import CallInCount, CallInRule, CheckSettings
from crossfoot.extraction.taught import Beside
from crossfoot.model import (
    Annotation,
    Counts,
    Document,
    DocumentSummary,
    Figure,
    Finding,
    JournalRow,
    ReviewedFigure,
    State,
    TaughtRule,
    Verdict,
    WorldError,
)
from crossfoot.model.assurance import SecondCheck, SignOff
from crossfoot.model.judging import FindingDecision, Judgement, OwnCheck
from crossfoot.review.findings.wider import Across, own_findings
from crossfoot.review.readings import Readings
from crossfoot.review.tallies import Tallies
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
    """All that changes of one document: its figures and annotations, each with the officer's layer.

    ``decisions`` are what the officer decided on findings, by the finding's id.

    ``readings`` are what the rules found, which the figures are laid over.
    """

    readings: Readings
    figures: Mapping[str, ReviewedFigure] = field(default_factory=dict)
    annotations: Mapping[str, Annotation] = field(default_factory=dict)
    decisions: Mapping[str, FindingDecision] = field(default_factory=dict)

    def after(self, rows: Iterable[JournalRow]) -> Sheet:
        """Return the sheet as it is after rows of the journal; the sheet itself stays."""
        figures, annotations, decisions = dict(self.figures), dict(self.annotations), dict(self.decisions)
        for row in rows:
            if row.target_kind == TargetKind.FIGURE.value:
                state = None if row.after == NOTHING else loads(FigureState, row.after)
                laid = self.readings.lay(row.target.partition("-")[2], state)
                if laid is None:
                    figures.pop(row.target, None)
                else:
                    figures[row.target] = laid
            elif row.target_kind == TargetKind.ANNOTATION.value:
                if row.after == NOTHING:
                    annotations.pop(row.target, None)
                else:
                    annotations[row.target] = loads(Annotation, row.after)
            elif row.target_kind == TargetKind.FINDING.value:
                finding_id = row.target.partition(":")[2]
                if row.after == NOTHING:
                    decisions.pop(finding_id, None)
                else:
                    decisions[finding_id] = loads(FindingDecision, row.after)
        ordered = {f.id: f for f in sorted(figures.values(), key=place)}
        marks = {a.id: a for a in sorted(annotations.values(), key=lambda a: (a.span, int(a.id[1:])))}
        return Sheet(self.readings, ordered, marks, decisions)


def _place_in_list(row: DocumentRow) -> tuple[date, str, int]:
    """Return what documents are ordered by: meeting date, those without one last, then name."""
    return (row.meeting_date or date.max, row.name.casefold(), int(row.id[1:]))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new document that has just been stored: its line in the list, its extraction's number, its figures.

    ``queries`` are the ids of what its checks ask, ``sketch`` is the JSON of what others are compared with; both are
    None where its checks are to follow.
    """

    row: DocumentRow
    reading: int
    figures: tuple[Figure, ...]
    queries: tuple[str, ...] | None
    sketch: str | None


class Shelf:
    """Documents, figures, findings and annotations of a workspace, read once and kept."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._order: tuple[DocumentRow, ...] | None = None
        self._rows: Mapping[str, DocumentRow] | None = None
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._sheets: dict[str, Sheet] = {}
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._queries: dict[str, tuple[str, ...]] = {}
        self._tallies = Tallies()
        self._summaries: dict[str, tuple[DocumentRow, DocumentSummary]] = {}
        self._second_checks: dict[str, Mapping[str, SecondCheck]] = {}
        self._sign_offs: dict[str, SignOff | None] = {}
        self._beside: dict[str, Mapping[str, Beside]] = {}
        self._rules: tuple[TaughtRule, ...] | None = None
        self._own_checks: tuple[OwnCheck, ...] | None = None
        self._own: dict[str, tuple[Finding, ...]] = {}
        self._settings: CheckSettings | None = None
        self.across = Across(workspace)
        self.awaiting: set[str] = set()
        """Documents whose own checks are made elsewhere now, or will be; see ``findings/following.py``."""

    def order(self) -> tuple[DocumentRow, ...]:
        """Return the documents that are not in the bin by meeting date, those without one last, then name."""
        if self._order is None:
            with self.workspace.reading():
                rows = self.workspace.documents.rows()
            self._order = tuple(sorted(rows, key=_place_in_list))
        return self._order

    def row(self, document_id: str) -> DocumentRow | None:
        """Return a document's line, or None where no such document is there or it lies in the bin."""
        if self._rows is None:
            self._rows = {row.id: row for row in self.order()}
        return self._rows.get(document_id)

    def ids(self, document_id: str | None = None) -> tuple[str, ...]:
        """Return one document's id, or all in their order."""
        return tuple(row.id for row in self.order()) if document_id is None else (document_id,)

    def checked_ids(self) -> tuple[str, ...]:
        """Return all documents but those whose own checks are awaited, in their order."""
        awaiting = self.awaiting
        return tuple(each for each in self.ids() if each not in awaiting) if awaiting else self.ids()

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

    def read_ahead(self, is_enough: Callable[[], bool]) -> bool:
        """Read documents that are not at hand until ``is_enough`` says so; tell whether all are at hand."""
        for document_id in self.ids():
            if document_id not in self._sheets:
                if is_enough():
                    return False
                self.sheet(document_id)
        return True

    def _read_sheet(self, document_id: str) -> Sheet:
        """Read a document's figures and annotations from the file."""
        at_hand = self._documents.get(document_id)
        try:
            with self.workspace.reading():
                readings = self._read(document_id, at_hand)
                states = self.workspace.officer.figure_states(document_id)
                marks = self.workspace.officer.annotations(document_id)
                decisions = self.workspace.officer.finding_decisions(document_id)
        except KeyError as error:
            raise self._unknown(document_id, "document") from error
        figures = sorted(readings.laid(states), key=place)
        return Sheet(readings, {f.id: f for f in figures}, {a.id: a for a in marks}, decisions)

    def _read(self, document_id: str, at_hand: Document | None) -> Readings:
        """Read the newest extraction of a document, unless it is at hand; of older ones the ids alone."""
        store = self.workspace.documents
        *earlier, number = store.extraction_numbers(document_id) or (0,)
        newest = at_hand.extraction if at_hand else store.extraction(document_id)
        ids = store.figure_ids(document_id) if earlier else {}

        @cache
        def load(older: int) -> Mapping[str, Figure]:
            with self.workspace.reading():
                return {figure.id: figure for figure in store.extraction_of(document_id, older).figures}

        found = {figure.id: figure for figure in newest.figures}
        return Readings(document_id, number, found, {each: ids.get(each, frozenset()) for each in earlier}, load)

    def beside(self, document_id: str) -> Mapping[str, Beside]:
        """Return the words beside each figure of a document, by the figure's id, as its newest text has them."""
        found = self._beside.get(document_id)
        if found is None:
            text = self.document(document_id).text
            figures = self.sheet(document_id).figures.values()
            found = self._beside[document_id] = {f.id: Beside.of(text, f.printed.span) for f in figures}
        return found

    def versions(self) -> Mapping[str, str]:
        """Return by id which version of the rules each document was last read by."""
        with self.workspace.reading():
            versions = self.workspace.documents.versions()
        return {document_id: versions[document_id] for document_id in self.ids()}

    def rules(self) -> tuple[TaughtRule, ...]:
        """Return what the officer taught, in order."""
        if self._rules is None:
            with self.workspace.reading():
                self._rules = self.workspace.officer.rules()
        return self._rules

    def figure(self, figure_id: str) -> ReviewedFigure:
        """Return a figure by its workspace id; raise WorldError where there is none."""
        found = self.sheet(document_of(figure_id)).figures.get(figure_id)
        if found is None:
            raise self._unknown(figure_id, "figure")
        return found

    def has_figure(self, figure_id: str) -> bool:
        """Tell whether a document of the workspace holds this figure."""
        document_id = document_of(figure_id)
        return self.row(document_id) is not None and figure_id in self.sheet(document_id).figures

    def annotation(self, annotation_id: str) -> Annotation:
        """Return an annotation by its id; raise WorldError where there is none."""
        for document_id in self.ids():
            found = self.sheet(document_id).annotations.get(annotation_id)
            if found is not None:
                return found
        raise self._unknown(annotation_id, "annotation")

    def second_checks(self, document_id: str) -> Mapping[str, SecondCheck]:
        """Return what second reviewers said of a document's figures, by figure id."""
        if document_id not in self._second_checks:
            with self.workspace.reading():
                self._second_checks[document_id] = self.workspace.officer.second_checks(document_id)
        return self._second_checks[document_id]

    def sign_off(self, document_id: str) -> SignOff | None:
        """Return the name that stands under a document, or None."""
        if document_id not in self._sign_offs:
            with self.workspace.reading():
                self._sign_offs[document_id] = self.workspace.officer.sign_off(document_id)
        return self._sign_offs[document_id]

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
        self._queries.pop(document_id, None)
        self._tallies.forget(document_id)

    def take_checks(self, document_id: str, asked: tuple[str, ...], sketch: str) -> None:
        """Take over what a document's own checks say, which is committed: the ids of what they ask, and its sketch."""
        self.awaiting.discard(document_id)
        self._queries[document_id] = asked
        self._tallies.forget(document_id)
        self.across.take_in(document_id, sketch)

    @property
    def settings(self) -> CheckSettings:
        """What the officer set about the checks."""
        if self._settings is None:
            with self.workspace.reading():
                held = self.workspace.officer.call_in_rules()
            rules = {each.council: CallInRule(CallInCount(each.count), each.days) for each in held.values()}
            self._settings = CheckSettings(call_in_by_council=rules)
        return self._settings

    def own_checks(self) -> tuple[OwnCheck, ...]:
        """Return the officer's own checks in the order in which they were made."""
        if self._own_checks is None:
            with self.workspace.reading():
                self._own_checks = self.workspace.officer.own_checks()
        return self._own_checks

    def own_findings(self, document_id: str) -> tuple[Finding, ...]:
        """Return what the officer's own checks say of a document."""
        if document_id not in self._own:
            checks = self.own_checks()
            self._own[document_id] = (
                own_findings(checks, document_id, lambda each: self.sheet(each).figures, self.has_figure)
                if checks
                else ()
            )
        return self._own[document_id]

    def forget_own_checks(self) -> None:
        """Read the officer's own checks anew, and test them anew."""
        self._own_checks = None
        self._own.clear()
        self._tallies.clear()

    def forget_settings(self) -> None:
        """Read what was set about the checks anew."""
        self._settings = None

    def forget_counts(self, document_ids: Iterable[str]) -> None:
        """Count anew: what is said of these documents changed."""
        for each in document_ids:
            self._tallies.forget(each)

    def counts(self, document_id: str, asked: Callable[[], Iterable[str]]) -> Counts:
        """Return how far the check of one document has come; dismissed findings are not counted.

        ``asked`` is asked for the ids of all findings that ask for a look, where they must be counted.
        """
        found = self._tallies.get(document_id)
        if found is None:
            sheet = self.sheet(document_id)
            tally = dict.fromkeys(State, 0)
            for figure in sheet.figures.values():
                tally[figure.state] += 1
            found = Counts(
                unreviewed=tally[State.UNREVIEWED],
                confirmed=tally[State.CONFIRMED],
                corrected=tally[State.CORRECTED],
                rejected=tally[State.REJECTED],
                queried=tally[State.QUERIED],
                findings=sum(not is_dismissed(sheet.decisions, each) for each in asked()),
            )
            self._tallies.put(document_id, found)
        return found

    def keep_counts(self, document_id: str, counts: Counts) -> None:
        """Keep the counts of a document that were made elsewhere."""
        self._tallies.put(document_id, counts)

    def keep_unsigned(self) -> None:
        """Note at once which documents no name stands under: nearly all, where there are many."""
        with self.workspace.reading():
            signed = self.workspace.officer.signed()
        for document_id in self.ids():
            if document_id not in signed:
                self._sign_offs.setdefault(document_id, None)

    def uncounted(self) -> list[str]:
        """Return the documents that must be counted before their sum can be told."""
        return self._tallies.missing(self.ids())

    def counts_of_all(self) -> Counts:
        """Return how far the check of all documents has come; none of them may be uncounted."""
        return self._tallies.total(self.ids())

    def own_queries(self, document_id: str) -> tuple[str, ...] | None:
        """Return the ids of the findings of a document's own checks that ask for a look; None where not known."""
        held = self._queries.get(document_id)
        if held is None:
            found = self.stored_findings(document_id)
            if found is None:
                return None
            held = self._queries[document_id] = queries(found)
        return held

    def summary(self, row: DocumentRow, counts: Counts) -> DocumentSummary:
        """Return the line that lists show of a document, made anew only where something of it changed."""
        sign_off = self.sign_off(row.id)
        held = self._summaries.get(row.id)
        if held is not None and held[0] is row and held[1].counts is counts and held[1].sign_off is sign_off:
            return held[1]
        made = DocumentSummary(
            id=row.id,
            title=row.name,
            path=row.path,
            meeting_date=row.meeting_date,
            council=row.council,
            counts=counts,
            notes=row.notes,
            sign_off=sign_off,
        )
        self._summaries[row.id] = row, made
        return made

    def take_in(self, arrivals: Sequence[Arrival]) -> None:
        """Take over new documents, whose act is committed, without reading them back from the file."""
        for each in arrivals:
            document_id = each.row.id
            found = {figure.id: figure for figure in each.figures}
            readings = Readings(document_id, each.reading, found, {}, _no_reading)
            self._sheets[document_id] = Sheet(readings, {f.id: f for f in sorted(readings.laid({}), key=place)})
            if each.queries is None:
                self.awaiting.add(document_id)
            else:
                self._queries[document_id] = each.queries
            self._second_checks[document_id] = {}
            self._sign_offs[document_id] = None
            self.across.take_in(document_id, each.sketch)
        if self._order is not None:
            came = {each.row.id: each.row for each in arrivals}
            order = [row for row in self._order if row.id not in came]
            for row in came.values():
                insort(order, row, key=_place_in_list)
            self._order, self._rows = tuple(order), {row.id: row for row in order}

    def accept(self, document_id: str, sheet: Sheet, findings: tuple[Finding, ...] | None) -> None:
        """Take over what a committed act made of a document; no findings mean those that it had."""
        self._sheets[document_id] = sheet
        self._tallies.forget(document_id)
        for kept in (self._second_checks, self._sign_offs):
            kept.pop(document_id, None)
        if self._own:  # a check may use figures of several documents
            self._own.clear()
        if findings is not None:
            self.awaiting.discard(document_id)
            self.keep_findings(document_id, findings)

    def clear(self) -> None:
        """Forget everything at hand; it is read again when asked for."""
        self._order = self._rules = self._own_checks = self._settings = None
        self._rows = None
        self.across.clear()
        self._tallies.clear()
        for kept in (
            self._own,
            self._documents,
            self._sheets,
            self._findings,
            self._queries,
            self._summaries,
            self._second_checks,
            self._sign_offs,
            self._beside,
        ):
            kept.clear()

    def forget_reading(self, document_id: str) -> None:
        """Read a document's text and figures anew: another extraction of it was stored."""
        self._documents.pop(document_id, None)
        self._sheets.pop(document_id, None)
        self._beside.pop(document_id, None)

    def forget_rules(self) -> None:
        """Read the taught rules anew: one was made, changed or taken away."""
        self._rules = None

    def forget_order(self) -> None:
        """Read the list of documents anew: one came in or went to the bin."""
        self._order = self._rows = None
        self.across.order_changed()

    def _unknown(self, target: str, what: str) -> WorldError:
        """Return the error for an id that the workspace does not hold."""
        return WorldError(f"{self.workspace.path.name} holds no {what} {target}: look its id up in the list.")


def _no_reading(number: int) -> Mapping[str, Figure]:
    """Stand in for the earlier readings of a new document, which has none."""
    raise KeyError(number)


def queries(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the ids of those findings that ask for a look."""
    return tuple(finding.id for finding in findings if finding.verdict is Verdict.QUERY)


def is_dismissed(decisions: Mapping[str, FindingDecision], finding_id: str) -> bool:
    """Tell whether a finding was dismissed."""
    decision = decisions.get(finding_id)
    return decision is not None and decision.judgement is Judgement.DISMISSED
