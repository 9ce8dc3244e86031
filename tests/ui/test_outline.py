"""From a record one goes to its sections, to what it claims and promises, and to the records that it refers to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from crossfoot.model import Commitment, Direction, Reference, ReferenceKind, Span, Stage, Statement
from crossfoot.review.prepared import Prepared

Make = Callable[..., Any]
FIRST = date(2013, 6, 13)


def referring(record: Prepared, quote: str, day: date) -> Prepared:
    """Return a record that refers to a meeting by the words ``quote``."""
    start = record.reading.text.index(quote)
    reference = Reference(ReferenceKind.MEETING, Span(start, start + len(quote)), quote, day, day)
    facts = replace(record.extraction.record, references=(reference,))
    return replace(record, extraction=replace(record.extraction, record=facts))


@pytest.fixture
def records(make_record: Callable[..., Prepared]) -> tuple[Prepared, Prepared]:
    """A record of June 2013, and one of June 2014 that refers to that meeting and promises a report."""
    second = make_record("b.txt", "As Cabinet agreed on 13 June 2013 there were 2,020 open cases.", date(2014, 6, 12))
    second = referring(second, "Cabinet agreed on 13 June 2013", FIRST)
    start = second.reading.text.index("2. a further report")
    promise = Commitment(
        "a further report be received each quarter.", "Cabinet", "each quarter", None, Span(start, start + 46)
    )
    return (
        make_record("a.txt", "There were 1,194 open cases.", FIRST),
        replace(second, extraction=replace(second.extraction, commitments=(promise,))),
    )


def entries(world: Any) -> list[str]:
    """Return what the list of places offers."""
    outline = world.desk.text.outline
    return [outline.itemText(row) for row in range(outline.count()) if outline.itemText(row)]


def choose(world: Any, words: str) -> None:
    """Choose the entry that holds ``words``, as Enter in the opened list does."""
    outline = world.desk.text.outline
    row = next(row for row in range(outline.count()) if words in outline.itemText(row))
    outline.activated.emit(row)


def test_the_list_of_places_has_sections_promises_and_other_records(
    make_world: Make, records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*records)
    world.desk.selection.select_document("d2")
    assert entries(world) == [
        "Title",
        "Decision",
        "Reasons",
        "☑ each quarter · Cabinet: a further report be received each quarter.",
        "→ Cabinet agreed on 13 June 2013: Workload in the Children's Teams, 13 Jun …",
    ]
    assert world.desk.text.outline.accessibleName()


def test_the_list_of_places_tells_what_is_claimed_without_a_number_and_goes_there(
    make_world: Make, make_record: Callable[..., Prepared]
) -> None:
    record = make_record("a.txt", "There were 1,194 open cases. Contacts have fallen slightly.", FIRST)
    start = record.reading.text.index("Contacts have")
    claim = Statement(
        "contacts", Direction.DOWN, Stage.INPUTS, Span(start, start + 30), "Contacts have fallen slightly"
    )
    world = make_world(replace(record, extraction=replace(record.extraction, statements=(claim,))))
    world.desk.selection.select_document("d1")
    assert "↘ Contacts to children's social care, down (inputs): Contacts have fallen s…" in entries(world)
    choose(world, "↘")
    assert world.desk.text.view.textCursor().position() == start


def test_choosing_another_record_goes_there_and_a_promise_to_its_place(
    make_world: Make, records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*records)
    world.desk.selection.select_document("d2")
    choose(world, "☑")
    assert world.desk.text.view.textCursor().block().text().startswith("2. a further report")
    choose(world, "→")
    assert world.desk.selection.document == "d1"
    assert world.desk.text.widget.hasFocus()


def test_a_click_on_the_words_goes_to_the_record_that_they_mean(
    qtbot: QtBot, make_world: Make, records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*records)
    world.desk.selection.select_document("d2")
    view = world.desk.text.view
    found = view.document().find("agreed on")
    view.setTextCursor(found)
    view.ensureCursorVisible()
    box = view.cursorRect(found)
    view.let_go()
    point = QPoint(box.left() - 8, box.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert world.desk.selection.document == "d1"


def test_what_is_not_in_the_workspace_is_listed_and_leads_to_its_words(
    make_world: Make, records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(records[1])
    assert entries(world)[-1] == "→ Cabinet agreed on 13 June 2013: not in this workspace"
    choose(world, "→")
    assert world.desk.selection.document == "d1"


def test_a_record_that_comes_in_later_is_led_to_at_once(make_world: Make, records: tuple[Prepared, Prepared]) -> None:
    world = make_world(records[1])
    world.desk.funnel.run(lambda: world.review.store(records[0]))
    assert "Workload in the Children's Teams" in entries(world)[-1]
