"""The checks and the history of one figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crossfoot.model import Finding, Verdict, WorkingPart
from crossfoot.review.telling import Told
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import GLUED, FlowLayout, LinkButton, empty_layout, plain_label

_CLOSING = ",;.:)"
"""The signs that stand close behind what is before them."""


def verdict_words(finding: Finding) -> str:
    """Return sign and word of what a check says."""
    return "✓ holds" if finding.verdict is Verdict.HOLDS else "⚠ worth a look"


class Working(QWidget):
    """A check's working on one flowing line, each of its numbers a link to its place.

    Words and links are used again for the next working: making them costs more than all else on the way to a figure.
    """

    def __init__(self, parts: Sequence[WorkingPart], go: Callable[[str], object]) -> None:
        super().__init__()
        self._go = go
        self._words: list[QLabel] = []
        self._links: list[LinkButton] = []
        self._flow = FlowLayout(self)
        self.tell(parts)

    def tell(self, parts: Sequence[WorkingPart]) -> None:
        """Show another working."""
        order: list[QWidget] = []
        words_left, links_left = iter(tuple(self._words)), iter(tuple(self._links))
        for part in parts:
            text = part.text.strip()
            if part.figure:
                order.append(self._link(next(links_left, None), text, part.figure))
            else:
                order += [self._word(next(words_left, None), word) for word in text.split()]
        self._flow.arrange(order)
        if self.parentWidget() is not None:  # on its own it would come up as a window
            self.setVisible(bool(parts))

    def _word(self, label: QLabel | None, word: str) -> QLabel:
        """Return a label that says a word."""
        if label is None:
            label = plain_label()
            self._words.append(label)
            self._flow.addWidget(label)
        label.setText(word)
        label.setProperty(GLUED, word[0] in _CLOSING)
        return label

    def _link(self, link: LinkButton | None, text: str, figure: str) -> LinkButton:
        """Return a link to a figure."""
        target = text, "go to this figure", partial(self._go, figure)
        if link is None:
            link = LinkButton(*target)
            self._links.append(link)
            self._flow.addWidget(link)
        else:
            link.lead(*target)
        return link


class FindingCard(QFrame):
    """One finding: what it says, how it was worked out, and a way to light its figures.

    It looks as its verdict does, and is used again only for findings of the same verdict.
    """

    def __init__(self, finding: Finding, go: Callable[[str], object], show: Callable[[Finding], object]) -> None:
        super().__init__()
        self._light = show
        self.finding = finding
        self.setProperty("card", finding.verdict.value)
        role = "warning" if finding.verdict is Verdict.QUERY else "muted"
        self._rule = LinkButton(*self._way())
        self._message = plain_label(finding.message, wrap=True)
        self._working = Working(finding.working, go)
        head = QHBoxLayout()
        head.addWidget(plain_label(verdict_words(finding), role))
        head.addStretch(1)
        head.addWidget(self._rule)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.setSpacing(UNIT // 4)
        layout.addLayout(head)
        layout.addWidget(self._message)
        layout.addWidget(self._working)
        self._working.setHidden(not finding.working)

    def tell(self, finding: Finding) -> None:
        """Show another finding of the same verdict."""
        if finding == self.finding:
            return
        self.finding = finding
        self._rule.lead(*self._way())
        self._message.setText(finding.message)
        self._working.tell(finding.working)

    def _way(self) -> tuple[str, str, Callable[[], object]]:
        """Return the words, the tip and the way of the link to the figures."""
        name, tip = words.rule(self.finding).split(",")[0], f"{self.finding.name}: light its figures in the text"
        return name, tip, partial(self._light, self.finding)


class FigureChecks(QWidget):
    """What the checks say of a figure, what asks for a look above what holds."""

    def __init__(self, go: Callable[[str], object], show: Callable[[Finding], object]) -> None:
        super().__init__()
        self._go = go
        self._show = show
        self._told: tuple[Finding, ...] = ()
        self._cards: dict[Verdict, list[FindingCard]] = {Verdict.QUERY: [], Verdict.HOLDS: []}
        self._layouts = {verdict: QVBoxLayout() for verdict in self._cards}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT // 2)
        for part in self._layouts.values():
            part.setSpacing(UNIT // 2)
            layout.addLayout(part)

    def tell(self, findings: Sequence[Finding]) -> None:
        """Show the findings about a figure; the cards of the figure before are used again.

        All is hidden meanwhile: Qt lays the whole pane out anew for everything that is shown in what can be seen.
        """
        if self._told == tuple(findings):
            return
        self._told = tuple(findings)
        self.hide()
        for verdict, cards in self._cards.items():
            mine = [finding for finding in findings if finding.verdict is verdict]
            for card, finding in zip(cards, mine, strict=False):
                card.tell(finding)
            for finding in mine[len(cards) :]:
                cards.append(FindingCard(finding, self._go, self._show))
                self._layouts[verdict].addWidget(cards[-1])
            for number, card in enumerate(cards):
                card.setVisible(number < len(mine))
        self.setVisible(bool(findings))


class FigureHistory(QWidget):
    """What was done to a figure so far."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT // 4)

    def tell(self, history: Sequence[Told]) -> None:
        """Show the figure's journal, latest first."""
        empty_layout(self._layout)
        if history:
            self._layout.addWidget(plain_label("History", "pane-title"))
        for row in history:
            self._layout.addWidget(plain_label(journal_words(row), "muted", wrap=True))
        self.setVisible(bool(history))


def journal_words(told: Told) -> str:
    """Return one row of the journal on one line: "13 Jun 2013, 10:42 · JS · confirmed"; a note with what it says."""
    row = told.row
    said = json.loads(row.after) if row.target_kind == "annotation" else None
    comment = str(said.get("comment", "")) if isinstance(said, dict) else ""
    parts = (words.moment(row.at), row.reviewer, told.did, told.changed, row.reason, comment)
    return " · ".join(part for part in parts if part)
