"""The readings of one document's text: what each version of the rules found there, and which one a decision is on.

What the officer decided on must not change because newer rules read it differently. A decided figure is therefore
shown as it was read when it was decided; all others as the newest reading has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from crossfoot.model import Figure, Presence, ReviewedFigure, State
from crossfoot.review.overlay import FIELDS, field_text, reviewed
from crossfoot.workspace import FigureState


@dataclass(frozen=True)
class Readings:
    """What the readings of a document found. The id of a figure is the same in all readings that found it.

    ``found`` are the figures of the newest reading, whose number is ``number``, by id. Of the ``earlier`` readings,
    oldest first, the ids are at hand; ``load`` reads the figures of one of them, for the few that are asked for.
    """

    document: str
    number: int
    found: Mapping[str, Figure]
    earlier: Mapping[int, frozenset[str]]
    load: Callable[[int], Mapping[str, Figure]]

    @property
    def newest(self) -> int | None:
        """Return the number of the newest reading; None where it is the document's first, as decisions note it."""
        return self.number if self.earlier else None

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of all readings, oldest first."""
        return (*sorted(self.earlier), self.number)

    def figure(self, number: int, local: str) -> Figure | None:
        """Return a figure as one reading found it, or None where it did not."""
        if number == self.number:
            return self.found.get(local)
        return self.load(number)[local] if local in self.earlier[number] else None

    def lay(self, local: str, state: FigureState | None) -> ReviewedFigure | None:
        """Return a figure with what the officer holds of it; None where neither rules nor officer know it now.

        ``local`` is the figure's id within its document.
        """
        now = self.found.get(local)
        if state is not None and state.added is not None:
            return reviewed(self.document, state.added, state)
        if now is not None and (state is None or state.state is State.UNREVIEWED):
            shown = reviewed(self.document, now, state)
            missed = any(local not in ids for ids in self.earlier.values())  # an earlier reading
            return replace(shown, presence=Presence.NEW) if missed else shown
        printed = self._as_decided(local, state) if state is not None else None
        if printed is None:
            return None
        shown = reviewed(self.document, printed, state)
        if now is None:
            return replace(shown, presence=Presence.GONE)
        return shown if reads_alike(printed, now) else replace(shown, presence=Presence.CHANGED, reread=now)

    def laid(self, states: Mapping[str, FigureState]) -> Iterator[ReviewedFigure]:
        """Yield every figure that rules or officer know; ``states`` are by workspace id."""
        ids = dict.fromkeys([*self.found, *(each.partition("-")[2] for each in states)])
        for local in ids:
            figure = self.lay(local, states.get(f"{self.document}-{local}"))
            if figure is not None:
                yield figure

    def former(self) -> Mapping[str, Figure]:
        """Return by id the figures that only earlier readings found, each as it was found last."""
        known = {local: figure for number in sorted(self.earlier) for local, figure in self.load(number).items()}
        return {local: figure for local, figure in known.items() if local not in self.found}

    def _as_decided(self, local: str, state: FigureState) -> Figure | None:
        """Return a figure as the reading had it that was decided on, or the one nearest to it that found it."""
        numbers = self.numbers
        if state.state is State.UNREVIEWED:
            decided = self.number
        else:
            decided = state.reading if state.reading is not None else numbers[0]
        nearest = [n for n in reversed(numbers) if n <= decided] + [n for n in numbers if n > decided]
        found = (self.figure(number, local) for number in nearest)
        return next((figure for figure in found if figure is not None), None)


def reads_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two readings of a figure agree in every field that an officer decides on."""
    return all(field_text(one, name) == field_text(other, name) for name in FIELDS)
