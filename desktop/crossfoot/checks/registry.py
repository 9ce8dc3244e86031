"""All rules in the order of their numbers: those that look at one record, and those that look at several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import wraps
from itertools import chain

from crossfoot.checks.across.agreement import JUMPS, SAME_DATE, TREND_SINCE
from crossfoot.checks.across.order import AcrossRule
from crossfoot.checks.across.promises import FOLLOW_UPS, PROMISES
from crossfoot.checks.arithmetic.budgets.bare_variances import bare_variances
from crossfoot.checks.arithmetic.budgets.precision import PRECISION
from crossfoot.checks.arithmetic.budgets.variances import VARIANCE_WORDS, VARIANCES
from crossfoot.checks.arithmetic.changes.changes import CHANGES
from crossfoot.checks.arithmetic.changes.grown_by import grown_by
from crossfoot.checks.arithmetic.changes.rolled_forward import carried_on, unless_rolled
from crossfoot.checks.arithmetic.changes.stock_and_flow import STOCK_AND_FLOW
from crossfoot.checks.arithmetic.changes.told_multiples import told_multiples
from crossfoot.checks.arithmetic.changes.told_stocks import told_stocks
from crossfoot.checks.arithmetic.changes.weighed_balances import weighed_balances
from crossfoot.checks.arithmetic.changes.weighed_differences import weighed_changes, weighed_variances
from crossfoot.checks.arithmetic.points.percentage_points import POINTS
from crossfoot.checks.arithmetic.ranges.counted_rows import counted_rows
from crossfoot.checks.arithmetic.ranges.ranges import RANGES
from crossfoot.checks.arithmetic.ranges.ranked import ranked
from crossfoot.checks.arithmetic.rates.each_and_all import each_and_all
from crossfoot.checks.arithmetic.rates.per_time import per_time
from crossfoot.checks.arithmetic.rates.populations import one_population
from crossfoot.checks.arithmetic.rates.prices import prices
from crossfoot.checks.arithmetic.rates.rates import RATES
from crossfoot.checks.arithmetic.rates.told_averages import told_averages
from crossfoot.checks.arithmetic.rates.weighed_averages import weighed_averages
from crossfoot.checks.arithmetic.rates.workload import WORKLOAD
from crossfoot.checks.arithmetic.repeated.equal_rows import EQUAL_ROWS
from crossfoot.checks.arithmetic.repeated.two_amounts import AMOUNTS
from crossfoot.checks.arithmetic.shares.fractions_beside import fractions_beside
from crossfoot.checks.arithmetic.shares.hundred import HUNDRED
from crossfoot.checks.arithmetic.shares.shares import SHARES
from crossfoot.checks.arithmetic.shares.shares_beside import shares_beside
from crossfoot.checks.arithmetic.wholes.filled_posts import filled_posts
from crossfoot.checks.arithmetic.wholes.funnel import FUNNEL
from crossfoot.checks.arithmetic.wholes.parts_and_whole import PARTS
from crossfoot.checks.arithmetic.wholes.staffing import STAFFING
from crossfoot.checks.arithmetic.wholes.summed_up import summed_up
from crossfoot.checks.arithmetic.wholes.taken_up import taken_up
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule
from crossfoot.checks.dates.as_at import WITHIN_PERIOD
from crossfoot.checks.dates.backward import backward
from crossfoot.checks.dates.deadline import DEADLINE, PROPER_OFFICER, SAME_DAY
from crossfoot.checks.dates.frames import out_of_frame
from crossfoot.checks.dates.impossible import POSSIBLE
from crossfoot.checks.dates.misprinted import misprinted
from crossfoot.checks.dates.quarters import QUARTERS
from crossfoot.checks.dates.told_order import late_told, same_day_told, signed_told
from crossfoot.checks.dates.undated import DATED
from crossfoot.checks.dates.weekdays import WEEKDAY
from crossfoot.checks.dates.year_parts import parts_beside
from crossfoot.checks.form.bare_headings import bare_headings
from crossfoot.checks.form.cited import CITED
from crossfoot.checks.form.empty_headings import empty_headings
from crossfoot.checks.form.item_headings import item_headings
from crossfoot.checks.form.list_numbers import list_numbers
from crossfoot.checks.form.lone_print import lone_print
from crossfoot.checks.form.lost_pound import POUND
from crossfoot.checks.form.numbering import NUMBERING
from crossfoot.checks.form.own_numbers import own_numbers
from crossfoot.checks.form.references import INSIDE
from crossfoot.checks.form.repetition import REPEATS
from crossfoot.checks.form.sections import SECTIONS
from crossfoot.checks.form.title import TITLE
from crossfoot.checks.form.uneven_print import uneven_print
from crossfoot.checks.wording.budget_sides import budget_sides, variance_columns
from crossfoot.checks.wording.claims_ahead import claims_ahead
from crossfoot.checks.wording.extremes import extremes
from crossfoot.checks.wording.gone_on import gone_on
from crossfoot.checks.wording.labelled_stages import labelled_stages
from crossfoot.checks.wording.lost_negation import NEGATION
from crossfoot.checks.wording.set_beside import set_beside
from crossfoot.checks.wording.sides import sides
from crossfoot.checks.wording.sides_by_nature import sides_by_nature
from crossfoot.checks.wording.stages import stages
from crossfoot.checks.wording.told_bounds import told_bounds
from crossfoot.checks.wording.told_changes import told_changes, told_nets
from crossfoot.checks.wording.trend_words import TREND_WORDS
from crossfoot.model import Verdict


def _by_words_too(rule: Rule, *further: Callable[[Context], Iterable[Outcome]]) -> Rule:
    """Return a rule that reads the words around its figures as well; what it says of the same figures it says once."""

    @wraps(rule.check)
    def check(context: Context) -> Iterator[Outcome]:
        said: set[frozenset[str]] = set()
        for outcome in rule.check(context):
            said.add(frozenset(figure.id for figure in outcome.figures))
            yield outcome
        for outcome in chain.from_iterable(told(context) for told in further):
            about = frozenset(figure.id for figure in outcome.figures)
            if not about or not any(about <= known for known in said):
                said.add(about)
                yield outcome

    return replace(rule, check=check)


def _unless_asked(rule: Rule, *further: Callable[[Context], Iterable[Outcome]]) -> Rule:
    """Return a rule that asks once for a record: by each of ``further`` only where nothing before it asked."""

    @wraps(rule.check)
    def check(context: Context) -> Iterator[Outcome]:
        asked = False
        for told in (rule.check, *further):
            for outcome in told(context):
                asked = asked or outcome.verdict is Verdict.QUERY
                yield outcome
            if asked:
                return

    return replace(rule, check=check)


RULES: tuple[Rule, ...] = (
    unless_rolled(_by_words_too(PARTS, summed_up, taken_up)),
    _by_words_too(SHARES, fractions_beside, shares_beside),
    HUNDRED,
    POINTS,
    _by_words_too(CHANGES, told_changes, grown_by, weighed_changes, told_multiples),
    _by_words_too(VARIANCES, variance_columns, weighed_variances, bare_variances),
    _by_words_too(VARIANCE_WORDS, budget_sides, sides_by_nature),
    _unless_asked(PRECISION, uneven_print, lone_print),
    WEEKDAY,
    _by_words_too(DEADLINE, late_told),
    _by_words_too(PROPER_OFFICER, signed_told),
    _by_words_too(SAME_DAY, same_day_told),
    _by_words_too(POSSIBLE, misprinted, backward),
    _unless_asked(WITHIN_PERIOD, out_of_frame),
    _unless_asked(QUARTERS, parts_beside),
    DATED,
    _by_words_too(TREND_WORDS, sides, claims_ahead, set_beside),
    _by_words_too(RATES, one_population),
    unless_rolled(
        _by_words_too(
            STOCK_AND_FLOW,
            told_stocks,
            told_nets,
            weighed_balances,
            carried_on,
        ),
        wider=True,
    ),
    NEGATION,
    _by_words_too(
        WORKLOAD,
        each_and_all,
        per_time,
        prices,
        weighed_averages,
        told_averages,
    ),
    EQUAL_ROWS,
    _by_words_too(RANGES, told_bounds, extremes, ranked, counted_rows),
    _by_words_too(STAFFING, filled_posts),
    AMOUNTS,
    _unless_asked(NUMBERING, list_numbers),
    _by_words_too(INSIDE, own_numbers),
    CITED,
    _by_words_too(SECTIONS, empty_headings, bare_headings),
    _unless_asked(TITLE, item_headings),
    unless_rolled(_by_words_too(FUNNEL, gone_on, stages, labelled_stages)),
    REPEATS,
    POUND,
)
"""The rules by number: 1–17, 21–33, 36–38."""

ACROSS: tuple[AcrossRule, ...] = (TREND_SINCE, SAME_DATE, JUMPS, PROMISES, FOLLOW_UPS)
"""The rules over several records by number: 18–20, 34, 35."""
