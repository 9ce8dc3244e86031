"""The columns of all figures at hand, so that a choice among 300,000 of them is counted at once.

Read from the index of the search, which every act keeps up to date, and kept as numbers: a facet is an array of
codes, a choice a test of them, a count one pass over them. Documents that change are read anew alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from crossfoot.model import About, Changes, Dictionary, Verdict
from crossfoot.review.facets.facet import Choice, Facet, FacetView
from crossfoot.review.findings.gathering import findings_of, wider_findings
from crossfoot.review.search.indexing import index_missing
from crossfoot.review.shelf import Shelf, document_of
from crossfoot.workspace.search import FACETS, FacetColumns

_Codes = npt.NDArray[np.int32]
_Mask = npt.NDArray[np.bool_]
_Array = npt.NDArray[Any]

_READ = tuple(Facet(name) for name in FACETS)
"""The facets that the index holds; findings and tags come from elsewhere."""

_AT_ONCE = 24
"""How many documents that came, went or changed are put in one by one; more of them are read with all others."""


class _Codebook(dict[str, int]):
    """The number of each value, given when it is first asked for."""

    def __missing__(self, value: str) -> int:
        """Give a value the next number."""
        number = self[value] = len(self)
        return number


@dataclass(frozen=True, slots=True)
class _Columns:
    """All figures, column by column; the values of a facet are numbers."""

    ids: npt.NDArray[np.object_]
    start: _Codes
    stop: _Codes
    codes: Mapping[Facet, _Codes]

    def overwrite(self, start: int, part: _Columns) -> None:
        """Put other values of the same figures in the place of those from ``start`` on."""
        for facet, codes in part.codes.items():
            self.codes[facet][start : start + len(codes)] = codes

    def without(self, place: range) -> _Columns:
        """Return the columns without the figures of a place."""
        return self._spliced(lambda whole, _: np.delete(whole, slice(place.start, place.stop)), self)

    def with_part(self, start: int, part: _Columns) -> _Columns:
        """Return the columns with more figures, from ``start`` on."""
        return self._spliced(lambda whole, more: np.concatenate((whole[:start], more, whole[start:])), part)

    def _spliced(self, splice: Callable[[_Array, _Array], _Array], part: _Columns) -> _Columns:
        """Return the columns with something done to each of them, beside the same column of ``part``."""
        return _Columns(
            splice(self.ids, part.ids),
            splice(self.start, part.start),
            splice(self.stop, part.stop),
            {facet: splice(codes, part.codes[facet]) for facet, codes in self.codes.items()},
        )


class FacetTable:
    """The figures of one workspace by facet; read when it is first asked, and again where it was changed."""

    def __init__(self, shelf: Shelf, dictionary: Dictionary) -> None:
        self._shelf = shelf
        self._dictionary = dictionary
        self._columns: _Columns | None = None
        self._places: dict[str, range] = {}
        self._values: dict[Facet, dict[str, int]] = {facet: _Codebook() for facet in Facet}
        self._tags: tuple[_Codes, _Codes] = (np.empty(0, np.int32), np.empty(0, np.int32))

    def ids(self) -> tuple[str, ...]:
        """Return all figures in document order, in each document by place."""
        return tuple(self._read().ids.tolist())

    def view(self, choice: Choice, document: str | None = None) -> FacetView:
        """Return what a choice leaves of one document or of all, with the counts of every facet."""
        columns = self._read()
        everything = np.ones(len(columns.ids), bool)
        if document is not None:
            run = self._places.get(document, range(0))
            everything[:] = False
            everything[run.start : run.stop] = True
        passes = {facet: self._passing(columns, facet, values) for facet, values in choice.items() if values}
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
            counts[facet] = self._counted(columns, facet, mask, choice.get(facet, frozenset()))
        return FacetView(tuple(columns.ids[left].tolist()), int(np.count_nonzero(everything)), counts)

    def refresh(self, changes: Changes) -> None:
        """Follow what an act changed: the documents that it touched are read anew, all where they are many."""
        if self._columns is None:
            return
        touched = {document_of(figure) for figure in changes.figures} | changes.findings_of | changes.documents
        if len(touched) > _AT_ONCE:
            self._columns = None
            return
        moved = [self._follow(document) for document in sorted(touched)]
        if changes.annotations or any(moved):
            self._read_tags()

    def _read(self) -> _Columns:
        """Return the columns, read unless they are at hand."""
        if self._columns is None:
            index_missing(self._shelf, self._dictionary)
            with self._shelf.workspace.reading():
                held = self._shelf.workspace.figure_index.facet_columns()
            order = {document: place for place, document in enumerate(self._shelf.ids())}
            self._values = {facet: _Codebook() for facet in Facet}
            at = np.fromiter(map(order.__getitem__, held.facets["document"]), np.int32, len(held.ids))
            self._columns = self._coded(held, at, lambda: self._all_worst(order))
            self._places = _runs(self._shelf.ids(), np.bincount(at, minlength=len(order)).tolist())
            self._read_tags()
        return self._columns

    def _coded(self, held: FacetColumns, at: _Codes, worst: Callable[[], Mapping[str, str]]) -> _Columns:
        """Return columns as numbers, in the order of their documents (``at``) and places."""
        ids = np.array(held.ids, object)
        start, stop = np.array(held.start, np.int32), np.array(held.stop, np.int32)
        order = _in_order(at, start, stop, ids)
        codes = {facet: self._encode(facet, held.facets[facet.value])[order] for facet in _READ}
        verdicts = worst()
        codes[Facet.FINDING] = self._encode(Facet.FINDING, [verdicts.get(each, "") for each in held.ids])[order]
        return _Columns(ids[order], start[order], stop[order], codes)

    def _follow(self, document: str) -> bool:
        """Read the figures of one document anew; tell whether figures came or went, so that others moved."""
        if self._columns is None:
            return False
        is_there = self._shelf.row(document) is not None
        with self._shelf.workspace.reading():
            held = self._shelf.workspace.figure_index.facet_columns(document if is_there else "")
        part = self._coded(held, np.zeros(len(held.ids), np.int32), lambda: self._worst([document] if is_there else []))
        place = self._places.get(document)
        if place is not None and self._columns.ids[place.start : place.stop].tolist() == part.ids.tolist():
            self._columns.overwrite(place.start, part)
            return False
        if place is not None:
            self._columns = self._columns.without(place)
        lengths = {each: len(run) for each, run in self._places.items()} | {document: len(part.ids)}
        order = self._shelf.ids()
        self._places = _runs(order, [lengths.get(each, 0) for each in order])
        if is_there:
            self._columns = self._columns.with_part(self._places[document].start, part)
        return True

    def _encode(self, facet: Facet, values: Sequence[str]) -> _Codes:
        """Return values as numbers, each value keeping the number that it got first."""
        return np.fromiter(map(self._values[facet].__getitem__, values), np.int32, len(values))

    def _all_worst(self, documents: Iterable[str]) -> dict[str, str]:
        """Return by figure, for all of them, whether a check asks to look at it; straight from the file."""
        store = self._shelf.workspace.findings
        with self._shelf.workspace.reading():
            missing = store.unchecked() & set(documents)
            stored = list(store.verdicts())
        wider = (finding for document in documents for finding in wider_findings(self._shelf, document))
        stored += ((figure, finding.verdict.value) for finding in wider for figure in finding.figures)
        return {**_worse(stored), **self._worst(missing)}

    def _worst(self, documents: Iterable[str]) -> dict[str, str]:
        """Return by figure whether a check asks to look at it, or whether checks only hold."""
        checked = (document for document in documents if document not in self._shelf.awaiting)
        found = (finding for document in checked for finding in findings_of(self._shelf, document))
        return _worse((figure, finding.verdict.value) for finding in found for figure in finding.figures)

    def _read_tags(self) -> None:
        """Note which figures stand within marks that have tags."""
        columns = self._columns
        if columns is None:
            return
        figures, tags = [], []
        known = self._values[Facet.TAG] = _Codebook()
        with self._shelf.workspace.reading():
            marks = [mark for mark in self._shelf.workspace.officer.all_annotations() if mark.tags]
        for mark in marks:
            run = self._places.get(mark.document, range(0))
            if mark.about is About.TEXT:
                part = slice(run.start, run.stop)
                within = (columns.start[part] < mark.span.end) & (mark.span.start < columns.stop[part])
            else:
                within = columns.ids[run.start : run.stop] == mark.target
            for place in np.flatnonzero(within).tolist():
                for tag in mark.tags:
                    figures.append(run.start + place)
                    tags.append(known[tag])
        pairs = sorted(set(zip(figures, tags, strict=True)))
        self._tags = (
            np.array([figure for figure, _ in pairs], np.int32),
            np.array([tag for _, tag in pairs], np.int32),
        )

    def _passing(self, columns: _Columns, facet: Facet, values: frozenset[str]) -> _Mask:
        """Return which figures have one of the values."""
        known = self._values[facet]
        wanted = np.zeros(max(len(known), 1), bool)
        wanted[[known[value] for value in values if value in known]] = True
        if facet is not Facet.TAG:
            passing: _Mask = wanted[columns.codes[facet]]
            return passing
        tagged, tags = self._tags
        mask = np.zeros(len(columns.ids), bool)
        mask[tagged[wanted[tags]]] = True
        if "" in values:
            untagged = np.ones(len(columns.ids), bool)
            untagged[tagged] = False
            mask |= untagged
        return mask

    def _counted(self, columns: _Columns, facet: Facet, mask: _Mask, chosen: frozenset[str]) -> dict[str, int]:
        """Return how many of some figures have each value, most first; chosen values are there with none too."""
        known = self._values[facet]
        if facet is Facet.TAG:
            tagged, tags = self._tags
            numbers = np.bincount(tags[mask[tagged]], minlength=len(known))
        else:
            numbers = np.bincount(columns.codes[facet][mask], minlength=len(known))
        counts = {value: int(numbers[code]) for value, code in known.items() if numbers[code] or value in chosen}
        return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _worse(verdicts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the worst verdict of each figure."""
    worst: dict[str, str] = {}
    for figure, verdict in verdicts:
        if verdict == Verdict.QUERY or figure not in worst:
            worst[figure] = verdict
    return worst


def _in_order(at: _Codes, start: _Codes, stop: _Codes, ids: npt.NDArray[np.object_]) -> npt.NDArray[np.int64]:
    """Return the order of figures by document and place; of those at one place, by their ids."""
    order = np.lexsort((stop, start, at))
    keys = np.stack((at, start, stop))[:, order]
    same = np.flatnonzero((keys[:, 1:] == keys[:, :-1]).all(axis=0))
    if len(same):
        for run in np.split(same, np.flatnonzero(np.diff(same) > 1) + 1):
            part = slice(run[0], run[-1] + 2)
            order[part] = sorted(order[part].tolist(), key=lambda each: str(ids[each]))
    return order


def _runs(documents: Iterable[str], lengths: Iterable[int]) -> dict[str, range]:
    """Return where the figures of each document stand; those of one document follow each other."""
    places, start = {}, 0
    for document, length in zip(documents, lengths, strict=True):
        places[document] = range(start, start + length)
        start += length
    return places
