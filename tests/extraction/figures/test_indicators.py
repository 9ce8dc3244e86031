"""Which indicator a number has that names none beside it, and how the dictionary's wordings are met."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Better, Dictionary, Figure, Indicator, Measure, Role, Stage, Unit

Figures = Callable[[str], tuple[Figure, ...]]


def keys(found: tuple[Figure, ...]) -> dict[str, str | None]:
    named = {figure.quote: figure.indicator for figure in found}
    assert len(named) == len(found), "each number of these texts stands once"
    return named


def extractor_of(*indicators: Indicator) -> Extractor:
    return Extractor(Dictionary.of(indicators))


def indicator(key: str, *terms: str, unit: str = "count", share_of: str = "", role: Role = Role.MEASURE) -> Indicator:
    return Indicator(
        key=key,
        name=key,
        aliases=(),
        usual_unit=unit,
        measure=Measure.STOCK,
        stage=Stage.OUTPUTS,
        better=Better.NEUTRAL,
        terms=terms,
        role=role,
        share_of=share_of,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The council was caring for 214 children.",
        "There were 214 children who are currently looked after.",
        "There were 214 children being looked after.",
        "We cared for 214 children.",
    ],
)
def test_a_wording_is_met_in_any_form_of_its_verb_and_with_words_that_merely_fasten(
    figures: Figures, sentence: str
) -> None:
    (figure,) = figures(sentence)
    assert figure.indicator == "looked_after_children"


def test_words_that_share_a_noun_each_have_it(figures: Figures) -> None:
    found = figures("Initial and core assessments numbered 352 and 164 respectively.")
    assert keys(found) == {"352": "initial_assessments", "164": "core_assessments"}


def test_a_row_that_ends_its_sentence_is_of_as_many_names_before_it(figures: Figures) -> None:
    found = figures("Results for NI 59 and NI 60: 83% and 76%.")
    assert keys(found) == {
        "83%": "initial_assessments_within_timescale_percent",
        "76%": "core_assessments_within_35_working_days_percent",
    }


def test_respectively_hands_out_only_names_of_the_numbers_kind(figures: Figures) -> None:
    found = figures(
        "There were 203 children with our own foster carers and 57 with agencies, at weekly costs of £389 and £812"
        " respectively."
    )
    assert {figure.indicator for figure in found if figure.unit is Unit.GBP} == {"placement_unit_cost_per_week"}


def test_the_former_and_the_latter_are_the_first_and_the_last_name(figures: Figures) -> None:
    found = figures(
        "There were 352 initial assessments and 164 core assessments, with 81% of the former done in ten days"
        " and 74% of the latter in time."
    )
    named = {figure.quote: figure.indicator for figure in found}
    assert named["81%"] == "initial_assessments_within_timescale_percent"
    assert named["74%"] == "core_assessments_within_35_working_days_percent"


def test_a_row_that_repeats_a_row_takes_its_indicators_in_order(figures: Figures) -> None:
    found = figures("The vacancy rate was 25.4% and the agency rate 17.2%; England reported 18.9% and 17.8%.")
    assert [figure.indicator for figure in found] == [
        "social_worker_vacancy_rate_percent",
        "agency_social_worker_rate_percent",
        "social_worker_vacancy_rate_percent",
        "agency_social_worker_rate_percent",
    ]


@pytest.mark.parametrize(
    "going_on",
    [
        "A year earlier it was 467.",
        "At the end of March it had stood at 467.",
        "467 had been reported the year before.",
        "The target is 467.",
        "The number peaked at 467.",
    ],
)
def test_a_number_whose_words_name_no_measure_goes_on_about_the_one_before(figures: Figures, going_on: str) -> None:
    found = figures(f"There were 511 looked after children. {going_on}")
    assert keys(found) == {"511": "looked_after_children", "467": "looked_after_children"}


def test_a_number_that_counts_something_else_does_not_go_on(figures: Figures) -> None:
    found = figures("There were 511 looked after children. The library lent 467 books.")
    assert keys(found) == {"511": "looked_after_children", "467": None}


def test_a_rate_of_what_was_counted_is_its_rate(figures: Figures) -> None:
    found = figures("We look after 511 children. Expressed per 10,000 the rate has moved from 71.9 to 83.6.")
    assert keys(found) == {"511": "looked_after_children", "71.9": "looked_after_rate", "83.6": "looked_after_rate"}


def test_a_bare_number_set_against_days_is_days(figures: Figures) -> None:
    found = figures(
        "Children waited 712 days between entering care and placement for adoption. The threshold was 608."
        " England's figure was 647."
    )
    assert [(figure.indicator, figure.unit) for figure in found] == [
        ("days_from_care_entry_to_placement_for_adoption", Unit.DAYS)
    ] * 3


def test_a_share_of_a_counted_whole_is_of_the_wholes_words(figures: Figures) -> None:
    found = figures("84% of the 262 schools inspected were good or outstanding.")
    assert {figure.quote: figure.indicator for figure in found}["84%"] == "schools_good_or_better_percent"


def test_words_of_the_next_clause_belong_to_its_own_number(figures: Figures) -> None:
    found = figures(
        "Care leavers in suitable accommodation rose from 84% to 92%, and those in education, employment or training"
        " from 46% to 53%."
    )
    assert [figure.indicator for figure in found] == [
        "care_leavers_in_suitable_accommodation_percent",
        "care_leavers_in_suitable_accommodation_percent",
        "care_leavers_in_education_employment_or_training_percent",
        "care_leavers_in_education_employment_or_training_percent",
    ]


PARTED = """In 2015/16 there were 876 early help assessments. By agency:

* primary schools - 418
* health - 271
* others - 187
"""


def test_a_list_that_parts_a_figure_is_of_its_indicator(figures: Figures) -> None:
    assert set(keys(figures(PARTED)).values()) == {"early_help_assessments"}


def test_the_amounts_of_a_list_are_parts_of_the_amount_that_leads_in(figures: Figures) -> None:
    found = figures("Savings of £734k had been found:\n\na) car parking: £210k;\nb) energy: £94k;\n")
    assert keys(found) == {"£734k": "savings", "£210k": "savings", "£94k": "savings"}


def test_amounts_that_stand_alike_behind_of_that_are_parts_of_it(figures: Figures) -> None:
    found = figures("Savings of £0.5m are needed. Of that £190,000 comes from hours, £85,000 from self-service.")
    assert set(keys(found).values()) == {"savings"}


PLACED = """Half of the children are with our own foster carers:

| Own foster carers | 241 |
| Children's homes | 49 |
| Lodgings with a landlady | 7 |
"""


def test_words_above_a_table_that_name_one_row_do_not_name_the_others(figures: Figures) -> None:
    named = keys(figures(PLACED))
    assert named["241"] == "in_house_foster_placements"
    assert named["7"] != "in_house_foster_placements"


def test_the_total_of_a_table_of_parts_is_what_its_number_was_before(figures: Figures) -> None:
    found = figures(f"There were 297 looked after children at the time.\n\n{PLACED}| All | 297 |\n")
    assert [figure.indicator for figure in found if figure.quote == "297"] == ["looked_after_children"] * 2


def test_a_wording_that_is_marked_as_whole_names_only_the_whole_of_a_row(figures: Figures) -> None:
    found = figures("Homes used:\n\n| Secure | 2 |\n| Secure parking | 9 |\n\nThere were 4 secure doors.\n")
    assert keys(found) == {"2": "secure_accommodation_placements", "9": None, "4": None}


def test_a_budget_head_is_one_by_the_dictionary(figures: Figures) -> None:
    found = extractor_of(
        indicator("allotments_budget", "allotments budget", unit="GBP", role=Role.BUDGET),
        indicator("budget_variance", "overspend", unit="GBP"),
    ).extract("The allotments budget was set at £5m. The projected outturn was £6m, an overspend of £1m.")
    assert {figure.indicator for figure in found.figures} == {"allotments_budget"}


def test_a_share_is_of_what_the_dictionary_says_it_is_a_share_of() -> None:
    found = extractor_of(
        indicator("allotments", "allotments"),
        indicator("allotments_let_percent", "let on time", unit="%", share_of="allotments"),
    ).extract("There were 120 allotments. A year later the share was 40%.")
    assert [figure.indicator for figure in found.figures] == ["allotments", "allotments_let_percent"]


def test_every_share_of_the_shipped_dictionary_is_of_one_of_its_indicators() -> None:
    shipped = dictionary()
    assert all(one.share_of in shipped.by_key for one in shipped if one.share_of)


def test_words_that_describe_a_noun_may_stand_for_one_of_several(figures: Figures) -> None:
    found = figures("The VEMT group considered 44 children; 12 were rated high risk, 20 medium and 9 low.")
    assert [figure.indicator for figure in found] == ["vemt_children"] + [
        "children_at_risk_of_sexual_exploitation_by_risk_level"
    ] * 3


def test_words_of_the_clause_before_belong_to_its_own_number(figures: Figures) -> None:
    found = figures("During the year 214 children became subject to a plan and 197 ceased to be.")
    assert keys(found) == {"214": "child_protection_plans_starting", "197": "child_protection_plans_ending"}


def test_a_whole_does_not_have_the_predicate_of_its_part(figures: Figures) -> None:
    found = figures("There were 14 vacancies among the 112 social worker posts.")
    assert keys(found) == {"14": "social_worker_vacancies", "112": "staffing_establishment"}


def test_a_list_item_s_name_is_taken_as_a_whole(figures: Figures) -> None:
    found = figures("Placements were as follows:-\n\n- children's homes: 37\n- secure: 2\n")
    assert keys(found) == {"37": "childrens_home_residential_placements", "2": "secure_accommodation_placements"}


def test_a_row_that_only_says_it_is_a_rate_is_the_rate_of_the_row_above(figures: Figures) -> None:
    found = figures("| Measure | 2015 |\n| Children looked after | 415 |\n| Rate per 10,000 | 68.0 |\n")
    assert keys(found) == {"415": "looked_after_children", "68.0": "looked_after_rate"}


def test_what_an_amount_is_said_to_be_comes_before_its_nature(figures: Figures) -> None:
    (figure,) = figures("It was estimated that reserves would stand at £8.4m on 31 March 2031.")
    assert figure.indicator == "general_fund_balances"


def test_an_amount_a_week_is_no_placement_s_cost_by_that_alone(figures: Figures) -> None:
    found = figures("Rents are £84.20 a week.\n\nA foster placement costs £870 a week.")
    assert keys(found) == {"£84.20": None, "£870": "placement_unit_cost_per_week"}


def test_the_end_of_a_month_ends_nothing(figures: Figures) -> None:
    (figure,) = figures("At the end of June there were 204 children on a plan.")
    assert figure.indicator == "child_protection_plans"


HOUSING = "The tenancy, the rent account and the repairs of each dwelling were reviewed by the housing panel. " * 10


def test_words_of_children_s_social_care_mean_something_else_in_other_records(figures: Figures) -> None:
    said = "There were 14 vacancies and 60 people in residential care."
    here = figures(f"{HOUSING}\n\n{said}\n")
    there = figures(f"{HOUSING.replace('tenancy', 'looked after child')}\n\n{said}\n")
    assert [figure.indicator for figure in here] == [None, None]
    assert [figure.indicator for figure in there] == [
        "social_worker_vacancies",
        "childrens_home_residential_placements",
    ]


def test_a_paragraph_about_children_in_care_is_read_as_such_in_any_record(figures: Figures) -> None:
    found = figures(f"{HOUSING}\n\nOf the young people in care 21 were in residential care.\n")
    assert [figure.indicator for figure in found] == ["childrens_home_residential_placements"]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("23% of social work posts are filled by agency staff. Council tax collection stood at 82.4%.", "82.4%"),
        ("23% of posts are filled by agency staff. Savings of £4.2m were due, of which £2.9m (69%) are made.", "69%"),
        ("29% of pupils were eligible for the pupil premium. The pass rate at A level (A*-E) was 98.9%.", "98.9%"),
        ("There were 204 section 47 enquiries. The number of appeals doubled, from 13 to 25.", "13"),
    ],
)
def test_a_number_whose_own_clause_names_a_measure_takes_no_key_of_the_sentence_before(
    figures: Figures, words: str, quote: str
) -> None:
    found = {figure.quote: figure for figure in figures(words)}
    before = next(iter(found.values()))
    assert found[quote].indicator != before.indicator


def test_the_words_of_who_left_a_register_say_nothing_of_carers(figures: Figures) -> None:
    carers = figures("14 fostering households were approved, and 26 resigned or were de-registered.")
    children = figures("Sixty-four children had been registered and 76 de-registered.")
    assert carers[1].indicator != "child_protection_plans_ending"
    assert children[1].indicator == "child_protection_plans_ending"


def test_the_whole_of_some_posts_is_the_establishment_and_not_the_part_that_is_vacant(figures: Figures) -> None:
    found = figures("Of an establishment of 84.5 posts, 7 were vacant.")
    assert [figure.indicator for figure in found] == ["staffing_establishment", "social_worker_vacancies"]


def test_a_caseload_in_a_table_has_no_unit_though_the_workers_are_counted_in_full_time_equivalents(
    figures: Figures,
) -> None:
    found = figures("Measure | Q2 | Q3\nAverage caseload (FTE social workers) | 17.2 | 16.9\n")
    assert [(figure.indicator, figure.unit) for figure in found] == [("average_caseload", None)] * 2


def test_a_number_behind_after_is_of_what_it_followed(figures: Figures) -> None:
    found = figures("There were 15 adoptions, 9% of those who left care, after 11 in 2011/12.")
    assert {figure.quote: figure.indicator for figure in found}["11"] == "children_adopted"


def test_an_abbreviation_of_the_dictionary_is_a_measure_and_no_place(figures: Figures) -> None:
    found = figures("There were 60 referrals. The EHA target is 1,200.")
    assert keys(found) == {"60": "referrals", "1,200": "early_help_assessments"}


def test_an_item_s_amount_is_a_part_whatever_price_stands_before_it(figures: Figures) -> None:
    found = figures(
        "Savings of £734k had been found:\n\na) parking: £210k;\nb) green waste, charged at £45 a bin: £318k;\n"
    )
    named = {figure.quote: figure.indicator for figure in found}
    assert (named["£210k"], named["£318k"]) == ("savings", "savings")


def test_the_sentences_behind_go_on_about_the_whole_and_not_its_last_part(figures: Figures) -> None:
    found = figures(
        "There were 412 looked after children, of whom 61 were in residential care. The figure for 1995 had been 437."
    )
    assert {figure.quote: figure.indicator for figure in found}["437"] == "looked_after_children"


def test_a_measure_of_its_own_takes_no_unit_from_the_sentence_before(figures: Figures) -> None:
    found = figures("Sickness absence was 5.1%. The average caseload stood at 19.4.")
    assert [(figure.indicator, figure.unit) for figure in found][1] == ("average_caseload", None)


def test_of_these_and_a_verb_behind_the_number_begin_with_a_part(figures: Figures) -> None:
    found = figures("There were 264 children on the register. Of these 98 were registered for neglect.")
    assert keys(found) == {"264": "child_protection_plans", "98": "plans_by_category_of_abuse"}


def test_what_a_number_is_set_against_is_named_by_its_own_words(figures: Figures) -> None:
    found = figures("There were 118 field social workers in post against an establishment of 131.")
    assert keys(found) == {"118": "social_workers", "131": "staffing_establishment"}


def test_a_cost_is_a_cost_beside_the_words_of_a_budget(figures: Figures) -> None:
    (figure,) = figures("The cost of external residential placements averages £5,120 a week.")
    assert figure.indicator == "placement_unit_cost_per_week"


def test_amounts_go_on_with_the_budget_that_the_sentence_began_with(figures: Figures) -> None:
    found = figures(
        "The independent fostering agency placements budget, set at £4.05m, was projected to outturn at £4.31m."
    )
    assert {figure.indicator for figure in found} == {"fostering_agency_budget"}


def test_a_grant_is_capital_only_where_the_words_say_so(figures: Figures) -> None:
    plain = figures("A Homelessness Prevention Grant of £612,450 was awarded.")
    capital = figures("A capital grant of £612,450 was awarded.")
    assert (plain[0].indicator, capital[0].indicator) == (None, "capital_cost_grant")


@pytest.mark.parametrize(
    "words",
    [
        "The service dealt with 64 complaints of looked after children.",
        "The officers chaired 1,684 reviews of children in care during the year.",
    ],
)
def test_things_that_are_counted_are_not_the_people_whose_they_are(figures: Figures, words: str) -> None:
    (figure,) = figures(words)
    assert figure.indicator is None


def test_a_rule_for_nobody_to_exceed_reports_no_nought(figures: Figures) -> None:
    found = figures("Under the plan no social worker will hold more than 20 cases.")
    assert [figure.quote for figure in found] == ["20"]


def test_both_ends_of_a_movement_are_named_by_the_words_behind_the_second(figures: Figures) -> None:
    found = figures("The average cost of a residential placement had increased from £4,120 to £5,065 per week.")
    assert [figure.indicator for figure in found] == ["placement_unit_cost_per_week"] * 2


def test_a_caseload_beside_full_time_equivalents_is_none_of_them(figures: Figures) -> None:
    found = figures("The service had 9.6 FTE officers with an average caseload of 68.")
    assert [figure.unit for figure in found] == [Unit.FTE, None]


def test_a_count_of_what_is_a_share_alone_takes_no_neighbours_indicator(figures: Figures) -> None:
    found = figures(
        "428 children were looked after. Of these, one in eight lived in residential homes and 46 were placed "
        "more than 20 miles from home."
    )
    assert [figure.indicator for figure in found if figure.quote == "46"] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "It would cost £1.05m over five years.",
        "The cheapest such property was let at £895 a month.",
        "The improved grant brought £6.9m in that year.",
    ],
)
def test_an_amount_is_of_no_general_budget_where_no_word_names_one(figures: Figures, words: str) -> None:
    assert [figure.indicator for figure in figures(words) if figure.quote.startswith("£")] == [None]


def test_whose_an_amount_is_does_not_hide_what_it_is(figures: Figures) -> None:
    found = figures("The General Fund was forecast to overspend by £3.17m, or 1.6%.")
    assert [figure.indicator for figure in found] == ["budget_variance"] * 2


def test_balances_are_gone_on_with_by_a_pronoun(figures: Figures) -> None:
    found = figures("General balances stood at £6.2m. If nothing is done they will fall to £4.3m.")
    assert [figure.indicator for figure in found] == ["general_fund_balances"] * 2


@pytest.mark.parametrize(
    "words",
    [
        "There are 64 care homes in the county.",
        "The cumulative deficit stood at £11.4m.",
        "2,904 NHS Health Checks were offered.",
        "The transfer of £1.5m from the Public Health reserve was agreed.",
    ],
)
def test_names_of_other_measures_that_hold_words_of_an_indicator_are_none(figures: Figures, words: str) -> None:
    assert {figure.indicator for figure in figures(words)} == {None}


def test_the_title_tells_of_whom_a_measure_is_and_names_none_by_itself(figures: Figures) -> None:
    found = figures("Corporate Parenting Board\n\nReviews on time 96.4%\n\nResponses to the survey 188\n")
    assert [f.indicator for f in found] == ["looked_after_reviews_within_timescale_percent", None]


def test_a_heading_names_no_indicator_of_a_number_that_has_words_of_its_own(figures: Figures) -> None:
    found = figures("Vacant social work posts\n\n141 young people had a council tax exemption.\n")
    assert [figure.indicator for figure in found] == [None]


def test_what_all_but_leaves_out_is_not_what_is_measured(figures: Figures) -> None:
    found = figures("61 initial child protection conferences were held. All reviews but two were held on time.")
    assert [figure.indicator for figure in found] == ["initial_child_protection_conferences", None]


def test_phrases_of_one_group_are_met_in_any_of_their_wordings(figures: Figures) -> None:
    found = figures(
        "Nearly one in four referrals (23%) concerned a child already referred in the preceding twelve months. "
        "Timeliness of initials slipped to 63%."
    )
    keys = [figure.indicator for figure in found if "%" in figure.quote]
    assert keys == ["re_referrals_within_12_months_percent", "initial_assessments_within_timescale_percent"]


def test_the_section_on_children_in_a_record_of_many_services_is_read_as_one_on_children(figures: Figures) -> None:
    adults = "Older people who had reablement needed no care homes. Nursing care and home care were bought. " * 8
    children = "The number of children with a child protection plan was high. Foster carers were recruited."
    text = (
        f"1. Adults\n\n{adults}\n\n2. Children\n\n{children}\n\n"
        "2.2 88% of assessments were completed within 45 working days.\n\n3. Places\n\n"
        "There were 43 vacancies."
    )
    named = keys(figures(text))
    assert named["88%"] == "single_assessments_within_45_working_days_percent"
    assert named["43"] is None
