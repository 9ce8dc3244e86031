"""The queue: which undecided figure comes next, by its place or by how doubtful it is.

Doubtful is what a check asks to look at, what newer rules read differently or had missed, a reading that is
often wrong, a question that is still open, and digits that a scan may have taken for letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.model import Figure, Presence, ReviewedFigure, State, Verdict
from crossfoot.review.findings.gathering import findings_of
from crossfoot.review.shelf import Shelf

DOUBTFUL = 0.7
"""Below this share of right readings a figure is marked for a second look."""

_LOOK_ALIKE = re.compile(r"\d[OoIl]|[OoIl][\d,.]")
"""Digits beside letters that look like digits."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a figure should be looked at: ``grounds`` in words, and their weight together; 0 where there are none."""

    grounds: tuple[str, ...] = ()
    weight: int = 0
    confidence: float = 1.0

    @property
    def rank(self) -> tuple[int, float]:
        """Return what figures are ordered by, the most doubtful first; without doubts all are alike."""
        return (-self.weight, self.confidence if self.weight else 1.0)


def doubt(figure: ReviewedFigure, asked: bool) -> Doubt:
    """Return the doubts about a figure; ``asked`` tells that a check asks to look at it."""
    undecided = figure.state is State.UNREVIEWED
    confidence = figure.current.confidence
    every = (
        (asked, 4, "a check asks for a look"),
        (figure.state is State.QUERIED, 3, "a question is open"),
        (figure.presence is Presence.CHANGED, 3, "newer rules read it differently"),
        (figure.presence is Presence.GONE, 3, "newer rules no longer find it"),
        (figure.presence is Presence.NEW, 2, "an earlier reading had missed it"),
        (undecided and confidence < DOUBTFUL, 2, f"{confidence:.0%} of such readings are right"),
        (undecided and _may_be_misread(figure.printed), 1, "its digits may be misread"),
    )
    there = [(weight, words) for holds, weight, words in every if holds]
    return Doubt(tuple(words for _, words in there), sum(weight for weight, _ in there), confidence)


def _may_be_misread(figure: Figure) -> bool:
    """Tell whether digits were recognised in a picture and are not sure, or stand beside letters like them."""
    return figure.doubtful or bool(_LOOK_ALIKE.search(figure.quote))


def asked_of(shelf: Shelf, document_id: str) -> frozenset[str]:
    """Return the figures of a document that a check asks to look at."""
    queries = (finding for finding in findings_of(shelf, document_id) if finding.verdict is Verdict.QUERY)
    return frozenset(figure for finding in queries for figure in finding.figures)


def most_doubtful(shelf: Shelf, after: str | None) -> str | None:
    """Return the most doubtful undecided figure of all records but ``after``, by place where two are alike.

    None where no other is undecided.
    """
    best: tuple[tuple[int, float], str] | None = None
    for document_id in shelf.ids():
        asked = frozenset() if document_id in shelf.awaiting else asked_of(shelf, document_id)
        for figure in shelf.sheet(document_id).figures.values():
            if figure.state is State.UNREVIEWED and figure.id != after:
                rank = doubt(figure, figure.id in asked).rank
                if best is None or rank < best[0]:
                    best = (rank, figure.id)
    return best[1] if best else None
