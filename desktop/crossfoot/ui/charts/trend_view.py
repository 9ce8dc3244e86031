"""How a trend is drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt

from crossfoot.model import Nature
from crossfoot.model.wording import period_words, value_words
from crossfoot.review.charts import Line, Point, Trend
from crossfoot.ui.charts.canvas import Canvas
from crossfoot.ui.charts.marks import Mark
from crossfoot.ui.charts.saying import level_words, line_words, point_words, short_line_words, shortened
from crossfoot.ui.charts.ticks import Tick, bounds, day_ticks, value_ticks
from crossfoot.ui.look.theme import Theme

_LABELLED = 10  # with more points than this, values are read from the axis and the line below the chart
_MARK = 6.0
"""Pixels that a mark needs below the value that it stands at."""
_NAMED = 6
"""Names that stand under each other at the right edge of a small chart and can still be read."""


def draw_trend(canvas: Canvas, trend: Trend, theme: Theme) -> None:
    """Draw the lines of ``trend``: marks by state, printed values beside corrected ones, names at the ends."""
    canvas.begin(theme, f"Trend of {trend.name}")
    points = trend.points
    days = [point.day for point in points]
    first, last = float(min(days).toordinal()), float(max(days).toordinal())
    values = [float(p.value) for p in (*points, *trend.levels)] + [float(p.printed) for p in points]
    names = _names(trend)
    levels = [level_words(point, trend) for point in trend.levels]
    short = [short_line_words(line, trend) if name else "" for line, name in zip(trend.lines, names, strict=True)]
    right = max((canvas.text_width(name) for name in (*short, *(shortened(level) for level in levels))), default=0.0)
    unit = trend.unit
    named = {point.day: period_words(point.period).removeprefix("as at ") for point in points}

    def x_ticks(low: float, high: float, room: int) -> list[Tick]:
        return day_ticks(named, low, high, room)

    def y_ticks(low: float, high: float, room: int) -> list[Tick]:
        return value_ticks(low, high, unit, room)

    low, high = bounds(values)
    # Values are written under dips. Below nought is no room for them: it would look as if something could be there.
    below = _MARK if low == 0 else 32.0 if len(points) <= _LABELLED else 16.0
    canvas.frame(
        (first, last if last > first else first + 1),
        (low, high),
        x_ticks=x_ticks,
        y_ticks=y_ticks,
        margins=(48.0, 24.0, max(right + 24.0, 48.0), below),
    )
    marks: list[Mark] = []
    for index, level in enumerate(trend.levels):
        y = float(level.value)
        canvas.line([(first, y), (last, y)], theme.muted, style=Qt.PenStyle.DashLine)
        canvas.labels.end(levels[index], (last, y), theme.muted, short=shortened(levels[index]))
        words = point_words(trend.name, level)
        marks.append(Mark(level.figure, last, y, len(trend.lines) + index, words, level.document))
    for index, line in enumerate(trend.lines):
        _draw_line(canvas, line, theme.series_colour(index), theme)
        marks.extend(
            Mark(p.figure, _x(p), float(p.value), index, point_words(trend.name, p), p.document) for p in line.points
        )
    for index in _councils_first(trend):
        end = trend.lines[index].points[-1]
        if names[index]:
            place = (_x(end), float(end.value))
            canvas.labels.end(names[index], place, theme.series_colour(index), short=short[index])
    if len(points) <= _LABELLED:
        for line in trend.lines:
            _label_values(canvas, line, theme)
    canvas.finish(marks)


def _names(trend: Trend) -> list[str]:
    """Return the name at the end of each line, empty for those that go without.

    Only what goes on over several days is a line with an end. Values that stand alone (a home, a team of one record)
    would bury the lines under their names; each is named below the chart when it is pointed at or walked to. A council
    of which only such values are there has one of them named: no point is to be taken for another council's.
    """
    told = {line.council for line in trend.lines if line.days > 1}
    going_on = []
    for line in trend.lines:
        going_on.append(line.days > 1 or (len(trend.councils) > 1 and line.council not in told))
        told.add(line.council)
    named = [place for place in _councils_first(trend) if going_on[place]][:_NAMED]
    return [line_words(line, trend) if place in named else "" for place, line in enumerate(trend.lines)]


def _councils_first(trend: Trend) -> list[int]:
    """Return the places of the lines, first one of each council: their names are the first to find room."""
    councils = [line.council for line in trend.lines]
    return sorted(range(len(councils)), key=lambda place: councils[place] in councils[:place])


def _draw_line(canvas: Canvas, line: Line, colour: str, theme: Theme) -> None:
    """Draw one line with its marks."""
    actual = line.nature in {None, Nature.ACTUAL}
    places = [(_x(point), float(point.value)) for point in line.points]
    canvas.line(places, colour, style=Qt.PenStyle.SolidLine if actual else Qt.PenStyle.DashLine)
    for point in line.points:
        if point.is_moved:
            canvas.line(
                [(_x(point), float(point.printed)), (_x(point), float(point.value))],
                theme.muted,
                style=Qt.PenStyle.DotLine,
            )
            canvas.sign(_x(point), float(point.printed), "x", theme.muted)
    for decided in (False, True):
        chosen = [place for place, point in zip(places, line.points, strict=True) if point.is_settled is decided]
        if chosen:
            canvas.dots(chosen, colour=colour, filled=decided)


def _label_values(canvas: Canvas, line: Line, theme: Theme) -> None:
    """Write each value beside its mark: above a peak, below a dip, and elsewhere where there is no room."""
    values = [float(point.value) for point in line.points]
    for index, point in enumerate(line.points):
        around = [values[i] for i in (index - 1, index + 1) if 0 <= i < len(values)]
        is_dip = bool(around) and all(value > values[index] for value in around)
        words = value_words(point.value, point.unit)
        canvas.labels.value(words, (_x(point), values[index]), theme.text, below=is_dip)


def _x(point: Point) -> float:
    """Return where a point stands on the axis of days."""
    return float(point.day.toordinal())
