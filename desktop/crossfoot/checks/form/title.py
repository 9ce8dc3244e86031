"""Rule 33: the title against the report's name in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.model import SectionKind, Severity, Span

_CALLED = r"(?:on|about|regarding|concerning|entitled|titled|called|headed|:)"
_QUOTED = r"[‘'“\"](?P<name>[A-Z][^.;\n”\"]{7,160}?)[’'”\"]"
_PLAIN = (
    r"(?P<plain>[A-Z][^.;\n]{7,160}?)(?=\.|;|,? which|,? that|,? and (?:was|noted|agreed)"
    r"|, (?:copies|circulated|for|in|at|from|covering|as|to|with|by|giving|setting|showing)\b|\n\n)"
)
_NAMED = re.compile(
    rf"\breport\s+(?:(?:was|were|had been) [a-z]+ )?{_CALLED}\s+(?:the\s+)?(?:{_QUOTED}|{_PLAIN})", re.IGNORECASE
)
_ASIDE = re.compile(rf"\breport,?\s+{_QUOTED}", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:considered|received|presented|introduced|submitted|discussed|spoke to|noted)\s+(?:the|a|an)\s+"
    r"[‘'“\"]?(?P<name>[A-Z][^.;\n]{7,160}?)(?P<end>[’'”\"]?\s+(?i:report)(?:\s+(?:for )?\d{4}(?:[/-]\d{2,4})?)?)\b"
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
    if not title:
        return
    head = context.record.section(SectionKind.TITLE)
    found = _name(context.text, Span(head.span.end if head else 0, len(context.text)))
    if found is None:
        return
    name, span = found
    if "report" not in _plain(title).split():
        name = re.sub(r"\s+report\b.*$", "", name, flags=re.IGNORECASE)
    if _is_shorthand(_plain(name), _plain(title)):
        return
    if _plain(title).endswith(" report") and not _plain(name).endswith(" report"):
        name = f"{name} Report"
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


def _is_shorthand(name: str, title: str) -> bool:
    """Tell whether a name is a few words of the title, as running text shortens it: "the Improvement Plan"."""
    words, whole = set(name.split()) - {"report"}, set(title.split()) - {"report"}
    return words < whole and len(words) * 5 < len(whole) * 3


def _name(text: str, section: Span) -> tuple[str, Span] | None:
    """Return the report's name as the body has it, the first that is set in quotes or in capitals, and its place."""
    end = min(section.end, section.start + 8000)
    for pattern in (_NAMED, _ASIDE, _BEFORE):
        for match in pattern.finditer(text, section.start, end):
            group = "plain" if pattern is _NAMED and match["plain"] else "name"
            name = " ".join(match[group].split()).rstrip("”’\"' ,")
            if pattern is _BEFORE:
                name = f"{name} {' '.join(match['end'].split())}".replace("”", "").replace("’ ", " ")
            words = [w for w in re.findall(r"[A-Za-z][\w'’-]*", name) if w.lower() not in _SMALL]
            if len(words) >= 2 and sum(w[0].isupper() for w in words) >= _ENOUGH_CAPITALS * len(words):
                return name, Span(match.start(group), match.end(group))
    return None


def _plain(words: str) -> str:
    """Return a title in small letters, letters and digits alone."""
    return " ".join(re.findall(r"[a-z0-9]+", words.lower().replace("’", "").replace("'", "")))


TITLE = Rule(33, "title against body", Severity.LOW, "The body names the report by the record's title.", check_title)
