"""Facets and saved views in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from crossfoot.model import State
from crossfoot.model.views import ViewKind
from crossfoot.review.prepared import Prepared

Make = Callable[..., Any]


@pytest.fixture
def world(make_world: Make, short_record: Prepared, long_record: Prepared) -> Any:
    """Give a window over two records with the facets of all of them open."""
    world = make_world(short_record, long_record)
    world.window.actions_of["facets"].trigger()
    world.desk.figures.facets.switch.click()
    return world


def _value(world: Any, facet: str, words: str) -> QTreeWidgetItem:
    """Return the line of a value."""
    tree = world.desk.figures.facets.tree
    tops = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    top = next(top for top in tops if top.text(0) == facet)
    return next(top.child(row) for row in range(top.childCount()) if top.child(row).text(0) == words)


def _tick(qtbot: QtBot, world: Any, facet: str, words: str) -> None:
    """Tick a value by keyboard."""
    tree = world.desk.figures.facets.tree
    item = _value(world, facet, words)
    item.parent().setExpanded(True)
    tree.setCurrentItem(item)
    with qtbot.waitSignal(world.desk.figures.facets.chosen):
        qtbot.keyClick(tree, Qt.Key.Key_Space)


def test_a_ticked_value_leaves_its_figures_of_all_records_in_the_table(qtbot: QtBot, world: Any) -> None:
    QAbstractItemModelTester(world.desk.figures.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert _value(world, "Unit", "count").text(1) == "46"
    _tick(qtbot, world, "Unit", "count")
    assert world.desk.figures.model.rowCount() == 46
    assert world.desk.figures.scope.currentText() == "All records"
    _tick(qtbot, world, "Unit", "%")
    assert world.desk.figures.model.rowCount() == 47


def test_what_is_counted_is_what_the_table_can_show_one_record_or_all(
    qtbot: QtBot, make_world: Make, short_record: Prepared, long_record: Prepared
) -> None:
    world = make_world(short_record, long_record)
    facets, model = world.desk.figures.facets, world.desk.figures.model
    documents = [row.id for row in world.review.documents()]
    world.window.actions_of["facets"].trigger()
    here = len(world.review.figures(documents[0]))
    tops = [facets.tree.topLevelItem(row).text(0) for row in range(facets.tree.topLevelItemCount())]
    assert "Record" not in tops
    _tick(qtbot, world, "State", "○ undecided")
    assert _value(world, "State", "○ undecided").text(1) == str(here)
    assert model.rowCount() == here
    world.desk.selection.select_document(documents[1])
    there = len(world.review.figures(documents[1]))
    assert _value(world, "State", "○ undecided").text(1) == str(there)
    assert model.rowCount() == there
    facets.switch.click()
    assert _value(world, "State", "○ undecided").text(1) == str(here + there)
    assert model.rowCount() == here + there
    assert world.desk.figures.scope.currentText() == "All records"
    facets.switch.click()
    assert model.rowCount() == there
    facets.clear.click()
    assert model.rowCount() == there


def test_a_kept_choice_among_records_is_one_among_all_of_them(qtbot: QtBot, world: Any) -> None:
    facets, model = world.desk.figures.facets, world.desk.figures.model
    titles = list(world.review.titles().values())
    _tick(qtbot, world, "Record", titles[1])
    shown = model.rowCount()
    world.prompter.text = "the second"
    facets.save.click()
    facets.clear.click()
    facets.switch.click()
    facets.views.setCurrentIndex(facets.views.findText("the second"))
    facets.views.activated.emit(facets.views.currentIndex())
    assert world.desk.figures.scope.currentText() == "All records"
    assert model.rowCount() == shown


def test_a_decided_figure_leaves_a_table_of_undecided_ones_and_the_counts_follow(qtbot: QtBot, world: Any) -> None:
    _tick(qtbot, world, "State", "○ undecided")
    first = world.desk.figures.model.id_at(0)
    world.desk.selection.select_figure(first)
    world.desk.decisions.confirm()
    assert world.review.figure(first).state is State.CONFIRMED
    assert world.desk.figures.model.row_of(first) is None
    assert _value(world, "State", "✓ confirmed").text(1) == "1"
    assert world.desk.figures.model.row_of(world.desk.selection.figure) is not None


def test_the_table_shows_everything_again_when_the_ticks_or_the_facets_go(qtbot: QtBot, world: Any) -> None:
    _tick(qtbot, world, "Unit", "£")
    assert world.desk.figures.model.rowCount() == 1
    world.desk.figures.facets.clear.click()
    assert world.desk.figures.model.rowCount() == 48
    _tick(qtbot, world, "Unit", "£")
    world.window.actions_of["facets"].trigger()
    assert not world.desk.figures.facets.isVisible()
    assert world.desk.figures.model.rowCount() == 48


def test_a_choice_is_saved_under_a_name_and_taken_up_again(qtbot: QtBot, world: Any) -> None:
    facets = world.desk.figures.facets
    _tick(qtbot, world, "Unit", "£")
    world.prompter.text = "money"
    facets.save.click()
    assert [view.name for view in world.review.views(ViewKind.FACETS)] == ["money"]
    facets.clear.click()
    facets.views.setCurrentIndex(facets.views.findText("money"))
    facets.views.activated.emit(facets.views.currentIndex())
    assert world.desk.figures.model.rowCount() == 1
    facets.forget.click()
    assert world.review.views(ViewKind.FACETS) == ()
    world.window.actions_of["undo"].trigger()
    assert facets.views.findText("money") > 0


def test_a_saved_view_is_there_after_a_restart(qtbot: QtBot, world: Any) -> None:
    _tick(qtbot, world, "Unit", "£")
    world.prompter.text = "money"
    world.desk.figures.facets.save.click()
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    world.window.actions_of["facets"].trigger()
    facets = world.desk.figures.facets
    facets.switch.click()
    facets.views.setCurrentIndex(facets.views.findText("money"))
    facets.views.activated.emit(facets.views.currentIndex())
    assert world.desk.figures.model.rowCount() == 1


def test_a_search_is_saved_under_a_name_and_searched_again(world: Any) -> None:
    search = world.desk.search
    world.desk.search_everything()
    search.box.setText("value:>1300")
    search.search()
    found = search.list.count()
    world.prompter.text = "large ones"
    search.keep.click()
    search.box.clear()
    search.search()
    search.saved.setCurrentIndex(search.saved.findText("large ones"))
    search.saved.activated.emit(search.saved.currentIndex())
    assert search.box.text() == "value:>1300"
    assert search.list.count() == found > 0
    search.forget.click()
    assert world.review.views(ViewKind.SEARCH) == ()


def test_the_states_are_in_sight_again_when_the_facets_go(qtbot: QtBot, world: Any) -> None:
    figures = world.desk.figures
    world.window.resize(911, 485)
    figures.open_facets()
    bar = figures.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    figures.open_facets(False)
    assert bar.value() == 0
