"""The document pane: heading, sections to jump to, and the record as text or as pages, whichever is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import About, Annotation, AnnotationKind, Changes, Document, Finding, ReviewedFigure, Span, Verdict
from crossfoot.review.links import Link
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.document.outline import Entry, Outline, claims_of, promises_of, references_of, sections_of
from crossfoot.ui.panes.document.surface import Surface
from crossfoot.ui.panes.page import PagePane
from crossfoot.ui.panes.page.pane import MakeSheets
from crossfoot.ui.panes.text.lights import Layer, Light
from crossfoot.ui.panes.text.view import COMING, NO_TEXT, MarginMark, RecordView
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import ElidedLabel, Pane

_ROOMY = 56 * UNIT
"""Width from which the title and the date have room beside each other."""


class DocumentPane(Pane):
    """Shows the current document with its figures, notes and findings, and follows the selection.

    ``view`` is the text and ``pages`` holds the pages; ``shown`` is the one of them that is in front, and the
    other is filled when its turn comes. ``note_chosen`` carries the id of an annotation that was clicked.
    """

    note_chosen = Signal(str)

    def __init__(
        self, review: Review, selection: Selection, theme: Theme, points: int, *, make_sheets: MakeSheets
    ) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._document = ""
        self._figures: dict[str, ReviewedFigure] = {}
        self._notes: dict[str, Annotation] = {}
        self.view = RecordView(theme, points, self)
        self.pages = PagePane(theme, make_sheets, self)
        self._paged: str | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.pages)
        self.switches = {name: _segment(name, tip) for name, tip in _SWITCHES.items()}
        self._title = ElidedLabel()
        self._title.setProperty("role", "pane-title")
        self._facts = ElidedLabel()
        self._facts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._facts.setMinimumWidth(10 * UNIT)
        self._facts.setProperty("role", "muted")
        self._links: tuple[Link, ...] = ()
        self.outline = Outline()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(self._stack, 1)
        self.hand_keys_to(self.view)
        for view in (self.view, self.pages.view):
            view.set_words(self._say)
            view.figure_clicked.connect(selection.select_figure)
            view.note_clicked.connect(self.note_chosen)
            view.link_clicked.connect(selection.select_document)
        self.switches["Text"].clicked.connect(lambda: self.show_pages(False))
        self.switches["Page"].clicked.connect(lambda: self.show_pages(True))
        self.outline.chosen.connect(self._go_to)
        selection.document_changed.connect(self._show_document)
        selection.figure_changed.connect(self._show_figure)
        self._show_document(selection.document)
        self._show_figure(selection.figure)

    def _head(self) -> QHBoxLayout:
        """Return the line over the views: the switch between them, the title, the date and the sections."""
        group = QButtonGroup(self)
        switch = QHBoxLayout()
        switch.setSpacing(0)
        for button in self.switches.values():
            group.addButton(button)
            switch.addWidget(button)
        self.switches["Text"].setChecked(True)
        head = QHBoxLayout()
        head.setContentsMargins(UNIT // 2, UNIT // 2, UNIT, UNIT // 2)
        head.setSpacing(UNIT)
        head.addLayout(switch)
        head.addWidget(self._title, 1)
        head.addWidget(self._facts)
        head.addWidget(self.outline)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title the room of the date where the pane is narrow: the list of records has the date, too."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= _ROOMY
        self._facts.setVisible(is_roomy)
        self.outline.take_room(is_roomy)

    @property
    def is_paged(self) -> bool:
        """Tell whether the pages are in front."""
        return self._stack.currentWidget() is self.pages

    @property
    def widget(self) -> QWidget:
        """Return the view in front, to be given the focus."""
        return self.pages.view if self.is_paged else self.view

    @property
    def shown(self) -> Surface:
        """Return the view in front."""
        return self.pages.view if self.is_paged else self.view

    def show_pages(self, wanted: bool) -> None:
        """Bring the pages or the text in front, at the same place and with the same words selected."""
        self.switches["Page" if wanted else "Text"].setChecked(True)
        if wanted == self.is_paged:
            return
        had_focus = self.widget.hasFocus()
        span, place = self.shown.selected_span(), self.shown.place()
        self._stack.setCurrentWidget(self.pages if wanted else self.view)
        self.hand_keys_to(self.widget)
        self._fill(self._document)
        self.shown.let_go()
        if span is not None:
            self.shown.select_span(span)
        elif not self._selection.figure:
            self.shown.reveal(Span(place, place))
        if had_focus:
            self.widget.setFocus()

    def await_records(self, awaited: bool) -> None:
        """Say in the place of a text that records come in, or how one is brought in."""
        self.view.setPlaceholderText(COMING if awaited else NO_TEXT)

    def close_pages(self) -> None:
        """Let the pages go, with the process that draws them."""
        self._paged = None
        self.pages.show_document(None)

    def refresh(self, changes: Changes) -> None:
        """Light again what ``changes`` names of the current document."""
        if changes.documents and self._document not in changes.documents and self._document:
            self._show_outline(self._review.document(self._document))
            self._light_links()
        if self._document in changes.documents:
            self._document = ""
            self._paged = None
            there = self._review.titles()
            self._show_document(self._selection.document if self._selection.document in there else "")
            self._show_figure(self._selection.figure)
            return
        touched = {item for item in changes.figures if item.partition("-")[0] == self._document}
        if touched - self._figures.keys() or (touched and self._lost_some()):
            self._light_figures()
        else:
            self._figures |= {item: self._review.figure(item) for item in touched}
            self.shown.lights.change("figures", [_figure_light(self._figures[item]) for item in touched])
        if self._selection.figure in touched:
            self._show_figure(self._selection.figure)
        if changes.annotations:
            self._light_notes()
        if self._document in changes.findings_of:
            self._mark_margin()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.pages.set_theme(theme)
        self._restyle(theme, self.view.points)

    def resize_text(self, theme: Theme, by: int) -> int:
        """Make what is in front larger or smaller; return the size of the text in points."""
        if self.is_paged:
            self.pages.view.zoom_by(by)
        else:
            self._restyle(theme, self.view.points + by)
        return self.view.points

    def show_place(self, span: Span) -> None:
        """Bring a place of the current document into view and select its words."""
        self.shown.select_span(span)

    def show_evidence(self, spans: Sequence[Span]) -> None:
        """Mark the words that a field was read from; none takes the marks away."""
        self.shown.lights.show("evidence", [Light(span, Layer.EVIDENCE) for span in spans])
        if spans:
            self.shown.reveal(spans[0])

    def show_finding(self, document: str, finding: Finding) -> None:
        """Light all figures of one finding, in the document that it is about."""
        if document != self._selection.document:
            self._selection.select_document(document)
        spans = [self._figures[item].printed.span for item in finding.figures if item in self._figures]
        if not spans and finding.span:
            spans = [finding.span]
        self.shown.lights.show("finding", [Light(span, Layer.FINDING) for span in spans])
        if spans:
            self.shown.reveal(spans[0])

    def let_finding_go(self) -> None:
        """Put out what was lit for a finding."""
        self.shown.lights.show("finding", [])

    def selected_words(self) -> str:
        """Return the selected words, or an empty text."""
        span = self.shown.selected_span()
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
        self._links = ()
        self.outline.fill()
        if not document_id:
            self._fill("")
            self._figures = {}
            self._title.setText("")
            self._facts.setText("")
            return
        document = self._review.document(document_id)
        self._title.setText(document.title)
        self._facts.setText(words.day(document.record.meeting_date) if document.record.meeting_date else "")
        self._show_outline(document)
        self._fill(document_id)

    def _show_outline(self, document: Document) -> None:
        """List where one can go from a document; the records that it refers to are looked up in the workspace."""
        self._links = self._review.links(document.id)
        self.outline.fill(
            list(sections_of(document)),
            list(claims_of(document.extraction.statements, self._review.dictionary)),
            list(promises_of(document.extraction.commitments)),
            list(references_of(self._links, self._review.summary)),
        )

    def _fill(self, document_id: str) -> None:
        """Give the view in front the current document, unless the pages have it already, and light it."""
        document = self._review.document(document_id) if document_id else None
        if not self.is_paged:
            self.view.show_document(document)
            if self._paged not in {None, document_id}:
                self.close_pages()
        elif self._paged != document_id:
            self._paged = document_id
            self.pages.show_document(document)
        if document is not None:
            self._light_all()
            self._show_figure(self._selection.figure)

    def _light_all(self) -> None:
        """Light everything of the current document."""
        if self._document:
            self._light_figures()
            self._light_notes()
            self._light_links()
            self._mark_margin()

    def _light_links(self) -> None:
        """Light the references that lead somewhere; the likeliest record is one click away, all are in the list."""
        lit = [link for link in self._links if link.documents]
        lights = [Light(link.reference.span, Layer.LINK, key=link.documents[0]) for link in lit]
        self.shown.lights.show("links", lights)

    def _light_figures(self) -> None:
        """Light every figure by its state."""
        figures = self._review.figures(self._document)
        self._figures = {item.id: item for item in figures}
        self.shown.lights.show("figures", [_figure_light(item) for item in figures])

    def _light_notes(self) -> None:
        """Light the officer's marks."""
        notes = [note for note in self._review.annotations(self._document) if note.about is About.TEXT]
        self._notes = {note.id: note for note in notes}
        self.shown.lights.show("notes", [_note_light(note) for note in notes])

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
        if note:
            return note.comment or "highlight"
        record = self._review.summary(key)
        return f"Go to: {record.title}, {words.day(record.meeting_date)}" if record else ""

    def _mark_margin(self) -> None:
        """Put a sign beside each line that a query is about."""
        places: dict[int, list[str]] = {}
        for _, finding in self._review.findings(self._document):
            if finding.verdict is Verdict.QUERY and not self._review.is_dismissed(self._document, finding.id):
                spans = [self._figures[item].printed.span for item in finding.figures if item in self._figures]
                span = finding.span or (spans[0] if spans else None)
                if span:
                    places.setdefault(span.start, []).append(finding.message)
        self.shown.set_margin([MarginMark(place, "⚠", "\n".join(said)) for place, said in sorted(places.items())])

    def _show_figure(self, figure_id: str) -> None:
        """Light the selected figure strongly and bring it into view."""
        item = self._figures.get(figure_id)
        self.shown.lights.show("selected", [Light(item.printed.span, Layer.SELECTED, key=item.id)] if item else [])
        self.view.viewport().update()
        if item:
            self.shown.put_caret(item.printed.span)
            self.shown.reveal(item.printed.span)

    def _go_to(self, entry: Entry) -> None:
        """Go to another record, or bring a place of this one to where it is read, and give the text the focus."""
        if entry.document:
            self._selection.select_document(entry.document)
        else:
            self.shown.let_go()
            self.shown.put_caret(Span(entry.span.start, entry.span.start))
            self.shown.reveal(Span(entry.span.start, entry.span.start))
        self.widget.setFocus()


_SWITCHES = {"Text": "The record as text (V)", "Page": "The record as pages (V)"}


def _segment(text: str, tip: str) -> QToolButton:
    """Return one side of the switch between text and pages."""
    made = QToolButton()
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setCheckable(True)
    made.setProperty("segment", True)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def _figure_light(item: ReviewedFigure) -> Light:
    """Return the light of one figure in its state."""
    return Light(item.printed.span, Layer.FIGURE, item.state.value, item.id)


def _note_light(note: Annotation) -> Light:
    """Return the light of one annotation."""
    comment = " comment" if note.kind is AnnotationKind.COMMENT or note.comment else ""
    return Light(note.span, Layer.NOTE, note.colour + comment, note.id)
