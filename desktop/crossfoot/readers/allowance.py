"""How long a file may take: a while for itself, and a little more for each page that was read.

A long document is no hostile one; what takes its time without getting on from page to page is. The time never grows
beyond some minutes, however many pages a file says it has.
"""

from __future__ import annotations

from collections.abc import Callable

Pages = Callable[[int], None]
"""Told how many more pages were read."""

PER_PAGE = 0.5
"""Seconds that each page is worth: twice what reading and searching it takes on a machine that is busy."""
LONGEST = 300.0
"""Seconds that no file may take longer than, unless it was allowed more to begin with."""
PAGE_OF_TEXT = 3_000
"""Characters that count as a page where a document has none of its own."""
EACH = 10
"""How many pages are read before they are told."""


def allowed(seconds: float, pages: int) -> float:
    """Return how many seconds a file may take in all of which so many pages were read."""
    return max(seconds, min(LONGEST, seconds + PER_PAGE * pages))
