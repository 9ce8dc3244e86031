"""Rich Text Format, as Word, LibreOffice and mail programs write it: see :mod:`crossfoot.readers.rtf.reader`."""

from crossfoot.readers.rtf.reader import read_rtf

__all__ = ["read_rtf"]
