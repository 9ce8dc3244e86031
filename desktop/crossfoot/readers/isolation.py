"""Reading in a child process with limits of time and memory, so that a hostile file harms nobody but itself.

One child reads many files, one after the other, because starting one takes a tenth of a second. A file that
takes too long, takes too much memory or makes the child crash is one failed file: the child is put away and
the next file gets a fresh one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from crossfoot.model import Reading, ScanError, WorldError
from crossfoot.readers.allowance import Pages, allowed
from crossfoot.readers.child import Child
from crossfoot.readers.registry import file_bytes, read_file

if TYPE_CHECKING:  # a PDF's modules are loaded when the first one comes
    from crossfoot.readers.pdf.recognised import RecognisedWord

Recognised = Mapping[int, Sequence["RecognisedWord"]]
_Answer = (
    tuple[Literal["reading"], Reading]
    | tuple[Literal["world", "fault"], str]
    | tuple[Literal["scan"], ScanError]
    | tuple[Literal["pages"], int]
)


class IsolatedReader:
    """Reads files in a child process that is started when the first file comes; a context manager.

    ``seconds`` bounds the time of each file, to which each page that is read adds a little, ``megabytes`` the child's
    memory (where the system knows such a limit). Not to be shared between threads: give each its own.
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

    def read(self, path: Path, recognised: Recognised | None = None) -> Reading:
        """Return what the registry's reader makes of the file.

        ``recognised`` holds, by their numbers, the words of pages of a PDF that were recognised in their pictures.

        Raises:
            WorldError: as the reader says, or because the file took too long or made the reader crash.
        """
        line = self._child.line()
        try:
            line.send((path, recognised))
            answer = self._answer(line, path.name)
        except (EOFError, OSError):
            self.close()
            raise WorldError(
                f"{path.name} made the reader stop and was left out; it is damaged or needs too much memory."
            ) from None
        if answer[0] == "reading":
            return answer[1]
        if answer[0] == "pages":
            raise ValueError("pages are no last answer")
        if answer[0] == "scan":
            raise answer[1]
        if answer[0] == "fault":
            # What went wrong inside may have left the child in any state.
            self.close()
        raise WorldError(answer[1])

    def _answer(self, line: Connection, name: str) -> _Answer:
        """Return the child's last answer on a file, having waited for as long as what it read of it allows."""
        begun, pages = monotonic(), 0
        while True:
            seconds = allowed(self._seconds, pages)
            if not line.poll(max(0.0, seconds - (monotonic() - begun))):
                self.close()
                raise WorldError(f"{name} took longer than {seconds:g} seconds and was left out; it may be damaged.")
            answer: _Answer = line.recv()
            if answer[0] != "pages":
                return answer
            pages += answer[1]

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
            path, recognised = line.recv()
        except (EOFError, OSError):  # the other end has gone, and the work with it
            return
        answer: _Answer
        try:
            answer = ("reading", read_guarded(path, megabytes, recognised, lambda pages: line.send(("pages", pages))))
        except FaultError as error:
            answer = ("fault", str(error))
        except ScanError as error:
            answer = ("scan", error)
        except WorldError as error:
            answer = ("world", str(error))
        line.send(answer)


class FaultError(WorldError):
    """A file made its reader fail in a way that no reader foresees: the sentence is the file's, the process suspect."""


def read_guarded(
    path: Path, megabytes: int, recognised: Recognised | None = None, pages: Pages | None = None
) -> Reading:
    """Return what the registry's reader makes of a file, in a process whose memory is bounded to ``megabytes``.

    ``recognised`` is as for :meth:`IsolatedReader.read`; ``pages`` is told how many more pages of a PDF were read.

    Raises:
        WorldError: as the reader says.
        FaultError: whatever else the file set off.
    """
    try:
        return read_file(path, pages) if recognised is None else read_recognised(path, recognised, pages)
    except WorldError:
        raise
    except MemoryError:
        raise FaultError(f"{path.name} needs more than {megabytes} MB to read and was left out.") from None
    except Exception as error:
        # Whatever a damaged file sets off is that file's failure alone.
        raise FaultError(f"{path.name} could not be read ({type(error).__name__}); it may be damaged.") from error


def read_recognised(path: Path, recognised: Recognised, pages: Pages | None = None) -> Reading:
    """Return what a PDF holds, with the words that were recognised in the pictures of its pages."""
    from crossfoot.readers.pdf import read_pdf  # noqa: PLC0415 - loaded when its first file comes, as by the registry

    return read_pdf(path.name, file_bytes(path), recognised, pages)
