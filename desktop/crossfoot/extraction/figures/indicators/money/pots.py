"""Reserves with a name of their own, which are none of the general balances: "the Repairs Reserve"."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, word_set

_POTS = word_set("reserve reserves balance balances")
_COMMON_POT = word_set(
    """
    general fund working unallocated uncommitted unearmarked un-earmarked earmarked revenue county minimum usable total
    free available overall council council's councils risk-assessed gf combined remaining projected estimated its the
    level closing opening year-end net
    """
)
_HELD_IN = word_set("in of")
_NEAR_POT = 6
_REST = word_set("the a")


def is_of_another_pot(asked: Asked, choice: Choice) -> bool:
    """Tell whether an amount is of a reserve with a name of its own, or is but the rest: "the Repairs Reserve"."""
    if choice.indicator != "general_fund_balances" or not choice.alone:
        return False
    s = asked.sight.sentence
    at = next((i for i, token in enumerate(s.tokens) if token.end >= choice.end), 0)
    last = asked.sight.number.last
    held = s.low(last) in _HELD_IN and at - last <= _NEAR_POT
    if choice.zone == "later" or (choice.zone == "behind" and not held):
        return True  # what is taken from them: "£185,000 be met from balances"
    while at and s.low(at) not in _POTS and s.tokens[at].start > choice.start:
        at -= 1
    if s.low(at) not in _POTS or choice.zone not in _OWN_SENTENCE:
        return False
    before = s.low(at - 1)
    if before in _COMMON_POT:
        return before in _REST and s.low(at) == "balance" and s.low(at + 1) not in AUXILIARIES
    return (
        at > 0 and s.is_word(at - 1) and before not in AUXILIARIES | PREPOSITIONS | DETERMINERS | {"and", "or", "that"}
    )


_OWN_SENTENCE = frozenset({"counted", "before", "behind", "earlier", "later"})
