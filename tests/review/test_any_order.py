"""Whatever the officer does in whatever order: counts add up, undo goes back exactly, the file agrees."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Changes, Span, State, Unit
from crossfoot.review.preparing import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace


class Officer(RuleBasedStateMachine):
    """An officer who does anything; ``pictures`` is what an ideal undo stack would hold."""

    make: Callable[..., Prepared]

    @initialize()
    def open(self) -> None:
        """Start with one document."""
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "any.crossfoot"
        self.workspace = Workspace.open(self.path, create=True)
        self.review = Review(self.workspace, dictionary(), reviewer="AB")
        self.review.store(type(self).make())
        self.done: list[object] = [self.picture()]
        self.undone: list[object] = []

    def picture(self) -> object:
        """Return all that can be seen."""
        return self.review.documents(), self.review.figures(), self.review.annotations(), self.review.taught()

    def did(self, changes: Changes) -> None:
        """Remember an act, if it was one."""
        if changes != Changes():
            self.done.append(self.picture())
            self.undone.clear()

    def chosen(self, which: set[int]) -> list[str]:
        """Return the ids of some figures."""
        ids = [figure.id for figure in self.review.figures()]
        return [ids[index % len(ids)] for index in sorted(which)] if ids else []

    @rule(which=st.sets(st.integers(0, 6), max_size=3), verb=st.sampled_from(["confirm", "reject", "query", "reopen"]))
    def decide(self, which: set[int], verb: str) -> None:
        """Decide on some figures at once."""
        verbs: dict[str, Callable[[list[str]], Changes]] = {
            "confirm": self.review.confirm,
            "reject": lambda ids: self.review.reject(ids, "a year"),
            "query": lambda ids: self.review.query(ids, "why?"),
            "reopen": self.review.reopen,
        }
        self.did(verbs[verb](self.chosen(which)))

    @rule(which=st.integers(0, 6), value=st.sampled_from(["1,194", "£5.5m", "57.5%", "0"]))
    def correct(self, which: int, value: str) -> None:
        """Correct a figure."""
        for figure in self.chosen({which}):
            self.did(self.review.correct(figure, {"value": value, "period": "2015/16"}))

    @rule(which=st.integers(0, 6), indicator=st.sampled_from(["contacts", "active_children"]), apply=st.booleans())
    def teach(self, which: int, indicator: str, apply: bool) -> None:
        """Correct an indicator, or look at what was rejected, and do to others what that says; keep the rule."""
        for figure in self.chosen({which}):
            if self.review.figure(figure).state is not State.REJECTED:
                self.did(self.review.correct(figure, {"indicator": indicator}))
            offer = self.review.offer_after(figure)
            if offer is not None:
                self.did(self.review.teach(offer, apply=apply, keep=True))

    @rule()
    def switch_rule(self) -> None:
        """Switch the first rule off or on."""
        for taught in self.review.taught()[:1]:
            self.did(self.review.set_rule_on(taught.id, not taught.on))

    @rule()
    def forget_rule(self) -> None:
        """Take the last rule away."""
        for taught in self.review.taught()[-1:]:
            self.did(self.review.remove_rule(taught.id))

    @rule(start=st.integers(0, 80))
    def annotate(self, start: int) -> None:
        """Mark some words."""
        for row in self.review.documents():
            self.did(self.review.annotate(row.id, Span(start, start + 9), AnnotationKind.HIGHLIGHT))

    @rule()
    def remove_mark(self) -> None:
        """Take the first mark away."""
        for annotation in self.review.annotations()[:1]:
            self.did(self.review.remove_annotation(annotation.id))

    @precondition(lambda self: self.review.documents())
    @rule()
    def remove_document(self) -> None:
        """Put the document into the bin."""
        self.did(self.review.remove_document(self.review.documents()[0].id))

    @precondition(lambda self: self.review.documents())
    @rule(number=st.integers(0, 3))
    def replace_document(self, number: int) -> None:
        """Put one of a few other versions in the place of the document."""
        new = type(self).make(f"version-{number}.txt", ending=" It was so." * (number + 1))
        old = self.review.documents()[0]
        if old.path != new.path:
            self.did(self.review.replace_document(old.id, new).changes)

    @rule()
    def undo(self) -> None:
        """Take one act back; the import itself stays."""
        if len(self.done) > 1:
            self.review.undo()
            self.undone.append(self.done.pop())

    @rule()
    def redo(self) -> None:
        """Do one act again."""
        self.review.redo()
        if self.undone:
            self.done.append(self.undone.pop())

    @rule()
    def restart(self) -> None:
        """Close and open again."""
        self.workspace.close()
        self.workspace = Workspace.open(self.path)
        self.review = Review(self.workspace, dictionary(), reviewer="AB")

    @invariant()
    def what_is_seen_is_what_was_done(self) -> None:
        """After any number of undos and redos the picture is the one from then."""
        assert self.picture() == self.done[-1]

    @invariant()
    def counts_add_up(self) -> None:
        """Found is the sum of the five states, overall and of each document."""
        figures, counts = self.review.figures(), self.review.counts()
        assert counts.found == len(figures)
        assert counts.unreviewed == sum(figure.state is State.UNREVIEWED for figure in figures)
        assert sum(row.counts.found for row in self.review.documents()) == counts.found

    def teardown(self) -> None:
        """The file agrees with itself at the end."""
        assert self.review.verify() == ()
        self.workspace.close()
        self.folder.cleanup()


def _labelled(record: Prepared) -> Prepared:
    """Return a record whose counts have a label in common, so that one can say something of the others."""
    figures = tuple(
        replace(figure, label="contacts") if figure.unit is Unit.COUNT else figure
        for figure in record.extraction.figures
    )
    return replace(record, extraction=replace(record.extraction, figures=figures))


def test_counts_add_up_and_undo_is_exact_whatever_the_officer_does(make: Callable[..., Prepared]) -> None:
    Officer.make = staticmethod(lambda *given, **named: _labelled(make(*given, **named)))
    run_state_machine_as_test(
        Officer,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
