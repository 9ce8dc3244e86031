"""The door of the number grammar: what begins at a token."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.extraction.figures.numerals.digits import MINUS_SIGNS, digits_at
from crossfoot.extraction.figures.numerals.expression import Number
from crossfoot.extraction.figures.numerals.spelled import STARTERS, words_at
from crossfoot.extraction.figures.tokens import Kind, Token

_OPENERS = STARTERS | {"£"}


def may_begin_number(token: Token) -> bool:
    """Tell whether a number of a sentence may begin at a token; of all signs only the pound begins one there."""
    return token.kind is Kind.NUMBER or token.low in _OPENERS


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the number expression that begins at token ``i``, or None where none begins there."""
    token = tokens[i]
    if token.kind is Kind.NUMBER:
        return digits_at(tokens, i, i)
    if token.kind is Kind.SIGN:
        return _behind_currency(tokens, i) if token.low in "£€$" else None
    if token.kind is Kind.WORD and token.low in STARTERS:
        return words_at(tokens, i)
    return None


def _behind_currency(tokens: Sequence[Token], i: int) -> Number | None:
    """Return the amount behind a currency sign, perhaps with a minus between the two."""
    if i + 1 < len(tokens) and tokens[i + 1].kind is Kind.NUMBER:
        return digits_at(tokens, i, i + 1)
    if (
        i + 2 < len(tokens)
        and tokens[i + 1].low in MINUS_SIGNS
        and tokens[i + 2].kind is Kind.NUMBER
        and tokens[i + 1].end == tokens[i + 2].start
    ):
        return digits_at(tokens, i, i + 2, negative=True)
    return None
