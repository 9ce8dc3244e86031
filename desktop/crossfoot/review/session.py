"""The review: the only door from the window and the command line to documents and decisions.

Every verb is one transaction and one act of the journal, and returns the :class:`Changes` that it
made once they are on the disk. Questions are answered from what is at hand and cost no waiting.
What the world refuses comes as a :class:`WorldError` with one plain sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from crossfoot.checks import CallInRule
from crossfoot.checks.own.relations import Relation
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import (
    About,
    Annotation,
    AnnotationKind,
    Changes,
    Counts,
    Dictionary,
    Document,
    DocumentSummary,
    Extraction,
    Figure,
    Finding,
    JournalRow,
    ReviewedFigure,
    SeriesPoint,
    Span,
    TaughtRule,
    WorldError,
)
from crossfoot.model.assurance import OpenPoint, QaStatement, SecondCheck
from crossfoot.model.codebook import CodeKind, CodeUse
from crossfoot.model.judging import FindingDecision, Judgement, OwnCheck
from crossfoot.model.views import SavedView, ViewKind
from crossfoot.review import (
    annotating,
    binning,
    codebook,
    decisions,
    importing,
    merging,
    proposing,
    questions,
    queueing,
    rereading,
    reshaping,
    teaching,
    telling,
    undoing,
    views,
)
from crossfoot.review.assurance import second_check, signing
from crossfoot.review.assurance.statement import statement
from crossfoot.review.binning import BinnedDocument
from crossfoot.review.facets import Choice, FacetTable, FacetView
from crossfoot.review.findings import calling_in, following, gathering, judging, stating
from crossfoot.review.findings.following import Following
from crossfoot.review.findings.letter import letter
from crossfoot.review.findings.trying import WhatIf, what_if
from crossfoot.review.findings.wider import Compared, PendingComparison
from crossfoot.review.keeping import PendingBackup
from crossfoot.review.ledger import Ledger
from crossfoot.review.links import Link, links
from crossfoot.review.merging import MergePlan
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import with_doubts
from crossfoot.review.rereading import Tally
from crossfoot.review.search import Hit, search
from crossfoot.review.shelf import Shelf, document_of
from crossfoot.review.teaching import Offer
from crossfoot.review.telling import Told
from crossfoot.review.versions import replacing
from crossfoot.review.versions.comparing import Comparison
from crossfoot.review.versions.replacing import Replaced
from crossfoot.workspace import BackupReason, Draft, StoredDocument, Workspace, borrowed, local_now


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
        self._shelf = Shelf(workspace)
        self._ledger = Ledger(self._shelf, dictionary, clock, reviewer)
        self._facets = FacetTable(self._shelf, dictionary)
        self._ledger.follow(self._facets.refresh)

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

    def summary(self, document_id: str) -> DocumentSummary | None:
        """Return the line of one document, or None where it is not there or lies in the bin."""
        return questions.document(self._shelf, document_id)

    def document(self, document_id: str) -> Document:
        """Return a document whole, its text tested against its SHA-256."""
        return self._shelf.document(document_id)

    @property
    def document_count(self) -> int:
        """How many documents there are, those in the bin left out."""
        return len(self._shelf.order())

    def titles(self) -> Mapping[str, str]:
        """Return the names of all documents by id, without a look at their figures."""
        return {row.id: row.name for row in self._shelf.order()}

    def meeting_dates(self) -> Mapping[str, date | None]:
        """Return the days of the meetings of all documents by id, without a look at their figures."""
        return {row.id: row.meeting_date for row in self._shelf.order()}

    def binned(self) -> tuple[BinnedDocument, ...]:
        """Return the documents in the bin, the one that went there last first."""
        return binning.binned(self._shelf)

    def binned_count(self) -> int:
        """Return how many documents lie in the bin."""
        with self._workspace.reading():
            return len(self._workspace.officer.binned())

    def drafts(self) -> tuple[Draft, ...]:
        """Return what was half typed and neither kept nor thrown away, newest first."""
        with self._workspace.reading():
            return self._workspace.drafts.all()

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is being typed; an empty text is none, and takes away what was kept of it."""
        with self._workspace.transaction():
            self._workspace.drafts.put(draft)

    def original(self, document_id: str) -> bytes:
        """Return the file that a document was imported from, byte for byte."""
        with self._workspace.reading():
            return self._workspace.documents.original(document_id)

    def read_ahead(self, seconds: float) -> bool:
        """Read figures that are not at hand for about so long; tell whether those of all documents are at hand."""
        until = perf_counter() + seconds
        return self._shelf.read_ahead(lambda: perf_counter() > until)

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

    def finding_decisions(self, document_id: str) -> Mapping[str, FindingDecision]:
        """Return what was decided on a document's findings, by the finding's id."""
        return self._shelf.sheet(document_id).decisions

    def finding_decision(self, document_id: str, finding_id: str) -> FindingDecision | None:
        """Return what was decided on a finding, or None."""
        return self._shelf.sheet(document_id).decisions.get(finding_id)

    def is_dismissed(self, document_id: str, finding_id: str) -> bool:
        """Tell whether a finding was dismissed."""
        decision = self.finding_decision(document_id, finding_id)
        return decision is not None and decision.judgement is Judgement.DISMISSED

    def letter(self, document_id: str, finding: Finding, note: str = "") -> str:
        """Return the text that asks a record's author about a finding."""
        return letter(self._shelf.document(document_id), finding, note, self.reviewer)

    def what_if(self, figure_id: str, fields: Mapping[str, str]) -> WhatIf:
        """Return which findings typed fields of a figure would bring and take, with nothing written."""
        return what_if(self._shelf, self.dictionary, figure_id, fields)

    def own_checks(self) -> tuple[OwnCheck, ...]:
        """Return the officer's own checks in the order in which they were made."""
        return self._shelf.own_checks()

    def draft_check(
        self,
        figure_ids: Sequence[str],
        relation: Relation,
        *,
        formula: str = "",
        title: str = "",
        tolerance: str = "",
        note: str = "",
        template: bool = False,
    ) -> OwnCheck:
        """Return the check that picked figures make; raise WorldError, with what to do, where it cannot be tested."""
        return stating.draft(
            self._shelf,
            figure_ids,
            relation,
            formula=formula,
            title=title,
            tolerance=tolerance,
            note=note,
            template=template,
        )

    def try_check(self, check: OwnCheck) -> Finding:
        """Return what a check says of its figures now, before it is kept."""
        return stating.tried(self._shelf, check)

    def call_in_rules(self) -> Mapping[str, CallInRule]:
        """Return the call-in rules that were set, by council."""
        return self._shelf.settings.call_in_by_council

    def annotations(self, document_id: str | None = None, query: str = "") -> tuple[Annotation, ...]:
        """Return annotations by place; with a query those that hold all its words."""
        return questions.marks(self._shelf, document_id, query)

    def codebook(self) -> tuple[CodeUse, ...]:
        """Return every colour, and every tag that is explained or used, with the number of its annotations."""
        return codebook.codebook(self._shelf)

    def codebook_text(self) -> str:
        """Return the codebook as JSON, to be taken to another workspace."""
        return codebook.to_text(self._shelf)

    def counts(self, document_id: str | None = None) -> Counts:
        """Return how far the check of a document, or of all, has come."""
        return questions.counts(self._shelf, document_id)

    def next_undecided(
        self, after: str | None, *, document_id: str | None = None, backwards: bool = False
    ) -> str | None:
        """Return the next figure without a decision, going round at the end; None where all are decided."""
        return questions.next_undecided(self._shelf, after, document_id, backwards=backwards)

    def most_doubtful(self, after: str | None) -> str | None:
        """Return the undecided figure of all records that most wants a look; None where no other is undecided."""
        return queueing.most_doubtful(self._shelf, after)

    def history(self, target: str | None = None, document_id: str | None = None) -> tuple[JournalRow, ...]:
        """Return the journal, newest first; of one figure or annotation, one document, or everything."""
        with self._workspace.reading():
            return self._workspace.journal.rows(target=target, document=document_id)

    def told(self, rows: Sequence[JournalRow]) -> tuple[Told, ...]:
        """Return rows of the journal in words: what was done, to what, and what it changed."""
        return telling.told(self._shelf, self.dictionary, rows)

    def lost_signature(self, document_id: str) -> str:
        """Return how the last signature under a document went, when and by which act; empty where none did."""
        with self._workspace.reading():
            return telling.lost_signature(self._shelf, self.dictionary, document_id)

    def has_lapsed(self, document_id: str) -> bool:
        """Tell whether the last signature under a document went with a decision on one of its figures."""
        with self._workspace.reading():
            return telling.has_lapsed(self._shelf, document_id)

    def steps_since(self, seq: int) -> int:
        """Return how many acts were done after the act of this row of the journal."""
        return undoing.steps_since(self._ledger, seq)

    def undo_label(self) -> str | None:
        """Return what undo would take back ("confirm 1,194"), or None."""
        return undoing.undo_label(self._ledger)

    def redo_label(self) -> str | None:
        """Return what redo would do again, or None."""
        return undoing.redo_label(self._ledger)

    def target_words(self, row: JournalRow) -> str:
        """Return the words that a row of the journal is about: a figure's, a note's, a rule's, or a file's name."""
        return undoing.target_words(self._ledger, row)

    def series(self, indicator: str) -> tuple[SeriesPoint, ...]:
        """Return an indicator's reported values by the last day of their periods."""
        return questions.series(self._shelf, indicator)

    def propose_figure(self, document_id: str, span: Span) -> Figure:
        """Return the figure that selected words seem to hold, for the officer to look at before it is added."""
        return proposing.propose(self._shelf.document(document_id), span, Extractor(self.dictionary, self.taught()))

    def links(self, document_id: str) -> tuple[Link, ...]:
        """Return a document's references to other meetings and records, with the documents here that they mean."""
        return links(self._shelf, document_id)

    def taught(self) -> tuple[TaughtRule, ...]:
        """Return the rules that the officer taught, those that are off too, in the order in which they were made."""
        return self._shelf.rules()

    def offer_after(self, figure_id: str) -> Offer | None:
        """Return what the decision on a figure could do to others like it, or None where it says nothing of them."""
        return teaching.offer_after(self._shelf, figure_id)

    def outgrown(self) -> tuple[str, ...]:
        """Return the documents that an older version of the program has read."""
        return rereading.outgrown(self._shelf)

    def outdated(self) -> tuple[str, ...]:
        """Return the documents that were read by other rules than today's, what the officer taught included."""
        return rereading.outdated(self._shelf, Extractor(self.dictionary, self.taught()).version)

    def search(self, query: str, limit: int | None = None) -> tuple[Hit, ...]:
        """Return where a query leads in texts, figures and notes, in document order; at most ``limit`` of each kind.

        Raises WorldError, with what could be typed, where a field of the query or its value cannot be read.
        """
        return search(self._shelf, self.dictionary, query, limit)

    def second_check(self, figure_id: str) -> SecondCheck | None:
        """Return what a second reviewer said of a figure, or None."""
        return self._shelf.second_checks(document_of(figure_id)).get(figure_id)

    def to_check_again(self, document_id: str | None = None, share: float = 1.0) -> tuple[str, ...]:
        """Return the figures that wait for this reviewer as the second one: all, or a sample of the given share."""
        return second_check.to_check(self._shelf, self.reviewer, document_id, share)

    def open_points(self, document_id: str) -> tuple[OpenPoint, ...]:
        """Return what a document leaves open, the gravest first."""
        return signing.open_points(self._shelf, document_id)

    def statement(self, document_ids: Sequence[str] | None = None) -> QaStatement:
        """Return the numbers of the statement of quality assurance on some documents, or on all."""
        return statement(self._shelf, self.dictionary, self._shelf.ids() if document_ids is None else document_ids)

    def facets(self, choice: Choice, document_id: str | None = None) -> FacetView:
        """Return which figures of a document, or of all, a choice of facets leaves, and the counts of every facet."""
        return self._facets.view(choice, document_id)

    def figure_ids(self) -> tuple[str, ...]:
        """Return the ids of all figures in document order; the figures themselves are not read for it."""
        return self._facets.ids()

    def views(self, kind: ViewKind) -> tuple[SavedView, ...]:
        """Return the choices of facets, or the searches, that were given a name."""
        return views.views(self._shelf, kind)

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the workspace's file, one plain sentence each; nothing where it is sound."""
        return self._workspace.verify()

    def backup(self, to: Path) -> None:
        """Put a tested copy of the workspace at ``to``."""
        self._workspace.backup(to)

    @property
    def unsaved_by_backup(self) -> bool:
        """Tell whether something was done since the newest backup that the program made by itself."""
        return not self.read_only and self._workspace.unsaved_by_backup

    def begin_backup(self, reason: BackupReason) -> PendingBackup:
        """Write a backup beside the workspace; whoever finishes it, in any thread, has it tested and old ones thinned.

        Raises WorldError where it cannot be written.
        """
        now = self._ledger.clock()
        return PendingBackup(self.path, self._workspace.begin_backup(reason, now), now)

    # Verbs

    def judge(self, document_id: str, finding_ids: Sequence[str], judgement: Judgement, reason: str = "") -> Changes:
        """Raise findings with the author, dismiss them with a reason, or take them up again."""
        chosen = [f for _, f in self.findings(document_id) if f.id in set(finding_ids)]
        return judging.judge(self._ledger, document_id, chosen, judgement, reason)

    def keep_check(self, check: OwnCheck) -> Changes:
        """Keep a check of the officer's own, or change one; it is tested again on every change."""
        return stating.keep(self._ledger, check)

    def remove_check(self, check_id: str) -> Changes:
        """Take a check of the officer's own away."""
        return stating.remove(self._ledger, check_id)

    def set_call_in(self, council: str, rule: CallInRule | None) -> Changes:
        """Set how a council counts to its call-in deadline; None for the usual rules."""
        return calling_in.set_call_in(self._ledger, council, rule)

    def confirm(self, figure_ids: Sequence[str]) -> Changes:
        """Take figures as they stand; corrected ones stay corrected."""
        return decisions.confirm(self._ledger, figure_ids)

    def correct(self, figure_id: str, fields: Mapping[str, str], reason: str = "") -> Changes:
        """Lay typed values over a figure: value, unit, indicator, label, subject, period, nature, qualifier."""
        return decisions.correct(self._ledger, self.dictionary, figure_id, fields, reason)

    def correct_all(self, figure_ids: Sequence[str], fields: Mapping[str, str], reason: str = "") -> Changes:
        """Lay the same typed values over several figures, in one act."""
        return decisions.correct_all(self._ledger, self.dictionary, figure_ids, fields, reason)

    def join(self, figure_ids: Sequence[str]) -> Changes:
        """Put one undecided figure in the place of several that stand next to each other."""
        return reshaping.join(self._ledger, figure_ids, Extractor(self.dictionary, self.taught()))

    def split(self, figure_id: str) -> Changes:
        """Put an undecided figure for each of its numbers in the place of one."""
        return reshaping.split(self._ledger, figure_id, Extractor(self.dictionary, self.taught()))

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

    def note(
        self,
        document_id: str,
        about: About,
        comment: str,
        *,
        target: str = "",
        words: str = "",
        tags: Iterable[str] = (),
    ) -> Changes:
        """Write a note on a document, on a finding (its id is the ``target``), or on a chart's point.

        A point's ``target`` is its figure, and ``words`` say which chart shows what there.
        """
        return annotating.note(self._ledger, document_id, about, target, words, comment=comment, tags=tags)

    def annotation(self, annotation_id: str) -> Annotation:
        """Return one annotation by its id."""
        return self._shelf.annotation(annotation_id)

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

    def reply(self, annotation_id: str, text: str) -> Changes:
        """Answer under a highlight or comment."""
        return annotating.reply(self._ledger, annotation_id, text)

    def resolve(self, annotation_ids: Iterable[str], *, resolved: bool = True) -> Changes:
        """Say that nothing is open about annotations any more, or that something is again."""
        return annotating.resolve(self._ledger, annotation_ids, resolved)

    def explain_code(self, kind: CodeKind, name: str, meaning: str) -> Changes:
        """Say in the codebook what a tag or a colour means."""
        return codebook.explain(self._ledger, kind, name, meaning)

    def merge_tags(self, olds: Iterable[str], new: str) -> Changes:
        """Put one tag in the place of others on every annotation; with one old tag, rename it."""
        return codebook.merge_tags(self._ledger, olds, new)

    def remove_tag(self, tag: str) -> Changes:
        """Take a tag from every annotation and out of the codebook."""
        return codebook.remove_tag(self._ledger, tag)

    def import_codebook(self, text: str, name: str) -> Changes:
        """Take over the codebook of a file called ``name``."""
        return codebook.from_text(self._ledger, text, name)

    def remove_annotation(self, annotation_id: str) -> Changes:
        """Take an annotation away."""
        return annotating.remove(self._ledger, annotation_id)

    def store(self, prepared: Prepared) -> Changes:
        """Put a prepared document in; raise WorldError where the same file is there already."""
        return importing.store(self._ledger, prepared)

    def store_some(
        self, records: Sequence[Prepared], enough: Callable[[], bool] = lambda: False
    ) -> tuple[Changes | WorldError, ...]:
        """Put the first of prepared documents in, or the first few in one transaction, each its own act.

        Returns what came of each when it is on the disk. ``enough`` says when the transaction has lasted long enough.
        """
        return importing.store_some(self._ledger, records, enough)

    def await_checks(self) -> tuple[str, ...]:
        """Return the documents whose own checks are still to be made, and leave them out of all sums until then."""
        return following.await_checks(self._shelf)

    @property
    def awaited(self) -> int:
        """How many documents are left out of all sums because their own checks are still to be made."""
        return len(self._shelf.awaiting & set(self._shelf.ids()))

    def stored(self, document_id: str) -> StoredDocument:
        """Return a document as the file holds it, to be checked in another process."""
        with self._workspace.reading():
            return self._workspace.documents.stored(document_id)

    def take_checks(self, made: Sequence[Following], enough: Callable[[], bool] = lambda: False) -> tuple[Changes, ...]:
        """Store what the checks of documents said that were awaited: of the first, or of the first few.

        Returns what each changed when it is on the disk; ``enough`` says when the transaction has lasted long enough.
        """
        return following.take_over(self._ledger, made, enough)

    def hold_comparison(self) -> None:
        """Let what the rules over several records said last stand while records come in."""
        self._shelf.across.hold()

    def pending_comparison(self) -> PendingComparison | None:
        """Return the comparison of all records that is due, for any thread to run; with none due, none is held back."""
        return gathering.pending_comparison(self._shelf)

    def compare_now(self) -> None:
        """Compare the records with each other at once where that is held back: for what leaves the program."""
        gathering.compare_now(self._shelf)

    def take_comparison(self, compared: Compared) -> Changes | None:
        """Show what a comparison said; None where records have changed since it was begun, and another is due."""
        return gathering.settle(self._shelf, compared)

    def teach(self, offer: Offer, *, apply: bool, keep: bool) -> Changes:
        """Do to the figures of an offer what was decided on one of them, or keep its rules, or both at once."""
        return teaching.teach(self._ledger, offer, apply=apply, keep=keep)

    def keep_rules(self, rules: Sequence[TaughtRule]) -> Changes:
        """Keep rules that come from a file; those that are kept already are left out."""
        return teaching.keep_rules(self._ledger, rules)

    def set_rule_on(self, rule_id: str, on: bool) -> Changes:
        """Switch a taught rule on or off."""
        return teaching.set_rule_on(self._ledger, rule_id, on)

    def remove_rule(self, rule_id: str) -> Changes:
        """Take a taught rule away."""
        return teaching.remove_rule(self._ledger, rule_id)

    def keep_reading(self, document_id: str, extraction: Extraction) -> tuple[Changes, Tally]:
        """Store what newer rules found in a document's text; decisions stay with the figures that are found again."""
        doubts = self._shelf.document(document_id).reading.doubts
        return rereading.keep(self._ledger, document_id, with_doubts(extraction, doubts))

    def compare_versions(self, old_id: str, new: Prepared | str) -> Comparison:
        """Return a document against a new version of it: a prepared file, or another document of the workspace."""
        return replacing.compare_with(self._shelf, old_id, new)

    def replace_document(self, old_id: str, new: Prepared | str) -> Replaced:
        """Put a new version in the place of a document; decisions go along with their figures."""
        return replacing.replace_by(self._ledger, old_id, new)

    def twins(self, fresh: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Return which fresh documents look like new versions of others, as (other, fresh)."""
        return replacing.twins(self._shelf, fresh)

    def predecessor_of(self, document_id: str) -> str | None:
        """Return the document, now in the bin, that a document took the place of, or None."""
        return replacing.predecessor_of(self._shelf, document_id)

    def remove_document(self, document_id: str) -> Changes:
        """Put a document into the bin."""
        return binning.remove(self._ledger, document_id)

    def restore_documents(self, document_ids: Sequence[str]) -> Changes:
        """Take documents out of the bin again, with everything decided on them."""
        return binning.restore(self._ledger, document_ids)

    def check_again(
        self, figure_id: str, fields: Mapping[str, str] = MappingProxyType({}), *, blind: bool = False, note: str = ""
    ) -> Changes:
        """Say as second reviewer that a figure stands, or what it should be; refused to who decided on it."""
        return second_check.check_again(self._ledger, self.dictionary, figure_id, fields, blind=blind, note=note)

    def sign_off(self, document_id: str, name: str = "", note: str = "") -> Changes:
        """Put the reviewer's name under a document, with what is open listed beside it."""
        self.compare_now()
        return signing.sign_off(self._ledger, document_id, name, note)

    def withdraw_sign_off(self, document_id: str, reason: str = "") -> Changes:
        """Take the name under a document away."""
        return signing.withdraw(self._ledger, document_id, reason)

    def save_view(
        self,
        kind: ViewKind,
        name: str,
        *,
        query: str = "",
        chosen: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> Changes:
        """Keep a choice of facets or a search under a name; one of the same name is changed."""
        return views.save(self._ledger, kind, name, query=query, chosen=chosen)

    def remove_view(self, view_id: str) -> Changes:
        """Forget a view or a search that was given a name."""
        return views.remove(self._ledger, view_id)

    def compare_copy(self, path: Path) -> MergePlan:
        """Return what a colleague's copy of the workspace would bring; the copy is only read.

        Raises WorldError where it cannot be read, is open somewhere, or is this very workspace.
        """
        if path.resolve() == self.path.resolve():
            raise WorldError(f"{path.name} is this workspace itself: choose the copy of a colleague.")
        with borrowed(path) as other, other.reading():
            return merging.compare(self._shelf, other, path.stem, self.dictionary)

    def merge(self, plan: MergePlan, theirs: Collection[str] = (), here: Collection[str] = ()) -> Changes:
        """Bring in what a copy has, in one act; of what differs, the copy's side for the choices in ``theirs``.

        Those in ``here`` were kept as they are, and are not asked about again while both sides say the same.
        """
        return merging.apply(self._ledger, plan, theirs, here)

    def undo(self) -> Changes:
        """Take back the newest act that stands."""
        return undoing.undo(self._ledger)

    def go_back(self, seq: int) -> Changes:
        """Take back, in one act, everything done after the act of this row of the journal; redo does it again."""
        return undoing.back_to(self._ledger, seq)

    def redo(self) -> Changes:
        """Do again what the last undo took back."""
        return undoing.redo(self._ledger)
