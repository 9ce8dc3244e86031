"""What a record says in so many words of the time that it covers: "Period covered: …", "the numbers are as of …"."""

from __future__ import annotations

import re
from datetime import date

from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.periods.finding import find_whens
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.quick import matches
from crossfoot.model import Period
from crossfoot.model.english import MONTH

_HEAD = 10
_EARLY = 12
_FIRST_WORDS = 320
_FAR = 25
"""How many blocks from the beginning a sentence may stand that says for all of them what they cover."""


def stated_at_the_head(text: str, blocks: list[TextBlock], meeting: date | None) -> Period | None:
    """Return the period that a line of the head is there to state: "Period covered: 1 July to 30 September".

    Or the first words of the text: "This report covers the six months to December".
    """
    for block in blocks[:_HEAD]:
        first = min(block.end, block.start + _FIRST_WORDS)
        stated = _PERIOD_COVERED.search(text, block.start, first) or _COVERS.search(text, block.start, first)
        if stated is not None:
            end = text.find("\n", stated.end(), block.end)
            whens = find_whens(text, stated.end(), end if end > 0 else block.end, Calendar(meeting=meeting))
            named = next((w.period for w in whens if w.period is not None and not w.weak), None)
            if named is not None:
                return named
    return None


_COVERS = re.compile(
    r"\b(?:this|the)\s+(?:[a-z-]+\s+){0,2}(?:report|paper|note|document|statement|review|bulletin|update)\s+"
    r"(?:covers|spans|is\s+for|relates\s+to|deals\s+with|reports\s+on)\s+(?=(?:the\s+)?(?:period|year|months?|quarter|half|financial"
    rf"|\w+\s+months|\d|q[1-4]|(?:{MONTH})))",
    re.IGNORECASE,
)
_PERIOD_COVERED = re.compile(
    r"^[ \t*|]*(?:reporting\s+period|period\s+(?:covered|reported|of\s+report|under\s+review)|period)[ \t]*[:|–-]",
    re.IGNORECASE | re.MULTILINE,
)


def counted_at(text: str, blocks: list[TextBlock], meeting: date | None) -> Period | None:
    """Return the day at which the head says that all was counted: "return as at 31 March", "figures are at 30 June"."""
    for block in blocks[:_EARLY]:
        first = min(block.end, block.start + _FIRST_WORDS)
        if _AT_A_DAY.search(text, block.start, first) is None:
            continue
        for said in _COUNTED_AT.finditer(text, block.start, first):
            line = text.find("\n", said.end(), block.end)
            whens = find_whens(text, said.end(), line if line > 0 else block.end, Calendar(meeting=meeting))
            day = whens[0].period if whens and whens[0].span.start - said.end() < _NEAR else None
            if day is not None and day.start == day.end and (meeting is None or day.end < meeting):
                return day
    return None


_COUNTED_AT = re.compile(
    r"^[^\n.]{0,80}?\b(?:return|statistics|snapshot|census|data|figures|numbers|position)\b[^\n.;,]{0,30}?"
    r"\b(?:as\s+(?:at|of|on)|at)\s+(?:the\s+)?(?=\d)"
    r"|\b(?:all\s+)?(?:figures|data|numbers)\s+(?:here\s+|below\s+)?(?:are|is|were)\s+(?:shown\s+|given\s+|those\s+|correct\s+)?"
    r"(?:as\s+)?(?:at|of)\s+(?:the\s+)?(?=\d)",
    re.IGNORECASE | re.MULTILINE,
)
_AT_A_DAY = re.compile(r"[AOao][TNFtnf]\s+(?:[Tt][Hh][Ee]\s+)?\d")
"""What all such words end with: a quick look."""

_NEAR = 12
"""How near behind such words their day stands."""


def said_to_cover(text: str, blocks: list[TextBlock], meeting: date | None) -> Period | None:
    """Return the time that a sentence gives for all that the record tells.

    "The period covered is the five months from 1 April to 31 August", "The numbers in this section are as of 30
    September unless it says something different", "Information was given to the end of November except where …".
    """
    for block in blocks[:_FAR]:
        if block.shape is Shape.ROW or _MAY_COVER.search(text, block.start, block.end) is None:
            continue
        for said in matches(_OPENS_IT, _SAID_TO_COVER, text, block.start, block.end):
            if _OPENS.search(text[max(block.start, said.start() - _LEAD) : said.start()]) is None:
                continue
            whens = find_whens(text, said.end(), min(block.end, said.end() + _FIRST_WORDS), Calendar(meeting=meeting))
            if not whens or whens[0].weak or whens[0].span.start - said.end() > _BEHIND:
                continue
            whens = (
                whens[1:]
                if len(whens) > 1 and _THAT_IS.fullmatch(text, whens[0].span.end, whens[1].span.start)
                else whens
            )
            named, behind = whens[0].period, text[whens[0].span.end : whens[0].span.end + _BEHIND]
            over = named is not None and (meeting is None or named.end <= meeting)
            if over and _EACH_YEAR.match(behind) is None:
                return named
    return None


_THAT_IS = re.compile(r"[,;(\s]*(?:i\.?e\.?|that\s+is(?:\s+to\s+say)?|namely|being)[,:\s]*", re.IGNORECASE)
"""What stands between a time and the same in full: "the last twelve months, i.e. June 2023 to May 2024"."""

_LEAD = 60
_BEHIND = 30
"""How near behind such words the time stands: "the five months from 1 April to 31 August"."""

_OPENS = re.compile(
    r"(?:\A|[.;:(\n])\s*(?:\(?(?:[a-z]|[ivx]+|[\d.]+)\)?[.):]?\s+|[-•*]\s+)?"
    r"(?:(?:unless|except|save)[^.,;]{3,45},?\s*)?(?:all\s+(?:of\s+)?)?(?:the\s+|these\s+|its\s+|our\s+)?\Z",
    re.IGNORECASE,
)
"""What may stand before such words at the beginning of their sentence."""

_EACH_YEAR = re.compile(r"\s+(?:in|of)\s+(?:each|every|the\s+year\s+in)\b", re.IGNORECASE)
_IN_IT = (
    r"(?:\s+(?:here|below|above|(?:in|of)\s+(?:this|the)\s+(?:\w+\s+)?(?:section|report|paper|note|appendix|tables?)))?"
)
_GIVEN = r"(?:\s+(?:given|shown|set\s+out|quoted|used|reported|presented|provided|contained|stated))?"
_TOLD = (
    r"(?:(?:each|every)\s+(?:figure|number)|figures|numbers|data|statistics|information|position|percentages"
    r"|(?:latest|most\s+recent)(?:\s+available)?)"
    rf"(?:\s+and\s+\w+)?{_GIVEN}{_IN_IT}{_GIVEN}"
)
_PERIOD = (
    rf"(?:period|time|year|months?)\s+(?:covered|reported(?:\s+on)?|under\s+review|in\s+question){_IN_IT}"
    r"(?:\s+by\s+(?:this|the)\s+\w+)?"
)
_IS = (
    r"(?:is|are|was|were)(?:\s+(?:given|shown|those|correct|set\s+out|reported|provided|brought))*"
    r"(?:\s+(?:as\s+(?:at|of)|at|for|of|from|up\s+to|to|on))?"
)
_REACHES = (
    r"(?:relate[sd]?\s+to|refer(?:s|red)?\s+to|cover(?:s|ed)?|(?:runs?|ran)\s+(?:from|to|up\s+to)"
    r"|(?:goes|go|went)\s+up\s+to)"
)
_TIME = (
    r"(?:the\s+)?(?:\w+\s+){0,2}?(?:\d|(?:last|previous|preceding|past)\s+(?:financial\s+|full\s+)?year\b|end|start|months?|quarter|half|year|period|january|february|march|april|may\b|june"
    r"|july|august|september|october|november|december)"
)
_SAID_TO_COVER = re.compile(
    rf"\b(?:(?:{_TOLD}|{_PERIOD})\s+(?:{_IS}|{_REACHES})|(?:it|this|report)\s+{_REACHES})\s+(?={_TIME})", re.IGNORECASE
)
_OPENS_IT = re.compile(
    r"[DEFILMNPRSTYdefilmnprsty](?<!\w.)(?=(?i:ach|very|igures|umbers|ata|tatistics|nformation|osition|ercentages|eriod"
    r"|ime|ear|onth|t\s|his\s|eport\s|atest|ost\s))"
)
"""How the first word of it begins: the long pattern is tried only there."""

_MAY_COVER = re.compile(
    r"(?:igures?|umbers?|ata|tatistics|nformation|osition|ercentages|overs|overed|eview|elates|p\s+to|atest|recent)\b"
)
"""A word, but for its first letter of either case, without which nothing of the kind is said: a quick look."""
