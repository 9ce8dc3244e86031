"""How teams before and after are drawn: a dumbbell for each, the optimum as a line, the range as a band."""

from __future__ import annotations

from PySide6.QtCore import Qt

from crossfoot.model.wording import value_words
from crossfoot.review.charts import Pair, Point, TeamComparison
from crossfoot.ui.charts.canvas import Canvas
from crossfoot.ui.charts.marks import Mark
from crossfoot.ui.charts.saying import change_words, is_worse, point_words, range_words, shortened
from crossfoot.ui.charts.ticks import Tick, bounds, value_ticks
from crossfoot.ui.look.theme import Theme

ROW = 32
"""Pixels that one team needs."""


def draw_teams(canvas: Canvas, comparison: TeamComparison, theme: Theme) -> None:
    """Draw one dumbbell for each subject, in the order of the text, from the top down."""
    canvas.begin(theme, f"{comparison.name} by team, before and after")
    levels = [point for point in (comparison.optimum, comparison.lowest, comparison.highest) if point]
    values = [float(p.value) for pair in comparison.pairs for p in (pair.before, pair.after)]
    low, high = bounds([*values, *(float(p.value) for p in levels)], zero_below=0.2)
    count = len(comparison.pairs)
    top, bottom = -0.9 if levels else -0.5, count - 0.5
    names = [(-float(row), shortened(pair.subject)) for row, pair in enumerate(comparison.pairs)]

    def x_ticks(start: float, end: float, room: int) -> list[Tick]:
        return value_ticks(start, end, comparison.unit, room)

    def y_ticks(start: float, end: float, room: int) -> list[Tick]:  # noqa: ARG001 - every team has its name
        return names

    widest = max(canvas.text_width(change_words(pair)) for pair in comparison.pairs)
    canvas.frame(
        (low, high), (-bottom, -top), x_ticks=x_ticks, y_ticks=y_ticks, margins=(56.0, 8.0, widest + 16.0, 0.0)
    )
    marks = _draw_levels(canvas, comparison, theme, (-bottom, -top), count)
    for row, pair in enumerate(comparison.pairs):
        marks += _draw_pair(canvas, comparison, pair, row, theme)
    canvas.finish(marks)


def _draw_pair(canvas: Canvas, comparison: TeamComparison, pair: Pair, row: int, theme: Theme) -> list[Mark]:
    """Draw one dumbbell and return its two marks."""
    y = -float(row)
    before, after = float(pair.before.value), float(pair.after.value)
    worse = is_worse(pair.change, comparison.better)
    colour = theme.neutral if worse is None else theme.worse if worse else theme.better
    canvas.line([(before, y), (after, y)], colour, width=3.0)
    canvas.dots([(before, y)], colour=theme.muted, filled=pair.before.is_settled, size=7.0)
    canvas.dots([(after, y)], colour=colour, filled=pair.after.is_settled, size=11.0)
    rises = after >= before
    gap = "\u2003"  # an em space keeps the words off the dot
    near, far = (0.0, 1.0) if rises else (1.0, 0.0)
    later = change_words(pair)
    canvas.text(
        f"{gap}{later}" if rises else f"{later}{gap}", after, y, colour=theme.text, anchor=(near, 0.5), masked=True
    )
    earlier = value_words(pair.before.value, pair.before.unit)
    canvas.text(
        f"{earlier}{gap}" if rises else f"{gap}{earlier}", before, y, colour=theme.muted, anchor=(far, 0.5), masked=True
    )
    name = comparison.name
    return [
        Mark(pair.before.figure, before, y, row, point_words(name, pair.before), pair.before.document),
        Mark(pair.after.figure, after, y, row, point_words(name, pair.after), pair.after.document),
    ]


def _draw_levels(
    canvas: Canvas, comparison: TeamComparison, theme: Theme, rows: tuple[float, float], count: int
) -> list[Mark]:
    """Draw the band of the range and the line of the optimum behind the teams, named at their top."""
    bottom, top = rows
    head = 0.62
    beyond = False  # whether the optimum lies so far right that the range is better named on the left
    marks: list[Mark] = []
    if comparison.lowest and comparison.highest:
        left, right = float(comparison.lowest.value), float(comparison.highest.value)
        canvas.box(left, top, right, bottom, theme.grid)
        beyond = comparison.optimum is not None and float(comparison.optimum.value) > (left + right) / 2
        words = range_words(comparison)
        if beyond:
            canvas.text(f"{words}\u2002", left, head, colour=theme.muted, anchor=(1.0, 0.5))
        else:
            canvas.text(f"\u2002{words}", right, head, colour=theme.muted, anchor=(0.0, 0.5))
        ends = (comparison.lowest, comparison.highest)
        marks += [_level_mark(point, bottom, count, comparison.name) for point in ends]
    if comparison.optimum:
        x = float(comparison.optimum.value)
        canvas.line([(x, bottom), (x, top)], theme.text, style=Qt.PenStyle.DashLine)
        words = f"{comparison.optimum.nature} {value_words(comparison.optimum.value, None)}"
        if beyond:
            canvas.text(f"\u2002{words}", x, head, colour=theme.text, anchor=(0.0, 0.5), masked=True)
        else:
            canvas.text(f"{words}\u2002", x, head, colour=theme.text, anchor=(1.0, 0.5), masked=True)
        marks.append(_level_mark(comparison.optimum, head, count, comparison.name))
    return marks


def _level_mark(point: Point, y: float, group: int, name: str) -> Mark:
    """Return the mark of a level, in a group below all the teams."""
    return Mark(point.figure, float(point.value), y, group, point_words(name, point), point.document)
