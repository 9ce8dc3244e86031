"""Ways of saying two things together that cannot both be meant, for rule 23: how they are tried on a passage.

A way has the words that are said and those that speak against them; what stands in front of them in the sentence may
turn it all round, and then nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossfoot.checks.wording.contradictions import Contradiction

NEGATED = re.compile(
    r"\b(?:no|not|never|none|nor|neither|nobody|nothing|without|hardly|rarely|if|whether|unless"
    r"|until|once|when|should|ceased|stopped|no longer|avoid\w*|only|longer)\b|n['’]t\b"
)
"""Words in front that deny what is said, or make it a condition."""
_SHORTEST = 50
"""Two things that do not go together take so many characters at the least."""
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_SENTENCE = re.compile(r"[.;:!?]\s")
_PRONOUN = re.compile(r"^(?:and |but |so |therefore |accordingly |,)*(?:it|this|they|these|that|which|those)\b")


@dataclass(frozen=True, slots=True)
class Way:
    """A way of saying what cannot be meant: the words it needs, one of each row between bars, and how it reads.

    ``turned`` are the words that take it back where they stand in front of it in its sentence, or in the sentence
    before where it begins with "it" or "this".
    """

    needed: tuple[str, ...]
    pattern: re.Pattern[str]
    turned: re.Pattern[str] | None = None
    signs: tuple[tuple[str, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        """Cut the needed words apart once."""
        object.__setattr__(self, "signs", tuple(tuple(words.split("|")) for words in self.needed))


def possible_ways(low: str, ways: Sequence[Way]) -> tuple[Way, ...]:
    """Return the ways of which a whole record has the words: the others need not be tried on each of its passages."""
    flat = low.replace("\n", " ")
    return tuple(way for way in ways if _has_one_of_each(flat, way.signs))


def said_against(words: str, ways: Sequence[Way]) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, says in one of these ways."""
    if len(words) < _SHORTEST:
        return
    flat = words.replace("\n", " ")
    possible = [way for way in ways if _has_one_of_each(flat, way.signs)]
    if not possible:
        return
    flat = _POINT.sub("·", flat)  # so that a full stop ends a sentence
    for way in possible:
        for found in way.pattern.finditer(flat):
            if way.turned is None or not _is_turned(flat, found.start(), way.turned):
                yield Contradiction(
                    *found.span("said"), words[slice(*found.span("said"))], words[slice(*found.span("against"))]
                )


def _has_one_of_each(words: str, signs: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether words have a sign of each kind; quick."""
    for some in signs:
        for sign in some:
            if sign in words:
                break
        else:
            return False
    return True


def _is_turned(words: str, at: int, turned: re.Pattern[str]) -> bool:
    """Tell whether the words in front of a place take back what stands there."""
    start = max((m.end() for m in _SENTENCE.finditer(words, 0, at)), default=0)
    front = words[start:at].strip()
    if turned.search(front):
        return True
    if turned is NEGATED or not _PRONOUN.match(front):
        return False
    before = words[:start].rstrip(" .;:")
    first = max((m.end() for m in _SENTENCE.finditer(before)), default=0)
    return turned.search(before[first:]) is not None
