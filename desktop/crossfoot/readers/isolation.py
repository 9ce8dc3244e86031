"""Reading in a child process with limits of time and memory, so that a hostile file harms nobody but itself.

One child reads many files, one after the other, because starting one takes a tenth of a second. A file that
takes too long, takes too much memory or makes the child crash is one failed file: the child is put away and
the next file gets a fresh one.
"""

from __future__ import annotations

from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Literal

from crossfoot.model import Reading, WorldError
from crossfoot.readers.child import Child
from crossfoot.readers.registry import read_file

_Answer = tuple[Literal["reading"], Reading] | tuple[Literal["world", "fault"], str]


class IsolatedReader:
    """Reads files in a child process that is started when the first file comes; a context manager.

    ``seconds`` bounds the time of each file, ``megabytes`` the child's memory (where the system knows
    such a limit). Not to be shared between threads: give each its own.
    """

    def __init__(self, seconds: float = 30, megabytes: int = 1024) -> None:
        self._seconds = seconds
        self._child = Child(partial(_serve, megabytes=megabytes), megabytes)

    def __enter__(self) -> IsolatedReader:
        """Return the reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the child away."""
        self.close()

    def read(self, path: Path) -> Reading:
        """Return what the registry's reader makes of the file.

        Raises:
            WorldError: as the reader says, or because the file took too long or made the reader crash.
        """
        line = self._child.line()
        try:
            line.send(path)
            if not line.poll(self._seconds):
                self.close()
                raise WorldError(
                    f"{path.name} took longer than {self._seconds:g} seconds and was left out; it may be damaged."
                )
            answer: _Answer = line.recv()
        except (EOFError, OSError):
            self.close()
            raise WorldError(
                f"{path.name} made the reader stop and was left out; it is damaged or needs too much memory."
            ) from None
        if answer[0] == "reading":
            return answer[1]
        if answer[0] == "fault":
            # What went wrong inside may have left the child in any state.
            self.close()
        raise WorldError(answer[1])

    def close(self) -> None:
        """Put the child away; the next file gets a fresh one."""
        self._child.close()


def read_isolated(path: Path, *, seconds: float = 30, megabytes: int = 1024) -> Reading:
    """Return what the registry's reader makes of one file, read in a child process of its own.

    Raises:
        WorldError: as :meth:`IsolatedReader.read`.
    """
    with IsolatedReader(seconds, megabytes) as reader:
        return reader.read(path)


def _serve(line: Connection, megabytes: int) -> None:
    """Read the files whose paths come down the line until it is closed; runs in the child."""
    while True:
        try:
            path: Path = line.recv()
        except (EOFError, OSError):  # the other end has gone, and the work with it
            return
        answer: _Answer
        try:
            answer = ("reading", read_guarded(path, megabytes))
        except FaultError as error:
            answer = ("fault", str(error))
        except WorldError as error:
            answer = ("world", str(error))
        line.send(answer)


class FaultError(WorldError):
    """A file made its reader fail in a way that no reader foresees: the sentence is the file's, the process suspect."""


def read_guarded(path: Path, megabytes: int) -> Reading:
    """Return what the registry's reader makes of a file, in a process whose memory is bounded to ``megabytes``.

    Raises:
        WorldError: as the reader says.
        FaultError: whatever else the file set off.
    """
    try:
        return read_file(path)
    except WorldError:
        raise
    except MemoryError:
        raise FaultError(f"{path.name} needs more than {megabytes} MB to read and was left out.") from None
    except Exception as error:
        # Whatever a damaged file sets off is that file's failure alone.
        raise FaultError(f"{path.name} could not be read ({type(error).__name__}); it may be damaged.") from error
