"""One connection to the file, set up so that a power cut loses nothing that was acknowledged.

Measured: a rollback journal with ``synchronous=EXTRA`` under an exclusive lock lost no edit in kills
and power cuts, and keeps the workspace one file. WAL leaves files beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from crossfoot.model import DamagedError, WorldError
from crossfoot.workspace.lock import held_message

_WAIT = 0.2
"""Seconds to wait for another's lock: long enough for a backup program's glance, short for a person."""


def connect(path: Path, *, read_only: bool = False) -> Database:
    """Return a connection to the existing file ``path`` with the settings of this program.

    With ``read_only`` nothing is ever written, not even beside the file.
    """
    uri = path.resolve().as_uri() + ("?mode=ro" if read_only else "?mode=rw")
    raw = sqlite3.connect(uri, uri=True, timeout=_WAIT)
    db = Database(raw, execute_plugins=False)
    if not read_only:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA synchronous = EXTRA")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def seize(db: Database) -> None:
    """Take the exclusive lock now, not at the first write; it stays until the connection is closed."""
    db.execute("BEGIN EXCLUSIVE")
    db.execute("COMMIT")


_DAMAGED = "the file is damaged: restore a backup, and keep this file for rescue."

_SIGNS_OF_DAMAGE = ("malformed JSON", "Could not decode to UTF-8")
"""What SQLite and its driver say, without a code of their own, of stored text that has flipped bits."""


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk and the file into one sentence; our own faults go through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = _told(path, error)
        if told is None:
            raise
        raise told from error
    except UnicodeDecodeError as error:
        # The driver cannot even read what SQLite says of a name that has flipped bits.
        raise DamagedError(f"{path}: {_DAMAGED}") from error


def _told(path: Path, error: sqlite3.DatabaseError) -> WorldError | None:
    """Return the sentence for an error of the world, or None for a fault of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return WorldError(held_message(path))
    sentences = {
        sqlite3.SQLITE_FULL: "the disk is full, nothing of the last step was kept: make room and do it again.",
        sqlite3.SQLITE_READONLY: "it may only be read here, so nothing was changed: copy it to a folder of your own.",
        sqlite3.SQLITE_IOERR: "the disk refused to read or write, nothing of the last step was kept: "
        "check the disk or the connection to it.",
        sqlite3.SQLITE_CORRUPT: _DAMAGED,
        sqlite3.SQLITE_NOTADB: "the file is damaged or is no workspace: restore a backup, and keep this file.",
        sqlite3.SQLITE_CANTOPEN: "it cannot be opened: check that the folder is there and that you may write to it.",
        sqlite3.SQLITE_PERM: "your rights to it do not suffice: ask for them, or copy it to a folder of your own.",
    }
    if code not in sentences and any(sign in str(error) for sign in _SIGNS_OF_DAMAGE):
        code = sqlite3.SQLITE_CORRUPT
    if code not in sentences:
        return None
    damaged = code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
    return (DamagedError if damaged else WorldError)(f"{path}: {sentences[code]}")
