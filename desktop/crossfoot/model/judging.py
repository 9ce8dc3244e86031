"""What the officer makes of findings, and the checks of the officer's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from crossfoot.model.figure import Figure, Nature, Unit


class Judgement(StrEnum):
    """What the officer decided on a finding: to raise it with the record's author, or that it needs no look."""

    OPEN = "open"
    RAISED = "raised"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class FindingDecision:
    """The officer's decision on one finding. ``finding`` is its id, which ends with a change of its figures.

    ``message`` is what the check said, so that the journal can be read when the finding is gone.
    """

    document: str
    finding: str
    judgement: Judgement
    reason: str = ""
    message: str = ""
    reviewer: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CouncilCallIn:
    """How a council counts to its call-in deadline: ``count`` names the day that it counts from, ``days`` how many."""

    council: str
    count: str
    days: int


@dataclass(frozen=True, slots=True)
class FigurePattern:
    """What a figure of another record must be to stand in a template for this one; an empty field asks nothing."""

    indicator: str | None = None
    label: str = ""
    subject: str = ""
    unit: Unit | None = None
    nature: Nature | None = None

    @classmethod
    def of(cls, figure: Figure) -> FigurePattern:
        """Return the pattern that a figure gives; its label is asked for only where it has no indicator."""
        label = "" if figure.indicator else figure.label
        return cls(figure.indicator, label, figure.subject, figure.unit, figure.nature)

    def fits(self, figure: Figure) -> bool:
        """Tell whether a figure is one of these."""
        label = self.indicator is not None or self.label.casefold() == figure.label.casefold()
        return (
            self.indicator == figure.indicator
            and label
            and self.subject.casefold() == figure.subject.casefold()
            and self.unit is figure.unit
            and self.nature is figure.nature
        )


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """A check that the officer states: a formula over named figures, tested again whenever one of them changes.

    ``names`` gives the workspace id of the figure that each name of the formula stands for, ``patterns`` what such a
    figure is in other records; with ``template`` they are tested there, too. ``tolerance`` is a number in the unit of
    the formula, or a percentage ("2%"); empty for none but the rounding of the printed figures.
    """

    id: str
    title: str
    formula: str
    names: Mapping[str, str]
    patterns: Mapping[str, FigurePattern] = field(default_factory=dict)
    tolerance: str = ""
    note: str = ""
    template: bool = False
    reviewer: str = ""
    created_at: datetime | None = None
