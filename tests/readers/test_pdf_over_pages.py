"""What a page's end does to columns and forms: a last column of two rows, rows without a lower line, rests of cells."""

from __future__ import annotations

from collections.abc import Callable

from crossfoot.readers import read_bytes

Pdf = Callable[..., bytes]
Lines = Callable[..., list[tuple[float, float, str]]]

COLUMN = [
    "the families whom the service had seen in",
    "the year were fewer than it had planned for",
    "and their needs were greater than those of",
    "the year before, as members had been told",
    "in the autumn when the budget was set",
    "for the following year.",
]


def text(data: bytes) -> str:
    return read_bytes("a.pdf", data).text


def test_a_second_column_of_a_row_or_two_is_known_by_the_pages_before(make_pdf: Pdf, set_lines: Lines) -> None:
    full = [*set_lines(50, 700, COLUMN * 3), *set_lines(320, 700, COLUMN * 3)]
    last = [*set_lines(50, 700, COLUMN), *set_lines(320, 700, ["Officer: a name", "12 October 2015"])]
    found = text(make_pdf([full, last]))
    assert found.endswith("for the following year.\n\nOfficer: a name\n\n12 October 2015")


def test_numbers_beside_short_lines_are_no_second_column_though_the_pages_before_have_one(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    full = [*set_lines(50, 700, COLUMN * 3), *set_lines(320, 700, COLUMN * 3)]
    last = [*set_lines(50, 700, ["Posts filled", "Posts vacant"]), *set_lines(320, 700, ["112", "14"])]
    assert text(make_pdf([full, last])).endswith("Posts filled | 112\nPosts vacant | 14")


def test_the_foot_of_a_page_does_not_say_how_wide_its_only_column_is(make_pdf: Pdf, set_lines: Lines) -> None:
    full = [*set_lines(50, 700, COLUMN * 3), *set_lines(320, 700, COLUMN * 3), (270, 24, "Page 1 of 2")]
    item = ["15. that powers be given to the Corporate", "Director of Children, Education and Care"]
    last = [*set_lines(50, 700, [*item, "with the lead member."]), (270, 24, "Page 2 of 2")]
    assert text(make_pdf([full, last])).endswith(
        "15. that powers be given to the Corporate Director of Children, Education and Care with the lead member."
    )


def test_a_numbered_heading_that_its_cell_breaks_is_one_where_the_items_of_lists_hang(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    hung = [
        place
        for number in range(3)
        for place in (
            (60, 700 - 40 * number, f"{number + 1}. that the scheme be"),
            (74, 687 - 40 * number, "kept in all of its parts."),
        )
    ]
    page = [*hung, *set_lines(60, 560, ["4. Reasons for", "the decision"])]
    assert text(make_pdf([page])).endswith("4. Reasons for the decision")


def lines_of_form(ys: tuple[float, ...], top: float, bottom: float) -> str:
    """Return the commands that draw three lines down and lines across at some heights."""
    across = [f"60 {y} m 480 {y} l S" for y in ys]
    return " ".join([*across, *(f"{x} {top} m {x} {bottom} l S" for x in (60, 160, 480))])


def test_the_rows_that_a_page_s_end_leaves_without_their_last_line_stay_rows(make_pdf: Pdf, set_lines: Lines) -> None:
    page = [
        *((64.0, 700.0, "Title"), (164.0, 700.0, "Roads of the district")),
        *((64.0, 660.0, "Reasons"), (164.0, 660.0, "Use has grown by 4% in"), (164.0, 647.0, "the last two years.")),
    ]
    found = text(make_pdf([page], drawn=lines_of_form((680,), 760, 40)))
    assert found == "Title | Roads of the district\nReasons | Use has grown by 4% in the last two years."


def test_the_rest_of_a_cell_of_prose_at_the_top_of_a_page_is_prose(make_pdf: Pdf, set_lines: Lines) -> None:
    prose = [f"{number}. that the plan for area {number} be kept." for number in range(1, 5)]
    first = [(64.0, 700.0, "Decision"), *set_lines(164, 700, prose)]
    second = [(164.0, 745.0, "5. that posts be filled."), (64.0, 660.0, "Reasons"), (164.0, 660.0, "Demand has grown.")]
    found = text(make_pdf([first, second], drawn=lines_of_form((680,), 760, 40)))
    assert "4. that the plan for area 4 be kept.\n5. that posts be filled.\n\nReasons | Demand" in found


def test_tables_in_a_cell_keep_their_order_and_one_that_ends_with_its_cell_at_a_page_s_end_is_its_own(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    def inner(top: float, rows: int) -> str:
        ys = [top - 20 * number for number in range(rows + 1)]
        across = [f"165 {y} m 470 {y} l S" for y in ys]
        return " ".join([*across, *(f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in (165, 300, 380, 470))])

    def cells(top: float, rows: list[tuple[str, str, str]]) -> list[tuple[float, float, str]]:
        return [
            (x, top - 14 - 20 * number, words)
            for number, row in enumerate(rows)
            for x, words in zip((168.0, 303.0, 383.0), row, strict=True)
        ]

    large = [("Team", "Posts", "Vacant"), ("North", "12", "1"), ("South", "14", "2")]
    small = [("Home", "Places", "Free"), ("Quay", "5", "4")]
    page = [
        *((64.0, 700.0, "Title"), (164.0, 700.0, "Homes")),
        *((64.0, 668.0, "Decision"), (164.0, 668.0, "The tables show the places:")),
        *cells(650, large),
        *cells(580, small),
    ]
    drawn = f"{lines_of_form((680, 760), 760, 540)} 60 540 m 480 540 l S {inner(650, 3)} {inner(580, 2)}"
    found = text(make_pdf([page], size=9, drawn=drawn))
    assert found == (
        "Title | Homes\n\nDecision\n\nThe tables show the places:\n\n"
        "Team | Posts | Vacant\nNorth | 12 | 1\nSouth | 14 | 2\n\nHome | Places | Free\nQuay | 5 | 4"
    )


def test_a_table_over_both_columns_is_one_though_the_strip_between_them_parts_its_own(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    rows = [("Ward", "2021", "2022", "2023"), ("Ashby", "95", "71", "64"), ("Brook Street", "91", "89", "17")]
    table = [
        (x, 560 - 20 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((50, 200, 340, 440), row, strict=True)
    ]
    page = [
        *set_lines(50, 700, COLUMN),
        *set_lines(320, 700, [line.replace("the", "all") for line in COLUMN]),
        *table,
        *set_lines(50, 480, COLUMN),
        *set_lines(320, 480, [line.replace("the", "two") for line in COLUMN]),
    ]
    found = text(make_pdf([page]))
    assert "Ward | 2021 | 2022 | 2023\nAshby | 95 | 71 | 64\nBrook Street | 91 | 89 | 17" in found
    places = [found.index(words) for words in ("the families", "all families", "Ward |", "two families")]
    assert places == sorted(places)


def test_a_first_cell_goes_on_right_below_where_the_next_row_stands_far_off(make_pdf: Pdf) -> None:
    rows = [("Ward", "2021", "2022"), ("Ashby and", "95", "71"), ("Brook Street", "91", "89"), ("Castle", "14", "15")]
    placed = [
        (x, 700 - 36 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((50, 200, 300), row, strict=True)
    ]
    found = text(make_pdf([[*placed, (50, 651, "Stoke")]]))
    assert found == "Ward | 2021 | 2022\nAshby and Stoke | 95 | 71\nBrook Street | 91 | 89\nCastle | 14 | 15"
