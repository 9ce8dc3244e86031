"""Old against new: what became of every figure, every note and every paragraph of a document.

Every old figure is unchanged, moved, changed or lost, and every new one unchanged, moved, changed or new, once
each: so the counts always add up on both sides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from crossfoot.model import About, Annotation, Document, Figure, Origin, ReviewedFigure, Span, State
from crossfoot.review.matching import Basis, anchors, match_changed, match_in_other_text
from crossfoot.review.overlay import FIELDS, field_text
from crossfoot.review.shelf import Sheet
from crossfoot.review.versions.placing import Placed, place
from crossfoot.review.versions.texts import TextChange, text_changes

_ASKED_ABOUT = frozenset({"value", "unit", "indicator", "period", "nature", "qualifier"})
"""Where one of these reads differently, the officer is asked again; label and subject follow from the words around."""

_OF_A_REJECTED = frozenset({"value", "unit"})
"""What counts for something that the officer said is no figure."""


class Fate(StrEnum):
    """What became of a figure or a note."""

    ANCHORED = "anchored"
    MOVED = "moved"
    CHANGED = "changed"
    NEW = "new"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class FigureFate:
    """One figure in both versions. ``score`` is the share of its words and surroundings that agree.

    ``new`` is None where it is lost, ``old`` where it is new. ``fields`` names what reads differently now;
    then the figure is asked about again. ``added`` tells that the officer's own figure goes along.
    """

    fate: Fate
    score: float
    old: ReviewedFigure | None
    new: Figure | None
    fields: tuple[str, ...] = ()
    added: bool = False

    @property
    def was_decided(self) -> bool:
        """Tell whether the officer had decided on it or noted something."""
        return self.old is not None and (self.old.state is not State.UNREVIEWED or bool(self.old.note))


@dataclass(frozen=True, slots=True)
class NoteFate:
    """One annotation in both versions; ``span`` is None where its words are lost."""

    fate: Fate
    score: float
    note: Annotation
    span: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An old version against a new one. ``figures`` are in the order of the new text, lost ones where they were.

    ``checked`` are the old figures that a second reviewer had looked at; where the figure reads as before, that goes
    along. ``signed_by`` (initials) was given to the old text and stays with it.
    """

    old: Document
    new: Document
    figures: tuple[FigureFate, ...]
    notes: tuple[NoteFate, ...]
    texts: tuple[TextChange, ...]
    checked: frozenset[str] = frozenset()
    signed_by: str = ""

    def count(self, fate: Fate) -> int:
        """Return how many figures had a fate."""
        return sum(figure.fate is fate for figure in self.figures)

    @property
    def lost_decisions(self) -> tuple[FigureFate, ...]:
        """Return the lost figures that the officer had decided on."""
        return tuple(figure for figure in self.figures if figure.fate is Fate.LOST and figure.was_decided)

    @property
    def lost_notes(self) -> tuple[NoteFate, ...]:
        """Return the annotations whose words are lost."""
        return tuple(note for note in self.notes if note.fate is Fate.LOST)

    @property
    def checked_again(self) -> tuple[FigureFate, ...]:
        """Return the figures that read as before and that a second reviewer had looked at."""
        return tuple(
            fate
            for fate in self.figures
            if fate.fate in {Fate.ANCHORED, Fate.MOVED} and fate.old is not None and fate.old.id in self.checked
        )

    @property
    def stays(self) -> str:
        """Say what was given to the old text and stays with it, or nothing."""
        left = len(self.checked) - len(self.checked_again)
        parts = [f"the signature of {self.signed_by}, so that the new text needs its own"] if self.signed_by else []
        if left:
            kind = "check of a figure that reads" if left == 1 else "checks of figures that read"
            parts.append(f"{left:,} second {kind} otherwise now")
        return f"What was given to the old text stays with it: {', and '.join(parts)}." if parts else ""

    @property
    def words(self) -> str:
        """Return the counts in words: "38 figures unchanged, 2 moved, 1 changed, 3 new, 1 lost"."""
        count = self.count(Fate.ANCHORED)
        said = [f"{count:,} {'figure' if count == 1 else 'figures'} unchanged"]
        others = ((fate, self.count(fate)) for fate in (Fate.MOVED, Fate.CHANGED, Fate.NEW, Fate.LOST))
        said += [f"{number:,} {fate.value}" for fate, number in others if number]
        return ", ".join(said)


def compare(old: Document, sheet: Sheet, new: Document) -> Comparison:
    """Return what became of everything in ``old``, whose figures and notes are those of ``sheet``."""
    return Comparison(
        old=old,
        new=new,
        figures=tuple(_figures(old.text, sheet, new)),
        notes=tuple(_note(old.text, note, new.text) for note in sheet.annotations.values()),
        texts=text_changes(old.text, new.text),
    )


def _figures(old_text: str, sheet: Sheet, new: Document) -> list[FigureFate]:
    """Return the fate of every figure of both versions."""
    old = {figure.printed.id: figure for figure in sheet.figures.values()}
    found = {figure.id: figure for figure in new.extraction.figures}
    before = anchors(old_text, (figure.printed for figure in old.values()))
    after = anchors(new.text, found.values())
    matching = match_in_other_text(before, after)
    gone, came = set(matching.gone), set(matching.new)
    changed = match_changed([a for a in before if a.id in gone], [a for a in after if a.id in came])
    in_order = _in_order([(old[m.old].printed.span, found[m.new].span) for m in matching.matched])
    fates = []
    for match, still in zip(matching.matched, in_order, strict=True):
        mine, theirs = old[match.old], found[match.new]
        same = match.basis is Basis.WORDS or _line(old_text, mine.printed.span) == _line(new.text, theirs.span)
        fates.append(_matched(mine, theirs, match.score, firm=same and still))
    fates += [_matched(old[m.old], found[m.new], m.score, firm=False) for m in changed.matched]
    fates += [FigureFate(Fate.NEW, 0.0, None, found[local]) for local in changed.new]
    taken = {fate.new.span for fate in fates if fate.new is not None}
    fates += [_unmatched(old_text, old[local], new.text, taken) for local in changed.gone]
    return _ordered(fates)


def _line(text: str, span: Span) -> str:
    """Return the paragraph that a place stands in, with one space between its words."""
    end = text.find("\n", span.end)
    return " ".join(text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)].split())


def _matched(old: ReviewedFigure, new: Figure, score: float, *, firm: bool) -> FigureFate:
    """Return the fate of a figure that is in both versions."""
    fields = tuple(name for name in FIELDS if field_text(old.printed, name) != field_text(new, name))
    weighty = _OF_A_REJECTED if old.state is State.REJECTED else _ASKED_ABOUT
    asked = any(name in weighty for name in fields)
    fate = Fate.CHANGED if asked else Fate.ANCHORED if firm else Fate.MOVED
    return FigureFate(fate, score, old, new, fields if asked else ())


def _unmatched(old_text: str, old: ReviewedFigure, new_text: str, taken: set[Span]) -> FigureFate:
    """Return the fate of a figure that the new version's own figures hold no more.

    One that the officer added goes along where its words are still there.
    """
    placed = place(old_text, old.printed.span, new_text) if old.origin is Origin.ADDED else None
    if placed is None or placed.span in taken or placed.span.cut(new_text) != old.printed.quote:
        return FigureFate(Fate.LOST, 0.0, old, None)
    moved = _moved_figure(old.printed, placed, new_text)
    return FigureFate(Fate.ANCHORED if placed.score == 1.0 else Fate.MOVED, placed.score, old, moved, added=True)


def _moved_figure(figure: Figure, placed: Placed, text: str) -> Figure:
    """Return an added figure at its place in the new text, without the evidence that counted in the old one."""
    return replace(figure, span=placed.span, quote=placed.span.cut(text), evidence=())


def _note(old_text: str, note: Annotation, new_text: str) -> NoteFate:
    """Return the fate of an annotation; a note on something else than words of the text goes along in any case."""
    if note.about is not About.TEXT:
        placed = place(old_text, note.span, new_text) if note.span.end else None
        return NoteFate(Fate.ANCHORED, 1.0, note, placed.span if placed else Span(0, 0))
    placed = place(old_text, note.span, new_text)
    if placed is None:
        return NoteFate(Fate.LOST, 0.0, note, None)
    same = placed.score == 1.0 and placed.span.cut(new_text) == note.quote
    return NoteFate(Fate.ANCHORED if same else Fate.MOVED, placed.score, note, placed.span)


def _in_order(pairs: Sequence[tuple[Span, Span]]) -> list[bool]:
    """Tell of each pair, in the order of the old places, whether it keeps its order among the new ones.

    Those are the most that can be kept in order at once; the others were moved.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, (_, new) in enumerate(pairs):
        rank = bisect_left(tails, new.start)
        before.append(ends[rank - 1] if rank else None)
        if rank == len(tails):
            tails.append(new.start)
            ends.append(at)
        else:
            tails[rank], ends[rank] = new.start, at
    kept = [False] * len(pairs)
    walk: int | None = ends[-1] if ends else None
    while walk is not None:
        kept[walk] = True
        walk = before[walk]
    return kept


def _ordered(fates: Sequence[FigureFate]) -> list[FigureFate]:
    """Return fates by their place in the new text, a lost one behind the last that stood before it."""
    both = sorted((f.old.printed.span.start, f.new.span.start) for f in fates if f.old and f.new)
    starts = [start for start, _ in both]

    def key(fate: FigureFate) -> tuple[int, int]:
        if fate.new is not None:
            return fate.new.span.start, 0
        start = fate.old.printed.span.start if fate.old else 0
        at = bisect_left(starts, start)
        return (both[at - 1][1] if at else -1), start + 1

    return sorted(fates, key=key)
