"""Balances that do not come out because a word was misread, and not because a figure was mistyped.

"52 started to be looked after and 43 stopped", "24 came off, so that the total rose from 112 to 119": where the same
numbers come out with one of them going the other way, where what they lead to is printed beside them, or where what
they lack stands in the sentence before, the record is right and only its words were read wrongly. No slip of typing
does that but by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from crossfoot.checks.arithmetic.changes.balances import Balance, said
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.model import Figure, Verdict

_MOST_FLOWS = 5


def balance_outcomes(context: Context, balances: Iterable[Balance]) -> Iterator[Outcome]:
    """Yield whether each balance comes out, but for those that were only misread."""
    for balance in balances:
        outcome = said(balance)
        if outcome.verdict is Verdict.HOLDS or not is_misread(context, balance):
            yield outcome


def is_misread(context: Context, balance: Balance) -> bool:
    """Tell whether the figures around a balance that does not come out make it come out."""
    return _goes_the_other_way(balance) or _is_printed(context, balance) or _lacks_a_flow(context, balance)


def _goes_the_other_way(balance: Balance) -> bool:
    """Tell whether the balance comes out with other signs before its flows."""
    flows = (*balance.came, *balance.went)
    if len(flows) > _MOST_FLOWS:
        return False
    due = balance.closing.value - balance.opening.value
    # A single flow that goes the other way may be the error itself: "rose by 12, from 98 to 86".
    return len(flows) > 1 and any(
        sum(sign * abs(flow.value) for sign, flow in zip(signs, flows, strict=True)) == due
        for signs in product((1, -1), repeat=len(flows))
    )


def _leads_to(balance: Balance) -> Decimal:
    """Return what opening and flows lead to, by their printed values."""
    came, went = (sum((abs(f.value) for f in flows), Decimal(0)) for flows in (balance.came, balance.went))
    return balance.opening.value + came - went


def _is_printed(context: Context, balance: Balance) -> bool:
    """Tell whether what the flows lead to is printed in the sentences of the balance as a figure of its own."""
    due = _leads_to(balance)
    taken = {f.id for f in balance.figures}
    return balance.both_ways and any(
        f.value == due and f.id not in taken and same_kind(f, balance.closing) for f in _beside(context, balance)
    )


def _lacks_a_flow(context: Context, balance: Balance) -> bool:
    """Tell whether what is missing is printed right before the flows: the sentence before told of those who came."""
    missing = abs(balance.closing.value - _leads_to(balance))
    taken = {f.id for f in balance.figures}
    return not balance.both_ways and any(
        f.value == missing and f.id not in taken and same_kind(f, balance.closing) for f in _beside(context, balance)
    )


def _beside(context: Context, balance: Balance) -> Iterator[Figure]:
    """Yield the figures of the balance's sentences and of the one before the first, within one paragraph."""
    places = [s for s in map(context.passages.sentence_of, balance.figures) if s is not None]
    if not places:
        return
    first, last = min(s.index for s in places), max(s.index for s in places)
    for sentence in context.passages.sentences[max(0, first - 1) : last + 1]:
        if sentence.paragraph == places[0].paragraph:
            yield from sentence.figures
