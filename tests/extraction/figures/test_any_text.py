"""What holds for every number in every form, and for every text: tried on many that nobody wrote by hand.

The examples are the same on every run, so that a change either breaks one or does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from crossfoot.assets import sample_records
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure, Span, Unit
from crossfoot.readers import read_file

steady = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    # the extractor keeps nothing between calls, so that one may serve all examples
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = [
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]


def in_words(number: int) -> str:
    """Return a number below a million as the English write it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    scale, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, scale)
    if not rest:
        return f"{in_words(many)} {name}"
    return f"{in_words(many)} {name}{' and ' if rest < 100 else ' '}{in_words(rest)}"


def fixed(value: Decimal) -> str:
    return f"{value:,f}"


COUNT = "Members heard that there were {} referrals to the service."
MONEY = "The service spent {} in all."
SHARE = "The share of reviews on time was {} overall."
STAFF = "The team has {} social workers."
RATE = "The rate of referral was {} overall."

Figures = Callable[[str], tuple[Figure, ...]]
Form = tuple[str, Callable[[Decimal], str], Decimal, Unit]
WHOLE: dict[str, Form] = {
    "digits": (COUNT, lambda n: f"{n:f}", Decimal(1), Unit.COUNT),
    "digits in threes": (COUNT, fixed, Decimal(1), Unit.COUNT),
    "words": (COUNT, lambda n: in_words(int(n)), Decimal(1), Unit.COUNT),
    "pounds": (MONEY, lambda n: f"£{n:,f}", Decimal(1), Unit.GBP),
    "pounds in words": (MONEY, lambda n: f"{n:,f} pounds", Decimal(1), Unit.GBP),
}
DECIMAL: dict[str, Form] = {
    "£ with k": (MONEY, lambda n: f"£{n:,f}k", Decimal(1000), Unit.GBP),
    "£ with m": (MONEY, lambda n: f"£{n:,f}m", Decimal(10) ** 6, Unit.GBP),
    "£ with bn": (MONEY, lambda n: f"£{n:,f}bn", Decimal(10) ** 9, Unit.GBP),
    "£ with thousand": (MONEY, lambda n: f"£{n:,f} thousand", Decimal(1000), Unit.GBP),
    "£ with million": (MONEY, lambda n: f"£{n:,f} million", Decimal(10) ** 6, Unit.GBP),
    "£ with billion": (MONEY, lambda n: f"£{n:,f} billion", Decimal(10) ** 9, Unit.GBP),
    "£ with a fixed blank": (MONEY, lambda n: f"£{n:,f}\u00a0million", Decimal(10) ** 6, Unit.GBP),
    "£ with a line end": (MONEY, lambda n: f"£{n:,f}\nmillion", Decimal(10) ** 6, Unit.GBP),
    "%": (SHARE, lambda n: f"{n:f}%", Decimal(1), Unit.PERCENT),
    "per cent": (SHARE, lambda n: f"{n:f} per cent", Decimal(1), Unit.PERCENT),
    "percentage points": (SHARE, lambda n: f"{n:f} percentage points", Decimal(1), Unit.PERCENTAGE_POINTS),
    "per 10,000": (RATE, lambda n: f"{n:f} per 10,000", Decimal(1), Unit.RATE_PER_10000),
    "FTE": (STAFF, lambda n: f"{n:f} FTE", Decimal(1), Unit.FTE),
    "x FTE": (STAFF, lambda n: f"{n:f} x FTE", Decimal(1), Unit.FTE),
}


def said(figures: Figures, form: Form, number: Decimal) -> tuple[Figure, str]:
    carrier, printed, _, _ = form
    words = printed(number)
    found = figures(carrier.format(words))
    assert len(found) == 1, (carrier.format(words), [figure.quote for figure in found])
    return found[0], words


MOST = {"words": 999, "digits": 99_999}
"""The largest number that a form is tried with; the others go to a million."""


def like_a_year(number: Decimal) -> bool:
    """Return whether digits alone could as well be a year, which no reader can tell without more words."""
    return number == int(number) and 1800 <= number < 2200


@pytest.mark.parametrize("form", WHOLE)
@steady
@given(data=st.data())
def test_any_whole_number_in_any_form_comes_back_as_its_value(figures: Figures, form: str, data: st.DataObject) -> None:
    number = Decimal(data.draw(st.integers(2, MOST.get(form, 999_999))))
    assume(form != "digits" or not like_a_year(number))
    figure, words = said(figures, WHOLE[form], number)
    assert (figure.value, figure.unit) == (number * WHOLE[form][2], WHOLE[form][3]), words


@pytest.mark.parametrize("form", DECIMAL)
@steady
@given(number=st.integers(1, 99_999), places=st.integers(0, 2))
def test_any_decimal_in_any_form_comes_back_as_its_value(figures: Figures, form: str, number: int, places: int) -> None:
    printed = Decimal(number).scaleb(-places)
    assume(not like_a_year(printed))
    figure, words = said(figures, DECIMAL[form], printed)
    assert (figure.value, figure.unit) == (printed * DECIMAL[form][2], DECIMAL[form][3]), words
    assert figure.step == Decimal(1).scaleb(-places) * DECIMAL[form][2], words


# fmt: off
PIECES = st.sampled_from([
    "There were", "Of these,", "referrals", "looked after children", "£5.51m", "5.51m", "57.5%", "one",
    "twenty-five", "no", "a third of", "between", "and", "to", "at 31 March 2015", "in 2014/15", "during quarter 1",
    "respectively", ".", ",", ";", ":-", "(", ")", "-", "–", "/", "%", "£", "½", "\n", "\n\n", "\n- ", "\n1. ",
    "\n| ", " | ", "\u00a0", "\f", "12", "1,204", "0", "7", "per 10,000", "x FTE", "FTE", "RESOLVED that",
    "2. Record of the Decision", "<u>", "</u>", "**", "section 47", "aged 5", "0 - 13",
    "Cabinet Meeting8th October 2015", "10.30 am", "budget", "target of", "rose by", "é", "\U0001f600", "\u200b",
    "\ufb01", "\u0130",
])
# fmt: on
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=200))


@steady
@given(text=TEXTS)
def test_the_offsets_of_every_figure_cut_its_quote_out_of_the_text(figures: Figures, text: str) -> None:
    found = figures(text)
    for figure in found:
        assert text[figure.span.start : figure.span.end] == figure.quote
        assert figure.quote.strip() == figure.quote != ""
    assert [figure.span.start for figure in found] == sorted(figure.span.start for figure in found)
    assert len({figure.id for figure in found}) == len(found)


@steady
@given(text=TEXTS)
def test_the_words_that_gave_a_field_lie_in_the_text(figures: Figures, text: str) -> None:
    for figure in figures(text):
        for evidence in figure.evidence:
            assert evidence.span is None or 0 <= evidence.span.start < evidence.span.end <= len(text)


@steady
@given(text=TEXTS, other=TEXTS)
def test_the_same_text_gives_the_same_figures_whatever_was_read_between(
    figures: Figures, text: str, other: str
) -> None:
    first = figures(text)
    figures(other)
    assert figures(text) == first


@pytest.fixture(scope="module")
def records() -> list[str]:
    """Return the samples as texts; each begins with its council's heading."""
    return [read_file(path).text.strip() + "\n" for path in sample_records()]


def test_another_extractor_gives_the_same_figures(extractor: Extractor, records: list[str]) -> None:
    another = Extractor(extractor.dictionary)
    for text in records:
        assert another.extract(text) == extractor.extract(text)


def moved(figure: Figure, by: int) -> Figure:
    """Return a figure without its identifier, as it stands ``by`` characters further on."""
    evidence = tuple(
        replace(each, span=each.span and Span(each.span.start + by, each.span.end + by)) for each in figure.evidence
    )
    return replace(figure, id="", span=Span(figure.span.start + by, figure.span.end + by), evidence=evidence)


@settings(steady, max_examples=40)
@given(places=st.lists(st.integers(0, 7), min_size=2, max_size=5))
def test_records_joined_give_what_each_gave_alone(extractor: Extractor, records: list[str], places: list[int]) -> None:
    texts = [records[place] for place in places]
    joined = extractor.extract("\n".join(texts))
    expected: list[Figure] = []
    commitments: list[tuple[str, Span]] = []
    sections: list[tuple[str, Span]] = []
    by = 0
    for text in texts:
        alone = extractor.extract(text)
        expected += [moved(figure, by) for figure in alone.figures]
        commitments += [(each.what, Span(each.span.start + by, each.span.end + by)) for each in alone.commitments]
        sections += [(each.heading, Span(each.span.start + by, each.span.end + by)) for each in alone.record.sections]
        by += len(text) + 1
    assert [replace(figure, id="") for figure in joined.figures] == expected
    assert [(each.what, each.span) for each in joined.commitments] == commitments
    assert [(each.heading, each.span) for each in joined.record.sections] == sections
    assert joined.record.meeting_date == extractor.extract(texts[0]).record.meeting_date
    assert len({figure.id for figure in joined.figures}) == len(joined.figures)


def test_the_meeting_of_one_record_dates_no_figure_of_the_next(extractor: Extractor) -> None:
    rest = "Members thanked the staff.\n" * 20
    first = f"ELMBY COUNCIL\nCabinet Meeting 4 June 2015\n\nIn May there were 12 referrals to the service.\n{rest}"
    second = "ASHBY COUNCIL\nCabinet Meeting 9 July 2020\n\nIn May there were 15 referrals to the service.\n"
    figures = extractor.extract(f"{first}\n\n{second}").figures
    assert [figure.period.start.year for figure in figures if figure.period] == [2015, 2020]


def test_words_added_at_the_end_leave_the_ids_of_the_figures_before_them(
    extractor: Extractor, records: list[str]
) -> None:
    for text in records:
        before = [figure.id for figure in extractor.extract(text).figures]
        after = [figure.id for figure in extractor.extract(f"{text}\nMembers thanked the officers.\n").figures]
        assert after == before
