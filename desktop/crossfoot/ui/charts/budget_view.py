"""How budget against outturn is drawn: a bar for what is spent, a stroke for what was set, words above both."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.model import Unit
from crossfoot.review.charts import Point
from crossfoot.review.charts_budget import BudgetLine
from crossfoot.review.charts_records import Records
from crossfoot.ui.charts.canvas import Canvas
from crossfoot.ui.charts.marks import Mark
from crossfoot.ui.charts.saying import budget_title, budget_words, point_words
from crossfoot.ui.charts.ticks import Tick, value_ticks
from crossfoot.ui.look.theme import Theme

ROW = 72
"""Pixels that one heading needs: two lines of words and the bar below them."""

# Where things lie within a row, which is 1 high, counted downwards from its middle.
_TITLE = -0.34
_WORDS = -0.10
_BAR = (0.13, 0.27)
_STROKE = (0.07, 0.33)


def draw_budget(canvas: Canvas, lines: Sequence[BudgetLine], theme: Theme, records: Records | None = None) -> None:
    """Draw the headings from the top down on one axis of pounds that begins at nothing.

    With ``records`` each says which record it is from.
    """
    canvas.begin(theme, "Budget against outturn")
    high = max(float(p.value) for line in lines for p in (line.budget, line.outturn) if p)

    def x_ticks(start: float, end: float, room: int) -> list[Tick]:
        return value_ticks(start, end, Unit.GBP, room)

    canvas.frame(
        (0.0, high or 1.0),
        (-(len(lines) - 0.5), 0.5),
        x_ticks=x_ticks,
        y_ticks=None,
        margins=(16.0, 0.0, 32.0, 0.0),
    )
    marks: list[Mark] = []
    several = records is not None and len({records.council(line.document) for line in lines}) > 1
    for row, line in enumerate(lines):
        record = records.brief(line.document, with_council=several) if records else ""
        marks += _draw_line(canvas, line, row, theme, record)
    canvas.finish(marks)


def _draw_line(canvas: Canvas, line: BudgetLine, row: int, theme: Theme, record: str) -> list[Mark]:
    """Draw one heading and return the marks of its figures."""
    y = -float(row)
    canvas.labels.heading([budget_title(line)], (0.0, y - _TITLE), theme.text, bold=True)
    canvas.labels.heading([(words, "") for words in budget_words(line, record)], (0.0, y - _WORDS), theme.muted)
    marks: list[Mark] = []
    upper, lower = y - _BAR[0], y - _BAR[1]
    middle = (upper + lower) / 2
    budget = float(line.budget.value) if line.budget else None
    if budget is not None and not line.outturn:
        canvas.line([(0.0, middle), (budget, middle)], theme.outline)
    if line.outturn:
        outturn = float(line.outturn.value)
        within = outturn if budget is None else min(outturn, budget)
        canvas.box(0.0, upper, within, lower, theme.series_colour(0))
        if budget is not None:
            over = outturn > budget
            if over:
                canvas.box(budget, upper, outturn, lower, theme.worse)
            elif outturn < budget:
                canvas.line([(outturn, middle), (budget, middle)], theme.better, width=3.0)
            if line.variance:
                marks.append(_mark(line, line.variance, (outturn + budget) / 2, middle, row))
        canvas.dots([(outturn, middle)], colour=theme.series_colour(0), filled=line.outturn.is_settled, size=8.0)
        marks.append(_mark(line, line.outturn, outturn, middle, row))
    if line.budget and budget is not None:
        canvas.line([(budget, y - _STROKE[0]), (budget, y - _STROKE[1])], theme.text, width=3.0)
        marks.append(_mark(line, line.budget, budget, middle, row))
    return marks


def _mark(line: BudgetLine, point: Point, x: float, y: float, row: int) -> Mark:
    """Return the mark of one figure of a heading."""
    return Mark(point.figure, x, y, row, point_words(line.name, point), point.document)
