"""How good extracted figures are against a table that a careful reader made.

The rules of the score, so that a number here means what it means elsewhere:

- Places are compared in the *trace* of a text: its letters and digits in lower case, the signs £ and %, and the
  points inside numbers. Layout and mark-up leave no trace.
- A figure of the table is found when a prediction overlaps the trace of its value; where several overlap, the pair
  whose ends lie closest comes first, and nothing is used twice.
- Core figures count; optional ones count neither for nor against. A prediction that finds nothing is a false alarm,
  also in a document that the table does not name.
- Of the core figures found, each field is right or wrong; a field that the table leaves empty is not asked. A subject
  is right when it has all words, in singular or plural, of the table's subject up to its first comma.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from crossfoot.model import Figure, Period

FIELDS = ("value", "unit", "indicator", "period", "nature", "subject")
_MARK_UP = re.compile(r"</?[a-z]{1,2}>")
_MARKED = re.compile(r"(?P<before>.*)\[\[(?P<value>.+)\]\](?P<after>.*)")


@dataclass(frozen=True, slots=True)
class Trace:
    """What of a text is compared, and the offset in the text that each of its characters has."""

    words: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Trace:
        """Return the trace of ``text``."""
        bare = _MARK_UP.sub(lambda tag: " " * len(tag[0]), text)
        words: list[str] = []
        offsets: list[int] = []
        for offset, char in enumerate(bare):
            point = char == "." and bare[offset - 1 : offset].isdigit() and bare[offset + 1 : offset + 2].isdigit()
            if char.isalnum() or char in "£%" or point:
                words += char.lower()
                offsets += [offset] * len(char.lower())
        return cls("".join(words), tuple(offsets))

    def extent(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the text from ``start`` to ``end`` lies in the trace; None where they left none."""
        first, after = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return (first, after) if first < after else None


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure of the table: where it stands in the trace of its context, and what its fields have to be."""

    context: str
    place: tuple[int, int]
    fields: Mapping[str, str]
    core: bool

    def extent(self, trace: Trace) -> tuple[int, int] | None:
        """Return where its value lies in the trace of its document; None where its context is not in it."""
        found = trace.words.find(self.context)
        return None if found < 0 else (found + self.place[0], found + self.place[1])


@dataclass(slots=True)
class Score:
    """What was counted; ``right`` and ``asked`` are by field, ``faults`` say in words what went wrong."""

    core: int = 0
    found: int = 0
    predicted: int = 0
    false: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Return the share of the core figures that were found."""
        return self.found / self.core if self.core else 1.0

    @property
    def precision(self) -> float:
        """Return the share of the predictions that are not false alarms."""
        return 1 - self.false / self.predicted if self.predicted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of recall and precision."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def shares(self) -> dict[str, float]:
        """Return F1 and, by field, the share that is right of what was asked."""
        shares = {name: self.right[name] / self.asked[name] if self.asked[name] else 1.0 for name in FIELDS}
        return {"F1": self.f1} | shares


def read_table(path: Path) -> dict[str, list[Expected]]:
    """Return the figures of a gold table by document; raise ValueError for a context without [[ ]]."""
    table: dict[str, list[Expected]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            marked = _MARKED.fullmatch(row["context"])
            if marked is None:
                raise ValueError(f"{path.name}: no value is marked in {row['context']!r}")
            whole = Trace.of(marked["before"] + marked["value"] + marked["after"]).words
            start = len(Trace.of(marked["before"]).words)
            end = start + len(Trace.of(marked["value"]).words)
            expected = Expected(
                whole, (start, end), {name: row[name].strip() for name in FIELDS}, row["tier"] == "core"
            )
            table.setdefault(row["document"], []).append(expected)
    return table


def score(table: Mapping[str, Sequence[Expected]], found: Mapping[str, tuple[str, Sequence[Figure]]]) -> Score:
    """Return how well ``found``, the text and figures of each document by its name, meets the ``table``."""
    total = Score()
    for name, expected in table.items():
        if name in found:
            _score_document(total, name, expected, *found[name])
        else:
            total.core += sum(figure.core for figure in expected)
            total.faults.append(f"{name}: there is no such document")
    for name in found.keys() - table.keys():
        _score_document(total, name, (), *found[name])
    return total


def _score_document(
    total: Score, name: str, expected: Sequence[Expected], text: str, figures: Sequence[Figure]
) -> None:
    """Add one document to the ``total``."""
    trace = Trace.of(text)
    wanted = [figure.extent(trace) for figure in expected]
    placed = [(extent, figure) for figure in figures if (extent := trace.extent(figure.span.start, figure.span.end))]
    pairs = _pairs(wanted, [extent for extent, _ in placed])
    for place, figure in enumerate(expected):
        if not figure.core:
            continue
        total.core += 1
        if place not in pairs:
            total.faults.append(f"{name}: missed in {figure.context}")
            continue
        total.found += 1
        got = placed[pairs[place]][1]
        for asked in (asked for asked in FIELDS if figure.fields[asked]):
            right = _is_right(asked, figure.fields[asked], got)
            total.asked[asked] += 1
            total.right[asked] += right
            if not right:
                total.faults.append(f"{name}: {asked} of {got.quote!r} in {figure.context}: not {figure.fields[asked]}")
    total.predicted += len(placed)
    for place, (_, got) in enumerate(placed):
        if place not in pairs.values():
            total.false += 1
            around = text[max(0, got.span.start - 30) : got.span.end + 30]
            total.faults.append(f"{name}: {got.quote!r} is no figure in {around!r}")


def _pairs(wanted: Sequence[tuple[int, int] | None], found: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return which of the ``found`` extents each of the ``wanted`` ones is met by, the closest pair first."""
    overlaps = sorted(
        (abs(start - low) + abs(end - high), want, have)
        for want, extent in enumerate(wanted)
        if extent is not None
        for have, (start, end) in enumerate(found)
        for low, high in [extent]
        if start < high and low < end
    )
    pairs: dict[int, int] = {}
    for _, want, have in overlaps:
        if want not in pairs and have not in pairs.values():
            pairs[want] = have
    return pairs


def _is_right(name: str, want: str, got: Figure) -> bool:
    """Return whether one field of a figure is what the table says."""
    if name == "value":
        return abs(Decimal(want) - got.value) <= Decimal("1e-9") * max(Decimal(1), abs(Decimal(want)))
    if name == "period":
        return got.period is not None and _days(want) == _days_of(got.period)
    if name == "subject":
        return _bare_words(want.partition(",")[0]) <= _bare_words(got.subject)
    return want.lower() == str(getattr(got, name) or "").lower()


def _bare_words(text: str) -> set[str]:
    """Return the words of ``text`` in lower case without the endings of the plural."""
    return {_singular(word) for word in re.findall(r"[a-z0-9]+", text.lower())}


def _singular(word: str) -> str:
    """Return ``word`` without the ending of a plural, where three letters or more stand before it."""
    if re.search(r"[a-z]{3}ies$", word):
        return word[:-3] + "y"
    return word[:-1] if re.search(r"[a-z]{3}s$", word) else word


def _days(printed: str) -> tuple[str, str]:
    """Return the first and last day of a day, a month, or a stretch of either; February ends on its 28th."""
    first, _, last = printed.partition("/")
    last = last or first
    if len(last) == len("2015-02"):
        year, month = map(int, last.split("-"))
        last = f"{last}-{monthrange(year, month)[1]}"
    return f"{first}-01" if len(first) == len("2015-02") else first, _without_leap_day(last)


def _days_of(period: Period) -> tuple[str, str]:
    """Return the first and last day of a period in the form of :func:`_days`."""
    return period.start.isoformat(), _without_leap_day(period.end.isoformat())


def _without_leap_day(day: str) -> str:
    """Return ``day``, the 28th of February for the 29th: a table may leave out that a year was a leap year."""
    return day.replace("-02-29", "-02-28")
