"""Budgets that are said to be over- or underspent without the amount: in a sentence, or in a column of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.arithmetic.budgets.budget_lines import BUDGET_BEFORE, BudgetLine, budget_lines, is_variance
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.model import Figure, Nature, Unit

_UNDER = (
    r"under[- ]?sp[ea]n[dt]\w*|under (?:the |its )?budget|below (?:the |its )?budget|within (?:it|(?:the |its )?budget)"
)
_OVER = (
    r"over[- ]?sp[ea]n[dt]\w*|over (?:the |its )?budget|above (?:the |its )?budget|exceed\w*"
    r"|in excess of (?:it|(?:the |its )?budget)|over-?ran|overrun"
)
_WAY = re.compile(rf"\b(?:(?P<down>{_UNDER})|(?P<up>{_OVER}))\b")
_DENIED = re.compile(
    r"\b(?:no|not|nor|never|without|avoid\w*|prevent\w*|risk\w*|than|last year|previous\w*|would have|unless|potential"
    r"|possible|either|any)\b[a-z ]{0,25}$"
)
_SPENT = re.compile(
    r"\b(?:spen[dt]\w*|out-?turn|cost\w*|expenditure|gone|went|used|paid|actual\w*|forecast\w*|came in)\b"
)
_INCOME = re.compile(r"\b(?:income|receipts|takings|proceeds|earnings)\b")
_APART = re.compile(r"[:(,]|\bwith\b|\bas\b")
"""What parts "overspent" from an amount that is no overspend: "overspent: £214,000 had gone"."""
_BUDGET_BEHIND = re.compile(r"\s*(?:[a-z]+ )?(?:budget(?:ed)?|allowed|allocated|set aside|approved|provided)\b")
_CELL = re.compile(r"\s*(?:(?P<down>under|below|within|saving)|(?P<up>over|above))", re.IGNORECASE)
_ON_BUDGET = re.compile(r"\s*(?:on (?:budget|target)|balanced|break[- ]?even|nil|none|-|–|—|)\s*", re.IGNORECASE)
_HEADS = (
    ("budget", re.compile(r"\b(?:budget|approved|allocat\w+|planned|cash limit|limit|provision|estimate)\b")),
    ("outturn", re.compile(r"\b(?:out-?turn|actual\w*|spen[dt]\w*|expenditure|used|cost|forecast|projected)\b")),
)
_LIKE = 3


def worded_lines(context: Context) -> Iterator[BudgetLine]:
    """Yield budgets with what was spent of them and the word that says on which side it lies, without its amount."""
    told = {line.budget.id for line in budget_lines(context) if line.variance is not None}
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        line = _of_sentence(context, sentence)
        if line is not None and line.budget.id not in told:
            yield line
    for table in context.passages.tables:
        yield from _of_table(table)


def _of_sentence(context: Context, sentence: Sentence) -> BudgetLine | None:
    """Return the budget and the spending of a sentence, with its word or that of the sentence behind; or None."""
    amounts = [f for f in sentence.figures if f.unit is Unit.GBP and f.value > 0]
    if len(amounts) != 2 or not _SPENT.search(sentence.low) or _INCOME.search(sentence.low):
        return None
    budgets = [f for f in amounts if _is_budget(context, f)]
    small, large = sorted(f.value for f in amounts)
    if len(budgets) != 1 or small == large or large > small * _LIKE:
        return None
    spent = amounts[1] if budgets[0] is amounts[0] else amounts[0]
    front = sentence.low[: spent.span.start - sentence.span.start]
    ways = list(_WAY.finditer(front))
    apart = not ways or _APART.search(front[ways[-1].end() :]) is not None
    if (spent.nature is Nature.VARIANCE or is_variance(context, spent)) and not (ways and apart):
        return None
    behind = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    plain = [s.low for s in behind if s.paragraph == sentence.paragraph and not s.figures]
    for words in (sentence.low, *plain):
        said = _said(words)
        if said is not None:
            return BudgetLine(budgets[0], spent, None, *said)
    return None


def _is_budget(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside an amount make it a budget."""
    before, after = context.passages.before(figure, 70), context.passages.after(figure, 30)
    return BUDGET_BEFORE.search(before) is not None or _BUDGET_BEHIND.match(after) is not None


def _said(words: str) -> tuple[Way, str] | None:
    """Return which way some words say that a budget was missed, where they say one thing and do not deny it."""
    found = list(_WAY.finditer(words))
    ways = {Way.DOWN if m["down"] else Way.UP for m in found}
    if len(ways) != 1 or any(_DENIED.search(words[: m.start()]) for m in found):
        return None
    return ways.pop(), found[0].group()


def _of_table(table: Table) -> Iterator[BudgetLine]:
    """Yield the rows of a table that has a budget, what was spent, and a column that says over or under in words."""
    columns: dict[str, int] = {}
    for index, title in enumerate(table.header):
        named = next((name for name, pattern in _HEADS if index and pattern.search(title.lower())), None)
        if named is not None:
            columns.setdefault(named, index)
    if len(columns) < len(_HEADS):
        return
    for index in range(1, len(table.header)):
        cells = [row[index] if index < len(row) else "" for row in table.words]
        if index in columns.values() or not _tells(cells):
            continue
        for row, cell in zip(table.rows, cells, strict=True):
            budget, spent = (row[columns[name]] if columns[name] < len(row) else None for name, _ in _HEADS)
            said = _CELL.match(cell)
            if budget is not None and spent is not None and said is not None and budget.value != spent.value:
                yield BudgetLine(budget, spent, None, Way.DOWN if said["down"] else Way.UP, cell.strip())


def _tells(cells: Sequence[str]) -> bool:
    """Tell whether every cell of a column says over or under, or that there is neither, and no amount."""
    words = all(_CELL.match(cell) or _ON_BUDGET.fullmatch(cell) for cell in cells)
    return words and any(_CELL.match(cell) for cell in cells) and not any(re.search(r"\d", cell) for cell in cells)
