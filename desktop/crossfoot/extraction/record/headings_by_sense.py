"""The headings of a form that say what they head in words of their own.

"Grounds on which it was made", "Alternatives looked at", "Interests of any Executive Member consulted": no list of
phrases has them all. Where a record has headings of the form and one of its parts is missing, a line that stands as a
heading does and that holds the part's own word is taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from crossfoot.extraction.record.lines import Line, plain
from crossfoot.model import SectionKind

_K = SectionKind
_SENSE: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (
        _K.ALTERNATIVES,
        re.compile(
            r"\balternatives?\b|\boptions?\b|^what else\b"
            r"|\b(?:other|different) (?:courses?|ways?|choices?|possibilit|approach|solution)"
        ),
    ),
    (
        _K.REASONS,
        re.compile(
            r"^(?:the )?reasons?(?: for (?:it|this|them|doing so|so deciding|taking it))?$|^(?:grounds|justification)$"
            r"|\b(?:why|reasons?|rationale|grounds|basis|justification)\b.*"
            r"\b(?:deci[ds]\w*|recommend\w*|resol\w*|agreed|approv\w*|made|reached|taken|proposals?)\b"
        ),
    ),
    (_K.DISPENSATIONS, re.compile(r"\bdispensations?\b")),
    (_K.CONFLICTS, re.compile(r"\binterests?\b")),
    (_K.CALL_IN, re.compile(r"\bcall(?:ed|ing)?[- ]?in\b")),
)
_ABOUT = re.compile(r"^(?:what )?(?:the |this )?(?:report|item|subject|heading|matter|topic)s?\b")
"""How the first heading of a form begins below which its title stands: "1. What the report was about"."""
_ANY = re.compile(
    r"report|item|subject|heading|matter|topic"
    r"|alternative|option|what else|other |different |why|reason|rationale|grounds|basis|justification|dispensation"
    r"|interest|call(?:ed|ing)?[- ]?in",
    re.IGNORECASE,
)
"""A word without which a line heads none of these parts: a quick look."""
_NUMBER = re.compile(
    r"(?:(?:[Ss]ection|[Pp]art|[Ii]tem|[Bb]ox)\s)?\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})(?:\.0?|\)|:)?\s+(?:[-–—]\s+)?"
)
_HEADS = re.compile(r"[A-Z][^.;|\t\d]*[^.;,|\t\d\s](?<! and)(?<! or)(?<! the)(?<! of)(?<! that)")
_TITLE_WORD = r"(?:[A-Z][A-Za-z'’-]*|an?|and|but|by|for|from|in|not|of|on|or|the|to|with)"
_TITLED = re.compile(rf"{_TITLE_WORD}(?: {_TITLE_WORD})*")
"""A line whose words are capitalised as those of a title are."""
_MOST_WORDS = 10
_LONGEST = 90


def headings_by_sense(
    text: str, lines: list[Line], known: Collection[SectionKind]
) -> Iterator[tuple[SectionKind, Line]]:
    """Yield the lines that head a part of a form which is not among the ``known`` ones, each part once, in order."""
    missing = {_K.TITLE, *(kind for kind, _ in _SENSE)} - set(known)
    if not missing or _ANY.search(text) is None:
        return
    for index, line in enumerate(lines[:-1]):
        if not _stands_alone(text, lines, index) or _ANY.search(text, line.first, line.last) is None:
            continue
        words = plain(text[line.first : line.last])
        number = _NUMBER.match(words)
        if number:
            words = words[number.end() :]
        words = words.rstrip(" :?-–—")
        if len(words.split()) > _MOST_WORDS or not _HEADS.fullmatch(words):
            continue
        kind = next((kind for kind, pattern in _SENSE if pattern.search(words.lower())), None)
        if number and number.group().strip(" (.):") == "1" and _ABOUT.match(words.lower()):
            kind = _K.TITLE
        if kind in missing:
            missing.discard(kind)
            yield kind, line


def _stands_alone(text: str, lines: list[Line], index: int) -> bool:
    """Tell whether a line stands as a heading does: a short one behind a blank or ruled line, above such a one.

    One behind its number, or with capitals as a title has them, may have its text right below.
    """
    line, below = lines[index], lines[index + 1]
    if line.last - line.first > _LONGEST:
        return False
    above = line.after_blank or (index > 0 and _is_rule(text, lines[index - 1]))
    words = text[line.first : line.last]
    headed = _NUMBER.match(words) is not None or _TITLED.fullmatch(words) is not None
    return above and (headed or below.after_blank or _is_rule(text, below))


def _is_rule(text: str, line: Line) -> bool:
    """Tell whether a line is drawn and not said."""
    return not any(map(str.isalnum, text[line.start : line.end]))
