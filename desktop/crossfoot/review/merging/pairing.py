"""Which document of a copy is which document here: the same file, or another version of the same record.

A record was replaced by a new version in one copy, or in both, while a colleague went on with the old one: then what
was decided on a figure belongs to the figure that reads the same in the version that stands here.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crossfoot.model import Document, Figure, JournalRow, Origin, ReviewedFigure, State
from crossfoot.review.shelf import Sheet, Shelf
from crossfoot.review.versions.comparing import Comparison, Fate, FigureFate, compare
from crossfoot.workspace import NOTHING, DocumentRow, TargetKind

_NAMED = 5
"""How many records that stay out are named one by one."""

_Key = tuple[str, int]
"""What tells a record in every copy: its file's SHA-256, and its number among the records of that file."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One record as both copies have it.

    ``version`` sets theirs against mine where these are two versions of it, ``is_newer`` tells that mine took the place
    of theirs. ``began`` says, by the id of a figure there, what it is called in the version that both began with.
    """

    mine: Document
    my_sheet: Sheet
    theirs: Document
    their_sheet: Sheet
    version: Comparison | None = None
    is_newer: bool = False
    began: Mapping[str, str] = field(default_factory=dict)
    _fates: Mapping[str, FigureFate] = field(default_factory=dict)

    @property
    def same_text(self) -> bool:
        """Tell whether both readers read the same text."""
        return self.mine.text == self.theirs.text

    @property
    def name(self) -> str:
        """Return the record's name for people."""
        return f"“{self.mine.record.title or self.mine.path}”"

    def fate(self, theirs: ReviewedFigure) -> FigureFate | None:
        """Return what became of a figure of theirs in the version here; None where both copies hold the same one."""
        return self._fates.get(theirs.id)

    def counterpart(self, theirs: ReviewedFigure) -> ReviewedFigure | None:
        """Return the figure of this workspace that a figure of the other copy is, or None."""
        here = self.my_sheet.figures
        fate = self.fate(theirs)
        if fate is not None:
            if theirs.origin is Origin.ADDED or fate.new is None:
                return here.get(f"{self.mine.id}-{theirs.printed.id}")
            return here.get(f"{self.mine.id}-{fate.new.id}")
        same = here.get(f"{self.mine.id}-{theirs.printed.id}")
        if same is not None or not self.same_text:
            return same
        at = (figure for figure in here.values() if figure.printed.span == theirs.printed.span)
        return next((figure for figure in at if figure.printed.value == theirs.printed.value), None)

    def added(self, theirs: ReviewedFigure) -> Figure | None:
        """Return the figure that the colleague put there, at its place in the text here; None where it has none."""
        fate = self.fate(theirs)
        if fate is not None:
            return fate.new if fate.added else None
        return theirs.printed if self.same_text else None


def pairs_of(
    shelf: Shelf, theirs: Shelf, my_rows: Sequence[JournalRow], their_rows: Sequence[JournalRow]
) -> tuple[list[Pair], list[str]]:
    """Return the records that both copies have, and a sentence for those that stay out; journals are oldest first."""
    several = _several(shelf) | _several(theirs)
    here, there = _Records(shelf, my_rows, several), _Records(theirs, their_rows, several)
    same = {here.standing[key]: row for row, key in there.rows if key in here.standing}
    pairs: dict[str, Pair] = {}
    stays_out: list[DocumentRow] = []
    for row, key in there.rows:
        if key in here.standing:
            mine = here.standing[key]
            if same[mine].id == row.id:
                other = theirs.document(row.id), theirs.sheet(row.id)
                pairs[mine] = Pair(shelf.document(mine), shelf.sheet(mine), *other)
            continue
        found = next(_kin(here, there, row.id), None)
        if found is not None and found[1] not in same and found[1] not in pairs:
            pairs[found[1]] = _versions(shelf, theirs, row.id, found)
        elif any(figure.state is not State.UNREVIEWED for figure in theirs.sheet(row.id).figures.values()):
            stays_out.append(row)
    return list(pairs.values()), _told(here, there, stays_out)


class _Records:
    """The records of one copy: those that stand, those in the bin, and which took the place of which."""

    def __init__(self, shelf: Shelf, rows: Sequence[JournalRow], several: Collection[str]) -> None:
        def key(row: DocumentRow) -> _Key:
            part = shelf.document(row.id).reading.part if row.sha256 in several else None
            return row.sha256, part.number if part else 0

        self.rows = [(row, key(row)) for row in shelf.order()]
        self.standing = {key: row.id for row, key in self.rows}
        self.binned = {key(row): row.id for row in _binned(shelf)}
        self.keys = {each: key for key, each in (self.binned | self.standing).items()}
        self._standing = set(self.standing.values())
        self.successors: dict[str, str] = {}
        self.predecessors: dict[str, str] = {}
        for row in rows:
            if row.target_kind == TargetKind.DOCUMENT.value:
                _follow(row, "replaced_by", self.successors)
                _follow(row, "replaces", self.predecessors)

    def lineage(self, document_id: str) -> Iterator[str]:
        """Yield a document and those whose place it took, the newest first."""
        known: str | None = document_id
        while known is not None:
            yield known
            known = self.predecessors.get(known)

    def newest(self, document_id: str) -> str | None:
        """Return the document that stands in the place of one, or None where that lies in the bin."""
        known: str | None = document_id
        while known is not None and known not in self._standing:
            known = self.successors.get(known)
        return known


def _binned(shelf: Shelf) -> tuple[DocumentRow, ...]:
    """Return the lines of the documents in the bin."""
    with shelf.workspace.reading():
        return shelf.workspace.documents.rows(binned=True)


def _several(shelf: Shelf) -> set[str]:
    """Return the files, by their SHA-256, that hold several records."""
    count = Counter(row.sha256 for row in (*shelf.order(), *_binned(shelf)))
    return {sha256 for sha256, number in count.items() if number > 1}


def _follow(row: JournalRow, name: str, known: dict[str, str]) -> None:
    """Note what a row of the journal says of a document's versions; an undo takes it back."""
    before, after = (json.loads(data) if data != NOTHING else {} for data in (row.before, row.after))
    if after.get(name):
        known[row.target] = after[name]
    elif before.get(name):
        known.pop(row.target, None)


def _kin(here: _Records, there: _Records, document_id: str) -> Iterator[tuple[str, str, str]]:
    """Yield a version that both had, by its id there and here, with the one that stands here in its place."""
    for older in there.lineage(document_id):
        key = there.keys.get(older)
        held = here.standing.get(key) or here.binned.get(key) if key is not None else None
        stands = here.newest(held) if held is not None else None
        if held is not None and stands is not None:
            yield older, stands, held


def _versions(shelf: Shelf, theirs: Shelf, document_id: str, found: tuple[str, str, str]) -> Pair:
    """Return two versions as a pair; ``found`` names the one that both had there, the one that stands, and it here."""
    common, stands, held = found
    other, sheet = theirs.document(document_id), theirs.sheet(document_id)
    version = compare(other, sheet, shelf.document(stands))
    began = {each: each for each in sheet.figures}
    if common != document_id:
        since = compare(theirs.document(common), theirs.sheet(common), other).figures
        began = {
            f"{document_id}-{each.old.printed.id if each.added else each.new.id}": each.old.id
            for each in since
            if each.old is not None and each.new is not None and each.fate is not Fate.CHANGED
        }
    return Pair(
        shelf.document(stands),
        shelf.sheet(stands),
        other,
        sheet,
        version,
        is_newer=common == document_id and held != stands,
        began=began,
        _fates={each.old.id: each for each in version.figures if each.old is not None},
    )


def _told(here: _Records, there: _Records, rows: Sequence[DocumentRow]) -> list[str]:
    """Say which records with decisions stay out, and what to do about it."""
    said = []
    for row in rows[:_NAMED]:
        key = there.keys[row.id]
        if key in here.binned and here.newest(here.binned[key]) is None:
            said.append(f"“{row.name}” is in the bin here: put it back, then merge again.")
        elif next(_kin(here, there, row.id), None) is not None:
            said.append(f"“{row.name}” is an older version there, beside the one that is here: that one was merged.")
        else:
            said.append(f"“{row.name}” is not in this workspace: import it, then merge again.")
    if len(rows) > _NAMED:
        said.append(f"{len(rows) - _NAMED} more records are not in this workspace.")
    return said
