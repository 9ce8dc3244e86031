"""Names of rows that stand once for several: a cell that reaches down names each row that it reaches into.

"Homes" beside "Places" and "Cost" is printed once, in a cell of two rows, and both rows are of homes. So that each row
says so by itself, the name is given to every row; a cell that holds figures of its own is given once.
"""

from __future__ import annotations

import re

_LONGEST_NAME = 80
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b")
_FIGURE = re.compile(r"\d{3}|[£%]|\d[,.]\d|\A\W*\d+\W*\Z")


class MergedNames:
    """The first cells of a table's rows, from the top down."""

    def __init__(self) -> None:
        self._name = ""

    def cell(self, column: int, words: str, *, goes_on: bool) -> str:
        """Return what a cell says in its row; ``goes_on`` tells that it is the rest of one that began above."""
        if column:
            return "" if goes_on else words
        if not goes_on:
            self._name = words if names_rows(words) else ""
            return words
        return self._name


def names_rows(words: str) -> bool:
    """Tell whether a cell is a name, without figures of its own."""
    named = any(map(str.isalpha, words)) and len(words) <= _LONGEST_NAME
    return named and _FIGURE.search(_YEAR.sub("", words)) is None
