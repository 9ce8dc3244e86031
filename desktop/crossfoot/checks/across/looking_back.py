"""Words by which a record sets a figure against the report before it, and the way that they say it went.

"Fewer than Members were told in March", "has lessened since Cabinet last considered it", "continues to grow", "has
fallen further", "is worse than when last reported": what was told, by whom and when may stand in any order, so that the
parts are read one by one.
"""

from __future__ import annotations

import re

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.same_thing import telling
from crossfoot.checks.basis.ways import the_way
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.wording.better import better_way, judged
from crossfoot.model import Figure

_MONTH = "|".join(MONTHS)
_WHO = (
    r"(?:we|it|they|this|that|members|councillors|(?:the )?(?:cabinet|matter|subject|item|position|committee"
    r"|board|panel"
    r"|executive|forum|council|figures?|number|service))"
)
_TOLD = (
    r"(?:reported|report|considered|looked|met|discussed|received|reviewed|heard|told|informed|advised|brought"
    r"|presented"
    r"|updated|saw|before|noted|given|shown|submitted|recorded|published|quoted)"
)
_REPORT = r"(?:report|record|update|meeting|paper|return|bulletin|time|occasion|monitoring|briefing|statement)"
_SINCE = r"(?:since|than|when|on|from|compared (?:with|to))"
_BACK = re.compile(
    rf"\b{_SINCE} (?:when |what |that |those )?{_WHO}(?: (?:was|were|had|has|have|been|last|previously|then|being))*"
    rf" {_TOLD}\b"
    rf"|\b(?:last|previously|formerly) (?:been )?{_TOLD}\b"
    rf"|\b{_SINCE} (?:[a-z]+ ){{0,5}}?(?:last|previous|earlier|preceding|{_MONTH}) {_REPORT}\b"
    rf"|\b(?:since|than in|than was the case in) (?:{_MONTH})\b(?! (?:19|20)?\d)"
    r"|\bcontinu(?:es?|ed|ing) to\b"
)
_FURTHER = re.compile(
    r"(?<!a )(?<!any )(?<!no )(?<!one )\bfurther\b(?! (?:£?\d|[a-z]+ (?:of|in) £?\d|information|report))"
)
_ON = (
    (re.compile(r"\bcontinu\w+ to (?:grow|rise|increase|climb|go up|mount|build up|creep up|expand|lengthen)\b"), 1),
    (re.compile(r"\bcontinu\w+ to (?:fall|decline|decrease|drop|reduce|shrink|go down|come down|lessen|ease)\b"), -1),
    (re.compile(r"\bcontinu\w+ to (?P<better>improve)\b"), 0),
)
_DENIED = re.compile(
    r"\b(?:not|no|never|halted|stopped|ended|reversed|england|national\w*|neighbours?|regional\w*|target|forecast"
    r"|budget\w*|expected|would|will|should|could|may be|might)\b"
)
_IT = re.compile(r"^(?:it|this|they|there|these|at|on|the (?:number|figure|total|rate|proportion))\b")
_SINCE_MONTH = re.compile(
    rf"\b(?:since|told|informed|advised|reported|heard"
    rf"|than)(?: was the case)?(?: to [a-z]+)?(?: in)? (?P<month>{_MONTH})\b"
    r"(?! (?:19|20)?\d)"
)


def way_since(context: Context, figure: Figure, words: str) -> int:
    """Return the way (1 or -1) that words set a figure's value against the last report by; nought for none or both."""
    if _DENIED.search(words) or not (_BACK.search(words) or _FURTHER.search(words)):
        return 0
    for pattern, way in _ON:
        if way and pattern.search(words):
            return way
    told = the_way(words)
    if told is not None:
        return int(told)
    call = judged(words) or ((True, "improve") if _ON[-1][0].search(words) else None)
    better = None if call is None else better_way(context, figure, words)
    if call is None or better is None:
        return 0
    return int(better) if call[0] else -int(better)


def month_of(words: str) -> int:
    """Return the number of the month whose report words look back to without calling it one, or nought."""
    found = _SINCE_MONTH.search(words)
    return MONTHS.index(found["month"]) + 1 if found else 0


def goes_on(before: str, words: str) -> bool:
    """Tell whether a sentence, ``words``, gives the figure of what the one before it speaks of."""
    shared = telling(before) & telling(words)
    return bool(shared) or _IT.match(words) is not None
