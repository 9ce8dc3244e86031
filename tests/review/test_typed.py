"""What an officer types is read as it is meant, or refused with a sentence that helps."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.assets import dictionary
from crossfoot.model import Figure, Nature, Period, PeriodKind, Qualifier, Span, Unit, WorldError
from crossfoot.model.wording import figure_words, period_words, value_words
from crossfoot.review.overlay import FIELDS, field_text, period_of_text, period_text
from crossfoot.review.typed import (
    read_fields,
    read_indicator,
    read_nature,
    read_qualifier,
    read_unit,
    read_value,
)
from crossfoot.review.typed_period import read_period


@pytest.mark.parametrize(
    ("typed", "value", "step", "unit"),
    [
        ("1,194", "1194", "1", None),
        ("1 194", "1194", "1", None),
        ("£5.5m", "5500000", "100000", Unit.GBP),
        ("£5.018 million", "5018000", "1000", Unit.GBP),
        ("-£820k", "-820000", "1000", Unit.GBP),
        ("£-820k", "-820000", "1000", Unit.GBP),
        ("−0.3", "-0.3", "0.1", None),
        ("£1,234.50", "1234.5", "0.01", Unit.GBP),
        ("57.5%", "57.5", "0.1", Unit.PERCENT),
        ("57.5 per cent", "57.5", "0.1", Unit.PERCENT),
        ("26 weeks", "26", "1", Unit.WEEKS),
        ("1 month", "1", "1", Unit.MONTHS),
        ("34.2 per 10,000", "34.2", "0.1", Unit.RATE_PER_10000),
        ("12 FTE", "12", "1", Unit.FTE),
        ("5 percentage points", "5", "1", Unit.PERCENTAGE_POINTS),
        (".5", "0.5", "0.1", None),
        ("0", "0", "1", None),
    ],
)
def test_a_value_is_read_with_its_precision_and_unit(typed: str, value: str, step: str, unit: Unit | None) -> None:
    read = read_value(typed)
    assert (read.value, read.step, read.unit) == (Decimal(value), Decimal(step), unit)


@pytest.mark.parametrize(
    "typed", ["", "twelvish", "1,19", "12 34", "5 apples", "£5 %", "1.2.3", "1-2", "£", "10,00,000"]
)
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(WorldError, match="type it like 1,194"):
        read_value(typed)


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("two", "2", None),
        ("Twenty-six", "26", None),
        ("one hundred and five", "105", None),
        ("zero", "0", None),
    ],
)
def test_a_number_is_read_in_words_as_a_record_may_print_it(typed: str, value: str, unit: Unit | None) -> None:
    read = read_value(typed)
    assert (read.value, read.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("typed", ["9" * 26, "1000000bn", "0.0000000000000000001", "£1,000,000,000,000,000"])
def test_a_number_that_no_record_can_have_is_taken_for_a_slip(typed: str) -> None:
    with pytest.raises(WorldError, match="too long for a figure of a record"):
        read_value(typed)
    assert read_value("£999,999,999,999,999").value == 999_999_999_999_999


@pytest.mark.parametrize("typed", ["two of them", "a few", "two or three", "six moons"])
def test_words_that_hold_more_than_a_number_are_refused(typed: str) -> None:
    with pytest.raises(WorldError, match="not a number"):
        read_value(typed)


def test_a_word_before_a_value_says_how_firm_it_is() -> None:
    assert read_value("about £113k").qualifier is Qualifier.APPROX
    assert read_value("more than 100").qualifier is Qualifier.OVER


def _as_at(year: int, month: int, day: int) -> Period:
    return Period(date(year, month, day), date(year, month, day), PeriodKind.AS_AT)


def _during(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last), PeriodKind.DURING)


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("31 March 2013", _as_at(2013, 3, 31)),
        ("Sunday 31st of March, 2013", _as_at(2013, 3, 31)),
        ("March 31, 2013", _as_at(2013, 3, 31)),
        ("31/3/2013", _as_at(2013, 3, 31)),
        ("31/03/13", _as_at(2013, 3, 31)),
        ("2013-03-31", _as_at(2013, 3, 31)),
        ("as at 3 Sept 2012", _as_at(2012, 9, 3)),
        ("as at the end of September 2012", _as_at(2012, 9, 30)),
        ("June 2013", _during("2013-06-01", "2013-06-30")),
        ("during Feb 2016", _during("2016-02-01", "2016-02-29")),
        ("Q1 2015/16", _during("2015-04-01", "2015-06-30")),
        ("quarter 4 of 2015/16", _during("2016-01-01", "2016-03-31")),
        ("2015/16 Q3", _during("2015-10-01", "2015-12-31")),
        ("2015/16", _during("2015-04-01", "2016-03-31")),
        ("2015-2016", _during("2015-04-01", "2016-03-31")),
        ("2015", _during("2015-01-01", "2015-12-31")),
        ("1/4/2015 to 30/6/2015", _during("2015-04-01", "2015-06-30")),
        ("April 2015 to June 2015", _during("2015-04-01", "2015-06-30")),
        ("Apr–Jun 2015", _during("2015-04-01", "2015-06-30")),
        ("between 1 May 2015 and 9 May 2015", _during("2015-05-01", "2015-05-09")),
        ("on 3 May 2015", _as_at(2015, 5, 3)),
        ("in 2015", _during("2015-01-01", "2015-12-31")),
        ("", None),
    ],
)
def test_a_period_is_read_as_a_council_writes_it(typed: str, period: Period | None) -> None:
    assert read_period(typed) == period


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 June 2013", "the calendar does not have"),
        ("soon", "not a period"),
        ("Q1 2015", "not a period"),
        ("2015/17", "not a period"),
        ("30/6/2015 to 1/4/2015", "ends before it starts"),
        ("13/13/2013", "the calendar does not have"),
    ],
)
def test_a_period_that_cannot_be_is_refused(typed: str, words: str) -> None:
    with pytest.raises(WorldError, match=words):
        read_period(typed)


_DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
_PERIODS = st.builds(
    lambda day, length, kind: Period(day, day if kind is PeriodKind.AS_AT else day + timedelta(days=length), kind),
    _DAYS,
    st.integers(0, 800),
    st.sampled_from(PeriodKind),
)


@given(_PERIODS)
def test_a_period_as_the_screen_shows_it_is_read_back(period: Period) -> None:
    shown = period_words(period)
    read = read_period(shown)
    assert read is not None
    assert (read.start, read.end) == (period.start, period.end)
    assert period_of_text(period_text(period)) == period


@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from([None, *Unit]),
    st.sampled_from([Qualifier.NONE, Qualifier.APPROX, Qualifier.OVER, Qualifier.UNDER]),
    _PERIODS,
)
def test_a_field_left_as_the_screen_shows_it_is_no_correction(
    value: Decimal, unit: Unit | None, qualifier: Qualifier, period: Period
) -> None:
    figure = Figure("x", Span(0, 1), "x", value, Decimal(1000), unit, "contacts", period=period, qualifier=qualifier)
    shown = {"value": figure_words(figure), "period": period_words(period), "unit": unit.value if unit else ""}
    entries, _ = read_fields(shown, figure, dictionary())
    assert {name: text for name, text in entries.items() if Decimal(entries["value"]) != value or name != "value"} == {
        name: field_text(figure, name) for name in ("period", "unit")
    }


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(Unit))
def test_a_value_shown_with_its_unit_is_read_back(value: Decimal, unit: Unit) -> None:
    assert read_value(value_words(value, unit)).value == value


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("percent", Unit.PERCENT),
        ("%", Unit.PERCENT),
        ("£", Unit.GBP),
        ("gbp", Unit.GBP),
        ("Weeks", Unit.WEEKS),
        ("", None),
    ],
)
def test_a_unit_is_known_by_its_json_name_and_its_word(typed: str, unit: Unit | None) -> None:
    assert read_unit(typed) is unit


def test_natures_qualifiers_and_indicators_are_known_by_their_words() -> None:
    assert read_nature("Outturn") is Nature.ACTUAL
    assert read_qualifier("") is Qualifier.NONE
    assert read_indicator("contacts", dictionary()) == "contacts"
    assert read_indicator(dictionary().name("contacts").upper(), dictionary()) == "contacts"
    assert read_indicator("", dictionary()) is None


@pytest.mark.parametrize(
    ("field", "typed"),
    [("unit", "furlongs"), ("nature", "sad"), ("qualifier", "maybe"), ("indicator", "phases of the moon")],
)
def test_an_unknown_word_is_refused_by_name(field: str, typed: str) -> None:
    figure = Figure("x", Span(0, 1), "x", Decimal(1))
    with pytest.raises(WorldError, match=typed):
        read_fields({field: typed}, figure, dictionary())


def test_every_field_that_can_be_corrected_reads_what_it_says_itself() -> None:
    figure = Figure(
        "x", Span(0, 1), "x", Decimal("57.5"), Decimal("0.1"), Unit.PERCENT, "contacts", "label", "North",
        _as_at(2013, 3, 31), Nature.TARGET, Qualifier.OVER,
    )  # fmt: skip
    entries, step = read_fields({name: field_text(figure, name) for name in FIELDS}, figure, dictionary())
    assert entries == {name: field_text(figure, name) for name in FIELDS}
    assert step == figure.step
