"""Half-typed texts are kept while they are typed, and offered again after a crash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from crossfoot.model import Span, WorldError
from crossfoot.review.session import Review
from crossfoot.workspace import Draft, DraftKind, local_now

_PAUSE = 700
"""Milliseconds without a key after which what was typed is kept."""


class Drafts(QObject):
    """Keeps what is being typed into lines. ``refused`` carries the sentence where the disk would not take it."""

    refused = Signal(str)

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._typed: Draft | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self.keep)

    def watch(self, line: QLineEdit, about: Callable[[], Draft | None]) -> None:
        """Keep what is typed into a line; ``about`` says what it is for, or None where it is for nothing."""

        def typed(text: str) -> None:
            draft = about()
            if draft is not None and not self._review.read_only:
                self._typed = replace(draft, text=text, at=local_now())
                self._later.start()

        line.textEdited.connect(typed)

    def keep(self) -> None:
        """Write down now what was typed last."""
        self._later.stop()
        if self._typed is not None:
            draft, self._typed = self._typed, None
            self._put(draft)

    def done(self, draft: Draft | None) -> None:
        """Forget a draft: it was finished, or thrown away."""
        self._later.stop()
        self._typed = None
        if draft is not None and draft.key in {kept.key for kept in self._review.drafts()}:
            self._put(replace(draft, text=""))

    def left_over(self) -> tuple[Draft, ...]:
        """Return the drafts of an earlier start whose documents are still there, newest first."""
        there = {summary.id for summary in self._review.documents()}
        return tuple(draft for draft in self._review.drafts() if draft.document in there)

    def _put(self, draft: Draft) -> None:
        """Keep a draft, or say why it cannot be kept."""
        try:
            self._review.keep_draft(draft)
        except WorldError as error:
            self.refused.emit(str(error))


def empty_draft(kind: DraftKind, document: str, target: str = "", span: Span | None = None) -> Draft:
    """Return the draft of something that is about to be typed."""
    return Draft(kind, document, target, "", local_now(), span)
