"""Whatever the officer does in whatever order: counts add up, undo goes back exactly, the file agrees."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
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
from crossfoot.model import AnnotationKind, Changes, Span, State, Unit, WorldError
from crossfoot.review.prepared import Prepared
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
        self.points: list[tuple[int, list[object]]] = []
        self.note_point()

    def note_point(self) -> None:
        """Remember the row of the journal that what is done now ends with."""
        self.points.append((self.review.history()[0].seq, list(self.done)))

    def picture(self) -> object:
        """Return all that can be seen."""
        return self.review.documents(), self.review.figures(), self.review.annotations(), self.review.taught()

    def did(self, changes: Changes) -> None:
        """Remember an act, if it was one."""
        if changes != Changes():
            self.done.append(self.picture())
            self.undone.clear()
            self.note_point()

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

    @precondition(lambda self: self.review.binned())
    @rule()
    def put_back(self) -> None:
        """Take the documents out of the bin that no other version has taken the place of."""
        if not self.review.documents():
            self.did(self.review.restore_documents([self.review.binned()[0].id]))

    @rule(which=st.sets(st.integers(0, 6), min_size=2, max_size=3))
    def join(self, which: set[int]) -> None:
        """Join figures, where they stand next to each other."""
        with suppress(WorldError):
            self.did(self.review.join(self.chosen(which)))

    @rule(which=st.sets(st.integers(0, 6), max_size=3), unit=st.sampled_from(["fte", "count"]))
    def correct_several(self, which: set[int], unit: str) -> None:
        """Correct a field of several figures."""
        self.did(self.review.correct_all(self.chosen(which), {"unit": unit}))

    @rule(name=st.sampled_from(["ask", "later"]), resolved=st.booleans())
    def tend_marks(self, name: str, resolved: bool) -> None:
        """Answer under the first mark, resolve the others, and merge their tags."""
        marks = [annotation.id for annotation in self.review.annotations()]
        for mark in marks[:1]:
            self.did(self.review.edit_annotation(mark, tags=["one", name]))
            self.did(self.review.reply(mark, name))
        self.did(self.review.resolve(marks[1:], resolved=resolved))
        self.did(self.review.merge_tags(["one", "ask"], name))

    @rule(place=st.integers(0, 40))
    def go_back(self, place: int) -> None:
        """Go back to a point; undo goes on from there, and redo would do all of it again."""
        seq, done = self.points[place % len(self.points)]
        now = self.picture()
        if self.review.go_back(seq) != Changes():
            self.done = list(done)
            self.undone = [now]

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
