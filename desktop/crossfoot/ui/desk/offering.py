"""The line over the desk that offers to do to others what was decided on one figure, without holding anything up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from crossfoot.model import Changes, Dictionary, Unit
from crossfoot.model.wording import UNIT_WORDS
from crossfoot.review.session import Review
from crossfoot.review.teaching import Offer
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.operations import Funnel
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import LinkButton, plain_label


def offer_words(offer: Offer, dictionary: Dictionary) -> str:
    """Return what is offered in a sentence."""
    given, taken = [], []
    if "indicator" in offer.fields:
        name = dictionary.name(offer.fields["indicator"])
        given += [name] if name else []
        taken += [] if name else ["an indicator"]
    if "unit" in offer.fields:
        unit = offer.fields["unit"]
        given += [UNIT_WORDS[Unit(unit)]] if unit else []
        taken += [] if unit else ["a unit"]
    without = f"without {' or '.join(taken)}" if taken else ""
    said = ", ".join(part for part in (", in ".join(given), without) if part)
    if not offer.figures:
        means = f"means {', in '.join(given)}" if given else ""
        stands = f"stands {without}" if without else ""
        becomes = " and ".join(part for part in (means, stands) if part) or "is not a figure"
        return f"From now on “{offer.pattern}” {becomes}?"
    where = words.plural(offer.documents, "record")
    also = f"also {said}" if said else "not a figure either"
    return f"{len(offer.figures):,} more like “{offer.pattern}” in {where}: {also}?"


class OfferBar(QFrame):
    """Says what is offered; ``applied`` and ``kept`` tell what was chosen, ``looked`` asks for the next figure."""

    applied = Signal()
    kept = Signal()
    looked = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self.said = plain_label(wrap=True)  # its last words are what is offered: never cut
        self.look = LinkButton("look at them", "go to the next of these figures", self.looked.emit)
        self.apply = QPushButton("Same for all  L")
        self.keep = QPushButton("Keep as a rule  K")
        self.leave = QPushButton("Dismiss")
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT + 4, UNIT // 2, UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self.said, 1)
        for button in (self.look, self.apply, self.keep, self.leave):
            row.addWidget(button)
        self.apply.clicked.connect(self.applied)
        self.keep.clicked.connect(self.kept)
        self.leave.clicked.connect(self.dismissed)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the offer with Escape, as every question is left."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def show_offer(self, offer: Offer, dictionary: Dictionary) -> None:
        """Show an offer with the keys that take it."""
        sentence = offer_words(offer, dictionary)
        self.said.setText(sentence)
        self.setAccessibleName(f"Offer: {sentence}")
        several = bool(offer.figures)
        self.look.setVisible(several)
        self.apply.setVisible(several)
        self.apply.setText(f"Same for {'it' if len(offer.figures) == 1 else f'all {len(offer.figures):,}'}  L")
        self.keep.setVisible(bool(offer.rules))
        self.keep.setText("Same, and keep as a rule  K" if several else "Keep as a rule  K")
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))  # it takes no focus


class Offering(QObject):
    """Keeps the one offer that stands, and does what it says.

    ``said`` carries a sentence for the status line, and ``taken`` tells that the bar is left. An offer goes when
    another takes its place, when it is taken or dismissed, when its decision is taken back, and when something is
    decided on another figure than those that it is about: the keys always speak of what was decided last.
    """

    said = Signal(str)
    taken = Signal()

    def __init__(self, review: Review, funnel: Funnel, selection: Selection) -> None:
        super().__init__()
        self.bar = OfferBar()
        self.offer: Offer | None = None
        self._review = review
        self._funnel = funnel
        self._selection = selection
        self._at = -1
        self.bar.applied.connect(self.apply)
        self.bar.kept.connect(self.keep)
        self.bar.looked.connect(self.look)
        self.bar.dismissed.connect(self.dismiss)
        funnel.changed.connect(self.follow)

    def make(self, figure_id: str) -> None:
        """Offer what the decision on a figure says of others; where it says nothing, an older offer stays no longer."""
        self._show(self._review.offer_after(figure_id) if self._review.has_figure(figure_id) else None)

    def apply(self) -> None:
        """Do the same to the figures of the offer."""
        offer = self.offer
        if offer is None or not offer.figures:
            self.said.emit("Nothing is offered: correct an indicator or a unit, or reject a figure, first.")
            return
        done = f"Done to {words.plural(len(offer.figures), 'figure')}."
        self._run(lambda: self._review.teach(offer, apply=True, keep=False), done)

    def keep(self) -> None:
        """Do the same to the figures of the offer, and keep its rule."""
        offer = self.offer
        if offer is None or not offer.rules:
            self.said.emit("There is no rule to keep: correct an indicator or a unit, or reject a figure, first.")
            return
        count = len(offer.figures)
        done = f"Done to {words.plural(count, 'figure')}, and kept as a rule." if count else "Kept as a rule."
        self._run(lambda: self._review.teach(offer, apply=True, keep=True), done)

    def look(self) -> None:
        """Go to the next figure of the offer."""
        if self.offer is not None and self.offer.figures:
            self._at = (self._at + 1) % len(self.offer.figures)
            self._selection.select_figure(self.offer.figures[self._at])

    def dismiss(self) -> None:
        """Let the offer go."""
        self._show(None)
        self.taken.emit()

    def follow(self, changes: Changes) -> None:
        """Look at the offer again where one of its figures was decided on, read again or taken out, or let it go."""
        offer = self.offer
        if offer is None:
            return
        touched = changes.figures & {offer.source, *offer.figures}
        if touched or changes.documents or changes.rules:
            self.make(offer.source)
        elif changes.figures:
            self._show(None)

    def _run(self, verb: Callable[[], Changes], said: str) -> None:
        """Take the offer, which then is used up."""
        offer, self.offer = self.offer, None
        if self._funnel.run(verb):
            self._show(None)
            self.taken.emit()
            self.said.emit(f"{said} Ctrl+Z takes it back.")
        else:
            self._show(offer)

    def _show(self, offer: Offer | None) -> None:
        """Show an offer, or none."""
        self.offer = offer
        self._at = -1
        if offer is None:
            self.bar.hide()
        else:
            self.bar.show_offer(offer, self._review.dictionary)
