"""The stored text as a page that one likes to read: headings, lists, air between paragraphs.

Only formats of paragraphs are set here. Not one character is added, taken or changed, so every
offset of the program holds on the screen too. Nothing of the source's own mark-up reaches Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from crossfoot.model import BlockKind, Document, Span
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.panes.text.offsets import Offsets, showable

SERIFS = ["Charter", "Georgia", "Cambria", "Source Serif 4", "Noto Serif", "Liberation Serif", "DejaVu Serif"]
"""Faces made for reading, in order of preference; the last one is on every Linux desktop."""

MEASURE = 68
"""The length of a line in average characters, at which the eye finds the next line without effort."""

_LEADING = 142  # per cent of the face's own line
_HANGING = 3 * UNIT
_MARKS = re.compile(r"\*\*|__|</?[ubi]>")
_NUMBERING = 8  # so many characters beside a heading's words are its number and its stop


def reading_font(points: int) -> QFont:
    """Return the face for documents at a size in points."""
    font = QFont()
    font.setFamilies(SERIFS)
    font.setPointSize(points)
    return font


def headings(document: Document) -> Iterator[tuple[Span, int]]:
    """Go through the headings of a document with their level, as its reader or its record knows them.

    A section carries its heading's words and the span of its body; the heading stands right
    before the body.
    """
    known = [block.span for block in document.reading.blocks if block.kind is BlockKind.HEADING]
    for block in document.reading.blocks:
        if block.kind is BlockKind.HEADING:
            yield block.span, block.level
    for section in document.record.sections:
        start = document.text.rfind(section.heading, 0, section.span.start) if section.heading else -1
        if start >= 0:
            span = Span(start, start + len(section.heading))
            if not any(span.overlaps(other) for other in known):
                yield span, 2


def typeset(page: QTextDocument, document: Document, points: int, quiet: QColor) -> Offsets:
    """Fill ``page`` with the document's text and set its paragraphs; return the way between the offsets.

    ``quiet`` is the colour for marks that stand in the text but are not read, such as "**".
    """
    offsets = Offsets(document.text)
    page.setUndoRedoEnabled(False)
    page.setDefaultFont(reading_font(points))
    page.setPlainText(showable(document.text))
    cursor = QTextCursor(page)
    cursor.beginEditBlock()
    _set_paragraphs(cursor)
    for span in _hanging(document):
        _set_block(cursor, offsets.to_qt(span.start), _list_item())
    for span, level in headings(document):
        _set_heading(cursor, offsets, span, level, points)
    _quieten_marks(cursor, offsets, document.text, points, quiet)
    cursor.endEditBlock()
    return offsets


def _quieten_marks(cursor: QTextCursor, offsets: Offsets, text: str, points: int, colour: QColor) -> None:
    """Set the signs of a source's own mark-up small and quiet; they stay, because offsets count them."""
    quiet = QTextCharFormat()
    quiet.setForeground(colour)
    quiet.setFontPointSize(points * 0.7)
    quiet.setFontWeight(QFont.Weight.Normal)
    for match in _MARKS.finditer(text):
        cursor.setPosition(offsets.to_qt(match.start()))
        cursor.setPosition(offsets.to_qt(match.end()), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(quiet)


def _set_paragraphs(cursor: QTextCursor) -> None:
    """Give every paragraph its leading, and make the blank lines between them small."""
    page = cursor.document()
    cursor.select(QTextCursor.SelectionType.Document)
    plain = QTextBlockFormat()
    plain.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(plain)
    blank = QTextBlockFormat()
    blank.setLineHeight(1.25 * UNIT, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block = page.begin()
    while block.isValid():
        if not block.text().strip():
            _set_block(cursor, block.position(), blank)
        block = block.next()


def _hanging(document: Document) -> Iterator[Span]:
    """Go through the places that are set as items of a list."""
    for block in document.reading.blocks:
        if block.kind is BlockKind.LIST_ITEM:
            yield block.span
    for resolution in document.record.resolutions:
        yield resolution.span


def _list_item() -> QTextBlockFormat:
    """Return the format of a list's item: set in, its first line hanging out."""
    made = QTextBlockFormat()
    made.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setLeftMargin(_HANGING)
    made.setTextIndent(-_HANGING / 2)
    made.setBottomMargin(UNIT / 2)
    return made


def _set_heading(cursor: QTextCursor, offsets: Offsets, span: Span, level: int, points: int) -> None:
    """Set one heading: heavier, with air above it, and with the number before it where one stands there."""
    first, last = offsets.to_qt(span.start), offsets.to_qt(span.end)
    block = cursor.document().findBlock(first)
    if block.length() - (last - first) <= _NUMBERING:
        first, last = block.position(), block.position() + block.length() - 1
    air = QTextBlockFormat()
    air.setTopMargin(UNIT * (1.5 if level > 1 else 0.5))
    air.setBottomMargin(UNIT / 4)
    air.setLeftMargin(0)
    air.setTextIndent(0)
    _set_block(cursor, first, air)
    words = QTextCharFormat()
    words.setFontWeight(QFont.Weight.DemiBold)
    words.setFontPointSize(points + (3 if level == 1 else 1.5))
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(words)


def _set_block(cursor: QTextCursor, position: int, form: QTextBlockFormat) -> None:
    """Lay ``form`` over the paragraph at ``position``."""
    cursor.setPosition(position)
    cursor.mergeBlockFormat(form)
