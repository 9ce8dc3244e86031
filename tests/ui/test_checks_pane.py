"""The checks pane: going through findings by key, raising, dismissing, own checks, call-in rules and what-if."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from crossfoot.checks import CallInCount
from crossfoot.checks.own.relations import Relation
from crossfoot.model import State
from crossfoot.model.judging import Judgement
from crossfoot.review.prepared import Prepared
from crossfoot.ui.dialogs.call_in import COUNTS, CallInDialog
from crossfoot.ui.dialogs.own_checks import RELATIONS, OwnChecksDialog

Make = Callable[..., Any]
BODY = (
    "There were 2,400 open cases: 1,100 in the north and 1,200 in the south. "
    "A total of 3,000 visits was made up of 1,500 by day, 1,000 by night and 600 in the evening, 3,000 in all."
)


@pytest.fixture
def world(make_world: Make, prepare_record: Callable[[str, str, date], Prepared]) -> Any:
    """Return a window over one record with a sum that does not add up."""
    made = make_world(prepare_record("sums.txt", BODY, date(2014, 10, 9)))
    made.desk.go("findings")
    return made


def first_sum(world: Any) -> Any:
    """Choose the finding about the 2,400 cases, and return it."""
    pane = world.desk.findings
    for row in range(pane.list.count()):
        pane.list.setCurrentRow(row)
        if "2,400" in pane.list.item(row).text():
            return pane.current()[1]
    raise AssertionError("the sum is not asked about")


def test_f8_goes_to_the_next_check_and_lights_its_figures_in_text_table_and_charts(world: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(world.window, Qt.Key.Key_F8)
    chosen = world.desk.findings.current()
    assert chosen is not None
    finding = first_sum(world)
    assert set(world.desk.figures.selected_ids()) == set(finding.figures)
    assert world.desk.selection.figure in finding.figures


def test_the_check_that_the_keyboard_begins_with_is_seen_to_be_chosen(world: Any) -> None:
    world.desk.go("figures")
    rows = world.desk.findings.list
    rows.setCurrentRow(-1)
    rows.clearSelection()
    world.desk.go("findings")
    assert rows.hasFocus()
    assert [rows.row(each) for each in rows.selectedItems()] == [rows.currentRow()] == [0]


def test_f8_begins_with_the_first_check_of_a_record(
    make_world: Make, prepare_record: Callable[[str, str, date], Prepared], qtbot: QtBot
) -> None:
    world = make_world(prepare_record("sums.txt", BODY, date(2014, 10, 9)))
    pane = world.desk.findings
    assert pane.list.count() > 1
    qtbot.keyClick(world.desk.figures.table, Qt.Key.Key_F8)
    assert pane.list.currentRow() == 0
    qtbot.keyClick(pane.list, Qt.Key.Key_F8)
    assert pane.list.currentRow() == 1


def test_the_keyboard_stays_with_the_checks_when_the_last_is_dismissed(world: Any, qtbot: QtBot) -> None:
    pane = world.desk.findings
    for _ in range(pane.list.count()):
        qtbot.keyClick(pane.list, Qt.Key.Key_F8)
        qtbot.keyClick(pane.list, Qt.Key.Key_D)
        qtbot.keyClick(pane.bar.ask.line, Qt.Key.Key_1)
    assert pane.list.count() == 0
    focused = QApplication.focusWidget()
    assert focused is not None
    assert "No check asks for a look here." in focused.text()
    world.window.actions_of["undo"].trigger()
    assert pane.list.count() == 1
    assert pane.list.hasFocus()


def test_the_tab_counts_what_the_list_of_records_counts_also_where_a_check_was_raised(world: Any, qtbot: QtBot) -> None:
    pane = world.desk.findings
    qtbot.keyClick(pane.list, Qt.Key.Key_F8)
    asked = pane.list.count()
    qtbot.keyClick(pane.list, Qt.Key.Key_A)
    qtbot.keyClick(pane.bar.ask.line, Qt.Key.Key_Return)
    tab = world.desk.tabs.indexOf(pane)
    assert world.desk.tabs.tabText(tab) == f"Checks {asked}"
    assert world.review.counts(world.desk.selection.document).findings == asked
    qtbot.keyClick(pane.list, Qt.Key.Key_D)
    qtbot.keyClick(pane.bar.ask.line, Qt.Key.Key_1)
    assert world.desk.tabs.tabText(tab) == f"Checks {asked - 1}"


@pytest.mark.parametrize("place", ["go_findings", "go_notes", "go_journal", "go_sign_off"])
@pytest.mark.parametrize("before", ["go_figures", "go_notes", "go_sign_off"])
def test_a_pane_with_nothing_to_show_takes_the_keyboard_from_wherever_it_was(
    make_world: Make, short_record: Prepared, qtbot: QtBot, place: str, before: str
) -> None:
    world = make_world(short_record)
    world.window.actions_of[before].trigger()
    world.window.actions_of[place].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert world.desk.tabs.currentWidget().isAncestorOf(focused) or world.desk.tabs.currentWidget() is focused
    first = world.review.figures()[0]
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert world.review.figure(first.id).state is State.UNREVIEWED


def test_the_light_of_a_check_goes_out_when_nothing_is_asked_any_more(world: Any) -> None:
    finding = first_sum(world)
    desk = world.desk
    assert desk.text.view.lights.group("finding")
    ids = world.desk.figures.selected_ids()
    assert len(ids) > 1
    short = next(each for each in finding.figures if world.review.figure(each).printed.quote == "1,200")
    desk.selection.select_figure(short)
    desk.decisions.correct(short, {"value": "1,300"})
    assert not desk.text.view.lights.group("finding")
    assert len(desk.figures.selected_ids()) == 1


def test_e_in_the_table_brings_the_inspector_which_says_what_if(world: Any, qtbot: QtBot) -> None:
    finding = first_sum(world)
    desk = world.desk
    desk.selection.select_figure(finding.figures[-1])
    world.window.actions_of["go_figures"].trigger()
    qtbot.keyClick(desk.figures.table, Qt.Key.Key_E)
    assert desk.tabs.currentWidget() is desk.inspector
    editor = QApplication.focusWidget()
    assert desk.figures.table.isAncestorOf(editor)
    qtbot.keyClicks(editor, "1,300")
    qtbot.waitUntil(desk.inspector.what_if.isVisible)
    assert "What if" in desk.inspector.what_if.text()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_no_reason_for_a_dismissal_is_cut_off_in_a_low_window(world: Any, qtbot: QtBot) -> None:
    world.window.resize(911, 485)
    qtbot.keyClick(world.window, Qt.Key.Key_F8)
    qtbot.keyClick(world.desk.findings.list, Qt.Key.Key_D)
    QApplication.processEvents()
    ask = world.desk.findings.bar.ask
    line_top = ask.line.mapTo(ask, ask.line.rect().topLeft()).y()
    chips = [chip for chip in ask.findChildren(QToolButton) if chip.isVisible() and chip.text()[:1].isdigit()]
    assert len(chips) == 4
    for chip in chips:
        assert chip.mapTo(ask, chip.rect().bottomLeft()).y() < line_top
        assert chip.visibleRegion().boundingRect().size() == chip.size()


def test_d_dismisses_with_a_reason_and_the_count_goes_down(world: Any, qtbot: QtBot) -> None:
    finding = first_sum(world)
    before = world.review.counts().findings
    qtbot.keyClick(world.desk.findings.list, Qt.Key.Key_D)
    qtbot.keyClick(world.desk.findings.bar.ask.line, Qt.Key.Key_2)
    decision = world.review.finding_decision("d1", finding.id)
    assert (decision.judgement, decision.reason) == (Judgement.DISMISSED, "the text explains it")
    assert world.review.counts().findings == before - 1
    assert all(finding.id != found.id for _, found in world.desk.findings._found)  # noqa: SLF001 - what is listed
    qtbot.keyClick(world.desk.findings.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert world.review.finding_decision("d1", finding.id) is None


def test_a_dismissal_without_a_reason_waits_for_one(world: Any, qtbot: QtBot) -> None:
    finding = first_sum(world)
    world.desk.findings.bar.buttons["dismiss"].click()
    qtbot.keyClick(world.desk.findings.bar.ask.line, Qt.Key.Key_Return)
    assert world.review.finding_decision("d1", finding.id) is None
    assert world.desk.findings.bar.ask.isVisible()


def test_a_raises_with_the_author_and_copies_the_text_to_send(world: Any, qtbot: QtBot) -> None:
    finding = first_sum(world)
    qtbot.keyClick(world.desk.findings.list, Qt.Key.Key_A)
    qtbot.keyClicks(world.desk.findings.bar.ask.line, "Is the west missing?")
    qtbot.keyClick(world.desk.findings.bar.ask.line, Qt.Key.Key_Return)
    assert world.review.finding_decision("d1", finding.id).judgement is Judgement.RAISED
    copied = QApplication.clipboard().text()
    for words in (finding.message, "Is the west missing?", "1,100 in the north"):
        assert words in copied
    qtbot.keyClick(world.desk.findings.list, Qt.Key.Key_B)
    assert world.review.finding_decision("d1", finding.id) is None


def test_the_list_can_be_filtered_by_decision_by_words_and_by_rule(world: Any) -> None:
    finding = first_sum(world)
    world.review.judge("d1", [finding.id], Judgement.DISMISSED, "west is elsewhere")
    pane = world.desk.findings
    pane.shown.setCurrentIndex(2)
    pane.shown.activated.emit(2)
    assert [found.id for _, found in pane._found] == [finding.id]  # noqa: SLF001 - what is listed
    pane.filter.setText(f"rule {finding.rule} west")
    assert pane.list.count() == 1
    pane.filter.setText("rule 9")
    assert pane.list.count() == 0


def test_every_number_of_a_working_is_a_link_to_its_figure(world: Any, qtbot: QtBot) -> None:
    from crossfoot.ui.widgets import LinkButton  # noqa: PLC0415 - what is looked for

    finding = first_sum(world)
    links = [link for link in world.desk.findings.findChildren(LinkButton) if link.text().strip() in {"1,100", "1,200"}]
    assert len(links) == 2
    links[1].click()
    assert world.review.figure(world.desk.selection.figure).printed.quote == links[1].text().strip()
    assert world.desk.selection.figure in finding.figures


def own_dialog(world: Any) -> OwnChecksDialog:
    """Open the officer's own checks by their key."""
    world.window.actions_of["own_checks"].trigger()
    dialog: OwnChecksDialog = world.desk.findChild(OwnChecksDialog)
    return dialog


def test_an_own_check_is_stated_over_the_selected_figures_and_kept(world: Any) -> None:
    dialog = own_dialog(world)
    ids = [figure.id for figure in world.review.figures()[:3]]
    dialog.add(ids)
    assert "does not hold" in dialog.says.text() or "against" in dialog.says.text()
    dialog.relation.setCurrentIndex(list(RELATIONS).index(Relation.FORMULA))
    dialog.relation.activated.emit(0)
    dialog.formula.setText("b + c + 100 = a")
    dialog.formula.textEdited.emit("")
    assert dialog.says.text().startswith("✓")
    dialog.title.setText("cases by place")
    dialog.keep.click()
    assert [check.title for check in world.review.own_checks()] == ["cases by place"]
    assert dialog.list.item(0).text() == "✓ “cases by place” holds."
    world.review.correct(ids[1], {"value": "1,150"})
    dialog.fill()
    assert "does not hold" in dialog.list.item(0).text()


def test_a_formula_that_cannot_be_tested_says_why_and_is_not_kept(world: Any) -> None:
    dialog = own_dialog(world)
    dialog.add([figure.id for figure in world.review.figures()[:2]])
    dialog.relation.setCurrentIndex(list(RELATIONS).index(Relation.FORMULA))
    for formula, says in (
        ("a + total = b", "“total” is not the name"),
        ("exit() = a", "calls nothing"),
        ("a ÷ (b − b) = a", "divides by nought"),
        ("a ** 999999 = b", "Powers are not possible"),
        ("a × 1e999999 = b", "is no number"),
        ("a × b = b", "do not go together"),
    ):
        dialog.formula.setText(formula)
        dialog.formula.textEdited.emit(formula)
        assert says in dialog.says.text()
        assert not dialog.keep.isEnabled()


def keep_own(world: Any, formula: str, title: str, *, figures: int = 3) -> None:
    """Keep a check of the officer's own over the first figures."""
    ids = [figure.id for figure in world.review.figures()[:figures]]
    made = world.review.draft_check(ids, Relation.FORMULA, formula=formula, title=title)
    world.desk.funnel.run(lambda: world.review.keep_check(made))


def test_a_check_that_is_being_typed_stays_when_the_keyboard_passes_through_the_kept_ones(
    world: Any, qtbot: QtBot
) -> None:
    keep_own(world, "a > b", "kept before")
    dialog = own_dialog(world)
    dialog.add([figure.id for figure in world.review.figures()[:2]])
    dialog.relation.setCurrentIndex(list(RELATIONS).index(Relation.FORMULA))
    dialog.relation.activated.emit(0)
    dialog.formula.setFocus()
    dialog.formula.clear()
    qtbot.keyClicks(dialog.formula, "b < a")
    picked = dialog.figures.count()
    dialog.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert (dialog.formula.text(), dialog.figures.count(), dialog.list.currentRow()) == ("b < a", picked, -1)
    dialog.keep.click()
    assert [check.formula for check in world.review.own_checks()] == ["a > b", "b < a"]
    dialog.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert (dialog.formula.text(), dialog.title.text()) == ("a > b", "kept before")


def test_a_check_that_was_typed_and_is_not_kept_is_given_up_in_a_second_step_only(world: Any, qtbot: QtBot) -> None:
    dialog = own_dialog(world)
    dialog.add([figure.id for figure in world.review.figures()[:2]])
    dialog.relation.setCurrentIndex(list(RELATIONS).index(Relation.FORMULA))
    dialog.relation.activated.emit(0)
    dialog.formula.clear()
    qtbot.keyClicks(dialog.formula, "a > b")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.says.text()
    dialog.keep.click()
    assert [check.formula for check in world.review.own_checks()] == ["a > b"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_kept_check_whose_figure_is_gone_says_so_and_no_other_figure_takes_its_name(world: Any) -> None:
    keep_own(world, "a > c", "kept before")
    figures = world.review.figures()
    world.desk.funnel.run(lambda: world.review.reject([figures[0].id], "counted already"))
    dialog = own_dialog(world)
    says = "“kept before” cannot be tested: its figure a was rejected, or is not in the workspace any more"
    assert says in dialog.list.item(0).text()
    assert says in next(f.message for _, f in world.review.findings() if f.rule == 0)
    dialog.list.setCurrentRow(0)
    assert dialog.figures.item(0).text().startswith(f"a = {figures[0].printed.quote}")
    assert dialog.figures.item(0).text().endswith("rejected: not a figure")
    assert not dialog.keep.isEnabled()
    world.desk.funnel.run(lambda: world.review.remove_document(figures[0].document))
    assert [dialog.figures.item(row).text() for row in range(3)] == [
        f"{name} = –  ·  not in the workspace any more" for name in "abc"
    ]
    assert not dialog.keep.isEnabled()


def test_a_template_says_in_how_many_other_records_it_is_tested_and_asks(
    make_world: Make, prepare_record: Callable[[str, str, date], Prepared]
) -> None:
    world = make_world(
        prepare_record("autumn.txt", "There were 1,240 children in need.", date(2014, 10, 9)),
        prepare_record("winter.txt", "There were 1,251 children in need.", date(2015, 1, 15)),
    )
    for formula, title, template in (("a < 1,245", "few", True), ("a > 1,000", "many", True), ("a < 2", "one", False)):
        ids = [world.review.figures("d1")[0].id]
        made = world.review.draft_check(ids, Relation.FORMULA, formula=formula, title=title, template=template)
        world.desk.funnel.run(partial(world.review.keep_check, made))
    dialog = own_dialog(world)
    assert [dialog.list.item(row).text() for row in range(2)] == [
        "✓ “few” holds. · template: in 1 other record, 1 to look at",
        "✓ “many” holds. · template: in 1 other record, none to look at",
    ]
    assert "template" not in dialog.list.item(2).text()


def test_figures_left_out_or_put_last_keep_what_they_stand_for_in_a_typed_formula(world: Any) -> None:
    keep_own(world, "a > c", "kept before")
    dialog = own_dialog(world)
    dialog.list.setCurrentRow(0)
    before = dialog.says.text()
    dialog.figures.setCurrentRow(0)
    dialog.last.click()
    assert (dialog.formula.text(), dialog.says.text()) == ("c > b", before)
    dialog.figures.setCurrentRow(0)
    dialog.drop.click()
    assert (dialog.formula.text(), dialog.says.text()) == ("b > a", before)
    dialog.drop.click()
    assert not dialog.keep.isEnabled()


def test_one_point_that_is_picked_on_a_chart_is_picked_in_the_dialog_too(world: Any, qtbot: QtBot) -> None:
    world.desk.figures.table.selectRow(0)
    world.desk.go("charts")
    qtbot.waitUntil(lambda: world.desk.charts_place.charts is not None)
    other = world.review.figures()[1].id
    world.desk.charts_place.charts.pick.take(other)
    dialog = own_dialog(world)
    assert dialog.figures.count() == 1
    qtbot.waitUntil(dialog.relation.hasFocus)


def test_where_no_check_is_kept_it_says_how_one_is_made_and_the_keys_begin_with_picking(
    world: Any, qtbot: QtBot
) -> None:
    world.desk.figures.table.selectRow(0)
    dialog = own_dialog(world)
    qtbot.waitUntil(dialog.pick.hasFocus)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("None yet. Pick figures") for text in said)
    keep_own(world, "a > c", "kept before")
    assert dialog.list.isVisible()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert not any(text.startswith("None yet") for text in said)


def test_the_call_in_rule_of_a_council_is_set_in_its_line(world: Any) -> None:
    world.window.actions_of["call_in"].trigger()
    dialog = world.desk.findChild(CallInDialog)
    count, days = dialog.rows["Westerleigh Borough Council"]
    place = [kind for kind, _ in COUNTS].index(CallInCount.DAYS_AFTER_MEETING)
    count.setCurrentIndex(place)
    count.activated.emit(place)
    days.setValue(7)
    rule = world.review.call_in_rules()["Westerleigh Borough Council"]
    assert (rule.count, rule.days) == (CallInCount.DAYS_AFTER_MEETING, 7)
    world.window.actions_of["undo"].trigger()
    assert (count.currentIndex(), days.value(), days.isEnabled()) == (place, 5, True)
    world.window.actions_of["undo"].trigger()
    assert (count.currentIndex(), days.isEnabled()) == (0, False)
    assert world.review.call_in_rules() == {}


def test_the_call_in_rules_of_thirty_councils_are_all_reached_on_a_small_screen(
    make_world: Make, prepare_record: Callable[[str, str, date], Prepared], qtbot: QtBot
) -> None:
    records = []
    for number in range(30):
        made = prepare_record(f"{number}.txt", f"There were 1,{100 + number} open cases.", date(2014, 1, 1 + number))
        record = replace(made.extraction.record, council=f"Council of {chr(65 + number // 26)}{chr(65 + number % 26)}")
        records.append(replace(made, extraction=replace(made.extraction, record=record)))
    world = make_world(*records)
    world.window.actions_of["call_in"].trigger()
    dialog = world.desk.findChild(CallInDialog)
    dialog.resize(640, 440)
    assert dialog.height() == 440
    counts = [count for count, _ in dialog.rows.values()]
    count = counts[-1]
    assert count.visibleRegion().isEmpty()
    dialog.activateWindow()
    counts[0].setFocus()
    for before in counts[:-1]:  # the days between them are not to be set yet
        qtbot.waitUntil(before.hasFocus)
        qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert count.hasFocus()
    assert count.visibleRegion().boundingRect() == count.rect()


def test_a_typed_value_says_what_it_would_do_to_the_checks_before_it_is_saved(world: Any, qtbot: QtBot) -> None:
    figure = next(f for f in world.review.figures() if f.printed.quote == "2,400")
    world.desk.selection.select_figure(figure.id)
    world.desk.go("inspector")
    form = world.desk.inspector.form
    form.lines["value"].setText("2,300")
    form.lines["value"].textEdited.emit("2,300")
    qtbot.waitUntil(world.desk.inspector.what_if.isVisible)
    assert "would be settled" in world.desk.inspector.what_if.text()
    assert world.review.figure(figure.id).corrected == {}


def test_what_a_typed_value_would_do_is_in_view_beside_its_line_on_a_small_screen(world: Any, qtbot: QtBot) -> None:
    world.window.resize(911, 485)
    figure = next(f for f in world.review.figures() if f.printed.quote == "2,400")
    world.desk.selection.select_figure(figure.id)
    world.desk.go("inspector")
    line, what_if = world.desk.inspector.form.lines["value"], world.desk.inspector.what_if
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "2,300")
    # The words push the line down when they come, and the pane brings it back in its next turn.
    qtbot.waitUntil(lambda: not what_if.visibleRegion().isEmpty() and not line.visibleRegion().isEmpty())


def test_a_value_typed_in_its_cell_says_there_and_then_what_it_would_do_to_the_checks(world: Any, qtbot: QtBot) -> None:
    figure = next(f for f in world.review.figures() if f.printed.quote == "2,400")
    world.desk.selection.select_figure(figure.id)
    world.desk.go("inspector")
    world.desk.go("figures")
    table, what_if = world.desk.figures.table, world.desk.inspector.what_if
    qtbot.keyClick(table, Qt.Key.Key_E)
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "2,300")
    qtbot.waitUntil(lambda: not what_if.visibleRegion().isEmpty())
    assert "would be settled" in what_if.text()
    assert world.review.figure(figure.id).corrected == {}
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not what_if.isVisible()
    assert world.review.figure(figure.id).corrected == {}


def test_the_dialog_of_own_checks_fits_a_laptop_at_150_percent(world: Any) -> None:
    dialog = OwnChecksDialog(world.review, world.desk.funnel, lambda: (), world.desk)
    assert dialog.minimumSizeHint().height() <= 472


def test_points_picked_on_a_chart_go_into_a_check_of_the_officers_own(
    make_world: Make, prepare_record: Callable[[str, str, date], Prepared], qtbot: QtBot
) -> None:
    world = make_world(
        prepare_record("autumn.txt", "There were 1,240 children in need.", date(2014, 10, 9)),
        prepare_record("winter.txt", "There were 1,251 children in need.", date(2015, 1, 15)),
    )
    for figure in world.review.figures():
        world.desk.funnel.run(partial(world.review.correct, figure.id, {"indicator": "children_in_need"}))
    world.desk.charts_place.make()
    charts = world.desk.charts_place.charts
    world.desk.selection.select_indicator("children_in_need")
    qtbot.waitUntil(lambda: charts.canvas is not None and len(charts.canvas.marks) == 2)
    charts.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(charts.canvas, key)
    dialog = own_dialog(world)
    assert [dialog.figures.item(row).text().split("  ")[0] for row in range(2)] == ["a = 1,240", "b = 1,251"]
    dialog.relation.setCurrentIndex(list(RELATIONS).index(Relation.FORMULA))
    dialog.relation.activated.emit(0)
    dialog.formula.setText("b - a < 20")
    dialog.formula.textEdited.emit("")
    assert dialog.says.text().startswith("✓")
    dialog.keep.click()
    assert [check.formula for check in world.review.own_checks()] == ["b - a < 20"]
