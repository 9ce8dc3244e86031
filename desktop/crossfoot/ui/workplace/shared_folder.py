"""Whether a workspace lies where others can reach it: in a folder that is synchronised, or on a network drive."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_SYNCHRONISED = re.compile(
    r"(OneDrive|Dropbox|Google ?Drive|My Drive|iCloud ?Drive|Mobile Documents|Box|Box Sync|Nextcloud|ownCloud|"
    r"SharePoint|pCloud ?Drive|MEGA|Seafile|Syncthing)( - .+)?",
    re.IGNORECASE,
)
"""Names of folders that programs keep the same on several machines; some add the name of an organisation."""

_NETWORK = re.compile(
    r"(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs|9p|(fuse\.)?(sshfs|rclone|davfs.*))", re.IGNORECASE
)
"""File systems of the network, as the system names them."""

_REMOTE_DRIVE = 4
"""What Windows says of a drive that is another machine's."""


def shared_by(path: Path, file_system: str, environment: Mapping[str, str]) -> str:
    """Return what shares the folder of a workspace ("OneDrive", "a network drive"), or an empty text."""
    for part in path.parent.parts:
        if _SYNCHRONISED.fullmatch(part):
            return part
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = environment.get(name)
        if root and path.is_relative_to(root):
            return "OneDrive"
    if str(path).startswith("\\\\") or _NETWORK.fullmatch(file_system):
        return "a network drive"
    return ""


def what_shares(path: Path) -> str:
    """Return as :func:`shared_by` does, asking the system."""
    whole = path.resolve()
    file_system = bytes(QStorageInfo(str(whole.parent)).fileSystemType().data()).decode("ascii", "replace")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there alone

        if ctypes.windll.kernel32.GetDriveTypeW(whole.anchor) == _REMOTE_DRIVE:
            file_system = "smb"
    return shared_by(whole, file_system, os.environ)


def warning(workspace: str, place: str) -> str:
    """Return what the officer should know of a workspace in a shared place."""
    return (
        f"{workspace} lies in {place}. Only one person may have it open at a time, and while it is open its copy there "
        "may be half a copy. Safer: keep it on this computer, give others a backup, and merge their decisions."
    )
