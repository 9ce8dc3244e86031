"""What makes a figure this figure: an identifier from its words and their surroundings, and its section."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from crossfoot.model import Figure, Record

_AROUND = 32
"""How many characters on either side belong to a figure's identity."""


class Identities:
    """Gives the figures of one text their identifiers; figures with the same surroundings are counted on."""

    def __init__(self, text: str, record: Record) -> None:
        self._text = text
        self._sections = sorted((s.span.start, s.span.end, s.kind) for s in record.sections)
        self._seen: Counter[str] = Counter()

    def finish(self, figure: Figure) -> Figure:
        """Return the figure with its identifier and the section that it stands in."""
        start, end = figure.span.start, figure.span.end
        section = next((kind for low, high, kind in self._sections if low <= start < high), None)
        before = " ".join(self._text[max(0, start - _AROUND) : start].split())
        behind = " ".join(self._text[end : end + _AROUND].split())
        digest = hashlib.sha256(f"{before}\0{figure.quote}\0{behind}".encode()).hexdigest()[:10]
        count = self._seen[digest]
        self._seen[digest] += 1
        return replace(figure, id=f"{digest}.{count}" if count else digest, section=section)
