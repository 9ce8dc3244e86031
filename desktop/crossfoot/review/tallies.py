"""How far the check of each document has come, and of all: the sum is kept, not added up anew at each decision."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields

from crossfoot.model import Counts

_FIELDS = tuple(field.name for field in fields(Counts))


class Tallies:
    """The counts of documents that are known, and their sum."""

    def __init__(self) -> None:
        self._of: dict[str, Counts] = {}
        self._sum = [0] * len(_FIELDS)

    def get(self, document_id: str) -> Counts | None:
        """Return the counts of a document, or None where they must be made."""
        return self._of.get(document_id)

    def put(self, document_id: str, counts: Counts) -> None:
        """Keep the counts of a document."""
        self.forget(document_id)
        self._of[document_id] = counts
        self._add(counts, 1)

    def forget(self, document_id: str) -> None:
        """Let the counts of a document go: something about it changed."""
        gone = self._of.pop(document_id, None)
        if gone is not None:
            self._add(gone, -1)

    def clear(self) -> None:
        """Let all counts go."""
        self._of.clear()
        self._sum = [0] * len(_FIELDS)

    def missing(self, ids: Iterable[str]) -> list[str]:
        """Return the documents whose counts are not known."""
        return [each for each in ids if each not in self._of]

    def total(self, ids: Collection[str]) -> Counts:
        """Return the sum over these documents, all of which are known."""
        if len(ids) != len(self._of):  # some are known that are not asked for, as those in the bin
            for gone in self._of.keys() - set(ids):
                self.forget(gone)
        return Counts(*self._sum)

    def _add(self, counts: Counts, times: int) -> None:
        """Add the counts of a document to the sum, or take them off it."""
        for place, name in enumerate(_FIELDS):
            self._sum[place] += times * getattr(counts, name)
