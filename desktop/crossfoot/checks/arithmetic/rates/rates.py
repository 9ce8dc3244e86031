"""Rule 21: a rate per 10,000 against the count and the population."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.bases import BASES
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Measure, Nature, Qualifier, Severity, Unit, Verdict
from crossfoot.model.wording import number_words

_TEN_THOUSAND = 10_000
_ANNUALISED = (1, 4, 2, 12)
"""How often a part of a year goes into the year: a rate of a part is often given for the whole of it."""
_ELSEWHERE = re.compile(
    r"\b(?:england|national\w*|regional\w*|region|neighbours?|average|target|compared|similar|against)\b"
)
_POPULATION = re.compile(
    r"^\s*(?:children|young people|people)(?: and young people)? (?:in|live|living|resident)\b"
    r"|\bpopulation\b|\baged (?:under 18|0)|\bunder 18s?\b|\bliv(?:e|ing) in\b|\bresidents?\b"
)


def check_rates(context: Context) -> Iterator[Outcome]:
    """Say of every rate per 10,000 whether it is that of the count beside it.

    Where the record gives the population, the rate is worked out. Where it does not, two rates with their counts
    must speak of the same population. Source: rule 21 of the list of checks ("children per 10,000").
    """
    pairs = [(rate, count) for rate in context.figures if (count := _count_of(context, rate)) is not None]
    populations = [f for f in context.figures if _is_population(context, f)]
    settled: set[str] = set()
    if populations:
        known = {rate.id for rate, _ in pairs}
        pairs += [
            pair for f in context.figures if f.id not in known and (pair := _told_before(context, f, populations))
        ]
        for rate, count in pairs:
            population = _nearest(context, rate, populations)
            outcome = _against_population(context, rate, count, population)
            if outcome.verdict is Verdict.QUERY:
                outcome = _of_another_count(context, rate, population, _TEN_THOUSAND) or outcome
            near = context.passages.paragraph_of(population) is context.passages.paragraph_of(rate)
            computed = count.value / population.value * _TEN_THOUSAND
            # A population of another paragraph may be of other people: only a slip tells that it was meant.
            if (
                near
                or outcome.verdict is Verdict.HOLDS
                or (len(populations) == 1 == len(pairs) and not _has_its_rate(context, population))
                or is_slip(rate, computed)
            ):
                settled.add(rate.id)
                yield outcome
        yield from _by_their_base(context, settled)
        return
    yield from _by_their_base(context, settled)
    stocks = [(r, c) for r, c in pairs if context.measure(r) is not Measure.RATIO_OF_FLOW and _same_people(c)]
    for (rate, count), (other_rate, other_count) in pairwise(stocks):
        if not any(
            _is_rather_a_count(r, other, c) for r, other, c in ((rate, other_rate, count), (other_rate, rate, count))
        ):
            yield _of_one_population(rate, count, other_rate, other_count)


def _has_its_rate(context: Context, population: Figure) -> bool:
    """Tell whether a population stands in a sentence with a rate of its own, so that it says nothing of another."""
    sentence = context.passages.sentence_of(population)
    figures = sentence.figures if sentence is not None else ()
    return any(_is_rate(f) or _base(context.passages.after(f, 60)) is not None for f in figures if f is not population)


def _is_rather_a_count(rate: Figure, other: Figure, count: Figure) -> bool:
    """Tell whether a rate is of the count's size and far from the other rate: 236 in "64 per 10,000 (June: 236)"."""
    like_count = count.value / _LIKE <= rate.value <= count.value * _LIKE
    return like_count and not other.value / 2 <= rate.value <= other.value * 2


_LIKE = Decimal("1.3")
_PER = re.compile(
    r"^\s*(?:[a-z-]+ ){0,3}?(?:per|(?:for|in|to) (?:every|each))\s+(?P<base>1,?000|10,?000|100,?000|thousand|million)\b"
)
_BASES = {"1000": 1000, "10000": 10_000, "100000": 100_000, "thousand": 1000, "million": 1_000_000}
_FAR = Decimal("2.5")
_OF_TEN = 10


def _base(words: str) -> int | None:
    """Return the number that the words behind a rate give it per, or None where they give none."""
    found = _PER.match(words)
    return _BASES[found["base"].replace(",", "")] if found else None


def _by_their_base(context: Context, settled: set[str]) -> Iterator[Outcome]:
    """Yield the rates per so many whose count and population stand alone beside them, in running text or in a row."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for rate in sentence.figures:
            base = _base(context.passages.after(rate, 60)) or _base_in_front(context, rate)
            if base is None or rate.id in settled or rate.nature in {Nature.BENCHMARK, Nature.TARGET}:
                continue
            if _ELSEWHERE.search(context.passages.before(rate, 30)):
                continue
            before = context.passages.previous(sentence)
            wider = [*before.figures, *sentence.figures] if before and before.paragraph == sentence.paragraph else []
            for figures in (sentence.figures, wider, _with_next(context, sentence)):
                others = _without_other_rates(context, rate, figures)
                others = [f for f in others if _is_counted(f) and f.value != base]
                if len(others) == 2:
                    small, large = sorted(others, key=lambda f: f.value)
                    outcome = _of_base(rate, small, large, base) if small.value < large.value else None
                    if outcome is not None and outcome.verdict is Verdict.QUERY:
                        outcome = _of_another_count(context, rate, large, base) or outcome
                    if outcome is not None:
                        yield outcome
                    break
    for table in context.passages.tables:
        yield from _in_columns(table, settled)
    yield from _in_rows(context, settled)


_PER_FRONT = re.compile(r"\b(?:per|for (?:every|each)) (1,?000|10,?000|100,?000)\b[^.;\d]{0,30}$")


def _base_in_front(context: Context, rate: Figure) -> int | None:
    """Return of how many a rate is where that stands before it: "expressed per 10,000 this is 12"."""
    found = _PER_FRONT.search(context.passages.before(rate, 50))
    return int(found[1].replace(",", "")) if found else None


def _with_next(context: Context, sentence: Sentence) -> list[Figure]:
    """Return the figures of a sentence and of the next one of its paragraph, which may tell what a rate is of."""
    later = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    return [*sentence.figures, *(f for one in later if one.paragraph == sentence.paragraph for f in one.figures)]


_PEOPLE = re.compile(r"\bpopulation\b|\bresidents\b|\baged\b|\bunder[- ]18s?\b|\bon roll\b")
_PER_ROW = re.compile(r"\bper (1,?000|10,?000|100,?000)\b")


def _in_rows(context: Context, settled: set[str]) -> Iterator[Outcome]:
    """Yield the rates that rows of one figure give below a count and a population."""
    rows = context.passages.paragraphs
    for index in range(2, len(rows)):
        three = rows[index - 2 : index + 1]
        if not all(len(row.figures) == 1 and (row.is_row or row.kind in {"item", "short"}) for row in three):
            continue
        labels = [context.passages.low[row.span.start : row.span.end] for row in three]
        per, people = _PER_ROW.search(labels[2]), [_PEOPLE.search(label) is not None for label in labels[:2]]
        if per is None or people[0] is people[1] or any(_PER_ROW.search(label) for label in labels[:2]):
            continue
        population, count = (
            row.figures[0] for row in sorted(three[:2], key=lambda row: row is not three[people.index(True)])
        )
        rate = three[2].figures[0]
        usual = rate.nature not in {Nature.BENCHMARK, Nature.TARGET} and not _ELSEWHERE.search(labels[2])
        if rate.id in settled or not usual or not (_is_counted(count) and _is_counted(population)):
            continue
        outcome = _of_base(rate, count, population, int(per[1].replace(",", "")))
        if outcome is not None:
            yield outcome


def _in_columns(table: Table, settled: set[str]) -> Iterator[Outcome]:
    """Yield the rates of a table that has a column of counts, one of a population and one of the rates."""
    titles = [title.lower() for title in table.header]
    people = [
        i for i, t in enumerate(titles) if i and re.search(r"\bpopulation\b|\bresidents\b|\baged\b|\bon roll\b", t)
    ]
    rates = [(i, m) for i, t in enumerate(titles) if i and (m := re.search(r"\bper (1,?000|10,?000|100,?000)\b", t))]
    others = [i for i in range(1, len(titles)) if i not in people and i not in {i for i, _ in rates}]
    if not people and len(rates) == 1 and len(others) == _TWO:
        people = [i for i, other in (others, others[::-1]) if _is_larger(table, i, other)]
        others = [i for i in others if i not in people]
    if len(people) != 1 or len(rates) != 1 or len(others) != 1:
        return
    base = int(rates[0][1][1].replace(",", ""))
    for row in table.rows:
        if len(row) <= max(people[0], rates[0][0], others[0]):
            continue
        count, population, rate = row[others[0]], row[people[0]], row[rates[0][0]]
        if count is None or population is None or rate is None or rate.id in settled:
            continue
        outcome = _of_base(rate, count, population, base)
        if outcome is not None:
            yield outcome


_TWO = 2


def _is_larger(table: Table, column: int, other: int) -> bool:
    """Tell whether every number of a column is larger than the one beside it in another, as a population is."""
    pairs = [(row[column], row[other]) for row in table.rows if len(row) > max(column, other)]
    return bool(pairs) and all(a is not None and b is not None and a.value > b.value for a, b in pairs)


def _of_base(rate: Figure, count: Figure, population: Figure, base: int) -> Outcome | None:
    """Return whether a rate per so many is that of a count and a population; None where they were never meant."""
    if population.value < base / _OF_TEN or rate.value <= 0:
        return None  # fewer people than that are no population of which so many in a thousand are told
    computed = count.value / population.value * base
    working: tuple[Figure | str, ...] = (count, " ÷ ", population, f" × {base:,} = ")
    around = Interval(population.value - population.step / 2, population.value + population.step / 2)
    rounded = Interval(rate.value - rate.step / 2, rate.value + rate.step / 2)  # however whole, a rate was rounded
    if (reach(count) / around).times(base).meets(rounded):
        return holds("The rate is that of the count and the population.", *working, rate, " holds")
    meant = rate.value * population.value / base
    slip = is_slip(count, meant) or is_slip(rate, computed)
    if not slip and not rate.value / _FAR <= computed <= rate.value * _FAR:
        return None
    shown = number_words(rounded_like(computed, rate, finer=1))
    return query(
        f"The count and the population give a rate of {shown}, but {number_words(rate.value)} is printed; "
        "worth checking.",
        *working,
        f"{shown}, ",
        rate,
        " is printed",
    )


def _nearest(context: Context, rate: Figure, populations: Sequence[Figure]) -> Figure:
    """Return the population that a rate is of: one of its own sentence, or else the first of the record."""
    sentence = context.passages.sentence_of(rate)
    own = [f for f in populations if context.passages.sentence_of(f) is sentence]
    return own[0] if own else populations[0]


def _same_people(count: Figure) -> bool:
    """Tell whether a count is of children, so that its rate is of the children's population."""
    return count.indicator in {"children_in_need", "child_protection_plans", "looked_after_children"}


def _is_rate(figure: Figure) -> bool:
    """Tell whether a figure is a rate of this council."""
    now = {Nature.ACTUAL, Nature.FORECAST, None}
    return figure.unit is Unit.RATE_PER_10000 and 0 < figure.value < _TEN_THOUSAND and figure.nature in now


def _count_of(context: Context, rate: Figure) -> Figure | None:
    """Return the count in front of a rate in the same sentence that it is the rate of, or None."""
    sentence = context.passages.sentence_of(rate)
    if not _is_rate(rate) or sentence is None or _ELSEWHERE.search(context.passages.before(rate, 30)):
        return None
    counts = [
        f
        for f in _without_other_rates(context, rate, sentence.figures)
        if _is_counted(f) and f.value % 1 == 0 and not _is_population(context, f) and not _is_rate(f)
    ]
    front = [f for f in counts if f.span.end <= rate.span.start]
    if front:
        gap = re.sub(r"\([^)]*\)", " ", context.passages.between(front[-1], rate))
        near = len(gap) < 110 and re.search(
            r"\bor\b|\(|\brates?\b|,|\bequivalent\b|\brepresent|\bequat\w+|\bamount\w*|\bwhich\b|\bworks? out\b"
            r"|\bcame to\b|\bcomes to\b",
            gap,
        )
        if near and not _ELSEWHERE.search(gap):
            return front[-1]
    behind = [f for f in counts if f.span.start >= rate.span.end]
    if behind and not front and any(_is_population(context, f) for f in sentence.figures):
        return behind[0]
    if behind and not front:
        gap = context.passages.between(rate, behind[0])
        if len(gap) < 60 and re.search(r"(?:[(,]|\bor|\bthat is|\bi\.e\.)$", gap.rstrip()):
            return behind[0]
    return _count_elsewhere(context, sentence, front, behind)


def _count_elsewhere(
    context: Context, sentence: Sentence, front: Sequence[Figure], behind: Sequence[Figure]
) -> Figure | None:
    """Return the one count of a rate's row, or that of the sentence before where its own has the population alone."""
    if context.passages.paragraphs[sentence.paragraph].is_row:
        return front[0] if len(front) == 1 and not behind else None
    if front or behind or not any(_is_population(context, f) for f in sentence.figures):
        return None
    before = context.passages.previous(sentence)
    earlier = before.figures if before is not None and before.paragraph == sentence.paragraph else ()
    only = [f for f in earlier if _is_counted(f) and not _is_population(context, f)]
    return only[0] if len(only) == 1 == len(earlier) else None


_OTHER_BASE = re.compile(r"\bper (?:1,?000|100,?000|thousand|million|head)\b")


def _told_before(context: Context, rate: Figure, populations: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return a rate with the count told before it, where their paragraph gives the population: "476. Our rate is 88".

    The count is the last of what the rate's indicator is of, or else the first number of the sentence before.
    """
    if not _is_rate(rate) or _ELSEWHERE.search(context.passages.before(rate, 30)):
        return None
    paragraph, sentence = context.passages.paragraph_of(rate), context.passages.sentence_of(rate)
    if paragraph is None or sentence is None or not any(f in populations for f in paragraph.figures):
        return None
    if _OTHER_BASE.search(sentence.low) or _base(context.passages.after(rate, 60)) != _TEN_THOUSAND:
        return None
    before = [
        f
        for f in paragraph.figures
        if f.span.end <= rate.span.start and _is_counted(f) and not _is_rate(f) and not _is_population(context, f)
    ]
    own = [f for f in before if f.indicator is not None and f.indicator == BASES.get(rate.indicator or "")]
    last = context.passages.previous(sentence)
    first = [f for f in last.figures if f in before][:1] if last is not None else []
    counts = own[-1:] or (first if not any(f.span.start >= sentence.span.start for f in before) else [])
    return (rate, counts[0]) if counts else None


def _is_counted(figure: Figure) -> bool:
    """Tell whether a figure counts people now."""
    now = {Nature.ACTUAL, Nature.FORECAST, None}
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit in {Unit.COUNT, None} and figure.nature in now and figure.value > 0 and plain


_ON_SO_MANY = re.compile(
    r"\s*\((?:on|of|based on|from)?\s*(?:an? )?(?:under-18 |child )?(?:population (?:of )?)?(?=\d)"
)


def _of_another_count(context: Context, rate: Figure, population: Figure, base: int) -> Outcome | None:
    """Return that a rate is of another count of its paragraph, where one makes it right: "287; it had been 293"."""
    paragraph = context.passages.paragraph_of(rate)
    counts = [f for f in paragraph.figures if _is_counted(f) and f.span.end <= rate.span.start] if paragraph else []
    outcomes = (_of_base(rate, count, population, base) for count in counts if 0 < count.value < population.value)
    return next((outcome for outcome in outcomes if outcome is not None and outcome.verdict is Verdict.HOLDS), None)


def _without_other_rates(context: Context, rate: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures beside a rate but those that are another rate, with a population of its own, or that."""
    found: list[Figure] = []
    theirs = False
    for figure in figures:
        other = figure is not rate and _has_population(context, figure)
        if figure is not rate and not other and not theirs:
            found.append(figure)
        theirs = other
    return found


def _has_population(context: Context, figure: Figure) -> bool:
    """Tell whether a number is itself a rate, with its population in brackets: "in 2015 it was 453 (on 21,200)"."""
    at = _ON_SO_MANY.match(context.passages.after(figure, 40))
    sentence = context.passages.sentence_of(figure)
    if at is None or sentence is None:
        return False
    place = figure.span.end + at.end()
    return any(f.span.start == place and f.value >= figure.value * _LIKE for f in sentence.figures)


def _is_population(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the number of children that live in the council's area."""
    if figure.unit not in {Unit.COUNT, Unit.RATE_PER_10000, None} or figure.value == _TEN_THOUSAND:
        return False
    if figure.value < _TEN_THOUSAND / 5:
        return False
    behind = re.split(r"[,;(]", context.passages.after(figure, 45))[0]
    around = context.passages.before(figure, 50) + " " + behind
    if re.search(r"per 10,000 of (?:the|its|our|a|all)\s*$", context.passages.before(figure, 30)):
        return True
    sentence = context.passages.sentence_of(figure)
    rated = sentence is not None and any(_is_rate(f) for f in sentence.figures)
    if rated and figure.value >= _TEN_THOUSAND / 2 and re.match(r"\s*(?:children|young people)\b", behind):
        return True
    per = re.search(r"per 10,000\s*$", context.passages.before(figure, 20))
    return (_POPULATION.search(around) or _POPULATION.search(behind)) is not None and per is None


def _against_population(context: Context, rate: Figure, count: Figure, population: Figure) -> Outcome:
    """Return whether the rate is the count over the population; a part of a year may stand for the year."""
    flow = context.measure(rate) is Measure.RATIO_OF_FLOW or context.measure(count) is Measure.FLOW
    computed = count.value / population.value * _TEN_THOUSAND
    shown = number_words(rounded_like(computed, rate, finer=1))
    # A population is printed to the nearest hundred as a rule, a count is exact.
    around = Interval(population.value - population.step / 2, population.value + population.step / 2)
    working: tuple[Figure | str, ...] = (count, " ÷ ", population, " × 10,000 = ")
    for times in _ANNUALISED if flow else (1,):
        if (reach(count) / around).times(_TEN_THOUSAND * times).meets(reach(rate)):
            note = " holds" if times == 1 else f" over the year ({times} times {shown}) holds"
            return holds("The rate is that of the count and the population.", *working, rate, note)
    return query(
        f"The count and the population give a rate of {shown}, but {number_words(rate.value)} is "
        f"printed; worth checking.",
        *working,
        f"{shown}, ",
        rate,
        " is printed",
    )


def _of_one_population(rate: Figure, count: Figure, other_rate: Figure, other_count: Figure) -> Outcome:
    """Return whether two rates with their counts are of the same population, half of a hundredth allowed."""
    first = (reach(count) / reach(rate)).times(_TEN_THOUSAND)
    second = (reach(other_count) / reach(other_rate)).times(_TEN_THOUSAND)
    loose = Interval(second.low * Decimal("0.995"), second.high * Decimal("1.005"))
    sizes = [
        f"{(c.value / r.value * _TEN_THOUSAND).quantize(Decimal(100)):,.0f}"
        for c, r in ((count, rate), (other_count, other_rate))
    ]
    working: tuple[Figure | str, ...] = (
        count,
        " at ",
        rate,
        f" is of {sizes[0]}; ",
        other_count,
        " at ",
        other_rate,
        f" is of {sizes[1]}",
    )
    if first.meets(loose):
        return holds("The rates are of the same population.", *working, ", holds")
    return query(
        f"The two rates are of different populations, about {sizes[0]} and {sizes[1]} children; worth checking.",
        *working,
        severity=Severity.MEDIUM,
    )


RATES = Rule(21, "rate per 10,000", Severity.MEDIUM, "A rate agrees with its count and the population.", check_rates)
