"""What the words say for two counts as the part and the whole of a percentage, in bits.

A share is told in many ways, and no list of them is ever long enough: "291 of the 342. At 85.1% we are …", "2,904 were
offered one and 1,133 took it up; take-up 39%". Each way is made of the same few traits: which count stands beside the
percentage and what links the two, where the whole stands and what turns from it to the part, what their words share,
whether another percentage is of two counts told alike. Each trait has a weight: how much more often it is seen at a
part and whole that belong to a percentage than at two other counts that are told about it. A weight is the binary
logarithm of that ratio; those of all traits are added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossfoot.checks.arithmetic.shares.share_tables import fits
from crossfoot.checks.arithmetic.wholes.partitions import stands_apart
from crossfoot.checks.basis.bases import BASES
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import told
from crossfoot.model import Figure, Nature, Unit
from crossfoot.model.english import MONTH

_SIGN = re.compile(r"^\s*(?:%|per ?cent|percent)")
_LINKS = (
    ("bracket", re.compile(r"\((?:or |i\.e\. |that is )?$")),
    (
        "or",
        re.compile(
            r"(?:\bor|\bi\.e\.|\bthat is(?: to say)?|\bin other words|\bequal to|\bequivalent to|\brepresent\w*"
            r"|\bequat\w+ to|\bamount\w* to|\bbeing|\bmak(?:ing|es?)|\bgiving|\b(?:that|it|this) was|\bthis is"
            r"|\bmade up|\bwhich (?:is|was|makes|gives|gave)|[–—=→-])[ ,]*"
            r"(?:about |some |just |only |nearly |almost |a )*$"
        ),
    ),
    ("at", re.compile(r"(?:^|[,;(] ?|\bwhich |\bthat )at $")),
    (
        "rate",
        re.compile(
            r"\b(?:rate|share|proportion|percentage|take-?up|uptake|conversion|success|occupancy|turnover|response"
            r"|performance|compliance|completion|utili[sz]ation)\b[^.;%\d]{0,45}$"
        ),
    ),
    ("thus", re.compile(r"\b(?:thus|therefore|so|hence|accordingly)\b[^.;%\d]{0,45}$")),
    ("start", re.compile(r"^\W*$")),
    ("comma", re.compile(r"[,:] ?$")),
)
"""What stands in front of a percentage, the first that is found."""
_TIED_BEHIND = re.compile(
    r"^\s*(?:%|per ?cent|percent)?(?:[^.;:(\d]{0,40}(?:,? or |,? i\.e\. |:|, that is|, being)"
    r"|[^.;:()\d]{0,40}\((?:or |i\.e\. )?)\s*£?$"
)
_OF_PART = re.compile(r"^[a-z ]{0,40}\b(?:out )?of (?:the |these |those |our |all |its |a total of |their )*£?$")
_TURNED = re.compile(r"\bof (?:which|whom|these|those|them)\b[a-z ,]{0,25}$")
_OF_THEM = re.compile(r"^\s*(?:[a-z]+ ){0,2}?(?:out )?of (?:the|these|those|them|which|whom|our|all|its|last|this)\b")
_OF_WHOLE = re.compile(r"\bof (?:the |these |those |all |our )*£?$")
_BEHIND = (
    (
        "moved",
        re.compile(
            r",? (?:up|down|more|fewer|less|higher|lower|above|below|better|worse|increase|decrease|rise|fall|growth"
            r"|reduction|points?)\b"
        ),
    ),
    (
        "compared",
        re.compile(
            r",? (?:percentage points?|compared|as against|against|as compared|from|than"
            r"|in (?:the )?(?:previous|last|year|[a-z]* ?(?:19|20)\d\d)|last|the (?:year|previous)|a year"
            r"|at (?:the|30|31)|\(|and \d|to \d)"
        ),
    ),
    (
        "said",
        re.compile(
            r",? (?:of (?:them|these|those|whom|which)|for|in|from|by|with|without|on|to|having|being|who|which|that"
            r"|where|is|was|were|are|had|have|has|did|do|said|wanted|chose)\b"
        ),
    ),
    ("closed", re.compile(r"\)|\s*(?:[.;:]|$)")),
    ("comma", re.compile(r",")),
)
"""What stands behind a percentage, the first that is found."""
_MOVED_FRONT = re.compile(
    r"(?<!-)\b(?:by|up|down|rose|risen|fell|fallen|rise|fall|growth|grew|grown|increase\w*|decrease\w*|reduc\w+|cut|drop\w*"
    r"|target\w*|aim\w*|from|than|against|compar\w+|national\w*|england|wales|region\w*|neighbours?|averag\w*|at least"
    r"|more|inflation|interest|discount|between|and|to|london|county councils?|last year|previous\w*|earlier"
    r"|(?:19|20)\d\d)\b[^\d£.;]{0,24}£?$"
)
_THEN = re.compile(
    r"\b(?:last (?:year|time|quarter|month|spring|summer|autumn|winter"
    rf"|{MONTH})|(?:year|months?|quarter) (?:ago|before|earlier)"
    r"|previous (?:year|quarter|month)|previously|ago|before that)\b[^.;%\d]{0,30}$"
)
"""Words in front of a percentage of another time than the counts before it: "last July it had been 91%"."""
_THEN_BEHIND = re.compile(
    r",? (?:(?:in|at|for|over|during) )?(?:the )?(?:previous|last (?:year|time|quarter|month)|year before|same|a year"
    r"|(?:months?|quarter|year) (?:ago|before|earlier))\b"
)
_PART_MOVED = re.compile(
    r"(?:\b(?:by|up|down|(?:rise|increase|fall|reduction|drop|growth|decrease) of|further|another|than|against"
    r"|(?:compared|as against)(?: with| to)?|from)(?: [a-z]+)? ?£?$)"
)
_NEAR = 250
"""How far, in characters, another percentage may stand that is of counts told alike."""

WEIGHTS: Mapping[str, float] = {
    "alone": 1.8,
    "alone, linked": 4.5,
    "apart 00": 0.1,
    "apart 01": -1.2,
    "apart 10": -0.4,
    "apart 11": 0.3,
    "base another": -1.1,
    "base none": -0.1,
    "base this": 1.7,
    "behind closed apart": -1.1,
    "behind closed before": 0.3,
    "behind closed beside": 0.1,
    "behind closed over": 0.3,
    "behind closed past": -0.4,
    "behind comma apart": -0.1,
    "behind comma beside": 0.8,
    "behind comma over": -0.4,
    "behind compared apart": 2.0,
    "behind compared beside": -0.1,
    "behind noun apart": -0.1,
    "behind noun before": -0.1,
    "behind noun beside": -0.3,
    "behind noun over": -1.3,
    "behind said before": -1.3,
    "behind said beside": -0.9,
    "behind said over": -0.8,
    "both share 0": -0.2,
    "both share 1": 0.4,
    "both share 2": 0.8,
    "just told 2": 1.9,
    "just told 3": -1.4,
    "just told 4": -1.4,
    "just told apart": -2.1,
    "link bracket apart": -1.2,
    "link bracket beside": 0.1,
    "link bracket over": 0.3,
    "link bracket past": -0.6,
    "link comma beside": 0.3,
    "link comma over": -1.1,
    "link none apart": -0.3,
    "link none before": -0.1,
    "link none beside": -2.2,
    "link none over": -1.8,
    "link or beside": 0.8,
    "link or over": 0.5,
    "link or past": -0.3,
    "link rate beside": -0.2,
    "link rate over": 0.2,
    "link start before": -1.7,
    "link start beside": -2.3,
    "link start over": -0.1,
    "link thus beside": -0.4,
    "link thus over": -2.0,
    "moved 1": -0.5,
    "nature actual": 0.1,
    "nature ahead": -0.9,
    "nature aim": -2.5,
    "nature budget": 0.5,
    "others apart": -0.3,
    "others apart, compared": -2.8,
    "others none": 0.6,
    "others none, compared": -2.1,
    "others of one whole": 0.9,
    "others of one whole, compared": -0.2,
    "others of one whole, whole": 0.3,
    "others of one whole, whole, compared": -3.1,
    "others told alike": 2.6,
    "others told alike, whole": 0.1,
    "part before, before 0": -3.0,
    "part before, before 0, said": 0.2,
    "part before, before 1": -3.0,
    "part before, before 1, said": 0.5,
    "part before, before 2": -5,
    "part before, before 2, said": -0.1,
    "part before, over 1": -2.7,
    "part before, over 2": -2.6,
    "part before, past 1": -5,
    "part before, past 2": -4.4,
    "part behind, apart 2": -0.7,
    "part behind, over 2": -2.0,
    "part behind, past 2": -3.6,
    "part far behind, apart 2": -1.7,
    "part far behind, over 2": -3.3,
    "part far behind, past 2": -5,
    "part far, before 0": -4.6,
    "part far, before 0, said": -1.3,
    "part far, before 1": -5,
    "part far, before 1, said": -2.2,
    "part far, before 2": -4.5,
    "part far, before 2, said": -5.0,
    "part far, over 1": -0.4,
    "part far, over 2": -2.2,
    "part far, past 1": -2.5,
    "part far, past 2": -5,
    "part front": 3.1,
    "part same, apart 0": -1.3,
    "part same, apart 1": -1.2,
    "part same, apart 2": -1.0,
    "part same, over 1": 4.5,
    "part same, over 2": -2.4,
    "part same, past 1": -2.5,
    "part same, past 2": -2.2,
    "part shares 0": -0.4,
    "part shares 1": 0.9,
    "part shares 2": 1.7,
    "part tied": 4.2,
    "turn next sentence": 0.8,
    "turn of them": 1.9,
    "turn of them, far": 0.5,
    "turn of which": 1.9,
    "turn of whole": 1.7,
    "turn over 1": -0.2,
    "turn over 2": -1.0,
    "turn over 3": -1.9,
    "turn part first": -2.5,
    "turn part of whole": 3.5,
    "turn whole behind": -0.1,
    "whole 0": 1.4,
    "whole 1, said": 0.2,
    "whole 2": -1.9,
    "whole 2, said": -1.3,
    "whole 3": -3.1,
    "whole 3, said": -3.9,
    "whole item": -1.7,
    "whole item, said": -2.1,
    "whole lead": 2.2,
    "whole shares 0": -0.2,
    "whole shares 1": 0.8,
    "whole shares 2": 1.1,
}
"""The weights by trait, counted in the records of the tests and the seeds, of which every figure has been read.

There were 599 percentages whose part and whole are known, and 13,250 pairs of other counts told about them. A trait
that was seen fewer than four times at the first has no weight above nought.
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """A percentage with what is told about it: the counts before it and in its sentence, in the order of the text."""

    sentence: Sentence
    percent: Figure
    pool: Sequence[Figure]
    front: str
    behind: str
    next: Figure | None
    then: bool
    link: str
    moved: bool
    others: tuple[Figure, ...]


def beside(context: Context, sentence: Sentence, place: int, pool: Sequence[Figure]) -> Beside:
    """Return a percentage with its surroundings, read once for all the pairs of counts that it may be of."""
    figures, low = sentence.figures, context.passages.low
    percent = figures[place]
    start = figures[place - 1].span.end if place else sentence.span.start
    end = figures[place + 1].span.start if place + 1 < len(figures) else sentence.span.end
    front = low[start : percent.span.start][-60:]
    behind = _SIGN.sub("", low[percent.span.end : end][:60])
    others = tuple(
        f
        for f in context.passages.paragraphs[sentence.paragraph].figures
        if f.unit is Unit.PERCENT and f is not percent and f.value > 0
    )
    link = next((name for name, pattern in _LINKS if pattern.search(front)), "none")
    last = figures[place - 1] if place and figures[place - 1].unit is not Unit.PERCENT else None
    then = _THEN.search(front) is not None or _THEN_BEHIND.match(behind) is not None
    moved = then or (link not in {"bracket", "or", "at"} and _MOVED_FRONT.search(front) is not None)
    return Beside(sentence, percent, pool, front, behind, last, then, link, moved, others)


def weight(context: Context, about: Beside, part: Figure, whole: Figure) -> float:
    """Return what the words say for two counts as a percentage's part and whole, in bits."""
    return sum(WEIGHTS.get(trait, 0.0) for trait in traits(context, about, part, whole))


def traits(context: Context, about: Beside, part: Figure, whole: Figure) -> tuple[str, ...]:
    """Return the traits of two counts as a percentage's part and whole."""
    place = _place(context, about, part)
    stands = _stands(about, place, whole)
    said = ", said" if stands == "before" and about.link in _SAID else ""
    a, b, share = told(context, part), told(context, whole), told(context, about.percent)
    return (
        f"part {place}" if stands == "beside" else f"part {place}, {stands} {min(2, _rank(about, part))}{said}",
        f"link {about.link} {stands}" if not said else "",
        f"whole {_where(context, about, whole)}" if not said else f"whole {_where(context, about, whole)}, said",
        f"just told {_told(context, about, part, whole)}" if said else "",
        f"turn {_turn(context, about, part, whole)}",
        f"part shares {min(2, len(share.beside & a.beside))}",
        f"whole shares {min(2, len(share.beside & b.beside))}",
        f"both share {min(2, len(a.beside & b.beside))}",
        f"base {_base(about.percent, whole)}",
        f"apart {stands_apart(context, part):d}{stands_apart(context, whole):d}",
        f"behind {next((name for name, pattern in _BEHIND if pattern.match(about.behind)), 'noun')} {stands}",
        f"others {_others(about, part, whole, stands)}",
        ("alone, linked" if about.link in _LINKED else "alone") if _alone(about) else "",
        f"moved {_PART_MOVED.search(context.passages.before(part, 30)) is not None:d}",
        f"nature {_nature(part, whole)}",
    )


_LINKED = frozenset({"bracket", "rate", "at", "or", "thus"})
_SAID = frozenset({"rate", "at", "or", "thus"})
"""Links that speak of what was told in the sentences before."""


def _stands(about: Beside, place: str, whole: Figure) -> str:
    """Return whether a part, its whole or another count stands right beside the percentage, or how far off both are."""
    if place in {"front", "tied"}:
        return "beside"
    if about.next is not None:
        return "over" if about.next is whole else "past"
    return "before" if place in {"before", "far"} else "apart"


def _alone(about: Beside) -> bool:
    """Tell whether a percentage and the two counts before it are all that is told in its paragraph."""
    before = all(f.span.end <= about.percent.span.start for f in about.pool)
    return len(about.pool) == 2 and not about.others and before


def _told(context: Context, about: Beside, part: Figure, whole: Figure) -> str:
    """Return among how many counts of the one sentence just before a part and its whole stand."""
    home = context.passages.sentence_of(part)
    if home is not context.passages.sentence_of(whole) or about.sentence.figures[0] is not about.percent:
        return "apart"
    return str(min(4, sum(f in home.figures for f in about.pool))) if home is not None else "apart"


def _place(context: Context, about: Beside, part: Figure) -> str:
    """Return where a part stands: in front of its percentage, tied to it behind, in its sentence, or before that."""
    figures, percent = about.sentence.figures, about.percent
    place = figures.index(percent)
    if place and figures[place - 1] is part:
        return "front"
    if place + 1 < len(figures) and figures[place + 1] is part:
        return "tied" if _TIED_BEHIND.match(context.passages.between(percent, part)) else "behind"
    back = _back(context, about, part)
    if not back:
        return "same" if part.span.end <= percent.span.start else "far behind"
    return ("before", "far")[back > 1]


def _back(context: Context, about: Beside, figure: Figure) -> int:
    """Return how many sentences before that of the percentage a figure stands."""
    home = context.passages.sentence_of(figure)
    return about.sentence.index - home.index if home is not None else 3


def _rank(about: Beside, figure: Figure) -> int:
    """Return how many counts stand between a count and the percentage behind it; 3 where it stands behind."""
    if figure.span.start > about.percent.span.start:
        return 3
    return sum(figure.span.end <= f.span.start < about.percent.span.start for f in about.pool)


def _where(context: Context, about: Beside, whole: Figure) -> str:
    """Return where a whole stands: so many sentences back, in another item of the list or in what leads it in."""
    home = context.passages.sentence_of(whole)
    if home is None or home.paragraph == about.sentence.paragraph:
        return str(min(3, _back(context, about, whole)))
    return "lead" if context.passages.paragraphs[home.paragraph].kind == "text" else "item"


def _turn(context: Context, about: Beside, part: Figure, whole: Figure) -> str:
    """Return how the words get from the one count to the other."""
    passages = context.passages
    first, second = (part, whole) if part.span.start < whole.span.start else (whole, part)
    between = sum(first.span.end <= f.span.start < second.span.start for f in about.pool)
    if first is part:
        if not between and _OF_PART.match(passages.low[first.span.end : second.span.start]):
            return "part of whole"
        return "part first" if whole.span.end <= about.percent.span.start else "whole behind"
    if not between and _TURNED.search(passages.before(part, 40)):
        return "of which"
    if _OF_THEM.match(passages.after(part, 40)):
        return "of them" if not between else "of them, far"
    one_sentence = passages.sentence_of(whole) is passages.sentence_of(part)
    if one_sentence and _OF_WHOLE.search(passages.before(whole, 24)):
        return "of whole"
    return f"over {min(3, between)}" if between else "next" if one_sentence else "next sentence"


def _base(percent: Figure, whole: Figure) -> str:
    """Return whether a whole is what the percentage is of by its definition."""
    base = BASES.get(percent.indicator or "")
    return "none" if base is None else "this" if whole.indicator == base else "another"


def _others(about: Beside, part: Figure, whole: Figure, stands: str) -> str:
    """Return whether the other percentages of the paragraph are of counts told alike, or of the same whole."""
    near = [f for f in about.others if abs(f.span.start - about.percent.span.start) < _NEAR]
    moved = ", compared" if about.moved else ""
    if not near:
        return f"none{moved}"
    alike = told_alike(about, part, whole) if stands != "past" else None
    if alike is not None:
        return "told alike" if alike.step < 1 else "told alike, whole"
    for other in near:
        if any(fits(f, whole, other) for f in about.pool if f is not part and f.value < whole.value):
            return f"of one whole{', whole' * (other.step >= 1)}{moved}"
    return f"apart{moved}"


def told_alike(about: Beside, part: Figure, whole: Figure) -> Figure | None:
    """Return the other percentage that is of two counts told as these are, one time or place further on or back.

    "4,317, as against 3,206. Of these 1,148 …, compared with 902: 26.6% as against 28.1%" tells each after its fellow.
    """
    pool, a, b = about.pool, about.pool.index(part), about.pool.index(whole)
    near = [f for f in about.others if abs(f.span.start - about.percent.span.start) < _NEAR]
    for step in (-3, -2, -1, 1, 2, 3) if near else ():
        if 0 <= a + step < len(pool) and 0 <= b + step < len(pool) and {a + step, b + step}.isdisjoint({a, b}):
            found = next((other for other in near if fits(pool[a + step], pool[b + step], other)), None)
            if found is not None:
                return found
    return None


def _nature(part: Figure, whole: Figure) -> str:
    """Return whether two counts are of what was, of a budget and what was off it, or one an aim or a change."""
    natures = {part.nature, whole.nature}
    if natures <= {Nature.ACTUAL, None}:
        return "actual"
    if natures & {Nature.TARGET, Nature.CHANGE}:
        return "aim"
    return "budget" if natures & {Nature.BUDGET, Nature.VARIANCE} else "ahead"
