"""Which reader reads which file, and the one plain sentence where none can.

A file goes by its suffix, except where its first bytes show that it is something else: a PDF that was
saved as .txt is read as a PDF. Each format's module is loaded when its first file comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from crossfoot.model import Reading, ScanError, WorldError
from crossfoot.readers.allowance import Pages
from crossfoot.readers.archive import ARCHIVES, container_of, is_archive, member_bytes, members

Reader = Callable[[str, bytes], Reading]
"""Takes the file's name, for messages, and its bytes; raises WorldError with one plain sentence."""

_READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        ".txt": ("text", "read_text"),
        ".text": ("text", "read_text"),
        ".md": ("text", "read_text"),
        ".markdown": ("text", "read_text"),
        ".html": ("html", "read_html"),
        ".htm": ("html", "read_html"),
        ".xhtml": ("html", "read_html"),
        ".docx": ("docx", "read_docx"),
        ".docm": ("docx", "read_docx"),
        ".doc": ("doc", "read_doc"),
        ".pdf": ("pdf", "read_pdf"),
        ".rtf": ("rtf", "read_rtf"),
        ".odt": ("odt", "read_odt"),
        ".eml": ("mail", "read_mail"),
    }
)

_PAGED = frozenset({".pdf"})
"""The files that are read page by page, and may be long."""

SUFFIXES: frozenset[str] = frozenset(_READERS)
"""The endings of the files that can be read, in small letters, with their dot."""

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes; a decision record is a thousandth of this, and what is larger would fill the memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TNEF = b"\x78\x9f\x3e\x22"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_ODT_HEAD = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FORMATS = "text, web page, Word (.docx) or PDF"


def read_file(path: Path, pages: Pages | None = None) -> Reading:
    """Return what the reader for this kind of file makes of it; ``pages`` is told of the pages of a long one.

    Raises:
        WorldError: the file is missing, empty, unreadable, damaged, protected or of no known kind.
    """
    if is_archive(path) and path.is_file():
        members(path)  # says what is wrong with a zip file that cannot be looked into
    data, container = file_bytes(path), container_of(path)
    try:
        return read_bytes(path.name or str(path), data, pages)
    except ScanError:
        raise
    except WorldError as error:
        if container is None:
            raise
        raise WorldError(f"{container.name}: {error}") from error  # a file of that name may lie beside the zip file


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file, which may be packed in a zip file that the path leads through.

    Raises:
        WorldError: the file is missing, no ordinary file, may not be read, or is too large.
    """
    name = path.name or str(path)
    if container_of(path) is not None:
        return member_bytes(path)
    try:
        if path.is_dir():
            raise WorldError(f"{name} is a folder, not a file; choose the files in it.")
        if path.exists() and not path.is_file():
            raise WorldError(f"{name} is not a file that can be read; choose an ordinary file.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise WorldError(f"{name} is larger than 512 MB, which no decision record is; choose a smaller file.")
        return path.read_bytes()
    except FileNotFoundError:
        raise WorldError(f"{name} is not there any more; look where it was moved to and choose it again.") from None
    except PermissionError:
        raise WorldError(f"{name} may not be read by you; ask its owner for permission or copy it.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name is not a path"
        raise WorldError(f"{name} could not be read ({reason}); copy it to this computer and try again.") from error


def read_bytes(name: str, data: bytes, pages: Pages | None = None) -> Reading:
    """Return what the reader for ``name``'s kind of file makes of ``data``; ``pages`` is as for :func:`read_file`.

    Raises:
        WorldError: as :func:`read_file`, but for the file system's part.
    """
    if not data:
        raise WorldError(f"{name} is empty (0 bytes); save or download it again.")
    return _reader_for(name, data, pages)(name, data)


def _reader_for(name: str, data: bytes, pages: Pages | None) -> Reader:
    """Return the reader for a file, by what its bytes show and else by its suffix."""
    suffix = Path(name).suffix.lower()
    if data.startswith(_OLE):
        suffix = _suffix_of_old(name, suffix, data)
    elif data.startswith(_TNEF):
        raise WorldError(f"{name} is packed in Outlook's own way; ask the sender to send it as plain text or as HTML.")
    elif suffix in ARCHIVES:
        raise WorldError(f"{name} holds packed files; unpack it and choose the files in it.")
    elif suffix not in SUFFIXES:
        kind = f"files ending in {suffix}" if suffix else "files without an ending such as .docx"
        raise WorldError(f"{name} cannot be read: {kind} are not known; save it as {_FORMATS} and try again.")
    elif suffix != ".eml":
        suffix = _suffix_by_bytes(data) or suffix
    if suffix == ".doc" and not data.startswith(_OLE):
        raise WorldError(f"{name} is no Word document or is damaged; open it in Word and save it as .docx.")
    module, function = _READERS[suffix]
    reader = getattr(import_module(f"crossfoot.readers.{module}"), function)
    return cast("Reader", partial(reader, pages=pages) if suffix in _PAGED else reader)


def _suffix_by_bytes(data: bytes) -> str | None:
    """Return the suffix that a file's bytes show, or None where they show none."""
    if data.lstrip()[:5] == b"{\\rtf":
        return ".rtf"
    if _PAGE.match(data[:1024]):
        return ".html"  # the pages of councils' systems are saved as .doc and .txt, too
    if data.startswith(b"PK\x03\x04"):
        return ".odt" if _ODT_HEAD in data[:200] else ".docx" if b"word/" in data else None
    return ".pdf" if b"%PDF-" in data[:1024] else None


def _suffix_of_old(name: str, suffix: str, data: bytes) -> str:
    """Return the suffix of an old Word document; say what else is in Microsoft's old container.

    Raises:
        WorldError: the file is protected, a mail of Outlook's, or no Word document.
    """
    if "EncryptedPackage".encode("utf-16-le") in data or (suffix in {".docx", ".docm"} and _WORD_STREAM not in data):
        raise WorldError(
            f"{name} is protected by a password; open it in Word, save it without the password and try again."
        )
    if suffix == ".msg":
        raise WorldError(f"{name} is in Outlook's own format; open it in Outlook and save it as text or as .eml.")
    if _WORD_STREAM in data:
        return ".doc"
    raise WorldError(f"{name} is in the old Word format; open it in Word or LibreOffice and save it as .docx.")
