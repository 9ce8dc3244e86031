"""What was decided on one figure is offered to those like it, and rules are kept, switched and carried on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.model import State
from crossfoot.review.prepared import Prepared
from crossfoot.review.teaching import Offer
from crossfoot.ui.desk.offering import offer_words
from crossfoot.ui.dialogs.rules import RulesDialog

Make = Callable[..., Any]


def correct_indicator(world: Any, name: str) -> None:
    """Correct the indicator of the selected figure in the inspector, as an officer types it."""
    form = world.desk.inspector.form
    form.lines["indicator"].setText(name)
    form.submitted.emit()


def dialog_of(world: Any) -> RulesDialog:
    """Open the list of rules by its action."""
    world.window.actions_of["rules"].trigger()
    found = world.desk.findChildren(RulesDialog)
    assert len(found) == 1
    dialog: RulesDialog = found[0]
    return dialog


def test_where_nothing_was_taught_a_sentence_has_the_room_of_the_list(
    make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    dialog = dialog_of(world)
    assert not dialog.list.isVisible()
    correct_indicator(world, "active_children")
    world.desk.keep_rule()
    assert dialog.list.isVisible()
    assert dialog.list.count() == 1


def test_after_a_correction_the_line_over_the_desk_offers_the_same_to_those_like_it(
    make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    assert not world.desk.offering.bar.isVisible()
    correct_indicator(world, "active_children")
    assert world.desk.offering.bar.isVisible()
    said = world.desk.offering.bar.said.text()
    assert said.startswith("3 more like “open cases” in 2 records")
    assert world.review.dictionary.name("active_children") in said
    assert world.desk.offering.bar.accessibleName() == f"Offer: {said}"


def test_a_correction_that_no_other_figure_is_like_offers_what_its_words_mean_from_now_on(
    make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(like_records[1])
    correct_indicator(world, "active_children")
    name = world.review.dictionary.name("active_children")
    assert world.desk.offering.bar.said.text() == f"From now on “open cases” means {name}?"


@pytest.mark.parametrize(
    ("fields", "several", "alone"),
    [
        ({"indicator": ""}, "also without an indicator?", "stands without an indicator?"),
        ({"indicator": "", "unit": "days"}, "also days, without an indicator?", "means days and stands without"),
        ({"unit": ""}, "also without a unit?", "stands without a unit?"),
        ({}, "not a figure either?", "is not a figure?"),
    ],
)
def test_what_was_taken_away_is_offered_in_plain_words(fields: dict[str, str], several: str, alone: str) -> None:
    dictionary = assets.dictionary()
    assert several in offer_words(Offer("d1-f1", ("d1-f2",), (), fields, pattern="open cases"), dictionary)
    assert alone in offer_words(Offer("d1-f1", (), (), fields, pattern="open cases"), dictionary)


def test_one_key_does_the_same_to_all_and_one_undo_takes_it_back(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_L)
    assert [figure.current.indicator for figure in world.review.figures()] == ["active_children"] * 4
    assert world.review.counts().corrected == 1
    assert not world.desk.offering.bar.isVisible()
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [figure.current.indicator for figure in world.review.figures()].count("active_children") == 1


def test_a_key_keeps_the_rule_too_and_the_list_of_rules_shows_it(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_K)
    dialog = dialog_of(world)
    assert dialog.list.count() == 1
    assert "“open cases”" in dialog.list.item(0).text()
    assert dialog.list.item(0).checkState() is Qt.CheckState.Checked


def test_a_rejected_number_is_offered_to_those_in_the_same_words(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_R)
    qtbot.keyClick(world.desk.inspector.ask.line, Qt.Key.Key_5)
    assert "not a figure either?" in world.desk.offering.bar.said.text()
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_L)
    assert world.review.counts().rejected > 1
    assert {f.reason for f in world.review.figures() if f.state is State.REJECTED} == {"counted already"}


def test_the_officer_looks_at_what_is_offered_one_after_the_other(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    seen = []
    for _ in range(3):
        qtbot.mouseClick(world.desk.offering.bar.look, Qt.MouseButton.LeftButton)
        seen.append(world.desk.selection.figure)
    assert tuple(seen) == world.desk.offering.offer.figures
    assert world.desk.selection.document == "d2"


def test_an_offer_goes_when_it_is_dismissed_and_when_its_decision_is_taken_back(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    qtbot.mouseClick(world.desk.offering.bar.leave, Qt.MouseButton.LeftButton)
    assert not world.desk.offering.bar.isVisible()
    assert world.desk.figures.table.hasFocus()
    world.desk.decisions.undo()
    correct_indicator(world, "active_children")
    world.desk.offering.bar.leave.setFocus()
    qtbot.keyClick(world.desk.offering.bar.leave, Qt.Key.Key_Escape)
    assert not world.desk.offering.bar.isVisible()
    world.desk.decisions.undo()
    correct_indicator(world, "active_children")
    assert world.desk.offering.bar.isVisible()
    world.desk.decisions.undo()
    assert not world.desk.offering.bar.isVisible()


def test_an_offer_counts_only_what_is_still_undecided(
    make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    world.desk.selection.select_figure(world.desk.offering.offer.figures[0])
    world.desk.decisions.confirm()
    assert world.desk.offering.bar.said.text().startswith("2 more like")


def test_an_offer_goes_with_a_decision_on_a_figure_that_it_is_not_about(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared], short_record: Prepared
) -> None:
    world = make_world(*like_records, short_record)
    correct_indicator(world, "active_children")
    about = {world.desk.offering.offer.source, *world.desk.offering.offer.figures}
    other = next(figure.id for figure in world.review.figures() if figure.id not in about)
    world.desk.selection.select_figure(other)
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_Return)
    assert world.review.figure(other).state is State.CONFIRMED
    assert not world.desk.offering.bar.isVisible()
    before = world.review.history()
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_L)
    assert world.review.history() == before


def test_without_an_offer_the_keys_say_what_to_do_first(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    for key in (Qt.Key.Key_L, Qt.Key.Key_K):
        qtbot.keyClick(world.desk.figures.table, key)
        assert "correct an indicator or a unit, or reject a figure" in world.window.status.currentMessage()


def test_rules_are_switched_off_and_taken_away_in_the_list(
    qtbot: QtBot, make_world: Make, like_records: tuple[Prepared, Prepared]
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    world.desk.offering.keep()
    dialog = dialog_of(world)
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [rule.on for rule in world.review.taught()] == [False]
    dialog.forget.click()
    assert world.review.taught() == ()
    assert dialog.list.count() == 0
    world.desk.decisions.undo()
    assert dialog.list.count() == 1


def test_rules_are_carried_to_a_file_and_back_and_a_bad_file_is_told_in_the_list(
    make_world: Make, like_records: tuple[Prepared, Prepared], tmp_path: Path
) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    world.desk.offering.keep()
    dialog = dialog_of(world)
    world.prompter.saved_as = tmp_path / "rules.json"
    dialog.carry.click()
    assert dialog.said.text() == f"1 rule written to {tmp_path / 'rules.json'}."
    dialog.list.setCurrentRow(0)
    dialog.forget.click()
    assert not dialog.said.isVisible()
    world.prompter.files = [tmp_path / "rules.json"]
    dialog.bring.click()
    assert dialog.list.count() == 1
    assert dialog.said.text() == "1 rule came in. Undo takes that back."
    dialog.bring.click()
    assert dialog.said.text() == "All of these rules are here already."
    changed = (tmp_path / "rules.json").read_text("utf-8").replace('"active_children"', '"children_in_need"')
    (tmp_path / "rules.json").write_text(changed, "utf-8")
    dialog.bring.click()
    assert dialog.list.count() == 1
    assert "in the place of what was taught here of the same words" in dialog.said.text()
    world.window.actions_of["undo"].trigger()
    (tmp_path / "rules.json").write_text("{")
    dialog.bring.click()
    assert "rules.json is damaged" in dialog.refusal.text()
    assert dialog.list.count() == 1


def test_the_journal_tells_what_was_taught(make_world: Make, like_records: tuple[Prepared, Prepared]) -> None:
    world = make_world(*like_records)
    correct_indicator(world, "active_children")
    world.desk.offering.keep()
    world.window.actions_of["go_journal"].trigger()
    listed = [world.desk.journal.list.item(row).text() for row in range(world.desk.journal.list.count())]
    assert any("kept as a rule" in words and "rule “open cases”" in words for words in listed)
    assert any("changed like another · Indicator: none → " in words for words in listed)
