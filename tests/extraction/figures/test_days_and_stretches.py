"""Whether a figure holds at a day or over a stretch, where what stands around it leaves that open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossfoot.model import Figure, PeriodKind

Figures = Callable[[str], tuple[Figure, ...]]

_YEAR = (date(2013, 4, 1), date(2014, 3, 31))
_LAST_DAY = (date(2014, 3, 31), date(2014, 3, 31))


def days(figure: Figure) -> tuple[date, date]:
    """Return the first and the last day of a figure."""
    assert figure.period, figure
    return figure.period.start, figure.period.end


def _in_a_report_of_the_year(words: str) -> str:
    """Return a report on 2013/14 of which ``words`` are the last sentence."""
    return f"Highways and housing: annual report for 2013/14\n\nThis report covers the year 2013/14. {words}"


@pytest.mark.parametrize(
    "words",
    [
        "The wardens visited 318 gardens and wrote about the remaining 97 to their owners.",
        "Fly-tipping reports stood at 97, more than ever.",
        "We advertised 97 vacancies.",
        "Our officers inspected 97 empty homes.",
        "Neighbours remained the largest group, with 97 of the reports.",
        "Of the 318 closed late 97 were held up because papers were outstanding.",
        "The inspectors judged 40 hostels outstanding and 97 good.",
    ],
)
def test_what_happened_is_of_the_year_though_words_of_something_that_lasts_stand_near_it(
    figures: Figures, words: str
) -> None:
    assert days(figures(_in_a_report_of_the_year(words))[-1]) == _YEAR


@pytest.mark.parametrize(
    "words",
    [
        "A total of 97 homes stood empty.",
        "There remain 97 households on the list.",
        "Employees not in work through illness: 97 staff still absent.",
        "In all 97 garages are still let.",
    ],
)
def test_what_there_was_is_of_its_last_day(figures: Figures, words: str) -> None:
    assert days(figures(_in_a_report_of_the_year(words))[-1]) == _LAST_DAY


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("£4m was spent on children looked after.", False),
        ("£4m went on lower borrowing costs and the balance on repairs.", False),
        ("Arrears of rent came to £4m.", True),
        ("Reserves stood at £4m.", True),
    ],
)
def test_money_holds_at_a_day_only_where_it_is_owed_or_held(figures: Figures, words: str, *, held: bool) -> None:
    (amount,) = (f for f in figures(_in_a_report_of_the_year(words)) if f.value == 4_000_000)
    assert amount.period
    assert (amount.period.kind is PeriodKind.AS_AT) is held


def test_the_parts_of_what_happened_are_of_the_stretch_in_which_the_whole_did(figures: Figures) -> None:
    found = figures(
        _in_a_report_of_the_year(
            "We dealt with 318 evictions. Of these 140 were of families, 97 were of people in arrears and 81 were of "
            "tenants still in debt."
        )
    )
    assert [days(part) for part in found[-3:]] == [_YEAR] * 3


def test_a_share_of_the_tax_that_had_come_in_by_a_day_has_done_so_since_april(figures: Figures) -> None:
    since_april = (date(2013, 4, 1), date(2013, 9, 30))
    for words in (
        "By 30 September 2013 54.9% of council tax had come in.",
        "As at 30 September 2013 we had received 54.9% of the business rates due.",
    ):
        (share,) = figures(words)
        assert days(share) == since_april
