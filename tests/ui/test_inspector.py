"""The inspector: what is known of a figure, corrected field by field, with its checks and history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crossfoot.model import Finding, Severity, Span, State, Verdict, WorkingPart
from crossfoot.review.prepared import Prepared
from crossfoot.ui import words
from crossfoot.ui.panes.inspector.checks import FindingCard, Working
from crossfoot.ui.widgets import LinkButton

Make = Callable[..., Any]


def test_several_fields_are_corrected_with_one_enter(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    form = world.desk.inspector.form
    form.start_at("subject")
    form.lines["value"].setText("1,149")
    form.lines["subject"].setText("all teams")
    qtbot.keyClick(form.lines["subject"], Qt.Key.Key_Return)
    item = world.review.figures()[0]
    assert (str(item.current.value), item.current.subject, item.state) == ("1149", "all teams", State.CORRECTED)
    assert set(item.corrected) == {"value", "subject"}
    assert len(world.review.history(target=item.id)) == 1
    assert world.desk.figures.table.hasFocus()


def test_a_bad_entry_is_explained_under_the_form_and_nothing_is_written(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    form = world.desk.inspector.form
    form.start_at("period")
    form.lines["period"].setText("the day before")
    qtbot.keyClick(form.lines["period"], Qt.Key.Key_Return)
    assert form.lines["period"].text() == "the day before"
    assert form.lines["period"].hasFocus()
    assert world.review.counts().corrected == 0
    qtbot.keyClick(form.lines["period"], Qt.Key.Key_Escape)
    assert form.lines["period"].text() == "as at 9 Oct 2014"


def test_what_was_typed_and_not_kept_is_told_when_the_officer_goes_on_and_stands_there_again_when_they_go_back(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    desk, form = world.desk, world.desk.inspector.form
    first, second, _ = world.review.figures()
    form.start_at("value")
    qtbot.keyClicks(form.lines["value"], "1,149")
    world.window.actions_of["go_figures"].trigger()
    qtbot.keyClick(desk.figures.table, Qt.Key.Key_Down)
    assert desk.selection.figure == second.id
    assert desk.unkept.notice is not None
    assert desk.unkept.notice.said.text() == "Typed for 1,194 and not kept: value “1,149”."
    assert world.review.counts().unreviewed == 3
    qtbot.mouseClick(desk.unkept.notice.buttons["Go back to it"], Qt.MouseButton.LeftButton)
    assert desk.selection.figure == first.id
    assert (form.lines["value"].text(), form.lines["value"].hasFocus()) == ("1,149", True)
    assert desk.unkept.notice is None
    qtbot.keyClick(form.lines["value"], Qt.Key.Key_Return)
    assert str(world.review.figure(first.id).current.value) == "1149"
    qtbot.keyClick(desk.figures.table, Qt.Key.Key_Down)
    assert desk.unkept.notice is None


def test_what_was_typed_and_not_kept_is_forgotten_with_escape_and_where_the_figure_is_corrected_after_all(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    desk, form = world.desk, world.desk.inspector.form
    first, second, _ = world.review.figures()
    form.start_at("value")
    qtbot.keyClicks(form.lines["value"], "1,149")
    qtbot.keyClick(form.lines["value"], Qt.Key.Key_Escape)
    desk.selection.select_figure(second.id)
    assert desk.unkept.notice is None
    form.start_at("value")
    qtbot.keyClicks(form.lines["value"], "£6m")
    desk.selection.select_figure(first.id)
    assert desk.unkept.notice is not None
    desk.decisions.correct(second.id, {"value": "£6m"})
    assert desk.unkept.notice is None


def test_what_is_being_typed_stays_when_the_record_is_shown_anew(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    form = world.desk.inspector.form
    first = world.review.figures()[0]
    form.start_at("value")
    qtbot.keyClicks(form.lines["value"], "1,149")
    world.desk.funnel.run(lambda: world.review.set_note(first.id, "from the annex"))
    assert form.lines["value"].text() == "1,149"
    assert world.desk.unkept.notice is None


def test_what_the_record_says_stands_beside_a_correction(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    first = world.review.figures()[0].id
    world.desk.decisions.correct(first, {"value": "1,149"})
    shown = [label.text() for label in world.desk.inspector.form.printed.values() if not label.isHidden()]
    assert shown == ["✎ record: 1,194"]


def test_what_the_program_made_of_the_record_is_not_said_to_be_the_records_own(
    make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.desk.decisions.correct(world.review.figures()[0].id, {"indicator": "active_children"})
    assert world.desk.inspector.form.printed["indicator"].text() == "✎ read as: nothing"


def test_indicators_that_suit_the_unit_are_offered_first_with_what_they_count(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    form = world.desk.inspector.form
    form.start_at("indicator")
    line = form.lines["indicator"]
    qtbot.keyClicks(line, "foster")
    completions = line.completer().completionModel()
    shown = [completions.index(row, 0).data() for row in range(completions.rowCount())]
    unsuited = [row for row, words in enumerate(shown) if words.startswith("⚠ ")]
    assert any(words.endswith("· children") for words in shown)
    assert unsuited
    assert unsuited == list(range(unsuited[0], len(shown)))  # a count takes no percentage, so those come last
    line.completer().setCurrentRow(0)
    assert "·" not in line.completer().currentCompletion()


def test_an_indicator_of_another_unit_is_warned_of_before_and_after_it_is_saved(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    inspector = world.desk.inspector
    share = next(i for i in world.review.dictionary if i.usual_unit == "%")
    world.window.actions_of["go_inspector"].trigger()
    inspector.form.start_at("indicator")
    line = inspector.form.lines["indicator"]
    line.setText(share.name)
    line.textEdited.emit(share.name)
    said = f"⚠ “{share.name}” is counted in %, and this figure is a count: look at both."
    qtbot.waitUntil(lambda: said in inspector.what_if.text())
    inspector.form.submitted.emit()
    first = world.review.figures()[0]
    assert first.current.indicator == share.key
    world.desk.selection.select_figure(first.id)
    assert inspector.presence.text() == said
    world.desk.decisions.correct(first.id, {"unit": "%"})
    assert said not in inspector.presence.text()


def test_a_field_is_taken_from_the_words_selected_in_the_text(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    start = short_record.reading.text.index("open cases")
    world.desk.text.view.select_span(Span(start, start + 10))
    form = world.desk.inspector.form
    form.start_at("subject")
    qtbot.mouseClick(form.takers["subject"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(form.lines["subject"], Qt.Key.Key_Return)
    assert world.review.figures()[0].current.subject == "open cases"


def test_a_note_is_kept_when_the_line_is_left(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    note = world.desk.inspector.note
    note.setFocus()
    qtbot.keyClicks(note, "Ask the team")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert world.review.figures()[0].note == "Ask the team"
    assert world.review.figures()[0].state is State.UNREVIEWED


def test_the_confirm_button_confirms_whatever_was_decided_before(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    first = world.review.figures()[0].id
    world.desk.funnel.run(lambda: world.review.reject([first], "a date"))
    world.desk.selection.select_figure(first)
    qtbot.mouseClick(world.desk.inspector.buttons["confirm"], Qt.MouseButton.LeftButton)
    assert world.review.figure(first).state is State.CONFIRMED


def test_the_numbers_of_a_checks_working_lead_to_their_figures(qtbot: QtBot) -> None:
    finding = Finding(
        id="f1",
        rule=5,
        name="opening + change = closing",
        verdict=Verdict.HOLDS,
        severity=Severity.HIGH,
        message="The closing number follows from the opening one.",
        figures=("d1-a", "d1-b", "d1-c"),
        working=(
            WorkingPart("1,194", "d1-a"),
            WorkingPart(" + "),
            WorkingPart("176", "d1-b"),
            WorkingPart(" = "),
            WorkingPart("1,370", "d1-c"),
            WorkingPart(" holds"),
        ),
    )
    gone: list[str] = []
    lit: list[Finding] = []
    card = FindingCard(finding, gone.append, lit.append)
    qtbot.addWidget(card)
    links = {link.text(): link for link in card.findChildren(LinkButton)}
    assert set(links) == {"rule 5", "1,194", "176", "1,370"}
    qtbot.mouseClick(links["1,370"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(links["rule 5"], Qt.MouseButton.LeftButton)
    assert gone == ["d1-c"]
    assert lit == [finding]


def test_without_a_figure_the_inspector_says_what_to_do(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.selection.select_figure("")
    assert world.desk.inspector.empty.isVisible()
    assert "click a lit number" in world.desk.inspector.empty.text()


def test_the_next_figure_is_shown_from_its_value_on_however_far_the_one_before_was_scrolled(
    make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.window.resize(1000, 360)
    bar = world.desk.inspector.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    world.desk.decisions.go_on()
    assert bar.value() == 0


def test_a_missed_figure_with_a_changed_proposal_is_taken_back_with_one_undo(
    qtbot: QtBot, make_world: Make, record_with_missed_figure: Prepared
) -> None:
    world = make_world(record_with_missed_figure)
    start = record_with_missed_figure.reading.text.index("28 referrals")
    world.desk.text.view.select_span(Span(start, start + 2))
    world.desk.make_figure()
    form = world.desk.inspector.form
    form.lines["value"].setText("82")
    qtbot.keyClick(form.lines["value"], Qt.Key.Key_Return)
    assert [str(item.current.value) for item in world.review.figures()] == ["1194", "82"]
    world.desk.decisions.undo()
    assert len(world.review.figures()) == 1


def test_a_missed_figure_that_was_typed_and_not_added_is_told_and_can_be_gone_back_to(
    qtbot: QtBot, make_world: Make, record_with_missed_figure: Prepared
) -> None:
    world = make_world(record_with_missed_figure)
    desk, form = world.desk, world.desk.inspector.form
    (other,) = world.review.figures()
    start = record_with_missed_figure.reading.text.index("28 referrals")
    desk.text.view.select_span(Span(start, start + 2))
    desk.make_figure()
    desk.selection.select_figure("")
    desk.selection.select_figure(other.id)
    assert desk.unkept.notice is None
    desk.text.view.select_span(Span(start, start + 2))
    desk.make_figure()
    form.lines["value"].selectAll()
    qtbot.keyClicks(form.lines["value"], "82")
    desk.selection.select_figure("")
    desk.selection.select_figure(other.id)
    assert desk.unkept.notice is not None
    assert desk.unkept.notice.said.text() == "The new figure “28” was not added: value “82”."
    desk.unkept.notice.buttons["Go back to it"].click()
    assert form.lines["value"].text() == "82"
    qtbot.keyClick(form.lines["value"], Qt.Key.Key_Return)
    assert [str(item.current.value) for item in world.review.figures()] == ["1194", "82"]
    assert desk.unkept.notice is None


def test_each_field_says_how_it_was_read_and_its_words_are_one_click_away(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    reasons = world.desk.inspector.reasons
    qtbot.waitUntil(lambda: bool(reasons.findChildren(LinkButton)))
    links = reasons.findChildren(LinkButton)
    label = next(link for link in links if "label was read" in link.toolTip())
    assert label.text() == "“open cases”"
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    lit = world.desk.text.view.lights.group("evidence")
    text = world.review.document("d1").text
    assert [light.span.cut(text) for light in lit] == ["open cases"]
    world.desk.decisions.confirm()
    assert world.desk.text.view.lights.group("evidence") == ()


def test_a_field_tells_a_reader_of_the_screen_why_it_reads_so(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    assert (
        world.desk.inspector.form.lines["label"].accessibleDescription() == "the text's own words for what is counted"
    )


def test_the_keys_that_stand_on_the_inspectors_buttons_work_there(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.desk.go("inspector")
    inspector = world.desk.inspector
    for button in inspector.buttons.values():
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_E)
        assert inspector.form.lines["value"].hasFocus()
    inspector.buttons["query"].setFocus()
    qtbot.keyClick(inspector.buttons["query"], Qt.Key.Key_Q)
    assert inspector.ask.isVisible()
    assert world.review.counts().confirmed == 0


def test_the_dots_around_the_words_of_a_figure_never_stand_alone_on_a_line(short_record: Prepared) -> None:
    text = short_record.reading.text
    start = text.index("£5.51m")
    said = words.surroundings(text, Span(start, start + 6), 30)
    assert said.startswith("…\u00a0")
    assert said.endswith("\u00a0…")
    assert "£5.51m" in said
    whole = words.surroundings(text, Span(0, len(text)))
    assert "…" not in whole


def test_a_comma_stands_close_behind_its_figure_and_begins_no_line(qtbot: QtBot) -> None:
    parts = [WorkingPart("no date of its own: ")]
    for number in range(300, 340):
        parts += [WorkingPart(f"{number}", f"f{number}"), WorkingPart(", ")]
    working = Working(parts, lambda _: None)
    qtbot.addWidget(working)
    working.resize(260, 400)
    working.show()
    commas = [label for label in working.findChildren(QLabel) if label.text() == ","]
    links = working.findChildren(LinkButton)
    assert len(commas) == len(links) == 40
    for comma, link in zip(commas, links, strict=True):
        assert link.geometry().right() + 1 == comma.geometry().left()
        assert abs(link.geometry().center().y() - comma.geometry().center().y()) <= 1
    assert len({link.y() for link in links}) > 3


def test_why_an_entry_was_refused_goes_as_soon_as_another_is_typed(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    world.desk.go("inspector")
    inspector = world.desk.inspector
    line = inspector.form.lines["indicator"]
    line.setFocus()
    qtbot.keyClicks(line, "not in the list")
    inspector.form.submitted.emit()

    def said() -> list[str]:
        labels = inspector.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and "dictionary of indicators" in label.text()]

    assert len(said()) == 1
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert said() == []
