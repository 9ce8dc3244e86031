"""What "since April" dates: what was done or changed since then, and what something was from which it moved."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.kinds import counts_what_happened, counts_what_there_was, is_stock
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.leaning import is_of_a_later_time, is_of_an_earlier_time
from crossfoot.extraction.figures.periods.question import Dated, Question
from crossfoot.extraction.figures.periods.sources import SINCE
from crossfoot.model import Measure, Nature


def has_happened_since(question: Question, when: When) -> bool:
    """Tell whether a number is of what was done or changed since a time, and not of what there is now.

    "Since April 612 were let", "fallen by 31 since April", but not "fallen since April to 412".
    """
    sight = question.sight
    s = sight.sentence
    if question.measure in _FLOWS and "since" in s.lowered:
        return True
    if question.nature is Nature.CHANGE or _OPENS_SINCE.match(s.text, s.start, when.span.start) is not None:
        return True
    held = is_stock(question.measure) and not counts_what_happened(sight)
    if question.nature is not Nature.ACTUAL or held or is_of_a_later_time(sight):
        return False
    if when.span.end <= sight.start:
        return counts_what_happened(sight) or _DONE_SINCE.fullmatch(s.text, s.start, when.span.start) is not None
    parted = _PARTS_FROM_SINCE.search(sight.sentence.text, sight.end, when.span.start) is not None
    return counts_what_happened(sight) or not (parted or counts_what_there_was(sight))


_FLOWS = frozenset({Measure.FLOW, Measure.RATIO_OF_FLOW})
_DONE_SINCE = re.compile(
    r"\W*(?:[\w’'-]+\s+){1,5}[a-z]+(?:ed|built|made|sold|let|held|won|spent)\s+since\s+(?:the\s+)?", re.IGNORECASE
)
"""A line that names what was done since a time, before its number: "Jobs created since April: 44"."""

_PARTS_FROM_SINCE = re.compile(
    r"[,;)]|\b(?:and|but|up|down|higher|lower|more|fewer|than|some|many|most|rise|fall)\b", re.IGNORECASE
)
"""What stands between a number and a "since" that is of something else: "38 were waiting, some of them since June"."""

_OPENS_SINCE = re.compile(r"\W{0,4}(?:since|from)\b[^,.;]*\Z", re.IGNORECASE)
"""A sentence up to the time that it opens with: "Since the last report in May", of which the whole of it is."""


def at_which_it_began(question: Question) -> Dated | None:
    """Return the time since which something moved, for what it moved away from: "from 15 to 4 since April"."""
    sight, text = question.sight, question.sight.sentence.text
    since = next((w for w in sight.reading.whens if w.rule == SINCE and w.span.start >= sight.right), None)
    if since is None or since.period is None or not is_of_an_earlier_time(sight):
        return None
    if _SINCE_THEN.fullmatch(text, sight.right, since.span.start) is None:
        return None
    day = any(character.isdigit() for character in since.span.cut(text).split()[0])
    start = since.period.start
    return Dated(stretches.as_at(start) if day else stretches.month(start.year, start.month), SINCE, since.span)


_SINCE_THEN = re.compile(r"\S+[^.;,]{0,40}\bsince\s+(?:the\s+)?", re.IGNORECASE)
