"""Each arithmetic rule: what holds is kept, the planted error is asked about, the coincidence is not shown."""

from __future__ import annotations

import pytest

OF_THOSE = (
    "Between April and June there were [[{whole}; vemt_children]] children in the group. Of "
    "those, [[{a}; vemt_children]] "
    "were female and [[{b}; vemt_children]] were male."
)
LIST = (
    "By the spring [[{whole}; authorities_inspected]] councils had been seen. The results were as follows:-\n\n"
    "- [[4; ofsted_judgements]] Good ([[{p}%; ofsted_judgements]])\n"
    "- [[23; ofsted_judgements]] Adequate ([[57.5%; ofsted_judgements]])\n"
    "- [[13; ofsted_judgements]] Inadequate ([[32.5%; ofsted_judgements]])\n\nThe service was the fifth in the region."
)
BUDGET = (
    "The fostering budget was set at [[£5.51m; nature=budget]]. The projected outturn was "
    "[[{outturn}; nature=forecast]], "
    "i.e. {word} of [[{variance}; nature=variance]]."
)


def test_parts_after_of_those_add_up_to_the_whole_before(said):
    assert said(OF_THOSE.format(whole=25, a=23, b=2), 1) == ["holds: 23 + 2 = 25 holds"]


def test_parts_after_of_those_that_miss_the_whole_are_asked_about(said):
    assert said(OF_THOSE.format(whole=26, a=23, b=2), 1) == ["query: 23 + 2 = 25, 26 is printed"]


def test_a_list_adds_up_to_the_whole_in_front_of_its_lead_in(said):
    assert said(LIST.format(whole=40, p=10), 1) == ["holds: 4 + 23 + 13 = 40 holds"]
    assert said(LIST.format(whole=42, p=10), 1) == ["query: 4 + 23 + 13 = 40, 42 is printed"]


def test_parts_cut_by_a_page_break_are_still_parts(said):
    text = OF_THOSE.format(whole=25, a=23, b=2).replace("were female", "were\n\nfemale")
    assert said(text, 1) == ["holds: 23 + 2 = 25 holds"]


def test_a_total_that_ends_its_sentence_is_the_sum_of_what_it_named(said):
    text = "On that day [[3]] looked after cases and [[14]] cases in need were unallocated, [[{}]] in total."
    assert said(text.format(17), 1) == ["holds: 3 + 14 = 17 holds"]
    assert said(text.format(16), 1) == ["query: 3 + 14 = 17, 16 is printed"]


def test_a_total_announced_before_its_parts_is_their_sum(said):
    text = (
        "The report made [[{}; inspection]] recommendations: [[4; inspection]] for now, [[5; "
        "inspection]] for later and [[3; inspection]] for the end."
    )
    assert said(text.format(12), 1) == ["holds: 4 + 5 + 3 = 12 holds"]
    assert said(text.format(13), 1) == ["query: 4 + 5 + 3 = 12, 13 is printed"]


def test_the_last_row_of_a_table_is_the_sum_of_its_column(said):
    table = (
        "Where they live:\n\n| Placement | 2017 | 2018 |\n| Foster care | [[128]] | [[134]] |\n| "
        "Homes | [[27]] | [[31]] |\n| All children | [[155]] | [[{}]] |\n"
    )
    assert said(table.format(165), 1) == ["holds: 128 + 27 = 155 holds", "holds: 134 + 31 = 165 holds"]
    assert said(table.format(156), 1) == ["query: 134 + 31 = 165, 156 is printed", "holds: 128 + 27 = 155 holds"]


def test_rounded_parts_may_miss_their_whole_by_their_rounding(said):
    text = (
        "The grant of [[£1.2m]] was shared out, of which [[£0.75m]] went to homes and the "
        "remainder, [[£0.4m]], to schools."
    )
    assert said(text, 1) == ["holds: £750k + £400k = £1.2m printed, £1.15m computed, holds within rounding"]


def test_months_that_lie_end_to_end_add_up_to_their_quarter(said):
    text = (
        "There were [[612; referrals; in=2017-04/2017-06]] referrals in the quarter. There were "
        "[[198; referrals; in=2017-04]] in "
        "April, [[209; referrals; in=2017-05]] in May and [[{}; referrals; in=2017-06]] in June."
    )
    assert said(text.format(205), 1) == ["holds: 198 + 209 + 205 = 612 holds"]
    assert said(text.format(215), 1) == ["query: 198 + 209 + 215 = 622, 612 is printed"]


def test_a_part_larger_than_its_whole_is_asked_about_once_under_the_funnel(said):
    text = "There were [[76; unallocated_cases]] cases. Of these, [[90]] were overdue."
    assert said(text, 36) == ["query: 90 of 76"]
    assert said(text, 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were [[40]] pupils. Of those, [[25]] liked maths and [[20]] also liked music.",
        "Of these, more than one answer being allowed, [[30]] said cost and [[25]] said time.",
        "There were [[7]] teams and [[3]] offices, and [[11]] vans.",
        (
            "The [[6; teams]] teams had these caseloads:\n\nNorth - [[19.9; average_caseload; "
            "qualifier=average]] children\nSouth - [[31.1; average_caseload; qualifier=average]] "
            "children\n"
        ),
        "Officers expected between [[8]] and [[10]] schemes, some [[14]] miles altogether.",
    ],
)
def test_figures_that_need_not_add_up_are_left_alone(findings, text):
    assert findings(text, 1) == ()


def test_a_percentage_beside_a_part_is_its_share_of_the_whole(said):
    assert said(LIST.format(whole=40, p=10), 2)[0] == "holds: 4 ÷ 40 = 10% holds"


def test_a_percentage_that_is_not_the_share_is_asked_about(said):
    assert said(LIST.format(whole=40, p=12), 2)[0] == "query: 4 ÷ 40 = 10%, 12% is printed"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[46]] of the [[306]] children ([[15.0%]]) lived far away.", "holds: 46 ÷ 306 = 15% holds"),
        ("[[46]] of the [[306]] children ([[16.0%]]) lived far away.", "query: 46 ÷ 306 = 15%, 16% is printed"),
        ("Of the [[412]] families, [[268]] ([[65.0%]]) had reached their goals.", "holds: 268 ÷ 412 = 65% holds"),
        (
            ("Of the [[412]] families, [[268]] ([[56.0%]]) had reached their goals."),
            "query: 268 ÷ 412 = 65%, 56% is printed",
        ),
        (
            ("It took [[1,842]] contacts, and [[612]] of them ([[33.2%]]) became referrals."),
            "holds: 612 ÷ 1,842 = 33.2% holds",
        ),
        (
            ("There were [[63]] episodes. An interview followed [[56]] of them ([[80.9%]])."),
            "query: 56 ÷ 63 = 88.9%, 80.9% is printed",
        ),
        ("The success rate was [[71.4%]] ([[287]] of [[402]]).", "holds: 287 ÷ 402 = 71.4% holds"),
        (
            ("There were [[11]] vacant posts out of an establishment of [[92]], a vacancy rate of [[12.0%]]."),
            "holds: 11 ÷ 92 = 12% holds",
        ),
        ("[[46]] of the [[306]] children ([[15%]]) lived far away.", "holds: 46 ÷ 306 = 15% holds"),
    ],
)
def test_shares_are_found_in_the_ways_that_records_put_them(said, text, line):
    assert said(text, 2) == [line]


def test_a_percentage_that_is_a_target_is_no_share(findings):
    assert findings("[[46]] of the [[306]] children were seen in time, against a target of [[90%]].", 2) == ()


def test_exclusive_percentages_add_up_to_a_hundred(said):
    assert said(LIST.format(whole=40, p=10), 3) == ["holds: 10% + 57.5% + 32.5% = 100% holds"]
    assert said(LIST.format(whole=40, p=20), 3) == ["query: 20% + 57.5% + 32.5% = 110%"]


def test_percentages_of_one_scale_in_a_sentence_add_up_to_a_hundred(said):
    text = "[[61%]] of those in the group were male and [[{}%]] were female."
    assert said(text.format(39), 3) == ["holds: 61% + 39% = 100% holds"]
    assert said(text.format(49), 3) == ["query: 61% + 49% = 110%"]


def test_points_are_the_difference_of_two_percentages(said):
    text = (
        "The share was [[44%]], [[{}; unit=percentage_points]] percentage points higher than the "
        "[[40%]] of the year before."
    )
    assert said(text.format(4), 4) == ["holds: 44% − 40% = 4 percentage points holds"]
    assert said(text.format(5), 4) == ["query: 44% − 40% = 4 points, 5 percentage points is printed"]


def test_points_between_other_percentages_are_left_alone(findings):
    text = (
        "Smoking fell to [[15.2%]], [[1.4; unit=percentage_points]] percentage points lower than "
        "before, yet [[27%]] of manual workers smoke."
    )
    assert findings(text, 4) == ()


CHANGE = (
    "On 3 September there were [[1,194; active_children; at=2012-09-03]] children active to the service. "
    "No case was unallocated.\n\nBy February the number had increased by a further [[176; "
    "active_children; nature=change]] "
    "children to [[{}; active_children; at=2013-02-20]]."
)


def test_opening_and_change_give_the_closing_figure(said):
    assert said(CHANGE.format("1,370"), 5) == ["holds: 1,194 + 176 = 1,370 holds"]
    assert said(CHANGE.format("1,307"), 5) == ["query: 1,194 + 176 = 1,370, 1,307 is printed"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Numbers had grown by [[5]], from [[263]] to [[268]].", "holds: 263 + 5 = 268 holds"),
        ("Numbers had fallen by [[5]], from [[268]] to [[264]].", "query: 268 − 5 = 263, 264 is printed"),
        ("Referrals fell from [[612]] to [[583]], a reduction of [[29]].", "holds: 612 − 29 = 583 holds"),
        ("Referrals fell from [[612]] to [[583]], a reduction of [[39]].", "query: 612 − 39 = 573, 583 is printed"),
        ("Referrals rose from [[200]] to [[220]], an increase of [[10%]].", "holds: (220 − 200) ÷ 200 = 10% holds"),
        (
            ("Referrals rose from [[200]] to [[220]], an increase of [[20%]]."),
            "query: (220 − 200) ÷ 200 = 10%, 20% is printed",
        ),
    ],
)
def test_changes_are_found_in_the_ways_that_records_put_them(said, text, line):
    assert said(text, 5) == [line]


def test_an_approximate_change_may_be_a_little_off(said):
    text = "Numbers rose by about [[50; qualifier=approx]], from [[263]] to [[314]]."
    assert said(text, 5) == ["holds: 263 + 50 = 314 printed, 313 computed, holds within rounding"]


def test_a_variance_is_the_difference_of_budget_and_outturn(said):
    text = BUDGET.format(outturn="£4.69m", word="a saving", variance="£820k")
    assert said(text, 6) == ["holds: £5.51m − £4.69m = £820k holds"]


def test_a_variance_that_is_not_the_difference_is_asked_about(said):
    text = BUDGET.format(outturn="£4.69m", word="a saving", variance="£280k")
    assert said(text, 6) == ["query: £5.51m − £4.69m = £820k, £280k is printed"]


def test_a_variance_may_be_off_by_the_rounding_of_its_amounts(said):
    text = BUDGET.format(outturn="£4.69m", word="a saving", variance="£824k")
    assert said(text, 6) == ["holds: £5.51m − £4.69m = £824k printed, £820k computed, holds within rounding"]


def test_amounts_beside_the_budget_are_no_part_of_it(said):
    text = BUDGET.format(outturn="£4.69m", word="a saving", variance="£820k")
    text += " The projected outturn also included discounts of about [[£113k; qualifier=approx]]."
    assert said(text, 6) == ["holds: £5.51m − £4.69m = £820k holds"]


def test_a_table_of_budgets_is_checked_row_by_row(said):
    table = (
        "| Service | Budget | Outturn | Variance |\n| Fostering | [[£5.51m]] | [[£4.69m]] | "
        "[[£820k]] |\n| Homes | [[£5.02m]] | [[£5.43m]] | [[£140k]] |\n"
    )
    assert said(table, 6) == [
        ("query: £5.43m − £5.02m = £410k, £140k is printed"),
        "holds: £5.51m − £4.69m = £820k holds",
    ]


def test_the_word_for_a_variance_agrees_with_the_amounts(said):
    good = BUDGET.format(outturn="£4.69m", word="a saving", variance="£820k")
    bad = BUDGET.format(outturn="£4.69m", word="an overspend", variance="£820k")
    assert said(good, 7) == ["holds: outturn £4.69m is below the budget of £5.51m: “saving” of £820k holds"]
    assert said(bad, 7) == ["query: outturn £4.69m is below the budget of £5.51m: “overspend” of £820k"]


def test_a_surplus_of_income_is_what_came_in_over_its_budget(said):
    text = (
        "Income from lettings was [[{}; nature=actual]] against a budget of [[£398,000; nature=budget]], "
        "a surplus of [[£14,000; nature=variance]]."
    )
    assert said(text.format("£412,000"), 7) == [
        "holds: outturn £412k is above the budget of £398k: “surplus” of £14k holds"
    ]
    assert said(text.format("£384,000"), 7) == ["query: outturn £384k is below the budget of £398k: “surplus” of £14k"]
    spent = text.replace("Income from lettings", "Spending on lettings")
    assert said(spent.format("£412,000"), 7) == ["query: outturn £412k is above the budget of £398k: “surplus” of £14k"]


def test_budgets_printed_with_different_precision_are_asked_about_once(said):
    second = (
        "\n\nThe homes budget was set at [[{}; nature=budget]]. The projected outturn was "
        "[[£5.43m; nature=forecast]], i.e. an overspend "
        "of [[£410k; nature=variance]]."
    )
    first = BUDGET.format(outturn="£4.69m", word="a saving", variance="£820k")
    assert said(first + second.format("£5.018m"), 8) == ["query: £5.51m beside £5.018m"]
    assert said(first + second.format("£5.02m"), 8) == []


def test_a_rate_is_the_count_over_the_population(said):
    text = (
        "There were [[288; looked_after_children]] children, a rate of [[{}; "
        "unit=rate_per_10000]] per 10,000 of a population of [[36,000]]."
    )
    assert said(text.format("80.0"), 21) == ["holds: 288 ÷ 36,000 × 10,000 = 80 per 10,000 holds"]
    assert said(text.format("88.0"), 21) == ["query: 288 ÷ 36,000 × 10,000 = 80, 88 per 10,000 is printed"]


def test_two_rates_are_of_one_population(said):
    text = (
        "There were [[252; child_protection_plans]] plans, a rate of [[70.0; "
        "unit=rate_per_10000]] per 10,000. There were "
        "[[288; looked_after_children]] looked after children, a rate of [[{}; unit=rate_per_10000]] per 10,000."
    )
    assert said(text.format("80.0"), 21)[0].startswith("holds")
    assert said(text.format("90.0"), 21)[0].startswith("query")


def test_opening_starts_and_ends_give_the_closing_figure(said):
    text = (
        "There were [[281; looked_after_children; at=2017-03-31]] looked after children in March "
        "2017. In the year [[142; "
        "children_starting_to_be_looked_after]] started to be looked after and [[117; "
        "children_ceasing_to_be_looked_after]] ceased to "
        "be, so that there were [[{}; looked_after_children; at=2018-03-31]] in March 2018."
    )
    assert said(text.format(306), 22) == ["holds: 281 + 142 − 117 = 306 holds"]
    assert said(text.format(316), 22) == ["query: 281 + 142 − 117 = 306, 316 is printed"]


WORKLOAD = (
    "The number of children had grown to [[1,370; active_children]]. Average caseloads "
    "across the 6 teams were high.\n\n"
    "This would result in average caseloads of approximately [[{}; average_caseload; "
    "nature=forecast; qualifier=approx]].\n\n"
    "Team Managers would then have responsibility for [[8]] Social Workers."
)


def test_a_promised_average_is_that_of_the_cases_over_the_workers(said):
    assert said(WORKLOAD.format(28), 24) == ["holds: 1,370 ÷ (6 × 8) = 28.5, 28 is promised, holds"]
    assert said(WORKLOAD.format(25), 24) == ["query: 1,370 ÷ (6 × 8) = 28.5, 25 is promised"]


ROWS = (
    "The averages were:-\n\nNorth 1 - [[19.9; average_caseload]] children\nNorth 2 - [[31.1; "
    "average_caseload]] children\n"
    "North 3 - [[{}; average_caseload]] children\nSouth 1 - [[26.3; average_caseload]] children\n\n"
)


def test_neighbouring_rows_with_the_same_values_are_asked_about(said):
    assert said(ROWS.format("31.1"), 25) == ["query: North 2 and North 3: 31.1 and 31.1"]
    assert said(ROWS.format("31.2"), 25) == []


def test_rows_that_are_equal_once_but_not_twice_are_a_coincidence(said):
    assert said(ROWS.format("31.1") + "Later they were:-" + ROWS.format("33.0").partition(":-")[2], 25) == []


def test_small_equal_counts_are_a_coincidence(findings):
    assert findings("The posts were:\n\n- [[1]] Manager\n- [[1]] Deputy\n- [[1]] Clerk\n", 25) == ()


def test_the_council_s_mean_fits_the_end_of_the_range_that_is_said_to_be_its_own(said):
    text = ROWS.format("31.2") + (
        "The average caseloads of the region range from [[21; average_caseload]] to [[{}; "
        "average_caseload]], with ours the highest."
    )
    assert said(text.format(27), 26) == ["holds: mean of the 4 values 27.12, the highest of the range is 27, holds"]
    assert said(text.format(37), 26) == ["query: mean of the 4 values 27.12, the highest of the range is 37"]


def test_posts_add_up_to_the_staff_with_an_article_for_one(said):
    text = (
        "Managers would be responsible for [[8]] Social Workers, a Lead Practitioner and a "
        "Family Worker i.e. [[{}]] staff in total."
    )
    assert said(text.format(10), 27) == ["holds: 8 + 1 + 1 = 10 holds"]
    assert said(text.format(11), 27) == ["query: 8 + 1 + 1 = 10, 11 is printed"]


def test_a_list_of_posts_adds_up_to_the_staff_named_behind_it(said):
    text = (
        "Each would have these posts:-\n\n- [[1; unit=fte]] x FTE Manager\n- [[7; unit=fte]] x "
        "FTE Social Workers\n\nThat came to [[{}]] staff in each team."
    )
    assert said(text.format(8), 27) == ["holds: 1 FTE + 7 FTE = 8 holds"]
    assert said(text.format(9), 27) == ["query: 1 FTE + 7 FTE = 8, 9 is printed"]


def test_an_amount_that_comes_back_with_another_value_is_asked_about(said):
    text = "The council had won a grant of [[£1.2m]] for homes. Work would begin when the [[{}]] grant was paid."
    assert said(text.format("£1m"), 28) == ["query: £1.2m and later £1m for the grant"]
    assert said(text.format("£1.2m"), 28) == []


def test_two_grants_with_names_of_their_own_are_two_things(findings):
    assert findings("A housing grant of [[£1.2m]] came in. The school grant of [[£2m]] is to follow.", 28) == ()


def test_no_step_of_the_process_is_more_frequent_than_the_one_before(said):
    text = (
        "In May there were [[172; referrals; in=2011-09]] referrals and [[{}; "
        "initial_assessments; in=2011-09]] initial assessments."
    )
    assert said(text.format(155), 36) == ["holds: 172 ≥ 155 holds"]
    assert said(text.format(185), 36) == ["query: 172 is less than 185"]


def test_steps_of_different_months_are_not_compared(findings):
    text = (
        "There were [[172; referrals; in=2011-09]] referrals in September and [[185; "
        "initial_assessments; in=2011-08]] assessments in August."
    )
    assert findings(text, 36) == ()
