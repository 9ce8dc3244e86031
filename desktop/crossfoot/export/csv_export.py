"""The figures as .csv: UTF-8 with a mark at the front, so that Excel shows £ as £."""

from __future__ import annotations

import csv
import io

from crossfoot.export.interchange import number_json
from crossfoot.export.rows import FigureRow, as_text, correction, figure_rows, open_question
from crossfoot.export.summary import Summary

HEADINGS = (
    "document",
    "file",
    "meeting date",
    "number",
    "figure",
    "state",
    "quote",
    "printed value",
    "value",
    "unit",
    "indicator",
    "indicator name",
    "label",
    "subject",
    "period start",
    "period end",
    "period kind",
    "nature",
    "qualifier",
    "section",
    "start",
    "end",
    "corrected",
    "reason",
    "note",
    "open question",
    "reviewer",
    "reviewed at",
    "origin",
)
"""The columns; values are in whole units, dates in ISO form."""


def to_csv(summary: Summary) -> bytes:
    """Return the figures of ``summary``, one row each, officer's decisions beside them."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in figure_rows(summary):
        writer.writerow([as_text(cell) if isinstance(cell, str) else cell for cell in _cells(row, summary)])
    return file.getvalue().encode("utf-8-sig")


def _cells(row: FigureRow, summary: Summary) -> list[str | int | float]:
    """Return one figure's cells in the order of :data:`HEADINGS`; numbers stay numbers."""
    figure, current, record = row.figure, row.figure.current, row.part.document.record
    period = current.period
    return [
        row.part.document.title,
        row.part.document.path,
        record.meeting_date.isoformat() if record.meeting_date else "",
        row.number,
        figure.id,
        row.state,
        figure.printed.quote,
        number_json(figure.printed.value),
        number_json(current.value),
        current.unit.value if current.unit else "",
        current.indicator or "",
        summary.dictionary.name(current.indicator),
        current.label,
        current.subject,
        period.start.isoformat() if period else "",
        period.end.isoformat() if period else "",
        period.kind.value if period else "",
        current.nature.value if current.nature else "",
        current.qualifier.value,
        current.section.value if current.section else "",
        figure.printed.span.start,
        figure.printed.span.end,
        correction(figure),
        figure.reason,
        figure.note,
        open_question(figure),
        figure.reviewer,
        figure.reviewed_at.isoformat(timespec="seconds") if figure.reviewed_at else "",
        row.origin,
    ]
