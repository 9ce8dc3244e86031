"""Which paragraph styles of word processors stand for headings or for a table of contents, by their names."""

from __future__ import annotations

import re

_CONTENTS = re.compile(r"(?:toc|contents|table of figures|index|user index) ?(?:\d|heading)?", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)", re.IGNORECASE)


def heading_of_style(name: str) -> int | None:
    """Return the depth from 1 of the heading that a style makes, or None for a style of ordinary words."""
    named = _HEADING.match(name)
    if named:
        return max(1, int(named[1]))
    return 1 if name.lower() == "title" else None


def is_of_contents(name: str) -> bool:
    """Tell whether a style is that of a table of contents, which only says again what stands further down."""
    return _CONTENTS.fullmatch(name) is not None
