"""Rule 24: the average over workers against the total of cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import number_words

_TEAM_LOADS = frozenset({"active_children", "allocated_cases", "children_in_need"})
_WORKERS_EACH = re.compile(r"\b(?:each|every|per|team managers?|apiece)\b")
_AVERAGE = re.compile(r"\baverages?\b[a-z ]{0,20}\bcaseloads?\b|\bcaseloads?\b")
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_OF_TEAMS = re.compile(rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})\s+(?:[a-z]+\s+){{0,2}}?teams\b")
_SPREAD = Decimal("0.02")
"""Not every case is held by a social worker on the books that day: this share is allowed to either side."""


def check_workload(context: Context) -> Iterator[Outcome]:
    """Say whether a promised average caseload is that of the cases over the workers.

    The workers are teams times workers in each, where the text gives both. The cases are the last total before.
    The average
    is one that would come about ("would result in average caseloads of approximately 25"). Source: rule 24 of the
    list of checks (1370/48 = 28.5, and "approximately 25" is promised).
    """
    promised = next((f for f in context.figures if _is_promise(context, f)), None)
    if promised is None:
        return
    each = _workers_each(context, promised)
    cases = next(
        (
            f
            for f in reversed(context.figures)
            if f.indicator in _TEAM_LOADS and _is_total(f) and f.span.end < promised.span.start
        ),
        None,
    )
    if each is None or cases is None:
        return
    teams = _teams(context, each, promised)
    if teams is None or each.value <= 0:
        return
    average = cases.value / (teams[0] * each.value)
    shown = number_words(average.quantize(Decimal("0.1")))
    working: tuple[Figure | str, ...] = (
        cases,
        " ÷ (",
        teams[1],
        " × ",
        each,
        f") = {shown}, ",
        promised,
        " is promised",
    )
    around = reach(promised)
    if Interval(average * (1 - _SPREAD), average * (1 + _SPREAD)).meets(around):
        yield holds("The promised average is that of the cases over the workers.", *working, ", holds")
    else:
        yield query(
            f"The cases over the workers give an average of {shown}, but "
            f"{number_words(promised.value)} is promised; worth checking.",
            *working,
        )


def _is_promise(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is an average caseload that would come about."""
    sentence = context.passages.sentence_of(figure)
    if figure.indicator != "average_caseload" or sentence is None or not 5 <= figure.value <= 100:
        return False
    said = re.search(
        r"\bwould (?:result|bring|lead|mean|give|reduce|return)|\bwill (?:result|bring|lead|mean|give|reduce)",
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
    return (
        worker is not None
        and extra is None
        and _WORKERS_EACH.search(around + context.passages.after(figure, 40)) is not None
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
        value = Decimal(words) if words.isdecimal() else Decimal(_NUMBER_WORDS.index(words) + 2)
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
