"""The funnel: every verb of the review goes through here, and its changes go to all panes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from crossfoot.model import Changes, WorldError


class Funnel(QObject):
    """Runs verbs and tells of what they changed.

    ``changed`` carries a :class:`Changes` after the transaction has been committed, and
    ``saved`` the moment of it; ``refused`` carries the one sentence of a :class:`WorldError`.
    """

    changed = Signal(object)
    saved = Signal(object)
    refused = Signal(str)

    def run(self, verb: Callable[[], Changes], then: Callable[[], object] | None = None) -> bool:
        """Run ``verb``; return whether it went through. A refusal is told by ``refused``.

        ``then`` is called as :meth:`attempt` says.
        """
        sentence = self.attempt(verb, then)
        if sentence:
            self.refused.emit(sentence)
        return not sentence

    def attempt(self, verb: Callable[[], Changes], then: Callable[[], object] | None = None) -> str:
        """Run ``verb`` for an editor that shows a refusal itself: return its sentence, or an empty text.

        ``then`` is called when the act is on the disk and no pane has been told yet: who moves on to another figure
        does so here, so that the panes need not show the one before once more.
        """
        try:
            changes = verb()
        except WorldError as error:
            return str(error)
        if then is not None:
            then()
        self.tell(changes)
        return ""

    def tell(self, changes: Changes) -> None:
        """Tell of changes that are committed."""
        if changes != Changes():
            self.changed.emit(changes)
            self.saved.emit(datetime.now().astimezone())
