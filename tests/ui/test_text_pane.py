"""The document pane: the stored text, lit, read-only, and led through by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crossfoot.model import AnnotationKind, Origin, Span, State
from crossfoot.review.prepared import Prepared
from crossfoot.ui.panes.text.lights import UNDERLINES
from crossfoot.ui.panes.text.offsets import Offsets, showable

Make = Callable[..., Any]
Underline = QTextCharFormat.UnderlineStyle
UNDERLINED = QTextCharFormat.Property.TextUnderlineStyle


def format_at(world: Any, offset: int) -> QTextCharFormat:
    """Return the format laid over the character at an offset of the stored text."""
    block = world.desk.text.view.document().findBlock(offset)
    inside = offset - block.position()
    ranges = [item for item in block.layout().formats() if item.start <= inside < item.start + item.length]
    return QTextCharFormat(ranges[0].format) if ranges else QTextCharFormat()


def point_of(world: Any, offset: int) -> QPoint:
    view = world.desk.text.view
    cursor = view.textCursor()
    cursor.setPosition(offset)
    box = view.cursorRect(cursor)
    return QPoint(box.right() + 4, box.center().y())


def test_the_text_stands_there_as_it_is_stored(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    assert world.desk.text.view.toPlainText() == long_record.reading.text


def test_the_text_cannot_be_edited(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.go("text")
    qtbot.keyClicks(world.desk.text.view, "xyz")
    qtbot.keyClick(world.desk.text.view, Qt.Key.Key_Delete)
    qtbot.keyClick(world.desk.text.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert world.desk.text.view.toPlainText() == short_record.reading.text


def test_each_state_has_a_line_of_its_own_under_the_number(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    first, second, third = world.review.figures()
    world.desk.funnel.run(lambda: world.review.confirm([first.id]))
    world.desk.funnel.run(lambda: world.review.query([second.id], "?"))
    world.desk.funnel.run(lambda: world.review.reject([third.id]))
    assert format_at(world, first.printed.span.start).underlineStyle() is Underline.SingleUnderline
    assert format_at(world, second.printed.span.start).underlineStyle() is Underline.WaveUnderline
    assert format_at(world, third.printed.span.start).fontStrikeOut()
    kinds = [UNDERLINES[state] for state in State if state is not State.REJECTED]
    assert len(set(kinds)) == len(kinds)


def test_a_click_on_a_lit_number_selects_it_everywhere(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    target = world.review.figures()[1]
    point = point_of(world, target.printed.span.start)
    qtbot.mouseClick(world.desk.text.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert world.desk.selection.figure == target.id
    assert world.desk.figures.table.currentIndex().row() == 1
    assert world.desk.inspector.form.lines["value"].text() == "£5.51m"


def test_the_selected_figure_is_brought_into_view(make_world: Make, long_record: Prepared) -> None:
    world = make_world(long_record)
    last = world.review.figures()[-1]
    world.desk.selection.select_figure(last.id)
    view = world.desk.text.view
    assert view.viewport().rect().contains(point_of(world, last.printed.span.start))


def test_the_first_figure_is_in_view_after_an_import(
    qtbot: QtBot, make_world: Make, record_with_a_long_preface: Prepared
) -> None:
    world = make_world()
    world.results.append(record_with_a_long_preface)
    world.prompter.files = [Path("preface.txt")]
    world.window.actions_of["import"].trigger()
    first = world.review.figures()[0].printed.span.start
    view = world.desk.text.view
    assert view.viewport().rect().contains(point_of(world, first))
    view.resize(view.width() // 2, view.height())
    assert view.viewport().rect().contains(point_of(world, first))


def test_lights_may_overlap(make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    figure = world.review.figures()[0]
    span = Span(figure.printed.span.start - 10, figure.printed.span.start + 2)
    world.desk.funnel.run(
        lambda: world.review.annotate(figure.document, span, AnnotationKind.COMMENT, comment="Whose cases?")
    )
    world.desk.selection.select_figure(world.review.figures()[1].id)
    before, inside, after = span.start, figure.printed.span.start, figure.printed.span.start + 3
    assert format_at(world, before).underlineStyle() is Underline.DotLine
    assert format_at(world, inside).underlineStyle() is Underline.DashUnderline
    assert format_at(world, after).underlineStyle() is Underline.DashUnderline
    assert format_at(world, before).background() != format_at(world, inside).background()


def test_words_are_selected_with_the_keyboard_and_become_a_figure_with_f(
    qtbot: QtBot, make_world: Make, record_with_missed_figure: Prepared
) -> None:
    world = make_world(record_with_missed_figure)
    view = world.desk.text.view
    world.desk.go("text")
    start = record_with_missed_figure.reading.text.index("28 referrals")
    view.put_caret(Span(start, start))
    for _ in range(2):
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(view, Qt.Key.Key_Right, modifiers)
    assert world.desk.text.selected_words() == "28 referrals"
    qtbot.keyClick(view, Qt.Key.Key_F)
    line = world.desk.inspector.form.lines["value"]
    assert line.hasFocus()
    assert line.text() == "28"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    added = [item for item in world.review.figures() if item.origin is Origin.ADDED]
    assert [str(item.current.value) for item in added] == ["28"]
    assert world.desk.selection.figure == added[0].id
    assert view.hasFocus()


def test_a_proposal_that_was_changed_is_added_as_the_officer_left_it(
    qtbot: QtBot, make_world: Make, record_with_missed_figure: Prepared
) -> None:
    world = make_world(record_with_missed_figure)
    start = record_with_missed_figure.reading.text.index("28 referrals")
    world.desk.text.view.select_span(Span(start, start + 12))
    world.desk.make_figure()
    form = world.desk.inspector.form
    form.lines["unit"].setText("many")
    qtbot.keyClick(form.lines["unit"], Qt.Key.Key_Return)
    assert world.review.counts().found == 1
    form.lines["unit"].setText("weeks")
    qtbot.keyClick(form.lines["unit"], Qt.Key.Key_Return)
    added = next(item for item in world.review.figures() if item.origin is Origin.ADDED)
    assert str(added.current.unit) == "weeks"
    shown = {label.text() for label in world.desk.inspector.findChildren(QLabel) if label.isVisible()}
    assert "+ added by you" in shown
    assert form.printed["unit"].text().startswith("✎ proposed: ")
    assert not any(text.startswith("✎ corrected") for text in shown)


def test_escape_leaves_a_proposal_without_a_trace(
    qtbot: QtBot, make_world: Make, record_with_missed_figure: Prepared
) -> None:
    world = make_world(record_with_missed_figure)
    start = record_with_missed_figure.reading.text.index("28 referrals")
    world.desk.text.view.select_span(Span(start, start + 12))
    world.desk.make_figure()
    qtbot.keyClick(world.desk.inspector.form.lines["value"], Qt.Key.Key_Escape)
    assert world.review.counts().found == 1
    assert world.desk.inspector.form.lines["value"].text() == "1,194"


def test_f_without_selected_words_says_what_to_do(qtbot: QtBot, make_world: Make, short_record: Prepared) -> None:
    world = make_world(short_record)
    world.desk.go("text")
    qtbot.keyClick(world.desk.text.view, Qt.Key.Key_F)
    assert "Select the words" in world.window.status.currentMessage()


def test_h_highlights_and_m_comments_on_the_selected_words(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    view = world.desk.text.view
    world.desk.go("text")
    start = short_record.reading.text.index("There were")
    view.select_span(Span(start, start + 10))
    qtbot.keyClick(view, Qt.Key.Key_H)
    view.select_span(Span(start, start + 10))
    qtbot.keyClick(view, Qt.Key.Key_M)
    ask = world.desk.inspector.ask
    qtbot.keyClicks(ask.line, "Since when? #trend")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    highlight, comment = sorted(world.review.annotations(), key=lambda note: note.kind is AnnotationKind.COMMENT)
    assert (highlight.kind, highlight.quote) == (AnnotationKind.HIGHLIGHT, "There were")
    assert (comment.comment, comment.tags) == ("Since when?", ("trend",))
    assert view.hasFocus()


def test_five_thousand_lights_are_all_laid(make_world: Make, record_of_many: Prepared) -> None:
    world = make_world(record_of_many)
    figures = world.review.figures()
    assert len(figures) == 5000
    lit = [item for item in figures if format_at(world, item.printed.span.start).hasProperty(UNDERLINED)]
    assert len(lit) == 5000


@pytest.mark.parametrize("text", ["plain", "a 😀 b 𝒳 c", "😀😀 1,194"])
def test_offsets_go_there_and_back_for_every_character(text: str) -> None:
    offsets = Offsets(text)
    assert len(text.encode("utf-16-le")) // 2 == offsets.to_qt(len(text))
    assert [offsets.from_qt(offsets.to_qt(place)) for place in range(len(text) + 1)] == list(range(len(text) + 1))


def test_signs_that_qt_takes_for_line_ends_are_shown_as_spaces_of_the_same_length() -> None:
    assert showable("a\rb\u2029c\x00d") == "a b c d"


def test_a_comment_far_from_the_selected_figure_leaves_the_text_where_it_is(
    qtbot: QtBot, make_world: Make, record_with_a_long_preface: Prepared
) -> None:
    world = make_world(record_with_a_long_preface)
    view = world.desk.text.view
    world.desk.selection.select_figure(world.review.figures()[0].id)
    world.desk.go("text")
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    place = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_M)
    ask = world.desk.inspector.ask
    qtbot.keyClicks(ask.line, "Is this the final title?")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert len(world.review.annotations()) == 1
    assert view.verticalScrollBar().value() == place


def test_what_was_said_of_a_failed_act_goes_with_the_next_that_succeeds(
    qtbot: QtBot, make_world: Make, short_record: Prepared
) -> None:
    world = make_world(short_record)
    view = world.desk.text.view
    world.desk.go("text")
    start = short_record.reading.text.index("There were")
    view.select_span(Span(start, start + 10))
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert "holds no number" in world.window.status.currentMessage()
    qtbot.keyClick(view, Qt.Key.Key_H)
    assert world.window.status.currentMessage() == ""
