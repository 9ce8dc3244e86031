"""Web pages."""

from __future__ import annotations

import pytest

from crossfoot.model import BlockKind, WorldError
from crossfoot.readers import read_bytes


def text(html: str) -> str:
    return read_bytes("a.html", html.encode()).text


def test_menus_heads_feet_scripts_and_hidden_parts_are_left_out() -> None:
    page = """<html><head><title>Page</title><style>p {}</style></head><body>
      <header><a href="/">Home</a></header><nav>Menu</nav><div class="breadcrumb">You are here</div>
      <div id="content"><h1>Bins</h1><p>Kept words.</p><p hidden>Hidden</p><span style="display: none">x</span>
      <script>alert(1)</script></div><div role="navigation">More</div><footer>Contact</footer></body></html>"""
    assert text(page) == "Bins\n\nKept words."


def test_a_page_with_a_main_part_gives_that_part() -> None:
    words = "The plan was kept by all members of the Cabinet. " * 6
    assert text(
        f"<body><div>Around it</div><main><header><h1>Bins</h1></header><p>{words}</p></main></body>"
    ).startswith("Bins\n\nThe")


def test_what_stands_around_a_named_part_with_the_matter_is_left_out() -> None:
    words = "<p>The number of referrals stood at 172 in September, as Cabinet heard.</p>" * 4
    page = f"""<body><a class="skip-link" href="#content">Skip to 1 main content</a>
      <div class="cookie-banner"><p>We keep 9 cookies.</p></div><div class="row"><div class="col" id="content">
      <h1>Referrals</h1>{words}</div><div class="more">12 things to know</div></div>
      <div class="feedback">8 of 10 people liked it.</div></body>"""
    assert text(page).startswith("Referrals\n\nThe number")
    assert text(page).endswith("as Cabinet heard.")


def test_a_heading_outside_a_named_part_keeps_the_whole_page() -> None:
    words = "<p>The number of referrals stood at 172 in September, as Cabinet heard.</p>" * 4
    page = f"""<body><div><h1>Referrals</h1><p>14 May 2015</p></div><div class="content">{words}</div></body>"""
    assert text(page).startswith("Referrals\n\n14 May 2015\n\nThe number")


def test_lists_carry_the_numbers_that_a_browser_prints() -> None:
    page = """<ol start="3"><li>three<ul><li>dot</li></ul></li><li value="7">seven</li><li>eight</li></ol>
      <p>then</p><ol type="a"><li>first</li><li><p>second</p></li></ol>
      <ol type="I" reversed><li>two</li><li>one</li></ol>"""
    assert text(page) == ("3. three\n   - dot\n7. seven\n8. eight\n\nthen\n\na. first\nb. second\nII. two\nI. one")


def test_tables_become_rows_with_their_columns_kept() -> None:
    page = """<table><caption>Teams</caption><tr><th>Team</th><th>Sep</th><th>Feb</th></tr>
      <tr><td rowspan="2">North</td><td>19.9</td><td>24.9</td></tr><tr><td>31.1</td><td>33.2</td></tr>
      <tr><td colspan="2">Both</td><td>5</td></tr></table>"""
    assert text(page) == "Teams\n\nTeam | Sep | Feb\nNorth | 19.9 | 24.9\nNorth | 31.1 | 33.2\nBoth |  | 5"


def test_a_table_that_only_lays_out_the_page_gives_its_paragraphs() -> None:
    long = "The report set out how many households had been helped in the quarter. " * 3
    page = (
        f"<table><tr><td><p>{long}</p><p>RESOLVED that</p><ol><li>it be noted.</li></ol></td><td>side</td></tr></table>"
    )
    assert "RESOLVED that\n\n1. it be noted." in text(page)


def test_facts_listed_as_terms_become_rows() -> None:
    page = "<dl><dt>Decision Maker</dt><dd>Cabinet</dd><dt>Date of decision</dt><dd>14/05/2021</dd></dl>"
    assert text(page) == "Decision Maker | Cabinet\nDate of decision | 14/05/2021"


def test_breaks_entities_and_inline_marks_give_plain_words() -> None:
    assert text("<p>Proper Officer<br>7&nbsp;March 2016</p><p>&pound;5<b>.5</b>1m <i>and</i> 13<sup>th</sup></p>") == (
        "Proper Officer\n7 March 2016\n\n£5.51m and 13th"
    )


def test_the_declared_encoding_is_followed() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>£5m – café</p></body></html>'.replace("–", "-")
    assert read_bytes("a.htm", page.encode("latin-1")).text == "£5m - café"


def test_headings_keep_their_depth() -> None:
    reading = read_bytes("a.html", b"<h2>Reasons</h2><p>Need.</p>")
    assert [(each.kind, each.level) for each in reading.blocks] == [(BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, 1)]


def test_entities_of_the_file_itself_are_not_unfolded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>fine &b;</p></body></html>'
    assert len(text(bomb)) < 40


@pytest.mark.parametrize("page", ["<html><body><script>x</script></body></html>", "<div>" * 5_000, "<!-- -->"])
def test_a_page_without_words_gives_one_sentence(page: str) -> None:
    with pytest.raises(WorldError, match=r"^empty\.html "):
        read_bytes("empty.html", page.encode())
