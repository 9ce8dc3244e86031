"""Joining, splitting and correcting several figures by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crossfoot.model import State
from crossfoot.review.prepared import Prepared

Make = Callable[..., Any]


def _select(world: Any, rows: range) -> None:
    """Select rows of the table."""
    table = world.desk.figures.table
    flag = QItemSelectionModel.SelectionFlag
    table.setCurrentIndex(world.desk.figures.model.index(rows.start, 1))
    for row in rows:
        table.selectionModel().select(world.desk.figures.model.index(row, 1), flag.Select | flag.Rows)


def test_j_refuses_what_does_not_stand_together_and_says_why(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    _select(world, range(3))
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_J)
    assert "next to each other" in world.window.status.currentMessage()
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_S)
    assert "one number" in world.window.status.currentMessage()
    assert world.review.counts().unreviewed == 3


def test_a_field_typed_with_several_rows_selected_goes_to_all_of_them(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    _select(world, range(4))
    model = world.desk.figures.model
    assert model.setData(model.index(0, 2), "weeks")
    assert [figure.current.unit for figure in world.review.figures()[:5]] == ["weeks"] * 4 + ["count"]
    assert world.review.counts().corrected == 4
    world.window.actions_of["undo"].trigger()
    assert world.review.counts().unreviewed == 45


def test_a_value_typed_with_several_rows_selected_is_that_rows_own(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    _select(world, range(3))
    model = world.desk.figures.model
    assert model.setData(model.index(0, 1), "17")
    assert [figure.state for figure in world.review.figures()[:2]] == [State.CORRECTED, State.UNREVIEWED]


def test_a_question_about_several_figures_speaks_of_several(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    _select(world, range(3))
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_R)
    labels = world.desk.inspector.ask.findChildren(QLabel)
    assert "These 3 are not figures because each is…" in [label.text() for label in labels]
