"""The officer states a check of their own: figures picked, a relation or a formula, a tolerance, a note."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.checks.own.formula import FormulaError
from crossfoot.checks.own.relations import NAMES, Relation, formula_of
from crossfoot.checks.own.testing import own_finding
from crossfoot.checks.own.working import check_formula
from crossfoot.model import Changes, Finding, State, WorldError
from crossfoot.model.judging import FigurePattern, OwnCheck
from crossfoot.review.ledger import NO_CHANGE, Ledger
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import NOTHING, Entry, TargetKind, dumps


def draft(
    shelf: Shelf,
    figure_ids: Sequence[str],
    relation: Relation,
    *,
    formula: str = "",
    title: str = "",
    tolerance: str = "",
    note: str = "",
    template: bool = False,
) -> OwnCheck:
    """Return the check that picked figures and a relation make; raise FormulaError where it cannot be worked out.

    Figures are named a, b, c in the order in which they were picked.
    """
    ids = list(dict.fromkeys(figure_ids))
    if not ids:
        raise FormulaError("Pick the figures of the check first, in the table or in the text.")
    if len(ids) > len(NAMES):
        raise FormulaError(f"A check has {len(NAMES)} figures at most.")
    gone = next((name for name, each in zip(NAMES, ids, strict=False) if not shelf.has_figure(each)), None)
    if gone is not None:
        raise FormulaError(f"Figure {gone} is not in the workspace any more: put its record back, or leave it out.")
    figures = [shelf.figure(each) for each in ids]
    rejected = next((f for f in figures if f.state is State.REJECTED), None)
    if rejected is not None:
        raise FormulaError(f"“{rejected.printed.quote}” was rejected as not a figure: pick another, or take that back.")
    names = dict(zip(NAMES, ids, strict=False))
    current = {name: figure.current for name, figure in zip(names, figures, strict=True)}
    order = list(names)
    if relation is Relation.SUM:  # the whole is the largest, whichever was picked first
        order.sort(key=lambda name: current[name].value == max(f.value for f in current.values()))
    text = formula.strip() if relation is Relation.FORMULA else formula_of(relation, order)
    check_formula(text, current, tolerance)
    return OwnCheck(
        "",
        title.strip(),
        text,
        names,
        {name: FigurePattern.of(figure) for name, figure in current.items()},
        tolerance.strip(),
        note.strip(),
        template,
    )


def tried(shelf: Shelf, check: OwnCheck) -> Finding:
    """Return what a check says now, kept or not; a figure that was rejected or is gone does not stand for its name."""
    there = {name: shelf.figure(each) for name, each in check.names.items() if shelf.has_figure(each)}
    standing = {name: figure for name, figure in there.items() if figure.state is not State.REJECTED}
    return own_finding(check, {name: (figure.id, figure.current) for name, figure in standing.items()}, None)


def keep(ledger: Ledger, check: OwnCheck) -> Changes:
    """Keep a new check, or another form of one that is kept already."""
    held = {each.id: each for each in ledger.shelf.own_checks()}
    before = held.get(check.id)
    if check.id and before is None:
        raise WorldError("This check was taken away: state it anew.")
    stamped = OwnCheck(
        check.id or ledger.next_id("c"),
        check.title,
        check.formula,
        check.names,
        check.patterns,
        check.tolerance,
        check.note,
        check.template,
        ledger.reviewer,
        before.created_at if before else ledger.clock(),
    )
    if stamped == before:
        return NO_CHANGE
    return ledger.act(
        "state check" if before is None else "change check", [own_check_entry(stamped.id, before, stamped)]
    )


def remove(ledger: Ledger, check_id: str) -> Changes:
    """Take a check away; undo brings it back."""
    before = next((each for each in ledger.shelf.own_checks() if each.id == check_id), None)
    return NO_CHANGE if before is None else ledger.act("remove check", [own_check_entry(check_id, before, None)])


def own_check_entry(check_id: str, before: OwnCheck | None, after: OwnCheck | None) -> Entry:
    """Return the entry that makes, changes or removes a check."""
    was = NOTHING if before is None else dumps(before)
    return Entry(TargetKind.OWN_CHECK, check_id, None, was, NOTHING if after is None else dumps(after))
