"""Putting a new version in the place of an old one: one act, with every decision going along with its figure.

The new version is a document of its own. The old one goes to the bin as it is, with all that was decided on it,
so that undo brings it back and nothing of it is ever rewritten. A second check goes along with a figure that reads
as before, and so does what was decided on a finding, which holds as long as its figures are the same; the officer's
own checks go on with the figures of the new version; a signature was given to the old text and stays with it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from crossfoot.model import (
    About,
    Annotation,
    AnnotationKind,
    Changes,
    Document,
    Earlier,
    ReviewedFigure,
    Span,
    State,
    WorldError,
)
from crossfoot.review.decisions import held
from crossfoot.review.findings.judging import decision_entry
from crossfoot.review.findings.stating import own_check_entry
from crossfoot.review.ledger import Ledger, annotation_entry, figure_entry, second_check_entry
from crossfoot.review.prepared import Prepared
from crossfoot.review.shelf import Sheet, Shelf
from crossfoot.review.versions.comparing import Comparison, Fate, FigureFate, compare
from crossfoot.workspace import NOTHING, Entry, FigureState, TargetKind, dumps

REPLACE = "replace"
"""The verb of the act."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of it: the changes, the new document's id, and old against new."""

    changes: Changes
    document: str
    comparison: Comparison


def compare_with(shelf: Shelf, old_id: str, new: Prepared | str) -> Comparison:
    """Return an old version against a new one: a file that was prepared, or a document of the workspace."""
    comparison = compare(shelf.document(old_id), shelf.sheet(old_id), _document(shelf, new))
    signed = shelf.sign_off(old_id)
    return replace(
        comparison,
        checked=frozenset(shelf.second_checks(old_id)),
        signed_by=signed.reviewer if signed is not None else "",
    )


def replace_by(ledger: Ledger, old_id: str, new: Prepared | str) -> Replaced:
    """Put a new version in the place of a document, in one transaction; undo brings the old one back.

    Raises WorldError where the old one is not in the workspace, where both are the same file, or where the
    workspace cannot be written; then nothing has changed.
    """
    shelf, workspace = ledger.shelf, ledger.shelf.workspace
    if old_id not in shelf.ids():
        raise WorldError(
            f"{workspace.path.name} holds no document {old_id}: its id is what its figures' ids begin with."
        )
    fresh = _stored(shelf, new)
    comparison = compare_with(shelf, old_id, fresh)
    old = comparison.old
    if old.sha256 == comparison.new.sha256:
        raise WorldError(f"{comparison.new.path}: this is the same file, byte for byte: nothing to do.")
    made: list[str] = []

    def entries() -> list[Entry]:
        was_there = isinstance(fresh, str)
        if isinstance(fresh, str):
            new_id = fresh
        else:
            now = ledger.clock()
            new_id = workspace.documents.add(fresh.path, fresh.data, fresh.reading, fresh.extraction, now)
        made.append(new_id)
        rows = [_out(old, new_id), _in(shelf, new_id, comparison, was_there=was_there)]
        sheet = shelf.sheet(new_id)
        rows += _decisions(comparison, new_id, sheet)
        there = {_mark(note) for note in sheet.annotations.values()}
        rows += _second_checks(shelf, comparison, new_id, {row.target for row in rows})
        rows += _judgements(shelf, comparison, new_id)
        rows += _own_checks(shelf, comparison, new_id)
        rows += _notes(comparison, new_id, workspace.journal.next_seq() + len(rows), there)
        return rows

    changes = ledger.act(REPLACE, entries, reason=comparison.words)
    return Replaced(changes, made[0], comparison)


def twins(shelf: Shelf, fresh: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return which of the ``fresh`` documents look like new versions of others, as (other, fresh).

    Those are of the same council and meeting date with the same reference, or, where neither has a reference,
    of the same title. Of several the one that came first is named.
    """
    first: dict[tuple[str, date, str], str] = {}
    found = []
    for row in sorted(shelf.order(), key=lambda each: int(each.id[1:])):
        matter = f"reference {_plain(row.reference)}" if row.reference else f"title {_plain(row.title)}"
        if row.meeting_date is not None and (row.reference or row.title):
            other = first.setdefault((_plain(row.council), row.meeting_date, matter), row.id)
            if other != row.id and row.id in fresh:
                found.append((other, row.id))
    return tuple(found)


def predecessor_of(shelf: Shelf, document_id: str) -> str | None:
    """Return the document that a document took the place of, or None."""
    with shelf.workspace.reading():
        rows = shelf.workspace.journal.rows(target=document_id)
    for row in rows:
        after, before = json.loads(row.after), json.loads(row.before)
        if after and after.get("replaces"):
            return str(after["replaces"])
        if before and before.get("replaces"):  # that was taken back
            return None
    return None


def _plain(words: str | None) -> str:
    """Return words without capitals, with one space between them."""
    return " ".join((words or "").casefold().split())


def _stored(shelf: Shelf, new: Prepared | str) -> Prepared | str:
    """Return the id of a prepared file that the workspace has already, in the bin or not; else what was given."""
    if isinstance(new, str):
        return new
    known = shelf.workspace.documents.with_sha256(new.sha256, new.reading.part)
    return known[0] if known is not None else new


def _document(shelf: Shelf, new: Prepared | str) -> Document:
    """Return a new version as a document, though it may not be stored yet."""
    if isinstance(new, str):
        return shelf.document(new)
    return Document("", new.path, new.sha256, new.reading, new.extraction)


def _out(old: Document, new_id: str) -> Entry:
    """Return the entry that takes the old version out."""
    facts = {"path": old.path, "sha256": old.sha256}
    before, after = {**facts, "binned": False}, {**facts, "binned": True, "replaced_by": new_id}
    return Entry(TargetKind.DOCUMENT, old.id, old.id, dumps(before), dumps(after))


def _in(shelf: Shelf, new_id: str, comparison: Comparison, *, was_there: bool) -> Entry:
    """Return the entry that puts the new version in, with what became of the figures and notes of the old one."""
    new = comparison.new
    facts = {"path": new.path, "sha256": new.sha256}
    lost = [
        {
            "figure": fate.old.id,
            "quote": fate.old.printed.quote,
            "state": fate.old.state.value,
            "note": fate.old.note,
        }
        for fate in comparison.lost_decisions
        if fate.old is not None
    ]
    after = {
        **facts,
        "binned": False,
        "replaces": comparison.old.id,
        "figures": {fate.value: comparison.count(fate) for fate in Fate},
        "lost": lost,
        "lost_notes": [fate.note.id for fate in comparison.lost_notes],
    }
    binned = new_id in shelf.workspace.officer.binned()
    before = dumps({**facts, "binned": binned}) if was_there else NOTHING
    return Entry(TargetKind.DOCUMENT, new_id, new_id, before, dumps(after))


def _decisions(comparison: Comparison, new_id: str, sheet: Sheet) -> Iterator[Entry]:
    """Go through the entries that lay decisions over the figures of the new version.

    A figure of the new version that was decided on already, because it was in the workspace before, keeps that.
    """
    for fate in comparison.figures:
        if fate.old is None or fate.new is None or not fate.was_decided:
            continue
        local = fate.old.printed.id if fate.added else fate.new.id
        figure_id = f"{new_id}-{local}"
        before = held(sheet.figures[figure_id]) if figure_id in sheet.figures else None
        if before is not None and before != FigureState():
            continue
        state = carried(fate, fate.old)
        if state.state is not State.UNREVIEWED:
            state = replace(state, reading=sheet.readings.newest)
        yield figure_entry(figure_id, new_id, before, state)


def _second_checks(shelf: Shelf, comparison: Comparison, new_id: str, carried: Collection[str]) -> Iterator[Entry]:
    """Go through the entries that lay second checks beside the figures whose decisions were ``carried`` along."""
    checks = shelf.second_checks(comparison.old.id)
    for fate in comparison.checked_again:
        if fate.old is None or fate.new is None:
            continue
        figure_id = f"{new_id}-{fate.old.printed.id if fate.added else fate.new.id}"
        if figure_id in carried:
            check = replace(checks[fate.old.id], figure=figure_id, document=new_id)
            yield second_check_entry(figure_id, new_id, None, check)


def _judgements(shelf: Shelf, comparison: Comparison, new_id: str) -> Iterator[Entry]:
    """Go through the entries that carry along what was decided on findings.

    A finding's id is made of the words and values of its figures: where these are others now, the check is asked anew.
    """
    there = shelf.sheet(new_id).decisions
    for finding_id, decision in shelf.sheet(comparison.old.id).decisions.items():
        if finding_id not in there:
            yield decision_entry(new_id, finding_id, None, replace(decision, document=new_id))


def _own_checks(shelf: Shelf, comparison: Comparison, new_id: str) -> Iterator[Entry]:
    """Go through the entries that let the officer's own checks go on with the figures of the new version.

    One whose figure is lost keeps the name for it, and says that it cannot be tested any more.
    """
    figures = _in_new(comparison, new_id)
    for check in shelf.own_checks():
        names = {name: figures.get(each, each) for name, each in check.names.items()}
        if names != check.names:
            yield own_check_entry(check.id, check, replace(check, names=names))


def _in_new(comparison: Comparison, new_id: str) -> Mapping[str, str]:
    """Return the ids that the figures of the old version have in the new one, for those that it holds."""
    return {
        fate.old.id: f"{new_id}-{fate.old.printed.id if fate.added else fate.new.id}"
        for fate in comparison.figures
        if fate.old is not None and fate.new is not None
    }


def carried(fate: FigureFate, old: ReviewedFigure) -> FigureState:
    """Return what the officer holds of a figure of the new version: the decision, or the question of it anew."""
    state = held(old)
    if fate.fate is Fate.CHANGED:
        earlier = Earlier(
            figure=old.id,
            quote=old.printed.quote,
            value=old.current.value,
            unit=old.current.unit,
            state=old.state,
            note=old.note,
            reason=old.reason,
            reviewer=old.reviewer,
            reviewed_at=old.reviewed_at,
        )
        return FigureState(note=old.note, earlier=earlier)
    return replace(state, added=fate.new if fate.added else None, reading=None, earlier=None)


def _notes(comparison: Comparison, new_id: str, first: int, there: Collection[_Mark]) -> list[Entry]:
    """Return the entries that put the annotations at their places in the new version, but for those ``there`` already.

    ``first`` numbers their rows.
    """
    text = comparison.new.text
    figures = _in_new(comparison, new_id)
    found = [
        replace(fate.note, document=new_id, span=fate.span, quote=fate.span.cut(text))
        if fate.note.about is About.TEXT
        else replace(fate.note, document=new_id, span=fate.span, target=figures.get(fate.note.target, fate.note.target))
        for fate in comparison.notes
        if fate.span is not None
    ]
    fresh = [note for note in found if _mark(note) not in there]
    return [
        annotation_entry(f"a{number}", new_id, None, replace(note, id=f"a{number}"))
        for number, note in enumerate(fresh, start=first)
    ]


_Mark = tuple[Span, AnnotationKind, str, str, About]


def _mark(note: Annotation) -> _Mark:
    """Return what two annotations share that say the same of the same words."""
    return note.span, note.kind, note.comment, note.colour, note.about
