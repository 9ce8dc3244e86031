"""Work in other processes while the window goes on: reading files, and reading stored texts again.

The pool's threads never touch the workspace or a widget: they only emit a signal of this object,
which lives in the main thread, and Qt carries it there.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from crossfoot.model import WorldError
from crossfoot.readers.child import give_way

_AHEAD = 4
"""Things that each process is given, the one at hand included, so that none waits for the window's next turn.

Storing some records and telling the panes of them takes the window up to a tenth of a second, in which a process reads
two or three short records.
"""


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
        self._waiting = list(things)
        self._all = len(self._waiting)
        self._done = 0
        self._call = call
        self._name = name
        self._jobs = jobs
        self._running: dict[Hashable, Future[object]] = {}
        self._alone: list[Hashable] = []
        self._pool: ProcessPoolExecutor | None = None
        self._over = False
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
            self._waiting.clear()
            self._alone.clear()
            for future in self._running.values():
                future.cancel()
            self._end(cancelled=True)

    def _feed(self) -> None:
        """Keep as many processes busy as were asked for, and end when nothing is left."""
        while self._waiting and len(self._running) < self._jobs * _AHEAD:
            self._submit(self._waiting.pop(0))
        if not self._running and not self._waiting and self._alone:
            self._submit(self._alone.pop(0))
        if not self._running and not self._over:
            self._end(cancelled=False)

    def _submit(self, thing: Hashable) -> None:
        """Give one thing to a process."""
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=spawn, initializer=give_way)
        try:
            future = self._pool.submit(self._call(thing))
        except BrokenProcessPool:
            self._drop_pool()
            self._submit(thing)
            return
        self._running[thing] = future
        future.add_done_callback(partial(self._tell, thing))

    def _tell(self, thing: Hashable, future: Future[object]) -> None:
        """Carry one result to the main thread; called in a thread of the pool. Nobody waits for one that comes late."""
        if not self._over:
            self._arrived.emit(thing, future)

    def _take(self, thing: Hashable, future: Future[object]) -> None:
        """Hand one result on, in the main thread."""
        if self._over or self._running.get(thing) is not future:
            return
        shared = len(self._running) > 1
        del self._running[thing]
        try:
            result = future.result()
        except WorldError as error:
            self._refuse(thing, error)
        except BrokenProcessPool:
            self._drop_pool()
            if shared:  # the pool cannot say which one it was: each of them is read again alone
                self._alone += [thing, *self._running]
                self._running.clear()
                self._feed()
                return
            name = self._name(thing)
            self.failed.emit(f"{name}: reading it brought its process down; the file may be damaged, try a new copy.")
        except Exception:
            name = self._name(thing)
            self.failed.emit(f"{name}: the program made a mistake while reading it; the other files go on.")
            self._count()
            raise  # to the hook that reports faults of ours
        else:
            self._hand_on(thing, result)
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
        if not self._over:
            self._feed()

    def _drop_pool(self) -> None:
        """Let the pool go without waiting for it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _end(self, *, cancelled: bool) -> None:
        """Tell that it is over, once."""
        self._over = True
        self._running.clear()
        self._drop_pool()
        self.finished.emit(cancelled)
