"""On which side of a budget an amount is said to lie, against the same amount told elsewhere and against its own sum.

One amount cannot be an overspend in the report and an underspend in the resolution, a surplus in the text and a deficit
in the table. And "£0.3m less than the £5.2m set aside" goes by what was spent just before, where the three make a
difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.model import Figure, Qualifier, Unit
from crossfoot.model.wording import value_words

_OVER = (
    r"over (?:the |its )?cash limit|in excess of (?:the |its )?(?:cash limit|budget)"
    r"|over-?\s?spen\w+|overspen\w+|pressure|over budget|adverse variance|overrun"
)
_UNDER = (
    r"(?:within|inside) (?:the |its )?(?:cash limit|budget)"
    r"|under-?\s?spen\w+|underspen\w+|saving|under budget|favourable variance"
)
_SURPLUS, _DEFICIT = r"surplus", r"deficit|shortfall"
_WORDS = (("over", _OVER), ("under", _UNDER), ("surplus", _SURPLUS), ("deficit", _DEFICIT))
_FRONT = tuple(
    (
        side,
        re.compile(
            rf"\b(?:{words})(?: (?:of|was|is|to be|at|by|being|now|stands at|estimated at))*\s+£?$"
            rf"|\b(?:{words})(?: (?:at|in|for) [a-z]+(?: \d{{1,2}})?)?:\s*£?$"
        ),
    )
    for side, words in _WORDS
)
_BEHIND = tuple((side, re.compile(rf"^\s*(?:[a-z]+ )?(?:{words})\b(?! (?:of|by) £)")) for side, words in _WORDS)
_CONTRARY = {"over": "under", "under": "over", "surplus": "deficit", "deficit": "surplus"}
_SIGNED = re.compile(r"\(surplus\)\s*/?\s*deficit|\bdeficit\s*/?\s*\(surplus\)")
_SPOKEN = re.compile(r"\b(?:instead of|rather than|turned? (?:into|from)|previous\w*|had been|earlier|last year|not)\b")
_SURE, _SHARED, _MANY = 3, 2, 5
_ANY: frozenset[str] = frozenset({"(surplus) / deficit"})
"""Stands for the words of a row that gives surpluses and deficits by their sign."""
_LESS = re.compile(
    r"^\s*(?:(?P<down>less|fewer|below|under|lower|short of)|(?P<up>more|above|over|higher|in excess of))(?: than)?"
    r"(?: (?:the|its|their|our|a|what|that|budget|estimate|provision|allocation|sum|amount|of|approved"
    r"|original)){0,5}\s*£?$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An amount with the side of a budget on which the words put it, and the words of its sentence."""

    figure: Figure
    side: str
    words: frozenset[str]


def budget_sides(context: Context) -> Iterator[Outcome]:
    """Yield amounts that the record puts on both sides of a budget, and those on the wrong side of a difference."""
    amounts = [f for f in context.figures if f.unit is Unit.GBP and f.qualifier is not Qualifier.AVERAGE]
    told = [one for f in amounts if (one := side_told(context, f)) is not None]
    told += [Told(f, side, _ANY) for table in context.passages.tables for f, side in _variances(table)]
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
    yield from _plainly_beside(context)
    yield from _profits(context)
    for table in context.passages.tables:
        yield from _in_cells(table)
    for sentence in context.passages.sentences:
        if sentence.figures and not context.passages.paragraphs[sentence.paragraph].is_row:
            yield from _three(context, sentence)


def side_told(context: Context, figure: Figure) -> Told | None:
    """Return an amount with the one side that its words or its row name, or None."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or _SPOKEN.search(context.passages.before(figure, 50)):
        return None
    if context.passages.paragraphs[sentence.paragraph].is_row:
        signed = _SIGNED.search(sentence.low) is not None and figure.value != 0
        return Told(figure, "surplus" if figure.value < 0 else "deficit", _ANY) if signed else None
    front, behind = context.passages.before(figure, 60), context.passages.after(figure, 40)
    sides = {side for side, pattern in _FRONT if pattern.search(front)}
    sides = sides or {side for side, pattern in _BEHIND if pattern.match(behind)}
    if len(sides) != 1:
        return None
    return Told(figure, next(iter(sides)), content_words(sentence.low))


_PLANNED = re.compile(r"\b(?:budget|estimate|plan|approved|allocation)")
_SPENT = re.compile(r"\b(?:outturn|out-turn|forecast|actual|spen[dt]|expenditure|projected|projection|expected)")


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


def variance_columns(context: Context) -> Iterator[Outcome]:
    """Yield the row whose last amount alone is not the difference of the two before it, as it is in the other rows."""
    for table in context.passages.tables:
        rows = [[f for f in row[1:] if f is not None] for row in table.rows]
        full = [row for row in rows if len(row) >= _SURE]
        headed = _HEADED.search(" ".join(table.header).lower()) is not None
        if len(full) < (_SURE if headed else _MANY):
            continue  # four rows that hold need no heading that says what they are
        width = min(len(row) for row in full)
        for at in range(width - _SHARED):
            three = [row[at : at + _SURE] for row in full if len(row) == width]
            plain = [cells for cells in three if {f.unit for f in cells} == {Unit.GBP}]
            wrong = [cells for cells in plain if not _is_difference(*cells)]
            if len(plain) >= _SURE and len(wrong) == 1 and len(plain) - 1 > _SHARED:
                first, second, apart = wrong[0]
                due = value_words(abs(second.value - first.value), apart.unit)
                yield query(
                    f"The two amounts differ by {due}, but {value_words(abs(apart.value), apart.unit)} is printed, "
                    "and the other rows hold; worth checking.",
                    first,
                    " and ",
                    second,
                    f" differ by {due}, ",
                    apart,
                    " is printed",
                )


_HEADED = re.compile(r"\b(?:variance|over|under|difference|change|movement|\(?under\)?spend)")


def _is_difference(first: Figure, second: Figure, apart: Figure) -> bool:
    """Tell whether an amount is the difference of two others, as far as they are printed."""
    return (reach(first) - reach(second)).size().meets(reach(apart).size())


def _one_amount(first: Told, second: Told) -> bool:
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


_BESIDE = re.compile(
    r"^[^.;£]*?\b(?:was|were|is|came out|stood|ended|finished|will be|is expected to be)\s+(?:[a-z]+ ){0,2}?"
    r"(?:(?P<up>above|over|more than|higher than|in excess of)|(?P<down>below|under|less than|lower than|short of))\s+"
    r"(?:(?:the|its|their|our|what|budget|estimate|sum|amount|of|approved|original|revised)\s+)*£?$"
)
_OF_MONEY = re.compile(r"\b(?:spen[dt]\w*|cost|costs|outturn|expenditure|income|receipts|bill|fees|takings)\b")
_FAR = 90


def _plainly_beside(context: Context) -> Iterator[Outcome]:
    """Yield whether "Spending of £2.3m was above the £2.2m that had been set" goes by the two amounts."""
    for sentence in context.passages.sentences:
        money = [f for f in sentence.figures if f.unit is Unit.GBP]
        if len(money) < _SHARED or not _OF_MONEY.search(sentence.low):
            continue
        for value, other in zip(sentence.figures, sentence.figures[1:], strict=False):
            gap = context.passages.between(value, other)
            said = _BESIDE.match(gap) if {value.unit, other.unit} == {Unit.GBP} and len(gap) <= _FAR else None
            front = f"{context.passages.before(value, 60)} {gap}"
            if said is None or not _OF_MONEY.search(front) or value.value == other.value:
                continue
            if Qualifier.NONE is not value.qualifier or reach(value).meets(reach(other)):
                continue
            word, up = said["up"] or said["down"], said["up"] is not None
            working: tuple[Figure | str, ...] = (value, f" is “{word}” ", other)
            if (value.value > other.value) is up:
                yield holds(f"“{word}” agrees with the amounts.", *working, ", holds")
            else:
                yield query(
                    f"The text says “{word}”, but the amounts are {value_words(value.value, Unit.GBP)} and "
                    f"{value_words(other.value, Unit.GBP)}; worth checking.",
                    *working,
                )


def _profits(context: Context) -> Iterator[Outcome]:
    """Yield whether "made a profit" or "a loss" goes by the sales and the costs of the same sentence."""
    for sentence in context.passages.sentences:
        money = [f for f in sentence.figures if f.unit is Unit.GBP]
        profit, loss = _PROFIT.search(sentence.low), _LOSS.search(sentence.low)
        if len(money) != _SHARED or (profit is None) is (loss is None):
            continue
        sales = [f for f in money if _SALES.search(context.passages.before(f, 40))]
        costs = [f for f in money if _COSTS.search(context.passages.before(f, 40)) and f not in sales]
        if len(sales) != 1 or len(costs) != 1 or reach(sales[0]).meets(reach(costs[0])):
            continue
        word = profit.group() if profit else loss.group() if loss else ""
        working: tuple[Figure | str, ...] = (sales[0], " taken, ", costs[0], f" spent: “{word}”")
        if (sales[0].value > costs[0].value) is (profit is not None):
            yield holds(f"“{word}” agrees with the amounts.", *working, ", holds")
        else:
            yield query(f"“{word}” does not go with what was taken and spent; worth checking.", *working)


_CELL_SIDE = re.compile(rf"\b(?:(?P<up>over\b|{_OVER})|(?P<down>under\b|{_UNDER}))")


def _in_cells(table: Table) -> Iterator[Outcome]:
    """Yield whether the words in a cell, "Underspend £17,000", go by the budget and the spending of its row."""
    title = " ".join(table.header).lower()
    planned, spent = _PLANNED.search(title), _SPENT.search(title)
    if planned is None or spent is None or planned.start() > spent.start():
        return
    for row, words in zip(table.rows, table.words, strict=False):
        for at in range(_SHARED + 1, min(len(row), len(words))):
            budget, outturn, apart = row[at - 2], row[at - 1], row[at]
            said = _CELL_SIDE.search(words[at].lower())
            if budget is None or outturn is None or apart is None or said is None or budget.value == outturn.value:
                continue
            if {budget.unit, outturn.unit, apart.unit} != {Unit.GBP} or not _is_difference(budget, outturn, apart):
                continue
            working: tuple[Figure | str, ...] = (budget, " and ", outturn, f": “{said.group()}” by ", apart)
            if (outturn.value > budget.value) is (said["up"] is not None):
                yield holds("The word for the variance agrees with the amounts.", *working, " holds")
            else:
                yield query(
                    f"“{said.group()}” does not go with a budget of {value_words(budget.value, Unit.GBP)} and "
                    f"{value_words(outturn.value, Unit.GBP)} spent; worth checking.",
                    *working,
                )


_PLAN = re.compile(
    r"\b(?:budget\w*|planned|plan|estimate\w*|approved|contract sum|provision|allocat\w+|allowed|set aside|target"
    r"|against|expected|provided for|forecast at the start|tender)\b[^.;£]{0,40}£?$|\bagainst\s+£?$"
)
_PLAN_BEHIND = re.compile(
    r"^\s*(?:had been |was |were |in the |of the |which (?:had been|was) )*(?:budget\w*|planned|allowed|set aside)\b"
)
_SPENT_FRONT = re.compile(
    r"\b(?:spen[dt]\w*|spending|cost|costs|outturn|actual\w*|final account|came to|came in at|delivered|achieved"
    r"|received|taken|raised|collected|earned|brought in|took in|receipts|income|takings|proceeds|sales|expects? to|at"
    r"|bill|paid)\b[^.;£]{0,30}£?$"
)
_SPENT_BEHIND = re.compile(
    r"^\s*(?:was |were |had been )?(?:delivered|achieved|received|spent|raised|collected|taken|earned|saved)\b"
)
_INCOME = re.compile(
    r"\b(?:income|receipts?|sales|fees|takings|savings|permits|rents?|charges|delivered(?! for)|raised|grants? received"
    r"|earned|brought in|proceeds)\b"
)
_NUMERIC_UP = re.compile(r"\b(?:higher|more|above|over|in excess|exceed\w*|an excess)\b")
_NUMERIC_DOWN = re.compile(r"\b(?:lower|less|below|under|short|a shortfall|shortfall)\b")
_GOOD = re.compile(r"\b(?:better|favourable|an? improvement|a saving)\b")
_BAD = re.compile(r"\b(?:worse|adverse|unfavourable|a pressure)\b")
_SALES, _COSTS = (
    re.compile(r"\b(?:sales|income|receipts|takings|earned)\b[^.;£]{0,25}£?$"),
    re.compile(r"\b(?:costs?|expenditure|spending|outgoings)\b[^.;£]{0,25}£?$"),
)
_PROFIT, _LOSS = re.compile(r"\b(?:profit|surplus)\b"), re.compile(r"\b(?:loss|deficit)\b")


def _three(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether the word for a difference goes by the plan and what was spent or taken, told around it."""
    before = context.passages.previous(sentence)
    figures = sentence.figures
    if len(figures) < _SURE and before is not None and before.paragraph == sentence.paragraph:
        figures = (*before.figures, *figures)
    if len(figures) != _SURE or any(f.unit is not Unit.GBP for f in figures):
        return
    for apart in figures:
        if _THAN_IT.search(context.passages.before(apart, 12)):
            continue  # "£64,000 better than the £310,000" is no difference, but what it is set against
        first, second = (f for f in figures if f is not apart)
        if first.value == second.value or not (reach(first) - reach(second)).size().meets(reach(apart).size()):
            continue
        told = _plan_and_spent(context, first, second) or _plan_and_spent(context, second, first)
        word = _clause(context, apart)
        if told is None:
            continue
        planned, spent, sales = told
        way = _way_told(word, income=_INCOME.search(_around(context, figures)) is not None, sales=sales)
        if way is None:
            continue
        working: tuple[Figure | str, ...] = (planned, " and ", spent, " differ by ", apart)
        if (spent.value > planned.value) is way:
            yield holds("The word for the difference agrees with the amounts.", *working, ", holds")
        else:
            yield query(
                f"The words for the difference do not go with {value_words(planned.value, Unit.GBP)} and "
                f"{value_words(spent.value, Unit.GBP)}; worth checking.",
                *working,
            )
        return


_THAN_IT = re.compile(r"\bthan (?:the |its )?£?$")


def _around(context: Context, figures: Sequence[Figure]) -> str:
    """Return the words of the sentences in which figures stand."""
    sentences = [context.passages.sentence_of(f) for f in figures]
    return " ".join(dict.fromkeys(s.low for s in sentences if s is not None))


def _clause(context: Context, figure: Figure) -> str:
    """Return the words just around a figure, within its clause."""
    front = re.split(r"[.;:]|\band (?=the |this |its )", context.passages.before(figure, 60))[-1]
    return f"{front} {re.split(r'[.;:,]', context.passages.after(figure, 60))[0]}"


def _plan_and_spent(context: Context, planned: Figure, spent: Figure) -> tuple[Figure, Figure, bool] | None:
    """Return a plan and what was spent or taken, or costs and sales (then True), by the words beside each, or None."""
    fronts = context.passages.before(planned, 70), context.passages.before(spent, 70)
    behinds = context.passages.after(planned, 40), context.passages.after(spent, 40)
    if _COSTS.search(fronts[0]) and _SALES.search(fronts[1]):
        return planned, spent, True
    plan = _PLAN.search(fronts[0]) or _PLAN_BEHIND.match(behinds[0])
    other = (_PLAN.search(fronts[1]) and not fronts[1].rstrip(" £").endswith(", at")) or _PLAN_BEHIND.match(behinds[1])
    spend = _SPENT_FRONT.search(fronts[1]) or _SPENT_BEHIND.match(behinds[1])
    return (planned, spent, False) if plan and spend and not other else None


def _way_told(words: str, *, income: bool, sales: bool) -> bool | None:
    """Return whether words put what was spent or taken over the plan; None where they do not, or say both."""
    if sales:
        profit, loss = _PROFIT.search(words), _LOSS.search(words)
        return None if (profit is None) is (loss is None) else profit is not None
    up, down = _NUMERIC_UP.search(words), _NUMERIC_DOWN.search(words)
    if (up is None) is not (down is None):
        return up is not None
    gained, lacked = _PROFIT.search(words), _LOSS.search(words)
    if income and (gained is None) is not (lacked is None):
        return gained is not None
    good, bad = _GOOD.search(words), _BAD.search(words)
    return None if (good is None) is (bad is None) else (good is not None) is income
