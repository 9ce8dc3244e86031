"""Reading files in other processes while the window goes on.

The pool's threads never touch the workspace or a widget: they only emit a signal of this object,
which lives in the main thread, and Qt carries it there.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from crossfoot.model import Dictionary, WorldError
from crossfoot.review.preparing import Prepared, prepare

Prepare = Callable[[Path, Dictionary], Prepared]


class ImportJob(QObject):
    """Prepares files one after the other in child processes.

    ``prepared`` carries a :class:`Prepared` to be stored, ``failed`` the one sentence of a file
    that could not be read, ``progressed`` (done, all), ``finished`` comes once at the end, with
    whether it was cancelled. A file that kills its process costs no other file its place.
    """

    prepared = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)
    finished = Signal(bool)
    _arrived = Signal(object, object)

    def __init__(
        self,
        paths: Sequence[Path],
        dictionary: Dictionary,
        *,
        jobs: int = 1,
        work: Prepare = prepare,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._waiting = list(paths)
        self._all = len(self._waiting)
        self._done = 0
        self._dictionary = dictionary
        self._jobs = jobs
        self._work = work
        self._running: dict[Path, Future[Prepared]] = {}
        self._alone: list[Path] = []
        self._pool: ProcessPoolExecutor | None = None
        self._over = False
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def total(self) -> int:
        """Return how many files the job is about."""
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
        while self._waiting and len(self._running) < self._jobs:
            self._submit(self._waiting.pop(0))
        if not self._running and not self._waiting and self._alone:
            self._submit(self._alone.pop(0))
        if not self._running and not self._over:
            self._end(cancelled=False)

    def _submit(self, path: Path) -> None:
        """Give one file to a process."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=multiprocessing.get_context("spawn"))
        try:
            future = self._pool.submit(self._work, path, self._dictionary)
        except BrokenProcessPool:
            self._drop_pool()
            self._submit(path)
            return
        self._running[path] = future
        future.add_done_callback(partial(self._tell, path))

    def _tell(self, path: Path, future: Future[Prepared]) -> None:
        """Carry one result to the main thread; called in a thread of the pool. Nobody waits for one that comes late."""
        if not self._over:
            self._arrived.emit(path, future)

    def _take(self, path: Path, future: Future[Prepared]) -> None:
        """Hand one result on, in the main thread."""
        if self._over or self._running.get(path) is not future:
            return
        shared = len(self._running) > 1
        del self._running[path]
        try:
            result = future.result()
        except WorldError as error:
            self.failed.emit(str(error))
        except BrokenProcessPool:
            self._drop_pool()
            if shared:  # the pool cannot say which file it was: each of them is read again alone
                self._alone += [path, *self._running]
                self._running.clear()
                self._feed()
                return
            self.failed.emit(f"{path}: reading it brought its process down; the file may be damaged, try a new copy.")
        except Exception:
            self.failed.emit(f"{path}: the program made a mistake while reading it; the other files go on.")
            self._count()
            raise  # to the hook that reports faults of ours
        else:
            self.prepared.emit(result)
        self._count()

    def _count(self) -> None:
        """Tell that one more file is done, and go on with the next."""
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
