"""Rich Text Format."""

from __future__ import annotations

import pytest

from crossfoot.model import BlockKind, WorldError
from crossfoot.readers import read_bytes

FONTS = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset238 Times CE;}}"


def rtf(body: str) -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{FONTS}{body}}}".encode("latin-1")


def text(body: str) -> str:
    return read_bytes("a.rtf", rtf(body)).text


def row(*cells: str, edges: tuple[int, ...] = (1000, 2000, 3000)) -> str:
    definition = "\\trowd" + "".join(f"\\cellx{edge}" for edge in edges)
    return definition + "".join(f"\\pard\\intbl {cell}\\cell" for cell in cells) + "\\row "


def test_paragraphs_headings_lists_and_tables_come_in_reading_order() -> None:
    sheet = "{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 2;}{\\*\\cs2 Strong;}}"
    body = (
        "\\pard\\s1 Teams\\par" + row("Team", "", "Feb") + row("North", "1", "24.9") + "\\pard Between.\\par"
        "\\pard{\\listtext\\pard\\plain\\f1\\'b7\\tab}\\ls1 dot\\par"
        "\\pard{\\pntext 1.\\tab}first\\par\\pard{\\listtext (a)\\tab}\\ilvl1\\ls1 inner\\par"
    )
    reading = read_bytes("a.rtf", rtf(sheet + body))
    assert reading.text == "Teams\n\nTeam |  | Feb\nNorth | 1 | 24.9\n\nBetween.\n\n- dot\n1. first\n   (a) inner"
    assert [each.kind for each in reading.blocks][:2] == [BlockKind.HEADING, BlockKind.TABLE_ROW]
    assert reading.blocks[0].level == 2


def test_a_wide_cell_keeps_the_columns() -> None:
    body = row("Team", "Feb", edges=(2010, 3000)) + row("North", "1", "24.9", edges=(1000, 2000, 3000))
    assert text(body) == "Team |  | Feb\nNorth | 1 | 24.9"


def test_a_table_inside_a_cell_is_read_row_by_row() -> None:
    nested = "\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}"
    body = f"{nested}\\pard\\intbl after\\cell\\pard\\intbl c\\cell\\row\\pard end\\par"
    assert text(body) == "a | b\n\nafter\n\nc\n\nend"


def test_signs_of_every_kind_of_writing_are_read() -> None:
    assert text("\\'a35.51m \\u8211? \\u163\\'a35m \\f2 \\'e8\\f0 \\endash\\~x\\_y\\-z \\{\\}") == (
        "£5.51m – £5m č–\u00a0x-yz {}".replace("\u00a0", " ")
    )
    assert text("\\uc2\\u8364 ??5 \\u-10179?\\uc1\\u-8704?") == "€5 😀"


def test_deleted_and_hidden_words_comments_heads_and_fields_are_left_out() -> None:
    body = (
        "{\\header Head of the page\\par}There were {\\revised 211}{\\deleted 154}{\\v secret} referrals"
        '{\\field{\\*\\fldinst HYPERLINK "http://example.org"}{\\fldrslt  here}}'
        "{\\*\\atnid A}{\\*\\annotation Is this so?}{\\*\\bkmkstart mark}\\par "
        "one {\\deleted\\par}two"
    )
    reading = read_bytes("a.rtf", rtf(body))
    assert reading.text == "There were 211 referrals here\n\none two"
    assert reading.notes == ("Comment by somebody not named: Is this so?",)


def test_text_boxes_stand_behind_their_paragraph_and_notes_at_the_end() -> None:
    box = "{\\shp{\\*\\shpinst{\\sp{\\sn wz}{\\sv x}}{\\shptxt \\pard In the box\\par}}{\\shprslt again}}"
    body = f"Before{{\\footnote \\pard Estimated.\\par}}{box} after{{\\footnote\\ftnalt Late.}}\\par Next\\par"
    assert text(body) == "Before after\n\nIn the box\n\nNext\n\nFootnote 1: Estimated.\n\nEndnote 1: Late."


def test_pictures_and_objects_are_told_and_binary_data_is_passed_over() -> None:
    body = (
        "words{\\*\\shppict{\\pict\\bin4 }{}}}}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 00}{\\result{\\pict 0}}}"
    )
    reading = read_bytes("a.rtf", rtf(body))
    assert reading.text == "words"
    assert reading.notes == (
        "A picture in the document was not read.",
        "An embedded object in the document was not read.",
    )


def test_it_is_known_by_its_first_bytes_under_another_ending_too() -> None:
    assert read_bytes("a.doc", rtf("words")).reader == "rtf"


@pytest.mark.parametrize("data", [b"words", rtf("words")[:-1], b"{\\rtf1 " + b"{" * 5000, rtf("")[:40]])
def test_half_a_file_gives_one_sentence(data: bytes) -> None:
    with pytest.raises(WorldError, match=r"^half\.rtf is damaged or only half written"):
        read_bytes("half.rtf", data)


def test_a_file_without_words_gives_one_sentence() -> None:
    with pytest.raises(WorldError, match=r"^empty\.rtf holds no words"):
        read_bytes("empty.rtf", rtf("\\par\\par"))
