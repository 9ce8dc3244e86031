"""What is said to have been done beside a cause that hinders it, for rule 23: "was met, owing to sickness".

A target is met, a date is kept, a scheme proceeds thanks to something, not for want of it. Where the only cause given
is one that hinders, the "not" was lost. What a lack makes necessary (a review, an extra post, a saving) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.wording.contradictions import Contradiction
from crossfoot.checks.wording.said_against import NEGATED, Way, possible_ways, said_against

_BY_THEN = r"(?:in time|on time|to time|on schedule|as planned|by the due date|within the (?:time|period)[a-z]*)"
_DONE = (
    r"(?:(?:was|were|is|are|has been|have been|had been) (?:fully |all |both |narrowly |easily )*"
    r"(?:met|achieved|attained|reached|hit|kept)"
    r"|(?:was|were|has been|have been|had been|could be|can be) (?:fully |all |both )*(?:completed|finished|delivered"
    r"|opened|installed|brought into use|carried out|filled|submitted|issued|put in hand) [^.;,]{0,20}?"
    rf"{_BY_THEN}"
    r"|(?:did|does|do) (?:proceed|go ahead|take place|open|start|begin|happen|meet (?:it|its|the|their)[^.;,]{0,30}?)"
    r"|(?:was|were|has been|have been|had been) able to (?!(?:sav|reduc|cut|carry|underspend|bring|offset|use|avoid"
    r"|redirect|transfer|release)\w*)[a-z]+[^.;,]{0,40}?)"
)
_WANT = (
    r"(?:the |an? |some |any |continued |continuing |severe |serious |staff |staffing |high |long[- ]term |prolonged"
    r" |much |repeated |unexpected |its |their |his |her )*(?:sickness|illness|ill health|absences?|(?:lack|shortage"
    r"|shortfall|want|loss|withdrawal|failure|collapse|breakdown) of|shortages?|delays?|bad weather|flooding|snow"
    r"|strikes?|industrial action|staff vacancies|difficulties (?:in|with)|problems? (?:in|with)|insufficient)"
)
_HINDERED = (
    r"(?:(?!no\b|not\b|none\b)[a-z0-9][^.;,]{2,45}? (?:had|has|have|was|were|is|are) (?:still |all |both |since )?"
    r"(?:gone (?:out of business|into (?:liquidation|administration|receivership))|missing|unavailable|incomplete"
    r"|off sick"
    r"|(?:been )?(?:lost|mislaid|destroyed|withheld|withdrawn|delayed)|failed|broken down|fallen ill|resigned|late)"
    r"|no (?:[a-z]+ ){1,3}(?:could be found|was found|were found|was available|were available|had come forward|came"
    r" forward|had applied|applied|was received|were received|had been received)"
    r"|(?!no\b)[a-z][^.;,]{2,45}? (?:could not (?:be )?[a-z]+|(?:was|were) not (?:yet )?(?:available|ready|returned"
    r"|received|complete)|had not been (?:received|returned|signed|supplied|provided|recruited|appointed)))"
)
_CAUSED = (
    rf"(?:(?:owing to|due to|because of|on account of|as a result of|through) {_WANT}\b"
    rf"|(?:because|since|as|given that|in that|seeing that) {_HINDERED}\b)"
)
_CAUSES = "because|owing to|due to| since | as |on account|given that|through|seeing that|in that"
_DEEDS = (
    " met| achiev| attain| reach| hit| kept| complet| finish| deliver| open| install| brought| carried| filled| submit"
    "| issued| put | did | does | do | able to"
)
_WAYS = (
    Way(
        (_CAUSES, _DEEDS),
        re.compile(rf"(?P<said>\b{_DONE}(?: {_BY_THEN})?),? (?P<against>{_CAUSED})"),
        turned=NEGATED,
    ),
)


def _ways_here(context: Context) -> tuple[Way, ...]:
    return possible_ways(context.passages.low, _WAYS)


def done_though_hindered(words: str, context: Context) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, says was done though the only cause it gives hindered it."""
    for found in said_against(words, context.once(_ways_here)):
        if _EVEN_SO.search(words, found.end, min(len(words), found.end + _NEXT)) is None:
            yield found


_EVEN_SO = re.compile(r"\b(?:no longer|were overcome|was overcome|had ended|notwithstanding)\b")
_NEXT = 120
