"""Those who came and those who went in one sentence, against levels that the record tells anywhere else.

"There were 391 at the end of May" in a list, "44 had been admitted during the quarter and 55 had left" two paragraphs
on, the level three months before in a headline or a table. What came less what went is what lies between the level
before and the level after. Two levels of the same thing that lie so far apart explain the flows. Where none do, two
are asked about that stand at the beginning and at the end of the flows' own time, and that a slip of typing keeps from
agreeing, weighed against how many pairs might be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from math import log2

from crossfoot.checks.arithmetic.changes.balances import Balance
from crossfoot.checks.arithmetic.changes.told_stocks import flow_of
from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.same_thing import told
from crossfoot.model import Figure, Measure, Nature, PeriodKind, Qualifier, Unit

_STOCKS = (
    (re.compile(r"looked_after|in_care"), "looked_after_children"),
    (re.compile(r"child_protection_plan"), "child_protection_plans"),
)
_COUNTS = frozenset({Unit.COUNT, Unit.FTE, None})
_PART = re.compile(r"\s*(?:[a-z]+ ){0,2}of (?:whom|which|these|those|them|the)\b")
_CAME_IN = re.compile(r"\b(?:came|come|taken|took|brought|admitted|entered|moved)\b[^.;,\d]{0,24}\b(?:in|into)\b")
_FEWEST, _MOST_PAIRS = 2, 30
_SLACK = timedelta(days=3)
_ENOUGH = 7.0
_BEGINS, _ENDS = 4.0, 2.0


@dataclass(frozen=True, slots=True)
class _Flows:
    """What came and what went in one sentence, and the indicator of the level that they move."""

    came: Figure
    went: Figure
    key: str | None
    sentence: Sentence

    @property
    def net(self) -> Decimal:
        """Return by how much the level rises."""
        return self.came.value - self.went.value


def far_stocks(context: Context, settled: frozenset[str]) -> Iterator[Balance]:
    """Yield the balances of flows with levels told elsewhere: those that hold, and those that a slip keeps from it."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _FEWEST or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        flows = _flows(context, sentence)
        if flows is not None and not settled & {flows.came.id, flows.went.id}:
            found = _balance(context, flows)
            if found is not None:
                yield found


def _flows(context: Context, sentence: Sentence) -> _Flows | None:
    """Return the one count of what came and the one of what went in a sentence, both of one time."""
    ways = [(way, f) for f in sentence.figures if _plain(f) and (way := _way(context, f)) is not None]
    came, went = (_main([f for way, f in ways if way == side]) for side in ("in", "out"))
    if len(came) != 1 or len(went) != 1 or not same_kind(came[0], went[0]):
        return None
    if any(_PART.match(context.passages.after(f, 30)) for f in (came[0], went[0])):
        return None
    keys = {key for f in (*came, *went) for pattern, key in _STOCKS if pattern.search(f.indicator or "")}
    return _Flows(came[0], went[0], next(iter(keys)) if len(keys) == 1 else None, sentence)


def _main(flows: Sequence[Figure]) -> list[Figure]:
    """Return all who came or went among some counts: those of an indicator that says so, if there are any."""
    said = [f for f in flows if re.search(r"_starting|_ceasing|_ending", f.indicator or "")]
    return said or list(flows)


def _way(context: Context, figure: Figure) -> str | None:
    """Return "in" or "out" for a count of what came or went, by its indicator or else by its words."""
    key = figure.indicator or ""
    if "_starting" in key or key == "child_protection_plans_starting":
        return "in"
    if "_ceasing" in key or "_ending" in key:
        return "out"
    if _CAME_IN.search(re.split(r" and |[;.]", context.passages.after(figure, 50))[0]):
        return "in"
    return flow_of(context, figure)


def _plain(figure: Figure) -> bool:
    told_firmly = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return figure.unit in _COUNTS and told_firmly and figure.nature not in {Nature.TARGET, Nature.BENCHMARK}


def _balance(context: Context, flows: _Flows) -> Balance | None:
    """Return the flows with the two levels that they lie between, or that a slip keeps them from lying between."""
    pairs = _pairs(context, _levels(context, flows))
    if not 0 < len(pairs) <= _MOST_PAIRS:
        return None
    for before, after in pairs:
        if after.value - before.value == flows.net:
            return Balance(before, (flows.came,), (flows.went,), after)
    best: tuple[float, Balance] | None = None
    for before, after in pairs:
        near = _surprise(flows, before, after)
        if near:
            sure = near + _weight(flows, before, after) - log2(len(pairs))
            if best is None or sure > best[0]:
                best = sure, Balance(before, (flows.came,), (flows.went,), after)
    return best[1] if best is not None and best[0] >= _ENOUGH else None


def _levels(context: Context, flows: _Flows) -> list[Figure]:
    """Return the levels that flows may move: of their indicator, or told of the same thing in their paragraph."""
    if flows.key is not None:
        at = flows.sentence.paragraph
        about = [
            f for one in context.passages.paragraphs[max(0, at - 1) : at + 1] if not one.is_row for f in one.figures
        ]
        found = [*context.by_indicator.get(flows.key, ()), *(f for f in about if f.indicator is None)]
        least = max(flows.came.value, flows.went.value) / 2
        levels = [f for f in found if _is_level(context, f) and f.value > least]
        return [f for f in levels if f.indicator is not None or (f.period and f.period.kind is PeriodKind.AS_AT)]
    paragraph = context.passages.paragraphs[flows.sentence.paragraph]
    return [
        f
        for f in paragraph.figures
        if f not in {flows.came, flows.went} and _is_level(context, f) and same_kind(f, flows.came)
    ]


def _is_level(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is how many there were on a day the text gives."""
    if not _plain(figure) or figure.period is None:
        return False
    if figure.period.kind is not PeriodKind.AS_AT and context.measure(figure) is not Measure.STOCK:
        return False
    return figure.nature in {Nature.ACTUAL, None} and not told(context, figure).others


def _pairs(context: Context, levels: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the levels of two different days that may be of one thing, the earlier first."""
    found = []
    for a, b in combinations(levels, 2):
        if a.period is None or b.period is None or a.period.end == b.period.end:
            continue
        first, second = sorted((a, b), key=lambda f: f.period.end if f.period else Decimal(0))
        one, two = told(context, first), told(context, second)
        if not one.names or not two.names or one.names & two.names:
            found.append((first, second))
    return found


def _surprise(flows: _Flows, before: Figure, after: Figure) -> float:
    """Return how seldom chance brings four figures so near a balance, by a slip in any of them."""
    net = flows.net
    return max(
        surprise(flows.came, after.value - before.value + flows.went.value),
        surprise(flows.went, before.value - after.value + flows.came.value),
        surprise(after, before.value + net),
        surprise(before, after.value - net),
    )


def _weight(flows: _Flows, before: Figure, after: Figure) -> float:
    """Return what the days say for two levels as those at both ends of the flows' time, in bits."""
    weight = 1.0 if flows.key is not None else 0.0
    span = flows.came.period or flows.went.period
    if span is not None and before.period is not None and after.period is not None:
        weight += _BEGINS * (abs(before.period.end - span.start) <= _SLACK)
        weight += _ENDS * (abs(after.period.end - span.end) <= _SLACK)
    return weight
