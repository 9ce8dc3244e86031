"""Selecting words on sheets, by the pointer and by the keyboard."""

from __future__ import annotations

from crossfoot.model import Page, Span, WordBox
from crossfoot.ui.panes.page.sheets import Sheets

_REACH = 6000
"""Characters of the text in which the next word is looked for; more than a page without words leaves out."""


def nearest_word(page: Page, x: float, y: float) -> WordBox | None:
    """Return the word at a point of a page, or the nearest one: lines away first, then along the line."""

    def away(box: WordBox) -> tuple[float, float]:
        return max(box.top - y, y - box.bottom, 0.0), max(box.left - x, x - box.right, 0.0)

    return min(page.boxes, key=away, default=None)


class WordSelection:
    """Which words are selected; ``anchor`` is where the selection began, the caret where it goes on."""

    def __init__(self) -> None:
        self.span: Span | None = None
        self._anchor: Span | None = None
        self._caret = 0

    def forget(self) -> None:
        """Begin anew, for another document."""
        self.span = self._anchor = None
        self._caret = 0

    def begin(self, word: Span | None) -> None:
        """Let go what is selected, and note the word that a selection may begin with."""
        self.span = None
        self._anchor = word
        self._caret = word.start if word else self._caret

    def may_extend(self, word: Span) -> bool:
        """Tell whether dragging to a word selects: a press that stays on one word is a click."""
        return self._anchor is not None and (self.span is not None or word != self._anchor)

    def extend(self, word: Span) -> None:
        """Select from where the selection began to a word."""
        anchor = self._anchor = self._anchor or word
        self.span = Span(min(anchor.start, word.start), max(anchor.end, word.end))
        self._caret = word.start if word.start < anchor.start else word.end

    def take(self, span: Span) -> None:
        """Select a stretch of the text."""
        self.span = self._anchor = span
        self._caret = span.end

    def put_caret(self, offset: int) -> None:
        """Let the keyboard start at a place, unless words are selected."""
        if self.span is None:
            self._anchor, self._caret = None, offset

    def step(self, sheets: Sheets, *, forward: bool, extending: bool) -> WordBox | None:
        """Go one word on or back, and select it or go on selecting; return the word, None at the end."""
        word = self._next(sheets, forward=forward)
        if word is None:
            return None
        anchor = self._anchor
        if not (extending and anchor is not None and self.span is not None):
            self.span = self._anchor = word.span
            self._caret = word.span.end if forward else word.span.start
        elif forward and word.span.start < anchor.start:  # the free end comes back to where it began
            self.span = Span(min(word.span.end + 1, anchor.start), anchor.end)
            self._caret = word.span.end
        elif not forward and word.span.start > anchor.start:
            self.span = Span(anchor.start, max(anchor.end, word.span.start - 1))
            self._caret = word.span.start
        else:
            self.extend(word.span)
        return word

    def _next(self, sheets: Sheets, *, forward: bool) -> WordBox | None:
        """Return the first word behind the caret, or the last one before it.

        Notes at the foot of a sheet may stand far behind in the text, so all sheets nearby are asked.
        """
        caret = self._caret
        if forward:
            near = sheets.sheets_of(Span(caret, caret + _REACH))
            first = [next((box for box in sheets.page(at).boxes if box.span.start >= caret), None) for at in near]
            return min((box for box in first if box is not None), key=lambda box: box.span.start, default=None)
        near = sheets.sheets_of(Span(max(0, caret - _REACH), caret))
        last = [next((box for box in reversed(sheets.page(at).boxes) if box.span.end <= caret), None) for at in near]
        return max((box for box in last if box is not None), key=lambda box: box.span.end, default=None)
