"""Rule 37: a sentence that stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import SectionKind, Severity

_WORD = re.compile(r"[a-z0-9£%]+(?:['’.,][a-z0-9]+)*")
_SHORTEST = 5
"""How many words a sentence needs: "None." and "It was noted." come again and mean nothing."""
_LAST = frozenset({SectionKind.CONFLICTS, SectionKind.DISPENSATIONS, SectionKind.CALL_IN})


def check_repeats(context: Context) -> Iterator[Outcome]:
    """Ask about a full sentence that comes back word for word; list items, headings and set phrases are left out.

    Source: rule 37 of the list of checks ("The overall judgement was adequate" twice).
    """
    seen: dict[str, Sentence] = {}
    asked: set[str] = set()
    recent: list[tuple[int, str]] = []
    records = sum(s.kind is SectionKind.DECISION for s in context.record.sections)
    for sentence in context.passages.sentences:
        paragraph = context.passages.paragraphs[sentence.paragraph]
        if paragraph.is_row or not sentence.text.rstrip(' *_"”’').endswith("."):
            continue
        words = _WORD.findall(sentence.low)
        key = " ".join(words)
        enough = _SHORTEST if paragraph.kind == "text" else _SHORTEST + 2
        if _comes_at_once(context, sentence, key, words, recent):
            enough = len(words)
            seen.setdefault(key, sentence)
        recent.append((sentence.paragraph, key))
        if len(words) < enough or context.record.section_at(sentence.span.start) in _LAST:
            continue
        if records > 1 and (key not in seen or seen[key].paragraph != sentence.paragraph):
            seen[key] = sentence  # what several records of one file share is no repeat; within a paragraph it is
            continue
        if key in seen and key not in asked:
            asked.add(key)
            quote = " ".join(sentence.text.split())
            short = quote if len(quote) <= 80 else quote[:77].rstrip() + "…"
            yield query(f"“{short}” stands twice; worth checking.", f"“{short}” twice", span=sentence.span, words=key)
        seen.setdefault(key, sentence)


_LEAST = 2
"""How many words a sentence has at least that comes again right behind itself; one more where others stand between."""
_BETWEEN, _ITEM = 3, 4
"""An item of a list that comes again as the very next one has so many words at least."""


def _comes_at_once(
    context: Context, sentence: Sentence, key: str, words: Sequence[str], recent: Sequence[tuple[int, str]]
) -> bool:
    """Tell whether a short sentence stands right behind itself, or, in running text, again within a few sentences."""
    kind = context.passages.paragraphs[sentence.paragraph].kind
    if kind in {"item", "short"} and len(words) >= _ITEM:
        return bool(recent) and recent[-1] == (sentence.paragraph - 1, key)
    if kind != "text" or len(words) < _LEAST:
        return False
    near = [said for paragraph, said in recent[-_BETWEEN:] if paragraph == sentence.paragraph]
    return bool(near) and (near[-1] == key or (len(words) > _LEAST and key in near))


REPEATS = Rule(37, "repeated sentence", Severity.LOW, "No sentence stands twice.", check_repeats)
