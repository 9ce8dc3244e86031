"""What the wording of a block, or the heading over it, says of the nature of its numbers."""

from __future__ import annotations

import re
from enum import StrEnum

_PROPOSES = re.compile(
    r"(?:that\s+(?:the\s+)?(?:\w+\s+){0,3}\w+\s*:-?\s*$|that\b[^.;]{3,300}?\bbe\b|to\s+(?!date\b|this\b|the\b|a\b|an\b|these\b|some\b|which\b)[a-z]+\b)",
    re.IGNORECASE,
)
_OPTIONS = re.compile(
    r"(?:\(?\w{1,3}[.)]\s*|\d{1,2}\.\d{1,2}\s+)?(?:(?:alternatives?|other|rejected)(?:\s+options?)?|options?|alternatives)"
    r"(?:\s+(?:considered|not|rejected|and|but|taken|forward|by|the|cabinet|executive))*\s*(?::|[-–—]\s|$)",
    re.IGNORECASE,
)


_DECIDES = re.compile(
    r"(?:\(?\w{1,3}[.)]\s*|\d{1,2}\.\d{1,2}\s+)?(?:what\s+(?:was|were|cabinet|the\s+\w+)\s+(?:agreed|decided)"
    r"|decisions?\s+(?:made|taken|agreed)|(?:decided|resolved|agreed)"
    r"|(?:recommendations?|recommended)(?:\s+(?:to|that|for)\b.{0,40})?|that\s+(?:the\s+)?(?:\w+\s+){1,3}"
    r"|what\s+(?:we|officers)\s+(?:propose|recommend|intend)(?:\s+to\s+do)?"
    r"|for\s+(?:the\s+\w+\s+to\s+decide|decision))\s*[:.-]*$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:reasons?|interests?|conflicts?|declarations?|dispensations?|call[\s-]?in|decisions?|officers?)\b[^.:\n]{0,40}:",
    re.IGNORECASE,
)


def decides(heading: str) -> bool:
    """Tell whether a heading announces what was or is to be decided: "What was agreed", "Recommendations"."""
    return _DECIDES.match(heading) is not None


_NOTES = re.compile(
    r"\W{0,3}(?:\w{1,4}[.)])?\s*(?:that\b.{0,60}\b)?(?:be\s+noted|notes?|noted|receives?)\b", re.IGNORECASE
)


def only_notes(words: str) -> bool:
    """Tell whether an item of what is decided takes note of what is, and decides nothing: "notes the overspend"."""
    return _NOTES.match(words) is not None


def leaves_options(words: str) -> bool:
    """Tell whether the words that open a sentence go on to another part than the rejected options: "Interests: …"."""
    return _OTHERWISE.match(words) is not None


def opens_options(words: str) -> bool:
    """Tell whether a heading, or the words that open a paragraph, announce what was considered and rejected."""
    return _OPTIONS.match(words) is not None


def proposes(sentence: str) -> bool:
    """Tell whether a block's first sentence is worded as a decision: "That … be …", "To apply the grant …"."""
    return _PROPOSES.match(sentence) is not None


class Setting(StrEnum):
    """Where in a record a number stands, as far as its nature is concerned."""

    NARRATIVE = "narrative"
    RESOLUTION = "resolution"
    OPTIONS = "options"
