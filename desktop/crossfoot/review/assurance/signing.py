"""The name under the check of a document, and how it is withdrawn."""

from __future__ import annotations

from crossfoot.model import Changes, State, Verdict, WorldError
from crossfoot.model.assurance import OpenPoint, SignOff
from crossfoot.model.wording import figure_words
from crossfoot.review.assurance.saying import difference_words
from crossfoot.review.findings.gathering import findings_of
from crossfoot.review.ledger import NO_CHANGE, Ledger, sign_off_entry
from crossfoot.review.shelf import Shelf, is_dismissed


def sign_off(ledger: Ledger, document_id: str, name: str, note: str) -> Changes:
    """Put the reviewer's name under a document, with what is open listed beside it.

    Raises WorldError where nobody can sign, or where no figure was decided on yet.
    """
    if not ledger.reviewer:
        raise WorldError("A sign-off needs a name: set your initials first (File, Reviewer's initials).")
    figures = ledger.shelf.sheet(document_id).figures.values()
    if figures and all(figure.state is State.UNREVIEWED for figure in figures):
        raise WorldError("No figure of this record is decided yet: check its figures before you sign.")
    before = ledger.shelf.sign_off(document_id)
    now = ledger.clock()
    points = tuple(point.words for point in open_points(ledger.shelf, document_id))
    made = SignOff(document_id, ledger.reviewer, now, " ".join(name.split()), note.strip(), points)
    return ledger.act("sign off", [sign_off_entry(document_id, before, made)], reason=note.strip(), at=now)


def withdraw(ledger: Ledger, document_id: str, reason: str) -> Changes:
    """Take the name away again; without one, nothing changes."""
    before = ledger.shelf.sign_off(document_id)
    if before is None:
        return NO_CHANGE
    return ledger.act("withdraw sign-off", [sign_off_entry(document_id, before, None)], reason=reason.strip())


def open_points(shelf: Shelf, document_id: str) -> tuple[OpenPoint, ...]:
    """Return what a document leaves open, the gravest first; nothing where all is settled."""
    figures = tuple(shelf.sheet(document_id).figures.values())
    undecided = tuple(f.id for f in figures if f.state is State.UNREVIEWED)
    found: list[OpenPoint] = []
    if undecided:
        found.append(OpenPoint(f"{_count(len(undecided), 'figure')} without a decision", undecided))
    for figure in figures:
        if figure.state is State.QUERIED:
            question = f": {figure.reason}" if figure.reason else ""
            found.append(OpenPoint(f"Query on {figure_words(figure.current)}{question}", (figure.id,)))
    checks = shelf.second_checks(document_id)
    for figure in figures:
        check = checks.get(figure.id)
        if check is not None and not check.agrees:
            found.append(OpenPoint(difference_words(figure.current, check), (figure.id,)))
    found += [
        OpenPoint(f"{f'Rule {finding.rule}' if finding.rule else 'Own check'}: {finding.message}", finding.figures)
        for finding in findings_of(shelf, document_id)
        if finding.verdict is Verdict.QUERY and not is_dismissed(shelf.sheet(document_id).decisions, finding.id)
    ]
    return tuple(found)


def _count(number: int, what: str) -> str:
    """Return a number of things in words."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")
