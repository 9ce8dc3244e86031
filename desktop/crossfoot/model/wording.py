"""How values, days, periods and states are said to people, the same on every screen and in every export.

English of a British council: "£5.51m", "57.5%", "as at 3 Sep 2012", "Apr–Jun 2015", "2015/16".
Nothing is rounded away: what is said is exactly what is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from crossfoot.model.document import Document
from crossfoot.model.figure import Figure, Nature, Period, PeriodKind, Qualifier, Unit
from crossfoot.model.indicator import Dictionary
from crossfoot.model.record import SectionKind
from crossfoot.model.review import About, Annotation, State
from crossfoot.model.teaching import RuleKind, TaughtRule

STATE_WORDS: Mapping[State, str] = MappingProxyType(
    {
        State.UNREVIEWED: "undecided",
        State.CONFIRMED: "confirmed",
        State.CORRECTED: "corrected",
        State.REJECTED: "rejected",
        State.QUERIED: "queried",
    }
)
"""The word for each state of a figure."""

STATE_GLYPHS: Mapping[State, str] = MappingProxyType(
    {
        State.UNREVIEWED: "○",
        State.CONFIRMED: "✓",
        State.CORRECTED: "✎",
        State.REJECTED: "✗",
        State.QUERIED: "?",
    }
)
"""The sign for each state, so that none is told by colour alone."""

ABOUT_WORDS: Mapping[About, str] = MappingProxyType(
    {
        About.TEXT: "text",
        About.DOCUMENT: "record",
        About.FINDING: "check",
        About.CHART_POINT: "chart",
    }
)
"""The word for what a note can be about."""

UNIT_WORDS: Mapping[Unit, str] = MappingProxyType(
    {
        Unit.COUNT: "count",
        Unit.PERCENT: "%",
        Unit.PERCENTAGE_POINTS: "percentage points",
        Unit.GBP: "£",
        Unit.FTE: "FTE",
        Unit.RATE_PER_10000: "per 10,000",
        Unit.DAYS: "days",
        Unit.WEEKS: "weeks",
        Unit.MONTHS: "months",
        Unit.YEARS: "years",
        Unit.SCORE: "score",
        Unit.RATIO: "ratio",
    }
)
"""The word for each unit, as a column of a table shows it."""

SECTION_WORDS: Mapping[SectionKind, str] = MappingProxyType(
    {
        SectionKind.TITLE: "title",
        SectionKind.DECISION: "record of the decision",
        SectionKind.REASONS: "reasons",
        SectionKind.ALTERNATIVES: "alternative options",
        SectionKind.CONFLICTS: "conflicts of interest",
        SectionKind.DISPENSATIONS: "dispensations",
        SectionKind.CALL_IN: "call-in",
    }
)
"""The word for each section of the proforma."""

_QUALIFIERS: Mapping[Qualifier, str] = MappingProxyType(
    {
        Qualifier.NONE: "",
        Qualifier.APPROX: "about ",
        Qualifier.OVER: "over ",
        Qualifier.UNDER: "under ",
        Qualifier.AVERAGE: "",
    }
)

# Written out, because strftime follows the machine's language.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number_words(value: Decimal) -> str:
    """Return a number with thousands separated and a true minus: "1,194", "57.5", "−0.3"."""
    whole = value == value.to_integral_value()
    words = f"{abs(value):,.0f}" if whole else f"{abs(value).normalize():,f}"
    return f"−{words}" if value < 0 else words


def money_words(value: Decimal) -> str:
    """Return an amount of pounds, shortened only where nothing is lost: "£5.51m", "£820k", "£1,234"."""
    size = abs(value)
    sign = "−" if value < 0 else ""
    if size >= 1_000_000 and size % 1_000 == 0:
        return f"{sign}£{number_words(size / 1_000_000)}m"
    if size >= 10_000 and size % 1_000 == 0:
        return f"{sign}£{number_words(size / 1_000)}k"
    pence = size != size.to_integral_value()
    return f"{sign}£{size:,.2f}" if pence and size == round(size, 2) else f"{sign}£{number_words(size)}"


def value_words(value: Decimal, unit: Unit | None) -> str:
    """Return a value with its unit: "£820k", "57.5%", "26 weeks", "1,194" for a count or no unit."""
    match unit:
        case Unit.GBP:
            return money_words(value)
        case Unit.PERCENT:
            return f"{number_words(value)}%"
        case None | Unit.COUNT:
            return number_words(value)
        case Unit.DAYS | Unit.WEEKS | Unit.MONTHS | Unit.YEARS if value == 1:
            return f"1 {unit.value[:-1]}"
        case _:
            return f"{number_words(value)} {UNIT_WORDS[unit]}"


def figure_words(figure: Figure) -> str:
    """Return a figure's value with its unit and how firmly it is stated: "about £113k"."""
    return _QUALIFIERS[figure.qualifier] + value_words(figure.value, figure.unit)


def nature_words(nature: Nature | None) -> str:
    """Return the nature's own word, or an empty text."""
    return nature.value if nature else ""


def day_words(day: date) -> str:
    """Return a day: "3 Sep 2012"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def local_moment(moment: datetime) -> datetime:
    """Return a moment by the machine's own clock, summer time minded; one without a zone is taken as it is."""
    return moment.astimezone() if moment.tzinfo else moment


def moment_words(moment: datetime) -> str:
    """Return a day and time of day by the machine's own clock: "3 Sep 2012, 10:42"."""
    moment = local_moment(moment)
    return f"{day_words(moment)}, {moment.hour:02}:{moment.minute:02}"


def period_words(period: Period | None) -> str:
    """Return a period by its shortest plain name, or an empty text where there is none.

    A day a figure holds at is "as at 3 Sep 2012". Whole months are "Sep 2011" or "Apr–Jun 2015",
    a financial year "2015/16", a calendar year "2015", and all else names both days.
    """
    if period is None:
        return ""
    prefix = "as at " if period.kind is PeriodKind.AS_AT else ""
    return prefix + _days_words(period.start, period.end)


def _days_words(start: date, end: date) -> str:
    """Return the days from ``start`` to ``end`` by their shortest plain name."""
    if start == end:
        return day_words(start)
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return f"{day_words(start)} to {day_words(end)}"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months == 12 and start.month in {1, 4}:
        return f"{start.year}" if start.month == 1 else f"{start.year}/{end.year % 100:02}"
    last = f"{_MONTHS[end.month - 1]} {end.year}"
    if months == 1:
        return last
    first = _MONTHS[start.month - 1] + ("" if start.year == end.year else f" {start.year}")
    return f"{first}–{last}"


FIELD_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "value": "Value",
        "unit": "Unit",
        "indicator": "Indicator",
        "label": "Label",
        "subject": "Subject",
        "period": "Period",
        "nature": "Nature",
        "qualifier": "Qualifier",
    }
)
"""The fields of a figure that the officer can correct, in the order of forms, with their names."""

_SAID: Mapping[str, Callable[[Figure, Dictionary], str]] = MappingProxyType(
    {
        "value": lambda figure, _: value_words(figure.value, figure.unit),
        "unit": lambda figure, _: UNIT_WORDS[figure.unit] if figure.unit else "",
        "indicator": lambda figure, dictionary: dictionary.name(figure.indicator),
        "label": lambda figure, _: figure.label,
        "subject": lambda figure, _: figure.subject,
        "period": lambda figure, _: period_words(figure.period),
        "nature": lambda figure, _: nature_words(figure.nature),
        "qualifier": lambda figure, _: figure.qualifier.value,
    }
)


def field_words(figure: Figure, name: str, dictionary: Dictionary) -> str:
    """Return the words of one of :data:`FIELD_WORDS`, in a form in which they may be typed back."""
    return _SAID[name](figure, dictionary)


def subject_words(figure: Figure, dictionary: Dictionary) -> str:
    """Return what a figure counts: its indicator's name, or the words of the text."""
    return dictionary.name(figure.indicator) or figure.label or "no indicator yet"


def subject_beside(figure: Figure, dictionary: Dictionary) -> str:
    """Return whose a figure is, without what it counts where that is said again: all of it in a row of a table."""
    named, whose = subject_words(figure, dictionary).casefold(), figure.subject
    if whose.casefold() == named:
        return ""
    return whose[len(named) + 2 :] if whose.casefold().startswith(f"{named}, ") else whose


def document_words(document: Document) -> str:
    """Return a document's title with its meeting date, which tells records of one title apart."""
    day = document.record.meeting_date
    return f"{document.title} ({day_words(day)})" if day else document.title


def rule_words(rule: TaughtRule, dictionary: Dictionary) -> str:
    """Return a taught rule as a sentence without its stop: "“placement starts” is Placement starts"."""
    printed = f" ({UNIT_WORDS[rule.unit]})" if rule.unit else ""
    if rule.kind is RuleKind.NOT_A_FIGURE:
        return f"“{rule.pattern}”{printed} is not a figure"
    if rule.kind is RuleKind.UNIT:
        return f"“{rule.pattern}”{printed} is in {UNIT_WORDS[Unit(rule.gives)]}"
    was = f", read as {dictionary.name(rule.was)}," if rule.was else ""
    return f"“{rule.pattern}”{printed}{was} is {dictionary.name(rule.gives) or 'no indicator of the list'}"


def mark_words(mark: Annotation) -> str:
    """Return what kind of mark one is: "highlight", "comment", "note on the record"."""
    return mark.kind.value if mark.about is About.TEXT else f"note on the {ABOUT_WORDS[mark.about]}"


def thread_words(mark: Annotation) -> tuple[str, ...]:
    """Return what was answered under a mark, a line for each: "CD, 3 Sep 2012, 10:42: asked"."""
    return tuple(f"{reply.reviewer}, {moment_words(reply.at)}: {reply.text}" for reply in mark.replies)
