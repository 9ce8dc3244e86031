"""The queue puts the figures first that most want a look, across all records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from crossfoot.model import Presence, ReviewedFigure, State
from crossfoot.review.prepared import Prepared
from crossfoot.review.queueing import doubt
from crossfoot.review.session import Review


def _weakened(prepared: Prepared, place: int, confidence: float) -> Prepared:
    """Return a record of which one figure is an unsure reading."""
    figures = list(prepared.extraction.figures)
    figures[place] = replace(figures[place], confidence=confidence)
    return replace(prepared, extraction=replace(prepared.extraction, figures=tuple(figures)))


def test_the_most_doubtful_figure_of_all_records_comes_next_and_the_one_after_it_then(
    review: Review, make: Callable[..., Prepared]
) -> None:
    review.store(_weakened(make("other.txt", ending=" More."), 3, 0.4))
    review.store(_weakened(make("third.txt", ending=" Most."), 2, 0.3))
    asked = {figure for _, finding in review.findings() if finding.verdict == "query" for figure in finding.figures}
    assert not asked
    first = review.most_doubtful(None)
    assert first is not None
    assert review.figure(first).current.confidence == 0.3
    review.confirm([first])
    second = review.most_doubtful(first)
    assert second is not None
    assert review.figure(second).current.confidence == 0.4


def test_where_nothing_is_doubtful_the_queue_goes_by_place(review: Review, ids: list[str]) -> None:
    assert review.most_doubtful(None) == ids[0]
    assert review.most_doubtful(ids[0]) == ids[1]
    review.confirm(ids)
    assert review.most_doubtful(None) is None


@pytest.mark.parametrize(
    ("change", "asked", "words"),
    [
        ({}, True, "a check asks"),
        ({"state": State.QUERIED}, False, "a question is open"),
        ({"presence": Presence.CHANGED}, False, "differently"),
        ({"presence": Presence.NEW}, False, "missed"),
        ({"quote": "l,194"}, False, "misread"),
        ({"confidence": 0.5}, False, "50% of such readings"),
    ],
)
def test_every_ground_is_said_in_words_and_weighs(
    review: Review, change: dict[str, object], asked: bool, words: str
) -> None:
    figure = review.figures()[0]
    inner = {name: value for name, value in change.items() if name in {"quote", "confidence"}}
    outer = {name: value for name, value in change.items() if name not in inner}
    printed = replace(figure.printed, **inner)  # type: ignore[arg-type]
    doubted: ReviewedFigure = replace(figure, printed=printed, current=printed, **outer)  # type: ignore[arg-type]
    assert doubt(figure, asked=False).grounds == ()
    found = doubt(doubted, asked)
    assert words in found.grounds[0]
    assert found.rank < doubt(figure, asked=False).rank
