"""Lines that a PDF stretches to both edges of a narrow column, and columns of short lines."""

from __future__ import annotations

from collections.abc import Callable

from pdf_file import FONTS, Placed

from crossfoot.readers import read_bytes

Pdf = Callable[..., bytes]
Lines = Callable[..., list[Placed]]

SIZE = 10
LINES = [
    "The Director told the Cabinet",
    "that 41 children had arrived",
    "since the spring, whereas all",
    "rewritten plans notwithstanding",
    "only 27 were expected by then,",
    "and that 14 more would come.",
]


def text(data: bytes) -> str:
    return read_bytes("a.pdf", data).text


def length(word: str) -> float:
    return sum(FONTS["F1"][sign] for sign in word) * SIZE / 1000


def stretched(x: float, y: float, lines: list[str], wide: float, first: float = 0) -> list[Placed]:
    """Return words so that each line but the last, whose gaps are as usual, is as wide as its column."""
    placed: list[Placed] = []
    for number, line in enumerate(lines):
        words = line.split()
        gap = (wide - sum(map(length, words))) / (len(words) - 1) if number + 1 < len(lines) else 2.8
        left = x
        for word in words:
            placed.append((round(left, 2), y - 13 * number, word))
            left += length(word) + gap
    return placed


def test_a_line_stretched_over_a_narrow_column_stays_a_sentence(make_pdf: Pdf) -> None:
    assert text(make_pdf([stretched(60, 700, LINES, 190)], size=SIZE)) == " ".join(LINES)


def test_two_stretched_columns_are_read_one_after_the_other(make_pdf: Pdf) -> None:
    other = [line.replace("children", "families").replace("The", "An") for line in LINES]
    page = [*stretched(60, 700, LINES * 2, 190), *stretched(280, 700, other * 2, 190)]
    assert text(make_pdf([page], size=SIZE)).startswith(" ".join(LINES))


def test_a_label_before_a_stretched_line_keeps_its_own_gap(make_pdf: Pdf) -> None:
    page = [(60.0, 700.0, "2.1"), *stretched(90, 700, LINES, 190)]
    assert text(make_pdf([page], size=SIZE)) == f"2.1 {' '.join(LINES)}"


def test_numbers_set_evenly_over_a_column_stay_a_table(make_pdf: Pdf) -> None:
    rows = [("North", "12", "45", "78"), ("South", "34", "56", "90"), ("Docks", "21", "43", "65")]
    page = [
        (60.0 + 55 * column, 700.0 - 13 * number, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    assert text(make_pdf([page], size=SIZE)) == "\n".join(" | ".join(row) for row in rows)


def test_columns_of_short_lines_that_stand_out_of_step_are_no_table(make_pdf: Pdf, set_lines: Lines) -> None:
    left = ["Teams", "North 41", "South 27", "West 19", "East 11", "Docks 8", "Quay 5", "Mill 3"]
    right = ["Costs", "Homes 9", "Carers 7", "Staff 6", "Vans 4", "Rent 3", "Fees 2", "Other 1"]
    page = [*set_lines(60, 700, left), *set_lines(300, 697, right)]
    found = text(make_pdf([page], size=SIZE))
    assert "|" not in found
    assert found.index("Mill 3") < found.index("Costs")


def test_facts_on_lines_of_their_own_stay_apart_though_the_first_is_full(make_pdf: Pdf, set_lines: Lines) -> None:
    facts = ["Subject: Children's Services recovery, period 5", "Report of: the Director of Children's Services 2"]
    body = ["The overspend was put at forty thousand a month", "when the plan was laid before the committee, and"] * 3
    found = text(make_pdf([set_lines(60, 700, [*facts, *body])], size=SIZE))
    assert found.startswith(f"{facts[0]}\n\n{facts[1]}")


def test_a_first_cell_goes_on_below_where_it_had_no_room_for_the_next_word(make_pdf: Pdf) -> None:
    rows = [
        ("Team", "Present", "Proposed"),
        ("Priory", "14.5", "15.0"),
        ("Family Group", "1.5", "2.5"),
        ("Conferencing", "", ""),
        ("Management and", "6.0", "4.5"),
        ("administration", "", ""),
        ("Total", "22.0", "22.0"),
    ]
    page = [
        (x, 700.0 - 13 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((60.0, 140.0, 200.0), row, strict=True)
        if cell
    ]
    assert "Family Group Conferencing | 1.5 | 2.5\nManagement and administration | 6.0 | 4.5\nTotal" in text(
        make_pdf([page], size=SIZE)
    )


def test_tables_side_by_side_keep_their_own_lines(make_pdf: Pdf, set_lines: Lines) -> None:
    def grid(left: float, tops: tuple[float, ...]) -> str:
        edges = (left, left + 90, left + 180)
        across = [f"{left} {y} m {left + 180} {y} l S" for y in tops]
        return " ".join([*across, *(f"{x} {tops[0]} m {x} {tops[-1]} l S" for x in edges)])

    drawn = f"{grid(60, (700, 682, 664, 646))} {grid(300, (700.5, 682.8, 664.8, 646.6))}"
    left = [("Date", "9 July"), ("Ward", "All"), ("Key", "Yes")]
    right = [("Homes", "12"), ("Beds", "34"), ("Posts", "56")]
    page = [
        (x + 92 * column, 687.0 - 18 * number, cell)
        for x, rows in ((64.0, left), (304.0, right))
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    prose = [line for line in LINES if len(line) > 20]
    page += [*set_lines(60, 620, prose), *set_lines(300, 620, prose)]
    found = text(make_pdf([page], size=SIZE, drawn=drawn))
    assert found.startswith("Date | 9 July\nWard | All\nKey | Yes\n\nThe Director")
    assert "Homes | 12\nBeds | 34\nPosts | 56\n\nThe Director" in found


def test_a_form_of_lines_is_read_section_by_section_with_the_table_in_its_cell(make_pdf: Pdf, set_lines: Lines) -> None:
    def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
        across = [f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys]
        return " ".join([*across, *(f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs)])

    drawn = f"{grid((60, 160, 480), (720, 700, 590, 560))} {grid((170, 260, 340), (650, 632, 614, 596))}"
    page = [
        *((64.0, 706.0, "Decision maker"), (164.0, 706.0, "Cabinet")),
        (64.0, 688.0, "Decision"),
        *set_lines(164, 688, ["1. That the report be noted.", "2. That posts be kept as shown."]),
        *((176.0, 638.0, "Team"), (266.0, 638.0, "Posts")),
        *((176.0, 620.0, "North"), (266.0, 620.0, "12.5")),
        *((176.0, 602.0, "South"), (266.0, 602.0, "17.0")),
        *((64.0, 575.0, "Reasons"), (164.0, 575.0, "Demand has grown.")),
    ]
    assert text(make_pdf([page], size=SIZE, drawn=drawn)) == (
        "Decision maker | Cabinet\n\nDecision\n\n1. That the report be noted.\n2. That posts be kept as shown.\n\n"
        "Team | Posts\nNorth | 12.5\nSouth | 17.0\n\nReasons | Demand has grown."
    )


def test_a_number_that_a_narrow_cell_breaks_is_whole(make_pdf: Pdf) -> None:
    drawn = "60 700 m 190 700 l S 60 670 m 190 670 l S 60 640 m 190 640 l S"
    drawn += " ".join(f" {x} 700 m {x} 640 l S" for x in (60, 110, 150, 190))
    page = [
        *((64.0, 688.0, "North"), (122.5, 688.0, "11,35"), (112.5, 675.0, "0"), (152.5, 688.0, "17")),
        *((64.0, 658.0, "South"), (132.0, 658.0, "17."), (112.5, 645.0, "2"), (152.5, 658.0, "18")),
    ]
    assert text(make_pdf([page], size=SIZE, drawn=drawn)) == "North | 11,350 | 17\nSouth | 17.2 | 18"


def test_a_line_that_a_break_ends_is_no_part_of_the_next_though_it_is_stretched(make_pdf: Pdf) -> None:
    teams = ["North one - 19 children", "South two - 31 children", "West - 24 children"]
    page = [*stretched(60, 700, [*teams, "Docks - 8 children"], 190), *stretched(60, 600, LINES, 190)]
    assert text(make_pdf([page], size=SIZE)).startswith("\n\n".join([*teams, "Docks - 8 children"]))


def test_the_sign_of_a_number_stays_at_it_where_a_line_ends_between_them(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = [
        "The investments earned at last an average return of -",
        "0.07% in the year, and so did those of the young aged 18 -",
        "25 as well.",
    ]
    assert text(make_pdf([set_lines(60, 700, lines)])) == (
        "The investments earned at last an average return of -0.07% in the year, and so did those of the young aged 18 "
        "- 25 as well."
    )


def test_rows_typed_with_semicolons_stay_lines_of_their_own(make_pdf: Pdf, set_lines: Lines) -> None:
    rows = ["Roads of class A;31%;32%;42%", "Roads of class B;61%;72%;92%", "All the others;15%;17%;21%"]
    assert text(make_pdf([set_lines(60, 700, rows)])) == "\n\n".join(rows)


def test_a_line_of_two_words_that_is_stretched_over_its_column_has_ended(make_pdf: Pdf) -> None:
    above = [*stretched(60, 700, LINES, 190), (60.0, 600.0, "RESOLVED"), (243.0, 600.0, "–")]
    page = [*above, *stretched(60, 587, ["1 That the report on homes be noted", "by all of its members."], 190)]
    assert "RESOLVED –\n\n1 That the report" in text(make_pdf([page], size=SIZE))
