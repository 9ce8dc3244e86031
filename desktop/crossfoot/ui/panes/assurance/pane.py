"""The sign-off pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crossfoot.model import Changes, State
from crossfoot.model.assurance_words import statement_words
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.panes.assurance.checking import SecondCheckBox
from crossfoot.ui.panes.assurance.signing import SigningBox
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import ElidedLabel, plain_label, rule_line


class AssurancePane(QScrollArea):
    """Follows the current record from its open points over the second check to the name under it.

    ``hiding_changed`` tells whether a blind check goes on, while which no other pane may show a value;
    ``initials_wanted`` asks the window for another reviewer. ``run`` and ``attempt`` are the funnel's.
    """

    hiding_changed = Signal(bool)
    initials_wanted = Signal()
    said = Signal(str)

    def __init__(
        self,
        review: Review,
        selection: Selection,
        run: Callable[[Callable[[], Changes]], bool],
        attempt: Callable[[Callable[[], Changes]], str],
    ) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._run = run
        self._attempt = attempt
        self._queue: list[str] = []
        self._done = 0
        self._blind = False
        self._stale = True
        self.title = ElidedLabel()
        self.title.setProperty("role", "pane-title")
        self.signing = SigningBox(selection.select_figure)
        self.checking = SecondCheckBox(review.dictionary)
        self.statement = plain_label(wrap=True)
        self.statement.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.statement.setAccessibleName("Statement of quality assurance")
        self.copy = QPushButton("Copy the statement")
        self._whole = QWidget()
        self._telling = QWidget()
        self._lay_out()
        self._connect()

    @property
    def is_checking(self) -> bool:
        """Tell whether a second check goes on."""
        return bool(self._queue)

    def refresh(self, changes: Changes) -> None:
        """Show what ``changes`` names of the current record."""
        touched = changes.figures or changes.sign_offs or changes.second_checks or changes.findings_of
        if (touched or changes.documents) and not self.is_checking:
            self.show_soon()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the application's palette is all there is here."""

    def show_soon(self) -> None:
        """Show the current record, now or as soon as it is looked at: to work all of it out takes a while."""
        self._stale = True
        if self.isVisible():
            self._show_record()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what became of the record while another pane was in front."""
        super().showEvent(event)
        if self._stale and not self.is_checking:
            self._show_record()

    def _show_record(self) -> None:
        """Show the current record's open points, second checks, statement and signature."""
        self._stale = False
        document = self._selection.document
        summary = self._review.summary(document)
        self._whole.setVisible(summary is not None)
        if summary is None:
            self.title.setText("Choose a record to sign it off.")
            return
        self.title.setText(summary.title)
        read_only = self._review.read_only
        points = self._review.open_points(document)
        lost = "" if summary.sign_off else self._review.lost_signature(document)
        self.signing.show_record(summary.sign_off, points, self._review.reviewer, lost=lost, may=not read_only)
        self._show_ready(document, read_only=read_only)
        self.statement.setText("\n\n".join(statement_words(self._review.statement([document]))))

    def _show_ready(self, document: str, *, read_only: bool) -> None:
        """Say how far the second check of the record is."""
        figures = self._review.figures(document)
        decided = [figure for figure in figures if figure.state is not State.UNREVIEWED]
        checks = [check for figure in decided if (check := self._review.second_check(figure.id)) is not None]
        waiting = self._review.to_check_again(document)
        differ = sum(not check.agrees for check in checks)
        said = f"{len(checks)} of {words.plural(len(decided), 'decided figure')} checked by a second reviewer"
        said += f", {differ} differ{'s' if differ == 1 else ''}." if checks else "."
        if not decided:
            said = "No figure is decided yet: a second reviewer looks at what another has decided."
        if decided and not waiting and len(checks) < len(decided):
            left = "the others" if checks else "it" if len(decided) == 1 else "them"
            said += f" {self._review.reviewer or 'You'} decided on {left}: a second check needs other initials."
        self.checking.show_ready(said, may_start=bool(waiting) and not read_only, read_only=read_only)

    def _start(self, share: float, blind: bool) -> None:
        """Begin with the first figure that waits."""
        self._queue = list(self._review.to_check_again(self._selection.document, share))
        self._done, self._blind = 0, blind
        if not self._queue:
            self.said.emit("The sample holds no figure of this record: take a larger one.")
            return
        self._whole_but_check(False)
        self.hiding_changed.emit(blind)
        self._ask()

    def _ask(self) -> None:
        """Ask about the next figure, or end."""
        if not self._queue:
            self._stop()
            self.said.emit(f"The second check is through: {words.plural(self._done, 'figure')}.")
            return
        figure_id = self._queue[0]
        self._selection.select_figure(figure_id)
        total = self._done + len(self._queue)
        self.checking.show_figure(self._review.figure(figure_id), self._done + 1, total, blind=self._blind)

    def _answer(self, fields: Mapping[str, str], note: str) -> None:
        """Keep what the second reviewer says, and go on."""
        figure_id = self._queue[0]
        sentence = self._attempt(lambda: self._review.check_again(figure_id, fields, blind=self._blind, note=note))
        if sentence:
            self.checking.refuse(sentence)
            return
        check = self._review.second_check(figure_id)
        if check is not None and not check.agrees:
            self.said.emit(
                f"{check.reviewer} differs from {self._review.figure(figure_id).reviewer}: kept as an open point."
            )
        self._done += 1
        self._queue.pop(0)
        self._ask()

    def _skip(self) -> None:
        """Leave this figure for another time."""
        self._queue.pop(0)
        self._ask()

    def _stop(self) -> None:
        """End the second check; what was said is kept."""
        self._queue.clear()
        self._whole_but_check(True)
        self.hiding_changed.emit(False)
        self.show_soon()

    def _whole_but_check(self, shown: bool) -> None:
        """Show or hide what stands around the second check: lists and the statement name values."""
        for widget in (self.signing, self._telling):
            widget.setVisible(shown)

    def _copy(self) -> None:
        """Put the statement on the clipboard."""
        QGuiApplication.clipboard().setText(self.statement.text())
        self.said.emit("The statement is on the clipboard.")

    def _sign(self, name: str) -> None:
        """Put the name under the record."""
        document = self._selection.document
        self._run(lambda: self._review.sign_off(document, name))

    def _withdraw(self) -> None:
        """Take the name away."""
        document = self._selection.document
        if self._run(lambda: self._review.withdraw_sign_off(document)):
            self.said.emit("The sign-off is withdrawn.")

    def _follow_document(self, _document: str) -> None:
        """Show another record; a second check ends with its record."""
        if self.is_checking:
            if self._selection.document == self._queue[0].partition("-")[0]:
                return
            self._stop()
        else:
            self.show_soon()

    def _lay_out(self) -> None:
        """Put the parts under each other."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Sign-off")
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(UNIT)
        whole.addWidget(self.signing)
        whole.addWidget(rule_line())
        whole.addWidget(plain_label("Second check", "pane-title"))
        whole.addWidget(self.checking)
        whole.addWidget(self._telling)
        telling = QVBoxLayout(self._telling)
        telling.setContentsMargins(0, 0, 0, 0)
        telling.setSpacing(UNIT)
        telling.addWidget(rule_line())
        telling.addWidget(plain_label("Statement of quality assurance", "pane-title"))
        telling.addWidget(self.statement)
        telling.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(UNIT + 4, UNIT, UNIT + 4, UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(self.title)
        layout.addWidget(self._whole)
        layout.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        """List the pane's own connections."""
        self._selection.document_changed.connect(self._follow_document)
        self.signing.signed.connect(self._sign)
        self.signing.withdrawn.connect(self._withdraw)
        self.checking.started.connect(self._start)
        self.checking.answered.connect(self._answer)
        self.checking.skipped.connect(self._skip)
        self.checking.stopped.connect(self._stop)
        self.checking.initials_wanted.connect(self.initials_wanted)
        self.copy.clicked.connect(self._copy)
