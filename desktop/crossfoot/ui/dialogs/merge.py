"""What a colleague's copy brings, and all that both decided differently, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
from crossfoot.review.merging import Difference, MergePlan, Side, merge_words
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label, resize_within_screen, scrolled

_HEADS = ("Record", "What", "Here", "There", "Keep")
_MINE, _THEIRS = "here", "there"
SHOWN = 5
"""How many of the things that stay out are named over the list."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """One thing that differs: what it is chosen by, its cells, and both sides whole."""

    key: str
    cells: tuple[str, ...]
    mine: str
    theirs: str


class MergeDialog(QDialog):
    """Lists the conflicts; a key or button decides on one and goes to the next. Nothing is written here.

    Enter goes on, and merges only once it stands on the button: what nobody looked at would be kept unseen. What was
    chosen is given up in a second step only.
    """

    def __init__(
        self, plan: MergePlan, dictionary: Dictionary, titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Merge a colleague's copy")
        self._taken: set[str] = set()
        self._decided: set[str] = set()
        self.said = plain_label(_said(plan), wrap=True)
        self._rows = _rows(plan, dictionary, titles)
        self.table = QTableWidget(len(self._rows), len(_HEADS))
        self.table.setAccessibleName("What both decided differently")
        self.table.setHorizontalHeaderLabels(list(_HEADS))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        for row, choice in enumerate(self._rows):
            for column, text in enumerate((*choice.cells, "")):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self.mine, self.theirs = QPushButton("Keep what is here  &K"), QPushButton("Take theirs  &T")
        self._mine, self._theirs = _Side("Here"), _Side("There")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.merge = self.buttons.addButton("&Merge", QDialogButtonBox.ButtonRole.AcceptRole)
        self.merge.setProperty("primary", True)
        self.left = plain_label("", "muted", wrap=True)
        self._is_leaving = False
        self._lay_out()
        for key, theirs in (("K", False), ("T", True)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda said=theirs: self._decide(said))
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._go_on)
        self.mine.clicked.connect(lambda: self._decide(False))
        self.theirs.clicked.connect(lambda: self._decide(True))
        self.table.currentCellChanged.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._mark()
        if self._rows:
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()

    def taken(self) -> frozenset[str]:
        """Return the choices of the plan for which the colleague's side is to be taken."""
        return frozenset(self._taken)

    def kept(self) -> frozenset[str]:
        """Return the choices of the plan that were looked at and stay as they are here."""
        return frozenset(self._decided - self._taken)

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
        layout.addLayout(sides, 1)
        layout.addWidget(self.left)
        layout.addWidget(self.buttons)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(len(_HEADS) - 1, QHeaderView.ResizeMode.ResizeToContents)
        there = bool(self._rows)
        for widget in (self.table, self._mine, self._theirs, self.mine, self.theirs, self.left):
            widget.setVisible(there)
        resize_within_screen(self, 820, 520 if there else 160)

    def _show(self, row: int) -> None:
        """Show both sides of one conflict."""
        if 0 <= row < len(self._rows):
            self._mine.show_words(self._rows[row].mine)
            self._theirs.show_words(self._rows[row].theirs)

    def _decide(self, theirs: bool) -> None:
        """Take one side of the current conflict and go to the next that is not decided on."""
        row = self.table.currentRow()
        if row < 0:
            return
        chosen = self._rows[row].key
        (self._taken.add if theirs else self._taken.discard)(chosen)
        self._decided.add(chosen)
        self._is_leaving = False
        self._mark()
        following = self._following()
        if following is not None:
            self.table.setCurrentCell(following, 0)

    def _following(self) -> int | None:
        """Return the next row that is not decided on, round at the end."""
        row = self.table.currentRow()
        later = [*range(row + 1, len(self._rows)), *range(row)]
        return next((each for each in later if self._rows[each].key not in self._decided), None)

    def _go_on(self) -> None:
        """Go to the next that is not decided on, or from the last of them to the button that merges."""
        following = self._following()
        if following is not None:
            self.table.setCurrentCell(following, 0)
        elif self._rows[self.table.currentRow()].key in self._decided:
            self.merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Leave; where something was chosen, say first that it is not kept."""
        if self._decided and not self._is_leaving:
            self._is_leaving = True
            self._mark()
        else:
            super().reject()

    def _mark(self) -> None:
        """Say in the last column what will be kept of each, and under the list what was not looked at."""
        rest = len(self._rows) - len(self._decided)
        self.left.setText(
            f"What you chose for {words.plural(len(self._decided), 'thing')} is not kept without merging: "
            "Esc again leaves all the same."
            if self._is_leaving
            else f"{rest} of {len(self._rows)} not looked at: what is here stays."
            if rest
            else "All are looked at."
        )
        self.left.setProperty("role", "warning" if self._is_leaving else "muted")
        self.left.style().polish(self.left)
        for row, choice in enumerate(self._rows):
            side = _THEIRS if choice.key in self._taken else _MINE
            item = self.table.item(row, len(_HEADS) - 1)
            if item is not None:
                item.setText(f"✓ {side}" if choice.key in self._decided else f"{side}, not looked at")


class _Side(QFrame):
    """What one copy holds, whole."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("card", "query")
        self._title = title
        self._text = plain_label("", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = scrolled(self._text, title)
        self._area.setMinimumHeight(5 * self._text.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(title, "pane-title"))
        layout.addWidget(self._area, 1)

    def show_words(self, said: str) -> None:
        """Show what is held."""
        self._text.setText(said)
        self._area.verticalScrollBar().setValue(0)
        self.setAccessibleName(f"{self._title}: {self._text.text()}")


def _rows(plan: MergePlan, dictionary: Dictionary, titles: Mapping[str, str]) -> tuple[_Choice, ...]:
    """Return all that there is to choose: figures first, then what else differs."""
    figures = [
        _Choice(
            each.mine.id,
            (titles[each.mine.document], each.mine.printed.quote, _short(each.mine), _short(each.theirs)),
            _whole(each.mine, dictionary),
            _whole(each.theirs, dictionary),
        )
        for each in plan.conflicts
    ]
    others = [
        _Choice(
            each.key,
            (titles.get(each.arrival.document or "", "All records"), each.arrival.name, *map(_line, _sides(each))),
            *(f"{side.words}\nby {side.reviewer or '–'}" for side in _sides(each)),
        )
        for each in plan.differences
    ]
    return (*figures, *others)


def _sides(difference: Difference) -> tuple[Side, Side]:
    """Return what is held here and there."""
    return difference.mine, difference.theirs


def _line(side: Side) -> str:
    """Return one side in a few words."""
    return f"{side.words.splitlines()[0]} ({side.reviewer or '–'})"


def _whole(figure: ReviewedFigure, dictionary: Dictionary) -> str:
    """Return a figure with what was decided on it, on several lines."""
    by = f"by {figure.reviewer}, {words.moment(figure.reviewed_at)}" if figure.reviewer else ""
    changed = [
        f"{words.FIELDS[name]}: {words.field(figure.current, name, dictionary) or 'none'}" for name in figure.corrected
    ]
    lines = (
        f"{words.state(figure.state)} {by}",
        words.value(figure.current),
        words.headline(figure, dictionary),
        *changed,
        figure.reason,
        figure.note,
    )
    return "\n".join(line for line in lines if line)


def _short(figure: ReviewedFigure) -> str:
    """Return one side in a few words."""
    return f"{words.state(figure.state)} {words.value(figure.current)} ({figure.reviewer or '–'})"


def _said(plan: MergePlan) -> str:
    """Return what comes in, what differs and what stays out."""
    lines = [merge_words(plan)]
    if plan.choices:
        count = words.plural(len(plan.choices), "thing differs", "things differ")
        lines.append(f"{count} in both copies: K keeps what is here, T takes theirs.")
    lines += plan.left_out[:SHOWN]
    if len(plan.left_out) > SHOWN:
        lines.append(f"{len(plan.left_out) - SHOWN} more things stay out; all are listed after merging.")
    return "\n".join(lines)
