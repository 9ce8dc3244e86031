"""Short records of one council, to be asked about against each other."""

from __future__ import annotations

from planting import Asker

_RECORD = (
    "Westmarch Borough Council\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting ..... {day}\n\n"
    "1. Title of Item/Report\n\n{title}\n\n2. Record of the Decision\n\n{body}\n\nRESOLVED that:\n\n{resolved}\n\n"
    "3. Reasons for the Decision\n\n{reasons}\n"
)


def record(
    day: str,
    body: str = "",
    *,
    title: str = "Waste Collection",
    resolved: str = "1. the report be noted.",
    reasons: str = "To keep Members informed.",
) -> str:
    """Return a record of a meeting, as a decision proforma prints it."""
    body = body or f"Cabinet considered {title.lower()}."
    return _RECORD.format(day=day, title=title, body=body, resolved=resolved, reasons=reasons)


def asks(asker: Asker, rule: int, *records: str) -> bool:
    """Tell whether a rule asks anything about records, each by itself or against the others."""
    return any(asked.rule == rule for asked in asker.together(*records))
