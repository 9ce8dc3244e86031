"""What is counted in schools, by their year and its terms."""

from __future__ import annotations

import pytest

from .told import Figures, periods, record


def test_a_record_of_schools_counts_by_the_school_year(figures: Figures) -> None:
    body = "In reading 57% met the mark. Officers spent £40,000 in 2014/15."
    found = figures(record("Standards in Education 2014/15", body))
    assert periods(found) == {57: "2014-09-01/2015-08-31", 40_000: "2014-04-01/2015-03-31"}


def test_a_year_group_of_pupils_is_no_time(figures: Figures) -> None:
    found = figures("REPORT FOR 2012/13\n\nIn the Year 1 phonics check 76% of pupils met the standard.")
    assert all(item.rule != "now" for figure in found for item in figure.evidence if item.field == "period")


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in the autumn and spring terms of 2016/17", "2016-09-01/2017-04-30"),
        ("in the spring term 2016/17", "2017-01-01/2017-04-30"),
        ("in the autumn term of 2016/17", "2016-09-01/2016-12-31"),
    ],
)
def test_terms_lie_in_the_year_that_is_named_with_them(figures: Figures, words: str, period: str) -> None:
    assert periods(figures(f"There were 41 fires {words}.")) == {41: period}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Education performance\n\nIn 2018 71% achieved the early learning goals; in 2017 it was 69%.\n",
            {71: "2017-09-01/2018-08-31", 69: "2016-09-01/2017-08-31"},
        ),
        (
            "Ofsted inspected 31 of the schools in 2018/19. 22 were found good. In 2017/18 27 visits took place.\n",
            {31: "2018-09-01/2019-08-31", 22: "2018-09-01/2019-08-31", 27: "2017-09-01/2018-08-31"},
        ),
        (
            (
                "In 2017/18 214 children came into care. There were also 2 permanent exclusions. "
                "In 2017/18 71% of assessments were in time.\n"
            ),
            {214: "2017-04-01/2018-03-31", 2: "2017-09-01/2018-08-31", 71: "2017-04-01/2018-03-31"},
        ),
        (
            "The number of days lost to exclusion fell to 1,212 in 2011/12, from 1,604.\n",
            {1_212: "2011-09-01/2012-08-31", 1_604: "2010-09-01/2011-08-31"},
        ),
    ],
)
def test_a_paragraph_on_schools_counts_by_their_year_and_one_on_other_things_does_not(
    figures: Figures, text: str, expected: dict[int, str]
) -> None:
    assert periods(figures(text)) == expected
