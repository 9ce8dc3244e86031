"""What the officer has taught the program: rules beside the shipped dictionary, never in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crossfoot.model.figure import Unit


class RuleKind(StrEnum):
    """What a taught rule says of the figures that it fits."""

    INDICATOR = "indicator"
    UNIT = "unit"
    NOT_A_FIGURE = "not_a_figure"


@dataclass(frozen=True, slots=True)
class TaughtRule:
    """One rule. It fits figures printed in ``unit`` (None: no unit was read) whose words are alike.

    Alike are figures whose label is ``words``, plurals and articles aside. A rule without ``words`` goes by the
    words right beside the number instead: those of ``before`` end at it and those of ``behind`` begin after it, as a
    text has them, plurals aside, with "#" for any number among them. ``gives`` is the indicator's key or the unit, and
    empty where the rule says that these are no figures. ``was`` is the indicator that was read before, empty where
    there was none: what is read as a third one is left alone. A rule that is not ``on`` is kept and does nothing.
    ``id`` is unique in its workspace.
    """

    id: str
    kind: RuleKind
    unit: Unit | None = None
    words: str = ""
    before: str = ""
    behind: str = ""
    gives: str = ""
    was: str = ""
    on: bool = True
    reviewer: str = ""
    made_at: datetime | None = None

    @property
    def pattern(self) -> str:
        """Return the words that the rule goes by on one line: "placement starts", "room # of"."""
        return self.words or " ".join(part for part in (self.before, "#", self.behind) if part)
