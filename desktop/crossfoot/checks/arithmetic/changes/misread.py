"""Balances that do not come out because a word was misread, and not because a figure was mistyped.

"52 started to be looked after and 43 stopped", "24 came off, so that the total rose from 112 to 119": where the same
numbers come out with one of them going the other way, where what they lead to is printed beside them, or where what
they lack stands in the sentence before, the record is right and only its words were read wrongly. No slip of typing
does that but by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from crossfoot.checks.arithmetic.changes.balances import Balance, clause_of, said
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
    if any(flow.value == balance.closing.value for flow in (*balance.came, *balance.went)):
        return True  # what came is told again, and is no closing figure
    backwards = replace(balance, opening=balance.closing, closing=balance.opening)
    first = balance.closing.span.start < balance.opening.span.start
    first = first or _FROM.search(context.passages.before(balance.closing, 8)) is not None
    if first and balance.both_ways and _leads_to(backwards) == balance.opening.value:
        return True  # "27 came and 23 went, so that it was up by four from 57": the later stock was told first
    if balance.both_ways and _leads_on_from_another(context, balance):
        return True
    turned = _goes_the_other_way(balance) and not _is_plainly_told(context, balance)
    return turned or _counts_the_net(balance) or _is_printed(context, balance) or _lacks_a_flow(context, balance)


_FROM = re.compile(r"\bfrom\s*£?$")
_PLAINLY_CAME = re.compile(
    r"\b(?:joined|started|starting|began|begun|commenced|approved|opened|added|admitted|received|bought|built"
    r"|came(?: in)?(?! off| out)|new|put (?:in|up)"
    r"|paid in"
    r"|placed|enrolled|registered|recruited|acquired|made|fell (?:behind|vacant)|starters|joiners|arrived|gained)\b"
)
_PLAINLY_WENT = re.compile(
    r"\b(?:left|closed|ended|ending|finished|resigned|sold|retired|moved (?:out|away|on)|discharged|filled|cleared"
    r"|drew|drawn|spent"
    r"|repaid|demolished|withdrawn|withdrew|died|ceased|leavers|gone|went|dropped out|lost|housed|rehoused|answered)\b"
)
_JOINED = re.compile(r"\b(?:and|while|whilst|but)\b")


def _is_plainly_told(context: Context, balance: Balance) -> bool:
    """Tell whether each flow stands beside a verb that goes one way alone: then a sum the other way is the error."""
    sides = (*((f, True) for f in balance.came), *((f, False) for f in balance.went))
    return all(_plainly_came(context, flow) is came for flow, came in sides)


def _plainly_came(context: Context, flow: Figure) -> bool | None:
    """Return whether the clause of a figure says that it came; None where it says nothing, or both."""
    sentence = context.passages.sentence_of(flow)
    if sentence is None:
        return None
    front, behind = clause_of(context, sentence, flow)
    words = f"{_JOINED.split(front)[-1]} # {behind}"
    came, went = _PLAINLY_CAME.search(words), _PLAINLY_WENT.search(words)
    return None if (came is None) is (went is None) else came is not None


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


def _counts_the_net(balance: Balance) -> bool:
    """Tell whether it comes out without one of its flows, which is what the others come to: "… a fall of 17"."""
    due = balance.closing.value - _leads_to(balance)
    if len(balance.came) + len(balance.went) <= _TWO:
        return False
    return any(due == -abs(f.value) for f in balance.came) or any(due == abs(f.value) for f in balance.went)


_TWO = 2


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


def _leads_on_from_another(context: Context, balance: Balance) -> bool:
    """Tell whether the same flows lead from another stock beside to the closing: of a series, not the first opens."""
    due = balance.closing.value - _leads_to(balance) + balance.opening.value
    taken = {f.id for f in balance.figures}
    return any(
        f.value == due
        and f.id not in taken
        and f.indicator == balance.opening.indicator
        and same_kind(f, balance.closing)
        for f in _beside(context, balance)
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
