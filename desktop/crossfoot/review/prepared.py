"""A file on its way in: what was read and found in it, and, where that was worked out too, what is to be written of it.

Picklable, so that it can come from another process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossfoot.model import Extraction, Reading
from crossfoot.workspace import Cut, PackedDocument

if TYPE_CHECKING:  # the checks are loaded where something is checked
    from crossfoot.checks import CallInRule


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks say of a record, as it is written.

    ``findings`` and ``sketch`` are cut where the document's id goes. ``queries`` are the ids of the findings that ask
    for a look. ``call_in`` are the councils' call-in rules that the checks went by: under others they have to be made
    anew.
    """

    findings: tuple[Cut, ...]
    queries: tuple[str, ...]
    sketch: Cut
    call_in: Mapping[str, CallInRule]


@dataclass(frozen=True, slots=True)
class Ready:
    """All that a workspace will hold of a record beside its file, worked out before it is stored.

    ``figures`` are the rows of the search: each figure's id within the document, and the rest of its row. ``checked``
    is None where the checks are to follow when the record is in.
    """

    packed: PackedDocument
    figures: tuple[tuple[str, tuple[str | float, ...]], ...]
    checked: Checked | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record of a file, read and searched, ready to be stored. ``path`` is the file's as the officer named it."""

    path: str
    data: bytes
    sha256: str
    reading: Reading
    extraction: Extraction
    ready: Ready | None = None
