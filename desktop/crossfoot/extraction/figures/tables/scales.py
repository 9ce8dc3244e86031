"""In what the tables of a text count where they do not say it themselves: said once for all, or by the table before."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.unchanging import unchanging

_FOR_ALL = re.compile(
    r"[^a-z0-9_](?:figures|amounts|sums|values|tables)\b[^.;\n]{0,60}?\b(?:are|is)\s+(?:all\s+)?(?:(?:shown|given|stated|expressed|quoted)\s+)?"
    r"(?:in\s+)?(?P<scale>£\s?['’]?000s?|£\s?k\b|£\s?m(?:illions?)?\b|£?\s?thousands?(?:\s+of\s+pounds)?|millions?\s+of\s+pounds)"
)
"""Of words in lower case, with a sign before the first."""

_SCALE = re.compile(r"£|%|\bper\s?cent|percentage|['’]?000s?\b|\bFTE\b|per\s+10,?000", re.IGNORECASE)
_OF_MONEY = re.compile(
    r"\b(?:budget|outturn|spend(?:ing)?|expenditure|costs?|income|grants?|savings?|forecast|variance|capital|revenue)\b",
    re.IGNORECASE,
)


def scale_for_all(text: str) -> str:
    """Return the words in which a text says once what its amounts are counted in ("£000"), or nothing."""
    found = _FOR_ALL.search(" " + folded(text)) if "£" in text or "housands" in text else None
    if found is None:
        return ""
    said = text[found.start("scale") - 1 : found.end("scale") - 1]
    if "£" in said:
        return said
    return "£m" if said.lower().startswith("million") else "£000"


@unchanging(frozen=True, slots=True)
class TableBefore:
    """The heads of the table before and the words over it, its own and those that it took over."""

    heads: str = ""
    caption: str = ""


def words_of_scale(heads: str, caption: str, before: TableBefore, for_all: str) -> str:
    """Return the words to read a table's unit by, besides its own: none where heads or caption name it themselves.

    Tables with the same heads one behind the other count in the same; what is said for all amounts holds for those
    of money.
    """
    if _SCALE.search(heads) or _SCALE.search(caption):
        return ""
    if heads and heads == before.heads:
        return before.caption
    return for_all if for_all and _OF_MONEY.search(heads) else ""
