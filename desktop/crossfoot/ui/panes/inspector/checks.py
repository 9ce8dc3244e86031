"""The checks and the history of one figure."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crossfoot.model import Finding, JournalRow, Verdict, WorkingPart
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import FlowLayout, LinkButton, empty_layout, plain_label


def verdict_words(finding: Finding) -> str:
    """Return sign and word of what a check says."""
    return "✓ holds" if finding.verdict is Verdict.HOLDS else "⚠ worth a look"


class Working(QWidget):
    """A check's working on one flowing line, each of its numbers a link to its place."""

    def __init__(self, parts: Sequence[WorkingPart], go: Callable[[str], object]) -> None:
        super().__init__()
        flow = FlowLayout(self)
        for part in parts:
            text = part.text.strip()
            if part.figure:
                flow.addWidget(LinkButton(text, "go to this figure", partial(go, part.figure)))
            else:
                for word in text.split():
                    flow.addWidget(plain_label(word))


class FindingCard(QFrame):
    """One finding: what it says, how it was worked out, and a way to light its figures."""

    def __init__(self, finding: Finding, go: Callable[[str], object], show: Callable[[Finding], object]) -> None:
        super().__init__()
        self.setProperty("card", finding.verdict.value)
        head = QHBoxLayout()
        head.addWidget(plain_label(verdict_words(finding), "warning" if finding.verdict is Verdict.QUERY else "muted"))
        head.addStretch(1)
        head.addWidget(
            LinkButton(
                words.rule(finding).split(",")[0],
                f"{finding.name}: light its figures in the text",
                partial(show, finding),
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        layout.setSpacing(UNIT // 4)
        layout.addLayout(head)
        layout.addWidget(plain_label(finding.message, wrap=True))
        if finding.working:
            layout.addWidget(Working(finding.working, go))


class FigureChecks(QWidget):
    """What the checks say of a figure."""

    def __init__(self, go: Callable[[str], object], show: Callable[[Finding], object]) -> None:
        super().__init__()
        self._go = go
        self._show = show
        self._told: tuple[Finding, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT // 2)

    def tell(self, findings: Sequence[Finding]) -> None:
        """Show the findings about a figure, in their order; neighbours often share them, and keep their cards."""
        self.setVisible(bool(findings))
        if self._told == tuple(findings):
            return
        self._told = tuple(findings)
        empty_layout(self._layout)
        for finding in findings:
            self._layout.addWidget(FindingCard(finding, self._go, self._show))


class FigureHistory(QWidget):
    """What was done to a figure so far."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(UNIT // 4)

    def tell(self, history: Sequence[JournalRow]) -> None:
        """Show the figure's journal, latest first."""
        empty_layout(self._layout)
        if history:
            self._layout.addWidget(plain_label("History", "pane-title"))
        for row in history:
            self._layout.addWidget(plain_label(journal_words(row), "muted", wrap=True))
        self.setVisible(bool(history))


def journal_words(row: JournalRow) -> str:
    """Return one row of the journal on one line: "13 Jun 2013, 10:42 · JS · confirm"; a note with what it says."""
    said = json.loads(row.after) if row.target_kind == "annotation" else None
    comment = str(said.get("comment", "")) if isinstance(said, dict) else ""
    parts = (words.moment(row.at), row.reviewer, row.verb.replace("_", " "), row.reason, comment)
    return " · ".join(part for part in parts if part)
