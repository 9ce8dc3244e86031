"""Undo and redo: the journal is never shortened; the inverse of an act is written at its end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from crossfoot.model import Changes, JournalRow, TaughtRule, file_name
from crossfoot.model.codebook import Code
from crossfoot.model.merging import KeptChoice
from crossfoot.model.views import SavedView
from crossfoot.review.ledger import NO_CHANGE, Ledger
from crossfoot.review.reshaping import JOIN, SPLIT
from crossfoot.review.versions.replacing import REPLACE
from crossfoot.workspace import BACK, NOTHING, REDO, UNDO, Entry, TargetKind, loads

_MANY = {
    TargetKind.FIGURE.value: "figures",
    TargetKind.ANNOTATION.value: "annotations",
    TargetKind.RULE.value: "rules",
    TargetKind.CODE.value: "codes",
    TargetKind.KEPT_CHOICE.value: "choices",
}

_NAMES: Mapping[str, tuple[type[Any], str]] = MappingProxyType(
    {
        TargetKind.RULE.value: (TaughtRule, "pattern"),
        TargetKind.CODE.value: (Code, "name"),
        TargetKind.VIEW.value: (SavedView, "name"),
        TargetKind.KEPT_CHOICE.value: (KeptChoice, "what"),
    }
)
"""What a thing with a name of its own is read as, and the field that its name stands in."""


def undo(ledger: Ledger) -> Changes:
    """Take back the newest act that stands; without one, nothing changes."""
    return _take_back(ledger, UNDO, ledger.shelf.workspace.journal.act_to_undo())


def redo(ledger: Ledger) -> Changes:
    """Do again what the last undo took back; without one, nothing changes."""
    return _take_back(ledger, REDO, ledger.shelf.workspace.journal.undo_to_redo())


def back_to(ledger: Ledger, seq: int) -> Changes:
    """Take back, in one act, everything done after the act of a row; without anything, nothing changes.

    Each thing gets what it had at that point, in the order in which they would be undone one by one.
    """
    rows = ledger.shelf.workspace.journal.rows_after(seq)
    first: dict[tuple[str, str], JournalRow] = {}
    last: dict[tuple[str, str], JournalRow] = {}
    for row in rows:
        key = (row.target_kind, row.target)
        first.setdefault(key, row)
        last.pop(key, None)
        last[key] = row
    entries = [
        Entry(TargetKind(kind), target, row.document, row.after, first[kind, target].before)
        for (kind, target), row in reversed(last.items())
        if row.after != first[kind, target].before
    ]
    return ledger.act(BACK, entries, undoes=rows[0].group) if entries else NO_CHANGE


def steps_since(ledger: Ledger, seq: int) -> int:
    """Return how many acts were done after the act of a row."""
    return len({row.group for row in ledger.shelf.workspace.journal.rows_after(seq)})


def undo_label(ledger: Ledger) -> str | None:
    """Return what undo would take back ("confirm 1,194"), or None."""
    return _label(ledger, ledger.shelf.workspace.journal.act_to_undo())


def redo_label(ledger: Ledger) -> str | None:
    """Return what redo would do again, or None."""
    return _label(ledger, ledger.shelf.workspace.journal.undo_to_redo())


def _take_back(ledger: Ledger, verb: str, group: int | None) -> Changes:
    """Write the inverse of an act, its rows from last to first."""
    if group is None:
        return NO_CHANGE
    entries = [
        Entry(TargetKind(row.target_kind), row.target, row.document, row.after, row.before)
        for row in reversed(ledger.shelf.workspace.journal.act(group))
    ]
    return ledger.act(verb, entries, undoes=group)


def _label(ledger: Ledger, group: int | None) -> str | None:
    """Return an act in a few words: its verb, and the one thing or the number of things it was about."""
    if group is None:
        return None
    journal = ledger.shelf.workspace.journal
    act = journal.act(journal.root(group))
    rows = [row for row in act if row.target_kind == act[0].target_kind]  # without what lapsed with them
    verb = rows[0].verb.replace("_", " ")
    if verb in {JOIN, SPLIT}:  # as many rows as there are figures before and after; the officer knows what it made
        return f"{verb} {rows[0].reason.partition(' ')[2]}"
    if len(rows) == 1 or rows[0].verb == REPLACE:  # its first row is the version that went
        return f"{verb} {target_words(ledger, rows[0])}"
    return f"{verb} {len(rows)} {_MANY.get(rows[0].target_kind, 'documents')}"


def target_words(ledger: Ledger, row: JournalRow) -> str:
    """Return the words of the document that a row is about, cut to a few, or a document's file name."""
    if row.target_kind in {TargetKind.DOCUMENT.value, TargetKind.SIGN_OFF.value}:
        return file_name(ledger.shelf.workspace.documents.path_of(row.target))
    if row.target_kind in _NAMES:
        model, name = _NAMES[row.target_kind]
        return f"“{_short(getattr(loads(model, row.before if row.after == NOTHING else row.after), name))}”"
    if row.target_kind in {TargetKind.FINDING.value, TargetKind.OWN_CHECK.value, TargetKind.CALL_IN.value}:
        return _short(_said_of(row))
    sheet = ledger.shelf.sheet(row.document or "")
    if row.target_kind in {TargetKind.FIGURE.value, TargetKind.SECOND_CHECK.value}:
        figure = sheet.figures.get(row.target)
        quote = figure.printed.quote if figure else _quote_in(row)
    else:
        quote = _quote_in(row)
    return _short(quote)


def _short(text: str) -> str:
    """Return words cut to a few."""
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


def _said_of(row: JournalRow) -> str:
    """Return the words that tell a finding, a check of the officer's own or a council's rule."""
    data = json.loads(row.after if row.after != NOTHING else row.before)
    return str(data.get("message") or data.get("title") or data.get("formula") or data.get("council") or row.target)


def _quote_in(row: JournalRow) -> str:
    """Return the quote that a row itself carries: that of an annotation, or of a figure that was added."""
    for text in (row.after, row.before):
        data = json.loads(text)
        if data:
            return str((data.get("added") or data).get("quote", row.target))
    return row.target
