"""Which reader reads which file, and the one plain sentence where none can.

A file goes by its suffix, except where its first bytes show that it is something else: a PDF that was
saved as .txt is read as a PDF. Each format's module is loaded when its first file comes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from crossfoot.model import Reading, WorldError

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
        ".pdf": ("pdf", "read_pdf"),
    }
)

SUFFIXES: frozenset[str] = frozenset(_READERS)
"""The endings of the files that can be read, in small letters, with their dot."""

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes; a decision record is a thousandth of this, and what is larger would fill the memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORMATS = "text, web page, Word (.docx) or PDF"


def read_file(path: Path) -> Reading:
    """Return what the reader for this kind of file makes of it.

    Raises:
        WorldError: the file is missing, empty, unreadable, damaged, protected or of no known kind.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise WorldError(f"{name} is a folder, not a file; choose the files in it.")
        if path.exists() and not path.is_file():
            raise WorldError(f"{name} is not a file that can be read; choose an ordinary file.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise WorldError(f"{name} is larger than 512 MB, which no decision record is; choose a smaller file.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise WorldError(f"{name} is not there any more; look where it was moved to and choose it again.") from None
    except PermissionError:
        raise WorldError(f"{name} may not be read by you; ask its owner for permission or copy it.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name is not a path"
        raise WorldError(f"{name} could not be read ({reason}); copy it to this computer and try again.") from error
    return read_bytes(name, data)


def read_bytes(name: str, data: bytes) -> Reading:
    """Return what the reader for ``name``'s kind of file makes of ``data``.

    Raises:
        WorldError: as :func:`read_file`, but for the file system's part.
    """
    if not data:
        raise WorldError(f"{name} is empty (0 bytes); save or download it again.")
    return _reader_for(name, data)(name, data)


def _reader_for(name: str, data: bytes) -> Reader:
    """Return the reader for a file, by what its bytes show and else by its suffix."""
    suffix = Path(name).suffix.lower()
    if data.startswith(_OLE):
        raise WorldError(_old_word_message(name, suffix, data))
    if suffix not in SUFFIXES:
        kind = f"files ending in {suffix}" if suffix else "files without an ending such as .docx"
        raise WorldError(f"{name} cannot be read: {kind} are not known; save it as {_FORMATS} and try again.")
    if b"%PDF-" in data[:1024]:
        suffix = ".pdf"
    elif data.startswith(b"PK\x03\x04") and b"word/" in data:
        suffix = ".docx"
    module, function = _READERS[suffix]
    return cast("Reader", getattr(import_module(f"crossfoot.readers.{module}"), function))


def _old_word_message(name: str, suffix: str, data: bytes) -> str:
    """Return the sentence for a file in Microsoft's old container: an old .doc, or a protected new one."""
    if "EncryptedPackage".encode("utf-16-le") in data or suffix in {".docx", ".docm"}:
        return f"{name} is protected by a password; open it in Word, save it without the password and try again."
    return f"{name} is in the old Word format; open it in Word or LibreOffice and save it as .docx."
