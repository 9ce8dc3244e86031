"""What the window remembers between two starts, in one .ini file of the user's own."""

from __future__ import annotations

import getpass
import hashlib
import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT = 5
"""How many workspaces the welcome page offers again."""


class Settings:
    """Layout, colours, initials and recent workspaces, kept at ``path``."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a stored text."""
        return str(self._store.value(key, default))

    def number(self, key: str, default: int) -> int:
        """Return a stored whole number; a damaged entry counts as none."""
        stored = self.text(key)
        return int(stored) if re.fullmatch(r"-?\d{1,9}", stored) else default

    def put(self, key: str, value: str | int) -> None:
        """Store a text or a number."""
        self._store.setValue(key, str(value))

    def layout(self, key: str) -> QByteArray:
        """Return the stored state of a splitter, header or window; empty where there is none."""
        stored = self._store.value(f"layout/{key}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def put_layout(self, key: str, state: QByteArray) -> None:
        """Store the state of a splitter, header or window."""
        self._store.setValue(f"layout/{key}", state)

    def forget_layout(self) -> None:
        """Forget how the panes were laid out."""
        self._store.remove("layout")

    def recent(self) -> list[Path]:
        """Return the workspaces opened last that are still there, latest first."""
        stored = [self.text(f"recent/{place}") for place in range(RECENT)]
        return [Path(name) for name in stored if name and Path(name).is_file()]

    def remember(self, workspace: Path) -> None:
        """Put ``workspace`` at the head of the recent ones."""
        path = workspace.resolve()
        paths = [path, *(other for other in self.recent() if other != path)][:RECENT]
        self._store.remove("recent")
        for place, item in enumerate(paths):
            self._store.setValue(f"recent/{place}", str(item))

    def initials(self) -> str:
        """Return the reviewer's initials, or an empty text where they were never asked."""
        return self.text("reviewer/initials")

    def put_initials(self, initials: str) -> None:
        """Store the reviewer's initials."""
        self.put("reviewer/initials", initials)

    def was_warned(self, workspace: Path) -> bool:
        """Tell whether the officer knows already that a workspace lies in a shared folder."""
        return bool(self.text(f"shared/{_short(workspace)}"))

    def put_warned(self, workspace: Path) -> None:
        """Remember that the officer knows."""
        self.put(f"shared/{_short(workspace)}", "known")

    def sync(self) -> None:
        """Write everything to the file now."""
        self._store.sync()


def _short(workspace: Path) -> str:
    """Return a key for a workspace's place: a path itself has signs that mean something in a settings file."""
    return hashlib.sha256(str(workspace.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def initials_of(user: str) -> str:
    """Return likely initials of an account name: "jane.smith" gives "JS", "agreen" gives "AG"."""
    parts = [part for part in re.split(r"[^A-Za-z]+", user) if part]
    if not parts:
        return "me"
    return ("".join(part[0] for part in parts) if len(parts) > 1 else parts[0][:2]).upper()


def likely_initials() -> str:
    """Return likely initials of whoever is signed in; systems without an account name give "me"."""
    try:
        return initials_of(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return "me"
