"""What tells a figure from others: its part, and where no indicator names it what its clause says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]


def words_of(figure: Figure) -> set[str]:
    return set(figure.subject.lower().replace(",", " ").split())


@pytest.mark.parametrize(
    ("sentence", "quote", "told"),
    [
        ("Of the delays 61% were attributable to the hospital.", "61%", "attributable to the hospital"),
        ("In all 97 homes were lost to the Right to Buy.", "97", "lost to the Right to Buy"),
        ("Councils were obliged to cut rents by 1%.", "1%", "rents"),
        ("Growth came from autism (31%) and from speech.", "31%", "autism"),
        ("A parking permit, £61.50 a year, costs more than it did.", "£61.50", "parking permit"),
        ("Rent collected came to 98.6%.", "98.6%", "rent collected"),
        ("Library visits fell by 4,000.", "4,000", "library visits"),
    ],
)
def test_a_figure_without_an_indicator_is_told_by_its_clause(
    figures: Figures, sentence: str, quote: str, told: str
) -> None:
    figure = next(figure for figure in figures(sentence) if figure.quote == quote)
    assert figure.indicator is None
    assert set(told.lower().split()) <= words_of(figure)


def test_a_figure_of_an_indicator_is_told_by_its_part_alone(figures: Figures) -> None:
    (figure,) = figures("Referrals, which had been falling for two years, rose to 211.")
    assert (figure.indicator, figure.subject) == ("referrals", "")


def test_a_number_that_says_nothing_is_about_what_the_one_before_was(figures: Figures) -> None:
    found = figures("The repairs fund received £6.9m in 2017/18 and £4.2m in 2018/19.")
    assert [words_of(figure) >= {"repairs", "fund"} for figure in found] == [True, True]


def test_a_cell_is_told_by_its_row_and_not_by_the_time_over_it(figures: Figures) -> None:
    found = figures("| Measure | Q1 2023/24 | Q2 2023/24 | Target |\n| Library loans | 241 | 263 | 300 |\n")
    assert [figure.subject for figure in found] == ["Library loans", "Library loans", "Library loans, Target"]


def test_an_item_is_told_by_what_it_begins_with(figures: Figures) -> None:
    found = figures("Income had been found:\n\na) garden waste, charged at £45 a bin: £318k;\n")
    assert all({"garden", "waste"} <= words_of(figure) for figure in found)


@pytest.mark.parametrize(
    ("words", "quote", "label"),
    [
        ("Eastfield School would expand from 1.5 to 2 forms of entry.", "1.5", "forms"),
        ("Three of the 14 secondary schools were below the floor.", "Three", "secondary schools"),
        ("38 of the 52 providers were rated good.", "38", "providers"),
        ("The pass rate at A Level (A*-E) was 98.9%.", "98.9%", "pass rate at A Level"),
        ("Some 76% of pupils met the required standard.", "76%", "pupils"),
        ("Care is bought for 1,420 people, of whom 870 are over the age of 85.", "870", "people"),
    ],
)
def test_a_label_is_a_noun_of_the_text(figures: Figures, words: str, quote: str, label: str) -> None:
    assert next(figure.label for figure in figures(words) if figure.quote == quote) == label


def test_a_clause_of_its_own_takes_no_subject_of_the_clause_before(figures: Figures) -> None:
    found = figures("Attendance rose to 95.6% and permanent exclusions fell from 18 to 11.")
    assert [figure.subject for figure in found[1:]] == ["permanent exclusions"] * 2
