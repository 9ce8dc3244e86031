"""What the rules over several records say, kept council by council, so that one correction costs one council's look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from crossfoot.checks.across.order import by_council, in_order
from crossfoot.checks.across.sketch import Sketch
from crossfoot.checks.across.telling import Known, Said
from crossfoot.model import Finding


class Comparison:
    """Compares records and remembers what was said of those of each council, as long as none of its sketches changes.

    A council's records are compared with each other alone. ``look`` says what the rules find in one council's records,
    in the order of their meetings, by document, and is given what it said of that council before.
    """

    def __init__(self, look: Callable[[Sequence[Sketch], Known], Said]) -> None:
        self._look = look
        self._said: dict[tuple[int, ...], tuple[Sequence[Sketch], Said]] = {}
        self._known: dict[str, Known] = {}

    def of(self, sketches: Iterable[Sketch], *, keep: bool = True) -> dict[str, tuple[Finding, ...]]:
        """Return what is said of records, by document; with ``keep`` off, as of a trial, nothing of it is remembered.

        Sketches are known by being the same objects, so that a thousand of them need not be read to be compared.
        """
        now: dict[tuple[int, ...], tuple[Sequence[Sketch], Said]] = {}
        known: dict[str, Known] = {}
        found: dict[str, tuple[Finding, ...]] = {}
        for records in by_council(in_order(sketches)):
            key = tuple(map(id, records))
            council = records[0].council or ""
            held = self._said.get(key)
            now[key] = held if held is not None else (records, self._look(records, self._known.get(council, {})))
            said = now[key][1]
            known[council] = said.known
            found |= {document: tuple(findings) for document, findings in said.found.items()}
        if keep:
            self._said, self._known = now, known
        return found
