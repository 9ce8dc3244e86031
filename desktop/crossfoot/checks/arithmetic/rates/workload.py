"""Rule 24: the average over workers against the total of cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.rates.averages import Averaged, averaged
from crossfoot.checks.arithmetic.rates.group_loads import group_loads
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, is_rounded, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.model import Figure, Nature, Qualifier, Severity, Span, Unit
from crossfoot.model.english import number_told, numbers_named
from crossfoot.model.wording import number_words

_TEAM_LOADS = frozenset({"active_children", "allocated_cases", "children_in_need"})
_WORKERS_EACH = re.compile(r"\b(?:each|every|per|team managers?|apiece)\b")
_A_NUMBER = rf"\d{{1,2}}|{numbers_named(2, 12)}"
_NUMBER_OF_TEAMS = re.compile(rf"\b(?P<number>{_A_NUMBER})\s+(?:[a-z]+\s+){{0,2}}?teams\b")
_TEAMS_OF = re.compile(
    rf"\b(?P<number>{_A_NUMBER}) (?:[a-z]+ ){{0,2}}?teams (?:of|each of|each with|with)"
    rf" (?P<size>{_A_NUMBER}) (?:[a-z]+ )?workers\b"
)
_EACH_TEAM_HAS = re.compile(
    rf"\b(?:each|every one|all) of (?:the|our|its) (?P<number>{_A_NUMBER}) (?:[a-z]+ )?teams"
    rf" (?:has|have|had|with|holds|would have) (?P<size>{_A_NUMBER}) (?:[a-z]+ )?workers\b"
)
_TEAMS = re.compile(r"\s*(?:[a-z]+ ){0,2}?teams\b")
_AVERAGE_BEFORE = re.compile(
    r"\baverage (?:[a-z]+ ){0,2}?(?:caseloads?|loads?|workloads?)\b[a-z ]{0,30}$|\baverage (?:of|was|is|being)\s*$"
    r"|\bon average\s*$|\baveraging\s*$"
)
_COLUMNS = (
    ("average", re.compile(r"\baverage|\bmean\b|\bper (?:worker|head|fte)")),
    ("workers", re.compile(r"\bworkers?\b|\bstaff\b|\bfte\b|\bofficers\b|\bpractitioners\b")),
    ("total", re.compile(r"\bcases\b|\bcaseload\b|\bchildren\b|\bclients\b")),
)
_SPREAD = Decimal("0.02")
"""Not every case is held by a social worker on the books that day: this share is allowed to either side."""


def check_workload(context: Context) -> Iterator[Outcome]:
    """Say whether an average caseload is that of the cases over the workers.

    The workers are teams times workers in each, where the text gives both, or a number of workers in the sentence of
    the average; the cases are the last total before. The average is one that would come about ("would result in
    average caseloads of approximately 25") or one that stands with its cases and workers in one or two sentences.
    Source: rule 24 of the list of checks (1370/48 = 28.5, and "approximately 25" is promised).
    """
    promised = next((f for f in context.figures if _is_promise(context, f)), None)
    said = list(_by_teams(context, promised)) if promised is not None else []
    for average in context.figures:
        if average is not promised and _is_average(context, average):
            said += _by_workers(context, average)
    told = {figure.id for outcome in said for figure in outcome.figures}
    said += [outcome for outcome in group_loads(context) if outcome.figures[-1].id not in told]
    yield from said
    yield from _in_tables(context)
    settled = {figure.id for outcome in said for figure in outcome.figures}
    for found in averaged(context):
        if found.average.id not in settled:
            yield _shared_out(found)


def _shared_out(found: Averaged) -> Outcome:
    """Return whether an average is that of the total and the number beside it."""
    shown = number_words(rounded_like(found.value, found.average, finer=1).normalize())
    printed = number_words(found.average.value)
    working: tuple[Figure | str, ...] = (found.total, " ÷ ", *found.working, f" = {shown}, ", found.average)
    number = next((part for part in found.working if not isinstance(part, str)), None)
    turned = (
        number is not None
        and number.step < 1  # a whole number was counted, and what it makes of a price is exact
        and found.average.value > 0
        and ((reach(found.total) / reach(found.average)).meets(reach(number)))
    )
    # "31 families got £1,015 each, £31,500 in all": the total was rounded, not the price.
    round_total = number is not None and is_rounded(found.total, found.average.value * number.value)
    if found.holds or turned or round_total:  # "an average of 18.7 for each of the 60.5 workers"
        return holds("The average is that of the total and the number.", *working, " is printed, holds")
    return query(
        f"The total over the number gives an average of {shown}, but {printed} is printed; worth checking.",
        *working,
        " is printed",
    )


def _by_teams(context: Context, promised: Figure) -> Iterator[Outcome]:
    """Say whether a promised average is that of the last total of cases over teams times workers in each."""
    each = _workers_each(context, promised)
    cases = next(
        (
            f
            for f in reversed(context.figures)
            if _are_cases(context, f) and _is_total(f) and f.span.end < promised.span.start
        ),
        None,
    )
    said = _TEAMS_OF.search(context.passages.low, 0, promised.span.start)
    if each is None and cases is not None and said is not None:
        number, size = (_number(said[name]) for name in ("number", "size"))
        average = cases.value / (number * size)
        if promised.value / 3 <= average <= promised.value * 3:
            yield _said(average, promised, cases, f" ÷ ({said['number']} × {said['size']})")
        return
    if each is None or cases is None:
        return
    teams = _teams(context, each, promised)
    if teams is None or each.value <= 0:
        return
    average = cases.value / (teams[0] * each.value)
    if not promised.value / 3 <= average <= promised.value * 3:
        return
    yield _said(average, promised, cases, " ÷ (", teams[1], " × ", each, ")")


def _number(words: str) -> Decimal:
    """Return the number that digits or a number word stand for."""
    return Decimal(number_told(words))


def _by_workers(context: Context, average: Figure) -> Iterator[Outcome]:
    """Say whether an average is that of the total and the workers of its own sentence or the one before.

    The workers are a count of them, or teams times the workers in each. What they carry may be anything: cases,
    children, reviews; it is the one other count there.
    """
    sentence = context.passages.sentence_of(average)
    if sentence is None:
        return
    before = context.passages.previous(sentence)
    both = [s for s in (before, sentence) if s is not None and s.paragraph == sentence.paragraph]
    near = [f for s in both for f in s.figures if f is not average and f.unit in {Unit.COUNT, Unit.FTE, None}]
    workers, working = _all_workers(context, near, Span(both[0].span.start, sentence.span.end))
    if workers is None:
        return
    used = {part.id for part in working if not isinstance(part, str)}
    totals = [f for f in near if f.id not in used and not _TEAMS.match(context.passages.after(f, 30))]
    named = [f for f in totals if _CASES.match(context.passages.after(f, 45))]
    total = next(iter(named if len(named) == 1 else totals if len(totals) == 1 else ()), None)
    if total is None or not 1 < workers < total.value:
        return
    value = total.value / workers
    if value / 2 <= average.value <= value * 2:
        yield _said(value, average, total, " ÷ ", *working, word="printed")


def _all_workers(
    context: Context, near: Sequence[Figure], span: Span
) -> tuple[Decimal | None, tuple[Figure | str, ...]]:
    """Return how many workers figures and words give, and what stands for it in the working; None for none or two."""
    each = _TEAMS_OF.search(context.passages.low, span.start, span.end)
    each = each or _EACH_TEAM_HAS.search(context.passages.low, span.start, span.end)
    if each is not None:
        by_place = {f.span.start: f for f in near}
        number, size = (by_place.get(each.start(name)) or each[name] for name in ("number", "size"))
        return _number(each["number"]) * _number(each["size"]), ("(", number, " × ", size, ")")
    workers = [f for f in near if _WORKERS.match(context.passages.after(f, 45))]
    return (workers[0].value, (workers[0],)) if len(workers) == 1 else (None, ())


def _in_tables(context: Context) -> Iterator[Outcome]:
    """Say of tables with columns of workers, of cases and of an average whether each row's average is right."""
    for table in context.passages.tables:
        columns: dict[str, int] = {}
        for index, title in enumerate(table.header):
            for name, pattern in _COLUMNS:
                if index and pattern.search(title.lower()):
                    columns.setdefault(name, index)
                    break
        if len(columns) < len(_COLUMNS):
            continue
        for row in table.rows:
            average, workers, total = (row[columns[name]] if columns[name] < len(row) else None for name, _ in _COLUMNS)
            if average is None or workers is None or total is None or not 0 < workers.value < total.value:
                continue
            value = total.value / workers.value
            if value / 2 <= average.value <= value * 2:
                yield _said(value, average, total, " ÷ ", workers, word="printed")


def _is_average(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is printed as an average caseload."""
    named = _AVERAGE_BEFORE.search(context.passages.before(figure, 60)) is not None
    return named and figure.unit in {Unit.COUNT, None} and figure.nature not in {Nature.TARGET, Nature.BENCHMARK}


def _are_cases(context: Context, figure: Figure) -> bool:
    """Tell whether a figure counts cases, by its indicator or the word behind it."""
    if figure.indicator in _TEAM_LOADS:
        return True
    after = context.passages.after(figure, 60)
    return (
        re.match(
            r"\s*(?:open|active|allocated|current|live) (?:cases|children)\b|\s*(?:cases"
            r"|children (?:who were )?active)\b",
            after,
        )
        is not None
    )


_WORKERS = re.compile(
    r"\s*(?:fte )?(?:[a-z]+ )?"
    r"(?:social workers?|workers|practitioners|case ?workers|case ?holders|officers|advis[eo]rs|managers)\b"
)
_CASES = re.compile(r"\s*(?:open |active |allocated |current |live )*(?:cases|children)\b")


def _said(value: Decimal, printed: Figure, *working: Figure | str, word: str = "promised") -> Outcome:
    """Return whether a printed average is the one that is worked out."""
    shown = number_words(value.quantize(Decimal("0.1")))
    parts: tuple[Figure | str, ...] = (*working, f" = {shown}, ", printed, f" is {word}")
    if Interval(value * (1 - _SPREAD), value * (1 + _SPREAD)).meets(reach(printed)):
        return holds(f"The {word} average is that of the cases over the workers.", *parts, ", holds")
    return query(
        f"The cases over the workers give an average of {shown}, but "
        f"{number_words(printed.value)} is {word}; worth checking.",
        *parts,
    )


def _is_promise(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is an average caseload that would come about."""
    sentence = context.passages.sentence_of(figure)
    around = context.passages.before(figure, 70) + context.passages.after(figure, 30)
    named = figure.indicator == "average_caseload" and re.search(r"\bcaseloads?\b|\baverage\b", around)
    if not (named or _is_average(context, figure)) or sentence is None or not 5 <= figure.value <= 100:
        return False
    said = re.search(
        r"\b(?:would|will)\b[a-z ]{0,12}\b(?:result|bring|lead|mean|give|reduce|return|have|carry|hold|make|be)\b",
        sentence.low,
    )
    return said is not None and figure.nature not in {Nature.TARGET, Nature.BENCHMARK}


def _is_total(figure: Figure) -> bool:
    """Tell whether a figure is a total of cases and no average or change."""
    return (
        figure.unit in {Unit.COUNT, None}
        and figure.nature in {Nature.ACTUAL, None}
        and figure.qualifier is not Qualifier.AVERAGE
    )


def _workers_each(context: Context, promised: Figure) -> Figure | None:
    """Return the number of social workers that each team is to have, said within two paragraphs of the promise."""
    place = context.passages.paragraph_of(promised)
    if place is None:
        return None
    near = [
        f
        for paragraph in context.passages.paragraphs[max(0, place.index - 1) : place.index + 3]
        for f in paragraph.figures
        if f.unit in {Unit.COUNT, Unit.FTE, None} and f is not promised and _is_workers_each(context, f)
    ]
    proposed = [f for f in near if re.search(r"\b(?:would|enough|typically|give)\b", context.passages.before(f, 80))]
    found = proposed or near
    return found[-1] if found else None


def _is_workers_each(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the number of social workers in each team."""
    around = context.passages.before(figure, 90)
    worker = re.match(r"\s*(?:fte )?(?:[a-z]+ )?social workers?\b", context.passages.after(figure, 40))
    extra = re.search(r"\b(?:additional|further|extra)\s*$", around)
    teams = re.search(r"\bteams of\s*$", around) is not None
    return (
        worker is not None
        and extra is None
        and (teams or _WORKERS_EACH.search(around + context.passages.after(figure, 40)) is not None)
    )


def _teams(context: Context, each: Figure, promised: Figure) -> tuple[Decimal, Figure | str] | None:
    """Return the number of teams and what stands for it in the working: the nearest one said before both figures.

    A number of teams is no figure of the report as a rule, so its words are read too.
    """
    limit = max(each.span.start, promised.span.start)
    found: tuple[Decimal, Figure | str] | None = None
    by_place = {f.span.start: f for f in context.figures}
    for match in _NUMBER_OF_TEAMS.finditer(context.passages.low, 0, limit):
        words = match["number"]
        value = Decimal(number_told(words))
        figure = by_place.get(match.start("number"))
        if 2 <= value <= 50 and (figure is None or figure.nature is not Nature.PROPOSED):
            found = value, figure or words
    return found


WORKLOAD = Rule(
    24,
    "average over workers",
    Severity.MEDIUM,
    "A promised average is that of the cases over the workers.",
    check_workload,
)
