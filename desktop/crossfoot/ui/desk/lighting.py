"""Which finding is lit: its figures in the text and the table, for as long as somebody is asked about them."""

from __future__ import annotations

from crossfoot.model import Changes, Finding
from crossfoot.review.session import Review
from crossfoot.ui.panes.document import DocumentPane
from crossfoot.ui.panes.figures import FiguresPane
from crossfoot.ui.selection import Selection


class Lighting:
    """Lights one finding at a time, and lets it go once it is not there any more."""

    def __init__(self, review: Review, selection: Selection, text: DocumentPane, figures: FiguresPane) -> None:
        self._review = review
        self._selection = selection
        self._text = text
        self._figures = figures
        self._lit: tuple[str, str] | None = None

    def show(self, finding: Finding) -> None:
        """Light a finding of the current document in the text."""
        self._lit = (self._selection.document, finding.id)
        self._text.show_finding(self._selection.document, finding)

    def show_everywhere(self, document: str, finding: Finding) -> None:
        """Light a finding everywhere: its figures in the table and the text, the first of them in the charts."""
        there = [each for each in finding.figures if self._review.has_figure(each)]
        if there and self._selection.figure not in there:
            self._selection.select_figure(there[0])
        self._text.show_finding(document, finding)
        self._figures.light(there)
        self._lit = (document, finding.id)

    def follow(self, changes: Changes) -> None:
        """Let the light of a finding go that is not there any more: it would mark what nothing is asked about."""
        if self._lit is None or self._lit[0] not in changes.findings_of | changes.documents:
            return
        document, finding = self._lit
        there = {each.id for _, each in self._review.findings(document)} if document in self._review.titles() else ()
        if finding not in there or self._review.is_dismissed(document, finding):
            self._lit = None
            self._text.let_finding_go()
            self._figures.let_go()
