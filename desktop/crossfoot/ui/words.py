"""How the fields of a figure read in tables and forms, on top of the wording that exports share.

All of it can be typed back: a cell that shows "as at 3 Sep 2012" takes the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from crossfoot.model import (
    Counts,
    Dictionary,
    Direction,
    Figure,
    Finding,
    Origin,
    Presence,
    ReviewedFigure,
    SectionKind,
    Severity,
    Span,
    State,
)
from crossfoot.model.wording import (
    FIELD_WORDS,
    STATE_GLYPHS,
    STATE_WORDS,
    day_words,
    field_words,
    moment_words,
    nature_words,
    period_words,
    subject_beside,
    subject_words,
    value_words,
)

if TYPE_CHECKING:  # the window says its first words before the checks are loaded
    from crossfoot.review.findings.trying import WhatIf

SECTIONS: Mapping[SectionKind, str] = MappingProxyType(
    {
        SectionKind.TITLE: "Title",
        SectionKind.DECISION: "Decision",
        SectionKind.REASONS: "Reasons",
        SectionKind.ALTERNATIVES: "Alternatives",
        SectionKind.CONFLICTS: "Conflicts",
        SectionKind.DISPENSATIONS: "Dispensations",
        SectionKind.CALL_IN: "Call-in",
    }
)
"""The short name of each section, as a column or a button shows it."""

SEVERITIES: Mapping[Severity, tuple[str, str]] = MappingProxyType(
    {Severity.HIGH: ("▲", "high"), Severity.MEDIUM: ("◆", "medium"), Severity.LOW: ("▽", "low")}
)
"""Glyph and word of each severity; the glyph differs in shape, so colour is never needed."""

DIRECTIONS: Mapping[Direction, tuple[str, str]] = MappingProxyType(
    {
        Direction.UP: ("↗", "up"),
        Direction.DOWN: ("↘", "down"),
        Direction.SAME: ("↔", "no change"),
        Direction.HIGH: ("↑", "high"),
        Direction.LOW: ("↓", "low"),
        Direction.ABOVE_TARGET: ("◉", "target met"),
        Direction.BELOW_TARGET: ("◌", "target not met"),
    }
)
"""Sign and word of each way that a record claims without a number: neither good nor bad, as with rises and falls."""

FIELDS: Mapping[str, str] = FIELD_WORDS
"""The fields that the officer can correct, in the order of the form, with their names."""


def field(figure: Figure, name: str, dictionary: Dictionary) -> str:
    """Return the words of one of :data:`FIELDS`, in a form in which they may be typed back."""
    return field_words(figure, name, dictionary)


def value(figure: Figure) -> str:
    """Return the figure's value with its unit: "£5.51m", "57.5%", "1,194"."""
    return value_words(figure.value, figure.unit)


def section(kind: SectionKind | None) -> str:
    """Return the section's short name, or a dash outside all sections."""
    return SECTIONS[kind] if kind else "–"


def day(item: date | None) -> str:
    """Return "1 Dec 2011", or a dash."""
    return day_words(item) if item else "–"


def short_day(item: date | None) -> str:
    """Return "01/12/11", or a dash: a day for a list with little room."""
    return f"{item:%d/%m/%y}" if item else "–"


def parted(said: str) -> tuple[str, tuple[str, ...]]:
    """Return what was typed of a comment: its words, and those with "#" before them as tags, each once."""
    typed = said.split()
    tags = [word for word in typed if word.startswith("#") and len(word) > 1]
    return " ".join(word for word in typed if word not in tags), tuple(dict.fromkeys(tag[1:] for tag in tags))


def moment(item: datetime | None) -> str:
    """Return "13 Jun 2013, 10:42" in the officer's own time, or an empty text."""
    return moment_words(item) if item else ""


def what_if(tried: WhatIf) -> str:
    """Return what a value that is not saved yet would do to the checks."""
    lines = [f"− would be settled: {finding.message}" for finding in tried.vanishing]
    lines += [f"+ would ask: {finding.message}" for finding in tried.appearing]
    head = "What if: no check would change." if not lines else "What if this were saved:"
    warning = [f"⚠ {tried.doubt}"] if tried.doubt else []
    return "\n".join([*warning, head, *lines])


def rule(finding: Finding) -> str:
    """Return by which rule a finding is: its number and name, or that it is a check of the officer's own."""
    return f"own check, {finding.name}" if not finding.rule else f"rule {finding.rule}, {finding.name}"


def about(item: ReviewedFigure, dictionary: Dictionary) -> str:
    """Return what a figure counts: its indicator's name, or the words of the text."""
    return subject_words(item.current, dictionary)


def was(item: ReviewedFigure) -> str:
    """Return what stood in the version before where this one reads differently: "⟲ was 187", or an empty text."""
    return f"⟲ was {value_words(item.earlier.value, item.earlier.unit)}" if item.earlier else ""


def earlier(item: ReviewedFigure) -> str:
    """Return what was decided on a figure in the version before, where this one reads differently; else nothing."""
    before = item.earlier
    if before is None:
        return ""
    signed = " ".join(part for part in (before.reviewer, moment(before.reviewed_at)) if part)
    told = (value_words(before.value, before.unit), STATE_WORDS[before.state], signed, before.reason)
    return f"⟲ The version before: {' · '.join(part for part in told if part)}. This one reads differently."


def headline(item: ReviewedFigure, dictionary: Dictionary) -> str:
    """Return what a figure is about in one line: "active children · as at 3 Sep 2012 · actual"."""
    figure = item.current
    whose = subject_beside(figure, dictionary)
    parts = (about(item, dictionary), whose, period_words(figure.period), nature_words(figure.nature))
    return " · ".join(part for part in parts if part)


def progress(counts: Counts) -> str:
    """Return "12/45", or a dash where nothing is to be decided."""
    return f"{counts.decided:,}/{counts.found:,}" if counts.found else "–"


_PRESENCES: Mapping[Presence, str] = MappingProxyType(
    {
        Presence.STEADY: "",
        Presence.NEW: "+ new: newer rules found it",
        Presence.CHANGED: "≠ newer rules read it differently",
        Presence.GONE: "⊘ gone: newer rules do not find it",
    }
)


def presence(item: ReviewedFigure) -> str:
    """Return how a figure stands in the newest reading of its record, with a sign, or an empty text."""
    return _PRESENCES[item.presence]


def reread(item: ReviewedFigure, dictionary: Dictionary) -> str:
    """Return what newer rules make of a decided figure: "Value 194, Period Jul 2016", or an empty text."""
    if item.reread is None:
        return ""
    newer = item.reread
    return ", ".join(
        f"{title} {field(newer, name, dictionary) or 'none'}"
        for name, title in FIELDS.items()
        if field(newer, name, dictionary) != field(item.printed, name, dictionary)
    )


_UNBROKEN = "\u00a0"
"""A space at which no line breaks."""


def surroundings(text: str, span: Span, reach: int = 60) -> str:
    """Return the words around a place on one line, cut at spaces, with dots where something was left out."""
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    before, after = text[start : span.start], text[span.end : end]
    if start > 0:
        before = "… " + before[before.find(" ") + 1 :]
    if end < len(text):
        after = after[: after.rfind(" ") if " " in after else len(after)] + " …"
    said = " ".join(f"{before}{span.cut(text)}{after}".split())
    if start > 0:
        said = said.replace("… ", f"…{_UNBROKEN}", 1)  # dots stand on the line of the word that they belong to
    return f"{said[:-2]}{_UNBROKEN}…" if end < len(text) else said


def plural(count: int, one: str, many: str = "") -> str:
    """Return "1 figure" or "3 figures"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def is_addition(item: ReviewedFigure) -> bool:
    """Tell whether the officer put a figure there, and it stands."""
    return item.origin is Origin.ADDED and item.state in {State.CONFIRMED, State.CORRECTED}


def standing(item: ReviewedFigure, reviewer: str = "") -> str:
    """Return a figure's state with its sign; of one that the program had missed, who added it instead.

    An addition is no correction, whatever the officer made of the proposal: no reading of the program was changed.
    """
    if is_addition(item):
        return f"+ added by {'you' if item.reviewer == reviewer else item.reviewer}" if item.reviewer else "+ added"
    return state(item.state)


def as_read(item: ReviewedFigure, name: str, dictionary: Dictionary) -> str:
    """Return where a field came from before the officer changed it: the record prints a value, the program reads it."""
    before = field(item.printed, name, dictionary) or "nothing"
    if item.origin is Origin.ADDED:
        return f"proposed: {before}"
    return f"record: {before}" if name == "value" else f"read as: {before}"


def state(item: State) -> str:
    """Return a state's sign and word: "✓ confirmed"."""
    return f"{STATE_GLYPHS[item]} {STATE_WORDS[item]}"
