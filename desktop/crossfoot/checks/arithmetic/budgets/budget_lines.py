"""Budgets with their outturns and variances, for rules 6, 7 and 8."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from crossfoot.checks.arithmetic.budgets.budget_roles import budget_triples
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way, budget_way
from crossfoot.checks.basis.passages import Paragraph, Table
from crossfoot.model import Figure, Nature, Qualifier, Unit


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A budget, what is or will be spent of it, and the variance between them; what the text leaves out is None.

    ``way`` is the way that a word beside the variance says it lies, ``word`` that word.
    """

    budget: Figure
    outturn: Figure | None = None
    variance: Figure | None = None
    way: Way | None = None
    word: str = ""


_ROLE = re.compile(
    r"(?P<variance>\bsavings?\b|\bunder[- ]?sp[ea]n[dt]\w*|\bover[- ]?sp[ea]n[dt]\w*|\bvariance\b"
    r"|\bin excess\b|\bpressure\b|\bshortfall\b|\bsurplus\b|\bdeficit\b|\bexceed\w*)"
    r"|(?P<outturn>\bout-?turn\b|\bactuals?\b(?! (?:budget|variance))|\bforecast\w*"
    r"|\bprojected\b|\bprojection\b|\b(?:actual|likely"
    r"|expected|total) (?:spend|expenditure|cost)\w*|\bspend(?:ing)?\b(?! to)|\bexpenditure\b)"
    r"|(?P<budget>\bbudgets?\b|\bset at\b|\bcash limit\b|\bapproved at\b|\ballocation\b)"
)
_BEFORE_BUDGET = re.compile(
    r"^[^.;£]{0,45}?\b(?:compared (?:with|to)|against|on|within) (?:a|an|the|its"
    r"|their) (?:[a-z-]+ ){0,3}?budget of\s*$|^[^.;£]{0,45}?\b(?:compared (?:with|to)"
    r"|against) (?:a|an|the|its|their) (?:[a-z-]+ ){0,3}?budget of £"
)
_ASIDE = re.compile(
    r"\b(?:includ\w+|of which|discounts?|grants?|contingency|reserves?|per (?:week|year|annum"
    r"|head|place)|a week|cost of|costs?|target|provision|last year|previous year)\b"
)


def budget_lines(context: Context) -> tuple[BudgetLine, ...]:
    """Return the budget lines of the running text, paragraph by paragraph, and of the tables; found once."""
    return context.once(_found)


def _found(context: Context) -> tuple[BudgetLine, ...]:
    """Find the budget lines."""
    known = tuple(line for line in _lines(context) if not _is_of_what_is_left(context, line))
    return (*known, *(line for line in _with_roles(context, known) if not _is_of_what_is_left(context, line)))


_LEFT = re.compile(r"\b(?:leave|leaves|leaving|left)\s+(?:(?:just|only|about|some|a balance of|it (?:at|with))\s+)*£?$")


def _is_of_what_is_left(context: Context, line: BudgetLine) -> bool:
    """Tell whether a line has for its spending or budget what was left: "£0.6m is approved, which leaves £1.7m"."""
    ends = (line.budget, line.outturn)
    return any(f is not None and _LEFT.search(context.passages.before(f, 40)) is not None for f in ends)


def _lines(context: Context) -> Iterator[BudgetLine]:
    """Yield the budget lines."""
    for paragraph in context.passages.paragraphs:
        if not paragraph.is_row and sum(f.unit is Unit.GBP for f in paragraph.figures) >= 2:
            lines = list(_of_paragraph(context, paragraph))
            whole = [line for line in lines if line.outturn is not None and line.variance is not None]
            loose = list(_around_variances(context, paragraph, {line.variance.id for line in whole if line.variance}))
            taken = {line.budget.id for line in loose}
            yield from (line for line in lines if line in whole or line.budget.id not in taken)
            yield from loose
    for table in context.passages.tables:
        yield from _of_table(table)


def _with_roles(context: Context, known: Sequence[BudgetLine]) -> Iterator[BudgetLine]:
    """Yield the lines that only the part of each amount in its own clause tells, where no other line has them."""
    whole = [line for line in known if line.outturn is not None and line.variance is not None]
    taken = {f.id for line in whole for f in (line.budget, line.outturn, line.variance) if f is not None}
    for budget, outturn, variance in budget_triples(context):
        if not {budget.id, outturn.id, variance.id} & taken:
            taken |= {budget.id, outturn.id, variance.id}
            yield BudgetLine(budget, outturn, variance, *(_variance_word(context, variance) or (None, "")))


def _of_paragraph(context: Context, paragraph: Paragraph) -> Iterator[BudgetLine]:
    """Yield a paragraph's lines: each budget opens one, the next outturn and variance belong to it."""
    line: BudgetLine | None = None
    previous: Figure | None = None
    spent: Figure | None = None
    spent_role: str | None = None
    for figure in paragraph.figures:
        if figure.unit is not Unit.GBP:
            continue
        role = _role(context, figure, previous)
        previous = figure
        if _BEFORE_BUDGET.match(context.passages.after(figure, 70)):
            spent, spent_role = figure, role
            continue
        if role == "budget" and _is_share_of_another(context, figure):
            continue
        if role == "budget":
            if line is not None:
                yield line
            here = spent is not None and context.passages.sentence_of(spent) is context.passages.sentence_of(figure)
            # "An overspend of £1.1m against a budget of £121.6m" is no spending of £1.1m.
            far = spent is not None and spent_role == "variance" and spent.value * 3 < figure.value
            line = BudgetLine(figure, spent if here and not far else None)
            spent = None
        elif (
            line is not None
            and role == "outturn"
            and line.outturn is None
            and _near(context, line, figure, scale=5)
            and _of_one_time(line.budget, figure)
        ):
            line = BudgetLine(line.budget, figure, line.variance, line.way, line.word)
        elif line is not None and role == "outturn" and line.outturn is not None and line.variance is None:
            yield line  # what follows is measured by this one: "Spend was £15.3m … The forecast is £17.8m, £3.2m over"
            line = None
        elif line is not None and role == "variance" and line.variance is None and _near(context, line, figure):
            said = _variance_word(context, figure)
            line = BudgetLine(line.budget, line.outturn, figure, *(said or (None, "")))
    if line is not None:
        yield line


_MADE_UP = re.compile(r"\b(?:made up of|comprising|consisting of|of which|split (?:into|between)|divided)\b")


def _is_share_of_another(context: Context, figure: Figure) -> bool:
    """Tell whether a budget is told as one part of another: "£5.35m, made up of £2.9m for …, £1.15m for …"."""
    sentence = context.passages.sentence_of(figure)
    return sentence is not None and _MADE_UP.search(sentence.low[: figure.span.start - sentence.span.start]) is not None


def _of_one_time(budget: Figure, spent: Figure) -> bool:
    """Tell whether a budget and what is spent are of the same time, as far as their periods are known.

    What was spent up to a day within the budget's year is no outturn of it, and amounts of other years are neither.
    """
    if budget.period is None or spent.period is None:
        return True
    if spent.period.end < budget.period.start or budget.period.end < spent.period.start:
        return False
    return spent.nature is not Nature.ACTUAL or spent.period.end >= budget.period.end


def _near(context: Context, line: BudgetLine, figure: Figure, scale: int = 0) -> bool:
    """Tell whether an amount stands near enough to a budget to be measured by it: two sentences on at most.

    With a ``scale``, it must also be of the budget's size: no more than so many times larger or smaller.
    """
    first, second = context.passages.sentence_of(line.budget), context.passages.sentence_of(figure)
    if first is None or second is None or second.index - first.index > 2:
        return False
    return not scale or line.budget.value <= figure.value * scale <= line.budget.value * scale * scale


def _role(context: Context, figure: Figure, previous: Figure | None) -> str | None:
    """Return what an amount is in a budget line by the words in front of it, or by its nature; None for an aside."""
    passages = context.passages
    sentence = passages.sentence_of(figure)
    start = sentence.span.start if sentence else 0
    if previous is not None and previous.span.end > start:
        start = previous.span.end
    words = passages.low[start : figure.span.start]
    roles = list(_ROLE.finditer(words))
    if _ASIDE.search(words[roles[-1].end() :] if roles else words) or (_ASIDE.search(words) and not roles):
        return None
    if figure.nature is Nature.VARIANCE:
        return "variance"
    if roles:
        role = roles[-1].lastgroup
        if role == "budget" and figure.nature in {Nature.FORECAST, Nature.ACTUAL} and len(roles) > 1:
            return "outturn"
        return role
    return {Nature.BUDGET: "budget", Nature.FORECAST: "outturn"}.get(figure.nature) if figure.nature else None


_VARIANCE_BEFORE = re.compile(
    r"\b(?:over[- ]?sp[ea]n[dt]\w*|under[- ]?sp[ea]n[dt]\w*|savings?|pressures?|variance|shortfall|surplus|deficit"
    r"|overrun|excess)\b"
    r"[^.;£]{0,40}?(?:\b(?:of|by|at|was|is|in the region of|about|some|around|approximately"
    r"|nearly)\b[^.;£\d]{0,24})?\s*£?$"
)
_VARIANCE_BEHIND = re.compile(
    r"^\s*(?:more|less|over|under|above|below|in excess|short|higher|lower)\b(?! (?:a|the last|two|three|four"
    r"|five|\d+) years?\b)"
    r"|^\s*(?:over|under)[- ]?sp|^\s*(?:saving|pressure|variance)\b"
)
BUDGET_BEFORE = re.compile(
    r"\b(?:budget(?:ed)?|cash limit|limit|allocation|set at|provision|estimate)\b(?: for [a-z0-9/ ,-]{1,40}?)?"
    r"(?:,| of| was| is| at| had been| has been| set| put| approved| for the year| \d{4}/\d\d)*\s*:?\s*£?$"
)
_AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|within)\b[^.;£]{0,40}£?$|\b(?:on|from) (?:an?|the|its|their)\b[^.;£]{0,30}£?$"
    r"|\bfrom £?$"
)
_PART_OF_ANOTHER = re.compile(r"\b(?:of which|of this|including)\b[^.;£]{0,12}£?$")
_BOUNDS = frozenset({Qualifier.OVER, Qualifier.UNDER})
_PER_UNIT = re.compile(
    r"^\s*(?:per|a|an|each|apiece|every)\s+(?:week|year|hour|day|night|month|place|head|child|place)?\b"
    r"|^\s*(?:pcm|pw)\b"
)


def _around_variances(context: Context, paragraph: Paragraph, used: set[str]) -> Iterator[BudgetLine]:
    """Yield the lines of variances that stand near a budget and one other amount of its size, in whatever order.

    The amounts are those of the variance's own sentence, and of the one before where that has too few.
    """
    for sentence in paragraph.sentences:
        for variance in sentence.figures:
            if variance.unit is not Unit.GBP or variance.id in used or not is_variance(context, variance):
                continue
            if _CARRIED.search(re.split(r"[£;,]", context.passages.before(variance, 60))[-1]):
                continue
            amounts = _amounts(context, sentence.figures, variance)
            before = context.passages.previous(sentence)
            if len(amounts) < 2 and before is not None and before.paragraph == sentence.paragraph:
                amounts = [*_amounts(context, before.figures, variance), *amounts]
            earlier = context.passages.previous(before) if before is not None else None
            if len(amounts) < 2 and earlier is not None and earlier.paragraph == sentence.paragraph:
                amounts = [*_amounts(context, earlier.figures, variance), *amounts]
            if len(amounts) != 2:
                continue
            behind = (
                f
                for f in amounts
                if re.match(
                    r"\s*(?:[a-z]+ )?(?:budget(?:ed)?|allowed|allocated|set aside|approved|provided)\b",
                    context.passages.after(f, 30),
                )
            )
            budget = next(behind, None)
            budget = budget or next((f for f in amounts if BUDGET_BEFORE.search(context.passages.before(f, 70))), None)
            budget = budget or next((f for f in amounts if _AGAINST.search(context.passages.before(f, 60))), None)
            if budget is None:
                continue
            outturn = amounts[1] if budget is amounts[0] else amounts[0]
            if not _of_one_time(budget, outturn):
                continue
            if budget.value / 3 <= outturn.value <= budget.value * 3 and variance.value < budget.value:
                said = _variance_word(context, variance)
                # "£70k less than the £2.25m budget" bounds nothing: it is the comparison itself.
                budget, outturn = (
                    replace(f, qualifier=Qualifier.NONE) if f.qualifier in _BOUNDS else f for f in (budget, outturn)
                )
                yield BudgetLine(budget, outturn, variance, *(said or (None, "")))


_CARRIED = re.compile(r"\b(?:cumulative|accumulated|brought forward|carried forward|overall|altogether|in total)\b")
"""Words of a variance that is of more than the budget beside it."""


def is_variance(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside an amount make it a variance."""
    before, after = context.passages.before(figure, 75), context.passages.after(figure, 30)
    front = None if re.search(r"\bin excess of (?:the |its |a )?£?$", before) else _VARIANCE_BEFORE.search(before)
    return (front is not None and "£" not in before[front.start() : -1]) or _VARIANCE_BEHIND.match(after) is not None


def _amounts(context: Context, figures: Sequence[Figure], variance: Figure) -> list[Figure]:
    """Return the amounts of a sentence that can be a budget or what is spent of it."""
    return [
        f
        for f in figures
        if f.unit is Unit.GBP
        and f is not variance
        and f.value > 0
        and not is_variance(context, f)
        and not _PER_UNIT.match(context.passages.after(f, 20))
        and not _PART_OF_ANOTHER.search(context.passages.before(f, 30))
    ]


def _variance_word(context: Context, figure: Figure) -> tuple[Way, str] | None:
    """Return the way that the words around a variance say it lies: those in front of it first, then those behind."""
    before = context.passages.before(figure, 60)
    last = re.split(r"[£;]|\bbut\b", before)[-1]
    behind = re.split(r"[£;.]|\bbut\b", context.passages.after(figure, 45))[0]
    return budget_way(last) or budget_way(behind) or budget_way(figure.subject)


def _tells_a_way(table: Table, index: int) -> bool:
    """Tell whether every cell of a column says which way its amount lies: "£32,000 over"."""
    cells = [row[index].lower() for row in table.words if index < len(row)]
    return bool(cells) and all(re.search(r"\d.*\b(?:over|under|above|below)", cell) for cell in cells)


def _that_agree(table: Table, named: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Return the column of each role; of several, "original" and "revised" budget, those whose rows agree most often.

    Where as many rows agree, the first column of each role is taken.
    """
    first = {role: columns[0] for role, columns in named.items()}
    if len(named) < _ROLES or all(len(columns) == 1 for columns in named.values()):
        return first

    def agreeing(choice: Sequence[int]) -> int:
        at = dict(zip(named, choice, strict=True))
        cells = ([row[at[role]] if at[role] < len(row) else None for role in _LINE] for row in table.rows)
        lines = [(b, o, v) for b, o, v in cells if b is not None and o is not None and v is not None]
        return sum(abs(abs(b.value - o.value) - abs(v.value)) <= v.step for b, o, v in lines)

    choices = list(product(*named.values()))
    best = max(map(agreeing, choices))
    choice = next(choice for choice in choices if agreeing(choice) == best)
    return dict(zip(named, choice, strict=True)) if best else first


_LINE = ("budget", "outturn", "variance")
_ROLES = len(_LINE)
_VARIANCE_HEAD = re.compile(
    r"\bvariances?\b|\bvariation\b|\bdifference\b|\+\s*/\s*[-–−]|\bover\s*/?\s*\(?\s*/?\s*\(?under|\bvar\b"
)


def _of_table(table: Table) -> Iterator[BudgetLine]:
    """Yield the lines of a table whose header names a budget, an outturn or forecast, and a variance."""
    named: dict[str, list[int]] = {}
    for index, title in enumerate(table.header):
        found = [match.lastgroup for match in _ROLE.finditer(title.lower()) if match.lastgroup]
        if _VARIANCE_HEAD.search(title.lower()):
            found.append("variance")
        if index and found:
            # "Forecast variance" and "Variance to budget" are variances, whatever else they name.
            named.setdefault("variance" if "variance" in found else found[0], []).append(index)
    columns = _that_agree(table, named)
    if {"budget", "outturn"} <= columns.keys() and "variance" not in columns:
        others = [i for i in range(1, len(table.header)) if i not in columns.values() and _tells_a_way(table, i)]
        if len(others) == 1:
            columns["variance"] = others[0]
    if not {"budget", "outturn", "variance"} <= columns.keys():
        return
    for row, said in zip(table.rows, table.words, strict=True):
        cells = {role: row[index] if index < len(row) else None for role, index in columns.items()}
        budget = cells["budget"]
        if budget is not None and cells["outturn"] is not None and cells["variance"] is not None:
            words = said[columns["variance"]].lower() if columns["variance"] < len(said) else ""
            way = re.search(r"\b(?P<down>under|below|saving)|\b(?P<up>over|above|pressure)", words)
            told = (Way.DOWN if way["down"] else Way.UP, way.group()) if way else (None, "")
            yield BudgetLine(budget, cells["outturn"], cells["variance"], *told)
