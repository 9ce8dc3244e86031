"""Highlights and comments on stretches of the text, and notes on a document, a finding or a chart's point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossfoot.model import About, Annotation, AnnotationKind, Changes, Reply, Span, WorldError
from crossfoot.model.wording import figure_words
from crossfoot.review.findings.gathering import findings_of
from crossfoot.review.ledger import NO_CHANGE, Ledger, annotation_entry

NOWHERE = Span(0, 0)
"""The place of a note on what has none in the text."""


def annotate(
    ledger: Ledger,
    document_id: str,
    span: Span,
    kind: AnnotationKind,
    *,
    comment: str,
    colour: str,
    tags: Iterable[str],
) -> Changes:
    """Mark words of a document, or comment on them. Raise WorldError where no words are named."""
    text = ledger.shelf.document(document_id).text
    quote = span.cut(text)
    if not quote.strip() or span.end > len(text):
        raise WorldError("There are no words to mark: select some in the document first.")
    now = ledger.clock()
    made = Annotation(
        id=ledger.next_id("a"),
        document=document_id,
        span=span,
        quote=quote,
        kind=kind,
        comment=comment.strip(),
        colour=colour,
        tags=clean_tags(tags),
        reviewer=ledger.reviewer,
        created_at=now,
    )
    return ledger.act(kind.value, [annotation_entry(made.id, document_id, None, made)], at=now)


def note(
    ledger: Ledger, document_id: str, about: About, target: str, words: str, *, comment: str, tags: Iterable[str]
) -> Changes:
    """Write a note on a document, on one of its findings, or on the point of a chart that stands for a figure.

    ``target`` names the finding or the figure, ``words`` say what the chart shows at the point; what a document or a
    finding is called is known here. Raises WorldError where nothing was typed, or where the finding is not there.
    """
    if not comment.strip():
        raise WorldError("There is nothing to note yet: type it first.")
    span, quote = _subject(ledger, document_id, about, target, words)
    now = ledger.clock()
    made = Annotation(
        id=ledger.next_id("a"),
        document=document_id,
        span=span,
        quote=quote,
        kind=AnnotationKind.COMMENT,
        comment=comment.strip(),
        tags=clean_tags(tags),
        reviewer=ledger.reviewer,
        created_at=now,
        about=about,
        target=target,
    )
    return ledger.act("note", [annotation_entry(made.id, document_id, None, made)], at=now)


def _subject(ledger: Ledger, document_id: str, about: About, target: str, words: str) -> tuple[Span, str]:
    """Return the place that a note leads to, and what it is about in words."""
    if about is About.DOCUMENT:
        document = ledger.shelf.document(document_id)
        return NOWHERE, document.title
    if about is About.CHART_POINT:
        figure = ledger.shelf.figure(target)
        return figure.printed.span, words.strip() or figure_words(figure.current)
    finding = next((each for each in findings_of(ledger.shelf, document_id) if each.id == target), None)
    if about is not About.FINDING or finding is None:
        raise WorldError("This check is not there any more: choose another from the list.")
    figures = (figure for figure in finding.figures if ledger.shelf.has_figure(figure))
    spans = [finding.span] if finding.span else [ledger.shelf.figure(figure).printed.span for figure in figures]
    return (spans[0] if spans else NOWHERE), finding.message


def edit(
    ledger: Ledger, annotation_id: str, *, comment: str | None, colour: str | None, tags: Iterable[str] | None
) -> Changes:
    """Change what is given of an annotation; None leaves a field as it is."""
    before = ledger.shelf.annotation(annotation_id)
    after = replace(
        before,
        comment=before.comment if comment is None else comment.strip(),
        colour=before.colour if colour is None else colour,
        tags=before.tags if tags is None else clean_tags(tags),
    )
    if after == before:
        return NO_CHANGE
    return ledger.act("edit", [annotation_entry(annotation_id, before.document, before, after)])


def reply(ledger: Ledger, annotation_id: str, text: str) -> Changes:
    """Answer under a mark; it is open again by that. Raise WorldError where nothing was said."""
    if not text.strip():
        raise WorldError("There is nothing to answer yet: type it first.")
    now = ledger.clock()
    before = ledger.shelf.annotation(annotation_id)
    said = Reply(text.strip(), ledger.reviewer, now)
    after = replace(before, replies=(*before.replies, said), resolved=False)
    return ledger.act("reply", [annotation_entry(annotation_id, before.document, before, after)], at=now)


def resolve(ledger: Ledger, annotation_ids: Iterable[str], resolved: bool) -> Changes:
    """Say that nothing is open about marks any more, or that something is again; in one act."""
    marks = [ledger.shelf.annotation(each) for each in dict.fromkeys(annotation_ids)]
    entries = [
        annotation_entry(mark.id, mark.document, mark, replace(mark, resolved=resolved))
        for mark in marks
        if mark.resolved is not resolved
    ]
    return ledger.act("resolve" if resolved else "open again", entries) if entries else NO_CHANGE


def remove(ledger: Ledger, annotation_id: str) -> Changes:
    """Take an annotation away; undo brings it back."""
    before = ledger.shelf.annotation(annotation_id)
    return ledger.act("unmark", [annotation_entry(annotation_id, before.document, before, None)])


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without spaces around them, without empty ones and repeats, in the order given."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def matches(annotation: Annotation, query: str) -> bool:
    """Tell whether every word of ``query`` stands in an annotation's quote, comment, tags or replies."""
    replies = (reply.text for reply in annotation.replies)
    words = " ".join((annotation.quote, annotation.comment, *annotation.tags, *replies)).casefold()
    return all(word in words for word in query.casefold().split())
