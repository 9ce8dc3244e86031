"""The clause of a claim, and whether it claims anything: not what is proposed, hoped, feared or given as a figure."""

from __future__ import annotations

import re

from crossfoot.extraction.unchanging import unchanging

_EDGE = re.compile(
    r"[;:(]|,\s+(?=(?:and|but|or|so|which|who|with|as|though)\b)"
    r"|\b(?:but|while|whilst|although|whereas|because|since the)\b"
    r"|,\s+(?=(?:they|it|this|these|there|we|the)\b)"
)
"""Where one clause ends and the next begins."""

_ASIDE = re.compile(r",\s+(?:which|who|where|as|though|although|with)\b[^,;:]*,")
"""What is said aside within a clause: "the rate, which had worried us, has come down"."""

_NOT_YET = re.compile(
    r"\b(?:would|could|might|may|should|shall|will|must|can|cannot|if|unless|whether|likely|unlikely|expected|forecast"
    r"|projected|proposed?|proposals?|proposing|planned|intended|intends?|hoped?|aims?|aimed|aiming|in order|designed"
    r"|seeks?|seeking|ambition|risks?|approv(?:es?|ing|al)|agrees?|agreed (?:to|that)|monitor|recommend\w*|request\w*"
    r"|consider(?:ed)?|bids?|purpose|means? to"
    r"|help to|support to|so as to|reports? on|plan to|target of|be)\s(?:[^.;:]{0,70}\s)?$"
)
"""Words before a claim that make it none: what is not the case yet."""

_PURPOSE = re.compile(
    r"\bto\s+(?:(?:be|see|secure|achieve|bring|support|ensure|deliver)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?)?$"
)
"""An infinitive before a claim's words: "to secure a reduction in", "to be reduced"."""

_ASKED = re.compile(
    r"^[^.;:]{0,80}\b(?:be|is|was|were|are|been)\s+(?:proposed|approved|agreed|sought|requested|recommended"
    r"|needed|required|expected|planned)\b"
)
"""Words behind a noun that make it no claim: "an increase in the fees was agreed"."""


_DESCRIBES = re.compile(
    r"(?:^|\b(?:to|of|the|an?|with|and|by|for|in|from|this|these|some|any|its|their|more|under|through|amid|despite|on|at)"
    r"\s)$"
)
"""Words in front of a participle that merely describes: "because of increased pressure"."""


@unchanging(frozen=True, slots=True)
class Clause:
    """The clause of a claim: its place within the words of a sentence."""

    start: int
    end: int


def clause_around(words: str, start: int, end: int) -> Clause:
    """Return the clause of a sentence in lower case in which the words from ``start`` to ``end`` stand."""
    plain = _ASIDE.sub(lambda aside: " " * len(aside.group()), words[:start])
    left = max((m.end() for m in _EDGE.finditer(plain)), default=0)
    right = next((m.start() for m in _EDGE.finditer(words, end)), len(words))
    return Clause(left, right)


def is_told(words: str, clause: Clause, start: int, end: int) -> bool:
    """Tell whether the words from ``start`` to ``end`` of a clause tell what was or is, and not what may be."""
    before = words[clause.start : start]
    if _DESCRIBES.search(before) and words[start:end].split(maxsplit=1)[0].endswith("ed"):
        return False
    if _NOT_YET.search(before) or _PURPOSE.search(before):
        return False
    return _ASKED.match(words[end : clause.end]) is None
