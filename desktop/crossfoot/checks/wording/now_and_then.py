"""Values told one after the other with a word for their way: "fallen each year, from 88 to 71 and now to 64".

Which came first is told by "from … to … to …", by what is said of each ("nine nights last winter and fourteen now"), by
the months or the ordinal beside each, or, where the words speak of a run, by the order in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import the_way, way_words
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.wording.trends import Claim, Step
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_SPAN = r"(?:year|quarter|month|week|term|season|spring|summer|autumn|winter|time|round|count|report|period)"
_NOW = re.compile(
    rf"\b(?:now|today|currently|at present|this {_SPAN}|in the latest|most recently|has become|have become)\b"
)
_ONE_BACK = re.compile(
    rf"\b(?:last {_SPAN}(?!s)|a {_SPAN} (?:ago|earlier|before)|(?:the|one) (?:same )?(?:{_SPAN} )?(?:before|earlier)"
    rf"|in the one before|(?:the )?previous {_SPAN}|previously|formerly|had been|used to be|until recently)\b"
)
_FAR_BACK = re.compile(
    rf"\b(?P<number>{numbers_named(2, 5)}) {_SPAN}s (?:ago|earlier|before)|\b{_SPAN} before last\b|\bthe {_SPAN} before"
    r" (?:that|then)\b"
)
_NTH = re.compile(
    r"\bthe (?P<nth>first|second|third|fourth|next|last|latest)\b(?! (?:two|three|four|five|six|ten|few|\d))"
)
_ORDER = ("first", "second", "third", "fourth")
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b")
_RUN = re.compile(
    r"\b(?:each|every|successive|consecutive|running|in a row|in (?:both|all)|steady|steadily|continu\w+|gradual(?:ly)?"
    r"|(?:year|quarter|month|week|term)[ -](?:on|by|after)[ -](?:year|quarter|month|week|term)|throughout|trend"
    r"|in the (?:last|past) (?:two|three|four|five)|over the (?:last|past)? ?(?:two|three|four|five))\b"
)
_TO = re.compile(r"[a-z ,]{0,24}?\b(?:to|then|now|at|again)\s+(?:about |some |just |only |around )*£?")
_LISTED = re.compile(
    r"(?:\s+(?:in|at|for|on) [a-z0-9/ ]{1,20})?\s*(?:,|;|,? and|,? then|,? and then)\s+(?:then |now |at )*£?"
)
_LINK = re.compile(r",? (?:and|but|than|where|while|whereas|against|compared (?:with|to)|after)\b|[,;(]")
_OTHERS = re.compile(
    r"\b(?:england|national\w*|neighbours?|regional\w*|target\w*|expected|estimat\w+|budget\w*|forecast|projected|ranged"
    r"|varied|respectively|although|except|unlike|boys|girls|male|female|men|women|average for|will|would|should|could"
    r"|north|south|east|west|if|may (?:be|have|not)|planned|proposed|but|however|recover\w*|rebound\w*"
    r"|of (?:these|those|them|whom|which)|includ\w+)\b"
)
_GOES_ON = re.compile(r"^\s*(?:it|they|there|the (?:figures?|numbers?|totals?|rates?|counts?)|numbers|this|these)\b")
_LOOKS_BACK = re.compile(r"^\s*(?:the (?:trend|direction|movement|pattern)|so|this is|that is|it is|thus)\b")
_SPEEDS = (
    (re.compile(r"\b(?:quicker|faster|speedier|sooner|shorter)\b"), Way.DOWN),
    (re.compile(r"\b(?:slower|longer|later)\b"), Way.UP),
)
_PRICES = ((re.compile(r"\bcheaper\b"), Way.DOWN), (re.compile(r"\b(?:dearer|more expensive|costlier)\b"), Way.UP))
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_PLAIN = frozenset({Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE})
_CHANGE = re.compile(
    r"\b(?:by|further|another|additional|extra|more than|over|under|fewer than|less than) (?:about )?£?$"
)
_WIDEST = 3
_MOST = 6


def now_and_then(context: Context) -> Iterator[Step]:
    """Yield the steps that the words for a way speak of, of values whose order the words beside them tell."""
    for sentence in context.passages.sentences:
        if not 1 < len(sentence.figures) <= _MOST or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if _OTHERS.search(sentence.low):
            continue
        levels = _levels(context, sentence)
        if len(levels) < 2:
            continue
        yield from _last_leg(context, levels)
        said = _claimed(context, sentence, levels)
        ordered = _ordered(context, sentence, levels, said[1]) if said is not None else ()
        if said is None or len(ordered) < 2:
            continue
        way, words = said
        claim = Claim.UP if way is Way.UP else Claim.DOWN
        word = way_words(words) or _speed_word(words)
        steps = [Step(claim, word, a, b) for a, b in pairwise(ordered)]
        whole = Step(claim, word, ordered[0], ordered[-1])
        against = [step for step in steps if not step.holds] if _RUN.search(words) else []
        yield against[0] if against and whole.holds else whole


def _last_leg(context: Context, levels: Sequence[Figure]) -> Iterator[Step]:
    """Yield the step behind "from … to …": "having come down from 74 to 69 they had gone up again, to 81"."""
    if len(levels) != 3:
        return
    front, (first, second) = (
        context.passages.before(levels[0], 40),
        (context.passages.between(a, b) for a, b in pairwise(levels)),
    )
    turn = re.search(r",(?P<words>.*?\bto (?:about |only |some )?£?)$", second, re.DOTALL)
    led = re.search(r"\bfrom £?$", front) and re.fullmatch(r"[^;.]{0,30}?\bto £?", first)
    way = the_way(turn["words"]) if turn is not None and led and ";" not in second else None
    if way is not None and turn is not None:
        yield Step(Claim.UP if way is Way.UP else Claim.DOWN, way_words(turn["words"]), levels[1], levels[2])


def _levels(context: Context, sentence: Sentence) -> list[Figure]:
    """Return the values of a sentence where all of them are levels of one kind; what tells times is left out."""
    told = [f for f in sentence.figures if f.value != 0 and not _tells_a_time(context, f)]
    if len(told) < 2 or any(
        (f.qualifier not in _PLAIN and not _is_set_against(context, f)) or f.value < 0 for f in told
    ):
        return []
    if any(f.nature not in {Nature.ACTUAL, None} or f.unit is Unit.PERCENTAGE_POINTS for f in told):
        return []
    if any(_CHANGE.search(context.passages.before(f, 30)) for f in told):
        return []
    first = told[0]
    alike = all(same_kind(f, first) or (first.unit in _TIMES and f.unit in {Unit.COUNT, None}) for f in told)
    percents = len({f.unit is Unit.PERCENT for f in told}) == 1
    near = max(f.value for f in told) <= _WIDEST * min(f.value for f in told)
    return told if alike and percents and near else []


def _is_set_against(context: Context, figure: Figure) -> bool:
    """Tell whether "than the" in front of a figure, which was taken for a bound, sets it against another."""
    return re.search(r"\bthan the\s+£?$", context.passages.before(figure, 15)) is not None


def _tells_a_time(context: Context, figure: Figure) -> bool:
    """Tell whether a number is of years or months that tell when: "two years ago", "in the last three years"."""
    spans = _SPANS.match(context.passages.after(figure, 20))
    if spans is None:
        return False
    return bool(spans["when"]) or _DURING.search(context.passages.before(figure, 25)) is not None


_SPANS = re.compile(rf"\s*{_SPAN}s\b(?P<when> (?:ago|earlier|before|later|running|in a row))?")
_DURING = re.compile(r"\b(?:last|past|previous|over the|over|for|in|these|first|all)\s+$")


def _claimed(context: Context, sentence: Sentence, levels: Sequence[Figure]) -> tuple[Way, str] | None:
    """Return the way that a sentence, or the one beside it that has no figures, says its values went, and its words."""
    clauses, here = _clauses(sentence, levels)
    if here is None:
        return None
    own = _way(clauses[here], levels)
    if own is not None:
        return own, clauses[here]
    if here + 1 < len(clauses) and _GOES_ON.match(clauses[here + 1]) and not _SOMETHING_ELSE.match(clauses[here + 1]):
        way = _way(clauses[here + 1], levels)
        return None if way is None else (way, clauses[here + 1])
    before = context.passages.previous(sentence)
    if before is not None and before.paragraph == sentence.paragraph and not before.figures:
        way = _way(before.low, levels) if _GOES_ON.match(sentence.low) and not _OTHERS.search(before.low) else None
        if way is not None:
            return way, before.low
    behind = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    if behind and behind[0].paragraph == sentence.paragraph and not behind[0].figures:
        way = _way(behind[0].low, levels) if _LOOKS_BACK.match(behind[0].low) else None
        if way is not None:
            return way, behind[0].low
    return None


_SOMETHING_ELSE = re.compile(
    r"\s*(?:it|this|that) (?:is|was) [^.;]{3,70}\b(?:that|which|who) (?:has|have|had|is|are|was|were)\b"
)
"""A clause that says of something else that it went some way: "it is delays due to others that have grown"."""


def _clauses(sentence: Sentence, levels: Sequence[Figure]) -> tuple[list[str], int | None]:
    """Return the clauses that semicolons make, and which of them has all the values; None where no one has."""
    clauses = sentence.low.split(";")
    ends, at = [], 0
    for clause in clauses:
        at += len(clause) + 1
        ends.append(at)
    places = {next(i for i, end in enumerate(ends) if f.span.start - sentence.span.start < end) for f in levels}
    return clauses, places.pop() if len(places) == 1 else None


def _way(words: str, levels: Sequence[Figure]) -> Way | None:
    """Return the one way that words name, by going up or down, or by what is quicker or cheaper of times and prices."""
    unit = levels[0].unit
    found = {way for pattern, way in _extra(unit) if pattern.search(words)}
    plain = the_way(words)
    if plain is not None:
        found.add(plain)
    return found.pop() if len(found) == 1 else None


def _extra(unit: Unit | None) -> Sequence[tuple[re.Pattern[str], Way]]:
    return _SPEEDS if unit in _TIMES else _PRICES if unit is Unit.GBP else ()


def _speed_word(words: str) -> str:
    found = next((m for pattern, _ in (*_SPEEDS, *_PRICES) if (m := pattern.search(words)) is not None), None)
    return found.group() if found else ""


def _ordered(context: Context, sentence: Sentence, levels: Sequence[Figure], words: str) -> Sequence[Figure]:
    """Return values in the order of their times, or none where the words do not tell it."""
    low, start = context.passages.low, sentence.span.start
    gaps = [low[a.span.end : b.span.start] for a, b in pairwise(levels)]
    gaps = [_without_unit(gap) for gap in gaps]
    front = low[start : levels[0].span.start]
    stop = re.compile(r"[;.]\s|[;.]$").search(low, levels[-1].span.end, sentence.span.end)
    tail = _without_unit(low[levels[-1].span.end : stop.start() if stop else sentence.span.end])
    if re.search(r"\bfrom (?:about |some |around )?£?$", front) and all(_TO.fullmatch(gap) for gap in gaps):
        return levels
    ranks = _ranks(front, gaps, tail)
    if ranks is not None:
        return [figure for _, figure in sorted(zip(ranks, levels, strict=True), key=lambda pair: pair[0])]
    unmarked = not any((mark := _mark(part)) is not None and mark[0] == "turn" for part in (*gaps, tail[:40]))
    if len(levels) > 2 and unmarked and _RUN.search(words) and all(_LISTED.fullmatch(gap) for gap in gaps):
        return levels
    return ()


def _without_unit(gap: str) -> str:
    """Return the words behind a value without the noun of what is counted: "96 cases in May"."""
    return _NOUN.sub("", gap)


_NOUN = re.compile(r"^\s+(?!(?:in|at|on|and|to|then|last|this|now|a|the|today|two|three|four|five)\b)[a-z]+(?= |,|$)")


def _ranks(front: str, gaps: Sequence[str], tail: str) -> list[int] | None:
    """Return a number for each value that grows with its time, by what is said beside each; None where unsure."""
    near = tail.split(",", maxsplit=1)[0] if "," in tail[:40] else tail[:45]
    behind, ahead = [*gaps, near], [front[-60:], *gaps]
    for parts in (behind, ahead):
        found = [_mark(part) for part in parts]
        if all(mark is not None for mark in found) and (ranks := _distinct([m for m in found if m is not None])):
            return ranks
    if len(gaps) > 1:
        return None
    link = _LINK.search(gaps[0])
    left, right = (gaps[0][: link.start()], gaps[0][link.start() :]) if link else (gaps[0], "")
    own = _mark(left) or (_mark(front[-60:]) if _mark(left) is None else None)
    other = _mark(right) or _mark(near)
    if own is not None and other is not None and own[0] == other[0] == "turn" and own[1] != other[1]:
        return [own[1], other[1]]
    if own is None and other is not None and other[0] == "turn" and other[1] < 0:
        return [0, other[1]]
    was = own is None and other == ("turn", 0) and _WAS.search(front) and _IS.search(gaps[0])
    if was or (other is None and own is not None and own[0] == "turn" and own[1] < 0 and _mark(left) is not None):
        return [-1, 0]
    return None


_WAS = re.compile(r"\b(?:was|were|stood at|had been)\s+(?:about |at |only |just )?£?$")
_IS = re.compile(r"\b(?:is|are|has become|stands at)\s+(?:now |about |at |only |just )*£?$")
"""How a value of then, and one of now, are led to: "it was 16.8% in 2017 and is 14.2% now"."""


def _mark(words: str) -> tuple[str, int] | None:
    """Return what words say of the time of the value beside them: turns back from now, a month, or a place in a row."""
    far = _FAR_BACK.search(words)
    if far is not None:
        return "turn", -NUMBER_NAMED[far["number"]] if far["number"] else -2
    if _ONE_BACK.search(words) and not _NOW.search(words):
        return "turn", -1
    if _NOW.search(words) and not _ONE_BACK.search(words):
        return "turn", 0
    nth = _NTH.search(words)
    if nth is not None:
        return "nth", _ORDER.index(nth["nth"]) if nth["nth"] in _ORDER else len(_ORDER) + (nth["nth"] != "next")
    months = _MONTH.findall(words)
    return ("month", MONTHS.index(months[0])) if len(months) == 1 else None


def _distinct(marks: Sequence[tuple[str, int]]) -> list[int] | None:
    """Return the numbers of marks of one kind that differ; months go on over the turn of the year."""
    kinds, ranks = {kind for kind, _ in marks}, [rank for _, rank in marks]
    if len(kinds) > 1:
        return None
    if kinds == {"month"}:
        steps = [(b - a) % 12 for a, b in pairwise(ranks)]
        return list(range(len(ranks))) if all(0 < step <= _WIDEST for step in steps) else None
    if kinds == {"turn"} and len(ranks) > 2 and ranks[-2:] == [-1, -1]:
        ranks[-1] = -2  # "71 this year, 63 last year and 55 the year before"
    return ranks if len(set(ranks)) == len(ranks) else None
