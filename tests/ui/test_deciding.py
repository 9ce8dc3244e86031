"""The loop: one key decides, and the next figure comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.model import State
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare

Make = Callable[..., Any]
REAL = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def test_opening_puts_the_focus_in_the_table_on_the_first_undecided_figure(
    make_world: Make, long_record: Prepared
) -> None:
    world = make_world(long_record)
    assert QApplication.focusWidget() is world.desk.figures.table
    first = world.review.figures()[0].id
    assert world.desk.selection.figure == first
    assert world.desk.figures.table.currentIndex().row() == 0


def test_a_record_of_45_figures_is_decided_with_enter_alone(
    qtbot: QtBot, make_world: Make, long_record: Prepared
) -> None:
    world = make_world(long_record)
    table = world.desk.figures.table
    for _ in range(45):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    counts = world.review.counts()
    assert (counts.found, counts.confirmed, counts.unreviewed) == (45, 45, 0)
    assert (
        world.window.status.currentMessage()
        == "All 45 figures of this workspace are decided. F9 leads to the sign-off."
    )


def test_a_record_of_one_figure_is_said_to_be_decided_in_the_singular(
    qtbot: QtBot, make_world: Make, short_record: Prepared, make_record: Callable[..., Prepared]
) -> None:
    one = make_record("one.txt", "There were 2,020 open cases.", date(2013, 1, 1))
    world = make_world(one, short_record)
    world.desk.selection.select_figure(world.review.figures(world.review.documents()[0].id)[0].id)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    said = world.window.status.currentMessage()
    assert said == "The one figure of this record is decided. N goes to the next record. F9 leads to the sign-off."


def test_enter_when_nothing_is_undecided_changes_nothing(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    table = world.desk.figures.table
    qtbot.keyClick(table, Qt.Key.Key_R)
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_1)
    for _ in range(6):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    states = [item.state for item in world.review.figures()]
    assert states == [State.REJECTED, State.CONFIRMED, State.CONFIRMED]
    assert len(world.review.history()) == 1 + 3


def test_enter_works_in_the_document_pane_too(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.go("text")
    qtbot.keyClick(world.desk.text.view, Qt.Key.Key_Return)
    assert world.review.figures()[0].state is State.CONFIRMED
    assert world.desk.selection.figure == world.review.figures()[1].id


def test_r_and_a_digit_reject_with_a_reason_and_the_next_figure_comes(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_R)
    assert QApplication.focusWidget() is world.desk.inspector.ask.line
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_2)
    first, second, _ = world.review.figures()
    assert (first.state, first.reason) == (State.REJECTED, "a reference or list number")
    assert world.desk.selection.figure == second.id
    assert QApplication.focusWidget() is world.desk.figures.table


def test_an_enter_typed_with_the_digit_of_a_reason_does_not_confirm_the_figure_that_comes(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    table, decisions = world.desk.figures.table, world.desk.decisions
    now = 100.0
    decisions.clock = lambda: now
    qtbot.keyClick(table, Qt.Key.Key_R)
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_2)
    now += 0.3
    qtbot.keyClick(table, Qt.Key.Key_Return)
    first, second, _ = world.review.figures()
    assert (first.state, second.state) == (State.REJECTED, State.UNREVIEWED)
    assert world.desk.selection.figure == second.id
    assert "Enter now confirms £5.51m" in world.window.status.currentMessage()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert world.review.figure(second.id).state is State.CONFIRMED


def test_who_has_looked_at_the_figure_behind_a_reason_confirms_it_with_one_key(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    table, decisions = world.desk.figures.table, world.desk.decisions
    now = 100.0
    decisions.clock = lambda: now
    qtbot.keyClick(table, Qt.Key.Key_R)
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_2)
    now += 0.8
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert world.review.figures()[1].state is State.CONFIRMED


def test_an_enter_behind_a_digit_counts_where_another_figure_was_gone_to(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    table, decisions = world.desk.figures.table, world.desk.decisions
    decisions.clock = lambda: 100.0
    qtbot.keyClick(table, Qt.Key.Key_R)
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_2)
    qtbot.keyClick(table, Qt.Key.Key_N)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert world.review.figures()[2].state is State.CONFIRMED


def test_a_reason_of_ones_own_is_kept(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_R)
    qtbot.keyClicks(world.desk.inspector.ask.line, "only a heading 2")
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_Return)
    assert world.review.figures()[0].reason == "only a heading 2"


def test_q_asks_a_question_and_escape_leaves_everything_as_it_was(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    ask = world.desk.inspector.ask
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Q)
    qtbot.keyClick(ask.line, Qt.Key.Key_Escape)
    assert world.review.figures()[0].state is State.UNREVIEWED
    assert QApplication.focusWidget() is world.desk.figures.table
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Q)
    qtbot.keyClicks(ask.line, "Is this the same month?")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert world.review.figures()[0].state is State.QUERIED


def test_n_and_p_go_round_the_undecided_figures(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    table = world.desk.figures.table
    first, second, third = (item.id for item in world.review.figures())
    qtbot.keyClick(table, Qt.Key.Key_P)
    assert world.desk.selection.figure == third
    qtbot.keyClick(table, Qt.Key.Key_N)
    assert world.desk.selection.figure == first
    qtbot.keyClick(table, Qt.Key.Key_N)
    assert world.desk.selection.figure == second


def test_undo_takes_the_last_decision_back_and_goes_there(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    table = world.desk.figures.table
    first = world.review.figures()[0].id
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert world.review.figure(first).state is State.UNREVIEWED
    assert world.desk.selection.figure == first
    qtbot.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert world.review.figure(first).state is State.CONFIRMED


def test_decisions_are_there_after_the_window_was_opened_again(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    assert world.review.figures()[0].state is State.CONFIRMED
    assert world.desk.selection.figure == world.review.figures()[1].id
    world.desk.decisions.undo()
    assert world.review.figures()[0].state is State.UNREVIEWED


@pytest.mark.parametrize("key", ["E", "R", "Q", "U", "S", "Return"])
def test_every_key_of_a_decision_says_why_where_there_is_no_figure(qtbot: QtBot, make_world: Make, key: str) -> None:
    world = make_world()
    qtbot.keyClick(world.desk.figures.table, Qt.Key[f"Key_{key}"])
    assert world.window.status.currentMessage() == "There are no figures to decide on yet."


def test_u_says_of_an_undecided_figure_that_it_is_so_already(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_U)
    assert world.window.status.currentMessage() == "1,194 is undecided already."
    assert world.review.history() == world.review.history(target=world.review.documents()[0].id)


def test_several_rows_are_decided_at_once(qtbot: QtBot, make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    table = world.desk.figures.table
    for _ in range(4):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert world.review.counts().confirmed == 5
    assert world.desk.selection.figure == world.review.figures()[5].id


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_E, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_H])
def test_keys_do_no_harm_where_there_is_nothing_to_decide(qtbot: QtBot, make_world: Make, key: Qt.Key) -> None:
    world = make_world()
    qtbot.keyClick(world.desk.figures.table, key)
    qtbot.keyClick(world.desk.text.view, key)
    assert world.review.history() == ()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real records are not beside this checkout")
def test_the_real_inspection_record_is_decided_with_enter_alone(qtbot: QtBot, make_world: Make) -> None:
    prepared = [prepare(path, assets.dictionary()) for path in sorted(REAL.glob("*.txt"))]
    record = next(item for item in prepared if item.extraction.record.meeting_date == date(2013, 6, 13))
    world = make_world(record)
    found = world.review.counts().found
    assert found >= 40
    for _ in range(found):
        qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    assert world.review.counts().confirmed == found
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert world.review.counts().confirmed == found - 1


def test_what_was_said_of_one_figure_goes_with_it(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_F)
    assert world.window.status.currentMessage().startswith("Select the words")
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    assert not world.window.status.currentMessage()
    world.desk.decisions.undo()
    assert world.window.status.currentMessage() == "Undone: confirm 1,194"
