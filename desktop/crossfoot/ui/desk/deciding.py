"""The loop of the desk: decide on the selected figure, and the next one comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from crossfoot.model import About, AnnotationKind, Changes, Figure, Span, State
from crossfoot.model.codebook import COLOURS
from crossfoot.model.wording import ABOUT_WORDS, figure_words
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.drafts import Drafts, empty_draft
from crossfoot.ui.operations import Funnel
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import AskBar
from crossfoot.workspace import Draft, DraftKind

REASONS = (
    "a date or a year",
    "a reference or list number",
    "part of a name",
    "a condition, not performance",
    "counted already",
)
"""The short list of reasons for "not a figure"; a digit takes one of them."""

ONE_MOVEMENT = 0.7
"""Seconds within which an Enter belongs to the digit before it: nobody has read the next figure any sooner.

Two keys struck as one movement are some 0.1 to 0.4 s apart, also for who types slowly; to see a number, find it right
and press a key takes longer than 0.7 s.
"""

_NO_FIGURES = "There are no figures to decide on yet."
_SIGN = "F9 leads to the sign-off"

_COMMENT_HINT = "words, and #tags"


class Order(Protocol):
    """The order in which figures stand on the screen, and which of them are picked."""

    def selected_ids(self) -> list[str]:
        """Return the figures of all selected rows."""

    def next_undecided(self, after: str, *, backwards: bool = False) -> str | None:
        """Return the next undecided figure as the screen has them."""

    def is_by_doubt(self) -> bool:
        """Tell whether the most doubtful figures come first."""


class Decisions(QObject):
    """Turns keys and buttons into the review's verbs.

    ``said`` carries a sentence for the status line; ``finished`` tells that a question inside the
    window was answered or left, so that the focus can go back to where it was. ``taught`` carries
    a figure whose decision may say something of others like it.
    """

    said = Signal(str)
    finished = Signal()
    taught = Signal(str)

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        selection: Selection,
        order: Order,
        *,
        ask: AskBar,
        drafts: Drafts,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._review = review
        self._funnel = funnel
        self._selection = selection
        self._order = order
        self._ask = ask
        self._drafts = drafts
        self._draft: Draft | None = None
        self._colour = COLOURS[0]
        self._then: Callable[[str], bool] | None = None
        self.clock = clock
        self._is_struck = False
        self._unseen: tuple[str, float] | None = None
        drafts.watch(ask.line, lambda: self._draft)
        ask.struck.connect(self._strike)
        ask.answered.connect(self._answered)
        ask.left.connect(self._left)

    def confirm(self) -> None:
        """Confirm the selected figures that are undecided, and go to the next; decided ones stay as they are."""
        ids = [item for item in self._targets() if self._review.figure(item).state is State.UNREVIEWED]
        if ids and self._is_unseen(ids):
            self.said.emit(f"The digit was the answer already. Enter now confirms {self._named(ids)}.")
        elif ids:
            self._decide(ids, lambda: self._review.confirm(ids))
        else:
            self.go_on()

    def _is_unseen(self, ids: Sequence[str]) -> bool:
        """Tell whether an Enter only ends the digit that brought these figures; the next one counts."""
        unseen, self._unseen = self._unseen, None
        return unseen is not None and unseen[0] in ids and self.clock() < unseen[1]

    def confirm_plainly(self) -> None:
        """Confirm the selected figure whatever was decided on it before: the button says so."""
        ids = self._targets()
        self._decide(ids, lambda: self._review.confirm(ids))

    def reject(self) -> None:
        """Ask why the selected figures are none, and reject them."""
        ids = self._targets()
        if ids:
            self._question(
                f"{self._named(ids)} is not a figure because it is…"
                if len(ids) == 1
                else f"These {len(ids)} are not figures because each is…",
                lambda reason: self._reject(ids, reason),
                DraftKind.REASON,
                reasons=REASONS,
                hint="a digit, or own words",
            )
        else:
            self.said.emit(self.nothing())

    def _reject(self, ids: list[str], reason: str) -> bool:
        """Reject figures, and let the first of them say something of others; tell whether it went through."""
        done = self._decide(ids, lambda: self._review.reject(ids, reason))
        self.taught.emit(ids[0])
        return done

    def query(self) -> None:
        """Ask what is in question, and note it."""
        ids = self._targets()
        if ids:
            self._question(
                f"What is in question about {self._named(ids)}?",
                lambda text: self._decide(ids, lambda: self._review.query(ids, text)),
                DraftKind.QUESTION,
                hint="for example: last record says 1,149",
            )
        else:
            self.said.emit(self.nothing())

    def reopen(self) -> None:
        """Take the decision on the selected figures back to undecided."""
        targets = self._targets()
        ids = [item for item in targets if self._review.figure(item).state is not State.UNREVIEWED]
        if ids:
            self._funnel.run(lambda: self._review.reopen(ids))
        elif targets:
            self.said.emit(f"{self._named(targets)} {_are(len(targets))} undecided already.")
        else:
            self.said.emit(self.nothing())

    def correct(self, figure_id: str, fields: Mapping[str, str]) -> str:
        """Correct fields of one figure; return an empty text, or the sentence that says why not.

        Where it is one of several selected rows, all of them get the field, but for the value, which is each one's own.
        """
        ids = self._order.selected_ids()
        if figure_id in ids and len(ids) > 1 and "value" not in fields:
            sentence = self._funnel.attempt(lambda: self._review.correct_all(ids, fields))
            if not sentence:
                self.said.emit(f"{words.plural(len(ids), 'figure')} corrected.")
            return sentence
        sentence = self._funnel.attempt(lambda: self._review.correct(figure_id, fields))
        if not sentence:
            self.taught.emit(figure_id)
        return sentence

    def join(self) -> None:
        """Join the selected figures into one, and go to it."""
        ids = self._targets()
        self._reshape(lambda: self._review.join(ids), "Joined: look at the new figure, then decide on it.")

    def split(self) -> None:
        """Split the selected figure into its numbers, and go to the first of them."""
        figure = self._selection.figure
        if figure:
            self._reshape(lambda: self._review.split(figure), "Split: look at the parts, then decide on them.")
        else:
            self.said.emit(self.nothing())

    def _reshape(self, verb: Callable[[], Changes], said: str) -> None:
        """Put other figures in the place of some, and go to the first that came."""
        made: list[str] = []

        def run() -> Changes:
            changes = verb()
            made.extend(
                each
                for each in changes.figures
                if self._review.has_figure(each) and self._review.figure(each).state is State.UNREVIEWED
            )
            return changes

        if self._funnel.run(run) and made:
            first = min(made, key=lambda each: self._review.figure(each).printed.span)
            self._selection.select_figure(first)
            self.said.emit(said)

    def write_note(self, figure_id: str, note: str) -> str:
        """Keep the note of one figure; return an empty text, or the sentence that says why not."""
        return self._funnel.attempt(lambda: self._review.set_note(figure_id, note))

    def go_on(self, *, backwards: bool = False) -> None:
        """Select the next undecided figure on the screen; where none is left, the next anywhere."""
        current = self._selection.figure
        found = self._order.next_undecided(current, backwards=backwards)
        if found is None and self._order.is_by_doubt() and not backwards:
            found = self._review.most_doubtful(current or None)
        found = found or self._review.next_undecided(current or None, backwards=backwards)
        if found:
            self._selection.select_figure(found)
        else:
            self.said.emit(self._all_decided(None))

    def undo(self) -> None:
        """Take the last act back, whichever session it was done in."""
        self._step("Undone", self._review.undo_label(), self._review.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step("Done again", self._review.redo_label(), self._review.redo)

    def add_figure(self, proposal: Figure, fields: Mapping[str, str]) -> str:
        """Add a figure that was missed, with the fields as the officer left them; return as :meth:`correct` does.

        The journal keeps both: what was proposed, and what the officer made of it.
        """
        document = self._selection.document
        made: list[str] = []

        def add() -> Changes:
            changes = self._review.add_figure(document, proposal, fields)
            made.extend(changes.figures)
            return changes

        sentence = self._funnel.attempt(add)
        if made and not sentence:
            self._selection.select_figure(made[0])
        return sentence

    def highlight(self, span: Span) -> bool:
        """Mark selected words."""
        document = self._selection.document
        return self._funnel.run(
            lambda: self._review.annotate(document, span, AnnotationKind.HIGHLIGHT, colour=self._colour)
        )

    def next_colour(self) -> str:
        """Mark with the next colour from now on, and return its name."""
        self._colour = COLOURS[(COLOURS.index(self._colour) + 1) % len(COLOURS)]
        return self._colour

    def comment(self, span: Span, quote: str) -> None:
        """Ask for a comment on selected words; words with "#" before them become its tags."""
        document = self._selection.document

        def write(said: str) -> bool:
            text, tags = words.parted(said)
            return self._funnel.run(
                lambda: self._review.annotate(document, span, AnnotationKind.COMMENT, comment=text, tags=tags)
            )

        question = f"Comment on “{_short(quote)}”"
        self._question(question, write, DraftKind.COMMENT, hint=_COMMENT_HINT, needs_text=True, span=span)

    def note(self, document: str, about: About, target: str, shown: str) -> None:
        """Ask for a note on a record or on the point of a chart, which ``shown`` names."""

        def write(said: str) -> bool:
            text, tags = words.parted(said)
            kept = self._funnel.run(
                lambda: self._review.note(document, about, text, target=target, words=shown, tags=tags)
            )
            if kept:  # nothing on the screen need show it: the point may be one of another record
                self.said.emit(f"Note on the {ABOUT_WORDS[about]} kept. Ctrl+7 shows the notes.")
            return kept

        named = "" if about is About.CHART_POINT else f"the {ABOUT_WORDS[about]} "  # a point's own words name its chart
        question = f"Note on {named}“{shown}”"
        about_it = f"{about.value}:{target}"
        self._question(
            question, write, DraftKind.COMMENT, hint=_COMMENT_HINT, needs_text=True, target=about_it, document=document
        )

    def _targets(self) -> list[str]:
        """Return the figures to decide on: the selected rows where they hold the current figure, else that alone."""
        ids = self._order.selected_ids()
        current = self._selection.figure
        return ids if current in ids else [current] if current else []

    def _named(self, ids: Sequence[str]) -> str:
        """Name one figure by its value, several by their number."""
        return figure_words(self._review.figure(ids[0]).current) if len(ids) == 1 else words.plural(len(ids), "figure")

    def _decide(self, ids: list[str], verb: Callable[[], Changes]) -> bool:
        """Run a verb, then go to the next undecided figure as the screen stood; tell whether it went through."""
        if not ids:
            return False
        decided = set(ids)
        following = self._order.next_undecided(ids[-1])
        document = self._selection.document
        if following and following not in decided:
            ahead = following
            return self._funnel.run(verb, lambda: self._selection.select_figure(ahead))
        if not self._funnel.run(verb):
            return False
        following = self._order.next_undecided(ids[-1])
        if following and following not in decided:
            self._selection.select_figure(following)
        else:
            self._selection.select_figure(ids[-1])
            self.said.emit(self._all_decided(document))
        return True

    def nothing(self) -> str:
        """Say why there is no figure to decide on: none is there, or none is selected."""
        return "Select a figure first." if self._review.counts().found else _NO_FIGURES

    def _all_decided(self, document: str | None) -> str:
        """Say that nothing is left to decide: in this record, or anywhere."""
        everywhere = self._review.counts()
        if not everywhere.found:
            return _NO_FIGURES
        if not everywhere.unreviewed:
            return f"{_all_of(everywhere.found)} of this workspace {_are(everywhere.found)} decided. {_SIGN}."
        counts = self._review.counts(document)
        if document and not counts.unreviewed:
            said = f"{_all_of(counts.found)} of this record {_are(counts.found)} decided."
            return f"{said} N goes to the next record. {_SIGN}."
        return "No undecided figure is shown here. N goes to the next one elsewhere."

    def _step(self, said: str, label: str | None, verb: Callable[[], Changes]) -> None:
        """Undo or redo one act, and go to the figure that it was about."""
        if label is None:
            self.said.emit("There is nothing to take back." if said == "Undone" else "There is nothing to do again.")
            return
        touched: list[str] = []

        def run() -> Changes:
            changes = verb()
            touched.extend(sorted(changes.figures))
            return changes

        if self._funnel.run(run):
            if touched and self._review.has_figure(touched[0]):
                self._selection.select_figure(touched[0])
            self.said.emit(f"{said}: {label}")

    def _question(
        self,
        question: str,
        then: Callable[[str], bool],
        kind: DraftKind,
        *,
        reasons: tuple[str, ...] = (),
        hint: str = "",
        needs_text: bool = False,
        span: Span | None = None,
        target: str | None = None,
        document: str = "",
    ) -> None:
        """Ask inside the window and remember what to do with the answer; a draft of it stands there again."""
        if target is None:
            target = "" if span else self._selection.figure
        self._then = then
        self._draft = empty_draft(kind, document or self._selection.document, target, span)
        kept = next((draft.text for draft in self._review.drafts() if draft.key == self._draft.key), "")
        self._ask.ask(question, reasons=reasons, hint=hint, needs_text=needs_text, text=kept)

    def _strike(self) -> None:
        """Remember that a digit answers."""
        self._is_struck = True

    def _answered(self, text: str) -> None:
        """Do what the question was for; the draft goes once that is done."""
        then, self._then = self._then, None
        draft, self._draft = self._draft, None
        struck, self._is_struck = self._is_struck, False
        before = self._selection.figure
        self._drafts.keep()
        self.finished.emit()
        if then and then(text):
            self._drafts.done(draft)
        if struck and self._selection.figure != before:
            self._unseen = (self._selection.figure, self.clock() + ONE_MOVEMENT)

    def _left(self) -> None:
        """Forget the question, and what was typed."""
        self._drafts.done(self._draft)
        self._then = self._draft = None
        self.finished.emit()


def _all_of(count: int) -> str:
    """Return "The one figure" or "All 45 figures"."""
    return "The one figure" if count == 1 else f"All {count:,} figures"


def _are(count: int) -> str:
    """Return the verb for one or several."""
    return "is" if count == 1 else "are"


def _short(quote: str) -> str:
    """Return words on one line, cut to what a question has room for."""
    said = " ".join(quote.split())
    return said if len(said) <= 48 else said[:47] + "…"
