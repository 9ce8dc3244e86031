"""The line over the desk that says that a signature went with a decision: one key must not take it away unseen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent

from crossfoot.model import Changes
from crossfoot.review.session import Review
from crossfoot.ui.desk.notice import Notice

UNDO, SIGN_OFF, CLOSE = "Undo", "Go to the sign-off", "Close"
"""The words to press under the notice."""


class Lapsing(QObject):
    """Tells of the signature that lapsed last, until it is answered or the record is signed again.

    ``tell`` shows a notice, ``undo`` takes the last act back, ``go`` shows the sign-off of a document.
    """

    def __init__(
        self, review: Review, tell: Callable[..., Notice], undo: Callable[[], None], go: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._review = review
        self._tell = tell
        self._undo = undo
        self._go = go
        self._document = ""
        self.notice: Notice | None = None

    def follow(self, changes: Changes) -> None:
        """Tell of a signature that lapsed; let the notice go where its record is signed again."""
        for document in sorted(changes.sign_offs):
            summary = self._review.summary(document)
            if summary is None or summary.sign_off is not None:
                if document == self._document:
                    self._leave()
            elif self._review.has_lapsed(document):
                self._show(document, f"“{summary.title}”: {self._review.lost_signature(document)}")

    def _show(self, document: str, said: str) -> None:
        """Put the notice in the place of one before; it takes no focus, for the officer goes on with the figures."""
        self._leave()
        self._document = document
        self.notice = self._tell(said, UNDO, SIGN_OFF, CLOSE)
        self.notice.setAccessibleName(said)
        self.notice.chosen.connect(self._answer)
        QAccessible.updateAccessibility(QAccessibleEvent(self.notice, QAccessible.Event.Alert))

    def _answer(self, answer: str) -> None:
        """Do what was pressed."""
        document, self._document, self.notice = self._document, "", None
        if answer == UNDO:
            self._undo()
        elif answer == SIGN_OFF:
            self._go(document)

    def _leave(self) -> None:
        """Take the notice away."""
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
        self.notice, self._document = None, ""
