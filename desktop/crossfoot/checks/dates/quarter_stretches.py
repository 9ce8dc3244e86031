"""Stretches beside a named quarter, for rule 15: "for the second quarter. Between 1 April and 30 June 2013 …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.dates.reported import Named, named_quarters
from crossfoot.checks.dates.stretches import Stretch, stretches
from crossfoot.model import Span

_THREE = 3
_FAR = 160
"""How far, in characters, a stretch may stand from the quarter that it is told of."""
_APPOSED = re.compile(r"[\s,:]*[(–—:-]\s*(?:i\.e\.\s*|that is,?\s*|covering\s*|from\s*|the\s*)*$")
_ELSEWHERE = re.compile(
    r"\b(?:preceding|following|next|then|later|until|forecast|expected|will|would|also|whereas|while|but|due|ends?"
    r"|began|begins?|second phase|between times)\b"
)
_FROM_LAST = re.compile(r"\bfrom (?:the )?$")
_THAT_IS = re.compile(r"[\s,(–-]*(?:(?:which (?:is|was)|being|that is,?|i\.e\.) )?(?:the )?")
_QUARTER_BEHIND = re.compile(r"\s*quarters?\b[\s,]*[(–—-]?\s*$")


def stretches_beside(context: Context, known: Collection[Span]) -> Iterator[Outcome]:
    """Say whether the stretch that a text sets beside the one quarter it names is that quarter.

    Beside is: in brackets or behind a dash, in front of the word "quarter", or, for three months, in the same sentence
    or the next one of the paragraph. Places in ``known`` were spoken of before. A quarter is one of the financial year
    that begins in April. Source: rule 15 of the list of checks.
    """
    quarters = list(named_quarters(context))
    for paragraph in context.passages.paragraphs:
        named = [q for q in quarters if paragraph.span.contains(q.span)]
        if len({(q.number, q.year) for q in named}) != 1:
            continue
        printed = [
            Stretch(
                s.first, s.count, s.year, Span(s.span.start + paragraph.span.start, s.span.end + paragraph.span.start)
            )
            for s in stretches(context.passages.low[paragraph.span.start : paragraph.span.end])
        ]
        if any(_agrees(named[0], s) for s in printed):
            for stretch in [s for s in printed if _agrees(named[0], s)][:1]:
                if not any(stretch.span.overlaps(k) for k in known):
                    yield holds(
                        "The months are those of the quarter.",
                        f"quarter {named[0].number} is {_words(_of_quarter(named[0].number))}, holds",
                        span=_both(named[0], stretch),
                    )
            continue
        for quarter in named[:1]:
            for stretch in printed:
                if any(stretch.span.overlaps(k) for k in known) or not _belongs(context, quarter, stretch, printed):
                    continue
                span = _both(quarter, stretch)
                months = context.text[stretch.span.start : stretch.span.end]
                yield query(
                    f"Quarter {quarter.number} of a financial year is {_words(_of_quarter(quarter.number))}, but "
                    f"“{' '.join(months.split())}” is printed; worth checking.",
                    f"quarter {quarter.number} is {_words(_of_quarter(quarter.number))}, "
                    f"{' '.join(months.split())} is printed",
                    span=span,
                    words=" ".join(span.cut(context.text).split()),
                )


def _belongs(context: Context, quarter: Named, stretch: Stretch, printed: Sequence[Stretch]) -> bool:
    """Tell whether a stretch is meant to be the quarter named beside it."""
    low = context.passages.low
    behind = stretch.span.start >= quarter.span.end
    between = low[quarter.span.end : stretch.span.start] if behind else low[stretch.span.end : quarter.span.start]
    if behind and _APPOSED.fullmatch(between):
        return stretch.count <= 6
    if not behind and (_QUARTER_BEHIND.fullmatch(between) or _THAT_IS.fullmatch(between)):
        return True
    compared = re.search(r"\bthan\b|\bfrom\b", low[max(0, quarter.span.start - 40) : quarter.span.start])
    if (
        not behind
        or compared
        or stretch.count != _THREE
        or len(printed) > 1
        or len(between) > _FAR
        or between.count(". ") > 1
    ):
        return False
    front = low[max(0, stretch.span.start - 45) : stretch.span.start]
    if COMPARISON.search(_FROM_LAST.sub("", between)) or COMPARISON.search(_FROM_LAST.sub("", front.split(". ")[-1])):
        return False
    ahead = re.search(r"\bquarter", between)
    return not _ELSEWHERE.search(between) and ahead is None and ";" not in between


def _both(quarter: Named, stretch: Stretch) -> Span:
    return Span(min(quarter.span.start, stretch.span.start), max(quarter.span.end, stretch.span.end))


def _of_quarter(number: int) -> tuple[int, int]:
    """Return the first and last month of a quarter of the financial year."""
    return (3 * number) % 12 + 1, (3 * number + 2) % 12 + 1


def _words(months: tuple[int, int]) -> str:
    return f"{MONTHS[months[0] - 1].capitalize()} to {MONTHS[months[1] - 1].capitalize()}"


def _agrees(quarter: Named, stretch: Stretch) -> bool:
    """Tell whether a stretch is the quarter; a year is compared where both print one."""
    if (stretch.first, stretch.last) != _of_quarter(quarter.number) or stretch.count != _THREE:
        return False
    return quarter.year is None or stretch.year is None or stretch.year == quarter.year + (quarter.number == 4)
