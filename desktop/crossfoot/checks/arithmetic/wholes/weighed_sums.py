"""A number and those told right behind or before it, as whole and parts, weighed against chance.

"There were 1,008 delayed days … Of these 447 were down to social care, 509 to the NHS and 52 to both", "41 have been
concluded. We conceded 17, lost 15 and 9 were withdrawn." Numbers of one kind that follow each other in a paragraph or a
list are read as a whole and its parts, the whole first or last. What adds up is evidence where chance would hardly make
it; what a slip of typing keeps from adding up is worth a look if chance would hardly bring it so near. Both weigh what
the words say for parts of a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from crossfoot.checks.arithmetic.wholes.partitions import Partition, is_plain, stands_apart
from crossfoot.checks.arithmetic.wholes.sum_words import is_aside, weight_of_words
from crossfoot.checks.arithmetic.wholes.unread_parts import has_unread_part
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier

_LEAST, _MOST = 3, 8
"""A whole with two parts to seven."""
_LONGEST = 24
_SMALLEST = 20
_HELD, _MISSED = -1.0, 1.25
"""Weights from which what adds up is evidence, and what a slip keeps from it is asked about.

Of 160 sums in sound records 152 weigh so much; of 170 runs of numbers that are one slip from a sum six weigh more than
the second, all of them numbers of two digits with a part that was not read.
"""
_ONE_DIGIT = 2.3
"""The surprise of a slip in a number of two digits, in bits: half of what a rarer one adds counts for it."""
_MOST_OF_IT = 1.5


def weighed_sums(context: Context, settled: frozenset[str]) -> Iterator[Partition]:
    """Yield wholes with their parts that add up, and those that a slip keeps from it; ``settled`` have their sum."""
    for paragraphs in _blocks(context):
        figures = [f for p in paragraphs for f in p.figures if _usable(context, f)]
        for kind in _kinds(figures):
            if _LEAST <= len(kind) <= _LONGEST:
                yield from _of_kind(context, kind, settled)


def _blocks(context: Context) -> Iterator[Sequence[Paragraph]]:
    """Yield the paragraphs of running text one by one, and the items of each list together with what leads them in."""
    listed = {item.index for block in context.passages.lists for item in block.items}
    for paragraph in context.passages.paragraphs:
        if not paragraph.is_row and paragraph.index not in listed and len(paragraph.figures) >= _LEAST:
            yield (paragraph,)
    for block in context.passages.lists:
        yield block.items


def _kinds(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures of each kind that may be added, in the order of the text."""
    rest = list(figures)
    while rest:
        kind = [f for f in rest if same_kind(f, rest[0])]
        yield kind
        rest = [f for f in rest if f not in kind]


def _usable(context: Context, figure: Figure) -> bool:
    """Tell whether a number may be a whole or a part: no aim, no change and none that stands there for comparison."""
    told = is_plain(figure) and figure.value > 0 and figure.qualifier is Qualifier.NONE and not is_aside(figure)
    return told and figure.nature not in {Nature.CHANGE, Nature.TARGET} and not stands_apart(context, figure)


def _of_kind(context: Context, kind: Sequence[Figure], settled: frozenset[str]) -> Iterator[Partition]:
    """Yield the sums of a run of figures: those that hold, and of those that a slip spoils the likeliest."""
    held: set[str] = set()
    missed: list[tuple[float, Partition]] = []
    sums = list(accumulate((f.value for f in kind), initial=Decimal(0)))
    rounded = max(f.step for f in kind) * _MOST / 2
    for size in range(min(_MOST, len(kind)), _LEAST - 1, -1):
        for start in range(len(kind) - size + 1):
            run = kind[start : start + size]
            for whole, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
                over = sums[start + size] - sums[start] - 2 * whole.value
                if whole.value < _SMALLEST * whole.step or not (abs(over) <= rounded or _may_be_slip(over)):
                    continue
                if not _is_near(context, whole, parts):
                    continue
                found = Partition(whole, tuple(parts))
                if adds_up(parts, whole):
                    if not _are_told(found, settled) and weight_of_words(context, whole, parts) >= _HELD:
                        held |= {f.id for f in found.figures}
                        yield found
                    continue
                near = _surprise(parts, whole, over)
                if near and not any(f.id in settled for f in run):
                    sure = min(_MOST_OF_IT, (near - _ONE_DIGIT) / 2) + weight_of_words(context, whole, parts)
                    missed.append((sure, found))
    likely = [(sure, one) for sure, one in missed if sure >= _MISSED and not held & {f.id for f in one.figures}]
    best = max(likely, key=lambda pair: pair[0], default=None)
    if best is not None and not has_unread_part(context, best[1].parts, best[1].whole):
        yield best[1]


def _are_told(found: Partition, settled: frozenset[str]) -> bool:
    """Tell whether the parts of a sum have a sum already."""
    return any(f.id in settled for f in found.parts)


def _is_near(context: Context, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether parts stand in one sentence, or each in one of its own, and their whole next to them."""
    home = context.passages.sentence_of(whole)
    homes = [s.index for f in parts if (s := context.passages.sentence_of(f)) is not None]
    if home is None or len(homes) != len(parts):
        return False
    each = homes == list(range(homes[0], homes[0] + len(homes)))
    near = homes[0] - 1 <= home.index <= homes[-1] + 1
    return near and (homes[0] == homes[-1] or each or (homes[-1] - homes[0] == 1 and homes.count(homes[0]) > 1))


def _may_be_slip(over: Decimal) -> bool:
    """Tell whether a digit typed for another, or two exchanged, may make so much: 1 to 9, or 9 to 81 by nines."""
    digits = str(abs(over)).replace(".", "").strip("0")
    return len(digits) == 1 or (len(digits) <= _TWO and digits != "" and int(digits) % _NINE == 0)


_TWO, _NINE = 2, 9


def _surprise(parts: Sequence[Figure], whole: Figure, over: Decimal) -> float:
    """Return how seldom chance brings parts so near their whole, by a slip in one of them."""
    return max(surprise(whole, whole.value + over), *(surprise(part, part.value - over) for part in parts))
