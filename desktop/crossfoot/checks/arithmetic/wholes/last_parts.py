"""Parts that end an enumeration: those of one that are said in words, and a last one that is plainly one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure

_FEW = 3
_UNFILLED = re.compile(
    r"\s*(?:posts? |places )?(?:(?:being|are|were|is|was) )?"
    r"(?:vacant|unfilled|frozen|empty|unoccupied|not (?:yet )?(?:filled|occupied)|held (?:open|vacant))\b"
)
"""What a last part is that others of the same whole are not: "11 are occupied, four are covered and two vacant"."""
_OF_THEM = re.compile(r"\s*of (?:whom|which|these|them|those)\b")


def ends_the_row(context: Context, run: Sequence[Figure]) -> bool:
    """Tell whether the last of some parts is plainly one of them: "7 turned 18, 6 were adopted and 1 moved abroad"."""
    few = len(run) < _FEW or (len(run) == _FEW and _UNFILLED.match(context.passages.after(run[-1], 40)) is None)
    if few or _OF_THEM.match(context.passages.after(run[-1], 20)):
        return False
    gaps = [context.passages.between(a, b) for a, b in pairwise(run)]
    tail = context.passages.after(run[-1], 60)
    joined = re.fullmatch(r"(?: [a-z%()-]+){1,9},? and (?:the )?", gaps[-1]) is not None
    return joined and all("," in gap for gap in gaps[:-1]) and re.match(r"[^,;:()\d]{1,50}(?:\.|$)", tail) is not None


_STAFF_BEHIND = re.compile(r"\s*(?:fte |new )?(?:staff|posts?|people|members of staff|team members|employees)\b")


def ones_in_words(context: Context, run: Sequence[Figure], whole: Figure) -> int:
    """Return how many parts of one are said in words between the whole and the last part, and are no figures.

    "One was outstanding" is one; of staff, "a head" and "an administrator" are, too.
    """
    start, end = whole.span.end, run[-1].span.start
    at = {f.span.start for f in context.figures}
    staff = _STAFF_BEHIND.match(context.passages.after(whole, 30)) is not None
    pattern = r"(?:[,;:]|\band)\s+(one|an?)\b(?! of\b)" if staff else r"(?:[,;:]|\band)\s+(one)\b(?! of\b)"
    tail = re.split(r"[.;]", context.passages.low[run[-1].span.end : run[-1].span.end + 60])[0] if staff else ""
    behind = len(re.findall(r"(?:,|\band)\s+an? [a-z]", tail))
    rest = context.passages.low[run[-1].span.end : run[-1].span.end + 60].split(".")[0]
    last = run[-1].span.end
    behind += sum(last + match.start(match.lastindex or 1) not in at for match in _ONE_BEHIND.finditer(rest))
    found = re.finditer(pattern, context.passages.low[start:end])
    return behind + sum(start + match.start(1) not in at for match in found)


_ONE_BEHIND = re.compile(
    r"(?:,|\band)\s+(one)(?= (?:from|in|at|to|for|by|with|was|is|as|on)\b)|\band\s+(one)(?= [a-z]+(?:ed|t|ft|nt|ent)\b)"
)
