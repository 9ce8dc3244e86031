"""The backups that the program makes by itself, in a folder beside the workspace.

``Cases.crossfoot`` has its backups in ``Cases backups``, each named by its workspace, its moment and why it
was made, so that an officer finds the right one without the program. Each is tested by opening it before it
gets its name. Older ones are thinned out: the nearer a time is, the more of it is kept.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from crossfoot.model import WorldError

_SPARE = 64 * 1024 * 1024
"""Bytes that a backup must leave free on the disk: the decisions of the day need room first."""

_HOURLY, _DAILY = timedelta(days=1), timedelta(days=31)
"""Of the last day the newest backup of each hour is kept, of the last month that of each day, then of each month."""

_PART = ".part"
"""What the name of a copy ends in until it is tested."""

_UPDATES_KEPT = 3
"""How many backups from before an update are kept, however old."""


class BackupReason(StrEnum):
    """Why a backup was made, as it stands in its name."""

    UPDATE = "before update"
    CLOSE = "at closing"
    WORK = "while working"
    HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on the disk. ``at`` is the machine's local time without zone, ``size`` counts bytes."""

    path: Path
    at: datetime
    reason: BackupReason
    size: int


def backups_folder(workspace: Path) -> Path:
    """Return where the backups of a workspace are kept."""
    return workspace.with_name(f"{workspace.stem} backups")


def backup_path(workspace: Path, now: datetime, reason: BackupReason) -> Path:
    """Return where a backup made ``now`` goes; its folder is made where it is missing.

    Raises WorldError where the folder cannot be made, or where the disk has no room to spare.
    """
    folder = backups_folder(workspace)
    try:
        folder.mkdir(exist_ok=True)
        free, needed = shutil.disk_usage(folder).free, workspace.stat().st_size + _SPARE
    except OSError as error:
        raise WorldError(
            f"{folder}: no backup can be made there ({error.strerror}): free the folder for writing."
        ) from error
    if free < needed:
        raise WorldError(f"{folder}: there is no room for a backup: make {(needed - free) // 2**20 + 1} MB free.")
    return folder / f"{workspace.stem} {now:%Y-%m-%d %H.%M.%S} {reason.value}{workspace.suffix}"


def list_backups(workspace: Path) -> tuple[Backup, ...]:
    """Return the backups of a workspace that are there, newest first; nothing is opened."""
    form = re.compile(
        rf"{re.escape(workspace.stem)} (\d{{4}}-\d\d-\d\d \d\d\.\d\d\.\d\d) "
        rf"({'|'.join(reason.value for reason in BackupReason)}){re.escape(workspace.suffix)}"
    )
    try:
        paths = list(backups_folder(workspace).iterdir())
    except OSError:  # no folder, no backups
        return ()
    found = [_backup(path, form.fullmatch(path.name)) for path in paths]
    return tuple(sorted((each for each in found if each), key=lambda each: (each.at, each.path.name), reverse=True))


def thin(workspace: Path, now: datetime) -> tuple[Path, ...]:
    """Delete the backups that are no longer needed, and what a crash left half made; return them.

    One that cannot be deleted, because somebody has it open, stays until the next backup.
    """
    gone = []
    unneeded = [backup.path for backup in surplus(list_backups(workspace), now.replace(tzinfo=None))]
    for path in (*unneeded, *_left_over(workspace, now)):
        try:
            path.unlink()
        except OSError:  # open somewhere, or taken away already
            continue
        gone.append(path)
    return tuple(gone)


def _left_over(workspace: Path, now: datetime) -> list[Path]:
    """Return copies that were begun more than a day ago and never got their names."""
    folder = backups_folder(workspace)
    if not folder.is_dir():
        return []
    found = [each for each in folder.iterdir() if each.name.startswith(f".{workspace.stem} ") and each.suffix == _PART]
    return [each for each in found if now.timestamp() - each.stat().st_mtime > _HOURLY.total_seconds()]


def surplus(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that thinning out would delete; the newest, and those made by hand, are never among them."""
    kept = {backup.path for backup in backups if backup.reason is BackupReason.HAND}
    newest_first = sorted(backups, key=lambda backup: backup.at, reverse=True)
    kept |= {backup.path for backup in newest_first[:1]}
    kept |= {b.path for b in [b for b in newest_first if b.reason is BackupReason.UPDATE][:_UPDATES_KEPT]}
    kept |= {backup.path for backup in _newest_of_each(newest_first, now)}
    return tuple(backup for backup in newest_first if backup.path not in kept)


def _newest_of_each(newest_first: Iterable[Backup], now: datetime) -> Iterable[Backup]:
    """Return the first of the backups of each hour, day or month, by how long ago it is."""
    seen: dict[str, Backup] = {}
    for backup in newest_first:
        age = now - backup.at
        form = "%Y-%m-%d %H" if age < _HOURLY else "%Y-%m-%d" if age < _DAILY else "%Y-%m"
        seen.setdefault(f"{backup.at:{form}}", backup)
    return seen.values()


def _backup(path: Path, named: re.Match[str] | None) -> Backup | None:
    """Return what a file in the folder of backups is, or None where it is none of ours."""
    if named is None:
        return None
    try:
        at, size = datetime.strptime(named[1], "%Y-%m-%d %H.%M.%S"), path.stat().st_size  # noqa: DTZ007 - local, as named
    except (ValueError, OSError):  # a day that there is not, or a file that went meanwhile
        return None
    return Backup(path, at, BackupReason(named[2]), size)
