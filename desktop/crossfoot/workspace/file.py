"""A workspace: one SQLite file, opened by one program at a time."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from crossfoot.model import WorldError
from crossfoot.workspace import lock
from crossfoot.workspace.backups import BackupReason, backup_path, list_backups
from crossfoot.workspace.copying import PendingCopy, begin_backup
from crossfoot.workspace.documents import DocumentStore
from crossfoot.workspace.drafts import DraftStore
from crossfoot.workspace.findings import FindingStore
from crossfoot.workspace.header import look
from crossfoot.workspace.journal import Journal
from crossfoot.workspace.officer import OfficerLayer
from crossfoot.workspace.place import put_in_place
from crossfoot.workspace.schema import SCHEMA_VERSION, migrate
from crossfoot.workspace.search import FigureIndex, PassageIndex
from crossfoot.workspace.soundness import faults
from crossfoot.workspace.storage import connect, seize, told_plainly

SUFFIX = ".crossfoot"
"""What the name of a workspace ends in."""


def local_now() -> datetime:
    """Return the moment with the machine's zone."""
    return datetime.now().astimezone()


class Workspace:
    """An open workspace; use :meth:`open`, and close it or use it in a ``with``.

    The parts are ``documents`` (the machine's layer), ``journal``, ``officer`` (what the journal adds
    up to), ``findings``, and what a search reads: ``passages`` and ``figure_index``. All writing happens
    inside :meth:`transaction`. It belongs to the thread that opened it. ``read_only`` tells that file or
    folder may not be written, or that it was asked for.
    """

    def __init__(self, path: Path, db: Database, *, read_only: bool, grip: lock.Grip | None) -> None:
        self.path = path
        self.read_only = read_only
        self._db = db
        self._grip = grip
        self._backed_up_to = Journal(db).next_seq() if _is_backed_up(path) else 0
        self.documents = DocumentStore(db, path)
        self.journal = Journal(db)
        self.officer = OfficerLayer(db, path)
        self.findings = FindingStore(db)
        self.drafts = DraftStore(db)
        self.passages = PassageIndex(db)
        self.figure_index = FigureIndex(db)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        clock: Callable[[], datetime] = local_now,
    ) -> Workspace:
        """Open the workspace at ``path``; with ``create``, make it first where there is none.

        Raises:
            WorldError: the file is missing, no workspace, newer than this program, damaged (then a
                DamagedError), or in use (the sentence then names the holder). Nothing of it has been changed.
                Also where a file of an older form cannot be backed up before it is brought to this one.
        """
        path = Path(path)
        if create and not path.exists():
            _make(path)
        version = look(path)
        if read_only or not may_write(path):
            return cls(path, _open_to_read(path, version), read_only=True, grip=None)
        lock.refuse_other_host(path)
        grip = lock.take(path)
        try:
            db = _open_to_write(path, grip, clock)
        except BaseException:
            grip.release()
            raise
        return cls(path, db, read_only=False, grip=grip)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block as one transaction: all of it is on the disk afterwards, or nothing.

        Raises WorldError where the workspace is read-only, or where the disk refuses.
        """
        if self.read_only:
            raise WorldError(
                f"{self.path.name} can only be read here: copy it to a folder of your own to decide on its figures."
            )
        with told_plainly(self.path), self._db.atomic():
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Run questions so that a damaged file or a lost disk is told in one sentence."""
        with told_plainly(self.path):
            yield

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the file, one plain sentence each; nothing where it is sound."""
        return faults(self._db, self.path)

    def backup(self, to: Path) -> None:
        """Put a tested copy of the workspace at ``to``; raise WorldError where that fails, leaving what stood there."""
        begin_backup(self._db, self.path, to).finish()

    @property
    def unsaved_by_backup(self) -> bool:
        """Tell whether something was done since the newest backup that the program made by itself."""
        return self._backed_up_to != self.journal.next_seq()

    def begin_backup(self, reason: BackupReason, now: datetime) -> PendingCopy:
        """Write a copy into the folder of backups; it counts once it is finished, which another thread may do.

        Raises WorldError where it cannot be written.
        """
        with told_plainly(self.path):
            pending = begin_backup(self._db, self.path, backup_path(self.path, now, reason))
            self._backed_up_to = self.journal.next_seq()
        return pending

    def close(self) -> None:
        """Close the file and give up the lock; closing twice does no harm."""
        self._db.close()
        if self._grip is not None:
            self._grip.release()
            self._grip = None

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _make(path: Path) -> None:
    """Make an empty workspace beside ``path`` and rename it there, so that no half-made one is ever found."""
    orphan = lock.journal_path(path)
    if orphan.exists():
        raise WorldError(
            f"{orphan} is left of a workspace that is gone, and would spoil a new one: move it away, "
            f"or bring {path.name} back beside it."
        )
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")
    try:
        with told_plainly(path), closing(sqlite3.connect(beside)) as raw:
            db = Database(raw, execute_plugins=False)
            db.execute("PRAGMA synchronous = EXTRA")
            migrate(db)
        put_in_place(beside, path)
    except OSError as error:
        raise WorldError(f"{path} cannot be made ({error.strerror}): choose a folder that you may write to.") from error
    finally:
        beside.unlink(missing_ok=True)


def _is_backed_up(path: Path) -> bool:
    """Tell whether the newest backup was made after the workspace was last written."""
    newest = next(iter(list_backups(path)), None)
    return newest is not None and newest.path.stat().st_mtime >= path.stat().st_mtime


def may_write(path: Path) -> bool:
    """Tell whether file and folder may be written: SQLite needs both."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def _open_to_write(path: Path, grip: lock.Grip, clock: Callable[[], datetime]) -> Database:
    """Return a connection that has the file to itself and in this program's form, with the lock signed."""
    with told_plainly(path):
        db = connect(path)
        try:
            seize(db)  # an unfinished transaction is taken back here, so the version is asked for only now
            if db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
                begin_backup(db, path, backup_path(path, clock(), BackupReason.UPDATE)).finish(as_it_is=True)
                migrate(db)
            grip.sign(clock())
        except BaseException:
            db.close()
            raise
    return db


def _open_to_read(path: Path, version: int) -> Database:
    """Return a connection that cannot write; an older schema would have to be migrated, so it is refused."""
    if version < SCHEMA_VERSION:
        raise WorldError(
            f"{path.name} has an older form and can only be read here: copy it to a folder of your own and open that."
        )
    with told_plainly(path):
        db = connect(path, read_only=True)
        db.execute("SELECT count(*) FROM documents").fetchone()
    return db
