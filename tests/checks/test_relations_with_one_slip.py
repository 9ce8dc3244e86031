"""Relations that a record's words and tables tell in so many ways: quiet as they were, asked about with one slip."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET DECISIONS\n\nCabinet Meeting 12 September 2019\n\n2. Record of the Decision\n\n"
TOLD_JUST_BEFORE = [
    "There were 94 evictions in 2018/19; in 2017/18 there had been 117. The drop of [23|32] follows the new protocol.",
    "Spending was £412k in 2017 and £466k in 2018. The increase of £[54|45]k is due to pay.",
    (
        "The number of calls taken from April to August 2018 was 1,046, as against 887 in the same months of 2017. "
        "This was a rise of [159|169] or 17.9%. There had been 231 in July and 178 in August."
    ),
    (
        "It was explained that on 30 June 2019 there were 1,046 tenants in arrears. Of this number 168 owed more than "
        "£1,000 and 241 had a plan. The total at 31 March had been 918 and had therefore gone up by [128|118]."
    ),
]
SET_BY_EYE = [
    (
        24,
        (
            "Team\t\tCases held\tWorkers in post (FTE)\tAverage caseload\nHarbour\t\t168\t7.0\t24.0\n"
            "Moorside Hill\t203\t7.0\t[29.0|27.0]\nPriory\t\t189\t9.0\t21.0\nWestgate\t221\t6.5\t34.0\n"
            "All teams\t781\t29.5\t26.5"
        ),
    ),
    (
        1,
        (
            "Depot\t\t\tRounds\tCrews\nNorth\t\t\t168\t24\nMoorside and Hill\t203\t29\nSouth\t\t\t[189|198]\t27\n"
            "All\t\t\t560\t80"
        ),
    ),
    (
        6,
        (
            "Service\t\t\t\tBudget\tActual to\tProjected\tVariance\n"
            "\t\t\t\t2019/20\t30 June\t\toutturn\t\tover/(under)\n"
            "\t\t\t\t£000\t£000\t\t£000\t\t£000\nLeisure centres\t\t\t2,316\t1,171\t\t2,341\t\t25\n"
            "Waste - recycling contract\t3,960\t2,308\t\t[4,815|4,851]\t\t855\nParks\t\t\t\t918\t431\t\t886\t\t(32)"
        ),
    ),
]
PARTS = [
    (
        "The budget, set after allowing 15% for turnover, is £3.41m, with a projected outturn of £3.87m, that is "
        "to say an overspend of £460k, of which agency fees accounted for £[385|358]k and backfill for £75k."
    ),
    "The savings of £640k come from staffing, £412k, and from premises, £[228|282]k.",
    "The overspend of £640k arises from agency staff (£[394|412]k), fuel (£182k) and legal costs (£64k).",
    (
        "There were 612 children in care at the end of February.\n\nWHERE OUR CHILDREN LIVE\n\nIn-house fostering 214; "
        "IFA [203|230]; connected carers 88; residential 61; with parents 19; supported accommodation 24; other 3. A "
        "fifth live more than 20 miles from home."
    ),
    (
        "The programme is £73.5m over three years.\n\nFinanced by: Government grant £41.2m; repairs allowance "
        "£[19.6|16.9]m; capital receipts £5.4m; prudential borrowing £7.3m."
    ),
    "Of the 53 schools inspected, 8 were outstanding, [33|34] good, 10 required improvement and two were inadequate.",
]
PRICES = [
    (
        "Cabinet has agreed a retention payment of £2,000 a year for experienced workers. There are 31 of these, so it "
        "will cost £[62,000|64,000] annually, found from the contingency this year."
    ),
    "Each club gets a grant of £450. There are 38 clubs, so the bill is £[17,100|11,700].",
    "We pay each of the 46 volunteers £12 a week, which is £[552|525] a week.",
    "Membership is £85 a year and there are 412 members, bringing in £[35,020|30,520].",
    "A uniform grant of £60 was paid to 1,214 families. This cost £[72,840|78,240].",
    "The 85 wardens get an allowance of £1,200 a year, £[102,000|120,000] in all.",
    "The scheme pays landlords £1,500 for each empty home let. 64 homes have been let, costing £[96,000|69,000].",
    "We have 52 homes with two lifts, each of which would cost £30 a week more, or £[81,120|81,210] a year in all.",
]
STATEMENTS = [
    (
        "The position on the account is:\n\nIncome from rents                 £412,000\n"
        "Less repairs                      £118,000\nLess management                    £71,000\n"
        "Surplus for the year              £[223|232],000"
    ),
    "Item | £000\nBase budget | 4,120\nInflation | 118\nGrowth | 71\nSavings | ([210|201])\nBudget 2019/20 | 4,099",
    (
        "General Fund | £000\nBalance at 1 April 2018 | 8,412\nPlanned use | -[650|560]\nUnderspend | 312\n"
        "Balance at 31 March 2019 | 8,074"
    ),
]
RESTS = [
    "61 per cent of the delays were attributable to the NHS, [33|43] per cent to social care and the rest to both.",
    "In 341 concluded cases the risk was removed in 83% and remained in [9|19]%; no risk was identified in the others.",
    "The Council keeps [49|40]% of what it collects, 1% goes to the Fire Authority and the other half to the Treasury.",
]
A_DAY = [
    "In September there were 1,186 delayed days in the borough, an average of [39.5|35.9] beds a day.",
    "In 2018/19 there were 41,240 visits, or [113|131] a day.",
    "Capital: 39,800 wheeled bins of 180 litres at £17.25 each make £[686,550|668,550].",
]
MOVES = [
    (
        "The Council is forecast to underspend by £0.6m this year. That is £[1.4|0.2]m better than reported in July, "
        "when an overspend of £0.8m was expected."
    ),
    (
        "An overspend of £1.141m is projected against the net budget of £26.5m (4.3%). At Period 4 the projection was "
        "for an overspend of £868k, so there has been an adverse movement of £[273|237]k."
    ),
    "A surplus of £210k is expected, where in June a deficit of £140k was feared: an improvement of £[350|530]k.",
    "At month 6 we reported an overspend of £412k. It is now £388k under, a favourable movement of £[800|24]k.",
    "The budget was £1.94m in 2017/18. For 2018/19 the budget was increased by £400k, to £[2.34|2.43]m.",
]
GROWN_BY = [
    "The grant of £18.73m for 2019/20, a reduction of 2.6% (£[508,000|580,000]), will be spent as shown.",
    "The budget is £4.12m, up 3.5% (£[139,000|193,000]) on last year.",
    "Visits came to 41,240, an increase of [3,210|3,120] (8.4%) on 2017/18.",
    "Rents will rise by 2.7%, or £[2.31|2.13] a week, to £87.90.",
    "The number of claims fell by [312|321] (6.2%) to 4,720.",
]


def _asked(asker: Asker, words: str, side: int) -> set[int]:
    return {q.rule for q in asker(HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n")}


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize("words", TOLD_JUST_BEFORE)
def test_a_change_is_held_against_the_levels_told_just_before_it(asker: Asker, words: str) -> None:
    assert 5 not in _asked(asker, words, 1)
    assert 5 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", MOVES)
def test_a_forecast_moves_from_over_to_under_by_both(asker: Asker, words: str) -> None:
    assert 5 not in _asked(asker, words, 1)
    assert 5 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", GROWN_BY)
def test_a_change_told_as_a_number_and_in_per_cent_agrees_with_itself(asker: Asker, words: str) -> None:
    assert 5 not in _asked(asker, words, 1)
    assert 5 in _asked(asker, words, 2)


@pytest.mark.parametrize(("rule", "table"), SET_BY_EYE)
def test_tabs_that_only_make_columns_look_straight_are_no_empty_cells(asker: Asker, rule: int, table: str) -> None:
    assert rule not in _asked(asker, table, 1)
    assert rule in _asked(asker, table, 2)


@pytest.mark.parametrize("words", PARTS)
def test_parts_are_added_up_however_the_words_turn_to_them(asker: Asker, words: str) -> None:
    assert 1 not in _asked(asker, words, 1)
    assert 1 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", PRICES)
def test_what_all_cost_is_held_against_the_number_and_what_one_costs(asker: Asker, words: str) -> None:
    assert 24 not in _asked(asker, words, 1)
    assert 24 in _asked(asker, words, 2)


@pytest.mark.parametrize(
    "words",
    [
        "We propose (i) a supplement at a cost of £84,600, (ii) eight more places and (iii) 12 nurses at £11,000 each.",
        "A grant of £25,000 was made. There were 12 clubs in the league, and their income was £310,000.",
        "Placements were 21 as against 17, at a mean of £2,950 per week (£540,000).",
    ],
)
def test_an_amount_of_something_else_is_not_held_against_a_price(asker: Asker, words: str) -> None:
    assert 24 not in _asked(asker, words, 1)


@pytest.mark.parametrize("words", STATEMENTS)
def test_lines_added_and_taken_off_lead_to_the_last(asker: Asker, words: str) -> None:
    assert 1 not in _asked(asker, words, 1)
    assert 1 in _asked(asker, words, 2)


@pytest.mark.parametrize("words", RESTS)
def test_percentages_leave_the_rest_that_is_told_without_a_number(asker: Asker, words: str) -> None:
    assert 3 not in _asked(asker, words, 1)
    assert 3 in _asked(asker, words, 2)


def test_a_rest_that_is_only_lower_or_higher_is_none_of_a_hundred(asker: Asker) -> None:
    assert 3 not in _asked(asker, "Attendance was 61% in the north, 72% in the south and lower in the rest.", 1)


@pytest.mark.parametrize("words", A_DAY)
def test_so_many_a_day_or_at_a_price_go_by_the_total(asker: Asker, words: str) -> None:
    assert 24 not in _asked(asker, words, 1)
    assert 24 in _asked(asker, words, 2)
