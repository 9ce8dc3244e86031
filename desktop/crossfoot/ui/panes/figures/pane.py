"""The figures table with its bar: scope, quick filter, order of the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import Changes
from crossfoot.review.facets import FacetView
from crossfoot.review.session import Review
from crossfoot.ui.filter_line import FilterLine
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.figures.columns import COLUMNS, VALUE
from crossfoot.ui.panes.figures.delegate import CellDelegate
from crossfoot.ui.panes.figures.facets import FacetsPanel
from crossfoot.ui.panes.figures.header import FilterHeader
from crossfoot.ui.panes.figures.model import Correct, FiguresModel
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import Pane, plain_label

_THIS, _ALL = 0, 1

_ROOMY = 80 * UNIT
"""Width from which the bar has room for its title beside the way back to all figures and pushes no pane."""


class FiguresPane(Pane):
    """The table of figures; follows the selection and publishes to it by figure id.

    ``refused`` carries the sentence for an entry that could not be understood; ``typed`` carries what is being typed,
    ``typing_left`` tells that it is not any more, ``typing_given_up`` that it was put back.
    """

    refused = Signal(str)
    typed = Signal(str, str, str)
    typing_left = Signal()
    typing_given_up = Signal()

    def __init__(self, review: Review, selection: Selection, correct: Correct, theme: Theme) -> None:
        super().__init__()
        self._selection = selection
        self._following = False
        self.model = FiguresModel(review, correct, theme, self)
        self.table = QTableView()
        self.header = FilterHeader(self.table)
        self.scope = QComboBox()
        self.scope.addItems(["This record", "All records"])
        self.scope.setAccessibleName("Which figures")
        self.quick = FilterLine()
        self.quick.setPlaceholderText("Filter figures")
        self.quick.setAccessibleName("Filter figures by any words")
        self.quick.setClearButtonEnabled(True)
        self.by_doubt = QCheckBox("Doubtful first")
        self.by_doubt.setToolTip(
            "Figures that a check, an unsure or changed reading or an open question points at come first (Ctrl+D)"
        )
        self.facets = FacetsPanel(review)
        self.facets.hide()
        self.by_facets = QPushButton("Facets")
        self.by_facets.setCheckable(True)
        self.by_facets.setToolTip("Choose figures of this record or of all by what they have in common (Ctrl+Shift+F)")
        self._count = plain_label(role="muted")
        self.nothing = plain_label(role="muted", wrap=True)
        self._title = plain_label("Figures", "pane-title")
        self._clear = QPushButton("Show all")
        self._clear.setToolTip("Take all filters away")
        self._lay_out()
        self._set_up_table(review)
        self._connect()
        self._follow_document(selection.document)

    def take_keys(self, actions: Sequence[QAction]) -> None:
        """Let the deciding keys work in the table, and offer them in its menu."""
        self.table.addActions(list(actions))

    def edit_value(self) -> None:
        """Open the editor of the current row's value, or of its current cell where that can be edited."""
        current = self.table.currentIndex()
        if current.isValid():
            cell = current if COLUMNS[current.column()].field else current.siblingAtColumn(VALUE)
            if cell != current:
                self.table.setCurrentIndex(cell)
            self.table.edit(cell)

    def selected_ids(self) -> list[str]:
        """Return the figures of all selected rows, in the order on the screen."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.id_at(row) for row in rows]

    def light(self, ids: Sequence[str]) -> None:
        """Select the rows of several figures, the current one staying current."""
        flag = QItemSelectionModel.SelectionFlag
        if ids:
            self.table.selectionModel().clearSelection()
        for row in (self.model.row_of(each) for each in ids):
            if row is not None:
                self.table.selectionModel().select(self.model.index(row, VALUE), flag.Select | flag.Rows)

    def let_go(self) -> None:
        """Select the current row alone: what was picked with it would be decided on with the next key."""
        row = self.model.row_of(self._selection.figure)
        if row is not None and len(self.selected_ids()) > 1:
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().select(self.model.index(row, VALUE), flag.ClearAndSelect | flag.Rows)

    def next_undecided(self, after: str, *, backwards: bool = False) -> str | None:
        """Return the next undecided figure as the rows stand on the screen."""
        return self.model.next_undecided(after, backwards=backwards)

    def open_facets(self, there: bool = True) -> None:
        """Show the facets beside the table, or take them away with what they left out."""
        self.by_facets.setChecked(there)
        self.facets.setVisible(there)
        if there:
            self.facets.fill()
            self.facets.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.facets.leave()
            self.table.horizontalScrollBar().setValue(0)  # what was scrolled to beside them would hide the states
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_choice(self, view: FacetView | None) -> None:
        """Show the figures that the facets leave of what the table is about."""
        if view is not None:
            self.model.set_chosen(view.ids, view.total)
        elif self.model.is_chosen():
            self.model.set_chosen(None)

    def is_by_doubt(self) -> bool:
        """Tell whether the most doubtful figures come first."""
        return self.by_doubt.isChecked()

    def refresh(self, changes: Changes) -> None:
        """Show what ``changes`` names, and keep the selection where it was."""
        self._refresh_table(changes)
        self.facets.refresh(changes)

    def _refresh_table(self, changes: Changes) -> None:
        """Show in the table what ``changes`` names."""
        if self.model.scope is None or not changes.documents:
            self.model.refresh(changes)
        elif self.model.scope in changes.documents:
            self._follow_document(self._selection.document)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.model.set_theme(theme)
        self._let_scroll()

    def clear_filters(self) -> None:
        """Take all filters away."""
        self.quick.clear()
        self.header.clear()
        if self.model.is_chosen():
            self.facets.choose({})

    def share_out(self) -> None:
        """Give every column its first width."""
        bold = QFont(self.table.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        for place, column in enumerate(COLUMNS):
            needed = metrics.horizontalAdvance(column.fits) + 2 * UNIT if column.fits else 0
            self.header.resizeSection(place, max(column.width, needed))

    def take_layout(self, columns: QByteArray) -> None:
        """Lay the columns out as they were left; which records they are of is asked anew."""
        self.header.restoreState(columns)
        self.header.put_records_in_place()
        self.header.show_records(self.model.scope is None)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the table scroll quickly, once its style is known."""
        super().showEvent(event)
        self._let_scroll()

    def _lay_out(self) -> None:
        """Put the bar over the table."""
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        bar.setSpacing(UNIT)
        bar.addWidget(self._title)
        bar.addWidget(self.scope)
        bar.addWidget(self.quick)
        bar.addWidget(self.by_doubt)
        bar.addWidget(self.by_facets)
        bar.addStretch(1)
        bar.addWidget(self._clear)
        bar.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.facets)
        self._halves.addWidget(self.table)
        self._halves.setStretchFactor(1, 1)
        self._halves.setSizes([290, 650])
        layout.addWidget(self._halves, 1)
        over = QVBoxLayout(self.table.viewport())
        over.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hand_keys_to(self.table)

    def _leave_typing(self, _editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tell that a cell is not typed in any more, and whether the entry was given up."""
        self.typing_left.emit()
        if hint is QStyledItemDelegate.EndEditHint.RevertModelCache:
            self.typing_given_up.emit()

    def _set_up_table(self, review: Review) -> None:
        """Set the table up for rows, keys and quiet lines."""
        self.table.setHorizontalHeader(self.header)
        self.table.setModel(self.model)
        self._delegate = CellDelegate(
            review.dictionary, lambda row: review.figure(self.model.id_at(row)).current, self.table
        )
        self.table.setItemDelegate(self._delegate)
        self._delegate.typed.connect(lambda row, field, entry: self.typed.emit(self.model.id_at(row), field, entry))
        self._delegate.closeEditor.connect(self._leave_typing)
        self.table.setAccessibleName("Figures")
        self.table.setAccessibleDescription("Enter confirms, E corrects, R rejects, Q queries, N goes to the next.")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setSortingEnabled(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + UNIT)
        self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.sort(-1)
        self.share_out()
        self.header.put_records_in_place()

    def _let_scroll(self) -> None:
        """Say that the table covers what is behind it, so that scrolling by a row moves the others unpainted.

        A style sheet takes that back.
        """
        self.table.viewport().setAutoFillBackground(True)

    def _connect(self) -> None:
        """List the pane's own connections."""
        self.model.refused.connect(self.refused)
        self.model.shown_changed.connect(self._restore)
        self.table.selectionModel().currentRowChanged.connect(self._publish)
        self.table.horizontalScrollBar().valueChanged.connect(self.header.place_lines)
        self.header.filtered.connect(self.model.set_filter)
        self.quick.textChanged.connect(self.model.set_quick)
        self.facets.chosen.connect(self._take_choice)
        self.facets.all_wanted.connect(self._show_all)
        self.by_facets.clicked.connect(self.open_facets)
        self.by_doubt.toggled.connect(self.model.set_by_doubt)
        self._clear.clicked.connect(self.clear_filters)
        self.scope.activated.connect(self._change_scope)
        self._selection.document_changed.connect(self._follow_document)
        self._selection.figure_changed.connect(self._follow_figure)

    def _change_scope(self, choice: int) -> None:
        """Show the figures of this record or of all."""
        self._set_scope(None if choice == _ALL else self._selection.document)

    def _show_all(self, every: bool) -> None:
        """Show the figures of all records instead of one, or the other way round."""
        self.scope.setCurrentIndex(_ALL if every else _THIS)
        self._change_scope(self.scope.currentIndex())

    def _set_scope(self, document: str | None) -> None:
        """Show the figures of one document, or of all, and count the same beside."""
        self.header.show_records(document is None)
        self.model.set_scope(document)
        self.facets.set_scope(document)

    def _follow_document(self, document: str) -> None:
        """Show another document's figures, unless all are shown."""
        if self.scope.currentIndex() == _THIS:
            self._set_scope(document)

    def _follow_figure(self, figure_id: str) -> None:
        """Make the row of the selected figure current, and show it."""
        row = self.model.row_of(figure_id)
        if row is None:
            self.table.selectionModel().clear()
            return
        current = self.table.currentIndex()
        if current.isValid() and current.row() == row:
            return
        column = current.column() if current.isValid() else VALUE
        index = self.model.index(row, column)
        self._following = True
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self._following = False
        self.table.scrollTo(index)

    def _nothing_words(self) -> str:
        """Say why no row is there."""
        if self.model.total:
            return "No figure passes the filters."
        return "No figures were found in this record." if self.model.scope else "The figures of the records stand here."

    def _publish(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Tell all panes which figure the officer went to."""
        if current.isValid() and not self._following:
            self._selection.select_figure(self.model.id_at(current.row()))

    def _restore(self) -> None:
        """After rows moved, go back to the selected figure and say how many are shown."""
        filtered = self.model.is_filtered()
        shown = self.model.rowCount()
        self._count.setText(f"{shown:,} of {self.model.total:,}" if filtered else f"{self.model.total:,}")
        self.nothing.setText(self._nothing_words())
        self.nothing.setVisible(not shown)
        row = self.model.row_of(self._selection.figure)
        if row is not None:
            self._following = True
            index = self.model.index(row, VALUE)
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().select(
                QItemSelection(index.siblingAtColumn(0), index.siblingAtColumn(len(COLUMNS) - 1)), flag.ClearAndSelect
            )
            self.table.selectionModel().setCurrentIndex(index, flag.NoUpdate)
            self._following = False
            self.table.scrollTo(index)
        self._title.setVisible(not filtered or self.width() >= _ROOMY)
        self._clear.setVisible(filtered)  # last: hiding it hands the focus to the table, which then has its row
