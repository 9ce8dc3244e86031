"""Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from crossfoot.model import BlockKind, WorldError
from crossfoot.readers import read_bytes

WordFile = Callable[[Callable[[docx.document.Document], object]], bytes]


def text(data: bytes) -> str:
    return read_bytes("a.docx", data).text


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def numbered(words: str, number: int = 1, level: int = 0, style: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{style}{place}</w:pPr>{run(words)}</w:p>"


def level(depth: int, form: str, pattern: str, start: int = 1, more: str = "") -> str:
    form = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{depth}">{form}</w:lvl>'


def test_paragraphs_headings_lists_and_tables_come_in_reading_order(word_file: WordFile) -> None:
    def build(document: docx.document.Document) -> None:
        document.add_heading("Eastmere Council", 1)
        document.add_paragraph("Before.")
        table = document.add_table(2, 2)
        for row in range(2):
            for column in range(2):
                table.cell(row, column).text = f"r{row}c{column}"
        document.add_paragraph("dot", style="List Bullet")
        for words in ("first", "second"):
            document.add_paragraph(words, style="List Number")
        document.sections[0].header.paragraphs[0].text = "Head of the page"

    reading = read_bytes("a.docx", word_file(build))
    assert reading.text == "Eastmere Council\n\nBefore.\n\nr0c0 | r0c1\nr1c0 | r1c1\n\n- dot\n1. first\n2. second"
    assert reading.blocks[0].kind is BlockKind.HEADING
    assert [each.span.cut(reading.text) for each in reading.blocks][-1] == "2. second"


def test_a_tab_behind_a_typed_label_is_no_edge_of_a_table(word_file: WordFile) -> None:
    def build(document: docx.document.Document) -> None:
        for words in ("1.\tthe report be noted.", "(a)\t£5m be spent;", "4.2\tThe service", "Status\tApproved"):
            document.add_paragraph(words)

    assert text(word_file(build)) == (
        "1. the report be noted.\n\n(a) £5m be spent;\n\n4.2 The service\n\nStatus\tApproved"
    )


def test_a_row_whose_first_cell_is_empty_keeps_its_columns(word_file: WordFile) -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(2, 3)
        for row, cells in enumerate((("", "2011/12", "2012/13"), ("Grant", "64", "71"))):
            for column, words in enumerate(cells):
                table.cell(row, column).text = words

    assert text(word_file(build)) == "| | 2011/12 | 2012/13\nGrant | 64 | 71"


def test_tracked_insertions_count_and_deletions_do_not(make_docx: Callable[..., bytes]) -> None:
    body = (
        f"<w:p>{run('There were ')}<w:ins>{run('211')}</w:ins><w:del><w:r><w:delText>154</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run(' old')}</w:moveFrom><w:moveTo>{run(' referrals')}</w:moveTo></w:p>"
    )
    assert text(make_docx(body)) == "There were 211 referrals"


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next(make_docx: Callable[..., bytes]) -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('one ')}</w:p><w:p>{run('two')}</w:p>"
    assert text(make_docx(body)) == "one two"


def test_numbers_follow_levels_starts_and_restarts(make_docx: Callable[..., bytes]) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")
        + level(2, "lowerRoman", "%1.%2.%3") + '</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )  # fmt: skip
    body = (
        numbered("a") + numbered("b", level=1) + numbered("c", level=1) + numbered("d", level=2) + numbered("e")
        + numbered("f", level=1) + numbered("g", number=2) + numbered("h", number=2) + numbered("i")
    )  # fmt: skip
    assert text(make_docx(body, numbering=numbering)).split("\n") == [
        "1. a", "   (a) b", "   (b) c", "      1.b.i d", "2. e", "   (a) f", "1. g", "2. h", "3. i",
    ]  # fmt: skip


def test_numbers_come_from_styles_too(make_docx: Callable[..., bytes]) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "upperRoman", "%1)", start=4) + "</w:abstractNum>"
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="Base"><w:name w:val="Base"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/></w:style>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>{run("four")}</w:p>' * 2
    assert text(make_docx(body, numbering=numbering, styles=styles)) == "IV) four\nV) four"


def test_text_boxes_hidden_words_fields_and_footnotes(make_docx: Callable[..., bytes]) -> None:
    content = f"<w:txbxContent><w:p>{run('In the box')}</w:p></w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{content}</v:textbox></w:pict></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    fields = "<w:r><w:instrText>PAGE 7</w:instrText></w:r>"
    notes = f'<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote><w:p>{run("Estimated.")}</w:p></w:footnote>'
    body = f"<w:p>{run('Before')}{box}{hidden}{fields}<w:r><w:tab/></w:r>{run('after')}</w:p>"
    assert text(make_docx(body, footnotes=notes)) == "Before\tafter\n\nIn the box\n\nFootnote 1: Estimated."


def test_comments_are_told_as_their_authors_and_stay_out_of_the_text(make_docx: Callable[..., bytes]) -> None:
    body = (
        f'<w:p>{run("There were ")}<w:commentRangeStart w:id="3"/>{run("211")}<w:del>{run("9")}</w:del>'
        f'{run(" referrals")}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>{run(".")}</w:p>'
    )
    comments = (
        f'<w:comment w:id="3" w:author="A. Smith"><w:p>{run("Is this right?")}</w:p></w:comment>'
        f'<w:comment w:id="4"><w:p>{run("To be seen.")}</w:p></w:comment>'
    )
    reading = read_bytes("a.docx", make_docx(body, comments=comments))
    assert reading.text == "There were 211 referrals."
    assert reading.notes == (
        "Comment by A. Smith on “211 referrals”: Is this right?",
        "Comment by somebody not named: To be seen.",
    )


def test_merged_cells_keep_the_columns(make_docx: Callable[..., bytes]) -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p>{run(words)}</w:p></w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{cell('Team', wide)}{cell('Feb')}</w:tr>"
        f"<w:tr>{cell('North')}{cell('1')}{cell('24.9')}</w:tr></w:tbl>"
    )
    assert text(make_docx(body)) == "Team |  | Feb\nNorth | 1 | 24.9"


def test_half_a_file_gives_one_sentence(word_file: WordFile) -> None:
    data = word_file(lambda document: document.add_paragraph("words"))
    for cut in (10, len(data) // 3, len(data) - 30):
        with pytest.raises(WorldError, match=r"^half\.docx is damaged or only half written"):
            read_bytes("half.docx", data[:cut])


def test_a_zip_bomb_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    with pytest.raises(WorldError, match="would unpack to far more"):
        read_bytes("bomb.docx", out.getvalue())


def test_entities_in_a_package_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><document><body>&a;</body></document>')
    with pytest.raises(WorldError, match="declares entities"):
        read_bytes("trap.docx", out.getvalue())


def test_a_protected_or_old_word_file_is_named_as_such() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(WorldError, match="old Word format"):
        read_bytes("a.doc", old)
    with pytest.raises(WorldError, match="protected by a password"):
        read_bytes("a.docx", old + "EncryptedPackage".encode("utf-16-le"))


def test_a_document_without_words_gives_one_sentence(word_file: WordFile) -> None:
    with pytest.raises(WorldError, match=r"^empty\.docx holds no words"):
        read_bytes("empty.docx", word_file(lambda _: None))
