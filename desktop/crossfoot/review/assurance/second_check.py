"""The second check: another reviewer looks at what one has decided, at all of it or at a sample, seen or blind.

Analyst and assurer are different people (HM Treasury, The Aqua Book), so the same initials are refused.
A later decision on a figure takes its second check away: it was about something else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from crossfoot.model import Changes, Dictionary, ReviewedFigure, State, WorldError
from crossfoot.model.assurance import SecondCheck
from crossfoot.review.ledger import Ledger, second_check_entry
from crossfoot.review.overlay import field_text
from crossfoot.review.shelf import Shelf, document_of
from crossfoot.review.typed import read_fields

_SCALE = 2**64


def check_again(
    ledger: Ledger, dictionary: Dictionary, figure_id: str, fields: Mapping[str, str], *, blind: bool, note: str
) -> Changes:
    """Write down what a second reviewer says of a figure: that it stands, or what it should be.

    ``fields`` are typed values; those equal to what stands agree. Without any, the figure is agreed to as it is seen.
    Raises WorldError where it is not for this reviewer to say, or an entry cannot be read.
    """
    figure = ledger.shelf.figure(figure_id)
    _refuse(ledger, figure)
    if blind and "value" not in fields:
        raise WorldError("A blind check needs the value: type it as it stands in the record.")
    entered, _ = read_fields(fields, figure.current, dictionary)
    agrees = all(text == field_text(figure.current, name) for name, text in entered.items())
    document_id, now = document_of(figure_id), ledger.clock()
    made = SecondCheck(figure_id, document_id, ledger.reviewer, now, agrees, blind, dict(entered), note.strip())
    before = ledger.shelf.second_checks(document_id).get(figure_id)
    verb = "agree" if agrees else "differ"
    return ledger.act(verb, [second_check_entry(figure_id, document_id, before, made)], reason=note.strip(), at=now)


def _refuse(ledger: Ledger, figure: ReviewedFigure) -> None:
    """Raise WorldError where the reviewer cannot be the second one of this figure."""
    if not ledger.reviewer:
        raise WorldError("A second check is signed: set your initials first (File, Reviewer's initials).")
    if figure.state is State.UNREVIEWED:
        raise WorldError("This figure has no decision yet: a second check comes after the first.")
    if figure.reviewer.casefold() == ledger.reviewer.casefold():
        raise WorldError(
            f"{figure.reviewer} decided on this figure: a second check needs another reviewer, with other initials."
        )


def to_check(shelf: Shelf, reviewer: str, document_id: str | None, share: float) -> tuple[str, ...]:
    """Return the figures that wait for this second reviewer, in the order of their places.

    ``share`` between 0 and 1 is the part of the decided figures to look at. Which ones is drawn from their ids alone,
    so the sample is the same on every machine and nobody can choose it; a larger share holds every smaller one.
    """
    return tuple(
        figure.id
        for each in shelf.ids(document_id)
        for figure in _others(shelf.sheet(each).figures.values(), reviewer)
        if figure.id not in shelf.second_checks(each) and _drawn(figure.id) < share
    )


def _others(figures: Iterable[ReviewedFigure], reviewer: str) -> Iterable[ReviewedFigure]:
    """Yield the figures that somebody else decided on."""
    return (f for f in figures if f.state is not State.UNREVIEWED and f.reviewer.casefold() != reviewer.casefold())


def _drawn(figure_id: str) -> float:
    """Return a number between 0 and 1 that belongs to the figure as if it were drawn by lot."""
    return int.from_bytes(hashlib.sha256(figure_id.encode()).digest()[:8]) / _SCALE
