"""A sample record as plain text, with the mark-up and the broken lines of a copy made from paper."""

from __future__ import annotations

from sample_source import HEADINGS, PAGE_END, Block, Kind, Sample


def as_text(sample: Sample) -> bytes:
    """Return the record as UTF-8: head in the middle of empty lines, headings marked as the source says."""
    head = (sample.council.upper(), "CABINET RECOMMENDATIONS", "PROFORMA")
    parts = [f"**{line}**" if sample.marks == "bold" else line for line in head]
    parts.append(sample.meeting_line)
    for number, (section, heading) in enumerate(HEADINGS.items(), start=1):
        # Whoever underlined the headings forgot the fifth.
        underlined = sample.marks == "underline" and section != "conflicts"
        parts.append(f"{number}. <u>{heading}</u>" if underlined else f"{number}. {heading}")
        for block in sample.body(section):
            if block.kind is Kind.RESOLUTIONS:
                parts.append(sample.resolved)
            parts.append(_block(block))
    parts.append(_signature(sample))
    text = "\n\n".join(parts)
    return ("\n\n" + text if sample.marks == "bold" else text).encode()


def _block(block: Block) -> str:
    """Return a block's lines; a page's end inside a sentence leaves an empty line there."""
    if block.kind is Kind.BULLETS:
        text = "\n".join(f"- {line}" for line in block.lines)
    elif block.kind is Kind.TABLE:
        text = "\n".join(" | ".join(row) for row in block.rows)
    elif block.kind is Kind.RESOLUTIONS:
        text = "\n".join(f"{r.number}{r.stop} {r.words}" for r in block.resolutions)
    else:
        text = "\n".join(block.lines)
    return text.replace(f" {PAGE_END} ", "\n\n")


def _signature(sample: Sample) -> str:
    """Return the Proper Officer's line and date, on two lines or on one."""
    between = {"bold": "  \n", "underline": " "}.get(sample.marks, "\n")
    return f"Proper Officer{between}{sample.proper_officer}"
