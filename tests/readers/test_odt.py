"""OpenDocument texts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from crossfoot.model import BlockKind, WorldError
from crossfoot.readers import read_bytes

MakeOdt = Callable[..., bytes]


def text(data: bytes) -> str:
    return read_bytes("a.odt", data).text


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def item(*inside: str, start: str = "") -> str:
    return f"<text:list-item {start}>{''.join(inside)}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L1"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def level(depth: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" {more}/>'


L1 = (
    '<text:list-style style:name="L1">' + level(1, "1", 'style:num-suffix="."')
    + level(2, "a", 'style:num-prefix="(" style:num-suffix=")"')
    + level(3, "i", 'text:display-levels="2" style:num-suffix="."')
    + "</text:list-style>"
)  # fmt: skip


def test_paragraphs_headings_lists_and_tables_come_in_reading_order(make_odt: MakeOdt) -> None:
    dots = '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell>{}</table:table-cell>"
    head = row.format(cell.format(p("Team")) + cell.format(p("Feb")))
    body = row.format(cell.format(p("North")) + cell.format(p("24.9")))
    table = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>"
    heading = '<text:h text:outline-level="2">Teams</text:h>'
    more = 'text:style-name="L2"'
    reading = read_bytes("a.odt", make_odt(heading + table + listed(item(p("dot")), more=more) + p("After."), dots))
    assert reading.text == "Teams\n\nTeam | Feb\nNorth | 24.9\n\n- dot\n\nAfter."
    assert [each.kind for each in reading.blocks][:2] == [BlockKind.HEADING, BlockKind.TABLE_ROW]
    assert reading.blocks[0].level == 2


def test_numbers_follow_levels_and_start_anew_inside_each_item(make_odt: MakeOdt) -> None:
    inner = listed(item(p("b")), item(p("c"), listed(item(p("d")), more="")), more="")
    body = listed(item(p("a"), inner), item(p("e"), listed(item(p("f")), more="")))
    assert text(make_odt(body, L1)).split("\n") == [
        "1. a", "   (a) b", "   (b) c", "      b.i. d", "2. e", "   (a) f",
    ]  # fmt: skip


def test_a_list_starts_where_it_says_and_another_one_starts_anew(make_odt: MakeOdt) -> None:
    body = listed(item(p("a"), start='text:start-value="4"'), item(p("b"))) + p("between") + listed(item(p("c")))
    assert text(make_odt(body, L1)) == "4. a\n5. b\n\nbetween\n\n1. c"


@pytest.mark.parametrize("how", ['text:continue-numbering="true"', 'text:continue-list="one"'])
def test_a_list_that_continues_another_goes_on_counting(make_odt: MakeOdt, how: str) -> None:
    first = listed(item(p("a")), item(p("b")), more='xml:id="one" text:style-name="L1"')
    body = first + p("between") + listed(item(p("c")), more=f'text:style-name="L1" {how}')
    assert text(make_odt(body, L1)).endswith("\n\n3. c")


def test_a_list_header_and_a_second_paragraph_of_an_item_have_no_number(make_odt: MakeOdt) -> None:
    body = listed(f"<text:list-header>{p('Head')}</text:list-header>", item(p("a"), p("more")), item(p("b")))
    assert text(make_odt(body, L1)) == "Head\n\n1. a\n\nmore\n\n2. b"


def test_headings_are_numbered_by_their_outline(make_odt: MakeOdt) -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    heads = (("a", 1), ("b", 2), ("c", 2), ("d", 1))
    body = "".join(f'<text:h text:outline-level="{depth}">{words}</text:h>' for words, depth in heads)
    assert text(make_odt(body, styles=outline)) == "1. a\n\n1.1 b\n\n1.2 c\n\n2. d"


def test_tracked_deletions_comments_and_hidden_words_are_left_out(make_odt: MakeOdt) -> None:
    hidden = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    gone = f"<text:tracked-changes><text:changed-region><text:deletion>{p('154')}</text:deletion>"
    gone += "</text:changed-region></text:tracked-changes>"
    words = (
        'There were <text:change-start/>211<text:change-end/><text:span text:style-name="T1"> secret</text:span>'
        f"<office:annotation>{p('Is this so?')}</office:annotation> referrals"
    )
    reading = read_bytes("a.odt", make_odt(gone + p(words), hidden))
    assert reading.text == "There were 211 referrals"
    assert reading.notes == ("Comment by somebody not named: Is this so?",)


def test_blanks_tabs_line_breaks_text_boxes_and_notes(make_odt: MakeOdt) -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Estimated.')}</text:note-body>"
    box = f"<draw:frame><draw:text-box>{p('In the box')}</draw:text-box></draw:frame>"
    words = f'a\n  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e{note}</text:note>{box}'
    assert text(make_odt(p(words))) == "a b  c\td\ne\n\nIn the box\n\nFootnote 1: Estimated."


def test_covered_cells_keep_the_columns(make_odt: MakeOdt) -> None:
    cells = f"<table:table-cell>{p('Team')}</table:table-cell><table:covered-table-cell/>"
    cells += f"<table:table-cell>{p('Feb')}</table:table-cell>"
    other = "".join(f"<table:table-cell>{p(words)}</table:table-cell>" for words in ("North", "1", "24.9"))
    rows = f"<table:table-row>{cells}</table:table-row><table:table-row>{other}</table:table-row>"
    assert text(make_odt(f"<table:table>{rows}</table:table>")) == "Team |  | Feb\nNorth | 1 | 24.9"


def test_pictures_and_objects_are_told(make_odt: MakeOdt) -> None:
    frames = "<draw:frame><draw:image/></draw:frame>" * 2 + "<draw:frame><draw:object/><draw:image/></draw:frame>"
    assert read_bytes("a.odt", make_odt(p("words" + frames))).notes == (
        "2 pictures in the document were not read.",
        "An embedded object in the document was not read.",
    )


def test_damaged_protected_and_trapped_files_give_one_sentence(make_odt: MakeOdt) -> None:
    data = make_odt(p("words"))
    with pytest.raises(WorldError, match=r"^half\.odt is damaged or only half written"):
        read_bytes("half.odt", data[: len(data) // 2])
    protected = make_odt(p("words"), **{"META-INF/manifest.xml": b"<m:encryption-data/>"})
    with pytest.raises(WorldError, match="protected by a password"):
        read_bytes("a.odt", protected)
    with pytest.raises(WorldError, match=r"^empty\.odt holds no words"):
        read_bytes("empty.odt", make_odt(""))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    with pytest.raises(WorldError, match="would unpack to far more"):
        read_bytes("bomb.odt", out.getvalue())
