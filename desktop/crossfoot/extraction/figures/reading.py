"""One sentence as read: its numbers, its period expressions, its wordings and its cues of nature."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.extraction.figures.exclusions import why_not
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.natures import Cue, cues_of
from crossfoot.extraction.figures.numbers import Form, Number, number_at
from crossfoot.extraction.figures.periods import Calendar, When, find_whens
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import Kind
from crossfoot.model import Period


@dataclass(slots=True)
class Reading:
    """What is known of a sentence. ``numbers`` are those that may be figures, in order of place.

    ``focus`` is the period that the sentence is about, apart from what it compares with; ``firm`` tells
    that it is the only one there, so that the sentences behind it may lean on it.
    """

    sentence: Sentence
    numbers: list[Number]
    whens: list[When]
    mentions: list[Mention] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    focus: Period | None = None
    firm: bool = False
    ready: bool = False

    def prepare(self, lexicon: Lexicon) -> None:
        """Find the wordings and the cues, once, when they are first asked for."""
        if not self.ready:
            self.mentions = lexicon.mentions(self.sentence)
            self.cues = cues_of(self.sentence.text, self.sentence.start, self.sentence.end)
            self.ready = True


def read_sentence(s: Sentence, known: Calendar, masked: list[tuple[int, int]], labels: frozenset[str]) -> Reading:
    """Return a sentence's period expressions and the numbers in it that may be figures.

    ``labels`` are the dotted paragraph numbers of the text, which a sentence may refer to.
    """
    whens = find_whens(s.text, s.start, s.end, known)
    return Reading(s, numbers_in(s, [(w.span.start, w.span.end) for w in whens] + masked, labels), whens)


def numbers_in(s: Sentence, taken: list[tuple[int, int]], labels: frozenset[str]) -> list[Number]:
    """Return the numbers of a sentence that no rule excludes and that lie in no ``taken`` stretch."""
    verdicts: list[tuple[Number, str | None]] = []
    i, size = 0, len(s.tokens)
    while i < size:
        token = s.tokens[i]
        if token.kind is Kind.CODE or (token.kind is Kind.SIGN and token.low != "£"):
            i += 1
            continue
        number = number_at(s.tokens, i)
        if number is None:
            i += 1
            continue
        place = s.tokens[number.core].start
        if any(a <= place < b for a, b in taken):
            i = number.last if number.form is Form.DIGITS else i + 1
            continue
        bare = number.unit is None and not number.money
        reason = "reference" if bare and token.low in labels else why_not(s, number, verdicts)
        verdicts.append((number, reason))
        i = number.last if number.form is not Form.ZERO else i + 1
    return [n for n, reason in verdicts if reason is None]
