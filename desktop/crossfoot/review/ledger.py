"""The one way to write: an act of the officer becomes rows of the journal, and all that follows from them.

Journal, officer's layer and findings change in one transaction; the shelf follows only when it is through.
So what a screen shows is never ahead of what is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime

from crossfoot.model import Annotation, Changes, Finding, JournalRow
from crossfoot.review.checking import check_document, standing
from crossfoot.review.shelf import Sheet, Shelf
from crossfoot.workspace import NOTHING, Act, Entry, FigureState, TargetKind, dumps

_EMPTY: tuple[object, ...] = ("", None, {})

NO_CHANGE = Changes()
"""What a verb returns that found nothing to do."""


class Ledger:
    """Writes acts to the workspace. ``reviewer`` are the initials that rows carry."""

    def __init__(self, shelf: Shelf, clock: Callable[[], datetime], reviewer: str = "") -> None:
        self.shelf = shelf
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
    ) -> Changes:
        """Write one act; return what it changed once it is on the disk.

        ``entries`` may be a function that runs inside the transaction, for acts that store more than
        the journal. Raises WorldError where the workspace cannot be written; then nothing has changed.
        """
        workspace, shelf = self.shelf.workspace, self.shelf
        try:
            with workspace.transaction():
                made = entries() if callable(entries) else entries
                if not made:
                    return NO_CHANGE
                rows = workspace.journal.append(Act(verb, at or self.clock(), self.reviewer, reason, undoes), made)
                workspace.officer.apply(rows)
                after = {document_id: self._rework(document_id, rows) for document_id in _documents(rows)}
        except BaseException:
            shelf.clear()  # it may have read what the file has not kept
            raise
        for document_id, (sheet, findings) in after.items():
            shelf.accept(document_id, sheet, findings)
        changes = _changes(rows, frozenset(each for each, (_, findings) in after.items() if findings is not None))
        if changes.documents:
            shelf.forget_order()
        return changes

    def next_id(self, letter: str) -> str:
        """Return an id that no row of the journal can have made before."""
        return f"{letter}{self.shelf.workspace.journal.next_seq()}"

    def _rework(self, document_id: str, rows: Sequence[JournalRow]) -> tuple[Sheet, tuple[Finding, ...] | None]:
        """Return a document's sheet after the rows, and its findings where they had to be made (else None).

        A decision that leaves every value as it stands, as most do, leaves the findings as they are.
        """
        mine = [row for row in rows if row.document == document_id]
        before = self.shelf.sheet(document_id)
        sheet = before.after(document_id, mine)
        unchanged = standing(before.figures.values()) == standing(sheet.figures.values())
        if unchanged and self.shelf.stored_findings(document_id) is not None:
            return sheet, None
        findings = check_document(self.shelf.document(document_id), sheet.figures.values())
        self.shelf.workspace.findings.replace(document_id, findings)
        return sheet, findings


def figure_entry(figure_id: str, document_id: str, before: FigureState | None, after: FigureState | None) -> Entry:
    """Return the entry that changes the officer's state of a figure."""
    return Entry(TargetKind.FIGURE, figure_id, document_id, state_json(before), state_json(after))


def annotation_entry(
    annotation_id: str, document_id: str, before: Annotation | None, after: Annotation | None
) -> Entry:
    """Return the entry that makes, changes or removes an annotation."""
    return Entry(
        TargetKind.ANNOTATION,
        annotation_id,
        document_id,
        dumps(before) if before else NOTHING,
        dumps(after) if after else NOTHING,
    )


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

    ``documents`` are those that came in or went, ``findings_of`` those that were checked anew as well.
    """
    figures = frozenset(row.target for row in rows if row.target_kind == TargetKind.FIGURE.value)
    moved = frozenset(row.target for row in rows if row.target_kind == TargetKind.DOCUMENT.value)
    return Changes(
        documents=moved,
        figures=figures,
        annotations=frozenset(row.target for row in rows if row.target_kind == TargetKind.ANNOTATION.value),
        findings_of=moved | checked,
    )
