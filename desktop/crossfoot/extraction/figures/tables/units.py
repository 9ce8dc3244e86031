"""The unit of a cell: its own, or that of its column, its row, its group, its corner or the caption, in that order."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.tables.adding_heads import names_how_much_time
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.rows import multiplier
from crossfoot.model import Unit

_PERCENT = re.compile(r"%|\bper\s?cent|percentage|proportion|\bshare\b", re.IGNORECASE)
_MONEY = re.compile(
    r"£|\b(?:budget|outturn|spend|cost|forecast\s+spend|expenditure|income|gross|net|variance|grant)\b", re.IGNORECASE
)
_RATE = re.compile(r"per\s+10,?000", re.IGNORECASE)
_FTE = re.compile(r"(?<!\bper )\b(?:fte|wte|full[\s-]time\s+equivalent)s?\b", re.IGNORECASE)
_FTE_OF_ALL = re.compile(r"(?<![\dx]\s)(?<!\d)\b(?:fte|wte|full[\s-]time\s+equivalent)s?\b", re.IGNORECASE)
"""In the words above a table: not of one number among them, as in "2 x 0.5 FTE"."""

_ENTRANTS = re.compile(r"\b(?:youth|entrants?|offend\w+|yots?|yjs)\b|per\s+100,?000", re.IGNORECASE)
"""Words beside which FTE are the first time entrants to the youth justice system."""

_LOAD = re.compile(
    r"\b(?:average|mean|median|optimum|maximum)\W+(?:[\w']+\W+){0,3}caseloads?\b"
    r"|\b(?:cases|children|caseloads?|families)\s+(?:held\s+)?per\s+(?!10,?000|cent)",
    re.IGNORECASE,
)
"""A load per worker, of no unit, even where the workers are counted in full-time equivalents."""

_BARE_RATE = re.compile(r"\brates?\b(?!\s+(?:of|per)\b)", re.IGNORECASE)
_POSTS = re.compile(r"\b(?:in[\s-]post|filled|vacan\w+|posts?|establishment|agency|permanent|staff)\b", re.IGNORECASE)
"""What posts are called that may be counted in parts: 4.5 vacancies."""

_TIME = re.compile(
    r"\b(?<!early )(?<!foundation )(?<!middle )(?<!later )(?<!teenage )(?<!open )(?<!fun )(days|weeks|months|years)\b",
    re.IGNORECASE,
)
"""What a number of a row or column counts; "Early years" and "Open days" are services and occasions."""
_COUNT_HEAD = re.compile(
    r"\bno\.(?!\w)|\b(?:numbers?|count|cohort|roll|places|headcount|cases|population|total\s+(?:children|pupils|number))\b",
    re.IGNORECASE,
)
_PEOPLE_HEAD = re.compile(r"(?:pupils|children|young people|people|adults|families|households|staff)", re.IGNORECASE)
"""A head that is nothing but whom a column counts, whatever rate is spoken of above the table."""

_COUNT_LABEL = re.compile(r"\b(?:number\s+of|no\.\s+of|numbers|headcount|count)\b", re.IGNORECASE)
_PERCENT_CAPTION = re.compile(
    r"(?:^|[.:]\s*|table\s+\w+[.:–-]?\s*)(?:%|percentages?\b|proportions?\b)|\(\s*%\s*\)|\bper cent\)"
    r"|\b(?:figures|values|numbers)\s(?:are\s|shown\s|given\s|in\s|as\s){0,3}(?:%|percentages?\b|per\s?cent)",
    re.IGNORECASE,
)
_BOUNDED = re.compile(
    r"within|under|over|more than|longer|%|\b(?:two|three|\d+\+?)\s*(?:years?|weeks?|days?|months?)", re.IGNORECASE
)
"""What makes a stretch of time in a head part of a measure's name: "reviews within 20 days"."""

_CODE = re.compile(r"\b[A-Z]{2,4}\s?\d{1,3}[a-z]?\b(?=\W+[A-Z])")
"""The code of an indicator, whose number bounds nothing: "BV 12 Days lost to sickness"."""

_SCORE = re.compile(r"\bscores?\b|\b(?:attainment|progress)\s+8\b", re.IGNORECASE)
_ONE = Decimal(1)


class Scaled(NamedTuple):
    """A unit, and what a column in that unit multiplies its numbers by; no unit where the words leave it open."""

    unit: Unit | None
    scale: Decimal = _ONE


def unit_of(n: Number, around: CellContext) -> Scaled:
    """Return a cell's unit and what its column multiplies it by."""
    places = (around.head, around.label, around.group, around.corner)
    scale = next((m for m in (multiplier(words.text) for words in places) if m > 1), _ONE)
    if n.unnamed:
        return Scaled(None)
    if n.unit is not None:
        return Scaled(n.unit, scale if n.unit is Unit.GBP and n.scale == 1 and not n.money else _ONE)
    if n.money:
        return Scaled(Unit.GBP, scale)
    own = f"{around.head.text} | {around.label.text} | {around.group.text}"
    return (
        _of_head_or_label(around)
        or _of_own_words(own, scale)
        or _of_row(own, around)
        or _of_columns_beside(n, around)
        or _of_caption(n, own, around)
    )


def _of_head_or_label(around: CellContext) -> Scaled | None:
    """Return per cent or count where the column's head or the row's label says so."""
    head, label = around.head.text, around.label.text
    if _PERCENT.search(head) and "£" not in head:
        return Scaled(Unit.PERCENT)
    if _COUNT_HEAD.search(head):
        return Scaled(Unit.COUNT)
    if _PERCENT.search(label) and "£" not in head:
        return Scaled(Unit.PERCENT)
    return None


def _of_own_words(own: str, scale: Decimal) -> Scaled | None:
    """Return the unit that the words of column, row and group name: a rate, pounds, a load, FTE, a score."""
    if _RATE.search(own):
        return Scaled(Unit.RATE_PER_10000)
    if "£" in own or scale > 1:
        return Scaled(Unit.GBP, scale)
    if _LOAD.search(own):
        return Scaled(None)
    if _FTE.search(own) and _ENTRANTS.search(own) is None:
        return Scaled(Unit.FTE)
    return Scaled(Unit.SCORE) if _SCORE.search(own) else None


def _of_row(own: str, around: CellContext) -> Scaled | None:
    """Return days and the like, a count by the row's label, or pounds as elsewhere in the column."""
    time = _TIME.search(own)
    if time and time.start() < len(around.head.text) and names_how_much_time(around.head.text):
        time = _TIME.search(own, len(around.head.text))
    if time and not _BOUNDED.search(_CODE.sub(" ", own)) and not tells_of_budgets(around.heads):
        return Scaled(Unit(time.group(1).lower()))
    if _COUNT_LABEL.search(around.label.text):
        return Scaled(Unit.COUNT)
    return Scaled(Unit.GBP) if around.pounds else None


def _of_columns_beside(n: Number, around: CellContext) -> Scaled | None:
    """Return the unit that another column's head names in full: "Rate per 10,000 | England rate".

    A broken number of posts is one of full-time equivalents, whatever is said of it.
    """
    head = around.head.text
    if _BARE_RATE.search(head) and _RATE.search(around.heads):
        return Scaled(Unit.RATE_PER_10000)
    if n.step < 1 and _POSTS.search(head):
        return Scaled(Unit.FTE)
    return None


def _of_caption(n: Number, own: str, around: CellContext) -> Scaled:
    """Return the unit that the caption or the corner names for the whole table; count where none does."""
    corner, caption = around.corner.text, around.caption
    outer = f"{corner} {caption}"
    scale = multiplier(caption)
    if scale > 1 or ("£" in caption and _MONEY.search(own)):
        return Scaled(Unit.GBP, scale)
    if "£" in corner or (n.value >= _AN_AMOUNT and tells_of_budgets(around.heads)):
        return Scaled(Unit.GBP)
    if (_PERCENT.search(corner) or _PERCENT_CAPTION.search(caption)) and n.value <= 100:
        return Scaled(Unit.PERCENT)
    if _FTE_OF_ALL.search(outer) and "caseload" not in around.head.text.lower():
        return Scaled(Unit.FTE)
    if _RATE.search(outer) and not _PEOPLE_HEAD.fullmatch(around.head.text.strip()) and _may_be_rate(n, own, outer):
        return Scaled(Unit.RATE_PER_10000)
    average = n.step < 1 and "caseload" in f"{own} {caption}".lower()
    return Scaled(None if average else Unit.COUNT)


_AN_AMOUNT = 1000
"""From which number on one without a sign is money under the heads of a budget report, as they head counts too."""


def tells_of_budgets(heads: str) -> bool:
    """Tell whether heads are those of a budget report: what was approved, what comes of it, how far off."""
    return all(words.search(heads) for words in _OF_A_BUDGET_REPORT) and not _POSTS.search(heads)


_OF_A_BUDGET_REPORT = (
    re.compile(r"\b(?:approved|budget|estimates?|original|revised)\b", re.IGNORECASE),
    re.compile(r"\b(?:project(?:ed|ion)|forecast|outturn|probable|spend)\b", re.IGNORECASE),
    re.compile(r"\b(?:variance|variation|over|under)\b", re.IGNORECASE),
)


def _may_be_rate(n: Number, own: str, outer: str) -> bool:
    """Tell whether a number is per 10,000 where the words over the table say that its rates are: "rates per 10,000".

    A whole number whose row and column name no rate is then a count like any other.
    """
    return n.step < 1 or _RATES.search(outer) is None or "rate" in own.lower()


_RATES = re.compile(r"\brates\b(?:\W+\w+){0,6}?\W+per\s+10,?000", re.IGNORECASE)
"""Words that say in what the rates among other numbers are counted."""
