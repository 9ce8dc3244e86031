"""What goes into a check, and what an officer may set about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from crossfoot import assets
from crossfoot.model import Commitment, Dictionary, Figure, Record, Statement


@dataclass(frozen=True, slots=True)
class CheckInput:
    """One document as the checks see it: its text, its record, and its figures with the officer's corrections."""

    document_id: str
    text: str
    record: Record
    figures: Sequence[Figure]
    statements: Sequence[Statement] = ()
    commitments: Sequence[Commitment] = ()


class CallInCount(StrEnum):
    """From which day a council counts its working days to the call-in deadline."""

    PUBLICATION_IS_DAY_ONE = "publication_is_day_one"
    CLEAR_DAYS_AFTER_PUBLICATION = "clear_days_after_publication"
    DAYS_AFTER_MEETING = "days_after_meeting"


@dataclass(frozen=True, slots=True)
class CallInRule:
    """A council's rule for its call-in deadline: how the working days are counted, and how many.

    The default is Stockton-on-Tees: midnight at the end of the fifth working day, the Proper
    Officer's date being day one (worked out from its published records). Most other councils
    count five clear working days after publication.
    """

    count: CallInCount = CallInCount.PUBLICATION_IS_DAY_ONE
    days: int = 5

    def __post_init__(self) -> None:
        """Refuse a rule that counts no day."""
        if self.days < 1:
            raise ValueError(f"a call-in rule counts at least one working day, not {self.days}")


USUAL_RULES = (CallInRule(), CallInRule(CallInCount.CLEAR_DAYS_AFTER_PUBLICATION))
"""Stockton's rule and the one of most other councils: five clear working days after publication."""


@dataclass(frozen=True)
class CheckSettings:
    """The officer's settings for the checks.

    ``call_in_by_council`` holds the rules of councils by name, as records print it, in any case. ``call_in`` is the
    rule for all others; None for not set: then Stockton's rule holds for Stockton, and at others, and in records
    that name no council, a deadline by either of :data:`USUAL_RULES` is taken to be theirs. ``closed_days`` are days
    that count as no working day beside weekends and England's bank holidays. ``dictionary`` tells how
    indicators behave in time.
    """

    call_in: CallInRule | None = None
    call_in_by_council: Mapping[str, CallInRule] = field(default_factory=lambda: MappingProxyType({}))
    closed_days: frozenset[date] = frozenset()
    dictionary: Dictionary = field(default_factory=assets.dictionary)

    def call_in_rules(self, council: str | None) -> tuple[CallInRule, ...]:
        """Return the rules that a council's deadline may follow, the likeliest first."""
        name = (council or "").casefold()
        own = next((rule for key, rule in self.call_in_by_council.items() if key.casefold() == name), self.call_in)
        if own is not None:
            return (own,)
        return USUAL_RULES[:1] if "stockton-on-tees" in name else USUAL_RULES
