"""Where the charts stand: they come after the first paint, and follow decisions a moment later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from crossfoot.model import Changes
from crossfoot.review.session import Review
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.pausing import Pause
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import plain_label

if TYPE_CHECKING:
    from crossfoot.ui.charts import ChartsPane

_STAY = 60  # milliseconds on one figure after which the charts turn to it
_TURN = 0.015  # seconds of a turn of the window in which records are read for the charts
_BETWEEN = 3  # milliseconds between two such turns
_PAUSE = 150  # milliseconds without a decision, after which the charts are worked out anew


class ChartsPlace(QFrame):
    """Holds the charts pane; ``charts`` is None until it has been built. ``keys`` work while a chart has the focus."""

    def __init__(
        self,
        review: Review,
        selection: Selection,
        theme: Theme,
        keys: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._selection = selection
        self._theme = theme
        self._keys = list(keys)
        self._changes = Changes()
        self._is_held = False
        self.charts: ChartsPane | None = None
        self._hint = plain_label("Charts", "pane-title")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._later = Pause(_PAUSE, self._refresh, self)
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_soon)
        self._own = Selection(self)
        self._turning = Pause(_STAY, self._turn, self)
        for news in (selection.document_changed, selection.figure_changed, selection.indicator_changed):
            news.connect(self._turn_soon)
        self._own.document_changed.connect(selection.select_document)
        self._own.figure_changed.connect(selection.select_figure)
        self._own.indicator_changed.connect(selection.select_indicator)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a small screen may squeeze the charts
        self._place.addWidget(self._hint)
        self.setMinimumSize(280, 120)

    @property
    def taken(self) -> tuple[str, ...]:
        """Return the figures that were picked on the charts for a check of the officer's own."""
        return self.charts.taken if self.charts is not None else ()

    def leave(self) -> None:
        """Do nothing more: the workspace is about to be closed."""
        for waiting in (self._making, self._later, self._turning):
            waiting.stop()

    def _make_soon(self) -> None:
        """Build the charts when all records are at hand; of very many some are read in each turn of the window."""
        if self.charts is None and not self._review.read_ahead(_TURN):
            self._hint.setText("Charts: the records are being read …")
            self._making.start(_BETWEEN)
        else:
            self.make()

    def make(self) -> None:
        """Build the charts, if that has not been done."""
        self._making.stop()
        if self.charts is not None:
            return
        from crossfoot.ui.charts import ChartsPane  # noqa: PLC0415 - its library costs as much as all the rest

        self._turn()
        self.charts = ChartsPane(self._review, self._own, self._theme)
        self.charts.addActions(self._keys)
        self._hint.hide()
        self._place.addWidget(self.charts)
        self.charts.show()

    def _turn_soon(self, _news: str) -> None:
        """Let the charts turn to what is selected once the officer stays with it."""
        self._turning.start()

    def _turn(self) -> None:
        """Turn the charts to what is selected; what they select themselves is selected everywhere at once."""
        self._turning.stop()
        selection = self._selection
        self._own.select_indicator(selection.indicator)
        if selection.figure:
            self._own.select_figure(selection.figure)
        else:
            self._own.select_document(selection.document)
            self._own.select_figure("")

    def show_point(self, words: str, figure_id: str) -> None:
        """Bring the chart and the point forward that a note is about, which its ``words`` name."""
        self.make()
        self._turn()
        if self.charts is not None:
            self.charts.show_point(words, figure_id)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self.charts is not None:
            self.charts.set_theme(theme)

    def follow(self, changes: Changes) -> None:
        """Let the charts wait until the officer pauses: they look at all records, and Enter must be quick."""
        self._changes |= changes
        if not self._is_held:
            self._later.start()

    def hold(self, held: bool) -> None:
        """Let the charts stay as they are while records come in, and turn to all of them when they are there."""
        self._is_held = held
        if not held and self._changes != Changes():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the charts once the desk has been painted."""
        super().showEvent(event)
        self._making.start()

    def _refresh(self) -> None:
        """Hand the charts all that was changed since they were drawn."""
        changes, self._changes = self._changes, Changes()
        if self.charts is not None:
            self.charts.refresh(changes)
