"""Blocks as RTF and as OpenDocument, labels numbered by the word processor or typed."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from plain import Block, Kind

_WIDE = 9_000
"""The width of a table in twentieths of a point; what is wider stands outside the page."""

_BULLETS = frozenset("-–•·*")


def as_rtf(blocks: list[Block], *, head: str = "", typed: bool = False) -> bytes:
    """Return the file; the labels of lists stand in groups of their own, as Word writes them, or are ``typed``."""
    parts = [
        (
            "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fcharset2 Symbol;}}\n"
            "{\\stylesheet{\\s0 Normal;}{\\s2\\sbasedon0 heading 2;}}\n"
        )
    ]
    if head:
        parts.append(f"{{\\header\\pard\\plain {_rtf(head)}\\par}}{{\\footer\\pard\\plain Page \\chpgn\\par}}\n")
    for block in blocks:
        if block.kind is Kind.TABLE:
            parts.extend(_rtf_row(row) for row in block.rows)
            parts.append("\\pard\\plain\\par\n")
            continue
        words = "\\line ".join(map(_rtf, block.lines))
        if block.kind is Kind.ITEM:
            label = "\\f1\\'b7" if block.label in _BULLETS else _rtf(block.label)
            if typed:
                parts.append(f"\\pard\\plain\\fi-567\\li567\\tx567 {_rtf(block.label)}\\tab {words}\\par\n")
                continue
            parts.append(
                f"\\pard\\plain{{\\listtext\\pard\\plain {label}\\tab}}\\ls1\\ilvl0\\fi-567\\li567 {words}\\par\n"
            )
        elif block.kind is Kind.HEADING:
            parts.append(f"\\pard\\plain\\s2\\outlinelevel1\\b {words}\\b0\\par\n")
        else:
            parts.append(f"\\pard\\plain\\sa120 {words}\\par\n")
    return ("".join(parts) + "}").encode("ascii")


def _rtf(words: str) -> str:
    """Return words as they stand in the file, signs beyond ASCII by their number with a stand-in."""
    words = words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\t", "\\tab ")
    return "".join(each if each.isascii() else f"\\u{ord(each)}\\'3f" for each in words)


def _rtf_row(cells: list[str]) -> str:
    """Return a table's row."""
    edges = "".join(f"\\cellx{_WIDE * (number + 1) // len(cells)}" for number in range(len(cells)))
    return f"\\trowd{edges}" + "".join(f"\\pard\\intbl {_rtf(cell)}\\cell" for cell in cells) + "\\row\n"


def as_odt(blocks: list[Block], package: object) -> bytes:
    """Return the file; numbered labels are typed, dots are the list's own. ``package`` packs body and styles."""
    parts = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            rows = (
                "<table:table-row>"
                + "".join(f"<table:table-cell>{_p([cell])}</table:table-cell>" for cell in row)
                + "</table:table-row>"
                for row in block.rows
            )
            parts.append("<table:table>" + "".join(rows) + "</table:table>")
        elif block.kind is Kind.ITEM and block.label in _BULLETS:
            parts.append(
                f'<text:list text:style-name="L2"><text:list-item>{_p(block.lines)}</text:list-item></text:list>'
            )
        elif block.kind is Kind.HEADING:
            parts.append(f'<text:h text:outline-level="2">{escape(block.words)}</text:h>')
        else:
            label = f"{escape(block.label)}<text:tab/>" if block.label else ""
            parts.append(_p(block.lines, label))
    automatic = (
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        "</text:list-style>"
    )
    return package("".join(parts), automatic, "")  # type: ignore[operator]


def _p(lines: list[str], label: str = "") -> str:
    """Return a paragraph with its line breaks; runs of blanks are written as OpenDocument wants them."""
    words = "<text:line-break/>".join(escape(line) for line in lines)
    return f"<text:p>{label}{words}</text:p>"


def unpacked(data: bytes, part: str) -> bytes:
    """Return one part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part)
