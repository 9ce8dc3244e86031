"""Numbers out of their row, headings without words, lost signs and days to come: right, and with one slip."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET\n\nCabinet Meeting 13 June 2019\n\n"
MINUTES = (
    "41. APOLOGIES\n\nThere were none.\n\n42. LIBRARIES\n\nThe library in Mill Lane was to stay open.\n\n"
    "{0} PARKS\n\nA new playground had been built.\n\n44. ALLOTMENTS\n\nEvery plot was let to a tenant.\n\n"
    "45. MARKETS\n\nThe market would move to Friday."
)
PAPER = (
    "1. Introduction\n\nThis paper tells how the libraries of the Borough did in the year that has just ended.\n\n"
    "2. Visits\n\n{0}3. Loans\n\nFewer books were lent than in the year before, and more of them to children.\n\n"
    "4. Outlook\n\nThe new library will open in May and is to lend more books than the two that it replaces."
)
MONEY = (
    "The budget for parks is £410,000. Paths cost £52,000 and benches £18,500. {0} The remainder is spent on the "
    "upkeep of the grounds."
)
SLIPS = [
    (29, MINUTES, "[43.|42.]"),
    (29, MINUTES, "[43.|43]"),
    (
        29,
        "There were three aims:\n\n(a) to be nearer;\n\n{0} to lend more books;\n\n(c) to open late.",
        "[(b)|(a)]",
    ),
    (29, "There were three aims:\n\n(a) to be nearer;\n\n{0} to lend more books;\n\n(c) to open late.", "[(b)|b)]"),
    (29, "2.1 The year was quiet.\n\n{0} Visits fell a little.\n\n2.3 Loans did not.", "[2.2|2.1]"),
    (32, PAPER, "[Visits fell at all but one of the branches, most of all at those that close early.\n\n|]"),
    (30, PAPER, "The reasons are in section [2|9] above, where the branches are named one by one.\n\n"),
    (38, MONEY, "A saving of [£|]31,000 was found in the year."),
    (38, MONEY, "It was agreed that [£|]25,000 be set aside for trees."),
    (38, MONEY, "Replacement measures of [£|]0.3m are being worked up."),
    (14, "{0}", "At 31 March [2019|2020] the Council was letting 1,147 allotments, most of them in the north."),
    (14, "{0}", "The average in England at 31 March [2018|2020] was 43.3 plots to every thousand households."),
]


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks the whole way, from a text to its queries."""
    return Asker()


def _text(frame: str, slip: str, side: int) -> str:
    return HEAD + frame.format(re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", slip)) + "\n"


@pytest.mark.parametrize(("rule", "frame", "slip"), SLIPS)
def test_a_slip_is_asked_about_and_what_is_right_is_not(ask, rule, frame, slip):
    assert [query.message for query in ask(_text(frame, slip, 1)) if query.rule == rule] == []
    assert [query.message for query in ask(_text(frame, slip, 2)) if query.rule == rule] != []


def test_a_list_that_begins_anew_below_a_heading_is_in_order(ask):
    text = "1. Decision\n\n1. The report is noted.\n2. The plan is approved.\n\n2. Reasons\n\nThe plan is sound.\n"
    assert [query for query in ask(HEAD + text) if query.rule == 29] == []


def test_two_headings_on_one_line_leave_no_number_out(ask):
    text = (
        "3. REASONS\n\nTo save money.\n\n4. OPTIONS\n\nTo do nothing.\n\n5. INTERESTS / 6. DISPENSATIONS\n\nNone.\n\n"
        "7. CALL-IN\n\nMidnight."
    )
    assert [query for query in ask(HEAD + text) if query.rule == 29] == []


def test_what_is_expected_for_a_day_to_come_is_left_alone(ask):
    text = "It is expected that 1,200 allotments will be let at 31 March 2020, which is more than there were."
    assert [query for query in ask(HEAD + text) if query.rule == 14] == []


def test_people_beside_sums_of_money_need_no_pound(ask):
    text = MONEY.format("The number of people with personal budgets was 1,476 at the year end, or 44% of them.")
    assert [query for query in ask(HEAD + text) if query.rule == 38] == []


def test_a_title_of_which_nothing_is_told_is_asked_about(ask):
    body = "Decision\n\nThe fees paid to foster carers were raised.\n\nReasons\n\n" + "Carers ask for more help. " * 70
    right, wrong = (
        f"Title: {title}\n\n{body}" for title in ("Foster Carer Fees", "Kerbside Recycling and Hackney Cabs")
    )
    assert [query for query in ask(HEAD + right) if query.rule == 33] == []
    assert [query for query in ask(HEAD + wrong) if query.rule == 33] != []
