"""From the text to the finding: the extractor's own figures under the checks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossfoot import assets
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Verdict


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return an extractor with the dictionary that comes with the program."""
    return Extractor(assets.dictionary())


def _asked(extractor: Extractor, given: CheckInput) -> set[tuple[str, str]]:
    found = extractor.extract(given.text)
    read = replace(given, record=found.record, figures=found.figures)
    return {(given.document_id, str(f.rule)) for f in check_record(read) if f.verdict is Verdict.QUERY}


def _expected(rows: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(row["document"], row["rule"]) for row in rows if row["verdict"] == "query"}


def test_the_samples_give_their_planted_errors_and_nothing_else(extractor, sample_records, sample_findings):
    asked = set().union(*(_asked(extractor, given) for given in sample_records))
    assert asked == _expected(sample_findings)


def test_the_real_records_give_what_a_careful_reader_asks_and_nothing_else(extractor, real_records, real_findings):
    asked = set().union(*(_asked(extractor, given) for given in real_records))
    assert asked == _expected(real_findings)


def test_records_without_errors_give_one_false_alarm_each_at_most(extractor, annotated_records):
    for given in annotated_records:
        # Nearly every record cites what is not in the file (31), and some were written with a lost stop (29).
        asked = {rule for _, rule in _asked(extractor, given)} - {"31", "29"}
        assert len(asked) <= 1, given.document_id


@pytest.mark.parametrize(
    ("text", "rule", "asked"),
    [
        ("As at 31 December 241 children had a plan.", "13", False),
        ("At 30 September 136.8 posts were filled.", "13", False),
        ("The report of 30 September 201 was noted.", "13", True),
        (
            (
                "£000\tRevised budget\tForecast outturn\tForecast variance\tVariance at period 6\n"
                "Adults\t41,260\t42,115\t855\t1,040\nHousing\t6,118\t6,118\t0\t40\n"
            ),
            "6",
            False,
        ),
        (
            (
                "£000\tRevised budget\tForecast outturn\tForecast variance\tVariance at period 6\n"
                "Adults\t41,260\t42,115\t585\t1,040\nHousing\t6,118\t6,118\t0\t40\n"
            ),
            "6",
            True,
        ),
        ("As at 30 September 187 children were the subject of a plan.", "13", False),
        ("The meeting of 30 September 201 noted the report.", "13", True),
        (
            "Spend in 2018/19 was £15.3m against a budget of £12.9m. The forecast for 2019/20 is £17.8m, £3.2m over.",
            "6",
            False,
        ),
    ],
)
def test_numbers_behind_a_day_are_no_years_and_a_variance_of_another_month_is_none_of_this(
    extractor: Extractor, text: str, rule: str, asked: bool
) -> None:
    found = extractor.extract(text)
    given = CheckInput("d", text, found.record, found.figures)
    assert (("d", rule) in _asked(extractor, given)) is asked


def test_of_these_points_at_today_s_figure_and_not_at_the_one_it_is_compared_with(extractor: Extractor) -> None:
    text = (
        "At 31 December 2015 we looked after 344 children, 12 more than at 30 September 2015 (332). "
        "Of these {} were boys and 143 girls."
    )

    def asked(boys: int) -> bool:
        found = extractor.extract(text.format(boys))
        return ("d", "1") in _asked(extractor, CheckInput("d", text.format(boys), found.record, found.figures))

    assert not asked(201)
    assert asked(210)
