"""Rule 8: amounts side by side that are printed with a different precision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.arithmetic.budgets.budget_lines import BudgetLine, budget_lines
from crossfoot.checks.arithmetic.budgets.lost_noughts import lost_noughts
from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit

_FINE = Decimal(1000)
"""An amount printed to the thousand pounds or finer."""
_PRINTED = re.compile(
    r"(?P<whole>[\d,]+)(?:\.(?P<decimals>\d+))?\s*(?P<scale>m(?:illion|n)?|k|bn|billion)?\b", re.IGNORECASE
)


def check_precision(context: Context) -> Iterator[Outcome]:
    """Ask about budgets and outturns of which some are printed with fewer digits than the others.

    Budgets are set beside budgets and outturns beside outturns, and a budget beside its own outturn where one of them
    is printed to the thousand or finer; the same is asked of neighbours in one sentence and of the cells of one column,
    and of two amounts of a size of which one is in millions and the other in full. A record gives one finding at most,
    as one look settles all of them. Source: rule 8 of the list of checks ("£5.51m beside £5.018m").
    """
    every = [line for line in budget_lines(context) if line.outturn is not None and not _loosely(line)]
    lines = [line for line in every if line.variance is not None]
    shown: list[Figure] = []
    for row in ([line.budget for line in lines], [line.outturn for line in lines if line.outturn is not None]):
        forms = {_form(f): f for f in reversed(row) if _form(f) is not None and not context.passages.in_list(f)}
        if len(forms) > 1 and len({form[0] for form in forms if form}) == 1:
            shown += sorted(forms.values(), key=lambda f: f.span.start)
    for line in every if not shown else ():
        if (
            line.outturn is not None
            and _uneven(line.budget, line.outturn)
            and not context.passages.in_list(line.budget)
        ):
            shown += sorted((line.budget, line.outturn), key=lambda f: f.span.start)
    for first, second in _side_by_side(context):
        if first not in shown or second not in shown:
            shown += [first, second]
    if any(may_be_rounded(context, first, second) for first, second in pairwise(shown)):
        parts: list[Figure | str] = []
        for figure in shown[:8]:
            parts += [" beside ", figure] if parts else [figure]
        quotes = [" ".join(figure.quote.split()) for figure in shown[:8]]
        yield query(
            f"Amounts that stand side by side are printed with different precision, {' beside '.join(quotes)}; worth "
            "checking whether one was rounded.",
            *parts,
        )


def may_be_rounded(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether of two amounts the coarser may have been rounded.

    It was not where a third figure of its paragraph, printed as fine as the finer, is exactly their difference, their
    sum or the sum of the parts that it is one of: "£4.9m against £5.63m, £730,000 over". A forecast is rounder than
    what was spent as a matter of course.
    """
    coarse, fine = sorted((first, second), key=lambda f: -_printed_step(f))
    if coarse.unit is not Unit.GBP:
        return True
    if _only_in_full(first, second):
        return True
    if coarse.nature is Nature.FORECAST and fine.nature is Nature.ACTUAL:
        return False
    step = _printed_step(fine)
    paragraph = context.passages.paragraph_of(coarse)
    exact = {abs(first.value - second.value), first.value + second.value}
    near = [f for f in (paragraph.figures if paragraph else ()) if f.unit is Unit.GBP and f.step <= step]
    if any(f.value in exact for f in near if f is not first and f is not second):
        return False
    together = sorted({*near, coarse}, key=lambda f: f.value)
    if len(together) > _RUN and sum(f.value for f in together[:-1]) == together[-1].value:
        return False
    return not any(
        coarse in {group.whole, *group.parts}
        and sum(part.value for part in group.parts) == group.whole.value
        and all(_printed_step(f) <= step for f in (group.whole, *group.parts) if f is not coarse)
        for group in groups(context)
    )


_BETWEEN = 90
"""How many characters may lie between two figures that are read beside each other."""
_PARTED = re.compile(
    r"[;:(]|\b(?:while|whereas|but|including|of which"
    r"|of the(?! (?:year|quarter|month|period|term)\b)|of this|per|leaving|bringing)\b"
)
_SET_AGAINST = re.compile(r"\b(?:against|compared)\b")
_MEASURED = re.compile(r"\b(?:budget\w*|out-?turn|spen[dt]\w*|expenditure|forecast|projected|projection)\b")
"""Words that set what was spent against what was to be spent."""
_FROM, _TO = re.compile(r"\bfrom\s*£?$"), re.compile(r"\bto\s*£?$")
_LIKE = 3
"""Amounts of a size: one is at most so many times the other."""
_MILLION = Decimal(1_000_000)


def _side_by_side(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield the neighbours in one clause, and the cells of one column, that are printed unlike each other."""
    yield from lost_noughts(context)
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for first, second in pairwise(sentence.figures):
            gap = context.passages.between(first, second)
            if (
                _two_units(context, first, second, gap)
                or _lost_pence(first, second, gap)
                or (_IT_WAS.search(gap) and len(gap) <= _BETWEEN and _differ(first, second))
                or _otherwise_printed(sentence, first, second, gap)
                or _to_the_pound(context, sentence, first, second)
            ):
                yield first, second
                continue
            if len(gap) > _BETWEEN or _PARTED.search(gap) or not _differ(first, second):
                continue
            moved = _FROM.search(context.passages.before(first, 12)) and _TO.search(gap)
            words, ahead = gap + context.passages.after(second, 25), context.passages.before(first, 60)
            measured = first.unit is Unit.GBP and (
                _MEASURED.search(words) or (_SET_AGAINST.search(words) and _MEASURED.search(ahead))
            )
            round_one = _is_round(first) or _is_round(second)
            if first.unit is Unit.PERCENT and any(f.value % _TENS == 0 for f in (first, second)):
                moved = None  # "from 20% to 17.7%": a round one tells no precision
            joined = _AND.match(gap) is not None and not round_one and _parallel(context, first, second)
            joined = joined and not _of_two_measures(first, second)
            joined = joined or (first.unit is Unit.PERCENT and _same_words(context, first, second))
            in_two_ways = joined and (_form(first) or ("",))[0] != (_form(second) or ("",))[0]
            at_two_times = not round_one and _at_two_times(context, first, second)
            if moved or measured or in_two_ways or at_two_times or (joined and first.unit is Unit.PERCENT):
                yield first, second
        yield from _two_scales(sentence)
        yield from _odd_in_run(context, sentence)
    for table in context.passages.tables:
        for index in range(1, table.width) if not _of_many_measures(table) else ():
            cells = [cell for cell in table.column(index) if cell is not None]
            yield from _odd_cell(cells)
        if not _of_many_measures(table) and table.width == _TWO_COLUMNS:
            yield from _odd_cell([cell for row in table.rows for cell in row if cell is not None], least=4)
    for block in context.passages.lists:
        if all(len(item.figures) == 1 and item.span.end - item.span.start <= _ITEM for item in block.items):
            yield from _odd_cell([item.figures[0] for item in block.items])


def _of_two_measures(first: Figure, second: Figure) -> bool:
    """Tell whether the labels of two percentages name two things: "inflation at 2.5% and pay at 3%"."""
    labels = [content_words(f"{f.label} {f.subject}") for f in (first, second)]
    same = first.indicator == second.indicator is not None
    return first.unit is Unit.PERCENT and not same and all(labels) and not labels[0] & labels[1]


_TWO = 2
_APART = re.compile(r"[;:(]|\b(?:of which|per|leaving|bringing|including)\b")


def _otherwise_printed(sentence: Sentence, first: Figure, second: Figure, gap: str) -> bool:
    """Tell whether of two amounts of a size in one clause one is printed as nobody prints the other on purpose.

    Noughts at the end are left out as a matter of course, so "£4.9m" beside "£5.63m" tells nothing. Three decimals
    beside two do, and beside one where no third amount is told; so do a sum in full, no finer than the millions beside
    it, and thousands that are millions.
    """
    if {first.unit, second.unit} != {Unit.GBP} or {first.qualifier, second.qualifier} != {Qualifier.NONE}:
        return False
    small, large = sorted((abs(first.value), abs(second.value)))
    if len(gap) > _BETWEEN or _APART.search(gap) or small <= 0 or large > small * _LIKE:
        return False
    forms = {_form(f): f for f in (first, second)}
    scales = {form[0]: f for form, f in forms.items() if form is not None}
    if set(scales) == {"m"} and len(forms) == _TWO:
        decimals = sorted(form[1] for form in forms if form is not None)
        alone = sum(f.unit is Unit.GBP for f in sentence.figures) == _TWO
        return decimals == [2, 3] or (decimals == [1, 3] and alone)
    if set(scales) == {"m", ""} and scales["m"].value < _MILLION <= scales[""].value:
        return _only_in_full(first, second)  # "£1,250,000 from the Lottery and £0.75m from the Council"
    if set(scales) == {"m", ""}:
        return (small >= _MILLION or large < _MILLION) and _only_in_full(first, second)
    return set(scales) == {"m", "k"} and scales["k"].value >= _MILLION


_A_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/-]\d\d)?\b")


def _to_the_pound(context: Context, sentence: Sentence, first: Figure, second: Figure) -> bool:
    """Tell whether of the two amounts of a sentence, told alike, one is in millions and the other to the pound."""
    if {first.unit, second.unit} != {Unit.GBP} or sum(f.unit is Unit.GBP for f in sentence.figures) != _TWO:
        return False
    scales = {(_form(f) or ("?",))[0]: f for f in (first, second)}
    gap = _A_YEAR.sub("", context.passages.between(first, second))
    told_alike = _AND.match(gap) and _parallel(context, first, second)
    return set(scales) == {"m", ""} and scales[""].value % _FINE != 0 and bool(told_alike)


def _only_in_full(first: Figure, second: Figure) -> bool:
    """Tell whether of two amounts one is in millions and the other, though no finer, in full."""
    scales = {(_form(f) or ("?",))[0]: f for f in (first, second)}
    return set(scales) == {"m", ""} and scales[""].value % scales["m"].step == 0


_TWO_COLUMNS = 3
"""The width of a table that sets two columns of one measure beside each other, as of two years, behind its names."""
_IT_WAS = re.compile(r";[^;.£]{0,40}\b(?:it|this|they) (?:had been|was|were|had stood at|stood at)\s*£?$")
_DAYS = {Unit.DAYS: Decimal(1), Unit.WEEKS: Decimal(7), Unit.MONTHS: Decimal(30), Unit.YEARS: Decimal(365)}
_FAR = 180
_SET_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|against|average|nationally|england|target|had been|the year before)\b"
)


_THEN_AND_NOW = re.compile(
    r"\b(?:(?:last|previous|this|current|next|following|same) (?:financial |academic |calendar )?(?:year|quarter"
    r"|month|period)"
    r"|a year (?:earlier|later|before|ago)|(?:year|quarter|month) before)\b"
)


_SOURCE = re.compile(r"\s*(?:comes? |came |is |was |would come |will come )?(?:from|to|for)\b")


def _at_two_times(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether two values are of one measure at two times: "£2.315m in the last year and £2.48m this year"."""
    if first.indicator != second.indicator or "\n" in context.passages.between(first, second):
        return False
    if all(_SOURCE.match(context.passages.after(f, 20)) for f in (first, second)):
        return False  # "£3.2m comes from borrowing, £2.25m from the Fund" are two sources of one sum
    times, same = (first.period, second.period), first.nature is second.nature and first.indicator is not None
    told = same and None not in times and times[0] != times[1]
    behind = [_THEN_AND_NOW.search(re.split(r"[.;]", context.passages.after(f, 40))[0]) for f in (first, second)]
    return told or None not in behind


_PENCE = 2
_PRICES = 2000


def _lost_pence(first: Figure, second: Figure, gap: str) -> bool:
    """Tell whether of two prices joined by "and" one has its pence and the other has lost them."""
    forms = _form(first), _form(second)
    if {first.unit, second.unit} != {Unit.GBP} or {first.qualifier, second.qualifier} != {Qualifier.NONE}:
        return False
    small, large = sorted((abs(first.value), abs(second.value)))
    of_a_size = small > 0 and large <= small * _LIKE and large <= _PRICES
    return of_a_size and {("", 0), ("", _PENCE)} == set(forms) and _JOINED.match(gap) is not None


_JOINED = re.compile(
    r"^(?!.*\b(?:average|against|from)\b)[^.;()£\d]{0,50}(?:,|\band\b|\bor\b|\bwhile\b)[^.;()£\d]{0,50}£?$"
)


def _two_units(context: Context, first: Figure, second: Figure, gap: str) -> bool:
    """Tell whether two lengths of time of one thing are told in different units: "594 days; the national average …"."""
    if first.unit is second.unit or first.unit not in _DAYS or second.unit not in _DAYS or len(gap) > _FAR:
        return False
    small, large = sorted((first.value * _DAYS[first.unit], second.value * _DAYS[second.unit]))
    same = first.indicator == second.indicator
    beside = first.indicator is not None and _SET_BESIDE.search(gap) is not None
    joined = _AND.match(gap) is not None and _parallel(context, first, second)
    return same and small > 0 and large <= small * _LIKE and (beside or joined)


_ITEM = 50
"""The longest item, in characters, that is a name and its amount; longer ones are sentences of their own."""


def _of_many_measures(table: Table) -> bool:
    """Tell whether the rows of a table are different measures, each with its own way of printing."""
    named = sum(
        re.search(r"%|\bper cent\b|\bnumber\b|\brate\b|\baverage\b", label.lower()) is not None
        for label in table.labels
    )
    keys = {cell.indicator for row in table.rows for cell in row if cell is not None and cell.unit is Unit.PERCENT}
    return named >= 2 or len(keys - {None}) >= 2


def _odd_in_run(context: Context, sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Yield the one of three or more amounts told in a row that is printed finer than the others, or in another scale.

    One that is smaller than all others has more decimals as a matter of course, and one without any is a round one.
    """
    runs: list[list[Figure]] = [[]]
    for figure in sentence.figures:
        last = runs[-1][-1] if runs[-1] else None
        gap = context.passages.between(last, figure) if last is not None else ""
        alike = last is None or (last.unit is figure.unit and len(gap) <= _BETWEEN and _IN_A_ROW.match(gap))
        if not alike:
            runs.append([])
        runs[-1].append(figure)
    for run in runs:
        forms = [_form(f) for f in run]
        plain = all(f.qualifier is Qualifier.NONE and f.value > 0 for f in run) and run[:1]
        if len(run) < _RUN or not plain or None in forms:
            continue
        if run[0].unit not in {Unit.GBP, Unit.PERCENT}:
            odd_one = _whole_among_averages(context, run)
            if odd_one is not None:
                yield next(f for f in run if f is not odd_one), odd_one
            continue
        kinds = sorted(set(forms), key=forms.count)
        if len(kinds) != 2 or forms.count(kinds[0]) != 1:
            continue
        odd = run[forms.index(kinds[0])]
        others = [f for f in run if f is not odd]
        if kinds[0] is not None and kinds[1] is not None and _is_odd(odd, others, kinds[0], kinds[1]):
            yield others[-1], odd


def _whole_among_averages(context: Context, run: Sequence[Figure]) -> Figure | None:
    """Return the one of three or more averages told alike that lost its decimals: "17.4 in the East team, 18 in …"."""
    whole = [f for f in run if (_form(f) or ("", 0))[1] == 0]
    others = [f for f in run if f not in whole]
    if len(whole) != 1 or len({(_form(f) or ("", 0))[1] for f in others}) != 1:
        return None
    low, high = min(f.value for f in others), max(f.value for f in others)
    near = low * Decimal("0.8") <= whole[0].value <= high * Decimal("1.25") and high <= low * _LIKE
    alike = all(_parallel(context, run[0], f) for f in run[1:])
    return whole[0] if near and alike else None


_IN_A_ROW = re.compile(r"^[^.;(£]*(?:,|\band\b)[^.;(£]*$")
_RUN = 3


def _is_odd(odd: Figure, others: Sequence[Figure], form: tuple[str, int], usual: tuple[str, int]) -> bool:
    """Tell whether one amount of a row is printed unlike the others though it is of their size."""
    low, high = min(f.value for f in others), max(f.value for f in others)
    if not low <= odd.value * 2 or not odd.value <= high * 2 or high > low * _FOUR:
        return False
    if form[0] == "m" and usual[0] == "" and odd.value < _MILLION:
        return True  # whoever writes thousands in full writes no millions that are none
    if form[0] != usual[0]:
        return {form[0], usual[0]} == {"", "k"} and low <= odd.value * Decimal("1.5") <= high * Decimal("2.25")
    finer = form[1] > usual[1] > 0 and odd.value * Decimal("1.25") >= low
    coarser = usual[1] > form[1] > 0 and usual[1] > 1
    return finer or coarser


_AND = re.compile(r"^(?:%| per cent)?[^.;()£\d]{0,45}?(?:,| and| while)[^.;()£\d]{0,45}$")
_ROUND = 5
_TENS = 10


def _is_round(figure: Figure) -> bool:
    """Tell whether a percentage is a round one, as aims and guesses are: their print tells no precision."""
    return figure.unit is Unit.PERCENT and figure.value % _ROUND == 0


def _parallel(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether two figures stand behind, or in front of, the same small word: "94% in the one and 91.2% in …"."""
    front = [re.search(r"\b(in|at|for|of|by|on)\s+$", context.passages.before(f, 8)) for f in (first, second)]
    behind = [
        re.match(
            r"\s*(?:%|per cent|(?:day|week|month|year)s?)?\s*(in|at|for|of|by|on)\b", context.passages.after(f, 14)
        )
        for f in (first, second)
    ]
    return any(a is not None and b is not None and a[1] == b[1] for a, b in (front, behind))


def _same_words(context: Context, first: Figure, second: Figure) -> bool:
    """Tell whether the same words stand behind two figures: "97.3% of cases in the quarter … 95% of cases …"."""
    said = [re.findall(r"[a-z]+", context.passages.after(f, 40))[:_TOLD_ALIKE] for f in (first, second)]
    return said[0] == said[1] and len(said[0]) == _TOLD_ALIKE


_TOLD_ALIKE = 4


def _two_scales(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Yield two amounts under a million of one sentence of which one is in millions and one in thousands."""
    small = [f for f in sentence.figures if f.unit is Unit.GBP and 0 < abs(f.value) < _MILLION]
    millions = [f for f in small if (_form(f) or ("", 0))[0] == "m"]
    thousands = [f for f in small if (_form(f) or ("", 0))[0] == "k"]
    if millions and thousands:
        yield millions[0], thousands[0]
        return
    money = [f for f in sentence.figures if f.unit is Unit.GBP]
    large = [f for f in money if abs(f.value) >= _MILLION and (_form(f) or ("", 0))[0] == "k"]
    others = [f for f in money if (_form(f) or ("", 0))[0] == "m"]
    if len(large) == 1 and others:
        yield others[-1], large[0]  # whoever writes millions writes no thousand thousands


_WHOLE_THINGS = frozenset({Unit.COUNT, Unit.FTE, None})


def _comparable(cells: Sequence[Figure], kinds: Sequence[tuple[str, int] | None]) -> bool:
    """Tell whether two ways of printing may be set against each other: of amounts, those with one scale alone."""
    scales = {kind[0] for kind in kinds if kind is not None}
    if len(scales) != 1 or len({cell.unit for cell in cells}) != 1:
        return False
    if scales == {""} and cells[0].unit is Unit.GBP:  # a column of pounds under "£m", or of prices
        return len(cells) > 2 and all(k is not None and k[1] > 0 for k in kinds)
    return scales != {""} or (cells[0].unit is not Unit.GBP and len(cells) > 2 and all(k and k[1] < 2 for k in kinds))


def _odd_cell(cells: Sequence[Figure], least: int = 2) -> Iterator[tuple[Figure, Figure]]:
    """Yield one cell that has fewer or more decimals than the others of its column, with one of those."""
    averages = _lost_decimals(cells)
    if averages is not None:
        yield averages
        return
    millions = [cell for cell in cells if (_form(cell) or ("", 0))[0] == "m"]
    in_full = [cell for cell in cells if cell.unit is Unit.GBP and (_form(cell) or ("?", 0))[0] == ""]
    if len(millions) == 1 and 0 < millions[0].value < _MILLION and len(in_full) >= _RUN:
        yield in_full[0], millions[0]
        return
    plain = [cell for cell in cells if cell.qualifier is Qualifier.NONE and cell.unit not in _WHOLE_THINGS]
    forms = [_form(cell) for cell in plain]
    if len(plain) < least or len(plain) != len(cells) or None in forms:
        return
    kinds = sorted(set(forms), key=forms.count)
    if (
        len(kinds) == 2
        and forms.count(kinds[0]) == 1
        and kinds[0]
        and kinds[1]
        and (_comparable(plain, kinds) or (least > len(kinds) and {c.unit for c in plain} == {Unit.PERCENT}))
    ):
        odd = forms.index(kinds[0])
        if _is_round(plain[odd]):
            return
        yield plain[odd], plain[odd - 1 if odd else 1]


_FOUR = 4
_AVERAGED = frozenset({Unit.COUNT, Unit.DAYS, Unit.WEEKS, Unit.SCORE, None})


def _lost_decimals(cells: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return the one of four averages or more that lost its decimals, behind another: "38.5, 41.2, 40, 43.7"."""
    if len(cells) < _FOUR or any(cell.unit not in _AVERAGED for cell in cells):
        return None
    decimals = [(_form(cell) or ("", 0))[1] for cell in cells]
    whole = [cell for cell, count in zip(cells, decimals, strict=True) if count == 0]
    low, high = min(cell.value for cell in cells), max(cell.value for cell in cells)
    if len(whole) != 1 or len(set(decimals)) != _TWO or not 0 < low <= high <= low * _LIKE:
        return None
    return next(cell for cell in cells if cell is not whole[0]), whole[0]


def _differ(first: Figure, second: Figure) -> bool:
    """Tell whether two figures beside each other are of one kind and size and printed unlike each other."""
    if (
        first.unit is not second.unit
        or first.unit not in {Unit.GBP, Unit.PERCENT}
        or {first.qualifier, second.qualifier} != {Qualifier.NONE}
    ):
        return False
    form, other_form = _form(first), _form(second)
    small, large = sorted((abs(first.value), abs(second.value)))
    if form is None or other_form is None or small <= 0 or large > small * _LIKE:
        return False
    (scale, decimals), (other, others) = form, other_form
    if scale == other:
        return decimals != others and (min(decimals, others) > 0 or first.unit is Unit.PERCENT)
    return "m" in {scale, other} and (small >= _MILLION or large < _MILLION)


def _loosely(line: BudgetLine) -> bool:
    """Tell whether an amount of a line is said to be about right only."""
    return any(f is not None and f.qualifier is not Qualifier.NONE for f in (line.budget, line.outturn, line.variance))


def _uneven(first: Figure, second: Figure) -> bool:
    """Tell whether of two amounts one is printed to the thousand or finer and the other is not printed so fine.

    Noughts at the end of an amount in full pounds tell nothing: £1,500,000 may be exact.
    """
    fine, coarse = sorted((_printed_step(first), _printed_step(second)))
    forms = _form(first), _form(second)
    small, large = sorted((first.value, second.value))
    if forms[0] and forms[1] and forms[0][0] != forms[1][0] and small < _MILLION <= large:
        return False  # whoever writes millions with an m writes what is less in full
    scaled = [form for form in forms if form and form[0]]
    return bool(scaled) and fine <= _FINE and coarse >= fine * 10 and max(first.value, second.value) >= _FINE * 100


def _printed_step(figure: Figure) -> Decimal:
    """Return the size of the last digit that tells something: £988,000 is as fine as £0.988m."""
    digits = figure.value.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    return max(figure.step, min(Decimal(1).scaleb(exponent), _FINE))


def _form(figure: Figure) -> tuple[str, int] | None:
    """Return the scale and the number of decimals that an amount is printed with, or None for no plain amount."""
    match = _PRINTED.search(figure.quote)
    if match is None:
        return None
    scale = (match["scale"] or "").lower()[:1]
    return scale, len(match["decimals"] or "")


PRECISION = Rule(
    8, "mixed precision", Severity.LOW, "Amounts side by side are printed with one precision.", check_precision
)
