"""What a cell of a table is: its row's name, whatever numbers stand in it, and the caption of its own table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure, Unit

Figures = Callable[[str], tuple[Figure, ...]]


def by_quote(found: tuple[Figure, ...]) -> dict[str, Figure]:
    named = {figure.quote: figure for figure in found}
    assert len(named) == len(found), "each number of these tables stands once"
    return named


@pytest.mark.parametrize("code", ["NI 59", "BV 49", "PAF C20", "L12", "7"])
def test_a_row_is_named_by_the_words_behind_its_code_also_where_they_hold_numbers(figures: Figures, code: str) -> None:
    table = f"\tMeasure\t2007/08\t2008/09\n{code}\tInitial assessments within 7 working days (%)\t66.2\t71.4\n"
    found = by_quote(figures(table))
    assert set(found) == {"66.2", "71.4"}
    assert {figure.unit for figure in found.values()} == {Unit.PERCENT}
    assert {figure.indicator for figure in found.values()} == {"initial_assessments_within_timescale_percent"}


def test_a_caption_speaks_of_the_table_under_it_and_of_none_behind_that(figures: Figures) -> None:
    text = (
        "Children in foster care (%)\n\nArea\t2014\t2015\nNorth\t71\t73\n\n"
        "Library visits (%)\n\nBranch\t2014\t2015\nHill Road\t12\t14\n"
    )
    found = by_quote(figures(text))
    assert found["71"].indicator == "children_in_foster_care_percent"
    assert found["12"].indicator is None
