"""What if a figure had another value: which findings would come and which would go, with nothing written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from crossfoot.model import Dictionary, Finding, State, Verdict
from crossfoot.review.checking import check_and_sketch
from crossfoot.review.findings.gathering import findings_of, sketch_of
from crossfoot.review.findings.wider import own_findings
from crossfoot.review.overlay import corrected_figure
from crossfoot.review.shelf import Shelf, is_dismissed
from crossfoot.review.suiting import doubt
from crossfoot.review.typed import read_fields
from crossfoot.workspace import FigureState


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What another value would do to the queries of a record: those that would come, and those that would go.

    ``doubt`` says where the indicator would not be counted in the figure's unit.
    """

    appearing: tuple[Finding, ...] = ()
    vanishing: tuple[Finding, ...] = ()
    remaining: int = 0
    doubt: str = ""


def what_if(shelf: Shelf, dictionary: Dictionary, figure_id: str, fields: Mapping[str, str]) -> WhatIf:
    """Return what typed fields of a figure would do to the queries of its record; raise WorldError as correct does."""
    figure = shelf.figure(figure_id)
    entries, step = read_fields(fields, figure.current, dictionary)
    state = FigureState(State.CORRECTED, corrected={**figure.corrected, **entries}, step=step or figure.current.step)
    tried = replace(figure, current=corrected_figure(figure.printed, state), state=State.CORRECTED)
    document_id = figure.document
    figures = {**shelf.sheet(document_id).figures, figure_id: tried}
    found, sketch = check_and_sketch(shelf.document(document_id), figures.values(), shelf.settings)
    found += shelf.across.with_another(sketch, shelf.checked_ids(), partial(sketch_of, shelf))
    found += own_findings(
        shelf.own_checks(),
        document_id,
        lambda each: figures if each == document_id else shelf.sheet(each).figures,
        shelf.has_figure,
    )
    before = _queries(shelf, document_id, findings_of(shelf, document_id))
    after = _queries(shelf, document_id, found)
    return WhatIf(
        tuple(finding for key, finding in after.items() if key not in before),
        tuple(finding for key, finding in before.items() if key not in after),
        len(before.keys() & after.keys()),
        doubt(dictionary, tried.current) if entries.keys() & {"indicator", "unit", "value"} else "",
    )


def _queries(shelf: Shelf, document_id: str, found: tuple[Finding, ...]) -> dict[object, Finding]:
    """Return the queries by rule and figures: one that stands with another sentence is the same query."""
    decisions = shelf.sheet(document_id).decisions
    return {
        (finding.rule, finding.figures or finding.id): finding
        for finding in found
        if finding.verdict is Verdict.QUERY and not is_dismissed(decisions, finding.id)
    }
