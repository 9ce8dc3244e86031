"""What a field asks for, as conditions on figures and on records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from crossfoot.model import Dictionary, Nature, SectionKind, Stage, State, Unit, WorldError
from crossfoot.model.wording import STATE_WORDS, UNIT_WORDS
from crossfoot.review.search.query import Asked, Field, words_of
from crossfoot.review.typed import read_value
from crossfoot.review.typed_period import read_period
from crossfoot.workspace.search import Column, Condition

_RANGE = re.compile(r"(?P<low>[^.<>=]*[^.<>=\s])\s*\.\.\s*(?P<high>[^<>=]+)")
_BOUND = re.compile(r"(?P<sign>>=|<=|>|<|=)\s*(?P<rest>.+)")


_CHOICES: Mapping[Field, tuple[Column, Mapping[str, str]]] = MappingProxyType(
    {
        Field.UNIT: (Column.UNIT, {u.value: u.value for u in Unit} | {word: u.value for u, word in UNIT_WORDS.items()}),
        Field.STATE: (
            Column.STATE,
            {s.value: s.value for s in State} | {word: s.value for s, word in STATE_WORDS.items()},
        ),
        Field.NATURE: (Column.NATURE, {each.value: each.value for each in Nature}),
        Field.SECTION: (Column.SECTION, {each.value: each.value for each in SectionKind}),
        Field.STAGE: (Column.STAGE, {each.value: each.value for each in Stage}),
    }
)
"""Fields with a fixed choice: their column, and its values by the words that they can be typed as."""


def on_figures(asked: Asked, dictionary: Dictionary) -> tuple[Condition, ...]:
    """Return the conditions that a field puts on figures. Raise WorldError where its value cannot be read."""
    if asked.field in _CHOICES:
        column, known = _CHOICES[asked.field]
        return (Condition(column, among=_chosen(asked, known)),)
    read = _READ.get(asked.field)
    return read(asked, dictionary) if read else ()


def days_of(asked: Asked) -> tuple[date | None, date | None]:
    """Return the first and last day that a date field asks for: "2013", "June 2013", ">2013", "2011..2013"."""
    if between := _RANGE.fullmatch(asked.text):
        return _period(between["low"])[0], _period(between["high"])[1]
    if bound := _BOUND.fullmatch(asked.text):
        first, last = _period(bound["rest"])
        ends: Mapping[str, tuple[date | None, date | None]] = {
            ">": (date.fromordinal(last.toordinal() + 1), None),
            ">=": (first, None),
            "<": (None, date.fromordinal(first.toordinal() - 1)),
            "<=": (None, last),
            "=": (first, last),
        }
        return ends[bound["sign"]]
    return _period(asked.text)


def _period(text: str) -> tuple[date, date]:
    """Return the days of a period as an officer types it."""
    period = read_period(text)
    if period is None:
        raise WorldError("A date is missing: type it like date:2013, date:>2013 or date:2011..2013.")
    return period.start, period.end


def _overlap(first: date | None, last: date | None) -> tuple[Condition, ...]:
    """Return what makes a figure's period touch the days."""
    found = []
    if first is not None:
        found.append(Condition(Column.LAST_DAY, low=first.isoformat()))
    if last is not None:
        found.append(Condition(Column.FIRST_DAY, high=last.isoformat()))
    return tuple(found)


def _bounds(asked: Asked, column: Column, scale: int = 1) -> Condition:
    """Return a condition on a number: "200", ">200", "100..200"."""
    if between := _RANGE.fullmatch(asked.text):
        return Condition(column, low=_number(between["low"], scale), high=_number(between["high"], scale))
    bound = _BOUND.fullmatch(asked.text)
    sign, number = (bound["sign"], _number(bound["rest"], scale)) if bound else ("=", _number(asked.text, scale))
    if sign[0] == ">":
        return Condition(column, low=number, above=sign == ">")
    if sign[0] == "<":
        return Condition(column, high=number, below=sign == "<")
    return Condition(column, low=number, high=number)


def _number(text: str, scale: int) -> float:
    """Return a number as an officer types it: "1,194", "£5.5m", "57.5%"."""
    return float(read_value(text).value) / scale


def _indicators(asked: Asked, dictionary: Dictionary) -> tuple[str, ...]:
    """Return the keys whose key, name or further names hold all the words; one that is the key is it alone."""
    if asked.text.casefold() in dictionary.by_key:
        return (asked.text.casefold(),)
    wanted = words_of(asked.text)
    return tuple(
        each.key
        for each in dictionary
        if any(set(wanted) <= set(words_of(name)) for name in (each.key.replace("_", " "), each.name, *each.aliases))
    )


def _chosen(asked: Asked, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the values that begin with what was typed; raise WorldError, with what there is, where none does."""
    typed = asked.text.strip().casefold()
    found = {value for words, value in known.items() if words.casefold().startswith(typed)} if typed else set()
    if not found:
        shown = {value: words for words, value in known.items()}  # the words of the window, which come last
        raise WorldError(f"“{asked.text}” is no {asked.field.value}: use {', '.join(shown.values())}.")
    return tuple(sorted(found))


_READ: Mapping[Field, Callable[[Asked, Dictionary], tuple[Condition, ...]]] = MappingProxyType(
    {
        Field.VALUE: lambda asked, _: (_bounds(asked, Column.VALUE),),
        Field.SURE: lambda asked, _: (_bounds(asked, Column.SURE, scale=100),),
        Field.DATE: lambda asked, _: _overlap(*days_of(asked)),
        Field.INDICATOR: lambda asked, dictionary: (Condition(Column.INDICATOR, among=_indicators(asked, dictionary)),),
        Field.REVIEWER: lambda asked, _: (
            Condition(Column.REVIEWER, among=(asked.text, asked.text.upper(), asked.text.lower())),
        ),
    }
)
"""How the value of every other field of a figure is read."""
