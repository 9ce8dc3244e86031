"""What the text view and the page view have in common, so that one pane can drive either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from crossfoot.model import Span
from crossfoot.ui.panes.text.lights import Light
from crossfoot.ui.panes.text.view import MarginMark


class Lighting(Protocol):
    """Lights in groups."""

    def show(self, group: str, lights: Iterable[Light]) -> None:
        """Replace the lights called ``group``."""

    def change(self, group: str, lights: Iterable[Light]) -> None:
        """Put lights in the place of those of the group that have the same keys."""


class Surface(Protocol):
    """One way to see a document: its text, or its pages."""

    @property
    def lights(self) -> Lighting:
        """Return what is lit."""

    def set_margin(self, marks: Sequence[MarginMark]) -> None:
        """Replace the signs in the margin."""

    def selected_span(self) -> Span | None:
        """Return the selected words, or None."""

    def select_span(self, span: Span) -> None:
        """Select words and bring them into view."""

    def let_go(self) -> None:
        """Let the selected words go."""

    def put_caret(self, span: Span) -> None:
        """Let the keyboard start at ``span``, unless words are selected."""

    def reveal(self, span: Span) -> None:
        """Bring a place into view."""

    def place(self) -> int:
        """Return the offset of what stands at the top of the view."""
