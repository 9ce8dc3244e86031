"""The text that goes to a record's author where the officer raises a finding."""

from __future__ import annotations

from crossfoot.model import Document, Finding, Span
from crossfoot.model.wording import SECTION_WORDS, document_words

_AROUND = 220
"""How many characters of the record are quoted at most, so that the author finds the place."""


def letter(document: Document, finding: Finding, note: str = "", reviewer: str = "") -> str:
    """Return what to send: the record, the place in its own words, what does not agree, and what is asked."""
    lines = [document_words(document), ""]
    reference = document.record.reference
    if reference:
        lines.insert(1, f"Reference {reference}")
    if finding.span is not None:
        section = document.record.section_at(finding.span.start)
        where = f" (in the {SECTION_WORDS[section]})" if section else ""
        lines += [f"The record says{where}:", f"“{_quote(document.text, finding.span)}”", ""]
    lines.append(finding.message)
    working = "".join(part.text for part in finding.working).strip()
    if working:
        lines.append(f"Working: {working}.")
    if note.strip():
        lines += ["", note.strip()]
    lines += ["", "Could you say which is meant, or send the right figure? Thank you."]
    if reviewer:
        lines.append(reviewer)
    return "\n".join(lines)


def _quote(text: str, span: Span) -> str:
    """Return the sentence around a place, cut to a length that can be read."""
    start = max(text.rfind(". ", 0, span.start) + 1, text.rfind("\n\n", 0, span.start) + 1, span.start - _AROUND)
    ends = [place for place in (text.find(". ", span.end), text.find("\n\n", span.end)) if place >= 0]
    end = min([*(place + 1 for place in ends), span.end + _AROUND, len(text)])
    words = " ".join(text[start:end].split())
    return words if len(words) <= 2 * _AROUND else words[: 2 * _AROUND - 1].rstrip() + "…"
