"""The names of months, weekdays and small numbers stand for what a calendar and a count say they do."""

import re
from datetime import date

import pytest

from crossfoot.model.english import (
    MONTH,
    MONTH_NAMES,
    NUMBER_NAMED,
    WEEKDAYS,
    number_told,
    numbers_named,
)


def test_each_month_and_weekday_stands_at_its_place() -> None:
    # 1 August 2011 was a Monday.
    assert [WEEKDAYS[date(2011, 8, day).weekday()] for day in (1, 7)] == ["Monday", "Sunday"]
    assert [MONTH_NAMES[date(2011, month, 1).month - 1] for month in (1, 5, 12)] == ["January", "May", "December"]


@pytest.mark.parametrize(("words", "number"), [("0", 0), ("12", 12), ("twelve", 12), ("Nineteen", 19), ("twenty", 20)])
def test_digits_and_names_tell_the_same_numbers(words: str, number: int) -> None:
    assert number_told(words) == number


def test_words_that_tell_no_number_are_refused() -> None:
    with pytest.raises(KeyError):
        number_told("several")


def test_a_pattern_of_names_takes_those_between_its_ends_and_no_others() -> None:
    few = re.compile(rf"(?:{numbers_named(2, 12)})")

    assert [name for name in NUMBER_NAMED if few.fullmatch(name)] == [
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    ]


def test_the_pattern_of_a_month_takes_all_twelve() -> None:
    assert all(re.fullmatch(MONTH, name, re.IGNORECASE) for name in MONTH_NAMES)
