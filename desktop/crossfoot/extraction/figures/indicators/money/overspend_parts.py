"""Amounts that are parts of an overspend or an underspend, or the same one again, by what was told before them.

"A further £390k relates to agency staff", "in June we predicted £2.6m", "the pressure lies in placements (£3.9m)": none
of these says that it is a variance; each goes on about one.
"""

from __future__ import annotations

import re
from decimal import Decimal

from crossfoot.extraction.figures.indicators.asked import Asked, last_amount
from crossfoot.extraction.figures.indicators.money.budgets import OF_A_VARIANCE, VARIANCE
from crossfoot.extraction.figures.indicators.money.prices import is_a_price
from crossfoot.extraction.figures.indicators.silence import names_more_than
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, word_set
from crossfoot.model import Figure, Nature, Unit

_W = r"[\s\xa0-]+"
_FARTHEST, _FAR_BACK = 120, 100
"""How many characters before an amount, and behind it, may say what it is a part of; before one in a list."""

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

_IS_THE_LARGEST = re.compile(
    rf"""\b(?:the|its|their|by{_W}far{_W}the){_W}(?:single{_W})?
    (?:worst|largest|biggest|greatest|main|chief|principal|most{_W}(?:serious|significant))
    (?:{_W}(?:single{_W})?(?:parts?|elements?|items?|areas?|causes?|pressures?|overspends?|underspends?|variances?|contributors?|services?))?
    (?:{_W}of{_W}(?:it|this|these|them|which|all|the{_W}\w+))?
    (?:,?{_W}(?:at|with|by|being)(?:{_W}(?:about|around|some|nearly|over|just|an?{_W}\w+{_W}of))*
      |{_W}(?:was|is|were|are|being|lay{_W}in|lies{_W}in|came{_W}from){_W}(?:(?:in|on|from|that{_W}(?:of|on)){_W})?
      (?!£)(?:[\w'’&/-]+{_W}){{0,6}}?[\w'’&/-]+(?:,?{_W}(?:at|with)|[\s\xa0]*\(|,))[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to the largest part of a variance: "transport was the worst, at", "the largest was transport ("."""

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
    expected expecting predicting projecting anticipated
    anticipating shown showed show put gave give figure stood overspend overspent underspend underspent
    overspending underspending variance pressure position last previous earlier first second third fourth quarter
    period month budget monitoring monitor meeting cabinet committee officer member treasurer director we told
    looked considered discussed saw seen put
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

_MOST_TIMES = 8
"""How many times larger or smaller at most the same variance is in another report."""


def goes_on_about_one(asked: Asked, before: str) -> bool:
    """Tell whether an amount goes on about the variance before it, in its sentence or in the one before."""
    told = last_amount(asked.sight.told)
    if told is not None:
        return told.indicator == VARIANCE and _goes_on_in_its_sentence(asked, told, before)
    previous = asked.sight.around.previous
    if not previous:
        return _is_a_part_of_the_one_above(asked, before)
    amounts = [f for f in previous[-1].told if f.unit is Unit.GBP]
    varied = [f for f in amounts if f.indicator == VARIANCE]
    if varied:
        return _goes_on_about_the_sentence_before(asked, before, amounts, varied[-1])
    whole = asked.place.variance
    part = whole is not None and abs(asked.sight.number.value) <= abs(whole.value)
    return part and not amounts and _is_said_to_be_of_it(asked.sight, before)


def _goes_on_about_the_sentence_before(asked: Asked, before: str, amounts: list[Figure], whole: Figure) -> bool:
    """Tell the same of an amount that is the first of its sentence; ``whole`` is the last variance of those before."""
    sight = asked.sight
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
    whole = last_amount(lead.told) if lead is not None else asked.place.variance
    if whole is None or whole.indicator != VARIANCE or abs(sight.number.value) > abs(whole.value):
        return False
    if lead is None:
        return _is_said_to_be_of_it(sight, before)
    own = asked.best is not None and asked.best.zone in _OWN_ZONES and asked.best.indicator != VARIANCE
    return not own and not _names_a_budget_or_price(sight)


def _is_said_to_be_of_it(sight: Sight, before: str) -> bool:
    """Tell whether an amount is said to be what remains or a share of something told before its paragraph."""
    if _REMAINDER.search(before) is not None:
        return True
    return _ACCOUNTS_FOR.search(before) is not None and _OF_THIS.match(sight.sentence.text, sight.end) is not None


_OF_THIS = re.compile(
    rf"{_W}of{_W}(?:this|that|it|the{_W}(?:\w+{_W})?(?:overspen\w+|underspen\w+|variance|pressure|total|sum|excess))\b",
    re.IGNORECASE,
)

_OWN_ZONES = frozenset({"counted", "before", "behind"})

_OF_OTHER_MONEY = re.compile(
    rf"\b(?:budgets?|per{_W}(?:week|night|place)|a{_W}(?:week|year)|pw|each|grants?|savings?|reserves?|income|costs?|spen[dt])\b",
    re.IGNORECASE,
)


def _names_a_budget_or_price(sight: Sight) -> bool:
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


def offsets_one(asked: Asked) -> bool:
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
    text = sight.sentence.text
    stretch = told.span.end, sight.start
    found = next((m for p in (_LISTED, _NAMED_NEXT, _THEN) for m in (p.fullmatch(text, *stretch),) if m), None)
    return found is not None and AUXILIARIES.isdisjoint(found[1].lower().split())


_THEN = re.compile(
    rf"[\s\xa0]*\)?[\s\xa0]*[,;]?{_W}(?:and{_W})?(?:then|next|followed{_W}by|after{_W}(?:it|that)|and|with){_W}"
    rf"([\w'’&/ -]+?)"
    rf"(?:,?{_W}(?:at|with|on|by)(?:{_W}(?:about|around|some|nearly|over|just))*)?[\s\xa0(]*",
    re.IGNORECASE,
)
"""What stands between the parts of a variance that are told by size: "£0.9m, then residential placements at £0.7m"."""

_PARTED = re.compile(
    rf"\b(?:account(?:s|ed|ing)?{_W}for|made{_W}up{_W}of|makes?{_W}up|consist\w*{_W}of|compris\w+|attribut\w+{_W}to|due{_W}to"
    rf"|split{_W}between|broken{_W}down|being)\b",
    re.IGNORECASE,
)
"""What tells in a sentence that the whole before it is parted."""

_OPENS_WITH_IT = re.compile(
    rf"[\s\W]*of{_W}(?:this|that|it|the{_W}(?:over|under)spen\w+|the{_W}variance),?"
    rf"(?:{_W}(?:about|around|some|nearly|over))*[\s\xa0]*",
    re.IGNORECASE,
)
"""How a sentence opens with a part of the variance before it: "Of this, £1.6m is for placements"."""

_NAMED_NEXT = re.compile(
    rf"[\s\xa0]*(?:over|under|over-?spent|under-?spent)[\s\xa0]*,?{_W}and{_W}((?:[\w'’&/-]+{_W}){{1,5}})", re.IGNORECASE
)
"""What stands between two variances of which the second leaves that out: "is £610,000 over and transport £420,000"."""

_NAME_OF_A_PART = re.compile(r"[\s\xa0]*[,;:(]?[\s\xa0]*(?:(?:and|plus|with|then)[\s\xa0]+)?([\w'’&/ -]*?)[\s\xa0:(]*")


def _is_in_a_sentence_of_parts(sight: Sight) -> bool:
    """Tell whether an amount is one more part behind a first: "Of this, £1.6m is for A, £0.5m for B"."""
    s = sight.sentence
    first = next((f for f in sight.told if f.unit is Unit.GBP), None)
    if first is None or first.indicator != VARIANCE or _IS_FOR.match(s.text, sight.end) is None:
        return False
    return _OPENS_WITH_IT.fullmatch(s.text, s.start, first.span.start) is not None


_IS_FOR = re.compile(
    rf"{_W}(?:(?:is|was|relates|arises){_W})?(?:for|on|in|to|from|because{_W}of|due{_W}to){_W}", re.IGNORECASE
)


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


_REMAINDER = re.compile(rf"\bthe{_W}(?:remainder|rest|balance|remaining)[\s\xa0]*[,(:–-]?[\s\xa0]*$", re.IGNORECASE)
"""What leads up to the last part of a variance: "The remainder, £437k, is agency cover"."""


def _is_a_part(sight: Sight, before: str) -> bool:
    """Tell whether an amount is said to be a part of the variance in the sentence before, or what offsets it."""
    s = sight.sentence
    if (
        _REMAINDER.search(before) is not None
        or _ACCOUNTS_FOR.search(before) is not None
        or _IS_THE_LARGEST.search(before) is not None
        or _OFFSET.search(s.text, max(s.start, sight.start - 2 * _FARTHEST), sight.start) is not None
    ):
        return True
    if _OPENS_WITH_IT.fullmatch(s.text, s.start, sight.start) is not None:
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


def _was_told_before(sight: Sight) -> bool:
    """Tell whether one of the sentences before in the paragraph tells a variance."""
    return any(f.indicator == VARIANCE for r in sight.around.previous for f in r.told)


_IT_IS_MADE_UP = re.compile(
    rf"[\s\W]*(?:it|this|that){_W}(?:is|was){_W}(?:\w+{_W})?(?:made{_W}up{_W}of|due{_W}to|because{_W}of|caused{_W}by|explained{_W}by"
    rf"|attributable{_W}to)\b",
    re.IGNORECASE,
)


def is_of_a_broken_down_variance(asked: Asked) -> bool:
    """Tell whether an amount is one of those that make up a variance: alone in brackets, in a list, under a label."""
    sight, text = asked.sight, asked.sight.sentence.text
    alone = text[: sight.start].rstrip().endswith("(") and text[sight.end : sight.end + 1] == ")"
    amounts = [figure for figure in sight.told if figure.unit is Unit.GBP]
    told = any(f.indicator == VARIANCE for f in amounts) and _CHIEFLY.search(text, amounts[-1].span.end, sight.start)
    goes_on = _IT_IS_MADE_UP.match(text, sight.sentence.start) is not None and _was_told_before(sight)
    broken_down = alone and (told or goes_on or _BREAKS_DOWN.match(text, sight.sentence.start) is not None)
    listed = (
        _is_in_a_sentence_of_parts(sight)
        or _is_listed_as_a_variance(sight)
        or _stands_under_a_label(sight)
        or is_part_of_a_breakdown(sight)
    )
    broken_down = broken_down or listed
    return broken_down and asked.nature in OF_A_VARIANCE


def _stands_under_a_label(sight: Sight) -> bool:
    """Tell whether a variance is announced before a row of services: "Overspends: placements £2.1m, staffing £0.4m"."""
    s = sight.sentence
    label = _LABELS.search(s.text, max(s.start, sight.start - 2 * _FAR_BACK), sight.start)
    return label is not None and not is_a_price(sight)


_LABELS = re.compile(
    r"(?:^|[.;:\n(]|\band)[\s\xa0]*(?:\w+[\s\xa0]+){0,3}?(?:over-?spen\w+|under-?spen\w+|variances?|variations?|pressures?)"
    r"[\s\xa0]*(?::|[\s\xa0][–—-])[^;:]*$",
    re.IGNORECASE,
)


def _is_listed_as_a_variance(sight: Sight) -> bool:
    """Tell whether an amount is the first of an item in a list of what a variance is made of."""
    s, around = sight.sentence, sight.around
    if s.index or sight.told or is_a_price(sight) or "savings" in s.text[s.start : sight.start].lower():
        return False
    lead = around.lead
    if lead is not None:
        return _MADE_UP_OF.search(s.text, lead.sentence.start, lead.sentence.end) is not None
    heading = around.heading
    return (
        heading is not None and _VARIATIONS.fullmatch(s.text, heading.sentence.start, heading.sentence.end) is not None
    )


_VARIES = r"(?:variances?|variations?|overspen\w+|underspen\w+|over-?[\s\xa0]and[\s\xa0]under-?spend\w*|pressures?)"

_MADE_UP_OF = re.compile(
    rf"\b{_VARIES}\b[^.;]{{0,60}}?(?:\b(?:were|are|is|was|below|follow\w*|include|comprise\w*|made[\s\xa0]up|explain\w*|due"
    rf"|because)\b[^.;]{{0,30}})?:[-–—\s]*\Z|\b(?:explain\w*|account\w*[\s\xa0]for|make\w*[\s\xa0]up|behind)\b"
    rf"[^.;]{{0,40}}?(?:\b{_VARIES}\b[^.;]{{0,20}}|\bit\b[\s\xa0]*):[-–—\s]*\Z",
    re.IGNORECASE,
)

_VARIATIONS = re.compile(
    r"[\W\d]*(?:(?:main|chief|principal|largest|key|significant|major|budget|revenue|the)[\s\xa0]+)*"
    r"(?:variances|variations|over-?[\s\xa0]and[\s\xa0]under-?spend\w*)(?:[\s\xa0]+(?:from|against)[\s\xa0]+budget)?\W*",
    re.IGNORECASE,
)


def is_in_a_variance(asked: Asked) -> bool:
    """Tell whether an amount parts a variance told before it: "over by £3.9m, chiefly on transport (£2.2m)".

    An amount with its sign behind the name of a service is one too, where variances were told: "Waste -£0.330m".
    """
    sight, text = asked.sight, asked.sight.sentence.text
    if asked.nature not in OF_A_VARIANCE:
        return False
    amounts = [figure for figure in sight.told if figure.unit is Unit.GBP]
    if amounts and amounts[-1].indicator == VARIANCE and text[: sight.start].rstrip().endswith("("):
        return text[sight.end : sight.end + 1] == ")"
    if not text[: sight.start].endswith("+") and not text[sight.start : sight.end].startswith(("+", "-", "−", "–")):
        return False
    told = [r for r in (*sight.around.previous, sight.around.lead, sight.around.heading) if r is not None]
    return any("variation" in r.sentence.stems or any(c.nature is Nature.VARIANCE for c in r.cues) for r in told)


_BREAKS_DOWN = re.compile(
    r"\W*(?:the[\s\xa0]+)?(?:(?:main|chief|principal|largest|key|significant|major)[\s\xa0]+)?"
    r"(?:(?:budget|cost)[\s\xa0]+)?(?:elements?|components?|pressures?|variances?|variations?|overspends?|overspending"
    r"|underspends?|causes?|reasons?|drivers?)\b",
    re.IGNORECASE,
)
"""How a sentence opens that tells what a variance is made of: "The pressure lies mainly in placements (£3.9m)"."""

_CHIEFLY = re.compile(r"[,;(][\s\xa0]*(?:mainly|chiefly|mostly|largely|principally|primarily)\b[^;.£]*$", re.IGNORECASE)
