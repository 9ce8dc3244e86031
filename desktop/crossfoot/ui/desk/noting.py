"""Notes on what has no words of its own in the text: a record, a check, a point of a chart; and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from crossfoot.model import About, Annotation
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.desk.charts_place import ChartsPlace
from crossfoot.ui.desk.deciding import Decisions
from crossfoot.ui.panes.findings import FindingsPane
from crossfoot.ui.selection import Selection
from crossfoot.workspace import Draft


class Noting(QObject):
    """The actions on such notes, wherever on the desk the focus is.

    ``inspector_wanted``, ``checks_wanted`` and ``charts_wanted`` bring those panes forward, ``place_wanted`` carries a
    document and the span of words to be shown, ``said`` a sentence for the status line.
    """

    inspector_wanted = Signal()
    checks_wanted = Signal()
    charts_wanted = Signal()
    place_wanted = Signal(str, object)
    said = Signal(str)

    def __init__(
        self,
        review: Review,
        selection: Selection,
        decisions: Decisions,
        *,
        findings: FindingsPane,
        charts: ChartsPlace,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review = review
        self._selection = selection
        self._decisions = decisions
        self._findings = findings
        self._charts = charts
        self._back_to_chart = False

    def on_record(self) -> None:
        """Ask for a note on the current record."""
        summary = self._review.summary(self._selection.document)
        if summary is None:
            self.said.emit("Choose a record first, then press Ctrl+M.")
        elif self._may_write():
            self.inspector_wanted.emit()
            self._decisions.note(summary.id, About.DOCUMENT, "", summary.title)

    def on_check(self) -> None:
        """Ask for a note on the chosen check, where it stands."""
        if self._may_write():
            self.checks_wanted.emit()
            self._findings.note()

    def on_point(self) -> None:
        """Ask for a note on the point of the chart that the ring is on."""
        charts = self._charts.charts
        point = charts.point() if charts is not None else None
        if point is None:
            self.said.emit("Walk to a point of the chart with the arrows first, then press M.")
        elif self._may_write():
            figure, said = point
            self.inspector_wanted.emit()
            self._decisions.note(figure.partition("-")[0], About.CHART_POINT, figure, said)
            self._back_to_chart = True

    def go_on(self, draft: Draft) -> None:
        """Take up a note that was half typed, where what it is about is still there."""
        about, _, target = draft.target.partition(":")
        if about == About.DOCUMENT.value:
            self.on_record()
        elif about == About.CHART_POINT.value and self._review.has_figure(target):
            self._selection.select_figure(target)
            self.inspector_wanted.emit()
            figure = self._review.figure(target)
            shown = f"{words.about(figure, self._review.dictionary)}: {words.value(figure.current)}"
            self._decisions.note(draft.document, About.CHART_POINT, target, shown)

    def show_subject_of(self, annotation_id: str) -> None:
        """Show what an annotation is about."""
        self.show_subject(self._review.annotation(annotation_id))

    def show_subject(self, note: Annotation) -> None:
        """Show what an annotation is about: words, a record, a check, or a chart's point by its figure."""
        self._selection.select_document(note.document)
        if note.about is About.FINDING and self._findings.choose(note.document, note.target):
            return
        if note.about is About.CHART_POINT and self._review.has_figure(note.target):
            self._selection.select_figure(note.target)
            self.charts_wanted.emit()
            self._charts.show_point(note.quote, note.target)
            return
        if note.span.end:
            self.place_wanted.emit(note.document, note.span)
        if note.about in {About.FINDING, About.CHART_POINT}:
            self.said.emit("What this note is about is not there any more; its words are kept in the note.")

    def go_back(self) -> None:
        """Give the keys back to the chart, where a note on one of its points was asked for there."""
        if self._back_to_chart and self._charts.charts is not None:
            self._charts.charts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back_to_chart = False

    def _may_write(self) -> bool:
        """Tell whether notes can be written, and say so where not."""
        if self._review.read_only:
            self.said.emit("This workspace can only be read here.")
        return not self._review.read_only
