"""The part of the sign-off tab where a name goes under the record, with what is open beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from crossfoot.model.assurance import OpenPoint, SignOff
from crossfoot.model.assurance_words import signed_words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label, wrap_rows

_ROWS = 4
"""Open points that are seen without scrolling."""


class SigningBox(QWidget):
    """Lists the open points of a record and takes its signature.

    Where points are open, signing takes two steps: the first names them and goes to them, and only a button of its own
    signs all the same. ``signed`` carries the name that was typed, ``withdrawn`` tells that it shall go; ``go`` is
    called with the figure of an open point that was chosen.
    """

    signed = Signal(str)
    withdrawn = Signal()

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self._go = go
        self.status = plain_label(wrap=True)
        self.heading = plain_label("", "pane-title")
        self.points = QListWidget()
        self.points.setAccessibleName("Open points")
        wrap_rows(self.points)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Your name in full (optional)")
        self.name.setAccessibleName("Your name")
        self.sign = QPushButton("Sign off")
        self.sign.setProperty("primary", True)
        self.withdraw = QPushButton("Withdraw the sign-off")
        self.warning = plain_label("", "warning", wrap=True)
        self.anyway = QPushButton()
        self.back = QPushButton("Not yet  Esc")
        self._initials = ""
        self._open = 0
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.withdraw, self.sign, self.anyway, self.back):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT - 2)
        for widget in (self.status, self.heading, self.points, self.name, self.warning):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.sign.clicked.connect(self._begin)
        self.name.returnPressed.connect(self._begin)
        self.anyway.clicked.connect(lambda: self.signed.emit(self.name.text()))
        self.back.clicked.connect(self._leave)
        self._escape = QShortcut(QKeySequence("Esc"), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._leave)
        self._ask(False)
        self.withdraw.clicked.connect(self.withdrawn)
        self.points.itemActivated.connect(self._choose)
        self.points.itemClicked.connect(self._choose)

    def show_record(
        self, signed: SignOff | None, points: tuple[OpenPoint, ...], initials: str, *, lost: str, may: bool
    ) -> None:
        """Show one record's signature and open points.

        ``lost`` says how the last signature went, ``may`` that the workspace can be written.
        """
        gone = f"⚠ No longer signed off. {lost}" if lost else "○ Not signed off yet."
        self.status.setText(f"✓ {signed_words(signed)}" if signed else gone)
        self.heading.setText(f"Open points  {len(points)}" if points else "Nothing is open")
        self.points.clear()
        for point in points:
            item = QListWidgetItem(point.words)
            item.setData(Qt.ItemDataRole.UserRole, point.figures[0] if point.figures else "")
            self.points.addItem(item)
        self.points.setVisible(bool(points))
        lines = min(len(points), _ROWS)
        self.points.setFixedHeight(lines * (2 * self.fontMetrics().height() + UNIT) + UNIT)
        self.name.setVisible(signed is None and may)
        self._open, self._initials = len(points), initials
        self._ask(False)
        self.sign.setVisible(signed is None and may)
        self.sign.setText(f"Sign off as {initials}" if initials else "Sign off")
        self.withdraw.setVisible(signed is not None and may)

    def _begin(self) -> None:
        """Sign where nothing is open; else name what is, and go to it."""
        if not self._open:
            self.signed.emit(self.name.text())
            return
        self._ask(True)
        self.points.setCurrentRow(0)
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """Leave the second step; nothing is signed."""
        self._ask(False)
        self.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, asking: bool) -> None:
        """Show or hide the second step."""
        one = self._open == 1
        points = "1 point is" if one else f"{self._open:,} points are"
        stand = "it stands" if one else "they stand"
        self.warning.setText(f"{points} open, listed above. Once signed, {stand} beside your name in every summary.")
        by = f" as {self._initials}" if self._initials else ""
        self.anyway.setText(f"&Sign{by} with {self._open:,} open {'point' if one else 'points'}")
        self.warning.setVisible(asking)
        self.anyway.setVisible(asking)
        self.back.setVisible(asking)
        self.sign.setHidden(asking)
        self._escape.setEnabled(asking)

    def _choose(self, item: QListWidgetItem) -> None:
        """Go to the figure of an open point."""
        figure = item.data(Qt.ItemDataRole.UserRole)
        if figure:
            self._go(figure)
