"""How a place in a list is printed: 3 is "3", "c", "C", "iii", "III", "03" or "3rd"."""

from __future__ import annotations

import re

BULLET = "- "
"""What stands before an item whose sign is a dot, a square or a dash."""
_TABBED = re.compile(r"(\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]?|[-–•·o▪]))[ \t]*\t[ \t]*(?=\S)")
_TYPED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s|[-•]\s")
_ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999


def roman(number: int) -> str:
    """Return a number from 1 to 3,999 in small roman figures, any other in plain figures."""
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    letters = ""
    for value, sign in _ROMANS:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def letters(number: int) -> str:
    """Return a, b … z, aa, bb … for a number from 1, as word processors count."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 8)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th … for a number."""
    tail = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{tail}"


def has_typed_label(words: str) -> bool:
    """Tell whether words bring a label of their own, typed by hand, beside which a dot says nothing."""
    return _TYPED.match(words.strip()) is not None


def without_tab(words: str) -> str:
    """Return words with a blank for the tab behind a label typed by hand, which would pass for a table's edge."""
    return _TABBED.sub(r"\1 ", words, count=1) if "\t" in words and _TABBED.match(words) else words
