"""Which paragraph styles of word processors stand for headings, whatever language the program spoke."""

from __future__ import annotations

import re

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)", re.IGNORECASE)


def heading_of_style(name: str) -> int | None:
    """Return the depth from 1 of the heading that a style makes, or None for a style of ordinary words."""
    named = _HEADING.match(name)
    if named:
        return max(1, int(named[1]))
    return 1 if name.lower() == "title" else None
