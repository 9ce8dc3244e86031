"""The sign-off tab: open points lead to their figures, a second reviewer checks, and a name goes under the record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossfoot.review.prepared import Prepared

if TYPE_CHECKING:
    from .conftest import World

Make = Callable[..., "World"]


@pytest.fixture
def world(make_world: Make, short_record: Prepared) -> World:
    """A record of three figures, all confirmed by JS, in the hands of CD, with the tab in front."""
    made = make_world(short_record)
    made.desk.funnel.run(lambda: made.review.confirm([figure.id for figure in made.review.figures()]))
    made.prompter.text = "CD"
    made.window.actions_of["reviewer"].trigger()
    made.window.actions_of["go_sign_off"].trigger()
    return made


def test_a_second_reviewer_agrees_with_enter_alone(qtbot: QtBot, world: World) -> None:
    checking = world.desk.assurance.checking
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    for figure in world.review.figures():
        assert world.desk.selection.figure == figure.id
        qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Return)
    checks = [world.review.second_check(figure.id) for figure in world.review.figures()]
    assert [(check.reviewer, check.agrees) for check in checks if check] == [("CD", True)] * 3
    assert not checking.is_running


def test_a_blind_check_shows_no_value_but_the_records_own(qtbot: QtBot, world: World) -> None:
    desk, checking = world.desk, world.desk.assurance.checking
    checking.blind.setChecked(True)
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    assert desk.figures.isHidden()
    assert desk.charts_place.isHidden()
    assert not desk.tabs.isTabEnabled(0)
    assert all(not line.text() for line in checking.lines.values())
    assert "1,194" not in checking.figure.text()
    assert desk.assurance.signing.isHidden()
    qtbot.keyClicks(checking.lines["value"], "1,149")
    qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Return)
    check = world.review.second_check(world.review.figures()[0].id)
    assert check is not None
    assert (check.blind, check.agrees) == (True, False)
    qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Escape)
    assert not desk.figures.isHidden()
    assert desk.tabs.isTabEnabled(0)
    points = desk.assurance.signing.points
    assert "CD differs on 1,194: 1,149" in [points.item(row).text() for row in range(points.count())]


def test_a_blind_check_through_all_figures_ends_in_a_statement_of_agreement_with_kappa(
    qtbot: QtBot, world: World
) -> None:
    checking = world.desk.assurance.checking
    checking.blind.setChecked(True)
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    for typed in ("1,194", "£5.5m", "57.5"):
        qtbot.keyClicks(checking.lines["value"], typed)
        qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Return)
    assert not world.desk.assurance.is_checking
    assert not world.desk.figures.isHidden()
    said = world.desk.assurance.statement.text()
    assert "3 figures (3 blind), 1 differs" in said
    assert "value 2 of 3 (67%, kappa 0.57)" in said


def test_an_answer_that_cannot_be_read_is_told_and_stays(qtbot: QtBot, world: World) -> None:
    checking = world.desk.assurance.checking
    checking.blind.setChecked(True)
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(checking.lines["value"], "some")
    qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Return)
    assert "not a number" in checking.refusal.text()
    assert checking.progress.text() == "Figure 1 of 3"


def test_who_decided_cannot_check_again_and_is_told_how_another_can(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.funnel.run(lambda: world.review.confirm([figure.id for figure in world.review.figures()]))
    world.window.actions_of["go_sign_off"].trigger()
    checking = world.desk.assurance.checking
    assert not checking.start.isVisible()
    assert "JS decided on them: a second check needs other initials" in checking.said.text()
    world.prompter.text = "CD"
    checking.initials.click()
    assert checking.start.isVisible()


def test_a_signature_stands_until_the_record_changes_and_then_says_so(qtbot: QtBot, world: World) -> None:
    pane = world.desk.assurance
    qtbot.keyClicks(pane.signing.name, "Chris Dale")
    qtbot.keyClick(pane.signing.name, Qt.Key.Key_Return)
    assert "Signed off by Chris Dale (CD)" in pane.signing.status.text()
    assert "signed off by CD" in str(
        world.desk.documents.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    world.desk.funnel.run(lambda: world.review.query([world.review.figures()[0].id], "which month?"))
    assert pane.signing.status.text().startswith("⚠ No longer signed off. The sign-off by Chris Dale (CD) on ")
    assert ": CD queried 1,194 · open cases." in pane.signing.status.text()
    notice = world.desk.lapsing.notice
    assert notice is not None
    assert "lapsed" in notice.said.text()
    assert not notice.isAncestorOf(QApplication.focusWidget())
    notice.buttons["Undo"].click()
    assert world.desk.lapsing.notice is None
    assert "Signed off by Chris Dale (CD)" in pane.signing.status.text()
    pane.signing.withdraw.click()
    assert "was withdrawn on" in pane.signing.status.text()
    assert world.desk.lapsing.notice is None


def test_a_record_with_open_points_is_signed_in_a_second_step_only(qtbot: QtBot, world: World) -> None:
    signing = world.desk.assurance.signing
    document = world.review.documents()[0].id
    world.desk.funnel.run(lambda: world.review.query([world.review.figures()[1].id], "net or gross?"))
    for press in (
        lambda: qtbot.keyClick(signing.name, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(signing.sign, Qt.MouseButton.LeftButton),
    ):
        press()
        assert world.review.summary(document).sign_off is None  # type: ignore[union-attr]
        assert "1 point is open" in signing.warning.text()
        assert signing.points.hasFocus()
        qtbot.keyClick(signing.name, Qt.Key.Key_Return)
        assert world.review.summary(document).sign_off is None  # type: ignore[union-attr]
        qtbot.keyClick(signing.points, Qt.Key.Key_Escape)
        assert not signing.anyway.isVisible()
        assert signing.sign.hasFocus()
    qtbot.mouseClick(signing.sign, Qt.MouseButton.LeftButton)
    assert signing.anyway.text() == "&Sign as CD with 1 open point"
    qtbot.mouseClick(signing.anyway, Qt.MouseButton.LeftButton)
    signed = world.review.summary(document).sign_off  # type: ignore[union-attr]
    assert signed is not None
    assert [point.split(":")[0] for point in signed.open_points] == ["Query on £5.51m"]


def test_what_changes_between_the_two_steps_is_shown_before_anybody_signs(qtbot: QtBot, world: World) -> None:
    signing = world.desk.assurance.signing
    first, second, _ = (figure.id for figure in world.review.figures())
    world.desk.funnel.run(lambda: world.review.query([second], "net or gross?"))
    qtbot.mouseClick(signing.sign, Qt.MouseButton.LeftButton)
    world.desk.funnel.run(lambda: world.review.query([first], "which month?"))
    assert not signing.anyway.isVisible()
    qtbot.mouseClick(signing.sign, Qt.MouseButton.LeftButton)
    assert signing.anyway.text() == "&Sign as CD with 2 open points"


def test_an_open_point_leads_to_its_figure(world: World) -> None:
    second = world.review.figures()[1].id
    world.desk.funnel.run(lambda: world.review.query([second], "net or gross?"))
    points = world.desk.assurance.signing.points
    row = next(row for row in range(points.count()) if "net or gross?" in points.item(row).text())
    points.itemActivated.emit(points.item(row))
    assert world.desk.selection.figure == second


def test_the_statement_can_be_copied_as_it_stands(world: World) -> None:
    world.desk.assurance.copy.click()
    said = QGuiApplication.clipboard().text()
    assert "3 decided by a reviewer, of which 3 confirmed" in said
    assert "does not say that they are true" in said


def test_a_sign_off_that_its_signer_withdraws_is_not_said_to_be_undone_by_a_change(qtbot: QtBot, world: World) -> None:
    signing = world.desk.assurance.signing
    qtbot.mouseClick(signing.sign, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(signing.withdraw, Qt.MouseButton.LeftButton)
    assert world.window.status.currentMessage() == "The sign-off is withdrawn."
    assert world.desk.lapsing.notice is None


def test_the_journal_tells_of_a_decision_that_took_the_signature_along(world: World) -> None:
    world.desk.assurance.signing.sign.click()
    world.desk.funnel.run(lambda: world.review.query([world.review.figures()[0].id], "which month?"))
    world.desk.go("journal")
    newest, older = (world.desk.journal.list.item(row).text() for row in range(2))
    assert "queried · the signature of “" in newest
    assert "lapsed" in newest
    assert "sign off" in older
    world.desk.decisions.undo()
    newest = "\n".join(world.desk.journal.list.item(row).text() for row in range(2))
    assert "undone · its signature stands again" in newest


def test_the_journal_says_which_figure_a_second_reviewer_agreed_on(qtbot: QtBot, world: World) -> None:
    checking = world.desk.assurance.checking
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Return)
    checking.stopped.emit()
    world.desk.go("journal")
    newest = world.desk.journal.list.item(0).text()
    assert "agree" in newest
    assert "1,194" in newest


def test_enter_on_skip_passes_over_a_figure_and_agrees_to_nothing(qtbot: QtBot, world: World) -> None:
    checking = world.desk.assurance.checking
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    first, second = (figure.id for figure in world.review.figures()[:2])
    checking.skip.setFocus()
    qtbot.keyClick(checking.skip, Qt.Key.Key_Return)
    assert world.review.second_check(first) is None
    assert world.desk.selection.figure == second


def test_a_blind_check_waits_for_a_value(qtbot: QtBot, world: World) -> None:
    checking = world.desk.assurance.checking
    checking.blind.setChecked(True)
    qtbot.mouseClick(checking.start, Qt.MouseButton.LeftButton)
    qtbot.keyClick(checking.lines["value"], Qt.Key.Key_Return)
    assert "Type the value first" in checking.refusal.text()
    assert world.review.second_check(world.review.figures()[0].id) is None
