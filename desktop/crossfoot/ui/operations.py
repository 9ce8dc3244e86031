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

    def run(self, verb: Callable[[], Changes]) -> bool:
        """Run ``verb``; return whether it went through. A refusal is told by ``refused``."""
        sentence = self.attempt(verb)
        if sentence:
            self.refused.emit(sentence)
        return not sentence

    def attempt(self, verb: Callable[[], Changes]) -> str:
        """Run ``verb`` for an editor that shows a refusal itself: return its sentence, or an empty text."""
        try:
            changes = verb()
        except WorldError as error:
            return str(error)
        if changes == Changes():
            return ""
        self.changed.emit(changes)
        self.saved.emit(datetime.now().astimezone())
        return ""
