"""The figures as a table over identifiers, sorted and filtered here and not by a proxy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from crossfoot.model import Changes, ReviewedFigure, State, Verdict
from crossfoot.review.queueing import Doubt, doubt
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.panes.figures.columns import COLUMNS, RECORD, STATE, VALUE, Known, matcher

Index = QModelIndex | QPersistentModelIndex
Correct = Callable[[str, Mapping[str, str]], str]
"""Corrects a figure's fields and returns an empty text, or the sentence that says why not."""

_NOWHERE = QModelIndex()
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = _READ | Qt.ItemFlag.ItemIsEditable
_NONE = Qt.ItemFlag.NoItemFlags


class FiguresModel(QAbstractTableModel):
    """Rows are figure ids; the figures behind them are kept until a change names them.

    ``shown_changed`` tells that other rows are shown; ``refused`` carries the sentence for an
    entry that could not be understood.
    """

    shown_changed = Signal()
    refused = Signal(str)

    def __init__(self, review: Review, correct: Correct, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._correct = correct
        self._theme = theme
        self._known = _known(review)
        self._scope: str | None = None
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._total = 0
        self._chosen: tuple[str, ...] | None = None
        self._figures: dict[str, ReviewedFigure] = {}
        self._shown: list[str] = []
        self._rows: dict[str, int] = {}
        self._flagged: dict[str, frozenset[str]] = {}
        self._filters: dict[int, str] = {}
        self._quick = ""
        self._by_doubt = False
        self._sort: tuple[int, Qt.SortOrder] | None = None
        role = Qt.ItemDataRole
        self._answers: Mapping[int, Callable[[ReviewedFigure, int], Any]] = {
            role.DisplayRole: self._display,
            role.EditRole: self._text,
            role.ToolTipRole: self._tip,
            role.AccessibleTextRole: lambda item, column: f"{COLUMNS[column].title}: {self._text(item, column)}",
            role.TextAlignmentRole: lambda _, column: _ALIGNMENTS[column],
            role.FontRole: self._font,
            role.ForegroundRole: self._colour,
        }

    # What the pane asks

    @property
    def scope(self) -> str | None:
        """Return the document that the table is about, or None for all."""
        return self._scope

    @property
    def total(self) -> int:
        """Return how many figures there are without filters."""
        return self._total

    def figure(self, figure_id: str) -> ReviewedFigure | None:
        """Return a figure of the table's scope."""
        return self._item(figure_id) if figure_id in self._places else None

    def id_at(self, row: int) -> str:
        """Return the figure id of a row."""
        return self._shown[row]

    def row_of(self, figure_id: str) -> int | None:
        """Return the row that shows a figure, or None."""
        return self._rows.get(figure_id)

    def is_filtered(self) -> bool:
        """Tell whether any filter is set."""
        return bool(self._quick or self._filters or self._chosen is not None)

    def next_undecided(self, after: str, *, backwards: bool = False) -> str | None:
        """Return the next undecided figure in the order on the screen, going round at the end."""
        ids = self._shown[::-1] if backwards else self._shown
        start = ids.index(after) + 1 if after in self._rows else 0
        return next((item for item in ids[start:] + ids[:start] if self._item(item).state is State.UNREVIEWED), None)

    # What the pane tells

    def set_scope(self, document: str | None) -> None:
        """Show the figures of one document, of all (None), or of none (an empty text)."""
        self._scope = document
        self.reload()

    def is_chosen(self) -> bool:
        """Tell whether only chosen figures are shown."""
        return self._chosen is not None

    def set_chosen(self, ids: tuple[str, ...] | None, total: int = 0) -> None:
        """Show only these figures, in this order, of ``total``; None shows all of the scope again.

        Where they are of all records, they are asked for one by one as they come into view: there may be many.
        """
        self._chosen = ids
        self.reload()
        if ids is not None:
            self._total = total
            self.shown_changed.emit()

    def set_filter(self, column: int, typed: str) -> None:
        """Filter by one column; an empty text takes the filter away."""
        if typed.strip():
            self._filters[column] = typed
        else:
            self._filters.pop(column, None)
        self._arrange()

    def set_quick(self, typed: str) -> None:
        """Show only figures that hold every typed word somewhere."""
        self._quick = typed.strip().casefold()
        self._arrange()

    def clear_filters(self) -> None:
        """Show all figures of the scope again."""
        self._filters.clear()
        self._quick = ""
        self._arrange()

    def set_by_doubt(self, by_doubt: bool) -> None:
        """Put the most doubtful figures first, or all by their place or column."""
        self._by_doubt = by_doubt
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))

    def reload(self) -> None:
        """Ask for all figures of the scope again."""
        self._known = _known(self._review)
        if self._chosen is not None and self._scope is None:
            self._figures = {}
            self._ids = list(self._chosen)
        elif self._scope is None and not self._review.read_ahead(0):  # as long as that takes, they come one by one
            self._figures = {}
            self._ids = list(self._review.figure_ids())
        else:
            figures = () if self._scope == "" else self._review.figures(self._scope)
            self._figures = {item.id: item for item in figures}
            wanted = None if self._chosen is None else set(self._chosen)
            self._ids = [item for item in self._figures if wanted is None or item in wanted]
        self._total = len(self._figures) or len(self._ids)
        self._places = dict(zip(self._ids, range(len(self._ids)), strict=True))  # there may be very many
        self._flagged.clear()
        self._arrange()

    def refresh(self, changes: Changes) -> None:
        """Ask only for what ``changes`` names; rows that no longer pass the filter leave quietly."""
        if changes.documents:
            self.reload()
            return
        mine = [item for item in changes.figures if self._scope is None or item.partition("-")[0] == self._scope]
        for document in changes.findings_of:
            self._flagged.pop(document, None)
        if any(item not in self._places or not self._review.has_figure(item) for item in mine):
            self.reload()
            return
        for item in mine:
            self._figures[item] = self._review.figure(item)
        tests = self._tests()
        if any(item not in self._rows and self._passes(item, tests) for item in mine):
            self._arrange()
            return
        for item in mine:
            row = self._rows.get(item)
            if row is not None and self._passes(item, tests):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        self._drop([item for item in mine if item in self._rows and not self._passes(item, tests)])
        if changes.findings_of and self._shown:
            last = self.index(len(self._shown) - 1, STATE)
            self.dataChanged.emit(self.index(0, STATE), last)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many figures are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title, or a row's number."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return COLUMNS[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section) | Qt.AlignmentFlag.AlignTop
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, in words first and colour second."""
        if not index.isValid():
            return None
        item = self._item(self._shown[index.row()])
        answer = self._answers.get(role)
        return answer(item, index.column()) if answer else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be edited."""
        if not index.isValid():
            return _NONE
        return _EDITED if COLUMNS[index.column()].field and not self._review.read_only else _READ

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct one field; what cannot be understood is refused with its sentence and changes nothing."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not COLUMNS[index.column()].field:
            return False
        item = self._item(self._shown[index.row()])
        column = COLUMNS[index.column()]
        typed = str(value).strip()
        if typed == column.text(item, self._known):
            return True
        sentence = self._correct(item.id, {column.field: typed})
        if sentence:
            self.refused.emit(sentence)
        return not sentence

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column below 0 gives the order of the text back."""
        self._sort = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._shown[index.row()]) for index in self.persistentIndexList()]
        self._set_shown(self._sorted(self._shown))
        for index, item in before:
            self.changePersistentIndex(index, self.index(self._rows[item], index.column()))
        self.layoutChanged.emit()
        self.shown_changed.emit()

    # How it is done

    def _arrange(self) -> None:
        """Filter and sort anew."""
        self.beginResetModel()
        tests = self._tests()
        ids = [item for item in self._ids if self._passes(item, tests)] if tests else self._ids
        if ids is self._ids and self._sort is None and not self._by_doubt:
            self._shown, self._rows = ids, self._places  # there may be very many, and all stands as it should
        else:
            self._set_shown(self._sorted(ids))
        self.endResetModel()
        self.shown_changed.emit()

    def _set_shown(self, ids: list[str]) -> None:
        """Take the ids to show, and note which row each has."""
        self._shown = ids
        self._rows = {item: row for row, item in enumerate(ids)}

    def _sorted(self, ids: list[str]) -> list[str]:
        """Sort ids by the chosen column, the place in the text deciding ties, and the doubtful ones first if asked."""
        ordered = sorted(ids, key=self._places.__getitem__)
        if self._sort:
            column, order = self._sort
            keys = {item: COLUMNS[column].key(self._item(item), self._known) for item in ordered}
            filled = [item for item in ordered if not keys[item][0]]
            empty = [item for item in ordered if keys[item][0]]
            filled.sort(key=lambda item: keys[item], reverse=order is Qt.SortOrder.DescendingOrder)
            ordered = filled + empty
        if self._by_doubt:
            ordered.sort(key=self._doubt)
        return ordered

    def _doubt(self, figure_id: str) -> tuple[int, float]:
        """Return what puts doubtful figures first, the most doubtful of them before the others."""
        return self._doubt_of(self._item(figure_id)).rank

    def _doubt_of(self, item: ReviewedFigure) -> Doubt:
        """Return the doubts about a figure."""
        return doubt(item, self._is_asked(item))

    def _is_asked(self, item: ReviewedFigure) -> bool:
        """Tell whether a query of the checks points at a figure."""
        flagged = self._flagged.get(item.document)
        if flagged is None:
            flagged = self._flagged[item.document] = frozenset(
                figure
                for document, finding in self._review.findings(item.document)
                if finding.verdict is Verdict.QUERY and not self._review.is_dismissed(document, finding.id)
                for figure in finding.figures
            )
        return item.id in flagged

    def _item(self, figure_id: str) -> ReviewedFigure:
        """Return a figure of the table, asked for when it is first needed."""
        found = self._figures.get(figure_id)
        if found is None:
            found = self._figures[figure_id] = self._review.figure(figure_id)
        return found

    def _tests(self) -> list[Callable[[ReviewedFigure], bool]]:
        """Return the tests of all filters."""
        known = self._known
        tests: list[Callable[[ReviewedFigure], bool]] = [
            partial(_with, matcher(COLUMNS[column], typed), known) for column, typed in self._filters.items()
        ]
        if self._quick:
            wanted = self._quick.split()
            tests.append(lambda item: _holds(item, wanted, [c.text(item, known) for c in COLUMNS[:RECORD]]))
        return tests

    def _passes(self, figure_id: str, tests: list[Callable[[ReviewedFigure], bool]]) -> bool:
        """Tell whether a figure passes all filters."""
        if not tests:
            return True
        item = self._item(figure_id)
        return all(test(item) for test in tests)

    def _drop(self, ids: list[str]) -> None:
        """Take rows out that no longer pass the filter."""
        for item in ids:
            row = self._rows[item]
            self.beginRemoveRows(QModelIndex(), row, row)
            self._set_shown(self._shown[:row] + self._shown[row + 1 :])
            self.endRemoveRows()
        if ids:
            self.shown_changed.emit()

    def _text(self, item: ReviewedFigure, column: int) -> str:
        """Return the words of a cell, as they may be typed back."""
        return COLUMNS[column].text(item, self._known)

    def _display(self, item: ReviewedFigure, column: int) -> str:
        """Return the words of a cell; the state with signs where a check or newer rules point at the figure."""
        text = self._text(item, column)
        if column != STATE:
            return text
        signs = (text, "⚠" if self._is_asked(item) else "", words.presence(item)[:1])
        return " ".join(filter(None, signs))

    def _tip(self, item: ReviewedFigure, column: int) -> str:
        """Return the words of a cell's tooltip: what the source says, where the officer changed it."""
        field = COLUMNS[column].field
        if field and field in item.corrected:
            return words.as_read(item, field, self._review.dictionary).capitalize()
        if column == STATE:
            who = f"{item.reviewer}, {words.moment(item.reviewed_at)}" if item.reviewed_at else ""
            doubts = "; ".join(self._doubt_of(item).grounds).capitalize()
            parts = (words.standing(item, self._review.reviewer), who, item.reason, doubts, words.presence(item))
            return "\n".join(filter(None, parts))
        return COLUMNS[column].text(item, self._known)

    def _font(self, item: ReviewedFigure, column: int) -> QFont | None:
        """Show values bold, corrected fields bold and in italics, rejected figures struck out."""
        field = COLUMNS[column].field
        font = QFont()
        font.setBold(column == VALUE or field in item.corrected)
        font.setItalic(field in item.corrected)
        font.setStrikeOut(item.state is State.REJECTED and column == VALUE)
        return font if font.bold() or font.italic() or font.strikeOut() else None

    def _colour(self, item: ReviewedFigure, column: int) -> QColor | None:
        """Colour the state's word, and grey what was rejected."""
        if column == STATE:
            return QColor(self._theme.state(item.state).text)
        return QColor(self._theme.muted) if item.state is State.REJECTED else None


def _known(review: Review) -> Known:
    """Return what the columns know beside the figures."""
    return Known(review.dictionary, review.titles(), review.meeting_dates())


def _with(test: Callable[[ReviewedFigure, Known], bool], known: Known, item: ReviewedFigure) -> bool:
    """Run a column's test."""
    return test(item, known)


def _holds(item: ReviewedFigure, wanted: list[str], cells: list[str]) -> bool:
    """Tell whether the cells and the quote of a figure hold every wanted word."""
    text = " ".join((*cells, item.printed.quote)).casefold()
    return all(word in text or word in text.replace(",", "") for word in wanted)


def _side(column: int) -> Qt.AlignmentFlag:
    """Return the side that a column's words keep to."""
    return Qt.AlignmentFlag.AlignRight if COLUMNS[column].amount else Qt.AlignmentFlag.AlignLeft


_ALIGNMENTS = tuple(_side(column) | Qt.AlignmentFlag.AlignVCenter for column in range(len(COLUMNS)))
"""How each column is aligned: numbers to the right."""
