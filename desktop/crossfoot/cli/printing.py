"""What the commands print: results as tables, CSV or JSON for programs, sentences on standard error for people."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from crossfoot.export.interchange import finding_json
from crossfoot.export.rows import as_text
from crossfoot.model import Finding

FAILED = 1
"""The exit status of a command that was refused something."""

Row = Sequence[object]


def print_json(value: Any) -> None:
    """Print JSON with its letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_csv(headings: Row, rows: Iterable[Row]) -> None:
    """Print comma-separated values."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(
        [headings, *([as_text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)]
    )
    print(file.getvalue(), end="")


def print_table(headings: Row, rows: Sequence[Row], *, whole: bool = False) -> None:
    """Print rows under headings in columns; long cells are cut, but for the last column where ``whole``."""
    if not rows:
        return
    cells = [[" ".join(str(cell).split()) for cell in row] for row in [headings, *rows]]
    last = len(headings) - 1
    cut = [[c if whole and i == last else c if len(c) <= 36 else f"{c[:35]}…" for i, c in enumerate(r)] for r in cells]
    widths = [max(len(row[column]) for row in cut) for column in range(len(headings))]
    for row in cut:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def print_findings(form: str, found: Sequence[tuple[str, Finding]], *, of_files: bool = False) -> None:
    """Print findings with the document that each belongs to: a record's title, or a file's path, short in a table."""
    if form == "json":
        print_json([{"document": document, **finding_json(finding)} for document, finding in found])
        return
    rows = [
        (Path(document).name if of_files else document, f.rule, f.name, f.verdict, _told(f)) for document, f in found
    ]
    print_table(("document", "rule", "check", "verdict", "message and working"), rows, whole=True)


def _told(finding: Finding) -> str:
    """Return a finding's sentence with its working: "The parts add up to 25. [23 + 2 = 25 holds]"."""
    working = "".join(step.text for step in finding.working)
    return f"{finding.message} [{working}]" if working and working not in finding.message else finding.message


def tell(message: str) -> None:
    """Say something to the person at the keyboard."""
    print(message, file=sys.stderr)
