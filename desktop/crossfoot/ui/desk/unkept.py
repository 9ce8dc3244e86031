"""The line over the desk that says that a typed correction was not kept: going on must not lose it unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent

from crossfoot.model import Changes
from crossfoot.model.wording import FIELD_WORDS, figure_words
from crossfoot.review.session import Review
from crossfoot.ui.desk.notice import Notice

BACK, FORGET = "Go back to it", "Forget it"
"""The words to press under the notice."""


class Unkept(QObject):
    """Tells of the correction that was left last, until it is answered or its figure is decided on.

    ``tell`` shows a notice, ``type_again`` goes to a figure and types fields into its form as they were.
    """

    def __init__(
        self, review: Review, tell: Callable[..., Notice], type_again: Callable[[str, Mapping[str, str]], None]
    ) -> None:
        super().__init__()
        self._review = review
        self._tell = tell
        self._type_again = type_again
        self._left: tuple[str, Mapping[str, str]] = ("", {})
        self.notice: Notice | None = None

    def show(self, figure_id: str, fields: Mapping[str, str]) -> None:
        """Say what was typed for a figure; it takes no focus, for the officer goes on with the next."""
        self._leave()
        self._left = (figure_id, fields)
        typed = ", ".join(f"{FIELD_WORDS[name].lower()} “{text}”" for name, text in fields.items())
        said = f"Typed for {figure_words(self._review.figure(figure_id).current)} and not kept: {typed}."
        self.notice = self._tell(said, BACK, FORGET)
        self.notice.setAccessibleName(said)
        self.notice.chosen.connect(self._answer)
        QAccessible.updateAccessibility(QAccessibleEvent(self.notice, QAccessible.Event.Alert))

    def follow(self, changes: Changes) -> None:
        """Let the notice go where its figure was corrected after all, or is no longer there."""
        figure_id, fields = self._left
        if not figure_id or not (changes.documents or figure_id in changes.figures):
            return
        if not self._review.has_figure(figure_id) or fields.keys() <= self._review.figure(figure_id).corrected.keys():
            self._leave()

    def _answer(self, answer: str) -> None:
        """Do what was pressed."""
        (figure_id, fields), self._left, self.notice = self._left, ("", {}), None
        if answer == BACK and self._review.has_figure(figure_id):
            self._type_again(figure_id, fields)

    def _leave(self) -> None:
        """Take the notice away."""
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
        self.notice, self._left = None, ("", {})
