"""Rule 21 without the population: what rates and their counts say of it must agree from time to time.

A rate per so many and the count that it is of tell of how many people there are. Few records print that number, but
it is the same for every column of a scorecard and for every child in the record, give or take what a year changes. A
rate that was mistyped, or left standing when its count was brought up to date, tells of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Table
from crossfoot.model import Figure, Measure, Nature, Severity, Unit

_PRINTED = frozenset({Nature.ACTUAL, Nature.FORECAST, None})
_COUNTS = frozenset({Unit.COUNT, None})
_RATES = frozenset({Unit.RATE_PER_10000, Unit.COUNT, None})
_RATE_ROW = re.compile(r"\brates?\b|\bper (?:1,?000|10,?000|100,?000)\b")
_OF_THE_ROW_ABOVE = re.compile(r"\b(?:of )?(?:the )?above\b|^\s*(?:\W*)(?:rate )?per (?:1,?000|10,?000|100,?000)")
_WORD = re.compile(r"[a-z]{4,}")
_EMPTY = frozenset({"rate", "rates", "number", "numbers", "total", "aged", "with", "that", "were", "have"})
_STEM = 5
"""How many letters two words must share at their beginning to be of one: "acceptances" and "accepted"."""

_SAME = Decimal("0.04")
"""How far, as a share, two times may differ: a population under 18 changes by 1 to 2 % a year."""

_OTHER = Decimal("0.08")
"""From here on no year explains it."""

_FARTHEST = Decimal("2.5")
"""Beyond it count and rate were never meant for each other: a month's number and a year's rate."""

_ROWS_BACK = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    """A rate with its count, and how many so many people they tell of."""

    rate: Figure
    count: Figure

    @property
    def people(self) -> Decimal:
        """Return the population in units of the rate's base."""
        return self.count.value / self.rate.value

    @property
    def slack(self) -> Decimal:
        """Return how far, as a share, the printed rate's rounding may put the population off."""
        return self.rate.step / 2 / self.rate.value


def one_population(context: Context) -> Iterator[Outcome]:
    """Say of rates in tables, and of rates and counts with keys that belong together, whether they are of one people.

    Source: rule 21 of the list of checks ("children per 10,000").
    """
    said: set[str] = set()
    for table in context.passages.tables:
        for pairs in _in_rows(context, table):
            said |= {pair.rate.id for pair in pairs}
            yield from _agree(pairs)
    yield from _agree(_told_apart(context, [pair for pair in _by_keys(context) if pair.rate.id not in said]))


def _agree(pairs: Sequence[_Pair]) -> Iterator[Outcome]:
    """Yield whether each pair tells of as many people as the others."""
    if len(pairs) < 2:
        return
    if len(pairs) == 2:
        first, second = pairs
        yield from _of_two(first, second)
        return
    middle = Decimal(median(pair.people for pair in pairs))
    like = [pair for pair in pairs if _apart(pair.people, middle) <= _SAME + pair.slack]
    if len(like) < 2 or len(like) * 2 <= len(pairs):
        return
    for pair in pairs:
        if pair not in like:
            beside = min(like, key=lambda each: abs(each.rate.span.start - pair.rate.span.start))
            yield from _of_two(beside, pair)
    yield holds("The rates are of the same population.", *_working(like[0], like[-1]), ", holds")


def _of_two(known: _Pair, pair: _Pair) -> Iterator[Outcome]:
    """Yield whether two pairs tell of one population; nothing where they lie between, or were never meant."""
    apart, slack = _apart(pair.people, known.people), known.slack + pair.slack
    if apart <= _SAME + slack:
        yield holds("The rates are of the same population.", *_working(known, pair), ", holds")
    elif _OTHER + slack < apart and 1 / _FARTHEST < pair.people / known.people < _FARTHEST:
        yield query(
            "The two rates with their counts are of different populations: one is "
            f"{100 * apart:.0f}% larger than the other; worth checking.",
            *_working(known, pair),
            severity=Severity.MEDIUM,
        )


def _apart(one: Decimal, other: Decimal) -> Decimal:
    """Return by how much, as a share of the smaller, two values differ."""
    return max(one, other) / min(one, other) - 1


def _working(one: _Pair, other: _Pair) -> tuple[Figure | str, ...]:
    """Return two pairs as they are told: "312 at 42.5, 279 at 38.0"."""
    return one.count, " at ", one.rate, "; ", other.count, " at ", other.rate


def _may_be_rate(figure: Figure | None) -> bool:
    """Tell whether a cell may hold this council's rate."""
    return figure is not None and figure.unit in _RATES and figure.nature in _PRINTED and figure.value > 0


def _is_count(figure: Figure | None) -> bool:
    """Tell whether a cell holds a whole number of people, as they were counted."""
    counted = figure is not None and figure.unit in _COUNTS and figure.nature in _PRINTED
    return figure is not None and counted and figure.value > 0 and figure.step >= 1


def _in_rows(context: Context, table: Table) -> Iterator[list[_Pair]]:
    """Yield the columns of each row of rates with those of the row of counts that it is of."""
    for index, label in enumerate(table.labels):
        if "%" in label or _RATE_ROW.search(label.lower()) is None:
            continue
        for above in range(index - 1, max(-1, index - 1 - _ROWS_BACK), -1):
            pairs = _columns(table.rows[above], table.rows[index])
            if pairs and _is_of(context, table, above, index, pairs[0]):
                if len(pairs) > 1:
                    yield pairs
                break


def _columns(counts: Sequence[Figure | None], rates: Sequence[Figure | None]) -> list[_Pair]:
    """Return the columns of two rows that hold a count and a rate of this council, as they are now or will be."""
    return [
        _Pair(rate, count)
        for count, rate in zip(counts, rates, strict=False)
        if count is not None
        and rate is not None
        and _is_count(count)
        and _may_be_rate(rate)
        and rate.value < count.value
    ]


def _is_of(context: Context, table: Table, above: int, index: int, pair: _Pair) -> bool:
    """Tell whether a row of rates is of a row of counts: by their keys, by "the above", or by a word of both."""
    label, counted = table.labels[index].lower(), table.labels[above].lower()
    if "%" in counted or _RATE_ROW.search(counted):
        return False
    indicator = context.indicator(pair.rate)
    if indicator is not None and indicator.share_of and pair.count.indicator is not None:
        return indicator.share_of == pair.count.indicator
    if above == index - 1 and _OF_THE_ROW_ABOVE.search(label):
        return True
    words, others = ({word[:_STEM] for word in _WORD.findall(each) if word not in _EMPTY} for each in (label, counted))
    return not words.isdisjoint(others)


def _told_apart(context: Context, pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs but those of two rates that one sentence gives and one count would be of: it is of neither.

    "Rates of 73.2 and 41.4 per 10,000" are of two counts, of which the record names only one, or their population.
    """

    def has_another(pair: _Pair) -> bool:
        home = context.passages.sentence_of(pair.rate)
        others = [one.rate for one in pairs if one.count is pair.count and one.rate.value != pair.rate.value]
        return home is not None and any(rate in home.figures for rate in others)

    return [pair for pair in pairs if not has_another(pair)]


_PEOPLE_FRONT = re.compile(r"\bpopulation[^.;\d]{0,25}$")
_PEOPLE_BEHIND = re.compile(
    r"^\s*(?:[a-z]+ ){0,2}?(?:aged |who are )?under (?:18|the age|eighteen)"
    r"|^\s*(?:[a-z]+ ){0,2}?in the (?:borough|county|city|district|area|population)\b"
)


def _is_population(context: Context, figure: Figure) -> bool:
    """Tell whether a count is told as how many people there are: "on a population of 58,900 aged under 18"."""
    front, behind = context.passages.before(figure, 45), context.passages.after(figure, 45)
    return _PEOPLE_FRONT.search(front) is not None or _PEOPLE_BEHIND.match(behind) is not None


def _by_keys(context: Context) -> Iterator[_Pair]:
    """Yield the rates of stocks of children with the counts of the same day, wherever the record gives both.

    Of several counts of one key on one day the largest is of all.
    """
    for rate in context.figures:
        indicator = context.indicator(rate)
        if indicator is None or indicator.measure is not Measure.RATIO_OF_STOCK or rate.unit is not Unit.RATE_PER_10000:
            continue
        if not _may_be_rate(rate) or rate.period is None or _is_set_beside(context, rate):
            continue
        counts = [
            figure
            for figure in context.by_indicator.get(indicator.share_of, ())
            if _is_count(figure)
            and figure.period is not None
            and figure.period.end == rate.period.end
            and not _is_population(context, figure)
        ]
        if counts:
            yield _Pair(rate, max(counts, key=lambda figure: figure.value))


def _is_set_beside(context: Context, rate: Figure) -> bool:
    """Tell whether a rate stands in brackets behind another, as that of neighbours does: "74 per 10,000 (SN 86)"."""
    before, sentence = context.passages.before(rate, 30), context.passages.sentence_of(rate)
    front = [f for f in sentence.figures if f.span.end <= rate.span.start] if sentence else []
    return before.rfind("(") > before.rfind(")") and any(f.unit is rate.unit for f in front)
