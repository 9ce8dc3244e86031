"""Headings without a number under which nothing stands, for rule 32: "RISK ASSESSMENT", and then "SUSTAINABILITY".

A heading may stand above sub-headings alone, and nothing in plain text tells the levels of two lines that look alike.
So one is asked about only where it names what a report has one passage for (risk, consultation, legal implications),
or where every other heading that looks like it has words of its own. "Subject:" with nothing behind it, among lines
that all have something behind their name, is asked about as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import SectionKind, Span

_LONGEST = 80
_LINE = re.compile(r"[ \t]*(?:#{1,6} |\*\*|__)?[A-Z][^.;|\t£%]{2,74}")
"""A line that could be a heading: short, from a capital on, and no sentence."""
_PARTS = re.compile(r"(?P<mark>[ \t]*(?:#{1,6} |\*\*|__)?)(?P<words>.*?)(?P<end>:?(?:\*\*|__)?:?)[ \t]*")
_NO_HEADING = re.compile(
    r"^(?:none|not applicable|nil|yes|no|n/a|private|public|confidential|yours|dear|signed|councillors?|cllr|mrs?|ms"
    r"|dr|that|cabinet|also|chair|present|resolved|agreed|noted|page|table|figure|chart|source|from|to|cc)\b"
    r"|: \S|[^ ]  +[^ ]|\d\d? ?(?:st|nd|rd|th)?\b(?! ?/)|\b(?:borough|county|city|district|metropolitan) council\b",
    re.IGNORECASE,
)
"""An answer, a name and its value, a row of columns, a council, a day: lines that look like headings and are none."""
_SOLE = re.compile(
    r"(?:the )?(?:(?!other|corporate|wider|general|council|key|main|policy|report|further|all|any|these)[a-z'’]+"
    r"(?:(?:,| and| or| &|/) ?[a-z]+)* (?:implications?|considerations?|impacts?|assessments?)(?: assessments?)?"
    r"|risks?(?: (?:and [a-z]+|assessments?|management|analysis|register|implications))*"
    r"|(?:public |staff |staff side |trade union )?(?:consultations?|engagement|communications?|publicity)"
    r"(?: (?:and|with|on|undertaken|responses?|results?|process|plan|arrangements)\b[a-z ]*)?"
    r"|(?:reason|purpose|background|context|scope|aims?|objectives?|summary|conclusions?|recommendations?|introduction"
    r"|executive summary)(?: (?:of|for|to|and)\b[a-z ]*| papers| documents| information)?"
    r"|next steps|way forward|lessons (?:learn(?:ed|t)|from [a-z ]+)|good practice|what (?:happens|worked|went) [a-z ]+"
    r"|time(?:table|scales?|line)(?: for [a-z ]+)?|monitoring(?: and [a-z]+| arrangements)?|evaluation|method(?:ology)?"
    r"|(?:key )?findings|complaints(?: and compliments)?|compliments|training|sustainability|climate(?: change"
    r"| emergency)?|carbon(?: [a-z]+)?|environment|equalit(?:y|ies)(?: (?:and|impact|duty|analysis)\b[a-z ]*)?"
    r"|crime (?:and|&) disorder(?: [a-z ]+)?|community safety|human rights|health (?:and|&) safety|safeguarding"
    r"|procurement|social value|value for money|data protection|information governance|privacy|public health"
    r"|human resources|staffing|property|(?:legal|financial|finance) (?:comments|advice|position|issues)"
    r"|comments of [a-z0-9'’ ]+|wards? affected|(?:voice|views?|wishes) (?:of|and)\b[a-z'’ ]+"
    r"|(?:links?|working|work) with [a-z ]+|partnership(?:s| working)|feedback(?: from [a-z ]+)?"
    r"|(?:alternative )?options(?: (?:considered|appraisal|rejected)\b[a-z ]*)?|alternatives(?: [a-z ]+)?"
    r"|reasons? for [a-z ]+|declarations? of interests?|apologies(?: for absence)?|public questions|urgent business"
    r"|(?:the |record of (?:the )?)?decisions?(?: made| taken)?|corporate parenting"
    r"|quality assurance|audit|inspection|workforce development|supervision)",
    re.IGNORECASE,
)
"""What a report has one passage for, without headings under it."""
_MANY = 3
"""So many headings that look alike have words under them, at the least, before one without is missed among them."""
_PROSE = re.compile(r"\s*[^\n]*(?:[a-z)\d][.;:][\"”’)]?[ \t]*(?:\n|$)|[^\n]{70})")
"""A sentence or a long line: what fills a heading, and what shows that the head of a record is over."""
_ROW = re.compile(
    r"^[ \t*_]*(?P<name>(?!(?i:resolved|that|agreed|noted|to)\b)[A-Z][A-Za-z'’/()&-]{1,15}"
    r"(?: [A-Za-z'’/()&-]{1,15}){0,3})"
    r"[ \t*_]*:(?P<value>[^\n]*)$",
    re.MULTILINE,
)
"""A name of at most four words, and what stands behind its colon."""
_MAY_BE_BLANK = re.compile(
    r"\b(?:sign\w*|initial\w*|ref\w*|no|number|wards?|divisions?|minute|exempt\w*|e-?mail|tel\w*|fax|copies|copy|cc"
    r"|also|present|apologies|venue|appendi\w+|enclosures?|attachments?|documents?|papers|that|following|notes?"
    r"|comments?|minutes|category|status|restrictions?|notice|declarations?|dispensations?|interests?|conflicts?)\b",
    re.IGNORECASE,
)
"""Names behind which forms leave a blank in good order, or which stand above a list."""
_NOT_ASKED = frozenset({SectionKind.DECISION})
"""What is asked about by its kind in numbered records alone."""
_HEAD = 900
"""The head of a record, in characters: council, meeting, title and what else is told of a decision line by line."""
_NAMES = 2000
"""So far from the beginning, in characters, the names of a record's head are looked for."""
_FILLED = 3
"""So many lines of a head at the least have something behind their name, before one without is missed among them."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that could be a heading: its words, how it looks, how high that is, and its place."""

    words: str
    look: str
    level: int
    span: Span


def bare_headings(context: Context) -> Iterator[Outcome]:
    """Ask about the heading without a number, and the name in a record's head, that have nothing under or behind."""
    text = context.text
    sections = [s for s in context.record.sections if s.kind not in _NOT_ASKED]
    asked = [s.span.start for s in sections if not s.span.cut(text).strip(" \n\t*_.")]
    for bare in (*_headings_without_words(text), *_names_without_words(text)):
        if any(bare.start <= at <= bare.end + 2 for at in asked):
            continue  # a section that the law asks for is asked about by its kind
        quote = " ".join(bare.cut(text).split()).strip("*_# ")
        yield query(f"Nothing stands under: “{quote}”; worth checking.", f"empty: {quote}", span=bare, words=quote)


def _headings_without_words(text: str) -> Iterator[Span]:
    """Yield the headings that are followed by another one which looks the same, or higher."""
    headings = list(_headings(text))
    bare = [(one, after) for one, after in pairwise(headings) if not text[one.span.end : after.span.start].strip()]
    if not bare:
        return
    followed = {one.span.start for one, _ in bare}
    filled = [h for h in headings if h.span.start not in followed and _PROSE.match(text, h.span.end)]
    fills = {h.span.start for h in filled}
    first = _first_prose(text)
    for one, after in bare:
        if one.span.start < first or after.span.start not in fills or after.level > one.level:
            continue
        alike = sum(h.look == one.look for h in filled)
        alone = sum(other.look == one.look and other.span.start > first for other, _ in bare) == 1
        sole = _SOLE.fullmatch(one.words) is not None
        if sole or (alone and alike > _MANY and _is_between(one, filled)):
            yield one.span


def _is_between(one: _Heading, filled: Sequence[_Heading]) -> bool:
    """Tell whether headings with words that look like this one stand before it as well as behind it."""
    places = [h.span.start for h in filled if h.look == one.look]
    return places[0] < one.span.start < places[-1]


def _headings(text: str) -> Iterator[_Heading]:
    """Yield the lines that stand alone and look like headings, in order."""
    end = -1
    for line in text.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        parts = _PARTS.fullmatch(line) if len(line) <= _LONGEST and _LINE.fullmatch(line) is not None else None
        if parts is None:
            continue
        words, mark = parts["words"].strip(), parts["mark"].strip()
        if _NO_HEADING.search(words) or text[start - 2 : start].strip(" \t") not in {"\n\n", "\n", ""}:
            continue
        alone = text[end : end + 2].strip(" \t\r") in {"\n\n", "\n", ""}
        if not alone and not mark and _SOLE.fullmatch(words) is None:
            continue
        capitals = words.upper() == words
        if parts["end"].startswith(":") or parts["end"].endswith(":"):
            if _SOLE.fullmatch(words) is None:
                continue  # it leads something in
            look, level = "colon", 9
        elif mark.startswith("#"):
            look, level = mark, len(mark)
        else:
            look, level = (f"{mark}CAPITALS", 7) if capitals else (f"{mark}Plain", 8)
        yield _Heading(words, look, level, Span(start + len(parts["mark"]) - len(parts["mark"].lstrip()), end))


def _first_prose(text: str) -> int:
    """Return where the first sentence of a text ends: what stands before it, within bounds, is the record's head."""
    found = re.search(r"[^\n]{40}[a-z)\d]\.[ \t]*(?:\n|$)", text)
    return min(found.start() if found is not None else len(text), _HEAD)


def _names_without_words(text: str) -> Iterator[Span]:
    """Yield the one line of a head that has a name and nothing behind it, where the lines around it all have."""
    for run in _runs_of_names(text):
        blank = [line for line in run[:-1] if not line["value"].strip(" \t*_.")]
        filled = len(run) - sum(not line["value"].strip(" \t*_.") for line in run)
        if len(blank) == 1 and filled >= _FILLED and filled == len(run) - 1:
            name = blank[0]["name"]
            if _MAY_BE_BLANK.search(name) is None:
                yield Span(blank[0].start("name"), blank[0].start("value"))


def _runs_of_names(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the lines with a name and a colon that stand under each other, blank lines between them aside."""
    run: list[re.Match[str]] = []
    for line in _ROW.finditer(text, 0, _NAMES):
        if run and text[run[-1].end() : line.start()].strip():
            yield run
            run = []
        run.append(line)
    if run:
        yield run
