"""Which amounts are variances, though no word of a budget may stand beside them.

An amount is one by its own words ("£640k over", "£6.3m above the grant"), as what a forecast has moved by ("the
position has worsened by £1.2m"), or because it goes on about the variance before it: as a part of it ("a further £390k
relates to agency staff"), as the same of another report ("in June we predicted £2.6m"), or as what offsets it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.indicators.money.saved import is_saved_within_a_budget
from crossfoot.extraction.figures.indicators.silence import names_more_than
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, word_set
from crossfoot.model import Figure, Nature, Unit

VARIANCE = "budget_variance"

_W = r"[\s\xa0-]+"
_OVER_OR_UNDER = re.compile(
    rf"""[\s\xa0]*(?:\([^()]{{1,24}}\)[\s\xa0]*|(?:or|i\.e\.){_W}[\d.]+[\s\xa0]?(?:%|per{_W}cent)[\s\xa0]*)?(?:(?:net|adverse|favourable|worse|better){_W})?
    (?:
        in{_W}the{_W}(?:red|black)\b
      | too{_W}(?:much|little)\b
      | (?:of{_W}(?:the|its|this|that|their){_W}(?:\w+{_W}){{0,2}}?budget{_W})?
        (?:(?:was|were|is|had{_W}been|remained|remains|went|will{_W}be){_W})?
        (?:un(?:der)?spent|not{_W}(?:been{_W})?(?:spent|used)|left{_W}(?:unspent|over))\b
      | (?:up|down){_W}on{_W}(?:(?:the|its|their|our|this){_W})?(?:\w+{_W})?(?:budget|estimates?)\b
      | (?:over|under|short)[\s\xa0]*(?:$|[.;,:)]|\b(?:and|but|because|owing|due
        |mainly|chiefly|largely|this|for{_W}the|(?:by|at){_W}(?:the{_W})?(?:year|end|outturn|close))\b)
      | (?:over|under)[\s-]?sp(?:en[dt]|ent)\w*
      | (?:over|under|above|below|beyond|in{_W}excess{_W}of|(?:more|less|higher|lower|better|worse){_W}than|short{_W}of)
        {_W}(?:(?:the|its|their|our|this|that|what{_W}(?:was|is|had{_W}been)|available|approved|original|revised|annual|net|cash){_W}){{0,3}}
        (?:\w+{_W}){{0,2}}?
        (?:budget(?:ed)?|estimates?|grant|allocation|allotted|cash{_W}limit|provision|provided|profile|planned)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands behind an amount that is a variance: "over", "underspent", "above the grant"."""

_EXCESS = re.compile(
    rf"(?<!\bin){_W}(?:an|the){_W}excess(?:{_W}(?:spend|spending|expenditure))?{_W}of[\s\xa0]*$", re.IGNORECASE
)
_IS_THE_EXCESS = re.compile(r"[\s\xa0]+excess\b(?![\s\xa0]+(?:of|charge|fee)\b)", re.IGNORECASE)
_PRESSES = re.compile(
    rf"\bpressures?{_W}on{_W}(?:[\w'’/&]+{_W}){{1,6}}?budgets?{_W}(?:is|was|of|at|stands{_W}at|stood{_W}at|had{_W}been|has{_W}been)"
    rf"(?:{_W}(?:about|around|some|now|nearly|over))*[\s\xa0]*$",
    re.IGNORECASE,
)
_OVER_BY = re.compile(
    rf"(?:^[\s\W]*|[.;:][\s\xa0]+|\b(?:is|was|are|were|be|been|came{_W}in|come{_W}in){_W}(?:\w+{_W}){{0,2}}?)(?:over|under|better|worse|over[\s-]?spent|under[\s-]?spent)"
    rf"(?:{_W}budget)?{_W}by(?:{_W}(?:about|around|some|over|almost|nearly|just|under|approximately))*[\s\xa0]*$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    rf"""\b(?:forecasts?|projections?|positions?|outlook|variances?|pressures?|deficit|shortfall
        |(?:over|under)[\s-]?spen(?:d|ds|ding)){_W}
    (?:(?:for|on|in|across|of){_W}(?:[\w'’/]+{_W}){{1,6}}?)?
    (?:(?:has|have|had|is|was|now|since|therefore|also|further|slightly){_W}){{0,3}}
    (?:improv\w+|worsen\w+|deteriorat\w+|(?:got|become|moved|gone|going){_W}(?:worse|better|up|down|adversely|favourably)
      |increas\w+|reduc\w+|ris\w+|rose|grow\w*|grew|fall\w*|fell|decreas\w+|come{_W}down|came{_W}down|widen\w+|narrow\w+
      |moved)
    {_W}by(?:{_W}(?:a|an|the|further|net|about|around|some|over|almost|nearly|just|under|another|approximately)\b)*
    [\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a forecast, a position or a variance has moved by since the last report."""

_MOVEMENT = re.compile(
    rf"""\b(?:improvement|deterioration|worsening|increase|reduction|movement|rise|fall|change|decrease){_W}of
    (?:{_W}(?:a|an|about|around|some|over|almost|nearly|just|under|approximately)\b)*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_FURTHER = re.compile(
    rf"""[\s\xa0\W]*(?:(?:the|by{_W}far){_W}(?:greater|larger|largest|biggest|main|major){_W}(?:part|share|element|proportion)|the{_W}bulk
    |the{_W}majority|most|much|of{_W}(?:this|that|it|which|these)|(?:a{_W})?further|another|an{_W}additional|the{_W}(?:remaining|other|rest|balance{_W}of)|some|about|around
    |over|nearly|approximately)?,?(?:{_W}(?:about|around|some|over|nearly|approximately))*[\s\xa0]*""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    rf"""[\s\xa0]*,?[\s\xa0]*(?:\([^()]{{1,24}}\)[\s\xa0]*)?(?:of{_W}(?:this|that|it|the{_W}\w+){_W})?
    (?:(?:is|was|are|were|has|have|been|can|be|all|mainly|chiefly|largely|mostly|simply){_W}){{0,3}}
    (?:relat(?:es?|ed|ing){_W}to|due{_W}to|down{_W}to|owing{_W}to|because{_W}of|attribut(?:able|ed){_W}to|caused{_W}by|explained{_W}by
      |ar(?:ises?|ose|ising){_W}(?:from|on|in)|com(?:es?|ing){_W}from|came{_W}from|stem(?:s|med){_W}from|result(?:s|ed|ing){_W}from
      |reflect(?:s|ed)?|falls{_W}(?:on|in|to)|lies{_W}in|on{_W}|in{_W}respect{_W}of)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What tells where a part of a variance comes from."""

_ACCOUNTS_FOR = re.compile(
    rf"""\b(?:accounts?{_W}for|accounted{_W}for|contributes?|contributed|makes?{_W}up|made{_W}up|explains?|adds?|added)
    (?:{_W}(?:a|another|further|about|around|some|over|nearly|almost|approximately))*[\s\xa0]*$
  | \b(?:share|part|portion|proportion|element)(?:{_W}of{_W}(?:this|that|it|the{_W}\w+))?
    {_W}(?:is|was|being|comes{_W}to|came{_W}to|amounts{_W}to|amounted{_W}to)[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = re.compile(
    rf"\b(?:offset|off-set|mitigated|compensated|balanced|reduced){_W}(?:\w+{_W}){{0,3}}?by\b", re.IGNORECASE
)
_COMPARED = re.compile(
    rf"\b(?:compared{_W}(?:with|to)|(?:down|up|changed?|moved){_W}from|against{_W}the|having{_W}been)"
    rf"(?:{_W}(?:a|an|the|about|around|some|over|nearly))*[\s\xa0]*$",
    re.IGNORECASE,
)
_OF_A_REPORT = word_set(
    """
    report reported reporting reports forecast forecasting predicted predict projected projection estimated estimate
    expected anticipated shown showed show put gave give figure stood overspend overspent underspend underspent
    overspending underspending variance pressure position last previous earlier first second third fourth quarter
    period month budget monitoring monitor meeting cabinet committee officer member treasurer director we told
    advised informed said was as at it projecting indicated cited time point year half latest
    """
)
"""Words in which the same variance is told of another report, in stems and as they stand."""

_LOOKS_BACK = re.compile(
    rf"\b(?:last|previous|earlier|before|ago|report|reported|predicted|had{_W}been|was|were|then|originally|first|quarter|period"
    r"|month)\b",
    re.IGNORECASE,
)
_OTHER_AMOUNTS = frozenset(
    word_set(
        "outturn expenditure spending spend spent cost costs saving savings income grant reserve reserves balances"
    )
)
_OF_A_VARIANCE = frozenset({Nature.ACTUAL, Nature.VARIANCE, Nature.FORECAST, Nature.CHANGE})
_MOST_TIMES = 8
"""How many times larger or smaller at most the same variance is in another report."""


_PASSES_ITS_LIMIT = re.compile(
    rf"""\b(?:(?:over|under)[\s-]?spen\w+|exceed\w*){_W}(?:its|the|their|our|this|that|a){_W}
    (?:[\w'’]+{_W}){{0,4}}?(?:budget|cash{_W}limit|estimate|allocation|provision|target)s?
    (?:{_W}(?:of|for|in|at){_W}[^.;,()]{{1,40}}?|{_W}of{_W}£[\d.,]+(?:{_W})?(?:million|m|k)?)?{_W}by
    (?:{_W}(?:about|around|some|over|almost|nearly|just|under|approximately|up{_W}to|at{_W}least))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to how far a budget is passed: "to overspend its cash limit of £33.85 million by"."""


def is_a_variance(asked: Asked) -> bool:
    """Tell whether an amount is a variance by its own words, or by those before it that it goes on about."""
    sight, nature = asked.sight, asked.nature
    text = sight.sentence.text
    before = text[max(sight.left, sight.start - _FARTHEST) : sight.start]
    excess = _EXCESS.search(before) is not None or _IS_THE_EXCESS.match(text, sight.end) is not None
    exceeds = sight.number.value >= _LEAST_EXCESS and excess
    if exceeds or _is_the_difference(asked) or _offsets_one(asked) or is_saved_within_a_budget(asked):
        return True
    if _PASSES_ITS_LIMIT.search(text[max(sight.sentence.start, sight.start - _FARTHEST) : sight.start]) is not None:
        return True
    if nature not in _OF_A_VARIANCE:
        return False
    if _OVER_OR_UNDER.match(text, sight.end, min(sight.sentence.end, sight.end + _FARTHEST)) is not None:
        return True
    if _PRESSES.search(before) is not None or _MOVED.search(before) is not None or _OVER_BY.search(before) is not None:
        return True
    return _goes_on_about_one(asked, before)


_FARTHEST = 120
_LEAST_EXCESS = 5_000
"""An excess below is what somebody insured pays themselves."""


def _is_the_difference(asked: Asked) -> bool:
    """Tell whether an amount is by how much those before it differ, a budget and what came of it.

    What is left of a capital programme is carried on, and is none.
    """
    sight = asked.sight
    if asked.place.of_capital or "programme" in sight.sentence.words:
        return False
    amounts = [f for f in sight.told if f.unit is Unit.GBP][-2:]
    if len(amounts) < _TWO or {f.indicator for f in amounts}.isdisjoint(_BUDGETS):
        return False
    if not {f.indicator for f in amounts} & _SPENT:
        return False
    slack = max(f.step for f in amounts) / 2 + sight.number.step / 2
    return abs(abs(amounts[0].value - amounts[1].value) - abs(sight.number.value)) <= slack


_TWO = 2
_BUDGETS = frozenset({"approved_budget"})
_SPENT = frozenset({"outturn", "projected_outturn"})


def _goes_on_about_one(asked: Asked, before: str) -> bool:
    """Tell whether an amount goes on about the variance before it, in its sentence or in the one before."""
    sight = asked.sight
    told = last_amount(sight.told)
    if told is not None:
        return told.indicator == VARIANCE and _goes_on_in_its_sentence(asked, told, before)
    previous = sight.around.previous
    if not previous:
        return _is_a_part_of_the_one_above(asked, before)
    amounts = [f for f in previous[-1].told if f.unit is Unit.GBP]
    if not amounts or all(f.indicator != VARIANCE for f in amounts):
        return False
    whole = next(f for f in reversed(amounts) if f.indicator == VARIANCE)
    if abs(sight.number.value) <= abs(whole.value) and _is_a_part(sight, before):
        return True
    if amounts[-1].indicator == VARIANCE:
        return _is_a_part(sight, before) or _is_the_same_again(asked, amounts[-1])
    nearest = min(amounts, key=lambda f: _times(f, sight.number))
    opened = _POINTS_BACK.match(sight.sentence.text, sight.sentence.start) is not None
    if asked.nature is Nature.CHANGE:
        return opened and _THAN_REPORTED.match(sight.sentence.text, sight.end) is not None
    return nearest.indicator == VARIANCE and _is_the_same_again(asked, nearest)


def _is_a_part_of_the_one_above(asked: Asked, before: str) -> bool:
    """Tell whether an amount is a part of the variance that a lead-in or the block before ended with.

    Items under "Forecast £44.0m, so £2.7m over" are its parts as they stand; a new paragraph has to say so.
    """
    sight, lead = asked.sight, asked.sight.around.lead
    whole = last_amount(lead.told) if lead is not None else asked.place.last
    if whole is None or whole.indicator != VARIANCE or abs(sight.number.value) > abs(whole.value):
        return False
    if lead is None:
        return _is_a_part(sight, before)
    own = asked.best is not None and asked.best.zone in _OWN_ZONES and asked.best.indicator != VARIANCE
    return not own and not names_a_budget_or_price(sight)


_OWN_ZONES = frozenset({"counted", "before", "behind"})
_OF_OTHER_MONEY = re.compile(
    rf"\b(?:budgets?|per{_W}(?:week|night|place)|a{_W}(?:week|year)|pw|each|grants?|savings?|reserves?|income|costs?|spen[dt])\b", re.IGNORECASE
)


def names_a_budget_or_price(sight: Sight) -> bool:
    """Tell whether the words around an amount say that it is a budget, a price, a saving or the like."""
    s = sight.sentence
    return _OF_OTHER_MONEY.search(s.text, s.start, s.end) is not None


_POINTS_BACK = re.compile(
    r"[\s\W]*(?:this|it|that|the[\s\xa0]+(?:figure|overspend|underspend|variance|pressure))\b", re.IGNORECASE
)
_THAN_REPORTED = re.compile(
    rf"{_W}(?:lower|higher|more|less|better|worse|up|down){_W}(?:than|on)\b[^.;]{{0,40}}?\b(?:report\w*|forecast|quarter|period|month)\b",
    re.IGNORECASE,
)


def _times(figure: Figure, number: Number) -> Decimal:
    """Return how many times as large the larger of two amounts is as the smaller."""
    a, b = abs(figure.value), abs(number.value)
    return max(a, b) / max(min(a, b), Decimal(1))


def _offsets_one(asked: Asked) -> bool:
    """Tell whether an amount is said to offset the variances that were told before it."""
    sight, s = asked.sight, asked.sight.sentence
    if _OFFSET.search(s.text, max(s.start, sight.start - 2 * _FARTHEST), sight.start) is None:
        return False
    told = [*sight.told, *(f for reading in sight.around.previous[-2:] for f in reading.told)]
    last = asked.place.last
    return any(f.indicator == VARIANCE for f in told) or (last is not None and last.indicator == VARIANCE)


_AT_ANOTHER_TIME = re.compile(rf"{_W}(?:at|in|last|previously|before|reported){_W}?[^().;£]{{0,24}}\)", re.IGNORECASE)
_OF_ANOTHER_TIME = re.compile(r"\([^()£]{2,24}[:,][\s\xa0]*$")
"""Brackets that open with a time: "£870k (month 6: £1.02m)"."""


def _goes_on_in_its_sentence(asked: Asked, told: Figure, before: str) -> bool:
    """Tell whether an amount behind a variance in one sentence moves it, compares with it or stands beside it."""
    if _REMAINDER.search(before) is not None:
        largest = max(abs(f.value) for f in asked.sight.told if f.indicator == VARIANCE)
        return abs(asked.sight.number.value) <= largest
    if _MOVEMENT.search(before) is not None:
        return asked.nature is Nature.CHANGE
    text, end = asked.sight.sentence.text, asked.sight.end
    again = _COMPARED.search(before) is not None or _OF_ANOTHER_TIME.search(before) is not None
    again = again or (before.endswith("(") and _AT_ANOTHER_TIME.match(text, end) is not None)
    return (again and _is_as_large(asked, told)) or _is_listed(asked.sight, told) or _is_beside(asked.sight, told)


_JOINED = re.compile(r"(?:,|;|\band\b|\bwith\b)[\s\xa0]*$", re.IGNORECASE)
_WHERE_FROM = re.compile(rf"{_W}(?:to|on|from|for|in|by){_W}\w", re.IGNORECASE)


def _is_beside(sight: Sight, told: Figure) -> bool:
    """Tell whether an amount stands beside a part of a variance: "£1.3m was down to placements and £0.4m to fees"."""
    s = sight.sentence
    if sight.start - told.span.end > _FARTHEST or _ATTRIBUTED.match(s.text, told.span.end, sight.start) is None:
        return False
    joined = _JOINED.search(s.text, told.span.end, sight.start) is not None
    return joined and _WHERE_FROM.match(s.text, sight.end, s.end) is not None


_LISTED = re.compile(
    rf"[\s\xa0]*[,;]?{_W}(?:(?:and|plus|with|followed{_W}by|then){_W})?(?:on|in|for|from|by|to){_W}([\w'’&/ -]+?)"
    rf"(?:{_W}(?:by|of|at|about|around|some))?[\s\xa0(]*"
)


def _is_listed(sight: Sight, told: Figure) -> bool:
    """Tell whether an amount is of one more service, without a verb: "on transport £1.9m, and on legal fees £0.4m"."""
    if sight.start - told.span.end > _FARTHEST:
        return False
    found = _LISTED.fullmatch(sight.sentence.text, told.span.end, sight.start)
    return found is not None and AUXILIARIES.isdisjoint(found[1].lower().split())


_PARTED = re.compile(
    rf"\b(?:account(?:s|ed|ing)?{_W}for|made{_W}up{_W}of|makes?{_W}up|consist\w*{_W}of|compris\w+|attribut\w+{_W}to|due{_W}to"
    rf"|split{_W}between|broken{_W}down|being)\b",
    re.IGNORECASE,
)
"""What tells in a sentence that the whole before it is parted."""

_NAME_OF_A_PART = re.compile(r"[\s\xa0]*[,;:(]?[\s\xa0]*(?:(?:and|plus|with|then)[\s\xa0]+)?([\w'’&/ -]*?)[\s\xa0:(]*")


def is_part_of_a_breakdown(sight: Sight) -> bool:
    """Tell whether an amount is one of those that a variance in its sentence is made up of, named one after another.

    "Of the £750,000 excess, placements accounted for £420,000, legal costs £185,000 and agency staff £230,000."
    """
    whole = next((f for f in sight.told if f.unit is Unit.GBP), None)
    if whole is None or whole.indicator != VARIANCE or abs(sight.number.value) > abs(whole.value):
        return False
    text = sight.sentence.text
    parted = _PARTED.search(text, whole.span.end, sight.start)
    if parted is None:
        return False
    last = max(parted.end(), sight.told[-1].span.end)
    name = _NAME_OF_A_PART.fullmatch(text, last, sight.start)
    return name is not None and (AUXILIARIES | PREPOSITIONS).isdisjoint(name[1].lower().split())


_REMAINDER = re.compile(rf"\bthe{_W}(?:remainder|rest|balance)[\s\xa0]*[,(:–-]?[\s\xa0]*$", re.IGNORECASE)
"""What leads up to the last part of a variance: "The remainder, £437k, is agency cover"."""


def _is_a_part(sight: Sight, before: str) -> bool:
    """Tell whether an amount is said to be a part of the variance in the sentence before, or what offsets it."""
    s = sight.sentence
    if (
        _REMAINDER.search(before) is not None
        or _ACCOUNTS_FOR.search(before) is not None
        or _OFFSET.search(s.text, max(s.start, sight.start - 2 * _FARTHEST), sight.start) is not None
    ):
        return True
    opens = sight.start - s.start <= _FARTHEST and _FURTHER.fullmatch(s.text, s.start, sight.start) is not None
    return opens and _ATTRIBUTED.match(s.text, sight.end, min(s.end, sight.end + _FARTHEST)) is not None


def _is_the_same_again(asked: Asked, source: Figure) -> bool:
    """Tell whether an amount is the variance before as another report told it: "in June we predicted £2.6m"."""
    sight = asked.sight
    s = sight.sentence
    return (
        _LOOKS_BACK.search(s.text, max(s.start, sight.start - _FARTHEST), min(s.end, sight.end + _FARTHEST)) is not None
        and s.words.isdisjoint(_OTHER_AMOUNTS)
        and _is_as_large(asked, source)
        and not names_more_than(sight, _OF_A_REPORT)
    )


def _is_as_large(asked: Asked, source: Figure) -> bool:
    """Tell whether an amount is of the size of another, so that it may be the same of another time."""
    value = abs(asked.sight.number.value)
    return value * _MOST_TIMES >= abs(source.value) and value <= _MOST_TIMES * abs(source.value)
