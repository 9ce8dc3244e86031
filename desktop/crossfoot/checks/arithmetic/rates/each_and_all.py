"""What each one costs or has, against how many there are and what they come to in all.

"19,340 bins at £42 a bin, producing £812,000", "£1,900 a child, £419,900 in all", "24 visitors for 8,160 children …
some 340 per visitor". Where the number stands in another sentence, only a slip of typing is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_TIMES = r"(?:year|annum|month|week|fortnight|day|hour|night|quarter|term|head|cent)"
_EACH = re.compile(
    rf"^\s*(?:each|apiece)\b|^\s*(?:a|an|per|for each|for every|to each|to every) (?!{_TIMES}\b)(?P<noun>[a-z]{{3,}})"
)
_BY_TIME = re.compile(rf"^\s*(?:[a-z]+ ){{0,3}}?(?:a|an|per|each|every) {_TIMES}\b")
_ALL_FRONT = re.compile(
    r"\b(?:produc\w+|bring\w* in|rais\w+|yield\w*|mak\w+|giv\w+|cost(?:ing|s)?|total\w*(?: cost)? of|worth|amount\w* to"
    r"|com(?:es|ing) to|came to|at a (?:total )?cost of|income of|spent|bill of)\s+(?:about |some |around |just over"
    r" |nearly |a total of |in all )*£?$"
)
_ALL_BEHIND = re.compile(r"^\s*(?:in (?:all|total)|altogether|overall)\b")
_PER = re.compile(r"^\s*(?:[a-z]+ ){0,3}?(?:per|for each|for every|to each|to every|to an?) (?P<noun>[a-z -]{4,40})")
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_LEAST, _TWO, _PRICE = 5, 2, 20_000
_FAR = Decimal(15)
_PERIODS = (4, 12, 13, 38, 39, 52, 365)


def each_and_all(context: Context) -> Iterator[Outcome]:
    """Yield whether the number of things, what each one comes to, and what all come to, go together."""
    if "£" in context.text:
        for sentence in context.passages.sentences:
            if len(sentence.figures) > 1 and not context.passages.paragraphs[sentence.paragraph].is_row:
                yield from _priced(context, sentence)
    for sentence in context.passages.sentences:
        if sentence.figures and not context.passages.paragraphs[sentence.paragraph].is_row:
            yield from _shared_out(context, sentence)
            yield from _averages(context, sentence)


def _priced(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether a price each and an amount in all, of one sentence, go by the number there is."""
    pounds = [f for f in sentence.figures if f.unit is Unit.GBP and f.value > 0]
    each = [(f, match) for f in pounds if (match := _EACH.match(context.passages.after(f, 40)))]
    each = [(f, m) for f, m in each if not _BY_TIME.match(context.passages.after(f, 40))]
    # "£0.20m a contribution from schools" is no price.
    each = [(f, m) for f, m in each if f.value < _PRICE or not re.match(r"\s*an?\b", m.group())]
    totals = [
        f
        for f in pounds
        if _ALL_FRONT.search(context.passages.before(f, 40)) or _ALL_BEHIND.match(context.passages.after(f, 20))
    ]
    totals = [f for f in totals if all(f is not price for price, _ in each)]
    if len(each) != 1 or len(totals) != 1:
        return
    price, total = each[0][0], totals[0]
    if _BY_TIME.match(context.passages.after(total, 40)) or price.value * _TWO > total.value:
        return
    here = [f for f in sentence.figures if _counts(f)]
    if len(here) == 1:
        yield from _product(here[0], price, total)
    elif not here:
        meant = {f.value: f for f in context.figures if _counts(f) and f.value >= _LEAST}
        if any(_fits(count, price, total) for count in meant.values()):
            return
        slipped = [f for f in meant.values() if is_slip(total, f.value * price.value)]
        if len(slipped) == 1:
            yield _asked(slipped[0], price, total)


def _counts(figure: Figure) -> bool:
    """Tell whether a figure is how many there are."""
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return (
        figure.unit in _COUNTED
        and plain
        and figure.value > 1
        and figure.nature in {Nature.ACTUAL, Nature.PROPOSED, None}
    )


def _fits(count: Figure, price: Figure, total: Figure) -> bool:
    """Tell whether so many at a price come to a total, as far as they are printed."""
    many, each = reach(count), reach(price)
    return Interval(many.low * each.low, many.high * each.high).meets(reach(total))


def _product(count: Figure, price: Figure, total: Figure) -> Iterator[Outcome]:
    """Yield whether so many at a price come to a total, where the three may be meant to go together."""
    due = count.value * price.value
    if _fits(count, price, total) or abs(due - total.value) * 100 <= total.value:
        yield holds("The number at the price comes to the total.", count, " × ", price, " = ", total, ", holds")
        return
    factor = max(due, total.value) / min(due, total.value)
    if factor <= _FAR and not any(abs(factor - n) * 10 <= n for n in _PERIODS):
        yield _asked(count, price, total)


def _asked(count: Figure, price: Figure, total: Figure) -> Outcome:
    """Return that so many at a price do not come to a total."""
    due = value_words(count.value * price.value, Unit.GBP)
    return query(
        f"The number at the price comes to {due}, but {value_words(total.value, Unit.GBP)} is printed; worth checking.",
        count,
        " × ",
        price,
        f" = {due}, ",
        total,
        " is printed",
    )


def _shared_out(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether a number "per visitor" is what the two counts of the sentence before make it."""
    before = context.passages.previous(sentence)
    told = before.figures if before is not None and before.paragraph == sentence.paragraph else ()
    for share in sentence.figures:
        front = sentence.figures[:-1] if share is sentence.figures[-1] else ()
        counts = [f for f in (front or told) if _counts(f)]
        per = _PER.match(context.passages.after(share, 50))
        if front and not re.match(r"\s*(?:[a-z]+ )?to an? ", context.passages.after(share, 20)):
            continue
        if per is None or share.unit is Unit.GBP or share.nature in {Nature.TARGET, Nature.BENCHMARK}:
            continue
        if len(counts) != _TWO or len(front or told) != _TWO or (not front and len(sentence.figures) != 1):
            continue
        heads = _named(context, counts, per["noun"])
        if heads is None:
            continue
        workers, whole = heads
        if workers.value <= 0 or not whole.value > workers.value:
            continue
        computed = whole.value / workers.value
        about = Interval(computed * Decimal("0.97"), computed * Decimal("1.03"))
        working: tuple[Figure | str, ...] = (whole, " ÷ ", workers, f" = {value_words(round(computed, 1), None)}, ")
        if about.meets(reach(share)):
            yield holds("The share goes by the numbers.", *working, share, " holds")
        elif computed / 3 <= share.value <= computed * 3:
            yield query(
                f"The numbers give {value_words(round(computed, 1), None)} each, but "
                f"{value_words(share.value, None)} is printed; worth checking.",
                *working,
                share,
                " is printed",
            )


def _named(context: Context, counts: Sequence[Figure], noun: str) -> tuple[Figure, Figure] | None:
    """Return which of two counts is of those that a share is per, and the other; None where neither or both are."""
    stem = noun.rsplit(maxsplit=1)[-1].rstrip("s")[:6] if len(noun.split()) == 1 else noun.strip().split(" ")[0][:6]
    told = [stem in re.split(r"[,.;]", context.passages.after(f, 50))[0] for f in counts]
    if told[0] is told[1]:
        return None
    return (counts[0], counts[1]) if told[0] else (counts[1], counts[0])


_AVERAGE = re.compile(r"\baverage (?:[a-z]+ ){0,4}?(?:was|is|of|being|at|comes to|came to)\s+(?:about |some )?£?$")
_REACH = 700
_OFF = 10
"""A quotient so many times larger or smaller than an average is of something else."""


def _averages(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether an average, or a rate per head, is what a sum and a number told just before it make."""
    for mean in sentence.figures:
        before = context.passages.before(mean, 60)
        per = _PER.match(context.passages.after(mean, 50)) and re.search(r"\brate of\s*$", before)
        if not (per or _AVERAGE.search(before)) or mean.nature in {Nature.TARGET, Nature.BENCHMARK} or mean.value <= 0:
            continue
        pairs = [
            (whole, count)
            for whole, count in _pairs(context, sentence, mean, across=bool(per))
            if whole.value > count.value and (whole.unit is Unit.GBP) is (mean.unit is Unit.GBP)
        ]
        good = next(((a, b) for a, b in pairs if (reach(a) / reach(b)).meets(reach(mean))), None)
        long = mean.step > 0 and mean.value / mean.step >= 100
        near = [(a, b) for a, b in pairs if mean.value <= a.value / b.value * _OFF <= mean.value * _OFF * _OFF]
        slipped = [(a, b) for a, b in near if long and is_slip(mean, rounded_like(a.value / b.value, mean))]
        if good is not None:
            yield holds("The average goes by the numbers.", good[0], " ÷ ", good[1], " = ", mean, ", holds")
        elif len(slipped) == 1:
            whole, count = slipped[0]
            due = value_words(rounded_like(whole.value / count.value, mean), mean.unit)
            yield query(
                f"The numbers give {due} on average, but {value_words(mean.value, mean.unit)} is printed; worth "
                "checking.",
                whole,
                " ÷ ",
                count,
                f" = {due}, ",
                mean,
                " is printed",
            )


def _pairs(context: Context, sentence: Sentence, mean: Figure, *, across: bool) -> Iterator[tuple[Figure, Figure]]:
    """Yield sums with a number of one sentence before an average; across two sentences where that is said of them."""
    places = [
        s
        for s in context.passages.sentences[max(0, sentence.index - 4) : sentence.index + 1]
        if s.paragraph == sentence.paragraph and sentence.span.start - s.span.start < _REACH
    ]
    for place in places:
        told = [f for f in place.figures if f is not mean and f.qualifier in {Qualifier.NONE, Qualifier.APPROX}]
        yield from ((a, b) for a in told for b in told if a is not b and b.unit in _COUNTED and b.value >= _LEAST)
    if across and len(places) > 1:
        yield from (
            (a, b)
            for a in sentence.figures
            for b in places[-2].figures
            if a is not mean and b.unit in _COUNTED and a.unit in _COUNTED and b.value >= _LEAST
        )
