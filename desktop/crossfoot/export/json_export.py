"""Everything of a summary as .json, for other programs; its parts have the form of the interface page."""

from __future__ import annotations

import json
from typing import Any

from crossfoot.export.interchange import extraction_json, finding_json, place_json, reviewed_json
from crossfoot.export.rows import open_question
from crossfoot.export.summary import DocumentPart, Summary
from crossfoot.model import Annotation, Counts, Finding, JournalRow
from crossfoot.model.assurance_words import statement_words


def to_json(summary: Summary) -> bytes:
    """Return ``summary`` as UTF-8 JSON, indented, with real characters instead of escapes."""
    whole = {
        "workspace": summary.workspace,
        "exported_at": summary.exported_at.isoformat(timespec="seconds"),
        "reviewer": summary.reviewer,
        "crossfoot": summary.version,
        "counts": counts_json(summary.counts),
        "statement": list(statement_words(summary.statement)) if summary.statement else [],
        "documents": [_document(part) for part in summary.documents],
        "journal": [journal_json(row) for row in summary.history],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def counts_json(counts: Counts) -> dict[str, int]:
    """Return the counts; ``found`` is the sum of the five states, ``findings`` counts queries of checks."""
    return {
        "found": counts.found,
        "decided": counts.decided,
        "undecided": counts.unreviewed,
        "confirmed": counts.confirmed,
        "corrected": counts.corrected,
        "rejected": counts.rejected,
        "queried": counts.queried,
        "findings": counts.findings,
    }


def journal_json(row: JournalRow) -> dict[str, Any]:
    """Return one row of the journal with its seal."""
    return {
        "seq": row.seq,
        "at": row.at.isoformat(),
        "reviewer": row.reviewer,
        "verb": row.verb,
        "target_kind": row.target_kind,
        "target": row.target,
        "document": row.document,
        "before": row.before,
        "after": row.after,
        "reason": row.reason,
        "group": row.group,
        "undoes": row.undoes,
        "digest": row.digest,
    }


def _document(part: DocumentPart) -> dict[str, Any]:
    """Return one document: what ``extract`` says of it, then the officer's layer."""
    document = part.document
    whole = extraction_json(document.path, document.sha256, document.reading, document.extraction, ())
    return {
        "id": document.id,
        **whole,
        "notes": list(document.reading.notes),
        "sign_off": _sign_off(part),
        "counts": counts_json(part.counts),
        "figures": [{**reviewed_json(f), "open_question": open_question(f)} for f in part.figures],
        "findings": [_finding(part, finding) for finding in part.findings],
        "annotations": [_annotation(annotation) for annotation in part.annotations],
        "undecided": [figure.id for figure in part.undecided],
    }


def _sign_off(part: DocumentPart) -> dict[str, Any] | None:
    """Return the signature under a document with what was open beside it, or None."""
    signed = part.sign_off
    if signed is None:
        return None
    return {
        "reviewer": signed.reviewer,
        "name": signed.name,
        "at": signed.at.isoformat(),
        "note": signed.note,
        "open_points": list(signed.open_points),
    }


def _finding(part: DocumentPart, finding: Finding) -> dict[str, Any]:
    """Return a finding with what the officer decided on it."""
    decision = part.decisions.get(finding.id)
    return {
        "id": finding.id,
        **finding_json(finding),
        "decision": decision.judgement.value if decision else "open",
        "decision_reason": decision.reason if decision else "",
        "decision_reviewer": decision.reviewer if decision else "",
    }


def _annotation(annotation: Annotation) -> dict[str, Any]:
    """Return one mark of the officer's."""
    return {
        "id": annotation.id,
        **place_json(annotation.span),
        "quote": annotation.quote,
        "kind": annotation.kind.value,
        "comment": annotation.comment,
        "colour": annotation.colour,
        "tags": list(annotation.tags),
        "reviewer": annotation.reviewer,
        "created_at": annotation.created_at.isoformat() if annotation.created_at else None,
        "about": annotation.about.value,
        "target": annotation.target,
        "resolved": annotation.resolved,
        "replies": [
            {"text": reply.text, "reviewer": reply.reviewer, "at": reply.at.isoformat()} for reply in annotation.replies
        ],
    }
