"""A new version of a record, in the window: shown against the old one, put in its place, and undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from crossfoot.model import AnnotationKind, Span, State
from crossfoot.review.prepared import Prepared

Make = Callable[..., Any]
BODY = "There were 1,194 open cases in the teams.\n\nThe budget was £5.51m for the year.\n\nOf all 57.5% were new ones."
CHANGED = BODY.replace("1,194", "1,206").replace("Of all 57.5% were new ones.", "Nothing more was said.")
DAY = date(2014, 10, 9)


def lines_of(tree: QTreeWidget) -> dict[str, list[list[str]]]:
    """Return the lines of each group of a comparison by the group's heading."""
    groups = {}
    for place in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(place)
        rows = [group.child(number) for number in range(group.childCount())]
        groups[group.text(0)] = [[row.text(column) for column in range(tree.columnCount())] for row in rows]
    return groups


def prepare(prepare_record: Make, body: str, name: str) -> Prepared:
    made: Prepared = prepare_record(name, body, DAY)
    return made


def world_with_decisions(make_world: Make, prepare_record: Make) -> Any:
    world = make_world(prepare(prepare_record, BODY, "first.txt"))
    first, second, third = world.review.figures()
    world.review.confirm([first.id, second.id])
    world.review.reject([third.id], "counted already")
    return world


def choose_new_version(world: Any, prepare_record: Make) -> Any:
    world.prompter.files = [Path("second.txt")]
    world.results.append(prepare(prepare_record, CHANGED, "second.txt"))
    world.window.actions_of["new_version"].trigger()
    return world.window.workplace.versions.dialog


def test_the_new_version_is_shown_against_the_old_one(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    dialog = choose_new_version(world, prepare_record)
    assert dialog.summary.text() == "1 figure unchanged, 1 changed, 1 lost."
    assert "1 decided figure is not in the new version" in dialog.warning.text()
    groups = lines_of(dialog.figures)
    assert list(groups) == ["− Not in the new version – 1", "≠ Changed: to be decided again – 1", "= Unchanged – 1"]
    (changed,) = groups["≠ Changed: to be decided again – 1"]
    assert changed[:3] == ["1,194", "1,206", "✓ confirmed"]
    (lost,) = groups["− Not in the new version – 1"]
    assert lost[0] == "57.5%"
    assert any(title.startswith("≠ Changed") for title in lines_of(dialog.texts))
    assert dialog.whole.text() == "Before: Of all 57.5% were new ones."
    dialog.reject()
    assert [row.path for row in world.review.documents()] == ["first.txt"]


def test_it_takes_the_old_ones_place_and_the_changed_figure_is_selected(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    choose_new_version(world, prepare_record).accept()
    (row,) = world.review.documents()
    assert row.path == "second.txt"
    assert world.desk.selection.document == row.id
    selected = world.review.figure(world.desk.selection.figure)
    assert (selected.printed.quote, selected.state) == ("1,206", State.UNREVIEWED)
    shown = [label.text() for label in world.desk.inspector.findChildren(type(world.desk.inspector.empty))]
    assert any("The version before: 1,194 · confirmed · JS" in text for text in shown)
    assert "Undo brings the old version back" in world.window.status.currentMessage()


def test_undo_brings_the_old_version_back(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    choose_new_version(world, prepare_record).accept()
    world.window.actions_of["undo"].trigger()
    (row,) = world.review.documents()
    assert row.path == "first.txt"
    assert world.review.counts().decided == 3


def test_the_comparison_can_be_read_again_afterwards(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    text = world.review.document("d1").text
    start = text.index("57.5% were new")
    world.review.annotate("d1", Span(start, start + 14), AnnotationKind.COMMENT, comment="who?")
    choose_new_version(world, prepare_record).accept()
    world.window.actions_of["compare_versions"].trigger()
    dialog = world.window.workplace.versions.dialog
    assert "1 decided figure and 1 note are not in the new version" in dialog.warning.text()
    assert lines_of(dialog.notes) == {"− Not in the new version – 1": [["57.5% were new", "who?", ""]]}
    assert len(dialog.buttons.buttons()) == 1
    dialog.reject()


def test_an_import_that_looks_like_a_new_version_offers_to_take_the_place(
    make_world: Make, prepare_record: Make
) -> None:
    world = world_with_decisions(make_world, prepare_record)
    world.prompter.files = [Path("second.txt")]
    world.results.append(prepare(prepare_record, CHANGED, "second.txt"))
    world.window.actions_of["import"].trigger()
    assert len(world.review.documents()) == 2
    assert "Keep both" in {button.text() for button in world.window.workplace.versions.dialog.buttons.buttons()}
    world.window.workplace.versions.dialog.accept()
    assert world.prompter.returns == 1
    assert [row.path for row in world.review.documents()] == ["second.txt"]


def test_several_that_look_like_new_versions_are_listed(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    world.prompter.files = [Path("second.txt"), Path("third.txt")]
    world.results.append(prepare(prepare_record, CHANGED, "second.txt"))
    world.results.append(prepare(prepare_record, CHANGED.replace("1,206", "1,207"), "third.txt"))
    world.window.actions_of["import"].trigger()
    assert world.window.workplace.versions.dialog is None
    ((summary, *lines),) = world.prompter.reports
    assert "here twice" in summary
    assert len(lines) == 2


def test_the_same_file_is_told_and_nothing_is_shown(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    world.prompter.files = [Path("again.txt")]
    world.results.append(prepare(prepare_record, BODY, "again.txt"))
    world.window.actions_of["new_version"].trigger()
    assert world.window.workplace.versions.dialog is None
    assert "same file" in world.window.status.currentMessage()


def test_without_another_version_comparing_says_so(make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    world.window.actions_of["compare_versions"].trigger()
    assert world.window.workplace.versions.dialog is None
    assert "no other version" in world.window.status.currentMessage()


def test_the_keyboard_alone_replaces(qtbot: QtBot, make_world: Make, prepare_record: Make) -> None:
    world = world_with_decisions(make_world, prepare_record)
    dialog = choose_new_version(world, prepare_record)
    qtbot.waitUntil(dialog.isVisible)
    button = next(each for each in dialog.buttons.buttons() if "Replace" in each.text())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert [row.path for row in world.review.documents()] == ["second.txt"]
    assert world.window.focusWidget() is world.desk.figures.table


def test_a_corrected_figure_is_set_against_what_its_text_said(make_world: Make, prepare_record: Make) -> None:
    world = make_world(prepare(prepare_record, BODY, "first.txt"))
    world.review.correct(world.review.figures()[0].id, {"value": "1,200"})
    dialog = choose_new_version(world, prepare_record)
    (changed,) = lines_of(dialog.figures)["≠ Changed: to be decided again – 1"]
    assert changed[:2] == ["1,194", "1,206"]
    assert changed[2].endswith("corrected: 1,200")
