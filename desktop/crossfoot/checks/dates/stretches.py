"""Stretches of time as texts print them, "between 1 April and 30 June 2013", for the rules that compare them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Span

_MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTHS) + "|sept)"
_COMMA = r"(?:,? )"
_BETWEEN = re.compile(
    rf"\b(?P<d1>\d{{1,2}})?(?:st|nd|rd|th)?(?: of)? ?\b(?P<m1>{_MONTH})\b\.?(?:{_COMMA}(?P<y1>\d{{4}}))?"
    rf"\s*(?P<join>to|until|and|-|–|—|through to|up to)\s*(?:and including |the end of |the )?"
    rf"(?P<d2>\d{{1,2}})?(?:st|nd|rd|th)?(?: of)? ?\b(?P<m2>{_MONTH})\b\.?(?:{_COMMA}(?P<y2>\d{{4}}))?"
)
_EACH = re.compile(
    rf"\b(?P<m1>{_MONTH})(?:(?: \d{{4}})?, (?:{_MONTH}))+(?: \d{{4}})?,? and (?P<m2>{_MONTH})"
    rf"(?:{_COMMA}(?P<y2>\d{{4}}))?"
)
_UP_TO = re.compile(
    r"\b(?P<long>quarter|three months|3 months|six months|6 months|half[- ]year|nine months|twelve months|year)\s+"
    r"(?:which |that )?(?:to|ended|ending|ends|up to)(?: on)?\s+(?:the )?(?:end of )?"
    rf"(?P<d2>\d{{1,2}})?(?:st|nd|rd|th)?(?: of)? ?\b(?P<m2>{_MONTH})\b\.?(?:{_COMMA}(?P<y2>\d{{4}}))?"
)
_LONG = {"quarter": 3, "three": 3, "3": 3, "six": 6, "6": 6, "half": 6, "nine": 9, "twelve": 12, "year": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole months in a row: the first, how many, the year of the last where it is printed, and the place."""

    first: int
    count: int
    year: int | None
    span: Span

    @property
    def last(self) -> int:
        """Return the number of its last month."""
        return (self.first + self.count - 2) % 12 + 1

    def days(self, year: int) -> tuple[date, date]:
        """Return its first and last day, where its last month is in ``year``."""
        end = date(year, self.last, monthrange(year, self.last)[1])
        start = end.replace(day=1)
        for _ in range(self.count - 1):
            start = (start - timedelta(days=1)).replace(day=1)
        return start, end


def _month(name: str) -> int:
    """Return the number of a month from its name or the name's first letters."""
    return next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))


@lru_cache(maxsize=64)
def stretches(low: str) -> tuple[Stretch, ...]:
    """Return the stretches of whole months that a text in small letters prints, in its order.

    Days are taken where they begin and end months: "6 May to 9 June" is no stretch of months.
    """
    found = sorted(_all(low), key=lambda stretch: (stretch.span.start, -stretch.span.end))
    kept: list[Stretch] = []
    for stretch in found:
        if not kept or stretch.span.start >= kept[-1].span.end:
            kept.append(stretch)
    return tuple(kept)


def _all(low: str) -> Iterator[Stretch]:
    for pattern in (_EACH, _BETWEEN):
        for match in pattern.finditer(low):
            groups = match.groupdict()
            first, last = _month(match["m1"]), _month(match["m2"])
            years = [int(y) for y in (groups.get("y1"), groups.get("y2")) if y]
            if groups.get("d1") not in {None, "1", "01"} or not _ends(groups.get("d2"), last):
                continue
            if (groups.get("d1") is None) != (groups.get("d2") is None):
                continue
            if groups.get("join") == "and" and "between" not in low[max(0, match.start() - 12) : match.start()]:
                continue  # "in July and September" are two months
            count = (last - first) % 12 + 1
            if len(years) == 2:
                count = (years[1] - years[0]) * 12 + last - first + 1
            if 2 <= count <= 12:
                start = match.start("d1") if groups.get("d1") else match.start("m1")
                yield Stretch(first, count, years[-1] if years else None, Span(start, match.end()))
    for match in _UP_TO.finditer(low):
        last, count = _month(match["m2"]), _LONG[re.split(r"[ -]", match["long"])[0]]
        if _ends(match["d2"], last):
            year = int(match["y2"]) if match["y2"] else None
            yield Stretch((last - count) % 12 + 1, count, year, Span(match.start(), match.end()))


def _ends(day: str | None, month: int) -> bool:
    """Tell whether a day, where one is printed, is the last of its month."""
    return day is None or int(day) in {monthrange(2023, month)[1], monthrange(2024, month)[1]}
