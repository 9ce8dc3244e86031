"""Plain text in any encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.model import BlockKind, WorldError
from crossfoot.readers import read_bytes

RECORD = "Cabinet – 3 March 2016\n\n• £5.51m was set aside, i.e. 12½ per cent.\n\nNone\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"],
)
def test_the_same_words_come_out_of_every_encoding(encoding: str) -> None:
    assert read_bytes("a.txt", RECORD.encode(encoding)).text == RECORD


def test_latin_1_with_a_byte_that_windows_does_not_know_is_read() -> None:
    assert "Café" in read_bytes("a.txt", "Café £3m\nplain words that go on and on\n".encode("latin-1") + b"\x81").text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_kind(ends: str) -> None:
    assert read_bytes("a.md", RECORD.replace("\n", ends).encode()).text == RECORD


def test_a_form_feed_becomes_a_blank_line() -> None:
    assert read_bytes("a.txt", b"across the team,\n\fequated to 25").text == "across the team,\n\nequated to 25"


@given(
    st.text(
        alphabet=st.characters(
            codec="utf-8",
            exclude_characters="\r\f\v\u2028\0\ufeff\ufffe\uffff\ufffd",
            exclude_categories=["Cc", "Cs", "Cn"],
        ),
        min_size=1,
    )
)
def test_characters_stay_as_they_are_and_blocks_lie_inside(text: str) -> None:
    text = "Cabinet agreed.\n" + text
    reading = read_bytes("a.txt", text.encode())
    assert reading.text == text
    for block in reading.blocks:
        assert block.span.cut(text).strip() == block.span.cut(text) != ""


def test_headings_items_rows_and_paragraphs_are_told_apart() -> None:
    reading = read_bytes("a.md", b"# Bins\n\nOne line\nand the next.\n\n1. first\n2. second\n\nA | B\n1 | 2\n")
    assert [(each.kind, each.span.cut(reading.text)) for each in reading.blocks] == [
        (BlockKind.HEADING, "# Bins"),
        (BlockKind.PARAGRAPH, "One line\nand the next."),
        (BlockKind.LIST_ITEM, "1. first"),
        (BlockKind.LIST_ITEM, "2. second"),
        (BlockKind.TABLE_ROW, "A | B"),
        (BlockKind.TABLE_ROW, "1 | 2"),
    ]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x7fELF" + bytes(4000), b"\x89PNG\r\n\x1a\n\x00\x01\x02\x03" * 50]
)
def test_bytes_that_are_no_text_give_one_sentence(data: bytes) -> None:
    with pytest.raises(WorldError, match=r"rubbish\.txt holds no text that can be read"):
        read_bytes("rubbish.txt", data)


def test_blanks_alone_give_one_sentence() -> None:
    with pytest.raises(WorldError, match=r"blank\.txt holds nothing but blanks"):
        read_bytes("blank.txt", b" \n\n ")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_dashes_quotes_and_pounds_are_read_in_the_encodings_of_windows_and_of_old_macs(encoding: str, end: str) -> None:
    words = "CABINET – 3 May 2018\n\nThe Council’s “budget” was £5.51m, the café’s included.\n"
    assert read_bytes("a.txt", words.replace("\n", end).encode(encoding)).text == words


def test_pounds_are_read_in_the_encoding_of_dos() -> None:
    words = "The budget was £5.51m, of which £1.2m was for the café.\n"
    assert read_bytes("a.txt", words.encode("cp850")).text == words


@pytest.mark.parametrize("words", ["A. ÓSCAR told of £3m – the rest’s in the report.", "Élan and naïve façades: 3½%."])
def test_letters_with_accents_in_a_text_of_windows_stay(words: str) -> None:
    assert read_bytes("a.txt", words.encode("cp1252")).text == words


def test_lines_that_end_in_a_sign_of_their_own_are_lines() -> None:
    assert (
        read_bytes("a.txt", "Decisions\x85\x851. Noted.\u20292. Kept.".encode()).text
        == "Decisions\n\n1. Noted.\n2. Kept."
    )
