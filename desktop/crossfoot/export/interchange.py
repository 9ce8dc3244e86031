"""The JSON that other tools rely on, in the form of the project's interface page.

Field names and value forms here stay put: dates are ISO text, a value is a JSON number (whole
where it is whole), a missing thing is null, places count characters of ``text``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from crossfoot.model import Extraction, Figure, Finding, Period, Reading, ReviewedFigure, Span


def extraction_json(
    path: str, sha256: str, reading: Reading, extraction: Extraction, findings: Iterable[Finding]
) -> dict[str, Any]:
    """Return one document of ``extract --format json``.

    ``path`` is as the caller was given it; ``findings`` name figures by the ids of ``extraction``. A file with several
    records gives several documents: ``part`` counts them from 1, ``parts`` is how many there are, ``source_start`` and
    ``source_end`` are the record's place in the text of the whole file. All other places count in its own ``text``.
    """
    record = extraction.record
    part = reading.part
    return {
        "path": path,
        "sha256": sha256,
        "reader": reading.reader,
        "text": reading.text,
        "council": record.council,
        "title": record.title,
        "reference": record.reference,
        "meeting_date": day_json(record.meeting_date),
        "call_in": day_json(record.call_in),
        "proper_officer_date": day_json(record.proper_officer_date),
        "sections": [
            {"kind": section.kind.value, "heading": section.heading, **place_json(section.span)}
            for section in record.sections
        ],
        "resolutions": [
            {"number": resolution.number, "text": resolution.text, **place_json(resolution.span)}
            for resolution in record.resolutions
        ],
        "statements": [
            {
                "indicator": statement.indicator,
                "direction": statement.direction.value,
                **place_json(statement.span),
            }
            for statement in extraction.statements
        ],
        "figures": [figure_json(figure) for figure in extraction.figures],
        "findings": [finding_json(finding) for finding in findings],
        "commitments": [
            {
                "what": commitment.what,
                "who": commitment.who,
                "when": commitment.when,
                "due": day_json(commitment.due),
                **place_json(commitment.span),
            }
            for commitment in extraction.commitments
        ],
        "references": [
            {
                "kind": reference.kind.value,
                "quote": reference.quote,
                "first": day_json(reference.first),
                "last": day_json(reference.last),
                "number": reference.number,
                **place_json(reference.span),
            }
            for reference in record.references
        ],
        "part": part.number if part else 1,
        "parts": part.count if part else 1,
        "source_start": part.start if part else 0,
        "source_end": part.end if part else len(reading.text),
    }


def figures_json(figures: Iterable[ReviewedFigure]) -> list[dict[str, Any]]:
    """Return the list of ``figures --format json``: the figures as printed, with what the officer decided.

    ``corrected`` holds only the fields that the officer changed, each in the form that the same
    field of a figure has.
    """
    return [reviewed_json(figure) for figure in figures]


def reviewed_json(figure: ReviewedFigure) -> dict[str, Any]:
    """Return one figure of a workspace as printed, with the officer's decision beside it."""
    current = figure_json(figure.current)
    return {
        **figure_json(figure.printed),
        "id": figure.id,
        "document": figure.document,
        "state": figure.state.value,
        "origin": figure.origin.value,
        "presence": figure.presence.value,
        "corrected": {name: current.get(name, text) for name, text in figure.corrected.items()},
        "note": figure.note,
        "reason": figure.reason,
        "reviewer": figure.reviewer,
        "reviewed_at": figure.reviewed_at.isoformat() if figure.reviewed_at else None,
    }


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return one figure, its value in whole units."""
    return {
        "id": figure.id,
        **place_json(figure.span),
        "quote": figure.quote,
        "value": number_json(figure.value),
        "unit": figure.unit.value if figure.unit else None,
        "indicator": figure.indicator,
        "label": figure.label,
        "subject": figure.subject,
        "period": period_json(figure.period),
        "nature": figure.nature.value if figure.nature else None,
        "qualifier": figure.qualifier.value,
        "section": figure.section.value if figure.section else None,
        "confidence": figure.confidence,
        "rule": figure.rule,
        "doubtful": figure.doubtful,
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return one finding; ``start`` and ``end`` are null where it is about something missing.

    ``steps`` are its working in turn, each with the id of the figure that it is, or null where it is words.
    """
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "message": finding.message,
        "figures": list(finding.figures),
        **place_json(finding.span),
        "name": finding.name,
        "severity": finding.severity.value,
        "working": "".join(step.text for step in finding.working),
        "steps": [{"text": step.text, "figure": step.figure} for step in finding.working],
    }


def place_json(span: Span | None) -> dict[str, int | None]:
    """Return the two ends of a span, both null where there is no place."""
    return {"start": span.start if span else None, "end": span.end if span else None}


def period_json(period: Period | None) -> dict[str, str] | None:
    """Return the days that a figure is about, or None."""
    if period is None:
        return None
    return {"start": period.start.isoformat(), "end": period.end.isoformat(), "kind": period.kind.value}


def day_json(day: date | None) -> str | None:
    """Return an ISO date, or None."""
    return day.isoformat() if day else None


def number_json(value: Decimal) -> int | float:
    """Return a JSON number: whole where the value is whole, so that 1194 is not printed as 1194.0."""
    return int(value) if value == value.to_integral_value() else float(value)
