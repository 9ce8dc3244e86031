"""Records in the order of their meetings, and in the series that they belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.basis.outcome import Outcome, Told
from crossfoot.model import Severity
from crossfoot.model.english import MONTH

_ALIKE = 80
_TELLING = re.compile(r"[a-z]{5,}")


@dataclass(frozen=True, slots=True)
class AcrossRule:
    """One check over several records in the order of their meetings; each outcome comes with the document it is of."""

    number: int
    name: str
    severity: Severity
    sentence: str
    check: Callable[[Sequence[Sketch]], Iterable[tuple[str, Outcome | Told]]]


def in_order(sketches: Iterable[Sketch]) -> list[Sketch]:
    """Return the records that have a meeting date, the earliest first."""
    dated = [s for s in sketches if s.meeting_date is not None]
    return sorted(dated, key=lambda s: (s.meeting_date or date.min, s.document_id))


def by_council(sketches: Sequence[Sketch]) -> list[list[Sketch]]:
    """Return the records council by council, in their order: what one council reports says nothing of another.

    A record that names no council belongs to the one that all others name, or, where they name several, to none.
    """
    groups: dict[str, list[Sketch]] = {}
    named = {sketch.council.casefold() for sketch in sketches if sketch.council}
    only = next(iter(named), "") if len(named) <= 1 else None
    for sketch in sketches:
        council = sketch.council.casefold() if sketch.council else only
        groups.setdefault(council if council is not None else f"{sketch.document_id} alone", []).append(sketch)
    return list(groups.values())


def titles_alike(first: str | None, second: str | None) -> bool:
    """Tell whether two records may be of one series by their titles, as far as both have one, whatever their times."""
    if not first or not second:
        return True
    return fuzz.token_set_ratio(_timeless(first), _timeless(second)) >= _ALIKE


@lru_cache(maxsize=4096)
def _timeless(title: str) -> str:
    """Return a title in small letters without the times that tell one report of a series from the next."""
    return " ".join(_TIMES.sub(" ", title.lower()).split())


_TIMES = re.compile(
    rf"\b(?:{MONTH}|quarter|period|first|second|third|fourth|half|year|spring|summer|autumn|winter|q[1-4])\b|[\d/()]+"
)


def in_series(sketches: Sequence[Sketch]) -> list[list[Sketch]]:
    """Return one council's records by series, in their order: with much the same title.

    Only series that share a longer word of the title are compared with it, so that a thousand records stay quick.
    """
    series: list[list[Sketch]] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    for sketch in sketches:
        title = (sketch.title or "").lower()
        words = set(_TELLING.findall(title))
        near = dict.fromkeys(place for word in sorted(words) for place in by_word[word])
        home = next(
            (p for p in near if fuzz.token_set_ratio(_timeless(series[p][-1].title or ""), title) >= _ALIKE), None
        )
        if home is None:
            home = len(series)
            series.append([])
        series[home].append(sketch)
        for word in words:
            if home not in by_word[word]:
                by_word[word].append(home)
    return series
