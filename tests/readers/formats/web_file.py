"""Blocks as web pages: bare, on a council's own site, and as the pages of the committee system that most councils use.

What stands around the record (menus, cookie banners, breadcrumbs, feet, lists of files with their sizes) holds numbers
on purpose: none of them may come out as a figure of the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from plain import Block, Kind

_HERE = Path(__file__).resolve().parent
SITES = {path.stem: path for path in sorted((_HERE / "sites").glob("*.html"))}
"""Pages of councils' sites around a record, by their names, each with the gap that its words go into."""

FACT_PAGES = {path.stem: path for path in sorted((_HERE / "sites" / "facts").glob("*.html"))}
"""Pages that print a decision's own facts around its words: a title, and the days of meeting, publication, effect."""

_COUNCIL = """<!DOCTYPE html>
<html lang="en-GB" class="no-js"><head><meta charset="utf-8"><title>Cabinet decision | A council</title>
<style>.x {{ width: 40px }}</style><script>window.dataLayer = [12, 40];</script></head>
<body class="page page-12">
<div id="ccc-overlay" role="dialog" aria-label="Cookies"><p>We use 14 cookies on this site.</p>
<button>Accept all 14 cookies</button></div>
<div class="cookie-banner"><p>This site keeps 9 cookies for 30 days.</p></div>
<a class="skip-link" href="#main">Skip to main content</a>
<header class="site-header"><a href="/"><img src="crest.png" alt="A council"></a>
<form role="search"><label for="q">Search 4,000 pages</label><input id="q"></form>
<nav aria-label="Main"><ul><li><a href="/pay">Pay</a></li><li><a href="/a-z">Services A to Z (312)</a></li></ul></nav>
</header>
<ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/d">Decisions (1,204)</a></li><li>2016</li></ol>
<div class="container"><div class="row"><div class="col-md-9" id="content">
<h1>Cabinet Decision</h1>
{body}
</div>
<div class="col-md-3 sidebar"><h2>Related pages</h2><ul><li><a href="#">12 things to know</a></li></ul>
<h2>In this section</h2><ul><li><a href="#">40 years of decisions</a></li></ul></div></div></div>
<div class="share-links">Share this page: 5 people like it</div>
<div class="feedback"><p>Did you find what you were looking for? 8 of 10 people did.</p></div>
<footer class="site-footer"><p>A council, 12 High Street. Telephone 01632 960 140. 60,000 followers</p></footer>
</body></html>
"""

_DECISION = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Decision - A council</title>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<script type="text/javascript" src="jquery.js"></script></head>
<body class="mgPage">
<div id="skiplinks"><a href="#mgMain">Skip to content</a></div>
<div id="header"><div class="logo"><a href="/">A council</a></div><ul class="topnav"><li>My account 3</li></ul></div>
<div id="breadcrumb"><a href="/">Home</a> &gt; <a href="#">Council and democracy</a> &gt; Decision 1204</div>
<div class="mgLinks"><h2 class="mgSectionTitle">Council meetings</h2>
<ul class="mgActionList"><li><a href="mgCalendarMonthView.aspx">Calendar</a></li>
<li><a href="mgFindMember.aspx">Find your councillor (56)</a></li>
<li><a href="mgListElections.aspx">Election results 2015</a></li></ul></div>
<div class="mgContent" id="mgMain">
<h1 class="mgMainTitleTxt">Decision details</h1>
<ul class="mgActionList"><li><a href="#">View the 3 related decisions</a></li></ul>
<div class="mgDecisionBody">
{body}
</div>
<p class="mgLabel">Accompanying Documents:</p>
<ul class="mgBulletList"><li><a href="documents/s1.pdf">Report</a>&nbsp;<span class="mgFileSize">PDF 123 KB</span></li>
<li><a href="documents/s2.pdf">Appendix 2</a>&nbsp;<span class="mgFileSize">PDF 1 MB</span></li></ul>
</div>
<div id="footer"><ul><li><a href="#">Accessibility</a></li></ul>
<p>A council, 12 High Street. Tel: 01632 960 140.</p></div>
</body></html>
"""

_MINUTES = """<!DOCTYPE html>
<html lang="en"><head><title>Agenda and minutes - A council</title><meta charset="utf-8" /></head>
<body>
<div id="header"><a href="/">A council</a></div>
<ul class="mgActionList"><li><a href="#">Attendance details (12)</a></li>
<li><a href="#">Printed minutes PDF 89 KB</a></li></ul>
<div class="mgContent">
<h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<table class="mgItemTable" summary="Table of agenda items"><caption class="mgHide">Items</caption>
<tr><th scope="col">No.</th><th scope="col">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">45. </p></td><td>
{body}
</td></tr></table></div>
<div id="footer"><p>A council, 12 High Street. Tel: 01632 960 140.</p></div>
</body></html>
"""


def as_html(blocks: list[Block], page: str, *, automatic: bool = True) -> bytes:
    """Return a page of a kind: "bare", "council", "decision", "minutes" or "saved" (complete, by a browser).

    ``automatic`` makes list elements of items whose labels a browser would print.
    """
    body = "\n".join(_parts(blocks, automatic=automatic))
    match page:
        case "council":
            return _COUNCIL.format(body=body).encode()
        case "decision":
            return _DECISION.format(body=body).encode()
        case "minutes":
            return _MINUTES.format(body=body).encode()
        case "saved":
            whole = _COUNCIL.format(body=body)
            head = "<!-- saved from url=(0042)https://www.example.org/decisions/1204.html -->\n"
            whole = whole.replace("<head>", '<head>\n<base href="https://www.example.org/">', 1)
            whole = whole.replace('src="crest.png"', 'src="./Decision_files/crest.png"')
            frame = '<iframe src="./Decision_files/frame.html" width="300">Frame 300</iframe>'
            return (head + whole.replace("</body>", f"{frame}<script>var n = 7;</script></body>")).encode()
        case _:
            return f'<html><head><meta charset="utf-8"><title>Record</title></head><body>{body}</body></html>'.encode()


def as_site(blocks: list[Block], site: str, facts: Mapping[str, str]) -> bytes:
    """Return a record on one of the pages of :data:`SITES` or :data:`FACT_PAGES`, in the encoding that it declares.

    ``facts`` fills the fields of the latter: title, meeting, published, effective.
    """
    page = {**SITES, **FACT_PAGES}[site].read_text(encoding="utf-8")
    make = {"word": _word_parts, "tables2003": _broken_parts}.get(site)
    body = "\n".join(make(blocks) if make else _parts(blocks, automatic=site != "printed"))
    for name, words in facts.items():
        page = page.replace(f"{{{name}}}", _words(words))
    whole = page.replace("{body}", body)
    encoding = next(
        (each for each in ("windows-1252", "iso-8859-1") if f"charset={each}" in page.replace('"', "")), "utf-8"
    )
    return whole.encode(encoding, "xmlcharrefreplace")


def _word_parts(blocks: list[Block]) -> list[str]:
    """Return the mark-up of the blocks as Word writes it: lists are paragraphs whose labels it prints itself."""
    parts: list[str] = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            rows = (
                "<tr>"
                + "".join(f"<td valign=top><p class=MsoNormal>{_words(c)}<o:p></o:p></p></td>" for c in row)
                + "</tr>"
                for row in block.rows
            )
            parts.append("<table class=MsoTableGrid border=1>\n" + "\n".join(rows) + "\n</table>")
        elif block.label:
            label = (
                f"<![if !supportLists]><span style='mso-list:Ignore'>{_words(block.label)}<span "
                "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
            )
            parts.append(
                f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{label}{_words(block.words)}<o:p></o:p></p>"
            )
        else:
            inner = "<br>\n".join(map(_words, block.lines))
            bold = ("<b>", "</b>") if block.kind is Kind.HEADING else ("", "")
            parts.append(
                f"<p class=MsoNormal>{bold[0]}<span style='font-size:11.0pt'>{inner}</span>{bold[1]}<o:p></o:p></p>"
            )
    return parts


def _broken_parts(blocks: list[Block]) -> list[str]:
    """Return the mark-up of the blocks as old pages have it: no paragraphs, only breaks."""
    parts: list[str] = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            rows = ("<TR>" + "".join(f"<TD>{_words(cell)}</TD>" for cell in row) + "</TR>" for row in block.rows)
            parts.append("<TABLE BORDER=1>" + "".join(rows) + "</TABLE>")
            continue
        label = f"{_words(block.label)} " if block.label else ""
        words = label + "<BR>".join(map(_words, block.lines))
        parts.append(f"<FONT SIZE=2>{'<B>' + words + '</B>' if block.kind is Kind.HEADING else words}</FONT><BR><BR>")
    return parts


def _parts(blocks: list[Block], *, automatic: bool) -> list[str]:
    """Return the mark-up of the blocks."""
    parts: list[str] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if block.kind is Kind.ITEM and automatic:
            end = place
            while end < len(blocks) and blocks[end].kind is Kind.ITEM and _follows(blocks[place:end], blocks[end]):
                end += 1
            if end > place:
                parts.append(_list(blocks[place:end]))
                place = end
                continue
        if block.kind is Kind.TABLE:
            rows = (
                "<tr>" + "".join(f"<{tag}>{_words(cell)}</{tag}>" for cell in row) + "</tr>"
                for tag, row in zip(["th"] + ["td"] * len(block.rows), block.rows, strict=False)
            )
            parts.append("<table>\n" + "\n".join(rows) + "\n</table>")
        elif block.kind is Kind.HEADING:
            parts.append(f"<h3>{_words(block.words)}</h3>")
        else:
            label = f"{_words(block.label)} " if block.label else ""
            parts.append(f"<p>{label}" + "<br />\n".join(map(_words, block.lines)) + "</p>")
        place += 1
    return parts


def _follows(items: list[Block], item: Block) -> bool:
    """Tell whether an item goes into the same list as those before, with a label that a browser prints."""
    if item.label in {"-", "–", "•", "·", "*"}:
        return not items or items[0].label == item.label
    if not item.label[:-1].isdigit() or not item.label.endswith("."):
        return False
    return not items or (items[0].label[:-1].isdigit() and int(item.label[:-1]) == int(items[-1].label[:-1]) + 1)


def _list(items: list[Block]) -> str:
    """Return a list with dots or numbers."""
    lines = "\n".join("<li>" + "<br />".join(map(_words, item.lines)) + "</li>" for item in items)
    first = items[0].label[:-1]
    if not first.isdigit():
        return f"<ul>\n{lines}\n</ul>"
    start = "" if first == "1" else f' start="{first}"'
    return f"<ol{start}>\n{lines}\n</ol>"


def _words(words: str) -> str:
    """Return words as mark-up, pounds as an entity as these pages have them."""
    return escape(words, quote=False).replace("£", "&pound;")
