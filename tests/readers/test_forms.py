"""Forms of councils: tables whose rows are the sections of a record, in every format that has tables."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.readers import read_bytes

sys.path[:0] = [str(Path(__file__).resolve().parent)]

from odt_package import odt_package  # noqa: E402 - the folder of tests is no package

EXTRACTOR = Extractor(assets.dictionary())
SECTIONS = [
    ("Date of meeting", ["12 March 2019"]),
    ("Title", ["Fostering review"]),
    ("Decision", ["1. the report be noted;", "2. £20,000 be set aside."]),
    ("Reasons for decision", ["To meet demand, which rose by 12%."]),
    ("Alternative options considered", ["None"]),
    ("Conflicts of interest", ["None"]),
]
NUMBERED = [[[f"{number}."], [heading], words] for number, (heading, words) in enumerate(SECTIONS, start=1)]
PLAIN = [[[heading], words] for heading, words in SECTIONS]
Rows = list[list[list[str]]]


def as_docx(rows: Rows) -> bytes:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, paragraphs in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(paragraphs[0])
            for words in paragraphs[1:]:
                cell.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_html(rows: Rows) -> bytes:
    def cell(paragraphs: list[str]) -> str:
        return "<td>" + "".join(f"<p>{words.replace('£', '&pound;')}</p>" for words in paragraphs) + "</td>"

    made = "".join("<tr>" + "".join(map(cell, row)) + "</tr>" for row in rows)
    return f"<html><body><table>{made}</table></body></html>".encode()


def as_rtf(rows: Rows) -> bytes:
    def row_of(row: list[list[str]]) -> str:
        edges = "".join(f"\\cellx{2000 * (number + 1)}" for number in range(len(row)))
        cells = ("\\par ".join(paragraphs).replace("£", "\\'a3") for paragraphs in row)
        return f"\\trowd{edges}" + "".join(f"\\pard\\intbl {cell}\\cell" for cell in cells) + "\\row "

    return ("{\\rtf1\\ansi\\ansicpg1252" + "".join(map(row_of, rows)) + "}").encode("ascii")


def as_odt(rows: Rows) -> bytes:
    def cell(paragraphs: list[str]) -> str:
        return "<table:table-cell>" + "".join(f"<text:p>{each}</text:p>" for each in paragraphs) + "</table:table-cell>"

    made = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    return odt_package(f"<table:table>{made}</table:table>")


FORMATS: dict[str, Callable[[Rows], bytes]] = {"docx": as_docx, "html": as_html, "rtf": as_rtf, "odt": as_odt}


@pytest.mark.parametrize("rows", [PLAIN, NUMBERED], ids=["two columns", "numbered"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_form_says_what_its_sections_say(suffix: str, rows: Rows) -> None:
    found = EXTRACTOR.extract(read_bytes(f"a.{suffix}", FORMATS[suffix](rows)).text)
    kinds = [section.kind.value for section in found.record.sections]
    assert kinds == ["title", "decision", "reasons", "alternatives", "conflicts"]
    assert found.record.title == "Fostering review"
    assert [(each.number, each.text) for each in found.record.resolutions] == [
        ("1", "the report be noted;"),
        ("2", "£20,000 be set aside."),
    ]
    assert [figure.quote for figure in found.figures] == ["£20,000", "12%"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_table_of_figures_with_numbered_rows_stays_a_table(suffix: str) -> None:
    rows = [[[f"{number}"], [team], [count]] for number, (team, count) in enumerate(_TEAMS, start=1)]
    assert "2 | South | 34" in read_bytes(f"a.{suffix}", FORMATS[suffix](rows)).text


_TEAMS = (("North", "12"), ("South", "34"), ("West", "56"), ("East", "78"))
