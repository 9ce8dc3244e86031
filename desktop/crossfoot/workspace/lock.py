"""Who holds a workspace: a small file beside it with host, user, process and since when.

The real lock is SQLite's; this file only lets the second opener be told who the first is. A lock of
this same computer is taken over when SQLite's lock is free, for then its holder is gone. A lock of
another computer is never removed: over a shared folder it may be all that stands between two writers.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crossfoot.model import WorldError


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
        raise WorldError(
            f"{lock_path(workspace)} cannot be written ({error.strerror}): make room or free the folder for writing."
        ) from error
    return holder


def remove_lock(workspace: Path, holder: Holder) -> None:
    """Take the lock file away, if it is still this holder's."""
    if read_holder(workspace) == holder:
        lock_path(workspace).unlink(missing_ok=True)


def _user() -> str:
    """Return the name of whoever is logged in, or an empty text where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
