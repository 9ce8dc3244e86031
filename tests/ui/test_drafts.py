"""What is half typed outlives a crash, and is offered again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crossfoot.model import Span, State
from crossfoot.review.prepared import Prepared
from crossfoot.ui.desk.notice import Notice
from crossfoot.ui.drafts import empty_draft
from crossfoot.workspace import DraftKind

Make = Callable[..., Any]


def _crash(world: Any) -> None:
    """End without answering anything: what was typed has been kept by now."""
    world.desk.drafts.keep()
    world.window.close_workspace()


def _press(world: Any, words: str) -> None:
    """Press a button of the notice over the desk."""
    notice = world.window.findChild(Notice)
    next(button for button in notice.findChildren(QPushButton) if button.text() == words).click()


def _comment(qtbot: QtBot, world: Any, typed: str) -> None:
    """Select words and begin a comment on them."""
    text = world.review.document("d1").text
    start = text.index("1,194")
    world.desk.text.view.select_span(Span(start, start + 5))
    world.desk.comment()
    qtbot.keyClicks(world.desk.inspector.ask.line, typed)


def test_a_half_typed_comment_is_offered_after_a_crash_at_its_words(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    _comment(qtbot, world, "ask the team whe")
    _crash(world)
    world.window.open_workspace(world.workspace)
    assert "ask the team whe" in world.window.findChild(Notice).said.text()
    _press(world, "Go on")
    assert world.desk.inspector.ask.line.text() == "ask the team whe"
    qtbot.keyClicks(world.desk.inspector.ask.line, "ther it counts twice")
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_Return)
    (note,) = world.review.annotations()
    assert (note.quote, note.comment) == ("1,194", "ask the team whether it counts twice")
    assert world.review.drafts() == ()


def test_a_half_typed_question_stands_in_the_line_again(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    figure = world.desk.selection.figure
    world.desk.ask_in_inspector("query")
    qtbot.keyClicks(world.desk.inspector.ask.line, "is it 1,149")
    _crash(world)
    world.window.open_workspace(world.workspace)
    _press(world, "Go on")
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_Return)
    assert world.review.figure(figure).state is State.QUERIED
    assert world.review.figure(figure).reason == "is it 1,149"


def test_a_half_typed_note_is_kept_while_it_is_typed_and_saved_when_the_window_closes(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    figure = world.desk.selection.figure
    world.desk.inspector.note.setFocus()
    qtbot.keyClicks(world.desk.inspector.note, "seen in the")
    world.desk.drafts.keep()
    assert [(draft.target, draft.text) for draft in world.review.drafts()] == [(figure, "seen in the")]
    _crash(world)
    world.window.open_workspace(world.workspace)
    assert world.review.figure(figure).note == "seen in the"
    assert world.review.drafts() == ()


def test_a_note_that_a_crash_left_half_typed_stands_under_its_figure_again(
    make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    figure = world.review.figures()[1].id
    world.review.keep_draft(replace(empty_draft(DraftKind.NOTE, "d1", figure), text="seen in the"))
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    _press(world, "Go on")
    assert world.desk.selection.figure == figure
    assert world.desk.inspector.note.text() == "seen in the"


def test_a_draft_that_was_finished_or_thrown_away_is_not_offered(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    _comment(qtbot, world, "thought better")
    world.desk.drafts.keep()
    assert len(world.review.drafts()) == 1
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_Escape)
    assert world.review.drafts() == ()
    _comment(qtbot, world, "said at once")
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_Return)
    _crash(world)
    world.window.open_workspace(world.workspace)
    assert world.window.findChild(Notice) is None


def test_a_draft_can_be_forgotten(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    _comment(qtbot, world, "never mind")
    _crash(world)
    world.window.open_workspace(world.workspace)
    _press(world, "Forget it")
    assert world.review.drafts() == ()
    assert world.review.history()[0].verb == "import"
