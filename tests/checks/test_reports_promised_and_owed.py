"""Promises to report held against what a later record says of them: as a habit, as still to come, or as come late."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker
from side_by_side import asks as _asks
from side_by_side import record as _record


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


_QUARTERLY = "1. That reports on road safety be made quarterly."
_IN_THREE_MONTHS = "1. That a report on road safety be brought in three months."


def _told_later(resolved: str, words: str, day: str = "13 June 2013") -> tuple[str, str]:
    """Return a record that promises, and a later one of another title that says something of it."""
    return (
        _record("14 June 2012", title="Leisure Round", resolved=resolved),
        _record(day, f"{words} Cabinet considered the climate plan.", title="Climate Plan"),
    )


@pytest.mark.parametrize(
    "words",
    [
        "Road safety is reported on once a year.",
        "Members are sent a yearly paper on road safety.",
        "As Members are aware, road safety comes before them twice a year.",
        "Cabinet has had a report on road safety every half-year since then.",
        "Under the agreed timetable a road safety report is due every six months.",
        "The next of the annual reports on road safety is due in May.",
        "Members had asked to be kept informed of road safety on a monthly basis.",
        "Road safety is a standing item at every meeting.",
        "Road safety is the subject of a monthly report, as agreed.",
        "The road safety report is one of those made twice a year.",
    ],
)
def test_a_habit_of_another_interval_than_was_promised_is_asked_about(asker: Asker, words: str) -> None:
    assert _asks(asker, 34, *_told_later(_QUARTERLY, words))


@pytest.mark.parametrize(
    "words",
    [
        "Road safety is reported on quarterly.",
        "The road safety report goes to Cabinet four times a year.",
        "Reports on road safety will be made half-yearly instead of quarterly.",
        "The road safety officer visits each school once a year.",
        "The annual report on road safety was received.",
        "Every school has a road safety lesson each month.",
        "The Government publishes figures on road safety annually.",
        "Road safety is reported on by the police to the Government each month.",
    ],
)
def test_the_same_interval_another_report_and_a_change_are_not_asked_about(asker: Asker, words: str) -> None:
    assert not _asks(asker, 34, *_told_later(_QUARTERLY, words))


def test_what_this_information_is_on_need_not_be_said(asker: Asker) -> None:
    resolved = "1. That this information be reported to Members every quarter."
    assert not _asks(asker, 34, *_told_later(resolved, "Members receive this information every quarter."))
    assert _asks(asker, 34, *_told_later(resolved, "Members receive this information twice a year."))


@pytest.mark.parametrize(
    "words",
    [
        "The promised report on road safety has not been made.",
        "The report on road safety has yet to reach Members.",
        "Nothing further has been heard on road safety.",
        "The report on road safety remains outstanding.",
        "The road safety report did not come to Cabinet as planned.",
        "Members are still waiting for the report on road safety.",
        "The Director apologised that the road safety report had been delayed.",
        "Cabinet has heard nothing of road safety since June 2012.",
        "Although a report on road safety was due in September, none has been presented.",
        "The report on road safety was brought to Cabinet on 14 March 2013.",
    ],
)
def test_a_report_that_a_later_record_says_has_not_come_or_came_late_is_asked_about(asker: Asker, words: str) -> None:
    assert _asks(asker, 35, *_told_later(_IN_THREE_MONTHS, words))


@pytest.mark.parametrize(
    "words",
    [
        "The report on road safety was brought to Cabinet on 13 September 2012.",
        "The report on road safety came as promised.",
        "The road safety budget has not been spent.",
        "The report on road safety had been received in September and nothing was outstanding.",
        "Ofsted has yet to report on the school that asked for road safety.",
        "No answer on road safety in schools abroad has been received by the railway company.",
    ],
)
def test_a_report_that_came_and_what_else_has_not_come_are_not_asked_about(asker: Asker, words: str) -> None:
    assert not _asks(asker, 35, *_told_later(_IN_THREE_MONTHS, words))


def test_a_report_is_not_owed_before_its_time(asker: Asker) -> None:
    words = "The report on road safety has yet to be made."
    assert not _asks(asker, 35, *_told_later(_IN_THREE_MONTHS, words, day="12 July 2012"))
    assert _asks(asker, 35, *_told_later(_IN_THREE_MONTHS, words, day="8 November 2012"))


@pytest.mark.parametrize(
    ("words", "late"),
    [
        ("The last report on road safety was made in {}.", "June 2012"),
        ("There have been no reports on road safety since {}.", "June 2012"),
        ("This is the first report on road safety since {}.", "14 June 2012"),
        ("The previous report on road safety, of {}, set out the position.", "14 June 2012"),
        ("Cabinet last considered road safety on {}.", "14 June 2012"),
        ("Road safety was last discussed here in {}.", "June 2012"),
    ],
)
def test_a_regular_report_is_owed_where_the_last_one_was_too_long_ago(asker: Asker, words: str, late: str) -> None:
    assert _asks(asker, 35, *_told_later(_QUARTERLY, words.format(late)))
    assert not _asks(asker, 35, *_told_later(_QUARTERLY, words.format("14 March 2013")))


@pytest.mark.parametrize("words", ["It is a year since road safety was last before Cabinet.", "{} for twelve months."])
def test_how_long_ago_the_last_report_was_may_be_told_in_months(asker: Asker, words: str) -> None:
    assert _asks(asker, 35, *_told_later(_QUARTERLY, words.format("This is the first report on road safety")))


@pytest.mark.parametrize(
    "resolved",
    [
        "1. That the report on road safety be made not later than September 2012.",
        "1. That the report on road safety be made by 20 September 2012.",
        "1. That the report on road safety be brought before the end of the calendar year.",
    ],
)
def test_the_time_of_one_report_may_be_a_day_a_bound_or_the_end_of_a_year(asker: Asker, resolved: str) -> None:
    assert _asks(asker, 35, *_told_later(resolved, "The report on road safety is still awaited."))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "That the Leisure Trust report to the Executive once a year.",
            "The Leisure Trust reports to it only when asked.",
        ),
        ("That a paper on the backlog be put before each meeting.", "A paper on the backlog comes in alternate years."),
        (
            "That the Clerk lay before the Committee in May and November of each year a statement of the almshouses.",
            "The Clerk lays before the Committee in May of each year a statement of the almshouses.",
        ),
        (
            "That Cabinet hear about the flood defences every three months.",
            "Cabinet hears about the flood defences when they are finished.",
        ),
    ],
)
def test_reports_when_asked_every_other_year_and_in_named_months_are_intervals(
    asker: Asker, before: str, after: str
) -> None:
    assert _asks(asker, 34, *_told_later(f"1. {before}", after))


def test_reports_on_no_named_subject_are_those_of_the_series(asker: Asker) -> None:
    first = _record(
        "14 June 2012", title="Climate Plan", resolved="1. That progress reports be submitted every quarter."
    )
    other = "1. That progress reports be submitted once a year."
    assert _asks(asker, 34, first, _record("13 September 2012", title="Climate Plan", resolved=other))
    assert not _asks(asker, 34, first, _record("13 September 2012", title="Leisure Round", resolved=other))


@pytest.mark.parametrize(("last", "asks"), [("14 June 2012", True), ("14 March 2013", False)])
def test_a_record_that_names_the_last_report_of_its_series_tells_whether_it_is_late(
    asker: Asker, last: str, asks: bool
) -> None:
    first = _record("14 June 2012", title="Climate Plan", resolved="1. That update reports be received quarterly.")
    body = f"Cabinet had last received a report on these matters on {last}."
    assert _asks(asker, 35, first, _record("13 June 2013", body, title="Climate Plan")) is asks


@pytest.mark.parametrize(
    ("promised", "told"),
    [
        ("The next report, on 13 June 2013, should cover agency staff.", "Nothing else was reported."),
        (
            "That the Head of Leisure report on the lido to the meeting on 13 June 2013.",
            "There was nothing on the lido for this meeting.",
        ),
    ],
)
def test_what_was_asked_for_a_meeting_and_is_not_in_its_record_is_asked_about(
    asker: Asker, promised: str, told: str
) -> None:
    assert _asks(asker, 35, *_told_later(f"1. {promised}", told))
