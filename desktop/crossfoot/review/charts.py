"""What the charts show, worked out from figures alone; nothing here draws.

Every point carries the workspace id of its figure, so that a click leads to its source. Figures
that the officer rejected are left out, corrected ones stand at their corrected value and remember
the printed one. Values of different kinds never share a line: a target is not a result, a month's
count is not a quarter's, a change is not a level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crossfoot.model import (
    Better,
    Dictionary,
    Measure,
    Nature,
    Period,
    PeriodKind,
    ReviewedFigure,
    SeriesPoint,
    State,
    Unit,
)
from crossfoot.review.charts_records import Council, Records

_LEVELS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_NOT_LEVELS = frozenset({Nature.CHANGE, Nature.VARIANCE})
_LOWEST = ("lowest", "minimum", "least")
_HIGHEST = ("highest", "maximum", "most")
_DAYS_OF_MONTH = 30.44
_ANY = Records()


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on a chart; ``period`` is None where the text gives the figure no date of its own.

    ``council`` is the name of its council where the records are of several, else empty.
    """

    figure: str
    document: str
    value: Decimal
    printed: Decimal
    unit: Unit | None
    state: State
    subject: str
    nature: Nature | None
    period: Period | None
    council: str = ""

    @property
    def day(self) -> date:
        """Return the last day of the period, where a trend draws the point.

        Raises:
            ValueError: the point has no period.
        """
        if self.period is None:
            raise ValueError(f"the figure {self.figure} has no period to stand at")
        return self.period.end

    @property
    def is_moved(self) -> bool:
        """Tell whether the officer corrected the value."""
        return self.value != self.printed

    @property
    def is_settled(self) -> bool:
        """Tell whether the officer has settled the value, as it was printed or as corrected."""
        return self.state in {State.CONFIRMED, State.CORRECTED}


@dataclass(frozen=True, slots=True)
class Line:
    """Points that may be joined: one council, subject and nature, periods of one length; in the order of their days.

    ``months`` is the length of the periods, 0 for values that hold at one day.
    """

    subject: str
    nature: Nature | None
    months: int
    points: tuple[Point, ...]

    @property
    def council(self) -> str:
        """Return the name of the council that the points are of, where the records are of several."""
        return self.points[0].council

    @property
    def days(self) -> int:
        """Return on how many different days the line has a point."""
        return len({point.day for point in self.points})


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator in one unit over time.

    ``levels`` are targets and benchmarks without a date of their own; ``undated`` counts the other
    figures that have none and so cannot be drawn.
    """

    indicator: str
    name: str
    unit: Unit | None
    counted: str
    measure: Measure | None
    better: Better
    lines: tuple[Line, ...]
    levels: tuple[Point, ...] = ()
    undated: int = 0

    @property
    def points(self) -> tuple[Point, ...]:
        """Return all points of all lines."""
        return tuple(point for line in self.lines for point in line.points)

    @property
    def councils(self) -> tuple[str, ...]:
        """Return the names of the councils that have points here, none where all records are of one."""
        return tuple(dict.fromkeys(point.council for point in (*self.points, *self.levels) if point.council))


@dataclass(frozen=True, slots=True)
class TrendChoice:
    """An indicator and unit that have enough points for a trend; ``documents`` are those that have some."""

    indicator: str
    unit: Unit | None
    name: str
    points: int
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """One subject before and after."""

    subject: str
    before: Point
    after: Point

    @property
    def change(self) -> Decimal:
        """Return what was added from the one day to the other."""
        return self.after.value - self.before.value


@dataclass(frozen=True, slots=True)
class TeamComparison:
    """The same subjects under one indicator at two days, in the order of the text.

    ``optimum`` is a target to measure them by; ``lowest`` and ``highest`` are the ends of a range
    that the text compares them with. Each is None where the text gives none.
    """

    indicator: str
    name: str
    unit: Unit | None
    counted: str
    better: Better
    before: date
    after: date
    pairs: tuple[Pair, ...]
    optimum: Point | None = None
    lowest: Point | None = None
    highest: Point | None = None


def series_points(figures: Iterable[ReviewedFigure], indicator: str) -> tuple[SeriesPoint, ...]:
    """Return the dated levels of an indicator in the order of their days, for whoever draws none of it."""
    dated = (
        figure
        for figure in kept(figures)
        if figure.current.indicator == indicator
        and figure.current.period
        and figure.current.nature not in _NOT_LEVELS
        and figure.current.nature not in _LEVELS
    )
    points = (point_of(figure) for figure in dated)
    return tuple(
        SeriesPoint(p.figure, p.document, p.day, p.value, p.printed, p.state, p.subject)
        for p in sorted(points, key=lambda p: p.day)
    )


def trend_choices(
    figures: Iterable[ReviewedFigure], dictionary: Dictionary, records: Records = _ANY
) -> tuple[TrendChoice, ...]:
    """Return what is worth a trend, most points first: a line needs points on two different days."""
    grouped = _grouped(figures)
    choices = []
    names = Counter(indicator for indicator, _ in grouped)
    for (indicator, scale), own in grouped.items():
        made = trend(own, dictionary, indicator, scale, records)
        if not any(line.days > 1 for line in made.lines):
            continue
        name = made.name
        if names[indicator] > 1 and scale is not None and f"({_SIGNS.get(scale, '')})" not in name:
            name = f"{name} ({_SIGNS.get(scale, scale.value)})"
        documents = frozenset(point.document for point in made.points)
        choices.append(TrendChoice(indicator, scale, name, len(made.points), documents))
    return tuple(sorted(choices, key=lambda choice: (-choice.points, choice.name)))


def default_choice(choices: Sequence[TrendChoice], document: str | None, records: Records = _ANY) -> TrendChoice | None:
    """Return the choice to begin with: the richest that the document has a part in, else its council, else any has."""
    if not choices:
        return None
    own = next((choice for choice in choices if document in choice.documents), None)
    kin = (c for c in choices if document and any(records.are_kin(document, each) for each in c.documents))
    return own or next(kin, choices[0])


def trend(
    figures: Iterable[ReviewedFigure],
    dictionary: Dictionary,
    indicator: str,
    unit: Unit | None = None,
    records: Records = _ANY,
) -> Trend:
    """Return the lines of ``indicator`` in ``unit``, None standing for plain numbers.

    Every council has its own. Actuals come first, then budgets, forecasts and the like, each a line of its own.
    """
    scale = _scale(unit)
    chosen = [f for f in kept(figures) if f.current.indicator == indicator and _scale(f.current.unit) == scale]
    points = [point_of(f, records.council_name(f.document)) for f in chosen if f.current.nature not in _NOT_LEVELS]
    dated = [p for p in points if p.period]
    undated = [p for p in points if not p.period]
    groups: dict[tuple[bool, str, int, str, str], list[Point]] = {}
    for point in dated:
        nature = "" if point.nature in {None, Nature.ACTUAL} else str(point.nature)
        subject = " ".join(point.subject.casefold().split())
        key = (nature != "", nature, _months(point.period), subject, records.council(point.document).key)
        groups.setdefault(key, []).append(point)
    lines = [
        Line(group[0].subject, group[0].nature, months, tuple(sorted(group, key=lambda p: p.day)))
        for (_, _, months, _, _), group in sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1])))
    ]
    known = dictionary.by_key.get(indicator)
    return Trend(
        indicator=indicator,
        name=dictionary.name(indicator),
        unit=scale,
        counted=counted_words(dictionary, indicator, scale),
        measure=known.measure if known else None,
        better=known.better if known else Better.NEUTRAL,
        lines=tuple(lines),
        levels=tuple(p for p in undated if p.nature in _LEVELS),
        undated=sum(p.nature not in _LEVELS for p in undated),
    )


def team_comparisons(
    figures: Iterable[ReviewedFigure],
    dictionary: Dictionary,
    document: str | None = None,
    records: Records = _ANY,
) -> tuple[TeamComparison, ...]:
    """Return the indicators that at least two subjects have at the same two days, most subjects first.

    The later day is the last one of ``document`` where it has one, and the earlier day the one before it. Teams are
    those of its council, or without a document those of the council that has most.
    """
    council = records.council(document) if document else None
    found = []
    for (indicator, scale), own in _grouped(figures).items():
        groups: dict[Council, list[Point]] = {}
        for figure in own:
            of = records.council(figure.document)
            if council is None or of == council:
                groups.setdefault(of, []).append(point_of(figure, records.council_name(figure.document)))
        made = [_comparison(points, dictionary, indicator, scale, document) for points in groups.values()]
        comparison = max((each for each in made if each), key=lambda each: len(each.pairs), default=None)
        if comparison:
            found.append(comparison)
    return tuple(sorted(found, key=lambda c: (-len(c.pairs), c.name)))


def _comparison(
    points: Sequence[Point], dictionary: Dictionary, indicator: str, scale: Unit | None, document: str | None
) -> TeamComparison | None:
    """Return one indicator's comparison, or None where no two days have two subjects in common."""
    by_day: dict[date, dict[str, Point]] = {}
    for point in points:
        is_level = point.nature in {None, Nature.ACTUAL} and point.period and point.period.kind is PeriodKind.AS_AT
        if is_level and point.subject:
            by_day.setdefault(point.day, {}).setdefault(point.subject.casefold(), point)
    days = sorted(day for day, teams in by_day.items() if len(teams) > 1)
    own = [day for day in days if any(p.document == document for p in by_day[day].values())]
    for after in reversed(own or days):
        for before in reversed([day for day in days if day < after]):
            both = [name for name in by_day[after] if name in by_day[before]]
            if len(both) > 1:
                pairs = tuple(Pair(by_day[after][n].subject, by_day[before][n], by_day[after][n]) for n in both)
                known = dictionary.by_key.get(indicator)
                lowest, highest = _range(points)
                return TeamComparison(
                    indicator=indicator,
                    name=dictionary.name(indicator),
                    unit=scale,
                    counted=counted_words(dictionary, indicator, scale),
                    better=known.better if known else Better.NEUTRAL,
                    before=before,
                    after=after,
                    pairs=pairs,
                    optimum=next((p for p in points if p.nature is Nature.TARGET), None),
                    lowest=lowest,
                    highest=highest,
                )
    return None


def _range(points: Sequence[Point]) -> tuple[Point | None, Point | None]:
    """Return the two ends of the range that a record compares with, or twice None.

    The words "lowest" and "highest" tell the ends; one end alone is no range.
    """
    marks = [p for p in points if p.nature is Nature.BENCHMARK]
    low = next((p for p in marks if _has(p.subject, _LOWEST)), None)
    high = next((p for p in marks if _has(p.subject, _HIGHEST)), None)
    return (low, high) if low and high else (None, None)


_SIGNS = {Unit.PERCENT: "%", Unit.GBP: "£", Unit.PERCENTAGE_POINTS: "points", Unit.FTE: "FTE"}


def counted_words(dictionary: Dictionary, indicator: str, unit: Unit | None) -> str:
    """Return what an axis counts: the unit's sign where it has one, else the dictionary's word ("children")."""
    if unit in _SIGNS:
        return _SIGNS[unit]
    if unit is not None:
        return {Unit.RATE_PER_10000: "per 10,000"}.get(unit, unit.value)
    known = dictionary.by_key.get(indicator)
    usual = known.usual_unit.partition(" or ")[0].partition(" and ")[0] if known else ""
    return "" if usual in {"%", "GBP", "FTE", "category"} else usual


def kept(figures: Iterable[ReviewedFigure]) -> list[ReviewedFigure]:
    """Return the figures that are figures: those that the officer has not rejected."""
    return [figure for figure in figures if figure.state is not State.REJECTED]


def _grouped(figures: Iterable[ReviewedFigure]) -> dict[tuple[str, Unit | None], list[ReviewedFigure]]:
    """Return the figures by their indicator and unit, in the order of their first figure; rejected ones are left out.

    Gone through once: a workspace has tens of thousands of figures, and hundreds of indicators and units.
    """
    groups: dict[tuple[str, Unit | None], list[ReviewedFigure]] = {}
    for figure in kept(figures):
        current = figure.current
        if current.indicator is not None:
            groups.setdefault((current.indicator, _scale(current.unit)), []).append(figure)
    return groups


def point_of(figure: ReviewedFigure, council: str = "") -> Point:
    """Return a figure's point; ``council`` names its council where there are several."""
    current = figure.current
    return Point(
        figure=figure.id,
        document=figure.document,
        value=current.value,
        printed=figure.printed.value,
        unit=current.unit,
        state=figure.state,
        subject=current.subject,
        nature=current.nature,
        period=current.period,
        council=council,
    )


def _scale(unit: Unit | None) -> Unit | None:
    """Return the unit that decides what may share an axis; counts, ratios and plain numbers are one."""
    return None if unit in {None, Unit.COUNT, Unit.RATIO} else unit


def _months(period: Period | None) -> int:
    """Return the length of a period in whole months, 0 for a single day."""
    if period is None or period.kind is PeriodKind.AS_AT:
        return 0
    return round(((period.end - period.start).days + 1) / _DAYS_OF_MONTH)


def _has(text: str, words: Sequence[str]) -> bool:
    """Tell whether one of ``words`` stands in ``text``."""
    lowered = text.casefold()
    return any(word in lowered for word in words)
