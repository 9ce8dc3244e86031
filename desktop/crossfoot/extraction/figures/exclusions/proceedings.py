"""Numbers of the meeting itself: who came, who may call a decision in, the file that a report is in."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import Candidate
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import word_set

_PRESENT = word_set("present apologies attendance attending quorum absent attendees")
_BEFORE_PRESENT = word_set("also officers councillors members in those for not other others ( )")
"""What may stand before "present", "attendance" or "apologies" at the beginning of a line of attendance."""

_CALLS_IN = word_set("may must can requires require required needs need requests request signed signature signatures")
_CALLS = frozenset({"call", "called"})
_MOST_MEMBERS = 200


def attendance(c: Candidate) -> str | None:
    """A line that lists who came reports nothing of the service: "Apologies: 2", "Present: … and 3 others"."""
    n = c.number
    if n.money or n.unit is not None or n.value > _MOST_MEMBERS or n.form in {Form.FRACTION, Form.MULTIPLE}:
        return None
    return "attendance" if _lists_those_present(c.sentence) else None


def _lists_those_present(s: Sentence) -> bool:
    """Tell whether a line opens with "Present:", "Also in attendance –", "Apologies for absence:"."""
    for i in range(min(len(s.tokens), 6)):
        low = s.low(i)
        if low == "apologies":
            return True
        if low in _PRESENT:
            return any(s.low(j) in {":", "–", "-", "—"} for j in range(i + 1, min(i + 4, len(s.tokens))))
        if low not in _BEFORE_PRESENT:
            return False
    return False


def call_in(c: Candidate) -> str | None:
    """How many members may call a decision in is a rule of the council's: "three members may call in"."""
    s, n = c.sentence, c.number
    if n.money or n.unit is not None or n.value > _MOST_MEMBERS:
        return None
    if not s.words & _CALLS:
        return None
    calls = any(s.low(i) in {"call", "called"} and _is_in(s, i + 1) for i in range(len(s.tokens) - 1))
    return "rule of call-in" if calls and s.words & _CALLS_IN else None


def _is_in(s: Sentence, j: int) -> bool:
    """Tell whether "in" stands at ``j``, or behind a hyphen there."""
    return s.low(j) == "in" or (s.low(j) in {"-", "‑", "–"} and s.low(j + 1) == "in")


def rounding(c: Candidate) -> str | None:
    """What amounts are rounded to is none: "to the nearest 10p"."""
    return "size of rounding" if c.before == "nearest" else None
