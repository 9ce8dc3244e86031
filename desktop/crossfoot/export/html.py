"""The annotated summary as one HTML file that needs nothing else: no script, no font, no picture, no network.

Every word of a record or of the officer's goes through :func:`html.escape`, and the page's own
content policy forbids scripts and everything from outside, so that a hostile record stays text.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from crossfoot.export.html_style import STYLE
from crossfoot.export.lit_text import lit_text, mark_anchor, place_anchor, row_anchor
from crossfoot.export.rows import (
    FigureRow,
    changed_words,
    decision_words,
    figure_rows,
    open_question,
    progress,
    rule_words,
    sign_off_words,
    verdict_words,
)
from crossfoot.export.summary import PROMISE, DocumentPart, Summary
from crossfoot.model import About, Annotation, Counts, Finding, Origin, ReviewedFigure, State, Verdict
from crossfoot.model.assurance_words import statement_words
from crossfoot.model.wording import (
    STATE_GLYPHS,
    STATE_WORDS,
    day_words,
    document_words,
    figure_words,
    mark_words,
    moment_words,
    nature_words,
    period_words,
    subject_beside,
    thread_words,
)

_COUNTS: tuple[tuple[State, str], ...] = (
    (State.CONFIRMED, "confirmed"),
    (State.CORRECTED, "corrected"),
    (State.REJECTED, "rejected"),
    (State.QUERIED, "queried"),
    (State.UNREVIEWED, "unreviewed"),
)


def to_html(summary: Summary) -> bytes:
    """Return ``summary`` as a page for any browser, for the screen in light and dark and for paper."""
    title = f"Annotated summary of {summary.workspace}"
    rows = {row.figure.id: row for row in figure_rows(summary)}
    made = f"Made {moment_words(summary.exported_at)}" + (f" by {summary.reviewer}" if summary.reviewer else "")
    page = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Crossfoot {escape(summary.version)}">
<title>{escape(title)}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<p class="kicker">Annotated summary</p>
<h1>{escape(summary.workspace)}</h1>
<p class="muted">{escape(made)}</p>
<p class="promise">{escape(PROMISE)}</p>
</header>
<main>
{_overview(summary)}
{_statement(summary)}
{"".join(_article(part, summary, rows) for part in summary.documents)}
{_journal(summary)}
</main>
<footer><p>Crossfoot {escape(summary.version)}. {escape(PROMISE)}</p></footer>
</body>
</html>
"""
    return page.encode("utf-8", errors="xmlcharrefreplace")


def _overview(summary: Summary) -> str:
    """Return how far the check has come, over all and by document; the counts of a row add up to its first."""
    body = "".join(
        f'<tr><td><a href="#{escape(part.document.id)}">{escape(document_words(part.document))}</a></td>'
        f"<td>{escape(part.document.record.council or 'not stated')}</td>"
        f"{_count_cells(part.counts)}<td>{escape(sign_off_words(part))}</td></tr>"
        for part in summary.documents
    )
    heads = "".join(
        f'<th class="number" scope="col">{word}</th>'
        for word in ("Found", *(STATE_WORDS[state].capitalize() for state, _ in _COUNTS), "Worth checking")
    )
    return f"""<section class="sheet" aria-label="How far the check has come">
<h2>{escape(_headline(summary.counts))}</h2>
{_bar(summary.counts)}
<p class="muted">{escape(progress(summary))}</p>
<div class="scroll"><table>
<thead><tr><th scope="col">Document</th><th scope="col">Council</th>{heads}<th scope="col">Signed off</th></tr></thead>
<tbody>{body}</tbody>
<tfoot><tr><td>All documents</td><td></td>{_count_cells(summary.counts)}<td>{escape(_signed(summary))}</td></tr></tfoot>
</table></div>
</section>"""


def _statement(summary: Summary) -> str:
    """Return the statement of quality assurance, ready to be put under a report."""
    if summary.statement is None:
        return ""
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in statement_words(summary.statement))
    return f"""<section class="sheet" aria-label="Statement of quality assurance">
<h2>Statement of quality assurance</h2>
{paragraphs}
</section>"""


def _signed(summary: Summary) -> str:
    """Return how many of the documents carry a name."""
    return f"{sum(part.sign_off is not None for part in summary.documents):,} of {len(summary.documents):,}"


def _headline(counts: Counts) -> str:
    """Return the one sentence that matters most."""
    if not counts.found:
        return "No figures were found"
    if counts.unreviewed:
        return f"{counts.decided:,} of {counts.found:,} figures checked"
    return f"All {counts.found:,} figures checked" if counts.found > 1 else "The one figure is checked"


def _count_cells(counts: Counts) -> str:
    """Return the counts as table cells, in the order of the overview's headings."""
    values = (counts.found, *(getattr(counts, name) for _, name in _COUNTS), counts.findings)
    return "".join(f'<td class="number">{value:,}</td>' for value in values)


def _bar(counts: Counts) -> str:
    """Return the states as lengths of a bar, which a screen reader hears as the tally below it instead."""
    parts = "".join(
        f'<span class="{state.value}" style="flex:{getattr(counts, name)}"></span>'
        for state, name in _COUNTS
        if getattr(counts, name)
    )
    return f'<div class="bar" aria-hidden="true">{parts}</div>' if parts else ""


def _state(state: State, words: str = "") -> str:
    """Return a state's sign and word in its colours."""
    return f'<span class="state {state.value}">{STATE_GLYPHS[state]} {escape(words or STATE_WORDS[state])}</span>'


def _article(part: DocumentPart, summary: Summary, rows: dict[str, FigureRow]) -> str:
    """Return everything about one document."""
    name = part.document.id
    tally = "".join(
        f"<li>{_state(state, f'{getattr(part.counts, count)} {STATE_WORDS[state]}')}</li>" for state, count in _COUNTS
    )
    return f"""<article id="{escape(name)}" aria-labelledby="{escape(name)}-title">
<h2 id="{escape(name)}-title">{escape(part.document.title)}</h2>
{_facts(part)}
{_bar(part.counts)}
<p>{escape(_found(part.counts))}</p>
<ul class="tally">{tally}</ul>
<nav class="jump" aria-label="Parts of this document">
<a href="#{escape(name)}-open">Undecided</a>
<a href="#{escape(name)}-findings">Checks</a>
<a href="#{escape(name)}-figures">Figures</a>
<a href="#{escape(name)}-annotations">Annotations</a>
<a href="#{escape(name)}-resolutions">Resolutions</a>
<a href="#{escape(name)}-text">The record, lit</a>
</nav>
<h3 id="{escape(name)}-open">Still undecided</h3>
{_open(part, summary)}
<h3 id="{escape(name)}-findings">What the checks say</h3>
{_findings(part, rows)}
<h3 id="{escape(name)}-figures">Figures</h3>
{_figures(part, summary, rows)}
<h3 id="{escape(name)}-annotations">Annotations</h3>
{_annotations(part)}
<h3 id="{escape(name)}-resolutions">Resolutions</h3>
{_resolutions(part)}
<h3 id="{escape(name)}-text">The record, with its figures lit</h3>
<div class="record">
{lit_text(part)}
</div>
</article>
"""


def _found(counts: Counts) -> str:
    """Return the sum that the tally below it makes up."""
    figures = "figure" if counts.found == 1 else "figures"
    findings = "finding" if counts.findings == 1 else "findings"
    return (
        f"{counts.found:,} {figures} found, {counts.decided:,} checked; {counts.findings:,} {findings} worth checking."
    )


def _facts(part: DocumentPart) -> str:
    """Return what the record says of itself, and which file it came from; what it does not say is said so."""
    document, record = part.document, part.document.record
    dates = (
        ("Cabinet meeting", record.meeting_date),
        ("Proper Officer’s date", record.proper_officer_date),
        ("Call-in deadline", record.call_in),
    )
    facts = [("Council", record.council or "not stated")]
    facts += [(name, day_words(day) if day else "not stated") for name, day in dates]
    facts += [
        ("Reference", record.reference or "not stated"),
        ("Signed off", sign_off_words(part)),
        ("File", document.path),
    ]
    cells = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in facts)
    notes = "".join(
        f'<div class="wide"><dt>Note from reading</dt><dd>{escape(note)}</dd></div>' for note in document.reading.notes
    )
    digest = f'<div class="wide"><dt>SHA-256 of the file</dt><dd><code>{escape(document.sha256)}</code></dd></div>'
    return f'<dl class="facts">{cells}{notes}{digest}</dl>'


def _open(part: DocumentPart, summary: Summary) -> str:
    """Return what still waits for the officer: figures without a decision, then open questions."""
    waiting = (*part.undecided, *part.queried)
    if not waiting:
        return '<p class="none">Nothing: every figure has its decision, and no question is open.</p>'
    items = "".join(
        f'<li class="open"><span>{_state(figure.state)}</span>'
        f'<span class="what">{_place_link(figure, figure.printed.quote)} {escape(_about(figure, summary))}'
        + (f"<small>{escape(open_question(figure))}</small>" if figure.state is State.QUERIED else "")
        + "</span></li>"
        for figure in waiting
    )
    return f'<ul class="plain">{items}</ul>'


def _about(figure: ReviewedFigure, summary: Summary) -> str:
    """Return what a figure is about, in one line."""
    current = figure.current
    named = summary.dictionary.name(current.indicator) or current.label
    parts = (named, subject_beside(current, summary.dictionary), period_words(current.period))
    return ", ".join(part for part in parts if part)


def _place_link(figure: ReviewedFigure, words: str) -> str:
    """Return a link to the figure's place in the text."""
    return f'<a href="#{escape(place_anchor(figure))}">{escape(words)}</a>'


def _findings(part: DocumentPart, rows: dict[str, FigureRow]) -> str:
    """Return the findings with their working; each figure in it leads to its place."""
    if not part.findings:
        return '<p class="none">No check had anything to say about this record.</p>'
    return f'<ul class="plain">{"".join(_finding(part, finding, rows) for finding in part.findings)}</ul>'


def _finding(part: DocumentPart, finding: Finding, rows: dict[str, FigureRow]) -> str:
    """Return one finding, with what the officer decided on it."""
    decided = decision_words(part.decisions.get(finding.id))
    working = "".join(
        _place_link(rows[step.figure].figure, step.text)
        if step.figure is not None and step.figure in rows
        else escape(step.text)
        for step in finding.working
    )
    linked = {step.figure for step in finding.working}
    others = [rows[figure].figure for figure in finding.figures if figure in rows and figure not in linked]
    if others:
        links = ", ".join(_place_link(figure, figure.printed.quote) for figure in others)
        working = f"{working} ({links})" if working else f"Figures: {links}"
    return (
        f'<li class="finding"><span class="verdict {finding.verdict.value}">'
        f"{'✓' if finding.verdict is Verdict.HOLDS else '⚠'} {verdict_words(finding.verdict)}"
        f'<span class="rule">{escape(rule_words(finding))}</span></span>'
        f'<span class="what">{escape(finding.message)}'
        + (f'<span class="working">{working}</span>' if working else "")
        + (f'<span class="working">Decision: {escape(decided)}</span>' if decided else "")
        + "</span></li>"
    )


def _figures(part: DocumentPart, summary: Summary, rows: dict[str, FigureRow]) -> str:
    """Return the table of figures; the printed number leads to its place in the text, which leads back."""
    if not part.figures:
        return '<p class="none">No figures were found in this record.</p>'
    body = "".join(_figure(rows[figure.id], summary) for figure in part.figures)
    heads = ("State", "Printed", "Now", "What", "Period", "Nature", "Reason and note", "Checked by")
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        '<div class="scroll"><table class="figures"><thead><tr><th class="number" scope="col">No.</th>'
        f"{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _figure(row: FigureRow, summary: Summary) -> str:
    """Return one figure's row."""
    figure, current = row.figure, row.figure.current
    name = summary.dictionary.name(current.indicator) or current.label or "not in the dictionary"
    below = [subject_beside(current, summary.dictionary)]
    if figure.origin is Origin.ADDED:
        below.append("added by the officer")
    if row.presence:
        below.append(row.presence)
    below.append(changed_words(figure))
    detail = "; ".join(part for part in below if part)
    now = "–" if figure.state is State.REJECTED else escape(figure_words(current))
    if "value" in figure.corrected or "unit" in figure.corrected:
        now = f"<ins>{now}</ins>"
    told = "".join(f"<small>{escape(words)}</small>" for words in (figure.note,) if words)
    who = escape(figure.reviewer)
    if figure.reviewed_at:
        who += f"<small>{escape(moment_words(figure.reviewed_at))}</small>"
    return (
        f'<tr id="{escape(row_anchor(figure))}" class="{figure.state.value}">'
        f'<td class="number">{row.number}</td>'
        f"<td>{_state(figure.state)}</td>"
        f'<td class="printed">{_place_link(figure, figure.printed.quote)}</td>'
        f'<td class="whole">{now}</td>'
        f"<td>{escape(name)}{f'<small>{escape(detail)}</small>' if detail else ''}</td>"
        f"<td>{escape(row.period) or '<span class=muted>none given</span>'}</td>"
        f"<td>{escape(nature_words(current.nature))}</td>"
        f"<td>{escape(figure.reason)}{told}</td>"
        f'<td class="whole">{who}</td></tr>'
    )


def _annotations(part: DocumentPart) -> str:
    """Return the officer's marks, each with the words it stands on."""
    if not part.annotations:
        return '<p class="none">None.</p>'
    return f'<ul class="plain">{"".join(_annotation(mark) for mark in part.annotations)}</ul>'


def _annotation(mark: Annotation) -> str:
    """Return one mark."""
    tags = "".join(f' <span class="tag">{escape(tag)}</span>' for tag in mark.tags)
    when = moment_words(mark.created_at) if mark.created_at else ""
    by = ", ".join(part for part in (mark.reviewer, when) if part)
    comment = f"<p>{escape(mark.comment)}</p>" if mark.comment else ""
    thread = "".join(f"<p>{escape(said)}</p>" for said in thread_words(mark))
    quote = escape(mark.quote)
    if mark.about is About.TEXT:
        quote = f'<a href="#{escape(mark_anchor(mark))}">{quote}</a>'
    done = ", resolved" if mark.resolved else ""
    return (
        f"<li><blockquote>{quote}</blockquote>{comment}{thread}"
        f'<span class="muted">{escape(mark_words(mark))}{escape(f" by {by}") if by else ""}{done}</span>{tags}</li>'
    )


def _resolutions(part: DocumentPart) -> str:
    """Return the numbered resolutions."""
    if not part.resolutions:
        return '<p class="none">The record has no numbered resolutions.</p>'
    items: Iterable[str] = (
        f'<li class="resolution"><span class="muted">{escape(resolution.number)}</span>'
        f"<span>{escape(' '.join(resolution.text.split()))}</span></li>"
        for resolution in part.resolutions
    )
    return f'<ol class="plain">{"".join(items)}</ol>'


def _journal(summary: Summary) -> str:
    """Return the journal, folded away: it is the proof behind the page, not its message."""
    if not summary.history:
        return ""
    body = "".join(
        f'<tr><td class="number">{row.seq}</td><td class="whole">{escape(moment_words(row.at))}</td>'
        f"<td>{escape(row.reviewer)}</td><td>{escape(row.verb)}</td><td>{escape(row.target)}</td>"
        f"<td>{escape(row.reason)}</td></tr>"
        for row in summary.history
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("When", "Reviewer", "Did", "To", "Reason"))
    steps = "1 step" if len(summary.history) == 1 else f"{len(summary.history):,} steps"
    return (
        f'<details class="sheet"><summary>What was done: {steps}</summary><div class="scroll"><table><thead><tr>'
        f'<th class="number" scope="col">No.</th>{heads}</tr></thead><tbody>{body}</tbody></table></div></details>'
    )
