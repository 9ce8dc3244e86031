"""The documents pane."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout

from crossfoot.model import Changes
from crossfoot.review.session import Review
from crossfoot.ui.filter_line import FilterLine
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.documents.delegate import DocumentDelegate
from crossfoot.ui.panes.documents.model import SUMMARY, DocumentsModel
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import LinkButton, Pane, plain_label


class RecordsView(QListView):
    """The list. A record's counts change with every decision; that draws its row anew and measures none."""

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Draw the rows again; where more than counts changed, they may have another height."""
        if list(roles) == [SUMMARY]:
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)


class DocumentsPane(Pane):
    """The list of records with a filter; ``entered`` tells that Enter was pressed on one.

    Where records were taken out, a line under the list says how many; ``bin_wanted`` asks for them.
    """

    import_wanted = Signal()
    bin_wanted = Signal()
    entered = Signal()

    def __init__(self, review: Review, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self.model = DocumentsModel(review, self)
        self.list = RecordsView()
        self._delegate = DocumentDelegate(theme, self.list)
        self.filter = FilterLine()
        self.filter.setPlaceholderText("Filter records")
        self.filter.setAccessibleName("Filter records by title, date or file name")
        self.filter.setClearButtonEnabled(True)
        self._count = plain_label(role="muted")
        add = QPushButton("Import…")
        add.setToolTip("Add records to this workspace (Ctrl+O)")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName("Records")
        head = QHBoxLayout()
        head.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        head.addWidget(plain_label("Records", "pane-title"))
        head.addWidget(self._count)
        head.setSpacing(UNIT)
        head.addStretch(1)
        head.addWidget(add)
        search = QHBoxLayout()
        search.setContentsMargins(UNIT, 0, UNIT, UNIT // 2)
        search.addWidget(self.filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(search)
        layout.addWidget(self.list, 1)
        self.bin = LinkButton("", "show the records that were taken out", self.bin_wanted.emit)
        layout.addLayout(_foot(self.bin))
        self.hand_keys_to(self.list)
        add.clicked.connect(self.import_wanted)
        self.filter.textChanged.connect(self.model.set_filter)
        self.model.modelReset.connect(self._restore)
        self.list.selectionModel().currentChanged.connect(self._publish)
        self.list.activated.connect(self.entered)
        selection.document_changed.connect(self._follow)
        self._restore()
        self._show_bin()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer actions on a record in the list's own menu, by the right button or the menu key."""
        self.list.addActions(list(actions))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def refresh(self, changes: Changes) -> None:
        """Show what ``changes`` names."""
        self.model.refresh(changes)
        if changes.documents:
            self._show_bin()

    def show_first_of(self, documents: Collection[str]) -> None:
        """Bring the first of some records into view, as the list has them; the selected one stays selected."""
        row = self.model.first_row_of(documents) if self.list.isVisible() else None
        if row is None:
            return
        index = self.model.index(row)
        if self.list.visualRect(index).isValid():
            self.list.scrollTo(index)
        else:  # a long list is laid out part by part
            QTimer.singleShot(0, self.list, partial(self.show_first_of, documents))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def _show_bin(self) -> None:
        """Say how many records lie in the bin, where there are any."""
        count = self._review.binned_count()
        self.bin.setText(f"In the bin: {count}")
        self.bin.setVisible(bool(count))

    def _publish(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Tell all panes which record the officer went to."""
        if current.isValid():
            self._selection.select_document(self.model.id_at(current.row()))

    def _follow(self, document: str) -> None:
        """Make the selected record current in the list."""
        row = self.model.row_of(document)
        if row is None:
            self.list.selectionModel().clearSelection()
        elif self.list.currentIndex().row() != row:
            self.list.selectionModel().setCurrentIndex(
                self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _restore(self) -> None:
        """After rows came or went, say how many there are and go back to the selected one."""
        shown, total = self.model.rowCount(), self.model.total
        self._count.setText(str(total) if shown == total else f"{shown} of {total}")
        self._follow(self._selection.document)


def _foot(link: LinkButton) -> QHBoxLayout:
    """Return the line under the list, its link in line with what stands over it."""
    foot = QHBoxLayout()
    foot.setContentsMargins(UNIT // 2, UNIT // 2, UNIT, UNIT // 2)
    foot.addWidget(link)
    foot.addStretch(1)
    return foot
