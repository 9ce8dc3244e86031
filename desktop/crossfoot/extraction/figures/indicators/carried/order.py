"""Numbers that are matched with names by their order: "respectively", "the former", and a row that repeats a row."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from crossfoot.extraction.figures.indicators.choice import Kind
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight, Surroundings
from crossfoot.extraction.figures.words import AUXILIARIES
from crossfoot.model import Figure, Nature, Unit

_ROW_SIGNS = frozenset({"and", ",", "&"})
_OUT_OF = ("out", "of")
_NEAR = 6
"""How many words behind a number "the former" still speaks of it."""


def matched_in_order(lexicon: Lexicon, reading: Reading, around: Surroundings) -> dict[int, str]:
    """Return the indicators of numbers that "respectively", "former" and "latter" match with names before them."""
    return (
        _former_and_latter(lexicon, reading)
        | _respectively(lexicon, reading, around)
        | _first_and_second(reading, around)
    )


def source_in_order(sight: Sight) -> Figure | None:
    """Return the figure of the row before that stands in a number's place: "25% and 17%; England's 19% and 18%".

    None where the number stands in no row, or the figures before make no row of different indicators. A row that opens
    a sentence repeats all figures of the sentence before: "the corresponding figures were 2,190 and 437".
    """
    s, numbers, k = sight.sentence, sight.reading.numbers, sight.index
    first, last = k, k
    while first and _next_in_row(s.low, numbers[first - 1].last, numbers[first].first):
        first -= 1
    while last + 1 < len(numbers) and _next_in_row(s.low, numbers[last].last, numbers[last + 1].first):
        last += 1
    size = last - first + 1
    if size < 2 or (first == 0 and s.low(0) == "of"):
        return None  # a whole and its part are no row: "Of the 52, 23 were"
    if first == 0 and sight.around.previous:
        row = tuple(sight.around.previous[-1].told)
        if len(row) != size:
            row = tuple(f for f in row if f.unit is numbers[k].unit)
        return row[k] if len(row) == size and _are_different(row) else None
    if len(sight.told) < size + k - first:
        return None
    row = tuple(sight.told)[len(sight.told) - (k - first) - size :][:size]
    return row[k - first] if _are_different(row) else None


def _are_different(row: Sequence[Figure]) -> bool:
    """Tell whether the figures of a row all have indicators, and each another one."""
    return len({figure.indicator for figure in row}) == len(row) and all(figure.indicator for figure in row)


def _next_in_row(low: Callable[[int], str], end: int, start: int) -> bool:
    """Tell whether nothing but a comma or "and" stands between two numbers, or that the one is out of the other."""
    if start - end == len(_OUT_OF) and (low(end), low(end + 1)) == _OUT_OF:
        return True
    return 0 < start - end <= 2 and all(low(i) in _ROW_SIGNS for i in range(end, start))


def _former_and_latter(lexicon: Lexicon, reading: Reading) -> dict[int, str]:
    """Return the indicators of numbers that speak of "the former" or "the latter" of the names before."""
    s = reading.sentence
    found: dict[int, str] = {}
    for at, token in enumerate(s.tokens):
        if token.low not in {"former", "latter"}:
            continue
        names = list(_names_before(lexicon, reading, at, None))
        k = next((k for k, n in enumerate(reading.numbers) if n.last <= at < n.last + _NEAR), None)
        if len(names) < 2 or k is None:
            continue
        name = names[0] if token.low == "former" else names[-1]
        kind = _kind_of(reading, [k])
        indicator = next((key for key in lexicon.kin[name] if kind.suits(lexicon, key)), None)
        if indicator is not None:
            found[k] = indicator
    return found


def _first_and_second(reading: Reading, around: Surroundings) -> dict[int, str]:
    """Return the indicators of numbers told of the first or the second of what the sentences before measure.

    "58% were at work or learning, 91% well housed. Without those in custody the first of these would have been 61%."
    """
    s = reading.sentence
    if s.words.isdisjoint(_PLACE_IN_ORDER) or not around.previous:
        return {}
    found: dict[int, str] = {}
    for at, token in enumerate(s.tokens):
        if token.low not in _PLACE_IN_ORDER or s.low(at - 1) != "the":
            continue
        k = _number_told_of(reading, at)
        if k is None:
            continue
        unit = reading.numbers[k].unit or Unit.COUNT
        told = [f.indicator for r in around.previous for f in r.told if f.unit is unit and f.indicator is not None]
        keys = list(dict.fromkeys(told))
        if len(keys) == len(_TWO) or (len(keys) > len(_TWO) and token.low == "first"):
            found.setdefault(k, keys[_PLACE_IN_ORDER[token.low]])
    return found


_PLACE_IN_ORDER = {"first": 0, "former": 0, "second": 1, "latter": 1}
_TWO = ("first", "second")
_OF_BOTH = frozenset({"these", "them", "those", "two", "which"})
_FARTHEST_BEHIND = 9
"""How many words at most stand between "the first of these" and its number."""


def _number_told_of(reading: Reading, at: int) -> int | None:
    """Return which number is told of the first or the second: "the first was 61%", "61% for the first"; or None."""
    s, numbers = reading.sentence, reading.numbers
    if s.low(at - 2) == "for" and (s.low(at + 1) == "and" or not s.is_word(at + 1)):
        return next((k for k, n in enumerate(numbers) if n.last == at - 2), None)
    if not _stands_for_one(reading, at):
        return None
    k = next((k for k, n in enumerate(numbers) if n.first > at), None)
    return k if k is not None and numbers[k].first - at <= _FARTHEST_BEHIND else None


def _stands_for_one(reading: Reading, at: int) -> bool:
    """Tell whether a word for a place in an order has no noun: "the first of these", "the latter was"."""
    s = reading.sentence
    if s.low(at - 2) in {"of", "among", "amongst"}:
        return False  # a whole: "of the latter 17 were adopted"
    if s.low(at + 1) == "of":
        return s.low(at + 2) in _OF_BOTH or s.low(at + 3) in _OF_BOTH
    return s.low(at + 1) in AUXILIARIES or any(n.first == at + 1 for n in reading.numbers)


def _respectively(lexicon: Lexicon, reading: Reading, around: Surroundings) -> dict[int, str]:
    """Return the indicators of numbers that "respectively" matches with as many names in the same order."""
    tokens = reading.sentence.tokens
    at = next((i for i, token in enumerate(tokens) if token.low == "respectively"), None)
    if at is None:
        return _bare_row(lexicon, reading) or _comparable_figures(reading, around)
    row = _row_before(reading, at)
    if len(row) < 2:
        return {}
    kind = _kind_of(reading, row)
    names = _names_before(lexicon, reading, reading.numbers[row[0]].first, kind)
    sources = reversed(around.previous)
    while len(names) != len(row):
        source = next(sources, None)
        if source is None:
            return {}
        names = _names_before(lexicon, source, len(source.sentence.tokens), kind)
    return dict(zip(row, names, strict=True))


def _comparable_figures(reading: Reading, around: Surroundings) -> dict[int, str]:
    """Return the indicators of a row that is but "the comparable figures" of as many measures told before, in order."""
    s, numbers = reading.sentence, reading.numbers
    if len(numbers) < 2 or s.words.isdisjoint(_OF_ANOTHER_TIME) or "figures" not in s.words:
        return {}
    row = list(range(len(numbers)))
    together = all(_next_in_row(s.low, a.last, b.first) for a, b in itertools.pairwise(numbers))
    told = [f for r in around.previous for f in r.told if f.unit is Unit.COUNT and f.indicator is not None]
    keys = list(dict.fromkeys(f.indicator for f in told if f.indicator is not None))
    bare = all(n.unit is None or n.unit is Unit.COUNT for n in numbers)
    return dict(zip(row, keys, strict=True)) if together and bare and len(keys) == len(row) else {}


_OF_ANOTHER_TIME = frozenset({"comparable", "corresponding", "equivalent", "comparative", "same"})


def _bare_row(lexicon: Lexicon, reading: Reading) -> dict[int, str]:
    """Return the indicators of a row of numbers that ends a sentence behind as many names: "N59 and N60: 83%, 76%"."""
    s, numbers = reading.sentence, reading.numbers
    if len(numbers) < 2 or len(s.tokens) - numbers[-1].last > 1:
        return {}
    first = len(numbers) - 1
    while first and _next_in_row(s.low, numbers[first - 1].last, numbers[first].first):
        first -= 1
    row = list(range(first, len(numbers)))
    if len(row) < 2 or first:
        return {}
    names = _names_before(lexicon, reading, numbers[first].first, _kind_of(reading, row))
    return dict(zip(row, names, strict=True)) if len(names) == len(row) else {}


def _kind_of(reading: Reading, row: list[int]) -> Kind:
    """Return what kind of numbers stand in a row, as far as their own signs tell."""
    numbers = [reading.numbers[k] for k in row]
    unit = Unit.GBP if any(n.money for n in numbers) else next((n.unit for n in numbers if n.unit is not None), None)
    return Kind.of(numbers[0], unit, Nature.ACTUAL)


def _row_before(reading: Reading, at: int) -> list[int]:
    """Return which numbers stand in one row that ends before the token ``at``."""
    s = reading.sentence
    row: list[int] = []
    edge = at
    for k in reversed(range(len(reading.numbers))):
        n = reading.numbers[k]
        if n.last > edge:
            continue
        if edge - n.last > 6 or any(s.is_number(j) for j in range(n.last, edge)):
            break
        row.insert(0, k)
        edge = n.first
    return row


def _names_before(lexicon: Lexicon, reading: Reading, limit: int, kind: Kind | None) -> list[str]:
    """Return the indicators that a sentence names before the token ``limit``, in order, each once.

    Only those that may be printed as numbers of a ``kind``, where one is given.
    """
    reading.prepare(lexicon)
    names: list[str] = []
    reached = -1

    def by_place(mention: Mention) -> tuple[int, int]:
        return mention.first, mention.first - mention.last

    for mention in sorted(reading.mentions, key=by_place):
        if mention.last > limit or mention.last <= reached:
            continue
        named = next(
            (
                w.indicator
                for w in lexicon.wordings_of[mention.phrase]
                if len(w.phrases) == 1 and (kind is None or kind.suits(lexicon, w.indicator))
            ),
            None,
        )
        if named is not None:
            names.append(named)
            reached = mention.last
    return list(dict.fromkeys(names))
