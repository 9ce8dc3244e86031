"""PDF files with text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.readers import read_bytes

Pdf = Callable[..., bytes]
Lines = Callable[..., list[tuple[float, float, str]]]

LONG = [
    "The overall number of children who were known to the service in the quarter had",
    "gone up by a further twelve to 1,194, which was the highest number since the new",
    "teams were formed.",
]


def read(data: bytes) -> Reading:
    return read_bytes("a.pdf", data)


def assert_boxes_cover_their_words(reading: Reading) -> None:
    for page in reading.pages:
        for box in page.boxes:
            assert box.span.cut(reading.text).strip() != ""
            assert 0 <= box.left < box.right <= page.width
            assert 0 <= box.top < box.bottom <= page.height


def test_lines_become_paragraphs_and_list_items(make_pdf: Pdf, set_lines: Lines) -> None:
    page = [
        *set_lines(60, 760, ["EASTMERE COUNTY COUNCIL"]),
        *set_lines(60, 730, LONG),
        *set_lines(60, 670, ["RESOLVED that"]),
        *set_lines(60, 640, ["1. the report be noted.", "2. a further report be brought."]),
    ]
    reading = read(make_pdf([page]))
    assert reading.text == (
        "EASTMERE COUNTY COUNCIL\n\n" + " ".join(LONG) + "\n\nRESOLVED that\n\n"
        "1. the report be noted.\n2. a further report be brought."
    )
    assert reading.blocks[-1].kind is BlockKind.LIST_ITEM
    assert_boxes_cover_their_words(reading)


def test_a_sentence_over_a_page_break_is_one_paragraph(make_pdf: Pdf, set_lines: Lines) -> None:
    reading = read(make_pdf([set_lines(60, 100, LONG[:2]), set_lines(60, 770, LONG[2:])]))
    assert reading.text == " ".join(LONG)
    assert [page.number for page in reading.pages] == [1, 2]
    assert reading.pages[1].span.cut(reading.text) == LONG[2]
    assert_boxes_cover_their_words(reading)


def test_heads_feet_and_page_numbers_are_left_out(make_pdf: Pdf, set_lines: Lines) -> None:
    pages = [
        [
            (60, 810, "Cabinet minutes"),
            *set_lines(60, 700, [f"Matter number {number} was heard in full and agreed."]),
            (280, 30, f"Page {number} of 3"),
            (500, 30, "Eastmere"),
        ]
        for number in (1, 2, 3)
    ]
    reading = read(make_pdf(pages))
    assert reading.text == "\n\n".join(f"Matter number {number} was heard in full and agreed." for number in (1, 2, 3))


def test_words_broken_at_the_end_of_a_line_are_made_whole(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = [
        "The council heard that many more of the families had asked for help with accommo-",
        "dation, and that seventy-one of the children who had come to the attention of seventy-",
        "two workers were safe.",
    ]
    assert read(make_pdf([set_lines(60, 700, lines)])).text == (
        "The council heard that many more of the families had asked for help with accommodation, and that "
        "seventy-one of the children who had come to the attention of seventy-two workers were safe."
    )


def test_two_columns_are_read_one_after_the_other(make_pdf: Pdf, set_lines: Lines) -> None:
    left = [f"left column line {number} goes on and" for number in range(8)]
    right = [f"right column line {number} goes on and" for number in range(8)]
    text = read(make_pdf([[*set_lines(50, 700, left), *set_lines(320, 700, right)]])).text
    assert text.index("left column line 7") < text.index("right column line 0")


def test_tables_become_rows_with_cells_in_their_columns(make_pdf: Pdf) -> None:
    rows = [
        ("Team", "Sep 2012", "Feb 2013"),
        ("North 1", "19.9", "24.9"),
        ("South 1", "26.3", ""),
        ("Total", "46.2", "60.6"),
    ]
    page = [
        (x, 700 - 16 * number, words)
        for number, row in enumerate(rows)
        for x, words in zip((60, 220, 340), row, strict=True)
        if words
    ]
    reading = read(make_pdf([page]))
    assert reading.text == "Team | Sep 2012 | Feb 2013\nNorth 1 | 19.9 | 24.9\nSouth 1 | 26.3\nTotal | 46.2 | 60.6"
    assert {block.kind for block in reading.blocks} == {BlockKind.TABLE_ROW}


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("paper", [(595, 842), (842, 595), (300, 900)])
def test_boxes_lie_on_the_page_as_it_is_seen(make_pdf: Pdf, turned: int, paper: tuple[int, int]) -> None:
    reading = read(make_pdf([[(60, 400, "One figure: 1,194")]], paper=paper, turned=turned))
    (page,) = reading.pages
    wide, high = (paper[1], paper[0]) if turned in {90, 270} else paper
    assert (page.width, page.height) == (wide, high)
    assert reading.text == "One figure: 1,194"
    assert_boxes_cover_their_words(reading)


def test_a_page_without_text_is_told(make_pdf: Pdf) -> None:
    reading = read(make_pdf([[(60, 700, "Words stand here.")], []]))
    assert reading.notes == ("Page 2 has no text and may be a picture; what stands there was not read.",)


def test_a_file_of_pictures_alone_gives_one_sentence(make_pdf: Pdf) -> None:
    with pytest.raises(WorldError, match=r"^scan\.pdf holds no text, only pictures"):
        read_bytes("scan.pdf", make_pdf([[], []]))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + bytes(range(256)) * 8, b"not a pdf at all"])
def test_a_damaged_file_gives_one_sentence(data: bytes) -> None:
    with pytest.raises(WorldError, match=r"^bad\.pdf is damaged or only half written"):
        read_bytes("bad.pdf", data)


def test_a_protected_file_gives_one_sentence(make_pdf: Pdf) -> None:
    data = make_pdf([[(60, 700, "words")]])
    handler = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"28" * 32 + b"> /U <" + b"41" * 32 + b"> >> "
        b"/ID [<" + b"00" * 16 + b"> <" + b"00" * 16 + b">] /Root 1 0 R"
    )
    with pytest.raises(WorldError, match=r"^locked\.pdf is protected by a password"):
        read_bytes("locked.pdf", data.replace(b"/Root 1 0 R", handler))


def test_cells_that_touch_are_parted_and_wrapped_cells_stay_in_their_row(make_pdf: Callable[..., bytes]) -> None:
    placed = [
        (60, 700, "Placement"), (200, 700, "Children at"), (350, 700, "Average cost"),
        (200, 686, "December"), (350, 686, "per week"),
        (60, 672, "In-house foster care"), (200, 672, "131"), (350, 672, "418"),
        (60, 658, "Independent fostering ag. i"), (200, 658, "79"), (350, 658, "812"),
        (60, 644, "Homes for older"), (200, 644, "30"), (350, 644, "3,640"),
        (60, 630, "children"),
    ]  # fmt: skip
    assert read_bytes("a.pdf", make_pdf([placed])).text == (
        "Placement | Children at December | Average cost per week\nIn-house foster care | 131 | 418\n"
        "Independent fostering ag. i | 79 | 812\nHomes for older children | 30 | 3,640"
    )


def test_a_table_goes_on_over_the_end_of_a_page(make_pdf: Callable[..., bytes]) -> None:
    first = [(60, 100, "Team"), (200, 100, "Feb"), (60, 86, "North"), (200, 86, "24.9")]
    second = [(60, 780, "South"), (200, 780, "17.6"), (60, 740, "After the table.")]
    assert (
        read_bytes("a.pdf", make_pdf([first, second])).text
        == "Team | Feb\nNorth | 24.9\nSouth | 17.6\n\nAfter the table."
    )


@pytest.mark.parametrize(("direction", "turned"), [("0 1 -1 0", 90), ("0 -1 1 0", 270), ("0 1 -1 0", 0)])
def test_words_that_run_along_the_page_are_read_in_their_own_direction(
    make_pdf: Pdf, direction: str, turned: int
) -> None:
    lines = [(200, 300, "The table lies along the page.")]
    assert read(make_pdf([lines], direction=direction, turned=turned)).text == "The table lies along the page."


def boxes_around(columns: list[int], rows: list[int]) -> str:
    """Return the commands that draw the outline of every cell between these edges."""
    return "\n".join(
        f"{left} {low} {right - left} {high - low} re S"
        for left, right in pairwise(columns)
        for high, low in pairwise(rows)
    )


def test_lines_around_cells_part_words_that_nearly_touch_and_keep_wrapped_ones_together(make_pdf: Pdf) -> None:
    page = [
        (104, 690, "First choices"),
        (104, 677, "for 2009"),
        (171, 690, "Offered"),
        (64, 660, "North"),
        (154, 660, "188"),
        (200, 660, "203"),
        (64, 647, "School"),
        (64, 630, "East"),
        (154, 630, "301"),
        (200, 630, "240"),
    ]
    drawn = boxes_around([60, 100, 170, 220], [702, 672, 642, 624])
    assert read(make_pdf([page], drawn=drawn)).text == (
        "| | First choices for 2009 | Offered\nNorth School | 188 | 203\nEast | 301 | 240"
    )


def test_a_cell_over_several_columns_stands_in_the_first_of_them(make_pdf: Pdf) -> None:
    page = [(64, 690, "Team"), (104, 690, "Caseload"), (64, 670, "A"), (104, 670, "12"), (144, 670, "14")]
    drawn = boxes_around([60, 100, 180], [702, 684]) + "\n" + boxes_around([60, 100, 140, 180], [684, 664])
    assert read(make_pdf([page], drawn=drawn)).text == "Team | Caseload\nA | 12 | 14"


def test_a_box_around_prose_and_a_line_under_words_make_no_table(make_pdf: Pdf, set_lines: Lines) -> None:
    drawn = boxes_around([50, 540], [740, 600]) + "\n60 718 m 200 718 l S"
    assert read(make_pdf([set_lines(60, 720, LONG)], drawn=drawn)).text == " ".join(LONG)


def test_a_head_whose_words_stand_close_is_parted_by_the_columns_below(make_pdf: Pdf) -> None:
    heads = [(60, 700, "Preceptor"), (190, 700, "2019/20 (£)"), (254, 700, "2020/21 (£)"), (318, 700, "Change")]
    rows = [
        (x, 680 - 14 * number, words)
        for number, cells in enumerate(
            (("District", "183.42", "188.37", "2.70"), ("County", "311.75", "364.09", "3.99"))
        )
        for x, words in zip((60, 215, 279, 330), cells, strict=True)
    ]
    assert read(make_pdf([[*heads, *rows]])).text == (
        "Preceptor | 2019/20 (£) | 2020/21 (£) | Change\n"
        "District | 183.42 | 188.37 | 2.70\nCounty | 311.75 | 364.09 | 3.99"
    )


def test_a_bold_heading_is_no_part_of_the_words_close_below_it(make_pdf: Pdf, set_lines: Lines) -> None:
    heading = "SCHOOL STANDARDS IN THE COUNTY AND THE PROVISIONAL RESULTS OF THE YEAR"
    page = [*set_lines(60, 720, [heading]), *set_lines(60, 706.5, LONG)]
    assert read(make_pdf([page], bold=(heading,))).text == heading + "\n\n" + " ".join(LONG)


def test_a_number_with_its_stop_that_begins_a_full_line_is_a_label_only_where_it_counts_on(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    lines = [
        "There were fewer of these than in the year before it, as the panel had asked. Lodged:",
        "143. Heard: 109, of which the greater part came in the last of the quarters of the year",
        "and the rest before.",
    ]
    assert read(make_pdf([set_lines(60, 700, lines)])).text == " ".join(lines)
    items = ["1.1 The contract of the service runs out in March, as all of the members had heard at", "length."]
    more = [*items, "1.2 It is let again."]
    assert read(make_pdf([set_lines(60, 700, more)])).text == " ".join(items) + "\n\n1.2 It is let again."


def test_a_short_right_column_is_read_behind_the_left_one(make_pdf: Pdf, set_lines: Lines) -> None:
    left = [
        "The number of children who were",
        "known to the service had gone up",
        "in the quarter, and with it that of",
        "the plans. The panel had heard of",
        "it in May and had asked the head of",
        "the service for a paper on how the",
        "teams were to be staffed, which",
        "had been sent to all the members",
        "with the notes of the meeting and",
        "the budget of the year.",
    ]
    right = ["Options", "None", "Interests", "None declared", "Dispensations", "Not needed"]
    page = [*set_lines(50, 760, left), *set_lines(320, 755, right, step=27)]
    read_lines = read(make_pdf([page])).text.split("\n\n")
    assert read_lines[0].startswith("The number of children")
    assert read_lines[-6:] == right


def test_footnotes_go_to_the_end_and_their_marks_out_of_the_sentences(make_pdf: Pdf, set_lines: Lines) -> None:
    drawn = "\n".join(
        f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET"
        for size, x, y, words in (
            (6, 169.5, 704, "1"),
            (6, 60, 103, "1"),
            (8, 64, 100, "Those of the year 2015, as the panel heard."),
        )
    )
    reading = read(
        make_pdf([set_lines(60, 700, ["There were 268 plans.", "Then came 12 more of them."], step=30)], drawn=drawn)
    )
    assert reading.text == (
        "There were 268 plans.\n\nThen came 12 more of them.\n\nFootnote 1: Those of the year 2015, as the panel heard."
    )
    assert_boxes_cover_their_words(reading)


def test_a_raised_figure_without_a_note_stays_at_its_word(make_pdf: Pdf) -> None:
    drawn = "BT /F1 6 Tf 153.6 704 Td (2) Tj ET"
    assert read(make_pdf([[(60, 700, "The hall has 240 m")]], drawn=drawn)).text == "The hall has 240 m2"


def test_a_line_further_out_than_the_words_of_list_items_belongs_to_none(make_pdf: Pdf, set_lines: Lines) -> None:
    item = "the report on the teams be noted and a further one be brought to the meeting of"
    page = [
        (60, 700, "1."),
        *set_lines(82, 700, [item, "the Cabinet in May."]),
        (60, 673, "2."),
        *set_lines(
            82,
            673,
            [
                f"{item} June.",
            ],
        ),
        *set_lines(60, 659.5, ["Why"]),
    ]
    assert read(make_pdf([page])).text == f"1. {item} the Cabinet in May.\n2. {item} June.\n\nWhy"
