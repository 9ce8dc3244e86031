"""Cells of tables in a PDF that are too narrow for their words, and rows that a page's or column's end cuts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_file import FONTS

from crossfoot.readers import read_bytes

Pdf = Callable[..., bytes]
SIZE = 10


def text(data: bytes) -> str:
    return read_bytes("a.pdf", data).text


def length(word: str) -> float:
    return sum(FONTS["F1"].get(sign, 556) for sign in word) * SIZE / 1000


def boxed(rows: list[float], columns: tuple[float, ...]) -> str:
    """Return the commands that draw the lines of a table: across at some heights, down at some places."""
    across = [f"{columns[0]} {y} m {columns[-1]} {y} l S" for y in rows]
    return " ".join([*across, *(f"{x} {rows[0]} m {x} {rows[-1]} l S" for x in columns)])


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [("1.8", "4", "1.84"), ("24", "1", "241"), ("£697.6", "2", "£697.62"), ("(21,39", "5)", "(21,395)")],
)
def test_figures_alone_in_a_cell_that_they_fill_go_on_in_its_next_line(
    make_pdf: Pdf, above: str, below: str, whole: str
) -> None:
    wide = length(above)
    drawn = boxed([700.0, 670.0, 640.0], (60.0, 120.0, 124.0 + wide + 3.0, 300.0))
    page = [
        *((64.0, 688.0, "North"), (122.0, 688.0, above), (122.0, 675.0, below), (200.0, 688.0, "17 posts")),
        *((64.0, 658.0, "South"), (122.0, 658.0, "7"), (200.0, 658.0, "18 posts")),
    ]
    assert text(make_pdf([page], size=SIZE, drawn=drawn)) == f"North | {whole} | 17 posts\nSouth | 7 | 18 posts"


def test_two_figures_below_each_other_in_a_cell_with_room_stay_two(make_pdf: Pdf) -> None:
    drawn = boxed([700.0, 670.0, 640.0], (60.0, 120.0, 190.0, 300.0))
    page = [
        *((64.0, 688.0, "North"), (122.0, 688.0, "24"), (122.0, 675.0, "1"), (200.0, 688.0, "17 posts")),
        *((64.0, 658.0, "South"), (122.0, 658.0, "7"), (200.0, 658.0, "18 posts")),
    ]
    assert "North | 24 1 | 17 posts" in text(make_pdf([page], size=SIZE, drawn=drawn))


@pytest.mark.parametrize(("above", "below"), [("Foreca", "st"), ("Chan", "ge %"), ("CONSUL", "TATION")])
def test_a_word_that_a_narrow_cell_breaks_is_whole(make_pdf: Pdf, above: str, below: str) -> None:
    wide = length(above)
    drawn = boxed([700.0, 670.0, 640.0], (60.0, 120.0, 124.0 + wide + 3.0, 300.0))
    page = [
        *((64.0, 688.0, "Team"), (122.0, 688.0, above), (122.0, 675.0, below), (200.0, 688.0, "17 posts")),
        *((64.0, 658.0, "South"), (122.0, 658.0, "7"), (200.0, 658.0, "18 posts")),
    ]
    assert f"Team | {above}{below} | 17 posts" in text(make_pdf([page], size=SIZE, drawn=drawn))


def test_a_row_that_the_end_of_a_column_cuts_is_one_though_it_goes_on_in_capitals(make_pdf: Pdf) -> None:
    first = [
        *((64.0, 688.0, "Home"), (122.0, 688.0, "Places")),
        *((64.0, 658.0, "The Old Lime"), (122.0, 658.0, "4")),
    ]
    drawn = boxed([700.0, 670.0, 640.0], (60.0, 120.0, 300.0))
    second = [(64.0, 688.0, "Walk House"), (64.0, 658.0, "Quay"), (122.0, 658.0, "5")]
    found = text(make_pdf([first, second], size=8.5, drawn=drawn))
    assert found == "Home | Places\nThe Old Lime Walk House | 4\nQuay | 5"


def test_a_row_without_lines_between_its_columns_has_those_of_the_other_rows(make_pdf: Pdf) -> None:
    rows = [("Team of the year", "2021/22", "2022/23"), ("North", "1,204", "1,377"), ("South and East", "18.4%", "21%")]
    placed = [
        (x, 686.0 - 20 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((64, 194, 264), row, strict=True)
    ]
    across = " ".join(f"60 {y} m 360 {y} l S" for y in (700, 680, 660, 640))
    drawn = f"{across} 60 700 m 60 640 l S 360 700 m 360 640 l S 190 680 m 190 660 l S 260 680 m 260 660 l S"
    assert text(make_pdf([placed], size=SIZE, drawn=drawn)) == "\n".join(" | ".join(row) for row in rows)


def test_a_title_over_all_columns_stays_one_cell(make_pdf: Pdf) -> None:
    placed = [
        *((64.0, 686.0, "Referrals of the teams in the two years"), (64.0, 666.0, "North"), (194.0, 666.0, "1,204")),
        *((264.0, 666.0, "1,377"), (64.0, 646.0, "South"), (194.0, 646.0, "18"), (264.0, 646.0, "21")),
    ]
    across = " ".join(f"60 {y} m 360 {y} l S" for y in (700, 680, 660, 640))
    sides = "60 700 m 60 640 l S 360 700 m 360 640 l S 190 680 m 190 640 l S 260 680 m 260 640 l S"
    found = text(make_pdf([placed], size=SIZE, drawn=f"{across} {sides}"))
    assert found == "Referrals of the teams in the two years\nNorth | 1,204 | 1,377\nSouth | 18 | 21"
