"""The files that documents came from: lent to other programs as copies that cannot be changed."""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from crossfoot.export.atomic import replace_file
from crossfoot.model import WorldError

_FORBIDDEN = frozenset('<>:"/\\|?*')
_LONGEST = 120


def file_name(path: str) -> str:
    """Return the name of the file at a stored path, in a form that every system takes."""
    name = PurePosixPath(path.replace("\\", "/")).name
    clean = "".join("_" if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in name).strip(". ")
    stem, dot, suffix = clean.rpartition(".")
    return (f"{stem[:_LONGEST]}{dot}{suffix}" if dot else suffix[:_LONGEST]) or "document"


def save_copy(data: bytes, to: Path) -> None:
    """Write an original at ``to``, whole or not at all; raise WorldError with one sentence where that fails."""
    replace_file(to, data)


class Lending:
    """Copies of originals in a folder of their own, for other programs to open; gone when it is closed.

    ``make_folder`` makes the folder, which only this user may look into.
    """

    def __init__(self, make_folder: Callable[[], str] = lambda: tempfile.mkdtemp(prefix="crossfoot-")) -> None:
        self._make_folder = make_folder
        self._folder: Path | None = None

    def lend(self, key: str, path: str, data: bytes) -> Path:
        """Return a copy that can only be read; lent again under the same ``key`` it is the same one.

        Raises:
            WorldError: there is no room, or no right to write in the system's folder for such files.
        """
        try:
            if self._folder is None:
                self._folder = Path(self._make_folder())
            place = self._folder / key
            place.mkdir(exist_ok=True)
            copy = place / file_name(path)
            if not copy.exists():
                copy.write_bytes(data)
                copy.chmod(stat.S_IRUSR)
        except OSError as error:
            raise WorldError(
                f"{file_name(path)} cannot be opened ({error.strerror}): make room on the disk, or save a copy of it."
            ) from error
        return copy

    def close(self) -> None:
        """Take the copies away; one that another program holds open is left to the system."""
        if self._folder is not None:
            for copy in self._folder.glob("*/*"):
                copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
