"""Where a query leads: passages of texts, figures, and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice

from crossfoot.model import About, Annotation, Dictionary, SectionKind, Span, WorldError
from crossfoot.review.search.conditions import days_of, on_figures
from crossfoot.review.search.indexing import index_missing
from crossfoot.review.search.query import Asked, Field, Query, folded, read_query, words_of
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import DocumentRow
from crossfoot.workspace.search import Column, Condition, FoundPassage

_AROUND = 60
"""Characters shown on both sides of a hit."""

_ALL = 1_000_000
"""More hits than any workspace has."""

_NAMED_ONE_BY_ONE = 500
"""Records up to which the file is asked for the figures of just these; of more, all figures are gone through."""

_OF_RECORDS = frozenset({Field.COUNCIL, Field.RECORD, Field.KIND})
"""Fields that texts, figures and notes can all be asked for; a date is the period of a figure or the record's day."""
_OF_NOTES = _OF_RECORDS | {Field.DATE, Field.TAG, Field.REVIEWER}
_OF_FIGURES = frozenset(Field) - {Field.TAG}
_OF_TEXTS = _OF_RECORDS | {Field.DATE}


class HitKind(StrEnum):
    """Where a hit was found."""

    TEXT = "text"
    FIGURE = "figure"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a query leads to.

    ``target`` is the figure's or annotation's id, or the document's. ``snippet`` are the words around on one line,
    with what was found in square brackets; of a figure and a note, what it says stands before them.
    """

    kind: HitKind
    document: str
    target: str
    span: Span
    section: SectionKind | None
    snippet: str


def search(shelf: Shelf, dictionary: Dictionary, text: str, limit: int | None = None) -> tuple[Hit, ...]:
    """Return the hits of a query in document order, in each document by place; at most ``limit`` of each kind.

    Raises WorldError, with what could be typed, where a field or its value cannot be read.
    """
    query = read_query(text)
    if not (query.terms or query.fields):
        return ()
    asked = {each.field for each in query.fields}
    records = _records(shelf, query)
    most = _ALL if limit is None else limit
    kinds = _kinds(query)
    found: list[Iterable[Hit]] = []
    if HitKind.FIGURE in kinds and asked <= _OF_FIGURES:
        found.append(_figures(shelf, dictionary, query, records, most))
    if HitKind.ANNOTATION in kinds and asked <= _OF_NOTES and (query.terms or asked - _OF_RECORDS - {Field.DATE}):
        found.append(_notes(shelf, query, records, most))
    if HitKind.TEXT in kinds and asked <= _OF_TEXTS and query.terms:
        found.append(_texts(shelf, query, records, most))
    order = {row.id: place for place, row in enumerate(shelf.order())}
    return tuple(sorted(chain(*found), key=lambda hit: (order[hit.document], hit.span, hit.kind)))


def _kinds(query: Query) -> set[HitKind]:
    """Return the kinds of hits that are wanted; raise WorldError where "kind:" names none."""
    kinds = set(HitKind)
    for asked in query.fields:
        if asked.field is Field.KIND:
            named = {"note": HitKind.ANNOTATION, "comment": HitKind.ANNOTATION} | {k.value: k for k in HitKind}
            chosen = named.get(asked.text.casefold().rstrip("s"))
            if chosen is None:
                raise WorldError(f"“{asked.text}” is no kind: use text, figure or note.")
            kinds &= {chosen}
    return kinds


def _records(shelf: Shelf, query: Query) -> dict[str, DocumentRow]:
    """Return the documents of the right title and council, by id."""
    kept: Iterable[DocumentRow] = shelf.order()
    for asked in query.fields:
        if asked.field in {Field.COUNCIL, Field.RECORD}:
            wanted = frozenset(words_of(asked.text))
            name = _name if asked.field is Field.RECORD else _council
            # there may be ten thousand names: they are parted into words only where the letters are there
            likely = [row for row in kept if all(word in folded(name(row)) for word in wanted)]
            kept = [row for row in likely if wanted <= set(words_of(name(row)))]
    return {row.id: row for row in kept}


def _name(row: DocumentRow) -> str:
    """Return what a record is called."""
    return row.name


def _council(row: DocumentRow) -> str:
    """Return whose a record is."""
    return row.council or ""


def _met_in(records: Mapping[str, DocumentRow], fields: Iterable[Asked]) -> set[str]:
    """Return the records whose meeting lies in the days that are asked for, all where none are."""
    kept = set(records)
    for asked in fields:
        if asked.field is Field.DATE:
            first, last = days_of(asked)
            days = {each: records[each].meeting_date for each in kept}
            kept = {
                each
                for each, day in days.items()
                if day is not None and (first is None or first <= day) and (last is None or day <= last)
            }
    return kept


def _texts(shelf: Shelf, query: Query, records: Mapping[str, DocumentRow], most: int) -> Iterator[Hit]:
    """Yield the passages that hold all the words."""
    within = _met_in(records, query.fields)
    match = query.match()
    if match is None or not within:
        return
    chosen = None if len(within) == len(shelf.order()) else sorted(within)
    with shelf.workspace.reading():
        passages = list(shelf.workspace.passages.find(match, chosen, most))
    for passage in passages:
        best = _best(passage)
        span = Span(passage.span.start + best.start, passage.span.start + best.end)
        snippet = _snippet(passage.words, best)
        yield Hit(HitKind.TEXT, passage.document, passage.document, span, passage.section, snippet)


def _best(passage: FoundPassage) -> Span:
    """Return the place of a passage to lead to: the longest run of matches with nothing but space between them."""
    runs: list[Span] = []
    for match in passage.matches:
        if runs and not passage.words[runs[-1].end : match.start].strip():
            runs[-1] = Span(runs[-1].start, match.end)
        else:
            runs.append(match)
    return max(runs, key=lambda run: (run.end - run.start, -run.start), default=Span(0, len(passage.words)))


def _figures(
    shelf: Shelf, dictionary: Dictionary, query: Query, records: Mapping[str, DocumentRow], most: int
) -> Iterator[Hit]:
    """Yield the figures that hold all the words and meet every field."""
    index_missing(shelf, dictionary)
    conditions = tuple(chain.from_iterable(on_figures(asked, dictionary) for asked in query.fields))
    narrowed = len(records) < len(shelf.order())
    if narrowed and len(records) <= _NAMED_ONE_BY_ONE:
        conditions += (Condition(Column.DOCUMENT, among=tuple(records)),)
    with shelf.workspace.reading():
        found = shelf.workspace.figure_index.find(query.match(), conditions, _ALL if narrowed else most)
        kept = list(islice((each for each in found if each.document in records), most))
    for each in kept:
        snippet = f"{each.said} — {_snippet(each.around, each.within)}"
        yield Hit(HitKind.FIGURE, each.document, each.id, each.span, each.section, snippet)


def _notes(shelf: Shelf, query: Query, records: Mapping[str, DocumentRow], most: int) -> Iterator[Hit]:
    """Yield the annotations that hold all the words in quote, comment, tags or replies, and meet every field."""
    within = _met_in(records, query.fields)
    with shelf.workspace.reading():
        notes = [note for note in shelf.workspace.officer.all_annotations() if note.document in within]
    for note in [note for note in notes if _fits(note, query)][:most]:
        document = shelf.document(note.document)
        in_text = note.about is About.TEXT
        snippet = _snippet(document.text, note.span) if in_text else f"[{' '.join(note.quote.split())}]"
        said = " ".join(note.comment.split())
        yield Hit(
            HitKind.ANNOTATION,
            note.document,
            note.id,
            note.span,
            document.record.section_at(note.span.start) if note.span.end else None,
            f"{said} — {snippet}" if said else snippet,
        )


def _fits(note: Annotation, query: Query) -> bool:
    """Tell whether an annotation is what the query asks for."""
    for asked in query.fields:
        if asked.field is Field.TAG and asked.text.casefold() not in {tag.casefold() for tag in note.tags}:
            return False
        if asked.field is Field.REVIEWER and asked.text.casefold() != note.reviewer.casefold():
            return False
    return query.holds(" ".join((note.quote, note.comment, *note.tags, *(reply.text for reply in note.replies))))


def _snippet(text: str, span: Span) -> str:
    """Return the words around a place, the place itself in square brackets, on one line, cut between words."""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    if span.start > _AROUND and " " in before:
        before = before[before.index(" ") + 1 :]
    if span.end + _AROUND < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    return " ".join(f"{before}[{span.cut(text)}]{after}".split())
