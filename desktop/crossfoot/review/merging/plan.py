"""What merging another copy would do, before it is done."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from crossfoot.model import Annotation, ReviewedFigure
from crossfoot.workspace import FigureState, TargetKind, dumps

WORDS: Mapping[TargetKind, tuple[str, str]] = MappingProxyType(
    {
        TargetKind.SECOND_CHECK: ("second check", "second checks"),
        TargetKind.SIGN_OFF: ("sign-off", "sign-offs"),
        TargetKind.FINDING: ("judgement on a check", "judgements on checks"),
        TargetKind.RULE: ("taught rule", "taught rules"),
        TargetKind.OWN_CHECK: ("own check", "own checks"),
        TargetKind.CALL_IN: ("call-in rule", "call-in rules"),
        TargetKind.VIEW: ("saved view or search", "saved views and searches"),
        TargetKind.CODE: ("meaning of a tag or colour", "meanings of tags and colours"),
    }
)
"""The words for one and for several of what comes in beside figures and marks."""


def seal_of(*said: object) -> str:
    """Return the id by which a choice is remembered: it lasts as long as everything that was said stays the same."""
    return f"k{hashlib.sha256(dumps(said).encode()).hexdigest()[:24]}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure on which both copies decided, and not the same. ``theirs`` carries the ids of this workspace.

    ``state`` is what the officer's layer would hold if theirs were taken, ``seal`` what it is remembered by.
    """

    mine: ReviewedFigure
    theirs: ReviewedFigure
    state: FigureState
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something beside figures that the colleague made, changed or took away; a mark only where that is asked about.

    ``target`` is its id here, empty where it gets one when it comes in; ``document`` the record that it belongs to,
    None for what belongs to the workspace. ``before`` is what is here, as the journal keeps it, ``value`` what would be
    there then, None for nothing. ``name`` says what it is, ``reviewer`` whose.
    """

    kind: TargetKind
    name: str
    target: str
    document: str | None
    before: str
    value: Any
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """What one copy says, in words that may have several lines, and whose that is."""

    words: str
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something beside figures on which the copies differ: what is here stays unless theirs is chosen."""

    arrival: Arrival
    mine: Side
    theirs: Side

    @property
    def key(self) -> str:
        """Return what this difference is chosen by; no figure's id is like it."""
        return f"{self.arrival.kind.value}:{self.arrival.target}"

    @property
    def seal(self) -> str:
        """Return what it is remembered by that what is here was kept: the thing with what both sides say of it."""
        return seal_of(self.key, self.arrival.document, self.arrival.name, self.mine.words, self.theirs.words)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """All that a copy called ``name`` has to bring; ids are those of this workspace.

    ``documents`` counts the records that both have, ``versions`` those of them that are in another version there.
    ``figures`` are states to be taken as they are, ``annotations`` and ``edited`` marks that are new here or that
    hold what the colleague changed, ``arrivals`` what comes in beside: second checks, signatures, judgements on
    findings, rules, own checks, views and the codebook; ``differences`` are those of them, and the marks, that are to
    be decided on.
    ``agreed`` counts figures that both decided alike, ``kept`` what was kept as it is here in a merge before, with both
    sides as they are still: it is not asked about again. ``left_out`` says in sentences what cannot come in.
    """

    name: str
    documents: int
    versions: int = 0
    figures: Mapping[str, FigureState] = field(default_factory=dict)
    annotations: tuple[Annotation, ...] = ()
    edited: tuple[Annotation, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    agreed: int = 0
    kept: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would come in, whatever is decided on the conflicts."""
        marks = self.annotations or self.edited
        return not (self.figures or marks or self.arrivals or self.conflicts or self.differences)

    @property
    def choices(self) -> tuple[str, ...]:
        """Return what there is to choose: the figures of the conflicts, then the keys of the differences."""
        return (*(each.mine.id for each in self.conflicts), *(each.key for each in self.differences))

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Return whose decisions and marks would come in."""
        marks = (*self.annotations, *self.edited)
        by = [*(s.reviewer for s in self.figures.values()), *(c.theirs.reviewer for c in self.conflicts)]
        by += [mark.reviewer for mark in marks]
        by += [*(each.reviewer for each in self.arrivals), *(each.theirs.reviewer for each in self.differences)]
        return tuple(sorted({reviewer for reviewer in by if reviewer}))


def merge_words(plan: MergePlan) -> str:
    """Return what a plan brings in one sentence; conflicts are told apart from it."""
    parts = [
        (len(plan.figures), "decision"),
        (len(plan.annotations) + len(plan.edited), "mark"),
    ]
    said = [f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in parts if count]
    kinds = Counter(each.kind for each in plan.arrivals)
    said += [f"{kinds[kind]:,} {words[kinds[kind] > 1]}" for kind, words in WORDS.items() if kinds[kind]]
    by = f" by {', '.join(plan.reviewers)}" if plan.reviewers else ""
    what = f"{' and '.join([', '.join(said[:-1]), said[-1]] if len(said) > 1 else said)}{by}" if said else "nothing new"
    shared = f"{plan.documents:,} record{'' if plan.documents == 1 else 's'} in common"
    if plan.versions:
        shared += f", {plan.versions:,} of them in another version there"
    alike = f"; {plan.agreed:,} decided alike already" if plan.agreed else ""
    kept = f"; {plan.kept:,} kept as here in a merge before" if plan.kept else ""
    return f"From “{plan.name}”, with {shared}: {what}{alike}{kept}."
