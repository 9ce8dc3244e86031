"""The table of contents of a PDF, which says again what stands further down, with the numbers of its pages."""

from __future__ import annotations

import re

from crossfoot.readers.pdf.lines import Line

_HEADING = re.compile(r"(?:table of )?contents:?", re.IGNORECASE)
_ENTRY = re.compile(r".*\D\W*(?:\.\s?){4,}\s*\d{1,4}")
_PAGE = re.compile(r"\d{1,4}")
_FEWEST = 2
_LONGEST_ENTRY = 2
"""Lines that an entry takes at most."""


def without_contents(pages: list[list[Line]]) -> tuple[list[list[Line]], bool]:
    """Return the pages' lines without a table of contents, and whether there was one."""
    found = False
    kept: list[list[Line]] = []
    for lines in pages:
        start = next((n for n, line in enumerate(lines) if _HEADING.fullmatch(line.text.strip())), None)
        end = start + 1 if start is not None else 0
        entries = 0
        while start is not None:
            reach = next((n for n in range(end, min(end + _LONGEST_ENTRY, len(lines))) if _is_entry(lines[n])), None)
            if reach is None:
                break
            end, entries = reach + 1, entries + 1
        whole = start is not None and entries >= _FEWEST
        found = found or whole
        kept.append([*lines[:start], *lines[end:]] if whole else lines)
    return kept, found


def _is_entry(line: Line) -> bool:
    """Tell whether a line ends with the number of a page, behind dots or well apart from its words."""
    if line.cells:
        return False
    apart = len(line.segments) > 1 and _PAGE.fullmatch(line.segments[-1].text) is not None
    return apart or _ENTRY.fullmatch(line.text) is not None
