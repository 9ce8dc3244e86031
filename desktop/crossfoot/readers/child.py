"""A child process with limits of time and memory, for work on files that may do harm.

What the child is asked and what it answers goes through one line. A child that takes too long, takes too
much memory or crashes is put away, and the next question gets a fresh one.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from types import FrameType

from crossfoot.readers.allowance import Pages, allowed

_GRACE = 0.5
"""Seconds in which a child that is put away may end what it has started itself, such as LibreOffice."""

_NICENESS = 5

Serve = Callable[[Connection], None]
"""What the child does: it answers what comes down the line until the line is closed; importable by name."""


class Child:
    """One child process, started when it is needed first. Not to be shared between threads.

    ``megabytes`` bounds its memory where the system knows such a limit.
    """

    def __init__(self, serve: Serve, megabytes: int) -> None:
        self._serve = serve
        self._megabytes = megabytes
        self._context = multiprocessing.get_context("spawn")
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._is_ending = False

    @property
    def lives(self) -> bool:
        """Tell whether the child of the last question is still there."""
        return self._line is not None and self._process is not None and self._process.is_alive()

    def line(self) -> Connection:
        """Return the line to a living child."""
        if self._line is not None and self.lives:
            return self._line
        self.close()
        here, there = self._context.Pipe()
        process = self._context.Process(target=_run, args=(self._serve, there, self._megabytes), daemon=True)
        process.start()
        there.close()
        if self._is_ending:  # while it was starting
            process.kill()
        self._process, self._line = process, here
        return here

    def kill(self) -> None:
        """End the child's work at once and for good; another thread than the one that waits for it may call this."""
        self._is_ending = True
        process = self._process
        if process is not None:
            with suppress(ValueError):  # it was put away just now
                process.kill()

    def close(self) -> None:
        """Put the child away."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.terminate()
            self._process.join(_GRACE)
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None


def _run(serve: Serve, line: Connection, megabytes: int) -> None:
    """Serve within the limits; runs in the child."""
    limit_memory(megabytes)
    signal.signal(signal.SIGTERM, _leave)
    try:
        serve(line)
    finally:  # nothing is left that would have to be ended in good order
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _leave(number: int, _: FrameType | None) -> None:
    """End the child in good order, so that a program that it waits for ends with it."""
    raise SystemExit(128 + number)


@contextmanager
def limited(seconds: float, megabytes: int) -> Iterator[Pages]:
    """Bound what is done in the block, which must run in a child process: one that overruns its time ends.

    What it gives is told of the pages that were read, each of which is worth a little more time. The watch needs no
    turn of Python's own, so that it also ends work that never comes back from a library.
    """
    limit_memory(megabytes)
    begun, read = monotonic(), 0
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:

        def more(pages: int) -> None:
            nonlocal read
            if not pages:
                return
            read += pages
            left = allowed(seconds, read) - (monotonic() - begun)
            if left > 0:  # else the watch that is set ends it
                faulthandler.dump_traceback_later(left, exit=True, file=nowhere)

        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield more
        finally:
            faulthandler.cancel_dump_traceback_later()


def give_way() -> None:
    """Let the window's process go first where cores are few; called in a child process, once."""
    if sys.platform != "win32":
        os.nice(_NICENESS)


def limit_memory(megabytes: int) -> None:
    """Bound this process's memory where the system can: everywhere but on Windows."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - the system's own module is missing on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
