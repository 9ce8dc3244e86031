"""The lists that a typed field completes from; of indicators, those that suit the figure's unit come first.

An indicator of another unit is marked, and stays in the list: the unit may be what is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from crossfoot.model import Dictionary, Figure, Nature, Qualifier
from crossfoot.model.wording import UNIT_WORDS
from crossfoot.review.suiting import by_suiting, suits, usual_unit
from crossfoot.ui.look.theme import UNIT

_ENTRY = Qt.ItemDataRole.UserRole
"""Where a row keeps what is put into the line; what the list shows may say more."""

_WIDEST = 480
"""Pixels that a list may take over what is beside its line: about half of a laptop's scaled screen."""


def complete(line: QLineEdit, field: str, dictionary: Dictionary, figure: Figure | None) -> None:
    """Let a line complete a field of a figure, unless the field's words are free."""
    rows = _indicators(dictionary, figure) if field == "indicator" else [(word, word) for word in _WORDS.get(field, ())]
    if not rows:
        return
    made = QCompleter(line)
    model = QStandardItemModel(len(rows), 1, made)
    for row, (entry, shown) in enumerate(rows):
        item = QStandardItem(shown)
        item.setData(entry, _ENTRY)
        model.setItem(row, item)
    made.setModel(model)
    made.setCompletionRole(_ENTRY)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = made.popup()
    if field == "indicator" and popup is not None:
        widest = max(line.fontMetrics().horizontalAdvance(shown) for _, shown in rows)
        popup.setMinimumWidth(min(widest + 4 * UNIT, _WIDEST))
    line.setCompleter(made)


_WORDS: dict[str, Sequence[str]] = {
    "unit": list(UNIT_WORDS.values()),
    "nature": [nature.value for nature in Nature],
    "qualifier": [qualifier.value for qualifier in Qualifier if qualifier.value],
}


def _indicators(dictionary: Dictionary, figure: Figure | None) -> list[tuple[str, str]]:
    """Return the indicators' names, and what the list shows of each: "Children adopted · children"."""
    rows = []
    for indicator in by_suiting(dictionary, figure):
        fits = figure is None or suits(indicator, figure)
        unit = usual_unit(indicator)
        shown = f"{indicator.name} · {unit}" if unit else indicator.name
        rows.append((indicator.name, shown if fits else f"⚠ {shown}"))
    return rows
