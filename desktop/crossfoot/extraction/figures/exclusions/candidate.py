"""What a rule of exclusion looks at: one number in its sentence, and what was decided of those before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import WORD, is_plural
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS
from crossfoot.extraction.unchanging import unchanging

DASHES = frozenset("-–—‑−")
LINKS = frozenset({",", "and", "&", "to", "or", "-", "–", "—", "‑", "/", "("})
"""What stands between two numbers of one list or range."""

END = frozenset({""})
"""The word beyond either end of a sentence."""


class Verdict(NamedTuple):
    """A number with the reason why it is no figure; None where it may be one."""

    number: Number
    reason: str | None


@unchanging(frozen=True, slots=True)
class Candidate:
    """A number of a sentence, with the verdicts on the numbers before it.

    ``earlier`` is needed because a list of references ("sections 2, 5 and 7") goes on from one to the next.
    ``before`` and ``behind`` are the words or signs right before and behind the number, in lower case.
    """

    sentence: Sentence
    number: Number
    earlier: Sequence[Verdict]
    before: str
    behind: str

    @property
    def counts_a_plural(self) -> bool:
        """Tell whether a plural noun stands within the words right behind the number."""
        return counted_at(self.sentence, self.number.last)


def counted_at(s: Sentence, i: int) -> bool:
    """Tell whether something countable stands at ``i``: a plural noun within the next four words."""
    for j in range(i, min(i + 4, len(s.tokens))):
        token = s.tokens[j]
        if token.kind is not WORD:
            return False
        low = token.low
        if low in AUXILIARIES or low in PREPOSITIONS or low in DETERMINERS or low in {"and", "or", "but"}:
            return False
        if is_plural(low) and low not in VERBS:
            return True
    return False
