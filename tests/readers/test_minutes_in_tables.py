"""Minutes whose numbers stand in a column of their own, in every format, and those of sites of several programs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Reading
from crossfoot.readers import read_bytes
from crossfoot.readers.parting import parts_of

Files = Callable[..., bytes]
Items = list[tuple[str, list[str]]]

HEAD = ["Eastmere County Council", "CABINET", "Minutes of the meeting held on Tuesday 14 November 2023"]
ITEMS: Items = [
    ("CAB44/23", ["Apologies", "Councillor Hill had sent hers."]),
    ("CAB45/23", ["Fostering Update", "There were 187 children in foster care.", "RESOLVED that it be noted."]),
    ("CAB46/23", ["Road Programme", "In the year 42 schemes had been completed.", "RESOLVED that 18 be approved."]),
]
NAMES = ["a.docx", "a.html", "a.rtf", "a.odt", "a.pdf"]


def in_word(items: Items, make_docx: Files) -> bytes:
    def paragraph(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    rows = "".join(
        f"<w:tr><w:tc>{paragraph(number)}</w:tc><w:tc>{''.join(map(paragraph, said))}</w:tc></w:tr>"
        for number, said in items
    )
    return make_docx("".join(map(paragraph, HEAD)) + f"<w:tbl>{rows}</w:tbl>")


def in_html(items: Items) -> bytes:
    rows = "".join(
        f"<tr><td><b>{number}</b></td><td>{''.join(f'<p>{each}</p>' for each in said)}</td></tr>"
        for number, said in items
    )
    return f"<html><body>{''.join(f'<p>{each}</p>' for each in HEAD)}<table>{rows}</table></body></html>".encode()


def in_rtf(items: Items) -> bytes:
    rows = "".join(
        rf"\trowd\cellx1500\cellx9000\pard\intbl {number}\cell " + r"\par ".join(said) + r"\cell\row "
        for number, said in items
    )
    return rf"{{\rtf1\ansi {''.join(each + chr(92) + 'par ' for each in HEAD)}{rows}\pard\par}}".encode()


def in_odt(items: Items, make_odt: Files) -> bytes:
    def cell(*said: str) -> str:
        return f"<table:table-cell>{''.join(f'<text:p>{each}</text:p>' for each in said)}</table:table-cell>"

    rows = "".join(f"<table:table-row>{cell(number)}{cell(*said)}</table:table-row>" for number, said in items)
    return make_odt("".join(f"<text:p>{each}</text:p>" for each in HEAD) + f"<table:table>{rows}</table:table>")


def in_pdf(items: Items, make_pdf: Files) -> bytes:
    placed = [(60.0, 760.0 - 22 * number, each) for number, each in enumerate(HEAD)]
    y, edges = 680.0, [694.0]
    for number, said in items:
        placed.append((64.0, y, number))
        for each in said:
            placed.append((140.0, y, each))
            y -= 20
        edges.append(y + 12)
        y -= 4
    across = " ".join(f"60 {edge} m 480 {edge} l S" for edge in edges)
    down = " ".join(f"{x} {edges[0]} m {x} {edges[-1]} l S" for x in (60, 135, 480))
    return make_pdf([placed], drawn=f"{across} {down}", size=10)


def files_of(items: Items, make_docx: Files, make_odt: Files, make_pdf: Files) -> dict[str, bytes]:
    made = in_word(items, make_docx), in_html(items), in_rtf(items), in_odt(items, make_odt), in_pdf(items, make_pdf)
    return dict(zip(NAMES, made, strict=True))


def references(parts: tuple[Reading, ...]) -> list[str | None]:
    return [each.part.reference if each.part else None for each in parts]


@pytest.mark.parametrize("name", NAMES)
def test_numbers_beside_the_items_of_minutes_are_their_references(
    name: str, make_docx: Files, make_odt: Files, make_pdf: Files
) -> None:
    reading = read_bytes(name, files_of(ITEMS, make_docx, make_odt, make_pdf)[name])
    parts = parts_of(reading)
    assert references(parts) == ["CAB45/23", "CAB46/23"]
    assert "CAB45/23 Fostering Update" in parts[0].text
    assert "187 children" in parts[0].text
    assert "187 children" not in parts[1].text
    assert parts[0].part is not None
    assert reading.text[parts[0].part.start :].startswith("CAB45/23 Fostering Update")


@pytest.mark.parametrize("name", NAMES)
def test_numbers_beside_figures_are_no_items_of_minutes(
    name: str, make_docx: Files, make_odt: Files, make_pdf: Files
) -> None:
    rows = [("12", ["North"]), ("14", ["South"]), ("16", ["East, with the two sites of the year before"])]
    text = read_bytes(name, files_of(rows, make_docx, make_odt, make_pdf)[name]).text
    assert "12 | North\n14 | South\n16 | East" in text


def of_wordpress() -> str:
    said = "".join(
        f"<p><strong>{number} {title.upper()}</strong></p>" + "".join(f"<p>{each}</p>" for each in rest)
        for number, (title, *rest) in ITEMS
    )
    return (
        '<body class="single"><div id="masthead" class="site-header">Eastmere</div><div id="primary">'
        f'<article class="post"><div class="entry-meta">Posted on 20 November 2023 | 4 Comments</div>'
        f'<div class="entry-content">{"".join(f"<p>{each}</p>" for each in HEAD)}{said}</div></article></div>'
        '<div id="secondary" class="widget-area"><h2>Recent posts</h2><ul><li><a href="/1">12 bins</a></li></ul></div>'
    )


def of_drupal() -> str:
    said = "".join(
        f"<h2>{number}. {title}</h2>" + "".join(f"<p>{each}</p>" for each in rest)
        for number, (_, (title, *rest)) in enumerate(ITEMS, start=44)
    )
    return (
        '<body><header role="banner"><nav><ul><li><a href="/b">Bins</a></li></ul></nav></header><main role="main">'
        f"<article><h1>Cabinet minutes</h1><p>{'<br>'.join(HEAD)}</p>{said}<p>Last updated: 20 November 2023</p>"
        "</article></main><footer>Call us on 01632 960000</footer>"
    )


def of_jadu() -> str:
    said = "".join(
        f"<h3>Minute {number}: {title}</h3>" + "".join(f"<p>{each}</p>" for each in rest)
        for number, (title, *rest) in ITEMS
    )
    return (
        '<body><div class="container"><ol class="breadcrumb"><li><a href="/">Home</a></li></ol><div class="byEditor">'
        f"{''.join(f'<p>{each}</p>' for each in HEAD)}{said}</div></div>"
    )


@pytest.mark.parametrize(("page", "first"), [(of_wordpress, "CAB45/23"), (of_drupal, None), (of_jadu, "CAB45/23")])
def test_minutes_on_sites_of_several_programs_are_taken_apart(page: Callable[[], str], first: str | None) -> None:
    parts = parts_of(read_bytes("a.html", f"<html>{page()}</body></html>".encode()))
    assert len(parts) == 2
    assert references(parts)[0] == first
    for words in ("Comments", "bins", "01632", "Bins", "Home"):
        assert all(words not in part.text for part in parts)
    assert "187 children" in parts[0].text
    assert "42 schemes" in parts[1].text
