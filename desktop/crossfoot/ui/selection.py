"""The one selection that all panes publish to and follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Which document, figure and indicator the officer is looking at.

    No pane knows another: each calls a ``select_…`` method and listens to the signals. An
    empty text stands for "none". A signal is sent once, after all three have their new
    values, and only by what really changed, so a pane that answers a signal by selecting
    the same thing again ends there.

    A figure's id names its document before the first dash ("d1-3fa9c02b11"), so selecting
    a figure brings its document along, and selecting another document lets the figure go.
    """

    document_changed = Signal(str)
    figure_changed = Signal(str)
    indicator_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = ""
        self._figure = ""
        self._indicator = ""

    @property
    def document(self) -> str:
        """Return the id of the current document, or an empty text."""
        return self._document

    @property
    def figure(self) -> str:
        """Return the workspace id of the current figure, or an empty text."""
        return self._figure

    @property
    def indicator(self) -> str:
        """Return the key of the current indicator, or an empty text."""
        return self._indicator

    def select_document(self, document_id: str) -> None:
        """Make ``document_id`` current; a figure of another document is let go."""
        kept = self._figure if self._figure.partition("-")[0] == document_id else ""
        self._move(document_id, kept, self._indicator)

    def select_figure(self, figure_id: str) -> None:
        """Make ``figure_id`` current, and its document with it; an empty text lets it go."""
        document = figure_id.partition("-")[0] if figure_id else self._document
        self._move(document, figure_id, self._indicator)

    def select_indicator(self, indicator: str) -> None:
        """Make the indicator with this key current."""
        self._move(self._document, self._figure, indicator)

    def clear(self) -> None:
        """Let everything go, as when another workspace is opened."""
        self._move("", "", "")

    def _move(self, document: str, figure: str, indicator: str) -> None:
        """Take the new values first, then tell of each that differs."""
        news = (
            (self._document != document, self.document_changed, document),
            (self._figure != figure, self.figure_changed, figure),
            (self._indicator != indicator, self.indicator_changed, indicator),
        )
        self._document, self._figure, self._indicator = document, figure, indicator
        for differs, signal, value in news:
            if differs:
                signal.emit(value)
