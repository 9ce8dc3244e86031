"""Records as councils' own forms lay them out: each section a row of a table, its heading on the left.

And as Word sets them in two columns. What stands in the cells are the same blocks that stand on a page otherwise.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from plain import Block, Kind

_COLUMN = Cm(8)
_LEFT, _RIGHT = Cm(4.2), Cm(11.4)
"""How wide the columns of a form are."""

_SIGN = Cm(0.18)
_MOST_CELLS = 4
"""Of a table's row in a column; what has more goes over both."""

_LONGEST_HEADING = 80
_ENDED = re.compile(r"[.;,?!]\Z")
_FORM_HEADING = re.compile(
    r"(?:\d{1,2}[.)]?\s)?(?:title of|record of|details|reasons?\b|alternative|options|declar|conflict|interest"
    r"|dispensation|call[- ]?in|date and time|decision\b|decisions?\Z|resolution)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """A section: its heading, and the blocks under it."""

    heading: str
    blocks: list[Block] = field(default_factory=list)


def rows_of(blocks: list[Block]) -> tuple[list[Block], list[Row]]:
    """Return the blocks above the first section of a record, and its sections; no section where it has few."""
    head: list[Block] = []
    rows: list[Row] = []
    for block in blocks:
        for part in _parts(block):
            if isinstance(part, str):
                rows.append(Row(part))
            elif rows:
                rows[-1].blocks.append(part)
            else:
                head.append(part)
    return (head, rows) if len(rows) >= 3 else (blocks, [])


def _parts(block: Block) -> Iterator[str | Block]:
    """Yield the heading that a block is or begins with, as a string, and what is left of the block."""
    words = " ".join(filter(None, (block.label, block.lines[0]))) if block.lines else ""
    bare, colon, rest = words.partition(":")
    if block.kind is not Kind.TABLE and _FORM_HEADING.match(bare) and len(bare) < _LONGEST_HEADING:
        left = ([rest.strip()] if rest.strip() else []) + block.lines[1:]
        if (colon or not _ENDED.search(bare)) and "\t" not in bare:
            yield bare
            if left:
                yield Block(Kind.PARAGRAPH, left)
            return
    yield block


def as_form_docx(blocks: list[Block]) -> bytes:
    """Return a Word file whose sections are rows of a table of two columns, tables inside their cells."""
    document = docx.Document()
    head, rows = rows_of(blocks)
    for block in head:
        _put(document, block)
    if rows:
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        table.columns[0].width, table.columns[1].width = _LEFT, _RIGHT
        for row in rows:
            left, right = table.add_row().cells
            left.width, right.width = _LEFT, _RIGHT
            left.paragraphs[0].add_run(row.heading).bold = True
            for block in row.blocks:
                _put(right, block, wide=_RIGHT - Cm(0.6))
            if len(right.paragraphs) > 1 and right._tc[1].tag == qn("w:p"):  # noqa: SLF001 -- no door to it
                right._tc.remove(right.paragraphs[0]._p)  # noqa: SLF001 -- the empty one that a new cell has
    return _saved(document)


def as_columns_docx(blocks: list[Block]) -> bytes:
    """Return a Word file set in two justified columns, below a title over both."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.size = Pt(10)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.header.paragraphs[0].text = "Cabinet record - page set by the council"
    document.add_paragraph("\n".join(blocks[0].lines) if blocks else "", style="Title")
    _section(document, columns=2)
    for block in blocks[1:]:
        if block.kind is Kind.TABLE and len(block.rows[0]) > _MOST_CELLS:
            _section(document, columns=1)
            _put(document, block)
            _section(document, columns=2)
        else:
            _put(document, block, justified=True)
    return _saved(document)


def _section(document: Any, *, columns: int) -> None:
    """Go on in so many columns on the same page."""
    section = document.add_section(WD_SECTION.CONTINUOUS)
    element = section._sectPr.find(qn("w:cols"))  # noqa: SLF001 -- no door to it
    element.set(qn("w:num"), str(columns))
    element.set(qn("w:space"), "400")


def as_form_html(blocks: list[Block]) -> bytes:
    """Return a page whose sections are rows of a table of two columns."""
    head, rows = rows_of(blocks)
    parts = [_html(block) for block in head]
    if rows:
        parts.append('<table border="1" width="100%">')
        parts.extend(
            f'<tr><td width="30%"><strong>{escape(row.heading)}</strong></td>'
            f"<td>{''.join(map(_html, row.blocks))}</td></tr>"
            for row in rows
        )
        parts.append("</table>")
    return f'<html><head><meta charset="utf-8"><title>Form</title></head><body>{"".join(parts)}</body></html>'.encode()


def _html(block: Block) -> str:
    if block.kind is Kind.TABLE:
        rows = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
        return f"<table>{''.join(rows)}</table>"
    words = "<br>".join(map(escape, block.lines))
    return f"<h3>{words}</h3>" if block.kind is Kind.HEADING else f"<p>{escape(block.label)} {words}</p>"


def _put(holder: Any, block: Block, *, justified: bool = False, wide: int = 0) -> None:
    """Append a block to a document, a column of one or a cell; ``wide`` is how wide its tables are, if not all."""
    if block.kind is Kind.TABLE:
        columns = len(block.rows[0])
        table = holder.add_table(rows=0, cols=columns)
        wide = _COLUMN if justified else wide
        widths = _widths(block.rows, wide)
        for column, width in zip(table.columns, widths, strict=True) if wide else ():
            column.width = width
        if hasattr(table, "style"):
            table.style = "Table Grid"
        for row in block.rows:
            for cell, words, width in zip(table.add_row().cells, row, widths, strict=True):
                cell.paragraphs[0].add_run(words)
                if wide:
                    cell.width = width
        if not hasattr(holder, "paragraphs") or justified:
            holder.add_paragraph()
        return
    paragraph = holder.add_paragraph()
    if block.kind is Kind.HEADING:
        paragraph.add_run(block.words).bold = True
        return
    if justified:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for number, line in enumerate(block.lines):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(f"{block.label}\t{line}" if block.label and not number else line)
    if block.label:
        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.first_line_indent = Cm(-0.8)


def _widths(rows: list[list[str]], wide: int) -> list[int]:
    """Return the widths of a table's columns as Word fits them: each takes its longest word, the rest goes by need."""
    least = [
        max(len(word) for cell in column for word in (cell or "-").split()) + 2 for column in zip(*rows, strict=True)
    ]
    need = [max(len(cell) for cell in column) + 2 for column in zip(*rows, strict=True)]
    spare = max(0, wide / _SIGN - sum(least))
    more = [a - b for a, b in zip(need, least, strict=True)]
    signs = [a + spare * b / max(1, sum(more)) for a, b in zip(least, more, strict=True)]
    return [int(wide * each / sum(signs)) for each in signs]


def _saved(document: Any) -> bytes:
    """Return the file, hyphenated where the program that opens it knows how."""
    settings = document.settings.element
    settings.append(OxmlElement("w:autoHyphenation"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
