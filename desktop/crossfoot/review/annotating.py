"""Highlights and comments on stretches of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crossfoot.model import Annotation, AnnotationKind, Changes, Span, WorldError
from crossfoot.review.ledger import NO_CHANGE, Ledger, annotation_entry


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


def remove(ledger: Ledger, annotation_id: str) -> Changes:
    """Take an annotation away; undo brings it back."""
    before = ledger.shelf.annotation(annotation_id)
    return ledger.act("unmark", [annotation_entry(annotation_id, before.document, before, None)])


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without spaces around them, without empty ones and repeats, in the order given."""
    return tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))


def matches(annotation: Annotation, query: str) -> bool:
    """Tell whether every word of ``query`` stands in an annotation's quote, comment or tags."""
    words = " ".join((annotation.quote, annotation.comment, *annotation.tags)).casefold()
    return all(word in words for word in query.casefold().split())
