"""The resolutions: what was resolved, agreed or decided, one by one, with the label that is printed.

A list is opened by a word such as "RESOLVED that:-" or stands under the heading of the decision. Its
first item tells the kind of its labels (figures, letters, small roman numbers, dots); a label of another
kind, or out of its turn, opens a point inside the item above. An item that a page break has cut goes on
in the paragraph behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crossfoot.extraction.record.headings import Mark
from crossfoot.extraction.record.lines import MARKUP, Line, trimmed
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Resolution, Section, SectionKind, Span

_SUBJECT = (
    r"(?:(?:accordingly|therefore|subsequently|after discussion|following discussion|on a vote"
    r"|upon being put to the vote),?\s+)?"
    r"(?:(?:that )?(?:it was|it is|the\s(?:[\w-]+\s){0,3}?(?:cabinet|executive|committee|board|council|mayor|leader)"
    r"|cabinet|executive|members|the mayor)\s)?"
)
_MANNER = (
    r"(?:\s(?:unanimously|accordingly|to recommend(?:\sto\s(?:full\s)?council)?|\([^()\n]{1,80}\)|by\s[^\n:]{1,60}"
    r"|\*{1,2}))?"
)
_THAT = (
    r"(?:[\s:,–—-]{1,4}(?:that|to)\b(?:\s(?:cabinet|the\scabinet|the\sexecutive)\b(?:\s(?:agreed?|approved?"
    r"|resolved?)(?:\sto)?)?(?=[^\S\n]*[:\n]))?)?"
)
_STOPS = rf"[\s:;.,–—-]{{0,6}}?{MARKUP}{{0,4}}[:;,–—-]{{0,3}}"
_STRONG = re.compile(
    rf"[^\S\n]*(?:\(?[\da-z]{{1,2}}[.)]\s{{1,4}})?{MARKUP}{{0,6}}\s?(?:(?i:{_SUBJECT})(?:RESOLVED|Resolved|AGREED"
    rf"|DECIDED|RECOMMENDED)(?![\w'’])"
    rf"|(?i:it\s(?:was|is)\s(?:unanimously\s)?resolved|(?:the\s)?(?:cabinet|executive|committee)\sresolved)(?![\w'’]))"
    rf"{MARKUP}{{0,4}}(?i:{_MANNER}{MARKUP}{{0,4}}{_THAT})(?P<stops>{_STOPS})"
)
_WEAK = re.compile(
    rf"[^\S\n]*{MARKUP}{{0,6}}(?i:(?:it\s(?:was|is)\s(?:unanimously\s)?(?:agreed|decided)|(?:the\s)?(?:cabinet"
    rf"|executive|committee|board|mayor|leader)\s(?:has\s)?"
    rf"(?:agreed|decided|approved)|agreed|decided|approved"
    rf"|recommended)(?![\w'’]){MARKUP}{{0,4}}{_MANNER}{_THAT})(?P<stops>{_STOPS})"
)
_LINE_END = re.compile(
    r"\b(?:(?:RESOLVED|resolved|Resolved|AGREED|DECIDED)(?:\sunanimously)?(?:[\s:,–—-]{1,4}(?:that|to|THAT|TO))?"
    r"|(?:agreed|decided)(?:\sunanimously)?[\s:,–—-]{1,4}that)(?:\s(?:Cabinet|the\sCabinet))?[\s:;–—*-]{0,6}\Z"
)
_THAT_CABINET = re.compile(
    (
        r"(?:that|to|cabinet|the (?:cabinet|executive|committee|board|leader|mayor)|members|it was"
        r"|(?:that )?approval)\b[^\n]{0,160}[:–—-]\s*\Z|[^\n]{0,160}\b(?:as follows|to|that"
        r"|following)\s*[:–—-]{1,2}\s*\Z"
    ),
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?P<lead>(?:[^\S\n]|{MARKUP})*)(?:"
    r"(?P<figures>\d{1,3})(?P<figure_mark>[.)]\.?|(?=[^\S\n]))(?![.\d])"
    r"|\((?P<in_figures>\d{1,3})\)"
    r"|(?P<letter>[A-Za-z])[.)](?![\w.])"
    r"|\((?P<in_letter>[A-Za-z]{1,2})\)"
    r"|(?P<roman>[ivxIVX]{2,6})[.)](?!\w)"
    r"|\((?P<in_roman>[ivxIVX]{2,6})\)"
    r"|(?P<bullet>[-–—•·▪◦●○*o](?=[^\S\n]))"
    rf"){MARKUP}{{0,4}}[^\S\n]*"
)
_DECIMAL = re.compile(rf"(?:[^\S\n]|{MARKUP})*(?P<number>\d{{1,3}}\.\d{{1,3}})[.)]?{MARKUP}{{0,4}}[^\S\n]+")
_ROMANS = {
    word: number
    for number, word in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
            "xxi",
            "xxii",
            "xxiii",
            "xxiv",
            "xxv",
        ],
        start=1,
    )
}
_ENDED = re.compile(r"[.;:!?]['\"’”)\]*_]{0,4}\Z|[;,.]\s(?:and|or)\Z")
_OPEN_END = re.compile(r"(?:[,–—-]|\b(?:and|or|the|of|to|a|an|in|for|with|by|that|as|on|at|from))\Z", re.IGNORECASE)
_INLINE = re.compile(r"(?:(?<=\s)|\A)(?:\((?P<mark>\d{1,2}|[a-z]|[ivx]{1,5})\)|(?P<figure>\d{1,2})[.)])\s(?=\S)")
_EMPTY = re.compile(
    r"(?:none|nil|n/?a|not applicable|no decision.{0,40}|see (?:below|above|attached).{0,60})\W*\Z", re.IGNORECASE
)
_NARRATIVE_HEADING = re.compile(r"record|summary|details|text|statement|notice", re.IGNORECASE)
_LONGEST_BARE_DECISION = 4
_DEEPER = 2
"""Blanks by which the labels of a list inside an item stand further in."""


class _Style(StrEnum):
    """The kinds of labels that a list may have."""

    FIGURES = "1"
    IN_FIGURES = "(1)"
    LETTER = "a"
    IN_LETTER = "(a)"
    ROMAN = "i"
    IN_ROMAN = "(i)"
    DECIMAL = "1.1"
    BULLET = "-"


@unchanging(frozen=True, slots=True)
class _Label:
    """One label as a line may carry it: its style, its place in the list, how firmly it is a label."""

    style: _Style
    place: int
    printed: str
    body: int
    firm: bool = True


@unchanging(frozen=True, slots=True)
class _Opening:
    """Where a list of resolutions begins: the first character behind the opening words."""

    line: int
    body: int
    strong: bool


def find_resolutions(
    text: str, lines: list[Line], marks: Sequence[Mark], sections: Sequence[Section]
) -> tuple[tuple[Resolution, ...], int | None]:
    """Return the resolutions in order, and where the first list's opening words stand (None without any)."""
    starts = [line.start for line in lines]
    openings = _openings(text, lines, marks, sections, starts)
    found: list[Resolution] = []
    beyond = -1
    for index, opening in enumerate(openings):
        if opening.body < beyond:
            continue
        mark = bisect_left(marks, opening.body, key=lambda each: each.start)
        limit = marks[mark].start if mark < len(marks) else len(text)
        if index + 1 < len(openings) and lines[openings[index + 1].line].start > opening.body:
            limit = min(limit, lines[openings[index + 1].line].start)
        items = list(_items(text, lines, starts, opening, limit))
        found.extend(items)
        if items:
            beyond = items[-1].span.end
    first = min((lines[opening.line].start for opening in openings), default=None) if found else None
    return tuple(found), first


def _openings(
    text: str, lines: list[Line], marks: Sequence[Mark], sections: Sequence[Section], starts: list[int]
) -> list[_Opening]:
    """Return the places where lists of resolutions begin: firm words first, weak ones and headings without."""
    strong: list[_Opening] = []
    weak: list[_Opening] = []
    mark_starts = {mark.start for mark in marks}
    decisions = [each for each in sections if each.kind is SectionKind.DECISION]
    for index, line in enumerate(lines):
        match = _STRONG.match(text, line.start, line.end)
        if match and not (line.start in mark_starts and not match["stops"].strip()):
            strong.append(_Opening(index, match.end(), strong=True))
            continue
        match = _WEAK.match(text, line.start, line.end)
        if match:
            weak.append(_Opening(index, match.end(), strong=False))
        elif text[line.last - 1] in "dDtToO:-–—;t*" or line.last - line.first < 2:
            tail = text[max(line.first, line.last - 90) : line.end]
            if _LINE_END.search(tail) and _opens_a_list(text, lines, index + 1):
                strong.append(_Opening(index, line.end, strong=True))
    if strong:
        return strong
    held = [o for o in weak if not decisions or _inside(decisions, o.body)]
    held = [o for o in held if _opens_a_list(text, lines, o.line + 1) or text[o.body : lines[o.line].end].strip()]
    listed = [
        o for o in held if _opens_a_list(text, lines, o.line + 1) or _INLINE.match(text, o.body, lines[o.line].end)
    ]
    if listed:
        return listed
    under = [opening for each in decisions for opening in _under_heading(text, lines, starts, each)]
    return under or held


def _under_heading(text: str, lines: list[Line], starts: list[int], section: Section) -> Iterator[_Opening]:
    """Yield the list that stands under a decision's heading without opening words, or its few paragraphs."""
    first = bisect_left(starts, section.span.start)
    if section.span.start == section.span.end:
        return
    if first == len(lines) or lines[first].start > section.span.start:
        first -= 1
    index = first
    while index < len(lines) and lines[index].start < section.span.end:
        line = lines[index]
        begin = max(line.start, section.span.start)
        label = _label_at(text, begin, line.end)
        if label and label.style is not _Style.BULLET and label.place == 1 and label.firm:
            yield _Opening(max(index - 1, 0) if index > first else index, begin, strong=False)
            return
        if (
            label
            and label.style is _Style.BULLET
            and index > first
            and _THAT_CABINET.match(_words(text, lines[index - 1]))
        ):
            yield _Opening(index - 1, line.start, strong=False)
            return
        index += 1
    body = section.span.cut(text)
    if _NARRATIVE_HEADING.search(section.heading) or _EMPTY.match(body):
        return
    if index - first <= _LONGEST_BARE_DECISION:
        yield _Opening(first, section.span.start, strong=False)


def _inside(sections: list[Section], place: int) -> bool:
    """Tell whether one of the sections, which stand in order, holds the place."""
    at = bisect_right(sections, place, key=lambda each: each.span.start) - 1
    return at >= 0 and place <= sections[at].span.end


def _words(text: str, line: Line) -> str:
    """Return the words of a line."""
    return text[line.first : line.last]


def _opens_a_list(text: str, lines: list[Line], index: int) -> bool:
    """Tell whether the line at ``index`` is the first item of a list."""
    if index >= len(lines):
        return False
    label = _label_at(text, lines[index].start, lines[index].end)
    return label is not None and label.place == 1


def _label_at(text: str, start: int, end: int) -> _Label | None:
    """Return the label that stands at ``start``, or None."""
    match = _DECIMAL.match(text, start, end)
    if match:
        whole, part = match["number"].split(".")
        return _Label(_Style.DECIMAL, int(part), match["number"], match.end(), firm=int(whole) < 100)
    match = _LABEL.match(text, start, end)
    if not match or (match.end() == end and not match["bullet"] and match["figures"] and not match["figure_mark"]):
        return None
    body = match.end()
    if match["bullet"]:
        return _Label(_Style.BULLET, 1, "", body)
    figures = match["figures"] or match["in_figures"]
    if figures:
        style = _Style.FIGURES if match["figures"] else _Style.IN_FIGURES
        return _Label(style, int(figures), figures, body, firm=match["figures"] is None or bool(match["figure_mark"]))
    for group, letters, romans in (
        ("letter", _Style.LETTER, _Style.ROMAN),
        ("in_letter", _Style.IN_LETTER, _Style.IN_ROMAN),
        ("roman", _Style.LETTER, _Style.ROMAN),
        ("in_roman", _Style.IN_LETTER, _Style.IN_ROMAN),
    ):
        printed = match[group]
        if printed:
            return _lettered(printed, letters, romans, body)
    return None


def _lettered(printed: str, letters: _Style, romans: _Style, body: int) -> _Label | None:
    """Return a label of letters, taken for a roman number where it is one and not a lone c, d, l or m."""
    lowered = printed.lower()
    if lowered in _ROMANS and (len(lowered) > 1 or lowered == "i"):
        return _Label(romans, _ROMANS[lowered], printed, body)
    if len(lowered) == 1:
        return _Label(letters, ord(lowered) - ord("a") + 1, printed, body)
    if len(set(lowered)) == 1:
        return _Label(letters, 26 + ord(lowered[0]) - ord("a") + 1, printed, body)
    return None


def _follows(label: _Label, style: _Style, last: int) -> bool:
    """Tell whether the label is of the list's kind and comes next in it, gaps and one repeat allowed."""
    place = label.place
    if label.style is not style:
        letter = _as_style(label, style)
        if letter is None:
            return False
        place = letter
        return place == last + 1
    if style is _Style.BULLET:
        return True
    if not label.firm:
        return place == last + 1
    return last <= place <= last + 5


def _as_style(label: _Label, style: _Style) -> int | None:
    """Return the place of a label that may be read as a letter or as a roman number ("i", "v", "x")."""
    lowered = label.printed.lower()
    pairs = {(_Style.ROMAN, _Style.LETTER), (_Style.IN_ROMAN, _Style.IN_LETTER)}
    if (label.style, style) in pairs and len(lowered) == 1:
        return ord(lowered) - ord("a") + 1
    if (style, label.style) in pairs and lowered in _ROMANS:
        return _ROMANS[lowered]
    return None


def _items(text: str, lines: list[Line], starts: list[int], opening: _Opening, limit: int) -> Iterator[Resolution]:
    """Yield the resolutions of one list that ends at ``limit`` at the latest."""
    own_end = min(lines[opening.line].end, limit)
    index = opening.line + 1
    rest = text[opening.body : own_end].strip() if opening.body <= own_end else ""
    if opening.body > own_end:
        index = bisect_left(starts, opening.body)
    if rest and not _THAT_CABINET.match(rest) and not _label_at(text, opening.body, own_end):
        inline = [*_inline_items(text, opening.body, own_end)]
        if inline:
            yield from inline
            return
        if not (_opens_a_list(text, lines, index) and rest.endswith((":", ":-", "that", "-", "–", "to"))):
            yield from _bare(text, lines, opening.body, index, limit)
            return
    if rest and _label_at(text, opening.body, own_end):
        inline = [*_inline_items(text, opening.body, own_end)]
        if len(inline) > 1:
            yield from inline
            return
        yield from _listed(text, lines, opening.line, opening.body, limit)
        return
    while index < len(lines) and lines[index].start < limit:
        if _label_at(text, lines[index].start, lines[index].end):
            yield from _listed(text, lines, index, lines[index].start, limit)
            return
        if _THAT_CABINET.match(_words(text, lines[index])):
            index += 1
            continue
        break
    if index < len(lines) and lines[index].start < limit:
        yield from _paragraphs(text, lines, index, limit)


def _inline_items(text: str, start: int, end: int) -> Iterator[Resolution]:
    """Yield the items of a list that is printed in one paragraph: "(1) that …; and (2) that …"."""
    places: list[tuple[int, int, str]] = []
    expected: tuple[str, int] | None = None
    for match in _INLINE.finditer(text, start, end):
        printed = match["mark"] or match["figure"]
        style = "figure" if match["figure"] else "mark"
        number = int(printed) if printed.isdigit() else _ROMANS.get(printed, 0)
        letter = 0 if printed.isdigit() else ord(printed[0]) - ord("a") + 1 if len(printed) == 1 else 0
        if expected is None:
            if text[start : match.start()].strip(" :;–—-"):
                return
            if 1 not in (number, letter):
                return
            kind = "letter" if letter == 1 else "number"
            expected = (style + kind, 2)
        else:
            kind = expected[0].removeprefix(style)
            value = letter if kind == "letter" else number if kind == "number" else None
            if value != expected[1]:
                continue
            expected = (expected[0], expected[1] + 1)
        places.append((match.start(), match.end(), printed))
    if len(places) < 2:
        return
    for index, (_, body, printed) in enumerate(places):
        stop = places[index + 1][0] if index + 1 < len(places) else end
        yield _made(text, printed, body, stop)


def _made(text: str, number: str, start: int, end: int) -> Resolution:
    """Return a resolution over the words between two places."""
    span = Span(*trimmed(text, start, end))
    return Resolution(number, " ".join(span.cut(text).split()), span)


def _bare(text: str, lines: list[Line], start: int, index: int, limit: int) -> Iterator[Resolution]:
    """Yield one resolution without a number, with the lines that go on with it."""
    end = min(lines[index - 1].end, limit)
    while index < len(lines) and lines[index].start < limit and _goes_on(text, lines, index):
        end = lines[index].end
        index += 1
    if text[start:end].strip():
        yield _made(text, "", start, end)


def _goes_on(text: str, lines: list[Line], index: int) -> bool:
    """Tell whether the line continues the words above it, across a blank line or a page break too."""
    line, above = lines[index], lines[index - 1]
    if not line.after_blank:
        return True
    words, before = _words(text, line), _words(text, above)
    if before.endswith((":", ":-")) or _OPEN_END.search(before):
        return True
    return words[:1].islower() and not _ENDED.search(before)


def _paragraphs(text: str, lines: list[Line], index: int, limit: int) -> Iterator[Resolution]:
    """Yield paragraphs without labels under the opening words: the first, and those that begin with That or To.

    Where the first goes on with the sentence that "RESOLVED that" opens, so do all that begin with a small letter: a
    page that lost its list's numbers leaves them so.
    """
    first = True
    small = _words(text, lines[index])[:1].islower()
    while index < len(lines) and lines[index].start < limit:
        words = _words(text, lines[index])
        if not first and not re.match(r"(?:that|to)\b", words, re.IGNORECASE) and not (small and words[:1].islower()):
            return
        start = lines[index].first
        end = lines[index].end
        index += 1
        while index < len(lines) and lines[index].start < limit and _goes_on(text, lines, index):
            if not lines[index].after_blank and re.match(r"That\b", _words(text, lines[index])):
                break
            end = lines[index].end
            index += 1
        yield _made(text, "", start, end)
        first = False


@dataclass(slots=True)
class _Run:
    """A labelled list as far as it was read: its kind of labels, the last of them, how far they stand in."""

    style: _Style
    last: int
    indent: int
    inner: bool = False
    """Whether a list has begun inside the item at hand, further in than the list's own labels."""

    def takes(self, label: _Label, indent: int) -> bool:
        """Tell whether a label opens the next item of this list, and not a point inside the last one."""
        deeper = indent >= self.indent + _DEEPER
        if deeper and label.place == 1:
            self.inner = True
        if (deeper and self.inner) or not _follows(label, self.style, self.last):
            return False
        self.last = label.place if label.style is self.style else self.last + 1
        self.inner = False
        return True


def _listed(text: str, lines: list[Line], index: int, start: int, limit: int) -> Iterator[Resolution]:
    """Yield the items of a labelled list that begins at ``start`` on the line ``index``."""
    label = _label_at(text, start, lines[index].end)
    if label is None:
        return
    run = _Run(label.style, label.place, lines[index].first - lines[index].start)
    body, printed, end = label.body, label.printed, min(lines[index].end, limit)
    index += 1
    while index < len(lines) and lines[index].start < limit:
        line = lines[index]
        found = _label_at(text, line.start, line.end)
        if found and run.takes(found, line.first - line.start):
            yield _made(text, printed, body, end)
            body, printed, end = found.body, found.printed, line.end
        elif found or _goes_on(text, lines, index) or _comes_later(text, lines[index + 1 : index + 12], limit, run):
            end = line.end
        else:
            break
        index += 1
    yield _made(text, printed, body, end)


def _comes_later(text: str, lines: list[Line], limit: int, run: _Run) -> bool:
    """Tell whether the list goes on below a paragraph without a label, in the next few ``lines``."""
    if run.style is _Style.BULLET:
        return False
    for line in lines:
        if line.start >= limit:
            return False
        found = _label_at(text, line.start, line.end)
        if found and found.style is run.style and found.place == run.last + 1 and (found.firm or line.after_blank):
            return True
    return False
