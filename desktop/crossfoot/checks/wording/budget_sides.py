"""On which side of a budget an amount is said to lie, against the same amount told elsewhere and against its own sum.

One amount cannot be an overspend in the report and an underspend in the resolution, a surplus in the text and a deficit
in the table. And "£0.3m less than the £5.2m set aside" goes by what was spent just before, where the three make a
difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Table
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.wording import value_words

_OVER = r"over-?\s?spen\w+|overspen\w+|pressure|over budget|adverse variance|overrun"
_UNDER = r"under-?\s?spen\w+|underspen\w+|saving|under budget|favourable variance"
_SURPLUS, _DEFICIT = r"surplus", r"deficit|shortfall"
_WORDS = (("over", _OVER), ("under", _UNDER), ("surplus", _SURPLUS), ("deficit", _DEFICIT))
_FRONT = tuple(
    (side, re.compile(rf"\b(?:{words})(?: (?:of|was|is|to be|at|by|being|now|stands at|estimated at))*\s+£?$"))
    for side, words in _WORDS
)
_BEHIND = tuple((side, re.compile(rf"^\s*(?:[a-z]+ )?(?:{words})\b(?! (?:of|by) £)")) for side, words in _WORDS)
_CONTRARY = {"over": "under", "under": "over", "surplus": "deficit", "deficit": "surplus"}
_SIGNED = re.compile(r"\(surplus\)\s*/?\s*deficit|\bdeficit\s*/?\s*\(surplus\)")
_SPOKEN = re.compile(r"\b(?:instead of|rather than|turned? (?:into|from)|previous\w*|had been|earlier|last year|not)\b")
_SURE, _SHARED = 3, 2
_ANY: frozenset[str] = frozenset({"(surplus) / deficit"})
"""Stands for the words of a row that gives surpluses and deficits by their sign."""
_LESS = re.compile(
    r"^\s*(?:(?P<down>less|fewer|below|under|lower|short of)|(?P<up>more|above|over|higher|in excess of))(?: than)?"
    r"(?: (?:the|its|their|our|a|what|that|budget|estimate|provision|allocation|sum|amount|of|approved"
    r"|original)){0,5}\s*£?$"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount with the side of a budget on which the words put it, and the words of its sentence."""

    figure: Figure
    side: str
    words: frozenset[str]


def budget_sides(context: Context) -> Iterator[Outcome]:
    """Yield amounts that the record puts on both sides of a budget, and those on the wrong side of a difference."""
    amounts = [f for f in context.figures if f.unit is Unit.GBP and f.qualifier is not Qualifier.AVERAGE]
    told = [one for f in amounts if (one := _told(context, f)) is not None]
    told += [_Told(f, side, _ANY) for table in context.passages.tables for f, side in _variances(table)]
    for first, second in combinations(told, 2):
        if _CONTRARY[first.side] == second.side and _one_amount(first, second):
            yield query(
                f"{value_words(abs(first.figure.value), Unit.GBP)} is called “{first.side}” here and “{second.side}” "
                "there; worth checking which is meant.",
                f"“{first.side}” ",
                first.figure,
                f", “{second.side}” ",
                second.figure,
            )
            break
    yield from _differences(context)


def _told(context: Context, figure: Figure) -> _Told | None:
    """Return an amount with the one side that its words or its row name, or None."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or _SPOKEN.search(context.passages.before(figure, 50)):
        return None
    if context.passages.paragraphs[sentence.paragraph].is_row:
        signed = _SIGNED.search(sentence.low) is not None and figure.value != 0
        return _Told(figure, "surplus" if figure.value < 0 else "deficit", _ANY) if signed else None
    front, behind = context.passages.before(figure, 60), context.passages.after(figure, 40)
    sides = {side for side, pattern in _FRONT if pattern.search(front)}
    sides = sides or {side for side, pattern in _BEHIND if pattern.match(behind)}
    if len(sides) != 1:
        return None
    return _Told(figure, next(iter(sides)), content_words(sentence.low))


_PLANNED = re.compile(r"\b(?:budget|estimate|plan|approved|allocation)")
_SPENT = re.compile(r"\b(?:outturn|out-turn|forecast|actual|spen[dt]|projected|projection|expected)")


def _variances(table: Table) -> Iterator[tuple[Figure, str]]:
    """Yield the differences that rows of a table give behind a budget and what was spent, with their side of it."""
    title = " ".join(table.header).lower()
    planned, spent = _PLANNED.search(title), _SPENT.search(title)
    if planned is None or spent is None or planned.start() > spent.start():
        return
    for row in table.rows:
        cells = [f for f in row[1:] if f is not None and f.unit is Unit.GBP]
        for budget, outturn, apart in zip(cells, cells[1:], cells[2:], strict=False):
            if apart.value and abs(outturn.value - budget.value) == abs(apart.value):
                yield apart, "over" if outturn.value > budget.value else "under"


def _one_amount(first: _Told, second: _Told) -> bool:
    """Tell whether two amounts are most likely one: alike to many digits, or to few and told in the same words."""
    if abs(first.figure.value) != abs(second.figure.value):
        return False
    signed = first.words is _ANY or second.words is _ANY
    digits = len(first.figure.value.normalize().as_tuple().digits)
    return digits >= _SURE or (digits == _SHARED and (signed or len(first.words & second.words) > _SHARED))


def _differences(context: Context) -> Iterator[Outcome]:
    """Yield whether an amount that is told as so much less, or more, than another goes by the one before them."""
    for sentence in context.passages.sentences:
        for apart, other in zip(sentence.figures, sentence.figures[1:], strict=False):
            said = _LESS.match(context.passages.between(apart, other))
            if said is None or {apart.unit, other.unit} != {Unit.GBP}:
                continue
            before = [f for f in sentence.figures if f.span.end <= apart.span.start]
            previous = context.passages.previous(sentence)
            if not before and previous is not None and previous.paragraph == sentence.paragraph:
                before = list(previous.figures)
            value = before[-1] if before else None
            if value is None or value.unit is not Unit.GBP or value.value == other.value:
                continue
            if not (reach(value) - reach(other)).size().meets(reach(apart).size()):
                continue
            down = said["down"] is not None
            word = said["down"] or said["up"]
            working: tuple[Figure | str, ...] = (value, f" is “{word}” ", other, " by ", apart)
            if (value.value < other.value) is down:
                yield holds(f"“{word}” agrees with the amounts.", *working, ", holds")
            else:
                yield query(
                    f"The text says “{word}”, but the amounts are {value_words(value.value, Unit.GBP)} and "
                    f"{value_words(other.value, Unit.GBP)}; worth checking.",
                    *working,
                )
