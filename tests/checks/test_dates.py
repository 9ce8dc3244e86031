"""Each rule about dates: the calendar, the call-in rule, the order of dates, the report's own period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.checks import CallInCount, CallInRule, CheckInput, CheckSettings, check_record
from crossfoot.checks.dates.calendar import is_working_day, quarter_days, quarter_of, working_day
from crossfoot.model import DateRole, PrintedDate, Record, Span

MONDAY, FRIDAY = 0, 4


def _about(record: Record, rule: int, settings: CheckSettings | None = None) -> list[str]:
    found = check_record(CheckInput("d1", "", record, ()), settings)
    return [f"{f.verdict}: {''.join(p.text for p in f.working)}" for f in found if f.rule == rule]


def _printed(day: date | None, weekday: int | None = None, role: DateRole = DateRole.CALL_IN) -> Record:
    return Record(dates=(PrintedDate(Span(0, 0), "as printed", day, weekday, role),))


def test_a_weekday_that_is_its_date_s_holds():
    assert _about(_printed(date(2013, 6, 21), FRIDAY), 9) == ["holds: Friday 21 June 2013 holds"]


def test_a_weekday_that_is_not_its_date_s_is_asked_about_with_the_days_that_would_fit():
    line = "query: Friday 12 March 2012: a Monday; Fridays near it are 9 March 2012 and 16 March 2012"
    assert _about(_printed(date(2012, 3, 12), FRIDAY), 9) == [line]


def test_a_date_without_a_weekday_says_nothing():
    assert _about(_printed(date(2012, 3, 12)), 9) == []


@pytest.mark.parametrize(
    ("meeting", "published", "deadline"),
    [
        (date(2013, 6, 13), date(2013, 6, 17), date(2013, 6, 21)),
        (date(2014, 10, 9), date(2014, 10, 13), date(2014, 10, 17)),
        (date(2016, 7, 14), date(2016, 7, 19), date(2016, 7, 25)),
        (date(2019, 11, 14), date(2019, 11, 18), date(2019, 11, 22)),
        (date(2013, 3, 25), date(2013, 3, 27), date(2013, 4, 4)),
    ],
)
def test_stockton_s_deadlines_hold_weekends_and_easter_left_out(meeting, published, deadline):
    record = Record(meeting_date=meeting, proper_officer_date=published, call_in=deadline)
    assert len(_about(record, 10)) == 1
    assert _about(record, 10)[0].startswith("holds")


def test_a_deadline_other_than_the_rule_s_is_asked_about():
    record = Record(meeting_date=date(2013, 6, 13), proper_officer_date=date(2013, 6, 17), call_in=date(2013, 6, 20))
    assert _about(record, 10)[0].endswith("17 June 2013 → 21 June 2013, 20 June 2013 is printed")


def test_nothing_is_counted_from_a_proper_officer_s_date_before_the_meeting():
    record = Record(meeting_date=date(2011, 12, 1), proper_officer_date=date(2011, 7, 6), call_in=date(2011, 12, 12))
    assert _about(record, 10) == []
    assert _about(record, 11) == ["query: 6 July 2011 is before 1 December 2011"]


def test_another_council_s_rule_is_a_setting():
    clear = CallInRule(CallInCount.CLEAR_DAYS_AFTER_PUBLICATION, 5)
    record = Record(
        "Anyborough Council",
        meeting_date=date(2013, 6, 13),
        proper_officer_date=date(2013, 6, 17),
        call_in=date(2013, 6, 24),
    )
    assert _about(record, 10, CheckSettings(call_in=clear))[0].startswith("holds")
    assert _about(record, 10, CheckSettings(call_in=CallInRule()))[0].startswith("query")
    assert _about(record, 10, CheckSettings(call_in_by_council={"ANYBOROUGH COUNCIL": CallInRule()}))[0].startswith(
        "query"
    )


def test_a_council_without_a_setting_may_follow_either_usual_rule():
    for deadline in (date(2013, 6, 21), date(2013, 6, 24)):
        record = Record(
            "Anyborough Council",
            meeting_date=date(2013, 6, 13),
            proper_officer_date=date(2013, 6, 17),
            call_in=deadline,
        )
        assert _about(record, 10)[0].startswith("holds")


@pytest.mark.parametrize(
    ("text", "day", "verdict"),
    [
        ("Effective from: 30/06/2023", date(2023, 6, 30), "holds"),
        ("Date the decision may be implemented: 30/06/2023", date(2023, 6, 30), "holds"),
        ("Effective from: 03/07/2023", date(2023, 7, 3), "query"),
        ("Call-in ends: 30/06/2023", date(2023, 6, 30), "query"),
    ],
)
def test_a_day_of_effect_follows_the_deadline(text, day, verdict):
    record = Record(
        "Anyborough Council",
        meeting_date=date(2023, 6, 20),
        proper_officer_date=date(2023, 6, 22),
        call_in=day,
        dates=(PrintedDate(Span(len(text) - 10, len(text)), text[-10:], day, None, DateRole.CALL_IN),),
    )
    (found,) = [f for f in check_record(CheckInput("d1", text, record, ())) if f.rule == 10]
    assert found.verdict == verdict


def test_days_may_be_counted_from_the_meeting():
    rule = CheckSettings(call_in=CallInRule(CallInCount.DAYS_AFTER_MEETING, 5))
    assert _about(Record(meeting_date=date(2013, 6, 13), call_in=date(2013, 6, 20)), 10, rule)[0].startswith("holds")


def test_a_closed_day_of_the_council_is_no_working_day():
    record = Record(meeting_date=date(2013, 6, 13), proper_officer_date=date(2013, 6, 17), call_in=date(2013, 6, 24))
    assert _about(record, 10, CheckSettings(closed_days=frozenset({date(2013, 6, 19)})))[0].startswith("holds")


def test_a_deadline_before_the_meeting_is_asked_about():
    record = Record(meeting_date=date(2013, 6, 13), call_in=date(2013, 5, 21))
    assert _about(record, 10) == ["query: 21 May 2013 is before 13 June 2013"]


def test_a_proper_officer_s_date_long_after_the_meeting_is_asked_about():
    record = Record(meeting_date=date(2013, 6, 13), proper_officer_date=date(2014, 6, 17))
    assert _about(record, 11) == ["query: 13 June 2013 to 17 June 2014: 369 days"]


def test_a_deadline_on_the_proper_officer_s_date_is_asked_about():
    record = Record(meeting_date=date(2012, 3, 8), proper_officer_date=date(2012, 3, 12), call_in=date(2012, 3, 12))
    assert _about(record, 12) == ["query: 12 March 2012, both"]


@pytest.mark.parametrize("words", ["31 June 2013", "30th February 2012", "12 March 20122", "3 May 201", "31/11/2014"])
def test_dates_that_the_calendar_does_not_have_are_asked_about(said, words):
    assert said(f"The home would open on {words} at last.", 13) == [f"query: {words}"]


@pytest.mark.parametrize(
    "words", ["30 June 2013", "29 February 2012", "1st May", "1/4/2014", "1 in May 2013", "by 31 March, 702 were"]
)
def test_dates_that_the_calendar_has_are_left_alone(findings, words):
    assert findings(f"It was {words} at last.", 13) == ()


def test_a_stock_older_than_the_report_s_period_is_asked_about(said):
    text = (
        "It gave information up to the end of September 2011.\n\nThe number of looked after "
        "children had risen to [[314; looked_after_children; in=2011-08]] in August."
    )
    assert said(text, 14) == ["query: 314 is Aug 2011, the report up to 30 September 2011"]


def test_a_stock_that_is_brought_up_to_date_is_left_alone(findings):
    text = (
        "It gave information up to the end of September 2011.\n\nLooked after children were "
        "[[310; looked_after_children; in=2011-08]] in August "
        "and [[314; looked_after_children; at=2011-09-30]] in September."
    )
    assert findings(text, 14) == ()


def test_a_stock_of_a_day_after_the_report_s_period_is_asked_about(said):
    text = (
        "It gave the data at the end of quarter 1 (30 June 2015).\n\nOn 31 August there were "
        "[[314; looked_after_children; at=2015-08-31]] looked after children."
    )
    assert said(text, 14) == ["query: 314 is as at 31 Aug 2015, the report up to 30 June 2015"]


QUARTER = (
    "The report was based on the data at the end of quarter 1 ({}).\n\nBetween {} there were "
    "[[25; vemt_children; in={}]] children "
    "considered."
)


def test_figures_of_another_quarter_than_the_report_s_are_asked_about(said):
    text = QUARTER.format("30 June 2015", "January and March 2015", "2015-01/2015-03")
    assert said(text, 15) == [
        "query: 25 are of Jan–Mar 2015, the report of Apr–Jun 2015",
        "holds: quarter 1 of 2015/16 ends on 30 June 2015, holds",
    ]


def test_figures_of_the_report_s_own_quarter_hold(said):
    text = QUARTER.format("30 June 2015", "April and June 2015", "2015-04/2015-06")
    assert said(text, 15) == ["holds: quarter 1 of 2015/16 ends on 30 June 2015, holds"]


def test_a_quarter_with_a_day_of_another_quarter_is_asked_about(said):
    text = "The report covers quarter 2 of 2015/16 (30 June 2015)."
    assert said(text, 15) == ["query: quarter 2 of 2015/16 ends on 30 September 2015, 30 June 2015 is printed"]


def test_figures_of_another_quarter_for_comparison_are_left_alone(findings):
    text = QUARTER.format("30 June 2015", "April and June 2015", "2015-04/2015-06")
    text += " Compared with January to March, [[30; referrals; in=2015-01/2015-03]] referrals had come in."
    assert [f.verdict for f in findings(text, 15)] == ["holds"]


def test_a_stock_without_a_day_is_asked_about(said):
    text = (
        "The number of children subject to a plan had continued to rise and stood at [[287; child_protection_plans]]."
    )
    assert said(text, 16) == ["query: no date of its own: 287"]


@pytest.mark.parametrize("now", ["currently", "at present", "now"])
def test_a_stock_of_no_day_but_now_is_asked_about(said, now):
    text = f"There are {now} [[287; child_protection_plans]] plans."
    assert said(text, 16) == ["query: no date of its own: 287"]


@pytest.mark.parametrize(
    "text",
    [
        "On 30 June 2015 the number of plans stood at [[287; child_protection_plans; at=2015-06-30]].",
        (
            "In June there were [[211; referrals; in=2015-06]] referrals, and the number of plans "
            "was [[287; child_protection_plans]]."
        ),
        "The budget was [[£5.51m; fostering_agency_budget]].",
    ],
)
def test_stocks_with_a_day_in_reach_are_left_alone(findings, text):
    assert findings(text, 16) == ()


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 15))
def test_the_nth_working_day_has_n_working_days_behind_it(start, number):
    day = working_day(start, number)
    days = [date.fromordinal(o) for o in range(start.toordinal(), day.toordinal() + 1)]
    assert sum(is_working_day(d) for d in days) == number
    assert is_working_day(day)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_lies_in_its_quarter(day):
    first, last = quarter_days(*quarter_of(day))
    assert first <= day <= last
