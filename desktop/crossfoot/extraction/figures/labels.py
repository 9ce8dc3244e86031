"""How the items of lists and the points of a text are labelled, and which label comes behind another."""

from __future__ import annotations

POINTS = frozenset({"1", "1.1"})
"""The styles of labels that number the points of a text: one of them ends a list with labels of another style."""


def style_of(marker: str) -> str:
    """Return how a list item is labelled: "1" for digits, "1.1" for dotted ones, "a" for letters, or its bullet."""
    bare = marker.strip("().")
    if bare[:1].isdigit():
        return "1.1" if "." in bare else "1"
    return "a" if bare.isalpha() and marker != "o" else marker


def comes_next(marker: str, following: str) -> bool:
    """Tell whether a label is the one behind another: 3.2 behind 3.1, whose list or table it is then no item of."""
    *before, last = marker.strip("().").split(".")
    *above, number = following.strip("().").split(".")
    if before != above:
        return False
    if last.isdigit() and number.isdigit():
        return int(number) == int(last) + 1
    return len(last) == len(number) == 1 and last.isalpha() and ord(number) == ord(last) + 1
