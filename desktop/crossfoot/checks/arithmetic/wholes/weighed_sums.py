"""A number and those told right behind or before it, as whole and parts, weighed against chance.

"There were 1,008 delayed days … Of these 447 were down to social care, 509 to the NHS and 52 to both", "41 have been
concluded. We conceded 17, lost 15 and 9 were withdrawn." Numbers of one kind that follow each other in a paragraph or a
list are read as a whole and its parts, the whole first or last. What adds up is evidence for nothing here; what a slip
of typing keeps from adding up is worth a look if chance would hardly bring it so near: how seldom a slip comes so
close, and what the words say for parts of a whole, less what it costs that so many runs of numbers were tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import log2

from crossfoot.checks.arithmetic.wholes.partitions import Partition, is_plain, stands_apart
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import REMAINDER, dimension, may_overlap
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier

_TURN = re.compile(
    r"\bof (?:these|those|them|which|whom|this|that)\b|\bmade up\b|\bcompris\w+|\bconsist\w+|\bsplit\b|\bdivided\b"
    r"|\bnamely\b"
    r"|\bbroken down\b|\bas follows\b|:\s|\s[–—-]\s"
)
_SUMMED = re.compile(
    r"\b(?:in (?:all|total)|total\w*|altogether|together|making|giving|bringing|came to|comes to|amount\w* to|therefore"
    r"|overall|sum)\b"
)
_JOINED = re.compile(r"[,;]|\band\b|\bwhile\b|\bor\b|\n|\.\s")
_BREAKS = re.compile(
    r"\b(?:compar\w+|against|from|than|target|average|per|out of|previous\w*|earlier|last year|year before|national\w*"
    r"|england"
    r"|region\w*|up|down|increas\w+|rise|rose|fell|fall\w*|reduc\w+|by|since|times|more|fewer|less)\b"
)
_SCALE = re.compile(
    r"\b(?:fully|partly|not|mostly|never|always|band [a-z]\b|stage \d|level \d|high|medium|low|red|amber|green|won|lost"
    r"|withdrawn"
    r"|upheld|dismissed|conceded|met|missed|neglect|emotional|physical|sexual|boys|girls|male|female)"
)
_LEAST, _MOST = 3, 7
_LONGEST = 10
_ENOUGH = 7.5
_SMALLEST = 20


def weighed_sums(context: Context, settled: frozenset[str]) -> Iterator[Partition]:
    """Yield wholes with their parts that a slip keeps from adding up; figures in ``settled`` have their sum."""
    used: set[str] = set()
    for paragraphs in _blocks(context):
        figures = [f for p in paragraphs for f in p.figures if _usable(context, f)]
        for kind in _kinds(figures):
            if _LEAST <= len(kind) <= _LONGEST * 2:
                found = _best(context, kind, settled)
                if found is not None and not used & {f.id for f in (found.whole, *found.parts)}:
                    used |= {f.id for f in (found.whole, *found.parts)}
                    yield found


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
    told = is_plain(figure) and figure.value > 0 and figure.qualifier is Qualifier.NONE
    return told and figure.nature not in {Nature.CHANGE, Nature.TARGET} and not stands_apart(context, figure)


def _best(context: Context, kind: Sequence[Figure], settled: frozenset[str]) -> Partition | None:
    """Return the run of figures that is most likely a whole with its parts, one of them mistyped."""
    best: tuple[float, Partition] | None = None
    runs = []
    for size in range(_LEAST, min(_MOST, len(kind)) + 1):
        for start in range(len(kind) - size + 1):
            run = kind[start : start + size]
            if not any(f.id in settled for f in run):
                runs += [one for one in ((run[0], run[1:]), (run[-1], run[:-1])) if _may_be(context, *one)]
    for whole, parts in runs:
        near = _surprise(parts, whole)
        if near and not adds_up(parts, whole):
            sure = near - log2(len(parts) + 1) - log2(len(runs)) + _weight(context, whole, parts)
            if best is None or sure > best[0]:
                best = sure, Partition(whole, tuple(parts))
    if best is None or best[0] < _ENOUGH:
        return None
    return best[1]


def _may_be(context: Context, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether parts stand in one sentence, or each in one of its own, and their whole next to them."""
    if whole.value < _SMALLEST * whole.step or whole.value <= max(p.value for p in parts):
        return False
    home = context.passages.sentence_of(whole)
    homes = [s.index for f in parts if (s := context.passages.sentence_of(f)) is not None]
    if home is None or len(homes) != len(parts):
        return False
    each = homes == list(range(homes[0], homes[0] + len(homes)))
    near = homes[0] - 1 <= home.index <= homes[-1] + 1
    return near and (homes[0] == homes[-1] or each or (homes[-1] - homes[0] == 1 and homes.count(homes[0]) > 1))


def _surprise(parts: Sequence[Figure], whole: Figure) -> float:
    """Return how seldom chance brings parts so near their whole, by a slip in one of them."""
    over = sum((p.value for p in parts), Decimal(0)) - whole.value
    return max(surprise(whole, whole.value + over), *(surprise(part, part.value - over) for part in parts))


def _are_parallel(context: Context, parts: Sequence[Figure]) -> bool:
    """Tell whether parts are told alike: "Band A 104, Band B 513", "31 as fully met, 12 as partly met"."""
    fronts = [re.findall(r"[a-z]+", context.passages.before(f, 16))[-2:] for f in parts]
    behinds = [re.findall(r"[a-z]+", context.passages.after(f, 16))[:1] for f in parts]
    named = all(words for words in fronts) and len({words[0] for words in fronts}) == 1
    same = all(words for words in behinds) and len({_VERB.sub("be", words[0]) for words in behinds}) == 1
    leads = [_led(context, f) for f in parts[1:]]
    same = same or (leads[0] is not None and len(set(leads)) == 1 and len(leads) > 1)
    return named or same


_PREPOSITION = re.compile(
    r"(?:^|, |; |\band |\bwhile |\n|\. )(?P<word>in|at|from|by|for|to|on|through|with|under)\b[^,;.\d]*$"
)


def _led(context: Context, figure: Figure) -> str | None:
    """Return the preposition that begins a figure's clause: "in the Central area 147 and in the South 119"."""
    found = _PREPOSITION.search(context.passages.before(figure, 50))
    return found["word"] if found else None


_VERB = re.compile(r"^(?:had|has|have|was|were|are|is)$")
_OF_THE = re.compile(r"\b(?:out )?of (?:the|our|all|its|these|those) $")


def _weight(context: Context, whole: Figure, parts: Sequence[Figure]) -> float:
    """Return what the words say for figures as a whole and its parts, in bits."""
    passages = context.passages
    first = whole.span.start < parts[0].span.start
    gaps = [passages.low[a.span.end : b.span.start] for a, b in pairwise(parts)]
    behind = passages.after(parts[-1], 40)
    link = (
        passages.low[whole.span.end : parts[0].span.start]
        if first
        else passages.low[parts[-1].span.end : whole.span.start]
    )
    rest = REMAINDER.search(gaps[-1][-40:]) is not None
    if len(parts) < _LEAST and not rest:
        return 0.0  # "187 were lodged, of which 142 had been heard; 36 were upheld": steps, and no parts
    ahead = first and _OF_THE.search(passages.before(whole, 24)) is not None
    weight = 3.0 * (ahead or (_TURN if first else _SUMMED).search(link) is not None)
    weight += 3.0 * rest + 2.0 * _are_parallel(context, parts)
    homes = {s.index for f in (whole, *parts) if (s := passages.sentence_of(f)) is not None}
    weight += 2.0 if len(homes) == 1 else 1.0 if max(homes) - min(homes) == 1 else 0.0
    weight += 1.0 * all(len(gap) < 70 and _JOINED.search(gap) is not None for gap in gaps)
    weight += 1.0 * ("and" in gaps[-1] or "\n" in gaps[-1])
    words = [f"{gap} " for gap in gaps] + [behind.split(".")[0]]
    scaled = sum(_SCALE.search(w) is not None or dimension(w) is not None for w in words)
    weight += 2.0 * (scaled == len(parts))
    weight -= 4.0 * may_overlap(" ".join([link, *words]))
    weight -= 2.0 * sum(_BREAKS.search(gap) is not None for gap in (*gaps, link[-60:]))
    weight -= 3.0 * (re.search(r"\b(?:rest|remainder|others|balance)\b(?![^.]*\d)", behind) is not None)
    natures = {f.nature for f in parts}
    return weight - 2.0 * (len(natures) > 1)
