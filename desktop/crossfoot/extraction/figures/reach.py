"""How far a number's words reach: which wordings around it count, and how much."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.extraction.figures.choice import COHORTS, Reach
from crossfoot.extraction.figures.labels import Phrase, is_generic
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.numbers import Form
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import Kind, is_plural
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS
from crossfoot.model import Unit

PREDICATE, LISTED = 8.4, 9.6
BEHIND, EXTENDED, AFTER, BEFORE, EARLIER, LATER = 9.0, 7.6, 5.0, 7.0, 4.6, 2.6
LEAD, HEADING, PREVIOUS, POINTED, BLOCK = 6.2, 3.2, 3.4, 5.6, 2.4


@dataclass(slots=True)
class Surroundings:
    """What a sentence hangs on: its lead-in, its heading, and the sentences before it in its block.

    ``points_back`` tells that the sentence opens with "of these", "there were 3" and the like.
    """

    lead: Reading | None = None
    heading: Reading | None = None
    previous: list[Reading] = field(default_factory=list)
    points_back: bool = False


def reaches_of(lexicon: Lexicon, r: Reading, k: int, phrase: Phrase, around: Surroundings) -> list[Reach]:
    """Return the mentions within the reach of the ``k``-th number of a sentence, with their weights."""
    r.prepare(lexicon)
    s, n = r.sentence, r.numbers[k]
    left = r.numbers[k - 1].last if k else 0
    right = r.numbers[k + 1].first if k + 1 < len(r.numbers) else len(s.tokens)
    counted = (
        n.unit not in {Unit.PERCENT, Unit.GBP, Unit.PERCENTAGE_POINTS, Unit.RATE_PER_10000, Unit.RATIO} and not n.money
    )
    specific = counted and phrase.close > phrase.first and not is_generic(phrase.head) and n.form is not Form.MULTIPLE
    predicate = _predicate_end(r, phrase.close, right) or _shared_predicate(r, k)
    if s.low(n.last) == "of" and s.low(n.last + 1) in {"them", "whom", "which", "these", "those"}:
        predicate = max(predicate, right)
    hits: list[Reach] = []
    named = False
    for m in r.mentions:
        if m.first >= n.last:
            distance = m.first - n.last
            if m.first < phrase.close:
                weight, zone = BEHIND - 0.12 * distance, "counted"
                named = True
            elif m.first < predicate and (m.first < right or m.first >= r.numbers[-1].last):
                weight, zone = PREDICATE - 0.12 * min(m.first - phrase.close, 8), "counted"
            elif m.first < min(phrase.last, right):
                weight, zone = EXTENDED - 0.12 * distance, "counted"
            elif m.first < right:
                weight, zone = AFTER - 0.15 * min(distance, 14), "behind"
            else:
                weight, zone = LATER - 0.1 * min(distance, 16), "later"
        elif m.last <= n.first:
            distance = n.first - m.last
            if m.first >= left:
                weight, zone = BEFORE - 0.13 * min(distance, 14), "before"
            else:
                weight, zone = EARLIER - 0.09 * min(distance, 20), "earlier"
        else:
            weight, zone = BEHIND, "counted"
        if _modifies(s, m):
            weight -= 2.5
        hits.append(Reach(m, weight, s.tokens[m.first].start, s.tokens[m.last - 1].end, zone))
    if specific and not named:
        hits = [h if h.zone in {"counted", "behind"} else _lighter(h, 3.6) for h in hits]
    lent = 1.0 if not specific or named else 0.4
    own = any(
        h.zone == "counted"
        and any(len(w.phrases) == 1 and w.indicator not in COHORTS for w in lexicon.wordings_of[h.mention.phrase])
        for h in hits
    )
    if around.lead is not None and _bare(r) and not own:
        hits += _whole(lexicon, around.lead, LISTED, "lead-in")
    elif around.lead is not None:
        hits += _whole(lexicon, around.lead, LEAD if not specific or not named else LEAD - 0.8, "lead-in")
    for age, before in enumerate(reversed(around.previous)):
        base = (POINTED if around.points_back else PREVIOUS) if age == 0 else BLOCK - 0.3 * age
        if base > 0.8:
            hits += _whole(lexicon, before, base * lent, "sentence before")
    if around.heading is not None:
        hits += _whole(lexicon, around.heading, HEADING * lent, "heading")
    return hits


def _shared_predicate(r: Reading, k: int) -> int:
    """Return where the predicate of a row of numbers ends: "3 … cases and 14 … cases were unallocated"."""
    s = r.sentence
    if k + 1 >= len(r.numbers):
        return 0
    for a, b in zip(r.numbers[k:], r.numbers[k + 1 :], strict=False):
        if s.low(b.first - 1) not in {"and", ","} or b.first - a.last > 8:
            return 0
    j = r.numbers[-1].last
    while j < len(s.tokens) and j - r.numbers[-1].last < 8:
        if s.low(j) in {"was", "were", "are", "is", "had", "remained"}:
            return _predicate_end(r, j, len(s.tokens))
        if not s.is_word(j):
            return 0
        j += 1
    return 0


def _bare(r: Reading) -> bool:
    """Tell whether a list item only names a part and its number, so that the lead-in names the measure."""
    s = r.sentence
    return len(s.tokens) <= 16 and not any(t.low in AUXILIARIES for t in s.tokens)


def _predicate_end(r: Reading, close: int, right: int) -> int:
    """Return how far the predicate behind a number reaches ("76 children were unallocated"); 0 for none."""
    s = r.sentence
    if s.low(close) not in {"was", "were", "are", "is", "had", "have", "has", "remained", "became", "took", "led"}:
        return 0
    j = close
    while j < right and s.low(j) not in {",", ";", ".", "and", "but", "compared", "against", "(", "while"}:
        j += 1
    return j


def _modifies(s: Sentence, m: Mention) -> bool:
    """Tell whether a wording merely describes the noun behind it: "team" in "team manager"."""
    last = s.tokens[m.last - 1]
    following = s.low(m.last)
    if last.kind is not Kind.WORD or not s.is_word(m.last) or is_plural(last.low) or m.words > 2:
        return False
    return not (
        following in AUXILIARIES
        or following in PREPOSITIONS
        or following in VERBS
        or following in DETERMINERS
        or following in {"and", "or", "per", "as", "to", "not", "more", "by"}
        or following.endswith(("ed", "ly", "ing"))
    )


def _lighter(reach: Reach, by: float) -> Reach:
    """Return a reach with less weight."""
    return Reach(reach.mention, reach.weight - by, reach.start, reach.end, reach.zone)


def _whole(lexicon: Lexicon, r: Reading, weight: float, zone: str) -> list[Reach]:
    """Return all mentions of another sentence at one weight."""
    r.prepare(lexicon)
    tokens = r.sentence.tokens
    return [Reach(m, weight, tokens[m.first].start, tokens[m.last - 1].end, zone) for m in r.mentions]
