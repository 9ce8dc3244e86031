"""The desk: all panes over one open workspace, and every connection between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QVBoxLayout, QWidget

from crossfoot.model import Changes, Figure, Span
from crossfoot.model.views import ViewKind
from crossfoot.review.session import Review
from crossfoot.ui.actions import MenuKeys
from crossfoot.ui.desk.arrangement import Arrangement, give_focus
from crossfoot.ui.desk.charts_place import ChartsPlace
from crossfoot.ui.desk.checks import Checks
from crossfoot.ui.desk.deciding import Decisions
from crossfoot.ui.desk.following import Following
from crossfoot.ui.desk.lapsing import Lapsing
from crossfoot.ui.desk.lighting import Lighting
from crossfoot.ui.desk.notice import InitialsNotice, Notice
from crossfoot.ui.desk.noting import Noting
from crossfoot.ui.desk.offering import Offering
from crossfoot.ui.desk.unkept import Unkept
from crossfoot.ui.drafts import Drafts, empty_draft
from crossfoot.ui.intake.intake import Intake
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.operations import Funnel
from crossfoot.ui.panes.annotations import NotesPane
from crossfoot.ui.panes.assurance import AssurancePane
from crossfoot.ui.panes.document import DocumentPane
from crossfoot.ui.panes.documents import DocumentsPane
from crossfoot.ui.panes.figures import FiguresPane
from crossfoot.ui.panes.findings import FindingsPane
from crossfoot.ui.panes.inspector import InspectorPane
from crossfoot.ui.panes.journal import JournalPane
from crossfoot.ui.panes.page import sheets_maker
from crossfoot.ui.panes.search import SearchPane
from crossfoot.ui.selection import Selection
from crossfoot.ui.settings import Settings
from crossfoot.ui.status import StatusLine
from crossfoot.workspace import Draft, DraftKind

POINTS = 11
"""The size of the document's text where none was chosen."""

_FIGURE, _CHECKS, _NOTES, _SEARCH, _JOURNAL, _SIGN_OFF = range(6)


class Desk(QWidget):
    """Builds the panes, lays them out and lists their connections; it holds no data of its own.

    ``import_wanted`` asks the window for files, ``initials_wanted`` for another reviewer, ``bin_wanted`` for the
    records that were taken out, ``name_wanted`` for a name, with a suggestion and what to do with the answer,
    ``back_wanted`` to go back to the state of a row of the journal.
    """

    import_wanted = Signal()
    initials_wanted = Signal()
    bin_wanted = Signal()
    name_wanted = Signal(str, object)
    back_wanted = Signal(object)

    def __init__(
        self,
        review: Review,
        selection: Selection,
        *,
        theme: Theme,
        settings: Settings,
        status: StatusLine,
        keys: Sequence[QAction],
        check_keys: Sequence[QAction] = (),
        chart_keys: Sequence[QAction] = (),
    ) -> None:
        super().__init__()
        self.review = review
        self.selection = selection
        self._theme = theme
        self._settings = settings
        self._status = status
        self.funnel = Funnel(self)
        self.documents = DocumentsPane(review, selection, theme)
        self.text = DocumentPane(
            review,
            selection,
            theme,
            settings.number("text/points", POINTS),
            make_sheets=sheets_maker(review.original),
        )
        self.figures = FiguresPane(review, selection, self._correct, theme)
        self.inspector = InspectorPane(
            review,
            selection,
            theme,
            correct=self._correct,
            note=self._note,
            selected_words=self.text.selected_words,
        )
        self.findings = FindingsPane(review, selection, theme, self.funnel.run)
        self.notes = NotesPane(review, selection, theme, self.funnel.run)
        self.search = SearchPane(review, selection)
        self.journal = JournalPane(review, selection)
        self.assurance = AssurancePane(review, selection, self.funnel.run, self.funnel.attempt)
        self.drafts = Drafts(review, self)
        self.decisions = Decisions(
            review, self.funnel, selection, self.figures, ask=self.inspector.ask, drafts=self.drafts
        )
        self.drafts.watch(self.inspector.note, self._draft_note)
        self.drafts.watch(self.notes.comment, self.notes.draft)
        self.offering = Offering(review, self.funnel, selection)
        self.lapsing = Lapsing(review, self.tell, self.decisions.undo, self._show_sign_off)
        self.unkept = Unkept(review, self.selection, self.inspector, tell=self.tell, front=self._show_form)
        self.checks = Checks(
            review,
            self.funnel,
            self.findings,
            picked=self._picked,
            charted=lambda: self.charts_place.taken,
            window=self,
        )
        self._following = Following(review, selection)
        self._lighting = Lighting(review, selection, self.text, self.figures)
        self.notice: InitialsNotice | None = None
        self.tabs = QTabWidget()
        self.charts_place = ChartsPlace(review, selection, theme, chart_keys)
        self.noting = Noting(
            review, selection, self.decisions, findings=self.findings, charts=self.charts_place, window=self
        )
        self._back_to: QWidget = self.figures.table
        self._lay_out()
        self._connect()
        self.figures.take_keys(keys)
        self.inspector.take_keys(keys)
        self.findings.list.addActions(list(check_keys))
        self.text.view.addActions(list(keys))
        self.text.pages.view.addActions(list(keys))
        self._menu_keys = MenuKeys(self)
        for place in (self.figures.table, self.text.view, self.text.pages.view, self.findings.list):
            place.installEventFilter(self._menu_keys)
        self._show_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts where they have room."""
        super().resizeEvent(event)
        self._arrangement.fit(event.size().height())

    def start(self) -> None:
        """Go to the first undecided figure, with the focus in the table."""
        self._following.start()
        self.figures.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_intake(self, intake: Intake) -> None:
        """Let the charts rest while records come in, and go to the first of them when all are there."""
        intake.begun.connect(partial(self.text.await_records, True))
        intake.landed.connect(partial(self.text.await_records, False))
        intake.begun.connect(partial(self.charts_place.hold, True))
        intake.landed.connect(partial(self.charts_place.hold, False))
        intake.landed.connect(self.settle)
        intake.landed.connect(lambda: self.documents.show_first_of(intake.fresh))

    def settle(self) -> None:
        """After the first records are in, go to the first of them all, unless work has begun already."""
        if self._following.settle():
            self.figures.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Hand other colours to every pane."""
        self._theme = theme
        for pane in (self.documents, self.text, self.figures, self.inspector):
            pane.set_theme(theme)
        for side in (self.findings, self.notes, self.charts_place):
            side.set_theme(theme)

    def resize_text(self, by: int) -> None:
        """Make the document's text larger or smaller, and remember it."""
        self._settings.put("text/points", self.text.resize_text(self._theme, by))

    def usual_size(self) -> None:
        """Give the text its usual size, or the pages the size of the paper."""
        if self.text.is_paged:
            self.text.pages.view.zoom_to(1.0)
        else:
            self.resize_text(POINTS - self.text.view.points)

    def fit_width(self) -> None:
        """Make the pages as wide as their view."""
        self.text.show_pages(True)
        self.text.pages.view.fit_width()

    def switch_view(self) -> None:
        """Go from the text to the pages, or back."""
        self.text.show_pages(not self.text.is_paged)

    def thumbnails(self) -> None:
        """Show or hide the pages in small."""
        self.text.show_pages(True)
        self.text.pages.toggle_thumbnails()

    # What the window's actions ask for

    def correct(self) -> None:
        """Edit the value: in the table where the focus is there, else in the inspector.

        The inspector comes forward either way: it says which checks would come and go with what is typed.
        """
        if self.review.read_only:
            return
        if not self.selection.figure:
            self._status.say(self.decisions.nothing())
            return
        in_table = self.figures.table.hasFocus()
        self.tabs.setCurrentIndex(_FIGURE)
        if in_table:
            self.figures.edit_value()
        else:
            self.inspector.start_correcting()

    def like(self) -> None:
        """Do to others what the last decision offers."""
        self.offering.apply()

    def keep_rule(self) -> None:
        """Do to others what the last decision offers, and keep it as a rule."""
        self.offering.keep()

    def make_figure(self) -> None:
        """Propose a figure from the selected words, in the inspector."""
        span = self.text.shown.selected_span()
        if span is None:
            self._status.say("Select the words of the figure in the text first, then press F.")
            return
        proposals: list[Figure] = []

        def propose() -> Changes:
            proposals.append(self.review.propose_figure(self.selection.document, span))
            return Changes()

        sentence = self.funnel.attempt(propose)
        if sentence:
            self._status.say(sentence)
        else:
            self._status.clearMessage()
            self.tabs.setCurrentIndex(_FIGURE)
            self.inspector.propose(proposals[0])

    def highlight(self) -> None:
        """Mark the selected words."""
        span = self.text.shown.selected_span()
        if span is None:
            self._status.say("Select words in the text first, then press H.")
        elif self.decisions.highlight(span):
            self.text.shown.let_go()

    def comment(self) -> None:
        """Ask for a comment on the selected words."""
        span = self.text.shown.selected_span()
        if span is None:
            self._status.say("Select words in the text first, then press M.")
        else:
            self.tabs.setCurrentIndex(_FIGURE)
            self.decisions.comment(span, self.text.selected_words())

    def ask_in_inspector(self, question: str) -> None:
        """Bring the inspector forward, where a question will be asked."""
        self.tabs.setCurrentIndex(_FIGURE)
        {"reject": self.decisions.reject, "query": self.decisions.query}[question]()

    def search_everything(self) -> None:
        """Go to the search, with the selected words where they are few."""
        selected = " ".join(self.text.selected_words().split()) if self.text.widget.hasFocus() else ""
        self.tabs.setCurrentIndex(_SEARCH)
        self.search.start(selected if len(selected) <= 60 else "")

    def go(self, place: str) -> None:
        """Give a pane the focus; one that is hidden while source and inspector are alone comes back."""
        if self._arrangement.is_focused and place in {"documents", "figures", "charts"}:
            self._arrangement.focus(False)
        tab = {
            "inspector": _FIGURE,
            "findings": _CHECKS,
            "notes": _NOTES,
            "journal": _JOURNAL,
            "sign_off": _SIGN_OFF,
        }.get(place)
        if tab is not None:
            self.tabs.setCurrentIndex(tab)
        if place == "charts":
            self._arrangement.bring_charts()
            self.charts_place.make()
        targets = {
            "documents": self.documents.list,
            "text": self.text.widget,
            "figures": self.figures.table,
            "inspector": self.inspector.buttons["correct"],
            "charts": self.charts_place.charts,
            "findings": self.findings.list,
            "notes": self.notes.list,
            "journal": self.journal.list,
            "sign_off": self.assurance,
        }
        target = targets[place]
        if target is not None:
            give_focus(target)

    def leave(self) -> None:
        """Keep what is being typed and how the panes are laid out, and let go what runs beside the window."""
        self.inspector.save_note()
        self.drafts.keep()
        self.save_layout()
        self.charts_place.leave()
        self.text.close_pages()

    def save_layout(self) -> None:
        """Remember how the panes are laid out."""
        view = self.text.pages.view
        self._settings.put("page/shown", int(self.text.is_paged))
        self._settings.put("page/percent", 0 if view.fits_width else round(100 * view.factor))
        self._arrangement.save()
        self._settings.put_layout("columns", self.figures.header.saveState())

    def reset_layout(self) -> None:
        """Lay the panes out as on the first day."""
        self._settings.forget_layout()
        self._arrangement.share_out()
        self.figures.share_out()

    # How it is put together

    def _lay_out(self) -> None:
        """Documents and text over the figures; inspector over the charts."""
        frames: tuple[QWidget, ...] = (self.documents, self.text, self.figures, self.tabs, self.charts_place)
        for frame in frames:
            frame.setProperty("pane", True)
            frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        tabs: tuple[tuple[QWidget, str], ...] = (
            (self.inspector, "Figure"),
            (self.findings, "Checks"),
            (self.notes, "Notes"),
            (self.search, "Search"),
            (self.journal, "Journal"),
            (self.assurance, "Sign-off"),
        )
        for tab, title in tabs:
            self.tabs.addTab(tab, title)
        self._arrangement = Arrangement(
            self._settings,
            documents=self.documents,
            text=self.text,
            figures=self.figures,
            side=self.tabs,
            charts=self.charts_place,
        )
        self._top_line = QVBoxLayout()
        self._top_line.addWidget(self.offering.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top_line)
        layout.addWidget(self._arrangement.whole, 1)
        percent = self._settings.number("page/percent", 0)
        if percent:
            self.text.pages.view.zoom_to(percent / 100)
        self.text.show_pages(bool(self._settings.number("page/shown", 0)))
        columns = self._settings.layout("columns")
        if not columns.isEmpty():
            self.figures.take_layout(columns)

    def ask_initials(self) -> InitialsNotice:
        """Ask for the reviewer's initials in a line over the panes, and return it."""
        self.notice = InitialsNotice(self.review.reviewer, self)
        self._top_line.addWidget(self.notice)
        self.notice.accepted.connect(self.notice.hide)
        self.notice.accepted.connect(self.go_back)
        return self.notice

    def tell(self, said: str, *answers: str) -> Notice:
        """Say something in a line over the panes, with words to press, and return it."""
        notice = Notice(said, answers, self)
        self._top_line.addWidget(notice)
        notice.chosen.connect(self.go_back)
        return notice

    def _show_form(self) -> None:
        """Bring the form of the current figure to the front."""
        self.tabs.setCurrentIndex(_FIGURE)

    def offer_draft(self) -> None:
        """Offer what was half typed when the program ended last, the newest first."""
        left = self.drafts.left_over()
        if not left:
            return
        draft, words = left[0], " ".join(left[0].text.split())
        shown = words if len(words) <= 60 else words[:59] + "…"
        notice = self.tell(f"Half typed when Crossfoot ended: “{shown}”", "Go on", "Forget it")
        notice.chosen.connect(lambda answer: self._take_draft(draft, go_on=answer == "Go on"))

    def _take_draft(self, draft: Draft, *, go_on: bool) -> None:
        """Go to the place of a draft with its words in the line again, or forget it and offer the next."""
        if not go_on:
            self.drafts.done(draft)
            self.offer_draft()
            return
        self.selection.select_document(draft.document)
        if draft.kind is DraftKind.EDIT:
            self.tabs.setCurrentWidget(self.notes)
            self.notes.go_on(draft)
        elif draft.span is not None:
            self.text.view.select_span(draft.span)
            self.comment()
        elif draft.kind is DraftKind.COMMENT:
            self.noting.go_on(draft)
        elif self.review.has_figure(draft.target):
            self.selection.select_figure(draft.target)
            self._write_again(draft)

    def _write_again(self, draft: Draft) -> None:
        """Put the words of a draft on a figure where they were being typed."""
        if draft.kind is DraftKind.NOTE:
            self.tabs.setCurrentWidget(self.inspector)
            self.inspector.note.setText(draft.text)
            self.inspector.note.setFocus()
        else:
            self.ask_in_inspector("reject" if draft.kind is DraftKind.REASON else "query")

    def _connect(self) -> None:
        """Every connection of the desk."""
        self.funnel.changed.connect(self._status.clearMessage)  # what was said was of the act before
        # one funnel to all panes; a record that went is let go before any of them asks for it
        self.funnel.changed.connect(self._following.follow_documents)
        for pane in (self.documents, self.text, self.figures, self.inspector):
            self.funnel.changed.connect(pane.refresh)
        for side in (self.findings, self.notes, self.search, self.journal, self.assurance):
            self.funnel.changed.connect(side.refresh)
        self.funnel.changed.connect(self._lighting.follow)
        self.funnel.changed.connect(self.lapsing.follow)
        self.funnel.changed.connect(self.unkept.follow)
        self.funnel.changed.connect(self._show_counts)
        self.funnel.changed.connect(self.charts_place.follow)
        # the status line
        self.funnel.saved.connect(self._status.show_saved)
        self.funnel.refused.connect(self._status.say)
        self.figures.refused.connect(self._status.say)
        self.decisions.said.connect(self._status.say)
        self.drafts.refused.connect(self._status.say)
        self.notes.kept.connect(self.drafts.done)
        self.assurance.said.connect(self._status.say)
        self.offering.said.connect(self._status.say)
        self.selection.document_changed.connect(self._show_counts)
        self.selection.figure_changed.connect(self._status.clearMessage)  # what was said was of the one before
        # a figure brings its indicator along, so that the charts show its line
        self.selection.figure_changed.connect(self._following.follow_indicator)
        self.figures.facets.save_wanted.connect(self._save_view)
        for keeper in (self.figures.facets, self.search):
            keeper.forget_wanted.connect(self._forget_view)
            keeper.name_wanted.connect(self.name_wanted)
        self.journal.back_wanted.connect(self.back_wanted)
        self.search.save_wanted.connect(self._save_search)
        # decisions from the inspector
        self.inspector.decided.connect(self._decide)
        self.inspector.figure_proposed.connect(self._add_figure)
        self.inspector.evidence.connect(self.text.show_evidence)
        self.inspector.left.connect(self.go_back)
        self.figures.typed.connect(lambda: self.tabs.setCurrentIndex(_FIGURE))  # where it is said what it would do
        self.figures.typed.connect(self.inspector.try_entry)
        self.figures.typing_left.connect(self.inspector.leave_entry)
        self.figures.typing_given_up.connect(self._status.clearMessage)  # why the entry was refused is over with it
        self.decisions.finished.connect(self.go_back)
        self.decisions.finished.connect(self.noting.go_back)  # after the other: a chart keeps its keys
        self.decisions.taught.connect(self.offering.make)
        self.offering.taken.connect(self.go_back)
        self._connect_places()
        # the second check and the signature
        self.assurance.hiding_changed.connect(self._hide_values)
        self.assurance.initials_wanted.connect(self.initials_wanted)
        # records
        self.documents.entered.connect(self._enter_document)
        self.documents.import_wanted.connect(self.import_wanted)
        self.documents.bin_wanted.connect(self.bin_wanted)
        self.tabs.currentChanged.connect(self._fill_tab)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)

    def _connect_places(self) -> None:
        """Every way from one pane to a place in another."""
        self.inspector.finding_chosen.connect(self._lighting.show)
        self.findings.finding_chosen.connect(self._lighting.show_everywhere)
        self.findings.own_wanted.connect(self.checks.show_own)
        self.checks.look_wanted.connect(lambda: self.go("findings"))
        self.findings.said.connect(self._status.say)
        self.findings.counted.connect(self._count_checks)
        self.notes.place_wanted.connect(self.noting.show_subject)
        self.search.note_wanted.connect(self._show_note)
        self.search.note_wanted.connect(self.noting.show_subject_of)
        self.noting.place_wanted.connect(self._show_place)
        self.noting.inspector_wanted.connect(lambda: self.tabs.setCurrentIndex(_FIGURE))
        self.noting.checks_wanted.connect(lambda: self.tabs.setCurrentIndex(_CHECKS))
        self.noting.charts_wanted.connect(self._arrangement.bring_charts)
        self.noting.said.connect(self._status.say)
        self.search.place_wanted.connect(self._show_place)
        self.search.left.connect(self.go_back)
        self.text.note_chosen.connect(self._show_note)

    def _hide_values(self, hiding: bool) -> None:
        """Show the record and the second check alone while a blind check goes on, so that no value is read off."""
        self.figures.setVisible(not hiding)
        self._arrangement.show_charts(not hiding)
        for tab in range(self.tabs.count()):
            self.tabs.setTabEnabled(tab, not hiding or tab == _SIGN_OFF)

    def _correct(self, figure_id: str, fields: Mapping[str, str]) -> str:
        """Correct fields of a figure for a table or a form."""
        return self.decisions.correct(figure_id, fields)

    def _note(self, figure_id: str, note: str) -> str:
        """Keep the note of a figure for the form; nothing of it is half typed then."""
        sentence = self.decisions.write_note(figure_id, note)
        if not sentence:
            self.drafts.done(empty_draft(DraftKind.NOTE, self.review.figure(figure_id).document, figure_id))
        return sentence

    def focus(self) -> None:
        """Show source and inspector alone, with the keys in the source; pressed again, everything."""
        alone = not self._arrangement.is_focused
        self._arrangement.focus(alone)
        self.go("text" if alone else "figures")
        if alone:
            self.tabs.setCurrentWidget(self.inspector)
            self._status.say("Only source and inspector are shown: F11 brings the rest back.")
        else:
            self._status.clearMessage()

    def colour(self) -> None:
        """Mark with the next colour from now on."""
        chosen = self.decisions.next_colour()
        meaning = next((use.code.meaning for use in self.review.codebook() if use.code.name == chosen), "")
        self._status.say(f"H marks in {chosen}{f': {meaning}' if meaning else ''}.")

    def by_doubt(self) -> None:
        """Order the queue by doubt, or by place again."""
        self.figures.by_doubt.toggle()
        said = "The most doubtful figures come first." if self.figures.is_by_doubt() else "Figures come by their place."
        self._status.say(said)

    def facets(self) -> None:
        """Show the facets beside the figures, or take them away."""
        self._arrangement.focus(False)
        self.figures.open_facets(not self.figures.by_facets.isChecked())

    def _save_view(self, name: str, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Keep a choice of facets under a name."""
        self.funnel.run(lambda: self.review.save_view(ViewKind.FACETS, name, chosen=chosen))

    def _save_search(self, name: str, query: str) -> None:
        """Keep a search under a name."""
        self.funnel.run(lambda: self.review.save_view(ViewKind.SEARCH, name, query=query))

    def _forget_view(self, view: str) -> None:
        """Forget a name; undo brings it back."""
        self.funnel.run(lambda: self.review.remove_view(view))

    def _picked(self) -> list[str]:
        """Return the figures that are picked on the charts and selected: rows of the table, or the one in the text."""
        rows = self.figures.selected_ids()
        current = self.selection.figure
        selected = rows if current in rows else [current] if current else []
        points = self.charts_place.taken
        return [*points, *(each for each in selected if len(rows) > 1 and each not in points)] if points else selected

    def _draft_note(self) -> Draft | None:
        """Say what the note under the form is for."""
        figure = self.selection.figure
        return empty_draft(DraftKind.NOTE, self.selection.document, figure) if figure else None

    def _decide(self, decision: str) -> None:
        """Do what a button of the inspector says."""
        if decision == "confirm":
            self.decisions.confirm_plainly()
        elif decision == "correct":
            self.inspector.start_correcting()
        else:
            self.ask_in_inspector(decision)

    def _add_figure(self, proposal: Figure, fields: dict[str, str]) -> None:
        """Add the proposed figure, or say under the form why not."""
        sentence = self.decisions.add_figure(proposal, fields)
        self.inspector.refuse(sentence)
        if not sentence:
            self.text.shown.let_go()
            self.go_back()

    def _show_place(self, document: str, span: Span) -> None:
        """Bring a place into view, in whichever document it is."""
        self.selection.select_document(document)
        self.text.show_place(span)

    def _show_sign_off(self, document: str) -> None:
        """Show the signature of a record, or how it went."""
        self.selection.select_document(document)
        self.go("sign_off")

    def _show_note(self, annotation: str) -> None:
        """Show a note that was clicked in the text, or found."""
        self.tabs.setCurrentIndex(_NOTES)
        self.notes.choose(annotation)

    def _enter_document(self) -> None:
        """Go from the list of records to the figures of the one chosen."""
        if not self.selection.figure:
            first = self.review.next_undecided(None, document_id=self.selection.document)
            if first:
                self.selection.select_figure(first)
        self.figures.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_counts(self) -> None:
        """Show in the status line how far the check has come."""
        here = self.review.summary(self.selection.document)
        self._status.show_counts(here.counts if here else None, self.review.counts(), self.review.document_count)

    def _count_checks(self, count: int) -> None:
        """Show on the tab how many checks ask for a look."""
        self.tabs.setTabText(_CHECKS, f"Checks {count}" if count else "Checks")

    def _fill_tab(self, tab: int) -> None:
        """Fill the journal when it is looked at."""
        if tab == _JOURNAL:
            self.journal.fill()

    def _note_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Remember whether the officer works in the table or in the text; let Enter press a button, as in dialogs."""
        if isinstance(now, QPushButton):
            now.setAutoDefault(True)
        if now is self.figures.table or now is self.text.view or now is self.text.pages.view:
            self._back_to = now

    def go_back(self) -> None:
        """Give the focus back to where the officer was working."""
        self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
