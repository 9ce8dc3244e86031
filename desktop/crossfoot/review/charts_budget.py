"""The lines of the budget chart: what was set, what is expected or was spent, and what is said of both.

An amount of a table belongs to the row that it stands in. One of the text belongs to the heading that it names; one
that names none goes on from the amount right before it, if the words or the sums say so. The order of the amounts
alone joins nothing: one variance too many would shift every line after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.model import Dictionary, Figure, Nature, Period, ReviewedFigure, Unit
from crossfoot.review.charts import Point, kept, point_of
from crossfoot.review.charts_records import Records

_HEADLESS = frozenset({"approved_budget", "projected_outturn", "outturn", "budget_variance"})
_UNDER = ("saving", "underspend", "under", "favourable", "surplus")
_CELL = "table cell"
_ANY = Records()
_TABLE_GAP = 400  # characters between two amounts of one table at most: a few cells without amounts, or a long name
_SENTENCE_GAP = 120  # characters between two amounts that one sentence sets against each other
_WORD = re.compile(r"[a-z][a-z'’-]*")
_KIND_WORDS = """
budget budgets budgeted budgetary forecast forecasts forecasted projected projection outturn actual actuals spend spends
spending spent expenditure variance variances variation over under overspend overspends overspent overspending
underspend underspends underspent underspending saving savings approved current revised original latest annual full
position gross net amount amounts cost costs value difference pressure surplus deficit adverse favourable service
services
"""
_TIME_WORDS = """
year years quarter month months end date period to-date ytd january february march april may june july august september
october november december q m k bn million thousand
"""
_JOINING_WORDS = """
a an the of at in on for to and or by with from is are was were be been will its their this that gives giving against
compared compares comparing compare
"""
_OF_A_PART = frozenset(f"{_KIND_WORDS} {_TIME_WORDS} {_JOINING_WORDS}".split())
"""Words that tell which amount one is and when, not what it is for."""
_PARTS = ("budget", "outturn", "variance")


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One heading of a budget in one record: what was set, what is expected or was spent, and what is said of both.

    ``outturn`` is a forecast or an actual; its nature says which. All in pounds.
    """

    indicator: str
    name: str
    document: str
    period: Period | None
    budget: Point | None = None
    outturn: Point | None = None
    variance: Point | None = None

    @property
    def difference(self) -> Decimal | None:
        """Return outturn less budget, above zero where more is spent than was set; None where one is missing."""
        if self.budget and self.outturn:
            return self.outturn.value - self.budget.value
        return None

    @property
    def says_under(self) -> bool:
        """Tell whether the words of the variance speak of less being spent than was set."""
        return self.variance is not None and any(word in self.variance.subject.casefold() for word in _UNDER)


def budget_lines(
    figures: Iterable[ReviewedFigure],
    dictionary: Dictionary,
    document: str | None = None,
    records: Records = _ANY,
) -> tuple[BudgetLine, ...]:
    """Return the headings of the budget with budget, outturn and variance, in the order of the text.

    Those of ``document`` where it has any, else those of all documents of its council. A second budget of the same
    heading begins a line of its own; an amount that only repeats one of its line does not.
    """
    money = [f for f in kept(figures) if f.current.unit is Unit.GBP and _part(f.current)]
    if document is not None:
        own = [f for f in money if f.document == document]
        money = own or [f for f in money if records.are_kin(f.document, document)]
    by_document: dict[str, list[ReviewedFigure]] = {}
    for figure in money:
        by_document.setdefault(figure.document, []).append(figure)
    lines = (draft.line(dictionary) for amounts in by_document.values() for draft in _drafts(amounts))
    return tuple(line for line in lines if line.budget or line.outturn)


@dataclass(slots=True)
class _Draft:
    """A budget line while its parts are being gathered; ``table`` numbers the table of its row, None for the text."""

    indicator: str
    names: tuple[frozenset[str], ...]
    table: int | None = None
    parts: dict[str, ReviewedFigure] = field(default_factory=dict)

    @property
    def period(self) -> Period | None:
        """Return the year that the gathered figures are about, if one of them says so."""
        return next((f.current.period for f in self.parts.values() if f.current.period), None)

    @property
    def place(self) -> int:
        """Return where in the text the line begins."""
        return min(figure.current.span.start for figure in self.parts.values())

    def is_of_year(self, period: Period | None) -> bool:
        """Tell whether an amount may be of this line: the two are not about different years."""
        own = self.period
        return own is None or period is None or own == period

    def takes(self, amount: _Amount) -> bool:
        """Tell whether an amount fits: its part is still free, and the two are not about different years."""
        return amount.part not in self.parts and self.is_of_year(amount.figure.current.period)

    def repeats(self, amount: _Amount) -> bool:
        """Tell whether an amount says again what the line has."""
        held = self.parts.get(amount.part)
        return held is not None and abs(held.current.value) == abs(amount.figure.current.value)

    def sums(self, amount: _Amount) -> bool:
        """Tell whether with the amount the three parts of the line are there and add up, as far as they are printed."""
        values = {part: f.current for part, f in (*self.parts.items(), (amount.part, amount.figure))}
        if len(values) < len(_PARTS):
            return False
        difference = abs(values["outturn"].value - values["budget"].value)
        steps = sum(current.step for current in values.values())
        return abs(difference - abs(values["variance"].value)) <= steps / 2

    def line(self, dictionary: Dictionary) -> BudgetLine:
        """Return the finished line, named as its row, by its indicator, or in the words of its budget."""
        points = {part: point_of(figure) for part, figure in self.parts.items()}
        telling = next(self.parts[part].current for part in _PARTS if part in self.parts)
        if self.table is None and self.indicator:
            name = dictionary.name(self.indicator)
        elif self.table is not None:
            name = _row_name(telling)
        else:
            name = telling.label or "budget"
        return BudgetLine(
            indicator=telling.indicator or "",
            name=name[:1].upper() + name[1:],
            document=next(iter(self.parts.values())).document,
            period=self.period,
            budget=points.get("budget"),
            outturn=points.get("outturn"),
            variance=points.get("variance"),
        )


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of money, which part of a line it is, and what it names, its own words first."""

    figure: ReviewedFigure
    part: str
    names: tuple[frozenset[str], ...]

    @property
    def indicator(self) -> str:
        """Return the heading's key, or an empty text where the amount has none."""
        key = self.figure.current.indicator
        return "" if key is None or key in _HEADLESS else key


def _drafts(money: Sequence[ReviewedFigure]) -> list[_Draft]:
    """Return the lines of one document in its order; its tables come first to be read, for the text speaks of them."""
    drafts = _rows(money)
    before: list[_Draft] = []
    end = 0
    for figure in money:
        if figure.current.rule == _CELL:
            before = []
            continue
        amount = _Amount(figure, _part(figure.current), tuple(_names(figure.current)))
        near = figure.current.span.start - end <= _SENTENCE_GAP
        draft = _home(amount, drafts) or _followed(amount, before, near)
        if draft is None:
            draft = _Draft(amount.indicator, amount.names)
            drafts.append(draft)
        if amount.part not in draft.parts:
            draft.parts[amount.part] = figure
            draft.names = draft.names or amount.names
        before, end = [draft, *(other for other in before if other is not draft)][:2], figure.current.span.end
    return sorted(drafts, key=lambda draft: draft.place)


def _rows(money: Iterable[ReviewedFigure]) -> list[_Draft]:
    """Return the lines that the rows of a document's tables make."""
    rows: dict[tuple[int, frozenset[str]], list[_Draft]] = {}
    table, end = 0, 0
    for figure in money:
        if figure.current.rule != _CELL:
            table += 1
            continue
        if figure.current.span.start - end > _TABLE_GAP:
            table += 1
        end = figure.current.span.end
        heading = _words(_row_name(figure.current))
        amount = _Amount(figure, _part(figure.current), (heading,))
        lines = rows.setdefault((table, heading), [])
        draft = next((d for d in reversed(lines) if d.takes(amount)), None)
        if draft is None:
            draft = _Draft(amount.indicator, (heading,), table)
            lines.append(draft)
        draft.parts[amount.part] = figure
    return [draft for lines in rows.values() for draft in lines]


def _home(amount: _Amount, drafts: Sequence[_Draft]) -> _Draft | None:
    """Return the line that an amount of the text belongs to by what it names, or None where there is none."""
    for meant in _meant(amount, drafts):
        again = next((draft for draft in meant if draft.repeats(amount)), None)
        free = next((draft for draft in meant if draft.takes(amount)), None)
        if again or free:
            return again or free
    return None


def _followed(amount: _Amount, before: Sequence[_Draft], near: bool) -> _Draft | None:
    """Return which of the lines told right before an amount that names nothing goes on from, or None.

    ``near`` tells whether one sentence may hold it and the amount before it. A variance of two amounts must add up
    with them or be told in their words: it may as well be last quarter's.
    """
    if amount.names or amount.indicator:
        return None
    open_lines = [draft for draft in before if draft.table is None and draft.takes(amount)]
    for draft in open_lines:
        goes_on = near and draft is before[0]
        if draft.sums(amount) or (goes_on and (len(draft.parts) == 1 or _shares_words(amount, draft))):
            return draft
    return None


def _meant(amount: _Amount, drafts: Sequence[_Draft]) -> Iterator[list[_Draft]]:
    """Yield the lines that an amount of the text may speak of, the surest first, the last that was told first.

    Those of its indicator in the text; those called just as it says; the only one whose name holds all words that the
    amount says, or the other way round. The last is a guess that three amounts which do not add up tell to be wrong.
    """
    current = [draft for draft in reversed(drafts) if draft.is_of_year(amount.figure.current.period)]
    if amount.indicator:
        own = [draft for draft in current if draft.table is None and draft.indicator == amount.indicator]
        yield sorted(own, key=lambda draft: not _alike(draft, amount.names[:1]))
    for name in amount.names:
        yield [draft for draft in current if name in draft.names and _same_heading(draft, amount)]
    for name in amount.names:
        near = [d for d in current if any(name <= held or held <= name for held in d.names if held)]
        if len(near) == 1 and _same_heading(near[0], amount) and _is_sound(near[0], amount):
            yield near
    if amount.indicator:
        rows = [draft for draft in current if draft.table is not None and draft.indicator == amount.indicator]
        if len(rows) == 1 and _is_sound(rows[0], amount):
            yield rows


def _same_heading(draft: _Draft, amount: _Amount) -> bool:
    """Tell whether a line and an amount do not have indicators that differ."""
    return not draft.indicator or not amount.indicator or draft.indicator == amount.indicator


def _is_sound(draft: _Draft, amount: _Amount) -> bool:
    """Tell whether nothing speaks against an amount's being of a line: its third part must add up, or repeat."""
    is_third = len({*draft.parts, amount.part}) == len(_PARTS)
    return draft.repeats(amount) or not is_third or draft.sums(amount)


def _alike(draft: _Draft, names: Sequence[frozenset[str]]) -> bool:
    """Tell whether a line is called by one of the names."""
    return any(name in draft.names for name in names)


def _shares_words(amount: _Amount, draft: _Draft) -> bool:
    """Tell whether the amount is told with words that one of the line's amounts is told with, too."""
    own = _phrases(amount.figure.current)
    return any(not own.isdisjoint(_phrases(figure.current)) for figure in draft.parts.values())


def _phrases(figure: Figure) -> set[str]:
    """Return the phrases of two words and more that tell what a figure is."""
    return {each for each in (figure.label.casefold(), *figure.subject.casefold().split(", ")) if " " in each}


def _names(figure: Figure) -> Iterator[frozenset[str]]:
    """Yield the names in a figure's label and subject that say what it is for, each once."""
    said: set[frozenset[str]] = set()
    for phrase in (figure.label, *figure.subject.split(", ")):
        words = _words(phrase)
        if words and words not in said:
            said.add(words)
            yield words


def _row_name(figure: Figure) -> str:
    """Return what the row of a table cell is called; where rows are budget and outturn, the columns are what is told.

    The subject of a cell is the name of its row and that of its column.
    """
    column = figure.subject[len(figure.label) :].strip(" ,")
    of_row = figure.subject.casefold().startswith(figure.label.casefold())
    return column if of_row and _words(column) and not _words(figure.label) else figure.label or figure.subject


def _words(phrase: str) -> frozenset[str]:
    """Return the words of a phrase that say what an amount is for, none where it only says which amount it is."""
    return frozenset(_WORD.findall(phrase.casefold())) - _OF_A_PART


def _part(figure: Figure) -> str:
    """Return which part of a budget line a figure of money is, or an empty text where it is none."""
    match figure.nature:
        case Nature.BUDGET:
            return "budget"
        case Nature.FORECAST:
            return "outturn"
        case Nature.ACTUAL if (figure.indicator or "").endswith(("_budget", "outturn")):
            return "outturn"
        case Nature.VARIANCE:
            return "variance"
        case _:
            return ""
