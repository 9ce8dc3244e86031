"""Where the records of a text begin, by the characters alone: so a text says the same whatever file it came in.

Three things show that a text holds several records: the form's own head comes again, the facts of a decision's page
come again, or numbered items of minutes follow each other that each come to a decision. A single record is never
taken apart: its sections and resolutions are numbered too, but they are a record's sections, or sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where a record begins, and the reference in its heading, if it has one; ``head_end`` ends the head of all.

    ``kept`` tells that it is a record; what is none, such as the apologies at a meeting, only ends the one before.
    """

    start: int
    reference: str | None
    head_end: int
    kept: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with words: where it starts and ends, its words without marks, and whether a blank line is above."""

    start: int
    end: int
    words: str
    after_blank: bool


_LONGEST_TEXT = 4_000_000
_LONGEST_LINE = 240
_MARKS = re.compile(r"\*\*|__|</?[ub]>|^#{1,6}\s+", re.IGNORECASE)
_FORM_TITLE = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s*)?(?:title|name|subject) of (?:the )?(?:item|report|decision|matter)\b.{0,60}\Z",
    re.IGNORECASE,
)
_FORM_DECISION = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s*)?(?:(?:record|summary|details?) of (?:the )?decisions?|decisions?(?: made| taken)?)\b"
    r".{0,40}\Z",
    re.IGNORECASE,
)
_FORM_HEAD = re.compile(
    r".{0,80}\b(?:council|authority|borough|cabinet|executive|pro ?forma|recommendations?|meeting|reference|ref(?: no)?"
    r"|decision (?:record|notice|sheet)|record of (?:the )?(?:cabinet |executive )?decisions?)\b.{0,80}\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;,][\"'”’)]?\Z")
_DATE_ALONE = re.compile(
    r"\W*(?:[a-z]{3,9},?\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:[a-z]{3,9}|\d{1,2})[\s/.,-]+\d{2,4}\W*\Z", re.IGNORECASE
)
_ENDS_RECORD = re.compile(
    r"\W*(?:proper officer|date of publication|published|call[- ]?in|none\b|n/?a\b|not applicable|midnight|signed)",
    re.IGNORECASE,
)
_MAKER = re.compile(r"\W*(?:decision[- ]?maker|decision (?:taken|made) by)\s*(?:[:|\t]|\Z)", re.IGNORECASE)
_FACT = re.compile(r"[A-Z][\w '’()/&?-]{1,48}(?::(?:\s|\Z)|\s?\|\s|\t)")

_CODE = (
    r"(?:D\d{6}|D\d{2}/\d{3,4}"
    r"|[A-Z]{1,6}[ ./:-]{0,2}\d{1,5}(?:[/.]\d{1,4}(?:[-–/]\d{2,4})?)?[a-z]?"
    r"|\d{1,5}/\d{2,4})"
)
"""References of decisions and minutes, such as D150069, CAB 12/13, C.118/19-20, EX/147 and 45/15."""
_STOCKTON = re.compile(r"D\d{2}/?(\d{3,4})")
_ITEM = re.compile(
    r"(?P<word>(?:minutes?|min|decision|item|agenda item|resolution)\.?\s*"
    r"(?:(?:no|number|ref(?:erence)?)\b\.?\s*)?[:#]?\s*)?"
    rf"(?P<number>(?-i:{_CODE})|\d{{1,4}}[a-z]?)[.:)]?(?:\s*[-–—:|]\s*|\s+|\Z)(?P<title>.*)\Z",
    re.IGNORECASE,
)
_SECTIONS = (
    r"title of", r"record of", r"reasons?\b", r"rationale", r"alternatives?\b", r"(?:other )?options?\b", r"decl",
    r"details", r"dispensation", r"interests?\b", r"conflicts?\b", r"date and time", r"call[- ]?in", r"purpose",
    r"background", r"introduction", r"recommendations?\b", r"\w+(?: and \w+)? implications", r"implications",
    r"\w+(?: and \w+)? (?:considerations|assessment|comments)", r"consult", r"risks?\b", r"append", r"conclusion",
    r"summary", r"considerations?\b", r"next steps", r"contact", r"key (?:issues|decision)", r"report\W*\Z",
    r"decisions?\b(?: made| taken)?\W*\Z", r"decision record", r"context", r"proposals?\W*\Z", r"main (?:issues|body)",
    r"what is", r"why\b", r"how\b", r"corporate priorit", r"executive summary", r"supporting", r"wards?\b", r"document",
)  # fmt: skip
"""How sections of one report or record begin; a run of numbered headings of which several are such is one record."""
_PROCEDURES = (
    r"apolog", r"declarations? of", r"disclosures? of", r"minutes\b", r"exclusion of", r"welcome", r"evacuation",
    r"fire\b", r"(?:confirmation|approval) of (?:the )?minutes",
    r"to (?:approve|confirm|receive|sign) (?:the )?minutes",
    r"public (?:question|participation)", r"petitions?\W*\Z", r"questions? (?:from|by)", r"announcements",
    r"chair(?:man)?['’]?s? (?:announce|communic)", r"urgent (?:business|items?)", r"any other", r"order of business",
    r"date (?:and time )?of (?:the )?next", r"attendance", r"substitut", r"recording", r"deputations", r"forward plan",
)  # fmt: skip
"""How items of minutes begin that come with every meeting and record no decision."""
_SECTION = re.compile(rf"\W*(?:{'|'.join(_SECTIONS)})", re.IGNORECASE)
_PROCEDURE = re.compile(rf"\W*(?:{'|'.join(_PROCEDURES)})", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:RESOLVED|AGREED|APPROVED|RECOMMENDED|NOTED)\b|\b[Rr]esolved(?: that)?\s*[:–—-]|^\W*Resolved that\b"
    r"|^\W*(?i:(?:the )?(?:cabinet |executive )?(?:decision|resolution|resolved|decided|agreed)s?(?: that)?)"
    r"\b\s*[:–—-]*\s*$"
    r"|\b(?:it was|cabinet|executive|members|committee|council|board)\b[^.\n]{0,20}"
    r"\b(?:resolved|agreed|approved|noted|decided)\b",
    re.MULTILINE,
)
"""What tells that an item comes to a decision."""
_FEWEST_WORDS = 60
"""Characters of a record's body at least; a list of references has none."""
_FARTHEST_HEAD = 14
_LONGEST_TITLE = 200
_MOST_STEP = 3


def boundaries_of(text: str) -> tuple[Boundary, ...]:
    """Return where the records of a text begin, in their order, or nothing where it holds no more than one."""
    if len(text) > _LONGEST_TEXT:
        return ()
    lines = list(_lines(text))
    for found in (_forms(lines), _pages(text, lines), _items(text, lines)):
        if sum(boundary.kept for boundary in found) > 1:
            return tuple(found)
    return ()


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines of a text that hold words."""
    blank, start = True, 0
    for line in text.split("\n"):
        end = start + len(line)
        words = _MARKS.sub("", line[:_LONGEST_LINE]).strip(" \t*_|")
        if words:
            first = start + len(line) - len(line.lstrip())
            yield _Line(first, end, words, blank)
        blank = not words
        start = end + 1


def _forms(lines: Sequence[_Line]) -> list[Boundary]:
    """Return where the form's head comes again: each title has its decision before the next title."""
    titles = [index for index, line in enumerate(lines) if _FORM_TITLE.match(line.words)]
    if len(titles) < 2:
        return []
    ends = [*titles[1:], len(lines)]
    if not all(
        any(_FORM_DECISION.match(line.words) for line in lines[title + 1 : end])
        for title, end in zip(titles, ends, strict=True)
    ):
        return []
    starts = [lines[_head_above(lines, title)].start for title in titles]
    return [Boundary(start, None, head_end=0) for start in [0, *starts[1:]]]


def _head_above(lines: Sequence[_Line], title: int) -> int:
    """Return the number of the line that begins the head above a form's title."""
    start = title
    for index in range(title - 1, max(-1, title - _FARTHEST_HEAD), -1):
        words = lines[index].words
        dated = _DATE_ALONE.match(words) is not None
        if dated and index and _ENDS_RECORD.match(lines[index - 1].words):
            break
        if _ENDS_RECORD.match(words) or (_SENTENCE_END.search(words) and not dated):
            break
        if dated or _FORM_HEAD.match(words) or _FACT.match(words):
            start = index
    return start


def _pages(text: str, lines: Sequence[_Line]) -> list[Boundary]:
    """Return where the facts of a decision come again: who made it, under the decision's title."""
    makers = [index for index, line in enumerate(lines) if _MAKER.match(line.words)]
    if len(makers) < 2:
        return []
    starts: list[int] = []
    for maker in makers:
        start = maker
        while start > 0 and _FACT.match(lines[start - 1].words) and not _ENDS_RECORD.match(lines[start - 1].words):
            start -= 1
        above = lines[start - 1].words if start else ""
        if above and len(above) <= _LONGEST_TITLE and not _SENTENCE_END.search(above) and not _ENDS_RECORD.match(above):
            start -= 1
        starts.append(start)
    if any(b - a < 3 for a, b in pairwise(starts)):
        return []
    bodies = [text[lines[a].start : lines[b].start] for a, b in pairwise(starts)] + [text[lines[starts[-1]].start :]]
    if sum(_CUE.search(body) is not None or "decision" in body.lower() for body in bodies) < len(bodies):
        return []
    head = lines[starts[0]].start
    return [Boundary(lines[start].start, None, head) for start in starts]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that may head an item of minutes: its number in print and as a count, its form, and its title."""

    index: int
    number: str
    count: int
    form: str
    title: str


def _items(text: str, lines: Sequence[_Line]) -> list[Boundary]:
    """Return where the numbered items of minutes begin: of one form, counting on, two of them with a decision."""
    forms: dict[str, list[_Heading]] = defaultdict(list)
    for index in range(len(lines)):
        heading = _heading_at(lines, index)
        if heading is not None:
            forms[heading.form].append(heading)
    best: list[_Heading] = []
    for form, headings in forms.items():
        chain = _chain(headings)
        if len(chain) < 2 or len(chain) <= len(best):
            continue
        sections = sum(_SECTION.match(heading.title) is not None for heading in chain)
        if sections > (1 if form == "" else len(chain) // 2):
            continue
        if sum(_decides(text, lines, chain, n) for n in range(len(chain))) >= 2:
            best = chain
    if not best:
        return []
    head = lines[best[0].index].start
    return [
        Boundary(
            lines[heading.index].start,
            heading.number if heading.form else None,
            head,
            kept=not _PROCEDURE.match(heading.title) and len(_body(text, lines, best, n).strip()) >= _FEWEST_WORDS,
            title=heading.title,
        )
        for n, heading in enumerate(best)
    ]


def _heading_at(lines: Sequence[_Line], index: int) -> _Heading | None:
    """Return the heading that a line is, with its title on it or alone on the next line, or None."""
    line = lines[index]
    match = _ITEM.match(line.words) if line.words[:1].isalnum() else None
    if match is None:
        return None
    number, word = match["number"], (match["word"] or "").strip().lower()
    coded = bool(word) or not number.rstrip("abcdefghijklmnopqrstuvwxyz").isdigit()
    title = match["title"].strip(" :–—-|*_")
    if not title and index + 1 < len(lines):
        title = lines[index + 1].words
    if not _is_title(title, coded=coded) or (not line.after_blank and not (coded or title.isupper())):
        return None
    digits = re.findall(r"\d+", number)
    stockton = _STOCKTON.fullmatch(number)
    count = int(stockton[1] if stockton else digits[0])
    form = re.sub(r"\d+", "0", number).upper() if coded else ""
    if coded and number.isdigit():
        form = word.split(" ")[0] or form
    return _Heading(index, number, count, form, title)


def _is_title(words: str, *, coded: bool) -> bool:
    """Tell whether words are a title: they begin large, and are no sentence, no date and no amount."""
    if not 3 <= len(words) <= _LONGEST_TITLE or not (words[:1].isupper() or words[:1] in "\"'“‘"):
        return False
    if words.startswith(("That ", "To ")) or _DATE_ALONE.match(words):
        return False
    if _SENTENCE_END.search(words):
        return False
    return coded or words.isupper() or len(words) < 120


def _chain(headings: Sequence[_Heading]) -> list[_Heading]:
    """Return the longest run of headings that count on, each at most a few numbers behind the one before."""
    best: list[list[_Heading]] = []
    for place, heading in enumerate(headings):
        before = [
            best[other]
            for other in range(max(0, place - 60), place)
            if 0 < heading.count - headings[other].count <= _MOST_STEP
        ]
        best.append([*max(before, key=len, default=[]), heading])
    return max(best, key=len, default=[])


def _body(text: str, lines: Sequence[_Line], chain: Sequence[_Heading], place: int) -> str:
    """Return the words of an item behind its heading."""
    end = lines[chain[place + 1].index].start if place + 1 < len(chain) else len(text)
    return text[lines[chain[place].index].end : end]


def _decides(text: str, lines: Sequence[_Line], chain: Sequence[_Heading], place: int) -> bool:
    """Tell whether an item comes to a decision."""
    body = _body(text, lines, chain, place)
    return len(body.strip()) >= _FEWEST_WORDS and _CUE.search(body) is not None
