"""Prepared files come into a workspace, some of them in one transaction; each is told of when it is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from crossfoot.cli.printing import tell
from crossfoot.cli.reading import Results, guarded, with_name
from crossfoot.model import Changes, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review

_TOGETHER = 32
"""Records in one transaction at most: the disk takes as long for one as for many."""
_GATHER = 0.5
"""Seconds after which what was taken is stored, so that nobody waits long for a line."""


class Bringing:
    """Brings files into a workspace. ``kept`` records came in, ``fresh`` are their documents, ``refused`` did not."""

    def __init__(self, review: Review, clock: Callable[[], float] = monotonic) -> None:
        self._review = review
        self._clock = clock
        self._waiting: list[Prepared] = []
        self._since = 0.0
        self.kept = self.refused = 0
        self.fresh: set[str] = set()

    def take(self, path: Path, results: Results | WorldError) -> None:
        """Take what was made of a file, or tell why it cannot come in."""
        if isinstance(results, WorldError):
            self.store()  # so that the lines come in the order of the files
            self._refuse(path, results)
            return
        if not self._waiting:
            self._since = self._clock()
        self._waiting += results
        if len(self._waiting) >= _TOGETHER or self._clock() - self._since > _GATHER:
            self.store()

    def store(self) -> None:
        """Store what was taken."""
        while self._waiting:
            path = Path(self._waiting[0].path)
            outcomes = guarded(path, partial(self._review.store_some, self._waiting))
            for outcome in (outcomes,) if isinstance(outcomes, WorldError) else outcomes:
                prepared = self._waiting.pop(0)
                if isinstance(outcome, WorldError):
                    self._refuse(Path(prepared.path), outcome)
                else:
                    self._welcome(prepared, outcome)

    def _welcome(self, prepared: Prepared, changes: Changes) -> None:
        """Tell of a record that is there."""
        self.kept += 1
        self.fresh |= changes.documents
        part = prepared.reading.part
        place = f", record {part.number} of {part.count}" if part else ""
        print(f"{prepared.path}{place}: {len(prepared.extraction.figures)} figures")
        for note in prepared.reading.notes:
            tell(f"{prepared.path}: {note}")

    def _refuse(self, path: Path, error: WorldError) -> None:
        """Tell why a file is not there."""
        tell(with_name(path, error))
        self.refused += 1
