"""What an export is made from: one value that holds everything and asks nobody.

``review`` builds it from a workspace; the formats of this folder only read it, so that every
format tells the same story and a summary can be written while the officer goes on working.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from crossfoot.model import (
    Annotation,
    Counts,
    Dictionary,
    Document,
    Finding,
    JournalRow,
    Resolution,
    ReviewedFigure,
    State,
    Verdict,
)
from crossfoot.model.assurance import QaStatement, SignOff
from crossfoot.model.judging import FindingDecision, Judgement

PROMISE = (
    "Crossfoot can say that figures agree with each other and with the text they came from. "
    "It never says that a figure is true."
)
"""The sentence that stands in every summary for people."""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """One document of a summary with all that belongs to it.

    ``figures`` stand in the order of their places; ``findings`` hold workspace figure ids and
    have queries before relations that hold, ``decisions`` what the officer decided on them, by the finding's id.
    ``sign_off`` is the name under the document, or None.
    """

    document: Document
    figures: tuple[ReviewedFigure, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: Mapping[str, FindingDecision] = field(default_factory=dict)
    sign_off: SignOff | None = None

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """Return the numbered resolutions of the record."""
        return self.document.record.resolutions

    @property
    def counts(self) -> Counts:
        """Return how far the check of this document has come, counted from its figures and findings."""
        return count(self.figures, self.open_findings)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Return the findings that the officer has not dismissed."""
        gone = {key for key, decision in self.decisions.items() if decision.judgement is Judgement.DISMISSED}
        return tuple(finding for finding in self.findings if finding.id not in gone)

    @property
    def undecided(self) -> tuple[ReviewedFigure, ...]:
        """Return the figures that the officer has not decided on yet."""
        return tuple(f for f in self.figures if f.state is State.UNREVIEWED)

    @property
    def queried(self) -> tuple[ReviewedFigure, ...]:
        """Return the figures with a question that is still open."""
        return tuple(f for f in self.figures if f.state is State.QUERIED)


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that leaves the workspace in one export.

    ``workspace`` is its name for people, ``history`` the journal from the first row to the last,
    ``dictionary`` gives indicators their names, ``version`` is that of the program, ``statement`` are the
    numbers of the statement of quality assurance on these documents.
    """

    workspace: str
    exported_at: datetime
    documents: tuple[DocumentPart, ...]
    dictionary: Dictionary
    history: tuple[JournalRow, ...] = ()
    reviewer: str = ""
    version: str = ""
    statement: QaStatement | None = None

    @property
    def counts(self) -> Counts:
        """Return how far the check of all documents of the summary has come."""
        return count(
            (figure for part in self.documents for figure in part.figures),
            (finding for part in self.documents for finding in part.open_findings),
        )


def count(figures: Iterable[ReviewedFigure], findings: Iterable[Finding]) -> Counts:
    """Count figures by state, and the findings that are queries."""
    states = [figure.state for figure in figures]
    return Counts(
        unreviewed=states.count(State.UNREVIEWED),
        confirmed=states.count(State.CONFIRMED),
        corrected=states.count(State.CORRECTED),
        rejected=states.count(State.REJECTED),
        queried=states.count(State.QUERIED),
        findings=sum(finding.verdict is Verdict.QUERY for finding in findings),
    )
