"""What the name of a row or a column says beside a measure: that it is a share, or which of a group it counts."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.sentences import Sentence

IS_SHARE = re.compile(
    r"[\W\d]{0,4}(?:%|per\s?cent|percentage|proportion|average|rate|timeliness|within|in[\s-]time|on[\s-]time"
    r"|inside|visited|reviewed|seen|held|completed)(?!\w)",
    re.IGNORECASE,
)
"""How a row is named that tells how many of those that the row above counts."""


def names_more_than_the_group(label: Sentence, group: Choice) -> bool:
    """Tell whether a row's name says something of a group, before "of" it or behind "with": "Warnings of children"."""
    first = next((i for i, token in enumerate(label.tokens) if token.start >= group.name[0]), 0)
    last = next((i for i, token in enumerate(label.tokens) if token.start >= group.name[1]), len(label.tokens))
    if label.low(last) in {"with", "who", "whose", "without"}:
        return True
    while first and label.low(first - 1) in _DETERMINERS:
        first -= 1
    if label.low(first - 1) not in _OF_THEM:
        return False
    return not names_no_measure(label, first - 1)


_DETERMINERS = frozenset({"the", "our", "all", "its"})
_OF_THEM = frozenset({"of", "by", "for", "to", "among"})
