"""The signs that a file of Rich Text Format is made of.

The file is seven-bit text: groups in curly brackets, control words behind a backslash with an optional
number, bytes written as two hexadecimal digits, and words. Source: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?\d* ?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<bracket>[{}])"
    r"|(?P<words>[^\\{}\r\n\0]+)"
    r"|[\r\n\0]+|\\",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    CONTROL = auto()
    SIGN = auto()
    BYTES = auto()


class Token(NamedTuple):
    """One token: a control word or sign with its number, or bytes of words in the encoding then in force."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the file's tokens; binary data, which may look like anything, is passed over."""
    text = data.decode("latin-1")
    place = 0
    while (match := _TOKEN.match(text, place)) is not None:
        place = match.end()
        kind = match.lastgroup
        if kind == "words":
            yield Token(Kind.BYTES, data=match["words"].encode("latin-1"))
        elif kind == "bracket":
            yield Token(Kind.OPEN if match["bracket"] == "{" else Kind.CLOSE)
        elif kind == "byte":
            yield Token(Kind.BYTES, data=bytes.fromhex(match["byte"]))
        elif kind == "sign":
            yield Token(Kind.SIGN, match["sign"])
        elif kind in {"word", "number"}:
            number = None if match["number"] is None else int(match["number"])
            if match["word"] == "bin":
                place += max(0, number or 0)
            else:
                yield Token(Kind.CONTROL, match["word"], number)
