"""Two copies of a workspace set side by side, with what both began with.

Records are the same where their files are, byte for byte, or where one took the place of the other; figures where
they have the same id, which is made of their words and surroundings, stand at the same place of the same text, or
read the same in the other version. Where both journals begin with the same rows, one is a copy of the other, and what
those rows add up to tells who changed what since: only where both did, and not alike, or where another reviewer
overrules a decision, is there something to decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossfoot.model import Dictionary, ReviewedFigure, State
from crossfoot.review.decisions import held
from crossfoot.review.merging.layer import Translation, compare_layers
from crossfoot.review.merging.marks import Marks, Origins, compare_marks
from crossfoot.review.merging.pairing import Pair, pairs_of
from crossfoot.review.merging.plan import Conflict, MergePlan, seal_of
from crossfoot.review.shelf import Shelf, document_of
from crossfoot.review.versions.comparing import Fate, FigureFate
from crossfoot.review.versions.replacing import carried
from crossfoot.workspace import FigureState, TargetKind, Workspace, loads, replay, shared_rows


@dataclass(frozen=True, slots=True)
class _Base:
    """What both copies began with: the officer's layer after the rows that both journals begin with."""

    layer: Mapping[tuple[str, str], str]

    def figure(self, figure_id: str) -> FigureState:
        """Return what was held of a figure."""
        data = self.layer.get((TargetKind.FIGURE.value, figure_id))
        return loads(FigureState, data) if data else FigureState()


@dataclass(slots=True)
class _Found:
    """What the figures of all records bring."""

    figures: dict[str, FigureState] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    agreed: int = 0


def compare(shelf: Shelf, other: Workspace, name: str, dictionary: Dictionary) -> MergePlan:
    """Return what the other copy, called ``name``, would bring into the workspace of ``shelf``."""
    theirs = Shelf(other)
    shared = shared_rows(shelf.workspace, other)
    my_rows, their_rows = (tuple(reversed(each.journal.rows())) for each in (shelf.workspace, other))
    base = _Base(replay(my_rows[:shared]))
    pairs, missing = pairs_of(shelf, theirs, my_rows, their_rows)
    found, marks = _Found(), Marks()
    origins = Origins(base.layer, my_rows, their_rows)
    for pair in pairs:
        _compare_figures(pair, base, found)
        compare_marks(pair, origins, marks)
    arrivals, differences, homeless = compare_layers(
        my_rows,
        their_rows,
        base.layer,
        here=_translation(pairs, found),
        dictionary=dictionary,
    )
    kept = shelf.workspace.officer.kept_choices()
    asked = tuple(each for each in found.conflicts if each.seal not in kept)
    differing = (*marks.differences, *differences)
    differing_still = tuple(each for each in differing if each.seal not in kept)
    return MergePlan(
        name=name,
        documents=len(pairs),
        versions=sum(pair.version is not None for pair in pairs),
        figures=found.figures,
        annotations=tuple(marks.new),
        edited=tuple(marks.edited),
        arrivals=tuple(arrivals),
        differences=differing_still,
        conflicts=asked,
        agreed=found.agreed,
        kept=len(found.conflicts) - len(asked) + len(differing) - len(differing_still),
        left_out=(*missing, *found.left_out, *marks.left_out, *homeless),
    )


def _compare_figures(pair: Pair, base: _Base, found: _Found) -> None:
    """Sort every figure that the other copy holds something of."""
    for theirs in pair.their_sheet.figures.values():
        their_state = held(theirs)
        before = base.figure(pair.began.get(theirs.id, theirs.id))
        if _content(their_state) == _content(before):
            continue
        fate, mine = pair.fate(theirs), pair.counterpart(theirs)
        if mine is None:
            _bring_added(pair, theirs, their_state, found)
        elif fate is not None and fate.fate is Fate.CHANGED:
            _ask_anew(pair, fate, theirs, mine, found)
        else:
            _sort(pair, theirs, mine, before, found)


def _sort(pair: Pair, theirs: ReviewedFigure, mine: ReviewedFigure, before: FigureState, found: _Found) -> None:
    """Sort a figure of both copies that the colleague changed since ``before``."""
    my_state, their_state = held(mine), held(theirs)
    note = _joined(my_state.note, their_state.note, before.note)
    taken = replace(their_state, reading=_reading(pair, mine, theirs), earlier=my_state.earlier, note=note)
    unchanged = _content(my_state) == _content(before) and not _overrules(my_state, their_state)
    if unchanged or _only_noted(my_state):
        if _content(taken) != _content(my_state):
            found.figures[mine.id] = taken
    elif _verdict(my_state) == _verdict(their_state) or their_state.state is State.UNREVIEWED:
        found.agreed += _verdict(my_state) == _verdict(their_state)
        if note != my_state.note:
            found.figures[mine.id] = replace(my_state, note=note)
    else:
        shown = replace(theirs, id=mine.id, document=pair.mine.id)
        seal = seal_of(mine.id, _content(my_state), _content(their_state))
        found.conflicts.append(Conflict(mine, shown, taken, seal))


def _bring_added(pair: Pair, theirs: ReviewedFigure, state: FigureState, found: _Found) -> None:
    """Bring a figure that only the colleague has, where the colleague put it there and it has a place here."""
    added = pair.added(theirs) if state.added is not None else None
    if added is not None:
        found.figures[f"{pair.mine.id}-{theirs.printed.id}"] = replace(state, added=added, reading=None)
    else:
        what = "no figure here" if pair.version is None else "no figure of the version here"
        found.left_out.append(f"“{theirs.printed.quote}” in {pair.name} is {what}.")


def _ask_anew(pair: Pair, fate: FigureFate, theirs: ReviewedFigure, mine: ReviewedFigure, found: _Found) -> None:
    """Put a decision on an older version beside the figure that reads otherwise now, unless it was decided on here."""
    state = held(mine)
    if pair.is_newer and _only_noted(state):
        asked = carried(fate, theirs)
        asked = replace(asked, note=_joined(state.note, asked.note))
        if asked != state:
            found.figures[mine.id] = asked
    else:
        found.left_out.append(f"“{theirs.printed.quote}” in {pair.name} reads otherwise in the version here.")


def _reading(pair: Pair, mine: ReviewedFigure, theirs: ReviewedFigure) -> int | None:
    """Return the reading of this workspace in which a figure stands as the colleague saw it, or the newest."""
    readings = pair.my_sheet.readings
    local = mine.printed.id
    for number in reversed(readings.numbers):
        figure = readings.figure(number, local)
        if figure is not None and replace(figure, id=theirs.printed.id) == theirs.printed:
            return None if number == readings.numbers[0] else number
    return readings.newest


def _translation(pairs: Sequence[Pair], found: _Found) -> Translation:
    """Return how the other copy's records and figures are called here, and whether what was said of them stands."""
    by_id = {pair.theirs.id: pair for pair in pairs}

    def document(theirs: str) -> str | None:
        return by_id[theirs].mine.id if theirs in by_id else None

    def figure(theirs: str) -> str | None:
        pair = by_id.get(theirs.partition("-")[0])
        known = pair.their_sheet.figures.get(theirs) if pair else None
        mine = pair.counterpart(known) if pair and known else None
        if mine is not None:
            return mine.id
        local = f"{pair.mine.id}-{theirs.partition('-')[2]}" if pair else ""
        return local if local in found.figures else None  # one that the colleague added comes in, too

    def is_alike(pair: Pair, theirs: ReviewedFigure) -> bool:
        local = figure(theirs.id)
        mine = pair.my_sheet.figures.get(local or "")
        state = found.figures.get(local or "") or (held(mine) if mine else FigureState())
        return _verdict(state) == _verdict(held(theirs))

    def stands(kind: TargetKind, target: str) -> bool:
        pair = by_id[target.partition("-")[0]]
        if kind is TargetKind.SIGN_OFF and pair.version is not None:
            return False  # the name was put under another text
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


def _joined(mine: str, theirs: str, before: str = "") -> str:
    """Return what only one side changed since ``before``; of two notes both, as one, each said once."""
    if mine == before or mine in theirs:
        return theirs
    return mine if theirs == before or theirs in mine else f"{mine} / {theirs}"
