"""What the wording of a block, or the heading over it, says of the nature of its numbers."""

from __future__ import annotations

import re
from enum import Enum

_PROPOSES = re.compile(
    r"(?:that\b[^.;]{3,300}?\bbe\b|to\s+(?!date\b|this\b|the\b|a\b|an\b|these\b|some\b|which\b)[a-z]+\b)", re.IGNORECASE
)
_OPTIONS = re.compile(
    r"(?:\(?\w{1,3}[.)]\s*)?(?:(?:alternatives?|other|rejected)(?:\s+options?)?|options?|alternatives)"
    r"(?:\s+(?:considered|not|rejected|and|but|taken|forward|by|the|cabinet|executive))*\s*(?::|[-–—]\s|$)",
    re.IGNORECASE,
)


_DECIDES = re.compile(
    r"(?:\(?\w{1,3}[.)]\s*)?(?:what\s+(?:was|were|cabinet|the\s+\w+)\s+(?:agreed|decided)"
    r"|decisions?\s+(?:made|taken|agreed)|(?:decided|resolved|agreed))\s*[:.-]*$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:reasons?|interests?|conflicts?|declarations?|dispensations?|call[\s-]?in|decisions?|officers?)\b[^.:\n]{0,40}:",
    re.IGNORECASE,
)


def decides(heading: str) -> bool:
    """Tell whether a heading announces what was decided: "What was agreed", "DECIDED:"."""
    return _DECIDES.match(heading) is not None


def leaves_options(words: str) -> bool:
    """Tell whether the words that open a sentence go on to another part than the rejected options: "Interests: …"."""
    return _OTHERWISE.match(words) is not None


def opens_options(words: str) -> bool:
    """Tell whether a heading, or the words that open a paragraph, announce what was considered and rejected."""
    return _OPTIONS.match(words) is not None


def proposes(sentence: str) -> bool:
    """Tell whether a block's first sentence is worded as a decision: "That … be …", "To apply the grant …"."""
    return _PROPOSES.match(sentence) is not None


class Setting(Enum):
    """Where in a record a number stands, as far as its nature is concerned."""

    NARRATIVE = "narrative"
    RESOLUTION = "resolution"
    OPTIONS = "options"
