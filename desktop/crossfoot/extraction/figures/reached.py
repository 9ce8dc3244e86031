"""A wording within the reach of a number: what it weighs and where it stands."""

from __future__ import annotations

from crossfoot.extraction.figures.lexicon import Mention
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.unchanging import unchanging

TITLE = "title"
"""The zone of words that only tell of whom a number is and name no indicator by themselves."""


@unchanging(frozen=True, slots=True)
class Reach:
    """A mention within a number's reach, its weight, its offsets in the text, and where it stands.

    ``describes`` tells that it merely describes the noun behind it, as "team" does in "team manager".
    """

    mention: Mention
    weight: float
    start: int
    end: int
    zone: str
    describes: bool = False

    @classmethod
    def of(cls, s: Sentence, mention: Mention, weight: float, zone: str) -> Reach:
        """Return the reach of a mention in a sentence."""
        return cls(mention, weight, s.tokens[mention.first].start, s.tokens[mention.last - 1].end, zone)

    def less(self, by: float) -> Reach:
        """Return the same mention with so much taken off its weight."""
        return Reach(self.mention, self.weight - by, self.start, self.end, self.zone, self.describes)
