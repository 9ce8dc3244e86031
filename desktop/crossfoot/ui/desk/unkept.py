"""The line over the desk that says that what was typed was not kept: going on must not lose it unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent

from crossfoot.model import Changes, Figure
from crossfoot.model.wording import FIELD_WORDS, figure_words
from crossfoot.review.session import Review
from crossfoot.ui.desk.notice import Notice
from crossfoot.ui.panes.inspector import InspectorPane
from crossfoot.ui.selection import Selection

BACK, FORGET = "Go back to it", "Forget it"
"""The words to press under the notice."""


class Unkept(QObject):
    """Tells of the correction or new figure that was left last, until it is answered or the correction is made.

    ``tell`` shows a notice, ``front`` brings the inspector to the front.
    """

    def __init__(
        self,
        review: Review,
        selection: Selection,
        inspector: InspectorPane,
        *,
        tell: Callable[..., Notice],
        front: Callable[[], None],
    ) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._inspector = inspector
        self._tell = tell
        self._front = front
        self._figure = ""
        self._fields: Mapping[str, str] = {}
        self._back: Callable[[], None] | None = None
        self.notice: Notice | None = None
        inspector.unkept.connect(self._tell_correction)
        inspector.unadded.connect(self._tell_new)

    def _tell_correction(self, figure_id: str, fields: Mapping[str, str]) -> None:
        """Say what was typed for a figure."""
        words = figure_words(self._review.figure(figure_id).current)
        self._show(f"Typed for {words} and not kept: {_said(fields)}.", lambda: self._type_again(figure_id, fields))
        self._figure, self._fields = figure_id, fields

    def _tell_new(self, document: str, figure: Figure, fields: Mapping[str, str]) -> None:
        """Say what was typed for a new figure that was not added."""
        quote = " ".join(figure.quote.split())
        self._show(
            f"The new figure “{quote}” was not added: {_said(fields)}.", lambda: self._propose(document, figure, fields)
        )

    def follow(self, changes: Changes) -> None:
        """Let the notice go where its figure was corrected after all, or is no longer there."""
        if not self._figure or not (changes.documents or self._figure in changes.figures):
            return
        there = self._review.has_figure(self._figure)
        if not there or self._fields.keys() <= self._review.figure(self._figure).corrected.keys():
            self._leave()

    def _type_again(self, figure_id: str, fields: Mapping[str, str]) -> None:
        """Go back to a figure and to what was typed for it."""
        if self._review.has_figure(figure_id):
            self._selection.select_figure(figure_id)
            self._front()
            self._inspector.type_again(fields)

    def _propose(self, document: str, figure: Figure, fields: Mapping[str, str]) -> None:
        """Go back to a new figure that was not added, and to what was typed for it."""
        if self._review.summary(document) is not None:
            self._selection.select_document(document)
            self._front()
            self._inspector.propose(figure)
            self._inspector.type_again(fields)

    def _show(self, said: str, back: Callable[[], None]) -> None:
        """Put the notice in the place of one before; it takes no focus, for the officer goes on with the next."""
        self._leave()
        self._back = back
        self.notice = self._tell(said, BACK, FORGET)
        self.notice.setAccessibleName(said)
        self.notice.chosen.connect(self._answer)
        QAccessible.updateAccessibility(QAccessibleEvent(self.notice, QAccessible.Event.Alert))

    def _answer(self, answer: str) -> None:
        """Do what was pressed."""
        back = self._back
        self.notice, self._back, self._figure = None, None, ""
        if answer == BACK and back is not None:
            back()

    def _leave(self) -> None:
        """Take the notice away."""
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
        self.notice, self._back, self._figure = None, None, ""


def _said(fields: Mapping[str, str]) -> str:
    """Return typed fields in words: "value “99”, label “placements”"."""
    return ", ".join(f"{FIELD_WORDS[name].lower()} “{text}”" for name, text in fields.items())
