"""A figure that was missed: what the selected words seem to say, for the officer to look at."""

from __future__ import annotations

import hashlib
import re

from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Document, Figure, Span, WorldError
from crossfoot.review.typed import TypedValue, read_value

_DIGITS = re.compile(r"[-−]?£?\d[\d,]*(?:\.\d+)?\s*(?:bn|billion|million|m|thousand|k)?\b\s*%?", re.IGNORECASE)


def propose(document: Document, span: Span, extractor: Extractor) -> Figure:
    """Return the figure that ``span`` seems to hold: what the extractor reads there, or a bare number.

    A number that the rules take for none is read with all that stands around it, for the officer knows better.
    Raises WorldError where the selection holds no number.
    """
    chosen = _trimmed(document.text, span)
    proposed = extractor.propose(document.text, chosen)
    if proposed is not None:
        return proposed
    place, typed = _number_in(document.text, chosen)
    quote = place.cut(document.text)
    return Figure(
        id=hashlib.sha256(f"{place.start}:{place.end}:{quote}".encode()).hexdigest()[:10],
        span=place,
        quote=quote,
        value=typed.value,
        step=typed.step,
        unit=typed.unit,
        label=" ".join(chosen.cut(document.text).split())[:120],
        section=document.record.section_at(place.start),
        rule="selected",
    )


def _trimmed(text: str, span: Span) -> Span:
    """Return the selection without the spaces at its ends; raise WorldError where nothing is left."""
    quote = span.cut(text)
    start = span.start + len(quote) - len(quote.lstrip())
    if not quote.strip():
        raise WorldError("There are no words selected: select the number in the document first.")
    return Span(start, start + len(quote.strip()))


def _number_in(text: str, chosen: Span) -> tuple[Span, TypedValue]:
    """Return the place and value of the first number in the selection."""
    quote = chosen.cut(text)
    for match in _DIGITS.finditer(quote):
        words = match.group().rstrip()
        try:
            typed = read_value(words)
        except WorldError:
            continue  # not one that can be read; the next may be
        return Span(match.start(), match.start() + len(words)).shifted(chosen.start), typed
    raise WorldError(f"“{' '.join(quote.split())[:60]}” holds no number: select the words with the number in them.")
