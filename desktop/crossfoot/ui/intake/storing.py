"""What comes in is stored a little at a time, and the panes are told now and then: the window never waits long."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from crossfoot.model import Changes, WorldError
from crossfoot.ui.operations import Funnel

_SLICE = 0.025
"""Seconds after which a transaction takes in nothing further."""
_TOGETHER = 16
"""Things in one transaction at most."""
_GATHER = 50
"""Milliseconds in which those are gathered that come after the first: the disk takes as long for one as for several."""
_PAUSE = 400
"""Milliseconds at least between two tellings of the panes."""
_SHARE = 8
"""By how much longer than a telling the pause after it is: most of the time is the officer's."""


_MANY = 100
"""Records from which on Python is told to take what is at hand for kept: it looks for what can be thrown away by going
through everything, which of a thousand records takes longer than the window may stand still."""


Thing = TypeVar("Thing")
Store = Callable[[Sequence[Thing], Callable[[], bool]], Sequence[Changes | WorldError]]
"""Stores the first of some things in one transaction, until it is told that this is enough; says what came of each."""


class Storing(QObject, Generic[Thing]):
    """Stores things, such as records, in the order in which they come; ``name`` is what people call one.

    ``failed`` carries the sentence of one that was refused, ``moved`` tells that some are in. ``emptied`` comes
    once after :meth:`finish`, when nothing waits any more and the panes know of everything. ``count`` is how many came
    in since :meth:`begin`, and ``fresh`` are their documents.
    """

    failed = Signal(str)
    emptied = Signal()
    moved = Signal()

    def __init__(
        self,
        store: Store[Thing],
        name: Callable[[Thing], str],
        funnel: Funnel,
        parent: QObject | None = None,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._name = name
        self._funnel = funnel
        self._clock = clock
        self._waiting: deque[Thing] = deque()
        self._untold = Changes()
        self._is_finishing = False
        self.count = 0
        self.fresh: set[str] = set()
        self._next = self._timer(0, self._store_some)
        self._telling = self._timer(_PAUSE, self._tell)

    @property
    def waiting(self) -> int:
        """Return how many things wait to be stored."""
        return len(self._waiting)

    def begin(self) -> None:
        """Count anew, for the next import."""
        self.count = 0
        self.fresh.clear()
        self._telling.setInterval(0)  # the first ones are shown at once

    def put(self, thing: Thing) -> None:
        """Store a thing as soon as the window has a turn for it."""
        self._waiting.append(thing)
        if not self._next.isActive():
            self._next.start(_GATHER)

    def drop(self) -> None:
        """Leave out what waits; what is stored stays."""
        self._waiting.clear()

    def finish(self) -> None:
        """Tell by ``emptied`` when all that waits is stored; a few records are stored at once."""
        self._is_finishing = True
        if len(self._waiting) <= _TOGETHER:
            while self._waiting:
                self._store_some()
        if not self._waiting:
            self._end()

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        """Return a timer that runs once whenever it is started."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _store_some(self) -> None:
        """Store the first records that wait, in one transaction."""
        if self._waiting:
            begun = self._clock()
            some = tuple(islice(self._waiting, _TOGETHER))
            try:
                outcomes = self._store(some, lambda: self._clock() - begun > _SLICE)
            except Exception:
                self._waiting.popleft()
                self.failed.emit(
                    f"{self._name(some[0])}: the program made a mistake while storing it; the others go on."
                )
                self._go_on()
                raise  # to the hook that reports faults of ours
            for outcome in outcomes:
                self._waiting.popleft()
                self._note(outcome)
        self._go_on()

    def _note(self, outcome: Changes | WorldError) -> None:
        """Keep what came of one record."""
        if isinstance(outcome, WorldError):
            self.failed.emit(str(outcome))
            return
        self.count += 1
        self.fresh |= outcome.documents
        self._untold |= outcome
        if not self._telling.isActive():
            self._telling.start()

    def _go_on(self) -> None:
        """Take the next records in the window's next turn, or end."""
        self.moved.emit()
        if self._waiting:
            self._next.start(0)
        elif self._is_finishing:
            self._end()

    def _tell(self) -> None:
        """Tell the panes what came in, and leave them alone for a while."""
        changes, self._untold = self._untold, Changes()
        begun = self._clock()
        self._funnel.tell(changes)
        if self.count > _MANY:
            gc.freeze()
        self._telling.setInterval(max(_PAUSE, round(1000 * _SHARE * (self._clock() - begun))))

    def _end(self) -> None:
        """Tell the panes of the rest, and that all is in; once."""
        if not self._is_finishing:
            return
        self._is_finishing = False
        self._next.stop()
        self._telling.stop()
        self._tell()
        self.emptied.emit()
