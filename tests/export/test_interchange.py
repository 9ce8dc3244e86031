"""The JSON of the commands has exactly the names and forms that other tools rely on."""

from __future__ import annotations

import json
from decimal import Decimal

from crossfoot.export import Summary
from crossfoot.export.interchange import extraction_json, figures_json, number_json
from crossfoot.model import Direction, Extraction, Span, Statement


def test_a_document_has_the_names_of_the_interface_in_their_order(summary: Summary) -> None:
    part = summary.documents[0]
    found = Extraction(
        "1",
        part.document.record,
        tuple(figure.printed for figure in part.figures),
        (Statement("active_children", Direction.UP, None, Span(10, 20), "had grown"),),
    )
    made = extraction_json("in/pressures.txt", "ab" * 32, part.document.reading, found, part.findings)
    assert list(made) == [
        *("path", "sha256", "reader", "text", "council", "title", "reference"),
        *("meeting_date", "call_in", "proper_officer_date"),
        *("sections", "resolutions", "statements", "figures", "findings"),
        *("commitments", "references"),
        *("part", "parts", "source_start", "source_end"),
    ]
    assert list(made["sections"][0]) == ["kind", "heading", "start", "end"]
    assert list(made["resolutions"][0]) == ["number", "text", "start", "end"]
    assert made["statements"] == [{"indicator": "active_children", "direction": "up", "start": 10, "end": 20}]
    assert list(made["figures"][0]) == [
        *("id", "start", "end", "quote", "value", "unit", "indicator", "label", "subject"),
        *("period", "nature", "qualifier", "section", "confidence", "rule", "doubtful"),
    ]
    assert list(made["findings"][0]) == [
        *("rule", "verdict", "message", "figures", "start", "end"),
        *("name", "severity", "working", "steps"),
    ]
    steps = made["findings"][0]["steps"]
    assert "".join(step["text"] for step in steps) == made["findings"][0]["working"]
    assert [step["figure"] for step in steps if step["figure"]] == made["findings"][0]["figures"]
    assert made["figures"][0]["period"] == {"start": "2024-01-31", "end": "2024-01-31", "kind": "as_at"}
    assert made["figures"][1]["period"] is None
    assert made["findings"][1]["start"] is None
    assert json.loads(json.dumps(made)) == made


def test_a_reviewed_figure_adds_the_decision_to_the_figure(summary: Summary) -> None:
    made = figures_json(summary.documents[0].figures)
    corrected = made[2]
    assert corrected["document"] == "d1"
    assert corrected["id"].startswith("d1-")
    assert corrected["state"] == "corrected"
    assert corrected["corrected"] == {"value": 855}
    assert corrected["note"] == "The service's own return says 855."
    assert corrected["reviewer"] == "AB"
    assert corrected["reviewed_at"] == "2024-04-02T12:00:00"
    assert made[3]["state"] == "unreviewed"
    assert made[3]["reviewed_at"] is None


def test_whole_values_are_whole_numbers() -> None:
    assert [number_json(Decimal(text)) for text in ("1194", "5510000.00", "57.5")] == [1194, 5510000, 57.5]
    assert isinstance(number_json(Decimal("1194.0")), int)
