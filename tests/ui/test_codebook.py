"""The codebook, threads and colours in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossfoot.model import AnnotationKind, Span
from crossfoot.model.codebook import CodeKind
from crossfoot.review.prepared import Prepared
from crossfoot.ui.dialogs.codebook import CodebookDialog

Make = Callable[..., Any]


def _marked(world: Any, *tags: str) -> None:
    """Put a mark on the first word for each tag."""
    for tag in tags:
        world.desk.funnel.run(
            lambda tag=tag: world.review.annotate("d1", Span(0, 5), AnnotationKind.COMMENT, comment="?", tags=(tag,))
        )


def _codebook(world: Any) -> CodebookDialog:
    """Open the codebook."""
    world.window.actions_of["codebook"].trigger()
    dialog = world.window.findChild(CodebookDialog)
    assert isinstance(dialog, CodebookDialog)
    return dialog


def _row(dialog: CodebookDialog, name: str) -> int:
    """Return the row of a code."""
    cells = [dialog.table.item(row, 0) for row in range(dialog.table.rowCount())]
    return next(row for row, cell in enumerate(cells) if cell is not None and cell.text().endswith(name))


def test_tags_are_merged_and_a_meaning_is_typed_in_the_codebook(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    _marked(world, "ask", "query")
    dialog = _codebook(world)
    assert not dialog.rename.isEnabled()
    for tag in ("ask", "query"):
        dialog.table.item(_row(dialog, f"#{tag}"), 0).setSelected(True)
    dialog.name.setText("question")
    assert dialog.rename.text() == "Merge"
    dialog.rename.click()
    assert {mark.tags for mark in world.review.annotations()} == {("question",)}
    dialog.table.item(_row(dialog, "green"), 1).setText("agreed")
    meanings = {use.code.name: use.code.meaning for use in world.review.codebook()}
    assert meanings["green"] == "agreed"
    dialog.name.setText("later")
    dialog.add.click()
    assert dialog.table.item(_row(dialog, "#later"), 2).text() == "0"


def test_the_codebook_is_exported_and_imported_through_files(
    make_world: Make, short_record: Prepared, tmp_path: Path
) -> None:
    world = make_world(short_record)
    world.review.explain_code(CodeKind.TAG, "ask", "for the meeting")
    dialog = _codebook(world)
    world.prompter.saved_as = tmp_path / "codes.json"
    dialog.carry.click()
    world.review.remove_tag("ask")
    world.prompter.files = [tmp_path / "codes.json"]
    dialog.bring.click()
    assert dialog.table.item(_row(dialog, "#ask"), 1).text() == "for the meeting"
    world.prompter.files = [tmp_path / "gone.json"]
    dialog.bring.click()
    assert "cannot be read" in world.prompter.told[0]


def test_a_thread_is_answered_and_resolved_in_the_notes_and_open_ones_are_listed_alone(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    _marked(world, "ask")
    notes = world.desk.notes
    world.window.actions_of["go_notes"].trigger()
    notes.list.setCurrentRow(0)
    notes.reply.setFocus()
    qtbot.keyClicks(notes.reply, "it counts twice")
    qtbot.keyClick(notes.reply, Qt.Key.Key_Return)
    assert "JS" in notes.answers.text()
    assert "it counts twice" in notes.answers.text()
    notes.resolve.click()
    assert "✓ resolved" in notes.list.item(0).text()
    assert notes.resolve.text() == "Open again"
    notes._scope.setCurrentText("All open ones")  # noqa: SLF001 - the combo box has no other name
    notes._scope.activated.emit(notes._scope.currentIndex())  # noqa: SLF001
    assert notes.list.count() == 0


def test_h_marks_in_the_colour_that_was_chosen_last(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.review.explain_code(CodeKind.COLOUR, "green", "agreed")
    world.desk.colour()
    assert "green: agreed" in world.window.status.currentMessage()
    world.desk.text.view.select_span(Span(0, 5))
    world.desk.highlight()
    assert world.review.annotations()[0].colour == "green"
    world.desk.notes.list.setCurrentRow(0)
    assert "green, agreed" in [world.desk.notes.colour.itemText(row) for row in range(world.desk.notes.colour.count())]
