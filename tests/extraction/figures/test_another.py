"""The words of an indicator near a number do not give it that indicator where it is of another thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]


def key_of(figures: Figures, sentence: str) -> str | None:
    """Return the indicator of the figure that stands in square brackets."""
    at = sentence.index("[")
    found = figures(sentence.replace("[", "").replace("]", ""))
    return next(figure.indicator for figure in found if figure.span.start <= at < figure.span.end)


@pytest.mark.parametrize(
    "sentence",
    [
        "[33] governors went on a course about child protection plans.",
        "We answered [21] letters about core assessments.",
        "[52] uncles and aunts joined the kinship carers' choir.",
    ],
)
def test_a_number_of_another_noun_is_not_of_the_indicator_named_beside_it(figures: Figures, sentence: str) -> None:
    assert key_of(figures, sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "[23] social workers left the Council last year.",
        "The Mayor visited [3] children's homes.",
        "Over the winter the service lost [12] foster carers.",
        "Smoke alarms were fitted at [27] foster homes.",
    ],
)
def test_those_of_whom_only_a_deed_is_told_are_not_how_many_there_are(figures: Figures, sentence: str) -> None:
    assert key_of(figures, sentence) is None


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("social_workers", "The service has [23] social workers."),
        ("childrens_homes", "The Council runs [3] children's homes."),
        ("approved_foster_carer_households", "There were [112] foster carers at the year end."),
    ],
)
def test_those_of_whom_is_told_that_they_are_there_keep_their_indicator(
    figures: Figures, key: str, sentence: str
) -> None:
    assert key_of(figures, sentence) == key


def test_what_became_of_some_of_a_stock_is_no_count_of_the_stock(figures: Figures) -> None:
    assert key_of(figures, "There were 290 children in care and [31] of them had been on a sailing holiday.") is None


def test_a_measure_of_children_is_none_in_a_sentence_about_adults(figures: Figures) -> None:
    assert key_of(figures, "[71%] of care plans for older people were reviewed in time.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Fostering was noted. The infant schools had [420] places.",
        "58 case files were audited: [4] were outstanding and 33 good.",
        "The home would cost [£690,000] a year to run.",
    ],
)
def test_places_in_schools_files_that_are_judged_and_running_costs_are_no_measures_of_children_in_care(
    figures: Figures, sentence: str
) -> None:
    assert key_of(figures, sentence) is None


def test_those_who_live_in_foster_homes_are_none_of_the_homes(figures: Figures) -> None:
    assert key_of(figures, "Of those looked after [141] were in foster homes.") != "approved_foster_carer_households"


@pytest.mark.parametrize(
    "sentence",
    [
        "EHC plans issued within 20 weeks: [47%].",
        "There are 2,040 EHC plans, up [12%] in the year.",
        "[38%] of new Education, Health and Care Plans issued in the spring were late.",
    ],
)
def test_how_fast_plans_are_issued_and_how_their_number_grows_is_no_share_of_pupils(
    figures: Figures, sentence: str
) -> None:
    assert key_of(figures, sentence) is None


def test_a_share_of_pupils_with_a_plan_is_one(figures: Figures) -> None:
    assert key_of(figures, "[4.7%] of pupils have an EHC plan.") == "ehc_plans_percent"


@pytest.mark.parametrize(
    "passage",
    [
        "Corporate sickness fell. Turnover was [12.5%] in the year.",
        "Housing repairs. There are [14] vacancies and the tenants have noticed.",
        "[912] customer contacts were answered by the contact centre.",
    ],
)
def test_a_section_on_another_service_has_no_measures_of_childrens_care(figures: Figures, passage: str) -> None:
    assert key_of(figures, passage) is None


def test_a_section_on_another_service_is_read_so_in_a_record_on_children_too(figures: Figures) -> None:
    children = "The children in care and those with a child protection plan were seen by their social worker. " * 12
    text = f"Children's Services\n\n{children}\n\nLeisure\n\nThe pools have [9] vacancies.\n\nFoster care\n\n{children}"
    assert key_of(figures, text) is None


@pytest.mark.parametrize(
    "passage",
    [
        "Foster carers. Last year [17] households had been newly approved.",
        "There are 129 foster carers, though the service lost [22] during the year.",
        "Fostering households have dwindled to 176, with [31] resignations last year.",
        "EHC plans: only [38%] of new plans went out within 20 weeks.",
        "Earmarked reserves total [£21.3m].",
        "Housing Revenue Account\n\nThe working balance is now [£4.2m].",
    ],
)
def test_what_came_or_went_or_is_kept_for_a_purpose_is_not_how_much_there_is(figures: Figures, passage: str) -> None:
    assert key_of(figures, passage) is None


def test_those_who_are_approved_to_foster_are_the_households(figures: Figures) -> None:
    assert key_of(figures, "At year end [203] families were approved to foster.") == "approved_foster_carer_households"


def test_a_heading_names_a_measure_whose_own_words_alone_are_said(figures: Figures) -> None:
    passage = "Looked after children: reviews\n\n[96.2%] took place within the statutory period."
    assert key_of(figures, passage) == "looked_after_reviews_within_timescale_percent"
    assert key_of(figures, "Looked after children: reviews\n\n[38%] enjoyed the pantomime.") is None


@pytest.mark.parametrize(
    "passage",
    [
        "NHS checks. Take-up was [39%] in the quarter.",
        "Pupils of all schools: persistent absence was [14.2%].",
        "The strategy was adopted in 2013. The number stood at [173] in September.",
    ],
)
def test_words_that_others_use_too_name_no_measure_by_themselves(figures: Figures, passage: str) -> None:
    assert key_of(figures, passage) is None
