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
