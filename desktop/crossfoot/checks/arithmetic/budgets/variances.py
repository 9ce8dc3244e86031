"""Rules 6 and 7: a variance is the difference of budget and outturn, and its word says which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.checks.arithmetic.budgets.budget_lines import budget_lines
from crossfoot.checks.arithmetic.budgets.budget_words import worded_lines
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Severity
from crossfoot.model.wording import value_words

_OF_YEARS = re.compile(r"\b(?:cumulative|accumulated|brought forward|historic\w*)\b")
"""A deficit that several years have made is no difference of this year's budget and spending."""


def check_variances(context: Context) -> Iterator[Outcome]:
    """Say of every variance whether it is the difference of its budget and its outturn, without the sign.

    Source: rule 6 of the list of checks ("5.51m − 4.69m = 820k; 5.425m − 5.018m = 407k").
    """
    lines = budget_lines(context)
    told = {
        (line.budget.id, line.outturn.id)
        for line in lines
        if line.outturn is not None
        and line.variance is not None
        and _is_difference(line.budget, line.outturn, line.variance)
    }
    for line in lines:
        if line.outturn is None or line.variance is None or not _meant(line.budget, line.outturn, line.variance):
            continue
        if _OF_YEARS.search(context.passages.before(line.variance, 60)) or _of_before(line.budget, line.variance):
            continue
        budget, outturn, variance = line.budget, line.outturn, line.variance
        if _of_two_sides(context, budget, outturn) or _is_another_budget(context, outturn):
            continue
        first, second = as_printed(budget, outturn, variance)
        value = first.value - second.value
        said, printed = value_words(abs(value), variance.unit), value_words(abs(variance.value), variance.unit)
        if (reach(first) - reach(second)).size().meets(reach(variance).size()):
            computed = value_words(value, variance.unit)
            note = " holds" if value == variance.value else f" printed, {computed} computed, holds within rounding"
            yield holds(f"Budget and outturn differ by {printed}.", first, " − ", second, " = ", variance, note)
        elif (budget.id, outturn.id) not in told and not (
            (abs(variance.value) < value and _is_one_of_several(context, variance))
            or _is_told_beside(context, budget, outturn, variance)
        ):
            yield query(
                f"Budget and outturn differ by {said}, but {printed} is printed; worth checking which of "
                f"the three is meant.",
                first,
                " − ",
                second,
                f" = {value_words(value, variance.unit)}, ",
                variance,
                " is printed",
            )


def as_printed(one: Figure, other: Figure, difference: Figure) -> tuple[Figure, Figure]:
    """Return two amounts in the order in which the second taken from the first has the sign that is printed.

    An underspend is printed as −210 or (210), or without a sign: 4,050 − 4,260 makes the first two, 4,260 − 4,050 the
    last.
    """
    larger, smaller = (one, other) if one.value >= other.value else (other, one)
    return (larger, smaller) if difference.value >= 0 else (smaller, larger)


def _is_difference(budget: Figure, outturn: Figure, variance: Figure) -> bool:
    """Tell whether a variance is what a budget and its outturn differ by; another one beside it is of another time."""
    return (reach(budget) - reach(outturn)).size().meets(reach(variance).size())


def _of_before(budget: Figure, variance: Figure) -> bool:
    """Tell whether a variance is of a time that was over before its budget's began: "a year ago it was £215,000"."""
    if budget.period is None or variance.period is None:
        return False
    return variance.period.end < budget.period.start


_NEXT_OF_SEVERAL = re.compile(r"\s*\)(?:,|;| and|, and)[^.;£()]{3,60}\(\s*£?$")


_INCOME_OF = re.compile(r"\b(?:income|receipts|takings|fees|proceeds|earnings)\b[^.;£]{0,40}£?$")


def _is_income(context: Context, figure: Figure) -> bool:
    """Tell whether the words in front of an amount make it income."""
    return _INCOME_OF.search(context.passages.before(figure, 60)) is not None


def _of_two_sides(context: Context, budget: Figure, outturn: Figure) -> bool:
    """Tell whether one sentence gives an estimate and the next one what came in, or the other way round."""
    one, other = context.passages.sentence_of(budget), context.passages.sentence_of(outturn)
    apart = one is not other and one is not None and not context.passages.paragraphs[one.paragraph].is_row
    return apart and _is_income(context, outturn) is not _is_income(context, budget)


def _is_one_of_several(context: Context, variance: Figure) -> bool:
    """Tell whether an amount stands in brackets behind the first of several names: "the Academy (£7m), the road (£4m)".

    Each is a part of what lies between a budget and its outturn.
    """
    sentence = context.passages.sentence_of(variance)
    if sentence is None or not context.passages.before(variance, 3).rstrip("£ ").endswith("("):
        return False
    behind = [f for f in sentence.figures if f.span.start >= variance.span.end and f.unit is variance.unit]
    return bool(behind) and _NEXT_OF_SEVERAL.match(context.passages.between(variance, behind[0])) is not None


_BUDGET_OF = re.compile(r"\b(?:budgets?|estimates?) (?:of|was|were|is|being) £?$")


def _is_another_budget(context: Context, outturn: Figure) -> bool:
    """Tell whether what was taken for spending is called a budget: "£541,000 over their budget of £3,260,000"."""
    return _BUDGET_OF.search(context.passages.before(outturn, 24)) is not None


def _is_told_beside(context: Context, budget: Figure, outturn: Figure, variance: Figure) -> bool:
    """Tell whether another amount of the paragraph is the difference: "The excess of £0.3m was on placements (£0.4m)".

    What follows it then is a part of it, or makes up for a part of it.
    """
    paragraph = context.passages.paragraph_of(variance)
    apart = abs(budget.value - outturn.value)
    return (
        paragraph is not None
        and abs(variance.value) != apart > 0
        and any(
            abs(f.value) == apart and f.unit is variance.unit and f not in {budget, outturn, variance}
            for f in paragraph.figures
        )
    )


_FAR = 8


def _meant(budget: Figure, outturn: Figure, variance: Figure) -> bool:
    """Tell whether a variance is of the size that lies between two amounts, or one slip of typing off it.

    What is many times larger or smaller is of another budget, of which the text gives no outturn.
    """
    apart, printed = abs(budget.value - outturn.value), abs(variance.value)
    near = printed <= apart * _FAR and apart <= printed * _FAR
    small = apart < max(budget.step, outturn.step) * _FAR
    slips = [(replace(variance, value=printed), apart)]
    for one, other in ((budget, outturn), (outturn, budget)):
        slips += [(one, other.value + printed), (one, other.value - printed)]
    return near or small or any(is_slip(figure, meant) for figure, meant in slips)


def check_variance_words(context: Context) -> Iterator[Outcome]:
    """Say of every variance called a saving or an overspend whether the outturn lies on that side of the budget.

    Source: rule 7 of the list of checks ("saving" with outturn below budget; "overspend" above).
    """
    for line in (*budget_lines(context), *worded_lines(context)):
        if line.outturn is None or line.way is None:
            continue
        if line.variance is not None and not _meant(line.budget, line.outturn, line.variance):
            continue
        if line.variance is not None and (
            _of_both(context, line.outturn, line.variance)
            or _is_told_beside(context, line.budget, line.outturn, line.variance)
        ):
            continue
        apart = abs(line.outturn.value - line.budget.value)
        if apart and apart < max(line.outturn.step, line.budget.step):
            continue  # rounding may hide which of them is the larger
        below = line.outturn.value < line.budget.value
        is_said_below = line.way is Way.DOWN
        if _TURNING.fullmatch(line.word):
            words = _led_by(context, line.outturn)
            if _INCOME.search(words) and _SPENDING.search(words):
                continue  # which of the two is over or under its budget is not said
            if _INCOME.search(words):
                is_said_below = not is_said_below
        working: tuple[Figure | str, ...] = (
            "outturn ",
            line.outturn,
            " is below " if below else " is above ",
            "the budget of ",
            line.budget,
            *((f": “{line.word}” of ", line.variance) if line.variance is not None else (f": “{line.word}”",)),
        )
        if below == is_said_below:
            yield holds(f"The word “{line.word}” agrees with the outturn.", *working, " holds")
        else:
            side = "below" if below else "above"
            yield query(f"The outturn is {side} the budget, but the text says “{line.word}”; worth checking.", *working)


_TOGETHER = re.compile(
    r"\b(?:together|combined|between them|in all|in total|overall|in sum|altogether|(?:the|all) (?:two|three|four))\b"
)


def _of_both(context: Context, outturn: Figure, variance: Figure) -> bool:
    """Tell whether a variance is told of several budgets together: "Taken together the two were £0.47m over"."""
    gap = context.passages.between(outturn, variance) if outturn.span.end <= variance.span.start else ""
    return "." in gap and _TOGETHER.search(gap.rpartition(".")[2]) is not None


_TURNING = re.compile(r"surplus|deficit|shortfall|pressures?|adverse|favou?rable")
"""Words that say whether it is good: of income, more than was budgeted is."""
_INCOME = re.compile(r"\b(?:income|receipts|takings|fees|proceeds|earnings|earned|brought in|collected|sales)\b")
_SPENDING = re.compile(r"\b(?:spen[dt]\w*|expenditure|costs?|net)\b")


def _led_by(context: Context, figure: Figure) -> str:
    """Return the words of a figure's sentence up to it, with those that its row or its clause calls it by."""
    sentence = context.passages.sentence_of(figure)
    ahead = context.passages.low[sentence.span.start : figure.span.start] if sentence else ""
    return f"{ahead} {figure.label} {figure.subject}".lower()


VARIANCES = Rule(6, "variance", Severity.HIGH, "A variance is the difference of budget and outturn.", check_variances)
VARIANCE_WORDS = Rule(
    7, "variance's word", Severity.HIGH, "“Saving” and “overspend” agree with the amounts.", check_variance_words
)
