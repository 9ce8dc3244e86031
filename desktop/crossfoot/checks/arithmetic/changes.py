"""Rule 5: opening and change give the closing figure, as a number or as a percentage of the opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way, same_measure, way
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Severity, Unit
from crossfoot.model.wording import number_words, value_words


@dataclass(frozen=True, slots=True)
class Step:
    """What the text says of one step: the figure before, the change, the figure after, and which way it went.

    ``sure`` is false where the opening figure was looked for further up and several would fit.
    """

    opening: Figure
    change: Figure
    closing: Figure
    way: Way
    sure: bool = True


_FROM_TO = re.compile(r"^[a-z' ,]{0,50}?\bto\b[a-z ]{0,25}$")
_FROM = re.compile(r"\bfrom\b[a-z ,']{0,30}$")
_BY = re.compile(
    r"\bby\b[a-z ,']{0,25}$|\b(?:increase|rise|fall|decrease|reduction|drop|growth|decline"
    r"|improvement|change) of\b[a-z ]{0,20}$|\b(?:up|down)\s*$|\ba further\s*$"
)
_TO = re.compile(r"^[^.;:()]{0,90}?\b(?:to|reaching|making|giving|bringing (?:the|it)[a-z ]{0,20} to)\b[a-z ,]{0,30}$")
_CHANGE_BEHIND = re.compile(
    r"(?:\b(?:increase|rise|fall|decrease|reduction|drop|growth|decline|improvement"
    r"|change)\b[a-z ]{0,20}\bof\b[a-z ]{0,16}|\b(?:up|down)(?: by)?\b[a-z ]{0,10}|[(,]\s*\+?"
    r"|\bby\b[a-z ]{0,16})$"
)
_NOT_ITS_CHANGE = re.compile(r"\b(?:but|while|whereas|target|average)\b|;")


def check_changes(context: Context) -> Iterator[Outcome]:
    """Say of every printed change whether it leads from the opening to the closing figure.

    Found by words: "from A to B, a rise of C", "by C, from A to B", "by a further C to B" with the last figure of the
    same measure before it as the opening, and "A, C more than B". A change in per cent is taken of the opening.
    Source: rule 5 of the list of checks ("1194 + 176 = 1370").
    """
    done: set[str] = set()
    for sentence in context.passages.sentences:
        if len(sentence.figures) < 2:
            continue
        for step in _steps(context, sentence):
            if step.change.id not in done:
                done.add(step.change.id)
                outcome = _said(step)
                if outcome is not None:
                    yield outcome


def _steps(context: Context, sentence: Sentence) -> Iterator[Step]:
    """Yield the steps that a sentence tells of, the surest form first."""
    figures = sentence.figures
    for index in range(len(figures) - 2):
        first, second, third = figures[index : index + 3]
        yield from _from_to_change(context, sentence, first, second, third)
        yield from _change_from_to(context, sentence, first, second, third)
    for index in range(len(figures) - 1):
        yield from _change_to(context, sentence, figures[index], figures[index + 1])


def _from_to_change(
    context: Context, sentence: Sentence, opening: Figure, closing: Figure, change: Figure
) -> Iterator[Step]:
    """Yield the step of "from A to B, a rise of C"."""
    passages = context.passages
    if not same_kind(opening, closing) or opening.unit is Unit.PERCENT or not _fits(change, closing):
        return
    behind = passages.between(closing, change)
    if not _FROM.search(passages.before(opening, 60)) or not _ends_in(_TO, passages.between(opening, closing)):
        return
    if len(behind) < 90 and _CHANGE_BEHIND.search(behind) and not _NOT_ITS_CHANGE.search(behind):
        went = way(behind) or way(passages.low[sentence.span.start : opening.span.start])
        if went is not None:
            yield Step(opening, change, closing, went)


def _ends_in(pattern: re.Pattern[str], gap: str) -> bool:
    """Tell whether a gap between two figures is no longer than a clause and reads as ``pattern``."""
    return len(gap) < 130 and pattern.search(gap) is not None


def _change_from_to(
    context: Context, sentence: Sentence, change: Figure, opening: Figure, closing: Figure
) -> Iterator[Step]:
    """Yield the step of "had grown by C, from A to B", and of "up C from A to B"."""
    passages = context.passages
    if not same_kind(opening, closing) or opening.unit is Unit.PERCENT or not _fits(change, closing):
        return
    before = passages.before(change, 70)
    if (
        not _BY.search(before)
        or not _FROM.search(passages.between(change, opening))
        or len(passages.between(change, opening)) > 90
    ):
        return
    if _ends_in(_TO, passages.between(opening, closing)):
        went = way(before) or way(passages.low[sentence.span.start : change.span.start])
        if went is not None:
            yield Step(opening, change, closing, went)


def _change_to(context: Context, sentence: Sentence, change: Figure, closing: Figure) -> Iterator[Step]:
    """Yield the step of "had increased by a further C to B"; its opening is an earlier figure of the same measure."""
    passages = context.passages
    if closing.unit is Unit.PERCENT or not _fits(change, closing):
        return
    before = passages.before(change, 70)
    gap = passages.between(change, closing)
    if not _BY.search(before) or not _ends_in(_TO, gap) or re.search(r"\bfrom\b|\bcompared\b", gap):
        return
    went = way(before) or way(passages.low[sentence.span.start : change.span.start])
    openings = _openings(context, sentence, change, closing)
    if went is None or not openings:
        return
    fitting = [o for o in openings if _closing(o, change, went).meets(reach(closing))]
    if not fitting and abs(openings[0].value - closing.value) > closing.value / 2:
        return
    yield Step(fitting[0] if fitting else openings[0], change, closing, went, sure=len(openings) == 1)


def _openings(context: Context, sentence: Sentence, change: Figure, closing: Figure) -> list[Figure]:
    """Return earlier figures of the closing figure's measure, the nearest first, three at most."""
    named = closing.indicator is not None
    pool: Sequence[Figure] = context.by_indicator.get(closing.indicator or "", ()) if named else context.figures
    if not named and change.unit is Unit.PERCENT:
        return []
    found: list[Figure] = []
    for figure in reversed(pool):
        if figure.span.end > sentence.span.start or figure.id == change.id:
            continue
        if closing.span.start - figure.span.start > 6000 or len(found) == 3:
            break
        if figure.period and closing.period and figure.period.end > closing.period.end:
            continue
        if figure.nature in {Nature.ACTUAL, None} and same_kind(figure, closing) and same_measure(figure, closing):
            found.append(figure)
    return found


def _fits(change: Figure, closing: Figure) -> bool:
    """Tell whether a figure can be a change of another: of its unit, or a percentage of it."""
    return change.unit is Unit.PERCENT or same_kind(change, closing)


def _closing(opening: Figure, change: Figure, went: Way) -> Interval:
    """Return where the closing figure lies after a change in numbers."""
    return reach(opening) + reach(change) if went is Way.UP else reach(opening) - reach(change)


def _said(step: Step) -> Outcome | None:
    """Return what the arithmetic of a step says; None where a percentage has nothing to be taken of."""
    if step.change.unit is Unit.PERCENT:
        return _percent_said(step)
    sign = " + " if step.way is Way.UP else " − "
    value = step.opening.value + step.way * step.change.value
    said, printed = value_words(value, step.closing.unit), value_words(step.closing.value, step.closing.unit)
    if _closing(step.opening, step.change, step.way).meets(reach(step.closing)):
        note = " holds" if value == step.closing.value else f" printed, {said} computed, holds within rounding"
        return holds(f"The change leads to {printed}.", step.opening, sign, step.change, " = ", step.closing, note)
    return query(
        f"The change leads to {said}, but {printed} is printed; worth checking which of the three is meant.",
        step.opening,
        sign,
        step.change,
        f" = {said}, ",
        step.closing,
        " is printed",
        severity=None if step.sure else Severity.MEDIUM,
    )


def _percent_said(step: Step) -> Outcome | None:
    """Return whether a change in per cent is that of opening to closing."""
    if step.opening.value <= 0:
        return None
    change = abs(step.closing.value - step.opening.value)
    computed = change / step.opening.value * 100
    distance = (reach(step.closing) - reach(step.opening)).size()
    went_right = (step.closing.value - step.opening.value) * step.way >= 0
    shown = rounded_like(computed, step.change, finer=0 if step.change.step < 1 else 1)
    working: tuple[Figure | str, ...] = ("(", step.closing, " − ", step.opening, ") ÷ ", step.opening, " = ")
    if went_right and (distance / reach(step.opening)).times(100).meets(reach(step.change)):
        return holds(
            f"The change is {number_words(step.change.value)}% of the earlier figure.", *working, step.change, " holds"
        )
    return query(
        f"From the earlier to the later figure it is a change of {number_words(shown)}%, "
        f"but {number_words(step.change.value)}% is printed; worth checking.",
        *working,
        f"{number_words(shown)}%, ",
        step.change,
        " is printed",
    )


CHANGES = Rule(
    5,
    "opening, change, closing",
    Severity.HIGH,
    "The opening figure and the change give the closing figure.",
    check_changes,
)
