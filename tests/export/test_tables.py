"""The workbook, the .csv and the .json hold all there is, with real numbers, and no formula of a stranger."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from crossfoot.export import Summary, write
from crossfoot.model import Presence
from crossfoot.model.assurance import SignOff
from crossfoot.model.wording import document_words


@pytest.fixture
def book(summary: Summary, tmp_path: Path) -> Any:
    write(summary, tmp_path / "summary.xlsx")
    return openpyxl.load_workbook(tmp_path / "summary.xlsx")


@pytest.fixture
def rows(summary: Summary, tmp_path: Path) -> list[dict[str, str]]:
    write(summary, tmp_path / "figures.csv")
    text = (tmp_path / "figures.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def whole(summary: Summary, tmp_path: Path) -> dict[str, Any]:
    write(summary, tmp_path / "summary.json")
    loaded: dict[str, Any] = json.loads((tmp_path / "summary.json").read_bytes())
    return loaded


def _records(sheet: Any) -> list[dict[str, Any]]:
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]


def test_the_workbook_has_a_sheet_for_each_kind_of_thing(book: Any) -> None:
    assert book.sheetnames == [
        "Summary",
        "Figures",
        "Findings",
        "Annotations",
        "Resolutions",
        "Undecided",
        "Journal",
    ]


def test_values_are_numbers_with_the_format_of_their_unit(book: Any) -> None:
    sheet = book["Figures"]
    formats = {row[3].value: (row[5].value, row[5].number_format) for row in sheet.iter_rows(min_row=2)}
    assert formats["£2.65m"] == (2650000, "[$£-809]#,##0")
    assert formats["87.5%"] == (87.5, '#,##0.0"%"')
    assert formats["812"] == (812, "#,##0")


def test_headings_stand_over_their_cells_and_words_apart_from_the_number_before_them(book: Any) -> None:
    sheet = book["Figures"]
    sides = {cell.value: (cell.alignment.horizontal, cell.alignment.indent) for cell in sheet[1]}
    assert sides["Value"] == ("right", 0)
    assert sides["Unit"] == ("left", 1)
    below = sheet[2][[cell.value for cell in sheet[1]].index("Indicator")].alignment
    assert (below.horizontal, below.indent) == ("left", 1)


def test_the_printed_value_stands_beside_the_corrected_one(book: Any) -> None:
    corrected = next(row for row in _records(book["Figures"]) if row["State"] == "corrected")
    assert (corrected["Printed value"], corrected["Value"]) == (856, 855)
    assert corrected["Corrected fields"] == "value 855"


def test_dates_of_the_workbook_are_dates(book: Any) -> None:
    first = _records(book["Figures"])[0]
    assert first["From"] == datetime(2024, 1, 31)  # noqa: DTZ001 - a workbook knows no zones
    assert first["Decided at"] == datetime(2024, 4, 2, 12, 0)  # noqa: DTZ001
    assert book["Summary"]["I7"].value == datetime(2024, 3, 14)  # noqa: DTZ001


def test_the_first_sheet_and_the_json_tell_which_record_is_signed(summary: Summary, tmp_path: Path) -> None:
    first, other = summary.documents
    signed = replace(first, sign_off=SignOff("d1", "AB", summary.exported_at, "Ann Bell", open_points=("one",)))
    both = replace(summary, documents=(signed, other))
    write(both, tmp_path / "signed.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "signed.xlsx")["Summary"]
    column = next(cell.column for cell in sheet[6] if cell.value == "Signed off")
    said = [sheet.cell(row, column).value for row in (7, 8)]
    assert said == ["Ann Bell, 2 Apr 2024, 1 open point", "not signed off"]
    write(both, tmp_path / "signed.json")
    told = [each["sign_off"] for each in json.loads((tmp_path / "signed.json").read_text("utf-8"))["documents"]]
    assert (told[0]["name"], told[0]["open_points"], told[1]) == ("Ann Bell", ["one"], None)


def test_every_table_is_filtered_and_its_headings_stay_in_view(book: Any) -> None:
    for name in book.sheetnames[1:]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref


def test_findings_and_undecided_lead_to_the_figure_and_call_it_by_its_number(book: Any) -> None:
    figures = book["Figures"]
    for undecided in book["Undecided"].iter_rows(min_row=2):
        target = figures[undecided[0].hyperlink.location.rpartition("!")[2]]
        row = {head.value: cell.value for head, cell in zip(figures[1], figures[target.row], strict=True)}
        assert str(row["No."]) == undecided[0].value
        assert (row["Printed"], row["Document"]) == (undecided[3].value, undecided[1].value)
    assert book["Undecided"]["D2"].value == "£2.4m"
    assert book["Findings"]["H2"].value == "1, 2, 3"
    assert book["Findings"]["H2"].hyperlink.location == "'Figures'!A2"


def test_a_finding_over_two_records_says_of_which_record_the_other_figure_is(summary: Summary, tmp_path: Path) -> None:
    first, other = summary.documents[:2]
    across = replace(first.findings[0], figures=(first.figures[0].id, other.figures[0].id))
    write(replace(summary, documents=(replace(first, findings=(across,)), other)), tmp_path / "two.xlsx")
    said = openpyxl.load_workbook(tmp_path / "two.xlsx")["Findings"]["H2"].value
    assert said == f"1, 1 of {document_words(other.document)}"


def test_a_finding_brings_its_working(book: Any) -> None:
    finding = _records(book["Findings"])[0]
    assert finding["Verdict"] == "worth checking"
    assert finding["Working"] == "812 + 43 = 855, printed 856"


def test_what_is_undecided_and_what_is_asked_are_listed(book: Any) -> None:
    rows = _records(book["Undecided"])
    assert [row["State"] for row in rows] == ["undecided", "undecided", "undecided", "queried"]
    assert rows[-1]["Open"] == "Is this the outturn at month 10 or 11?"


def test_text_that_looks_like_a_formula_stays_text_in_the_workbook(book: Any) -> None:
    for name in book.sheetnames[1:]:
        assert not [c.coordinate for row in book[name].iter_rows() for c in row if c.data_type == "f"], name
    assert "=1+1 does not foot" in [row["Reason"] for row in _records(book["Figures"])]


def test_the_counts_of_each_row_and_of_the_columns_add_up(book: Any, summary: Summary) -> None:
    sheet = book["Summary"]
    rows = [[cell.value for cell in row[1:8]] for row in sheet.iter_rows(min_row=7, max_row=8)]
    for found, *states, _ in rows:
        assert found == sum(states)
    assert sum(row[0] for row in rows) == summary.counts.found == 9
    assert sheet["B9"].value == "=SUM(B7:B8)"


def test_annotations_resolutions_and_journal_are_all_there(book: Any) -> None:
    assert _records(book["Annotations"])[0]["Comment"] == "Ask <finance> for the January return."
    assert [row["Number"] for row in _records(book["Resolutions"])] == ["1", "2"]
    assert [row["Did"] for row in _records(book["Journal"])] == ["confirm", "correct"]


def test_a_workbook_of_nothing_can_be_opened(summary: Summary, tmp_path: Path) -> None:
    empty = Summary("empty", summary.exported_at, (), summary.dictionary)
    write(empty, tmp_path / "empty.xlsx")
    assert openpyxl.load_workbook(tmp_path / "empty.xlsx")["Summary"]["B7"].value == 0


def test_a_cell_that_is_too_long_for_excel_is_cut_and_says_so(summary: Summary, tmp_path: Path) -> None:
    part = summary.documents[0]
    long = replace(part, annotations=(replace(part.annotations[0], comment="x" * 40_000),))
    write(replace(summary, documents=(long,)), tmp_path / "long.xlsx")
    comment = openpyxl.load_workbook(tmp_path / "long.xlsx")["Annotations"]["D2"].value
    assert len(comment) == 32_767
    assert comment.endswith("…")


def test_the_csv_has_one_row_for_each_figure_with_its_decision(rows: list[dict[str, str]]) -> None:
    assert len(rows) == 9
    corrected = next(row for row in rows if row["state"] == "corrected")
    assert (corrected["printed value"], corrected["value"], corrected["reviewer"]) == ("856", "855", "AB")
    assert rows[3]["quote"] == "£2.4m"
    assert rows[3]["value"] == "2400000"


def test_no_cell_of_the_csv_can_be_run_as_a_formula(rows: list[dict[str, str]]) -> None:
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}]
    assert rows[-1]["label"] == "'@SUM(A1)"
    assert rows[-1]["document"] == "'=1+1 <i>Title</i>"


def test_the_csv_starts_with_the_mark_that_makes_excel_read_utf8(summary: Summary, tmp_path: Path) -> None:
    write(summary, tmp_path / "figures.csv")
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,")


def test_the_json_holds_everything_and_its_counts_add_up(whole: dict[str, Any]) -> None:
    for counts in (whole["counts"], *(document["counts"] for document in whole["documents"])):
        states = ("undecided", "confirmed", "corrected", "rejected", "queried")
        assert counts["found"] == sum(counts[state] for state in states)
    first = whole["documents"][0]
    assert whole["counts"]["found"] == sum(len(document["figures"]) for document in whole["documents"])
    assert first["reference"] == "D240017"
    assert first["meeting_date"] == "2024-03-14"
    assert [resolution["number"] for resolution in first["resolutions"]] == ["1", "2"]
    assert first["annotations"][0]["tags"] == ["follow up"]
    assert first["findings"][0]["working"] == "812 + 43 = 855, printed 856"
    assert len(first["undecided"]) == 2
    assert whole["journal"][1]["reason"] == "does not foot"


def test_places_of_the_json_point_at_the_words_in_its_text(whole: dict[str, Any]) -> None:
    for document in whole["documents"]:
        for figure in document["figures"]:
            assert document["text"][figure["start"] : figure["end"]] == figure["quote"]


def test_a_corrected_figure_keeps_its_printed_value_and_tells_the_new_one_as_a_number(whole: dict[str, Any]) -> None:
    figure = next(f for f in whole["documents"][0]["figures"] if f["state"] == "corrected")
    assert figure["value"] == 856
    assert figure["corrected"] == {"value": 855}


def test_a_field_that_came_with_another_figure_is_no_correction_that_anybody_decided_on(
    summary: Summary, tmp_path: Path
) -> None:
    first, *others = summary.documents
    like = replace(first.figures[3], corrected={"indicator": ""})
    figures = tuple(like if figure.id == like.id else figure for figure in first.figures)
    changed = replace(summary, documents=(replace(first, figures=figures), *others))
    write(changed, tmp_path / "figures.csv")
    text = (tmp_path / "figures.csv").read_bytes().decode("utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(text, newline="")) if row["figure"] == like.id)
    assert (row["state"], row["corrected"]) == ("undecided", "indicator none (like another figure, not decided yet)")
    write(changed, tmp_path / "summary.html")
    page = (tmp_path / "summary.html").read_text("utf-8")
    assert "indicator changed like another figure, not decided yet" in page
    assert "corrected: indicator" not in page


def test_a_figure_that_newer_rules_no_longer_find_says_so_beside_its_decision(summary: Summary, tmp_path: Path) -> None:
    first, *others = summary.documents
    gone = replace(first.figures[0], presence=Presence.GONE)
    marked = replace(summary, documents=(replace(first, figures=(gone, *first.figures[1:])), *others))
    write(marked, tmp_path / "figures.csv")
    text = (tmp_path / "figures.csv").read_bytes().decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["origin"] == "found by the program; newer rules no longer find it"
    write(marked, tmp_path / "summary.html")
    assert "newer rules no longer find it" in (tmp_path / "summary.html").read_text("utf-8")
