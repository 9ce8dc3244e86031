"""Numbers that the words beside them call money: "a saving of 255,000", "250,000 be vired", "Replacement of 0.5m".

For records that print their sums with a £; where one has none, the words in front of it or behind it still tell that it
is one: what is saved, spent or vired, and an amount next to "last year" beside one of its size in pounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_AMOUNT = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d\d)?)(?![\d%]|[.,]\d)"
    r"(?=\s*(?:[,;:.)(]|$)|\s+(?:a|an|after|and|as|at|be|before|but|by|each|for|from|had|has|have|he|in|is|it|last|less"
    r"|more|next|of (?:this|it|which)|on|or|over|overspent|paid|per|rather|remained|remains|against|approved|itself"
    r"|she|so|than|that|the|then"
    r"|there|they"
    r"|this|to|towards|under|underspent|was|went|were|when|where|which|while|will|with|would|above|allowed|below|better"
    r"|budgeted|left|provided|set|short|worse)\b)"
)
_SCALED = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d{1,3}(?:\.\d+)?(?:m|k|bn)|\d{1,3}(?:\.\d+)? million)\b(?=\s*(?:[,;:.)(]|$)"
    r"|\s+(?:a year|and|are|as|at|but|by|each|for|from|had|has|in|is|it|last|less|more|on|or|over|per annum"
    r"|rather|so|than"
    r"|that|the|this|to|towards|under|was|were|which|while|will|with|would|above|below|better|short|worse)\b)"
    r"(?! (?:x|by) \d|\s*(?:high|wide|long|deep|away))"
)
_MONEY = (
    r"(?:allocation|balances?|bills?|bring in|budgets?|charges?|contribution|costed|costing|costly|costs?"
    r"|debts?|deficit"
    r"|expenditure|fees?|fund|funding|grants?|growth bid|income|invest\w*|liability|limit of|out-?turn"
    r"|overspen\w+|paid|pay"
    r"|payments?|prices?|priced|provision|receipts?|release|reserves?|savings?|saved?|saves|spend\w*|spent"
    r"|subsid\w+|sum|total cost|bring back|the effect|headroom|allowance"
    r"|surplus|supplementary estimate|underspen\w+|values?|valued|variance|virement|vire|worth)"
)
_LED = re.compile(
    rf"\b{_MONEY}\b(?P<between>(?:[^.;:£\d]|\d{{4}}/\d\d|(?<=p)\d|(?<!\d)\d{{4}}(?!\d)){{0,60}}?)"
    r"\b(?:of|by|was|is|be|been|were|at|to|about|some|nearly|almost|around|over|approximately|estimated|further|net"
    r"|additional|average|only|just|another|cost|costs|costing|saves?|saved|spent|spend|paid|pay|worth|in"
    r"|than|below|above)\s{1,2}$"
)
_DIRECT = re.compile(r"\b(?:cost|costs|costing|costed at|priced at|saves?|saved|saving|spent|spend|worth|paid)\s{1,2}$")
_FOLLOWED = re.compile(
    r"\s+(?:a year |per annum |a week )?(?:be (?:vired|allocated|added|provided|set aside|transferred|released"
    r"|made available|spent|earmarked|committed|found|met|drawn|contributed|invested)\b"
    r"|(?:was|were|is|had been|has been|will be|would be) (?:provided|budgeted|spent|saved|set aside|vired|earmarked"
    r"|allowed|available from)\b|(?:paid (?:to|by|from|for|out)|overspent|underspent|budgeted|set aside"
    r"|left over|over budget|under budget)\b"
    r"|over\)|under\)|(?:allowed|provided|allocated) (?:in|by|for) the (?:\w+ )?budget"
    r"|(?:more|less) than (?:was |were |had been |the )?(?:£|budget|provided|allowed)"
    r"|(?:over|under|above|below|short of|better than|worse than) (?:the |its |their )?(?:budget|profile|estimate)"
    r"|each (?:would|were|was|had)\b|(?:a week|per week|a year|per annum)?,? (?:up|down) from £|,? (?:against"
    r"|compared with)"
    r" £)"
)
_PAR_EACH = re.compile(r"\b(?:at an average of|at a mean of|averag\w+|on average)\s+$")
_PER_TIME = re.compile(r"\s+(?:a|an|per|each) (?:week|year|annum|month|day|night|place|head|case)\b")
_BEFORE_THAT = re.compile(
    r"\b(?:last (?:year|month|quarter|time)|(?:a|the) (?:year|month|quarter) (?:ago|before|earlier)"
    r"|the (?:previous|preceding|last) [a-z]+(?: in \d{4})?|in \d{4}(?:/\d\d)?)\b[^.;£\d]{0,40}?(?::|was|were"
    r"|been|stood at)\s+$"
)
_THINGS = re.compile(
    r"\b(?:number\w*|there (?:were|are)|population|people|children|households|residents|visits|visitors|pupils|contacts"
    r"|referrals|membership|borrowers|issues?|items|hours|tonnes|homes|properties|dwellings|copies|voters"
    r"|electors|places"
    r"|subscri\w+|members|applications|requests|permits|tickets|bins|tonnage|emissions|episodes|calls|cases|sessions"
    r"|enquiries|journeys|meals|books|miles|plans|families|callers|attendances|placements|posts|beds|roll)\b"
)
_NUMBER_OF = re.compile(r"\b(?:number|numbers|proportion|share) (?:of|on|in|with)\b|\b(?:allow|provid)\w+ for\b")
_POUNDS = re.compile(r"£(?P<amount>\d[\d,]*(?:\.\d+)?)(?P<scale>m|k| million)?")
_SIZES = {"m": 10**6, " million": 10**6, "k": 10**3, "": 1, None: 1}
_NEAR = 2.0
"""An amount of the year before lies within a factor of two of this year's."""


def told_as_money(low: str, before: str) -> Iterator[tuple[int, int]]:
    """Yield where amounts stand in a sentence of small letters that its own words, or ``before``, make money.

    ``before`` is the sentence in front of it, in the same paragraph.
    """
    for match in _SCALED.finditer(low) if re.search(r"\d(?:m|k|bn| million)\b", low) else ():
        if not match["amount"].endswith("million") or not _counts(low[: match.start()]):
            yield match.span("amount")
    for match in _AMOUNT.finditer(low) if "," in low else ():
        front, behind = low[: match.start()], low[match.end() :]
        if (
            _is_led(front)
            or (_FOLLOWED.match(behind) and not _counts(front))
            or _is_price(low, front, behind)
            or _was_before(front, match, before)
        ):
            yield match.span("amount")


def _is_led(front: str) -> bool:
    """Tell whether the words in front of an amount call it a saving, a cost or another sum."""
    led = _LED.search(front[-110:])
    if _DIRECT.search(front[-30:]):
        return True
    clause = "" if led is None else re.split(r"[.;:£]", front)[-1]
    return led is not None and _THINGS.search(led["between"]) is None and _NUMBER_OF.search(clause) is None


def _is_price(low: str, front: str, behind: str) -> bool:
    """Tell whether an amount per time is an average price, beside a sum in pounds."""
    return "£" in low and _PAR_EACH.search(front[-30:]) is not None and _PER_TIME.match(behind) is not None


def _counts(front: str) -> bool:
    """Tell whether the clause in front of a number names what is counted."""
    return _THINGS.search(re.split(r"[.;£]", front)[-1]) is not None


def _was_before(front: str, match: re.Match[str], before: str) -> bool:
    """Tell whether an amount is what a sum in the sentence ``before`` was at an earlier time: alike in size."""
    if _BEFORE_THAT.search(front[-90:]) is None or "£" not in before + front:
        return False
    value = float(match["amount"].replace(",", ""))
    sums = [
        float(m["amount"].replace(",", "").rstrip(".")) * _SIZES[m["scale"]] for m in _POUNDS.finditer(before + front)
    ]
    return any(value <= one * _NEAR and one <= value * _NEAR for one in sums)
