"""The system's own dialogs: what is typed into them becomes a path, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crossfoot.ui.prompter import QtPrompter

FILTERS = "Web page (*.html);;Excel (*.xlsx)"


class Hand:
    """Answers the dialogs that come up: a name in the one for files, a button in the question after it."""

    def __init__(self, name: str, button: str) -> None:
        self.asked: list[str] = []
        self._name = name
        self._button = button
        self._timer = QTimer()
        self._timer.timeout.connect(self._answer)
        self._timer.start(10)

    def _answer(self) -> None:
        """Answer what is in front, if anything is."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            line = dialog.findChild(QLineEdit)
            assert line is not None
            line.setText(self._name)
            box = dialog.findChild(QDialogButtonBox)
            assert box is not None
            box.button(QDialogButtonBox.StandardButton.Save).click()
        elif isinstance(dialog, QMessageBox):
            self.asked.append(dialog.text())
            next(each for each in dialog.findChildren(QPushButton) if each.text() == self._button).click()

    def rest(self) -> None:
        """Answer nothing any more."""
        self._timer.stop()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window for the dialogs to stand over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(("button", "replaced"), [("Replace", True), ("Cancel", False)])
def test_a_file_that_the_added_suffix_leads_to_is_replaced_only_when_that_was_said(
    parent: QWidget, tmp_path: Path, button: str, replaced: bool
) -> None:
    (tmp_path / "summary.html").write_text("what was sent in May", "utf-8")
    hand = Hand("summary", button)
    path = QtPrompter(parent).save_file("Export", tmp_path / "other.html", FILTERS)
    hand.rest()
    assert hand.asked == ["summary.html is there already. Replace it?"]
    assert path == (tmp_path / "summary.html" if replaced else None)


def test_a_new_name_gets_the_suffix_of_the_filter_without_a_question(parent: QWidget, tmp_path: Path) -> None:
    hand = Hand("summary", "Replace")
    path = QtPrompter(parent).save_file("Export", tmp_path / "other.html", FILTERS)
    hand.rest()
    assert (path, hand.asked) == (tmp_path / "summary.html", [])
