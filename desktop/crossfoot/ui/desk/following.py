"""What is selected follows what is there: records that come and go, figures that go, and a figure's indicator."""

from __future__ import annotations

from crossfoot.model import Changes
from crossfoot.review.session import Review
from crossfoot.ui.selection import Selection


class Following:
    """Keeps the selection on something that the workspace holds."""

    def __init__(self, review: Review, selection: Selection) -> None:
        self._review = review
        self._selection = selection
        self._arriving = False

    def start(self) -> None:
        """Select the first undecided figure, or where there is none the first record, unless one is selected."""
        first = self._review.next_undecided(None)
        if first:
            self._selection.select_figure(first)
        elif not self._selection.document:
            self._selection.select_document(next(iter(self._review.titles()), ""))

    def settle(self) -> bool:
        """After the first records are in, go to the first of them all; tell whether, for work may have begun."""
        starts = self._arriving and not self._review.counts().decided
        self._arriving = False
        if starts:
            self.start()
        return starts

    def follow_documents(self, changes: Changes) -> None:
        """Select the first record that came in, and let go a record or a figure that went."""
        if not changes.documents:
            self._let_go_figure(changes)
            return
        there = self._review.titles()
        if self._selection.document in there:
            self._let_go_figure(changes)
        else:
            self._selection.clear()
            self._arriving = bool(there)
            if there:
                self.start()

    def follow_indicator(self, figure_id: str) -> None:
        """Select the indicator of the selected figure, where it has one: the charts show its line then."""
        if figure_id:
            indicator = self._review.figure(figure_id).current.indicator
            if indicator:
                self._selection.select_indicator(indicator)

    def _let_go_figure(self, changes: Changes) -> None:
        """Go to the next undecided figure where the selected one went with an undo, or with another reading."""
        gone = self._selection.figure
        touched = gone in changes.figures or self._selection.document in changes.documents
        if gone and touched and not self._review.has_figure(gone):
            following = self._review.next_undecided(None, document_id=self._selection.document)
            self._selection.select_figure(following or "")
