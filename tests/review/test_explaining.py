"""Each field of a figure says from which words it came and by which rule, in plain English."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.assets import dictionary, sample_records
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure, RuleKind, TaughtRule, Unit
from crossfoot.readers import read_file
from crossfoot.review.explaining import Reason, explain
from crossfoot.review.overlay import FIELDS

TEXT = (
    "HARBOUR VALE COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 14th July 2016\n\n1. Title\n\nLodgings\n\n"
    "2. Record of the Decision\n\nAt 30 June 2016 there were about 43 open cases in the North team. "
    "The budget for lodgings was £5.51m for 2016/17, and 57.5% of visits took under 28 days.\n"
)


def reasons(quote: str, text: str = TEXT, rules: tuple[TaughtRule, ...] = ()) -> dict[str, Reason]:
    """Return the reasons of the figure whose words begin with ``quote``, by field."""
    figures = Extractor(dictionary(), rules).extract(text).figures
    figure = next(each for each in figures if each.quote.startswith(quote))
    return {reason.field: reason for reason in explain(text, figure)}


def quotes(reason: Reason, text: str = TEXT) -> list[str]:
    """Return the words that a reason points at."""
    return [span.cut(text) for span in reason.spans]


def test_every_field_has_its_reason_in_the_order_of_the_screens() -> None:
    figure = Extractor(dictionary()).extract(TEXT).figures[0]
    assert tuple(reason.field for reason in explain(TEXT, figure)) == FIELDS


def test_a_date_that_stands_with_the_number_is_shown_with_its_words() -> None:
    period = reasons("43")["period"]
    assert quotes(period) == ["At 30 June 2016"] or quotes(period) == ["30 June 2016"]
    assert "date" in period.why


@pytest.mark.parametrize(("quote", "sign"), [("£5.51m", "£"), ("57.5", "%"), ("28", "days")])
def test_the_sign_or_word_of_the_unit_is_shown(quote: str, sign: str) -> None:
    unit = reasons(quote)["unit"]
    assert quotes(unit) == [sign]
    assert unit.why == "the sign or word printed with the number"


def test_what_has_no_words_of_its_own_says_what_it_was_taken_from() -> None:
    found = reasons("43")
    assert found["unit"].why.startswith("no sign of another unit")
    assert found["nature"].why.startswith("no words say that it is planned")
    assert quotes(found["qualifier"]) == ["about"]
    assert reasons("£5.51m")["nature"].why == "words of a budget or an allocation"


def test_a_taught_field_says_that_it_was_taught() -> None:
    plain = next(f for f in Extractor(dictionary()).extract(TEXT).figures if f.quote.startswith("43"))
    rule = TaughtRule("", RuleKind.UNIT, plain.unit, words=plain.label, gives=Unit.FTE.value)
    assert reasons("43", rules=(rule,))["unit"].why == "a rule that was taught in this workspace"


@pytest.mark.parametrize("record", sample_records(), ids=lambda path: path.stem)
def test_of_every_figure_of_the_samples_each_field_has_plain_words_and_a_place_in_the_text(record: Path) -> None:
    text = read_file(record).text
    for figure in Extractor(dictionary()).extract(text).figures:
        for reason in explain(text, figure):
            assert reason.why
            assert "_" not in reason.why
            assert all(span.end <= len(text) and span.cut(text).strip() for span in reason.spans)


def test_a_figure_of_unknown_rules_is_explained_as_far_as_its_text_allows() -> None:
    text = "There were 43 open cases."
    bare = Extractor(dictionary()).extract(text).figures[0]
    odd = Figure(bare.id, bare.span, bare.quote, bare.value, label="open cases", rule="older rules")
    found = {reason.field: reason for reason in explain(text, odd)}
    assert quotes(found["value"], text) == ["43"]
    assert quotes(found["label"], text) == ["open cases"]
