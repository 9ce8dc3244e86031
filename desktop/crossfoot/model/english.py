"""The names that English gives to months, weekdays and small numbers, written once for all who read or write them.

The standard library's names follow the machine's language, and a record does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
"""The months' names, the first at place 0."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The weekdays' names, in the order of ``date.weekday()``."""
NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""The names of the numbers from 0 to 20, each at its own place."""
NUMBER_NAMED: Mapping[str, int] = MappingProxyType({name: number for number, name in enumerate(NUMBERS)})
"""The number that a small letters' name stands for."""


def either(names: Iterable[str]) -> str:
    """Return the alternatives of a pattern that stand for any of the names, in small letters: "monday|tuesday"."""
    return "|".join(name.lower() for name in names)


def numbers_named(first: int, last: int) -> str:
    """Return the alternatives of a pattern for the names of the numbers from ``first`` to ``last``, both within 20."""
    return either(NUMBERS[first : last + 1])


def number_told(words: str) -> int:
    """Return the number that digits or one small number's name tell: "12", "twelve".

    Raises:
        KeyError: the words are neither.
    """
    return int(words) if words.isdecimal() else NUMBER_NAMED[words.lower()]


MONTH = either(MONTH_NAMES)
"""The alternatives of a pattern for a month's name, in small letters."""
