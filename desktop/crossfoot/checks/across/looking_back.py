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
_SINCE = r"(?:since|than|when|on|from|above|below|compared (?:with|to))"
_BACK = re.compile(
    rf"\b{_SINCE} (?:when |what |that |those )?{_WHO}(?: (?:was|were|had|has|have|been|last|previously|then|being))*"
    rf" {_TOLD}\b"
    rf"|\b(?:last|previously|formerly) (?:been )?{_TOLD}\b"
    rf"|\b{_SINCE} (?:that|those|the (?:figures?|numbers?|one|result|level|rate))(?: (?:was|were|which|that|had|been))*"
    rf" (?:{_TOLD}|put|laid|set out)\b"
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
_ABOVE = re.compile(
    r"\b(?:(?P<above>above|over)|below|under) (?:that|those|the (?:figures?|numbers?|level|one|last|previous))\b"
)
_LED = r"(?:the|that|this|their|its)"
_TREND = (
    r"(?:(?P<up>upward|rising|increasing|growing)|(?P<down>downward|falling|declining|decreasing)) "
    r"(?:trend|movement|path|pattern|tendency|direction)"
    r"|(?P<rise>rise|increase|growth|upturn|climb|expansion)|(?P<fall>fall|decrease|decline|reduction|drop|downturn)"
    r"|(?P<better>improvement|recovery|progress)|(?P<worse>deterioration|worsening)"
)
_KEPT = (
    r"(?:gone on|continued|carried on|persisted|lasted|held|endured"
    r"|been (?:kept up|sustained|maintained|continued|repeated|confirmed|borne out|held))"
)
_TURNED = (
    r"(?:ended|ceased|stopped|reversed|halted|stalled|petered out"
    r"|not (?:been )?(?:gone on|continued|lasted|held|kept up|sustained|maintained)"
    r"|been (?:reversed|turned (?:round|around)|halted|stopped|stemmed|arrested|checked|undone|lost|wiped out)"
    r"|turned (?:round|around)|proved (?:short-lived|temporary)|given way)"
)
_CARRIED = re.compile(
    rf"\b{_LED} (?:[a-z]+ ){{0,2}}?(?:{_TREND})\b(?P<what>[^.;:\d]{{0,70}}?)"
    rf"\b(?:has|have|had) (?:now |since |so far )?(?:(?P<on>{_KEPT})|(?P<off>{_TURNED}))\b"
)
"""What becomes of a way that an earlier report told of: "the growth noted in May has been sustained"."""
_DID_NOT = re.compile(
    r"\b(?:did|has|have|had) not (?:[a-z]+ )?(?:(?P<down>come down|gone down|go down|fall(?:en)?|drop(?:ped)?"
    r"|decreased?|declined?|reduced?|lessen(?:ed)?|shr[iu]nk)"
    r"|(?P<up>gone up|go up|come up|rise|risen|increased?|grown?|climb(?:ed)?))\b"
)
_HOPED = re.compile(
    rf"\b(?:contrary to|hoped|feared|expected|forecast|predicted)\b[^.;]{{0,40}}?\b(?:{_MONTH}|last|previous|earlier)\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|halted|stopped|ended|reversed|england|national\w*|neighbours?|regional\w*|target|forecast"
    r"|budget\w*|expected|would|will|should|could|may be|might)\b"
)
_IT = re.compile(r"^(?:it|this|they|there|these|at|on|the (?:number|figure|total|rate|proportion))\b")
_SINCE_MONTH = re.compile(
    rf"\b(?:since|noted|described|seen|recorded|cabinet|members|told|informed|advised|reported|heard"
    rf"|than)(?: was the case)?(?: to [a-z]+)?(?: in)? (?P<month>{_MONTH})\b"
    r"(?! (?:19|20)?\d)"
)


def way_since(context: Context, figure: Figure, words: str) -> int:
    """Return the way (1 or -1) that words set a figure's value against the last report by; nought for none or both."""
    failed = _DID_NOT.search(words) if _HOPED.search(words) else None
    if failed is not None:
        return 1 if failed["down"] else -1
    if _DENIED.search(words) or not (_BACK.search(words) or _FURTHER.search(words)):
        return 0
    for pattern, way in _ON:
        if way and pattern.search(words):
            return way
    told, side = the_way(words), _ABOVE.search(words)
    if told is not None:
        return int(told)
    if side is not None:
        return 1 if side["above"] else -1
    return _sized_way(words) or _judged_way(context, figure, words)


def _sized_way(words: str) -> int:
    """Return the way of what is larger or smaller than it was; nought where no such word is said."""
    size = _SIZE.search(words)
    return 0 if size is None else 1 if size["more"] else -1


_SIZE = re.compile(r"\b(?:(?P<more>larger|bigger|greater|longer)|smaller|shorter) than\b")


def _judged_way(context: Context, figure: Figure, words: str) -> int:
    """Return the way of a figure that words call better or worse than before; nought where nothing tells it."""
    call = judged(words) or ((True, "improve") if _ON[-1][0].search(words) else None)
    better = None if call is None else better_way(context, figure, words)
    if call is None or better is None:
        return 0
    return int(better) if call[0] else -int(better)


def way_carried(context: Context, figure: Figure, words: str) -> int:
    """Return the way of a trend that an earlier report told of and that is said to have gone on or been turned round.

    What is better is told by what the figure measures; nought where words speak of no such trend.
    """
    carried = _CARRIED.search(words) if " ha" in words else None
    if carried is None:
        return 0
    way = 1 if carried["up"] or carried["rise"] else -1 if carried["down"] or carried["fall"] else 0
    if not way:
        better = better_way(context, figure, words)
        way = 0 if better is None else int(better) if carried["better"] else -int(better)
    return way if carried["on"] else -way


def month_of(words: str) -> int:
    """Return the number of the month whose report words look back to without calling it one, or nought."""
    found = _SINCE_MONTH.search(words)
    return MONTHS.index(found["month"]) + 1 if found else 0


def goes_on(before: str, words: str) -> bool:
    """Tell whether a sentence, ``words``, gives the figure of what the one before it speaks of."""
    shared = telling(before) & telling(words)
    return bool(shared) or _IT.match(words) is not None
