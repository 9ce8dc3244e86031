"""How the words of two versions differ, paragraph by paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from crossfoot.model import Span

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_LIKE = 55.0
"""Of 100; paragraphs that agree less are one that went and one that came."""


class TextFate(StrEnum):
    """What became of a paragraph."""

    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph that differs; ``old`` and ``new`` are its places in the two texts, None where it is not there."""

    fate: TextFate
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph with its words on one line."""

    span: Span
    words: str


_Gap = tuple[Sequence[_Paragraph], Sequence[_Paragraph]]
"""Paragraphs of the old and of the new text between two that both share."""


def text_changes(old: str, new: str) -> tuple[TextChange, ...]:
    """Return the paragraphs that differ, in the order of the new text; those that went come where they were."""
    gaps = list(_gaps(_paragraphs(old), _paragraphs(new)))
    moved = _moved(gaps)
    return tuple(change for gap in gaps for change in _in_gap(gap, moved))


def _paragraphs(text: str) -> list[_Paragraph]:
    """Return the lines that hold words."""
    found = _PARAGRAPH.finditer(text)
    return [_Paragraph(Span(*match.span()), " ".join(match.group().split())) for match in found]


def _gaps(before: Sequence[_Paragraph], after: Sequence[_Paragraph]) -> Iterator[_Gap]:
    """Go through the stretches in which the two texts differ."""
    removed: list[_Paragraph] = []
    added: list[_Paragraph] = []
    for step in Indel.opcodes([each.words for each in before], [each.words for each in after]):
        if step.tag == "equal":
            yield removed, added
            removed, added = [], []
        elif step.tag == "delete":
            removed += before[step.src_start : step.src_end]
        else:
            added += after[step.dest_start : step.dest_end]
    yield removed, added


def _moved(gaps: Sequence[_Gap]) -> Mapping[Span, Span]:
    """Return the paragraphs that stand elsewhere word for word, by their new place."""
    waiting: defaultdict[str, list[Span]] = defaultdict(list)
    for removed, _ in reversed(gaps):
        for paragraph in reversed(removed):
            waiting[paragraph.words].append(paragraph.span)
    came = [paragraph for _, added in gaps for paragraph in added]
    return {each.span: waiting[each.words].pop() for each in came if waiting[each.words]}


def _in_gap(gap: _Gap, moved: Mapping[Span, Span]) -> Iterator[TextChange]:
    """Go through the differences of one stretch: each paragraph that came with the one it was made of, if any."""
    removed, added = gap
    gone = set(moved.values())
    left = [paragraph for paragraph in removed if paragraph.span not in gone]
    for paragraph in added:
        if paragraph.span in moved:
            yield TextChange(TextFate.MOVED, moved[paragraph.span], paragraph.span)
            continue
        best = max(left, key=lambda one: fuzz.ratio(one.words, paragraph.words), default=None)
        if best is not None and fuzz.ratio(best.words, paragraph.words) >= _LIKE:
            left.remove(best)
            yield TextChange(TextFate.CHANGED, best.span, paragraph.span)
        else:
            yield TextChange(TextFate.ADDED, None, paragraph.span)
    for paragraph in left:
        yield TextChange(TextFate.REMOVED, paragraph.span, None)
