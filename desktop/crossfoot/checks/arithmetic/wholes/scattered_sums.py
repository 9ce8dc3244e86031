"""Wholes that stand further off than the sentence before: a list's or a scale's parts against the record's numbers.

"248 children had a plan …" in one paragraph, "Neglect was the category in 121 cases, emotional abuse in 83, …" in the
next. The parts are a list's numbers, one to each item, or three or more steps of one scale told in one sentence. The
whole is any number of their kind that they add up to; where they add up to none, one that a slip of typing keeps from
it and that is about the same thing, if there is only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.wholes.partitions import Partition, is_plain, stands_apart
from crossfoot.checks.basis.bases import BASES
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import dimension, may_overlap
from crossfoot.checks.basis.passages import ListBlock, Sentence
from crossfoot.checks.basis.slips import sum_by_slip, told_by_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Unit

_LEAST, _LEAST_OF_LIST, _MOST = 3, 4, 14
_FAR = 14
"""So many paragraphs, those of lists among them, may lie between a whole and its parts."""
_TELLING = 30
_SCALES = frozenset({"abuse", "priority", "judgement", "place", "owner"})
_UNSAID = re.compile(r"\b(?:rest|remainder|others|balance)\b(?![^.]*\d)")
_LEADS = re.compile(
    r"\b(?:as follows|break ?down|broken down|mix|made up|by (?:type|category|placement|age|source|reason|tenure)"
    r"|placements|placed|live[ds]?|living|shown|set out)\b|:[-–—\s]*$"
)


def scattered_sums(context: Context, settled: frozenset[str]) -> Iterator[Partition]:
    """Yield the parts told together with the whole that the record gives for them elsewhere."""
    for sentence in context.passages.sentences:
        if not context.passages.paragraphs[sentence.paragraph].is_row and len(sentence.figures) >= _LEAST:
            parts = _of_scale(context, sentence) or _of_row(sentence)
            if parts and not settled & {f.id for f in parts}:
                yield from _settle(context, parts, sentence.paragraph, tied=True)
    for block in context.passages.lists:
        parts = _of_list(context, block)
        if parts and not settled & {f.id for f in parts}:
            lead = block.lead.low if block.lead else ""
            yield from _settle(context, parts, block.items[0].index, tied=_LEADS.search(lead) is not None)


def _of_scale(context: Context, sentence: Sentence) -> tuple[Figure, ...]:
    """Return the numbers of a sentence that each name another step of one scale, in front of them or behind."""
    figures = [f for f in sentence.figures if is_plain(f) and f.unit is not Unit.PERCENT]
    if len(figures) < _LEAST or _UNSAID.search(sentence.low):
        return ()
    low = context.passages.low
    if may_overlap(low[figures[0].span.start : figures[-1].span.start]):
        return ()
    starts = [sentence.span.start, *(f.span.end for f in figures)]
    ends = [*(f.span.start for f in figures), sentence.span.end]
    gaps = [low[a:b] for a, b in zip(starts, ends, strict=True)]
    for words in (gaps[:-1], gaps[1:]):
        run: list[tuple[Figure, str]] = []
        for figure, said in zip(figures, words, strict=True):
            step = _step(said)
            if step is not None:
                run.append((figure, step))
        names = [step for _, step in run]
        scales = {step.split(":")[0] for step in names}
        parts = tuple(figure for figure, _ in run)
        alike = len(parts) >= _LEAST and all(same_kind(f, parts[0]) for f in parts)
        ahead = [f for f in figures if parts and f.span.start <= parts[-1].span.start and same_kind(f, parts[0])]
        whole = alike and len(parts) == len(ahead)
        if whole and len(scales) == 1 and len(set(names)) == len(names):
            return parts
    return ()


_NAME_AND_NUMBER = re.compile(
    r"\s*(?:[a-z][a-z ]{1,20}: )?(?:[a-z][a-z /&()'’-]{1,45}[:–-]?\s*£?#|£?#\s+[a-z][a-z /&()'’-]{1,45})(?: \(#\))?\s*"
)


def _of_row(sentence: Sentence) -> tuple[Figure, ...]:
    """Return the numbers of a sentence that is a row of names and numbers: "carers 214; agency 203; kin 88"."""
    low = sentence.low.rstrip(" .")
    segments = re.split(r"[;·]", low)
    if not _LEAST_OF_LIST <= len(segments) <= _MOST or may_overlap(low):
        return ()
    parts: list[Figure] = []
    at = sentence.span.start
    for segment in segments:
        inside = [f for f in sentence.figures if at <= f.span.start < at + len(segment)]
        shown = segment
        for figure in reversed(inside):
            shown = shown[: figure.span.start - at] + "#" + shown[figure.span.end - at :]
        at += len(segment) + 1
        first = inside[0] if inside else None
        if first is None or not _may_be_part(first) or not _NAME_AND_NUMBER.fullmatch(shown):
            return ()
        parts.append(first)
    return tuple(parts) if all(same_kind(f, parts[0]) for f in parts) else ()


def _step(words: str) -> str | None:
    """Return the scale and the step that words name, or None."""
    clause = re.split(r"[;.]", words)[0]
    aim = next((name for name, pattern in _AIMS if pattern.search(clause)), None)
    if aim is not None:
        return f"aim:{aim}"
    found = dimension(clause)
    if found is None or found[0] not in _SCALES:
        return None
    named = re.search(
        r"\b(?:neglect|emotional|physical|sexual|red|amber|green|outstanding|good|requir\w+|inadequate|adequate"
        r"|satisfactory|foster\w*|residential|adopti\w+|parents|kinship|in-house|agency|external|independent)\b",
        clause,
    )
    return None if named is None else f"{found[0]}:{named.group()[:6]}"


_AIMS = (
    (
        "off",
        re.compile(r"\b(?:off|below|short of|behind|missed|missing) (?:the |their )?target|\bnot (?:met|achieved)\b"),
    ),
    ("near", re.compile(r"\b(?:within|in) tolerance\b|\b(?:slightly|just) (?:below|off|behind)\b|\bclose to target\b")),
    ("on", re.compile(r"\b(?:on|at|meeting|met|above|better than) (?:or (?:[a-z]+ ){1,2})?(?:the |their )?target\b")),
)
"""Where measures stand against their targets: steps of one scale that leaves nothing out."""


def _of_list(context: Context, block: ListBlock) -> tuple[Figure, ...]:
    """Return the numbers of a list, the first of each item; none where an item has none or they are no parts."""
    lead = block.lead.low if block.lead else ""
    if not _LEAST_OF_LIST <= len(block.items) <= _MOST or may_overlap(lead):
        return ()
    firsts = [next(iter(item.figures), None) for item in block.items]
    parts = tuple(f for f in firsts if f is not None and _may_be_part(f))
    told = all(len(item.span.cut(context.text)) <= _SHORT for item in block.items)
    alike = len(parts) == len(firsts) and all(same_kind(f, parts[0]) for f in parts)
    return parts if told and alike else ()


_SHORT = 90


def _may_be_part(figure: Figure) -> bool:
    counted = figure.unit in {Unit.COUNT, Unit.FTE, Unit.GBP, None}
    return counted and figure.value >= 0 and figure.nature not in {Nature.CHANGE, Nature.TARGET}


def _settle(context: Context, parts: tuple[Figure, ...], at: int, *, tied: bool) -> Iterator[Partition]:
    """Yield the whole that parts add up to, or else the only one near by that a slip keeps from it."""
    ids, most = {f.id for f in parts}, max(f.value for f in parts)
    wholes = [
        f
        for f in context.figures
        if f.id not in ids and same_kind(f, parts[0]) and is_plain(f) and f.value >= _TELLING * f.step
    ]
    good = next((f for f in wholes if f.value > most and adds_up(parts, f)), None)
    if good is not None:
        yield Partition(good, parts)
        return
    near = [f for f in wholes if _is_near(context, f, at) and not stands_apart(context, f)]
    chance = _TIED if tied else _LOOSE
    missed = [f for f in near if (tied or len(parts) > _LEAST_OF_LIST) and told_by_slip(parts, f, chance=chance)]
    if tied and not missed:
        close = [f for f in near if _is_main(context, f, parts) or _leads(context, f, at)]
        missed = [f for f in close if sum_by_slip(parts, f)]
    nearest = [f for f in missed if tied and f.span.end <= parts[0].span.start and _leads(context, f, at)]
    if len({f.value for f in missed}) == 1 or nearest:
        yield Partition((nearest or missed)[-1], parts)


_TIED, _LOOSE = Decimal("0.3"), Decimal("0.1")


def _leads(context: Context, figure: Figure, at: int) -> bool:
    """Tell whether a number stands in the paragraph of its parts, or in the one before."""
    home = context.passages.paragraph_of(figure)
    return home is not None and home.kind == "text" and 0 <= at - home.index <= 1


def _is_near(context: Context, figure: Figure, at: int) -> bool:
    home = context.passages.paragraph_of(figure)
    return home is not None and not home.is_row and abs(at - home.index) <= _FAR


def _is_main(context: Context, figure: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether a number has the indicator of the parts, and is the first of its paragraph."""
    home = context.passages.paragraph_of(figure)
    keys = {key for f in parts for key in (f.indicator, BASES.get(f.indicator or ""))}
    first = home is not None and home.figures[0] is figure
    return first and figure.indicator is not None and figure.indicator in keys
