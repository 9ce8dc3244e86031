"""Label and subject of a figure, put together from the words that it counts and the words it is told of."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.labels import Phrase, subject_before, words_between
from crossfoot.extraction.figures.numbers import Number
from crossfoot.extraction.figures.reach import Surroundings
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.words import AUXILIARIES
from crossfoot.model import Nature

_EDGES = re.compile(
    r"^(?:the|a|an|of|and|that|in|for|to|by|with|from|at|on)\s+|\s+(?:the|a|an|of|and|that|in|for|to|by|with|from|at|on|was|were|is|are)$",
    re.IGNORECASE,
)


def of(
    s: Sentence,
    n: Number,
    phrase: Phrase,
    nature: Nature,
    r: Reading,
    left: int,
    around: Surroundings,
    indicator: str | None,
    told: tuple[int, int] | None,
) -> tuple[str, str]:
    """Return the label and the subject of a number.

    The label is what is counted, in the text's words; the subject whom or what it is about: the name of
    a list item or row, the words that tell one part from the others, the body compared with.
    """
    k = next((j for j, t in enumerate(s.tokens) if t.end > left), 0) if left > s.start else 0
    counted = words_between(s, phrase.first, phrase.close)
    wide = words_between(s, phrase.first, phrase.last)
    before = _clean(subject_before(s, n, k))
    parts: list[str] = []
    if around.lead is not None and before:
        parts.append(before)
    if nature in {Nature.BENCHMARK, Nature.TARGET, Nature.VARIANCE} and told is not None:
        parts.append(_clean(s.text[told[0] : told[1]]))
    predicate = _predicate(s, n)
    if predicate:
        parts.append(predicate)
    if wide:
        parts.append(wide)
    if before and before not in parts:
        parts.append(before)
    label = counted or before or (wide or "")
    if not label and around.lead is not None:
        lead = around.lead.sentence
        label = _clean(words_between(lead, max(0, len(lead.tokens) - 8), len(lead.tokens)))
    if not label:
        label = words_between(s, max(0, n.first - 4), min(len(s.tokens), n.last + 4))
    subject = ", ".join(dict.fromkeys(p for p in parts if p))
    return label, subject


def _predicate(s: Sentence, n: Number) -> str:
    """Return what is said of a number that stands as a subject: "23 were female" gives "female"."""
    if s.low(n.last) not in AUXILIARIES:
        return ""
    j = n.last
    while s.low(j) in AUXILIARIES or s.low(j) in {
        "assessed",
        "as",
        "judged",
        "rated",
        "in",
        "placed",
        "from",
        "at",
        "of",
    }:
        j += 1
    end = j
    while end < len(s.tokens) and end - j < 6 and s.is_word(end) and s.low(end) not in {"and", "but", "while", "which"}:
        end += 1
    return words_between(s, j, end)


def _clean(words: str) -> str:
    """Return words without articles and prepositions at either end and on one line."""
    words = " ".join(words.split()).strip(" -–—:;,.()•*")
    while True:
        shorter = _EDGES.sub("", words).strip(" -–—:;,.()")
        if shorter == words:
            return words
        words = shorter
