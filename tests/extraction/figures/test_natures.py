"""Whether a figure tells what was, what is planned, or what it is measured against."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure, Nature, Qualifier, SectionKind

Figures = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("sentence", "nature"),
    [
        ("There were 57 referrals.", Nature.ACTUAL),
        ("The service spent £1,250.", Nature.ACTUAL),
        ("The fostering budget was set at £5.51m.", Nature.BUDGET),
        ("The projected outturn was £5.5m.", Nature.FORECAST),
        ("Referrals are expected to reach 400.", Nature.FORECAST),
        ("The target was 95%.", Nature.TARGET),
        ("The national average was 12%.", Nature.BENCHMARK),
        ("The England average was 60.0 per 10,000.", Nature.BENCHMARK),
        ("There was an overspend of £300k.", Nature.VARIANCE),
        ("The variance was £300k.", Nature.VARIANCE),
        ("Referrals rose by 12.", Nature.CHANGE),
        ("The share fell by 4 percentage points.", Nature.CHANGE),
        ("It is proposed to recruit 6 social workers.", Nature.PROPOSED),
        ("The contractual requirement was 90%.", Nature.TARGET),
        ("The debt cap was £98.2m.", Nature.TARGET),
        ("Sessions were held on time, against a 95% standard.", Nature.TARGET),
        ("The rate for the South West was 59%.", Nature.BENCHMARK),
        ("Uptake was better than London's 77.8%.", Nature.BENCHMARK),
        ("11 young people were referred through the National Referral Mechanism.", Nature.ACTUAL),
        ("At that rate the backlog would become £71m.", Nature.FORECAST),
        ("An extension was costed at £2.2m.", Nature.FORECAST),
        ("Gate fees may rise to £24 a tonne.", Nature.FORECAST),
        ("Garage rents would be set at £9.80.", Nature.PROPOSED),
        ("That is 33 above the England average.", Nature.VARIANCE),
        ("The scheme is £60,000 a year cheaper than at present.", Nature.VARIANCE),
        ("Tenants' rents went up 20p.", Nature.CHANGE),
        ("There was a drop over the two years of 26 per cent.", Nature.CHANGE),
        ("The gap between them and the rest was 16 percentage points.", Nature.ACTUAL),
        ("A further 14 were in assessment.", Nature.ACTUAL),
        ("41% would accept volunteers.", Nature.ACTUAL),
        ("1,482 requests for assessment came in.", Nature.ACTUAL),
        ("The accumulated deficit was £9.75m.", Nature.ACTUAL),
        ("The figure was just above target at 77.6%.", Nature.ACTUAL),
        ("The return was 0.08% above the benchmark rate.", Nature.VARIANCE),
        ("Indicators showed good progress with 70% on target.", Nature.ACTUAL),
        ("It was proposed that the maximum 7% increase be applied to all rents.", Nature.PROPOSED),
        ("Savings of £350,000 have been achieved.", Nature.ACTUAL),
        ("Members were asked to approve a virement of £75,000.", Nature.PROPOSED),
        ("Each social worker should hold no more than 20 cases.", Nature.TARGET),
        ("The minimum level of balances recommended by the Treasurer is £5m.", Nature.TARGET),
        ("There was a cut of £200,000.", Nature.CHANGE),
        ("A bequest of £500 was made under the will of a resident.", Nature.ACTUAL),
        ("Grant for transport was cut in the year by 28 per cent.", Nature.CHANGE),
        ("Incidents were 5 per cent down.", Nature.CHANGE),
        ("Placements were to exceed their budget by £1.85m.", Nature.VARIANCE),
        ("Allowances would be raised by 3 per cent.", Nature.PROPOSED),
        ("57% of pupils reached the expected standard.", Nature.ACTUAL),
        ("They found £90,000 of the overspend.", Nature.VARIANCE),
        ("The revised estimate was £1.4 million.", Nature.FORECAST),
        ("The contractor is allowed 60 missed bins.", Nature.TARGET),
        ("Six schools did better than the national average.", Nature.ACTUAL),
    ],
)
def test_the_words_beside_a_figure_tell_its_nature(figures: Figures, sentence: str, nature: Nature) -> None:
    (figure,) = figures(sentence)
    assert figure.nature is nature


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("not exceeding", Qualifier.UNDER),
        ("no more than", Qualifier.UNDER),
        ("up to", Qualifier.UNDER),
        ("exceeding", Qualifier.OVER),
        ("at least", Qualifier.OVER),
        ("some", Qualifier.APPROX),
        ("an average of", Qualifier.AVERAGE),
    ],
)
def test_the_words_before_a_figure_tell_how_firmly_it_is_put(
    figures: Figures, words: str, qualifier: Qualifier
) -> None:
    (figure,) = figures(f"Escorts were engaged at a cost of {words} £7,500.")
    assert figure.qualifier is qualifier


def natures(found: tuple[Figure, ...]) -> list[Nature | None]:
    return [figure.nature for figure in found]


def test_budget_outturn_and_variance_of_one_sentence_are_told_apart(figures: Figures) -> None:
    found = figures("The fostering budget for 2014/15 was £5.2m, the outturn £5.5m and the variance £0.3m.")
    assert natures(found) == [Nature.BUDGET, Nature.ACTUAL, Nature.VARIANCE]


def test_budget_forecast_and_variance_are_told_apart_across_sentences(figures: Figures) -> None:
    found = figures("The fostering budget was £5.2m. The projected outturn was £5.5m, an overspend of £300k.")
    assert natures(found) == [Nature.BUDGET, Nature.FORECAST, Nature.VARIANCE]


def test_a_rise_and_what_it_rose_to_are_told_apart(figures: Figures) -> None:
    assert natures(figures("Referrals rose by 12 to 130.")) == [Nature.CHANGE, Nature.ACTUAL]


def test_a_benchmark_does_not_make_the_councils_own_figure_one(figures: Figures) -> None:
    found = figures("The national average was 12% and the Council's was 9%.")
    assert natures(found) == [Nature.BENCHMARK, Nature.ACTUAL]


def test_the_columns_of_a_table_give_the_nature_of_their_cells(figures: Figures) -> None:
    found = figures("| Service | Budget | Outturn | Variance |\n| Fostering | £5,510 | £4,690 | £820 |\n")
    assert natures(found) == [Nature.BUDGET, Nature.ACTUAL, Nature.VARIANCE]


def test_a_figure_knows_the_section_it_stands_in(figures: Figures) -> None:
    text = (
        "Hallowby Borough Council\n\n2. Record of the Decision\n\nThere were 57 referrals.\n\n"
        "3. Reasons for the Decision\n\nThere were 12 complaints.\n"
    )
    assert [figure.section for figure in figures(text)] == [SectionKind.DECISION, SectionKind.REASONS]


def resolved(words: str, section: str = "") -> str:
    return f"""Hallowby Borough Council

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 10th September 2015

1. Title of Item/Report

Libraries

2. Record of the Decision

Cabinet considered a report.

RESOLVED that:-

1. {words}

3. Reasons for the Decision

To keep within the budget.

4. Alternative Options Considered and Rejected

{section or "None"}

5. Declared (Cabinet Member) Conflicts of Interest

None
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the charge for a book be 60p (45p now).", [Nature.PROPOSED, Nature.ACTUAL]),
        ("the limit be lifted from £8m to £12m.", [Nature.ACTUAL, Nature.PROPOSED]),
        (
            "one mobile library be withdrawn, its 112 stops being cut to 64.",
            [Nature.PROPOSED, Nature.ACTUAL, Nature.PROPOSED],
        ),
        ("rents be increased by 7%.", [Nature.PROPOSED]),
        ("up to £240,000 be paid to the operator in 2015/16.", [Nature.PROPOSED]),
        ("a rent increase of 7% be approved.", [Nature.PROPOSED]),
        ("surplus balances of £250,000 be used on the bridge.", [Nature.PROPOSED]),
        ("£60,000 be moved from the training budget.", [Nature.PROPOSED]),
        ("a grant of £12,000 be paid, tapering to £6,000 in year 2.", [Nature.PROPOSED] * 2),
        ("utilities be written to, 23% of whose work had failed.", [Nature.ACTUAL]),
    ],
)
def test_a_resolution_proposes_what_it_decides_and_reports_what_is(
    figures: Figures, words: str, expected: list[Nature]
) -> None:
    assert natures(figures(resolved(words))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("To close six libraries, saving £610,000.", [Nature.PROPOSED, Nature.PROPOSED]),
        ("Borrowing £20m over ten years.", [Nature.PROPOSED]),
        ("Freezing fees. It would have cost £31,000.", [Nature.FORECAST]),
        ("Leaving things alone, since 81% of users had been satisfied.", [Nature.ACTUAL]),
    ],
)
def test_what_a_rejected_option_would_have_been_was_proposed(
    figures: Figures, words: str, expected: list[Nature]
) -> None:
    assert natures(figures(resolved("the report be noted.", words))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Numbers were up 263, or 12.5%.", [Nature.CHANGE, Nature.CHANGE]),
        ("The budget was £78.3m, comprising £64.5m and £13.8m.", [Nature.BUDGET] * 3),
        ("The forecast overspend is £1.2m (month 5: £1.4m).", [Nature.VARIANCE, Nature.VARIANCE]),
        ("Of the £2m saving required, £1.4m has been delivered.", [Nature.TARGET, Nature.ACTUAL]),
        ("Spending was £1.1m (15%) less than the budget.", [Nature.VARIANCE, Nature.VARIANCE]),
        (
            "85% was above the national average of 82% but below its target of 90%.",
            [Nature.ACTUAL, Nature.BENCHMARK, Nature.TARGET],
        ),
        (
            "92% compared well with the North East (84%) and England (81%).",
            [Nature.ACTUAL, Nature.BENCHMARK, Nature.BENCHMARK],
        ),
        ("The threshold was 608 and will be 547.", [Nature.TARGET, Nature.TARGET]),
        ("Turnover was 11.86% against a target of 10%.", [Nature.ACTUAL, Nature.TARGET]),
        (
            "4.6% of pupils had a plan (England: 4.0%) and a further 13.1% had support.",
            [Nature.ACTUAL, Nature.BENCHMARK, Nature.ACTUAL],
        ),
        ("96.2% were offered one of three schools; nationally it was 87.8%.", [Nature.ACTUAL, Nature.BENCHMARK]),
        (
            "The first would overspend by £394,000 and the last by £126,500.",
            [Nature.VARIANCE, Nature.VARIANCE],
        ),
    ],
)
def test_the_words_of_one_number_speak_of_no_other_but_where_it_goes_on(
    figures: Figures, sentence: str, expected: list[Nature]
) -> None:
    assert natures(figures(sentence)) == expected


@pytest.mark.parametrize(
    ("words", "nature"),
    [
        ("Alternatives considered: close the hostel with 19 places.", Nature.PROPOSED),
        ("Options rejected\n\nClosing the hostel with 19 places.", Nature.PROPOSED),
        ("That the hostel with 19 places be closed.", Nature.PROPOSED),
        ("Reasons: to keep within budget. Alternatives considered: close 19 hostels.", Nature.PROPOSED),
        ("Alternatives considered: do nothing. Interests: 19 members are tenants.", Nature.ACTUAL),
        ("What was agreed\n\n1. 19 plan writers are recruited.", Nature.PROPOSED),
        ("To apply the grant as follows:\n\n- deposits, 19 households", Nature.PROPOSED),
        ("The hostel with 19 places was full.", Nature.ACTUAL),
    ],
)
def test_the_wording_of_a_block_tells_what_is_proposed_where_no_heading_does(
    figures: Figures, words: str, nature: Nature
) -> None:
    (figure,) = figures(f"{words}\n")
    assert figure.nature is nature


def test_our_own_figure_beside_another_place_s_is_what_was(figures: Figures) -> None:
    found = figures("57% did well (59% across England, 53% here in 2014/15).")
    assert natures(found) == [Nature.ACTUAL, Nature.BENCHMARK, Nature.ACTUAL]


def test_heads_of_others_and_of_gaps_are_known_by_their_short_names(figures: Figures) -> None:
    found = figures("| Measure | Us | SN avg | Nat. avg | Gap | DoT |\n| Visits | 91 | 88 | 86 | 5 | 3 |\n")
    assert natures(found) == [Nature.ACTUAL, Nature.BENCHMARK, Nature.BENCHMARK, Nature.VARIANCE, Nature.CHANGE]


def test_charges_with_their_pence_are_no_budgets(figures: Figures) -> None:
    table = "Band D (£):\n\n| Preceptor | 2015/16 (£) | 2016/17 (£) |\n| Hallowby | 183.42 | 188.37 |\n"
    found = figures(resolved("the report be noted.").replace("Cabinet considered a report.", table))
    assert natures(found) == [Nature.ACTUAL, Nature.PROPOSED]


def test_an_amount_of_a_year_that_is_not_over_is_of_its_budget(figures: Figures) -> None:
    table = "Funding (£m):\n\n| Programme | 2015/16 | 2016/17 |\n| Roads | 6.55 | 6.40 |\n"
    found = figures(resolved("the report be noted.").replace("Cabinet considered a report.", table))
    assert natures(found) == [Nature.BUDGET, Nature.BUDGET]


def test_amounts_listed_as_the_main_variations_are_variances(figures: Figures) -> None:
    found = figures("The principal variations were:\n\nTransport +£0.210m\nWaste disposal -£0.330m\n")
    assert [figure.nature for figure in found] == [Nature.VARIANCE] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Recycling was 41% (target 45%; South East 52%).",
        "Recycling was 41%, well below the 45% for the North East (52%).",
        "Recycling was 41%. In the North West as a whole it was 52%.",
        "Recycling was 41%, and the last survey put the West Midlands at 52%.",
    ],
)
def test_a_region_before_its_number_is_what_one_compares_with(figures: Figures, words: str) -> None:
    natures = {figure.quote: figure.nature for figure in figures(words)}
    assert (natures["41%"], natures["52%"]) == (Nature.ACTUAL, Nature.BENCHMARK)


@pytest.mark.parametrize(
    "words", ["Of the leavers 11 went to other councils.", "In the national survey 11 residents were content."]
)
def test_where_one_goes_to_and_what_is_held_nationally_are_no_comparison(figures: Figures, words: str) -> None:
    (eleven,) = figures(words)
    assert eleven.nature is Nature.ACTUAL


def test_numbers_alone_in_brackets_are_of_the_nature_that_the_first_of_the_list_names(figures: Figures) -> None:
    found = figures("* Reading - 74% (England 75%)\n* Writing - 68% (70%)\n* Maths - 77% (76%)\n")
    natures = {figure.quote: figure.nature for figure in found}
    assert {natures[quote] for quote in ("75%", "70%", "76%")} == {Nature.BENCHMARK}
    assert {natures[quote] for quote in ("74%", "68%", "77%")} == {Nature.ACTUAL}


def test_the_parts_of_a_variance_in_brackets_are_variances(figures: Figures) -> None:
    found = figures("The budget is forecast to be exceeded by £3.9m, chiefly on roads (£2.2m) and on fees (£1.4m).")
    assert [figure.nature for figure in found] == [Nature.VARIANCE] * 3


@pytest.mark.parametrize("words", ["31 more than twelve months earlier", "31 fewer than six months before"])
def test_more_than_so_many_months_before_is_a_change(figures: Figures, words: str) -> None:
    found = figures(f"On 31 March 2019 there were 517 empty homes, {words}.")
    assert [figure.nature for figure in found] == [Nature.ACTUAL, Nature.CHANGE]


def test_prices_set_against_each_other_are_no_budgets(figures: Figures) -> None:
    found = figures("A place costs £46,500 a year on average against £19,800 in one of our own schools.")
    assert [figure.nature for figure in found] == [Nature.ACTUAL] * 2


def test_items_under_that_cabinet_are_decided_but_for_those_that_only_note(figures: Figures) -> None:
    found = figures(
        "Recommendations\n\nThat Cabinet:\n\n(a) notes that 12 roads were closed;\n\n"
        "(b) approves a transfer of £250,000 to the roads fund.\n"
    )
    assert [figure.nature for figure in found] == [Nature.ACTUAL, Nature.PROPOSED]
