"""An average told outside the lowest and the highest of what it is the average of, for rule 26, read from the words.

"Live 12 to 26 miles away, the typical distance being 28.1 miles", "no case costing less than £326 or more than £850":
the ends of such ranges are often no figures of their own, or told by a denial, so they are read as words here. The
average and the ends must be of one thing: both amounts, both shares, or of the same noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Span
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_SMALL = numbers_named(2, 12)


def _number(name: str) -> str:
    """Return the pattern of a number, with its sign of money or share, under a name."""
    return (
        rf"(?P<{name}>£\d[\d,]*(?:\.\d+)?(?:m|k)?(?![\d\w])|\d[\d,]*(?:\.\d+)?(?:%| per cent\b)?(?!\w|,\d|\.\d)"
        rf"|(?:{_SMALL})\b)"
    )


_MEASURED = r"(?: (?!to\b|and\b|or\b)[a-z]+){0,2}"
_LESS = r"(?:less|fewer|cheaper|shorter|lower|smaller|lighter|younger|quicker|nearer) than|under|below"
_MORE = r"(?:more|dearer|longer|higher|larger|greater|heavier|older|slower|further) than|over|above"
_LOWEST = (
    r"lowest|smallest|minimum|shortest|cheapest|least|fewest|youngest|quickest|lightest|nearest|low of|best case|lower"
    r" end|bottom"
)
_HIGHEST = (
    r"highest|largest|maximum|longest|dearest|most|greatest|oldest|slowest|heaviest|farthest|furthest|biggest|busiest"
    r"|high of|peak|upper end|top"
)
_AVERAGE = re.compile(
    r"\b(?:average|mean|median|typical|usual)\b(?P<name>[^.;:()\d£]{0,60}?)"
    r"(?:\b(?:was|is|were|are|being|of|at|stood at|stands at|came to|comes to|came out at|works out at|worked out at"
    r"|for each|each)|:|(?<=average)|(?<=mean)|(?<=median)) (?:about |around |some |just |only |roughly )?"
    rf"{_number('a')}"
    rf"|\baverag(?:ed|es|ing)\b[^.;:\d£]{{0,60}}? ?{_number('b')}"
    rf"|\bon average,?[^.;:\d£]{{0,40}}? {_number('c')}"
    rf"|{_number('d')}{_MEASURED} on average\b",
)
_ENDS = (
    re.compile(
        r"(?P<open>\b(?:between|from|rang\w+(?: from| between)?|ran from|run from|var(?:y|ied|ies|ying)(?: from"
        r"| between)?|low of|anywhere from|anything from|\())? ?"
        rf"{_number('low')}{_MEASURED} ?(?:to|and|[-–])(?: a (?:high|maximum|top) of| as (?:many|much|high) as| up to)?"
        rf" ?{_number('high')}"
    ),
    re.compile(
        rf"(?P<open>\b(?:{_LOWEST})\b)[^.;\d£]{{0,50}}? {_number('low')}[^.;\d£]{{0,60}}?\b(?:{_HIGHEST})\b"
        rf"[^.;\d£]{{0,50}}? {_number('high')}"
    ),
    re.compile(
        rf"(?P<open>\b(?:{_HIGHEST})\b)[^.;\d£]{{0,50}}? {_number('high')}[^.;\d£]{{0,60}}?\b(?:{_LOWEST})\b"
        rf"[^.;\d£]{{0,50}}? {_number('low')}"
    ),
    re.compile(
        r"(?P<open>\b(?:no|none|nobody|no one|never|neither|not one)\b)[a-z ]{0,40}? "
        rf"(?:{_LESS}) {_number('low')}[^.;\d£]{{0,30}}?\b(?:or|nor|and (?:none|no|never|nobody))\b[a-z ]{{0,25}}?"
        rf"(?:{_MORE}) {_number('high')}"
    ),
    re.compile(
        r"(?P<open>\b(?:no|none|nobody|no one|never|neither|not one)\b)[a-z ]{0,40}? "
        rf"(?:{_MORE}) {_number('high')}[^.;\d£]{{0,30}}?\b(?:or|nor|and (?:none|no|never|nobody))\b[a-z ]{{0,25}}?"
        rf"(?:{_LESS}) {_number('low')}"
    ),
    re.compile(
        rf"(?P<open>\bat least|no (?:less|fewer) than) {_number('low')}[^.;\d£]{{0,30}}?\b(?:and|but)(?: [a-z]+)? "
        rf"(?:at most|(?:no|not) more than|never (?:more than|above)) {_number('high')}"
    ),
    re.compile(
        rf"{_number('low')}[^.;\d£]{{0,40}}?(?P<open>\bat one (?:end|extreme))\b[^.;\d£]{{0,40}}? {_number('high')}"
    ),
)
_DENIED = _ENDS[3:5]
"""What nothing is said to lie outside of."""
_AVERAGED = re.compile(r"\b(?:average|averag\w+|mean|median|typical|usual)\b")
_SIGNS = ("averag", "mean", "median", "typical", "usual")
_OTHERS = re.compile(
    r"\b(?:national\w*|england|region\w*|neighbours?|target|compar\w+|against|previous\w*|last year|year before"
    r"|recommended|benchmark\w*|would|will|budget|change[ds]?|difference|increas\w+|reduc\w+|r[io]se|risen|fell|fallen"
    r"|excluding|except\w*|grew|grown|dropped|moved|went|until|since|means|meant|extremes|outlier\w*"
    r"|other|elsewhere|expected|whereas|whilst|depending)\b"
)
"""Words by which an average may be another's than the range's, or one of another time."""
_NO_NOUN = re.compile(
    r"and|or|to|for|in|at|on|per|from|with|across|over|each|among|by|of|the|an?|as|but|while|which|being|was|is|were"
    r"|are|had|has|have|away|ago|long|out|off|last|this|that|it|they|he|so|respectively|only|both|lay|lie|lies|came"
    r"|went"
)
"""Words behind a number that are no noun for what it counts."""
_HALF, _YEARS = Decimal("0.5"), (1900, 2099)
_FAR = 4
"""An average and a range that lie so many times apart are not of one thing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number as it is told: its value, half its last place, its sign, the noun behind it, and where it stands."""

    value: Decimal
    half: Decimal
    sign: str
    noun: str
    start: int
    end: int


def told_averages(context: Context) -> Iterator[Outcome]:
    """Yield whether an average lies between the ends that its own sentence, or the one beside it, gives in words."""
    for sentence in context.passages.sentences:
        if (
            not any(sign in sentence.low for sign in _SIGNS)
            or not _AVERAGED.search(sentence.low)
            or context.passages.paragraphs[sentence.paragraph].is_row
        ):
            continue
        averages = (
            [] if _OTHERS.search(sentence.low) or _is_odd_age(sentence.low) else list(_AVERAGE.finditer(sentence.low))
        )
        if len(averages) != 1:
            continue
        average = _told(averages[0], next(name for name in "abcd" if averages[0][name]), sentence)
        for place in _places(context, sentence):
            found = _ends(place, average, averages[0]["name"] or "")
            if found is not None:
                yield _outcome(context, average, *found)
                break


_AGED, _AGE = re.compile(r"\b(?:aged|ages)\b"), re.compile(r"\b(?:average|mean|median) age\b")


def _is_odd_age(words: str) -> bool:
    """Tell whether words tell of ages and of an average of something else, or of an average age and other numbers."""
    return (_AGED.search(words) is not None) is not (_AGE.search(words) is not None)


_WITHIN = re.compile(
    rf"{_number('value')}{_MEASURED} (?:was|were|is|are|lay|fell|falls|lies) (?:well |just |comfortably |therefore "
    rf"|all )*"
    r"(?:within|inside) (?:those|these|the|that|this|its|their) (?:limits?|range|band|bounds|tolerances?|window"
    r"|margins?)\b"
)
_ON_A_DAY = re.compile(
    rf"; [^.;\d]{{3,60}}? (?:there (?:was|were)|it (?:was|held|stood at)|they (?:were|numbered)) {_number('value')}"
)
"""A value told behind what a stock never was below or above."""


def told_inside(context: Context) -> Iterator[Outcome]:
    """Yield whether a value that is said to be inside a range, or was one of those never outside it, is."""
    for sentence in context.passages.sentences:
        low = sentence.low
        inside = _WITHIN.search(low) if "within" in low or "inside" in low else None
        never = _ON_A_DAY.search(low) if inside is None and "never" in low else None
        found = inside or never
        if found is None or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        value = _told(found, "value", sentence)
        before = context.passages.previous(sentence)
        places = [sentence, before] if before is not None and before.paragraph == sentence.paragraph else [sentence]
        patterns = _ENDS[:1] if inside is not None else _DENIED
        for place in places:
            ends = _ends(place, value, "", patterns)
            if ends is not None:
                yield _outcome(context, value, *ends, name="value")
                break


def _places(context: Context, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentence of an average, and then those beside it that name no average of their own."""
    yield sentence
    for index in (sentence.index - 1, sentence.index + 1):
        if 0 <= index < len(context.passages.sentences):
            beside = context.passages.sentences[index]
            alone = not _AVERAGED.search(beside.low) and not _OTHERS.search(beside.low)
            if beside.paragraph == sentence.paragraph and alone:
                yield beside


def _ends(
    place: Sentence, average: _Told, name: str, patterns: Sequence[re.Pattern[str]] | None = None
) -> tuple[_Told, _Told] | None:
    """Return the one pair of ends that a sentence gives of what an average is of, or None."""
    for pattern in patterns or _ENDS:
        pairs = []
        for found in pattern.finditer(place.low):
            low, high = _told(found, "low", place), _told(found, "high", place)
            if average.start in {low.start, high.start} or low.value >= high.value:
                continue
            if _of_one_thing(
                average, low, high, name, place.low[: found.start("low")], bare=not (found["open"] or patterns)
            ):
                pairs.append((low, high))
        if len(pairs) == 1:
            return pairs[0]
    return None


def _of_one_thing(average: _Told, low: _Told, high: _Told, name: str, front: str, *, bare: bool) -> bool:
    """Tell whether an average and two ends measure the same thing, as far as their signs, nouns and sizes tell."""
    if average.sign != high.sign or (low.sign != high.sign and low.sign):
        return False
    if not low.value / _FAR <= average.value <= high.value * _FAR or any(_is_year(n) for n in (low, high, average)):
        return False
    noun = high.noun or low.noun
    if average.noun and noun:
        return average.noun == noun
    if bare or not noun:
        return not bare
    named = [word.rstrip("s") for word in re.findall(r"[a-z]{3,}", name)]
    return not named or bool(set(named) & {word.rstrip("s") for word in re.findall(r"[a-z]{3,}", f"{front} {noun}")})


def _is_year(told: _Told) -> bool:
    """Tell whether a number is a year."""
    return not told.sign and told.half == _HALF and _YEARS[0] <= told.value <= _YEARS[1]


def _told(found: re.Match[str], name: str, sentence: Sentence) -> _Told:
    """Return the number that a match has under a name."""
    words = found[name]
    sign = "£" if words.startswith("£") else "%" if words.endswith(("%", "cent")) else ""
    if words in NUMBER_NAMED:
        value, half = Decimal(NUMBER_NAMED[words]), _HALF
    else:
        plain = re.sub(r"[^\d.]", "", words)
        scale = {"m": 1_000_000, "k": 1_000}.get(words[-1], 1)
        value = Decimal(plain) * scale
        half = Decimal(scale) / (2 * 10 ** len(plain.partition(".")[2]))
    behind = re.match(r" ([a-z]{3,})", sentence.low[found.end(name) :])
    noun = behind[1] if behind is not None and not _NO_NOUN.fullmatch(behind[1]) else ""
    start = sentence.span.start
    return _Told(value, half, sign, noun.rstrip("s"), start + found.start(name), start + found.end(name))


def _outcome(context: Context, average: _Told, low: _Told, high: _Told, name: str = "average") -> Outcome:
    """Return whether an average, or a value, lies between its ends, as each is rounded."""
    figures = [f for f in context.figures if any(_covers(f, told) for told in (average, low, high))]
    quotes = [context.text[told.start : told.end] for told in (average, low, high)]
    place = Span(average.start, average.end)
    parts = [_part(context, told) for told in (low, high, average)]
    working = ("range from ", parts[0], " to ", parts[1], f", {name} ", parts[2])
    if low.value - low.half <= average.value + average.half and average.value - average.half <= high.value + high.half:
        return holds(f"The {name} fits the range.", *working, ", holds", figures=figures, span=place)
    return query(
        f"The {name} is {quotes[0]}, but the range is {quotes[1]} to {quotes[2]}; worth checking.",
        *working,
        figures=figures,
        span=place,
    )


def _part(context: Context, told: _Told) -> Figure | str:
    """Return the figure that a number is, or its words where it is none."""
    return next((f for f in context.figures if _covers(f, told)), context.text[told.start : told.end])


def _covers(figure: Figure, told: _Told) -> bool:
    """Tell whether a figure stands where a number is told."""
    return figure.span.start <= told.start < figure.span.end
