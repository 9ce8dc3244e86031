"""Names under which several records give one figure: its indicator, or the words that say what it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.ways import without_ways
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Figure

_OF_TIME = frozenset([*MONTHS, *(name[:3] for name in MONTHS), "quarter", "year", "end", "month", "spring", "autumn"])
_SAID = frozenset(
    [
        *(
            "increased",
            "decreased",
            "reported",
            "again",
            "risen",
            "rose",
            "fallen",
            "fell",
            "reduced",
            "reduction",
            "gone",
        ),
        *("increase", "rise", "fall", "numbered", "totalled", "remained", "continued", "compared", "dropped", "grown"),
        *("was", "said", "reached", "grew", "level", "figure", "position"),
    ]
)
"""Words of what happened to a figure, which say nothing of what it counts."""


def whole_name(figure: Figure) -> str | None:
    """Return all the telling words of a figure's label and subject, several at least, or None for fewer."""
    name = _names(figure.label, figure.subject)[-1:]
    return name[0] if name and " " in name[0] else None


def is_named(figure: Figure) -> bool:
    """Tell whether a figure's indicator, or several words of its label, say what it counts."""
    return figure.indicator is not None or len(telling_words(figure)) >= _SEVERAL


_SEVERAL = 2


def all_words(figure: Figure) -> frozenset[str]:
    """Return the telling words of a figure's label and subject together."""
    return telling_of(figure.label) | telling_of(figure.subject)


def series_of(figure: Figure) -> str | None:
    """Return what a figure measures: its indicator, or else the telling words of its label; None for none."""
    if figure.indicator is not None:
        return figure.indicator
    return joined(figure.label) or joined(figure.subject)


def names_of(figure: Figure) -> tuple[str, ...]:
    """Return the names under which another record may give the same: its series, and all words of label and subject.

    What one record's heading made an indicator of, another may tell in the same words under no heading: of a figure
    with an indicator several words of its label are a name too.
    """
    by_words = _names(figure.label, figure.subject)
    if figure.indicator is None:
        return by_words
    return (figure.indicator, *(name for name in by_words if " " in name))


def are_of_one(first: Figure, second: Figure) -> bool:
    """Tell whether nothing keeps two figures of one name apart: one indicator, or none, or all the same words.

    An indicator may be a heading's; the same words in full tell more.
    """
    if None in {first.indicator, second.indicator} or first.indicator == second.indicator:
        return True
    name = whole_name(first)
    return name is not None and name == whole_name(second)


@lru_cache(maxsize=1 << 16)
def _names(label: str, subject: str) -> tuple[str, ...]:
    """Return the names that a figure without an indicator has by its words."""
    whole = " ".join(sorted(telling_of(label) | telling_of(subject)))
    return tuple(dict.fromkeys(name for name in (joined(label) or joined(subject), whole) if name))


def telling_words(figure: Figure) -> frozenset[str]:
    """Return the words of a figure's label that say what it counts: a date says nothing of that."""
    return telling_of(figure.label) or telling_of(figure.subject)


@lru_cache(maxsize=1 << 16)
def telling_of(label: str) -> frozenset[str]:
    """Return the telling words of a label; kept, as a thousand records are compared at every correction."""
    return content_words(without_ways(_POSSESSIVE.sub("", label.lower()))) - _OF_TIME - _SAID


_POSSESSIVE = re.compile(r"(?<=[a-z])['’]s?\b|(?<=s)['’](?=\s|$)")
"""What makes "the scheme's loans" and "loans of the scheme" two names."""


@lru_cache(maxsize=1 << 16)
def joined(label: str) -> str | None:
    """Return the telling words of a label in one order, or None for none."""
    return " ".join(sorted(telling_of(label))) or None
