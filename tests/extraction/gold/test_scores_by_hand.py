"""The score itself, on a text so short that it can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.model import Figure, Nature, Period, PeriodKind, Span, Unit

from .scoring import Score, read_table, score

TEXT = "There were <u>1,204</u> foster carers,\nof whom 17.5% were new, in two teams. Room 9."
HEADER = "document\tcontext\tvalue\tunit\tindicator\tsubject\tperiod\tnature\tqualifier\ttier"
ROWS = (
    "d1\tThere were [[1,204]] foster\t1204\tcount\tfoster_carers\tfoster carer, all\t2016-02\tactual\t\tcore",
    "d1\twhom [[17.5%]] were\t17.5\tpercent\t\t\t\tactual\t\tcore",
    "d1\tin [[two]] teams\t2\t\t\t\t\t\t\toptional",
)
RIGHT: Mapping[str, object] = {
    "unit": Unit.COUNT,
    "indicator": "foster_carers",
    "subject": "the foster carers",
    "period": Period(date(2016, 2, 1), date(2016, 2, 29), PeriodKind.DURING),
    "nature": Nature.ACTUAL,
}


def figure(quote: str, value: str, **fields: object) -> Figure:
    start = TEXT.index(quote)
    return Figure(id=quote, span=Span(start, start + len(quote)), quote=quote, value=Decimal(value), **fields)  # type: ignore[arg-type]  # each field has its own type


def carers(**changed: object) -> Figure:
    return figure("1,204", "1204", **{**RIGHT, **changed})


SHARE = figure("17.5%", "17.5", unit=Unit.PERCENT, nature=Nature.ACTUAL)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.tsv"
    path.write_text("\n".join((HEADER, *ROWS)), encoding="utf-8")
    return path


def scored(table: Path, *figures: Figure) -> Score:
    return score(read_table(table), {"d1": (TEXT, figures)})


def test_a_reading_like_the_tables_scores_full(table: Path) -> None:
    result = scored(table, carers(), SHARE)
    assert result.shares() == dict.fromkeys(["F1", "value", "unit", "indicator", "period", "nature", "subject"], 1.0)
    assert result.faults == []


def test_an_optional_figure_counts_neither_for_nor_against(table: Path) -> None:
    with_it, without = scored(table, carers(), SHARE, figure("two", "2")), scored(table, carers(), SHARE)
    assert (with_it.recall, with_it.false) == (without.recall, without.false) == (1.0, 0)


def test_a_missed_figure_lowers_recall_and_a_false_alarm_precision(table: Path) -> None:
    result = scored(table, carers(), figure("9", "9"))
    assert (result.recall, result.precision, result.f1) == (0.5, 0.5, 0.5)
    assert len(result.faults) == 2


def test_two_predictions_of_one_figure_are_one_find_and_one_false_alarm(table: Path) -> None:
    result = scored(table, carers(), SHARE, figure("17.5", "17.5"))
    assert (result.found, result.false) == (2, 1)
    assert result.right["unit"] == 2, "the closer of the two is the one that was found"


def test_figures_of_a_document_that_the_table_does_not_name_are_false_alarms(table: Path) -> None:
    result = score(read_table(table), {"d1": (TEXT, (carers(), SHARE)), "d2": (TEXT, (SHARE,))})
    assert (result.recall, result.false) == (1.0, 1)


def test_figures_of_a_document_that_was_not_read_are_missed(table: Path) -> None:
    assert score(read_table(table), {}).recall == 0.0


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("unit", Unit.FTE),
        ("unit", None),
        ("indicator", None),
        ("subject", "carers"),
        ("period", None),
        ("period", Period(date(2016, 2, 1), date(2016, 2, 27), PeriodKind.DURING)),
        ("nature", Nature.TARGET),
    ],
)
def test_a_wrong_field_is_counted_against_that_field_alone(table: Path, name: str, wrong: object) -> None:
    shares = scored(table, carers(**{name: wrong}), SHARE).shares()
    assert [field for field, share in shares.items() if share < 1] == [name]


def test_a_field_that_the_table_leaves_empty_is_not_asked(table: Path) -> None:
    assert scored(table, carers(), SHARE).asked["indicator"] == 1


def test_a_context_without_a_marked_value_is_refused(table: Path) -> None:
    table.write_text(f"{HEADER}\nd1\tThere were 1,204\t1204\t\t\t\t\t\t\tcore", encoding="utf-8")
    with pytest.raises(ValueError, match="no value is marked"):
        read_table(table)
