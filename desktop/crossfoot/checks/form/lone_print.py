"""The one number of a whole record that is printed as no other of its kind is, for rule 8.

"£1.430 million" where other millions end at their second decimal, "87.00%" among whole per cents, "£21k" where eight
other amounts are in full, "£3100,673" with its commas out of place. A nought at the end tells that the number was
carried further than the others; a last digit that is none may be as exact as it was meant to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Span

_AMOUNT = re.compile(
    r"£(?P<whole>\d[\d,]*)(?:\.(?P<decimals>\d+))?[ \t]?(?P<scale>m(?:illion|n)?\b|k\b|bn\b|billion\b)?(?!\d)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<![\d.,£])\d+(?:\.(?P<decimals>\d+))?[ \t]?(?:%|per cent\b)")
_COMMA = re.compile(r"£\d{4,},\d{3}\b(?!,\d)")
_MANY, _SHARES, _IN_FULL, _FINE = 5, 4, 8, 3
"""How many others of its kind a lone number needs: millions, per cents, amounts in full; and from which decimal on."""


def lone_print(context: Context) -> Iterator[Outcome]:
    """Ask about the first number of a record that is printed as no other of its kind is."""
    text = context.text
    found = _COMMA.search(text) if "£" in text else None
    if found is None:
        amounts = list(_AMOUNT.finditer(text))
        millions = [m for m in amounts if (m["scale"] or "").lower().startswith("m")]
        found = _finest(millions, _MANY, _FINE) or _finest(list(_SHARE.finditer(text)), _SHARES, _FINE - 1)
        found = found or _in_thousands(amounts)
    if found is not None:
        quote = " ".join(found.group().split())
        yield query(
            f"“{quote}” is printed as no other number of its kind in the record; worth checking.",
            f"“{quote}” alone",
            span=Span(*found.span()),
            words=quote,
        )


def _finest(numbers: Sequence[re.Match[str]], least: int, fine: int) -> re.Match[str] | None:
    """Return the one number with more decimals than all others that ends in a nought, or goes on for two more."""
    decimals = [len(number["decimals"] or "") for number in numbers]
    if len(numbers) < least or max(decimals) < fine or decimals.count(max(decimals)) > 1:
        return None
    finest = numbers[decimals.index(max(decimals))]
    second = sorted(decimals)[-2]
    nought = finest["decimals"].endswith("0")
    return finest if nought or max(decimals) > max(second + 1, _FINE) else None


def _in_thousands(amounts: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return the one amount with a "k" where many others are printed with their thousands in full."""
    short = [m for m in amounts if (m["scale"] or "").lower() == "k"]
    full = [m for m in amounts if not m["scale"] and m["whole"].endswith(",000")]
    return short[0] if len(short) == 1 and len(full) >= _IN_FULL else None
