"""Words that point at a place of the list just beside them which it does not have, for rule 30.

"(a) …; (b) …; and (c) … The Director accepted (k)", "A3. If the Trust fails in its duty under A9", "Choice 4" of two,
"priority vi" of four: the list is near and of the same make as the label, so it needs no name to be known by. A list
that a label only goes on with, "(d)" behind "(c)", is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.model import Span
from crossfoot.model.english import NUMBER_NAMED, numbers_named

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LABEL = r"\d{1,2}|[A-Za-z]|[ivx]{1,4}"
_BRACKETED = re.compile(rf"\((?<![\w)/]\()(?P<label>{_LABEL})\)")
_MARKED = re.compile(rf"^[ \t*_]*(?P<label>{_LABEL})[.)][ \t]+(?=\S)", re.MULTILINE)
_COUNTED = re.compile(r"^[ \t*_]*(?P<letter>[A-Z])(?P<label>\d{1,2})(?:[.):]|[ \t]-)?[ \t]+(?=[A-Z])", re.MULTILINE)
_NAMED = re.compile(
    r"(?:^[ \t*_#•|-]*|[.;:] )(?P<noun>[A-Z][a-z]{2,14})[ \t]+(?P<label>\d{1,2}|[A-Z]|[ivx]{1,4})[ \t*_]*"
    r"(?::|[–—-](?=\s)|\t|\)|\|)",
    re.MULTILINE,
)
_POINTER = re.compile(
    r" \((?<=[a-z] \()(?P<label>[A-Za-z]|[ivx]{1,4}|\d{1,2})\)"
    r"(?=\s+(?:above|below|is|was|were|has|had|would|will|without|with|should|alone|in|as|for)\b|[.,](?:\s|$))"
)
_BEFORE_POINTER = re.compile(
    r"\b(?:and|or|that|to|the|a|an|act|acts|regulations?|schedule|sections?|rules?|order|paragraphs?|article|minutes?"
    r"|resolutions?|part|clause|note|appendix|annex|table|least|councillors?|figures?)$|\d$",
    re.IGNORECASE,
)
"""Words in front of a label in brackets that make it an item, another text's or a remark."""
_LAW = re.compile(r"\b(?:act|regulations?|schedule|section|rules?|order|article|constitution|standing)\b")
_NO_NOUN = re.compile(
    r"quarter|year|month|week|level|band|tier|grade|class|form|scale|team|unit|period|key|page|appendix|annex|section"
    r"|paragraph|day|age|version|ward|room|floor|type|category|group|set|schedule|article|may|june|july|march|april"
    r"|august|number|no|item|minute"
)
_OTHERS = re.compile(r"\s*(?:of|in|to|from|at|under) (?:the|that|this|its|their|appendi\w+|annex|schedule)\b")
_NEAR, _LEAD, _REACH, _FEW, _FAR = 700, 170, 1500, 2, 9


@dataclass(frozen=True, slots=True)
class _List:
    """A list: how its labels look, of what kind they are, how many there are, and where it stands."""

    look: str
    kind: str
    count: int
    span: Span


def near_lists(context: Context) -> Iterator[tuple[Span, str]]:
    """Yield where words point at a place that the list beside them does not have, and the label they use."""
    text = context.text
    bracketed = list(_BRACKETED.finditer(text))
    lists = [*_runs("(", bracketed), *_runs("1.", list(_MARKED.finditer(text)))]
    if lists:
        yield from _by_brackets(text, lists)
        yield from _by_their_noun(text, context.passages.low, lists)
    yield from _by_name(text)
    yield from _by_letter_and_number(text)
    yield from _by_their_count(context)
    yield from _minutes_above(text, context.passages.low)


def _runs(look: str, marks: Sequence[re.Match[str]]) -> list[_List]:
    """Return the lists of two places or more that labels make, each begun by the first of its kind."""
    found: list[_List] = []
    for kind in ("number", "letter", "capital", "roman"):
        run: list[re.Match[str]] = []
        for mark in (*marks, None):
            place = _place(mark["label"], kind) if mark is not None else 1
            goes_on = run and mark is not None and place == len(run) + 1 and mark.start() - run[-1].end() < _REACH
            if goes_on and mark is not None:
                run.append(mark)
            elif place == 1:
                if len(run) >= _FEW:
                    found.append(_List(look, kind, len(run), Span(run[0].start(), run[-1].end())))
                run = [mark] if mark is not None else []
    return found


def _place(label: str, kind: str) -> int:
    """Return which place a label names among those of a kind, nought for none."""
    if kind == "number":
        return int(label) if label.isdecimal() else 0
    if kind == "roman":
        return _ROMANS.index(label) + 1 if label in _ROMANS else 0
    one = len(label) == 1 and label.isalpha() and label.isupper() is (kind == "capital")
    return ord(label.lower()) - ord("a") + 1 if one else 0


def _last_before(lists: Sequence[_List], at: int) -> list[_List]:
    """Return the lists that end just before a place, the nearest of each kind."""
    near: dict[str, _List] = {}
    for one in lists:
        if one.span.end <= at <= one.span.end + _NEAR and (
            one.kind not in near or near[one.kind].span.end < one.span.end
        ):
            near[one.kind] = one
    return list(near.values())


def _by_brackets(text: str, lists: Sequence[_List]) -> Iterator[tuple[Span, str]]:
    """Yield labels in brackets that lie more than one behind the end of the list just before them."""
    for match in _POINTER.finditer(text):
        front = text[max(0, match.start() - 60) : match.start()]
        if _BEFORE_POINTER.search(front) or _LAW.search(front.lower()):
            continue
        holding = [
            (one, place) for one in _last_before(lists, match.start()) if (place := _place(match["label"], one.kind))
        ]
        near = [(one, place) for one, place in holding if one.look == "(" or "\n" in text[one.span.end : match.start()]]
        pointed = match["label"].isalpha() or re.match(r"\s+(?:above|below)\b", text[match.end() :])
        if pointed and near and all(place > one.count + 1 for one, place in near):
            yield Span(match.start("label") - 1, match.end("label") + 1), match["label"]


_TO_PLACE = re.compile(
    r"\b(?P<noun>[a-z]{3,14}) (?P<label>\d{1,2}|[A-Z]|[ivx]{1,4})\b(?![\d%/]|[.,]\d|\s*(?:%|per cent|million)|[.)] )"
)


def _by_their_noun(text: str, low: str, lists: Sequence[_List]) -> Iterator[tuple[Span, str]]:
    """Yield "priority vi" where the list just above has fewer places and was led in as one of priorities."""
    for one in lists:
        lead = low[max(0, one.span.start - _LEAD) : one.span.start]
        for match in _TO_PLACE.finditer(text, one.span.end, min(len(text), one.span.end + _NEAR)):
            noun = match["noun"]
            place = _place(match["label"], one.kind)
            if (
                not one.count < place <= one.count + _FAR
                or _NO_NOUN.fullmatch(noun)
                or _OTHERS.match(text, match.end())
            ):
                continue
            if re.search(rf"\b{noun.removesuffix('y')}(?:s|ies|es)\b", lead) and not _place_is_held(
                lists, match.start(), place, one
            ):
                yield Span(match.start(), match.end()), match["label"]


def _place_is_held(lists: Sequence[_List], at: int, place: int, but: _List) -> bool:
    """Tell whether another list between this one and a place has it."""
    return any(
        other.kind == but.kind and other.count >= place and but.span.end <= other.span.start < at for other in lists
    )


def _by_name(text: str) -> Iterator[tuple[Span, str]]:
    """Yield "Choice 4" where the text sets out Choice 1 and Choice 2, each with a colon or a dash behind it."""
    by_noun: dict[str, list[re.Match[str]]] = {}
    for match in _NAMED.finditer(text):
        noun = match["noun"].lower()
        if not _NO_NOUN.fullmatch(noun):
            by_noun.setdefault(noun, []).append(match)
    for noun, matches in by_noun.items():
        if len(matches) < _FEW:
            continue
        for one in _runs(noun, matches):
            labels = {m["label"] for m in matches}
            begin, end = max(0, one.span.start - _NEAR), one.span.end + _NEAR
            for found in re.finditer(
                rf"\b(?i:{noun})s? (?P<label>\d{{1,2}}|[A-Z]|[ivx]{{1,4}})\b(?![\d%/]|[.,]\d|\s*(?::|[–—-]\s|%))",
                text[begin:end],
            ):
                place = _place(found["label"], one.kind)
                if place > one.count and found["label"] not in labels and not _OTHERS.match(text, begin + found.end()):
                    yield Span(begin + found.start(), begin + found.end()), found["label"]


def _by_letter_and_number(text: str) -> Iterator[tuple[Span, str]]:
    """Yield "under A9" where the paragraphs of the text are A1 to A3."""
    marks = list(_COUNTED.finditer(text))
    for letter in sorted({m["letter"] for m in marks}):
        own = [m for m in marks if m["letter"] == letter]
        for one in _runs(letter, own):
            begin, end = max(0, one.span.start - _NEAR), min(len(text), one.span.end + _NEAR)
            for found in re.finditer(
                rf"\b(?:under|in|at|by|of|see|to|with|paragraph) {letter}(?P<label>\d{{1,2}})\b", text[begin:end]
            ):
                if int(found["label"]) > len(own) and found["label"] not in {m["label"] for m in own}:
                    yield Span(begin + found.start(), begin + found.end()), f"{letter}{found['label']}"


_SO_MANY = re.compile(rf" (?P<count>{numbers_named(2, 8)}) (?P<noun>[a-z]{{3,14}}?)s\b")


def _by_their_count(context: Context) -> Iterator[tuple[Span, str]]:
    """Yield "Part D" of a paragraph that counts two parts and tells of Part A and Part B."""
    low = context.passages.low
    for counted in _SO_MANY.finditer(low):
        noun, count = counted["noun"], NUMBER_NAMED[counted["count"]]
        stop = low.find("\n\n", counted.end())
        end = stop if stop >= 0 else len(low)
        if noun not in low[counted.end() : end] or _NO_NOUN.fullmatch(noun):
            continue
        named = re.compile(rf"\b(?i:{noun}) (?P<label>\d|[A-Z])\b(?![\d%/]|[.,]\d|\s*%)")
        found = list(named.finditer(context.text, counted.end(), end))
        for kind in ("number", "capital"):
            places = [_place(match["label"], kind) for match in found]
            if places[:_FEW] == [1, 2] and max(places) > count:
                match = found[places.index(max(places))]
                yield Span(match.start(), match.end()), match["label"]


_MINUTE = re.compile(r"^[ \t*_]*(?:minute )?(?P<label>\d{2,3})(?:/\d{2})?[.)]?[ \t]+(?=[A-Z*_])", re.MULTILINE)
_TO_MINUTE = re.compile(r"\bminutes?(?: nos?\.?| number)? (?P<label>\d{2,3}) (?:above|below)\b")


def _minutes_above(text: str, low: str) -> Iterator[tuple[Span, str]]:
    """Yield "minute 374 above" where the minutes are numbered and none of them has that number."""
    pointed = list(_TO_MINUTE.finditer(low)) if "minute" in low else []
    numbers = [int(m["label"]) for m in _MINUTE.finditer(text)] if pointed else []
    if any(b == a + 1 for a, b in pairwise(numbers)):
        for match in pointed:
            if int(match["label"]) not in numbers:
                yield Span(match.start(), match.end()), match["label"]
