"""The door of the number grammar: what begins at a token."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.figures.numerals.digits import (
    CURRENCIES,
    GLYPHS,
    MINUS_SIGNS,
    bracketed_at,
    digits_at,
    glyph_at,
)
from crossfoot.extraction.figures.numerals.expression import Number
from crossfoot.extraction.figures.numerals.spelled import STARTERS, share_at, words_at
from crossfoot.extraction.figures.tokens import NUMBER, SIGN, WORD, Token

OPENERS = STARTERS | CURRENCIES | frozenset(GLYPHS)
"""The tokens besides digits at which a number of a sentence may begin: a currency sign, "½" or a number word."""


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the number expression that begins at token ``i``, or None where none begins there."""
    token = tokens[i]
    if token.kind is NUMBER:
        return share_at(tokens, i) or digits_at(tokens, i, i)
    if token.kind is SIGN:
        if token.low in CURRENCIES:
            return _behind_currency(tokens, i)
        return glyph_at(tokens, i, i) if token.low in GLYPHS else None
    if token.kind is WORD and token.low in STARTERS:
        return share_at(tokens, i) or words_at(tokens, i)
    return None


def _behind_currency(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the amount behind a currency sign, perhaps with a minus between the two."""
    if i + 1 < len(tokens) and tokens[i + 1].kind is NUMBER:
        return digits_at(tokens, i, i + 1)
    if i + 1 < len(tokens) and tokens[i + 1].low in GLYPHS:
        return glyph_at(tokens, i, i + 1)
    if i + 3 < len(tokens) and tokens[i + 1].low == "(" and tokens[i + 2].kind is NUMBER:
        return bracketed_at(tokens, i)
    if (
        i + 2 < len(tokens)
        and tokens[i + 1].low in MINUS_SIGNS
        and tokens[i + 2].kind is NUMBER
        and tokens[i + 1].end == tokens[i + 2].start
    ):
        return digits_at(tokens, i, i + 2, negative=True)
    return None
