"""The journal in words: what an act did, to what, what was changed, and what lapsed with it.

A row keeps what was before and what came after as JSON; a reader wants the fields that differ, by their names, with
the old and the new value. What a decision takes away with it, such as the signature under its record, has rows of its
own in the same act: they are told with the decision that they come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from crossfoot.model import Dictionary, JournalRow, ReviewedFigure, State
from crossfoot.model.assurance import SecondCheck, SignOff
from crossfoot.model.assurance_words import signature_words
from crossfoot.model.wording import (
    FIELD_WORDS,
    STATE_WORDS,
    day_words,
    document_words,
    field_words,
    figure_words,
    moment_words,
    subject_words,
)
from crossfoot.review.assurance.saying import entered_words
from crossfoot.review.overlay import corrected_figure
from crossfoot.review.shelf import Shelf
from crossfoot.review.versions.replacing import REPLACE
from crossfoot.workspace import BACK, NOTHING, REDO, REREAD, UNDO, FigureState, TargetKind, loads

_DONE: Mapping[str, str] = MappingProxyType(
    {
        "confirm": "confirmed",
        "correct": "corrected",
        "reject": "rejected",
        "query": "queried",
        "reopen": "reopened",
        "add": "added",
        "join": "joined",
        "split": "split",
        "agree": "agreed",
        "differ": "differed",
        UNDO: "undone",
        REDO: "done again",
        BACK: "gone back over",
        REREAD: "read again",
        REPLACE: "replaced",
    }
)
"""How verbs are told of figures and records; all others stand as they are, with blanks between their words."""

_TAKES_BACK = frozenset({UNDO, REDO, BACK})


@dataclass(frozen=True, slots=True)
class Told:
    """One row of the journal in words.

    ``did`` is what was done ("corrected"), ``about`` what it was done to ("12 · Children adopted"), ``changed`` what
    became of it and what lapsed with it ("Indicator: none → Children adopted; the signature of “Placements” lapsed").
    ``lapsed`` tells of a row that only follows from another of its act, which tells it too.
    """

    row: JournalRow
    did: str
    about: str
    changed: str
    lapsed: bool = False


def told(shelf: Shelf, dictionary: Dictionary, rows: Sequence[JournalRow]) -> tuple[Told, ...]:
    """Return rows in words, in their order."""
    lapsing: defaultdict[int, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.seq):
        if _lapsed(row):
            lapsing[row.group].append(f"{_given(shelf, row)} lapsed")
    return tuple(_told(shelf, dictionary, row, lapsing) for row in rows)


def lost_signature(shelf: Shelf, dictionary: Dictionary, document_id: str) -> str:
    """Return how the last signature under a document went, when and by which act; empty where none did."""
    last = _last_signature(shelf, document_id)
    if last is None or last.after != NOTHING or last.before == NOTHING:
        return ""
    signature = f"The sign-off by {signature_words(loads(SignOff, last.before))}"
    when = moment_words(last.at)
    by = last.reviewer or "somebody without initials"
    first = shelf.workspace.journal.act(last.group)[0]
    if first.target_kind == TargetKind.SIGN_OFF.value:
        if last.verb in _TAKES_BACK:
            return f"{signature} was taken back on {when} by {by}."
        return f"{signature} was withdrawn on {when} by {by}{f': {last.reason}' if last.reason else ''}."
    act = _told(shelf, dictionary, first, {})
    return f"{signature} lapsed on {when}: {by} {'has ' if first.verb in _TAKES_BACK else ''}{act.did} {act.about}."


def has_lapsed(shelf: Shelf, document_id: str) -> bool:
    """Tell whether the last signature under a document went with a decision, and nobody meant to take it away."""
    last = _last_signature(shelf, document_id)
    return last is not None and _lapsed(last)


def _last_signature(shelf: Shelf, document_id: str) -> JournalRow | None:
    """Return what was last done to the signature under a document, or None."""
    rows = shelf.workspace.journal.rows(target=document_id, document=document_id)
    return next((row for row in rows if row.target_kind == TargetKind.SIGN_OFF.value), None)


def _lapsed(row: JournalRow) -> bool:
    """Tell whether a row takes away what rested on something else that its act changed."""
    rests = row.target_kind in {TargetKind.SIGN_OFF.value, TargetKind.SECOND_CHECK.value}
    return rests and row.after == NOTHING and row.seq != row.group


def _given(shelf: Shelf, row: JournalRow) -> str:
    """Return what lapsed: "the signature of “Placements (3 Mar 2024)”"."""
    if row.target_kind == TargetKind.SIGN_OFF.value:
        return f"the signature of “{_record(shelf, row)}”"
    return "its second check"


def _record(shelf: Shelf, row: JournalRow) -> str:
    """Return the name of the record that a row is about; of one in the bin as well."""
    if row.document is None:
        return row.target_kind.replace("_", " ")
    line = shelf.row(row.document)
    if line is None:
        return document_words(shelf.document(row.document))
    return f"{line.name} ({day_words(line.meeting_date)})" if line.meeting_date else line.name


def _told(shelf: Shelf, dictionary: Dictionary, row: JournalRow, lapsing: Mapping[int, Sequence[str]]) -> Told:
    """Return one row in words; the first of an act tells what lapsed with it."""
    if _lapsed(row):
        return Told(
            row,
            "lapsed",
            _record(shelf, row),
            "its signature" if row.target_kind == TargetKind.SIGN_OFF.value else "its second check",
            lapsed=True,
        )
    on_figure = row.target_kind == TargetKind.FIGURE.value
    held = shelf.has_figure(row.target) if row.target_kind in _ON_FIGURES else False
    figure = shelf.figure(row.target) if held else None
    did, changes = _DONE.get(row.verb, row.verb.replace("_", " ")), []
    if on_figure:
        before, after = (_state(text) for text in (row.before, row.after))
        did = _did_to_figure(row, after)
        changes = list(_changes(figure, before, after, dictionary, stated=row.verb in _TAKES_BACK))
    elif row.verb == "teach":
        did = "kept as a rule"
    elif row.target_kind == TargetKind.SIGN_OFF.value and row.verb in _TAKES_BACK:
        changes = ["its signature is gone" if row.after == NOTHING else "its signature stands again"]
    elif row.target_kind == TargetKind.SECOND_CHECK.value and row.after != NOTHING:
        changes = list(_second_check(figure, loads(SecondCheck, row.after)))
    if row.seq == row.group:
        changes += lapsing.get(row.group, ())
    return Told(row, did, _about(figure, dictionary) if figure else _record(shelf, row), "; ".join(changes))


_ON_FIGURES = frozenset({TargetKind.FIGURE.value, TargetKind.SECOND_CHECK.value})


def _second_check(figure: ReviewedFigure | None, check: SecondCheck) -> Iterator[str]:
    """Yield how a second reviewer looked at a figure, and what they typed where it differs."""
    yield "blind second check" if check.blind else "second check"
    if figure is not None and not check.agrees:
        yield ", ".join(entered_words(figure.current, replace(check, note="")))  # the row gives the note as its reason


def _did_to_figure(row: JournalRow, after: FigureState) -> str:
    """Return what was done to a figure; what was done to it for another's sake is no teaching where no rule is kept."""
    if row.verb == "teach":
        return "rejected like another" if after.state is State.REJECTED else "changed like another"
    return _DONE.get(row.verb, row.verb.replace("_", " "))


def _about(figure: ReviewedFigure, dictionary: Dictionary) -> str:
    """Return a figure in few words: "12 · Children adopted"."""
    return f"{figure_words(figure.current)} · {subject_words(figure.current, dictionary)}"


def _state(text: str) -> FigureState:
    """Return the state of a figure that the journal keeps as text; one never touched has none."""
    return FigureState() if text == NOTHING else loads(FigureState, text)


def _changes(
    figure: ReviewedFigure | None, before: FigureState, after: FigureState, dictionary: Dictionary, *, stated: bool
) -> Iterator[str]:
    """Yield what differs between two states of a figure: its fields, its note, and where asked for its state."""
    if stated and before.state is not after.state:
        yield f"{STATE_WORDS[before.state]} → {STATE_WORDS[after.state]}"
    printed = figure.printed if figure else after.added or before.added
    if printed is not None and before.corrected != after.corrected:
        old, new = corrected_figure(printed, before), corrected_figure(printed, after)
        for name, title in FIELD_WORDS.items():
            if before.corrected.get(name) != after.corrected.get(name):
                was, now = (field_words(each, name, dictionary) or "none" for each in (old, new))
                yield f"{title}: {was} → {now}"
    if before.note != after.note:
        yield f"note “{after.note}”" if after.note else "note taken away"
