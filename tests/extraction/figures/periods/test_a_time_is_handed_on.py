"""What the sentences, lists and figures before a number hand on to it."""

from __future__ import annotations

from datetime import date

import pytest

from .told import DOTS_OF_A_QUARTER, QUARTER, QUARTER_2, YEAR, Figures, days, periods, record


def test_of_these_keeps_the_period_of_the_sentence_before(figures: Figures) -> None:
    found = figures("There were 60 referrals in May 2014. Of these, 9 were late.")
    assert periods(found) == {60: "2014-05-01/2014-05-31", 9: "2014-05-01/2014-05-31"}


def test_a_list_is_dated_by_the_sentence_that_leads_in(figures: Figures) -> None:
    found = figures("At 31 March 2015 the teams held the following cases:-\n\n- North - 131\n- South - 79\n")
    assert periods(found) == {131: "2015-03-31", 79: "2015-03-31"}


def test_a_flow_is_of_the_whole_year_though_the_sentence_before_named_its_last_day(figures: Figures) -> None:
    body = "There were 40 carers approved as at 31 March 2015. Of 96 enquiries received 23 led to a visit."
    found = figures(record("Fostering Service Annual Report 2014/15", body))
    assert periods(found) == {40: "2015-03-31", 96: "2014-04-01/2015-03-31", 23: "2014-04-01/2015-03-31"}


def test_a_part_is_of_the_day_on_which_its_whole_was_counted(figures: Figures) -> None:
    found = figures(
        QUARTER_2
        + "The number of children with a plan had fallen from 203 at the end of June to 188. This was the least for "
        "years. Seven of the 188 had been on a plan for more than two years."
    )
    assert {figure.quote: days(figure) for figure in found if figure.quote in {"188", "Seven"}} == {
        "188": "2017-09-30",
        "Seven": "2017-09-30",
    }


@pytest.mark.parametrize(
    ("told", "numbers", "period"),
    [
        ("The public was consulted from 4 August to 26 September 2014.", "212 replies came.", "2014-08-04/2014-09-26"),
        ("An inspection took place on 11 September 2014.", "Inspectors read 212 files.", "2014-09-11"),
        (
            "Case files were audited in September 2014.",
            "Audits of 212 files were good or better.",
            "2014-09-01/2014-09-30",
        ),
    ],
)
def test_the_numbers_of_an_event_are_of_the_date_that_is_told_of_it_once(
    figures: Figures, told: str, numbers: str, period: str
) -> None:
    text = f"Cabinet, 20 November 2014\n\nServices in 2013/14\n\n{told}\n\nThe service moved.\n\n{numbers}\n"
    assert periods(figures(text)) == {212: period}


def test_numbers_go_on_with_the_date_of_those_before_them_and_not_with_the_sentences_first(figures: Figures) -> None:
    text = (
        "At 31 March 2003 the figure had climbed to 377 and at 31 July 2003 it was 391, of whom 44 were with their "
        "parents, 219 were with carers, 61 with agencies and 38 in homes.\n"
    )
    assert periods(figures(text)) == {377: "2003-03-31"} | dict.fromkeys((391, 44, 219, 61, 38), "2003-07-31")


def test_a_share_behind_what_it_is_one_of_is_of_the_same_time(figures: Figures) -> None:
    text = "In 2024 we issued 611 new plans, 264 of them (43.2%) in time.\n"
    assert periods(figures(text)) == dict.fromkeys((611, 264, 43), "2024-01-01/2024-12-31")


def test_a_number_of_now_is_not_of_the_time_that_the_sentence_looks_back_at(figures: Figures) -> None:
    text = "Cabinet, 25 July 2013\n\nStreets, quarter 1 2013/14\n\nA year ago 18 posts were vacant; now it is 11.\n"
    assert periods(figures(text)) == {18: "2012-06-30", 11: "2013-06-30"}


def test_an_item_that_only_sets_another_time_beside_its_number_does_not_date_the_next(figures: Figures) -> None:
    text = (
        "Cabinet, 21 November 2023\n\nCouncil plan, quarter 2 2023/24\n\n"
        "• Recycling: 48% in the quarter (England 44% in 2021/22)\n• Fly-tips: 612 reported\n"
    )
    assert periods(figures(text))[612] == "2023-07-01/2023-09-30"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Adoption: the position at the end of September 2013",
            (
                "6 children were adopted in the month, bringing the total for the year so far to 15. "
                "That compares with 24 at the same point last year."
            ),
            {6: "2013-09-01/2013-09-30", 15: "2013-04-01/2013-09-30", 24: "2012-04-01/2012-09-30"},
        ),
        (
            "Capital programme at month 7 2013/14",
            "By the end of month 7, £22.7m had been spent, or 38% of the programme.",
            {22_700_000: "2013-04-01/2013-10-31", 38: "2013-04-01/2013-10-31"},
        ),
        (
            "Performance at quarter 2 2013/14",
            "Balances stand at £11.8m after the use of £2.5m of reserves in the quarter.",
            {2_500_000: "2013-07-01/2013-09-30"},
        ),
        (
            "Rolling twelve months to October 2013",
            "Rolling twelve months to October 2013: 6,204 crimes were recorded.",
            {6_204: "2012-11-01/2013-10-31"},
        ),
        (
            "Road safety",
            "There were 74 collisions in 2012 and an average of 102 in 1994-98.",
            {102: "1994-01-01/1998-12-31"},
        ),
        (
            "Children's services: quarter 2",
            (
                "There were 212 children on a plan at the end of September, having peaked at 241 in February. "
                "At this point in 2012 there were 188 on a plan."
            ),
            {212: "2013-09-30", 188: "2012-09-30"},
        ),
        ("Parking", "Income so far in 2013/14 amounts to £210,000.", {210_000: "2013-04-01/2013-11-14"}),
        (
            "Corporate plan: half-year progress",
            "Half-way through the year 29 posts were vacant. 311 complaints were received.",
            {29: "2013-09-30", 311: "2013-04-01/2013-09-30"},
        ),
        (
            "Leisure centres",
            "Income in the quarter to June 2013 was £214,000 against a budget of £220,000.",
            {214_000: "2013-04-01/2013-06-30", 220_000: "2013-04-01/2013-06-30"},
        ),
        (
            "Library visits",
            "Library | 2011/12 | 2012/13 (to Dec)\nCentral | 195,310 | 139,870\n",
            {195_310: "2011-04-01/2012-03-31", 139_870: "2012-04-01/2012-12-31"},
        ),
    ],
)
def test_a_part_of_a_year_is_told_from_the_whole_by_the_words_beside_each_number(
    figures: Figures, title: str, text: str, expected: dict[int, str]
) -> None:
    found = periods(figures(f"Cabinet, 14 November 2013\n\n{title}\n\n{text}\n"))
    assert {value: found.get(value) for value in expected} == expected


def test_a_dot_names_its_own_time_and_not_that_of_the_dots_behind_it(figures: Figures) -> None:
    found = periods(figures(DOTS_OF_A_QUARTER))
    assert found[34] == "2022-12-01/2022-12-31"
    assert found[57] == found[27] == found[81] == "2022-10-01/2022-12-31"


def test_a_dot_about_those_counted_in_the_one_before_is_of_their_time(figures: Figures) -> None:
    text = DOTS_OF_A_QUARTER.replace("• Absence", "• 44 left in November\n• 9 of those leaving went home\n• Absence")
    found = periods(figures(text))
    assert found[9] == found[44] == "2022-11-01/2022-11-30"
    assert found[27] == "2022-10-01/2022-12-31"


def test_a_number_without_a_noun_is_of_the_time_of_those_just_counted(figures: Figures) -> None:
    text = (
        "There were 124 care leavers on 31 December 2017. We were in touch with all but seven. 61 (49%) were in work."
    )
    assert periods(figures(QUARTER + text)) == dict.fromkeys((124, 7, 61, 49), "2017-12-31")


def test_reasons_in_a_list_are_of_the_time_of_those_who_gave_them(figures: Figures) -> None:
    text = (
        "In 2019/20 twenty households left us. The reasons given were:\n\n- ill health - 6\n- a move to an agency - 2\n"
    )
    found = periods(figures(YEAR + text))
    assert (found[20], found[6], found[2]) == ("2019-04-01/2020-03-31",) * 3


@pytest.mark.parametrize(
    "frame", ["The position at 30 September 2017 was reported.", "The data are for September 2017."]
)
def test_a_sentence_that_says_what_was_counted_when_dates_the_numbers_behind_it(figures: Figures, frame: str) -> None:
    found = figures(f"{QUARTER}{frame} Vacancies were 31.\n")
    assert found[0].period
    assert found[0].period.end == date(2017, 9, 30)


def test_an_event_in_passing_does_not_move_the_months_that_are_named_behind_it(figures: Figures) -> None:
    text = f"{QUARTER}The policy was last reviewed in March 2015. At the end of November 41 people were waiting.\n"
    assert periods(figures(text)) == {41: "2017-11-30"}


def test_the_time_of_a_census_is_that_of_what_was_counted_then(figures: Figures) -> None:
    found = figures("There were 4,318 plans in existence here when the SEN2 census was taken on 16 January 2025.")
    assert periods(found)[4318] == "2025-01-16"


def test_those_counted_on_a_day_stay_so_where_it_is_told_what_they_did_in_the_year(figures: Figures) -> None:
    text = (
        "Report for 2008/09\n\nOn 31 March 2009 we had 268 looked after children. "
        "35 of the 268 (13.1%) had moved during the year."
    )
    assert [days(figure) for figure in figures(text)] == [
        "2009-03-31",
        *["2008-04-01/2009-03-31", "2009-03-31"],
        "2008-04-01/2009-03-31",
    ]


def test_a_difference_that_points_back_is_of_the_time_told(figures: Figures) -> None:
    head = "Scrutiny, 12 January 2023\n\nSpecial needs, April to November 2022\n\n"
    found = figures(f"{head}812 requests for assessment came in during 2021. That was 168 more than in 2020.")
    assert periods(found)[168] == "2021-01-01/2021-12-31"


@pytest.mark.parametrize(
    "words",
    [
        "We ended September with 140 households",
        "As the half year ended on 30 September we had 140 households",
        "By the time September ended we had 140 households",
    ],
)
def test_what_there_was_as_something_ended_is_of_that_day(figures: Figures, words: str) -> None:
    found = figures(f"Cabinet, 20 November 2019\n\nFostering 2019/20\n\n{words}.")
    assert periods(found)[140] == "2019-09-30"


def test_that_day_is_the_one_just_named(figures: Figures) -> None:
    found = figures("171 plans were open at 31 March 2019. Looked after children numbered 240 that day.")
    assert periods(found) == {171: "2019-03-31", 240: "2019-03-31"}


@pytest.mark.parametrize(
    ("over", "period"),
    [
        ("As at 31 July 2015 there were", "2015-07-31"),
        ("On 16 April 2015", "2015-04-16"),
        ("Position at 30 June 2015", "2015-06-30"),
        ("Where we want to be by March 2018", "2018-03-31"),
    ],
)
def test_a_short_line_without_a_colon_dates_the_bullets_under_it(figures: Figures, over: str, period: str) -> None:
    text = record("Housing: Annual Report 2014/15", f"{over}\n\n- 412 flats were empty\n- 61 flats were let by us")
    assert periods(figures(text)) == {412: period, 61: period}


def test_under_a_heading_of_next_year_stands_what_is_of_it(figures: Figures) -> None:
    found = figures("Cabinet, 14 September 2015\n\nParks\n\n4. NEXT YEAR\n\n4.1 We shall ask for £13m.")
    assert periods(found) == {13_000_000: "2016-04-01/2017-03-31"}


@pytest.mark.parametrize(
    ("words", "period"),
    [
        (
            "Between January and March 2015 we had 43 letters. 12 complaints came in that period.",
            "2015-01-01/2015-03-31",
        ),
        ("In May and June 2015 there were 43 lets. 12 were ended in the same months.", "2015-05-01/2015-06-30"),
        (
            "In quarter 4 43 calls were taken; in quarter 3 it was 61. 12 were sampled during the quarter.",
            "2015-01-01/2015-03-31",
        ),
    ],
)
def test_that_period_is_the_one_last_told_of(figures: Figures, words: str, period: str) -> None:
    assert periods(figures(record("Contact centre 2014/15", words)))[12] == period
