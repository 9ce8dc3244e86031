"""Which figure of a new reading is which of an old one, so that decisions can follow.

Two questions, one answer. The *same text* was searched by other rules: then the place decides, and a figure
that covers part of the old one's words is still that figure. *Another text* came in, a new version of the
document: then the words decide, the number's own and those on both sides of it. Either way every figure ends
up matched, new or gone, once, so that the counts always add up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapidfuzz import fuzz

from crossfoot.model import Figure, Span

AROUND = 32
"""How many characters on either side of a number belong to what it is known by."""

LIKE = 0.6
"""The share of the surroundings that must agree for a number to be the same one in another text."""

_CLOSE = 100
"""Among many equal numbers only those are compared whose place in their order lies this near."""


_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3
_FARTHEST = 400
"""How many words besides a number make a paragraph known, and how many characters of it on either side count."""


class Basis(StrEnum):
    """What two figures were matched by, from firm to weak."""

    PLACE = "place"
    OVERLAP = "overlap"
    WORDS = "words"
    LIKENESS = "likeness"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a figure is known by: its place, its words and those around it, with spaces joined, and its value."""

    id: str
    span: Span
    quote: str
    before: str
    behind: str
    value: Decimal
    paragraph: tuple[str, int] | None = None
    """The whole paragraph with the number's place in it, if it says more than the number."""

    @classmethod
    def of(cls, text: str, figure: Figure) -> Anchor:
        """Return the anchor of a figure whose span counts characters of ``text``."""
        start, end = figure.span.start, figure.span.end
        return cls(
            figure.id,
            figure.span,
            _joined(figure.span.cut(text)),
            _joined(text[max(0, start - AROUND) : start]),
            _joined(text[end : end + AROUND]),
            figure.value,
            _paragraph(text, start, end),
        )


@dataclass(frozen=True, slots=True)
class Match:
    """An old and a new figure that are the same. ``score`` is the share, up to 1, of what could agree that does."""

    old: str
    new: str
    basis: Basis
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Matching:
    """Every old figure is matched or gone, every new one matched or new; ids in the order of their places."""

    matched: tuple[Match, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def anchors(text: str, figures: Iterable[Figure]) -> tuple[Anchor, ...]:
    """Return the anchors of the figures of one text."""
    return tuple(Anchor.of(text, figure) for figure in figures)


def match_in_same_text(old: Sequence[Anchor], new: Sequence[Anchor]) -> Matching:
    """Match two readings of one text: by the same place, else by the words that both cover.

    Where several cover the same words, the one of the same value is preferred, then the one that covers more.
    """
    pairing = _Pairing(old, new)
    pairing.in_order(lambda anchor: (anchor.span, anchor.value), Basis.PLACE)
    pairing.in_order(lambda anchor: anchor.span, Basis.PLACE)
    pairing.best(_covering(pairing.old_left(), pairing.new_left()), Basis.OVERLAP)
    return pairing.matching()


def match_in_other_text(old: Sequence[Anchor], new: Sequence[Anchor]) -> Matching:
    """Match the figures of two versions of a document: by the same words around, else by surroundings alike.

    A number that reads differently is never the same figure, however alike the words around it are: what
    was decided on the one says nothing of the other. "1,194" and "1194" read alike.
    """
    pairing = _Pairing(old, new)
    pairing.in_order(lambda anchor: (anchor.before, anchor.quote, anchor.behind), Basis.WORDS)
    pairing.in_order(lambda anchor: anchor.paragraph or anchor.id, Basis.LIKENESS, sure=False)
    pairing.best(_alike(pairing.old_left(), pairing.new_left()), Basis.LIKENESS)
    return pairing.matching()


def match_changed(old: Sequence[Anchor], new: Sequence[Anchor]) -> Matching:
    """Match what :func:`match_in_other_text` left: numbers that read differently now, between words alike.

    These are figures whose value was changed. A decision on the old one does not hold for the new one, but
    whoever decides anew wants to see it.
    """
    pairing = _Pairing(old, new)
    pairing.in_order(lambda anchor: (anchor.before, anchor.behind), Basis.WORDS)
    pairing.best(_between_alike(pairing.old_left(), pairing.new_left()), Basis.LIKENESS)
    return pairing.matching()


def _paragraph(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the paragraph around a number and its place in it, or None for one that says too little to be known by.

    A short paragraph that was moved has other neighbours, though its own words are the same.
    """
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    first, last = max(first, start - _FARTHEST), min(last if last >= 0 else len(text), end + _FARTHEST)
    around = _WORD.findall(f"{text[first:start]} {text[end:last]}")
    return (_joined(text[first:last]), start - first) if len(around) >= _FEWEST_WORDS else None


def _joined(words: str) -> str:
    """Return words with one space between them, whatever stood there."""
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two anchors that may be the same; ``apart`` decides between pairs of one score."""

    old: Anchor
    new: Anchor
    score: float
    apart: int = 0


class _Pairing:
    """Two lists of anchors, and which of them have found each other."""

    def __init__(self, old: Sequence[Anchor], new: Sequence[Anchor]) -> None:
        self._old = sorted(old, key=lambda anchor: (anchor.span, anchor.id))
        self._new = sorted(new, key=lambda anchor: (anchor.span, anchor.id))
        self._found: dict[str, Match] = {}
        self._taken: set[str] = set()

    def old_left(self) -> list[Anchor]:
        """Return the old anchors that have found none, in the order of their places."""
        return [anchor for anchor in self._old if anchor.id not in self._found]

    def new_left(self) -> list[Anchor]:
        """Return the new anchors that no old one has found, in the order of their places."""
        return [anchor for anchor in self._new if anchor.id not in self._taken]

    def in_order(self, key: Callable[[Anchor], Hashable], basis: Basis, *, sure: bool = True) -> None:
        """Pair anchors of the same key, the first with the first, the second with the second.

        They agree in all where it is ``sure``, else in as much as their surroundings do, and in their paragraph.
        """
        waiting: defaultdict[Hashable, list[Anchor]] = defaultdict(list)
        for anchor in reversed(self.new_left()):
            waiting[key(anchor)].append(anchor)
        for anchor in self.old_left():
            if waiting[key(anchor)]:
                other = waiting[key(anchor)].pop()
                self._pair(anchor, other, basis, 1.0 if sure else (1 + _likeness(anchor, other)) / 2)

    def best(self, pairs: Iterable[_Pair], basis: Basis) -> None:
        """Pair those that agree most, then the next, as long as both are free."""
        for pair in sorted(pairs, key=lambda p: (-p.score, p.apart, p.old.span, p.new.span)):
            if pair.old.id not in self._found and pair.new.id not in self._taken:
                self._pair(pair.old, pair.new, basis, pair.score)

    def _pair(self, old: Anchor, new: Anchor, basis: Basis, score: float) -> None:
        """Keep a pair."""
        self._found[old.id] = Match(old.id, new.id, basis, score)
        self._taken.add(new.id)

    def matching(self) -> Matching:
        """Return who found whom, and who is left."""
        return Matching(
            matched=tuple(self._found[anchor.id] for anchor in self._old if anchor.id in self._found),
            new=tuple(anchor.id for anchor in self.new_left()),
            gone=tuple(anchor.id for anchor in self.old_left()),
        )


def _covering(old: Sequence[Anchor], new: Sequence[Anchor]) -> Iterator[_Pair]:
    """Yield the pairs whose places share characters: half for the same value, half for the share that both cover."""
    starts = [anchor.span.start for anchor in new]
    longest = max((anchor.span.end - anchor.span.start for anchor in new), default=0)
    for one in old:
        first = bisect_left(starts, one.span.start - longest)
        for other in new[first : bisect_left(starts, one.span.end)]:
            shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
            if shared > 0:
                whole = max(one.span.end, other.span.end) - min(one.span.start, other.span.start)
                yield _Pair(one, other, ((one.value == other.value) + shared / whole) / 2)


def _alike(old: Sequence[Anchor], new: Sequence[Anchor]) -> Iterator[_Pair]:
    """Yield the pairs of the same number whose surroundings are alike, those near each other in their order."""
    places: defaultdict[Decimal, list[int]] = defaultdict(list)
    for place, other in enumerate(new):
        places[other.value].append(place)
    for at, one in enumerate(old):
        candidates = places.get(one.value, [])
        if len(candidates) > _CLOSE:
            middle = bisect_left(candidates, at)
            candidates = candidates[max(0, middle - _CLOSE // 2) : middle + _CLOSE // 2]
        for place in candidates:
            score = _likeness(one, new[place])
            if score >= LIKE:
                yield _Pair(one, new[place], score, abs(at - place))


def _between_alike(old: Sequence[Anchor], new: Sequence[Anchor]) -> Iterator[_Pair]:
    """Yield the pairs whose surroundings are alike, whatever the numbers, those near each other in their order."""
    for at, one in enumerate(old):
        middle = round(at * len(new) / len(old))
        for place in range(max(0, middle - _CLOSE // 2), min(len(new), middle + _CLOSE // 2)):
            score = _likeness(one, new[place])
            if score >= LIKE:
                yield _Pair(one, new[place], score, abs(at - place))


def _likeness(one: Anchor, other: Anchor) -> float:
    """Return the share of the surroundings of two numbers that agrees."""
    return (fuzz.ratio(one.before, other.before) + fuzz.ratio(one.behind, other.behind)) / 200
