"""Rule 23: a negation that was probably lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.model import Severity, Span

_OPPOSITE = re.compile(r"\b(?P<prefix>un|in|im|non-?|dis)(?P<word>[a-z]{3,}(?:ed|en|able|ate|ete|ory|ful|et|id|t))\b")
_NONE = (
    r"\b(?P<none>no|not any|none|nil|zero|0|never any)\s+(?:of (?:the|our|all|these|those)\s+)?"
    r"(?:[a-z-]+ ){{0,3}}?{word}\b"
)


_UNDONE = (
    ("completed", r"overdue|outstanding|late|incomplete|delayed"),
    ("filled", r"vacant|vacancies|unfilled"),
    ("allocated", r"(?:not have an|without an?) allocated|waiting|unallocated"),
    ("assessed", r"waiting|unassessed"),
)
"""Words for what is done, and those that stand where some of it is not: nobody reports that none was done."""


def _undone(words: str) -> Iterator[tuple[str, str]]:
    """Yield the words for what is done whose lack is reported beside them, with the words that report it."""
    for done, lacking in _UNDONE:
        found = re.search(rf"\b(?:{lacking})\b", words)
        if found is not None:
            yield done, found.group()


def check_negation(context: Context) -> Iterator[Outcome]:
    """Ask about "no allocated …" beside counts that are "unallocated" in the same paragraph.

    Any word will do whose opposite, made by un-, in-, im-, dis- or non-, stands beside it: nobody reports that none
    were placed next to how many were unplaced. Source: rule 23 of the list of checks ("no allocated child protection
    cases" beside two "unallocated" counts).
    """
    for paragraph in context.passages.paragraphs:
        words = context.passages.low[paragraph.span.start : paragraph.span.end]
        opposites = dict(_undone(words))
        opposites |= {match["word"]: match.group() for match in _OPPOSITE.finditer(words)}
        for word, opposite in opposites.items():
            for match in re.finditer(_NONE.format(word=re.escape(word)), words):
                span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
                quote = " ".join(span.cut(context.text).split())
                figures = [f for f in paragraph.figures if f.span.overlaps(span)]
                yield query(
                    f"“{quote}” stands beside “{opposite}”; worth checking whether a negation was lost.",
                    f"“{quote}” beside “{opposite}”",
                    figures=figures,
                    span=span,
                    words=quote,
                )


NEGATION = Rule(23, "lost negation", Severity.HIGH, "No negation was lost.", check_negation)
