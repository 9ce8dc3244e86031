"""The HTML summary needs nothing else, hides nothing, lets no text become markup, and links both ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from crossfoot.export import Summary, write
from crossfoot.export.summary import PROMISE
from crossfoot.model.assurance import SignOff

NOON = datetime(2024, 4, 2, 12, 0)  # noqa: DTZ001 - the machine's own clock, so that the words are the same everywhere


@pytest.fixture
def source(summary: Summary, tmp_path: Path) -> str:
    write(summary, tmp_path / "summary.html")
    return (tmp_path / "summary.html").read_text(encoding="utf-8")


@pytest.fixture
def page(source: str) -> Any:
    return html.document_fromstring(source)


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_the_page_needs_no_script_no_picture_and_no_address(page: Any, source: str) -> None:
    assert not page.xpath("//script | //img | //link | //iframe | //object | //form")
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert "url(" not in source
    assert "@import" not in source
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_no_attribute_can_run_anything(page: Any) -> None:
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]


def test_text_of_a_hostile_record_stays_text(page: Any) -> None:
    body = _words(page.body)
    assert '<script>alert("12 cases")</script>' in body
    assert "<img src=x>.txt" in body
    assert "Ask <finance> for the January return." in body
    assert _words(page.xpath("//h1")[0]) == "Spring <checks>"


def test_every_number_of_the_table_leads_to_its_place_and_back(page: Any, summary: Summary) -> None:
    for part in summary.documents:
        for figure in part.figures:
            row = page.get_element_by_id(f"row-{figure.id}")
            (link,) = row.xpath(".//td[@class='printed']/a/@href")
            place = page.get_element_by_id(link.removeprefix("#"))
            lit = place.getnext()
            assert lit.get("href") == f"#row-{figure.id}"


def test_every_link_arrives_somewhere_once(page: Any) -> None:
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= set(names)


def test_each_figure_is_lit_with_its_state_in_word_and_sign(page: Any) -> None:
    lit = {
        (a.text_content(), a.get("title"), a.get("data-beside")) for a in page.xpath("//a[starts-with(@class,'lit')]")
    }
    assert ("812", "confirmed", "✓") in lit
    assert ("856", "corrected", "✎ 855") in lit
    assert ("£2.4m", "undecided", "○") in lit
    assert ("£2.65m", "queried", "?") in lit
    assert ("4 shows", "rejected", "✗") in lit


def test_the_words_of_the_record_are_all_there_and_unchanged(page: Any, summary: Summary) -> None:
    for record, part in zip(page.xpath("//div[@class='record']"), summary.documents, strict=True):
        assert _words(record) == " ".join(part.document.text.split())


def test_a_mark_that_covers_figures_is_shown_around_them(page: Any) -> None:
    marked = page.xpath("//mark[@class='green']")
    assert "".join(mark.text_content() for mark in marked) == "grown by 43 to 856"
    assert marked[0].get("id") == "mark-a1"
    assert marked[0].get("title") == "Ask <finance> for the January return."


def test_the_counts_add_up_in_every_row(page: Any) -> None:
    (table,) = page.xpath("//section//table")
    totals = []
    for row in table.xpath(".//tbody/tr | .//tfoot/tr"):
        found, *states, _ = (int(cell.text_content()) for cell in row.xpath("./td[@class='number']"))
        assert found == sum(states)
        totals.append(found)
    assert totals == [8, 1, 9]
    assert _words(page.xpath("//section/h2")[0]) == "6 of 9 figures checked"


def test_the_first_table_tells_council_and_signature_of_each_record(summary: Summary, tmp_path: Path) -> None:
    first, other = summary.documents
    signed = replace(first, sign_off=SignOff("d1", "AB", NOON, "Ann Bell", open_points=("one", "two")))
    write(replace(summary, documents=(signed, other)), tmp_path / "signed.html")
    page = html.document_fromstring((tmp_path / "signed.html").read_text(encoding="utf-8"))
    (table,) = page.xpath("//section//table")
    heads = [_words(head) for head in table.xpath("./thead//th")]
    cells = [[_words(cell) for cell in row.xpath("./td")] for row in table.xpath("./tbody/tr | ./tfoot/tr")]
    rows = [dict(zip(heads, row, strict=True)) for row in cells]
    assert [row["Council"] for row in rows] == ["Westermere District Council", "not stated", ""]
    assert [row["Signed off"] for row in rows] == ["Ann Bell, 2 Apr 2024, 2 open points", "not signed off", "1 of 2"]


def test_it_says_what_it_can_and_cannot_promise(page: Any) -> None:
    assert _words(page.xpath("//header/p[@class='promise']")[0]) == PROMISE


def test_decisions_reasons_reviewer_and_time_stand_in_the_row(page: Any, summary: Summary) -> None:
    corrected = summary.documents[0].figures[2]
    words = _words(page.get_element_by_id(f"row-{corrected.id}"))
    for part in ("✎ corrected", "856", "855", "as at 29 Feb 2024", "=1+1 does not foot", "AB", "2 Apr 2024, 12:00"):
        assert part in words


def test_findings_show_their_working_with_links_to_the_figures(page: Any) -> None:
    first, second = page.xpath("//article[1]//li[@class='finding']")
    assert "worth checking" in _words(first)
    assert "812 + 43 = 855, printed 856" in _words(first)
    assert len(first.xpath(".//a")) == 3
    assert "holds" in _words(second)
    assert len(second.xpath(".//a")) == 3


def test_what_is_undecided_is_listed_and_nothing_else(page: Any) -> None:
    first, second = (article.xpath(".//li[@class='open']") for article in page.xpath("//article"))
    assert [_words(item.xpath(".//a")[0]) for item in first] == ["£2.4m", "£250k", "£2.65m"]
    assert len(second) == 1


def test_record_facts_are_stated_and_what_is_missing_is_said(page: Any) -> None:
    first, second = (_words(article.xpath("./dl")[0]) for article in page.xpath("//article"))
    for part in ("Westermere District Council", "14 Mar 2024", "22 Mar 2024", "18 Mar 2024", "D240017", "ab" * 32):
        assert part in first
    assert second.count("not stated") == 5
    assert "Page 2 has <no> text." in second


def test_annotations_resolutions_and_journal_are_there(page: Any) -> None:
    body = _words(page.body)
    assert "comment by AB, 2 Apr 2024, 12:00" in body
    assert "a further report be made in June." in body
    assert "What was done: 2 steps" in body


def test_it_has_colours_for_dark_rooms_and_for_paper(source: str) -> None:
    assert "prefers-color-scheme: dark" in source
    assert "@media print" in source


def test_a_summary_of_nothing_is_a_page_that_says_so(summary: Summary, tmp_path: Path) -> None:
    write(Summary("empty", summary.exported_at, (), summary.dictionary), tmp_path / "empty.html")
    assert "No figures were found" in (tmp_path / "empty.html").read_text(encoding="utf-8")
