"""Safe copies of a workspace, and the way back to one.

A copy is written beside its place, tested by opening it, brought onto the disk and only then renamed:
a copy that was cut off never stands under the name of a good one.
"""

from __future__ import annotations

import shutil
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from sqlite_utils import Database

from crossfoot.model import DamagedError, WorldError
from crossfoot.workspace import lock
from crossfoot.workspace.header import look
from crossfoot.workspace.place import put_in_place
from crossfoot.workspace.soundness import faults
from crossfoot.workspace.storage import connect, seize, told_plainly


@dataclass(frozen=True, slots=True)
class PendingCopy:
    """A copy that is written and not yet tested: ``beside`` is where it lies, ``to`` where it will stand."""

    beside: Path
    to: Path

    def finish(self, *, as_it_is: bool = False) -> Path:
        """Test the copy by opening it, and give it its name; return that. Any thread may do it.

        Raises DamagedError where the copy is not sound, unless it is wanted ``as_it_is``, and WorldError where
        it cannot be put in its place; then it is gone.
        """
        try:
            wrong = () if as_it_is else faults_of(self.beside, self.to)
            if wrong:
                raise DamagedError(f"{self.to}: the copy is not sound, so it was not kept: {wrong[0]}")
            put_in_place(self.beside, self.to)
        except OSError as error:
            raise _unwritable(self.to, error) from error
        finally:
            self.beside.unlink(missing_ok=True)
        return self.to


def begin_backup(db: Database, path: Path, to: Path) -> PendingCopy:
    """Write a copy of the open workspace ``db`` beside ``to``, to be finished there.

    Raises WorldError where ``to`` is the workspace itself or cannot be written.
    """
    if to.resolve() == path.resolve():
        raise WorldError(f"{to}: a backup needs a name of its own; choose another.")
    if to.is_dir():
        raise WorldError(f"{to}: is a folder; name the file of the backup.")

    def copy(beside: Path) -> None:
        with closing(sqlite3.connect(beside)) as target:
            target.execute("PRAGMA synchronous = EXTRA")
            db.conn.backup(target)

    return _write_beside(copy, to)


def restore(backup: Path, to: Path, now: datetime, kept_as: str = "before") -> Path | None:
    """Put the workspace of ``backup`` at ``to``; return where the one that stood there went, or None.

    Nothing is lost: what stood at ``to`` is kept beside it under a name with ``kept_as`` and the time.
    Raises WorldError where the backup is missing, no workspace or damaged, or where ``to`` is open.
    """
    look(backup)
    if to.exists() and to.resolve() == backup.resolve():
        raise WorldError(f"{to}: is the backup itself; name the workspace to restore it to.")
    if to.is_dir():
        raise WorldError(f"{to}: is a folder; name the file of the workspace.")
    refuse_open(to)
    kept: Path | None = None
    if to.exists():
        kept = _free_name(to, f"{kept_as} {now:%Y-%m-%d %H%M%S}")
        _put(lambda beside: _copy_bytes(to, beside), kept)
    orphan = lock.journal_path(to)
    if orphan.exists():
        # SQLite would roll it into the restored file: it goes where the file that it belongs to went.
        orphan.replace(lock.journal_path(kept or _free_name(to, "lost")))
    _write_beside(lambda beside: _copy_bytes(backup, beside), to).finish()
    return kept


def _write_beside(write: Callable[[Path], None], to: Path) -> PendingCopy:
    """Let ``write`` make a file beside ``to``; nothing is left beside on failure."""
    beside = to.with_name(f".{to.name}.{uuid.uuid4().hex}.part")
    try:
        with told_plainly(to):
            write(beside)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _unwritable(to, error) from error
        raise
    return PendingCopy(beside, to)


def _put(write: Callable[[Path], None], to: Path) -> None:
    """Let ``write`` make a file beside ``to``, and rename it as it is; nothing is left beside on failure."""
    pending = _write_beside(write, to)
    try:
        put_in_place(pending.beside, to)
    except OSError as error:
        raise _unwritable(to, error) from error
    finally:
        pending.beside.unlink(missing_ok=True)


def _unwritable(to: Path, error: OSError) -> WorldError:
    """Return the sentence for a place that cannot be written."""
    return WorldError(f"{to}: cannot be written ({error.strerror}); choose another folder or make room.")


def _free_name(path: Path, words: str) -> Path:
    """Return a name beside ``path`` with ``words`` in it that no file has yet."""
    numbers = chain([""], (f" {number}" for number in count(2)))
    names = (path.with_name(f"{path.stem} {words}{number}{path.suffix}") for number in numbers)
    return next(name for name in names if not name.exists())


def _copy_bytes(source: Path, beside: Path) -> None:
    """Copy a file that nobody has open."""
    shutil.copyfile(source, beside)


def faults_of(path: Path, name: Path | None = None) -> tuple[str, ...]:
    """Return what is wrong with a copy that nobody else has open; errors tell of it by another ``name`` if given.

    Raises WorldError where it cannot be read, or is no workspace of this program.
    """
    look(path)
    with told_plainly(name or path), closing(connect(path, read_only=True)) as db:
        return faults(db, path)


def refuse_open(path: Path) -> None:
    """Raise WorldError where a workspace is open somewhere; a damaged one, that no one can open, is let through."""
    lock.refuse_other_host(path)
    if not path.exists():
        return
    try:
        look(path)
    except WorldError:
        return
    grip = lock.take(path)
    try:
        db = connect(path)
        try:
            seize(db)
        finally:
            db.close()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise WorldError(lock.held_message(path)) from error
    finally:
        grip.release()
