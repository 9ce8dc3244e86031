"""A file takes its place in one step: written beside it, on the disk, then renamed."""

from __future__ import annotations

import os
from pathlib import Path


def put_in_place(beside: Path, path: Path) -> None:
    """Bring ``beside`` onto the disk and rename it to ``path``; a power cut leaves the old or the new, whole."""
    with beside.open("rb+") as file:
        os.fsync(file.fileno())
    beside.replace(path)
    if os.name == "nt":  # a folder cannot be opened there, and needs no syncing
        return
    folder = os.open(path.resolve().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
