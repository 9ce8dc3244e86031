"""What merging another copy would do, before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossfoot.model import Annotation, ReviewedFigure
from crossfoot.model.assurance import SecondCheck
from crossfoot.model.judging import FindingDecision
from crossfoot.workspace import FigureState


@dataclass(frozen=True, slots=True)
class Conflict:
    """A figure on which both copies decided, and not the same. ``theirs`` carries the ids of this workspace.

    ``state`` is what the officer's layer would hold if theirs were taken.
    """

    mine: ReviewedFigure
    theirs: ReviewedFigure
    state: FigureState


@dataclass(frozen=True, slots=True)
class MergePlan:
    """All that a copy called ``name`` has to bring; ids are those of this workspace.

    ``figures`` are states to be taken as they are, ``annotations`` and ``edited`` marks that are new here or that
    only the colleague changed, ``checks`` second checks, ``judgements`` what was decided on findings.
    ``agreed`` counts figures that both decided alike, ``left_out`` says in sentences what cannot come in.
    """

    name: str
    documents: int
    figures: Mapping[str, FigureState] = field(default_factory=dict)
    annotations: tuple[Annotation, ...] = ()
    edited: tuple[Annotation, ...] = ()
    checks: tuple[SecondCheck, ...] = ()
    judgements: tuple[FindingDecision, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    agreed: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would come in, whatever is decided on the conflicts."""
        marks = self.annotations or self.edited
        return not (self.figures or marks or self.checks or self.judgements or self.conflicts)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Return whose decisions and marks would come in."""
        marks = (*self.annotations, *self.edited)
        by = [*(s.reviewer for s in self.figures.values()), *(c.theirs.reviewer for c in self.conflicts)]
        by += [mark.reviewer for mark in marks]
        by += [*(check.reviewer for check in self.checks), *(each.reviewer for each in self.judgements)]
        return tuple(sorted({reviewer for reviewer in by if reviewer}))


def merge_words(plan: MergePlan) -> str:
    """Return what a plan brings in one sentence; conflicts are told apart from it."""
    parts = [
        (len(plan.figures), "decision"),
        (len(plan.annotations) + len(plan.edited), "mark"),
        (len(plan.checks), "second check"),
        (len(plan.judgements), "judgement on a check" if len(plan.judgements) == 1 else "judgements on checks"),
    ]
    said = [f"{count:,} {word}{'' if count == 1 or ' on ' in word else 's'}" for count, word in parts if count]
    by = f" by {', '.join(plan.reviewers)}" if plan.reviewers else ""
    what = f"{' and '.join([', '.join(said[:-1]), said[-1]] if len(said) > 1 else said)}{by}" if said else "nothing new"
    shared = f"{plan.documents:,} record{'' if plan.documents == 1 else 's'} in common"
    return f"From “{plan.name}”, with {shared}: {what}; {plan.agreed:,} decided alike already."
