"""Rules 18 to 20: the same figure in two records, a trend word against the last record, a jump."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.across.naming import (
    all_words,
    are_of_one,
    is_named,
    names_of,
    series_of,
    telling_words,
    whole_name,
)
from crossfoot.checks.across.order import AcrossRule
from crossfoot.checks.across.sketch import Sketch, title_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, Told, holds, query
from crossfoot.checks.dates.calendar import long_day
from crossfoot.model import Figure, Period, PeriodKind, Severity, Unit
from crossfoot.model.wording import figure_words, period_words

_QUARTER_DAYS = 100
_YEAR_DAYS = 365
_QUARTER = Decimal("0.25")
_TEN = 8
"""How many times larger a figure is that has gained a digit: not ten, as it will have moved meanwhile."""
_ALIKE_DAYS = 4
_MONTH = 31
_MONTHS = 12
_FEW = 20
"""A stock of less than so many moves by a quarter of itself as a matter of course."""


def _meets(first: Figure, second: Figure) -> bool:
    """Tell whether two figures may stand for one value."""
    return first.value == second.value or reach(first).meets(reach(second))


def _meeting(sketch: Sketch) -> str:
    """Return the record's meeting in words."""
    day = sketch.meeting_date
    return f"the record of {long_day(day)}" if day else "an earlier record"


def _alike(first: Figure, second: Figure) -> bool:
    """Tell whether two figures of one indicator count the same things, as far as their labels have words for them."""
    words = telling_words(first), telling_words(second)
    return not words[0] or not words[1] or bool(words[0] & words[1])


def _are_comparable(first: Figure, second: Figure) -> bool:
    """Tell whether two figures may be set against each other: of one unit, and of stretches of time of one length."""
    if first.unit is not second.unit or first.period is None or second.period is None:
        return False
    lengths = [(period.end - period.start).days for period in (first.period, second.period)]
    return abs(lengths[0] - lengths[1]) <= _ALIKE_DAYS or max(lengths) <= _MONTH


def check_same_date(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Told]]:
    """Say of a figure that two records give for one indicator and one period whether it is the same in both.

    Source: rule 19 of the list of checks.
    """
    known: dict[_Key, tuple[Sketch, Figure, bool]] = {}
    sole: dict[_SoleKey, tuple[Sketch, Figure]] = {}
    words: dict[str, tuple[str, str]] = {}
    for sketch in sketches:
        told_of: set[str] = set()
        given = _given(sketch)
        for key, here in given.items():
            before = known.get(key)
            if before is None:
                # Two values of one day in one record are of two things; which of them is the total is not known.
                if len({figure.value for figure, _ in here}) == 1:
                    known[key] = sketch, *here[0]
                continue
            new = [(f, whole) for f, whole in here if f.id not in told_of]
            told = [f for f, whole in new if _same_thing(before[1], f, certain=whole and before[2])]
            if told:
                told_of |= {figure.id for figure in told}
                yield sketch.document_id, _told(before[0], before[1], told, words)
        for day, figure in _sole(sketch).items():
            earlier = sole.setdefault(day, (sketch, figure))
            if earlier[0] is not sketch and figure.id not in told_of and _may_be_one(earlier[1], figure):
                yield sketch.document_id, _told(*earlier, [figure], words)


def _given(sketch: Sketch) -> dict[_Key, list[tuple[Figure, bool]]]:
    """Return what a record gives by name, time and unit, and of each figure whether it is known to be the whole."""
    given: dict[_Key, list[tuple[Figure, bool]]] = {}
    named = [(name, f, True) for f in sketch.levels for name in names_of(f)]
    named += [(name, f, False) for f in sketch.cells for name in names_of(f)]
    named += [(name, f, False) for name, f in _parts(sketch)]
    for name, figure, whole in named:
        if figure.period is not None:
            given.setdefault((name, figure.period, figure.unit), []).append((figure, whole))
    return given


_SoleKey = tuple[frozenset[str], Period, Unit | None]
_FAR = 4


def _sole(sketch: Sketch) -> dict[_SoleKey, Figure]:
    """Return the values of days of which a record gives one alone, under its title: that tells what they count."""
    title = title_words(sketch)
    found: dict[_SoleKey, list[Figure]] = {}
    for figure in (*sketch.levels, *sketch.cells, *sketch.others):
        if figure.period is not None and title:
            found.setdefault((title, figure.period, figure.unit), []).append(figure)
    return {key: figures[0] for key, figures in found.items() if len({f.value for f in figures}) == 1}


def _may_be_one(first: Figure, second: Figure) -> bool:
    """Tell whether nothing in the words of two values of one day, alone in their reports, keeps them apart."""
    words = all_words(first), all_words(second)
    small, large = sorted((first.value, second.value))
    return (
        are_of_one(first, second)
        and (not words[0] or not words[1] or bool(words[0] & words[1]))
        and 0 < large <= small * _FAR
    )


_Key = tuple[str, Period, Unit | None]


def _same_thing(first: Figure, second: Figure, *, certain: bool) -> bool:
    """Tell whether two figures of one indicator and day count the same things, by the words of their labels.

    A cell of a table may be of a part: its words must all be among the other's, or the other way round.
    """
    if not are_of_one(first, second):
        return False
    if certain:
        return _alike(first, second)
    words = telling_words(first), telling_words(second)
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def _told(earlier: Sketch, before: Figure, told: Sequence[Figure], words: dict[str, tuple[str, str]]) -> Told:
    """Return what is to be said of a record's figures of a day, of which an earlier record gave one."""
    return Told((before, *told), lambda: _agreed(earlier, before, told, words))


def _agreed(earlier: Sketch, before: Figure, told: Sequence[Figure], words: dict[str, tuple[str, str]]) -> Outcome:
    """Return whether one of a record's figures of a day is the one that an earlier record gave for it.

    ``words`` keeps what was said of the earlier figure, which many records may be compared with.
    """
    figure = next((f for f in told if _meets(f, before)), told[0])
    key = f"{earlier.document_id} {before.id}"
    if key not in words:
        day = "" if before.period is None else period_words(before.period)
        words[key] = f"{figure_words(before)} in {_meeting(earlier)}", day
    said, day = words[key]
    working: tuple[Figure | str, ...] = (figure, f", {said}, both {day}")
    if _meets(figure, before):
        return holds("Two records give the same figure.", *working, ", holds", words=said)
    return query(f"{figure_words(figure)} here, but {said} for the same date; worth checking.", *working, words=said)


def check_trend_since(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Say of "had risen to …" without an opening figure whether the last record's figure is on that side.

    Source: rule 18 of the list of checks ("had continued to rise" against the last record's value).
    """
    last: dict[str, tuple[Sketch, Figure]] = {}
    titled: dict[frozenset[str], tuple[Sketch, Figure]] = {}
    in_cells: dict[str, tuple[Sketch, Figure]] = {}
    for sketch in sketches:
        for claim in sketch.claims:
            figure, way = claim.figure, claim.way
            told = (known[name] for known in (last, in_cells) for name in claim.series if name in known)
            before = next((one for one in told if are_of_one(one[1], figure)), None)
            if before is None and len(sketch.claims) == 1 and _is_alone(sketch, figure):
                before = titled.get(title_words(sketch))
                if before is not None and not 0 < max(figure.value, before[1].value) <= _FAR * min(
                    figure.value, before[1].value
                ):
                    before = None
            undated = figure.period is None and before is not None and before[1] in before[0].stocks
            if before is None or not (
                _are_comparable(before[1], figure) or (undated and figure.unit is before[1].unit)
            ):
                continue
            if claim.apart and not _months_apart(before[1], figure, claim.apart):
                continue
            if claim.since and (before[0].meeting_date is None or before[0].meeting_date.month != claim.since):
                continue
            said = f"{figure_words(before[1])} in {_meeting(before[0])}"
            word = "risen" if way > 0 else "fallen"
            working: tuple[Figure | str, ...] = (figure, f", said to have {word}; {said}")
            if (figure.value - before[1].value) * way > 0:
                yield (
                    sketch.document_id,
                    holds(f"It has {word} since the last record.", *working, ", holds", words=said),
                )
            else:
                message = f"The figure is said to have {word}, but it was {said}; worth checking."
                yield sketch.document_id, query(message, *working, words=said)
        for figure in sketch.latest:
            for name in names_of(figure):
                last[name] = sketch, figure
        last |= {name: (sketch, figure) for name, figure in _last_alone(_parts(sketch)).items()}
        in_cells |= {series: (sketch, figure) for series, figure in _alone_in_cells(sketch).items()}
        alone = sketch.latest or sketch.others
        if len(alone) == 1 and title_words(sketch):
            titled[title_words(sketch)] = sketch, alone[0]


def _is_alone(sketch: Sketch, figure: Figure) -> bool:
    """Tell whether a record gives one value at its latest time, and no other that its title could mean."""
    return {one.id for one in (*sketch.latest, *sketch.others)} == {figure.id}


def _alone_in_cells(sketch: Sketch) -> dict[str, Figure]:
    """Return the values that tables and lists give for a measure at its latest time where it is the only one then."""
    named = ((series_of(figure), figure) for figure in sketch.cells if is_named(figure))
    return _last_alone((series, figure) for series, figure in named if series is not None)


def _last_alone(told: Iterable[tuple[str, Figure]]) -> dict[str, Figure]:
    """Return of the figures of each name the one of the latest time, where no other value is told of it then."""
    found: dict[str, list[Figure]] = {}
    for name, figure in told:
        if figure.period is None:
            continue
        held = found.setdefault(name, [])
        if held and held[0].period is not None and held[0].period.end < figure.period.end:
            held.clear()
        if not held or held[0].period == figure.period:
            held.append(figure)
    return {name: held[0] for name, held in found.items() if len({figure.value for figure in held}) == 1}


def _are_stocks(name: str, first: tuple[Sketch, Figure], second: tuple[Sketch, Figure]) -> bool:
    """Tell whether two figures of one name are the levels of a stock, and the later record does not tell the earlier.

    They are by their indicator, or where they are known by their words and each is told of a day.
    """
    (earlier, before), (later, after) = first, second
    stocks = (before in earlier.stocks and after in later.stocks) or (
        " " in name and _is_of_a_day(before) and _is_of_a_day(after)
    )
    return stocks and not any(f.value == before.value and f.period == before.period for f in later.levels)


def _is_of_a_day(figure: Figure) -> bool:
    """Tell whether a figure is a count of a day: what is told in the same words of two days is the level of a stock."""
    return figure.unit is Unit.COUNT and figure.period is not None and figure.period.kind is PeriodKind.AS_AT


def _parts(sketch: Sketch) -> Iterator[tuple[str, Figure]]:
    """Yield the parts of totals that a record tells, each under all its words: less would not tell it from others."""
    for figure in sketch.parts:
        name = whole_name(figure)
        if name is not None:
            yield name, figure


def _months_apart(first: Figure, second: Figure, months: int) -> bool:
    """Tell whether two figures are of days about so many months apart."""
    if first.period is None or second.period is None:
        return False
    days = abs((second.period.end - first.period.end).days)
    return abs(days - months * _YEAR_DAYS / _MONTHS) <= (_MONTH if months == _MONTHS else _MONTH / 2)


def check_jumps(sketches: Sequence[Sketch]) -> Iterator[tuple[str, Outcome]]:
    """Ask about a figure that is about ten times another record's, and a stock a quarter off it within a quarter.

    Source: rule 20 of the list of checks (×10, or ±25 % on a stock in a quarter).
    """
    series: dict[str, list[tuple[Sketch, Figure]]] = {}
    for sketch in sketches:
        latest = {name: figure for figure in sketch.latest for name in names_of(figure)}
        for name, figure in (_last_alone(_parts(sketch)) | _alone_in_cells(sketch) | latest).items():
            series.setdefault(name, []).append((sketch, figure))
    asked: set[tuple[str, str]] = set()
    for name, points in series.items():
        for (earlier, before), (later, after) in pairwise(points):
            if before.period is None or after.period is None or before.value <= 0 or after.value <= 0:
                continue
            if earlier.meeting_date is not None and earlier.meeting_date == later.meeting_date:
                continue  # two items of one meeting are no earlier and later record
            if not _are_comparable(before, after) or not _alike(before, after) or not are_of_one(before, after):
                continue
            days = (after.period.end - before.period.end).days
            factor = max(after.value / before.value, before.value / after.value)
            change = abs(after.value - before.value) / before.value
            ten_times = factor >= _TEN and max(before.value, after.value) >= _FEW
            quarter = 0 < days <= _QUARTER_DAYS and change > _QUARTER and before.value >= _FEW
            if ten_times or (quarter and _are_stocks(name, (earlier, before), (later, after))):
                if (later.document_id, after.id) in asked:
                    continue
                asked.add((later.document_id, after.id))
                said = f"{figure_words(before)} in {_meeting(earlier)}"
                message = f"{figure_words(after)} here, {said}: a jump; worth checking."
                yield later.document_id, query(message, after, f", {said}", words=said)


TREND_SINCE = AcrossRule(
    18, "trend across records", Severity.MEDIUM, "A trend word agrees with the last record.", check_trend_since
)
SAME_DATE = AcrossRule(19, "one date, two records", Severity.HIGH, "Two records agree on one date.", check_same_date)
JUMPS = AcrossRule(20, "jump between records", Severity.LOW, "A stock does not jump between records.", check_jumps)
