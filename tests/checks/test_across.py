"""The rules over several records: agreement, trends, jumps, promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from crossfoot.checks import (
    ACROSS,
    RULES,
    CheckInput,
    Comparison,
    check_across,
    check_both,
    check_council,
    check_sketches,
)
from crossfoot.model import Record, Resolution, Span

Across = Callable[..., list[str]]


@pytest.fixture
def across(marked, working) -> Across:
    """Return a function that gives one rule's lines over marked texts, each with the meeting it was put to."""

    def of(rule: int, *records: tuple[date, str]) -> list[str]:
        inputs = [
            replace(
                marked(text, Record(council="Anyborough", title="Activity", meeting_date=day)), document_id=f"d{number}"
            )
            for number, (day, text) in enumerate(records, 1)
        ]
        return _lines(rule, inputs, working)

    return of


def _lines(rule: int, inputs: list[CheckInput], working) -> list[str]:
    found = check_across(inputs)
    return [f"{d} {f.verdict}: {working(f)}" for d in sorted(found) for f in found[d] if f.rule == rule]


def _promising(number: int, day: date, words: str, title: str = "Activity and Performance") -> CheckInput:
    resolution = Resolution("1", words, Span(0, len(words)))
    record = Record(council="Anyborough", title=title, meeting_date=day, resolutions=(resolution,))
    return CheckInput(f"d{number}", words, record, ())


AUTUMN, WINTER = date(2015, 10, 8), date(2015, 12, 10)
PLANS = "On {} there were [[{}; child_protection_plans; at={}]] children with a plan."


def test_one_date_in_two_records_has_one_value(across):
    first = (AUTUMN, PLANS.format("30 June", 287, "2015-06-30"))
    assert across(19, first, (WINTER, PLANS.format("30 June", 287, "2015-06-30"))) == [
        "d2 holds: 287, 287 in the record of 8 October 2015, both as at 30 Jun 2015, holds"
    ]
    assert across(19, first, (WINTER, PLANS.format("30 June", 278, "2015-06-30"))) == [
        "d2 query: 278, 287 in the record of 8 October 2015, both as at 30 Jun 2015"
    ]


def test_a_comparison_made_again_with_another_figure_says_what_a_new_one_would(marked):
    days = (AUTUMN, WINTER, date(2016, 2, 11))
    records = [
        check_both(
            replace(
                marked(PLANS.format("30 June", value, "2015-06-30"), Record(council="A", title="T", meeting_date=day)),
                document_id=f"d{value}",
            )
        )[1]
        for day, value in zip((*days, days[2]), (287, 288, 289, 290), strict=True)
    ]
    looked: list[int] = []

    def look(sketches, known):
        looked.append(len(known))
        return check_council(sketches, known=known)

    comparison = Comparison(look)
    comparison.of(records[:3])
    again = comparison.of([*records[:2], records[3]])
    assert looked == [0, 2]
    assert again == check_sketches([*records[:2], records[3]])


def test_figures_of_two_dates_are_not_held_against_each_other(across):
    first = (AUTUMN, PLANS.format("30 June", 287, "2015-06-30"))
    assert across(19, first, (WINTER, PLANS.format("30 September", 290, "2015-09-30"))) == []


def test_a_trend_word_agrees_with_the_last_record(across):
    first = (AUTUMN, PLANS.format("30 June", 287, "2015-06-30"))
    later = "The number with a plan had {} to [[{}; child_protection_plans]]."
    assert across(18, first, (WINTER, later.format("risen", 295))) == [
        "d2 holds: 295, said to have risen; 287 in the record of 8 October 2015, holds"
    ]
    assert across(18, first, (WINTER, later.format("risen", 280))) == [
        "d2 query: 280, said to have risen; 287 in the record of 8 October 2015"
    ]


def test_a_jump_within_a_quarter_is_asked_about_and_a_small_step_is_not(across):
    first = (AUTUMN, PLANS.format("30 June", 287, "2015-06-30"))
    jump = (WINTER, PLANS.format("30 September", 387, "2015-09-30"))
    step = (WINTER, PLANS.format("30 September", 310, "2015-09-30"))
    assert across(20, first, jump) == ["d2 query: 387, 287 in the record of 8 October 2015"]
    assert across(20, first, step) == []


def test_two_items_of_one_meeting_are_no_earlier_and_later_record(across):
    small = (AUTUMN, PLANS.format("30 September", 29, "2015-09-30"))
    large = (AUTUMN, PLANS.format("30 June", 287, "2015-06-30"))
    assert across(20, large, small) == []
    assert across(20, large, (WINTER, small[1])) == ["d2 query: 29, 287 in the record of 8 October 2015"]


def test_records_of_two_councils_are_not_held_against_each_other(marked, working):
    def given(number: int, council: str | None, day: date, words: str) -> CheckInput:
        return replace(marked(words, Record(council=council, meeting_date=day)), document_id=f"d{number}")

    first = given(1, "Anyborough", AUTUMN, PLANS.format("30 June", 287, "2015-06-30"))
    other = PLANS.format("30 June", 512, "2015-06-30")
    assert _lines(19, [first, given(2, "Otherham", WINTER, other)], working) == []
    assert len(_lines(19, [first, given(2, None, WINTER, other)], working)) == 1
    third = given(3, "Otherham", WINTER, "Nothing was said.")
    assert _lines(19, [first, given(2, None, WINTER, other), third], working) == []


def test_a_promise_at_another_interval_than_before_is_asked_about(working):
    quarterly = _promising(1, AUTUMN, "further update reports be received on a quarterly basis")
    alternate = _promising(2, WINTER, "reports be brought to every alternate Cabinet")
    assert _lines(34, [quarterly, alternate], working) == [
        "d2 query: every two months, quarterly in the record of 8 October 2015"
    ]
    assert _lines(34, [quarterly, replace(quarterly, document_id="d2")], working) == []


def test_a_bimonthly_promise_is_no_monthly_one(working):
    first = _promising(1, AUTUMN, "update reports be received on a bi monthly basis")
    assert _lines(34, [first, _promising(2, WINTER, "reports come every alternate Cabinet")], working) == []


def test_a_promised_report_that_comes_late_is_asked_about(working):
    promise = _promising(1, date(2014, 10, 9), "further update reports be received on a quarterly basis")
    late = _promising(2, AUTUMN, "the report be noted")
    assert _lines(35, [promise, late], working) == [
        "d1 query: quarterly from 9 October 2014, next on 8 October 2015, 364 days later"
    ]
    assert _lines(35, [promise, _promising(2, date(2015, 1, 15), "the report be noted")], working) == []


def test_reports_of_another_series_keep_no_promise(working):
    promise = _promising(1, date(2014, 10, 9), "further update reports be received on a quarterly basis")
    assert _lines(35, [promise, _promising(2, AUTUMN, "the report be noted", title="Road Works")], working) == []


def test_records_without_a_meeting_date_have_no_place_in_the_order(marked):
    assert check_across([marked("There were [[25]] children."), marked("There were [[26]] children.")]) == {}


def test_all_thirty_eight_rules_are_there():
    assert sorted(rule.number for rule in (*RULES, *ACROSS)) == list(range(1, 39))


@pytest.mark.parametrize(
    ("first", "second", "asks"),
    [
        ("reports be made quarterly.", "reports be made each quarter.", False),
        ("reports be made quarterly.", "reports be made twice a year.", True),
        ("progress be reported every month.", "progress be reported annually.", True),
        ("reports be made quarterly.", "a further report come in six months' time.", False),
    ],
)
def test_promises_of_another_interval_are_asked_about_however_they_are_put(first, second, asks):
    found = check_across([_promising(1, AUTUMN, first), _promising(2, WINTER, second)])
    assert any(f.rule == 34 for findings in found.values() for f in findings) is asks


@pytest.mark.parametrize(("months", "asks"), [("three", True), ("twelve", False)])
def test_one_report_that_was_promised_in_some_months_and_came_much_later_is_asked_about(months, asks):
    words = f"a further report come in {months} months."
    found = check_across([_promising(1, AUTUMN, words), _promising(2, date(2016, 9, 8), words)])
    assert any(f.rule == 35 for findings in found.values() for f in findings) is asks


@pytest.mark.parametrize(
    "words",
    [
        "The number of looked after children continued to rise, to [[{}; looked_after_children; at=2015-12-31]].",
        "There were [[{}; looked_after_children; at=2015-12-31]] of them, more than in the last report.",
    ],
)
def test_a_claim_since_the_last_report_is_set_against_it_whether_it_stands_before_the_figure_or_behind(across, words):
    before = "There were [[412; looked_after_children; at=2015-09-30]] looked after children."
    assert not [line for line in across(18, (AUTUMN, before), (WINTER, words.format(431))) if "query" in line]
    assert [line for line in across(18, (AUTUMN, before), (WINTER, words.format(401))) if "query" in line]
