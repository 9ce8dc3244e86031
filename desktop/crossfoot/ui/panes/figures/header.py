"""A header with a filter under each title."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from crossfoot.ui.filter_line import FilterLine
from crossfoot.ui.panes.figures.columns import COLUMNS, RECORD, VALUE


class FilterHeader(QHeaderView):
    """A horizontal header whose columns carry a line to filter by; ``filtered`` carries (column, text)."""

    filtered = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.lines: list[QLineEdit] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.place_lines)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setStretchLastSection(True)
        for place, column in enumerate(COLUMNS):
            line = FilterLine(self)
            line.setPlaceholderText(column.hint)
            line.setProperty("filter", True)
            line.setAccessibleName(f"Filter by {column.title.lower()}")
            line.setToolTip(f"Show only rows whose {column.title.lower()} holds this")
            line.textChanged.connect(lambda text, at=place: self.filtered.emit(at, text))
            self.lines.append(line)
        self.sectionResized.connect(self.place_lines)
        self.sectionMoved.connect(self.place_lines)

    def clear(self) -> None:
        """Empty all filters."""
        for line in self.lines:
            line.clear()

    def show_records(self, shown: bool) -> None:
        """Show the column of records or hide it, with what it is filtered by: nobody would see why rows are missing."""
        if not shown:
            self.lines[RECORD].clear()
        self.setSectionHidden(RECORD, not shown)
        self.place_lines()

    def put_records_in_place(self) -> None:
        """Put the column of records behind the value, as long as it stands where it was made.

        A layout that was kept before there was such a column has no place and no width for it.
        """
        if self.visualIndex(RECORD) == RECORD:
            self.moveSection(RECORD, self.visualIndex(VALUE) + 1)
            self.resizeSection(RECORD, COLUMNS[RECORD].width)

    def sizeHint(self) -> QSize:
        """Leave room for the filters under the titles."""
        size = super().sizeHint()
        return QSize(size.width(), size.height() + self._line_height())

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Place the filters whenever Qt places the header."""
        super().updateGeometries()
        self._later.start(0)

    def selectionChanged(self, _new: QItemSelection, _old: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Stay as it is when rows are selected: Qt would paint all titles and filters anew after every decision."""

    def place_lines(self) -> None:
        """Put each filter under its title."""
        height = self._line_height()
        top = self.height() - height - 3
        for place, line in enumerate(self.lines):
            left = self.sectionViewportPosition(place)
            line.setGeometry(left + 2, top, max(0, self.sectionSize(place) - 4), height)
            line.setVisible(not self.isSectionHidden(place))

    def _line_height(self) -> int:
        """Return the height of a filter."""
        return self.fontMetrics().height() + 6
