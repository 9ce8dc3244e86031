"""Records that older rules have read are read again when a workspace is opened, or when the officer asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.extraction.extractor import VERSION
from crossfoot.model import Figure, Presence, Span, State
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.ui.intake.rereading import Rereading
from crossfoot.ui.panes.figures.columns import COLUMNS
from crossfoot.workspace import Workspace

Make = Callable[..., Any]


def of_version(record: Prepared, version: str) -> Prepared:
    """Return a record as rules of a version read it."""
    return replace(record, extraction=replace(record.extraction, version=version))


@pytest.fixture
def old_record(short_record: Prepared) -> Prepared:
    """A record of three figures as older rules read it: the percentage was missed."""
    *found, _ = short_record.extraction.figures
    return of_version(replace(short_record, extraction=replace(short_record.extraction, figures=tuple(found))), "0")


def test_records_of_an_older_version_are_read_again_when_the_workspace_is_opened(
    make_world: Make, old_record: Prepared
) -> None:
    world = make_world(old_record)
    assert world.review.document("d1").extraction.version == VERSION
    assert "1 record read again: " in world.window.status.currentMessage()
    assert not world.window.status.is_importing
    found = {figure.printed.quote: figure.presence for figure in world.review.figures()}
    assert found["57.5%"] is Presence.NEW
    assert found["1,194"] is Presence.STEADY


def test_a_new_figure_is_marked_in_table_and_inspector(make_world: Make, old_record: Prepared) -> None:
    world = make_world(old_record)
    new = next(figure for figure in world.review.figures() if figure.presence is Presence.NEW)
    world.desk.selection.select_figure(new.id)
    assert "newer rules found it" in world.desk.inspector.presence.text()
    assert world.desk.inspector.presence.isVisible()
    row = world.desk.figures.model.row_of(new.id)
    titles = [column.title for column in COLUMNS]
    note = world.desk.figures.model.index(row, titles.index("Note"))
    assert "+ new" in note.data()
    state = world.desk.figures.model.index(row, 0)
    assert state.data() == "○ undecided +"
    assert "newer rules found it" in state.data(Qt.ItemDataRole.ToolTipRole)


def test_a_decided_figure_that_is_gone_stays_in_the_table_with_its_decision(
    make_world: Make, short_record: Prepared
) -> None:
    text = short_record.reading.text
    strange = Figure("strange", Span(0, 4), text[:4], Decimal(4), label="what older rules took for a figure")
    extraction = replace(short_record.extraction, version="0", figures=(strange, *short_record.extraction.figures))
    world = make_world(open_it=False)
    with Workspace.open(world.workspace, create=True) as file:
        review = Review(file, assets.dictionary(), reviewer="AB")
        review.store(replace(short_record, extraction=extraction))
        review.confirm(["d1-strange"])
    world.window.open_workspace(world.workspace)
    kept = world.review.figure("d1-strange")
    assert (kept.state, kept.presence) == (State.CONFIRMED, Presence.GONE)
    world.desk.selection.select_figure("d1-strange")
    assert "gone" in world.desk.inspector.presence.text()


def test_records_of_this_version_are_left_alone_at_opening(make_world: Make, short_record: Prepared) -> None:
    world = make_world(of_version(short_record, VERSION))
    assert [row.verb for row in world.review.history()] == ["import"]
    world.window.actions_of["reread"].trigger()
    assert "All records are read by the rules of today" in world.window.status.currentMessage()


def test_the_officer_asks_for_it_after_a_rule_was_kept(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(of_version(short_record, VERSION))
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_R)
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_Return)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_K)
    assert len(world.review.taught()) == 1
    world.window.actions_of["reread"].trigger()
    assert world.review.document("d1").extraction.version.startswith(f"{VERSION}+")
    assert world.review.history()[0].verb == "read_again"


def test_a_real_child_process_reads_the_texts_again(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    rereading = Rereading(world.review, world.desk.funnel, world.window.status)
    with qtbot.waitSignal(rereading.ended, timeout=60_000):
        rereading.start(("d1",))
        assert world.window.status.is_importing
    assert world.review.document("d1").extraction.version == VERSION
    assert not rereading.is_running


def test_a_record_that_is_signed_while_it_is_read_again_keeps_its_signature(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.review.confirm([figure.id for figure in world.review.figures()])
    rereading = Rereading(world.review, world.desk.funnel, world.window.status)
    with qtbot.waitSignal(rereading.ended, timeout=60_000):
        rereading.start(("d1",))
        world.desk.funnel.run(lambda: world.review.sign_off("d1", "Ann Bell"))
    assert world.review.documents()[0].sign_off is not None
    assert world.review.document("d1").extraction.version == "test"
    assert "1 record signed meanwhile stays as signed." in world.window.status.currentMessage()


def test_a_reading_that_is_cancelled_leaves_every_record_as_it_was(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    rereading = Rereading(world.review, world.desk.funnel, world.window.status)
    with qtbot.waitSignal(rereading.ended):
        rereading.start(("d1",))
        qtbot.mouseClick(world.window.status.cancel, Qt.MouseButton.LeftButton)
    assert not rereading.is_running
    assert not world.window.status.is_importing
    assert [row.verb for row in world.review.history()] == ["import"]
