"""What a figure is about: its indicator, the text's own words for it, and whose it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from crossfoot.model import Figure, Unit

Figures = Callable[[str], tuple[Figure, ...]]


def by_value(found: tuple[Figure, ...]) -> dict[int, Figure]:
    named = {int(figure.value): figure for figure in found}
    assert len(named) == len(found), "each value of these texts stands once"
    return named


def indicators(found: tuple[Figure, ...]) -> dict[int, str | None]:
    return {value: figure.indicator for value, figure in by_value(found).items()}


@pytest.mark.parametrize(
    ("sentence", "indicator", "label"),
    [
        ("There were 57 referrals.", "referrals", "referrals"),
        ("There were 4,215 contacts in the quarter.", "contacts", "contacts"),
        ("There were 287 looked after children.", "looked_after_children", "looked after children"),
        ("There were 12 adoptions.", "children_adopted", "adoptions"),
        ("The average caseload was 17.4.", "average_caseload", "average caseload"),
        ("There were no unallocated cases.", "unallocated_cases", "unallocated cases"),
        ("The team has 3 FTE social workers.", "social_workers", "social workers"),
        (
            "The independent fostering agency budget was set at £5.51m.",
            "fostering_agency_budget",
            "independent fostering agency budget",
        ),
    ],
)
def test_the_words_beside_a_number_give_its_indicator(
    figures: Figures, sentence: str, indicator: str, label: str
) -> None:
    (figure,) = figures(sentence)
    assert (figure.indicator, figure.label) == (indicator, label)


def test_a_figure_that_the_dictionary_does_not_know_is_labelled_in_the_texts_words(figures: Figures) -> None:
    (pupils,) = figures("Members noted that 1,204 pupils attended.")
    assert (pupils.indicator, pupils.label) == (None, "pupils")


@pytest.mark.parametrize(
    "sentence",
    [
        "There were 57 referrals.",
        "Members noted that 1,204 pupils attended.",
        "None of the 12 homes was inadequate.",
        "Reviews on time numbered 58/60.",
        "The total came to 40.",
    ],
)
def test_every_figure_has_a_label(figures: Figures, sentence: str) -> None:
    assert all(figure.label for figure in figures(sentence))


def test_two_figures_of_one_sentence_take_each_their_own_words(figures: Figures) -> None:
    found = figures("There were 120 referrals and 340 contacts in the quarter.")
    assert indicators(found) == {120: "referrals", 340: "contacts"}


def test_figures_are_handed_out_respectively(figures: Figures) -> None:
    found = figures("Referrals and contacts numbered 120 and 340 respectively.")
    assert indicators(found) == {120: "referrals", 340: "contacts"}


def test_a_number_without_words_of_its_own_carries_on_from_the_one_before(figures: Figures) -> None:
    found = figures("There were 281 looked after children in July 2014, and 294 in August 2014.")
    assert indicators(found) == {281: "looked_after_children", 294: "looked_after_children"}


def test_of_these_looks_back_to_the_sentence_before(figures: Figures) -> None:
    found = figures("There were 60 referrals in May 2014. Of these, 9 were late.")
    assert indicators(found) == {60: "referrals", 9: "referrals"}


def test_both_ends_of_a_movement_are_of_the_same_indicator(figures: Figures) -> None:
    found = figures("Looked after children rose from 281 to 294.")
    assert indicators(found) == {281: "looked_after_children", 294: "looked_after_children"}


def test_budget_outturn_and_variance_are_of_the_heading_they_stand_under(figures: Figures) -> None:
    found = figures(
        "The independent fostering agency budget was £5.2m. The projected outturn was £5.5m, an overspend of £300k."
    )
    assert {figure.indicator for figure in found} == {"fostering_agency_budget"}
    assert {figure.unit for figure in found} == {Unit.GBP}


LIST = """At 31 March 2015 the looked after children lived as follows:-

- foster care - 131
- children's homes - 79
"""


def test_the_items_of_a_list_are_of_the_indicator_that_leads_in_or_of_one_of_their_own(figures: Figures) -> None:
    found = by_value(figures(LIST))
    assert found[131].indicator == "looked_after_children"
    assert found[79].indicator == "childrens_home_residential_placements"
    assert (found[131].subject, found[79].subject) == ("foster care", "children's homes")


TABLE = """Looked after children in each area:-

| Area | 31 March 2014 | 31 March 2015 |
| North | 131 | 142 |
| South | 79 | 88 |
"""


def test_the_cells_of_a_table_are_of_the_row_they_stand_in(figures: Figures) -> None:
    found = by_value(figures(TABLE))
    subjects = {value: figure.subject.split(",")[0] for value, figure in found.items()}
    assert subjects == {131: "North", 142: "North", 79: "South", 88: "South"}


def test_the_cells_of_a_table_are_of_the_indicator_that_leads_in(figures: Figures) -> None:
    assert set(indicators(figures(TABLE)).values()) == {"looked_after_children"}


def test_a_head_whose_first_cell_is_empty_stands_over_its_own_columns(figures: Figures) -> None:
    found = figures("Referrals by team\n\n\tMay 2016\tJune 2016\nNorth\t41\t57\nSouth\t12\t19\n")
    assert [(each.quote, each.period and each.period.end.month) for each in found] == [
        ("41", 5),
        ("57", 6),
        ("12", 5),
        ("19", 6),
    ]


@pytest.mark.parametrize("pipes", ["| {} | {} | {} |", "{} | {} | {}"])
def test_a_table_is_read_with_and_without_outer_bars(figures: Figures, pipes: str) -> None:
    rows = [("Team", "July 2014", "August 2014"), ("North", "131", "142"), ("South", "79", "88")]
    found = figures("Cases held:\n\n" + "\n".join(pipes.format(*row) for row in rows) + "\n")
    assert [figure.value for figure in found] == [Decimal(131), Decimal(142), Decimal(79), Decimal(88)]
    assert {figure.subject.split(",")[0] for figure in found} == {"North", "South"}


def test_every_field_that_was_read_from_words_names_words_of_the_text(figures: Figures) -> None:
    text = f"{LIST}\nThe fostering budget was £5.2m. There were over 60 referrals in May 2014. Of these, 9 were late.\n"
    for figure in figures(text):
        assert figure.rule
        for evidence in figure.evidence:
            assert evidence.rule
            assert evidence.span is None or text[evidence.span.start : evidence.span.end].strip()


def test_confidence_is_a_share(figures: Figures) -> None:
    assert all(0 < figure.confidence <= 1 for figure in figures(LIST + TABLE))


def test_an_amount_goes_by_its_own_budget_and_not_by_the_one_before(figures: Figures) -> None:
    found = figures(
        "The independent fostering agency budget was set at £5.51m. The projected outturn was £5.6m.\n\n"
        "The leaving care budget was set at £1.4m. The projected outturn was £1.5m, an overspend of £100k."
    )
    assert [figure.indicator for figure in found] == [
        "fostering_agency_budget",
        "fostering_agency_budget",
        "approved_budget",
        "projected_outturn",
        "budget_variance",
    ]


def test_the_council_s_own_fostering_is_not_the_agencies(figures: Figures) -> None:
    (figure,) = figures("The in-house fostering budget was set at £3.1m.")
    assert (figure.indicator, figure.subject) == ("approved_budget", "in-house fostering")


def test_a_figure_whose_own_words_say_when_is_surer_than_one_that_takes_the_period_over(figures: Figures) -> None:
    dated, undated = figures("There were 57 referrals in July 2014. The team held 40 cases.")
    assert dated.confidence > undated.confidence


def test_a_time_named_in_full_is_surer_than_one_that_hangs_on_another(figures: Figures) -> None:
    full, hanging = figures("In 2013/14 there were 57 visits. Last year there were 61 visits.")
    assert full.confidence > hanging.confidence
