"""Records on the pages of councils' sites: the page's own words stay out, the decision's own facts come in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.readers import read_bytes

sys.path.insert(0, str(Path(__file__).resolve().parent / "formats"))

from plain import blocks_of
from web_file import FACT_PAGES, as_html, as_site

EXTRACTOR = Extractor(assets.dictionary())
TITLE = "Children's Social Care Performance, Quarter 2 2016/17"
FACTS = {"title": TITLE, "meeting": "10/11/2016", "published": "14/11/2016", "effective": "22/11/2016"}
RECORD = """Cabinet considered a report on the performance of children's social care in quarter 2.

At 30 September 2016 there were 287 children in care, 12 more than a year before. Referrals rose from 410 in quarter 1
to 446 in quarter 2.

RESOLVED that:

1. the report be noted;
2. a further report be made in March 2017.

Reasons for the decision:

To keep Members informed of the 446 referrals.

Alternative options considered:

None.
"""


def text(html: str) -> str:
    return read_bytes("a.html", html.encode()).text


@pytest.mark.parametrize("page", FACT_PAGES)
def test_the_facts_that_a_page_prints_around_a_decision_are_those_of_the_record(page: str) -> None:
    found = EXTRACTOR.extract(read_bytes("a.html", as_site(blocks_of(RECORD), page, FACTS)).text)
    record = found.record
    assert (record.title, record.meeting_date) == (TITLE, date(2016, 11, 10))
    if page != "issue_history":  # which prints neither
        assert (record.proper_officer_date, record.call_in) == (date(2016, 11, 14), date(2016, 11, 22))
    assert [each.number for each in record.resolutions] == ["1", "2"]
    assert [str(each.value) for each in found.figures] == ["287", "12", "410", "446", "446"]


def test_the_number_of_an_item_in_minutes_is_no_figure() -> None:
    page = as_html(blocks_of(f"{TITLE}\n\n{RECORD}"), "minutes")
    found = EXTRACTOR.extract(read_bytes("a.html", page).text)
    assert [str(each.value) for each in found.figures] == ["287", "12", "410", "446", "446"]
    assert found.record.title == TITLE


def test_short_items_of_minutes_in_a_table_are_set_like_long_ones() -> None:
    rows = "".join(
        f"<tr><td><p>{number}.</p></td><td><p>{title}</p><p>Decision:</p><p>{words}</p></td></tr>"
        for number, title, words in ((12, "Referrals", "There were 446."), (13, "Budget", "It was set at £3.1m."))
    )
    page = f"<table><tr><th>No.</th><th>Item</th></tr>{rows}<tr><td>14.</td><td>Any other business</td></tr></table>"
    assert text(page) == (
        "12. Referrals\n\nDecision:\n\nThere were 446.\n\n13. Budget\n\nDecision:\n\nIt was set at £3.1m.\n\n"
        "14. Any other business"
    )
    found = [str(each.value) for each in EXTRACTOR.extract(text(page)).figures]
    assert found == ["446", "3100000.0"]


MATTER = "<p>The number of referrals stood at 172 in September, as Cabinet heard in some detail.</p>" * 4


def test_a_list_of_links_is_a_menu_whatever_it_is_called() -> None:
    links = "".join(f'<li><a href="/{n}">Decisions of {n}</a> ({n - 1999})</li>' for n in range(2012, 2016))
    assert text(f"<div class='xk12'><ul>{links}</ul></div>{MATTER}").startswith("The number of referrals")


def test_a_path_of_links_is_left_out_whatever_it_is_called() -> None:
    path = '<p>Now at: <a href="/">Home</a> &gt; <a href="/c">Council</a> &gt; Decision 1204</p>'
    assert text(path + MATTER).startswith("The number of referrals")


def test_a_link_in_a_sentence_and_a_title_that_is_a_link_stay() -> None:
    page = f'<h2><a href="/i">Referrals in 2016</a></h2><p>As <a href="/r">reported</a> on 3 May.</p>{MATTER}'
    assert text(page).startswith("Referrals in 2016\n\nAs reported on 3 May.")


def test_a_narrow_column_beside_the_record_is_left_out() -> None:
    side = "<div class='span3'><h3>Next meeting</h3><p>Thursday 12 January 2017</p></div>"
    page = f"<div class='row'>{side}<div class='span9'>{MATTER}</div></div>"
    assert "January" not in text(page)


def test_a_label_beside_its_value_becomes_a_row() -> None:
    page = "<div class='row'><div class='col-3'><b>Date of decision</b></div><div class='col-9'>10 May 2016</div></div>"
    assert text(page + MATTER).startswith("Date of decision | 10 May 2016\n\n")


def test_columns_of_an_old_page_beside_the_record_are_left_out() -> None:
    menu = '<td width=120><a href="#">Council</a><br><a href="#">Budget 2003</a></td>'
    news = "<td bgcolor=silver>Open day with 10 stalls<br><a href='#'>more</a></td>"
    page = f"<table><tr>{menu}<td>Referrals<br><br>{MATTER}</td>{news}</tr></table>"
    assert text(page).startswith("Referrals\n\nThe number")
    assert "stalls" not in text(page)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 14 March 2019",
        "This page was last reviewed on 3 April 2018",
        "Back to top",
        "Print this page",
        "© 2019 A Council",
        "Was this page useful? 31 of 40 people said yes.",
        "Printed from www.council.example on 3 June 2019 at 10:14",
    ],
)
def test_a_line_in_which_a_page_speaks_of_itself_is_left_out(line: str) -> None:
    assert line not in text(f"{MATTER}<p>{line}</p>")


@pytest.mark.parametrize("line", ["(c) That £60,000 be moved.", "Published: 3 June 2019", "Updated figures show 14."])
def test_a_line_of_the_record_that_only_begins_so_stays(line: str) -> None:
    assert text(f"{MATTER}<p>{line}</p>").endswith(line)


def test_the_form_and_size_of_a_file_are_no_words_of_the_record() -> None:
    assert text(f"{MATTER}<p>Referrals <a href='r.pdf'>report</a> PDF 123 KB</p>").endswith("Referrals report")


def test_a_list_of_files_is_left_out() -> None:
    files = "<ul><li><a href='documents/s1.pdf'>Report, 40 pages</a> <span>PDF 1 MB</span></li></ul>"
    assert "40" not in text(MATTER + files)


@pytest.mark.parametrize("label", ["<h3>Supporting papers</h3>", "<p><b>Accompanying documents:</b></p>"])
def test_the_label_of_a_list_of_files_is_left_out_with_it(label: str) -> None:
    files = "<ul><li><a href='documents/s1.pdf'>Report, 40 pages</a> <span>PDF 1 MB</span></li></ul>"
    assert text(MATTER + label + files).endswith("in some detail.")


def test_a_label_of_a_list_of_the_record_stays() -> None:
    items = "<ul><li>the report of 40 pages</li><li>the survey</li></ul>"
    assert "Cabinet heard of:\n\n- the report" in text(f"{MATTER}<p>Cabinet heard of:</p>{items}")


def test_a_date_in_a_heading_is_not_numbered() -> None:
    assert "\n\n30 March 2015\n\n" in text(f"{MATTER}<h3>30 March 2015</h3>{MATTER}")
    assert "\n\n30. Budget\n\n" in text(f"{MATTER}<h3>30 Budget</h3>{MATTER}")


def test_the_mark_of_a_footnote_is_no_digit_of_the_number_before_it() -> None:
    page = (
        "<p>There were 123<sup>1</sup> children, 45<sup><a href='#n2'>2</a></sup> of them on 13<sup>th</sup> May.</p>"
    )
    assert text(page) == "There were 123 children, 45 of them on 13th May."
    assert text("<p>A hall of 300 m<sup>2</sup> was let.</p>") == "A hall of 300 m2 was let."


def test_heads_feet_and_comments_of_a_page_saved_by_word_are_left_out() -> None:
    head = "<div style='mso-element:header'><p class=MsoHeader>Page 3 of 4</p></div>"
    comment = "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Is 40 right?</p></div></div>"
    assert text(f"<div class=WordSection1>{MATTER}</div>{head}{comment}").endswith("in some detail.")
