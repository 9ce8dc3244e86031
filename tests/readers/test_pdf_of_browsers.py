"""PDF files as browsers and word processors print them: drawn dots, cells that nearly touch, a browser's own heads."""

from __future__ import annotations

from collections.abc import Callable

from pdf_file import FONTS

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


def test_a_blank_that_a_file_has_lost_inside_a_sentence_makes_no_cells(make_pdf: Pdf, set_lines: Lines) -> None:
    behind = 50 + sum(FONTS["F1"][sign] for sign in "The forecast for 31 March ") * 11 / 1000
    row = [(50.0, 680.0, "The forecast for 31 March"), (behind, 680.0, "2016 is 22.05 in all, of which a part")]
    row.append((50.0, 666.5, "remains."))
    table = [
        (x, 640 - 13 * number, words)
        for number, cells in enumerate((("Scheme", "Budget"), ("Roads", "4,850"), ("Homes", "1,260")))
        for x, words in zip((50, behind), cells, strict=True)
    ]
    found = text(make_pdf([[*set_lines(50, 740, PROSE * 2), *row, *table]]))
    assert "The forecast for 31 March 2016 is 22.05 in all, of which a part remains." in found
    assert found.endswith("Scheme | Budget\nRoads | 4,850\nHomes | 1,260")


def test_a_cell_that_touches_the_next_is_parted_from_it(make_pdf: Pdf, set_lines: Lines) -> None:
    wide = (50.0, 178.5, 300.0)
    rows = [("Placement of the child", "Children in 2017", "Cost"), ("In a home, each week", "£3,640", "up")]
    table = [(x, 660 - 13 * n, cell) for n, row in enumerate(rows) for x, cell in zip(wide, row, strict=True)]
    touching = [(178.5 - 11 * 0.556 * 4, 634, "2016"), (178.5, 634, "£812"), (300.0, 634, "no"), (50.0, 634, "Agency")]
    found = text(make_pdf([[*set_lines(50, 730, PROSE), *table, *touching]]))
    assert found.endswith(("Agency 2016 | £812 | no", "Agency | 2016 | £812 | no"))


def test_first_cells_go_on_within_their_brackets(make_pdf: Pdf, set_lines: Lines) -> None:
    rows = [("School", "Places", "Free"), ("Ash Hill (11-", "210", "18"), ("16)", "", ""), ("Beacon", "240", "31")]
    table = [
        (x, 660 - 13 * n, cell)
        for n, row in enumerate(rows)
        for x, cell in zip((50, 130, 190), row, strict=True)
        if cell
    ]
    found = text(make_pdf([[*set_lines(50, 730, PROSE), *table]]))
    assert found.endswith("School | Places | Free\nAsh Hill (11-16) | 210 | 18\nBeacon | 240 | 31")


def test_a_compound_broken_at_its_hyphen_keeps_it_where_the_layout_breaks_no_words(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    lines = [
        *PROSE * 36,
        "members were told that the eight schools which were the lowest-",
        "attaining ones had grown.",
    ]
    pages = [set_lines(50, 760, lines[start : start + 25]) for start in range(0, len(lines), 25)]
    assert "the lowest-attaining ones had grown." in text(make_pdf(pages))
