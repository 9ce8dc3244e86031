"""What the first number under a heading counts that says but how many: "Children in care", then "412 in total"."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, Asked
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.silence import names_anything
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Measure, Unit

_ENDS_IT = word_set(", ; . ( and but")


def named_by_the_heading(asked: Asked) -> Named | None:
    """Return what all of a heading names, for the first number under it that says but how many: "412 in total"."""
    sight, heading = asked.sight, asked.sight.around.heading
    if heading is None or asked.kind.unit is not Unit.COUNT or sight.told or sight.around.previous or not asked.silent:
        return None
    s, n = sight.sentence, sight.number
    last = next((i for i in range(n.last, len(s.tokens)) if s.low(i) in _ENDS_IT), len(s.tokens))
    item = asked.place.item_before
    if not asked.kind.bare or names_anything(sight, n.last, last) or (item is not None and item.numbers):
        return None
    words = heading.sentence
    for mention in heading.mentions:
        if mention.last < len(words.tokens) or any(words.is_word(i) for i in range(mention.first)):
            continue
        for wording in asked.lexicon.wordings_of[mention.phrase]:
            stock = asked.lexicon.indicators[wording.indicator].measure is Measure.STOCK
            if len(wording.phrases) == 1 and stock and asked.kind.suits(asked.lexicon, wording.indicator):
                return Named(wording.indicator, CARRIED_ON)
    return None
