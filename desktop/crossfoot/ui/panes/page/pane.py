"""The page view with its bar: which page it is, its size, and the pages in small."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from crossfoot.model import Document
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.page.pictured import PicturedSheets
from crossfoot.ui.panes.page.sheets import Sheets
from crossfoot.ui.panes.page.thumbnails import Thumbnails
from crossfoot.ui.panes.page.view import PageView
from crossfoot.ui.widgets import Pane, plain_label

MakeSheets = Callable[[Document, Callable[[int], None]], Sheets]
"""Makes a document's sheets; the function given is called with a sheet that can be drawn better than before."""


class PagePane(Pane):
    """Bar, thumbnails and pages. ``view`` is what the officer reads."""

    def __init__(self, theme: Theme, make_sheets: MakeSheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(theme, lambda document: make_sheets(document, self._arrived), self)
        self.thumbnails = Thumbnails(theme, self)
        self.thumbnails.hide()
        self.number = QLineEdit()
        self.number.setValidator(QIntValidator(1, 99_999, self.number))
        self.number.setFixedWidth(44)
        self.number.setProperty("compact", True)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName("Page")
        self._of = plain_label(role="muted")
        self._size = plain_label(role="muted")
        self._small = self._button("☰", "Pages in small (T)", checkable=True)
        self._smaller = self._button("−", "Smaller (Ctrl+−)")
        self._larger = self._button("+", "Larger (Ctrl++)")
        self._width = self._button("Fit width", "As wide as the view (Ctrl+9)", checkable=True)
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, 0, UNIT, UNIT // 2)
        bar.setSpacing(UNIT // 2)
        for widget in (self._small, plain_label("Page", "muted"), self.number, self._of):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._smaller, self._size, self._larger, self._width):
            bar.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.thumbnails)
        body.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(body, 1)
        self.hand_keys_to(self.view)
        self._small.toggled.connect(self.thumbnails.setVisible)
        self._smaller.clicked.connect(lambda: self.view.zoom_by(-1))
        self._larger.clicked.connect(lambda: self.view.zoom_by(1))
        self._width.clicked.connect(self._fit)
        self.number.returnPressed.connect(self._go)
        self.view.turned.connect(self._show_number)
        self.view.turned.connect(self.thumbnails.follow)
        self.view.zoomed.connect(self._show_size)
        self.thumbnails.chosen.connect(self.view.go_to_sheet)
        self._show_size()

    def show_document(self, document: Document | None) -> None:
        """Show the pages of another document, or none."""
        self.thumbnails.show_sheets(None)
        self.view.show_document(document)
        sheets = self.view.sheets
        self.thumbnails.show_sheets(sheets)
        self._of.setText(f"of {len(sheets)}" if sheets is not None else "")
        self._show_number(self.view.current_sheet)
        self.thumbnails.follow(self.view.current_sheet)
        self._show_size()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.view.set_theme(theme)
        self.thumbnails.set_theme(theme)

    def toggle_thumbnails(self) -> None:
        """Show or hide the pages in small."""
        self._small.toggle()

    def _arrived(self, _index: int) -> None:
        """Draw what came."""
        self.view.redraw()
        if self.thumbnails.isVisible():
            self.thumbnails.viewport().update()

    def _fit(self, wanted: bool) -> None:
        """Keep the pages as wide as the view, or leave them at the size that they have."""
        if wanted:
            self.view.fit_width()
        else:
            self.view.zoom_to(self.view.factor)

    def _go(self) -> None:
        """Go to the page whose number was typed."""
        sheets = self.view.sheets
        if sheets is None or not self.number.text():
            return
        typed = int(self.number.text())
        at = next((index for index in range(len(sheets)) if sheets.page(index).number >= typed), len(sheets) - 1)
        self.view.go_to_sheet(at)
        self.view.setFocus()
        self._show_number(at)

    def _show_number(self, index: int) -> None:
        """Show which page is read."""
        sheets = self.view.sheets
        self.number.setText(str(sheets.page(index).number) if sheets is not None and len(sheets) else "")

    def _show_size(self) -> None:
        """Show how large the pages are."""
        self._size.setText(f"{self.view.factor:.0%}")
        self._width.setChecked(self.view.fits_width)

    def _button(self, text: str, tip: str, *, checkable: bool = False) -> QToolButton:
        """Return a quiet button of the bar."""
        made = QToolButton()
        made.setText(text)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setCheckable(checkable)
        made.setProperty("quiet", True)
        return made


def sheets_maker(original: Callable[[str], bytes]) -> MakeSheets:
    """Return the function that makes a document's sheets: a PDF's own pages, or sheets set from its structure.

    ``original`` gives the file that a document came from.
    """

    def make(document: Document, arrived: Callable[[int], None]) -> Sheets:
        data = original(document.id) if document.reading.pages else b""
        if b"%PDF-" in data[:1024]:
            from crossfoot.readers.pdf.pictures import PagePainter  # noqa: PLC0415 - only where a PDF is shown

            painter = PagePainter(document.title, data)
            return PicturedSheets(document.reading.pages, painter, arrived)
        from crossfoot.ui.panes.page.laid import LaidSheets  # noqa: PLC0415 - only where pages are looked at

        return LaidSheets(document)

    return make
