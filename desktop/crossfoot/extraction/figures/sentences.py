"""Sentences: the stretch of tokens in which a number finds its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.tokens import CODE, NUMBER, SIGN, WORD, Token, stem, tokens_of
from crossfoot.extraction.figures.words import word_set

_ABBREVIATIONS = word_set(
    """
    no nos cllr cllrs mr mrs ms dr st e i g approx para paras sec ref fig vol pp p s ss reg inc ltd dept vs v etc
    tel ext prof rev hon incl excl est avg max min govt tbc cont ch chap
    """
)


_CLOSING = frozenset("\"”'’)")
"""Signs that close a quotation or an aside: a stop before them ends no sentence, since nothing tells where it ends."""


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence, or of a list item or heading without a full stop.

    ``index`` is the sentence's place in its block, from 0; ``lows`` are the tokens in lower case, with an empty text
    behind the last. Loops over many tokens go over them directly: a call for each costs more than all else they do.
    """

    text: str
    block: TextBlock
    tokens: list[Token]
    index: int = 0
    start: int = field(init=False)
    end: int = field(init=False)
    lows: list[str] = field(init=False)
    _stems: list[str] | None = None
    _lowered: str | None = None
    _words: frozenset[str] | None = None
    _said: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep where the sentence begins and ends, and its words in lower case: they are asked for many times."""
        self.start = self.tokens[0].start if self.tokens else 0
        self.end = self.tokens[-1].end if self.tokens else 0
        self.lows = [token.low for token in self.tokens]
        self.lows.append("")  # what stands beyond either end, at -1 too

    @property
    def stems(self) -> list[str]:
        """Return the stems of the tokens one to one, made once when asked for; a sign's or number's is its text."""
        if self._stems is None:
            self._stems = [stem(t.low) if t.kind is WORD else t.low for t in self.tokens]
        return self._stems

    @property
    def lowered(self) -> str:
        """Return the sentence's words in lower case, made once when they are first asked for."""
        if self._lowered is None:
            self._lowered = self.text[self.start : self.end].lower()
        return self._lowered

    @property
    def words(self) -> frozenset[str]:
        """Return the sentence's words and signs as a set, made once when they are first asked for."""
        if self._words is None:
            self._words = frozenset(self.lows[:-1])
        return self._words

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern in lower case, one of a module's own, is met in the sentence; looked for once."""
        said = self._said.get(id(pattern))
        if said is None:
            said = self._said[id(pattern)] = pattern.search(self.lowered) is not None
        return said

    def low(self, i: int) -> str:
        """Return the token at ``i`` in lower case; an empty text beyond either end."""
        try:
            return self.lows[i] if i >= -1 else ""
        except IndexError:
            return ""

    def holds(self, words: frozenset[str], first: int, last: int) -> bool:
        """Tell whether one of some words stands among the tokens from ``first`` up to ``last``."""
        return not words.isdisjoint(self.lows[max(0, first) : max(0, last)])

    def stem(self, i: int) -> str:
        """Return the stem at ``i``; an empty text beyond either end."""
        if not 0 <= i < len(self.tokens):
            return ""
        return self.stems[i] if self._stems is None else self._stems[i]

    def is_word(self, i: int) -> bool:
        """Tell whether the token at ``i`` is a word."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is WORD

    def is_number(self, i: int) -> bool:
        """Tell whether the token at ``i`` is a number in digits."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is NUMBER

    def is_code(self, i: int) -> bool:
        """Tell whether the token at ``i`` is a mixture of letters and digits: "s47"."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is CODE

    def touches(self, i: int) -> bool:
        """Tell whether no space stands between the token at ``i`` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def are_words(self, first: int, last: int) -> bool:
        """Tell whether the tokens from ``first`` to ``last`` are words with nothing but words between them."""
        return all(self.is_word(i) for i in range(first, last + 1))

    def is_upper(self, i: int) -> bool:
        """Tell whether the token at ``i`` is printed in capitals, two letters at least."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        return token.end - token.start > 1 and self.text[token.start : token.end].rstrip("s").isupper()


_LONGEST = 240
"""How many tokens a sentence may have. What is judged of a number looks through its sentence, so that one without
end would cost the square of its length; the longest sentence of our records has 131."""


_STOPS = frozenset(".?!")


def sentences_of(text: str, block: TextBlock, tokens: list[Token]) -> Iterator[Sentence]:
    """Yield the sentences of a block's tokens in order; one that runs on without end is cut at a comma."""
    begin, index, size = 0, 0, len(tokens)
    ends = [i + 1 for i, token in enumerate(tokens) if token.low in _STOPS and _ends(tokens, i)]
    for end in (*ends, size):
        while end - begin > _LONGEST:
            cut = _cut(tokens, begin)
            yield Sentence(text, block, tokens[begin:cut], index)
            begin, index = cut, index + 1
        closes = end < size and tokens[end].low in _CLOSING and tokens[end].start == tokens[end - 1].end
        if begin < end and not closes:
            yield Sentence(text, block, tokens[begin:end], index)
            begin, index = end, index + 1


_KEPT = 100_000
"""How many tokens are kept for whoever asks for their sentences next, some 20 MB: more than any record has. All of a
text of 5 MB took 330 MB more, and a process that reads files has a bound."""


class Sentences:
    """The sentences of a text by their blocks, each block's made once: figures, claims and promises all go by them.

    Those of a long text's later blocks are made anew each time.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._of: dict[int, list[Sentence]] = {}
        self._kept = 0

    def of(self, block: TextBlock) -> list[Sentence]:
        """Return the sentences of a block in order; none for a block without words."""
        found = self._of.get(block.start)
        if found is None:
            tokens = tokens_of(self._text, block.ranges)
            found = list(sentences_of(self._text, block, tokens))
            if self._kept < _KEPT:
                self._of[block.start] = found
                self._kept += len(tokens)
        return found


def _cut(tokens: list[Token], begin: int) -> int:
    """Return where a sentence that is too long is cut: behind its last comma or semicolon, else at its limit."""
    limit = begin + _LONGEST
    return next((j + 1 for j in range(limit - 1, begin + _LONGEST // 2, -1) if tokens[j].low in {",", ";"}), limit)


def _ends(tokens: list[Token], i: int) -> bool:
    """Tell whether the stop at ``i`` ends a sentence: not in "i.e.", "No. 4" or "6.1.17. of"."""
    if i + 1 >= len(tokens):
        return True
    stop, after = tokens[i], tokens[i + 1]
    fastened = after.start == stop.end and after.kind is not SIGN
    if fastened or (after.kind is WORD and not after.capital):
        return False
    if stop.low != ".":
        return True
    return i > 0 and not _shortens(tokens[i - 1], stop, after)


def _shortens(before: Token, stop: Token, after: Token) -> bool:
    """Tell whether a stop marks an abbreviation that what stands behind it goes on from: "No. 4", "Cllr. Smith"."""
    if before.kind is not WORD or before.end != stop.start or before.low not in _ABBREVIATIONS:
        return False
    return len(before.low) == 1 or after.kind is NUMBER or before.capital
