"""OpenDocument texts, as LibreOffice writes them: see :mod:`crossfoot.readers.odt.reader`."""

from crossfoot.readers.odt.reader import read_odt

__all__ = ["read_odt"]
