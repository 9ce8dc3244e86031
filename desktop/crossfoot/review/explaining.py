"""Why a figure reads as it does: for each of its fields the words that it came from, and the rule in plain English.

The rules are named in the evidence that extraction gives with a figure. What evidence does not cover is looked up in
the text around the figure, so that a field that has a value always says where it stands, or that it was taken over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from crossfoot.extraction.taught import TAUGHT
from crossfoot.model import Figure, Nature, Span, Unit

_AROUND = 300
"""Characters on either side in which the words of a label or a subject are looked for."""

_BEHIND = 24
"""Characters behind a number in which the word for its unit stands."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field has its value: ``why`` is a sentence without its stop, ``spans`` the words in the document."""

    field: str
    why: str
    spans: tuple[Span, ...] = ()


_VALUE: Mapping[str, str] = MappingProxyType(
    {
        "digits": "printed in digits",
        "words": "a number in words",
        "fraction": "a fraction in words",
        "multiple": "a multiple such as “doubled”",
        "zero": "“no” or “none” of something that is reported: a nought",
        "selected": "the number in the words that were selected",
    }
)
_INDICATOR: Mapping[str, str] = MappingProxyType(
    {
        "counted": "what the number counts, by the dictionary's words for it",
        "before": "the words before the number",
        "behind": "the words behind the number",
        "earlier": "words earlier in the sentence",
        "lead-in": "the words that lead into the list",
        "sentence before": "the sentence before, which this one goes on from",
        "heading": "the heading above",
        "column": "the head of its column",
        "row": "the head of its row",
        "words above": "the words above the table",
    }
)
_PERIOD: Mapping[str, str] = MappingProxyType(
    {
        "date": "the date that stands with it",
        "shortdate": "the day and month that stand with it; the year is that of the report",
        "month": "the month that stands with it; the year is that of the report",
        "monthyear": "the month that stands with it",
        "datespan": "the two dates that stand with it",
        "yearspan": "the years that stand with it",
        "minispan": "the years that stand with it",
        "minisplit": "the financial or school year that stands with it",
        "ledger": "the year of the accounts that stands with it",
        "monthspan": "the months that stand with it",
        "shortspan": "the stretch of time that stands with it",
        "quarter": "the quarter that stands with it",
        "half": "the half-year that stands with it",
        "term": "the term that stands with it",
        "year": "the year that stands with it",
        "calyear": "the calendar year that stands with it",
        "split": "the financial or school year that stands with it",
        "yearto": "the year to a date that stands with it",
        "now": "“now”, “the same date” or the like: the day that is being spoken of",
        "since": "“since”: from then to the day of the report",
        "sincethen": "“since then”: from the date before to the day of the report",
        "same": "“the same time” as the date before",
        "ago": "so long before the day of the report",
        "monthago": "so many months before the day of the report",
        "lastmonth": "the month before the report",
        "lastquarter": "the quarter before the report's",
        "last quarter": "the quarter before the report's",
        "lastyear": "the year before the report's",
        "thisyear": "the year of the report",
        "nextyear": "the year after the report's",
        "year end": "the end of the financial year",
        "yearedge": "the end of the financial year",
        "todate": "“to date”: up to the day of the report",
        "column": "the head of its column",
        "row": "the head of its row",
        "words above": "the words above the table",
        "reporting period": "no time stands with it: the period that the whole record reports on",
        "latest date named": "no time stands with it: the latest date that the record names",
        "the budget's year": "the year of the budget that is spoken of",
        "the columns that it adds up": "the columns that it adds up",
        "the figure before": "the figure before it in the sentence",
        "the heading": "the heading above",
        "the paragraph before": "the paragraph before",
        "the same number before": "the same number, named before",
        "the sentence before": "the sentence before",
        "the words before the list": "the words that lead into the list",
        "the year before": "the year before the one that is compared with it",
    }
)
_NATURE: Mapping[Nature, str] = MappingProxyType(
    {
        Nature.ACTUAL: "no words say that it is planned, expected or compared",
        Nature.BUDGET: "words of a budget or an allocation",
        Nature.FORECAST: "words that look ahead",
        Nature.TARGET: "words of a target or a limit",
        Nature.BENCHMARK: "words of another area, or of the average that it is compared with",
        Nature.CHANGE: "words of a rise, a fall or a difference",
        Nature.VARIANCE: "words of an under- or overspend",
        Nature.PROPOSED: "what a resolution decides or proposes",
    }
)
_QUALIFIER: Mapping[str, str] = MappingProxyType(
    {
        "approx": "a word such as “about”",
        "over": "a word such as “over” or “at least”",
        "under": "a word such as “under” or “up to”",
        "average": "a word such as “average”",
    }
)
_TAUGHT = "a rule that was taught in this workspace"

_UNIT_SIGNS: Mapping[Unit, re.Pattern[str]] = MappingProxyType(
    {
        Unit.GBP: re.compile(r"£|\bpounds?\b|\bpence\b|(?<=\d)p\b", re.IGNORECASE),
        Unit.PERCENT: re.compile(r"%|\bper\s?cent\b|\bpercent(?:age)?\b", re.IGNORECASE),
        Unit.PERCENTAGE_POINTS: re.compile(r"\b(?:percentage\s)?points?\b|%", re.IGNORECASE),
        Unit.FTE: re.compile(
            r"\bFTEs?\b|\b(?:full[\s-]time|whole[\s-]time)[\s-]equivalents?\b|\bWTEs?\b", re.IGNORECASE
        ),
        Unit.RATE_PER_10000: re.compile(r"\bper\s10[,\s]?000\b", re.IGNORECASE),
        Unit.DAYS: re.compile(r"\b(?:working[\s-])?days?\b", re.IGNORECASE),
        Unit.WEEKS: re.compile(r"\bweeks?\b", re.IGNORECASE),
        Unit.MONTHS: re.compile(r"\bmonths?\b", re.IGNORECASE),
        Unit.YEARS: re.compile(r"\byears?\b", re.IGNORECASE),
    }
)


def explain(text: str, figure: Figure) -> tuple[Reason, ...]:
    """Return why each field of a figure reads as it does, in the order in which screens show the fields.

    ``text`` is that of the figure's document. A figure that the officer added explains what was proposed.
    """
    reasons = (
        _of_value,
        _of_unit,
        _of_indicator,
        _of_label,
        _of_subject,
        _of_period,
        _of_nature,
        _of_qualifier,
    )
    return tuple(_trimmed(text, reason(text, figure)) for reason in reasons)


def _trimmed(text: str, reason: Reason) -> Reason:
    """Return a reason whose words have no blanks around them, without those that hold nothing else."""
    kept = []
    for span in reason.spans:
        words = span.cut(text)
        if words.strip():
            start = span.start + len(words) - len(words.lstrip())
            kept.append(Span(start, start + len(words.strip())))
    return replace(reason, spans=tuple(kept))


def _evidence(figure: Figure, field: str) -> tuple[str, tuple[Span, ...]]:
    """Return the rule and the words that evidence gives for a field, both empty where there is none."""
    found = [item for item in figure.evidence if item.field == field]
    return (found[-1].rule if found else "", tuple(item.span for item in found if item.span is not None))


def _of_value(_text: str, figure: Figure) -> Reason:
    """Say how the number is printed."""
    rule, spans = _evidence(figure, "value")
    if not rule and figure.rule in {"selected", "added"}:
        rule = "selected"
    return Reason("value", _VALUE.get(rule, rule or "read in the text"), spans or (figure.span,))


def _of_unit(text: str, figure: Figure) -> Reason:
    """Say which sign or word gives the unit."""
    rule, spans = _evidence(figure, "unit")
    if rule == TAUGHT:
        return Reason("unit", _TAUGHT, spans)
    sign = _UNIT_SIGNS.get(figure.unit) if figure.unit is not None else None
    printed = sign.search(text, figure.span.start, min(len(text), figure.span.end + _BEHIND)) if sign else None
    if printed is not None:
        return Reason("unit", "the sign or word printed with the number", (Span(*printed.span()),))
    if figure.unit is None:
        return Reason("unit", "no unit was found")
    if figure.unit is Unit.COUNT:
        return Reason("unit", "no sign of another unit stands with it, so it counts something")
    where = "its table" if figure.rule.startswith("table") else "its sentence or the figures around it"
    return Reason("unit", f"taken from {where}")


def _of_indicator(_text: str, figure: Figure) -> Reason:
    """Say where the indicator was named."""
    rule, spans = _evidence(figure, "indicator")
    if rule == TAUGHT:
        return Reason("indicator", _TAUGHT, spans)
    if figure.indicator is None:
        return Reason("indicator", "no words of the dictionary stand near enough")
    return Reason("indicator", _INDICATOR.get(rule, rule or "taken over from the figures around it"), spans)


def _of_label(text: str, figure: Figure) -> Reason:
    """Say which words are counted."""
    _, spans = _evidence(figure, "label")
    if not figure.label:
        return Reason("label", "no words say what is counted")
    spans = spans or _found(text, figure, figure.label)
    return Reason(
        "label", "the text's own words for what is counted" if spans else "put together from its table", spans
    )


def _of_subject(text: str, figure: Figure) -> Reason:
    """Say where the part, team or area is named."""
    _, spans = _evidence(figure, "subject")
    if not figure.subject:
        return Reason("subject", "no part, team or area is named")
    return Reason("subject", "the part, team or area that is named", spans or _found(text, figure, figure.subject))


def _of_period(_text: str, figure: Figure) -> Reason:
    """Say how the period was found."""
    rule, spans = _evidence(figure, "period")
    if figure.period is None:
        return Reason("period", "no date or time was found for it")
    if rule.startswith("end of "):
        return Reason("period", "“at the end of” the time that stands with it", spans)
    return Reason("period", _PERIOD.get(rule, rule or "taken over from what stands around it"), spans)


def _of_nature(_text: str, figure: Figure) -> Reason:
    """Say what tells a plan from a report."""
    _, spans = _evidence(figure, "nature")
    if figure.nature is None:
        return Reason("nature", "it was left open")
    why = _NATURE[figure.nature]
    return Reason(
        "nature", why if spans or figure.nature is Nature.ACTUAL else f"{why}, in what stands around it", spans
    )


def _of_qualifier(_text: str, figure: Figure) -> Reason:
    """Say which word makes the number more or less firm."""
    _, spans = _evidence(figure, "qualifier")
    if not figure.qualifier:
        return Reason("qualifier", "the number is stated plainly")
    return Reason("qualifier", _QUALIFIER.get(figure.qualifier.value, "a word beside the number"), spans)


def _found(text: str, figure: Figure, words: str) -> tuple[Span, ...]:
    """Return where words stand around a figure, the nearest place; nothing where they do not stand there so."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    start, end = max(0, figure.span.start - _AROUND), min(len(text), figure.span.end + _AROUND)
    places = [Span(*match.span()) for match in pattern.finditer(text, start, end)]
    middle = figure.span.start
    return (min(places, key=lambda span: abs(span.start - middle)),) if places else ()
