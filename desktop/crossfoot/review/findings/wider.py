"""What is said of a record beyond its own checks: by the rules over several records, and by the officer's own.

Both follow from what is at hand: sketches of all records, kept in the workspace, and the figures as they stand. So
one correction costs one comparison of sketches, not another look at a thousand texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from crossfoot.checks import Sketch
from crossfoot.checks.own.testing import own_finding
from crossfoot.model import Figure, Finding, ReviewedFigure, State
from crossfoot.model.judging import OwnCheck
from crossfoot.review.checking import compare
from crossfoot.workspace import Workspace, loads

Figures = Callable[[str], Mapping[str, ReviewedFigure]]
"""Gives a document's figures by their workspace ids."""


class Across:
    """What the rules over several records say, kept until a sketch or the list of records changes."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._sketches: dict[str, Sketch] | None = None
        self._found: dict[str, tuple[Finding, ...]] | None = None

    @property
    def known(self) -> Mapping[str, tuple[Finding, ...]] | None:
        """What was said last, or None where nobody has asked yet or it no longer stands."""
        return self._found

    def of(self, ids: Iterable[str], make: Callable[[str], Sketch]) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings by document; ``make`` makes the sketch of a record that the file has none of."""
        if self._found is None:
            self._found = compare(self.sketches(ids, make))
        return self._found

    def sketches(self, ids: Iterable[str], make: Callable[[str], Sketch]) -> list[Sketch]:
        """Return the sketches of records, those that the file has not made by ``make``."""
        held = self._held()
        return [held.get(each) or held.setdefault(each, make(each)) for each in ids]

    def take(self, sketch: Sketch) -> bool:
        """Keep a record's new sketch; tell whether it differs from the one before."""
        held = self._held()
        if held.get(sketch.document_id) == sketch:
            return False
        held[sketch.document_id] = sketch
        self._found = None
        return True

    def order_changed(self) -> None:
        """Compare anew: a record came in or went."""
        self._found = None

    def clear(self) -> None:
        """Forget everything; it is read again when asked for."""
        self._sketches = self._found = None

    def _held(self) -> dict[str, Sketch]:
        """Return the sketches at hand, read from the file once."""
        if self._sketches is None:
            with self._workspace.reading():
                stored = self._workspace.findings.sketches()
            self._sketches = {document: loads(Sketch, data) for document, data in stored.items()}
        return self._sketches


def own_findings(
    checks: Iterable[OwnCheck], document_id: str, figures: Figures, there: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Return what the officer's own checks say of one record.

    A check belongs to the record of its first figure; a template is tested in every other record that has just one
    figure for each of its names. ``there`` tells whether a figure is still in the workspace.
    """
    found: list[Finding] = []
    for check in checks:
        home = next(iter(check.names.values()), "").partition("-")[0]
        if home == document_id:
            named = {
                name: (figure_id, _standing(figures(figure_id.partition("-")[0]), figure_id))
                for name, figure_id in check.names.items()
                if there(figure_id)
            }
        elif check.template:
            named = _matched(check, figures(document_id))
        else:
            continue
        held = {name: (figure_id, figure) for name, (figure_id, figure) in named.items() if figure is not None}
        if home == document_id or len(held) == len(check.names):
            mine = [figure.span for figure_id, figure in held.values() if figure_id.startswith(f"{document_id}-")]
            found.append(own_finding(check, held, mine[0] if mine else None))
    return tuple(found)


def _standing(figures: Mapping[str, ReviewedFigure], figure_id: str) -> Figure | None:
    """Return a figure as it stands now, or None where it was rejected or is gone."""
    figure = figures.get(figure_id)
    return None if figure is None or figure.state is State.REJECTED else figure.current


def _matched(check: OwnCheck, figures: Mapping[str, ReviewedFigure]) -> dict[str, tuple[str, Figure | None]]:
    """Return the figures of a record that stand for a template's names; empty where one has none, or several."""
    found: dict[str, tuple[str, Figure | None]] = {}
    for name, pattern in check.patterns.items():
        fitting = [f for f in figures.values() if f.state is not State.REJECTED and pattern.fits(f.current)]
        if len(fitting) != 1:
            return {}
        found[name] = fitting[0].id, fitting[0].current
    return found
