"""Between the program's offsets and Qt's.

The program counts characters; Qt counts UTF-16 units, of which a character beyond the basic
plane (an emoji, a rare Chinese sign) takes two. Records seldom hold one, so the plain case
costs nothing.
"""

from __future__ import annotations

from bisect import bisect_left

# What Qt would take for an end of line and the program does not; each is one character for one,
# so that offsets stay.
_SHOWN_AS = str.maketrans({"\r": " ", "\u2029": " ", "\u2028": " ", "\ufdd0": " ", "\ufdd1": " ", "\x00": " "})


def showable(text: str) -> str:
    """Return ``text`` with the signs replaced that would make Qt count other lines than the program does."""
    return text.translate(_SHOWN_AS)


class Offsets:
    """Translates offsets of one text."""

    def __init__(self, text: str = "") -> None:
        self._wide = [place for place, sign in enumerate(text) if sign > "\uffff"] if not text.isascii() else []
        self._wide_in_qt = [place + extra for extra, place in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """Return Qt's position of a character's offset."""
        return offset + bisect_left(self._wide, offset)

    def from_qt(self, position: int) -> int:
        """Return the character's offset of Qt's position; inside a wide character, that of its end."""
        return position - bisect_left(self._wide_in_qt, position)
