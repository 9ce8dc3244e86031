"""The document pane: heading, sections to jump to, and the lit text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from crossfoot.model import Annotation, AnnotationKind, Changes, Finding, ReviewedFigure, Span, Verdict
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.panes.text.lights import Layer, Light
from crossfoot.ui.panes.text.view import MarginMark, RecordView
from crossfoot.ui.selection import Selection
from crossfoot.ui.theme import UNIT, Theme
from crossfoot.ui.widgets import ElidedLabel


class TextPane(QWidget):
    """Shows the current document with its figures, notes and findings, and follows the selection.

    ``note_chosen`` carries the id of an annotation that was clicked.
    """

    note_chosen = Signal(str)

    def __init__(self, review: Review, selection: Selection, theme: Theme, points: int) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._document = ""
        self._figures: dict[str, ReviewedFigure] = {}
        self._notes: dict[str, Annotation] = {}
        self.view = RecordView(theme, points, self)
        self._title = ElidedLabel()
        self._title.setProperty("role", "pane-title")
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._sections = QComboBox()
        self._sections.setAccessibleName("Go to a section")
        self._sections.setPlaceholderText("Go to section")
        self._sections.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._sections.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        head.setSpacing(UNIT)
        head.addWidget(self._title, 1)
        head.addWidget(self._facts)
        head.addWidget(self._sections)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.set_words(self._say)
        self.view.figure_clicked.connect(selection.select_figure)
        self.view.note_clicked.connect(self.note_chosen)
        self._sections.activated.connect(self._go_to_section)
        selection.document_changed.connect(self._show_document)
        selection.figure_changed.connect(self._show_figure)
        self._show_document(selection.document)
        self._show_figure(selection.figure)

    def refresh(self, changes: Changes) -> None:
        """Light again what ``changes`` names of the current document."""
        if self._document in changes.documents:
            self._document = ""
            there = {summary.id for summary in self._review.documents()}
            self._show_document(self._selection.document if self._selection.document in there else "")
            self._show_figure(self._selection.figure)
            return
        touched = {item for item in changes.figures if item.partition("-")[0] == self._document}
        if touched - self._figures.keys() or (touched and self._lost_some()):
            self._light_figures()
        else:
            self._figures |= {item: self._review.figure(item) for item in touched}
            self.view.lights.change("figures", [_figure_light(self._figures[item]) for item in touched])
        if self._selection.figure in touched:
            self._show_figure(self._selection.figure)
        if changes.annotations:
            self._light_notes()
        if self._document in changes.findings_of:
            self._mark_margin()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._restyle(theme, self.view.points)

    def resize_text(self, theme: Theme, by: int) -> int:
        """Make the text larger or smaller by points; return the size it has now."""
        self._restyle(theme, self.view.points + by)
        return self.view.points

    def show_place(self, span: Span) -> None:
        """Bring a place of the current document into view and select its words."""
        self.view.select_span(span)

    def show_evidence(self, spans: Sequence[Span]) -> None:
        """Mark the words that a field was read from; none takes the marks away."""
        self.view.lights.show("evidence", [Light(span, Layer.EVIDENCE) for span in spans])
        if spans:
            self.view.reveal(spans[0])

    def show_finding(self, document: str, finding: Finding) -> None:
        """Light all figures of one finding, in the document that it is about."""
        if document != self._selection.document:
            self._selection.select_document(document)
        spans = [self._figures[item].printed.span for item in finding.figures if item in self._figures]
        if not spans and finding.span:
            spans = [finding.span]
        self.view.lights.show("finding", [Light(span, Layer.FINDING) for span in spans])
        if spans:
            self.view.reveal(spans[0])

    def selected_words(self) -> str:
        """Return the selected words, or an empty text."""
        span = self.view.selected_span()
        return span.cut(self._review.document(self._document).text) if span and self._document else ""

    def _restyle(self, theme: Theme, points: int) -> None:
        """Set the text again in other colours or another size, and light it again."""
        self.view.set_look(theme, points)
        self._light_all()
        self._show_figure(self._selection.figure)

    def _show_document(self, document_id: str) -> None:
        """Show another document."""
        if document_id == self._document and document_id:
            return
        self._document = document_id
        self._sections.clear()
        if not document_id:
            self.view.show_document(None)
            self._figures = {}
            self._title.setText("")
            self._facts.setText("")
            self._sections.hide()
            return
        document = self._review.document(document_id)
        self._title.setText(document.title)
        self._facts.setText(words.day(document.record.meeting_date) if document.record.meeting_date else "")
        for section in document.record.sections:
            self._sections.addItem(words.section(section.kind), section.span.start)
        self._sections.setCurrentIndex(-1)
        self._sections.setVisible(bool(document.record.sections))
        self.view.show_document(document)
        self._light_all()

    def _light_all(self) -> None:
        """Light everything of the current document."""
        if self._document:
            self._light_figures()
            self._light_notes()
            self._mark_margin()

    def _light_figures(self) -> None:
        """Light every figure by its state."""
        figures = self._review.figures(self._document)
        self._figures = {item.id: item for item in figures}
        self.view.lights.show("figures", [_figure_light(item) for item in figures])

    def _light_notes(self) -> None:
        """Light the officer's marks."""
        notes = self._review.annotations(self._document)
        self._notes = {note.id: note for note in notes}
        self.view.lights.show("notes", [_note_light(note) for note in notes])

    def _lost_some(self) -> bool:
        """Tell whether a figure that is lit is gone, as when one that was added is taken back."""
        return len(self._review.figures(self._document)) != len(self._figures)

    def _say(self, key: str) -> str:
        """Say in words what a light is."""
        item = self._figures.get(key)
        if item:
            about = words.headline(item, self._review.dictionary)
            return f"{words.value(item.current)} – {about}\n{words.state(item.state)}"
        note = self._notes.get(key)
        return (note.comment or "highlight") if note else ""

    def _mark_margin(self) -> None:
        """Put a sign beside each line that a query is about."""
        places: dict[int, list[str]] = {}
        for _, finding in self._review.findings(self._document):
            if finding.verdict is Verdict.QUERY:
                spans = [self._figures[item].printed.span for item in finding.figures if item in self._figures]
                span = finding.span or (spans[0] if spans else None)
                if span:
                    places.setdefault(span.start, []).append(finding.message)
        self.view.set_margin([MarginMark(place, "⚠", "\n".join(said)) for place, said in sorted(places.items())])

    def _show_figure(self, figure_id: str) -> None:
        """Light the selected figure strongly and bring it into view."""
        item = self._figures.get(figure_id)
        self.view.lights.show("selected", [Light(item.printed.span, Layer.SELECTED, key=item.id)] if item else [])
        self.view.viewport().update()
        if item:
            self.view.put_caret(item.printed.span)
            self.view.reveal(item.printed.span)

    def _go_to_section(self, row: int) -> None:
        """Bring the chosen section to where it is read, and give the text the focus."""
        start = self._sections.itemData(row)
        self._sections.setCurrentIndex(-1)
        self.view.let_go()
        self.view.put_caret(Span(start, start))
        self.view.reveal(Span(start, start))
        self.view.setFocus()


def _figure_light(item: ReviewedFigure) -> Light:
    """Return the light of one figure in its state."""
    return Light(item.printed.span, Layer.FIGURE, item.state.value, item.id)


def _note_light(note: Annotation) -> Light:
    """Return the light of one annotation."""
    comment = " comment" if note.kind is AnnotationKind.COMMENT or note.comment else ""
    return Light(note.span, Layer.NOTE, note.colour + comment, note.id)
