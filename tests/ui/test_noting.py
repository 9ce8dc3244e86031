"""Notes on a record, on a check and on a chart's point: written by keyboard, listed, and leading back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossfoot.assets import dictionary, sample_records
from crossfoot.model import About
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.ui.drafts import empty_draft
from crossfoot.workspace import DraftKind

Make = Callable[..., Any]
BODY = (
    "There were 2,400 open cases: 1,100 in the north and 1,200 in the south. "
    "A total of 3,000 visits was made up of 1,500 by day, 1,000 by night and 600 in the evening, 3,000 in all."
)


@pytest.fixture
def world(make_world: Make, prepare_record: Callable[[str, str, date], Prepared]) -> Any:
    """Return a window over one record with sums that do not add up."""
    return make_world(prepare_record("sums.txt", BODY, date(2014, 10, 9)))


def _type(qtbot: QtBot, line: Any, words: str) -> None:
    """Type an answer and press Enter."""
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_ctrl_m_notes_something_on_the_record_and_gives_the_keys_back(world: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    _type(qtbot, world.desk.inspector.ask.line, "Ask for the appendix #ask")
    (note,) = world.review.annotations("d1")
    assert (note.about, note.comment, note.tags) == (About.DOCUMENT, "Ask for the appendix", ("ask",))
    assert world.desk.figures.table.hasFocus()
    listed = world.desk.notes.list.item(0).text()
    assert "Ask for the appendix  #ask" in listed
    assert "note on the record" in listed


def test_m_in_the_list_of_checks_notes_something_on_the_check_which_stays_undecided(world: Any, qtbot: QtBot) -> None:
    world.desk.go("findings")
    pane = world.desk.findings
    pane.list.setCurrentRow(0)
    finding = pane.current()[1]
    qtbot.keyClick(pane.list, Qt.Key.Key_M)
    _type(qtbot, pane.bar.ask.line, "Seen by Finance")
    (note,) = world.review.annotations("d1")
    assert (note.about, note.target, note.quote) == (About.FINDING, finding.id, finding.message)
    assert world.review.finding_decision("d1", finding.id) is None
    assert pane.list.hasFocus()


def test_enter_on_a_note_leads_back_to_its_check_though_the_filters_hide_it(world: Any, qtbot: QtBot) -> None:
    world.desk.go("findings")
    pane = world.desk.findings
    pane.list.setCurrentRow(0)
    finding = pane.current()[1]
    world.review.note("d1", About.FINDING, "Seen by Finance", target=finding.id)
    pane.filter.setText("no such words")
    world.desk.notes.refresh(world.review.note("d1", About.DOCUMENT, "All of it"))
    world.desk.go("notes")
    world.desk.notes.choose(next(n.id for n in world.review.annotations() if n.about is About.FINDING))
    qtbot.keyClick(world.desk.notes.list, Qt.Key.Key_Return)
    assert pane.current()[1].id == finding.id


def test_a_note_on_a_point_of_a_chart_leads_back_to_its_figure(make_world: Make, qtbot: QtBot) -> None:
    world = make_world(*(prepare(path, dictionary()) for path in sample_records() if path.suffix == ".txt"))
    desk = world.desk
    desk.go("charts")
    qtbot.waitUntil(lambda: desk.charts_place.charts is not None and desk.charts_place.charts.canvas is not None)
    canvas = desk.charts_place.charts.canvas
    qtbot.waitUntil(lambda: bool(canvas.marks))
    canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    figure = canvas.walked_mark.figure
    qtbot.keyClick(canvas, Qt.Key.Key_M)
    _type(qtbot, desk.inspector.ask.line, "Why the rise?")
    (note,) = world.review.annotations()
    assert (note.about, note.target) == (About.CHART_POINT, figure)
    assert note.quote.startswith("Trend chart, ")
    assert canvas.hasFocus()
    desk.selection.select_figure("")
    desk.search.note_wanted.emit(note.id)
    assert desk.selection.figure == figure


def test_a_note_on_a_record_that_was_half_typed_is_taken_up_again(world: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(world.desk.inspector.ask.line, "Ask for")
    world.desk.drafts.keep()
    (draft,) = world.review.drafts()
    assert draft.document == "d1"
    world.desk.noting.go_on(draft)
    assert world.desk.inspector.ask.line.text() == "Ask for"


def test_a_note_on_a_point_that_was_half_typed_names_its_figure_again(world: Any, qtbot: QtBot) -> None:
    figure = next(each for each in world.review.figures("d1") if each.current.value == 2400)
    world.desk.noting.go_on(empty_draft(DraftKind.COMMENT, "d1", f"{About.CHART_POINT}:{figure.id}"))
    _type(qtbot, world.desk.inspector.ask.line, "Why the rise?")
    (note,) = world.review.annotations("d1")
    assert note.target == figure.id
    assert "2,400" in note.quote


def test_the_journal_says_what_a_note_says(world: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    _type(qtbot, world.desk.inspector.ask.line, "Ask for the appendix")
    world.desk.go("journal")
    assert "note · Ask for the appendix" in world.desk.journal.list.item(0).text()


def test_the_first_note_is_chosen_so_that_what_can_be_done_with_it_belongs_to_a_row(world: Any) -> None:
    world.desk.notes.refresh(world.review.note("d1", About.DOCUMENT, "All of it"))
    world.desk.go("notes")
    assert world.desk.notes.list.item(0).isSelected()
    assert world.desk.notes.comment.text() == "All of it"


def test_a_check_offers_what_it_is_not_already(world: Any) -> None:
    world.desk.go("findings")
    pane = world.desk.findings
    pane.list.setCurrentRow(0)
    assert not pane.bar.buttons["take_up"].isVisible()
    pane.raise_it()
    pane.bar.ask.answered.emit("")
    assert not pane.bar.buttons["raise"].isVisible()
    assert pane.bar.buttons["take_up"].isVisible()
