"""Enumerations of a text, whatever they count off, and words that point at a place of one: "choice (2)", "Site C".

An enumeration is a run of labels from the first on: at the beginnings of lines, in brackets within a sentence, or
behind a noun that begins each line. What its places are called is told by that noun or by the words that lead it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context
from crossfoot.model import SectionKind, Span
from crossfoot.model.english import MONTH, NUMBER_NAMED, NUMBERS

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WORDS = NUMBERS[1:11]
_LABEL = r"\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten"
_TITLED = re.compile(
    rf"^[ \t*_#•|-]*(?P<noun>[a-z]{{3,14}})[ \t]+(?P<label>{_LABEL})(?=[ \t]*(?:[:.)(|\t–—-]|$|[ \t][a-z]))",
    re.MULTILINE,
)
_INLINE = re.compile(r"\((?P<label>\d{1,2}|[a-h]|[ivx]{1,4})\)(?=\s+[a-z£\d])")
_MARKED = re.compile(r"^[ \t]*\(?(?P<label>\d{1,2}|[a-h]|[ivx]{1,4})[.)][ \t]+(?=\S)", re.MULTILINE)
_POINTS = re.compile(
    rf"\b(?P<noun>[a-z]{{3,14}}?)(?P<many>s)?(?!\s*\n\s*\n)\s+(?P<open>\()?(?P<label>{_LABEL})(?(open)\)|\b)(?![\d%/]|[.,]\d"
    rf"|\s*(?:%|per"
    r" cent|percent|million|am\b|pm\b|o'clock|(?:"
    rf"{MONTH})\b|(?:of|in|to|from) (?:the|that|its|their|appendi\w+|annex|schedule|section|part)\b))"
)
_NO_PLACE = frozenset(
    [
        "quarter",
        "year",
        "month",
        "week",
        "level",
        "band",
        "tier",
        "grade",
        "class",
        "form",
        "scale",
        "team",
        "unit",
        "period",
        "stage",
        "key",
        "page",
        "section",
        "appendix",
        "annex",
        "paragraph",
        "part",
        "north",
        "south",
        "east",
        "west",
        "day",
        "age",
        "aged",
        "top",
        "over",
        "under",
        "about",
        "the",
        "for",
        "and",
        "were",
        "was",
        "with",
        "from",
        "schedule",
        "article",
        "form",
        "note",
        "ward",
        "room",
        "floor",
        "type",
        "category",
        "group",
        "set",
        "net",
        "all",
        "number",
        "total",
        "nos",
        "table",
        "figure",
        "chart",
        "may",
        "june",
        "july",
        "march",
        "april",
        "august",
        "version",
    ]
)
_PLURAL = re.compile(r"\b(?P<noun>[a-z]{3,14}?)(?P<ies>ies|s)\b")
_TWO = 2
_FAR = 8


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A run of labels: of what kind they are, how many there are, what its places are called, and where it stands."""

    kind: str
    count: int
    nouns: frozenset[str]
    span: Span


def _places(label: str) -> dict[str, int]:
    """Return which place a label names, by the kind that it may be of."""
    found: dict[str, int] = {}
    if label.isdecimal():
        found["number"] = int(label)
    if label in _WORDS:
        found["number"] = NUMBER_NAMED[label]
    if label in _ROMANS:
        found["roman"] = _ROMANS.index(label) + 1
    if len(label) == 1 and label.isalpha():
        found["letter"] = ord(label) - ord("a") + 1
    return found


def missing_places(context: Context) -> Iterator[tuple[Span, str]]:
    """Yield where words point at a place that none of the enumerations of that name has, and the label they use."""
    known = list(_enumerations(context))
    if not known:
        return
    for match in _named(context.passages.low, {noun for e in known for noun in e.nouns}):
        noun = match["noun"]
        if match["many"] or noun in _NO_PLACE:
            continue
        at = match.start("label")
        label = match["label"]
        if len(label) == 1 and label.isalpha() and not match["open"] and not context.text[at].isupper():
            continue
        near = [e for e in known if noun in e.nouns and not _stands_in(context, e, match)]
        if not near or any(_stands_in(context, e, match) for e in known if noun in e.nouns):
            continue
        held = [(e, place) for e in near for kind, place in _places(label).items() if kind == e.kind]
        if held and all(e.count < place <= e.count + _FAR for e, place in held):
            yield Span(match.start(), match.end()), label


def _named(low: str, nouns: set[str]) -> Iterator[re.Match[str]]:
    """Yield where a label stands behind one of the nouns; looked for at the nouns alone, which are few."""
    spots: set[int] = set()
    for noun in nouns - _NO_PLACE:
        at = low.find(noun)
        while at >= 0:
            if not at or not (low[at - 1].isalnum() or low[at - 1] == "_"):
                spots.add(at)
            at = low.find(noun, at + 1)
    for at in sorted(spots):
        match = _POINTS.match(low, at)
        if match is not None:
            yield match


def _stands_in(context: Context, one: Enumeration, match: re.Match[str]) -> bool:
    """Tell whether a match is itself one of the labels of an enumeration, at the beginning of its line."""
    line = context.passages.low.rfind("\n", 0, match.start()) + 1
    return (
        not context.passages.low[line : match.start()].strip(" \t*_#•|-")
        and one.span.start <= match.start() < one.span.end
    )


def _enumerations(context: Context) -> Iterator[Enumeration]:
    """Yield the enumerations of a text."""
    low = context.passages.low
    by_noun: dict[str, list[re.Match[str]]] = {}
    for match in _TITLED.finditer(low):
        if match["noun"] not in _NO_PLACE:
            by_noun.setdefault(match["noun"].removesuffix("s"), []).append(match)
    for noun, matches in by_noun.items():
        for kind, run in _runs(matches):
            if len(run) == len(matches):
                yield _of(kind, run, frozenset({noun}))
    for paragraph in context.passages.paragraphs:
        marks = list(_INLINE.finditer(low, paragraph.span.start, paragraph.span.end))
        nouns = _led_in(low[paragraph.span.start : marks[0].start()]) if marks else frozenset[str]()
        own = [m for m in marks if low[: m.start()].rstrip()[-16:].split(" ")[-1] not in nouns]
        for kind, run in _runs(own):
            yield _of(kind, run, nouns or _ANY)
        yield from _named_inside(paragraph.span, low)
    decision = context.record.section(SectionKind.DECISION)
    begin, end = (decision.span.start, decision.span.end) if decision is not None else (0, len(low))
    inside = [r.span for r in context.record.resolutions]
    for kind, run in _runs([m for m in _MARKED.finditer(low, begin, end) if not _is_resolution(inside, m)]):
        yield _of(kind, run, _led_in(low[max(begin, run[0].start() - 200) : run[0].start()]) or _ANY)
    numbers = [r.number for r in context.record.resolutions]
    if inside and numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        nouns = _led_in(low[max(begin, inside[0].start - 200) : inside[0].start]) | {"resolution", "decision"}
        yield Enumeration("number", len(numbers), nouns, Span(inside[0].start, inside[-1].end))


_ANY = frozenset({"option", "choice", "proposal", "request", "objective", "decision", "recommendation"})
"""What the places of a run that nothing leads in are most often called."""


def _named_inside(span: Span, low: str) -> Iterator[Enumeration]:
    """Yield the run of places told inside a sentence: "Site 1 was the depot, Site 2 the land and Site 3 the school"."""
    words = low[span.start : span.end]
    if " 2 " not in words and " b " not in words:
        return
    for noun in {m.group(1) for m in re.finditer(r"\b([a-z]{3,14}) (?:2|b) ", words)} - _NO_PLACE:
        marks = list(re.finditer(rf"\b{noun} (?P<label>\d{{1,2}}|[a-h]) (?=[a-z])", words))
        for kind, run in _runs(marks):
            if len(run) > _TWO and "." not in words[run[0].end() : run[-1].start()]:
                start = span.start + run[0].start()
                yield Enumeration(kind, len(run), frozenset({noun}), Span(start, span.start + run[-1].end()))


def _of(kind: str, run: Sequence[re.Match[str]], nouns: frozenset[str]) -> Enumeration:
    return Enumeration(kind, len(run), nouns, Span(run[0].start(), run[-1].end()))


def _is_resolution(inside: Sequence[Span], mark: re.Match[str]) -> bool:
    """Tell whether a mark at the beginning of a line is the number of a resolution."""
    return any(span.start - len(mark.group()) - 1 <= mark.start() < span.end for span in inside)


def _led_in(words: str) -> frozenset[str]:
    """Return the nouns, in the singular, by which the last sentence in front of a run calls what it counts off."""
    sentence = re.split(r"[.;]\s|\n\s*\n(?=\S)", re.sub(r"\(?\b\w{1,3}[.)]\s*$", "", words).rstrip(" \n"))[-1]
    found = ((m["noun"], m["ies"]) for m in _PLURAL.finditer(sentence) if m["noun"] not in _NO_PLACE)
    return frozenset(noun + ("y" if ending == "ies" else "") for noun, ending in found)


def _runs(marks: Sequence[re.Match[str]]) -> Iterator[tuple[str, Sequence[re.Match[str]]]]:
    """Yield the runs of labels that begin with the first of their kind, two at the least."""
    for kind in ("number", "letter", "roman"):
        run: list[re.Match[str]] = []
        for mark in marks:
            place = _places(mark["label"]).get(kind)
            if place == len(run) + 1:
                run.append(mark)
            elif place == 1:
                if len(run) >= _TWO:
                    yield kind, run
                run = [mark]
        if len(run) >= _TWO:
            yield kind, run
