"""What a number in a table measures: the choice among what row, column, group and caption name."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.by_context import is_of_own_homes
from crossfoot.extraction.figures.indicators.carried.comings import counted_again
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose
from crossfoot.extraction.figures.indicators.money.budgets import BUDGET_BY_NATURE, GENERAL_BUDGETS, SAVINGS
from crossfoot.extraction.figures.indicators.money.capital import CAPITAL
from crossfoot.extraction.figures.indicators.pupils import named_of_schools_or_pupils
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.lexicon import Family
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.tables.bare_cells import is_time_cell
from crossfoot.extraction.figures.tables.beside import names_another, share_by_the_heads
from crossfoot.extraction.figures.tables.cells.sight import (
    AROUND,
    ESTIMATE,
    GROUP,
    PROBABLE,
    SHARE_OF_ALL,
    CellSight,
    is_bare,
    reaches_of,
)
from crossfoot.extraction.figures.tables.measured import LEAST_RATE
from crossfoot.extraction.figures.tables.names import IS_SHARE, names_more_than_the_group
from crossfoot.extraction.figures.tables.staffing import of_a_staffing_table
from crossfoot.extraction.figures.tables.units import tells_of_budgets
from crossfoot.model import Nature, Role, Unit

_ADDS_UP = re.compile(
    r"(?:grand |sub-?\s?|overall )?totals?\b.*|all\b(?: \w+)?|overall|combined|together|sum"
    r"|(?:whole )?(?:council|authority|service|borough|county)",
    re.IGNORECASE,
)
"""The names of rows that add the others up."""

_PROGRAMMED = frozenset({Nature.BUDGET, Nature.PROPOSED, Nature.FORECAST, Nature.ACTUAL})
_IN_ALL = re.compile(r"(?:grand\s+|sub-?\s?)?total\b|(?:full|whole)[\s-]year\b|cumulative\b", re.IGNORECASE)
"""How a column is headed that says how much of its row's thing, not what: "Total £000", "Full year"."""

_VARIES = re.compile(r"\b(?:variance|variation|overspend|underspend)s?\b|\bvar\b|\bover\W{1,4}under\b", re.IGNORECASE)
_OVER_AND_UNDER = re.compile(r"\bover\b(?=.{0,200}\bunder\b)|\bunder\b(?=.{0,200}\bover\b)", re.IGNORECASE)
"""Heads on several lines whose words stand apart: "Over / | (under)"."""

_NAMES_UNITS = re.compile(
    r"(?:by\s+)?(?:(?:locality|social\s+work)\s+)?(?:teams?|services?|service\s+areas?|areas?|localit(?:y|ies)|districts?|wards?"
    r"|schools?|settings?|directorates?|departments?|offices?)(?:\s+name)?",
    re.IGNORECASE,
)
"""Corners over rows that name who or where is measured, not what."""

_A_PART = re.compile(r"\W{0,3}(?:(?:of|out of) (?:which|whom|these|those|them)|including|incl)\b", re.IGNORECASE)
"""How a column is headed that tells a part of what its rows name: "Of which outside the Borough"."""

_FILLED = re.compile(r"\W{0,3}(?:in[\s-]post|filled)\b", re.IGNORECASE)
"""How a column is headed that counts who is there, and not the posts that rows name."""

_KINDS = re.compile(
    r"(?:(?:case|plan|client|child)\s+)?(?:type|category|status|group|cohort)(?:\s+of\s+\w+)?", re.IGNORECASE
)

_BY_KIND = re.compile(
    r"\bby\s+(?:(?:case|plan|client|child|legal)\s+)?(?:type|category|status|group|cohort)\b", re.IGNORECASE
)
"""Corners and captions that tell of rows that they are but kinds of what is measured."""

_SAVED = re.compile(
    r"(?:target|achieved|delivered|secured|forecast|projected|expected|planned|at\s+risk|shortfall|plan|agreed|red|amber"
    r"|green)\b",
    re.IGNORECASE,
)
"""Heads that tell how far savings have got."""

_OF_A_BUDGET = re.compile(r"\b(?:budgets?|outturn|spend|spending|expenditure|cost|costs|variance)\b", re.IGNORECASE)
_OF_ANOTHER_COLUMN = re.compile(
    r"\b(?:budgets?|outturn|spend|spending|expenditure|cost|costs|balance|reserves?|income)\b", re.IGNORECASE
)
"""Heads of a table of budgets, in which savings are but a word above it."""

_OF_SOCIAL_WORKERS = frozenset({"staffing_establishment", "social_workers", "looked_after_children", "teams"})
"""What the names of rows of a table of posts may name, which are of social workers or but of teams."""

_MONITORED = re.compile(r"\b(?:budget\w*|outturn|varian\w+|estimates?)\b", re.IGNORECASE)
"""Heads of a table that monitors a budget, be it one of capital."""

_BARE_RATE = re.compile(r"\W*(?:as a |the |its )?rates?\W*", re.IGNORECASE)
_HELD_BACK = re.compile(r"\b(?:balances?|reserves?)\b", re.IGNORECASE)
"""Words without which "General Fund" only names the account that a row is of, not what is left in it."""


def _is_of_a_plan(best: Choice) -> bool:
    """Tell whether words around a table name a budget, a forecast or a variance."""
    return best.indicator in GENERAL_BUDGETS - {"outturn"}


def _speaks_of_budgets(choices: list[Choice], general: str) -> bool:
    """Tell whether head or row name a budget, a forecast, spending or a variance, or the words above this very one."""
    return any(
        c.indicator in GENERAL_BUDGETS and c.weight >= THRESHOLD and (c.zone not in AROUND or c.indicator == general)
        for c in choices
    )


def _outside_budgets(choices: list[Choice]) -> str | None:
    """Return what the words around a table name that is no budget: "savings", "capital cost"."""
    named = (c.indicator for c in choices if c.indicator not in GENERAL_BUDGETS and c.weight >= THRESHOLD)
    return next(named, None)


def none_of_wholes(cell: CellSight, choices: list[Choice]) -> list[Choice]:
    """Return the choices of a row that holds broken numbers: an average by service counts none of its children."""
    if cell.column in cell.rows.counts and choices and choices[0].zone == "column":
        return choices
    measured = [c for c in choices if cell.lexicon.families[c.indicator] is not Family.COUNT]
    return measured if measured and measured[0].weight >= THRESHOLD else choices


def indicator_of(cell: CellSight, nature: Nature, choices: list[Choice], best: Choice | None) -> str | None:
    """Return the indicator that the words give, or capital for an amount of a capital programme without any."""
    key = _by_words(cell, nature, choices, best)
    key = _as_its_share(cell, key)
    key = named_of_schools_or_pupils(key, f"{cell.around.label.text} {cell.around.head.text} {cell.around.caption}")
    programmed = cell.number.money and cell.around.builds and nature in _PROGRAMMED
    headed = cell.around.head.sentence is not None and _MONITORED.search(cell.around.heads) is None
    general = key in GENERAL_BUDGETS and headed
    return CAPITAL if programmed and (key is None or general) else key


def _as_its_share(cell: CellSight, key: str | None) -> str | None:
    """Return the indicator of the number left of a share of the whole table, where that has no share of its own.

    "In-house foster carers | 158 | 35%", "Red | 7 | 2.4 | 19%": each says the number beside it again.
    """
    n, beside = cell.number, cell.rows.columns.get(cell.column - 1, [])
    if n.unit is not Unit.PERCENT or not beside or SHARE_OF_ALL.fullmatch(cell.around.head.text) is None:
        return key
    left = beside[-1]
    sentence = cell.around.label.sentence
    if left.indicator is None or sentence is None or left.span.start < sentence.end:
        return key
    shares = (cell.lexicon.families[k] is not Family.COUNT for k in cell.lexicon.kin[left.indicator])
    return left.indicator if left.unit is Unit.GBP or not any(shares) else key


def _by_words(cell: CellSight, nature: Nature, choices: list[Choice], best: Choice | None) -> str | None:
    """Return the indicator: for money a special one that the row names or the kind of plan, else the best named."""
    if cell.number.money:
        own = _own_budget(cell, choices)
        if own is not None:
            return own
        if nature is Nature.CHANGE and _moves_a_variance(cell):
            return BUDGET_BY_NATURE[Nature.VARIANCE]  # how far the variance has moved since the last report
        if nature in BUDGET_BY_NATURE or (best is not None and best.zone in AROUND and _is_of_a_plan(best)):
            return _kind_of_plan(cell, nature, choices)
    return _by_its_head(cell, choices) or _by_row_and_column(cell, nature, best)


def _by_row_and_column(cell: CellSight, nature: Nature, best: Choice | None) -> str | None:
    """Return the indicator that row and column name best, or what a total or a row that leans on another is of."""
    if best is None or best.zone in AROUND:
        share = _share_by_the_heads(cell, nature)
        if share is not None:
            return share or None
        group = best is not None and _is_group(cell, best)
        if best is not None and group and names_another(cell.lexicon, cell.around.head, best.indicator):
            return None
    if _ADDS_UP.fullmatch(cell.around.label.text) and (best is None or (best.zone in AROUND and cell.rows.names)):
        return _summed_up(cell, best)
    if best is None or best.zone in AROUND:
        leaning = _akin_to_row_above(cell) or _share_of_row_above(cell, nature)
        return leaning or (best.indicator if best is not None else None)
    return best.indicator


def _by_its_head(cell: CellSight, choices: list[Choice]) -> str | None:
    """Return what a column's head says of what another column of the table counts: "In post", "of which repeat"."""
    n, head, beside = cell.number, cell.around.head.text, cell.rows.columns.get(cell.column - 1, [])
    if _A_PART.match(head) and beside and beside[-1].indicator is not None:
        again = counted_again(beside[-1].indicator, head, share=n.unit is Unit.PERCENT)
        if again is not None:
            return again
    row = next((c for c in choices if c.zone == "row"), None)
    if cell.lexicon.elsewhere is cell.lexicon or (row is not None and row.indicator not in _OF_SOCIAL_WORKERS):
        return None
    return of_a_staffing_table(head, cell.around.heads, n.unit)


def _share_by_the_heads(cell: CellSight, nature: Nature) -> str | None:
    """Return the share of what the columns on the left count; empty for the count of the part that it is."""
    n, around = cell.number, cell.around
    if n.unit is Unit.PERCENT and SHARE_OF_ALL.fullmatch(around.head.text):
        heads = around.left
    elif n.unit is Unit.COUNT and around.left and IS_SHARE.match(around.head.text):
        heads = (around.head, *around.left[:1])
    else:
        return None
    above = [reach for reach in (*reaches_of(around), *cell.rows.whose) if reach.zone != "column"]
    share = share_by_the_heads(cell.lexicon, Kind(Unit.PERCENT, nature, n.step >= 1), heads, above)
    if share is None:
        return None
    return share.indicator if n.unit is Unit.PERCENT else ""


def _moves_a_variance(cell: CellSight) -> bool:
    """Tell whether a change stands in a table of variances and is not said to be one of the budget itcell."""
    heads = cell.around.heads
    varies = _VARIES.search(heads) is not None or _OVER_AND_UNDER.search(heads) is not None
    return varies and _OF_ANOTHER_COLUMN.search(cell.around.head.text) is None


def _kind_of_plan(cell: CellSight, nature: Nature, choices: list[Choice]) -> str | None:
    """Return the budget, forecast or variance that an amount is if its table is of budgets; else what it names."""
    general = BUDGET_BY_NATURE.get(nature)
    spoken = general is not None and (
        cell.found.nature is nature
        or _speaks_of_budgets(choices, general)
        or (nature is Nature.VARIANCE and _OF_A_BUDGET.search(cell.around.heads) is not None)
        or tells_of_budgets(cell.around.heads)
        or (ESTIMATE.search(cell.around.heads) is not None and PROBABLE.search(cell.around.heads) is not None)
    )
    earned = spoken and not cell.rows.account
    return general if earned else _outside_budgets(choices)


def of_no_subset(cell: CellSight, choices: list[Choice]) -> list[Choice]:
    """Return the choices without a group of which the row counts but some or tells something: "LAC with a PEP"."""
    label = cell.around.label.sentence
    if label is None or not choices or choices[0].zone != "row" or not _is_group(cell, choices[0]):
        return choices
    return choices if not names_more_than_the_group(label, choices[0]) else []


def of_rows_that_measure(cell: CellSight, choices: list[Choice]) -> list[Choice]:
    """Return the choices without those of the row where rows are but teams or places: "Children in Care" a team.

    So it is, too, in a column that tells a part of what the rows name.
    """
    if cell.number.money:
        return choices
    if _FILLED.match(cell.around.head.text):
        choices = [c for c in choices if c.indicator != "staffing_establishment"]
    choices = _of_kinds_of_one_thing(cell, choices)
    named = any(c.zone == "column" and c.weight >= THRESHOLD for c in choices)
    if named and _A_PART.match(cell.around.head.text):
        return [c for c in choices if c.zone != "row"]
    if _NAMES_UNITS.fullmatch(cell.around.corner.text) is None:
        return choices
    return [c for c in choices if c.zone not in ({"row", "corner"} if named else {"corner"})]


def _of_kinds_of_one_thing(cell: CellSight, choices: list[Choice]) -> list[Choice]:
    """Return the choices, what is measured first where the rows but tell of whom: "Unallocated cases by type"."""
    if not choices or choices[0].zone != "row" or not _is_group(cell, choices[0]):
        return choices
    around = cell.around
    if _KINDS.fullmatch(around.corner.text) is None and _BY_KIND.search(around.caption) is None:
        return choices
    whole = next((c for c in choices if c.zone in AROUND and c.alone and not _is_group(cell, c)), None)
    if whole is None or whole.weight < THRESHOLD:
        return choices
    return [whole, *(c for c in choices if c is not whole)]


def _is_group(cell: CellSight, choice: Choice) -> bool:
    """Tell whether an indicator is also the name of a group that others are about."""
    return cell.lexicon.indicators[choice.indicator].role is Role.COHORT


def _own_budget(cell: CellSight, choices: list[Choice]) -> str | None:
    """Return the special budget that the row names, or savings where the table is of them."""
    head = cell.around.head
    parts = cell.around.saves and _SAVED.match(head.text) and _OF_A_BUDGET.search(cell.around.heads) is None
    if parts or (cell.around.saves and (is_bare(head) or _IN_ALL.match(head.text))):
        return SAVINGS
    near = {"row", "column", "row above"}
    bare_fund = not _HELD_BACK.search(f"{cell.around.label.text} {cell.around.heads}")
    others = GENERAL_BUDGETS | {"general_fund_balances"} if bare_fund else GENERAL_BUDGETS
    own = next(
        (
            c
            for c in choices
            if c.zone in near and c.indicator not in others and not is_of_own_homes(c.indicator, cell.around.label.text)
        ),
        None,
    )
    return own.indicator if own is not None and own.zone != "column" else None


def _summed_up(cell: CellSight, best: Choice | None) -> str | None:
    """Return what a total is of: what the text said of this number, or the table's own where its column adds up."""
    said = cell.place.by_value.get((cell.number.value, cell.number.unit))
    if said is not None:
        return said.indicator
    return best.indicator if best is not None and _sums_up_the_column(cell) else None


def _sums_up_the_column(cell: CellSight) -> bool:
    """Tell whether the number is the sum of the column above it, so that the table is of one thing in parts."""
    parts = cell.rows.columns.get(cell.column, [])
    slack = cell.number.step * len(parts) / 2
    return len(parts) > 1 and abs(sum(part.value for part in parts) - cell.number.value) <= slack


def _akin_to_row_above(cell: CellSight) -> str | None:
    """Return the rate or share of what the row above counts, where this row's name only says that it is one."""
    label, above = cell.around.label.sentence, cell.rows.above
    if above is None or label is None or not names_no_measure(label) or is_time_cell(cell.around.label.text):
        return None
    kind = Kind.of(cell.number, cell.number.unit, Nature.ACTUAL)
    return next((key for key in cell.lexicon.kin[above] if key != above and kind.suits(cell.lexicon, key)), None)


def is_rate_of_row_above(cell: CellSight) -> bool:
    """Tell whether a row is named but "rate", and the one above it counts what has a rate per 10,000 children."""
    n, label, above = cell.number, cell.around.label.sentence, cell.rows.above
    if n.unit is not Unit.COUNT or label is None or above is None or n.value < LEAST_RATE:
        return False
    return _BARE_RATE.fullmatch(cell.around.label.text) is not None and any(cell.lexicon.rates_of(above))


def _share_of_row_above(cell: CellSight, nature: Nature) -> str | None:
    """Return what a row names together with the one above it, which it is a share of: "% within 7 working days"."""
    n, around, whole = cell.number, cell.around, cell.rows.whole
    if whole.sentence is None or IS_SHARE.match(around.label.text) is None:
        return None
    reaches = (Reach.of(whole.sentence, mention, GROUP, "row above") for mention in whole.mentions)
    choices = choose(cell.lexicon, Kind.of(n, n.unit, nature), [*reaches_of(around), *reaches])
    best = choices[0] if choices and choices[0].weight >= THRESHOLD else None
    return best.indicator if best is not None and not best.alone and best.zone not in AROUND else None
