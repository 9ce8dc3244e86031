"""Sentences: the stretch of tokens in which a number finds its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.tokens import Kind, Token, stem

_ABBREVIATIONS = frozenset(
    {"no", "nos", "cllr", "cllrs", "mr", "mrs", "ms", "dr", "st", "e", "i", "g", "approx", "para", "paras", "sec", "ref",
     "fig", "vol", "pp", "p", "s", "ss", "reg", "inc", "ltd", "dept", "vs", "v", "etc", "tel", "ext", "prof", "rev", "hon", "incl", "excl", "est", "avg", "max", "min", "govt", "tbc", "cont"}
)  # fmt: skip


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence, or of a list item or heading without a full stop.

    ``stems`` go with the tokens one to one; a sign's or number's stem is its text. ``index`` is the
    sentence's place in its block, from 0.
    """

    text: str
    block: TextBlock
    tokens: list[Token]
    stems: list[str]
    index: int

    @property
    def start(self) -> int:
        """Return the offset of the sentence's first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Return the offset behind the sentence's last character."""
        return self.tokens[-1].end

    def low(self, i: int) -> str:
        """Return the token at ``i`` in lower case; an empty text beyond either end."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def stem(self, i: int) -> str:
        """Return the stem at ``i``; an empty text beyond either end."""
        return self.stems[i] if 0 <= i < len(self.stems) else ""

    def is_word(self, i: int) -> bool:
        """Tell whether the token at ``i`` is a word."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is Kind.WORD

    def is_number(self, i: int) -> bool:
        """Tell whether the token at ``i`` is a number in digits."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind is Kind.NUMBER

    def touches(self, i: int) -> bool:
        """Tell whether no space stands between the token at ``i`` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def is_upper(self, i: int) -> bool:
        """Tell whether the token at ``i`` is printed in capitals, two letters at least."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        return token.end - token.start > 1 and self.text[token.start : token.end].rstrip("s").isupper()


def sentences_of(text: str, block: TextBlock, tokens: list[Token]) -> Iterator[Sentence]:
    """Yield the sentences of a block's tokens in order."""
    begin = 0
    index = 0
    size = len(tokens)
    for i, token in enumerate(tokens):
        if token.kind is Kind.SIGN and token.low in ".?!" and _ends(tokens, i, size):
            end = i + 1
            if end < size and tokens[end].low in {'"', "”", "'", "’", ")"} and tokens[end].start == token.end:
                continue
            yield _sentence(text, block, tokens[begin:end], index)
            begin, index = end, index + 1
    if begin < size:
        yield _sentence(text, block, tokens[begin:], index)


def _sentence(text: str, block: TextBlock, tokens: list[Token], index: int) -> Sentence:
    """Return a sentence with its stems."""
    stems = [stem(t.low) if t.kind is Kind.WORD else t.low for t in tokens]
    return Sentence(text, block, tokens, stems, index)


def _ends(tokens: list[Token], i: int, size: int) -> bool:
    """Tell whether the stop at ``i`` ends a sentence: not in "i.e.", "No. 4" or "6.1.17. of"."""
    if i + 1 >= size:
        return True
    after = tokens[i + 1]
    if after.start == tokens[i].end and after.kind is not Kind.SIGN:
        return False
    if after.kind is Kind.WORD and not after.capital:
        return False
    if tokens[i].low != ".":
        return True
    before = tokens[i - 1] if i else None
    if before is None:
        return False
    if before.kind is Kind.WORD and before.end == tokens[i].start and before.low in _ABBREVIATIONS:
        return not (len(before.low) == 1 or after.kind is Kind.NUMBER or before.capital)
    return True
