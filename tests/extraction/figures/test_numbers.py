"""Numbers in every form that records print come back as their value, in the unit that their words give."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from crossfoot.model import Figure, Qualifier, Unit

Figures = Callable[[str], tuple[Figure, ...]]


def values(found: tuple[Figure, ...]) -> list[Decimal]:
    return [figure.value for figure in found]


def decimals(*printed: str) -> list[Decimal]:
    return [Decimal(value) for value in printed]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("There were 57 referrals.", "57"),
        ("There were 4,215 contacts in the quarter.", "4215"),
        ("Some part of the 1,204,560 visits fell in winter.", "1204560"),
        ("The average caseload was 17.4.", "17.4"),
        ("There were 3½ posts.", "3.5"),
        ("There was one adoption.", "1"),
        ("There were eighteen adoptions.", "18"),
        ("There were twenty-five adoptions.", "25"),
        ("There were twenty five adoptions.", "25"),
        ("One hundred referrals were made.", "100"),
        ("A hundred referrals were made.", "100"),
        ("There were one hundred and twenty adoptions.", "120"),
        ("There were three hundred and six referrals.", "306"),
        ("There were twelve hundred referrals.", "1200"),
        ("There were a dozen complaints.", "12"),
        ("There were half a dozen complaints.", "6"),
        ("There were two dozen complaints.", "24"),
    ],
)
def test_a_count_in_digits_or_words_is_read_as_its_value(figures: Figures, sentence: str, value: str) -> None:
    assert values(figures(sentence)) == decimals(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Half of the", "0.5"),
        ("A third of", "0.3333"),
        ("Two-thirds of", "0.6667"),
        ("Two thirds of the", "0.6667"),
        ("A quarter of the", "0.25"),
        ("Three quarters of the", "0.75"),
        ("Three-fifths of", "0.6"),
    ],
)
def test_a_share_in_words_is_a_ratio(figures: Figures, words: str, value: str) -> None:
    (share,) = figures(f"{words} referrals came from schools.")
    assert abs(share.value - Decimal(value)) < Decimal("0.0001")
    assert share.unit is Unit.RATIO


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        ("£1,250", "1250"),
        ("£1,204,560.75", "1204560.75"),
        ("£ 108,000", "108000"),
        ("£108, 000", "108000"),
        ("£37k", "37000"),
        ("£15K", "15000"),
        ("£25 thousand", "25000"),
        ("£5.51m", "5510000"),
        ("£5.51 m", "5510000"),
        ("£1.5M", "1500000"),
        ("£0.5m", "500000"),
        ("£3 million", "3000000"),
        ("£3.5 million", "3500000"),
        ("£1.2bn", "1200000000"),
        ("£2 billion", "2000000000"),
        ("£½m", "500000"),
        ("£(345)k", "-345000"),
        ("85p", "0.85"),
        ("1½p", "0.015"),
        ("85 pence", "0.85"),
        ("£1.35", "1.35"),
        ("two and a half million pounds", "2500000"),
        ("15,000 pounds", "15000"),
    ],
)
def test_an_amount_of_money_is_read_in_whole_pounds(figures: Figures, amount: str, value: str) -> None:
    (money,) = figures(f"The charge was {amount}.")
    assert (money.value, money.unit, money.quote) == (Decimal(value), Unit.GBP, amount)


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("The fostering budget was set at 5.51m.", ["5510000"]),
        ("The projected outturn was 407k.", ["407000"]),
        (
            "The budget was set at 5.51m and the outturn was 4.69m, a variance of 820k.",
            ["5510000", "4690000", "820000"],
        ),
    ],
)
def test_an_amount_that_lost_its_pound_sign_is_money_all_the_same(
    figures: Figures, sentence: str, amounts: list[str]
) -> None:
    found = figures(sentence)
    assert values(found) == decimals(*amounts)
    assert {figure.unit for figure in found} == {Unit.GBP}


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("The cost of a placement was now in the region of 156,000 per annum.", "156000"),
        ("One particular placement was costing 5,200 a week.", "5200"),
        ("A one-off payment of 500 would be made to each carer.", "500"),
        ("The fund was approved, with 281,000 released in 2013/14.", "281000"),
        ("The cost was met and 1,250 children were in need.", None),
    ],
)
def test_a_price_is_pounds_in_a_record_that_lost_its_pound_signs(
    figures: Figures, sentence: str, amount: str | None
) -> None:
    lost = figures(f"The budget was set at 2.96m. {sentence}")
    priced = [str(figure.value) for figure in lost if figure.unit is Unit.GBP and figure.value < 1_000_000]
    assert priced == ([amount] if amount else [])
    kept = figures(f"The budget was set at £2.96m. {sentence}")
    assert [figure.value for figure in kept if figure.unit is Unit.GBP and figure.value < 1_000_000] == []


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("Of the 12 psychologist posts 6.2 are vacant.", "6.2", Unit.FTE),
        ("There are now 9.6 of us.", "9.6", Unit.FTE),
        ("There were 14 teams and 0.5 of a clerical assistant.", "0.5", Unit.FTE),
        ("We had 341 children looked after. The rate of 78.4 is high.", "78.4", Unit.RATE_PER_10000),
        (
            "There were 241 children on plans. Northmere's rate, at 59, was above the 43 of 2015.",
            "59",
            Unit.RATE_PER_10000,
        ),
        (
            "Per 10,000 children that is 73, compared with 65 for England and 70 for our neighbours.",
            "70",
            Unit.RATE_PER_10000,
        ),
        ("9.1 days were lost per worker, a little better than the 9.8 of 2020/21.", "9.8", Unit.DAYS),
        ("There were 31 leavers. The vacancy rate was 27.", "27", Unit.COUNT),
        ("Team | Establishment | In post\nMASH | 14.0 | 12.5\n", "12.5", Unit.FTE),
        ("Measure | 2018 | 2019\nWorking days lost per FTE | 9.3 | 9.1\n", "9.1", Unit.DAYS),
        ("School | Pupils | Attainment 8\nAbbots | 211 | 48.9\n", "48.9", Unit.SCORE),
        ("Rates per 10,000 are low.\n\nSchool | Pupils | Places\nAbbots | 211 | 240\n", "211", Unit.COUNT),
    ],
)
def test_a_number_without_its_unit_takes_the_one_that_its_words_leave_no_doubt_of(
    figures: Figures, text: str, printed: str, unit: Unit
) -> None:
    assert {figure.unit for figure in figures(text) if figure.quote == printed} == {unit}


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("57.5%", "57.5", Unit.PERCENT),
        ("57.5 %", "57.5", Unit.PERCENT),
        ("57.5 per cent", "57.5", Unit.PERCENT),
        ("57 percent", "57", Unit.PERCENT),
        ("7½%", "7.5", Unit.PERCENT),
        ("½%", "0.5", Unit.PERCENT),
        ("-5%", "-5", Unit.PERCENT),
        ("−5%", "-5", Unit.PERCENT),
        ("4 percentage points", "4", Unit.PERCENTAGE_POINTS),
        ("-0.45ppt", "-0.45", Unit.PERCENTAGE_POINTS),
        ("312 per 10,000", "312", Unit.RATE_PER_10000),
        ("62.5 per 10,000 children", "62.5", Unit.RATE_PER_10000),
        ("66 for every ten thousand children", "66", Unit.RATE_PER_10000),
        ("66 in each 10,000", "66", Unit.RATE_PER_10000),
    ],
)
def test_a_percentage_or_a_rate_is_read_with_its_unit(figures: Figures, printed: str, value: str, unit: Unit) -> None:
    (share,) = figures(f"The rate was {printed}.")
    assert (share.value, share.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("change", ["4 percentage points", "4 points", "4 percentage\npoints"])
def test_a_share_that_rose_by_points_rose_by_percentage_points(figures: Figures, change: str) -> None:
    (points,) = figures(f"The share rose by {change}.")
    assert (points.value, points.unit) == (Decimal(4), Unit.PERCENTAGE_POINTS)


@pytest.mark.parametrize(
    "unit", ["FTE", " FTE", " x FTE", " fte", " f.t.e.", " WTE", " full time equivalent", " x FTE experienced"]
)
def test_staff_are_counted_in_full_time_equivalents_where_the_text_says_so(figures: Figures, unit: str) -> None:
    (staff,) = figures(f"The team has 2.5{unit} social workers.")
    assert (staff.value, staff.unit) == (Decimal("2.5"), Unit.FTE)


@pytest.mark.parametrize(
    ("duration", "value", "unit"),
    [("34 days", "34", Unit.DAYS), ("34 working days", "34", Unit.DAYS), ("12 weeks", "12", Unit.WEEKS)],
)
def test_a_duration_that_is_reported_has_its_unit(figures: Figures, duration: str, value: str, unit: Unit) -> None:
    (length,) = figures(f"On average an assessment took {duration}.")
    assert (length.value, length.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Reviews on time numbered 58/60.",
        "58 of 60 reviews were on time.",
        "58 out of 60 reviews were on time.",
        "There were 58 of\n60 reviews on time.",
        "Of the reviews, 58 of the 60 were on time.",
    ],
)
def test_a_fraction_is_two_figures_the_part_and_the_whole(figures: Figures, sentence: str) -> None:
    assert values(figures(sentence)) == decimals("58", "60")


@pytest.mark.parametrize(
    ("sentence", "lowest", "highest", "unit"),
    [
        ("There were from 8 to 10 referrals.", "8", "10", Unit.COUNT),
        ("There were 8–10 referrals.", "8", "10", Unit.COUNT),
        ("There were 8 - 10 referrals.", "8", "10", Unit.COUNT),
        ("There were between 15 and 20 referrals.", "15", "20", Unit.COUNT),
        ("Fees of between £37k and £42k were paid.", "37000", "42000", Unit.GBP),
        ("Fees of £37k–£42k were paid.", "37000", "42000", Unit.GBP),
        ("The cost was £3m to £4m.", "3000000", "4000000", Unit.GBP),
        ("Shares of 40-45% were seen.", "40", "45", Unit.PERCENT),
        ("The underspend was £1.2–1.4m.", "1200000", "1400000", Unit.GBP),
        ("The cost was £480–520k.", "480000", "520000", Unit.GBP),
        ("Savings of £170-180,000 were made.", "170000", "180000", Unit.GBP),
        ("There is a shortfall of between 4 and 6 forms of entry.", "4", "6", Unit.COUNT),
        ("Fees of £10-15 a head were paid.", "10", "15", Unit.GBP),
        ("There were between 1.2 and 1.4 million visits.", "1200000", "1400000", Unit.COUNT),
        ("The growth was 5%-7%.", "5", "7", Unit.PERCENT),
        ("Shares of 40% to 45% were seen.", "40", "45", Unit.PERCENT),
        ("From 40 to 45 per cent of pupils were seen.", "40", "45", Unit.PERCENT),
    ],
)
def test_a_range_is_two_figures_in_one_unit(
    figures: Figures, sentence: str, lowest: str, highest: str, unit: Unit
) -> None:
    found = figures(sentence)
    assert values(found) == decimals(lowest, highest)
    assert [figure.unit for figure in found] == [unit, unit]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("over", Qualifier.OVER),
        ("just over", Qualifier.OVER),
        ("more than", Qualifier.OVER),
        ("at least", Qualifier.OVER),
        ("in excess of", Qualifier.OVER),
        ("a minimum of", Qualifier.OVER),
        ("passed", Qualifier.OVER),
        ("gone past", Qualifier.OVER),
        ("no fewer than", Qualifier.OVER),
        ("not less than", Qualifier.OVER),
        ("under", Qualifier.UNDER),
        ("just under", Qualifier.UNDER),
        ("less than", Qualifier.UNDER),
        ("fewer than", Qualifier.UNDER),
        ("up to", Qualifier.UNDER),
        ("at most", Qualifier.UNDER),
        ("no more than", Qualifier.UNDER),
        ("about", Qualifier.APPROX),
        ("around", Qualifier.APPROX),
        ("some", Qualifier.APPROX),
        ("roughly", Qualifier.APPROX),
        ("circa", Qualifier.APPROX),
        ("approximately", Qualifier.APPROX),
        ("an estimated", Qualifier.APPROX),
        ("an average of", Qualifier.AVERAGE),
    ],
)
def test_a_bound_keeps_its_value_and_says_on_which_side_it_stands(
    figures: Figures, words: str, qualifier: Qualifier
) -> None:
    (bound,) = figures(f"There were {words} 40 referrals.")
    assert (bound.value, bound.qualifier, bound.quote) == (Decimal(40), qualifier, "40")


def test_a_number_stated_plainly_has_no_qualifier(figures: Figures) -> None:
    (plain,) = figures("There were 40 referrals.")
    assert plain.qualifier is Qualifier.NONE


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no unallocated cases.",
        "There were no complaints.",
        "There were nil complaints.",
        "There were zero complaints.",
        "There were 0 complaints.",
        "None of the referrals was late.",
        "No children were waiting.",
        "The team has no vacancies.",
        "There are currently no children in the unit.",
        "Nobody was excluded.",
        "Exclusions: none.",
        "Cases were reviewed, and none had been closed.",
    ],
)
def test_a_reported_zero_is_a_figure(figures: Figures, sentence: str) -> None:
    assert values(figures(sentence)) == decimals("0")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("There were 42\nreferrals.", "42"),
        ("There were one hundred and\ntwenty referrals.", "120"),
        ("The budget was £5.51\nmillion.", "5510000"),
        ("The share was 57.5 per\ncent.", "57.5"),
        ("There were\u00a042\u00a0referrals.", "42"),
        ("The cost was £4\u00a0million.", "4000000"),
        ("The share was 57.5\u00a0%.", "57.5"),
        ("There were twenty\u00a0five referrals.", "25"),
        ("There were twenty-\none referrals.", "21"),
        ("There were twenty-\n        one referrals.", "21"),
        ("The contract cost £1,\n        204,000 a year.", "1204000"),
    ],
)
def test_a_line_end_or_a_fixed_blank_does_not_break_a_number_from_its_words(
    figures: Figures, sentence: str, value: str
) -> None:
    assert values(figures(sentence)) == decimals(value)


ACCOUNTS = """The accounts stood as follows:-

| Service | Budget | Outturn | Variance |
| Fostering | £5,510 | £4,690 | (£820) |
| Adoption | £410 | £370 | -£40 |
"""


def test_a_bracket_or_a_minus_sign_in_a_table_makes_an_amount_negative(figures: Figures) -> None:
    assert values(figures(ACCOUNTS)) == decimals("5510", "4690", "-820", "410", "370", "-40")


def test_a_tables_heading_in_thousands_multiplies_its_cells(figures: Figures) -> None:
    in_thousands = ACCOUNTS.replace("£", "").replace("Budget", "Budget £000").replace("Outturn", "Outturn £000")
    found = figures(in_thousands.replace("Variance", "Variance £000"))
    assert values(found) == decimals("5510000", "4690000", "-820000", "410000", "370000", "-40000")
    assert {figure.unit for figure in found} == {Unit.GBP}


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("The cost was £5.51m.", "10000"),
        ("The cost was £820k.", "1000"),
        ("The share was 57.5%.", "0.1"),
        ("There were 57 referrals.", "1"),
    ],
)
def test_a_figure_knows_the_size_of_its_last_printed_digit(figures: Figures, sentence: str, step: str) -> None:
    (printed,) = figures(sentence)
    assert printed.step == Decimal(step)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("One in four would use the service less.", "0.25"),
        ("1 in 5 shops stood empty.", "0.2"),
        ("Only 3 in 10 knew of it.", "0.3"),
    ],
)
def test_one_in_so_many_is_a_share(figures: Figures, sentence: str, value: str) -> None:
    (share,) = figures(sentence)
    assert (share.value, share.unit) == (Decimal(value), Unit.RATIO)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The benefit cost ratio was 2.7:1.", "2.7"),
        ("The ratio of teachers to pupils is 1:24.", "24"),
    ],
)
def test_what_a_colon_sets_against_one_is_a_ratio(figures: Figures, sentence: str, value: str) -> None:
    (ratio,) = figures(sentence)
    assert (ratio.value, ratio.unit) == (Decimal(value), Unit.RATIO)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The landfill took 19,240 tonnes.", "19240"),
        ("Staff worked 37.5 hours per week.", "37.5"),
        ("The site is 4.1 hectares.", "4.1"),
        ("Some 14 miles of carriageway were laid.", "14"),
        ("There are 3,400 sq m of floor space.", "3400"),
        ("The service provided 9,500 further hours.", "9500"),
        ("A 3.5m shared footway will be built.", "3.5"),
        ("The spread widened by 12 basis points.", "12"),
        ("Manager C fell short by 210bps.", "210"),
        ("The pool has a depth of 3.8m.", "3.8"),
        ("Each mobile covers 140 miles a week.", "140"),
        ("€3.1m remains in escrow.", "3100000"),
        ("Some $250,000 was written off.", "250000"),
        ("The rate was 23 deaths per 100,000.", "23"),
        ("That is 7.2 for each thousand households.", "7.2"),
    ],
)
def test_what_none_of_our_units_names_is_a_figure_without_a_unit(figures: Figures, sentence: str, value: str) -> None:
    (measured,) = figures(sentence)
    assert (measured.value, measured.unit) == (Decimal(value), None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Matches took 171 days on average. England's figure was 152.", [Unit.DAYS, Unit.DAYS]),
        ("There were 61.4 per 10,000 (England 45.3).", [Unit.RATE_PER_10000, Unit.RATE_PER_10000]),
        ("There are 96 FTE posts. 14.5 are vacant.", [Unit.FTE, Unit.FTE]),
        ("Twelve FTE posts (4 psychologists and 8 case officers) are new.", [Unit.FTE, Unit.FTE, Unit.FTE]),
        ("The grant was £6,000 in year 2 and nil in year 3.", [Unit.GBP, Unit.GBP]),
        ("Attendance was 94.1%; the value added score was 99.6.", [Unit.PERCENT, Unit.SCORE]),
        ("The staff had fallen by a reduction of 285 or 8.4%.", [Unit.COUNT, Unit.PERCENT]),
        ("Fees may rise by an average of 5 or 6%.", [Unit.PERCENT, Unit.PERCENT]),
    ],
)
def test_a_number_beside_another_takes_its_unit_only_where_it_is_of_its_kind(
    figures: Figures, sentence: str, expected: list[Unit]
) -> None:
    assert [figure.unit for figure in figures(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Year 6, 41 out of 46 passed.", ["41", "46"]),
        ("Members backed Option 2, 17 opposed it.", ["17"]),
        ("Two of the three homes were good.", ["2", "3"]),
        ("At the end of March four remained.", ["4"]),
        ("The Ombudsman upheld one.", ["1"]),
        ("They revoked two licences, suspending three.", ["2", "3"]),
        ("Of those leaving custody two were in flats, one of them alone.", ["2", "1"]),
        ("To purchase three 26 tonne vehicles.", ["3", "26"]),
        ("The trajectory was missed: this was 214 days fewer.", ["214"]),
        ("The scheme was delayed by 17 weeks.", ["17"]),
        ("The rating is 4.6/5.", ["4.6", "5"]),
        ("We recruited 2 x 0.5 FTE clerks.", ["2", "0.5"]),
        ("6 of the homes are good; none is inadequate.", ["6", "0"]),
        ("There is a 4.7 year supply of land.", ["4.7"]),
        ("There were 1,128 stage 1 complaints.", ["1128"]),
        ("There were 20 leavers, including nine who were adopted.", ["20", "9"]),
        ("Of these nine had been here for a year.", ["9"]),
        ("There had been eleven at the end of December.", ["11"]),
        ("The team took on 12 people while nine left.", ["12", "9"]),
        ("The Tribunal heard seven of these.", ["7"]),
        ("There were sixteen appeals, of which one was upheld.", ["16", "1"]),
        ("The rate was 79, SN 82 and England 67.", ["79", "82", "67"]),
        ("In employment: 17-18 64%, 19-21 54%.", ["64", "54"]),
    ],
)
def test_a_number_that_stands_without_its_noun_is_found(figures: Figures, sentence: str, expected: list[str]) -> None:
    assert values(figures(sentence)) == decimals(*expected)


def test_a_note_below_a_table_says_of_what_kind_its_figures_are(figures: Figures) -> None:
    table = "| Subject | City | England |\n| Reading | 71 | 73 |\n| Writing | 69 | 71 |\n"
    assert {figure.unit for figure in figures(f"{table}\n(all figures are percentages)\n")} == {Unit.PERCENT}


def test_a_row_of_numbers_without_gaps_gives_each_of_them(figures: Figures) -> None:
    assert values(figures("Affordable homes delivered 60 12 31 G\n")) == decimals("60", "12", "31")


def test_a_column_behind_the_first_headed_no_counts_what_the_rows_name(figures: Figures) -> None:
    assert values(figures("Scheme\tNo.\t£\nShowers\t84\t436,800\nStairlifts\t61\t122,000\n")) == decimals(
        "84", "436800", "61", "122000"
    )


def test_an_empty_cell_between_two_tabs_keeps_the_columns_in_place(figures: Figures) -> None:
    found = figures("School\tWorks\tBudget £m\nAsh Green\tRoof\t1.5\nBeck\tHall\t2.5\nTotal\t\t4.0\n")
    assert values(found) == decimals("1500000", "2500000", "4000000")


def test_headings_with_a_bare_number_are_told_by_their_sequence(figures: Figures) -> None:
    headed = "1 Purpose\nTo report.\n2 Summary\nThere were 57 referrals.\n3 Finance\nThe cost was £4m.\n"
    assert values(figures(headed)) == decimals("57", "4000000")
    assert values(figures("Judgements were:\n\n13 Inadequate\n\n4 Good\n")) == decimals("13", "4")


def test_a_number_at_the_beginning_of_a_wrapped_line_is_no_label(figures: Figures) -> None:
    assert values(figures("Occupancy, that is to say, was\n94.1 per cent.\n")) == decimals("94.1")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council buys around 16,500 hours of home care a week for 1,420 people.", ["16500", "1420"]),
        ("A further 240 places (8 forms of entry) would be needed.", ["240", "8"]),
        ("There was a surplus of 36 places; in the Eastfield area there was none.", ["36", "0"]),
    ],
)
def test_hours_that_were_given_forms_of_entry_and_a_none_that_answers_a_count_are_figures(
    figures: Figures, sentence: str, expected: list[str]
) -> None:
    assert values(figures(sentence)) == decimals(*expected)


def test_hours_of_an_entitlement_and_none_alone_are_no_figures(figures: Figures) -> None:
    assert not figures("Carers are offered 30 hours of training. There were none.")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("There were 148 referrals in quarter 1,\n168 in quarter 2.", ["148", "168"]),
        ("Referrals to team 3,\n168 of them late, rose.", ["168"]),
        ("The council had 1,\n194 referrals.", ["1194"]),
        ("The budget was £108,\n000.", ["108000"]),
    ],
)
def test_a_number_behind_a_name_at_the_end_of_a_line_is_no_part_of_a_larger_one(
    figures: Figures, text: str, values: list[str]
) -> None:
    assert [str(figure.value) for figure in figures(text)] == values


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The share of good schools was 58%, up by six points on 2016.", "6", Unit.PERCENTAGE_POINTS),
        ("Satisfaction was 71%, eight points lower than in 2018.", "8", Unit.PERCENTAGE_POINTS),
        ("Food waste collections might add four points to a recycling rate of 43%.", "4", Unit.PERCENTAGE_POINTS),
        ("Residential numbers have come down by three since June.", "3", Unit.COUNT),
        ("In the present year 5 out of 21 appeals were allowed.", "5", Unit.COUNT),
        ("The service lost two of its six advisers in July.", "6", Unit.COUNT),
        ("There were 42 empty homes in May. A year before this had been nil.", "0", Unit.COUNT),
        ("Of the appeals 40% were allowed, well over the national rate of 33.", "33", Unit.PERCENT),
        ("Educational psychologists: 19.2 FTE in post, establishment 31.", "31", Unit.FTE),
        ("Sickness came to 9.8 days for each employee (last year 11.2).", "11.2", Unit.DAYS),
        ("Repairs cost £4.62m. Orders have risen to an expected 43,500.", "43500", Unit.COUNT),
    ],
)
def test_a_number_that_hangs_on_its_neighbours_is_found_with_its_unit(
    figures: Figures, sentence: str, value: str, unit: Unit
) -> None:
    assert (Decimal(value), unit) in {(figure.value, figure.unit) for figure in figures(sentence)}


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Referrals by team: North 112, South 98, East 87 and West 103.", ("112", "98", "87", "103")),
        (
            "They came from three wards (Hilltop 45, Long Meadow 38 and Abbey 35), 118 in all.",
            ("45", "38", "35", "118"),
        ),
        ("Fourteen homes were inspected, of which nine were good and the other seven required improvement.", ("7",)),
        ("There are 83 pupils, 29 in key stage 3, 33 in key stage 4 and 21 post-16.", ("29", "33", "21")),
    ],
)
def test_counts_in_a_row_are_found_though_names_stand_before_them(
    figures: Figures, sentence: str, printed: tuple[str, ...]
) -> None:
    assert set(decimals(*printed)) <= set(values(figures(sentence)))


@pytest.mark.parametrize(
    "sentence", ["Junctions North 1, North 2 and South 3 were closed.", "Rooms Oak 1, Ash 2, Elm 3."]
)
def test_names_with_numbers_in_a_row_stay_names(figures: Figures, sentence: str) -> None:
    assert not figures(sentence)


def test_pupils_are_counted_even_beside_words_of_accounts(figures: Figures) -> None:
    found = figures("There were in January 11,870 pupils for 13,640 places, i.e. 13% of the places were surplus.")
    assert [figure.unit for figure in found] == [Unit.COUNT, Unit.COUNT, Unit.PERCENT]


def test_what_was_pledged_is_counted_in_the_days_that_it_took(figures: Figures) -> None:
    found = figures("The average time from arrest to sentence was 66 days; the Government's pledge was 71.")
    assert [figure.unit for figure in found] == [Unit.DAYS, Unit.DAYS]


@pytest.mark.parametrize("words", ["gone up to 157", "crept up to 157", "been above the 157 of last year"])
def test_what_a_number_has_gone_up_to_or_is_set_against_is_no_bound(figures: Figures, words: str) -> None:
    (found,) = [figure for figure in figures(f"The number of referrals has {words}.") if figure.quote == "157"]
    assert found.qualifier is Qualifier.NONE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of 86 children in the cohort 27 offended again.", ["86", "27"]),
        ("Among children of school age 31 had an early start.", ["31"]),
        ("The Government's threshold was 639 days.", ["639"]),
        ("Without the flats the re-let time would have been 29 days.", ["29"]),
    ],
)
def test_a_number_behind_a_noun_that_is_spoken_of_counts_what_happened(
    figures: Figures, sentence: str, expected: list[str]
) -> None:
    assert [figure.quote for figure in figures(sentence)] == expected


def test_the_rate_of_others_is_one_though_a_count_stands_between(figures: Figures) -> None:
    text = (
        "There were 268 looked after children, or 66 for every ten thousand. A year ago it was 251. "
        "The average for the North West was 62."
    )
    found = {figure.quote: (figure.unit, figure.indicator) for figure in figures(text)}
    assert found["62"] == found["66"] == (Unit.RATE_PER_10000, "looked_after_rate")
