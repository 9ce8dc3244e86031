"""The whole that a percentage is of when it is not the one that stands nearest.

"57 replied (69.5%). Of these 41 would recommend us, but only 24 thought their caseload manageable (42.1%)": the 24 are
of the 57. "27 were stepped up (9.0% of all closures) and in the other 54 the family moved away (17.9%)": of all
closures, which the table's last row has. Where a count of the same paragraph, or the total of a table, makes the
printed share right, and chance would hardly bring one that does, that is the whole which was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from math import log2

from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count
from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Unit

OUT_OF = re.compile(r"\s*(?:out of|of|from)(?: the| a| all| those| these| our| a total of| the total of)*\s*")
"""What stands between a part and its whole: "46 of the 306", "46 out of a total of 306"."""
_ENOUGH = 3.0
"""Bits: of eight percentages at most one would find such a whole by chance."""
_ALL = re.compile(r"\b(?:total|all|overall|altogether|council|county|borough)\b")


def another_whole(context: Context, part: Figure, whole: Figure, percent: Figure) -> Figure | None:
    """Return the count that a percentage is more likely of than ``whole``, or None.

    "24 of the 41 (42.1%)" leaves no doubt of its whole, and none is looked for.
    """
    if percent.value <= 0 or percent.step <= 0 or OUT_OF.fullmatch(context.passages.between(part, whole)):
        return None
    others = {
        other.id: other
        for other in (*_before(context, part, percent), *_totals(context))
        if _may_be_whole(other, part) and other.value > part.value and other is not whole
    }
    meant = [other for other in others.values() if fits(part, other, percent)]
    if not meant:
        return None
    chance = len(others) * float(percent.step / percent.value)
    return meant[-1] if -log2(chance) >= _ENOUGH else None


def _may_be_whole(other: Figure, part: Figure) -> bool:
    """Tell whether a count may be of a figure's unit: of "3,172 delayed days" 1,843 are days, too."""
    counted = other.unit not in {Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.GBP} and part.unit is not Unit.GBP
    return (is_count(other) and other.unit is part.unit) or (counted and other.unit in _TIMES)


_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})


_OF_BEFORE = re.compile(
    r"\b(?:previous|last|year before|half[- ]year before|earlier|preceding)\b[^.;%]{0,25}\b(?:when|where) [^.;%]{0,30}$"
)
"""Words that make a percentage one of an earlier time: "lower than in the previous half year, when it was 19.4%"."""


_BRACKET = re.compile(r"\s*(?:[a-z]+ ){0,3}\(\s*")
_SURE = 0.004
"""How far apart, as a share, the wholes may be that two counts with their percentages come to, to be one."""


def _shares_a_base(context: Context, part: Figure, percent: Figure) -> bool:
    """Tell whether another count of the paragraph with its share in brackets is of the same whole, printed elsewhere.

    "181 of them (93.3%). 173 (89.2%) lived in suitable accommodation": both are of 194.
    """
    paragraph = context.passages.paragraph_of(percent)
    if paragraph is None or paragraph.is_row or percent.value <= 0 or part.value < _FEWEST:
        return False
    base = float(part.value / percent.value)
    printed = any(abs(float(f.value) / (base * 100) - 1) < _SURE for f in context.figures if f.unit is part.unit)
    return printed and any(
        abs(float(count.value / share.value) / base - 1) < _SURE
        for count, share in pairwise(paragraph.figures)
        if share.unit is Unit.PERCENT
        and share.id != percent.id
        and share.value > 0
        and count.unit is part.unit
        and count.value >= _FEWEST
        and is_count(count)
        and _BRACKET.fullmatch(context.passages.between(count, share))
    )


_FEWEST = 50
"""A smaller count makes no whole so finely that it could be told from others."""


def is_explained(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether part and whole are those of another percentage, or a new clause parts the percentage from them.

    "It was 18.0% in 2018/19 (34 of 189) and 20.3% the year before (41 of 202)": the 34 of 189 have their share.
    """
    sentence = context.passages.sentence_of(percent)
    if _OF_BEFORE.search(context.passages.before(percent, 90)):
        return True
    if _shares_a_base(context, part, percent):
        return True
    if sentence is None or part not in sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
        return False
    shares = [f for f in sentence.figures if f.unit is Unit.PERCENT and f.id != percent.id]
    first, last = sorted((percent, whole), key=lambda f: f.span.start)
    counts = [f for f in sentence.figures if is_count(f)]
    together = sum((f.value for f in counts if f.unit is part.unit), Decimal(0))
    if shares and together > part.value and abs(part.value / together * 100 - percent.value) <= percent.step / 2:
        return True  # "129 (38.2%) for, 198 (58.6%) against, 11 (3.3%) neither"
    others = [f for f in counts if f is not part and f.unit is whole.unit and 0 < f.value < whole.value]
    of_others = any(fits(f, whole, share) for share in shares for f in others)
    gap = context.passages.between(first, last)
    parted = ";" in gap and of_others and not (first is whole and ":" in gap.partition(";")[0])
    return parted or any(fits(part, whole, share) for share in shares)


def another_part(context: Context, part: Figure, whole: Figure, percent: Figure) -> Figure | None:
    """Return the count of the same sentence that a percentage is the share of rather than ``part``, or None.

    "Reviews were carried out for 4,105 people, being 74.3% of the 5,526 (4,612 in the community and 914 in homes)".
    """
    sentence = context.passages.sentence_of(percent)
    if sentence is None or percent.value <= 0 or percent.step <= 0:
        return None
    others = [
        f
        for f in sentence.figures
        if f is not part and f is not whole and is_count(f) and f.unit is whole.unit and 0 < f.value < whole.value
    ]
    meant = [f for f in others if fits(f, whole, percent)]
    chance = len(others) * float(percent.step / percent.value)
    return meant[0] if meant and -log2(chance) >= _ENOUGH else None


def _before(context: Context, part: Figure, percent: Figure) -> Iterator[Figure]:
    """Yield the counts of the paragraph in front of a percentage, but the part."""
    paragraph = context.passages.paragraph_of(percent)
    if paragraph is not None and not paragraph.is_row:
        yield from (f for f in paragraph.figures if f.span.end <= percent.span.start and f is not part)


def _totals(context: Context) -> Iterator[Figure]:
    """Yield the figures in the total rows of tables."""
    for table in context.passages.tables:
        for label, row in zip(table.labels, table.rows, strict=True):
            if _ALL.search(label.lower()):
                yield from (figure for figure in row if figure is not None)
