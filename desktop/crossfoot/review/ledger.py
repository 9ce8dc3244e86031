"""The one way to write: an act of the officer becomes rows of the journal, and all that follows from them.

Journal, officer's layer and findings change in one transaction; the shelf follows only when it is through.
So what a screen shows is never ahead of what is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from functools import partial, reduce
from operator import or_

from crossfoot.model import Annotation, Changes, Dictionary, Finding, JournalRow, TaughtRule
from crossfoot.model.assurance import SecondCheck, SignOff
from crossfoot.model.codebook import Code
from crossfoot.model.views import SavedView
from crossfoot.review.checking import check_and_sketch, standing
from crossfoot.review.findings.gathering import sketch_of
from crossfoot.review.search.indexing import index_change, index_whole
from crossfoot.review.shelf import Arrival, Sheet, Shelf
from crossfoot.workspace import NOTHING, Act, Entry, FigureState, TargetKind, dumps

_EMPTY: tuple[object, ...] = ("", None, {})

NO_CHANGE = Changes()
"""What a verb returns that found nothing to do."""


class Ledger:
    """Writes acts to the workspace. ``reviewer`` are the initials that rows carry."""

    def __init__(self, shelf: Shelf, dictionary: Dictionary, clock: Callable[[], datetime], reviewer: str = "") -> None:
        self.shelf = shelf
        self.dictionary = dictionary
        self.clock = clock
        self.reviewer = reviewer
        self._followers: list[Callable[[Changes], None]] = []

    def follow(self, follower: Callable[[Changes], None]) -> None:
        """Tell ``follower`` of the changes of every act from now on."""
        self._followers.append(follower)

    def act(
        self,
        verb: str,
        entries: Sequence[Entry] | Callable[[], Sequence[Entry]],
        *,
        reason: str = "",
        undoes: int | None = None,
        at: datetime | None = None,
        reread: str | None = None,
    ) -> Changes:
        """Write one act; return what it changed once it is on the disk.

        ``entries`` may be a function that runs inside the transaction, for acts that store more than
        the journal; ``reread`` names the document that such an act stores another reading of. Raises
        WorldError where the workspace cannot be written; then nothing has changed.
        """
        workspace, shelf = self.shelf.workspace, self.shelf
        try:
            with workspace.transaction():
                made = entries() if callable(entries) else entries
                if not made:
                    return NO_CHANGE
                made = [*made, *self._lapsing(made, reread)]
                for document_id in dict.fromkeys(entry.document for entry in made if entry.document is not None):
                    shelf.sheet(document_id)  # read now, so that what the rows change is known from what was before
                rows = workspace.journal.append(Act(verb, at or self.clock(), self.reviewer, reason, undoes), made)
                workspace.officer.apply(rows)
                if reread is not None:
                    shelf.forget_reading(reread)
                ruled = self._ruled_anew(rows)
                touched = tuple(dict.fromkeys((*_documents(rows), *ruled)))
                said = dict(shelf.across.known or {})
                after = {each: self._rework(each, rows, reread=each == reread or each in ruled) for each in touched}
        except BaseException:
            shelf.clear()  # it may have read what the file has not kept
            raise
        for document_id, (sheet, findings) in after.items():
            shelf.accept(document_id, sheet, findings)
        changes = _changes(rows, frozenset(each for each, (_, findings) in after.items() if findings is not None))
        if changes.documents:
            shelf.forget_order()
        if changes.own_checks:
            shelf.forget_own_checks()
        changes = self._wider(changes, said)
        if changes.rules:
            shelf.forget_rules()
        self.tell(changes)
        return changes

    def tell(self, changes: Changes) -> None:
        """Tell the followers of changes that are committed."""
        for follower in self._followers:
            follower(changes)

    def take_in(self, verb: str, arrivals: Iterable[tuple[Arrival, Entry]]) -> tuple[Changes, ...]:
        """Write an act for each new document, all in one transaction; return what each changed once it is on the disk.

        ``arrivals`` yields, inside the transaction, each document when it has been stored. Raises WorldError where the
        workspace cannot be written; then nothing has changed.
        """
        workspace, shelf = self.shelf.workspace, self.shelf
        came: list[Arrival] = []
        made: list[Changes] = []
        said = dict(shelf.across.known or {})
        try:
            with workspace.transaction():
                for arrival, entry in arrivals:
                    rows = workspace.journal.append(Act(verb, self.clock(), self.reviewer), [entry])
                    workspace.officer.apply(rows)
                    came.append(arrival)
                    made.append(_changes(rows, frozenset()))
        except BaseException:
            shelf.clear()  # it may have read what the file has not kept
            raise
        if not came:
            return ()
        shelf.take_in(came)
        made[-1] = self._wider(made[-1], said)
        self.tell(reduce(or_, made))
        return tuple(made)

    def _ruled_anew(self, rows: Sequence[JournalRow]) -> frozenset[str]:
        """Return the documents of the councils whose call-in rule was set by the rows; they are checked anew."""
        councils = {row.target for row in rows if row.target_kind == TargetKind.CALL_IN.value}
        if not councils:
            return frozenset()
        self.shelf.forget_settings()
        return frozenset(row.id for row in self.shelf.order() if (row.council or "").casefold() in councils)

    def _wider(self, changes: Changes, said: Mapping[str, tuple[Finding, ...]]) -> Changes:
        """Return the changes with the other documents of which the rules over several records now say something else.

        Nothing is compared where nobody has asked for it yet. ``said`` is what was said before.
        """
        shelf = self.shelf
        others: set[str] = set()
        if said and shelf.across.known is None:
            now = shelf.across.of(shelf.checked_ids(), partial(sketch_of, shelf))
            others = {each for each in said.keys() | now.keys() if said.get(each) != now.get(each)}
        if changes.own_checks or any(check.names for check in shelf.own_checks()):
            touched = {figure.partition("-")[0] for figure in changes.figures} | changes.documents
            for check in shelf.own_checks():
                records = {figure.partition("-")[0] for figure in check.names.values()}
                if records & touched:
                    others |= records & set(shelf.ids())
            if changes.own_checks:
                others |= set(shelf.ids())
        shelf.forget_counts(others)
        return replace(changes, findings_of=changes.findings_of | others) if others else changes

    def _lapsing(self, entries: Sequence[Entry], reread: str | None) -> list[Entry]:
        """Return the entries that take away what rested on figures as they were: second checks and signatures.

        An undo that brings both back with the figure says so itself.
        """
        said = {(entry.kind, entry.target) for entry in entries}
        figures = {e.target: e.document for e in entries if e.kind is TargetKind.FIGURE and e.document is not None}
        lapsing = [
            second_check_entry(figure_id, document_id, check, None)
            for figure_id, document_id in figures.items()
            if (TargetKind.SECOND_CHECK, figure_id) not in said
            and (check := self.shelf.second_checks(document_id).get(figure_id)) is not None
        ]
        lapsing += [
            sign_off_entry(document_id, signed, None)
            for document_id in dict.fromkeys([*figures.values(), *([reread] if reread else [])])
            if (TargetKind.SIGN_OFF, document_id) not in said
            and (signed := self.shelf.sign_off(document_id)) is not None
        ]
        return lapsing

    def next_id(self, letter: str) -> str:
        """Return an id that no row of the journal can have made before."""
        return f"{letter}{self.shelf.workspace.journal.next_seq()}"

    def _rework(
        self, document_id: str, rows: Sequence[JournalRow], *, reread: bool
    ) -> tuple[Sheet, tuple[Finding, ...] | None]:
        """Return a document's sheet after the rows, and its findings where they had to be made (else None).

        A decision that leaves every value as it stands, as most do, leaves the findings as they are.
        """
        mine = [row for row in rows if row.document == document_id]
        before = self.shelf.sheet(document_id)
        sheet = before.after(mine)
        moved = reread or any(row.target_kind == TargetKind.DOCUMENT.value for row in mine)
        self._index(document_id, before, sheet, moved=moved)
        unchanged = not reread and standing(before.figures.values()) == standing(sheet.figures.values())
        if unchanged and self.shelf.stored_findings(document_id) is not None:
            return sheet, None
        shelf = self.shelf
        findings, sketch = check_and_sketch(shelf.document(document_id), sheet.figures.values(), shelf.settings)
        shelf.workspace.findings.replace(document_id, findings)
        if shelf.across.take(sketch):
            shelf.workspace.findings.put_sketch(document_id, dumps(sketch))
        return sheet, findings

    def _index(self, document_id: str, before: Sheet, after: Sheet, *, moved: bool) -> None:
        """Bring what the search knows of a document's figures up to date; one that came, went or was reread, whole."""
        index = self.shelf.workspace.figure_index
        if moved:
            index_whole(index, self.dictionary, document_id, after)
        else:
            index_change(index, self.dictionary, document_id, before, after)


def figure_entry(figure_id: str, document_id: str, before: FigureState | None, after: FigureState | None) -> Entry:
    """Return the entry that changes the officer's state of a figure."""
    return Entry(TargetKind.FIGURE, figure_id, document_id, state_json(before), state_json(after))


def rule_entry(rule_id: str, before: TaughtRule | None, after: TaughtRule | None) -> Entry:
    """Return the entry that makes, changes or removes a taught rule."""
    return Entry(TargetKind.RULE, rule_id, None, _json(before), _json(after))


def code_entry(key: str, before: Code | None, after: Code | None) -> Entry:
    """Return the entry that explains, changes or removes a code of the codebook."""
    return Entry(TargetKind.CODE, key, None, _json(before), _json(after))


def view_entry(view_id: str, before: SavedView | None, after: SavedView | None) -> Entry:
    """Return the entry that makes, changes or removes a named view or search."""
    return Entry(TargetKind.VIEW, view_id, None, _json(before), _json(after))


def annotation_entry(
    annotation_id: str, document_id: str, before: Annotation | None, after: Annotation | None
) -> Entry:
    """Return the entry that makes, changes or removes an annotation."""
    return Entry(
        TargetKind.ANNOTATION,
        annotation_id,
        document_id,
        _json(before),
        _json(after),
    )


def second_check_entry(
    figure_id: str, document_id: str, before: SecondCheck | None, after: SecondCheck | None
) -> Entry:
    """Return the entry that puts a second check beside a figure or takes it away."""
    return Entry(TargetKind.SECOND_CHECK, figure_id, document_id, _json(before), _json(after))


def sign_off_entry(document_id: str, before: SignOff | None, after: SignOff | None) -> Entry:
    """Return the entry that puts a name under a document or takes it away."""
    return Entry(TargetKind.SIGN_OFF, document_id, document_id, _json(before), _json(after))


def _json(value: object | None) -> str:
    """Return a value as the journal keeps it."""
    return NOTHING if value is None else dumps(value)


def state_json(state: FigureState | None) -> str:
    """Return the journal's text of a figure's state, without what is empty; a figure never touched has none."""
    if state is None or state == FigureState():
        return NOTHING
    held = {field.name: getattr(state, field.name) for field in fields(state)}
    return dumps({name: value for name, value in held.items() if name == "state" or value not in _EMPTY})


def _documents(rows: Sequence[JournalRow]) -> tuple[str, ...]:
    """Return the documents that rows are about, each once, in order."""
    return tuple(dict.fromkeys(row.document for row in rows if row.document is not None))


def _changes(rows: Sequence[JournalRow], checked: frozenset[str]) -> Changes:
    """Return what the rows touched.

    ``documents`` are those that came in, went or were read again, ``findings_of`` those that were checked anew as well.
    """
    figures = frozenset(row.target for row in rows if row.target_kind == TargetKind.FIGURE.value)
    moved = frozenset(row.target for row in rows if row.target_kind == TargetKind.DOCUMENT.value)
    return Changes(
        documents=moved,
        figures=figures,
        annotations=frozenset(row.target for row in rows if row.target_kind == TargetKind.ANNOTATION.value),
        findings_of=moved
        | checked
        | frozenset(row.document for row in rows if row.document and row.target_kind == TargetKind.FINDING.value),
        own_checks=frozenset(row.target for row in rows if row.target_kind == TargetKind.OWN_CHECK.value),
        sign_offs=frozenset(row.target for row in rows if row.target_kind == TargetKind.SIGN_OFF.value),
        second_checks=frozenset(row.target for row in rows if row.target_kind == TargetKind.SECOND_CHECK.value),
        rules=frozenset(row.target for row in rows if row.target_kind == TargetKind.RULE.value),
        views=frozenset(row.target for row in rows if row.target_kind == TargetKind.VIEW.value),
        codes=frozenset(row.target for row in rows if row.target_kind == TargetKind.CODE.value),
    )
