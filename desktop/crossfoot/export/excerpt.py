"""The words around a place, so that a row of a table can be understood without the record."""

from __future__ import annotations

import re

from crossfoot.model import Span

_REACH = 60


def excerpt(text: str, span: Span, reach: int = _REACH) -> str:
    """Return the place's words with up to ``reach`` characters on both sides, on one line.

    The cuts fall between words and are shown by "…"; the excerpt stays in its own paragraph.
    """
    left, right = before(text, span, reach), after(text, span, reach)
    return re.sub(r"\s+", " ", f"{left}{span.cut(text)}{right}").strip()


def before(text: str, span: Span, reach: int = _REACH) -> str:
    """Return the words before a place, back to the paragraph's start or ``reach`` characters."""
    paragraph = text.rfind("\n\n", 0, span.start)
    start = 0 if paragraph < 0 else paragraph + 2
    if span.start - start <= reach:
        return text[start : span.start]
    cut = text[span.start - reach : span.start]
    return "…" + cut[cut.find(" ") + 1 :] if " " in cut.strip() else "…" + cut


def after(text: str, span: Span, reach: int = _REACH) -> str:
    """Return the words after a place, up to the paragraph's end or ``reach`` characters."""
    paragraph = text.find("\n\n", span.end)
    end = len(text) if paragraph < 0 else paragraph
    if end - span.end <= reach:
        return text[span.end : end]
    cut = text[span.end : span.end + reach]
    return cut[: cut.rfind(" ")] + " …" if " " in cut.strip() else cut + "…"
