"""Who holds a workspace: a small file beside it with host, user, process and since when.

It lets the second opener be told who the first is. What keeps the second out is SQLite's lock on the
workspace and, where the system has it, a lock on this file's open descriptor: on Linux and macOS
SQLite's is lost as soon as anything in the program opens and closes the workspace, as dialogs for files
do to learn of what kind it is. A lock file of this same computer is taken over when both locks are
free, for then its holder is gone. One of another computer is never removed: over a shared folder it
may be all that stands between two writers.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crossfoot.model import WorldError

if sys.platform != "win32":  # there SQLite's own lock holds, whoever opens the file beside it
    import fcntl


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workspace open. ``since`` is ISO text, to be shown and never reckoned with."""

    host: str
    user: str
    pid: int
    since: str

    @property
    def is_here(self) -> bool:
        """Tell whether the holder is on this computer."""
        return self.host == socket.gethostname()

    def words(self) -> str:
        """Return the holder as it stands in a message."""
        return f"{self.user or 'someone'} on {self.host} (process {self.pid}), since {self.since}"


class Grip:
    """This process's hold on a workspace, from before its file is opened until after it is closed."""

    def __init__(self, workspace: Path, descriptor: int | None) -> None:
        self._workspace = workspace
        self._descriptor = descriptor
        self._holder: Holder | None = None

    def sign(self, now: datetime) -> None:
        """Write into the lock file who holds the workspace; raise WorldError where the folder refuses."""
        self._holder = write_lock(self._workspace, now)

    def release(self) -> None:
        """Take the lock file away, if it is this holder's or says nothing, and let go; twice does no harm."""
        if self._holder is not None:
            remove_lock(self._workspace, self._holder)
        elif self._descriptor is not None and os.fstat(self._descriptor).st_size == 0:
            lock_path(self._workspace).unlink(missing_ok=True)
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = self._holder = None


def take(workspace: Path) -> Grip:
    """Take hold of a workspace before it is opened to write.

    Raises WorldError with the holder's name where another has it, or where the folder refuses. On a
    system or a disk without such locks the hold is an empty one, and SQLite's lock is all there is.
    """
    if sys.platform == "win32":
        return Grip(workspace, None)
    path = lock_path(workspace)
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise _unwritable(workspace, error) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise WorldError(held_message(workspace)) from error
        except OSError:  # a network disk that knows no such lock
            os.close(descriptor)
            return Grip(workspace, None)
        if path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
            return Grip(workspace, descriptor)
        os.close(descriptor)  # the holder before took its file away meanwhile: this is no longer the one beside


def lock_path(workspace: Path) -> Path:
    """Return where the lock file of ``workspace`` stands."""
    return workspace.with_name(workspace.name + ".lock")


def journal_path(workspace: Path) -> Path:
    """Return where SQLite keeps what it needs to take back an unfinished transaction."""
    return workspace.with_name(workspace.name + "-journal")


def read_holder(workspace: Path) -> Holder | None:
    """Return who the lock file names; None where there is none, or none that can be read."""
    try:
        data = json.loads(lock_path(workspace).read_text("utf-8"))
        return Holder(str(data["host"]), str(data["user"]), int(data["pid"]), str(data["since"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        # Half written by a holder that died, or not ours: it names nobody.
        return None


def refuse_other_host(workspace: Path) -> None:
    """Raise WorldError where a holder on another computer has its lock beside the workspace."""
    holder = read_holder(workspace)
    if holder is not None and not holder.is_here:
        raise WorldError(
            f"{workspace.name} is open for {holder.words()}: close it there, or, if it is surely not open there "
            f"any more, delete the file {lock_path(workspace).name} beside it."
        )


def held_message(workspace: Path) -> str:
    """Return the sentence for a workspace that SQLite says is in use."""
    holder = read_holder(workspace)
    who = f"is open for {holder.words()}" if holder else "is in use by another program"
    return f"{workspace.name} {who}: close it there and open it again."


def write_lock(workspace: Path, now: datetime) -> Holder:
    """Write this process's name beside the workspace; raise WorldError where the folder refuses."""
    holder = Holder(socket.gethostname(), _user(), os.getpid(), f"{now:%Y-%m-%d %H:%M}")
    text = json.dumps({"host": holder.host, "user": holder.user, "pid": holder.pid, "since": holder.since})
    try:
        lock_path(workspace).write_text(text + "\n", "utf-8")
    except OSError as error:
        raise _unwritable(workspace, error) from error
    return holder


def remove_lock(workspace: Path, holder: Holder) -> None:
    """Take the lock file away, if it is still this holder's."""
    if read_holder(workspace) == holder:
        lock_path(workspace).unlink(missing_ok=True)


def _unwritable(workspace: Path, error: OSError) -> WorldError:
    """Return the sentence for a lock file that cannot be written."""
    return WorldError(
        f"{lock_path(workspace)} cannot be written ({error.strerror}): make room or free the folder for writing."
    )


def _user() -> str:
    """Return the name of whoever is logged in, or an empty text where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
