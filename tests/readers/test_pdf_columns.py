"""Columns, tables inside them, and what a line's end cuts, in PDF files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.readers import read_bytes

Pdf = Callable[..., bytes]
Lines = Callable[..., list[tuple[float, float, str]]]

LEFT = [
    "the families whom the service had seen in",
    "the year were fewer than it had planned for",
    "and their needs were greater than those of",
    "the year before, as members had been told",
    "in the autumn when the budget was set",
    "for the following year.",
]


def text(data: bytes) -> str:
    return read_bytes("a.pdf", data).text


def test_a_table_that_reaches_over_its_column_stays_in_it(make_pdf: Pdf, set_lines: Lines) -> None:
    rows = [("Team", "Posts", "Vacant"), ("North", "18.0", "1.0"), ("South", "42.0", "4.0"), ("East", "17.5", "2.0")]
    table = [
        (x, 600 - 14 * number, words)
        for number, row in enumerate(rows)
        for x, words in zip((50, 180, 262), row, strict=True)
    ]
    right = [f"right column line {number} goes on and" for number in range(6)]
    below = set_lines(50, 530, ["All of the teams were below their strength."])
    page = [*set_lines(50, 700, LEFT), *table, *below, *set_lines(312, 700, right)]
    found = text(make_pdf([page], size=10))
    assert "Team | Posts | Vacant\nNorth | 18.0 | 1.0\nSouth | 42.0 | 4.0\nEast | 17.5 | 2.0\n\nAll of" in found
    assert found.index("All of the teams") < found.index("right column line 0")


def test_the_columns_of_a_table_inside_a_column_are_no_columns_of_the_page(make_pdf: Pdf, set_lines: Lines) -> None:
    names = ["town hall", "market", "canal", "boilers", "play areas", "vehicles"] * 2
    rows = [
        (x, 600 - 14 * number, words)
        for number, name in enumerate(names)
        for x, words in ((50, name), (120, f"{number + 4},850"), (190, f"{number + 2},907"), (240, f"({number}) G"))
    ]
    right = [f"right column line {number} goes on and" for number in range(8)]
    page = [*set_lines(50, 700, LEFT), *rows, *set_lines(320, 700, right)]
    assert "market | 5,850 | 3,907 | (1) G\ncanal | 6,850" in text(make_pdf([page], size=10))


def test_numbers_that_stand_out_before_paragraphs_of_the_right_column_stay_with_them(
    make_pdf: Pdf, set_lines: Lines
) -> None:
    names = ["Placements", "Social work teams", "Early help hubs", "Transport", "Schools", "All services"]
    rows = [
        (x, 600 - 14 * number, words)
        for number, name in enumerate(names)
        for x, words in ((50, name), (160, f"{number + 4},850"), (215, f"{number + 2},907"), (270, f"({number}40)"))
    ]
    numbers = [("3.4", 0), ("4.", 2), ("4.1", 3), ("5.", 6), ("5.1", 7), ("6.", 10)]
    right = [f"words of the right column, line {number}" for number in range(13)]
    labels = [(320, 700 - 14 * line, label) for label, line in numbers]
    page = [*set_lines(50, 700, LEFT), *rows, *labels, *set_lines(351, 700, right)]
    found = text(make_pdf([page], size=10))
    assert "Early help hubs | 6,850 | 4,907 | (240)\nTransport | 7,850" in found
    assert found.index("All services") < found.index("3.4 words of the right column, line 0")


def test_a_short_last_column_is_found_by_the_strip_that_most_rows_leave_free(make_pdf: Pdf, set_lines: Lines) -> None:
    left = ["title: Early help", "meeting: 12 July", "officer: a name", "made: in full", *LEFT * 3]
    right = ["Reasons", "Help that comes early", "spares expense.", "Options", "None considered", "Conflicts"]
    found = text(make_pdf([[*set_lines(50, 700, left), *set_lines(320, 700, right)]]))
    assert found.index("for the following year.") < found.index("Reasons")


def test_the_words_of_a_close_head_stay_in_their_columns_over_several_lines(make_pdf: Pdf) -> None:
    heads = [
        *((60, 728, "Directorate"), (120, 728, "Budget"), (165, 728, "Forecast"), (219, 728, "Movement")),
        *((120, 715, "2018/19"), (219, 715, "since")),
        (219, 702, "Month 5"),
    ]
    rows = [
        (x, 686 - 14 * number, words)
        for number, cells in enumerate((("Adults", "61,204", "63,110", "212"), ("Place", "29,415", "29,001", "(60)")))
        for x, words in zip((60, 123, 178, 250), cells, strict=True)
    ]
    assert text(make_pdf([[*heads, *rows]])) == (
        "Directorate | Budget 2018/19 | Forecast | Movement since Month 5\n"
        "Adults | 61,204 | 63,110 | 212\nPlace | 29,415 | 29,001 | (60)"
    )


@pytest.mark.parametrize("dot", ["*", "•", "o", "–", "■", "➢"])
def test_list_items_with_a_dot_of_any_form_are_no_table(make_pdf: Pdf, dot: str) -> None:
    mark = dot if dot in "*•o–" else "*"
    page = [
        place
        for number, words in enumerate(("schools - 418", "health - 271", "others - 15"))
        for place in ((60, 700 - 16 * number, mark), (84, 700 - 16 * number, words))
    ]
    assert text(make_pdf([page])) == "- schools - 418\n- health - 271\n- others - 15"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("The income was £108,", "000 in the year.", "The income was £108,000 in the year."),
        ("The service took 3,", "004 calls in all.", "The service took 3,004 calls in all."),
        (
            "Members heard of the cases that came, and of the 298,",
            "214 were boys.",
            "Members heard of the cases that came, and of the 298, 214 were boys.",
        ),
        (
            "It was told that there had been 148 in quarter 1,",
            "168 in quarter 2.",
            "It was told that there had been 148 in quarter 1, 168 in quarter 2.",
        ),
    ],
)
def test_a_number_that_a_line_breaks_is_one_and_two_numbers_stay_two(
    make_pdf: Pdf, set_lines: Lines, above: str, below: str, whole: str
) -> None:
    longer = "Members heard at length from the head of service."
    assert text(make_pdf([set_lines(60, 700, [longer, above, below])])).endswith(whole)


def test_a_dash_inside_a_sentence_that_begins_a_line_is_no_list(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = ["Reference was made to the arrangements for the new 18", "- 25 pathway, and to the young carers in it."]
    assert text(make_pdf([set_lines(60, 700, lines)])) == " ".join(lines)


def test_a_short_name_in_brackets_that_begins_a_line_is_no_label(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = ["The quarter before, the Multi-Agency Child Exploitation", "(MACE) panel considered 28 children in all."]
    assert text(make_pdf([set_lines(60, 700, lines)])) == " ".join(lines)


def test_a_row_of_signs_is_no_part_of_the_heading_below_it(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = ["========================================", "D13/0207 LIBRARY REVIEW", "======================"]
    assert "\n\nD13/0207 LIBRARY REVIEW\n\n" in text(make_pdf([set_lines(60, 700, lines)]))


def test_a_number_that_ends_a_sentence_at_the_top_of_a_page_is_no_label(make_pdf: Pdf, set_lines: Lines) -> None:
    first = set_lines(60, 100, ["All of them had a place by the end of the month. Appeals lodged:"])
    second = set_lines(60, 780, ["143. Heard: 109. Upheld: 31."])
    assert text(make_pdf([first, second])).endswith("Appeals lodged: 143. Heard: 109. Upheld: 31.")


def test_the_head_of_a_table_that_is_printed_again_on_the_next_page_is_no_row(make_pdf: Pdf) -> None:
    def rows(y: float, *cells: tuple[str, str, str]) -> list[tuple[float, float, str]]:
        return [
            (x, y - 16 * number, words)
            for number, row in enumerate(cells)
            for x, words in zip((60, 200, 340), row, strict=True)
        ]

    head = ("Scheme", "Spend to 30/9", "Forecast")
    first = rows(120, head, ("Town hall", "1,907", "4,850"), ("Market", "588", "1,195"))
    second = rows(780, head, ("Canal", "2,216", "6,100"), ("Boilers", "701", "812"))
    assert text(make_pdf([first, second])) == (
        "Scheme | Spend to 30/9 | Forecast\nTown hall | 1,907 | 4,850\nMarket | 588 | 1,195\n"
        "Canal | 2,216 | 6,100\nBoilers | 701 | 812"
    )


RIGHT = [
    "the right column tells of the schools that",
    "had asked for more places in the spring and",
    "of the many parents who had been told that",
    "there were no places left in the whole of the",
    "town until the new building was opened in",
    "the summer of the year to come.",
]


def paragraph(lines: list[str]) -> str:
    return " ".join(lines)


def test_a_heading_between_columns_heads_both_of_those_below(make_pdf: Pdf, set_lines: Lines) -> None:
    above = [*set_lines(50, 730, LEFT), *set_lines(320, 730, RIGHT)]
    below = [*set_lines(50, 600, RIGHT), *set_lines(320, 600, LEFT)]
    found = text(make_pdf([[*above, (50, 627, "Finance"), *below]], bold=("Finance",)))
    assert found.split("\n\n") == [
        *map(paragraph, (LEFT, RIGHT)),
        "Finance",
        *map(paragraph, (RIGHT, LEFT)),
    ]


def test_a_heading_of_the_left_column_alone_stays_in_it(make_pdf: Pdf, set_lines: Lines) -> None:
    left = [*set_lines(50, 730, LEFT), (50, 627, "Finance"), *set_lines(50, 600, RIGHT)]
    right = set_lines(320, 730, [*LEFT[:-1], *RIGHT, *RIGHT])
    found = text(make_pdf([[*left, *right]], bold=("Finance",)))
    assert found.index("Finance") < found.index("the families", 10)


def test_a_heading_below_columns_heads_the_lines_across_the_page(make_pdf: Pdf, set_lines: Lines) -> None:
    across = ["The Treasurer reported to the Cabinet that the budget had been kept in all of the services of the"]
    page = [*set_lines(50, 730, LEFT), *set_lines(320, 730, RIGHT), (50, 627, "Finance"), *set_lines(50, 604, across)]
    assert text(make_pdf([page])).split("\n\n") == [paragraph(LEFT), paragraph(RIGHT), "Finance", paragraph(across)]


def test_a_table_goes_on_at_the_top_of_the_next_column(make_pdf: Pdf, set_lines: Lines) -> None:
    rows = [("Team", "Posts", "Vacant"), ("North", "18.0", "1.0"), ("South", "42.0", "4.0"), ("Total", "60.0", "5.0")]

    def placed(left: float, top: float, some: list[tuple[str, ...]]) -> list[tuple[float, float, str]]:
        steps = (0, 110, 190)
        return [(left + x, top - 14 * n, w) for n, row in enumerate(some) for x, w in zip(steps, row, strict=True)]

    left = [*set_lines(50, 730, LEFT * 2), *placed(50, 560, rows[:3])]
    right = [*placed(320, 730, rows[3:]), *set_lines(320, 700, RIGHT * 2)]
    found = text(make_pdf([[*left, *right]], size=10))
    assert "Team | Posts | Vacant\nNorth | 18.0 | 1.0\nSouth | 42.0 | 4.0\nTotal | 60.0 | 5.0\n\nthe right" in found


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("places for ages 11–", "18 in the new school", "ages 11–18 in"),
        ("the lease of Nos. 41-", "43 Church Street", "41-43 Church"),
        ("the accounts of 2016/", "17 were closed", "2016/17 were"),
        ("by the children’s services–", "schools board of it", "services–schools board"),
    ],
)
def test_a_line_broken_behind_a_dash_goes_on_without_a_blank(
    make_pdf: Pdf, set_lines: Lines, above: str, below: str, whole: str
) -> None:
    lines = ["the families whom the service had seen in the year were", f"many and the members heard of {above}", below]
    assert whole in text(make_pdf([set_lines(50, 700, lines)]))


def test_points_within_a_sentence_are_no_items_of_a_list(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = [
        "RESOLVED: (1) that the plan be sent to the Council on 15 July in its final form;",
        "(2) that a seminar be held for all of the Members about part 3 of the plan; and",
        "(3) that a report be made in a year.",
    ]
    assert text(make_pdf([set_lines(50, 700, lines)])) == " ".join(lines)


def test_a_letter_that_a_sentence_runs_on_to_is_no_label(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = [
        "Members would have the monthly report and the quarterly scorecard set out in Form",
        "B. At the end of February 12 of the 15 teams had been trained and had begun on it",
        "with the help of a grant.",
    ]
    assert text(make_pdf([set_lines(50, 700, lines)])) == " ".join(lines)


def test_a_heading_in_capitals_is_parted_from_the_words_right_below(make_pdf: Pdf, set_lines: Lines) -> None:
    lines = [
        "ALTERNATIVES THAT WERE CONSIDERED AND REJECTED BY CABINET",
        "Holding a tenth of the grant in reserve was rejected since it",
        "may be clawed back by the Department at the end of the year.",
    ]
    assert text(make_pdf([set_lines(50, 700, lines)])) == f"{lines[0]}\n\n{lines[1]} {lines[2]}"
