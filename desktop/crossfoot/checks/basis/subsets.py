"""Counts that the words make a part of a count before them: "heard 58 appeals and upheld 21", "210 of them".

A count whose noun is left out counts what the one before it counts. It is a part of that one where the one before is
what came in, was looked at or was sent out, and the later is told with what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit


@dataclass(frozen=True, slots=True)
class Subset:
    """A count and the later one that the words make a part of it; ``relative`` tells that these are "of whom"."""

    whole: Figure
    part: Figure
    relative: bool = False


_OF_THEM = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:\([^)]*\) )?(?:[a-z]+ )?of (?:them|these|those|which|whom|this number|that number)\b"
)
_TURNED = re.compile(r"\bof (?:which|whom)(?: (?!per\b|and\b|the\b)[a-z’'-]+){0,2}\s*$")
_RESULTED = re.compile(r"(?:\b(?:from|out of) (?:which|whom)|\b(?:leading|led|giving rise|resulting) (?:to|in))\s+$")
_OF_THE = re.compile(r"\s*(?:\([^)]*\) )?of (?:the|those|these) (?P<noun>[a-z]{4,})\b")
_OF_WHOLE = re.compile(r"(?:^|[,;:]\s*|\b(?:that|and|but)\s+)(?:out )?of (?:the |a total of |all |its )?$")
_OF_NUMBER = re.compile(r"\bof (?:the |these |those |our |all )*$")
_THAN = re.compile(r"\bthan (?:the |our |its )?$")
_VERB = re.compile(
    r"\s*(?:(?:was|were|had|have|has|could|would|did)\b(?: (?:been|not|then|also|later|all|be))*"
    r" (?P<passive>[a-z]+)|(?P<active>[a-z]+(?:ed|led|went|came|met|got|took|won|held|made|found|gave)|led|went|met"
    r"|took|won|got|gave|failed to|chose)\b)"
)
_BEFORE_IT = re.compile(
    r"(?:\b(?:and|but|of which)|,) (?:has |had |have )?(?P<verb>[a-z]+ed|upheld|found|met|won|[a-z]{4,}ing)\s+$"
)
_CLOSES = re.compile(r"\s*(?:[.,;)]|$|in (?:full|part|all)\b)")
_FLOWS = re.compile(
    r"^(?:join|gone|went|taken$|still$|now$|yet$|budgeted|left|leav|start|end|clos|came|come|ceas|depart|mov|resign|enter|added|remov|open|born|die|retir|return"
    r"|transferr|new|more|fewer|increas|rose|fell|grew|higher|lower|aged|living|placed|based|employ|paid|been$|at$|in$"
    r"|on$|from$|under$|over$|boys|girls|male|female|carried|brought|built|bought|sold|planned|expected|forecast"
    r"|wait|await|outstanding|overdue|pending|unallocated|available|needed|required|known|registered|looked|subject)"
)
_ANOTHER = re.compile(
    r"\b(?:another|further|additional|other|others|more|extra|new|second|separate|also|in addition|while|whereas"
    r"|against|vs|versus|some other|remaining|next)\b"
)
_COUNTED = frozenset({Unit.COUNT, None})


def subsets(context: Context) -> tuple[Subset, ...]:
    """Return the counts that the words make a part of another, looked for once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Subset, ...]:
    return tuple(_all(context))


def _all(context: Context) -> Iterator[Subset]:
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, part in enumerate(sentence.figures):
            if not _plain(part):
                continue
            before = sentence.figures[:place]
            if before and _plain(before[-1]) and _TURNED.search(context.passages.before(part, 40)):
                yield Subset(before[-1], part, relative=True)
                continue
            whole = _whole(context, sentence, before, part)
            if whole is not None and _one_time(context, whole, part):
                yield Subset(whole, part)


def _plain(figure: Figure) -> bool:
    """Tell whether a figure counts something that happened, and is no bound and no aim."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit in _COUNTED and told and figure.nature in {Nature.ACTUAL, None} and figure.value >= 1


def _levels(context: Context, figures: Sequence[Figure]) -> list[Figure]:
    """Return the plain counts among some, without those of another time that stand beside them: "164 (121 in 2008)"."""
    return [f for f in figures if _plain(f) and not _BESIDE.search(context.passages.before(f, 24))]


_BESIDE = re.compile(r"\([^()]*$|\b(?:compared (?:with|to)|against|vs|versus|and not|up from|down from)\s+$")


def _one_time(context: Context, whole: Figure, part: Figure) -> bool:
    """Tell whether nothing in the text dates the two differently."""
    a = whole.period if context.dates_itself(whole) else None
    b = part.period if context.dates_itself(part) else None
    return a is None or b is None or a == b or a.end == b.end


def _whole(context: Context, sentence: Sentence, before: Sequence[Figure], part: Figure) -> Figure | None:
    """Return the count that ``part`` is a part of by the words, or None."""
    front = context.passages.before(part, 20)
    if _OF_NUMBER.search(front) or _THAN.search(front):
        return None  # "five of the 13 were approved": the later number is the whole; "fewer than the 66 recorded"
    after = context.passages.after(part, 60)
    counts = _levels(context, before)
    earlier = context.passages.previous(sentence)
    last = _levels(context, earlier.figures) if earlier and earlier.paragraph == sentence.paragraph else []
    if counts and _OF_WHOLE.search(context.passages.before(counts[0], 40)) and _same_clause(context, counts[0], part):
        return counts[0] if len(counts) == 1 or _noun_left_out(context, part) else None
    named = _OF_THE.match(after)
    resulted = _RESULTED.search(context.passages.before(part, 24)) is not None
    if _OF_THEM.match(after):
        pool = counts[-1:] or last
    elif resulted:
        pool = counts[-1:]
    elif named is not None:
        pool = [f for f in (*counts, *last) if _names(context, f, named["noun"])]
    elif _noun_left_out(context, part):
        pool = [] if not counts and _has_own_subject(context, before) else counts or last
        pool = [f for f in pool if _comes_in(context, f, part, here=bool(counts))]
        pool = pool if len(counts or last) == 1 else []
    else:
        pool = []
    return pool[0] if len(pool) == 1 and (resulted or not _compares(context, pool[0], part)) else None


_OF_A_NOUN = re.compile(r"\s*(?:%|per ?cent)? of (?!these|those|them|the (?:total|number))(?:the |our |all )?[a-z]{3,}")


def _has_own_subject(context: Context, before: Sequence[Figure]) -> bool:
    """Tell whether earlier figures of a sentence name what it is about: "31% of the children … and 24 lived"."""
    return any(f.value == 0 or _OF_A_NOUN.match(context.passages.after(f, 40)) for f in before)


def _comes_in(context: Context, whole: Figure, part: Figure, *, here: bool) -> bool:
    """Tell whether a count has a noun of its own, and is one of the first two of its sentence."""
    behind = context.passages.after(whole, 60)
    if _noun_left_out(context, whole) or _OF_THEM.match(behind):
        return False  # a part beside a part: "412 of them attended …, 455 attended …"
    verb = _VERB.match(behind)
    if verb is not None and _FLOWS.match(verb["passive"] or verb["active"]):
        return False  # "44 were added, 56 were allocated": what came and what went
    home = context.passages.sentence_of(whole)
    front = [f for f in _levels(context, home.figures) if f.span.start <= part.span.start] if home else []
    return bool(front) and len(front) <= 1 + here


def _same_clause(context: Context, whole: Figure, part: Figure) -> bool:
    """Tell whether an "of" in front of a count reaches as far as another: "Of 380 calls, 146 led to …"."""
    between = context.passages.between(whole, part)
    if _IN_HAND.search(between):
        return False
    return ";" not in between and not _ANOTHER.search(between[-25:]) and not COMPARISON.search(between)


def _names(context: Context, figure: Figure, noun: str) -> bool:
    """Tell whether the words behind a count name the noun, or what those do that it names."""
    words = re.findall(r"[a-z]{4,}", context.passages.after(figure, 60).split(".")[0])
    return any(word[:5] == noun[:5] for word in words)


_IN_A_RANGE = re.compile(r"\d\s*(?:%|per cent)?\s*(?:to|[-–])\s*$")
_DESCRIBES = re.compile(r"\s*[a-z]+ed (?:[a-z]+ ){0,1}[a-z]{3,}(?:s|men|women|ren|ople)\b(?<!ess)")
"""A participle in front of its noun, "two advanced practitioners": the noun is not left out."""


def _noun_left_out(context: Context, figure: Figure) -> bool:
    """Tell whether a count stands without a noun, told with what became of what it counts."""
    after = context.passages.after(figure, 40)
    lead = context.passages.before(figure, 12)
    if _IN_A_RANGE.search(lead) or _DESCRIBES.match(after) or lead.endswith(" on the "):
        return False
    verb = _VERB.match(after)
    if verb is not None and not _FLOWS.match(verb["passive"] or verb["active"]):
        return True
    front = _BEFORE_IT.search(context.passages.before(figure, 30))
    return front is not None and not _FLOWS.match(front["verb"]) and _CLOSES.match(after) is not None


def _compares(context: Context, whole: Figure, part: Figure) -> bool:
    """Tell whether the words between two counts, or behind the second, set another time or another kind beside."""
    between = re.sub(r"\([^()]*\)", " ", context.passages.between(whole, part))
    behind = re.split(r"[.;]", context.passages.after(part, 80))[0]
    plain = re.sub(r"\b(?:had been|(?:from|out of) (?:these|those|them|this|which|whom))\b", "", f"{between} ")
    other = _ANOTHER.search(between) or COMPARISON.search(plain) or COMPARISON.search(behind.replace("had been", ""))
    if _IN_HAND.search(f"{context.passages.before(whole, 200)} {between}"):
        return True  # what was in hand before may be done as well as what came
    dated = re.search(r"\b(?:19|20)\d\d\b", between) is not None and (whole.period != part.period or not whole.period)
    return bool(other) or dated or _same_verb(between, behind)


_IN_HAND = re.compile(
    r"\b(?:outstanding|backlog|brought forward|carried (?:over|forward)|in hand|opening|at the (?:start|beginning)"
    r"|began with)\b"
)


def _same_verb(between: str, behind: str) -> bool:
    """Tell whether the same verb is said of both: "58 were placed in the county and 61 were placed outside"."""
    first = set(re.findall(r"\b(?:was|were|had|have) (?:been )?([a-z]+)", between))
    second = re.match(r"\s*(?:was|were|had|have) (?:been )?([a-z]+)", behind)
    placed = second is not None and second[1] in _PREPOSITIONS and bool(first & _PREPOSITIONS)
    return second is not None and (second[1] in first or placed)


_PREPOSITIONS = frozenset({"for", "under", "in", "at", "from", "with", "of", "by", "on", "over", "due"})


_SOME_OF = re.compile(
    r"\b(?:one|each|any|either|neither|both|some|most|none|every one)(?: (?:or|and) (?:other|another|more|all))?"
    r" of (?:the|these|those|our|its|their|his|her)\s+$"
)


def is_of_several(context: Context, figure: Figure) -> bool:
    """Tell whether a number is only what one of several things is of: "one or other of the six assessments"."""
    return _SOME_OF.search(context.passages.before(figure, 40)) is not None
