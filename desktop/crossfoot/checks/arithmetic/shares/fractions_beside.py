"""Fractions in words beside a part and its whole: "Nineteen of the 76, or a quarter", "half of the schools, 22 of 44".

The words may be no figure of their own ("a quarter", "one in five"), so they are read from the text between the two
counts and the next comma. A fraction in words is a round one and is held to no more than its own roundness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Qualifier, Span, Unit
from crossfoot.model.english import NUMBER_NAMED, number_told, numbers_named
from crossfoot.model.wording import number_words

_NUMBER = numbers_named(1, 12)
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
}
_A_FRACTION = (
    rf"(?:(?P<nearly>nearly|almost|just under|under|less than|close to|about|around|some|approximately|roughly"
    rf"|just over|over|more than|exactly|only|just)\s+)?"
    rf"(?:(?P<count>an?|{_NUMBER})[ -](?P<part>{'|'.join(_PARTS)})s?|(?P<half>half)"
    rf"|(?P<few>{numbers_named(1, 9)}) (?:in|out of)(?: every)? (?P<many>{_NUMBER}|\d{{1,2}}))"
)
_HAS_FRACTION = re.compile(
    r"\b(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)s?\b| in every | in "
)
_OF = re.compile(
    r"^\s*(?:out )?of (?:the |our |its |these |those |all |a total of |some )*"
    r"(?:(?!and |but |or |while |with )[a-z’'-]+ ){0,2}?$"
)
_APPOSED = (
    rf"{_A_FRACTION}(?: of (?:them|these|those|the total|the whole|all))?"
    r"(?=\s*(?:[,;.)–—]|\s-\s|$|had\b|have\b|were\b|was\b))"
)
_BEHIND = re.compile(
    rf"^[^.,;:()\d]{{0,60}}?(?:,? (?:or|that is|that was|i\.e\.|which is|namely|equal to|making|representing"
    rf"|in other words),? ){_APPOSED}"
)
_SET_OFF = re.compile(
    rf"^(?! (?:were|was|had|have|are|is)\b)(?: [a-z’'-]+){{0,4}}?(?:, | \(|[–—] ?| [–—-] ){_A_FRACTION}"
    r"(?: of (?:them|these|those|the total|the whole|all))?(?=\s*(?:[,;.)–—]|-\s|$))"
)
_FINITE = re.compile(r" (?:were|was|had|have|are|is|did|went|came)\b")
_AHEAD = re.compile(
    rf"(?:^|[,;.(]\s*|\b(?:and|but|in [a-z]+ \d{{4}}|that)\s+){_A_FRACTION} of (?:the |all |our |its |those |these )*"
    r"(?:[a-z’'-]+ ){0,4}?[a-z’'-]+(?:,|\s*\(|\s*[–—]|\s-)\s*(?:that is,? |namely |or |being |some )?$"
)
_LOOSE = Decimal("0.1")
_UNDER = frozenset({"nearly", "almost", "just under", "under", "less than", "close to"})
_OVER = frozenset({"just over", "over", "more than"})
_ABOUT = frozenset({"about", "around", "some", "approximately", "roughly"})
_COUNTED = frozenset({Unit.COUNT, Unit.GBP, Unit.FTE, None})
_SLACK = Decimal("0.006")
"""What a share of small numbers may be off a fraction for nothing: half a person of eighty."""


def fractions_beside(context: Context) -> Iterator[Outcome]:
    """Yield whether the fractions that stand behind or before "19 of the 76" are what the two make."""
    for sentence in context.passages.sentences:
        if not sentence.figures or not _HAS_FRACTION.search(sentence.low):
            continue
        found = list(_in_sentence(context, sentence)) if len(sentence.figures) > 1 else []
        yield from found or _told_before(context, sentence)


_LINKED = re.compile(
    rf"(?:\b(?:therefore|accordingly|thus|so|meaning|means?|that is|that was|which is|which was|i\.e\.|in other words"
    rf"|or|representing|equivalent to)(?: that)?,? (?:some |about )?|(?P<start>^)){_A_FRACTION}"
    r"(?P<behind>[^.;\d]{0,50})"
)
_GOES_BACK = re.compile(r"\b(?:therefore|thus|accordingly|hence)\b")


def _told_before(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether a fraction that a sentence draws from the two counts before it is what the two make.

    "There were 412 referrals. The police made 103 of them, which means that one in four came from there." The two
    stand alone before it, and the later is told as a part of the first.
    """
    said = _LINKED.search(sentence.low)
    if said is None or (said["start"] is not None and _GOES_BACK.search(said["behind"]) is None):
        return
    at = sentence.span.start + said.start("nearly" if said["nearly"] else _first_group(said))
    end = sentence.span.start + said.end(_last_group(said))
    paragraph = context.passages.paragraphs[sentence.paragraph]
    plain = [f for f in paragraph.figures if f.span.end <= at and f.unit in _COUNTED and f.value > 1]
    others = [f for f in paragraph.figures if f not in plain and f.unit not in {Unit.RATIO, Unit.PERCENT}]
    if len(plain) != _TWO or any(f.span.end <= at for f in others):
        return
    part, whole = sorted(plain, key=lambda f: f.value)
    firm = all(f.qualifier in {Qualifier.NONE, Qualifier.APPROX} for f in plain)
    tied = _IS_PART.match(context.passages.after(part, 40)) or _OF_WHOLE.search(context.passages.before(whole, 30))
    if firm and tied and same_kind(part, whole) and 0 < part.value < whole.value:
        yield _said(context, said, Span(at, end), part, whole)


_TWO = 2
_IS_PART = re.compile(r"\s*(?:[a-z]+ ){0,3}?(?:of (?:them|these|those|it|which|whom|this|that)|(?:out|in)side)\b")
_OF_WHOLE = re.compile(r"\b(?:out )?of (?:the|these|those|our|all|its|a total of) $")


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    plain = [f for f in sentence.figures if f.unit in _COUNTED and f.qualifier is Qualifier.NONE]
    yield from _of_those_told(context, sentence, plain)
    for part, whole in pairwise(plain):
        between = context.passages.between(part, whole)
        if not same_kind(part, whole) or not 0 < part.value <= whole.value or _OF.match(between) is None:
            continue
        low, start = context.passages.low, part.span.start
        behind = low[whole.span.end : sentence.span.end]
        place = whole.span.end
        said = _BEHIND.match(behind)
        if said is None:
            said = _SET_OFF.match(behind)
            said = None if said is not None and _FINITE.search(behind[: said.start(_first_group(said))]) else said
        if said is None:
            place = max(sentence.span.start, start - 90)
            said = _AHEAD.search(low[place:start])
        if said is not None:
            at = place + said.start("nearly" if said["nearly"] else _first_group(said))
            end = place + said.end(_last_group(said))
            yield _said(context, said, Span(at, end), part, whole)


_OF_NOUN = re.compile(
    rf"(?:^|[,;.]\s+){_A_FRACTION} of (?:the |these |those |our )(?P<noun>[a-z]{{4,}})s?"
    r"(?:,|\s*\(|\s*[–—]|\s-)\s*(?:some )?$"
)


def _of_those_told(context: Context, sentence: Sentence, plain: Sequence[Figure]) -> Iterator[Outcome]:
    """Yield whether "A quarter of the readers, 103, …" is the fraction of the readers that were told before."""
    for part in plain:
        place = max(sentence.span.start, part.span.start - 70)
        said = _OF_NOUN.search(context.passages.low[place : part.span.start])
        if said is None or not _CLOSES.match(context.passages.after(part, 4)):
            continue
        noun = re.compile(rf"^\s*(?:[a-z-]+ ){{0,2}}?{re.escape(said['noun'].rstrip('s'))}")
        paragraph = context.passages.paragraphs[sentence.paragraph]
        wholes = [
            f
            for f in paragraph.figures
            if f.span.end <= place + said.start() and f.unit in _COUNTED and noun.match(context.passages.after(f, 40))
        ]
        if len(wholes) == 1 and 0 < part.value <= wholes[0].value and wholes[0].qualifier is Qualifier.NONE:
            at = place + said.start("nearly" if said["nearly"] else _first_group(said))
            yield _said(context, said, Span(at, place + said.end(_last_group(said))), part, wholes[0])


_CLOSES = re.compile(r"\s*[,)–—]|\s-")


def _first_group(said: re.Match[str]) -> str:
    return next(name for name in ("count", "half", "few") if said[name])


def _last_group(said: re.Match[str]) -> str:
    return next(name for name in ("part", "half", "many") if said[name])


def _value(said: re.Match[str]) -> Decimal:
    """Return the share that a fraction in words names."""
    if said["half"]:
        return Decimal("0.5")
    if said["part"]:
        count = 1 if said["count"] in {"a", "an"} else NUMBER_NAMED[said["count"]]
        return Decimal(count) / _PARTS[said["part"]]
    many = number_told(said["many"])
    return Decimal(NUMBER_NAMED[said["few"]]) / many


def _said(context: Context, said: re.Match[str], span: Span, part: Figure, whole: Figure) -> Outcome:
    """Return whether a part is about the fraction of the whole that the words say."""
    share, told = part.value / whole.value, _value(said)
    words = " ".join(span.cut(context.text).split())
    nearly = said["nearly"] or ""
    least, most = 1 - _LOOSE, 1 + _LOOSE
    if nearly in _UNDER:
        least, most = Decimal("0.85"), Decimal("1.03")
    elif nearly in _OVER:
        least, most = Decimal("0.97"), Decimal("1.35")
    elif nearly in _ABOUT:
        least, most = Decimal("0.8"), Decimal("1.2")
    shown = number_words((share * 100).quantize(Decimal(1)))
    working: tuple[Figure | str, ...] = (part, " ÷ ", whole, f" = {shown}%, “{words}”")
    numbers = f"{number_words(part.value)} of {number_words(whole.value)}"
    if told * least - _SLACK <= share <= told * most + _SLACK:
        return holds(f"{numbers} is about “{words}”.", *working, " holds", words=words)
    return query(f"{numbers} is {shown}%, but “{words}” is printed; worth checking.", *working, words=words)
