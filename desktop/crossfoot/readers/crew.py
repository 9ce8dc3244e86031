"""Some processes that do the same work on things, each of which may bring its process down and harms no other.

It knows nothing of who waits for it: a thread of its pool says that something has arrived, and whoever owns the crew
takes it when he has a turn.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Generic, TypeVar

from crossfoot.readers.child import give_way

_AHEAD = 4
"""Things that each process is given, the one at hand included, so that none waits for the owner's next turn.

Storing some records and telling the panes of them takes the window up to a tenth of a second, in which a process reads
two or three short records.
"""

_EARLY = 64
"""Results that wait for an earlier one at most, before nothing new is begun: a slow file must not fill the memory."""

Thing = TypeVar("Thing", bound=Hashable)
Arrived = Callable[[Thing, "Future[object]"], None]


@dataclass(frozen=True, slots=True)
class Done(Generic[Thing]):
    """What came of a thing: its ``result``, or the exception with which it ended.

    A BrokenProcessPool means that it brought its process down.
    """

    thing: Thing
    result: object = None
    error: Exception | None = None


class Crew(Generic[Thing]):
    """Works on things in child processes, in their order; ``call`` makes of a thing what a child is to call.

    ``arrived`` is called in a thread of the pool with what :meth:`take` wants to have. Everything else is for the
    owner's thread alone.
    """

    def __init__(
        self,
        things: Sequence[Thing],
        call: Callable[[Thing], Callable[[], object]],
        arrived: Arrived[Thing],
        *,
        jobs: int = 1,
    ) -> None:
        self._waiting = deque(things)
        self._call = call
        self._arrived = arrived
        self._jobs = jobs
        self._running: dict[Thing, Future[object]] = {}
        self._alone: deque[Thing] = deque()
        self._pool: ProcessPoolExecutor | None = None
        self._is_over = False

    @property
    def is_busy(self) -> bool:
        """Tell whether something is still to arrive."""
        return bool(self._running or self._waiting or self._alone)

    @property
    def is_working(self) -> bool:
        """Tell whether a process has something at hand."""
        return bool(self._running)

    def feed(self) -> None:
        """Give the processes as much as they need to keep busy; they are started with the first thing."""
        while self._waiting and len(self._running) < self._jobs * _AHEAD:
            self._submit(self._waiting.popleft())
        if not self._running and not self._waiting and self._alone:
            self._submit(self._alone.popleft())

    def take(self, thing: Thing, future: Future[object]) -> Done[Thing] | None:
        """Return what came of a thing that arrived; None where it is worked on again, or nobody waits for it any more.

        Of several that were at work when a process went down, none can be told to have done it: each is worked on
        again, alone.
        """
        if self._is_over or self._running.get(thing) is not future:
            return None
        shared = len(self._running) > 1
        del self._running[thing]
        try:
            return Done(thing, future.result())
        except BrokenProcessPool as error:
            self._drop_pool()
            if not shared:
                return Done(thing, error=error)
            self._alone.extend((thing, *self._running))
            self._running.clear()
            return None
        except Exception as error:  # noqa: BLE001 - it is the owner's to say which kinds are faults
            return Done(thing, error=error)

    def close(self) -> None:
        """Let the processes go without waiting for them; what is at work is dropped."""
        self._is_over = True
        self._waiting.clear()
        self._alone.clear()
        for future in self._running.values():
            future.cancel()
        self._running.clear()
        self._drop_pool()

    def _submit(self, thing: Thing) -> None:
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

    def _tell(self, thing: Thing, future: Future[object]) -> None:
        """Say that something arrived; called in a thread of the pool. Nobody waits for what comes late."""
        if not self._is_over:
            self._arrived(thing, future)

    def _drop_pool(self) -> None:
        """Let the pool go without waiting for it."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def work_on(
    things: Sequence[Thing], call: Callable[[Thing], Callable[[], object]], *, jobs: int = 1
) -> Iterator[Done[Thing]]:
    """Yield what came of each thing, in their order; for a caller that has nothing else to do."""
    arrivals: SimpleQueue[tuple[Thing, Future[object]]] = SimpleQueue()
    crew = Crew(things, call, lambda thing, future: arrivals.put((thing, future)), jobs=jobs)
    early: dict[Thing, Done[Thing]] = {}
    try:
        for each in things:
            while each not in early:
                if len(early) < _EARLY or not crew.is_working:
                    crew.feed()
                done = crew.take(*arrivals.get())
                if done is not None:
                    early[done.thing] = done
            crew.feed()
            yield early.pop(each)
    finally:
        crew.close()
