"""Work in other processes while the window goes on: reading files, and reading stored texts again.

The pool's threads never touch the workspace or a widget: they only emit a signal of this object,
which lives in the main thread, and Qt carries it there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from crossfoot.model import WorldError
from crossfoot.readers.crew import Crew


class ChildJob(QObject):
    """Does the same work on things one after the other in child processes.

    ``call`` makes of a thing what a child process is to call, when its turn comes, and ``name`` what people call it.
    ``prepared`` carries what was made of a thing, to be stored, ``failed`` the one sentence of a thing
    that could not be read, ``progressed`` (done, all), ``finished`` comes once at the end, with
    whether it was cancelled. A thing that kills its process costs no other its place.
    """

    prepared = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    finished = Signal(bool)
    _arrived = Signal(object, object)

    def __init__(
        self,
        things: Sequence[Hashable],
        call: Callable[[Any], Callable[[], object]],
        name: Callable[[Any], str],
        *,
        jobs: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._all = len(things)
        self._done = 0
        self._name = name
        self._over = False
        self._crew: Crew[Hashable] = Crew(things, call, self._arrived.emit, jobs=jobs)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def total(self) -> int:
        """Return how many things the job is about."""
        return self._all

    def start(self) -> None:
        """Begin; returns at once."""
        self.progressed.emit(0, self._all)
        self._feed()

    def cancel(self) -> None:
        """Stop as soon as may be: what is stored stays, what is still being read is dropped."""
        if not self._over:
            self._end(cancelled=True)

    def _feed(self) -> None:
        """Keep as many processes busy as were asked for, and end when nothing is left."""
        if self._over:
            return
        self._crew.feed()
        if not self._crew.is_busy:
            self._end(cancelled=False)

    def _take(self, thing: Hashable, future: Future[object]) -> None:
        """Hand one result on, in the main thread."""
        done = self._crew.take(thing, future)
        if done is None:  # it is late, or read again
            self._feed()
            return
        if done.error is None:
            self._hand_on(thing, done.result)
        elif isinstance(done.error, WorldError):
            self._refuse(thing, done.error)
        elif isinstance(done.error, BrokenProcessPool):
            self.failed.emit(
                f"{self._name(thing)}: reading it brought its process down; the file may be damaged, try a new copy."
            )
        else:
            self.failed.emit(
                f"{self._name(thing)}: the program made a mistake while reading it; the other files go on."
            )
            self._count()
            raise done.error  # to the hook that reports faults of ours
        self._count()

    def _hand_on(self, thing: Hashable, result: object) -> None:  # noqa: ARG002 - for those that carry on by the thing
        """Carry on what was made of a thing."""
        self.prepared.emit(result)

    def _refuse(self, thing: Hashable, error: WorldError) -> None:  # noqa: ARG002 - as above
        """Say why a thing could not be read."""
        self.failed.emit(str(error))

    def _count(self) -> None:
        """Tell that one more is done, and go on with the next."""
        self._done += 1
        self.progressed.emit(self._done, self._all)
        self._feed()

    def _end(self, *, cancelled: bool) -> None:
        """Tell that it is over, once."""
        self._over = True
        self._crew.close()
        self.finished.emit(cancelled)
