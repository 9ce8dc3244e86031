"""The one way to write: an act of the officer becomes rows of the journal, and all that follows from them.

Journal, officer's layer and findings change in one transaction; the shelf follows only when it is through.
So what a screen shows is never ahead of what is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime

from crossfoot.model import Annotation, Changes, Dictionary, Finding, JournalRow, TaughtRule
from crossfoot.model.assurance import SecondCheck, SignOff
from crossfoot.review.checking import check_document, standing
from crossfoot.review.search.indexing import index_change, index_whole
from crossfoot.review.shelf import Sheet, Shelf
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
                rows = workspace.journal.append(Act(verb, at or self.clock(), self.reviewer, reason, undoes), made)
                workspace.officer.apply(rows)
                if reread is not None:
                    shelf.forget_reading(reread)
                after = {each: self._rework(each, rows, reread=each == reread) for each in _documents(rows)}
        except BaseException:
            shelf.clear()  # it may have read what the file has not kept
            raise
        for document_id, (sheet, findings) in after.items():
            shelf.accept(document_id, sheet, findings)
        changes = _changes(rows, frozenset(each for each, (_, findings) in after.items() if findings is not None))
        if changes.documents:
            shelf.forget_order()
        if changes.rules:
            shelf.forget_rules()
        return changes

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
        findings = check_document(self.shelf.document(document_id), sheet.figures.values())
        self.shelf.workspace.findings.replace(document_id, findings)
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
        findings_of=moved | checked,
        sign_offs=frozenset(row.target for row in rows if row.target_kind == TargetKind.SIGN_OFF.value),
        second_checks=frozenset(row.target for row in rows if row.target_kind == TargetKind.SECOND_CHECK.value),
        rules=frozenset(row.target for row in rows if row.target_kind == TargetKind.RULE.value),
    )
