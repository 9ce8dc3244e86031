"""Rates per 10,000 children of what was counted before, where a number's own words do not say of what it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, Asked
from crossfoot.extraction.figures.indicators.carried.ellipsis import speaks_of_a_rate
from crossfoot.extraction.figures.indicators.carried.sources import as_large, sources_of
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, choose
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.reached import Reach
from crossfoot.model import Figure, Nature, Unit


def rate_of(asked: Asked, source: Figure) -> str | None:
    """Return the rate of what was counted, where a bare number is said to be one: "391 children, a rate of 91.1"."""
    s, first = asked.sight.sentence, asked.sight.number.first
    if not asked.kind.bare or source.indicator is None or "rate" not in {s.stem(first - 1), s.stem(first - 2)}:
        return None
    return next((key for key in asked.lexicon.kin[source.indicator] if asked.lexicon.is_rate(key)), None)


def rate_of_what_was_counted(asked: Asked, reaches: Sequence[Reach]) -> Named | None:
    """Return the rate of what was counted last, where a number is a rate and its own words do not say of what."""
    compared = _rate_of_others(asked)
    if compared is not None:
        return Named(compared, CARRIED_ON, unit=Unit.RATE_PER_10000)
    bare = asked.kind.bare and (speaks_of_a_rate(asked.sight) or _is_that_of(asked))
    best = asked.best
    spoken = best is not None and best.zone in _OWN_WORDS and not best.titled
    if not bare and (spoken or asked.kind.unit is not Unit.RATE_PER_10000):
        return None
    if best is not None and spoken:
        own = next(iter(_rates_named(asked, best)), None)
        if own is not None:
            return Named(own, CARRIED_ON, best, unit=Unit.RATE_PER_10000)
        return _rate_said_without_its_base(asked, reaches)
    counted = (source.indicator for source in sources_of(asked) if source.indicator is not None)
    rates = (rate for key in counted for rate in asked.lexicon.rates_of(key))
    rate = next(rates, asked.place.rate if best is None else None)
    if rate is None:
        return _rate_said_without_its_base(asked, reaches) if bare else None
    return Named(rate, CARRIED_ON, unit=Unit.RATE_PER_10000 if bare else None)


def _is_that_of(asked: Asked) -> bool:
    """Tell of a number that is told of "that of" another group, where the number before it is a rate."""
    s, first, previous = asked.sight.sentence, asked.sight.number.first, asked.sight.around.previous
    told = asked.sight.told or (previous[-1].told if previous else ())
    if not told or told[-1].unit is not Unit.RATE_PER_10000 or "that" not in s.words:
        return False
    return any(
        s.low(i) == "that" and s.low(i + 1) in {"of", "for"} and not any(s.is_number(j) for j in range(i, first))
        for i in range(max(0, first - _LONGEST_THAT_OF), first)
    )


_LONGEST_THAT_OF = 9


def _rate_said_without_its_base(asked: Asked, reaches: Sequence[Reach]) -> Named | None:
    """Return the rate that the words speak for, where a number prints no base: "212 had a plan, a rate of 48.7"."""
    kind = replace(asked.kind, unit=Unit.RATE_PER_10000, bare=False)
    rate = next(iter(choose(asked.lexicon, kind, reaches)), None)
    if rate is None or rate.weight < THRESHOLD or asked.sight.number.value < _LEAST_RATE:
        return None
    return replace(Named.by(rate), unit=Unit.RATE_PER_10000)


def _rate_of_others(asked: Asked) -> str | None:
    """Return the rate before that a bare number of another place is set beside: "97 in 10,000; England has 70"."""
    n, sentence = asked.sight.number, asked.sight.sentence
    of_others = sentence.low(n.last) == "of" and asked.kind.unit is Unit.COUNT
    if asked.nature is not Nature.BENCHMARK or not (asked.kind.bare or of_others):
        return None
    previous = asked.sight.around.previous[-_SENTENCES_OF_A_RATE:]
    told = asked.sight.told or [figure for reading in previous for figure in reading.told]
    last = next((figure for figure in reversed(told) if as_large(n.value, figure.value)), None)
    return last.indicator if last is not None and last.unit is Unit.RATE_PER_10000 else None


_SENTENCES_OF_A_RATE = 2
"""How many sentences back the rate may stand that others' is set beside."""


def _rates_named(asked: Asked, best: Choice) -> Iterator[str]:
    """Yield the rate of what a clause names, where its number is said to be the rate of that: "the CIN rate is 315"."""
    s = asked.sight.sentence
    if best.zone != "before" or asked.sight.number.value < _LEAST_RATE:
        return
    near = [i for i, token in enumerate(s.tokens) if token.end > best.name[0] and i < asked.sight.number.first]
    of_it = bool(near) and s.low(near[0] - 1) in {"of", "for"} and s.stem(near[0] - 2) in {"rate", "that"}
    behind = next((i for i in near if s.tokens[i].start >= best.end), 0)
    if of_it or (behind and s.stem(behind) == "rate"):
        yield from asked.lexicon.rates_of(best.indicator)


_LEAST_RATE = 5
_OWN_WORDS = frozenset({"counted", "before", "behind"})
