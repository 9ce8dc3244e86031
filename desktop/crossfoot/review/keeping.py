"""Backups: those that the program makes by itself, and the way back to one, also from a damaged workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crossfoot.model import WorldError
from crossfoot.workspace import (
    Backup,
    BackupReason,
    PendingCopy,
    backups_folder,
    faults_of,
    list_backups,
    restore,
    thin,
)

__all__ = [
    "Backup",
    "BackupReason",
    "PendingBackup",
    "backups_folder",
    "list_backups",
    "newest_sound",
    "restore",
    "trouble_of",
]


@dataclass(frozen=True, slots=True)
class PendingBackup:
    """A backup of ``workspace`` that is written and not yet tested."""

    workspace: Path
    copy: PendingCopy
    now: datetime

    def finish(self) -> Path:
        """Test it, give it its name, and thin out older ones; any thread may do it. Return its path.

        Raises WorldError where it is not sound; then it is gone and the older ones stay.
        """
        made = self.copy.finish()
        thin(self.workspace, self.now)
        return made


def newest_sound(workspace: Path) -> Backup | None:
    """Return the newest backup of a workspace that passes every test, or None. Any thread may ask."""
    return next((backup for backup in list_backups(workspace) if trouble_of(backup.path) is None), None)


def trouble_of(path: Path) -> str | None:
    """Return why a file cannot be returned to, in one sentence; None where it is a sound workspace."""
    try:
        wrong = faults_of(path)
    except WorldError as error:
        return str(error)
    return wrong[0] if wrong else None
