"""What a second reviewer says of a figure, in words: the two readings side by side are what the officers talk about."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.model import Figure, State
from crossfoot.model.assurance import SecondCheck
from crossfoot.model.wording import FIELD_WORDS, UNIT_WORDS, figure_words, period_words, value_words
from crossfoot.review.overlay import corrected_figure, field_text
from crossfoot.workspace import FigureState


def difference_words(figure: Figure, check: SecondCheck) -> str:
    """Return what a second reviewer differs in: "CD differs on £5.51m: £5.15m, “digits turned round”"."""
    said = ", ".join(entered_words(figure, check))
    return f"{check.reviewer} differs on {figure_words(figure)}{f': {said}' if said else ''}"


def entered_words(figure: Figure, check: SecondCheck) -> Iterator[str]:
    """Yield what a second reviewer typed that is not what stands, then the note."""
    typed = corrected_figure(figure, FigureState(State.CORRECTED, corrected=check.entered))
    for name, title in FIELD_WORDS.items():
        if name in check.entered and check.entered[name] != field_text(figure, name):
            yield _words(typed, name, title)
    if check.note:
        yield f"“{check.note}”"


def _words(typed: Figure, name: str, title: str) -> str:
    """Return one field that was typed; a value speaks for itself."""
    if name == "value":
        return value_words(typed.value, typed.unit)
    said = {"unit": UNIT_WORDS[typed.unit] if typed.unit else "", "period": period_words(typed.period)}
    return f"{title.lower()} {said.get(name, field_text(typed, name)) or 'none'}"
