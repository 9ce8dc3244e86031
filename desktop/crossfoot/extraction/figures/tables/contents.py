"""A list of contents: its numbers are pages, not figures."""

from __future__ import annotations

import re
from itertools import pairwise

from crossfoot.extraction.figures.layout import TextBlock

_HEADED = re.compile(
    r"\W*(?:(?:table|list)\s+of\s+contents|contents(?:\s+page)?|index|in\s+this\s+(?:report|issue|paper)"
    r"|pages?(?:\s+no\.?)?)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[ivx]{1,4})[.):]?\s+\S|(?:appendix|annexe?|section|part)\b", re.IGNORECASE
)
_PAGE = re.compile(r"(?:p(?:age|p)?\.?\s?)?(\d{1,3})(?:\s?[-–]\s?\d{1,3})?")
_FEWEST = 3


def is_contents(text: str, rows: list[TextBlock], heads: list[TextBlock], above: str) -> bool:
    """Tell whether the ``rows`` of a table name parts of the document and their pages.

    Each has a name and a page, no page lies before the one above it, and the heading ``above`` or the ``heads`` say
    "Contents" or "Page", or every name carries the number of its part.
    """
    fewest = 1 if _HEADED.fullmatch(above) is not None else _FEWEST
    cells = [[text[start:end].strip() for start, end in row.cells] for row in rows]
    if len(rows) < fewest or any(len(row) != len(("name", "page")) for row in cells):
        return False
    pages = [_PAGE.fullmatch(row[1]) for row in cells]
    numbers = [int(page[1]) for page in pages if page is not None]
    if len(numbers) < len(rows) or any(after < before for before, after in pairwise(numbers)):
        return False
    said = (above, *(text[start:end] for head in heads for start, end in head.cells))
    if any(_HEADED.fullmatch(words) is not None for words in said):
        return True
    led = all("..." in text[row.start : row.end].replace(" ", "") for row in rows)
    return led and all(_NUMBERED.match(row[0]) is not None for row in cells)


def pages_of_entries(text: str, block: TextBlock, heading: str) -> list[tuple[int, int]]:
    """Return the offsets of the pages in a block under the ``heading`` "Contents": one at the end of each line."""
    if _HEADED.fullmatch(heading) is None:
        return []
    return [match.span(1) for match in _ENDS_IN_A_PAGE.finditer(text, block.start, block.end)]


_ENDS_IN_A_PAGE = re.compile(r"(?:\t|\.{2}|\. \.|\s{2})[ \t]*(?:p(?:age)?\.?[ ])?(\d{1,3})[ \t]*$", re.MULTILINE)
