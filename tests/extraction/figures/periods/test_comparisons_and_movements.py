"""The two ends of a movement, and what is only set beside another time."""

from __future__ import annotations

import pytest

from .told import BEFORE, DOTS_OF_A_QUARTER, QUARTER, THIS, Figures, days, periods, record


def test_the_same_period_of_an_earlier_year_is_that_year_s(figures: Figures) -> None:
    found = figures("In quarter 2 of 2014/15 there were 310 referrals compared with 287 in the same period of 2013/14.")
    assert periods(found) == {310: "2014-07-01/2014-09-30", 287: "2013-07-01/2013-09-30"}


def test_each_end_of_a_movement_has_its_own_date(figures: Figures) -> None:
    found = figures("Referrals rose from 281 in July 2014 to 294 in August 2014.")
    assert periods(found) == {281: "2014-07-01/2014-07-31", 294: "2014-08-01/2014-08-31"}


def test_the_same_months_and_the_month_before_count_back_from_what_was_named(figures: Figures) -> None:
    found = figures("Between January and March 2015 there were 64 claims, against 38 in the same months of 2014.")
    assert periods(found) == {64: "2015-01-01/2015-03-31", 38: "2014-01-01/2014-03-31"}
    found = figures("There were 268 children looked after at 31 March 2013 and 295 the March before.")
    assert periods(found) == {268: "2013-03-31", 295: "2012-03-31"}


def test_the_first_end_of_an_undated_movement_is_of_the_year_before(figures: Figures) -> None:
    found = figures(record("Adoption Service Annual Report 2014/15", "The number of orders made rose from 12 to 21."))
    assert periods(found) == {12: "2013-04-01/2014-03-31", 21: "2014-04-01/2015-03-31"}


def test_the_base_of_a_comparison_dates_no_number_beside_it(figures: Figures) -> None:
    body = "26 children had been adopted, 7 more than last year, and 19 had left care."
    found = figures(record("Adoption Service Annual Report 2014/15", body))
    assert periods(found)[26] == "2014-04-01/2015-03-31"
    assert periods(found)[19] == "2014-04-01/2015-03-31"


def test_at_the_same_point_last_year_is_the_stretch_a_year_before(figures: Figures) -> None:
    body = "In quarter 1 there were 298 referrals; at the same point last year the figure was 341."
    found = figures(record("Children's Services Performance - Quarter 1 2015/16", body))
    assert periods(found) == {298: "2015-04-01/2015-06-30", 341: "2014-04-01/2014-06-30"}


def test_a_sentence_goes_back_to_its_own_time_after_a_comparison(figures: Figures) -> None:
    found = figures(
        "Investments came to £52m at 31 March 2015, in comparison to £21m at 31 March 2014, earning interest of £3m."
    )
    assert [days(figure) for figure in found] == ["2015-03-31", "2014-03-31", "2015-03-31"]


def test_where_nothing_tells_how_far_back_a_movement_began_it_has_no_period(figures: Figures) -> None:
    found = figures(record("Staffing - Quarter 1 2015/16", "Vacancies rose from 22 to 31."))
    assert [figure.period is None for figure in found] == [True, False]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "There were 250 plans in 2014/15, up by 24 from 226.",
            {250: "2014-04-01/2015-03-31", 24: "2014-04-01/2015-03-31", 226: "2013-04-01/2014-03-31"},
        ),
        (
            "The score was 12.0 in 2013/14, and in 2014/15 to date it came to 14.0.",
            {12: "2013-04-01/2014-03-31", 14: "2014-04-01/2015-03-31"},
        ),
        (
            "There were 641 in residential care in September 2014 (March: 659).",
            {641: "2014-09-01/2014-09-30", 659: "2014-03-01/2014-03-31"},
        ),
    ],
)
def test_each_of_two_numbers_of_one_measure_has_its_own_time(
    figures: Figures, sentence: str, expected: dict[int, str]
) -> None:
    assert periods(figures(sentence)) == expected


def test_both_ends_of_a_movement_between_two_years_have_their_own(figures: Figures) -> None:
    found = figures("The number of births rose by 18% between 2006 and 2012, from 2,914 to 3,438 a year.")
    assert [figure.period and figure.period.start.year for figure in found[1:]] == [2006, 2012]


def test_a_year_that_a_change_is_measured_on_is_not_that_of_the_next_sentence(figures: Figures) -> None:
    found = figures(
        "In the summer of 2014 58% of children reached the level, an improvement of 11 percentage points on 2013. "
        "In phonics 76% of pupils met the standard."
    )
    assert found[-1].period is not None
    assert found[-1].period.start.year == 2014


def test_last_year_is_the_year_reported_where_that_is_over_and_nothing_is_compared(figures: Figures) -> None:
    found = figures(
        "Committee\n18 July 2023\n\nHousing needs: performance 2022/23\n\n"
        "We received 412 applications last year, against 377 the year before."
    )
    assert periods(found[-2:]) == {412: "2022-04-01/2023-03-31", 377: "2021-04-01/2022-03-31"}


def test_a_sentence_that_only_says_what_had_been_dates_none_behind_it(figures: Figures) -> None:
    text = (
        "At 30 September 2015 there were 311 people on the list. It was 688 in January 2015. "
        "There were also 137 people waiting for a ramp.\n"
    )
    assert periods(figures(text))[137] == "2015-09-30"


def test_what_a_place_had_beside_another_time_in_brackets_is_of_the_first(figures: Figures) -> None:
    text = "The rate was 78 per 10,000 at 31 March 2019 (2018: 74; North West: 94; England: 65).\n"
    assert periods(figures(text)) == {78: "2019-03-31", 74: "2018-03-31", 94: "2019-03-31", 65: "2019-03-31"}


def test_a_year_in_brackets_behind_a_part_of_one_is_the_same_part_of_that_year(figures: Figures) -> None:
    text = "Between April and September 2018 312 concerns led to an enquiry (2017: 288); last year's figure was 602.\n"
    assert periods(figures(text)) == {
        312: "2018-04-01/2018-09-30",
        288: "2017-04-01/2017-09-30",
        602: "2017-04-01/2017-09-30",
    }


def test_a_day_holds_for_all_sentences_of_its_paragraph_though_one_compares_with_another_day(figures: Figures) -> None:
    text = (
        "At the end of November 2019 231 children had a plan. That compares with 254 at the end of August. "
        "44 had been on a plan for long. 18 had been on one before. 96 had a lead worker. 61 of the plans were new.\n"
    )
    assert periods(figures(text)) == {231: "2019-11-30", 254: "2019-08-31"} | dict.fromkeys(
        (44, 18, 96, 61), "2019-11-30"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Cabinet, 19 June 2019\n\nOutturn 2018/19\n\nIn the third quarter an overspend of £4m was feared. "
                "Balances stand at £11m, having been £10m a year earlier.\n"
            ),
            {4_000_000: "2018-10-01/2018-12-31", 11_000_000: "2019-03-31", 10_000_000: "2018-03-31"},
        ),
        (
            "In the first five months of 2017/18 it has opened 171 cases and closed 140, so that 122 are live.\n",
            {171: "2017-04-01/2017-08-31", 140: "2017-04-01/2017-08-31", 122: "2017-08-31"},
        ),
        (
            "Cabinet, 6 March 2014\n\nOn 31 December 2013 288 were in care, against 271 at the end of March.\n",
            {288: "2013-12-31", 271: "2013-03-31"},
        ),
        (
            "At 30 September 1995 14,112 tenants had rebates. In the half year 3,401 new claims were determined.\n",
            {14_112: "1995-09-30", 3_401: "1995-04-01/1995-09-30"},
        ),
        ("In the three years 2012 to 2014 31 residents drowned.\n", {31: "2012-01-01/2014-12-31"}),
    ],
)
def test_what_a_number_is_compared_with_or_left_of_is_dated_by_the_number_beside(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    assert periods(figures(text)) == expected


def test_a_number_alone_in_brackets_behind_a_like_one_is_of_the_year_before(figures: Figures) -> None:
    found = periods(figures("In 2018/19 there were 412 fires (398), 61% of them at night.\n"))
    assert (found[412], found[398]) == ("2018-04-01/2019-03-31", "2017-04-01/2018-03-31")


def test_a_peak_that_one_has_come_down_from_dates_its_own_number_alone(figures: Figures) -> None:
    found = figures(
        record(
            "Children's Services Performance - Quarter 4 2014/15",
            "Agency staff numbered 18, from a peak of 37 in February 2014. The average caseload was 21.",
        )
    )
    assert periods(found) == {18: "2015-03-31", 37: "2014-02-01/2014-02-28", 21: "2015-03-31"}


def test_what_had_been_before_under_a_dot_is_not_the_time_of_what_stands_below_it(figures: Figures) -> None:
    assert periods(figures(DOTS_OF_A_QUARTER))[12] == "2022-10-01/2022-12-31"


def test_the_time_of_what_others_had_is_neither_ours_nor_that_of_the_next_sentence(figures: Figures) -> None:
    head = "Cabinet, 14 November 2013\n\nChildren's Services Performance - Quarter 2 2013/14\n\n"
    text = "There were 289 enquiries, when our comparators had 240 in 2011/12. Neglect was found in 143."
    found = periods(figures(head + text))
    assert found == {289: "2013-07-01/2013-09-30", 240: "2011-04-01/2012-03-31", 143: "2013-07-01/2013-09-30"}


def test_what_is_only_compared_with_the_end_of_a_month_hands_no_date_on(figures: Figures) -> None:
    text = (
        "There were 333 children in care at the end of the quarter, five fewer than at the end of September. "
        "78% lived with foster carers."
    )
    found = periods(figures(QUARTER + text))
    assert (found[333], found[78]) == ("2017-12-31", "2017-12-31")


@pytest.mark.parametrize(
    "words",
    [
        "compared with",
        "as opposed to",
        "by comparison with",
        "in contrast to",
        "set beside",
        "set against",
        "measured against",
        "falling from",
        "rising from",
    ],
)
def test_however_a_comparison_is_worded_its_date_is_not_that_of_the_sentence(figures: Figures, words: str) -> None:
    text = f"Of referrals 81% were seen in time, {words} 86% in 2011/12. Repeat referrals were 22%."
    found = periods(figures(f"Cabinet, 14 November 2013\n\nChildren's services - Quarter 2 2013/14\n\n{text}"))
    assert found == {81: "2013-07-01/2013-09-30", 86: "2011-04-01/2012-03-31", 22: "2013-07-01/2013-09-30"}


def test_a_time_counted_back_is_counted_from_our_own_figures_not_from_those_of_others(figures: Figures) -> None:
    text = "At 31 December 412 had a plan. England's average in 2014/15 was 45%. Twelve months earlier it was 371."
    found = periods(figures(f"{QUARTER}{text}\n"))
    assert (found[412], found[371]) == ("2017-12-31", "2016-12-31")


@pytest.mark.parametrize(
    "back", ["We were at 82.0% in 2015/16.", "Now 87.6% are held in time; in 2015/16 we had managed 73.5%."]
)
def test_what_we_had_once_reached_is_not_the_time_of_what_follows(figures: Figures, back: str) -> None:
    text = f"{QUARTER}There were 212 conferences. {back} Reviews were nearly all on time, at 98.1%.\n"
    assert days(figures(text)[-1]) == "2017-10-01/2017-12-31"


def test_the_same_months_of_an_earlier_year_may_be_pointed_at(figures: Figures) -> None:
    found = figures(
        "From April 2020 to January 2021 we filled 521 potholes, up from 447 over those ten months of 2018/19."
    )
    assert periods(found)[447] == "2018-04-01/2019-01-31"


def test_an_improvement_on_an_earlier_time_does_not_date_what_improved(figures: Figures) -> None:
    found = figures(
        "Cabinet, 9 September 2019\n\nLeavers at 30 June 2019\n\n"
        "We are in touch with 134 of our 142 young people, an improvement on 119 last July."
    )
    assert periods(found)[142] == "2019-06-30"


def test_what_a_year_began_and_ended_with_are_of_its_first_and_last_day(figures: Figures) -> None:
    found = figures(
        "Fostering in 2017/18\n\nThis report covers 2017/18. We began the year with 143 and ended it with 140."
    )
    assert periods(found) == {143: "2017-04-01", 140: "2018-03-31"}


def test_what_became_another_number_is_of_the_day_before_the_stretch(figures: Figures) -> None:
    found = figures("In the twelve months to 30 June 2016 21 workers left us and 17 joined, so that 86 became 82.")
    assert [days(f) for f in found if f.value in {86, 82}] == ["2015-06-30", "2016-06-30"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Claims were decided in time in 82% of cases, 76% in 2013/14.", {82: THIS, 76: BEFORE}),
        ("We took 1,412 complaints, 1,388 the year before.", {1412: THIS, 1388: BEFORE}),
        ("Collections missed came to 61 per 100,000, 58 in 2013/14.", {61: THIS, 58: BEFORE}),
        ("Loans came to 412, compared with 398.", {412: THIS, 398: BEFORE}),
        ("Bulky collections were down, at 4,120 against 4,560, but income held up.", {4120: THIS, 4560: BEFORE}),
        ("Average wait for a book: 12 days, was 15.", {12: THIS, 15: BEFORE}),
        ("Closures have come down from 41.", {41: BEFORE}),
        ("Issues were 880. They had been 925.", {880: THIS, 925: BEFORE}),
        ("The figure was 71%, from 65%, when England stood at 68%.", {71: THIS, 65: BEFORE, 68: BEFORE}),
        (
            "There were 412 enquiries in May 2014, 61 of them from carers.",
            {412: "2014-05-01/2014-05-31", 61: "2014-05-01/2014-05-31"},
        ),
        ("Boys reached 61%, against 54% for girls.", {61: THIS, 54: THIS}),
    ],
)
def test_a_bare_number_set_beside_another_is_of_the_year_before(
    figures: Figures, words: str, period: dict[int, str]
) -> None:
    assert periods(figures(record("Libraries and Customer Services: Annual Report 2014/15", words))) == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        (
            "The outturn for 2013/14 was £4.2m and the budget for 2014/15 is £4.6m.",
            {4_200_000: BEFORE, 4_600_000: THIS},
        ),
        ("In 2013/14 we let 412 homes and the plan for 2014/15 was 450.", {412: BEFORE, 450: THIS}),
        ("Complaints in the year 2013/14 were 412 and in the year 2014/15 398.", {412: BEFORE, 398: THIS}),
        ("In the three months from December 2014 to February 2015 there were 43 calls.", {43: "2014-12-01/2015-02-28"}),
        (
            "Calls dropped to 142, from 655 a year earlier, and 22 were about parking.",
            {142: THIS, 655: BEFORE, 22: THIS},
        ),
        (
            "The rate at 31 March 2015, 88, is above that of England, which was at 82 on 31 March 2014.",
            {88: "2015-03-31", 82: "2014-03-31"},
        ),
    ],
)
def test_each_of_two_numbers_in_a_sentence_has_the_time_that_is_told_of_it(
    figures: Figures, words: str, period: dict[int, str]
) -> None:
    assert periods(figures(record("Housing: Annual Report 2014/15", words))) == period


@pytest.mark.parametrize(
    "earlier",
    [
        "In April to June 2014 it took 2,987, so there has been a fall of 25%.",
        "In the same months of 2014 they took 2,987.",
        "In Q1 of 2014/15 we took 2,987.",
    ],
)
def test_a_sentence_of_the_same_months_of_a_year_before_hands_no_time_on(figures: Figures, earlier: str) -> None:
    words = f"Between April and June 2015 the centre took 2,213 calls. {earlier} Calls about bins came to 142."
    assert periods(figures(record("Customer contact", words)))[142] == "2015-04-01/2015-06-30"


def test_parts_are_of_what_was_counted_and_not_of_what_that_was_only_compared_with(figures: Figures) -> None:
    words = (
        "We had 412 plots let on 31 July 2015. That was 12 more than at the end of March, when there were 400. "
        "Of these 61 were half plots."
    )
    assert periods(figures(record("Allotments", words)))[61] == "2015-07-31"


def test_a_year_ago_is_counted_back_from_what_is_told_and_not_from_what_that_was_before(figures: Figures) -> None:
    found = figures(record("Quarter 1 2015/16", "The void rate is 21%, was 24% in March and 30% a year ago."))
    assert periods(found)[21] == "2015-06-30"
    found = figures(record("Quarter 1 2015/16", "Calls were 430 in June: they were 410 in May and 390 a year ago."))
    assert periods(found)[390] == "2014-06-01/2014-06-30"


def test_numbers_under_a_lead_in_are_not_of_the_day_of_those_in_brackets(figures: Figures) -> None:
    words = (
        "At 30 June 498 families were ours. They lived as follows (31 March in brackets):-\n\n- in hostels 176 (181)"
    )
    found = periods(figures(record("Housing: quarter 1 2015/16", words)))
    assert (found[176], found[181]) == ("2015-06-30", "2015-03-31")


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("We mended 942. In 2013/14 it was 1,365, so there were 423 fewer, a fall of 31%.", [423, 31]),
        ("We had 291 calls. The year before there had been 247, so the increase was 44.", [44]),
        ("Lamps failed 412 times. That compares with 398 in 2013/14, a rise of 14.", [14]),
    ],
)
def test_a_change_since_an_earlier_year_is_of_the_later_one(figures: Figures, words: str, changes: list[int]) -> None:
    found = periods(figures(record("Highways: Annual Report 2014/15", words)))
    assert [found[change] for change in changes] == [THIS for _ in changes]
