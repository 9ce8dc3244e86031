"""The two levels that a change lies between where it stands apart from one of them or from both.

"1,046 were received, as against 887 in the year before. This was a rise of 159." "There were 1,046 in need. Of these
168 … . The total at 31 March had been 918 and has gone up by 128."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Unit

_SUMS_UP = re.compile(
    r"^(?:so |thus |hence )?(?:(?:this|that|it|which|these|they|the two|there) (?:is|was|were|are|has|have|had"
    r"|represent\w*|equate\w*|amount\w*|mean\w*|give\w*|show\w*|marks?|marked)\b"
    r"|(?:the|this|that|an?) (?:[a-z]+ ){0,2}?(?:increase|rise|fall|drop|decrease"
    r"|reduction|decline|growth|improvement|gain|change|difference)\b)"
)
"""How a sentence begins that says of the two levels in front of it how far apart they are: "This was a rise of 159"."""


def just_told(sentence: Sentence, change: Figure, there: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the two levels of the sentence before, where this one begins with how far apart they are.

    They must be the only two there, or its last two and of two times.
    """
    if change is not sentence.figures[0] or not _SUMS_UP.match(sentence.low):
        return []
    levels = [f for f in there if change.unit is Unit.PERCENT or same_kind(f, change)][-2:]
    if len(levels) < 2 or not same_kind(*levels) or levels[0].value == levels[1].value:
        return []
    two_times = levels[0].period is not None and levels[0].period != levels[1].period
    return [(levels[0], levels[1])] if len(there) == 2 or two_times else []


def since_then(context: Context, here: Figure, far: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return a level with the last one of another time that its paragraph gives of the same thing, no part of it.

    "There were 1,046 in need on 30 November. Of these 168 … . At 31 March there had been 918, which is a rise of 128".
    """
    of_all = _THE_NUMBER.search(context.passages.before(here, 60)) is not None
    same = [
        f
        for f in far
        if (f.indicator == here.indicator and (f.indicator is not None or f.label == here.label or of_all))
        and same_kind(f, here)
        and f.value != here.value
        and f.period is not None
        and here.period is not None
        and f.period.end != here.period.end
        and not context.is_told_as_part(f)
    ]
    return [(same[0] if of_all else same[-1], here)] if same else []


_THE_NUMBER = re.compile(r"\b(?:the (?:total|number|figure)|there had been|they had numbered)\b[^.;£]{0,40}$")
"""Words that take up the first number of a paragraph, at another time."""
