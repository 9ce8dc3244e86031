"""Another copy of a workspace is read from a copy of its own, so that not a byte of it changes.

A copy of an older form can thus be brought to this one, and one on a disk that may only be read can be read.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crossfoot.model import WorldError
from crossfoot.workspace import lock
from crossfoot.workspace.copying import refuse_open
from crossfoot.workspace.file import Workspace, may_write
from crossfoot.workspace.header import look


@contextmanager
def borrowed(path: Path) -> Iterator[Workspace]:
    """Give the workspace at ``path`` to read; it is as it was afterwards.

    Raises WorldError where it is no workspace, damaged, made by a newer program, or open somewhere.
    """
    look(path)
    if may_write(path):
        refuse_open(path)
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        copy = Path(folder) / path.name
        try:
            for source in (path, lock.journal_path(path)):  # an unfinished step is taken back in the copy
                if source.exists():
                    shutil.copyfile(source, copy.with_name(source.name))
        except OSError as error:
            raise WorldError(f"{path}: cannot be copied to be read ({error.strerror}): make room.") from error
        with Workspace.open(copy) as workspace:
            yield workspace


def shared_rows(one: Workspace, other: Workspace) -> int:
    """Return how many rows two journals begin with in common: those from before one was copied from the other."""
    count = 0
    for mine, theirs in zip(one.journal.digests(), other.journal.digests(), strict=False):
        if mine != theirs:
            break
        count += 1
    return count
