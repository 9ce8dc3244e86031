"""Numbers that stand among the parts of a whole and that the words make something else.

"26 were placed and 17 were not; ten of the 17 had a match", "Of 287 cases 178 ended well; of 151 others, 62 did",
"they fell from 21 to 17; at the others they rose from 23 to 35": a part of a part, another whole, the two ends of a
movement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure, Unit

_OF_A_PART = re.compile(r"\s*(?:[a-z]+ )?of (?:the|these|those|them|that|our)\b(?: last)?(?: (?P<number>\d[\d,]*)\b)?")
_A_WHOLE = re.compile(r"(?:^|[;.,:(]\s*|\band\s+)(?:out )?of (?:the |all |its |our )?£?$")
_MOVES = re.compile(r"\b(?:from|to)\s+(?:about |some )?£?$")
_REFERRED = re.compile(r"\s*(?:[a-z]+ ){0,2}?(?:referred|mentioned|described|noted|already|above)\b")
_FAR = Decimal("2.5")


def has_no_part(context: Context, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether the words make one of some ``parts`` no part of ``whole``, or their sum is far from it."""
    value = sum((part.value for part in parts), Decimal(0))
    far = whole.value > 0 and not whole.value / _FAR <= value <= whole.value * _FAR
    # A rate stands among what is counted.
    broken = len({part.step < 1 for part in parts}) > 1 and all(f.unit in {Unit.COUNT, None} for f in parts)
    moves = _MOVES.search(context.passages.before(whole, 24)) is not None
    return far or broken or any(_is_none(context, part, parts, whole, moves=moves) for part in parts)


def _is_none(context: Context, part: Figure, parts: Sequence[Figure], whole: Figure, *, moves: bool) -> bool:
    """Tell whether the words beside one of some ``parts`` make it none; ``moves`` where the whole ends a movement."""
    front, behind = context.passages.before(part, 24), context.passages.after(part, 30)
    some = _OF_A_PART.match(behind)
    others = {other.value for other in parts} - {part.value}
    return (
        (some is not None and bool(some["number"]) and Decimal(some["number"].replace(",", "")) in others)
        or (front.endswith(" the ") and _REFERRED.match(behind) is not None)
        or (_A_WHOLE.search(front) is not None and part.span.start > whole.span.end)
        or (moves and _MOVES.search(front) is not None)
    )
