"""What is said of a record beyond its own checks: by the rules over several records, and by the officer's own.

Both follow from what is at hand: sketches of all records, kept in the workspace, and the figures as they stand. So
one correction costs one comparison of sketches, not another look at a thousand texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crossfoot.checks import Sketch
from crossfoot.checks.own.testing import own_finding
from crossfoot.model import Figure, Finding, ReviewedFigure, State
from crossfoot.model.judging import OwnCheck
from crossfoot.review.checking import compare, comparison
from crossfoot.workspace import Workspace, loads

Figures = Callable[[str], Mapping[str, ReviewedFigure]]
"""Gives a document's figures by their workspace ids."""


class Across:
    """What the rules over several records say, kept until a sketch or the list of records changes.

    Between :meth:`hold` and :meth:`release` what was said last stays as it is, whatever comes in: a thousand records
    are compared once, when all are there, and :meth:`pending` lets another thread do it.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._sketches: dict[str, Sketch] = {}
        self._unread: dict[str, str] | None = None
        self._found: Mapping[str, tuple[Finding, ...]] | None = None
        self._comparison = comparison()
        self._is_held = False
        self._is_stale = False
        self._turn = 0

    @property
    def known(self) -> Mapping[str, tuple[Finding, ...]] | None:
        """What was said last, or None where nobody has asked yet or it no longer stands."""
        return _NOTHING_SAID if self._found is None and self._is_held else self._found

    def of(self, ids: Iterable[str], make: Callable[[str], Sketch]) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings by document; ``make`` makes the sketch of a record that the file has none of."""
        known = self.known
        if known is None:
            known = self._found = self._comparison.of(self.sketches(ids, make))
        return known

    def with_another(self, sketch: Sketch, ids: Iterable[str], make: Callable[[str], Sketch]) -> tuple[Finding, ...]:
        """Return what would be said of a record if it had another sketch; nothing of it is kept."""
        others = self.sketches((each for each in ids if each != sketch.document_id), make)
        return self._comparison.of([*others, sketch], keep=False).get(sketch.document_id, ())

    def sketches(self, ids: Iterable[str], make: Callable[[str], Sketch]) -> list[Sketch]:
        """Return the sketches of records, those that the file has not made by ``make``."""
        return [self._held(each) or self._sketches.setdefault(each, make(each)) for each in ids]

    def take(self, sketch: Sketch) -> bool:
        """Keep a record's new sketch; tell whether it differs from the one before."""
        if self._held(sketch.document_id) == sketch:
            return False
        self._sketches[sketch.document_id] = sketch
        self.order_changed()
        return True

    def take_in(self, document_id: str, sketch: str | None) -> None:
        """Keep the JSON of a new record's sketch, where it is made already; it is read when it is compared first."""
        if self._unread is not None and sketch is not None:
            self._unread[document_id] = sketch
        self.order_changed()

    def order_changed(self) -> None:
        """Compare anew: a record came in or went, or says something else."""
        self._turn += 1
        if self._is_held:
            self._is_stale = True
        else:
            self._found = None

    def hold(self) -> None:
        """Let what was said last stand until it is released; what the file has of records is read before more come."""
        self._stored()
        self._is_held = True

    def release(self) -> None:
        """Let what no longer stands be compared anew by whoever asks next."""
        if self._is_stale:
            self._found = None
        self._is_held = self._is_stale = False

    def pending(self, ids: Iterable[str], make: Callable[[str], Sketch]) -> PendingComparison | None:
        """Return the comparison that is due where something changed while it was held back, or None."""
        if not self._is_stale:
            return None
        unread = self._stored()
        order = tuple(ids)
        for each in order:
            if each not in self._sketches and each not in unread:
                self._sketches[each] = make(each)
        return PendingComparison(self._turn, order, dict(self._sketches), dict(unread))

    def settle(self, compared: Compared) -> bool:
        """Take what a comparison said, and release; tell whether it still stands, else another has to be made."""
        if compared.turn != self._turn:
            return False
        self._sketches.update(compared.sketches)
        for document_id in compared.sketches:
            self._stored().pop(document_id, None)
        self._found, self._is_stale = compared.found, False
        self.release()
        return True

    def clear(self) -> None:
        """Forget everything; it is read again when asked for."""
        self._sketches, self._unread = {}, None
        self.order_changed()

    def _held(self, document_id: str) -> Sketch | None:
        """Return the sketch of a record that is at hand or in the file, read once."""
        unread = self._stored().pop(document_id, None)
        if unread is not None and document_id not in self._sketches:
            self._sketches[document_id] = loads(Sketch, unread)
        return self._sketches.get(document_id)

    def _stored(self) -> dict[str, str]:
        """Return the JSON of those sketches of the file that were not read yet."""
        if self._unread is None:
            with self._workspace.reading():
                self._unread = self._workspace.findings.sketches()
        return self._unread


_NOTHING_SAID: Mapping[str, tuple[Finding, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Compared:
    """What a comparison said, by document, and the sketches that it has read for it."""

    turn: int
    found: Mapping[str, tuple[Finding, ...]]
    sketches: Mapping[str, Sketch]


@dataclass(frozen=True)
class PendingComparison:
    """A comparison of all records that is due; it touches nothing of the workspace, so any thread may run it."""

    turn: int
    ids: tuple[str, ...]
    sketches: Mapping[str, Sketch]
    unread: Mapping[str, str]

    def run(self) -> Compared:
        """Compare the records."""
        read = {each: loads(Sketch, data) for each, data in self.unread.items() if each not in self.sketches}
        every = {**read, **self.sketches}
        return Compared(self.turn, compare([every[each] for each in self.ids]), read)


def own_findings(
    checks: Iterable[OwnCheck], document_id: str, figures: Figures, there: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Return what the officer's own checks say of one record.

    A check belongs to the record that :func:`home_of` gives; a template is tested in every other record that has just
    one figure for each of its names. ``there`` tells whether a figure is still in the workspace.
    """
    found: list[Finding] = []
    for check in checks:
        home = home_of(check, there)
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


def home_of(check: OwnCheck, there: Callable[[str], bool]) -> str:
    """Return the record that a check belongs to: that of its first figure which is in the workspace.

    So a check of figures of several records still asks where the record of the first went to the bin.
    """
    ids = tuple(check.names.values())
    return next((each for each in ids if there(each)), ids[0] if ids else "").partition("-")[0]


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
