"""Blocks as a Word file: labels typed or numbered by Word itself, headings by style, real tables, a head and a foot."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plain import Block, Kind

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def as_docx(blocks: list[Block], *, automatic: bool, head: str = "") -> bytes:
    """Return the file; ``automatic`` leaves the labels of lists to Word, ``head`` stands at the top of each page."""
    document = docx.Document()
    lists = _Lists(document)
    section = document.sections[0]
    if head:
        section.header.paragraphs[0].text = head
        foot = section.footer.paragraphs[0]
        foot.add_run("Page ")
        _field(foot, "PAGE")
    for block in blocks:
        if block.kind is Kind.TABLE:
            _table(document, block)
        elif block.kind is Kind.HEADING:
            lists.end()
            document.add_paragraph(style="Heading 2").add_run(block.words)
        elif block.kind is Kind.ITEM and automatic and lists.put(document, block):
            continue
        else:
            paragraph = document.add_paragraph()
            lines = list(block.lines)
            if block.label:
                lines[0] = f"{block.label}\t{lines[0]}"
            else:
                lists.end()
            for number, line in enumerate(lines):
                if number:
                    paragraph.add_run().add_break()
                paragraph.add_run(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _field(paragraph: Any, name: str) -> None:
    """Append a field such as the page's number."""
    for kind, text in (("begin", None), (None, name), ("end", None)):
        run = paragraph.add_run()._r  # noqa: SLF001 -- python-docx has no door to it
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run.append(element)


def _table(document: Any, block: Block) -> None:
    """Append a table with its borders, and the empty paragraph that Word wants behind it."""
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for number, row in enumerate(block.rows):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(words).bold = number == 0
    document.add_paragraph()


class _Lists:
    """Lists that Word numbers: one begins where a label does not follow the one before."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        self._form = ""
        self._next = 0
        self._number = 0

    def end(self) -> None:
        """Let the next item begin a list of its own."""
        self._form = ""

    def put(self, document: Any, block: Block) -> bool:
        """Append an item with Word's own label; return False where Word has no such label."""
        form = _form_of(block.label)
        if form is None:
            return False
        kind, pattern, count = form
        if f"{kind} {pattern}" != self._form or count != self._next:
            self._begin(kind, pattern, count)
        self._form, self._next = f"{kind} {pattern}", count + (kind != "bullet")
        paragraph = document.add_paragraph(style="List Paragraph")
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 -- as above
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self._number
        for number, line in enumerate(block.lines):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(line)
        return True

    def _begin(self, kind: str, pattern: str, start: int) -> None:
        """Add a list of a form of its own."""
        taken = [int(each.get(qn("w:abstractNumId"))) for each in self._root.findall(qn("w:abstractNum"))]
        abstract = _element("w:abstractNum", abstractNumId=max(taken) + 1)
        level = _element("w:lvl", ilvl=0)
        for name, value in (("start", start), ("numFmt", kind), ("lvlText", pattern), ("lvlJc", "left")):
            level.append(_element(f"w:{name}", val=value))
        indent = OxmlElement("w:pPr")
        indent.append(_element("w:ind", left=567, hanging=567))
        level.append(indent)
        abstract.append(level)
        self._root.insert(len(taken), abstract)
        self._number = max(int(each.get(qn("w:numId"))) for each in self._root.findall(qn("w:num"))) + 1
        listed = _element("w:num", numId=self._number)
        listed.append(_element("w:abstractNumId", val=max(taken) + 1))
        self._root.append(listed)


def _form_of(label: str) -> tuple[str, str, int] | None:
    """Return the number format, the pattern and the count of a label, or None for one that Word would not make."""
    if label in {"-", "–", "•", "·", "*"}:
        return "bullet", "•", 0
    match = re.fullmatch(r"(\(?)(\d{1,3}|[A-Za-z]|[ivx]{1,5})([.)])", label)
    if match is None:
        return None
    pattern = f"{match[1]}%1{match[3]}"
    if match[2].isdigit():
        return "decimal", pattern, int(match[2])
    if match[2] in _ROMAN and match[2] not in {"v", "x"}:
        return "lowerRoman", pattern, _ROMAN[match[2]]
    kind = "lowerLetter" if match[2].islower() else "upperLetter"
    return (kind, pattern, ord(match[2].lower()) - 96) if len(match[2]) == 1 else None


def _element(name: str, **attributes: object) -> Any:
    """Return an element of WordprocessingML with attributes of the same name space."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
