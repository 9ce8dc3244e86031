"""A sample record as a Word file: heading styles, numbered and bulleted lists, real tables."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from sample_source import HEADINGS, PAGE_END, Block, Kind, Resolution, Sample

_MADE = (2020, 1, 1, 0, 0, 0)
"""The time written into every part, so that the same source always gives the same file."""


def as_word(sample: Sample) -> bytes:
    """Return the record as .docx.

    Where the source says "underline", the section numbers are Word's own and are not in the text; elsewhere they are
    typed. Resolutions are numbered by Word, but for one whose number was typed without its full stop.
    """
    document = docx.Document()
    numbering = _Numbering(document)
    for line in (sample.council.upper(), "CABINET RECOMMENDATIONS", "PROFORMA"):
        paragraph = document.add_paragraph()
        paragraph.add_run(line).bold = True
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(sample.meeting_line)
    automatic = numbering.new_list(1) if sample.marks == "underline" else None
    for number, (section, heading) in enumerate(HEADINGS.items(), start=1):
        paragraph = document.add_paragraph(style="Heading 1")
        paragraph.add_run(heading if automatic else f"{number}. {heading}").underline = bool(automatic)
        if automatic:
            numbering.put(paragraph, automatic)
        for block in sample.body(section):
            if block.kind is Kind.RESOLUTIONS:
                document.add_paragraph().add_run(sample.resolved).bold = True
                _add_resolutions(document, numbering, block.resolutions)
            else:
                _add_block(document, block)
    document.add_paragraph("Proper Officer")
    document.add_paragraph(sample.proper_officer)
    properties = document.core_properties
    properties.title = sample.title
    properties.author = properties.last_modified_by = sample.council
    properties.comments = ""
    properties.created = properties.modified = datetime(*_MADE)  # noqa: DTZ001 -- the library writes it as UTC
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


class _Numbering:
    """The lists of one document: each has its own start, all count in the form "1."."""

    def __init__(self, document: Any) -> None:
        """Take the document's numbering part."""
        self.root = document.part.numbering_part.element

    def new_list(self, start: int) -> int:
        """Return the number of a new list whose first item counts ``start``.

        Each list has a form of its own: lists of one form would go on counting where another left off.
        """
        taken = [int(a.get(qn("w:abstractNumId"))) for a in self.root.findall(qn("w:abstractNum"))]
        form = max(taken) + 1
        abstract = _element("w:abstractNum", abstractNumId=form)
        abstract.append(_element("w:multiLevelType", val="singleLevel"))
        level = _element("w:lvl", ilvl=0)
        for name, value in (("start", start), ("numFmt", "decimal"), ("lvlText", "%1."), ("lvlJc", "left")):
            level.append(_element(f"w:{name}", val=value))
        properties = _element("w:pPr")
        properties.append(_element("w:ind", left=567, hanging=567))
        level.append(properties)
        abstract.append(level)
        self.root.insert(len(taken), abstract)
        number = max(int(n.get(qn("w:numId"))) for n in self.root.findall(qn("w:num"))) + 1
        listing = _element("w:num", numId=number)
        listing.append(_element("w:abstractNumId", val=form))
        self.root.append(listing)
        return number

    def put(self, paragraph: Any, number: int) -> None:
        """Make a paragraph the next item of a list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 -- python-docx has no door to it
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number


def _add_resolutions(document: Any, numbering: _Numbering, resolutions: tuple[Resolution, ...]) -> None:
    """Add the resolutions: a typed number ends Word's list, and the next list starts after it."""
    current: int | None = None
    for resolution in resolutions:
        if not resolution.stop:
            _add_words(document.add_paragraph(), f"{resolution.number} {resolution.words}")
            current = None
            continue
        current = current or numbering.new_list(resolution.number)
        paragraph = document.add_paragraph(style="List Paragraph")
        numbering.put(paragraph, current)
        _add_words(paragraph, resolution.words)


def _add_block(document: Any, block: Block) -> None:
    """Add a paragraph with its line breaks, a bulleted list or a table."""
    if block.kind is Kind.TABLE:
        table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
        for index, row in enumerate(block.rows):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(words).bold = index == 0
        document.add_paragraph()
    elif block.kind is Kind.BULLETS:
        for line in block.lines:
            _add_words(document.add_paragraph(style="List Bullet"), line)
    else:
        paragraph = document.add_paragraph()
        for index, line in enumerate(block.lines):
            if index:
                paragraph.add_run().add_break()
            _add_words(paragraph, line)


def _add_words(paragraph: Any, words: str) -> None:
    """Add words to a paragraph, with the mark that Word leaves where a page ended when it was last printed."""
    before, cut, after = words.partition(PAGE_END)
    paragraph.add_run(before)
    if cut:
        run = paragraph.add_run()
        run._r.append(_element("w:lastRenderedPageBreak"))  # noqa: SLF001 -- python-docx has no door to it
        run.add_text(after.lstrip())


def _element(name: str, **attributes: object) -> Any:
    """Return an element of WordprocessingML with attributes of the same name space."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _without_times(packed: bytes) -> bytes:
    """Return the same package with one time on all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=_MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()
