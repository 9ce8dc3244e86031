"""The same table, set out in the ways that files and typists have: each of its numbers is of the same thing and day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]

HEAD = "Marlow Vale Council\n\nChildren's Services: position\n\nCabinet 15 September 2016\n\nPosition\n\n"
PLANS, CARE = "Child protection plans", "Looked after children"
EXPECTED = {
    219: ("child_protection_plans", "2016-03-31"),
    226: ("child_protection_plans", "2016-05-31"),
    241: ("child_protection_plans", "2016-07-31"),
    287: ("looked_after_children", "2016-03-31"),
    291: ("looked_after_children", "2016-05-31"),
    304: ("looked_after_children", "2016-07-31"),
}
DAYS = ("31 March 2016", "31 May 2016", "31 July 2016")
TABS = "\t".join(DAYS)
ONE_BELOW_THE_OTHER = ["Measure", *DAYS, PLANS, "219", "226", "241", CARE, "287", "291", "304"]
WAYS = {
    "several tabs on both sides": f"\t\t\t{TABS}\n{PLANS}\t\t219\t\t226\t\t241\n{CARE}\t\t287\t\t291\t\t304\n",
    "several tabs, one in one row": f"\t\t\t{TABS}\n{PLANS}\t219\t\t226\t\t241\n{CARE}\t\t287\t\t291\t\t304\n",
    "a blank line below the heads": f"\t\t{TABS}\n\n{PLANS}\t219\t226\t241\n\n{CARE}\t287\t291\t304\n",
    "the years in a line of their own": (
        f"\t\t31 March\t31 May\t31 July\n\t\t2016\t2016\t2016\n{PLANS}\t\t219\t226\t241\n{CARE}\t\t287\t291\t304\n"
    ),
    "the years in a line of their own, set with blanks": (
        "                         31 March    31 May    31 July\n"
        "                          2016        2016      2016\n"
        "Child protection plans     219         226       241\n"
        "Looked after children      287         291       304\n"
    ),
    "leaders": (
        "                              31.3.16   31.5.16   31.7.16\n"
        "Child protection plans . . . . 219       226       241\n"
        "Looked after children ........ 287       291       304\n"
    ),
    "one cell below the other": "\n".join(ONE_BELOW_THE_OTHER) + "\n",
    "one cell below the other, a blank line between any two": "\n\n".join(ONE_BELOW_THE_OTHER) + "\n",
    "one cell below the other, with a name that takes two lines": (
        "\n".join(["Measure", *DAYS, "Child protection", "plans", "219", "226", "241", CARE, "287", "291", "304"])
        + "\n"
    ),
}


@pytest.mark.parametrize("table", WAYS.values(), ids=WAYS)
def test_a_table_says_the_same_however_it_is_set_out(figures: Figures, table: str) -> None:
    found = figures(f"{HEAD}{table}\nOn child protection more was said.\n")
    assert {int(f.value): (f.indicator, f.period.start.isoformat()) for f in found if f.period is not None} == EXPECTED


def test_a_name_and_its_number_one_below_the_other_are_rows_with_their_head(figures: Figures) -> None:
    found = figures("Source\nReferrals\nPolice\n774\nSchools\n435\nHealth\n508\nTotal\n1,717\n\nThat is all.\n")
    assert [(int(f.value), f.indicator) for f in found] == [
        (774, "referrals"),
        (435, "referrals"),
        (508, "referrals"),
        (1717, "referrals"),
    ]


def test_numbers_of_items_that_stand_above_their_titles_make_no_table(figures: Figures) -> None:
    found = figures("1\nApologies\n2\nMinutes\n3\nPlacements\n4\nClose\n\nThere were 12 moves.\n")
    assert [f.quote for f in found][-1:] == ["12"]


CONTENTS = {
    "leaders": "Contents\n\n1. Placements ..... 3\n2. Looked after children .... 5\nAppendix A: Adoption .... 12\n",
    "tabs": "Contents\n\n1. Placements\t3\n2. Looked after children\t5\nAppendix A: Adoption\t12\n",
    "bars": "| Contents | Page |\n| Placements | 3 |\n| Looked after children | 5 |\n| Adoption | 12 |\n",
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS)
def test_the_pages_in_a_list_of_contents_are_no_figures(figures: Figures, contents: str) -> None:
    text = f"Annual report on children in care 2015/16\n\n{contents}\n\nPlacements\n\nThere were 412 of them.\n"
    assert [f.quote for f in figures(text)] == ["412"]


def test_dots_before_the_day_of_a_meeting_and_in_a_sentence_lead_to_no_cell(figures: Figures) -> None:
    text = "Cabinet Meeting ........ 13 June 2013\n\nIt went on... 14 children were placed that week.\n"
    assert [f.quote for f in figures(text)] == ["14"]
