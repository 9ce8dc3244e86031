"""The charts pane draws after the first paint, follows the selection, leads back to it, and says what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QGraphicsTextItem, QLabel, QToolButton

from crossfoot.model import About, Annotation, AnnotationKind, Changes, Nature, Period, PeriodKind, Span, State, Unit
from crossfoot.ui.charts import ChartsPane
from crossfoot.ui.charts.pane import ChartKind
from crossfoot.ui.look.theme import dark, high_contrast, light
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import ElidedComboBox


def _press_button(qtbot: Any, pane: ChartsPane, words: str) -> None:
    button = next(b for b in pane.findChildren(QToolButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _drawn(pane: ChartsPane) -> set[str]:
    assert pane.canvas is not None
    return {mark.figure for mark in pane.canvas.marks}


def _words(pane: ChartsPane) -> str:
    return " | ".join(label.text() for label in pane.findChildren(QLabel))


def _place_of(pane: ChartsPane, figure: str) -> QPoint:
    assert pane.canvas is not None
    index = next(i for i, mark in enumerate(pane.canvas.marks) if mark.figure == figure)
    x, y = pane.canvas.pixels()[index]
    return QPoint(round(x), round(y))


def test_nothing_is_drawn_before_the_first_paint(qtbot: Any, source: Any, selection: Selection) -> None:
    pane = ChartsPane(source, selection, light())
    qtbot.addWidget(pane)
    pane.show_kind(ChartKind.BUDGET)
    assert pane.canvas is None
    pane.show()
    qtbot.waitUntil(lambda: pane.canvas is not None)
    assert _drawn(pane)


def test_it_begins_with_the_indicator_that_suits_the_current_document(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    assert source.id_of("18.4") in _drawn(pane)
    selection.select_document("d1")
    assert _drawn(pane) == {source.id_of("236"), source.id_of("187"), source.id_of("203")}


def test_a_click_on_a_point_selects_its_figure_everywhere(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    wanted = source.id_of("187")
    with qtbot.waitSignal(selection.figure_changed):
        qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=_place_of(pane, wanted))  # type: ignore[union-attr]
    assert selection.figure == wanted
    assert selection.document == "d1"


def test_a_click_far_from_any_point_selects_nothing(qtbot: Any, pane: ChartsPane, selection: Selection) -> None:
    selection.select_document("d1")
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))  # type: ignore[union-attr]
    assert selection.figure == ""


def test_the_selected_figure_is_emphasised_and_said(pane: ChartsPane, source: Any, selection: Selection) -> None:
    selection.select_figure(source.id_of("203"))
    assert pane.canvas is not None
    assert pane.canvas.selected_mark is not None
    assert pane.canvas.selected_mark.figure == source.id_of("203")
    assert "Referrals to the service: 203, Sep 2022, undecided" in _words(pane)


def test_the_trend_moves_to_the_indicator_of_the_selected_figure(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_figure(source.id_of("1042"))
    assert _drawn(pane) == {source.id_of("1042"), source.id_of("1218")}


def test_charts_that_are_made_late_begin_with_the_figure_that_is_selected(
    qtbot: Any, source: Any, selection: Selection
) -> None:
    selection.select_figure(source.id_of("1042"))
    pane = ChartsPane(source, selection, light())
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: pane.canvas is not None)
    assert _drawn(pane) == {source.id_of("1042"), source.id_of("1218")}


def test_values_that_stand_alone_do_not_bury_the_lines_under_their_names(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    day = Period(date(2023, 2, 20), date(2023, 2, 20), PeriodKind.AS_AT)
    for home in ("Lime House", "Quay House", "The Croft"):
        source.add("d2", "4", "active", subject=home, period=day)
    pane.refresh(Changes(documents=frozenset({"d2"})))
    selection.select_figure(source.id_of("1042"))
    assert pane.canvas is not None
    written = " ".join(item.toPlainText() for item in pane.canvas.items() if isinstance(item, QGraphicsTextItem))
    assert "1,218" in written
    assert "House" not in written
    selection.select_figure(source.held[-1].id)
    assert "The Croft" in _words(pane)


def test_a_figure_without_a_trend_leaves_the_chart_as_it_is(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_figure(source.id_of("1042"))
    before = _drawn(pane)
    selection.select_figure(source.add("d2", "7", "plans"))
    assert _drawn(pane) == before
    assert pane.canvas is not None
    assert pane.canvas.selected_mark is None


def test_an_indicator_with_too_few_points_says_what_would_appear(pane: ChartsPane, selection: Selection) -> None:
    selection.select_indicator("plans")
    assert pane.message == "Protection plans: a line appears here once two periods have a figure for it."
    selection.select_indicator("active")
    assert pane.message == ""


def test_a_chart_with_nothing_to_draw_says_nothing_of_the_figure_before(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_figure(source.id_of("203"))
    assert "referrals to the service: 203" in _words(pane).lower()
    selection.select_indicator("plans")
    selection.select_figure("")
    assert pane.message
    assert "203" not in _words(pane)


def test_choosing_from_the_list_tells_the_other_panes(pane: ChartsPane, selection: Selection, source: Any) -> None:
    chooser = pane.findChild(QComboBox)
    index = chooser.findText("Children open to the service")
    chooser.setCurrentIndex(index)
    chooser.activated.emit(index)
    assert selection.indicator == "active"
    assert source.id_of("1042") in _drawn(pane)


def test_the_arrows_walk_the_points_and_enter_selects(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    canvas = pane.canvas
    assert canvas is not None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
    assert "187" in canvas.accessibleDescription()
    assert selection.figure == ""
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert selection.figure == source.id_of("187")
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert "203" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert "236" in canvas.accessibleDescription()


def test_up_and_down_go_from_team_to_team(qtbot: Any, pane: ChartsPane, source: Any, selection: Selection) -> None:
    _press_button(qtbot, pane, "Teams")
    canvas = pane.canvas
    assert canvas is not None
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert "East 1: 18.4" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert "East 2: 29.7" in canvas.accessibleDescription()
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert "East 1" in canvas.accessibleDescription()


def test_the_keyboard_goes_on_from_the_selected_figure(pane: ChartsPane, source: Any, selection: Selection) -> None:
    selection.select_figure(source.id_of("187"))
    assert pane.canvas is not None
    QTest.keyClick(pane.canvas, Qt.Key.Key_Right)
    assert "203" in pane.canvas.accessibleDescription()


def test_teams_show_both_days_the_target_and_the_range_and_each_can_be_clicked(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    _press_button(qtbot, pane, "Teams")
    drawn = _drawn(pane)
    for value in ("18.4", "23.1", "31.2", "30.1", "24", "20", "28"):
        assert source.id_of(value) in drawn
    assert "small dot 5 Sep 2022, large dot 20 Feb 2023" in _words(pane)
    qtbot.mouseClick(
        pane.canvas.viewport(),  # type: ignore[union-attr]
        Qt.MouseButton.LeftButton,
        pos=_place_of(pane, source.id_of("24")),
    )
    assert selection.figure == source.id_of("24")


def test_budgets_show_what_was_set_what_is_forecast_and_what_is_between(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    _press_button(qtbot, pane, "Budget")
    assert {source.id_of(v) for v in ("4620000", "3980000", "640000", "2722000")} <= _drawn(pane)
    qtbot.mouseClick(
        pane.canvas.viewport(),  # type: ignore[union-attr]
        Qt.MouseButton.LeftButton,
        pos=_place_of(pane, source.id_of("3525000")),
    )
    assert selection.figure == source.id_of("3525000")
    assert "Children's homes budget: £3.525m, forecast, 2023/24, undecided" in _words(pane)


def test_a_row_of_a_budget_table_is_called_by_its_name_once(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    for value, nature, column in (("840", Nature.BUDGET, "Budget"), ("910", Nature.FORECAST, "Outlook")):
        fields = {"nature": nature, "unit": Unit.GBP, "rule": "table cell"}
        source.add("d3", value, "approved_budget", label="Placements", subject=f"Placements, {column}", **fields)
    pane.refresh(Changes(documents=frozenset({"d3"})))
    _press_button(qtbot, pane, "Budget")
    selection.select_figure(source.id_of("840"))
    assert "Placements: £840, budget, undecided" in _words(pane)
    selection.select_figure(source.id_of("910"))
    assert "Placements, Outlook: £910, forecast, undecided" in _words(pane)


def _written(pane: ChartsPane) -> str:
    assert pane.canvas is not None
    return " | ".join(item.toPlainText() for item in pane.canvas.items() if isinstance(item, QGraphicsTextItem))


def test_lines_of_two_councils_bear_their_names_and_a_point_says_record_and_council(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    source.councils = {"d1": "Ashmere Borough Council", "d2": "Ashmere Borough Council", "d3": "Kestrel County Council"}
    for year, value in ((2022, "77"), (2023, "79")):
        source.add("d3", value, "active", period=Period(date(year, 9, 5), date(year, 9, 5), PeriodKind.AS_AT))
    pane.refresh(Changes(documents=frozenset({"d3"})))
    selection.select_figure(source.id_of("79"))
    assert "Ashmere" in _written(pane)
    assert "Kestrel" in _written(pane)
    assert "79, as at 5 Sep 2023, undecided · Report d3 (3 Jun 2023), Kestrel" in _words(pane)


def test_a_trend_of_one_council_among_several_is_called_by_its_name(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    source.councils = {"d1": "Ashmere Borough Council", "d2": "Kestrel County Council", "d3": "Kestrel County Council"}
    pane.refresh(Changes(documents=frozenset({"d1"})))
    selection.select_document("d1")
    assert "Ashmere · referrals" in _words(pane)
    pane.show_kind(ChartKind.TEAMS)
    assert "average caseload" not in _words(pane).lower()
    selection.select_document("d2")
    assert "Kestrel · children per worker" in _words(pane)


def test_budgets_of_other_records_say_so_and_those_of_another_council_are_not_shown(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    pane.show_kind(ChartKind.BUDGET)
    selection.select_document("d3")
    assert "This record states no budget" not in _words(pane)
    assert "Jun 2023" not in _written(pane)
    selection.select_document("d1")
    assert "This record states no budget. These amounts are from other records." in _words(pane)
    assert "£640k under · 3 Jun 2023" in _written(pane)
    source.councils = {"d1": "Ashmere Borough Council", "d2": "Ashmere Borough Council", "d3": "Kestrel County Council"}
    pane.refresh(Changes(documents=frozenset({"d3"})))
    assert pane.message.startswith("Budgets appear here")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("Trend", "An indicator appears here as a line"),
        ("Teams", "Teams appear here, before and after"),
        ("Budget", "Budgets appear here beside what is spent"),
    ],
)
def test_an_empty_workspace_says_what_would_appear(
    qtbot: Any, source: Any, selection: Selection, kind: str, words: str
) -> None:
    source.held.clear()
    pane = ChartsPane(source, selection, light())
    qtbot.addWidget(pane)
    pane.show()
    _press_button(qtbot, pane, kind)
    assert pane.message.startswith(words)


def test_a_correction_moves_the_point_and_keeps_the_printed_value_in_its_words(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    wanted = source.id_of("187")
    selection.select_figure(wanted)
    source.decide(wanted, State.CORRECTED, "178")
    pane.refresh(Changes(figures=frozenset({wanted})))
    assert pane.canvas is not None
    assert pane.canvas.selected_mark is not None
    assert pane.canvas.selected_mark.y == 178
    assert "178, Aug 2022, printed 187, corrected" in _words(pane)


def test_a_rejected_figure_leaves_the_chart(pane: ChartsPane, source: Any, selection: Selection) -> None:
    selection.select_document("d1")
    wanted = source.id_of("187")
    source.decide(wanted, State.REJECTED)
    pane.refresh(Changes(figures=frozenset({wanted})))
    assert _drawn(pane) == {source.id_of("236"), source.id_of("203")}


def test_changes_that_touch_no_figure_leave_the_drawing_alone(pane: ChartsPane, source: Any) -> None:
    assert pane.canvas is not None
    before = pane.canvas.marks
    source.held.clear()
    pane.refresh(Changes(annotations=frozenset({"a1"})))
    assert pane.canvas.marks is before


def test_the_first_document_brings_the_first_chart(qtbot: Any, source: Any, selection: Selection) -> None:
    held, source.held = source.held, []
    pane = ChartsPane(source, selection, light())
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: pane.canvas is not None)
    assert pane.message
    source.held = held
    pane.refresh(Changes(documents=frozenset({"d1", "d2", "d3"})))
    assert pane.message == ""
    assert _drawn(pane)


def test_the_chart_follows_the_theme(pane: ChartsPane) -> None:
    assert pane.canvas is not None
    for theme in (dark(), high_contrast(), light()):
        pane.set_theme(theme)
        assert pane.canvas.backgroundBrush().color().name() == theme.base


def test_every_control_has_a_name_for_screen_readers(qtbot: Any, pane: ChartsPane) -> None:
    assert {b.accessibleName() for b in pane.findChildren(QToolButton)} == {
        "Pick points for a check, no points picked",
        "Trend chart",
        "Teams chart",
        "Budget chart",
    }
    assert pane.findChild(QComboBox).accessibleName()
    assert pane.canvas is not None
    for words, name in (("Trend", "Trend of "), ("Teams", "Average caseload by team"), ("Budget", "Budget against")):
        _press_button(qtbot, pane, words)
        assert pane.canvas.accessibleName().startswith(name)


def test_the_mouse_over_a_point_says_it_and_leaving_says_the_key(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    assert pane.canvas is not None
    pane.canvas.pointed.emit("Referrals: 236")
    assert "Referrals: 236" in _words(pane)
    qtbot.mouseMove(pane.canvas.viewport(), QPoint(4, 4))
    qtbot.mouseMove(pane.canvas.viewport(), _place_of(pane, source.id_of("236")))
    qtbot.waitUntil(lambda: "Referrals to the service: 236, Jul 2022" in _words(pane))
    qtbot.mouseMove(pane.canvas.viewport(), QPoint(4, 4))
    qtbot.waitUntil(lambda: "○ undecided or queried" in _words(pane))


def test_a_point_between_others_of_one_record_stays_when_the_pane_is_made_small(
    pane: ChartsPane, selection: Selection
) -> None:
    selection.select_document("d1")
    pane.resize(240, 200)
    assert pane.canvas is not None
    width, height = pane.canvas.width(), pane.canvas.height()
    assert all(0 < x < width and 0 < y < height for x, y in pane.canvas.pixels())


def test_two_units_of_one_indicator_are_two_choices(qtbot: Any, source: Any, selection: Selection) -> None:
    for year, value in ((2022, "55"), (2023, "61")):
        period = Period(date(year, 1, 1), date(year, 1, 1), PeriodKind.AS_AT)
        source.add("d1", value, "active", unit=Unit.PERCENT, period=period, nature=Nature.ACTUAL)
    pane = ChartsPane(source, selection, light())
    qtbot.addWidget(pane)
    chooser = pane.findChild(QComboBox)
    names = [chooser.itemText(index) for index in range(chooser.count())]
    assert "Children open to the service" in names
    assert "Children open to the service (%)" in names


def test_a_long_subject_is_shortened_beside_the_chart_and_whole_below_it(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    subject = "families who were waiting for a first visit"
    period = Period(date(2022, 9, 5), date(2022, 9, 5), PeriodKind.AS_AT)
    figure = source.add("d2", "77", "active", subject=subject, period=period)
    pane.refresh(Changes(figures=frozenset({figure})))
    selection.select_figure(figure)
    assert f"Children open to the service, {subject}: 77" in _words(pane)


def test_a_keyboard_that_comes_to_the_chart_is_seen_at_once(pane: ChartsPane, qtbot: Any) -> None:
    canvas = pane.canvas
    assert canvas is not None
    told: list[str] = []
    canvas.pointed.connect(told.append)
    pane.activateWindow()
    canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] == canvas.accessibleDescription() != ""


def test_a_long_name_in_the_list_of_indicators_is_cut_with_dots(qtbot: Any) -> None:
    box = ElidedComboBox()
    qtbot.addWidget(box)
    box.addItem("Average caseload per social worker in the assessment teams")
    box.resize(120, 28)
    assert box.shown_text().endswith("…")
    assert box.toolTip() == box.currentText()


def test_points_are_picked_for_a_check_with_space_and_left_out_again(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    assert pane.canvas is not None
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    before = selection.figure
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(pane.canvas, key)
    assert len(pane.taken) == 2
    assert selection.figure == before
    assert pane.pick.text() == "Pick (2)"
    assert pane.pick.accessibleName().endswith("2 points picked")
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Space)
    assert len(pane.taken) == 1


def test_in_pick_mode_a_click_picks_the_point_and_selects_nothing(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    _press_button(qtbot, pane, "Pick")
    assert pane.canvas is not None
    for value in ("236", "187"):
        place = _place_of(pane, source.id_of(value))
        qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.taken == (source.id_of("236"), source.id_of("187"))
    assert selection.figure not in pane.taken
    assert "2 points picked" in _words(pane)
    _press_button(qtbot, pane, "Pick (2)")
    assert pane.taken == ()


def test_ctrl_and_a_click_picks_a_point_without_the_mode(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    assert pane.canvas is not None
    place = _place_of(pane, source.id_of("203"))
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=place)
    assert pane.taken == (source.id_of("203"),)
    assert pane.pick.isChecked()


def test_what_is_picked_stays_picked_when_another_chart_comes_to_the_front(
    qtbot: Any, pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    assert pane.canvas is not None
    pane.canvas.taken.emit(source.id_of("203"))
    pane.show_kind(ChartKind.BUDGET)
    pane.show_kind(ChartKind.TREND)
    assert pane.taken == (source.id_of("203"),)


def _note(figure: str, words: str) -> Annotation:
    """Return a note on the point of a chart that stands for a figure."""
    return Annotation(
        "a1",
        figure.partition("-")[0],
        Span(0, 4),
        words,
        AnnotationKind.COMMENT,
        comment="why?",
        about=About.CHART_POINT,
        target=figure,
    )


def test_a_point_with_a_note_bears_a_sign_in_the_chart_that_the_note_is_on_and_says_so(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    wanted = source.id_of("187")
    selection.select_document("d1")
    selection.select_figure(wanted)
    assert "note" not in _words(pane)
    source.notes.append(_note(wanted, "Trend chart, Referrals: 187"))
    pane.refresh(Changes(annotations=frozenset({"a1"})))
    assert "1 note" in _words(pane)
    bubbles = pane.canvas._bubbles  # noqa: SLF001  # type: ignore[union-attr] - what is drawn has no other door
    assert len(bubbles.getData()[0]) == 1
    source.notes[:] = [_note(wanted, "Budget chart, Referrals: 187")]
    pane.refresh(Changes(annotations=frozenset({"a1"})))
    assert len(bubbles.getData()[0]) == 0
    assert "1 note" not in _words(pane)


def test_a_note_on_a_point_of_teams_brings_that_chart_forward(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_document("d1")
    team = source.id_of("18.4")
    selection.select_document("d2")
    selection.select_figure(team)
    pane.show_point("Teams chart, Team A: 18.4", team)
    assert pane.kind is ChartKind.TEAMS
    assert team in _drawn(pane)
    point = pane.point()
    assert point is not None
    assert point[0] == team


def test_a_trend_that_begins_at_nought_leaves_no_room_below_it_and_still_writes_its_lowest_values(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    for month, value in ((3, "0"), (4, "58"), (5, "4"), (6, "41")):
        source.add("d1", value, "plans", period=Period(date(2023, month, 1), date(2023, month, 1), PeriodKind.AS_AT))
    pane.refresh(Changes(documents=frozenset({"d1"})))
    selection.select_indicator("plans")
    pane.resize(420, 260)
    pane.grab()
    assert pane.canvas is not None
    box = pane.canvas.getPlotItem().getViewBox()
    nought = box.mapViewToScene(QPointF(0.0, 0.0)).y()
    assert 0 <= box.sceneBoundingRect().bottom() - nought <= 10
    written = [item for item in pane.canvas.items() if isinstance(item, QGraphicsTextItem) and item.isVisible()]
    lows = [item.sceneBoundingRect() for item in written if item.toPlainText() in {"0", "4"}]
    assert len(lows) == 2
    assert all(low.bottom() <= box.sceneBoundingRect().bottom() + 2 for low in lows)


def test_one_budget_line_does_not_fill_a_tall_pane(qtbot: Any, source: Any, selection: Selection) -> None:
    source.held.clear()
    year = Period(date(2023, 4, 1), date(2024, 3, 31), PeriodKind.DURING)
    for value, nature in (("12340000", Nature.BUDGET), ("13450000", Nature.FORECAST)):
        source.add("d1", value, "staff_budget", nature=nature, unit=Unit.GBP, period=year)
    for month, value in ((3, "12"), (4, "58")):
        source.add("d1", value, "plans", period=Period(date(2023, month, 1), date(2023, month, 1), PeriodKind.AS_AT))
    pane = ChartsPane(source, selection, light())
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: pane.canvas is not None)
    selection.select_document("d1")
    pane.show_kind(ChartKind.BUDGET)
    pane.resize(420, 700)
    pane.grab()
    assert pane.canvas is not None
    assert len(pane.canvas.marks) == 2
    assert pane.canvas.height() < 140
    pane.show_kind(ChartKind.TREND)
    qtbot.waitUntil(lambda: pane.canvas is not None and pane.canvas.height() > 400)


def test_a_figure_that_was_selected_before_the_charts_knew_it_turns_the_trend_when_it_comes(
    pane: ChartsPane, source: Any, selection: Selection
) -> None:
    selection.select_figure(source.id_of("203"))
    day = Period(date(2023, 6, 20), date(2023, 6, 20), PeriodKind.AS_AT)
    new = source.add("d4", "1300", "active", period=day)
    selection.select_figure(new)
    assert new not in _drawn(pane)
    pane.refresh(Changes(documents=frozenset({"d4"})))
    assert new in _drawn(pane)
    selection.select_indicator("referrals")
    pane.refresh(Changes(figures=frozenset({new})))
    assert source.id_of("203") in _drawn(pane)
