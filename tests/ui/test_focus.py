"""Focus mode, and the queue by doubt in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossfoot.model import State
from crossfoot.review.prepared import Prepared

Make = Callable[..., Any]


def test_in_focus_mode_source_and_inspector_are_alone_and_the_keys_decide(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    desk = world.desk
    world.window.actions_of["focus"].trigger()
    assert [pane.isVisible() for pane in (desk.text, desk.inspector)] == [True, True]
    assert not any(pane.isVisible() for pane in (desk.documents, desk.figures, desk.charts_place))
    assert desk.text.view.hasFocus()
    first, second = (figure.id for figure in world.review.figures()[:2])
    qtbot.keyClick(desk.text.view, Qt.Key.Key_Return)
    assert world.review.figure(first).state is State.CONFIRMED
    assert world.desk.selection.figure == second
    world.window.actions_of["focus"].trigger()
    assert all(pane.isVisible() for pane in (desk.documents, desk.figures, desk.charts_place))
    assert desk.figures.table.hasFocus()


def test_going_to_a_hidden_pane_brings_all_of_them_back(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.window.actions_of["focus"].trigger()
    world.window.actions_of["go_documents"].trigger()
    assert world.desk.documents.isVisible()
    assert world.desk.figures.isVisible()


def test_the_layout_of_before_comes_back_and_is_what_is_remembered(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    before = world.desk.figures.height()
    world.window.actions_of["focus"].trigger()
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    assert abs(world.desk.figures.height() - before) <= 2


def test_by_doubt_the_queue_goes_on_with_the_most_doubtful_figure_of_another_record(
    make_world: Make, short_record: Prepared, long_record: Prepared
) -> None:
    world = make_world(long_record, short_record)
    world.desk.selection.select_document("d2")
    world.window.actions_of["by_doubt"].trigger()
    ids = [figure.id for figure in world.review.figures("d2")]
    world.desk.funnel.run(lambda: world.review.confirm(ids))
    world.desk.decisions.go_on()
    chosen = world.review.figure(world.desk.selection.figure)
    assert chosen.document == "d1"
    assert chosen.current.confidence == 0.55


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    figures = make_world(short_record).desk.figures
    figures.by_facets.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(figures.by_facets, Qt.Key.Key_Return)
    assert figures.facets.isVisible()


def test_on_a_low_desk_the_charts_are_a_tab_that_their_key_opens_and_on_a_high_one_they_stand_under_the_inspector(
    make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    desk = world.desk
    world.window.resize(1366, 728)
    assert desk.tabs.indexOf(desk.charts_place) == -1
    assert desk.charts_place.isVisible()
    world.window.resize(911, 485)
    tab = desk.tabs.indexOf(desk.charts_place)
    assert desk.tabs.tabText(tab) == "Charts"
    assert not desk.charts_place.isVisible()
    world.window.actions_of["go_charts"].trigger()
    assert desk.charts_place.isVisible()
    assert desk.charts_place.height() > 250
    desk.tabs.setCurrentIndex(0)
    world.window.actions_of["focus"].trigger()
    assert not desk.tabs.isTabVisible(tab)
    world.window.actions_of["focus"].trigger()
    assert desk.tabs.isTabVisible(tab)
    world.window.resize(1366, 728)
    assert desk.tabs.indexOf(desk.charts_place) == -1
    assert desk.charts_place.isVisible()


def test_tab_alone_reaches_every_control_of_the_desk(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    desk = world.desk
    desk.go("findings")
    desk.go("figures")
    reached: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    expected = (
        desk.documents.filter,
        desk.documents.list,
        desk.text.view,
        desk.figures.scope,
        desk.figures.quick,
        desk.figures.table,
        desk.findings.scope,
        desk.findings.filter,
        desk.findings.own,
    )
    assert [each.accessibleName() for each in expected if each not in reached] == []
