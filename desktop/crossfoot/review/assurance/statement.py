"""The numbers of the statement of quality assurance: what was found, checked, changed, by whom, and what was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import sqrt

from crossfoot.model import Dictionary, Origin, ReviewedFigure, State, Verdict
from crossfoot.model.assurance import ErrorRate, QaStatement, ReviewerPart, SignedRecord
from crossfoot.model.reading_notes import is_gap
from crossfoot.model.wording import document_words
from crossfoot.review.assurance.agreement import agreement
from crossfoot.review.findings.gathering import findings_of
from crossfoot.review.overlay import FIELDS
from crossfoot.review.shelf import Shelf

_FEWEST = 5
"""An indicator with fewer decided figures gets no rate of its own: it would say nothing."""


def statement(shelf: Shelf, dictionary: Dictionary, document_ids: Sequence[str]) -> QaStatement:
    """Return the statement's numbers for some documents."""
    figures = [figure for each in document_ids for figure in shelf.sheet(each).figures.values()]
    queries = [(each, f) for each in document_ids for f in findings_of(shelf, each) if f.verdict is Verdict.QUERY]
    checks = {key: check for each in document_ids for key, check in shelf.second_checks(each).items()}
    documents = [shelf.document(each) for each in document_ids]
    states = [figure.state for figure in figures]
    by_id = {figure.id: figure for figure in figures}
    pairs = [(by_id[key], check) for key, check in checks.items() if key in by_id]
    decided = [f for f in figures if f.origin is Origin.FOUND and f.state is not State.UNREVIEWED]
    return QaStatement(
        documents=len(document_ids),
        found=len(figures),
        confirmed=states.count(State.CONFIRMED),
        corrected=states.count(State.CORRECTED),
        rejected=states.count(State.REJECTED),
        queried=states.count(State.QUERIED),
        undecided=states.count(State.UNREVIEWED),
        added=sum(figure.origin is Origin.ADDED for figure in figures),
        findings=len(queries),
        settled=sum(f.id in shelf.sheet(each).decisions for each, f in queries),
        by_field=_by_field(decided),
        by_indicator=_by_indicator(decided, dictionary),
        reviewers=_reviewers(figures),
        second_checks=len(checks),
        blind_checks=sum(check.blind for check in checks.values()),
        second_reviewers=tuple(sorted({check.reviewer for check in checks.values()})),
        disagreements=sum(not check.agrees for check in checks.values()),
        agreement=agreement(pairs),
        signed=tuple(
            SignedRecord(document_words(document), signed)
            for document in documents
            if (signed := shelf.sign_off(document.id)) is not None
        ),
        unread=tuple(f"{each.title}: {note}" for each in documents for note in each.reading.notes if is_gap(note)),
    )


def _by_field(decided: Sequence[ReviewedFigure]) -> tuple[ErrorRate, ...]:
    """Return how often the program was wrong about what is a figure, and, of figures that are, about each field."""
    if not decided:
        return ()
    real = [f for f in decided if f.state in {State.CONFIRMED, State.CORRECTED}]
    rates = [_rate("not a figure", len(decided), sum(f.state is State.REJECTED for f in decided))]
    rates += [_rate(name, len(real), sum(name in f.corrected for f in real)) for name in FIELDS if real]
    return tuple(rates)


def _by_indicator(decided: Iterable[ReviewedFigure], dictionary: Dictionary) -> tuple[ErrorRate, ...]:
    """Return how often figures that the program gave an indicator were corrected or rejected, the worst first."""
    groups: defaultdict[str, list[ReviewedFigure]] = defaultdict(list)
    for figure in decided:
        if figure.printed.indicator:
            groups[figure.printed.indicator].append(figure)
    wrong = {State.CORRECTED, State.REJECTED}
    rates = [
        _rate(dictionary.name(key), len(group), sum(f.state in wrong for f in group))
        for key, group in groups.items()
        if len(group) >= _FEWEST
    ]
    return tuple(sorted(rates, key=lambda rate: (-rate.wrong / rate.checked, -rate.checked, rate.name)))


def _rate(name: str, checked: int, wrong: int) -> ErrorRate:
    """Return a share with its interval."""
    return ErrorRate(name, checked, wrong, *interval(wrong, checked))


def interval(wrong: int, checked: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share, good for few and for none as well.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
    """
    if not checked:
        return 0.0, 1.0
    z = 1.959964
    share, square = wrong / checked, z * z
    middle = share + square / (2 * checked)
    reach = z * sqrt(share * (1 - share) / checked + square / (4 * checked * checked))
    scale = 1 + square / checked
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def _reviewers(figures: Iterable[ReviewedFigure]) -> tuple[ReviewerPart, ...]:
    """Return who decided on how many figures, and when, by initials."""
    when: defaultdict[str, list[datetime]] = defaultdict(list)
    for figure in figures:
        if figure.state is not State.UNREVIEWED and figure.reviewed_at is not None:
            when[figure.reviewer].append(figure.reviewed_at)
    return tuple(ReviewerPart(who, len(times), min(times), max(times)) for who, times in sorted(when.items()))
