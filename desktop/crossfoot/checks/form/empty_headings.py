"""Numbered headings of a paper under which nothing stands, for rule 32: "4. Fostering", and then "5. Adoption".

The sections that the law asks for are looked at by their kinds; here any heading of a row is, where the others of its
row have words under them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.form.list_numbers import heading_rows
from crossfoot.model import Span

_WORDS = 60
"""A heading with so many characters under it, before the next one, has words of its own."""


def empty_headings(context: Context) -> Iterator[Outcome]:
    """Ask about the one numbered heading of a row that has nothing under it, whereas all the others have."""
    text = context.text
    for row in heading_rows(context):
        under = [
            _under(text, one, after) if headed else text[one.start : after.start]
            for (one, headed), (after, _) in pairwise(row)
        ]
        empty = [one for (one, _), words in zip(row, under, strict=False) if not words.strip()]
        filled = sum(len(words) >= _WORDS for words in under)
        if len(empty) != 1 or filled < 2 or filled * 2 < len(under):
            continue
        line = Span(empty[0].start, _line_end(text, empty[0].start))
        if any(s.heading and s.heading in line.cut(text) for s in context.record.sections) and _is_asked(context, line):
            continue
        quote = " ".join(line.cut(text).split())
        if re.search(r": \S", quote):
            continue  # "1 Title: Annual Report" has its words on the line
        yield query(f"Nothing stands under: “{quote}”; worth checking.", f"empty: {quote}", span=line, words=quote)


def _is_asked(context: Context, line: Span) -> bool:
    """Tell whether a heading opens a section of the law that is empty, which is asked about by its kind."""
    return any(
        not s.span.cut(context.text).strip(" \n\t*_.") and line.start <= s.span.start <= line.end + 2
        for s in context.record.sections
    )


def _under(text: str, heading: Span, following: Span) -> str:
    """Return the words between the line of a heading and the next heading's number."""
    end = _line_end(text, heading.start)
    return re.sub(r"[\s*_#-]+", " ", text[end : text.rfind("\n", 0, following.start) + 1]).strip()


def _line_end(text: str, at: int) -> int:
    """Return where the line of a place ends."""
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
