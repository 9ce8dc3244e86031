"""The annotated summary leaves as HTML, Excel, CSV or JSON.

:func:`write` is the door: the suffix of the file chooses the format, the file is made whole
beside its place, and takes the place only when every byte is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from crossfoot.export.atomic import replace_file
from crossfoot.export.csv_export import to_csv
from crossfoot.export.html import to_html
from crossfoot.export.json_export import to_json
from crossfoot.export.summary import DocumentPart, Summary
from crossfoot.export.xlsx import to_xlsx
from crossfoot.model import WorldError

__all__ = ["FORMATS", "SUFFIXES", "DocumentPart", "Summary", "write"]

_WRITERS: Mapping[str, Callable[[Summary], bytes]] = MappingProxyType(
    {".html": to_html, ".xlsx": to_xlsx, ".csv": to_csv, ".json": to_json}
)

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".html": "Annotated summary for any browser",
        ".xlsx": "Excel workbook",
        ".csv": "Figures as comma-separated values",
        ".json": "Everything, for other programs",
    }
)
"""What each suffix gives, in words for a file dialog; the first is the usual choice."""

SUFFIXES: frozenset[str] = frozenset(_WRITERS)
"""The suffixes that :func:`write` knows, in lower case with their dot."""


def write(summary: Summary, path: Path) -> None:
    """Write ``summary`` to ``path`` in the format of its suffix.

    The same summary gives the same bytes. A file that stood there is replaced in one step; when
    anything fails it stays as it was and nothing is left beside it.

    Raises:
        WorldError: the suffix is unknown, the folder is missing or may not be written to, the
            disk is full, or the file is open in another program.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        *most, last = FORMATS
        known = f"{', '.join(most)} or {last}"
        raise WorldError(f"{path.name}: this kind of file cannot be written; choose a name that ends in {known}.")
    replace_file(path, writer(summary))
