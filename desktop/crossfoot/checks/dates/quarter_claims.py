"""What a record says in several places that its report is of: its quarter by number, by its end or by its months.

A title may name the quarter by its last day and the body by its number, a table by the months of its columns, a
sentence by "the previous quarter"; whatever they are told by, they must be one quarter. For rule 15.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.dates.reported import named_quarters
from crossfoot.checks.dates.stretches import stretches
from crossfoot.model import SectionKind, Span

_NAMES = "|".join(MONTHS)
_THREE, _FIRST, _ABOVE, _FAR = 3, 1500, 600, 60
_OWN = re.compile(r"\b(?:reports?|papers?|statement|information|results|review|account|digest)\b[a-z' ]{0,45}$")
"""Words in front of a quarter that make it the one reported on."""
_OTHERS = re.compile(
    r"\b(?:last|previous|next|following|preceding|earlier|future|would|will|had been|forecast|since|also|between)\b"
)
_TO = re.compile(
    r"\b(?:quarter|three months|3 months|quarterly [a-z]+)\b[a-z ]{0,25}?"
    r"\b(?:to|end(?:ed|ing|s)?(?: on)?) "
    rf"(?:the )?(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_NAMES})\b(?: (?P<year>\d{{4}}))?(?! to\b)"
)
_BEING = re.compile(
    r"\bquarter\b[^.;\d]{0,40}?\b(?:being|which (?:is|was)|that is|i\.e\.),? the "
    r"(?P<nth>first|second|third|fourth|last|final)(?: quarter)? (?:of|in) "
    rf"(?:[^.;]{{0,40}}?\bended(?: on)? (?:the )?(?:end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_NAMES})\b)?"
)
_RELATIVE = re.compile(
    r"\b(?P<which>previous|preceding|last|next|following|quarter before|quarter after)\b(?: quarter)?[\s,]*"
    rf"\(?\s*(?:that is,? |i\.e\. )?(?P<first>{_NAMES})(?: \d{{4}})? (?:to|-|–) (?P<last>{_NAMES})\b"
)
_END_OF = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{_NAMES})(?: \d{{4}})?[\s,(–-]+"
    r"(?:(?:which|that) (?:is|was) |being |that is,? |i\.e\. )?(?:the )?(?:end|close|last day) of (?:the )?"
    r"(?:(?P<word>first|second|third|fourth|final) quarter|(?:quarter |q)(?P<digit>[1-4]|one|two|three|four))\b"
)
_IN_IT = re.compile(r"\b(?:in|during|over|for) (?:the|this|that) quarter\b")
_LONGER = re.compile(r"\b(?:half|year|cumulative\w*|months|to date|so far|since)\b")
_NTH = {
    name: number
    for number, names in enumerate((("first", "one"), ("second", "two"), ("third", "three"), ("fourth", "four")), 1)
    for name in (*names, str(number))
} | {"last": 4, "final": 4}
_SHORT = re.compile(r"\s*(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:[ -]\d{2,4})?\s*")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A quarter that a report is said to be of, the year that it begins in where that is told, and the place."""

    number: int
    year: int | None
    span: Span


def claims(context: Context) -> Iterator[Outcome]:
    """Yield queries where a record says that its report is of two quarters, or gives months of another one."""
    low = context.passages.low
    if "quarter" not in low and re.search(r"\bq[1-4]\b", low) is None:
        return
    told = list(_claims(context))
    for other in told[1:]:
        if other.number != told[0].number or _years_apart(told[0], other):
            first, second = (" ".join(one.span.cut(context.text).split()) for one in (told[0], other))
            yield query(
                f"The report is of “{first}” in one place and of “{second}” in another; worth checking.",
                f"“{first}” against “{second}”",
                span=other.span,
                words=f"{first}|{second}",
            )
            break
    yield from _ends(context)
    yield from _relative(context, told)
    yield from _no_quarter(context)
    yield from _columns(context, told)


def _years_apart(one: _Claim, other: _Claim) -> bool:
    return one.year is not None and other.year is not None and one.year != other.year


def _claims(context: Context) -> Iterator[_Claim]:
    """Yield what the title and the first sentences on the report say that it is of."""
    quarters = list(named_quarters(context))
    low = context.passages.low
    head = context.record.section(SectionKind.TITLE)
    decision = context.record.section(SectionKind.DECISION)
    start = decision.span.start if decision else head.span.end if head else 0
    places = [head.span] if head else []
    places += [
        sentence.span
        for sentence in context.passages.sentences
        if start <= sentence.span.start < start + _FIRST
        and not (COMPARISON.search(sentence.low) or _OTHERS.search(sentence.low))
    ]
    for place in places:
        found = [_Claim(q.number, q.year, q.span) for q in quarters if place.contains(q.span)]
        for match in _TO.finditer(low, place.start, place.end):
            number = _ending(MONTHS.index(match["month"]) + 1)
            if number:
                year = int(match["year"]) - (number == 4) if match["year"] else None
                found.append(_Claim(number, year, Span(match.start(), match.end())))
        found += [
            _Claim(_NTH[match["nth"]], None, Span(match.start(), match.end()))
            for match in _BEING.finditer(low, place.start, place.end)
        ]
        if head is None or place is not head.span:
            found = [
                one
                for one in found
                if _OWN.search(low[max(place.start, one.span.start - _FAR) : one.span.start])
                or low[one.span.start : one.span.end].startswith("quarter under review")
            ]
        both = [
            _Claim(_ending(MONTHS.index(match["month"]) + 1), None, Span(match.start("month"), match.end()))
            for match in _BEING.finditer(low, place.start, place.end)
            if match["month"]
        ]
        found += [one for one in both if one.number]
        if both or len({one.number for one in found}) == 1:
            yield from sorted(found, key=lambda one: one.span.start)


def _ending(month: int) -> int:
    """Return the number of the quarter that ends with a month, or nought."""
    return (month // _THREE + 2) % 4 + 1 if month % _THREE == 0 else 0


def _months(number: int) -> list[int]:
    """Return the months of a quarter of the financial year, which begins in April."""
    return [(3 * number + step) % 12 + 1 for step in range(_THREE)]


def _ends(context: Context) -> Iterator[Outcome]:
    """Yield queries for a month that is called the end of a quarter and is not."""
    for found in _END_OF.finditer(context.passages.low):
        number = _NTH[found["digit"] or found["word"]]
        due = MONTHS[_months(number)[-1] - 1]
        if found["month"] != due:
            yield query(
                f"Quarter {number} of a financial year ends in {due.capitalize()}, but "
                f"{found['month'].capitalize()} is printed; worth checking.",
                f"quarter {number} ends in {due.capitalize()}",
                span=Span(found.start(), found.end()),
                words=found.group(),
            )


def _relative(context: Context, told: list[_Claim]) -> Iterator[Outcome]:
    """Yield queries for the months of "the previous quarter" that are not those before the quarter told of."""
    for found in _RELATIVE.finditer(context.passages.low):
        start = found.start() - 400
        before = [q.number for q in named_quarters(context) if start < q.span.end <= found.start()]
        number = before[-1] if before else told[0].number if told else 0
        if not number or "quarter" not in context.passages.low[max(0, found.start() - 12) : found.end()]:
            continue
        step = 1 if found["which"] in {"next", "following", "quarter after"} else -1
        due = _months((number + step - 1) % 4 + 1)
        printed = [MONTHS.index(found["first"]) + 1, MONTHS.index(found["last"]) + 1]
        if printed != [due[0], due[-1]] and (due[0] == printed[0] or (printed[1] - printed[0]) % 12 == _THREE - 1):
            words = " to ".join(MONTHS[month - 1].capitalize() for month in (due[0], due[-1]))
            yield query(
                f"The quarter {'after' if step > 0 else 'before'} is {words}, but “{found['first'].capitalize()} to "
                f"{found['last'].capitalize()}” is printed; worth checking.",
                f"{words}, beside quarter {number}",
                span=Span(found.start(), found.end()),
                words=found.group(),
            )


def _no_quarter(context: Context) -> Iterator[Outcome]:
    """Yield queries for months told of "in the quarter" that are more or fewer than three."""
    for sentence in context.passages.sentences:
        if not _IN_IT.search(sentence.low) or COMPARISON.search(sentence.low) or _LONGER.search(sentence.low):
            continue
        printed = stretches(sentence.low)
        if len(printed) == 1 and printed[0].count != _THREE:
            span = Span(printed[0].span.start + sentence.span.start, printed[0].span.end + sentence.span.start)
            words = " ".join(span.cut(context.text).split())
            yield query(
                f"“{words}” is told of a quarter, but is not three months; worth checking.",
                f"“{words}”, {printed[0].count} months",
                span=span,
                words=words,
            )


def _columns(context: Context, told: list[_Claim]) -> Iterator[Outcome]:
    """Yield queries for the three months that head a table and are not those of the quarter it is told of."""
    for table in context.passages.tables:
        heads = [_SHORT.fullmatch(head.lower()) for head in table.header]
        months = [
            next(n for n, name in enumerate(MONTHS, 1) if name.startswith(head["month"])) for head in heads if head
        ]
        if len(months) != _THREE:
            continue
        cell = next((figure for row in table.rows for figure in row if figure is not None), None)
        if cell is None:
            continue
        start = cell.span.start
        before = [q for q in named_quarters(context) if start - _ABOVE < q.span.end <= start]
        number = before[-1].number if before else told[0].number if told else 0
        due = _months(number) if number else months
        if months != due and (are_in_a_row(months) or len(set(months) & set(due)) == _THREE - 1):
            words = ", ".join(MONTHS[month - 1].capitalize() for month in months)
            yield query(
                f"Quarter {number} of a financial year is {MONTHS[due[0] - 1].capitalize()} to "
                f"{MONTHS[due[-1] - 1].capitalize()}, but the columns are {words}; worth checking.",
                f"{words} in quarter {number}",
                span=cell.span,
                words=words,
            )


def are_in_a_row(months: list[int]) -> bool:
    """Tell whether each month follows the one before it."""
    return all((b - a) % 12 == 1 for a, b in pairwise(months))
