"""Rule 23: a negation that was probably lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.model import Severity, Span

_NONE = re.compile(
    r"\b(?P<none>no|not any|none|nil|zero"
    r"|0)\s+(?:of the\s+)?(?:[a-z]+ ){0,2}?(?P<word>allocated|qualified|resolved|authorised"
    r"|registered|planned|approved|filled|reviewed|assessed|visited|paid|met|placed|supported"
    r"|satisfactory|adequate|completed|complete)\b"
)
_PREFIX = {"satisfactory": "un", "adequate": "in", "completed": "un", "complete": "in", "met": "un"}


def check_negation(context: Context) -> Iterator[Outcome]:
    """Ask about "no allocated …" beside counts that are "unallocated" in the same paragraph.

    Source: rule 23 of the list of checks ("no allocated child protection cases" beside two "unallocated" counts).
    """
    for paragraph in context.passages.paragraphs:
        words = context.passages.low[paragraph.span.start : paragraph.span.end]
        for match in _NONE.finditer(words):
            opposite = _PREFIX.get(match["word"], "un") + match["word"]
            if opposite in words:
                span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
                quote = " ".join(span.cut(context.text).split())
                figures = [f for f in paragraph.figures if f.span.overlaps(span)]
                yield query(
                    f"“{quote}” stands beside “{opposite}”; worth checking whether “{match['none']} "
                    f"{opposite}” is meant.",
                    f"“{quote}” beside “{opposite}”",
                    figures=figures,
                    span=span,
                    words=quote,
                )


NEGATION = Rule(23, "lost negation", Severity.HIGH, "No negation was lost.", check_negation)
