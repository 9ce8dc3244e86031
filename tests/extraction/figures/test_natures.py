"""Whether a figure tells what was, what is planned, or what it is measured against."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure, Nature, SectionKind

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
    ],
)
def test_the_words_beside_a_figure_tell_its_nature(figures: Figures, sentence: str, nature: Nature) -> None:
    (figure,) = figures(sentence)
    assert figure.nature is nature


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
