"""What a colleague's copy brings, and the figures on which both decided differently, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import Dictionary, ReviewedFigure
from crossfoot.review.merging import Conflict, MergePlan, merge_words
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label, resize_within_screen

_HEADS = ("Record", "Printed", "Here", "There", "Keep")
_MINE, _THEIRS = "here", "there"


class MergeDialog(QDialog):
    """Lists the conflicts; a key or button decides on one and goes to the next. Nothing is written here."""

    def __init__(
        self, plan: MergePlan, dictionary: Dictionary, titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Merge a colleague's copy")
        self._plan = plan
        self._dictionary = dictionary
        self._taken: set[str] = set()
        self._decided: set[str] = set()
        self.said = plain_label(_said(plan), wrap=True)
        self.table = QTableWidget(len(plan.conflicts), len(_HEADS))
        self.table.setAccessibleName("Figures on which both decided differently")
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        for row, conflict in enumerate(plan.conflicts):
            cells = (titles[conflict.mine.document], conflict.mine.printed.quote, *map(_short, _sides(conflict)), "")
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.mine, self.theirs = QPushButton("Keep what is here  &K"), QPushButton("Take theirs  &T")
        self._mine, self._theirs = _Side("Here"), _Side("There")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        merge = self.buttons.addButton("Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        merge.setProperty("primary", True)
        self._lay_out()
        for key, theirs in (("K", False), ("T", True)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda said=theirs: self._decide(said))
        self.mine.clicked.connect(lambda: self._decide(False))
        self.theirs.clicked.connect(lambda: self._decide(True))
        self.table.currentCellChanged.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._mark()
        if plan.conflicts:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def taken(self) -> frozenset[str]:
        """Return the figures for which the colleague's decision is to be taken."""
        return frozenset(self._taken)

    def _lay_out(self) -> None:
        """Put the list over the two sides; without conflicts there is nothing but a sentence."""
        sides = QHBoxLayout()
        sides.setSpacing(UNIT)
        for side, button in ((self._mine, self.mine), (self._theirs, self.theirs)):
            half = QVBoxLayout()
            half.addWidget(side, 1)
            half.addWidget(button)
            sides.addLayout(half, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(UNIT)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(sides)
        layout.addWidget(self.buttons)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (1, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        there = bool(self._plan.conflicts)
        for widget in (self.table, self._mine, self._theirs, self.mine, self.theirs):
            widget.setVisible(there)
        resize_within_screen(self, 820, 520 if there else 160)

    def _show(self, row: int) -> None:
        """Show both sides of one conflict."""
        if 0 <= row < len(self._plan.conflicts):
            mine, theirs = _sides(self._plan.conflicts[row])
            self._mine.show_figure(mine, self._dictionary)
            self._theirs.show_figure(theirs, self._dictionary)

    def _decide(self, theirs: bool) -> None:
        """Take one side of the current conflict and go to the next that is not decided on."""
        row = self.table.currentRow()
        if row < 0:
            return
        figure = self._plan.conflicts[row].mine.id
        (self._taken.add if theirs else self._taken.discard)(figure)
        self._decided.add(figure)
        self._mark()
        ids = [conflict.mine.id for conflict in self._plan.conflicts]
        later = [*range(row + 1, len(ids)), *range(row)]
        following = next((each for each in later if ids[each] not in self._decided), None)
        if following is not None:
            self.table.setCurrentCell(following, 0)

    def _mark(self) -> None:
        """Say in the last column what will be kept of each."""
        for row, conflict in enumerate(self._plan.conflicts):
            figure = conflict.mine.id
            side = _THEIRS if figure in self._taken else _MINE
            item = self.table.item(row, len(_HEADS) - 1)
            if item is not None:
                item.setText(f"✓ {side}" if figure in self._decided else f"{side}, not looked at")


class _Side(QFrame):
    """One copy's decision on a figure, whole."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("card", "query")
        self._title = title
        self._text = plain_label("", wrap=True)
        self._text.setMinimumHeight(6 * self._text.fontMetrics().lineSpacing())
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(title, "pane-title"))
        layout.addWidget(self._text, 1)

    def show_figure(self, figure: ReviewedFigure, dictionary: Dictionary) -> None:
        """Show a figure with what was decided on it."""
        by = f"by {figure.reviewer}, {words.moment(figure.reviewed_at)}" if figure.reviewer else ""
        changed = [
            f"{words.FIELDS[name]}: {words.field(figure.current, name, dictionary)}" for name in figure.corrected
        ]
        lines = (
            f"{words.state(figure.state)} {by}",
            words.value(figure.current),
            words.headline(figure, dictionary),
            *changed,
            figure.reason,
            figure.note,
        )
        self._text.setText("\n".join(line for line in lines if line))
        self.setAccessibleName(f"{self._title}: {self._text.text()}")


def _sides(conflict: Conflict) -> tuple[ReviewedFigure, ReviewedFigure]:
    """Return a conflict's figure as it is here and there."""
    return conflict.mine, conflict.theirs


def _short(figure: ReviewedFigure) -> str:
    """Return one side in a few words."""
    return f"{words.state(figure.state)} {words.value(figure.current)} ({figure.reviewer or '–'})"


def _said(plan: MergePlan) -> str:
    """Return what comes in, what differs and what stays out."""
    lines = [merge_words(plan)]
    if plan.conflicts:
        count = words.plural(len(plan.conflicts), "figure was", "figures were")
        lines.append(f"{count} decided differently: K keeps what is here, T takes theirs.")
    lines += plan.left_out[:5]
    if len(plan.left_out) > 5:
        lines.append(f"{len(plan.left_out) - 5} more things stay out.")
    return "\n".join(lines)
