"""The zip package of an office document, opened with care.

What a package declares it would unpack to is looked at before anything is unpacked, only the parts that
are asked for are unpacked, and the XML in them may declare nothing and refer to nothing outside.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType

from lxml import etree

from crossfoot.model import WorldError

LARGEST_PART = 256 * 1024 * 1024
LARGEST_PACKAGE = 2 * 1024 * 1024 * 1024
MOST_PARTS = 20_000
STEEPEST = 400
"""How many times smaller than its part a packed part may be; text packs to a tenth, a bomb to a thousandth."""
_SMALL = 4 * 1024 * 1024

BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What the standard library raises for a zip file that is damaged, half written, or packed in an unknown way."""


def is_too_steep(unpacked: int, packed: int) -> bool:
    """Tell whether something packed would unpack to more than text, pictures or tables ever do."""
    return unpacked > _SMALL and unpacked > STEEPEST * max(1, packed)


class Package:
    """The parts of one office document; a context manager."""

    def __init__(self, name: str, data: bytes, program: str) -> None:
        self._name = name
        self._damaged = f"{name} is damaged or only half written; save it again in {program} or fetch another copy."
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (*BROKEN, ValueError, UnicodeDecodeError):
            raise WorldError(self._damaged) from None
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_PACKAGE:
            raise WorldError(self._bomb())
        self._parts = {part.filename.lower(): part for part in parts}

    def __enter__(self) -> Package:
        """Return the package itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        """Tell whether the package holds a part."""
        return part.lower() in self._parts

    def part(self, part: str) -> bytes | None:
        """Return a part's bytes, or None where the package has no such part.

        Raises:
            WorldError: the part is damaged, or far larger than any document's.
        """
        info = self._parts.get(part.lower())
        if info is None:
            return None
        if info.file_size > LARGEST_PART or is_too_steep(info.file_size, info.compress_size):
            raise WorldError(self._bomb())
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except (*BROKEN, ValueError, UnicodeDecodeError):
            raise WorldError(self._damaged) from None
        if len(data) > info.file_size:
            raise WorldError(self._bomb())
        return data

    def xml(self, part: str) -> etree._Element | None:
        """Return the root of a part's XML, or None where the package has no such part.

        Raises:
            WorldError: as :meth:`part`, or the XML declares entities.
        """
        data = self.part(part)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise WorldError(self._damaged) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise WorldError(
                f"{self._name} declares entities of its own, which no office document does; it was not read."
            )
        return root

    def damaged(self) -> WorldError:
        """Return the error for a package that lacks what its kind must have."""
        return WorldError(self._damaged)

    def _bomb(self) -> str:
        """Return the sentence for a package that would fill the memory."""
        return f"{self._name} would unpack to far more than a document holds; it was not opened."
