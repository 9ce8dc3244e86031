"""Small raised figures behind a word: the marks of footnotes, which would pass for digits of the number before them.

A raised figure behind a short unit, as in m², belongs to it; one behind a number, a longer word or a stop is a mark.
"""

from __future__ import annotations

import re

_FIGURES = re.compile(r"[\[(]?\d{1,3}(?:,\s?\d{1,3})*[\])]?|[*†‡§]{1,3}")
_UNIT = re.compile(r"(?:\A|[^A-Za-z])(?:mm|cm|m|km|ft|yd|in|mi|ha|sq|s|x|R|CO|SO|NO|PM|H)\Z")


def is_mark(before: str, raised: str) -> bool:
    """Tell whether raised signs are the mark of a footnote; ``before`` is what stands right before them."""
    return bool(before.strip()) and _FIGURES.fullmatch(raised.strip()) is not None and _UNIT.search(before) is None
