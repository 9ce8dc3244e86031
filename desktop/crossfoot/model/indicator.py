"""The dictionary of indicators: the field's measures and the words that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from crossfoot.model.record import Stage


class Measure(StrEnum):
    """How an indicator behaves in time, which decides what may be added up.

    Flows may be added over periods that do not overlap; nothing else may.
    """

    STOCK = "stock"
    FLOW = "flow"
    RATIO_OF_STOCK = "ratio-of-stock"
    RATIO_OF_FLOW = "ratio-of-flow"
    DURATION = "duration"
    PLAN = "plan (year)"
    FORECAST = "forecast (as-at)"
    YEAR_FLOW = "flow (year)"
    DERIVED = "derived"
    JUDGEMENT = "judgement"


class Better(StrEnum):
    """Which way is better; most indicators of demand are neutral and are shown so."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class Field(StrEnum):
    """Whose business an indicator is; its wordings may mean something else in records of other fields."""

    COUNCIL = ""
    """Any service's."""
    CHILDREN = "children"
    """Children's social care and youth justice."""


class Role(StrEnum):
    """What the words of an indicator may stand for, apart from the indicator itself."""

    MEASURE = ""
    """Nothing else."""
    COHORT = "cohort"
    """The group that another indicator is about: "reviews of children looked after"."""
    BUDGET = "budget"
    """A budget head: its budget, its outturn and its variance are all of this indicator."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure of the dictionary; ``key`` is what figures carry.

    ``aliases`` are its names; ``terms`` are further wordings, in which "&" joins phrases that
    must all stand in the sentence: "initial assessments & within". ``role`` tells what its words
    may stand for beside the indicator; ``share_of`` is the key of what it is a share or a rate of;
    ``field`` is whose business it is.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    usual_unit: str
    measure: Measure
    stage: Stage
    better: Better
    code: str = ""
    note: str = ""
    terms: tuple[str, ...] = ()
    role: Role = Role.MEASURE
    share_of: str = ""
    field: Field = Field.COUNCIL


@dataclass(frozen=True)
class Dictionary:
    """All indicators, by key, in the order of the file.

    ``groups`` are phrases that mean the same wherever a term names their group in braces: "{looked after} & {on time}".
    ``others`` are names of what no indicator measures though they hold words of one: "care homes".
    """

    indicators: tuple[Indicator, ...]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    others: tuple[str, ...] = ()
    by_key: Mapping[str, Indicator] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the indicators by key; a key that stands twice is a fault of the file."""
        index: dict[str, Indicator] = {}
        for indicator in self.indicators:
            if indicator.key in index:
                raise ValueError(f"the indicator {indicator.key!r} stands twice in the dictionary")
            index[indicator.key] = indicator
        object.__setattr__(self, "by_key", MappingProxyType(index))

    def __reduce__(
        self,
    ) -> tuple[type[Dictionary], tuple[tuple[Indicator, ...], dict[str, tuple[str, ...]], tuple[str, ...]]]:
        """Send all but the index to another process; that is a read-only view, and is made again there."""
        return Dictionary, (self.indicators, dict(self.groups), self.others)

    def __iter__(self) -> Iterator[Indicator]:
        """Go through the indicators in the order of the file."""
        return iter(self.indicators)

    def name(self, key: str | None) -> str:
        """Return the indicator's name for people, or an empty text where there is no key."""
        if key is None:
            return ""
        found = self.by_key.get(key)
        return found.name if found else key.replace("_", " ")

    @classmethod
    def of(
        cls,
        indicators: Iterable[Indicator],
        groups: Mapping[str, tuple[str, ...]] | None = None,
        others: Iterable[str] = (),
    ) -> Dictionary:
        """Make a dictionary of any iterable of indicators, the groups that their terms name, and names of none."""
        return cls(tuple(indicators), groups or {}, tuple(others))
