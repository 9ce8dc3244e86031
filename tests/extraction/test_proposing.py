"""A number that the officer selects is read with all that stands around it, even where rules take it for no figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure, RuleKind, Span, TaughtRule, Unit

TEXT = """HARBOUR VALE COUNCIL

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 14th July 2016

1. Title of Item/Report

Lodgings

2. Record of the Decision

In June 2016 Room 12 held 43 looked after children. Section 47 enquiries rose to 58 in May 2016.

RESOLVED that

1. the report be noted.
"""


def proposed(words: str, rules: tuple[TaughtRule, ...] = ()) -> Figure | None:
    """Return the figure that selected words hold."""
    start = TEXT.index(words)
    return Extractor(dictionary(), rules).propose(TEXT, Span(start, start + len(words)))


@pytest.mark.parametrize(("words", "value"), [("Room 12", 12), ("12", 12), ("Section 47", 47)])
def test_a_number_that_rules_leave_out_is_proposed_where_it_is_selected(words: str, value: int) -> None:
    figure = proposed(words)
    assert figure is not None
    assert (figure.value, figure.unit) == (Decimal(value), Unit.COUNT)
    assert figure.span.cut(TEXT) == figure.quote
    assert figure.label


def test_it_comes_with_the_period_that_its_sentence_gives() -> None:
    figure = proposed("Room 12")
    assert figure is not None
    assert figure.period is not None
    assert figure.period.end == date(2016, 6, 30)


def test_of_several_numbers_the_one_that_rules_take_for_a_figure_is_proposed() -> None:
    figure = proposed("Section 47 enquiries rose to 58")
    assert figure is not None
    assert figure.quote == "58"


def test_a_figure_that_was_found_is_proposed_as_it_was_found() -> None:
    assert proposed("43") in Extractor(dictionary()).extract(TEXT).figures


def test_a_taught_rule_does_not_keep_out_what_is_asked_for() -> None:
    assert proposed("43", (TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, before="hold"),)) is not None


def test_words_without_a_number_propose_nothing() -> None:
    assert proposed("looked after") is None


def test_in_a_text_of_several_records_the_number_is_read_in_its_own() -> None:
    later = TEXT.replace("June 2016", "June 2017").replace("July 2016", "July 2017").replace("May 2016", "May 2017")
    joined = f"{TEXT}\n\n{later}"
    start = joined.index("Room 12", len(TEXT))
    figure = Extractor(dictionary()).propose(joined, Span(start, start + len("Room 12")))
    assert figure is not None
    assert figure.span == Span(start + 5, start + 7)
    assert figure.period is not None
    assert figure.period.end == date(2017, 6, 30)
