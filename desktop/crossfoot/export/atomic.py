"""A file is written whole or not at all: beside its place, onto the disk, then renamed."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path

from crossfoot.model import WorldError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in one step; on failure what stood there stays, and nothing else is left.

    Raises:
        WorldError: one sentence that names the file, what is wrong and what to do.
    """
    if path.is_dir():
        raise WorldError(f"{path.name}: there is a folder of this name; choose another name.")
    try:
        _replace(path, data)
    except FileNotFoundError as error:
        raise WorldError(
            f"{path.name}: the folder {path.parent} does not exist; choose another folder or make it first."
        ) from error
    except NotADirectoryError as error:
        raise WorldError(f"{path.name}: {path.parent} is not a folder; choose another place.") from error
    except PermissionError as error:
        raise WorldError(_refused(path)) from error
    except OSError as error:
        if error.errno in _FULL:
            raise WorldError(f"{path.name}: the disk is full; make room or choose another disk.") from error
        if error.errno == errno.EROFS:
            raise WorldError(f"{path.name}: {path.parent} can only be read; choose another folder.") from error
        reason = error.strerror or "the system gave no reason"
        raise WorldError(f"{path.name}: could not be written ({reason}); try another folder.") from error


def _replace(path: Path, data: bytes) -> None:
    """Write, sync and rename; take the unfinished file away whatever goes wrong."""
    beside = path.with_name(f".{path.name[:64]}.{uuid.uuid4().hex}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():  # a summary in a shared folder keeps the permissions that it was given there
            shutil.copymode(path, beside)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):  # what went wrong is raised below; a file that cannot go stays hidden
            beside.unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut, where the system lets a folder be opened (not Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refused(path: Path) -> str:
    """Say why the system refused: on Windows an open file is refused the same way as a forbidden one."""
    if path.exists() and os.access(path.parent, os.W_OK):
        return f"{path.name}: the file is open in another program or protected; close it there or choose another name."
    return f"{path.name}: you have no permission to write in {path.parent}; choose another folder."
