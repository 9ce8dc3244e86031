"""Letters and Roman numerals that number what was agreed inside a sentence: "(a) …; (b) …; and (d) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Span

_AGREED = re.compile(r"\b(?:resolved|recommended|agreed|ordered|decided)\b", re.IGNORECASE)
_MARK = re.compile(r"(?:(?<=[:;,.–-] )|(?<=[:;,.]\n)|(?<=\n)|(?<=and ))\((?P<mark>[a-z]|[ivx]{2,4})\) (?=[a-z])")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_REACH = 900


def inline_gaps(context: Context) -> Iterator[Outcome]:
    """Ask where the letters or numerals behind "AGREED:" leave one out."""
    text = context.text
    for agreed in _AGREED.finditer(text):
        end = text.find("\n\n", agreed.end(), agreed.end() + _REACH)
        found = list(_MARK.finditer(text, agreed.end(), end if end > 0 else min(len(text), agreed.end() + _REACH)))
        if agreed.group().isupper() and end > 0 and not found:
            after = text.find("\n\n", end + 2, end + _REACH)
            found = list(_MARK.finditer(text, end + 1, after if after > 0 else min(len(text), end + _REACH)))
        places = [_place(match["mark"], roman=found[0]["mark"] == "i") for match in found]
        if len(places) < 2 or places[0] != 1:
            continue
        for (before, one), (after_it, two) in pairwise(zip(found, places, strict=True)):
            if two == one + 2:
                first, second = before["mark"], after_it["mark"]
                yield query(
                    f"({second}) follows ({first}); worth checking whether one is missing or misnumbered.",
                    f"({first}), then ({second})",
                    span=Span(after_it.start(), after_it.end()),
                    words=f"{first}>{second}",
                )


def _place(mark: str, *, roman: bool) -> int:
    """Return which in its row a letter or a Roman numeral is; nought for none."""
    if roman:
        return _ROMAN.index(mark) + 1 if mark in _ROMAN else 0
    return ord(mark) - ord("a") + 1 if len(mark) == 1 else 0
