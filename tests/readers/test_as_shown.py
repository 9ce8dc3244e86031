"""Words as a page shows them: struck through, in capitals, hints what to type, tables of contents, names of rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.readers import read_bytes

Files = Callable[..., bytes]
STRUCK = ("Words that are struck through were left out.",)


def run(words: str, mark: str = "") -> str:
    """Return a run of a Word document."""
    return f'<w:r><w:rPr>{mark}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def word(*runs: str) -> str:
    """Return the body of a Word document of one paragraph."""
    return f"<w:p>{''.join(runs)}</w:p>"


def odt_of(body: str, properties: str, make_odt: Files) -> bytes:
    """Return an OpenDocument text with a style M that has these properties of words."""
    style = f'<style:style style:name="M" style:family="text"><style:text-properties {properties}/></style:style>'
    return make_odt(body, automatic=style)


def test_words_struck_through_are_left_out_and_told(make_docx: Files, make_odt: Files, make_pdf: Files) -> None:
    body = word(run("It cost "), run("£3m", "<w:strike/>"), run("£4m in all."))
    odt = '<text:p>It cost <text:span text:style-name="M">£3m</text:span>£4m in all.</text:p>'
    files = {
        "a.docx": make_docx(body),
        "a.html": "<html><body><p>It cost <del>£3m</del>£4m in all.</p></body></html>".encode(),
        "b.html": '<p>It cost <span style="text-decoration: line-through">£3m</span>£4m in all.</p>'.encode(),
        "a.rtf": rb"{\rtf1\ansi It cost {\strike \'a33m}\'a34m in all.\par}",
        "a.odt": odt_of(odt, 'style:text-line-through-style="solid"', make_odt),
    }
    for name, data in files.items():
        reading = read_bytes(name, data)
        assert reading.text == "It cost £4m in all.", name
        assert reading.notes == STRUCK, name
    page = [(60, 700, "It cost"), (100, 700, "3m"), (120, 700, "4m in all.")]
    reading = read_bytes("a.pdf", make_pdf([page], drawn="98 703.5 m 116 703.5 l S 118 698.5 m 170 698.5 l S"))
    assert reading.text == "It cost 4m in all."
    assert reading.notes == STRUCK


def test_words_shown_in_capitals_are_so(make_docx: Files, make_odt: Files) -> None:
    odt = '<text:p><text:span text:style-name="M">Resolved</text:span> that it be noted.</text:p>'
    files = {
        "a.docx": make_docx(word(run("Resolved", "<w:caps/>"), run(" that it be noted."))),
        "a.html": b'<p><b style="text-transform: uppercase">Resolved</b> that it be noted.</p>',
        "a.rtf": rb"{\rtf1\ansi {\caps Resolved} that it be noted.\par}",
        "a.odt": odt_of(odt, 'fo:text-transform="uppercase"', make_odt),
    }
    for name, data in files.items():
        assert read_bytes(name, data).text == "RESOLVED that it be noted.", name


def test_a_hint_what_to_type_is_no_word_of_the_document(make_docx: Files) -> None:
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here to enter 1 or 2.')}"
    typed = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>"
    body = word(run("Posts: "), hint, "</w:sdtContent></w:sdt>") + word(run("Homes: "), typed)
    assert read_bytes("a.docx", make_docx(body)).text == "Posts:\n\nHomes: 12"


def test_a_table_of_contents_is_left_out(make_docx: Files, make_odt: Files, make_pdf: Files) -> None:
    style = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    entry = '<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>Reasons 12</w:t></w:r></w:p>'
    odt = "<text:table-of-content><text:index-body><text:p>Reasons 12</text:p></text:index-body>"
    rtf = rb"{\rtf1\ansi{\stylesheet{\s1 toc 1;}}\pard\s1 Reasons 12\par\pard There were 40.\par}"
    files = {
        "a.docx": make_docx(entry + word(run("There were 40.")), styles=style),
        "a.odt": make_odt(f"{odt}</text:table-of-content><text:p>There were 40.</text:p>"),
        "a.rtf": rtf,
    }
    for name, data in files.items():
        assert read_bytes(name, data).text == "There were 40.", name
    entries = [(60, 700, "Contents"), (60, 686, "Reasons ........... 12"), (60, 672, "Options"), (400, 672, "14")]
    reading = read_bytes("a.pdf", make_pdf([[*entries, (60, 640, "There were 40.")]]))
    assert reading.text == "There were 40."
    assert reading.notes == ("A table of contents was left out.",)


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.rtf", "a.odt", "a.pdf"])
def test_a_name_beside_several_rows_names_each_and_a_number_beside_them_stands_once(
    name: str, make_docx: Files, make_odt: Files, make_pdf: Files
) -> None:
    read = read_bytes(name, files_with_merged_cells(make_docx, make_odt, make_pdf)[name]).text
    assert read == ("Homes, 2018 | Places | 410\nHomes, 2018 | Cost | 1,350\n1,760 | Staff | 12\n| | Posts | 14")


def files_with_merged_cells(make_docx: Files, make_odt: Files, make_pdf: Files) -> dict[str, bytes]:
    """Return a table in each format whose first cells reach over two rows."""
    rows = [("Homes, 2018", "Places", "410"), ("", "Cost", "1,350"), ("1,760", "Staff", "12"), ("", "Posts", "14")]
    in_word, in_html, in_rtf, in_odt = "", "", "", ""
    placed, down = [], []
    for number, (first, *others) in enumerate(rows):
        merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
        in_word += f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{word(run(first))}</w:tc>"
        in_word += "".join(f"<w:tc>{word(run(each))}</w:tc>" for each in others) + "</w:tr>"
        in_html += (
            f"<tr>{f'<td rowspan=2>{first}</td>' if first else ''}{''.join(f'<td>{c}</td>' for c in others)}</tr>"
        )
        in_rtf += rf"\trowd\{'clvmgf' if first else 'clvmrg'}\cellx2000\cellx4000\cellx6000 "
        in_rtf += rf"\intbl {first}\cell {others[0]}\cell {others[1]}\cell\row "
        in_odt += "<table:table-row>" + (
            f'<table:table-cell table:number-rows-spanned="2"><text:p>{first}</text:p></table:table-cell>'
            if first
            else "<table:covered-table-cell/>"
        )
        in_odt += "".join(f"<table:table-cell><text:p>{each}</text:p></table:table-cell>" for each in others)
        in_odt += "</table:table-row>"
        top = 700 - 20 * number
        placed += [(x, top - 14, cell) for x, cell in zip((64, 164, 264), (first, *others), strict=True) if cell]
        down.append(f"{60 if number % 2 == 0 else 160} {top} m 360 {top} l S")
    down += ["60 620 m 360 620 l S", *(f"{x} 700 m {x} 620 l S" for x in (60, 160, 260, 360))]
    return {
        "a.docx": make_docx(f"<w:tbl>{in_word}</w:tbl>"),
        "a.html": f"<table>{in_html}</table>".encode(),
        "a.rtf": rf"{{\rtf1\ansi {in_rtf}\pard\par}}".encode(),
        "a.odt": make_odt(f"<table:table>{in_odt}</table:table>"),
        "a.pdf": make_pdf([placed], drawn=" ".join(down), size=9),
    }


def test_a_row_that_begins_further_in_keeps_its_columns(make_docx: Files) -> None:
    cell = "<w:tc>{}</w:tc>"
    row = "".join(cell.format(word(run(each))) for each in ("Homes", "2018", "410"))
    short = cell.format(word(run("412")))
    body = f'<w:tbl><w:tr>{row}</w:tr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{short}</w:tr></w:tbl>'
    assert read_bytes("a.docx", make_docx(body)).text == "Homes | 2018 | 410\n| |  | 412"
