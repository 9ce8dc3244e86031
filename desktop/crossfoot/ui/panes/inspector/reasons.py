"""How a figure was read: for each field the words that it came from, a way to their place, and the rule in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossfoot.model import Figure, Span
from crossfoot.review.explaining import Reason
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.pausing import Pause
from crossfoot.ui.widgets import FlowLayout, LinkButton, empty_layout, plain_label

_PAUSE = 30  # milliseconds after which the reasons are laid out

_LONGEST = 44
"""Characters of the words that are quoted; a click shows them whole at their place."""


class FigureReasons(QWidget):
    """A line for each field: its name, the words that it was read from, and why they give it."""

    def __init__(self, show: Callable[[tuple[Span, ...]], object]) -> None:
        super().__init__()
        self._show = show
        self._told: tuple[str, Figure | None, tuple[Reason, ...]] = ("", None, ())
        self._later = Pause(_PAUSE, self._lay_out, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT // 4)

    def tell(self, text: str, figure: Figure | None, reasons: Sequence[Reason]) -> None:
        """Show the reasons of a figure of ``text``; none hides them.

        They are laid out a moment later: the next figure itself must be there at once. Till then nothing is painted
        here, for what stands here is of the figure before.
        """
        told = (text, figure, tuple(reasons))
        if told == self._told:
            return
        self._told = told
        if figure is None:
            self._lay_out()
        else:
            self._later.start()
            self.setUpdatesEnabled(False)
            pane = self.parentWidget()
            if pane is not None:
                pane.update(self.geometry())

    def _lay_out(self) -> None:
        """Lay out what was told last."""
        self._later.stop()
        self.setUpdatesEnabled(True)
        text, figure, reasons = self._told
        empty_layout(self._layout)
        if figure is not None:
            self._layout.addWidget(plain_label("How it was read", "pane-title"))
            for reason in reasons:
                self._layout.addWidget(self._line(text, reason))
            self._layout.addWidget(plain_label(sureness(figure), "muted", wrap=True))
        self.setVisible(figure is not None)

    def _line(self, text: str, reason: Reason) -> QWidget:
        """Return the line of one field; its words go to their place."""
        line = QWidget()
        flow = FlowLayout(line)
        title = words.FIELDS[reason.field]
        flow.addWidget(plain_label(f"{title}:", "muted"))
        if reason.spans:
            quote = " … ".join(" ".join(span.cut(text).split()) for span in reason.spans)
            shown = quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…"
            tip = f"show where the {title.lower()} was read"
            flow.addWidget(LinkButton(f"“{shown}”", tip, partial(self._show, reason.spans)))
        for word in reason.why.split():
            flow.addWidget(plain_label(word))
        line.setAccessibleName(f"{title}: {reason.why}")
        return line


def sureness(figure: Figure) -> str:
    """Say how far a reading can be trusted, as it was counted over records annotated by hand."""
    if figure.rule in {"added", "selected"}:
        return "Added by hand."
    return f"Of 100 figures read like this one, {round(figure.confidence * 100)} were right in all fields."
