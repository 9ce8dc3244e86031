"""Percentages that the words tell of something else than the counts in front of them.

"27 episodes involving 15 children; interviews offered to all, 74% completed": behind a semicolon, a full stop or an
"and" a percentage may have a subject of its own. It speaks of the counts where its clause points back at them ("that
is 74%", "a rate of 74%", "74% of them"); where it names something new, their quotient says nothing of it.
"""

from __future__ import annotations

import re

from crossfoot.checks.basis.bases import BASES
from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Nature

_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_BRACKET = re.compile(r"\(\s*(?:or |i\.e\. |that is )?$")
_CLAUSE = re.compile(r"[.;]\s+|\s[–—]\s")
_POINTS_BACK = re.compile(
    r"\s*(?:(?:this|that|these|those|it|they|which|or|i\.e|so|thus|hence|therefore|represent\w*|giving|gave|making|makes?"
    r"|equal|equivalent|equating|amounting|at|in other words|put another way|of (?:these|those|them|the|all))\b"
    r"|(?:[a-z’'-]+ ){0,3}(?:rates?|share|proportion|percentage|per cent|take-?up|uptake|conversion|attendance"
    r"|completion|occupancy|spend|total|success)\b)"
)
_LITTLE = re.compile(r"\s*(?:(?:only|just|about|some|around|almost|nearly|over|under|more than|less than|a|an|the) ?)*")
_NEW_PLACE = re.compile(
    r"(?:,\s*|\s)(?:and|but|while|whereas)\s+(?:in|at|by|on|for|from|among|with|according to)\s+(?:the |a |an |our )?"
    r"[a-z]{3,}[^.;]{4,}$"
)
_SAYS = re.compile(
    r"\s*(?:%|per ?cent)?\s*(?:of (?!these|those|them|the (?:total|whole))[a-z ]{3,30}\s)?"
    r"(?:said|say|thought|felt|agreed|reported|rated|told|knew|were|was|had|have|did|received|saw)\b"
)


_ASSUMED = re.compile(
    r"\b(?:assum\w+|expect\w+|planned|estimated|hoped|predicted|aim\w*|target\w*|budgeted|required?)\s+"
    r"(?:of |at |for |was |is |only |about )*$"
)
_OF_THEM = re.compile(r"\s*(?:%|per ?cent|percent)?\s*of (?:them|these|those|whom|which)\b")
_OF_THEM_SAID = re.compile(
    r"\s*(?:%|per ?cent|percent)?\s*of (?:them|these|those|whom)\s+(?!in all\b|in total\b|altogether\b|and\b|or\b)[a-z]"
)
_SHORT = re.compile(r"[^.;:()\d]{0,60},\s*")
_OF_ALL = re.compile(r"\s*(?:%|per ?cent|percent)?\s*of (?:all|every)\b")
"""What a percentage is of that is told to be of more than the counts beside it."""
_OF_THE_COUNTED = re.compile(r"\bof (?:the|these|those|our|all) [^.;]{0,20}$")
_BESIDE = re.compile(r"(?!.*\b(?:were|was|had|have|has|been|are|is)\b)[^.;:()\d]{0,60},\s*$")


_DID = re.compile(r"\s*(?:%|per ?cent|percent)?\s+[a-z]")
"""What those did that a percentage is of: "91% in time". One that closes its clause tells of the count before it."""


def of_its_own(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is one of the part's own, or what was assumed of it.

    "1,406 exclusions of 812 pupils, 78% of them boys", "58 enquiries, 23 conferences, 91% in time", "29%, when 25% had
    been assumed".
    """
    if _ASSUMED.search(context.passages.before(percent, 40)) and part.nature is not Nature.TARGET:
        return True
    if (
        _OF_ALL.match(context.passages.after(percent, 30))
        and _OF_THE_COUNTED.search(context.passages.before(part, 30)) is None
    ):
        return True
    last = max(part, whole, key=lambda f: f.span.end)
    if last is not part or percent.span.start < part.span.end:
        return False
    gap = context.passages.between(part, percent)
    its_base = part.indicator is not None and BASES.get(percent.indicator or "") == part.indicator
    its_base = its_base and _DID.match(context.passages.after(percent, 30)) is not None
    own = _OF_THEM_SAID.match(context.passages.after(percent, 40)) is not None and _SHORT.fullmatch(gap) is not None
    plain = its_base or _OF_THEM.match(context.passages.after(percent, 30)) is not None
    return own or (plain and _BESIDE.match(gap) is not None)


_IN_BRACKETS = re.compile(r"\s*(?:%|per ?cent|percent)?\s*\((?:or |i\.e\. )?")


def of_something_new(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether the words behind two counts give a percentage a subject that is neither of them."""
    before = context.passages.low[max(0, percent.span.start - 16) : percent.span.start]
    beside = _BRACKET.search(before) is not None
    if percent.nature in _AIMS and not beside:
        return True
    if part.span.start >= percent.span.end and _IN_BRACKETS.fullmatch(context.passages.between(percent, part)):
        return False
    last = max((f for f in (part, whole) if f.span.end <= percent.span.start), key=lambda f: f.span.end, default=None)
    if last is None or beside:
        return False
    gap = context.passages.between(last, percent)
    cuts = list(_CLAUSE.finditer(gap))
    if cuts:
        clause = gap[cuts[-1].end() :]
        return _POINTS_BACK.match(clause) is None and _LITTLE.fullmatch(clause) is None
    return _NEW_PLACE.search(gap) is not None and _SAYS.match(context.passages.after(percent, 60)) is not None
