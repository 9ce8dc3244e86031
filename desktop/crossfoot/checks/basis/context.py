"""One record made ready for the rules: its text cut once, its figures indexed once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from crossfoot.checks.basis.cues import OF_THESE, dimension
from crossfoot.checks.basis.passages import Passages, cut
from crossfoot.checks.settings import CheckInput, CheckSettings
from crossfoot.model import Figure, Indicator, Measure, Nature, Qualifier, Record, Unit

T = TypeVar("T")
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_NO_PART = frozenset({Qualifier.AVERAGE, Qualifier.OVER, Qualifier.UNDER})
_NOT_A_LEVEL = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK})
_ASSUMED = frozenset({"reporting period", "latest date named"})
_OF_THEM = re.compile(r"\s*(?:\([^)]*\)\s*)?of (?:them|these|those|the|which|whom)\b")
_NEVER_ADDED = frozenset({Measure.RATIO_OF_STOCK, Measure.RATIO_OF_FLOW, Measure.DURATION, Measure.JUDGEMENT})


@dataclass(frozen=True)
class Context:
    """What every rule is given: the record, its figures in the order of the text, and its passages."""

    input: CheckInput
    settings: CheckSettings
    figures: tuple[Figure, ...]
    passages: Passages
    _found: dict[Callable[[Context], object], object] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, given: CheckInput, settings: CheckSettings) -> Context:
        """Make one record ready; figures whose span lies outside the text are a fault of the caller."""
        if any(f.span.end > len(given.text) for f in given.figures):
            raise ValueError("a figure stands outside the text it is checked against")
        figures = tuple(sorted(given.figures, key=lambda f: (f.span.start, f.span.end)))
        return cls(given, settings, figures, cut(given.text, figures))

    def once(self, make: Callable[[Context], T]) -> T:
        """Return what ``make`` finds in this record, looked for once however many rules ask for it."""
        if make not in self._found:
            self._found[make] = make(self)
        return cast("T", self._found[make])

    @property
    def record(self) -> Record:
        """Return what the document says of itself."""
        return self.input.record

    @property
    def text(self) -> str:
        """Return the stored text."""
        return self.input.text

    @cached_property
    def by_indicator(self) -> Mapping[str, Sequence[Figure]]:
        """Return the figures of each indicator in the order of the text."""
        index: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.indicator is not None:
                index[figure.indicator].append(figure)
        return index

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """Return the figures by their id."""
        return {f.id: f for f in self.figures}

    def indicator(self, figure: Figure) -> Indicator | None:
        """Return the dictionary's entry of a figure's indicator, or None."""
        return None if figure.indicator is None else self.settings.dictionary.by_key.get(figure.indicator)

    def measure(self, figure: Figure) -> Measure | None:
        """Return how the figure's indicator behaves in time, or None where that is not known."""
        indicator = self.indicator(figure)
        return None if indicator is None else indicator.measure

    def dates_itself(self, figure: Figure) -> bool:
        """Tell whether the text dates the figure in so many words, and not the report as a whole.

        The extractor gives a figure the report's own period where nothing nearer dates it, and says so in its evidence.
        """
        if figure.period is None:
            return False
        told = next((e for e in figure.evidence if e.field == "period"), None)
        return told is None or told.span is not None or told.rule not in _ASSUMED

    def is_subset(self, figure: Figure) -> bool:
        """Tell whether the words beside a figure, or its own name, make it a part of something."""
        if self.is_told_as_part(figure):
            return True
        return self.passages.sentence_of(figure) is not None and dimension(figure.subject.split(",")[0]) is not None

    def is_told_as_part(self, figure: Figure) -> bool:
        """Tell whether the words beside a figure make it a part of something: "Of the 612 …, 104", "418 of them"."""
        passages = self.passages
        sentence = passages.sentence_of(figure)
        if sentence is None:
            return False
        front = sentence.low[: max(0, figure.span.start - sentence.span.start)]
        turned = OF_THESE.search(front)
        named = turned is not None and re.search(r"\d\s*$|\bof the\s*$", front) is None
        return named or _OF_THEM.match(passages.after(figure, 30)) is not None

    def can_be_part(self, figure: Figure) -> bool:
        """Tell whether the figure may be added to others: a count or an amount that is no average, change or aim."""
        if figure.unit not in _COUNTED and figure.unit is not Unit.GBP:
            return False
        if figure.qualifier in _NO_PART or figure.nature in _NOT_A_LEVEL:
            return False
        return figure.indicator in {"team_size", "span_of_control"} or self.measure(figure) not in _NEVER_ADDED

    def is_countable(self, figure: Figure) -> bool:
        """Tell whether the figure itself, whatever its indicator and nature, counts or amounts to something.

        For places where the words say plainly that figures are parts of a whole: there a share's indicator that was
        given to a count, or a change that was read into "an additional 4 posts", must not keep it out.
        """
        aims = {Nature.BENCHMARK} if figure.unit is Unit.GBP else {Nature.TARGET, Nature.BENCHMARK}
        counted = figure.unit in _COUNTED or figure.unit is Unit.GBP
        average = figure.unit is None and self.measure(figure) in _NEVER_ADDED and figure.indicator != "team_size"
        return counted and not average and figure.qualifier not in _NO_PART and figure.nature not in aims


def same_kind(a: Figure, b: Figure) -> bool:
    """Tell whether two figures may be added or compared by their units; no unit goes with a count."""
    return a.unit is b.unit or {a.unit, b.unit} <= _COUNTED
