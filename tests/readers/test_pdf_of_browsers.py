"""PDF files as browsers and word processors print them: drawn dots, cells that nearly touch, a browser's own heads."""

from __future__ import annotations

from collections.abc import Callable

from crossfoot.readers import read_bytes

Pdf = Callable[..., bytes]
Lines = Callable[..., list[tuple[float, float, str]]]

PROSE = [
    "the families whom the service had seen in the year were fewer than it had",
    "planned for and their needs were greater than those of the year before.",
]


def text(data: bytes) -> str:
    return read_bytes("a.pdf", data).text


def dot(x: float, y: float) -> str:
    """Return the commands that fill a round dot of 4 points, as browsers draw the signs of their lists."""
    right, top, mid_x, mid_y = x + 4, y + 4, x + 2, y + 2
    corners = ((x, top, mid_x, top), (right, top, right, mid_y), (right, y, mid_x, y), (x, y, x, mid_y))
    curves = " ".join(f"{a} {b} {a} {b} {c} {d} c" for a, b, c, d in corners)
    return f"{x} {mid_y} m {curves} f"


def test_a_dot_that_the_page_draws_makes_an_item_of_a_list(make_pdf: Pdf, set_lines: Lines) -> None:
    page = [*set_lines(50, 730, PROSE), (66, 690, "primary schools, 418"), (66, 676, "health visitors, 271")]
    drawn = f"{dot(54, 692)} {dot(54, 678)}"
    assert text(make_pdf([page], drawn=drawn)).endswith("\n\n- primary schools, 418\n- health visitors, 271")
    assert text(make_pdf([page])).endswith("health visitors, 271")
    assert "- primary" not in text(make_pdf([page]))


def test_a_dot_drawn_inside_a_line_makes_no_item(make_pdf: Pdf, set_lines: Lines) -> None:
    page = [*set_lines(50, 730, PROSE), (50, 690, "In all"), (100, 690, "418 were seen.")]
    assert text(make_pdf([page], drawn=dot(90, 692))).endswith("In all 418 were seen.")


def test_cells_that_nearly_touch_are_parted_where_the_file_holds_the_blanks_of_sentences(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    rows = [("Team", "Posts held", "Vacant"), ("North and East", "18.0", "1.0"), ("South", "42.0", "4.0")]
    table = [
        (x, 660 - 13 * number, words)
        for number, row in enumerate(rows)
        for x, words in zip((50, 127, 184), row, strict=True)
    ]
    found = text(make_pdf([[*set_lines(50, 730, PROSE), *table]]))
    assert found.endswith("Team | Posts held | Vacant\nNorth and East | 18.0 | 1.0\nSouth | 42.0 | 4.0")


def test_numbers_in_the_middle_of_a_cell_of_two_lines_stand_in_its_row(make_pdf: Pdf, set_lines: Lines) -> None:
    table = [
        *((x, 660, words) for x, words in zip((50, 220, 300), ("Preceptor", "2018/19", "2019/20"), strict=True)),
        *((x, 644, words) for x, words in zip((50, 220, 300), ("District", "183.42", "188.37"), strict=True)),
        (50, 628, "Police and Crime"),
        (220, 621.5, "198.27"),
        (300, 621.5, "208.26"),
        (50, 615, "Commissioner"),
        *((x, 598, words) for x, words in zip((50, 220, 300), ("Fire", "74.29", "75.77"), strict=True)),
    ]
    found = text(make_pdf([[*set_lines(50, 730, PROSE), *table]]))
    assert "District | 183.42 | 188.37\nPolice and Crime Commissioner | 198.27 | 208.26\nFire | 74.29" in found


def test_the_head_and_foot_that_a_browser_prints_are_left_out(make_pdf: Pdf, set_lines: Lines) -> None:
    page = [
        (24, 820, "28/11/2026, 14:05"),
        (300, 820, "Decision - Record"),
        *set_lines(50, 730, PROSE),
        (24, 16, "https://www.example.org/decisions/1204"),
        (560, 16, "1/1"),
    ]
    assert text(make_pdf([page])) == " ".join(PROSE)


def test_the_number_of_an_item_set_by_itself_is_parted_from_its_words(make_pdf: Pdf, set_lines: Lines) -> None:
    items = [
        (50, 690, "10."),
        (65.2, 690, "the posts be made permanent."),
        (50, 676, "11."),
        (65.2, 676, "it be noted."),
    ]
    found = text(make_pdf([[*set_lines(50, 730, PROSE), *items]]))
    assert found.endswith("10. the posts be made permanent.\n11. it be noted.")
