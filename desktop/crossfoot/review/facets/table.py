"""The columns of all figures at hand, so that a choice among 300,000 of them is counted at once.

Read from the index of the search, which every act keeps up to date, and kept as numbers: a facet is an array of
codes, a choice a test of them, a count one pass over them. Documents that change are read anew alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from crossfoot.model import About, Changes, Dictionary, Verdict
from crossfoot.review.facets.facet import Choice, Facet, FacetView
from crossfoot.review.findings.gathering import findings_of, wider_findings
from crossfoot.review.search.indexing import index_missing
from crossfoot.review.shelf import Shelf, document_of
from crossfoot.workspace.search import FacetRow

_Codes = npt.NDArray[np.int32]
_Mask = npt.NDArray[np.bool_]

_READ: Mapping[Facet, Callable[[FacetRow], str]] = {
    Facet.STATE: lambda row: row.state,
    Facet.INDICATOR: lambda row: row.indicator,
    Facet.STAGE: lambda row: row.stage,
    Facet.UNIT: lambda row: row.unit,
    Facet.NATURE: lambda row: row.nature,
    Facet.SECTION: lambda row: row.section,
    Facet.DOCUMENT: lambda row: row.document,
    Facet.REVIEWER: lambda row: row.reviewer,
}

ASKS = "query"
"""The value of the facet of findings for figures that a check asks to look at; "holds" where checks only agree."""


class FacetTable:
    """The figures of one workspace by facet; read when it is first asked, and again where it was changed."""

    def __init__(self, shelf: Shelf, dictionary: Dictionary) -> None:
        self._shelf = shelf
        self._dictionary = dictionary
        self._rows: list[FacetRow] | None = None
        self._places: dict[str, range] = {}
        self._ids: npt.NDArray[np.object_] = np.empty(0, object)
        self._codes: dict[Facet, _Codes] = {}
        self._values: dict[Facet, dict[str, int]] = {}
        self._tags: tuple[_Codes, _Codes] = (np.empty(0, np.int32), np.empty(0, np.int32))

    def view(self, choice: Choice) -> FacetView:
        """Return what a choice leaves, with the counts of every facet."""
        self._read()
        passes = {facet: self._passing(facet, values) for facet, values in choice.items() if values}
        everything = np.ones(len(self._ids), bool)
        left = everything.copy()
        for mask in passes.values():
            left &= mask
        counts = {}
        for facet in Facet:
            mask = left
            if facet in passes:
                mask = everything.copy()
                for other, passing in passes.items():
                    if other is not facet:
                        mask &= passing
            counts[facet] = self._counted(facet, mask, choice.get(facet, frozenset()))
        return FacetView(tuple(self._ids[left].tolist()), len(self._ids), counts)

    def refresh(self, changes: Changes) -> None:
        """Follow what an act changed; documents that came or went are all read when next asked."""
        if self._rows is None:
            return
        touched = {document_of(figure) for figure in changes.figures} | changes.findings_of
        if changes.documents or not all(self._follow(document) for document in touched):
            self._rows = None
        elif changes.annotations:
            self._read_tags()

    def _read(self) -> None:
        """Read everything, unless it is at hand."""
        if self._rows is not None:
            return
        index_missing(self._shelf, self._dictionary)
        order = {document: place for place, document in enumerate(self._shelf.ids())}
        with self._shelf.workspace.reading():
            rows = [row for row in self._shelf.workspace.figure_index.facet_rows() if row.document in order]
        rows.sort(key=lambda row: (order[row.document], row.start, row.stop, row.id))
        self._rows = rows
        self._ids = np.array([row.id for row in rows], object)
        self._places = _runs(rows)
        self._values = {facet: {} for facet in Facet}
        self._codes = {
            facet: self._encode(facet, (read(row) for row in rows), len(rows)) for facet, read in _READ.items()
        }
        worst = self._all_worst()
        self._codes[Facet.FINDING] = self._encode(Facet.FINDING, (worst.get(row.id, "") for row in rows), len(rows))
        self._read_tags()

    def _follow(self, document: str) -> bool:
        """Read the figures of one document anew; tell whether they are the same ones as before."""
        place = self._places.get(document, range(0))
        with self._shelf.workspace.reading():
            rows = list(self._shelf.workspace.figure_index.facet_rows(document))
        rows.sort(key=lambda row: (row.start, row.stop, row.id))
        if [row.id for row in rows] != self._ids[place.start : place.stop].tolist():
            return False
        part = slice(place.start, place.stop)
        for facet, read in _READ.items():
            self._codes[facet][part] = self._encode(facet, (read(row) for row in rows), len(rows))
        worst = self._worst([document])
        self._codes[Facet.FINDING][part] = self._encode(
            Facet.FINDING, (worst.get(row.id, "") for row in rows), len(rows)
        )
        return True

    def _encode(self, facet: Facet, values: Iterable[str], count: int) -> _Codes:
        """Return values as numbers, each value keeping the number that it got first."""
        known = self._values[facet]
        return np.fromiter((known.setdefault(value, len(known)) for value in values), np.int32, count)

    def _all_worst(self) -> dict[str, str]:
        """Return by figure, for all of them, whether a check asks to look at it; straight from the file."""
        store = self._shelf.workspace.findings
        with self._shelf.workspace.reading():
            missing = [document for document in self._places if store.seal(document) is None]
            stored = list(store.verdicts())
        wider = (finding for document in self._places for finding in wider_findings(self._shelf, document))
        stored += ((figure, finding.verdict.value) for finding in wider for figure in finding.figures)
        return {**_worse(stored), **self._worst(missing)}

    def _worst(self, documents: Iterable[str]) -> dict[str, str]:
        """Return by figure whether a check asks to look at it, or whether checks only hold."""
        found = (finding for document in documents for finding in findings_of(self._shelf, document))
        return _worse((figure, finding.verdict.value) for finding in found for figure in finding.figures)

    def _read_tags(self) -> None:
        """Note which figures stand within marks that have tags."""
        figures, tags = [], []
        known = self._values[Facet.TAG]
        with self._shelf.workspace.reading():
            marks = [mark for mark in self._shelf.workspace.officer.all_annotations() if mark.tags]
        rows = self._rows or []
        for mark in marks:
            for place in self._places.get(mark.document, range(0)):
                row = rows[place]
                within = row.start < mark.span.end and mark.span.start < row.stop
                if within if mark.about is About.TEXT else row.id == mark.target:
                    for tag in mark.tags:
                        figures.append(place)
                        tags.append(known.setdefault(tag, len(known)))
        pairs = sorted(set(zip(figures, tags, strict=True)))
        self._tags = (
            np.array([figure for figure, _ in pairs], np.int32),
            np.array([tag for _, tag in pairs], np.int32),
        )

    def _passing(self, facet: Facet, values: frozenset[str]) -> _Mask:
        """Return which figures have one of the values."""
        known = self._values[facet]
        wanted = np.zeros(max(len(known), 1), bool)
        wanted[[known[value] for value in values if value in known]] = True
        if facet is not Facet.TAG:
            passing: _Mask = wanted[self._codes[facet]]
            return passing
        tagged, tags = self._tags
        mask = np.zeros(len(self._ids), bool)
        mask[tagged[wanted[tags]]] = True
        if "" in values:
            untagged = np.ones(len(self._ids), bool)
            untagged[tagged] = False
            mask |= untagged
        return mask

    def _counted(self, facet: Facet, mask: _Mask, chosen: frozenset[str]) -> dict[str, int]:
        """Return how many of some figures have each value, most first; chosen values are there with none too."""
        known = self._values[facet]
        if facet is Facet.TAG:
            tagged, tags = self._tags
            numbers = np.bincount(tags[mask[tagged]], minlength=len(known))
        else:
            numbers = np.bincount(self._codes[facet][mask], minlength=len(known))
        counts = {value: int(numbers[code]) for value, code in known.items() if numbers[code] or value in chosen}
        return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _worse(verdicts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the worst verdict of each figure."""
    worst: dict[str, str] = {}
    for figure, verdict in verdicts:
        if verdict == Verdict.QUERY or figure not in worst:
            worst[figure] = verdict
    return worst


def _runs(rows: Sequence[FacetRow]) -> dict[str, range]:
    """Return where the rows of each document stand; those of one document follow each other."""
    places: dict[str, range] = {}
    for place, row in enumerate(rows):
        before = places.get(row.document)
        places[row.document] = range(before.start if before else place, place + 1)
    return places
