"""What makes a figure this figure: an identifier from its words and their surroundings, and its section."""

from __future__ import annotations

import hashlib
from bisect import bisect_right

from crossfoot.model import Record, SectionKind, Span

_AROUND = 32
"""How many characters on either side belong to a figure's identity."""


class Identities:
    """Gives the figures of one text their identifiers; figures with the same surroundings are counted on."""

    def __init__(self, text: str, record: Record) -> None:
        self._text = text
        self._sections = sorted((s.span.start, s.span.end, s.kind) for s in record.sections)
        self._starts = [start for start, _, _ in self._sections]
        self._seen: dict[str, int] = {}

    def _section_at(self, offset: int) -> SectionKind | None:
        """Return the kind of the last section that began before a place, if it has not ended there."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        _, end, kind = self._sections[at]
        return kind if offset < end else None

    def of(self, span: Span) -> tuple[str, SectionKind | None]:
        """Return the identifier of the next figure, which stands at ``span``, and the section that it stands in."""
        start, end = span.start, span.end
        before = " ".join(self._text[max(0, start - _AROUND) : start].split())
        behind = " ".join(self._text[end : end + _AROUND].split())
        digest = hashlib.sha256(f"{before}\0{self._text[start:end]}\0{behind}".encode()).hexdigest()[:10]
        count = self._seen.get(digest, 0)
        self._seen[digest] = count + 1
        return f"{digest}.{count}" if count else digest, self._section_at(start)
