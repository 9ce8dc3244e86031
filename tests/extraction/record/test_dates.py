"""Calendar dates in the forms that councils print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extraction.dates import find_dates
from crossfoot.extraction.record import read_record

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def ending(day: int) -> str:
    if 11 <= day <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


FORMS: dict[str, Callable[[date], str]] = {
    "13th June 2013": lambda d: f"{d.day}{ending(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "13 June 2013": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "13  June,  2013": lambda d: f"{d.day}  {MONTHS[d.month - 1]},  {d.year}",
    "13 JUNE 2013": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    "13 Jun 2013": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "13-Jun-13": lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year % 100:02}",
    "the 13th of June 2013": lambda d: f"{d.day}{ending(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "June 13, 2013": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "June 13th 2013": lambda d: f"{MONTHS[d.month - 1]} {d.day}{ending(d.day)} {d.year}",
    "13/06/2013": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "3/6/13": lambda d: f"{d.day}/{d.month}/{d.year % 100:02}",
    "13.06.13": lambda d: f"{d.day:02}.{d.month:02}.{d.year % 100:02}",
    "13-06-2013": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "2013-06-13": lambda d: d.isoformat(),
    "a line break inside": lambda d: f"{d.day}{ending(d.day)}\n{MONTHS[d.month - 1]} {d.year}",
    "a fixed blank inside": lambda d: f"{d.day}\u00a0{MONTHS[d.month - 1]}\u00a0{d.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(date(1990, 1, 1), date(2029, 12, 31)), before=st.sampled_from(["", "on ", "Meeting", "....", "("]))
def test_every_form_of_a_date_is_read_back_as_the_same_day(form: str, day: date, before: str) -> None:
    printed = FORMS[form](day)
    if before[-1:].isalpha() and printed[0].isalpha():
        before += " "
    text = f"It met {before}{printed}, and then closed."
    (found,) = find_dates(text)
    assert found.day == day
    assert found.quote == printed == found.span.cut(text)


@given(day=st.dates(date(1990, 1, 1), date(2029, 12, 31)), weekday=st.integers(0, 6), comma=st.sampled_from(["", ","]))
def test_the_weekday_before_a_date_is_read_as_printed_right_or_wrong(day: date, weekday: int, comma: str) -> None:
    text = f"Midnight on {WEEKDAYS[weekday]}{comma} {day.day} {MONTHS[day.month - 1]} {day.year}"
    (found,) = find_dates(text)
    assert (found.day, found.weekday) == (day, weekday)
    assert found.quote.startswith(WEEKDAYS[weekday])


@given(st.text(alphabet=st.sampled_from("0123456789 /.-,\nJanuryMarchthFidoe'"), max_size=200))
def test_spans_of_dates_cut_out_their_quotes_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert found.span.cut(text) == found.quote
        assert found.span.start >= end
        end = found.span.end


@pytest.mark.parametrize(
    "printed", ["31 June 2013", "29 February 2013", "31/06/2013", "13 June 20134", "June 31, 2013", "12 June 201."]
)
def test_a_date_that_the_calendar_does_not_know_is_found_without_a_day(printed: str) -> None:
    (found,) = find_dates(f"The plan starts on {printed}")
    assert found.day is None


@pytest.mark.parametrize(
    "words",
    [
        "section 6.1.14. of the report",
        "sections 6.1.10 - 6.1.13 of the report",
        "at 30 June 1194 children were active",
        "the year 2015/16",
        "13 June",
        "June 2013",
        "0191 12 34 56",
        "£12.06.13",
        "13 June\n\n2013",
        "ratio 12/34/56",
        "on 13 June 13 members came",
    ],
)
def test_numbers_that_only_look_like_a_date_are_left_alone(words: str) -> None:
    assert find_dates(words) == ()


def test_only_the_range_that_is_asked_for_is_searched() -> None:
    text = "1 May 2013 and 2 May 2013 and 3 May 2013"
    (found,) = find_dates(text, 11, 26)
    assert found.day == date(2013, 5, 2)
    assert found.span.cut(text) == "2 May 2013"


def test_a_long_text_is_searched_without_going_back_and_forth() -> None:
    for filler in ("1 ", "13 may ", "1/", " ", "1st of ", "Friday, "):
        assert find_dates(filler * 20_000 + ".")[:1] in {(), find_dates(filler * 3 + ".")[:1]}
    assert len(find_dates("Friday, 21 June 2013 " * 5_000)) == 5_000


def test_the_years_of_the_last_century_are_told_from_two_digits() -> None:
    assert [found.day for found in find_dates("12.05.97 and 12.05.19")] == [date(1997, 5, 12), date(2019, 5, 12)]


def test_a_weekday_in_brackets_behind_the_date_counts_too() -> None:
    (found,) = find_dates("13 June 2013 (Thursday)")
    assert found.day is not None
    assert found.day + timedelta(0) == date(2013, 6, 13)
    assert found.weekday == 3


def test_a_label_set_in_a_second_column_by_blanks_names_its_date() -> None:
    head = "Anyborough Council\n\nRecord of Executive Decision\n\nExecutive Board          Date of meeting: {}\n\n"
    record = read_record(head.format("Thursday 5 September 2013") + "The report was noted.\n")
    assert record.meeting_date == date(2013, 9, 5)


_TOLD_ELSEWHERE = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
    "{told}\n\n7. Date and Time by which Call In must be executed\n\nMidnight on Friday, 21 June 2019\n\n{signed}\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "The record of the lease bears the signature of the Proper Officer, 9 May 2019, and was sent out.",
        "Sale of the depot. Proper Officer: 9 May 2019",
        "On 9 May 2019 the Proper Officer certified the record of the meeting which had been held on 7 May 2019.",
    ],
)
@pytest.mark.parametrize("signed", ["Proper Officer\n17 June 2019", "Proper Officer: A. Example\nDate: 17 June 2019"])
def test_the_proper_officer_s_day_is_that_of_the_record_and_none_that_its_narrative_tells(
    told: str, signed: str
) -> None:
    assert read_record(_TOLD_ELSEWHERE.format(told=told, signed=signed)).proper_officer_date == date(2019, 6, 17)


def test_the_day_of_a_decision_that_was_called_in_is_no_deadline() -> None:
    text = _TOLD_ELSEWHERE.format(told="Call-in of the decision made on 7 May 2019 was heard.", signed="")
    assert read_record(text).call_in == date(2019, 6, 21)
