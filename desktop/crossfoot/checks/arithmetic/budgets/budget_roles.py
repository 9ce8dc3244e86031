"""Budget, outturn and variance by the part that each of three amounts plays in its own clause, in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Qualifier, Unit

Triple = tuple[Figure, Figure, Figure]

_ROLES = (
    (
        "variance",
        re.compile(
            r"\b(?:over|under|savings?|saved|differences?|variances?|slippage|excess|more than|less than|surplus"
            r"|shortfall"
            r"|pressures?|over-?\s?sp[ea]n[dt]\w*|under-?\s?sp[ea]n[dt]\w*|unspent|overrun|unused|short of"
            r"|left over|above|below"
            r"|exceed\w*|deficit|variation|headroom|to spare)\b"
        ),
    ),
    (
        "budget",
        re.compile(
            r"\b(?:budget(?:ed)?|allow(?:ed|ance)|allocat\w+|set aside|approved|provid(?:ed|ing)|provision"
            r"|cash limit|estimate[ds]?"
            r"|planned|programme|authoris\w+|earmarked|agreed|limit|target|voted|granted|put by|reserved|intended"
            r"|profiled)\b"
        ),
    ),
    (
        "outturn",
        re.compile(
            r"\b(?:spen[dt]|spending|cost\w*|came (?:out|in|to)|bills?|actuals?|out-?turn|expenditure|forecast"
            r"|projected|paid"
            r"|recorded|invoice[ds]?|used|charged|laid out|outlay|expected|final figure|predicted|likely)\b"
        ),
    ),
)
_BREAK = re.compile(
    r"[,;:.(]|\b(?:when|where|against|and|but|while|whereas|which|so|compared|as|than|with|leaving|giving|making|out of"
    r"|producing|resulting|although|though)\b"
)
_TIES_BACK = re.compile(
    r"\s*(?:was|were|had|has|have|is|being|of|for|on|in|to|more|less|over|under|above|below|short|un)\b"
)
_OTHER = re.compile(
    r"\b(?:last year|previous year|year before|brought forward|per (?:week|head|place|hour|day)"
    r"|each|a week"
    r"|cumulative|reserves? of|grant of|of which|including|made up)\b"
)
_LIKE = 3
_THREE = 3


def budget_triples(context: Context) -> Iterator[Triple]:
    """Yield budget, outturn and variance where three amounts stand alone and their own words give each another part.

    Read are one, two or three sentences of a paragraph, and lines under each other that hold one amount each.
    """
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row:
            continue
        for size in range(1, _THREE + 1):
            for start in range(len(paragraph.sentences) - size + 1):
                window = paragraph.sentences[start : start + size]
                amounts = [f for s in window for f in s.figures if f.unit is Unit.GBP]
                if window[0].figures and window[-1].figures and len(amounts) == _THREE:
                    yield from _by_role(context, amounts, window[0].span.start, window[-1].span.end)
    lines = [p for p in context.passages.paragraphs if p.kind != "text" or len(p.figures) == 1]
    for trio in zip(lines, lines[1:], lines[2:], strict=False):
        alone = all(len(line.figures) == 1 and line.figures[0].unit is Unit.GBP for line in trio)
        if (
            alone
            and all(b.index - a.index == 1 for a, b in pairwise(trio))
            and all(len(line.sentences) == 1 for line in trio)
        ):
            names = [context.passages.low[line.span.start : line.figures[0].span.start] for line in trio]
            yield from _ordered([(line.figures[0], _role(name)) for line, name in zip(trio, names, strict=True)])


def _by_role(context: Context, amounts: Sequence[Figure], start: int, end: int) -> Iterator[Triple]:
    low = context.passages.low
    if _OTHER.search(low[start:end]):
        return
    words = ["", "", ""]
    words[0] = low[start : amounts[0].span.start]
    for index, (first, second) in enumerate(pairwise(amounts)):
        back, front = _parted(low[first.span.end : second.span.start])
        words[index] += f" {back}"
        words[index + 1] = front
    words[-1] += " " + re.split(r"[,;.]", low[amounts[-1].span.end : end])[0]
    yield from _ordered([(figure, _role(said)) for figure, said in zip(amounts, words, strict=True)])


def _parted(gap: str) -> tuple[str, str]:
    """Return the words between two amounts as those that belong to the first and those that lead to the second."""
    stop = _BREAK.search(gap)
    if stop is not None:
        return gap[: stop.start()], gap[stop.start() :]
    return (gap, "") if _TIES_BACK.match(gap) else ("", gap)


def _role(words: str) -> str | None:
    """Return the part that an amount plays by its own words; the variance's word is told before all others."""
    named = [name for name, pattern in _ROLES if pattern.search(words)]
    return named[0] if named and (named[0] == "variance" or len(named) == 1) else None


def _ordered(told: Sequence[tuple[Figure, str | None]]) -> Iterator[Triple]:
    """Yield the three amounts as budget, outturn and variance where each has its own part and sizes allow it.

    One amount without a word of its own takes the part that is left. What is missed must be missed by a slip.
    """
    roles = [role for _, role in told]
    left = {"budget", "outturn", "variance"} - set(roles)
    if roles.count(None) == 1 and len(left) == 1 and "variance" not in left:
        roles[roles.index(None)] = left.pop()
    if set(roles) != {"budget", "outturn", "variance"}:
        return
    by_role = {role: figure for (figure, _), role in zip(told, roles, strict=True)}
    budget, outturn, variance = by_role["budget"], by_role["outturn"], by_role["variance"]
    plain = all(f.qualifier is Qualifier.NONE and f.value > 0 for f in (budget, outturn, variance))
    of_a_size = budget.value <= outturn.value * _LIKE and outturn.value <= budget.value * _LIKE
    apart = abs(budget.value - outturn.value)
    fits = (reach(budget) - reach(outturn)).size().meets(reach(variance)) or is_slip(variance, apart)
    if (
        plain
        and of_a_size
        and fits
        and variance.value < min(budget.value, outturn.value)
        and _of_one_year(budget, outturn)
    ):
        yield budget, outturn, variance


def _of_one_year(budget: Figure, outturn: Figure) -> bool:
    a, b = budget.period, outturn.period
    return a is None or b is None or (b.start <= a.end and a.start <= b.end)
