"""Zip files of records: each file packed in one is read as if the zip file were a folder.

A packed file goes by a path through the zip file, ``box.zip/minutes/record.docx``, which every door of the
readers takes; nothing is unpacked to disk. What the zip file declares it would unpack to is looked at before
anything is unpacked, and a zip file inside another is not opened.
"""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from crossfoot.model import WorldError
from crossfoot.readers.package import BROKEN, is_too_steep

ARCHIVES = frozenset({".zip"})
"""The endings of files that hold others, in small letters, with their dot."""
MOST_MEMBERS = 10_000
LARGEST_TOTAL = 4 * 1024 * 1024 * 1024
LARGEST_MEMBER = 512 * 1024 * 1024
_ENCRYPTED = 0x1


def is_archive(path: Path) -> bool:
    """Tell whether a file holds others, by its ending."""
    return path.suffix.lower() in ARCHIVES


def members(path: Path) -> tuple[Path, ...]:
    """Return the paths through a zip file to the files packed in it, in the order of their names.

    Raises:
        WorldError: the file is missing, damaged, protected, empty or a trap.
    """
    with _opened(path) as packed:
        return tuple(path / name for name in sorted(_listed(path, packed)))


def container_of(path: Path) -> Path | None:
    """Return the zip file that a path leads through, or None for the path of an ordinary file."""
    return next((parent for parent in path.parents if is_archive(parent) and parent.is_file()), None)


def member_bytes(path: Path) -> bytes:
    """Return the bytes of a file packed in a zip file, given by its path through that.

    Raises:
        WorldError: as :func:`members`, or the zip file does not hold it, or it is too large or damaged.
    """
    container = container_of(path)
    if container is None:
        raise WorldError(f"{path.name} is not in a zip file any more; look where it was moved to and choose it again.")
    with _opened(container) as packed:
        info = _listed(container, packed).get(path.relative_to(container).as_posix())
        if info is None:
            raise WorldError(f"{container.name} holds no file {path.name} any more; look into it and choose again.")
        if info.file_size > LARGEST_MEMBER:
            raise WorldError(f"{path.name} is larger than 512 MB, which no decision record is; choose a smaller file.")
        try:
            return packed.read(info)
        except (*BROKEN, ValueError):
            raise WorldError(_damaged(container)) from None


def _opened(path: Path) -> zipfile.ZipFile:
    """Return the zip file, opened for reading."""
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        raise WorldError(
            f"{path.name} is not there any more; look where it was moved to and choose it again."
        ) from None
    except PermissionError:
        raise WorldError(f"{path.name} may not be read by you; ask its owner for permission or copy it.") from None
    except (*BROKEN, ValueError):
        raise WorldError(_damaged(path)) from None


def _listed(path: Path, packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the packed files by name, once what they declare has been looked at."""
    infos = [info for info in packed.infolist() if not info.is_dir()]
    size = path.stat().st_size
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_MEMBERS or total > LARGEST_TOTAL or is_too_steep(total, size):
        raise WorldError(f"{path.name} would unpack to far more than records hold; it was not opened.")
    if any(is_too_steep(info.file_size, info.compress_size) for info in infos):
        raise WorldError(f"{path.name} would unpack to far more than records hold; it was not opened.")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise WorldError(f"{path.name} is protected by a password; unpack it and choose the files in it.")
    listed: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = PurePosixPath(info.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
            raise WorldError(f"{path.name} holds a file that would be put outside its folder; it was not opened.")
        listed[name.as_posix()] = info
    if not listed:
        raise WorldError(f"{path.name} holds no files; pack or download it again.")
    return listed


def _damaged(path: Path) -> str:
    """Return the sentence for a zip file that cannot be unpacked."""
    return f"{path.name} is damaged or only half written; pack or download it again."
