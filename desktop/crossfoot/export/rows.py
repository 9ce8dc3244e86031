"""The figures of a summary as rows of a table, the same for Excel and for CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crossfoot.export.summary import DocumentPart, Summary
from crossfoot.model import Finding, Origin, Presence, ReviewedFigure, State, Verdict
from crossfoot.model.judging import FindingDecision, Judgement
from crossfoot.model.wording import STATE_WORDS, UNIT_WORDS, day_words, document_words, period_words

LIKE_ANOTHER = "like another figure, not decided yet"
"""What is said of a field that came with the decision on another figure."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")


_PRESENCES: Mapping[Presence, str] = MappingProxyType(
    {
        Presence.STEADY: "",
        Presence.NEW: "new: found by newer rules",
        Presence.CHANGED: "newer rules read it differently",
        Presence.GONE: "newer rules no longer find it",
    }
)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the part it belongs to and its number in that document, from 1."""

    part: DocumentPart
    number: int
    figure: ReviewedFigure

    @property
    def document(self) -> str:
        """Return the document's title and date."""
        return document_words(self.part.document)

    @property
    def state(self) -> str:
        """Return the word for the officer's decision."""
        return STATE_WORDS[self.figure.state]

    @property
    def unit(self) -> str:
        """Return the word for the current unit, or an empty text."""
        return UNIT_WORDS[self.figure.current.unit] if self.figure.current.unit else ""

    @property
    def period(self) -> str:
        """Return the current period in words."""
        return period_words(self.figure.current.period)

    @property
    def origin(self) -> str:
        """Return who put the figure there, and how newer rules of the program read it, in words."""
        by = "added by the officer" if self.figure.origin is Origin.ADDED else "found by the program"
        return f"{by}; {self.presence}" if self.presence else by

    @property
    def presence(self) -> str:
        """Return how newer rules read the figure, in words; empty where they read it as before."""
        return _PRESENCES[self.figure.presence]


def figure_rows(summary: Summary) -> Iterator[FigureRow]:
    """Go through all figures of the summary, document by document, in the order of their places."""
    for part in summary.documents:
        for number, figure in enumerate(part.figures, start=1):
            yield FigureRow(part, number, figure)


def open_question(figure: ReviewedFigure) -> str:
    """Return what is still open about a figure: its question, or that nothing was decided; empty when settled."""
    if figure.state is State.UNREVIEWED:
        return "not decided yet"
    if figure.state is State.QUERIED:
        return figure.reason or figure.note or "queried without a question"
    return ""


def sign_off_words(part: DocumentPart) -> str:
    """Return who put a name under a document, when, and how much was open then; else that nobody did."""
    signed = part.sign_off
    if signed is None:
        return "not signed off"
    points = len(signed.open_points)
    still = f", {points:,} open {'point' if points == 1 else 'points'}" if points else ""
    return f"{signed.name or signed.reviewer}, {day_words(signed.at.date())}{still}"


def correction(figure: ReviewedFigure) -> str:
    """Return the fields that the officer changed, in one line of words: "value 1196; unit count".

    A figure that got a field for another's sake is not decided by that, and its line says so.
    """
    changed = "; ".join(f"{name} {text or 'none'}" for name, text in figure.corrected.items())
    return f"{changed} ({LIKE_ANOTHER})" if changed and figure.state is State.UNREVIEWED else changed


def changed_words(figure: ReviewedFigure) -> str:
    """Return which fields but the value the officer changed, and how they came to be changed; empty where none was."""
    fields = ", ".join(name for name in figure.corrected if name != "value")
    if not fields:
        return ""
    if figure.state is State.UNREVIEWED:
        return f"{fields} changed {LIKE_ANOTHER}"
    return f"{'chosen by the officer' if figure.origin is Origin.ADDED else 'corrected'}: {fields}"


def progress(summary: Summary) -> str:
    """Return how far the check has come, in one sentence."""
    counts = summary.counts
    return (
        f"{counts.decided:,} of {counts.found:,} figures checked: {counts.confirmed:,} confirmed, "
        f"{counts.corrected:,} corrected, {counts.rejected:,} rejected, {counts.queried:,} queried; "
        f"{counts.unreviewed:,} undecided."
    )


def verdict_words(verdict: Verdict) -> str:
    """Return what a check says, in the words that promise no more than it can."""
    return "holds" if verdict is Verdict.HOLDS else "worth checking"


def rule_words(finding: Finding) -> str:
    """Return by which rule a finding is: its number and name, or that it is a check of the officer's own."""
    return f"Own check: {finding.name}" if not finding.rule else f"Rule {finding.rule}: {finding.name}"


def decision_words(decision: FindingDecision | None) -> str:
    """Return what the officer decided on a finding, by whom and why; empty where nothing was."""
    if decision is None:
        return ""
    said = {Judgement.RAISED: "raised with the author", Judgement.DISMISSED: "dismissed"}.get(decision.judgement, "")
    return ", ".join(part for part in (said, decision.reason, decision.reviewer) if part)


def as_text(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula: an apostrophe goes before a risky sign.

    Records are written by others, and a cell that starts with =, +, -, @ or a control character
    is run by Excel and LibreOffice when a .csv is opened.
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_RISKY) or cell.startswith(_RISKY) else cell
