"""What an amount cannot be, whatever indicator stands near it: another kind of money governs it.

Growth, an outlay and arrears are no savings; what was spent in half a year is no outturn; a deficit that has added up
is no variance of a year; what a scheme costs each year is no capital; a supplement to staff is no price of a placement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.money.budgets import GENERAL_BUDGETS, SAVINGS
from crossfoot.extraction.figures.indicators.money.capital import CAPITAL
from crossfoot.extraction.figures.indicators.money.prices import UNIT_COSTS
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature

_W = r"[\s\xa0-]+"
_HOW_MUCH = (
    rf"(?:{_W}(?:of|about|around|some|over|nearly|almost|approximately|an?|the|is|was|were|be|to|up|at|by|from"
    rf"|amount(?:s|ed)?|came|come|total(?:s|led)?|another|further|net))*[\s\xa0(]*$"
)
_OTHER_MONEY = re.compile(
    rf"""\b(?:growth|outlays?|borrowing(?:{_W}costs?)?|interest|receipts|arrears|debts?|loans?|redundanc(?:y|ies)(?:{_W}costs?)?
    |contingency|liabilit(?:y|ies)|fines?|bonus|allowances?|fee{_W}element|royalt(?:y|ies)|precepts?|dividends?|deposits?|donations?)
    (?:{_W}(?:for|on|in|from|of)(?:{_W}\w+){{1,5}}?)?(?:{_W}(?:last|this|next){_W}year)?{_HOW_MUCH}""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_OTHER_MONEY = re.compile(
    rf"{_W}of{_W}(?:growth|borrowing|interest|receipts|arrears|debts?|loans?|redundancy)\b", re.IGNORECASE
)
_FROM_A_POT = re.compile(
    rf"{_W}(?:from|of|out{_W}of){_W}(?:(?:the|its|our|their|general){_W})?(?:[\w'’]+{_W}){{0,3}}?"
    r"(?:reserves?|balances|contingency|grant|receipts|borrowing)\b",
    re.IGNORECASE,
)
"""What an amount is taken from that pays for something."""

_COSTS = re.compile(rf"\bcosts?{_W}(?:of|was|were|is|are)(?:{_W}(?:about|around|some|over))*[\s\xa0]*$", re.IGNORECASE)
_SAVING = re.compile(r"\b(?:sav|reduc|cut|lower|avoid)", re.IGNORECASE)
_PART_OF_A_YEAR = re.compile(
    rf"""\b(?:spen[dt]|spending|expenditure|commitments|paid|payments)\b[^;£]{{0,90}}?
    \b(?:to{_W}date|so{_W}far
      |(?:first|last|past|next|in{_W}the|over{_W}the){_W}(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{{1,2}}){_W}months
      |first{_W}(?:half|quarter)|half{_W}(?:of{_W}the{_W})?year|quarter{_W}\d|period{_W}\d
      |(?:to|by|until){_W}(?:the{_W}end{_W}of{_W})?(?:\d{{1,2}}(?:st|nd|rd|th)?{_W})?(?:April|May|June|July|August|September|October
        |November|December|January|February))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CUT = re.compile(r"(?:cuts?|reduc\w+)\b", re.IGNORECASE)
_CUT_OF_OTHERS = re.compile(
    r"\b(?:grants?|arrears|debts?|deficits?|income|funding|support|rates?|fees?)\b", re.IGNORECASE
)
_EACH_YEAR = re.compile(
    rf"[\s\xa0]*(?:net[\s\xa0]+)?(?:per{_W}(?:annum|year)|an?{_W}year|each{_W}year|every{_W}year|annually|p\.a\.|in{_W}a{_W}full{_W}year)",
    re.IGNORECASE,
)
_TO_RUN = re.compile(
    rf"{_W}(?:(?:an?|per|each){_W}(?:year|annum){_W})?to{_W}(?:run|operate|staff|provide)\b", re.IGNORECASE
)
_CAPITAL_WORD = re.compile(r"\bcapital\b", re.IGNORECASE)
_ADDED_UP = re.compile(
    rf"""\b(?:cumulative|accumulated|DSG|Dedicated{_W}Schools{_W}Grant){_W}(?:[\w']+{_W}){{0,4}}?deficits?\b(?:[^.;£]|\.\d){{0,80}}$
    | \bdeficits?{_W}(?:on|in|of|for){_W}the{_W}(?:DSG|Dedicated{_W}Schools{_W}Grant)\b[^.;£]{{0,60}}$
    | \bcumulative{_W}deficit[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_MOVED_ON = re.compile(
    rf"{_W}(?:(?:was|is|will|were|are|has|have|been|to|be|now|had|expected|likely){_W}){{0,4}}"
    rf"(?:brought{_W}forward|of{_W}the{_W}slippage|re-?profiled|slip|slipped|rephased|re-phased|carried{_W}(?:forward|over)|deferred|rolled{_W}forward)\b",
    re.IGNORECASE,
)
"""What becomes of capital that is spent in another year, and is neither over nor under."""

_OF_STAFF = re.compile(
    r"\b(?:establishments?|posts?|staff|workers?|officers?|supplements?|recruit\w+|employee|taxis?|transport|bus|carers?['’]?[\s\xa0]+fees?"
    r"|carers?[\s\xa0]+(?:receiv\w+|get|got|earn\w*|claim\w*)|allowances?|fees?[\s\xa0]+(?:element|for[\s\xa0]+(?:an?[\s\xa0]+|the[\s\xa0]+)?(?:(?!agency)\w+[\s\xa0]+){0,3}?carers?))\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"[^.;£]{0,40}?\b(?:between[\s\xa0]them|together|altogether|in[\s\xa0](?:all|total))\b", re.IGNORECASE
)
_ACCOUNT = r"(?:collection[\s\xa0]fund|housing[\s\xa0]revenue[\s\xa0]account|HRA|pension[\s\xa0]fund)"
_ANOTHER_ACCOUNT = re.compile(
    rf"\b{_ACCOUNT}\b[^.;£]{{0,80}}?\b(?:surplus|deficit)\b[^.;£]{{0,40}}$|\b(?:surplus|deficit)[\s\xa0](?:on|in)[\s\xa0]the[\s\xa0]{_ACCOUNT}\b[^.;£]{{0,40}}$",
    re.IGNORECASE,
)
_NAMES_AN_ACCOUNT = re.compile(rf"\b{_ACCOUNT}\b", re.IGNORECASE)
_SURPLUS = re.compile(r"\b(?:surplus|deficit|share)\b[^.;£]{0,40}$", re.IGNORECASE)
_FOR_CARERS = re.compile(rf"[^.;£]{{0,20}}?\bfor{_W}(?:(?!agency)\w+{_W}){{0,2}}?carers?\b", re.IGNORECASE)
_FEE = re.compile(r"\b(?:fees?|allowances?|payments?|bonus(?:es)?|retainers?)\b", re.IGNORECASE)
_SMALL = 1_000
_BACK, _AHEAD = 170, 60


_ANOTHER_RESERVE = re.compile(
    r"\b(?<!un-)(?:earmarked|specific|capital|insurance|public[\s\xa0]health|schools?['’]?|pensions?|repairs?|HRA|smoothing|housing"
    r"[\s\xa0]revenue[\s\xa0]account|carried[\s\xa0]forward[\s\xa0]in[\s\xa0]the|carried[\s\xa0]to[\s\xa0]the)"
    r"[\s\xa0]+(?:\w+[\s\xa0]+){0,2}?(?:reserves?|balances?|fund)\b[^.;£]{0,60}$",
    re.IGNORECASE,
)
"""A reserve with a purpose, which is no part of the general balances."""


def barred(asked: Asked) -> frozenset[str]:
    """Return the indicators that an amount cannot have."""
    return frozenset(key for keys in _barred(asked) for key in keys)


def _barred(asked: Asked) -> Iterator[frozenset[str]]:
    """Yield the indicators that are barred, a set for each reason."""
    sight = asked.sight
    s = sight.sentence
    low, high = max(s.start, sight.left, sight.start - _BACK), min(s.end, sight.end + _AHEAD)
    before = s.text[low : sight.start]
    if _OTHER_MONEY.search(before) is not None or _OF_OTHER_MONEY.match(s.text, sight.end, high) is not None:
        yield _NO_OTHER_MONEY
    if asked.nature is Nature.ACTUAL and _PART_OF_A_YEAR.search(s.text, low, high) is not None:
        yield _NO_PART_OF_A_YEAR
    if _ADDED_UP.search(before) is not None or _MOVED_ON.match(s.text, sight.end, high) is not None:
        yield GENERAL_BUDGETS
    if _FROM_A_POT.match(s.text, sight.end, high) is not None:
        yield _NO_PAYMENT
    if _ANOTHER_RESERVE.search(before) is not None or _is_under_another_account(sight, f"{before} surplus"):
        yield _BALANCES
    if _COSTS.search(before) is not None and _SAVING.search(before) is None:
        yield _SAVED
    cut = next((c for c in asked.choices if c.indicator == SAVINGS and _CUT.match(s.text, c.start)), None)
    if cut is not None and _CUT_OF_OTHERS.search(s.text, max(s.start, sight.start - _BACK), high) is not None:
        yield _SAVED
    if (_EACH_YEAR.match(s.text, sight.end) or sight.number.value < _SMALL) and _CAPITAL_WORD.search(before) is None:
        yield _CAPITAL
    if _TO_RUN.match(s.text, sight.end) is not None:
        yield UNIT_COSTS
    to_carers = _FEE.search(before) is not None and _FOR_CARERS.match(s.text, sight.end, high) is not None
    if to_carers or _OF_STAFF.search(before) is not None or _IN_ALL.match(s.text, sight.end, high) is not None:
        yield UNIT_COSTS
    if _ANOTHER_ACCOUNT.search(s.text, low, sight.start) is not None or _is_under_another_account(sight, before):
        yield GENERAL_BUDGETS


def _is_under_another_account(sight: Sight, before: str) -> bool:
    """Tell whether a surplus or a share of it is told under the heading of an account that is no service's budget."""
    heads = (sight.around.topic, sight.around.heading)
    named = any(
        r is not None and _NAMES_AN_ACCOUNT.search(r.sentence.text, r.sentence.start, r.sentence.end) for r in heads
    )
    return named and _SURPLUS.search(before) is not None


_NO_OTHER_MONEY = UNIT_COSTS | {SAVINGS, "general_fund_balances", "medium_term_budget_gap"}
_NO_PART_OF_A_YEAR = frozenset({"outturn"})
_NO_PAYMENT = frozenset({SAVINGS, "budget_variance", "medium_term_budget_gap"})
_BALANCES = frozenset({"general_fund_balances"})
_SAVED, _CAPITAL = frozenset({SAVINGS}), frozenset({CAPITAL})
