"""Two copies of a workspace set side by side, with what both began with.

Documents are the same where their files are, byte for byte; figures where they have the same id, which is made
of their words and surroundings, or stand at the same place of the same text. Where both journals begin with the
same rows, one is a copy of the other, and what those rows add up to tells who changed what since: only where
both did, and not alike, or where another reviewer overrules a decision, is there something to decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crossfoot.model import About, Annotation, Dictionary, Document, ReviewedFigure, Span, State
from crossfoot.review.decisions import held
from crossfoot.review.merging.layer import Translation, compare_layers
from crossfoot.review.merging.plan import Conflict, MergePlan
from crossfoot.review.shelf import Sheet, Shelf, document_of
from crossfoot.workspace import FigureState, TargetKind, Workspace, loads, replay, shared_rows

_NAMED = 5
"""How many things that stay out are named one by one."""


@dataclass(frozen=True, slots=True)
class _Base:
    """What both copies began with: the officer's layer after the rows that both journals begin with."""

    layer: Mapping[tuple[str, str], str]

    def figure(self, figure_id: str) -> FigureState:
        """Return what was held of a figure."""
        data = self.layer.get((TargetKind.FIGURE.value, figure_id))
        return loads(FigureState, data) if data else FigureState()

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return a mark that both began with, or None."""
        data = self.layer.get((TargetKind.ANNOTATION.value, annotation_id))
        return loads(Annotation, data) if data else None


@dataclass(frozen=True, slots=True)
class _Pair:
    """One document as both copies have it."""

    mine: Document
    my_sheet: Sheet
    theirs: Document
    their_sheet: Sheet

    @property
    def same_text(self) -> bool:
        """Tell whether both readers read the same text."""
        return self.mine.text == self.theirs.text


@dataclass(slots=True)
class _Found:
    """What one document brings."""

    figures: dict[str, FigureState]
    conflicts: list[Conflict]
    annotations: list[Annotation]
    edited: list[Annotation]
    left_out: list[str]
    agreed: int = 0


def compare(shelf: Shelf, other: Workspace, name: str, dictionary: Dictionary) -> MergePlan:
    """Return what the other copy, called ``name``, would bring into the workspace of ``shelf``."""
    theirs = Shelf(other)
    shared = shared_rows(shelf.workspace, other)
    my_rows, their_rows = (tuple(reversed(each.journal.rows())) for each in (shelf.workspace, other))
    base = _Base(replay(my_rows[:shared]))
    pairs, left_out = _pairs(shelf, theirs)
    found = _Found({}, [], [], [], left_out)
    for pair in pairs:
        _compare_figures(pair, base, found)
        _compare_annotations(pair, base, found)
    arrivals, differences, homeless = compare_layers(
        my_rows,
        their_rows,
        base.layer,
        here=_translation(pairs, found),
        dictionary=dictionary,
    )
    return MergePlan(
        name=name,
        documents=len(pairs),
        figures=found.figures,
        annotations=tuple(found.annotations),
        edited=tuple(found.edited),
        arrivals=tuple(arrivals),
        differences=tuple(differences),
        conflicts=tuple(found.conflicts),
        agreed=found.agreed,
        left_out=(*found.left_out, *homeless),
    )


def _pairs(shelf: Shelf, theirs: Shelf) -> tuple[list[_Pair], list[str]]:
    """Return the documents that both copies have, and a sentence for those that only the other has."""
    mine = {row.sha256: row.id for row in shelf.order()}
    pairs, missing = [], []
    for row in theirs.order():
        if row.sha256 in mine:
            here = mine[row.sha256]
            pairs.append(_Pair(shelf.document(here), shelf.sheet(here), theirs.document(row.id), theirs.sheet(row.id)))
        elif any(figure.state is not State.UNREVIEWED for figure in theirs.sheet(row.id).figures.values()):
            missing.append(row.name)
    said = [f"“{name}” is not in this workspace: import it, then merge again." for name in missing[:_NAMED]]
    if len(missing) > _NAMED:
        said.append(f"{len(missing) - _NAMED} more records are not in this workspace.")
    return pairs, said


def _compare_figures(pair: _Pair, base: _Base, found: _Found) -> None:
    """Sort every figure that the other copy holds something of."""
    for theirs in pair.their_sheet.figures.values():
        their_state = held(theirs)
        before = base.figure(theirs.id)
        if _content(their_state) == _content(before):
            continue
        mine = _counterpart(pair, theirs)
        if mine is None:
            if their_state.added is not None and pair.same_text:
                found.figures[f"{pair.mine.id}-{theirs.printed.id}"] = replace(their_state, reading=None)
            else:
                found.left_out.append(f"“{theirs.printed.quote}” in {_name(pair)} is no figure here.")
            continue
        my_state = held(mine)
        taken = replace(their_state, reading=_reading(pair, mine, theirs), earlier=my_state.earlier)
        unchanged = _content(my_state) == _content(before) and not _overrules(my_state, their_state)
        if unchanged or _only_noted(my_state):
            state = replace(taken, note=_joined(my_state.note, their_state.note))
            if _content(state) != _content(my_state):
                found.figures[mine.id] = state
        elif _verdict(my_state) == _verdict(their_state) or their_state.state is State.UNREVIEWED:
            found.agreed += _verdict(my_state) == _verdict(their_state)
            note = _joined(my_state.note, their_state.note if their_state.note != before.note else "")
            if note != my_state.note:
                found.figures[mine.id] = replace(my_state, note=note)
        else:
            shown = replace(theirs, id=mine.id, document=pair.mine.id)
            taken = replace(taken, note=_joined(my_state.note, their_state.note))
            found.conflicts.append(Conflict(mine, shown, taken))


def _counterpart(pair: _Pair, theirs: ReviewedFigure) -> ReviewedFigure | None:
    """Return the figure of this workspace that a figure of the other copy is, or None."""
    same = pair.my_sheet.figures.get(f"{pair.mine.id}-{theirs.printed.id}")
    if same is not None or not pair.same_text:
        return same
    at = (figure for figure in pair.my_sheet.figures.values() if figure.printed.span == theirs.printed.span)
    return next((figure for figure in at if figure.printed.value == theirs.printed.value), None)


def _reading(pair: _Pair, mine: ReviewedFigure, theirs: ReviewedFigure) -> int | None:
    """Return the reading of this workspace in which a figure stands as the colleague saw it, or the newest."""
    readings = pair.my_sheet.readings
    local = mine.printed.id
    for number in reversed(readings.numbers):
        figure = readings.figure(number, local)
        if figure is not None and replace(figure, id=theirs.printed.id) == theirs.printed:
            return None if number == readings.numbers[0] else number
    return readings.newest


def _compare_annotations(pair: _Pair, base: _Base, found: _Found) -> None:
    """Sort every mark of the other copy; where both changed one, both stay."""
    mine = {_maker(mark): mark for mark in pair.my_sheet.annotations.values()}
    for theirs in pair.their_sheet.annotations.values():
        before = base.annotation(theirs.id)
        same = mine.get(_maker(theirs))
        if same is not None and _said(same) == _said(theirs):
            continue
        if before is not None and (_said(before) == _said(theirs) or same is None):
            continue  # only changed or taken away here
        span = _place(pair, theirs)
        if span is None:
            found.left_out.append(f"The mark on “{theirs.quote}” in {_name(pair)} has no place in the text here.")
            continue
        moved = replace(theirs, document=pair.mine.id, span=span, target=_target(pair, theirs))
        if same is not None and before is not None and _said(before) == _said(same):
            found.edited.append(replace(moved, id=same.id))
        else:
            found.annotations.append(moved)


def _place(pair: _Pair, mark: Annotation) -> Span | None:
    """Return where a mark stands in the text of this workspace; in another text, where its words stand once."""
    if pair.same_text:
        return mark.span
    if mark.about is not About.TEXT:
        return Span(0, 0)
    starts = list(_places(pair.mine.text, mark.quote))
    return Span(starts[0], starts[0] + len(mark.quote)) if len(starts) == 1 else None


def _target(pair: _Pair, mark: Annotation) -> str:
    """Return what a note is about under the ids of this workspace."""
    return f"{pair.mine.id}-{mark.target.partition('-')[2]}" if mark.about is About.CHART_POINT else mark.target


def _places(text: str, quote: str) -> Iterator[int]:
    """Yield every place where words stand."""
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _translation(pairs: Sequence[_Pair], found: _Found) -> Translation:
    """Return how the other copy's records and figures are called here, and whether what was said of them stands."""
    by_id = {pair.theirs.id: pair for pair in pairs}

    def document(theirs: str) -> str | None:
        return by_id[theirs].mine.id if theirs in by_id else None

    def figure(theirs: str) -> str | None:
        pair = by_id.get(theirs.partition("-")[0])
        known = pair.their_sheet.figures.get(theirs) if pair else None
        mine = _counterpart(pair, known) if pair and known else None
        if mine is not None:
            return mine.id
        local = f"{pair.mine.id}-{theirs.partition('-')[2]}" if pair else ""
        return local if local in found.figures else None  # one that the colleague added comes in, too

    def is_alike(pair: _Pair, theirs: ReviewedFigure) -> bool:
        local = figure(theirs.id)
        mine = pair.my_sheet.figures.get(local or "")
        state = found.figures.get(local or "") or (held(mine) if mine else FigureState())
        return _verdict(state) == _verdict(held(theirs))

    def stands(kind: TargetKind, target: str) -> bool:
        pair = by_id[target.partition("-")[0]]
        if kind is TargetKind.SECOND_CHECK:
            return is_alike(pair, pair.their_sheet.figures[target])
        both = len(pair.my_sheet.figures.keys() | {each for each in found.figures if document_of(each) == pair.mine.id})
        there = pair.their_sheet.figures.values()
        return both == len(there) and all(is_alike(pair, each) for each in there)

    return Translation(document, figure, stands)


def _content(state: FigureState) -> tuple[object, ...]:
    """Return what an officer means by a state, without who and when."""
    return (*_verdict(state), state.note, state.reason)


def _verdict(state: FigureState) -> tuple[object, ...]:
    """Return the decision alone: the outcome and the corrections."""
    return (state.state, dict(state.corrected), state.added is not None)


def _overrules(mine: FigureState, theirs: FigureState) -> bool:
    """Tell whether another reviewer decided otherwise on what was decided here: that never comes in unseen."""
    if mine.state is State.UNREVIEWED or _verdict(mine) == _verdict(theirs):
        return False
    return mine.reviewer != theirs.reviewer


def _only_noted(state: FigureState) -> bool:
    """Tell whether nothing was decided on a figure, though there may be a note."""
    return state.state is State.UNREVIEWED and state.added is None


def _joined(mine: str, theirs: str) -> str:
    """Return two notes as one, each said once."""
    if theirs in mine:
        return mine
    return theirs if mine in theirs else f"{mine} / {theirs}"


def _maker(mark: Annotation) -> tuple[object, ...]:
    """Return what tells a mark from all others in both copies: who made it when, on which words."""
    return (mark.reviewer, mark.created_at, mark.quote, mark.kind, mark.about)


def _said(mark: Annotation) -> Annotation:
    """Return a mark without its place in one copy."""
    return replace(mark, id="", document="", span=Span(0, 0), target="")


def _name(pair: _Pair) -> str:
    """Return a document's name for people."""
    return f"“{pair.mine.record.title or pair.mine.path}”"
