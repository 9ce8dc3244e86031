"""Sums by their values: amounts told together of which one would be the sum of all others but for a slip of typing.

The rules for parts read the words first. What they leave is read here: a whole that stands first or last among the
numbers of one kind in a passage, the largest of them, and missed by one digit alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, NOT_EXCLUSIVE, SEVERAL_EACH
from crossfoot.checks.basis.passages import ListBlock, Paragraph, Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit

Sum = tuple[Figure, tuple[Figure, ...]]

_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_TURNS_TO = re.compile(
    r"\bof (?:that|this|these|those|the) (?:number|sum|total|amount|figure)\b|\bof (?:these|those|them|which|whom"
    r"|this|that)\b"
    r"|\bin (?:two|three|four|five|six|seven|\d) (?:ways|parts|stages|instalments|lots|groups|areas|places)\b"
    r"|\bmade up\b|\bcompris\w+|\bconsist\w+|\bsplit\b|\bdivided\b|\bshared\b|\bbroken down\b|\bas follows\b|\bnamely\b"
    r"|\b(?:given|awarded|allocated|distributed|found) to\b"
    r"|^[^.;]{0,60}(?::|\s[–—-]\s|\()[^.;]{0,60}$"
)
_SUMMED = re.compile(
    r"\b(?:amount\w*|came|comes|coming|adds?|adding|added|made|makes|making|bring\w*|brought|gives?|giving|summing)\b"
    r"|\b(?:in (?:all|total)|total\w*|altogether|together|overall|combined|therefore|thus|hence|between them)\b"
)
_LEFT = re.compile(r"\b(?:remainder|rest|others|balance|remaining)\b(?![^.;]{0,30}\d)")
_NOT_ALL = re.compile(
    r"\b(?:out of|per|of whom \d|as many|for every|each|average|between \d|up to|at least|at most|range|ranging"
    r"|respectively|net of|less|minus|maximum|minimum|target|forecast|previously|which in turn)\b"
)
_SENTENCES = 3
_LEAST, _MOST = 3, 9
_TELLING = 30


def near_sums(context: Context, settled: frozenset[str]) -> Iterator[Sum]:
    """Yield wholes with all that stands beside them as parts, missed by a slip; figures in ``settled`` have a sum."""
    for paragraph in context.passages.paragraphs:
        if paragraph.kind == "text":
            yield from _of_text(context, paragraph, settled)
    for block in context.passages.lists:
        yield from _of_list(context, block, settled)


def _of_text(context: Context, paragraph: Paragraph, settled: frozenset[str]) -> Iterator[Sum]:
    sentences = paragraph.sentences
    for size in range(1, _SENTENCES + 1):
        for start in range(len(sentences) - size + 1):
            window = sentences[start : start + size]
            if not window[0].figures or not window[-1].figures:
                continue
            figures = [f for sentence in window for f in sentence.figures]
            for kind in (_COUNTED, frozenset({Unit.GBP})) if len(figures) >= _LEAST else ():
                told = [f for f in figures if f.unit in kind]
                found = _missed(context, told, settled) if _LEAST <= len(told) <= _MOST else None
                if found is not None and _led_or_summed(context, told, *found) and not _said_of_others(context, window):
                    yield found


def _said_of_others(context: Context, window: Sequence[Sentence]) -> bool:
    """Tell whether the words say that numbers overlap, are of several times or are not all that there are."""
    low = context.passages.low[window[0].span.start : window[-1].span.end]
    if any(pattern.search(low) for pattern in (_NOT_ALL, NOT_EXCLUSIVE, SEVERAL_EACH, _LEFT)):
        return True
    return COMPARISON.search(low.replace(" from ", " ")) is not None or len(_NESTED.findall(low)) > 1


_NESTED = re.compile(r"\bof (?:these|those|them|which|whom)\b")


def _led_or_summed(context: Context, told: Sequence[Figure], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether words turn from the whole to its parts, or sum the parts up in the whole, and none are between."""
    if whole is told[0]:
        return _TURNS_TO.search(context.passages.between(whole, parts[0])) is not None
    return _SUMMED.search(context.passages.between(parts[-1], whole)) is not None


def _by_slip(parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether a digit typed for another, or two exchanged, keep parts from their whole; of two the latter."""
    over = sum((part.value for part in parts), Decimal(0)) - whole.value
    pairs = [(whole, whole.value + over), *((part, part.value - over) for part in parts)]
    for figure, meant in pairs:
        if not is_slip(figure, meant) or figure.step <= 0:
            continue
        shown, due = (str(abs(v / figure.step).quantize(Decimal(1))) for v in (figure.value, meant))
        if len(shown) == len(due) and (len(parts) > 2 or sorted(shown) == sorted(due)):
            return True
    return False


def _missed(context: Context, told: Sequence[Figure], settled: frozenset[str]) -> Sum | None:
    """Return the first or last of some figures as the sum of the others, but for a slip in one of them."""
    if any(f.id in settled or not _plain(f) or not same_kind(f, told[0]) for f in told):
        return None
    times = {f.period for f in told if f.period is not None and context.dates_itself(f)}
    whole = max(told, key=lambda f: f.value)
    if len(times) > 1 or whole not in {told[0], told[-1]} or whole.value < _TELLING * whole.step:
        return None
    parts = tuple(f for f in told if f is not whole)
    return (whole, parts) if not adds_up(parts, whole) and _by_slip(parts, whole) else None


def _plain(figure: Figure) -> bool:
    told = figure.unit is Unit.GBP or figure.nature not in {Nature.CHANGE, Nature.VARIANCE, Nature.BENCHMARK}
    return told and figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0


def _of_list(context: Context, block: ListBlock, settled: frozenset[str]) -> Iterator[Sum]:
    """Yield the whole that one of the two sentences in front of a list names, missed by its numbers by a slip."""
    if any(len(item.figures) != 1 for item in block.items) or len(block.items) < _LEAST:
        return
    parts = tuple(item.figures[0] for item in block.items)
    if any(f.id in settled or not _plain(f) or not same_kind(f, parts[0]) for f in parts):
        return
    first = block.items[0].sentences[0].index if block.items[0].sentences else 0
    for sentence in reversed(context.passages.sentences[max(0, first - 2) : first]):
        wholes = [
            f
            for f in sentence.figures
            if same_kind(f, parts[0]) and _plain(f) and f.value > max(p.value for p in parts)
        ]
        if len(wholes) == 1 and wholes[0].id not in settled:
            if not adds_up(parts, wholes[0]) and _by_slip(parts, wholes[0]):
                yield wholes[0], parts
            return
