"""What the tests of periods share: how a figure's days are written, and a record with a title."""

from __future__ import annotations

from collections.abc import Callable

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]


def days(figure: Figure) -> str:
    """Return the period as the gold tables write it: one day, or the first and the last."""
    assert figure.period, figure
    first, last = figure.period.start.isoformat(), figure.period.end.isoformat()
    return first if first == last else f"{first}/{last}"


def periods(found: tuple[Figure, ...]) -> dict[int, str]:
    return {int(figure.value): days(figure) for figure in found}


def record(title: str, body: str) -> str:
    return f"""Hallowby Borough Council

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 10th September 2015

1. Title of Item/Report

{title}

2. Record of the Decision

{body}

RESOLVED that:-

1. the report be noted.

3. Reasons for the Decision

To keep Members informed.
"""


THIS, BEFORE = "2014-04-01/2015-03-31", "2013-04-01/2014-03-31"


QUARTER_2 = "Cabinet\n14 November 2017\n\nPerformance report: Quarter 2 2017/18\n\n"


DOTS_OF_A_QUARTER = """Marlow Vale Council
Children's Services – Quarter 3 report, 2022/23

Front door

• 81 assessments begun
   – the dip is October
   – December on its own was 34
• 57 strategy meetings
   – it was 61 in August
   – 12 of them by telephone
• Absence in 2021/22: 16%
• 27 visits made late
"""


QUARTER = "Cabinet, 14 February 2018\n\nChildren's services: quarter 3 2017/18\n\n"


YEAR = "Cabinet, 15 June 2021\n\nYouth justice annual report 2020/21\n\n"
