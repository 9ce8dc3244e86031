"""Rule 33: the title against the report's name in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.model import SectionKind, Severity, Span

_NAMED = re.compile(
    r"\b(?:consideration was given to|considered|received|presented(?: with)?|given|submitted"
    r"|introduced|had before (?:it|them))\s+(?:a|an|the)\s+(?:[a-z-]+\s+){0,3}?report\s+(?:on"
    r"|about|regarding|concerning|entitled|titled"
    r"|called)\s+(?:the\s+)?[‘'“\"]?(?P<name>[A-Z][^.;:\n]{8,140}?)[’'”\"]?(?=\.|;|,? which"
    r"|,? that|\n\n)",
    re.IGNORECASE,
)
_ENOUGH_CAPITALS = 0.75
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def check_title(context: Context) -> Iterator[Outcome]:
    """Say whether a report that the body names by its title is the one that the record's title names.

    Only a name in title case is taken for one; a description in plain words is not. Source: rule 33 of the list of
    checks
    ("Activity and Performance" against "Care and Activity and Performance").
    """
    title = context.record.title
    section = context.record.section(SectionKind.DECISION)
    if not title or section is None:
        return
    match = _NAMED.search(context.text, section.span.start, min(section.span.end, section.span.start + 1500))
    if match is None:
        return
    name = " ".join(match["name"].split())
    words = [w for w in re.findall(r"[A-Za-z][\w'’-]*", name) if w.lower() not in _SMALL]
    if len(words) < 2 or sum(w[0].isupper() for w in words) < _ENOUGH_CAPITALS * len(words):
        return
    span = Span(match.start("name"), match.end("name"))
    if _plain(name) == _plain(title):
        yield holds("The body names the report by the record's title.", f"“{name}” holds", span=span, words=name)
        return
    alike = max(fuzz.ratio(_plain(name), _plain(title)), fuzz.token_sort_ratio(_plain(name), _plain(title)))
    if alike >= 60 or fuzz.token_set_ratio(_plain(name), _plain(title)) >= 90:
        yield query(
            f"The title is “{title}”, but the body speaks of a report on “{name}”; worth checking.",
            f"“{title}” against “{name}”",
            span=span,
            words=f"{title}|{name}",
        )


def _plain(words: str) -> str:
    """Return a title in small letters, letters and digits alone."""
    return " ".join(re.findall(r"[a-z0-9]+", words.lower().replace("’", "").replace("'", "")))


TITLE = Rule(33, "title against body", Severity.LOW, "The body names the report by the record's title.", check_title)
