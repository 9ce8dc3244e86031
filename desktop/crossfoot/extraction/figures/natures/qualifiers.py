"""How firmly a number is put: "just over 40", "fewer than ten", "about a third", "an average of 17"."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.natures.cues import W
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Qualifier, Span

_BACK = 40
"""How many characters before a number its qualifier may begin."""

_OVER = rf"""
    (?:just{W}|well{W}|slightly{W})?
    (?:
        (?:over|more{W}than|above)(?!{W}the\b)|exceed(?:ing|ed|s)?|in{W}excess{W}of
      | (?:pass|passes|passed|surpassed|topped|topping)|(?:gone|went|goes|go|going){W}(?:past|beyond|over|above)
      | at{W}least
      | a?{W}?minimum{W}of
      | upwards{W}of
      | no{W}(?:less|fewer){W}than
      | not{W}less{W}than
    )"""
_MOVED = "".join(
    rf"(?<!{verb}[\s\xa0])"
    for verb in (
        "gone",
        "went",
        "going",
        "goes",
        "crept",
        "came",
        "come",
        "brought",
        "brings",
        "edged",
        "moved",
        "taking",
    )
)
"""Not behind words of a movement: what has "gone up to 157" is 157."""

_UNDER = rf"""
    (?:just{W}|well{W}|slightly{W})?
    (?:
        (?:under|less{W}than|fewer{W}than|below)(?!{W}the\b)
      | {_MOVED}up{W}to
      | at{W}most
      | a?{W}?maximum{W}of
      | no{W}more{W}than
      | not{W}more{W}than
      | not{W}(?:to{W})?exceed(?:ing)?
    )"""
_APPROXIMATELY = rf"""
        approximately|approx\.?|about|around|some|roughly|circa|c\.|ca\.|nearly|almost
      | in{W}the{W}(?:region|order|vicinity){W}of
      | estimated(?:{W}at)?|estimated{W}to{W}be
      | broadly|close{W}to
      | an?{W}estimated
      | towards|or{W}so|something{W}like|of{W}the{W}order{W}of"""
_AVERAGE = rf"""
        (?:an?{W}|on{W})?average(?:{W}of)?
      | averag(?:ed|es|ing)
      | mean(?:{W}of)?
      | median(?:{W}of)?"""
_QUALIFIERS = re.compile(
    rf"""\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<approx>{_APPROXIMATELY})|(?P<average>{_AVERAGE}))
    [\s\xa0]*(?:an?{W}|the{W})?(?:further{W}|total{W}of{W}|additional{W})?[\s\xa0(~]*$""",
    re.VERBOSE,
)


_WORDS_BACK = 10
_KEY_WORDS = word_set(
    """
    over than above exceeding exceeded exceeds excess least minimum upwards under below up most maximum approximately
    pass passes passed surpassed topped topping past beyond exceed approx about around some roughly circa c ca nearly
    almost region order vicinity estimated broadly close towards so
    like average averaged averages averaging mean median
    """
)
"""The words one of which every qualifier holds, among the last ones before the number."""


def qualifier_of(s: Sentence, n: Number) -> tuple[Qualifier, Span | None]:
    """Return how firmly a number is put, and the words that tell it."""
    start = s.tokens[n.first].start
    if not s.holds(_KEY_WORDS, n.first - _WORDS_BACK, n.first):
        return _plus(s, n)
    low = max(s.start, start - _BACK)
    found = _QUALIFIERS.search(folded(s.text[low:start]))
    if found is not None:
        return Qualifier(found.lastgroup or ""), Span(low + found.start(), start)
    return _plus(s, n)


def _plus(s: Sentence, n: Number) -> tuple[Qualifier, Span | None]:
    """Return "over" for a number with a plus behind it, else no qualifier."""
    if s.low(n.last) == "+" and s.touches(n.last):
        return Qualifier.OVER, Span(s.tokens[n.last].start, s.tokens[n.last].end)
    return Qualifier.NONE, None
