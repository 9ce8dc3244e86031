"""Rule 26: a value against a range that is given for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.ranges.all_within import all_within
from crossfoot.checks.arithmetic.ranges.bounds import bounded
from crossfoot.checks.arithmetic.ranges.limits import limited
from crossfoot.checks.arithmetic.ranges.spans_of_values import Placed, listed, placed, ranges, rows_before
from crossfoot.checks.arithmetic.ranges.told_averages import told_averages, told_inside
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import same_measure
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import number_words, value_words

_RANGE = re.compile(
    r"\branges? (?:of|was|is|being)?\s*(?=£?\d)|\brange of\b|\banything (?:from|between)\b|\b(?:cost|costs"
    r"|costing|scored?|were|was"
    r"|stood) between\b|\brang(?:e|es|ed"
    r"|ing)\b[a-z ]{0,20}\b(?:from|between)\b|\b(?:vary|varies|varied|varying"
    r"|lay|lie|lies|ran|runs?|went|goes|spread|stretch(?:ed|es)?|extend(?:ed|s)?) (?:from|between)\b"
)
_WENT = re.compile(r"\b(?:went|goes|(?:would|will|to|should|could) go) from\b")
_ENDS = re.compile(r"^(?: ?%| per cent)?(?: (?:for|in|at) [a-z' ]{2,25}?)?\s*(?:to|and|[-–])\s*£?$")
_TOLD_OF = re.compile(r"^(?: ?%| per cent)? (?:for|in|at) ")
_HIGHEST, _LOWEST = re.compile(r"\bhighest\b"), re.compile(r"\blowest\b")
_ABOUT = Decimal("0.03")
"""A mean of teams is not the council's mean where the teams differ in size: this share is allowed to either side."""


def check_ranges(context: Context) -> Iterator[Outcome]:
    """Say whether the council's own value fits a range that is given for it.

    "With X having the highest" sets the mean of the list before it, or the council's own printed average, against
    the range's
    end. A range that sums up the list before it ("ranging from 19.9 to 31.1") is set against that list. Source:
    rule 26 of
    the list of checks (mean of the six averages 32.15 is printed as 32, the "highest" of 21 to 32).
    """
    settled: set[str] = set()
    for outcome in (
        *_between_extremes(context),
        *_told_ranges(context),
        *_in_rows(context),
        *_average_rows(context),
    ):
        settled |= {figure.id for figure in outcome.figures}
        yield outcome
    for outcome in (*all_within(context), *bounded(context), *limited(context)):
        if not settled & {figure.id for figure in outcome.figures}:
            yield outcome
    told: set[str] = set()
    for given in ranges(context):
        values = listed(context, given) or rows_before(context, given)
        if values and not settled & {f.id for f in values}:
            yield _extremes(values, given.low, given.high)
        for found in placed(context, given):
            if found.value.id not in settled and (outcome_of := _placed(found)) is not None:
                told.add(found.value.id)
                yield outcome_of
    for outcome in (*told_averages(context), *told_inside(context)):
        if not (settled | told) & {figure.id for figure in outcome.figures}:
            yield outcome


def _placed(found: Placed) -> Outcome | None:
    """Return whether a value lies where the words place it by a range."""
    value, low, high = found.value, found.given.low, found.given.high
    broken = low.step < 1 and high.step < 1
    counted = found.word == "value" or value.unit is not low.unit
    if not same_kind(value, low) or (broken and value.step >= 1 and counted):
        return None  # nine cases are no value among averages from 15.2 to 22.4, nor four libraries among scores
    whole = Interval(reach(low).low, reach(high).high)
    inside = whole.meets(reach(value))
    fits = {"top": reach(high).meets(reach(value)), "bottom": reach(low).meets(reach(value))}.get(found.place, inside)
    working: tuple[Figure | str, ...] = ("range from ", low, " to ", high, f", {found.word} ", value)
    if fits:
        return holds("The value fits the range.", *working, ", holds")
    printed = value_words(value.value, value.unit)
    return query(
        f"The text has {printed} as the “{found.word}”, but the range is {value_words(low.value, low.unit)} to "
        f"{value_words(high.value, high.unit)}; worth checking.",
        *working,
    )


def _told_ranges(context: Context) -> Iterator[Outcome]:
    """Yield whether the ends and the average that are named behind a range fit it, and whether it sums up its list."""
    for sentence in context.passages.sentences:
        opened = _RANGE.search(sentence.low)
        if opened is None:
            continue
        ends = _ends(context, sentence, sentence.span.start + opened.start())
        if ends is None:
            continue
        low, high = ends
        told_of_two = _TOLD_OF.match(context.passages.between(low, high)) is not None
        if low.value > high.value and (told_of_two or _WENT.search(opened.group())):
            continue  # "goes from 36 to 31" is a change, "from 74% in Lee to 31% in Dale" is of two places
        if low.value > high.value:
            yield query("The range's first end is above its second; worth checking.", low, " to ", high)
            continue
        values = _list_before(context, sentence, low)
        end = high if _HIGHEST.search(sentence.low) else low if _LOWEST.search(sentence.low) else None
        named = list(_named_values(context, sentence, low, high))
        if named:
            yield from (_within(word, value, low, high) for word, value in named)
        elif end is not None and len(values) >= 2:
            yield from _mean_at_end(values, end, high is end)
        elif end is None and values and low.nature is not Nature.BENCHMARK and _sums_up(sentence):
            yield _extremes(values, low, high)
        elif end is None and not values:
            listed = _listed_before(context, sentence, low)
            if len(listed) >= 3:
                yield _extremes(listed, low, high)


_EXTREME = re.compile(r"\b(?:(?P<top>highest|largest|maximum|longest)|(?P<low>lowest|smallest|minimum|shortest))\b")
_MEAN = re.compile(
    r"\b(?P<word>average|mean|median)\b(?: (?:for|of|across) [a-z ]{1,30})?(?: (?:was|is|being|of|at|were|stood at))?"
    r"\s*£?$|\b(?:averag(?:ed|ing)|on average)\s*£?$"
)


def _between_extremes(context: Context) -> Iterator[Outcome]:
    """Yield whether an average lies between a highest and a lowest value, or in a range of its own sentence.

    The highest and the lowest are known by their words, "the highest was 26 and the lowest 11"; a range by "between 3
    and 9" or by its brackets, "(82% to 95%)".
    """
    for sentence in context.passages.sentences:
        if not sentence.figures:
            continue
        before = context.passages.previous(sentence)
        places = [s for s in (before, sentence) if s is not None and s.paragraph == sentence.paragraph]
        if context.passages.paragraphs[sentence.paragraph].is_row or _RANGE.search(sentence.low):
            continue
        for average in sentence.figures:
            found = _MEAN.search(context.passages.before(average, 60))
            if found is None:
                continue
            ends = _bracketed(context, sentence, average) or _named_ends(context, places, average)
            if ends is not None and all(
                same_kind(end, average) or Unit.SCORE in {end.unit, average.unit} for end in ends
            ):
                yield _within(found["word"] or "average", average, *ends)


_AVERAGE_ROW = re.compile(r"\b(?P<word>average|mean|median)\b")


def _in_rows(context: Context) -> Iterator[Outcome]:
    """Yield whether the average of three rows lies between the lowest and the highest value of the other two."""
    rows = context.passages.paragraphs
    for index in range(len(rows) - 2):
        three = rows[index : index + 3]
        if not all(len(row.figures) == 1 and (row.is_row or row.kind in {"item", "short"}) for row in three):
            continue
        told: dict[str, Figure] = {}
        word = ""
        for row in three:
            label = context.passages.low[row.span.start : row.figures[0].span.start]
            average, extreme = _AVERAGE_ROW.search(label), _EXTREME.search(label)
            if (average is None) is (extreme is None):
                break
            word = average["word"] if average else word
            told["middle" if average else (extreme.lastgroup or "") if extreme else ""] = row.figures[0]
        if told.keys() == {"top", "low", "middle"} and told["low"].value < told["top"].value:
            ends = told["low"], told["top"]
            if all(same_kind(end, told["middle"]) for end in ends):
                yield _within(word, told["middle"], *ends)


_OWN_AVERAGE = re.compile(
    r"^(?:the |our |all |total |overall |council |borough |service |team |school )*(?:average|mean|median)"
    r"(?!.*\b(?:national|england|region\w*|target|neighbours?)\b)"
)
_LEAST_ROWS = 3
_TWO_ROWS, _FAR_APART = 2, 8
"""Two rows that lie so many times apart are a total and what it is shared among, and no range."""


def _average_rows(context: Context) -> Iterator[Outcome]:
    """Yield whether the row of a table that is called its average lies between the other rows of each column."""
    for table in context.passages.tables:
        named = [index for index, label in enumerate(table.labels) if _OWN_AVERAGE.search(label.lower())]
        if len(named) != 1 or len(table.rows) < _LEAST_ROWS:
            continue
        for index in range(1, table.width):
            average = table.rows[named[0]][index] if index < len(table.rows[named[0]]) else None
            rest = [row[index] if index < len(row) else None for n, row in enumerate(table.rows) if n != named[0]]
            others = [cell for cell in rest if cell is not None]
            if average is None or len(others) < len(rest) or not all(same_kind(o, average) for o in others):
                continue
            low, high = min(others, key=lambda f: f.value), max(others, key=lambda f: f.value)
            total_and_number = len(others) == _TWO_ROWS and high.value > low.value * _FAR_APART
            if low.value < high.value and not total_and_number:
                yield _within("average", average, low, high)


def _bracketed(context: Context, sentence: Sentence, average: Figure) -> tuple[Figure, Figure] | None:
    """Return the ends of the range in front of an average that brackets or "between" set apart, or None."""
    front = [f for f in sentence.figures if f.span.end <= average.span.start]
    if len(front) < 2 or not _ENDS.match(context.passages.between(front[-2], front[-1])):
        return None
    low, high = front[-2:]
    words = context.passages.before(low, 12)
    told = re.search(r"[(]\s*£?$|\bbetween\s*£?$", words) is not None
    gap = context.passages.between(high, average)
    return (low, high) if told and low.value < high.value and len(gap) < 60 else None


def _named_ends(context: Context, places: Sequence[Sentence], average: Figure) -> tuple[Figure, Figure] | None:
    """Return the lowest and the highest value that one or two sentences name, or None where either is missing."""
    ends: dict[str, list[Figure]] = {"top": [], "low": []}
    for place in places:
        for figure in place.figures:
            at = place.figures.index(figure)
            start = place.figures[at - 1].span.end if at else place.span.start
            found = list(_EXTREME.finditer(context.passages.low, start, figure.span.start))
            if figure is not average and found and found[-1].lastgroup:
                ends[found[-1].lastgroup].append(figure)
    if len(ends["top"]) != 1 or len(ends["low"]) != 1 or ends["low"][0].value >= ends["top"][0].value:
        return None
    return ends["low"][0], ends["top"][0]


_NAMED = re.compile(
    r"\b(?P<word>highest|lowest|largest|smallest|dearest|cheapest|maximum|minimum|busiest|longest|shortest"
    r"|average|mean|median)\b"
    r"[a-z ,']{0,40}?\b(?:being|was|is|at|of|were|stood at|came to|of them|of these|:)\s+(?:about |some |only "
    r"|just )*£?$"
)
_AS_A_WHOLE = re.compile(
    r"\s*(?:[a-z]+ )?(?:for|across|in) the (?:[a-z]+ ){1,3}(?:as a whole|taken together|altogether)\b"
    r"|\s*(?:[a-z]+ )?(?:overall|taken together)\b"
)
"""What is said behind the value of all of those that a range is of."""
_TOP = frozenset({"highest", "largest", "dearest", "maximum", "busiest", "longest"})
_MIDDLE = frozenset({"average", "mean", "median"})
_ANOTHERS = re.compile(r"\b(?:national|england|english|regional|neighbours['’]?|comparators?)\b")
"""Whose average it is that is set beside a range of the council's own."""


def _named_values(context: Context, sentence: Sentence, low: Figure, high: Figure) -> Iterator[tuple[str, Figure]]:
    """Yield the values that the words behind a range name as one of its ends, or as its average."""
    after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    places = [sentence, *(s for s in after if s.paragraph == sentence.paragraph)]
    for figure in (f for place in places for f in place.figures):
        telling = {Unit.PERCENT, Unit.GBP}
        apart = figure.unit is not high.unit and {figure.unit, high.unit} & telling
        if figure in {low, high} or apart:
            continue
        start = high.span.end if figure.span.start > high.span.start else sentence.span.start
        found = _NAMED.search(context.passages.low[max(start, figure.span.start - 70) : figure.span.start])
        if found is not None and not (found["word"] in _MIDDLE and _ANOTHERS.search(found.string, 0, found.end())):
            yield found["word"], figure
        elif figure.unit is high.unit and _AS_A_WHOLE.match(context.passages.after(figure, 50)):
            yield "average", figure


def _within(word: str, value: Figure, low: Figure, high: Figure) -> Outcome:
    """Return whether a value that is named as an end of a range is that end, or an average lies inside it."""
    working: tuple[Figure | str, ...] = ("range from ", low, " to ", high, f", {word} ", value)
    if word in _MIDDLE:
        fits = _may_lie_between(low, value, high)
    else:
        fits = reach(high if word in _TOP else low).meets(reach(value))
    if fits:
        return holds(f"The {word} fits the range.", *working, ", holds")
    return query(
        f"The {word} is {value_words(value.value, value.unit)}, but the range is "
        f"{value_words(low.value, low.unit)} to {value_words(high.value, high.unit)}; worth checking.",
        *working,
    )


def _may_lie_between(low: Figure, value: Figure, high: Figure) -> bool:
    """Tell whether an average may lie in a range as both are rounded: 97% lies above a highest of 96%."""
    inside = reach(low).low <= reach(value).high and reach(value).low <= reach(high).high
    sharp = all(f.qualifier is Qualifier.NONE for f in (low, high)) and value.step == low.step == high.step
    return inside and (not sharp or low.value <= value.value <= high.value)


def _listed_before(context: Context, sentence: Sentence, low: Figure) -> Sequence[Figure]:
    """Return the values that the same sentence lists just in front of a range: "18, 21, 24 and 29, a range of …"."""
    found: list[Figure] = []
    for figure in reversed([f for f in sentence.figures if f.span.end <= low.span.start and f.unit is low.unit]):
        gap = context.passages.between(figure, found[0]) if found else ""
        if found and not re.fullmatch(r"[\s,]*(?:and)?[\s£%]*", gap):
            break
        found.insert(0, figure)
    return found


def _ends(context: Context, sentence: Sentence, start: int) -> tuple[Figure, Figure] | None:
    """Return the two figures of the range that opens at ``start``."""
    behind = [f for f in sentence.figures if f.span.start >= start]
    if len(behind) < 2 or not _ENDS.match(context.passages.between(behind[0], behind[1])):
        return None
    return behind[0], behind[1]


def _list_before(context: Context, sentence: Sentence, end: Figure) -> Sequence[Figure]:
    """Return the figures of the nearest list before the sentence that measure the same as the range, or none."""
    for block in reversed(context.passages.lists):
        if block.items[-1].span.end > sentence.span.start:
            continue
        if sentence.span.start - block.items[-1].span.end > 1500:
            break
        firsts = [item.figures[0] for item in block.items if item.figures]
        if len(firsts) == len(block.items) and all(
            same_measure(f, end) or f.indicator == end.indicator is not None for f in firsts
        ):
            return firsts
    return ()


def _sums_up(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of what was just listed."""
    return (
        re.search(r"\b(?:these|those|teams?|the averages?|the figures)\b", sentence.low) is not None
        and "region" not in sentence.low
    )


def _mean_at_end(values: Sequence[Figure], end: Figure, highest: bool) -> Iterator[Outcome]:
    """Yield whether the mean of the council's own values is the end of the range that it is said to be."""
    mean = sum((v.value for v in values), Decimal(0)) / len(values)
    shown = number_words(mean.quantize(Decimal("0.01")).normalize())
    name = "highest" if highest else "lowest"
    working: tuple[Figure | str, ...] = (f"mean of the {len(values)} values {shown}, the {name} of the range is ", end)
    loose = Interval(mean * (1 - _ABOUT), mean * (1 + _ABOUT))
    rounded = abs(mean - end.value) <= end.step / 2
    if rounded or loose.meets(reach(end)):
        note = ", holds" if rounded else ", holds nearly"
        yield holds(f"The council's mean fits the {name} of the range.", *working, note, figures=values)
    else:
        yield query(
            f"The mean of the council's own values is {shown}, but the range's {name} is "
            f"{number_words(end.value)}; worth checking.",
            *working,
            figures=values,
        )


def _extremes(values: Sequence[Figure], low: Figure, high: Figure) -> Outcome:
    """Return whether a range that sums up a list has the list's smallest and largest value as its ends."""
    smallest, largest = min(values, key=lambda f: f.value), max(values, key=lambda f: f.value)
    working: tuple[Figure | str, ...] = ("listed from ", smallest, " to ", largest, "; range from ", low, " to ", high)
    if reach(smallest).meets(reach(low)) and reach(largest).meets(reach(high)):
        return holds("The range is that of the list.", *working, ", holds")
    return query("The range is not that of the list before it; worth checking.", *working)


RANGES = Rule(26, "value in its range", Severity.MEDIUM, "A value fits the range that is given for it.", check_ranges)
