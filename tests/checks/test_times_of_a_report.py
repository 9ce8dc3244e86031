"""The time that a report is of, told by a numbered period, a half of the year or its title's quarter (rule 15)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

_RECORD = (
    "Westmere Borough Council\n\nCabinet – 12 December 2019\n\n{title}\n\nReport of the Head of Finance\n\n"
    "1. Purpose\n\n1.1 {body}\n"
)
_PLAIN = "Revenue Monitoring"
_WHAT = "This report sets out the forecast for the year."


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _asked(asker: Asker, title: str, body: str) -> set[int]:
    return {asked.rule for asked in asker(_RECORD.format(title=title, body=body))}


@pytest.mark.parametrize(
    ("title", "body", "sound", "slip"),
    [
        ("Revenue Monitoring to 30 September 2019 (Period {})", _WHAT, "6", "8"),
        ("Revenue Monitoring: position at the end of October 2019 (P{})", _WHAT, "7", "9"),
        ("Revenue Monitoring Month 7: {} 2019", _WHAT, "October", "November"),
        (_PLAIN, "This report gives the forecast as at the end of August 2019 (Period {}).", "5", "7"),
        (_PLAIN, "The catering account was closed at the end of June, period {} of the financial year.", "3", "6"),
        (_PLAIN, "At Period 4 (end of {}) an overspend of £1.2m had been forecast.", "July", "June"),
        (_PLAIN, "By month 8, {}, the forecast had improved.", "November", "October"),
        ("Revenue Monitoring, Period {}", "This report sets out the forecast at period 6.", "6", "5"),
        (_PLAIN, "In the second half of 2018/19, from {} to March, 16 kitchens were closed.", "October", "April"),
        (_PLAIN, "In the first half of the financial year (April to {}) 61 visits were made.", "September", "June"),
        ("Performance, Quarter {} 2019/20", "As at 30 September 2019 the position was as follows.", "2", "1"),
        ("Performance, Quarter {} 2019/20", "The figures run from 1 April to 30 September 2019.", "2", "1"),
        ("Performance: {} quarter 2019/20", "The Director presented the figures.", "second", "fourth"),
        ("Performance, Q{}", "RESOLVED that activity and performance in the second quarter be noted.", "2", "3"),
        (_PLAIN, "Q2 2019/20 – parks and open spaces (data from {})", "Jul – Sep", "Oct – Dec"),
    ],
)
def test_a_time_that_is_not_the_one_named_beside_it_is_asked_about(
    asker: Asker, title: str, body: str, sound: str, slip: str
) -> None:
    assert 15 not in _asked(asker, title.format(sound), body.format(sound))
    assert 15 in _asked(asker, title.format(slip), body.format(slip))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (_PLAIN, "At Month 5 (Cabinet, 11 October, item 9) the forecast was £2.1m."),
        (_PLAIN, "In the month 24 children had come into care, and 9 December was the busiest day."),
        (_PLAIN, "The accounts follow the calendar year: month 6 (June) is the middle of it."),
        ("Revenue Monitoring, Period 8", "An overspend of £1.6m was reported at Period 6, and it has gone since."),
        ("Revenue Monitoring, Period 8", "The forecast has improved by £0.3m on the position at period 6."),
        ("Performance, Quarter 2 2019/20", "By 31 December 2019 the position at the office will be reviewed."),
        ("Performance, Quarter 1 2019/20", "Compared with 30 September 2019 the position had been better."),
        ("Plan of Work for Quarter 4 2019/20", "Members are asked to agree what is to be done."),
        (_PLAIN, "In the first half of 2018/19, between May and July, 16 kitchens were closed."),
        (_PLAIN, "The second half of the programme, from April to June, was wet."),
    ],
)
def test_another_time_that_is_told_for_its_own_reason_is_not_asked_about(asker: Asker, title: str, body: str) -> None:
    assert 15 not in _asked(asker, title, body)
