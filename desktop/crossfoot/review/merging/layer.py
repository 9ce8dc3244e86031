"""What is neither figure nor mark, side by side: second checks, signatures, judgements, rules, checks, views, codes.

Each thing is compared three ways: as it is here, as it is there, and as both copies had it when one was made from the
other. What only the colleague made or changed comes in. What both changed, and what the colleague took away, is a
difference to be decided on: nothing is overwritten or taken away unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crossfoot.model import Dictionary, JournalRow
from crossfoot.review.merging.kinds import KINDS, Kind, meaning
from crossfoot.review.merging.plan import Arrival, Difference, Side
from crossfoot.workspace import NOTHING, TargetKind, dumps, loads, replay

Layer = Mapping[tuple[str, str], str]
"""What the rows of a journal add up to: the JSON of each thing by its kind and id."""

_KEPT_WHERE_GONE = frozenset({TargetKind.SECOND_CHECK, TargetKind.SIGN_OFF})
"""Kinds that go by themselves when what they rest on changes, so that their going says nothing of its own."""


@dataclass(frozen=True, slots=True)
class Translation:
    """How what belongs to records and figures of the other copy is called here; None for what is not here.

    ``stands`` tells whether what was said there of a document's or a figure's decisions holds of those here, once all
    that only the colleague decided is in.
    """

    document: Callable[[str], str | None]
    figure: Callable[[str], str | None]
    stands: Callable[[TargetKind, str], bool]


def compare_layers(
    mine: Sequence[JournalRow],
    theirs: Sequence[JournalRow],
    base: Layer,
    *,
    here: Translation,
    dictionary: Dictionary,
) -> tuple[list[Arrival], list[Difference], list[str]]:
    """Return what comes in, what differs, and in sentences what cannot come in; both journals are oldest first."""
    found = _Compared(_Copy.of(mine), _Copy.of(theirs), base, here=here, dictionary=dictionary)
    for kind, form in KINDS.items():
        for target in found.changed_there(kind):
            found.sort(kind, form, target)
        if kind not in _KEPT_WHERE_GONE:
            for target in found.gone_there(kind):
                found.sort_gone(kind, form, target)
    return found.arrivals, found.differences, found.left_out()


@dataclass(frozen=True, slots=True)
class _Copy:
    """What one copy holds, and who wrote each thing down last."""

    layer: Layer
    writers: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, rows: Sequence[JournalRow]) -> _Copy:
        """Return what a journal adds up to."""
        return cls(replay(rows), {(row.target_kind, row.target): row.reviewer for row in rows})

    def reviewer(self, kind: TargetKind, target: str, value: Any) -> str:
        """Return whose a thing is: its own reviewer, or who wrote it down or took it away."""
        return getattr(value, "reviewer", "") or self.writers.get((kind.value, target), "")


class _Compared:
    """What was found so far."""

    def __init__(
        self,
        mine: _Copy,
        theirs: _Copy,
        base: Layer,
        *,
        here: Translation,
        dictionary: Dictionary,
    ) -> None:
        self._here_copy, self._there_copy = mine, theirs
        self._mine, self._theirs, self._base = mine.layer, theirs.layer, base
        self._here = here
        self._dictionary = dictionary
        self.arrivals: list[Arrival] = []
        self.differences: list[Difference] = []
        self._outdated = 0
        self._homeless: list[str] = []

    def changed_there(self, kind: TargetKind) -> Iterator[str]:
        """Yield what the colleague made or changed."""
        for (named, target), data in self._theirs.items():
            before = self._base.get((named, target))
            if named == kind.value and (before is None or meaning(before) != meaning(data)):
                yield target

    def gone_there(self, kind: TargetKind) -> Iterator[str]:
        """Yield what the colleague took away and is here still."""
        for named, target in self._base:
            if named == kind.value and (named, target) not in self._theirs and (named, target) in self._mine:
                yield target

    def sort(self, kind: TargetKind, form: Kind, target: str) -> None:
        """Sort one thing that the colleague made or changed."""
        value = loads(form.model, self._theirs[kind.value, target])
        named = self._translated(kind, target, value)
        if named is None:
            self._homeless.append(f"{form.name(value)} is about what is not in this workspace.")
            return
        if kind in _KEPT_WHERE_GONE and not self._here.stands(kind, target):
            self._outdated += 1
            return
        my_target, value = named
        before = self._base.get((kind.value, target))
        my_target, mine = self._counterpart(kind, form, my_target, value, known=before is not None)
        if mine is not None and meaning(mine) == meaning(dumps(value)):
            return
        by = self._there_copy.reviewer(kind, target, value)
        arrival = Arrival(kind, form.name(value), my_target, _document_of(value), mine or NOTHING, value, by)
        only_there = before is None if mine is None else before is not None and meaning(before) == meaning(mine)
        if only_there or (mine is not None and kind is TargetKind.CODE and not loads(form.model, mine).meaning):
            self.arrivals.append(arrival)
            return
        self._differ(arrival, form, mine)

    def sort_gone(self, kind: TargetKind, form: Kind, target: str) -> None:
        """Sort one thing that the colleague took away."""
        mine = self._mine[kind.value, target]
        value = loads(form.model, mine)
        by = self._there_copy.reviewer(kind, target, None)
        self._differ(Arrival(kind, form.name(value), target, _document_of(value), mine, None, by), form, mine)

    def left_out(self) -> list[str]:
        """Say what cannot come in."""
        said = list(self._homeless)
        if self._outdated:
            things = "second check or sign-off is" if self._outdated == 1 else "second checks and sign-offs are"
            said.append(f"{self._outdated} {things} about other decisions than stand here: look and sign again.")
        return said

    def _differ(self, arrival: Arrival, form: Kind, mine: str | None) -> None:
        """Note a difference to be decided on."""
        held = None if mine is None else loads(form.model, mine)
        by = self._here_copy.reviewer(arrival.kind, arrival.target, held)
        here, there = (
            "taken away" if each is None else form.said(each, self._dictionary) for each in (held, arrival.value)
        )
        self.differences.append(Difference(arrival, Side(here, by), Side(there, arrival.reviewer)))

    def _counterpart(
        self, kind: TargetKind, form: Kind, target: str, value: Any, *, known: bool
    ) -> tuple[str, str | None]:
        """Return what a thing is called here, and its JSON here; an empty name where it needs one of its own."""
        if known or not form.letter:
            return target, self._mine.get((kind.value, target))
        for (named, each), data in self._mine.items():
            if named == kind.value and form.alike(loads(form.model, data)) == form.alike(value):
                return each, data
        return "", None

    def _translated(self, kind: TargetKind, target: str, value: Any) -> tuple[str, Any] | None:
        """Return a thing under the names of this workspace, or None where what it is about is not here."""
        here = self._here
        match kind:
            case TargetKind.SECOND_CHECK:
                figure, document = here.figure(target), here.document(value.document)
                return (figure, replace(value, figure=figure, document=document)) if figure and document else None
            case TargetKind.SIGN_OFF | TargetKind.FINDING:
                document = here.document(value.document)
                named = document if kind is TargetKind.SIGN_OFF else f"{document}:{value.finding}"
                return (named or "", replace(value, document=document)) if document else None
            case TargetKind.OWN_CHECK:
                names = {name: here.figure(figure) for name, figure in value.names.items()}
                return (target, replace(value, names=names)) if all(names.values()) else None
            case TargetKind.VIEW:
                documents = [here.document(each) or "" for each in value.chosen.get("document", ())]
                chosen = {**value.chosen, "document": tuple(documents)} if documents else value.chosen
                return (target, replace(value, chosen=chosen)) if all(documents) else None
        return target, value


def _document_of(value: Any) -> str | None:
    """Return the document that a thing belongs to, or None for what belongs to the workspace."""
    document: str | None = getattr(value, "document", None)
    return document
