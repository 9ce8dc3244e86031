"""Wholes told in a sentence of their own, or in an item or a line beside a list, with their parts around them.

No word need turn from the one to the other: "We let 906 homes. That was 512 to …, 249 to … and 145 to …". The parts are
all figures of the whole's kind in the sentences behind it. What adds up is meant; what does not is asked about where
the words tell that nothing is left out (the last are "others", as many as were announced are there, all are steps
of one scale or told alike), and a slip of typing is all that keeps it from adding up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.wholes.partitions import (
    Partition,
    are_several,
    is_plain,
    is_rest,
    parts_behind,
    stands_apart,
)
from crossfoot.checks.basis.bases import BASES
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import dimension, may_overlap
from crossfoot.checks.basis.passages import ListBlock, Paragraph, Sentence
from crossfoot.checks.basis.slips import sum_by_slip, told_by_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Unit

_TOGETHER = re.compile(r"\b(?:between them|in all|altogether|in total|a total of|total(?:led|s)?|overall|together)\b")
_THESE = re.compile(
    r"^(?:by [a-z]+,? )?(?:that|these|they|this|it) (?:was|were|is|are|comprised?|consist\w*|came|divided?s?|splits?"
    r"|(?:falls?|fell) into|breaks? down)\b"
)
_OTHERS = re.compile(r"\b(?:other|others|remaining|remainder|rest|balance|elsewhere|miscellaneous)\b")
_REST_UNSAID = re.compile(r"(?:[,;(]|\band)\s+(?:[a-z]+ ){0,2}?(?:rest|remainder|others|balance)\b(?![^.]{0,40}\d)")
_BEFORE = re.compile(r"\b(in|for|at|by|with|to|from|on|under)\s*£?$")
_BEHIND = re.compile(r"^\s*(?:[a-z]+ )?(in|for|at|by|with|to|from|on|under|were|was)\b")
_TOTAL = re.compile(r"(?:total|all(?! (?:the )?others?\b)|overall)\b", re.IGNORECASE)
_SAYS_SUM = re.compile(
    r"\b(?:accordingly|therefore|thus|in all|in total|total\w*|altogether|together|would be|come|came)\b"
)
_AHEAD = 4
"""So many sentences behind its own the parts of a whole may stand in."""
_LEAST = 3
_TELLING, _LARGE = 20, 1000


def told_wholes(context: Context) -> Iterator[Partition]:
    """Yield the wholes of sentences of their own, and those beside lists, with their parts."""
    for paragraph in context.passages.paragraphs:
        if paragraph.kind == "text" and len(paragraph.figures) > _LEAST and len(paragraph.sentences) > 1:
            yield from _of_paragraph(context, paragraph)
    for block in context.passages.lists:
        yield from _of_list(context, block)


def _of_paragraph(context: Context, paragraph: Paragraph) -> Iterator[Partition]:
    """Yield the partition of each sentence of a paragraph that names one figure alone."""
    sentences = paragraph.sentences
    for at, sentence in enumerate(sentences[:-1]):
        told = _whole(context, sentence)
        if told is None:
            continue
        whole, number = told
        read: list[tuple[tuple[Sentence, ...], list[Figure]]] = []
        for size in range(1, _AHEAD + 1):
            region = sentences[at + 1 : at + 1 + size]
            if len(region) < size:
                break
            if not region[-1].figures:
                continue
            read.append((region, parts_behind(context, whole, [f for s in region for f in s.figures])))
        good = next((parts for _, parts in read if len(parts) >= _LEAST and adds_up(parts, whole)), None)
        if good is not None:
            yield Partition(whole, tuple(good))
            continue
        for region, parts in read:
            many = len(parts) > _LEAST or whole.value >= _LARGE * whole.step
            counted = number == len(parts) or (many and _TOGETHER.search(sentence.low) is not None)
            if len(parts) >= _LEAST and _claims(context, region, whole, parts, counted=counted):
                yield Partition(whole, tuple(parts))
                break


def _whole(context: Context, sentence: Sentence) -> tuple[Figure, int | None] | None:
    """Return the one figure that a sentence names, and how many parts it announces: "the four offices had 97"."""
    plain = [f for f in sentence.figures if is_plain(f) and f.value >= 1 and not stands_apart(context, f)]
    number = None
    if len(plain) == 2 and plain[0].unit is not Unit.GBP and plain[0].value <= 12 < plain[1].value:
        number = int(plain[0].value)
        plain = plain[1:]
    if len(plain) != 1 or plain[0].value < _TELLING * plain[0].step:
        return None
    return plain[0], number


def _claims(
    context: Context,
    region: Sequence[Sentence],
    whole: Figure,
    parts: Sequence[Figure],
    *,
    counted: bool,
) -> bool:
    """Tell whether the words say that the parts are all of the whole, and a slip keeps them from adding up.

    ``counted`` tells that as many parts were announced, or that the whole is told as that of all of them.
    """
    share = sum((p.value for p in parts), Decimal(0)) / whole.value
    if not Decimal("0.7") <= share <= Decimal("1.4") and not told_by_slip(tuple(parts), whole):
        return False
    rest = is_rest(context, parts[-1])
    if not rest and not sum_by_slip(tuple(parts), whole):
        return False
    words = [re.split(r"[.;]", context.passages.after(part, 60))[0] for part in parts]
    said = " ".join(one.low for one in region)
    if may_overlap(said) or are_several(words) or _REST_UNSAID.search(words[-1]):
        return False
    last = context.passages.before(parts[-1], 40) + " " + re.split(r"[,;]", words[-1])[0]
    scales = {dimension(re.split(r"[,;]", w)[0]) for w in words}
    scale = next(iter(scales)) if len(scales) == 1 else None
    return (
        rest
        or counted
        or _OTHERS.search(last) is not None
        or _THESE.match(region[0].low) is not None
        or (scale is not None and scale[1])
        or _told_alike(context, parts)
    )


def _told_alike(context: Context, parts: Sequence[Figure]) -> bool:
    """Tell whether the same small word stands before each part, or behind each: "in 54 …, in 4 … and in two"."""
    before = [_BEFORE.search(context.passages.before(part, 12)) for part in parts]
    behind = [_BEHIND.match(context.passages.after(part, 24)) for part in parts]
    return any(
        all(word is not None and each[0] is not None and word[1] == each[0][1] for word in each)
        for each in (before, behind)
    )


def _of_list(context: Context, block: ListBlock) -> Iterator[Partition]:
    """Yield the wholes that an item of a list, or the sentence behind it, gives for the items before or behind it."""
    items = block.items
    firsts = [next((f for f in item.figures if is_plain(f)), None) for item in items]
    for at, whole in enumerate(firsts[:-_LEAST] if len(firsts) > _LEAST else ()):
        if whole is None or whole.value < _TELLING * whole.step:
            continue
        parts: list[Figure] = []
        for figure in firsts[at + 1 :]:
            if figure is None or not same_kind(figure, whole) or figure.value >= whole.value:
                break
            parts.append(figure)
        for count in range(len(parts), _LEAST - 1, -1):
            if adds_up(parts[:count], whole):
                yield Partition(whole, tuple(parts[:count]))
                break
        else:
            total = _TOTAL.match(block.labels[at]) is not None and at + 1 + len(parts) == len(items)
            alike = [n for n in range(len(parts), _LEAST - 1, -1) if total or _told_alike(context, parts[:n])]
            if alike and sum_by_slip(tuple(parts[: alike[0]]), whole) and not _of_other_keys(whole, parts[: alike[0]]):
                yield Partition(whole, tuple(parts[: alike[0]]))
    yield from _behind_list(context, block, [f for f in firsts if f is not None])


def _of_other_keys(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether the keys of two parts or more are of other things than the whole's: plans, children, vacancies."""
    if whole.indicator is None:
        return False
    others = [p for p in parts if p.indicator is not None and p.indicator != whole.indicator]
    return sum(BASES.get(p.indicator or "") != whole.indicator for p in others) > 1


def _behind_list(context: Context, block: ListBlock, parts: Sequence[Figure]) -> Iterator[Partition]:
    """Yield the whole that the sentence behind a list gives for all its items."""
    paragraphs, after = context.passages.paragraphs, block.items[-1].index + 1
    if len(parts) < max(2, len(block.items)) or after >= len(paragraphs) or not paragraphs[after].sentences:
        return
    sentence = paragraphs[after].sentences[0]
    for whole in sentence.figures[:2] if paragraphs[after].kind == "text" else ():
        if not is_plain(whole) or not all(same_kind(p, whole) and p.value < whole.value for p in parts):
            continue
        slip = len(parts) >= _LEAST and _SAYS_SUM.search(sentence.low) and sum_by_slip(tuple(parts), whole)
        if adds_up(parts, whole) or (slip and not may_overlap(sentence.low)):
            yield Partition(whole, tuple(parts))
            return
