"""A sample record as a web page: a council's own page of a decision, or one of a committee system."""

from __future__ import annotations

import re
from datetime import date, datetime
from html import escape

from sample_source import HEADINGS, Block, Kind, Sample, without_page_ends

_COUNCIL_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Cabinet Decision: {meeting} | {council}</title>
<style>body {{ font-family: sans-serif; }} nav li {{ display: inline; margin-right: 1em; }}</style>
<script>document.documentElement.className = "js";</script>
</head>
<body>
<p class="cookies">This site keeps 3 cookies on your computer. <a href="/cookies">Read about them</a></p>
<header><a href="/"><img src="/images/crest.png" alt="{council} home page"></a>
<nav><ul>
<li><a href="/">Home</a></li>
<li><a href="/pay">Pay for it</a></li>
<li><a href="/report">Report it</a></li>
<li><a href="/council">Your council</a></li>
</ul></nav></header>
<p class="trail"><a href="/">Home</a> &gt; <a href="/council">Your council</a> &gt; Cabinet decisions</p>
<main>
<h1>Cabinet Decision: {meeting}</h1>
<p><strong>{council_capitals}</strong></p>
<p>Reference: {reference}</p>
{body}
<h2>Date of Publication</h2>
<p>{published}</p>
</main>
<aside><h2>Other decisions</h2>
<ul><li><a href="/decisions/40">Parking in the Market Place</a></li>
<li><a href="/decisions/41">Library opening hours</a></li></ul></aside>
<footer><p>{council}, Guildhall, 12 Mart Lane, Hallowby. Telephone 01632 960 140.</p>
<p>Page last changed {meeting}. &copy; {year} {council}</p></footer>
</body>
</html>
"""

_SYSTEM_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Decision - {title} - {council}</title>
</head>
<body>
<div id="header"><a href="https://democracy.hallowby.example/">{council}</a></div>
<ul class="mgActionList">
<li><a href="mgListCommittees.aspx">Committees</a></li>
<li><a href="mgCalendarMonthView.aspx">Meetings calendar</a></li>
<li><a href="mgDelegatedDecisions.aspx">Decisions</a></li>
<li><a href="mgFindMember.aspx">Your councillors</a></li>
</ul>
<div class="mgContent">
<h1>Decision details</h1>
<h2 class="mgSubTitleTxt">{title}</h2>
<table class="mgDecisionTable">
<tr><th>Decision Maker:</th><td>Cabinet, {council}</td></tr>
<tr><th>Reference:</th><td>{reference}</td></tr>
<tr><th>Decision status:</th><td>Recommendations approved</td></tr>
<tr><th>Is Key decision?:</th><td>No</td></tr>
<tr><th>Is subject to call in?:</th><td>Yes</td></tr>
<tr><th>Date of decision:</th><td>{decided}</td></tr>
<tr><th>Publication date:</th><td>{published}</td></tr>
</table>
{body}
</div>
<div id="footer"><p>Hallowby Borough Council, Guildhall, 12 Mart Lane, Hallowby. Tel: 01632 960 140</p></div>
</body>
</html>
"""

_SYSTEM_HEADINGS = {
    "decision": "Decision:",
    "reasons": "Reasons for the decision:",
    "alternatives": "Alternative options considered:",
    "conflicts": "Interests and Nature of Interests Declared:",
    "dispensations": "Dispensations:",
    "call_in": "Call-in deadline:",
}
"""The headings of a committee system's page; the title is the page's own."""


def as_web(sample: Sample) -> bytes:
    """Return the record as HTML in UTF-8, in the form that its source names (council, moderngov)."""
    published = datetime.strptime(sample.proper_officer, "%d %B %Y").date()  # noqa: DTZ007 -- a day has no time zone
    headings = HEADINGS if sample.page == "council" else _SYSTEM_HEADINGS
    parts = []
    for section, heading in headings.items():
        level = "h2" if sample.page == "council" else "h3"
        parts.append(f"<{level}>{escape(heading)}</{level}>")
        for block in sample.body(section):
            if block.kind is Kind.RESOLUTIONS:
                parts.append(f"<p><strong>{escape(sample.resolved)}</strong></p>")
            parts.append(_block(block))
    page = _COUNCIL_PAGE if sample.page == "council" else _SYSTEM_PAGE
    return page.format(
        council=escape(sample.council),
        council_capitals=escape(sample.council.upper()),
        title=escape(sample.title),
        reference=sample.reference,
        meeting=_spoken(sample.meeting_line),
        decided=_numeric(sample.meeting),
        published=_numeric(published) if sample.page == "moderngov" else sample.proper_officer,
        year=sample.meeting.year,
        body="\n".join(parts),
    ).encode()


def _block(block: Block) -> str:
    """Return the mark-up of one block; a typed number without its full stop ends its list."""
    if block.kind is Kind.BULLETS:
        return "<ul>\n" + "\n".join(f"<li>{_words(line)}</li>" for line in block.lines) + "\n</ul>"
    if block.kind is Kind.TABLE:
        rows = [
            "<tr>" + "".join(f"<{tag}>{_words(cell)}</{tag}>" for cell in row) + "</tr>"
            for tag, row in zip(["th"] + ["td"] * len(block.rows), block.rows, strict=False)
        ]
        return "<table>\n" + "\n".join(rows) + "\n</table>"
    if block.kind is Kind.RESOLUTIONS:
        lines = ["<ol>"]
        for resolution in block.resolutions:
            if resolution.stop:
                lines.append(f"<li>{_words(resolution.words)}</li>")
            else:
                lines.append(f"</ol>\n<p>{resolution.number} {_words(resolution.words)}</p>")
                lines.append(f'<ol start="{resolution.number + 1}">')
        return "\n".join([*lines, "</ol>"])
    return "<p>" + "<br>\n".join(_words(line) for line in block.lines) + "</p>"


def _words(words: str) -> str:
    """Return words as mark-up: pounds as an entity, as these pages have them, and no page ends."""
    return escape(without_page_ends(words), quote=False).replace("£", "&pound;")


def _spoken(line: str) -> str:
    """Return the date of a line such as "Cabinet Meeting ...9th March 2017"."""
    return re.sub(r"^Cabinet Meeting[ .]*", "", line)


def _numeric(day: date) -> str:
    """Return a day as such systems print it: 14/06/2018."""
    return day.strftime("%d/%m/%Y")
