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


def test_a_number_is_of_a_day_where_what_stands_behind_its_share_tells_of_one(figures: Figures) -> None:
    whole, share = figures(_in_a_report_of_the_year("In all, 330 children (78.4%) were in some form of foster care."))
    assert days(whole) == days(share) == _LAST_DAY


def test_a_share_of_those_that_are_open_is_of_the_day(figures: Figures) -> None:
    (share,) = figures(_in_a_report_of_the_year("The coast holds 40.8% of open families."))
    assert days(share) == _LAST_DAY


def test_when_the_year_closed_is_no_deed_of_those_who_were_there_then(figures: Figures) -> None:
    found = figures(
        _in_a_report_of_the_year("The team took on 176 families; when the year closed 23 were still in the queue.")
    )
    assert days(found[-1]) == _LAST_DAY


def test_the_items_of_a_row_are_of_the_time_of_the_first(figures: Figures) -> None:
    found = figures(
        _in_a_report_of_the_year("Reasons for leaving: retirement 5; moved to an agency 2; standards of care 3.")
    )
    assert {days(figure) for figure in found} == {_YEAR}


def test_a_row_at_the_start_or_the_end_of_its_quarters_is_of_those_days(figures: Figures) -> None:
    rows = figures(
        "Fostering, quarter 2 of 2019/20\n\n  Enquiries: Q1 39; Q2 47\n  In Stage 1 at quarter end: Q1 8; Q2 6\n\n"
        "| | Q1 2019/20 | Q2 2019/20 |\n|---|---|---|\n| Looked after at start of quarter | 409 | 412 |\n"
        "| Started in quarter | 35 | 31 |\n"
    )
    told = {int(f.value): days(f) for f in rows}
    assert told[8] == (date(2019, 6, 30), date(2019, 6, 30))
    assert told[6] == (date(2019, 9, 30), date(2019, 9, 30))
    assert told[412] == (date(2019, 7, 1), date(2019, 7, 1))
    assert told[35] == (date(2019, 4, 1), date(2019, 6, 30))


def test_cases_held_by_teams_are_of_the_day_and_meetings_held_of_the_stretch(figures: Figures) -> None:
    cases, meetings = figures(
        _in_a_report_of_the_year("The remaining 97 cases were held as follows. The forum held 12 meetings.")
    )
    assert (days(cases), days(meetings)) == (_LAST_DAY, _YEAR)


def test_reasons_and_approvals_are_of_the_stretch(figures: Figures) -> None:
    words = "Arrears of rent were the reason in 96 cases. There were 35 approvals of carers."
    assert {days(figure) for figure in figures(_in_a_report_of_the_year(words))} == {_YEAR}


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("In 2013/14 we placed 97 children; on 31 March 2014 we had 168.", _LAST_DAY),
        ("Twenty-seven joined and 18 left in 2013/14, so that it ended with 163.", _LAST_DAY),
    ],
)
def test_what_there_was_at_the_end_is_of_the_day_beside_what_happened_in_the_year(
    figures: Figures, words: str, last: tuple[date, date]
) -> None:
    assert days(figures(_in_a_report_of_the_year(words))[-1]) == last


def test_what_each_of_them_cost_on_a_day_has_not_added_up_since_april(figures: Figures) -> None:
    found = figures(
        "Report to Cabinet, 9 January 2017\n\nOn 30 November 2016 there were 61, and they were costing £3,150."
    )
    assert days(found[-1]) == (date(2016, 11, 30), date(2016, 11, 30))


def test_those_who_left_are_of_the_stretch_and_not_of_the_day_of_those_who_stayed(figures: Figures) -> None:
    found = figures(
        _in_a_report_of_the_year(
            "Twenty-seven joined in 2013/14 and 18 left, so that it ended with 163. "
            "Of those who left, eight were over sixty."
        )
    )
    assert [days(figure) for figure in found[-3:]] == [_YEAR, _LAST_DAY, _YEAR]
