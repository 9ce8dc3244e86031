"""A record's text as HTML, with every figure lit in its place and every mark of the officer's shown.

Spans of figures and marks may overlap in any way: the text is cut at all their ends, and each
piece is dressed in what covers it. The words themselves are never changed; states and corrections
are added by the style sheet from attributes, so that they are not part of what one copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from crossfoot.export.summary import DocumentPart
from crossfoot.model import About, Annotation, BlockKind, ReviewedFigure, Span, State
from crossfoot.model.wording import STATE_GLYPHS, STATE_WORDS, figure_words

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_COLOURS = frozenset({"yellow", "green", "blue", "pink"})


def place_anchor(figure: ReviewedFigure) -> str:
    """Return the name of the figure's place in the text."""
    return f"text-{figure.id}"


def row_anchor(figure: ReviewedFigure) -> str:
    """Return the name of the figure's row in the table."""
    return f"row-{figure.id}"


def mark_anchor(mark: Annotation) -> str:
    """Return the name of the mark's place in the text."""
    return f"mark-{mark.id}"


def lit_text(part: DocumentPart) -> str:
    """Return the document's text as paragraphs of HTML, all of it and in its own order."""
    text = part.document.text
    headings = [block.span for block in part.document.reading.blocks if block.kind is BlockKind.HEADING]
    headings += [
        span
        for section in part.document.record.sections
        if (span := _heading_place(text, section.heading, section.span))
    ]
    return "\n".join(
        f'<p class="heading">{_dressed(part, span)}</p>'
        if any(heading.contains(span) for heading in headings)
        else f"<p>{_dressed(part, span)}</p>"
        for span in _paragraphs(text)
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """Go through the stretches of text between blank lines."""
    for found in _PARAGRAPH.finditer(text):
        inner = found.group().strip()
        if inner:
            start = found.start() + found.group().index(inner)
            yield Span(start, start + len(inner))


def _heading_place(text: str, heading: str, body: Span) -> Span | None:
    """Return the line of a section's heading, which ends before its body, or None where it has none of its own."""
    start = text.rfind(heading, 0, body.start) if heading else -1
    if start < 0:
        return None
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    return Span(first, len(text) if last < 0 else last)


def _dressed(part: DocumentPart, paragraph: Span) -> str:
    """Return one paragraph with what covers its pieces."""
    text = part.document.text
    figures = [f for f in part.figures if f.printed.span.overlaps(paragraph)]
    marks = [m for m in part.annotations if m.about is About.TEXT and m.span.overlaps(paragraph)]
    cuts = _cuts(paragraph, [*(f.printed.span for f in figures), *(m.span for m in marks)])
    pieces = []
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        html = escape(piece.cut(text))
        covering = [f for f in figures if f.printed.span.contains(piece)]
        if covering:
            html = _lit(html, min(covering, key=lambda f: f.printed.span.end - f.printed.span.start), piece)
        html = (
            "".join(f'<span id="{escape(place_anchor(f))}"></span>' for f in covering if f.printed.span.start == start)
            + html
        )
        for mark in marks:
            if mark.span.contains(piece):
                html = _marked(html, mark, piece)
        pieces.append(html)
    return "".join(pieces)


def _cuts(paragraph: Span, spans: Iterable[Span]) -> Sequence[int]:
    """Return the ends of all pieces of a paragraph, in order."""
    ends = {paragraph.start, paragraph.end}
    for span in spans:
        ends.update(end for end in (span.start, span.end) if paragraph.start < end < paragraph.end)
    return sorted(ends)


def _lit(html: str, figure: ReviewedFigure, piece: Span) -> str:
    """Return a piece as the link to its figure's row; its last piece carries sign and correction."""
    last = piece.end == figure.printed.span.end
    beside = STATE_GLYPHS[figure.state] if last else ""
    if last and figure.state is State.CORRECTED and "value" in figure.corrected:
        beside = f"{beside} {figure_words(figure.current)}"
    return (
        f'<a class="lit {figure.state.value}" href="#{escape(row_anchor(figure))}" '
        f'title="{escape(STATE_WORDS[figure.state])}" data-beside="{escape(beside)}">{html}</a>'
    )


def _marked(html: str, mark: Annotation, piece: Span) -> str:
    """Return a piece with the wash of the officer's mark; its first piece carries the name of the place."""
    colour = mark.colour if mark.colour in _COLOURS else "yellow"
    name = f' id="{escape(mark_anchor(mark))}"' if piece.start == mark.span.start else ""
    title = f' title="{escape(mark.comment)}"' if mark.comment else ""
    return f'<mark class="{colour}"{name}{title}>{html}</mark>'
