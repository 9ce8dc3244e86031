"""One cell of a table as a figure: what row, column, group and caption say of its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.confidence import confidence, support_in_table
from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.indicators.by_context import is_of_own_homes
from crossfoot.extraction.figures.indicators.carried.comings import counted_again
from crossfoot.extraction.figures.indicators.choice import THRESHOLD, Choice, Kind, choose
from crossfoot.extraction.figures.indicators.money.budgets import BUDGET_BY_NATURE, GENERAL_BUDGETS, SAVINGS
from crossfoot.extraction.figures.indicators.money.capital import CAPITAL
from crossfoot.extraction.figures.indicators.pupils import named_of_schools_or_pupils
from crossfoot.extraction.figures.indicators.silence import names_no_measure
from crossfoot.extraction.figures.lexicon import Family, Lexicon
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.conventions import said_of_brackets
from crossfoot.extraction.figures.periods.events import event_of_words
from crossfoot.extraction.figures.periods.kinds import dated_as
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.sources import EVENT, REPORTING
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables.bare_cells import is_time_cell
from crossfoot.extraction.figures.tables.beside import names_another, share_by_the_heads, whole_head_first
from crossfoot.extraction.figures.tables.context import CellContext
from crossfoot.extraction.figures.tables.dating import (
    ABOVE,
    CELL,
    dated_beside,
    of_row_and_column,
    period_of_cell,
    year_as_told,
)
from crossfoot.extraction.figures.tables.heads import HeadWords
from crossfoot.extraction.figures.tables.measured import LEAST_RATE, unit_by_name
from crossfoot.extraction.figures.tables.names import IS_SHARE, names_more_than_the_group
from crossfoot.extraction.figures.tables.numbers import CellNumber
from crossfoot.extraction.figures.tables.staffing import of_a_staffing_table
from crossfoot.extraction.figures.tables.units import tells_of_budgets
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Evidence, Figure, Nature, Period, PeriodKind, Role, Span, Unit

# Weights of a wording by where it stands; see ``indicators.reach`` for those of sentences.
_ROW, _COLUMN, _GROUP, _CAPTION, _TITLE = 8.6, 8.2, 5.6, 4.6, 3.4
_AROUND = frozenset({"words above", "corner"})
_ADDS_UP = re.compile(
    r"(?:grand |sub-?\s?|overall )?totals?\b.*|all\b(?: \w+)?|overall|combined|together|sum"
    r"|(?:whole )?(?:council|authority|service|borough|county)",
    re.IGNORECASE,
)
"""The names of rows that add the others up."""

_PLANS = frozenset({Nature.PROPOSED, Nature.FORECAST, Nature.TARGET, Nature.BUDGET})
_PROGRAMMED = frozenset({Nature.BUDGET, Nature.PROPOSED, Nature.FORECAST, Nature.ACTUAL})
_LONGEST_CAPTION = 200
"""A block that is longer is no caption as a whole: its last sentence is."""
_LONGEST_DATING_SENTENCE = 110

_VARIANCE_HEAD = re.compile(r"\b(?:variance|gap)\b", re.IGNORECASE)
"""Heads that make a difference of a count too, not of money alone."""

TOTAL = re.compile(r"(?:grand\s+)?total\b", re.IGNORECASE)
"""How a column is headed that adds up the others of its row."""

_LEADS_ON = re.compile(
    r"\b(?:below|follow(?:s|ing)|table|these|shown|set\s+out|made\s+up|break(?:s|down))\b|[:–-]\s*\Z"
)
"""What leads from a sentence on to the table under it."""

_IN_ALL = re.compile(r"(?:grand\s+|sub-?\s?)?total\b|(?:full|whole)[\s-]year\b|cumulative\b", re.IGNORECASE)
"""How a column is headed that says how much of its row's thing, not what: "Total £000", "Full year"."""


_VARIES = re.compile(r"\b(?:variance|variation|overspend|underspend)s?\b|\bvar\b|\bover\W{1,4}under\b", re.IGNORECASE)
_OVER_AND_UNDER = re.compile(r"\bover\b(?=.{0,200}\bunder\b)|\bunder\b(?=.{0,200}\bover\b)", re.IGNORECASE)
"""Heads on several lines whose words stand apart: "Over / | (under)"."""

_BUDGETED = re.compile(r"\bbudgeted\b", re.IGNORECASE)
"""How a column of counts is headed that the budget allowed for: "Number budgeted", "Budgeted FTE"."""

_NAMES_UNITS = re.compile(
    r"(?:by\s+)?(?:(?:locality|social\s+work)\s+)?(?:teams?|services?|service\s+areas?|areas?|localit(?:y|ies)|districts?|wards?"
    r"|schools?|settings?|directorates?|departments?|offices?)(?:\s+name)?",
    re.IGNORECASE,
)
"""Corners over rows that name who or where is measured, not what."""

_A_PART = re.compile(r"\W{0,3}(?:(?:of|out of) (?:which|whom|these|those|them)|including|incl)\b", re.IGNORECASE)
"""How a column is headed that tells a part of what its rows name: "Of which outside the Borough"."""

_ESTIMATE = re.compile(r"\bestimates?\b", re.IGNORECASE)
_PROBABLE = re.compile(r"\b(?:probable|actual|outturn)\b", re.IGNORECASE)

_SHARE_OF_ALL = re.compile(
    r"\W*(?:%|per\s?cent|percentages?|proportions?|shares?)(?:\s+(?:%|share|of\s+(?:the\s+)?(?:total|all|whole)(?:\s+\w+)?))?"
    r"(?:\W+(?:at|on|in|by)\s[\w\s]{1,24})?\W*",
    re.IGNORECASE,
)
"""How a column is headed that says how large a part each row is of the whole table."""

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


@unchanging(frozen=True, slots=True)
class Rows:
    """What the other rows tell of one.

    ``group`` heads the rows below it; ``names`` are the indicators that rows of the table name: words above the table
    that name one of them speak of that row, not of the others. ``above`` is the indicator of the row above,
    ``columns`` the figures of each column down to it. ``account`` tells that the rows are the lines of an account.
    ``whole`` names the row above that is no part of another, ``whose`` are the words farther off that tell of whom all
    are. ``counts`` are the columns that print no decimals.
    """

    group: HeadWords
    whole: HeadWords
    names: frozenset[str]
    above: str | None
    columns: dict[int, list[Figure]]
    broken: bool
    account: bool
    whose: tuple[Reach, ...] = ()
    counts: frozenset[int] = frozenset()


_OPENED = re.compile(r"\d%?[ \t]*\([ \t£]*$")
"""What stands before a number in brackets behind another one in its cell."""


@unchanging(frozen=True, slots=True)
class Cell:
    """One number of a cell, in the light of what stands around it."""

    lexicon: Lexicon
    found: CellNumber
    around: CellContext
    rows: Rows
    column: int
    place: Place

    @property
    def _number(self) -> Number:
        """Return the number itself."""
        return self.found.number

    def figure(self, text: str) -> Figure:
        """Return the figure."""
        n, around = self._number, self.around
        period, source = (self.found.period, CELL) if self.found.period is not None else _period(around)
        if source in {ABOVE, REPORTING} and self.place.events and not n.money:
            event = event_of_words(folded(f"{around.head.text} {around.corner.text}"), self.place.events)
            period, source = (event, EVENT) if event is not None else (period, source)
        occasions = self.place.occasions
        if occasions.told and (source == REPORTING or (source == ABOVE and occasions.phased)):
            counted = self._occasion()
            period, source = (counted, EVENT) if counted is not None else (period, source)
        nature = self._nature(period, source)
        if self._is_rate_of_row_above():
            n.unit = Unit.RATE_PER_10000
        choices = whole_head_first(around.head, self._choices(n.unit, nature))
        named = unit_by_name(n, around, choices, lambda unit: self._choices(unit, nature))
        if named is not None:
            n.unit, choices = named
        choices = self._of_rows_that_measure(self._of_no_subset(choices))
        if self.rows.broken and n.unit in {Unit.COUNT, None}:
            choices = self._none_of_wholes(choices)
        best = choices[0] if choices and choices[0].weight >= THRESHOLD else None
        indicator = self._indicator(nature, choices, best)
        if period is not None:
            known = self.lexicon.indicators[indicator] if indicator is not None else None
            period = period_of_cell((period, source), around, n, nature, dated_as(known))
            period = self._in_brackets(text, period)
        span = Span(self.found.start, self.found.end)
        evidence = [Evidence("value", n.form.value, span)]
        if best is not None and indicator == best.indicator:
            evidence.append(Evidence("indicator", best.zone, Span(best.start, best.end)))
        if period is not None:
            evidence.append(Evidence("period", source, None))
        subject = (words.text for words in (around.label, around.head, around.group) if words.text and _names(words))
        identifier, section = self.place.identities.of(span)
        return Figure(
            id=identifier,
            span=span,
            quote=span.cut(text),
            value=n.value,
            step=n.step,
            unit=n.unit,
            indicator=indicator,
            label=around.label.text or around.head.text,
            subject=", ".join(dict.fromkeys(subject)),
            period=period,
            nature=nature,
            section=section,
            confidence=confidence(support_in_table(n.unit, dated_here=source != REPORTING)),
            rule="table cell",
            evidence=tuple(evidence),
        )

    def _occasion(self) -> Period | None:
        """Return when the census, the survey, the auction was at which the number was counted, or None."""
        around, occasions = self.around, self.place.occasions
        words = folded(
            f"{around.corner.text} {around.caption} {around.group.text} {around.label.text} {around.head.text}"
        )
        return occasions.over(words, around.known.reporting, money=self._number.money, beside=folded(around.head.text))

    def _choices(self, unit: Unit | None, nature: Nature) -> list[Choice]:
        """Return what the words around the number speak for if that is its unit."""
        whose = () if _SHARE_OF_ALL.fullmatch(self.around.head.text) else self.rows.whose
        reaches = [*_reaches(self.around), *whose]
        return [
            choice
            for choice in choose(self.lexicon, Kind.of(self._number, unit, nature), reaches)
            if choice.zone not in _AROUND or choice.indicator not in self.rows.names
        ]

    def _in_brackets(self, text: str, period: Period) -> Period:
        """Return the period of a number in brackets behind another one, where the words above say of when these are.

        "Workforce at 31 December (previous year in brackets)", over "4.5 (6.0)".
        """
        start = self.found.start
        if _OPENED.search(text, max(0, start - 12), start) is None:
            return period
        said = said_of_brackets(self.around.caption.lower(), None)
        return said.of(period) if said is not None else period

    def _none_of_wholes(self, choices: list[Choice]) -> list[Choice]:
        """Return the choices of a row that holds broken numbers: an average by service counts none of its children."""
        if self.column in self.rows.counts and choices and choices[0].zone == "column":
            return choices
        measured = [c for c in choices if self.lexicon.families[c.indicator] is not Family.COUNT]
        return measured if measured and measured[0].weight >= THRESHOLD else choices

    def _nature(self, period: Period | None, source: str) -> Nature:
        """Return the nature that column, row or group tell, or the words above where the column has no head."""
        n, around = self._number, self.around
        if n.unit is Unit.PERCENTAGE_POINTS:
            return Nature.CHANGE
        holds_on_a_day = source == "column" and period is not None and period.kind is PeriodKind.AS_AT
        row = around.label.nature
        if holds_on_a_day and row in {Nature.BUDGET, Nature.VARIANCE}:
            row = None  # the name of a reserve or of a deficit that is carried: its balance on that day
        nature = self.found.nature or around.head.nature or row or around.group.nature
        if nature is None and _is_bare(around.head):
            nature = _nature_above(around)
        if nature is Nature.FORECAST and _ESTIMATE.search(around.head.text) and _PROBABLE.search(around.heads):
            nature = Nature.BUDGET  # the estimates of a year are its budget where another column tells what is likely
        done = nature is Nature.ACTUAL and _is_bare(around.head)
        of_money = nature in {Nature.BUDGET, Nature.VARIANCE} and _VARIANCE_HEAD.search(around.head.text) is None
        budgeted = nature is Nature.BUDGET and _BUDGETED.search(around.head.text) is not None
        if nature is None or (of_money and n.unit not in {Unit.GBP, Unit.PERCENT} and not budgeted):
            nature = Nature.ACTUAL
        dated_ahead = (
            source in {"column", "row"}
            and period is not None
            and around.known.meeting is not None
            and (
                period.start > around.known.meeting
                or (n.money and stretches.is_year(period) and period.end > around.known.meeting)
            )
        )
        if nature is Nature.ACTUAL and dated_ahead and not done:
            return self._planned(period)
        return nature

    def _planned(self, period: Period | None) -> Nature:
        """Return what a number of a time to come is: a charge with its pence is proposed, an amount budgeted."""
        n, meeting = self._number, self.around.known.meeting
        if not n.money or (period is not None and period.kind is PeriodKind.AS_AT):
            return Nature.FORECAST
        if self.around.saves:
            return Nature.PROPOSED
        if n.step >= 1:
            return Nature.BUDGET
        ahead = period is not None and meeting is not None and period.start > meeting
        return Nature.PROPOSED if ahead else Nature.ACTUAL

    def _indicator(self, nature: Nature, choices: list[Choice], best: Choice | None) -> str | None:
        """Return the indicator that the words give, or capital for an amount of a capital programme without any."""
        key = self._by_words(nature, choices, best)
        key = self._as_its_share(key)
        key = named_of_schools_or_pupils(key, f"{self.around.label.text} {self.around.head.text} {self.around.caption}")
        programmed = self._number.money and self.around.builds and nature in _PROGRAMMED
        headed = self.around.head.sentence is not None and _MONITORED.search(self.around.heads) is None
        general = key in GENERAL_BUDGETS and headed
        return CAPITAL if programmed and (key is None or general) else key

    def _as_its_share(self, key: str | None) -> str | None:
        """Return the indicator of the number left of a share of the whole table, where that has no share of its own.

        "In-house foster carers | 158 | 35%", "Red | 7 | 2.4 | 19%": each says the number beside it again.
        """
        n, beside = self._number, self.rows.columns.get(self.column - 1, [])
        if n.unit is not Unit.PERCENT or not beside or _SHARE_OF_ALL.fullmatch(self.around.head.text) is None:
            return key
        left = beside[-1]
        sentence = self.around.label.sentence
        if left.indicator is None or sentence is None or left.span.start < sentence.end:
            return key
        shares = (self.lexicon.families[k] is not Family.COUNT for k in self.lexicon.kin[left.indicator])
        return left.indicator if left.unit is Unit.GBP or not any(shares) else key

    def _by_words(self, nature: Nature, choices: list[Choice], best: Choice | None) -> str | None:
        """Return the indicator: for money a special one that the row names or the kind of plan, else the best named."""
        if self._number.money:
            own = self._own_budget(choices)
            if own is not None:
                return own
            if nature is Nature.CHANGE and self._moves_a_variance():
                return BUDGET_BY_NATURE[Nature.VARIANCE]  # how far the variance has moved since the last report
            if nature in BUDGET_BY_NATURE or (best is not None and best.zone in _AROUND and _is_of_a_plan(best)):
                return self._kind_of_plan(nature, choices)
        return self._by_its_head(choices) or self._by_row_and_column(nature, best)

    def _by_row_and_column(self, nature: Nature, best: Choice | None) -> str | None:
        """Return the indicator that row and column name best, or what a total or a row that leans on another is of."""
        if best is None or best.zone in _AROUND:
            share = self._share_by_the_heads(nature)
            if share is not None:
                return share or None
            group = best is not None and self._is_group(best)
            if best is not None and group and names_another(self.lexicon, self.around.head, best.indicator):
                return None
        if _ADDS_UP.fullmatch(self.around.label.text) and (best is None or (best.zone in _AROUND and self.rows.names)):
            return self._summed_up(best)
        if best is None or best.zone in _AROUND:
            leaning = self._akin_to_row_above() or self._share_of_row_above(nature)
            return leaning or (best.indicator if best is not None else None)
        return best.indicator

    def _by_its_head(self, choices: list[Choice]) -> str | None:
        """Return what a column's head says of what another column of the table counts: "In post", "of which repeat"."""
        n, head, beside = self._number, self.around.head.text, self.rows.columns.get(self.column - 1, [])
        if _A_PART.match(head) and beside and beside[-1].indicator is not None:
            again = counted_again(beside[-1].indicator, head, share=n.unit is Unit.PERCENT)
            if again is not None:
                return again
        row = next((c for c in choices if c.zone == "row"), None)
        if self.lexicon.elsewhere is self.lexicon or (row is not None and row.indicator not in _OF_SOCIAL_WORKERS):
            return None
        return of_a_staffing_table(head, self.around.heads, n.unit)

    def _share_by_the_heads(self, nature: Nature) -> str | None:
        """Return the share of what the columns on the left count; empty for the count of the part that it is."""
        n, around = self._number, self.around
        if n.unit is Unit.PERCENT and _SHARE_OF_ALL.fullmatch(around.head.text):
            heads = around.left
        elif n.unit is Unit.COUNT and around.left and IS_SHARE.match(around.head.text):
            heads = (around.head, *around.left[:1])
        else:
            return None
        above = [reach for reach in (*_reaches(around), *self.rows.whose) if reach.zone != "column"]
        share = share_by_the_heads(self.lexicon, Kind(Unit.PERCENT, nature, n.step >= 1), heads, above)
        if share is None:
            return None
        return share.indicator if n.unit is Unit.PERCENT else ""

    def _moves_a_variance(self) -> bool:
        """Tell whether a change stands in a table of variances and is not said to be one of the budget itself."""
        heads = self.around.heads
        varies = _VARIES.search(heads) is not None or _OVER_AND_UNDER.search(heads) is not None
        return varies and _OF_ANOTHER_COLUMN.search(self.around.head.text) is None

    def _kind_of_plan(self, nature: Nature, choices: list[Choice]) -> str | None:
        """Return the budget, forecast or variance that an amount is if its table is of budgets; else what it names."""
        general = BUDGET_BY_NATURE.get(nature)
        spoken = general is not None and (
            self.found.nature is nature
            or _speaks_of_budgets(choices, general)
            or (nature is Nature.VARIANCE and _OF_A_BUDGET.search(self.around.heads) is not None)
            or tells_of_budgets(self.around.heads)
            or (_ESTIMATE.search(self.around.heads) is not None and _PROBABLE.search(self.around.heads) is not None)
        )
        earned = spoken and not self.rows.account
        return general if earned else _outside_budgets(choices)

    def _of_no_subset(self, choices: list[Choice]) -> list[Choice]:
        """Return the choices without a group of which the row counts but some or tells something: "LAC with a PEP"."""
        label = self.around.label.sentence
        if label is None or not choices or choices[0].zone != "row" or not self._is_group(choices[0]):
            return choices
        return choices if not names_more_than_the_group(label, choices[0]) else []

    def _of_rows_that_measure(self, choices: list[Choice]) -> list[Choice]:
        """Return the choices without those of the row where rows are but teams or places: "Children in Care" a team.

        So it is, too, in a column that tells a part of what the rows name.
        """
        if self._number.money:
            return choices
        if _FILLED.match(self.around.head.text):
            choices = [c for c in choices if c.indicator != "staffing_establishment"]
        choices = self._of_kinds_of_one_thing(choices)
        named = any(c.zone == "column" and c.weight >= THRESHOLD for c in choices)
        if named and _A_PART.match(self.around.head.text):
            return [c for c in choices if c.zone != "row"]
        if _NAMES_UNITS.fullmatch(self.around.corner.text) is None:
            return choices
        return [c for c in choices if c.zone not in ({"row", "corner"} if named else {"corner"})]

    def _of_kinds_of_one_thing(self, choices: list[Choice]) -> list[Choice]:
        """Return the choices, what is measured first where the rows but tell of whom: "Unallocated cases by type"."""
        if not choices or choices[0].zone != "row" or not self._is_group(choices[0]):
            return choices
        around = self.around
        if _KINDS.fullmatch(around.corner.text) is None and _BY_KIND.search(around.caption) is None:
            return choices
        whole = next((c for c in choices if c.zone in _AROUND and c.alone and not self._is_group(c)), None)
        if whole is None or whole.weight < THRESHOLD:
            return choices
        return [whole, *(c for c in choices if c is not whole)]

    def _is_group(self, choice: Choice) -> bool:
        """Tell whether an indicator is also the name of a group that others are about."""
        return self.lexicon.indicators[choice.indicator].role is Role.COHORT

    def _own_budget(self, choices: list[Choice]) -> str | None:
        """Return the special budget that the row names, or savings where the table is of them."""
        head = self.around.head
        parts = self.around.saves and _SAVED.match(head.text) and _OF_A_BUDGET.search(self.around.heads) is None
        if parts or (self.around.saves and (_is_bare(head) or _IN_ALL.match(head.text))):
            return SAVINGS
        near = {"row", "column", "row above"}
        bare_fund = not _HELD_BACK.search(f"{self.around.label.text} {self.around.heads}")
        others = GENERAL_BUDGETS | {"general_fund_balances"} if bare_fund else GENERAL_BUDGETS
        own = next(
            (
                c
                for c in choices
                if c.zone in near
                and c.indicator not in others
                and not is_of_own_homes(c.indicator, self.around.label.text)
            ),
            None,
        )
        return own.indicator if own is not None and own.zone != "column" else None

    def _summed_up(self, best: Choice | None) -> str | None:
        """Return what a total is of: what the text said of this number, or the table's own where its column adds up."""
        said = self.place.by_value.get((self._number.value, self._number.unit))
        if said is not None:
            return said.indicator
        return best.indicator if best is not None and self._sums_up_the_column() else None

    def _sums_up_the_column(self) -> bool:
        """Tell whether the number is the sum of the column above it, so that the table is of one thing in parts."""
        parts = self.rows.columns.get(self.column, [])
        slack = self._number.step * len(parts) / 2
        return len(parts) > 1 and abs(sum(part.value for part in parts) - self._number.value) <= slack

    def _akin_to_row_above(self) -> str | None:
        """Return the rate or share of what the row above counts, where this row's name only says that it is one."""
        label, above = self.around.label.sentence, self.rows.above
        if above is None or label is None or not names_no_measure(label) or is_time_cell(self.around.label.text):
            return None
        kind = Kind.of(self._number, self._number.unit, Nature.ACTUAL)
        return next((key for key in self.lexicon.kin[above] if key != above and kind.suits(self.lexicon, key)), None)

    def _is_rate_of_row_above(self) -> bool:
        """Tell whether a row is named but "rate", and the one above it counts what has a rate per 10,000 children."""
        n, label, above = self._number, self.around.label.sentence, self.rows.above
        if n.unit is not Unit.COUNT or label is None or above is None or n.value < LEAST_RATE:
            return False
        return _BARE_RATE.fullmatch(self.around.label.text) is not None and any(self.lexicon.rates_of(above))

    def _share_of_row_above(self, nature: Nature) -> str | None:
        """Return what a row names together with the one above it, which it is a share of: "% within 7 working days"."""
        n, around, whole = self._number, self.around, self.rows.whole
        if whole.sentence is None or IS_SHARE.match(around.label.text) is None:
            return None
        reaches = (Reach.of(whole.sentence, mention, _GROUP, "row above") for mention in whole.mentions)
        choices = choose(self.lexicon, Kind.of(n, n.unit, nature), [*_reaches(around), *reaches])
        best = choices[0] if choices and choices[0].weight >= THRESHOLD else None
        return best.indicator if best is not None and not best.alone and best.zone not in _AROUND else None


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
        c.indicator in GENERAL_BUDGETS and c.weight >= THRESHOLD and (c.zone not in _AROUND or c.indicator == general)
        for c in choices
    )


def _outside_budgets(choices: list[Choice]) -> str | None:
    """Return what the words around a table name that is no budget: "savings", "capital cost"."""
    named = (c.indicator for c in choices if c.indicator not in GENERAL_BUDGETS and c.weight >= THRESHOLD)
    return next(named, None)


def _is_bare(head: HeadWords) -> bool:
    """Tell whether a column has no head, or one that names a time and a unit alone."""
    return head.sentence is None or (head.period is not None and names_no_measure(head.sentence))


def _names(words: HeadWords) -> bool:
    """Tell whether the words of a head are more than a time, which the figure's period tells."""
    return words.period is None or words.sentence is None or not names_no_measure(words.sentence)


def named_by(lexicon: Lexicon, label: HeadWords) -> Iterator[str]:
    """Yield the indicators that a row's name names by itself."""
    for mention in label.mentions:
        yield from (w.indicator for w in lexicon.wordings_of[mention.phrase] if len(w.phrases) == 1)


def _reaches(around: CellContext) -> Iterator[Reach]:
    """Yield the wordings of row, column, group, corner and caption with their weights."""
    for words, weight, zone in (
        (around.label, _ROW, "row"),
        (around.head, _COLUMN, "column"),
        (around.group, _GROUP, "row above"),
        (around.corner, _CAPTION, "corner"),
    ):
        if words.sentence is not None:
            for mention in words.mentions:
                yield Reach.of(words.sentence, mention, weight, zone)
    for age, reading in enumerate(around.above):
        if age and reading.sentence.block.end - reading.sentence.block.start > _LONGEST_CAPTION:
            continue
        weight = _CAPTION if age == 0 else _TITLE
        for mention in reading.mentions:
            yield Reach.of(reading.sentence, mention, weight, "words above")


def _nature_above(around: CellContext) -> Nature | None:
    """Return the nature that the words right above a table give all its cells, or None.

    A sentence with numbers of its own that does not lead on to the table speaks of those: "88% were (target 90%)."
    """
    if not around.above:
        return None
    above = around.above[0]
    if above.numbers and not _LEADS_ON.search(above.sentence.lowered):
        return None
    told = next((cue.nature for cue in reversed(around.above[0].cues) if cue.nature in _PLANS), None)
    return None if told is Nature.TARGET and _TARGETS.search(around.heads) is not None else told


_TARGETS = re.compile(r"\btargets?\b", re.IGNORECASE)
"""A head of targets, beside which the other columns of a table "of measures with a target" are none."""


def _is_bare_scale(s: Sentence) -> bool:
    """Tell whether a line over a table only says in what it counts: "£000"."""
    return s.end - s.start < _LONGEST_SCALE and _A_WORD.search(s.text, s.start, s.end) is None


_LONGEST_SCALE = 12
_A_WORD = re.compile(r"[^\W\d_]{2}")


def _only_tells_of_a_year_over(reading: Reading, known: Calendar) -> bool:
    """Tell whether a sentence over a table gives figures of a time before what is reported, and leads to none.

    "In 2014/15 the final overspend was £0.940m."
    """
    focus, reporting = reading.focus, known.reporting
    if focus is None or reporting is None or not reading.numbers or focus.end >= reporting.start:
        return False
    return _LEADS_ON.search(reading.sentence.lowered) is None


def _period(around: CellContext) -> tuple[Period | None, str]:
    """Return a cell's period, and where it was found: column, row, group, words above, or the record."""
    both = of_row_and_column(around)
    if both is not None:
        return both, "column"
    for words, source in ((around.head, "column"), (around.label, "row"), (around.group, "row above")):
        if words.period is not None:
            return year_as_told(words.period, f"{around.corner.text} {around.caption}"), source
    beside = dated_beside(around)
    if beside is not None:
        return year_as_told(beside, f"{around.corner.text} {around.caption}"), "column beside"
    introduced = [r for r in around.above if not _is_bare_scale(r.sentence)]
    if introduced:
        reading = introduced[0]
        s = reading.sentence
        opens = s.text[max(s.start, s.end - 3) : s.end].rstrip("-–— *").endswith(":")
        short = s.end - s.start < _LONGEST_DATING_SENTENCE and not _only_tells_of_a_year_over(reading, around.known)
        if reading.focus is not None and (opens or short):
            return reading.focus, ABOVE
    return around.known.reporting, REPORTING
