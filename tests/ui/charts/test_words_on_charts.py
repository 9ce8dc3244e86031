"""Words on a chart are read as those of their own mark, and where they are cut an ellipsis says so."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from math import hypot
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsTextItem, QLabel

from crossfoot.model import Changes, Nature, Period, PeriodKind, Unit
from crossfoot.ui.charts import ChartsPane
from crossfoot.ui.charts.pane import ChartKind
from crossfoot.ui.selection import Selection


def _month(year: int, number: int) -> Period:
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), PeriodKind.DURING)


def _captions(pane: ChartsPane) -> str:
    return " | ".join(label.text() for label in pane.findChildren(QLabel))


def _boxes(pane: ChartsPane) -> dict[str, QRectF]:
    """Return where the words on the chart stand once it is painted, in pixels of the canvas."""
    pane.grab()
    assert pane.canvas is not None
    return {
        item.toPlainText(): pane.canvas.mapFromScene(item.sceneBoundingRect()).boundingRect().toRectF()
        for item in pane.canvas.items()
        if isinstance(item, QGraphicsTextItem) and item.isVisible() and item.toPlainText()
    }


def _distance(box: QRectF, place: tuple[float, float]) -> float:
    x, y = place
    return float(hypot(max(box.left() - x, 0, x - box.right()), max(box.top() - y, 0, y - box.bottom())))


def test_a_value_stands_nearest_to_its_own_point_and_over_no_other_words(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    pairs = (("331", "342"), ("310", "345"), ("333", "329"))
    for year, values in zip((2021, 2022, 2023), pairs, strict=True):
        for subject, value in zip(("boarded", "at home"), values, strict=True):
            source.add("d1", value, "plans", subject=subject, period=_month(year, 3))
    pane.refresh(Changes(documents=frozenset({"d1"})))
    selection.select_indicator("plans")
    for size in ((640, 360), (420, 300), (300, 240)):
        pane.resize(*size)
        assert pane.canvas is not None
        boxes = _boxes(pane)
        marks = dict(zip((mark.figure for mark in pane.canvas.marks), pane.canvas.pixels().tolist(), strict=True))
        written = {value for pair in pairs for value in pair if value in boxes}
        assert len(written) >= 3
        for value in written:
            distances = {figure: _distance(boxes[value], place) for figure, place in marks.items()}
            assert min(distances, key=distances.__getitem__) == source.id_of(value)
        placed = [box.adjusted(2, 2, -2, -2) for words, box in boxes.items() if words in written or "," not in words]
        assert not any(one.intersects(other) for i, one in enumerate(placed) for other in placed[i + 1 :])


def test_a_long_heading_is_cut_with_an_ellipsis_before_its_year_and_whole_in_its_tip(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    name = "Placements of older children in homes that lie outside the borough"
    for value, nature in (("12340000", Nature.BUDGET), ("13450000", Nature.FORECAST), ("2230000", Nature.VARIANCE)):
        fields = {"nature": nature, "unit": Unit.GBP, "rule": "table cell", "period": _month(2023, 4)}
        source.add("d1", value, "approved_budget", label=name, subject=name, **fields)
    pane.refresh(Changes(documents=frozenset({"d1"})))
    selection.select_document("d1")
    pane.show_kind(ChartKind.BUDGET)
    pane.resize(640, 300)
    full = "forecast £13.45m of £12.34m, £1.11m over, the text says £2.23m"
    assert {f"{name}, Apr 2023", full} <= set(_boxes(pane))
    pane.resize(370, 300)
    title, words = sorted(_boxes(pane), key=lambda each: not each.startswith("Place"))[:2]
    assert title.endswith("…, Apr 2023")
    assert words == "£13.45m of £12.34m, £1.11m over; text: £2.23m"
    assert pane.canvas is not None
    assert all(box.right() <= pane.canvas.width() for box in _boxes(pane).values())
    tips = {item.toolTip() for item in pane.canvas.items()}
    assert f"{name}, Apr 2023" in tips


def test_a_long_title_of_a_record_is_cut_in_the_line_below_the_chart_and_whole_in_its_tip(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    title = "Referrals, assessments and plans in the second quarter of the year"
    source.titles["d1"] = title
    pane.refresh(Changes(documents=frozenset({"d1"})))
    selection.select_figure(source.id_of("203"))
    assert "undecided · Referrals, assessments and plans in the…" in _captions(pane)
    assert any(f"{title} (1 Jun 2023)" in label.toolTip() for label in pane.findChildren(QLabel))
    selection.select_figure("")
    assert not any(title in label.toolTip() for label in pane.findChildren(QLabel))
