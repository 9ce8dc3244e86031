"""One step from an opening figure by a change to a closing one, if it agrees as printed, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.interval import Interval, reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.model import Figure, Severity, Unit
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


def agrees(step: Step) -> bool:
    """Tell whether a step is right as printed."""
    if step.change.unit is Unit.PERCENT:
        distance = (reach(step.closing) - reach(step.opening)).size()
        return (distance / reach(step.opening)).times(100).meets(reach(step.change))
    return led_to(step.opening, step.change, step.way).meets(reach(step.closing))


def led_to(opening: Figure, change: Figure, went: Way) -> Interval:
    """Return where the closing figure lies after a change in numbers."""
    return reach(opening) + reach(change) if went is Way.UP else reach(opening) - reach(change)


def said_of(step: Step) -> Outcome | None:
    """Return what the arithmetic of a step says; None where a percentage has nothing to be taken of."""
    if step.change.unit is Unit.PERCENT:
        return _percent_said(step)
    sign = " + " if step.way is Way.UP else " − "
    value = step.opening.value + step.way * step.change.value
    said, printed = value_words(value, step.closing.unit), value_words(step.closing.value, step.closing.unit)
    if led_to(step.opening, step.change, step.way).meets(reach(step.closing)):
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
    if step.opening.value <= 0 or step.opening.unit is Unit.PERCENTAGE_POINTS:
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
    if shown == step.change.value or (not went_right and _turned(step)):
        return None  # which of the two was first is another rule's question
    return query(
        f"From the earlier to the later figure it is a change of {number_words(shown)}%, "
        f"but {number_words(step.change.value)}% is printed; worth checking.",
        *working,
        f"{number_words(shown)}%, ",
        step.change,
        " is printed",
    )


def _turned(step: Step) -> bool:
    """Tell whether a change in per cent is right from the closing to the opening figure."""
    change, base, printed = abs(step.closing.value - step.opening.value), step.closing.value, reach(step.change)
    return base > 0 and printed.low <= change / base * 100 <= printed.high
