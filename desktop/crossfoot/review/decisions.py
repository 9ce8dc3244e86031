"""What the officer decides on figures: confirm, correct, reject, query, reopen, and notes beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.model import Changes, Dictionary, Document, Figure, Origin, ReviewedFigure, State, WorldError
from crossfoot.review.ledger import NO_CHANGE, Ledger, figure_entry
from crossfoot.review.overlay import field_text
from crossfoot.review.typed import read_fields
from crossfoot.workspace import FigureState


def confirm(ledger: Ledger, figure_ids: Sequence[str]) -> Changes:
    """Take figures as they stand; one that was corrected stays corrected, for that is what now stands."""

    def confirmed(state: FigureState) -> FigureState:
        outcome = State.CORRECTED if state.corrected else State.CONFIRMED
        return state if state.state is outcome else replace(state, state=outcome, reason="")

    return _decide(ledger, "confirm", figure_ids, confirmed)


def reject(ledger: Ledger, figure_ids: Sequence[str], reason: str) -> Changes:
    """Say that these are not figures."""
    return _decide(
        ledger, "reject", figure_ids, lambda s: replace(s, state=State.REJECTED, reason=reason.strip()), reason
    )


def query(ledger: Ledger, figure_ids: Sequence[str], question: str) -> Changes:
    """Leave a question on figures for whoever can answer it."""
    return _decide(
        ledger, "query", figure_ids, lambda s: replace(s, state=State.QUERIED, reason=question.strip()), question
    )


def reopen(ledger: Ledger, figure_ids: Sequence[str]) -> Changes:
    """Take decisions and corrections back, so that the figures are undecided again; notes stay."""

    def reopened(state: FigureState) -> FigureState:
        return FigureState(note=state.note, added=state.added, earlier=state.earlier)

    return _decide(ledger, "reopen", figure_ids, reopened, signed=False)


def set_note(ledger: Ledger, figure_id: str, note: str) -> Changes:
    """Put a note beside a figure; its state stays as it is."""
    return _decide(ledger, "note", [figure_id], lambda s: replace(s, note=note.strip()), signed=False)


def correct(ledger: Ledger, dictionary: Dictionary, figure_id: str, fields: Mapping[str, str], reason: str) -> Changes:
    """Lay typed values over a figure. Raise WorldError where an entry cannot be read.

    A field typed as printed is no correction; a figure with none left is confirmed by it.
    """
    figure = ledger.shelf.figure(figure_id)
    entries, step = read_fields(fields, figure.current, dictionary)

    def corrected(state: FigureState) -> FigureState:
        return _corrected(state, figure.printed, entries, step, reason)

    return _decide(ledger, "correct", [figure_id], corrected, reason)


def _corrected(
    state: FigureState, printed: Figure, entries: Mapping[str, str], step: Decimal | None, reason: str
) -> FigureState:
    """Return a state with typed values laid over it."""
    merged = {**state.corrected, **entries}
    kept = {name: text for name, text in merged.items() if text != field_text(printed, name)}
    size = step if "value" in entries else state.step
    outcome = State.CORRECTED if kept else State.CONFIRMED
    return replace(state, state=outcome, corrected=kept, step=size if "value" in kept else None, reason=reason.strip())


def correct_all(
    ledger: Ledger, dictionary: Dictionary, figure_ids: Sequence[str], fields: Mapping[str, str], reason: str
) -> Changes:
    """Lay the same typed values over several figures in one act. Raise WorldError where an entry cannot be read."""
    read = {
        figure.id: (figure, *read_fields(fields, figure.current, dictionary))
        for figure in (ledger.shelf.figure(each) for each in dict.fromkeys(figure_ids))
    }
    now, entries = ledger.clock(), []
    for figure, typed, step in read.values():
        before = held(figure)
        after = _corrected(before, figure.printed, typed, step, reason)
        if after != before:
            after = replace(after, reviewer=ledger.reviewer, reviewed_at=now)
            if before.state is State.UNREVIEWED:
                after = replace(after, reading=ledger.shelf.sheet(figure.document).readings.newest)
            entries.append(figure_entry(figure.id, figure.document, before, after))
    return ledger.act("correct", entries, reason=reason.strip(), at=now) if entries else NO_CHANGE


def add_figure(
    ledger: Ledger, dictionary: Dictionary, document_id: str, figure: Figure, fields: Mapping[str, str]
) -> Changes:
    """Put in a figure that was missed; it counts as confirmed by whoever added it.

    Typed ``fields`` lie over the proposal as corrections do, in the same act: the journal keeps both what
    was proposed and what the officer made of it. Raise WorldError where an entry cannot be read.
    """
    document = ledger.shelf.document(document_id)
    if not 0 <= figure.span.start < figure.span.end <= len(document.text):
        raise WorldError("A figure needs words of the document: select them first.")
    sheet = ledger.shelf.sheet(document_id)
    same = next(
        (f for f in sheet.figures.values() if f.printed.span == figure.span and f.state is not State.REJECTED), None
    )
    if same is not None and same.current.value == figure.value:
        raise WorldError(f"“{same.printed.quote}” is in the table already: correct that figure, or select other words.")
    added = as_added(document, figure, {f.printed.id for f in sheet.figures.values()})
    entries, step = read_fields(fields, added, dictionary)
    kept = {name: text for name, text in entries.items() if text != field_text(added, name)}
    now = ledger.clock()
    state = FigureState(
        State.CORRECTED if kept else State.CONFIRMED,
        corrected=kept,
        step=step if "value" in kept else None,
        reviewer=ledger.reviewer,
        reviewed_at=now,
        added=added,
    )
    return ledger.act("add", [figure_entry(f"{document_id}-{added.id}", document_id, None, state)], at=now)


def as_added(document: Document, figure: Figure, taken: set[str]) -> Figure:
    """Return a figure as the officer puts it into a document, with an id that none of those ``taken`` is."""
    return replace(
        figure,
        id=_new_id(figure, taken),
        quote=figure.span.cut(document.text),
        section=document.record.section_at(figure.span.start),
        confidence=1.0,
        rule=figure.rule or "added",
    )


def held(figure: ReviewedFigure) -> FigureState:
    """Return what the officer holds of a figure, as the journal keeps it."""
    added = figure.printed if figure.origin is Origin.ADDED else None
    step = figure.current.step if "value" in figure.corrected else None
    return FigureState(
        state=figure.state,
        corrected=dict(figure.corrected),
        step=step,
        note=figure.note,
        reason=figure.reason,
        reviewer=figure.reviewer,
        reviewed_at=figure.reviewed_at,
        added=added,
        reading=figure.reading,
        earlier=figure.earlier,
    )


def _decide(
    ledger: Ledger,
    verb: str,
    figure_ids: Sequence[str],
    change: Callable[[FigureState], FigureState],
    reason: str = "",
    *,
    signed: bool = True,
) -> Changes:
    """Change the state of figures in one act; those that it leaves as they are get no row."""
    now = ledger.clock()
    entries = []
    for figure in [ledger.shelf.figure(figure_id) for figure_id in dict.fromkeys(figure_ids)]:
        before = held(figure)
        after = change(before)
        if after == before:
            continue
        if signed:
            after = replace(after, reviewer=ledger.reviewer, reviewed_at=now)
        if before.state is State.UNREVIEWED and after.state is not State.UNREVIEWED:
            after = replace(after, reading=ledger.shelf.sheet(figure.document).readings.newest)
        entries.append(figure_entry(figure.id, figure.document, before, after))
    return ledger.act(verb, entries, reason=reason.strip(), at=now) if entries else NO_CHANGE


def _new_id(figure: Figure, taken: set[str]) -> str:
    """Return an id for an added figure that its document does not have yet; stable for the same words."""
    for attempt in range(len(taken) + 1):
        words = f"{figure.span.start}:{figure.span.end}:{figure.quote}:{attempt}"
        made = "a" + hashlib.sha256(words.encode()).hexdigest()[:10]
        if made not in taken:
            return made
    raise AssertionError("more attempts than ids taken always find a free one")
