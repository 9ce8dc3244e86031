"""Several records in one text: each is read by itself, so that no date of one leaks into the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crossfoot.model import Commitment, Evidence, Figure, Record, Span, Statement


def moved_figures(parts: Iterable[tuple[int, tuple[Figure, ...]]]) -> Iterator[Figure]:
    """Yield the figures of all parts at their places in the whole text; each part comes with where it begins.

    An identifier says what stands around a figure; where parts have one in common, the later ones are counted on.
    """
    taken: Counter[str] = Counter()
    for begin, figures in parts:
        own: Counter[str] = Counter()
        for figure in figures:
            stem = figure.id.partition(".")[0]
            count = taken[stem] + own[stem]
            own[stem] += 1
            yield _moved(figure, f"{stem}.{count}" if count else stem, begin)
        taken.update(own)


def _moved(figure: Figure, identifier: str, by: int) -> Figure:
    """Return the figure ``by`` characters further on."""
    if not by:
        return figure
    evidence = tuple(_moved_evidence(each, by) for each in figure.evidence)
    return replace(figure, id=identifier, span=_span(figure.span, by), evidence=evidence)


def _moved_evidence(evidence: Evidence, by: int) -> Evidence:
    """Return the evidence with its words further on, where it names any."""
    return evidence if evidence.span is None else replace(evidence, span=_span(evidence.span, by))


def joined_record(parts: Sequence[tuple[int, Record]]) -> Record:
    """Return the record of a whole text: the head of the first part, with what stands in all of them."""
    first = parts[0][1]
    return replace(
        first,
        sections=tuple(replace(each, span=_span(each.span, by)) for by, part in parts for each in part.sections),
        resolutions=tuple(replace(each, span=_span(each.span, by)) for by, part in parts for each in part.resolutions),
        dates=tuple(replace(each, span=_span(each.span, by)) for by, part in parts for each in part.dates),
        references=tuple(replace(each, span=_span(each.span, by)) for by, part in parts for each in part.references),
    )


def moved_statement(statement: Statement, by: int) -> Statement:
    """Return the statement ``by`` characters further on."""
    return replace(statement, span=_span(statement.span, by))


def moved_commitment(commitment: Commitment, by: int) -> Commitment:
    """Return the commitment ``by`` characters further on."""
    return replace(commitment, span=_span(commitment.span, by))


def _span(span: Span, by: int) -> Span:
    """Return the stretch ``by`` characters further on."""
    return Span(span.start + by, span.end + by)
