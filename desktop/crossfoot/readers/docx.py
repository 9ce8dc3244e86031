"""Word documents: what the page shows, in reading order.

Tracked insertions count, deletions do not; the numbers of lists are worked out, because Word does not
store them in the text; text boxes stand behind the paragraph that holds them; footnotes come at the end;
heads and feet of pages are left out, and the comments of others are told as theirs. The package is unpacked
part by part and no relation of it is followed, so that nothing outside the file is ever touched.
Source: ECMA-376, part 1, section 17.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.readers.building import Builder
from crossfoot.readers.comments import comment_notes
from crossfoot.readers.forms import before_title, is_prose_row, items_of_minutes, numbers_sections, with_number
from crossfoot.readers.headings import heading_of_style, is_of_contents
from crossfoot.readers.labels import BULLET, has_typed_label
from crossfoot.readers.merged import MergedNames
from crossfoot.readers.numbering import Numbering, Style, child, local, value, whole
from crossfoot.readers.package import Package
from crossfoot.readers.raised import is_mark
from crossfoot.readers.unread import unread

_OFF = frozenset({"0", "false", "off"})
_OBJECTS = frozenset({"OLEObject", "altChunk", "subDoc", "chart", "relIds"})
"""Sheets, parts of other files, charts and drawings of boxes, whose words stand in other parts of the package."""
_GONE = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "fldData", "pPr", "rPr", "sdtPr", "sectPr"}
)
_HOLDERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo", "hyperlink", "fldSimple"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_DEEPEST = 200
_LONGEST_CHAIN = 24
_MOST_SPANNED = 63


def read_docx(name: str, data: bytes) -> Reading:
    """Return the words of a Word document.

    Raises:
        WorldError: the file is damaged, half written, protected or a trap, or holds no words.
    """
    with Package(name, data, "Word") as package:
        path = _main_part(package)
        document = package.xml(path)
        body = child(document, "body")
        if document is None or body is None:
            raise package.damaged()
        folder = path.rsplit("/", 1)[0] + "/" if "/" in path else ""
        styles = _styles(package.xml(f"{folder}styles.xml"))
        numbering = Numbering(package.xml(f"{folder}numbering.xml"), styles)
        writer = _Writer(styles, numbering)
        writer.blocks(body, 0)
        for part, word in (("footnotes", "Footnote"), ("endnotes", "Endnote")):
            writer.notes(package.xml(f"{folder}{part}.xml"), word)
        comments = package.xml(f"{folder}comments.xml")
    pictures = sum(local(each) in {"blip", "imagedata"} for each in body.iter())
    objects = sum(local(each) in _OBJECTS for each in body.iter())
    notes = (*unread(pictures=pictures, objects=objects, struck=writer.struck), *comment_notes(comments, body))
    reading = writer.builder.reading("docx", notes=notes)
    if not reading.text:
        raise WorldError(f"{name} holds no words; if it holds a picture of a page, save the page itself as text.")
    return reading


def _main_part(package: Package) -> str:
    """Return the path of the part that holds the document's text."""
    relations = package.xml("_rels/.rels")
    for each in relations if relations is not None else ():
        if (value(each, "Type") or "").endswith("/officeDocument"):
            target = (value(each, "Target") or "").lstrip("/")
            if target in package:
                return target
    return "word/document.xml"


def _styles(root: etree._Element | None) -> dict[str, Style]:
    """Return the document's styles by their identifier."""
    styles: dict[str, Style] = {}
    for each in root if root is not None else ():
        key = value(each, "styleId") if local(each) == "style" else None
        if key is None:
            continue
        properties = child(each, "pPr")
        level = value(child(properties, "numPr", "ilvl"))
        outline = value(child(properties, "outlineLvl"))
        styles[key] = Style(
            name=value(child(each, "name")) or "",
            based_on=value(child(each, "basedOn")),
            number=value(child(properties, "numPr", "numId")),
            level=None if level is None else whole(level, 0),
            outline=None if outline is None else whole(outline, 9),
        )
    return styles


def _is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch of Word's is there and not turned off."""
    return element is not None and (value(element) or "1") not in _OFF


class _Writer:
    """Appends the document's blocks in reading order."""

    def __init__(self, styles: dict[str, Style], numbering: Numbering) -> None:
        self.builder = Builder()
        self.struck = 0
        """How many stretches of words are struck through, and were left out."""
        self._styles = styles
        self._numbering = numbering
        self._boxes: list[etree._Element] = []
        self._carried = ""

    def blocks(self, holder: etree._Element, depth: int) -> None:
        """Append the paragraphs and tables that stand in an element."""
        if depth > _DEEPEST:
            return
        for each in holder:
            name = local(each)
            if name == "p":
                self._paragraph(each, depth)
            elif name == "tbl":
                self._table(each, depth)
            elif name == "AlternateContent":
                chosen = _chosen(each)
                if chosen is not None:
                    self.blocks(chosen, depth + 1)
            elif name in _HOLDERS and not _is_left_out(each):
                self.blocks(each, depth + 1)

    def notes(self, root: etree._Element | None, word: str) -> None:
        """Append the notes of a part, each behind its number, the rules between text and notes left out."""
        number = 0
        for each in root if root is not None else ():
            if value(each, "type") not in {None, "normal"}:
                continue
            number += 1
            words = " ".join(filter(None, (self._words(p).strip() for p in each.iter() if local(p) == "p")))
            if words:
                self.builder.add(BlockKind.PARAGRAPH, f"{word} {number}: {words}")

    def _paragraph(self, paragraph: etree._Element, depth: int) -> None:
        """Append one paragraph, and behind it the text boxes that hang on it."""
        properties = child(paragraph, "pPr")
        words = self._carried + self._words(paragraph)
        self._carried = ""
        if child(properties, "rPr", "del") is not None:
            # The mark that ends the paragraph is deleted: it runs on into the next one.
            self._carried = words
        else:
            self._add(properties, words)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, depth + 1)

    def _add(self, properties: etree._Element | None, words: str) -> None:
        """Append a paragraph's words as what its properties make of it."""
        words = "\n".join(" ".join(line.split(" ")) for line in words.replace("\u00a0", " ").split("\n"))
        style = value(child(properties, "pStyle"))
        label, level = self._label(properties, style)
        if not words.strip() or any(is_of_contents(each.name) for each in self._chain(style)):
            return  # an empty item has no words, but Word has counted it
        heading = self._heading(properties, style)
        if heading is not None:
            self.builder.add(BlockKind.HEADING, (label or "") + words.strip(), heading)
        elif label is not None and not (label == BULLET and has_typed_label(words)):
            self.builder.add(BlockKind.LIST_ITEM, label + words.strip(), level + 1)
        else:
            self.builder.add(BlockKind.PARAGRAPH, words)

    def _label(self, properties: etree._Element | None, style: str | None) -> tuple[str | None, int]:
        """Return the paragraph's printed number or dot, and the level it stands at."""
        number = value(child(properties, "numPr", "numId"))
        level_words = value(child(properties, "numPr", "ilvl"))
        level = None if level_words is None else whole(level_words, 0)
        for each in self._chain(style):
            number = number if number is not None else each.number
            level = level if level is not None else each.level
        if number is None or number == "0":
            return None, 0
        return self._numbering.label(number, level or 0, style), level or 0

    def _heading(self, properties: etree._Element | None, style: str | None) -> int | None:
        """Return the depth of a heading from 1, or None for a paragraph that is none."""
        outline = value(child(properties, "outlineLvl"))
        if outline is not None:
            return whole(outline, 9) + 1 if whole(outline, 9) < 9 else None
        for each in self._chain(style):
            named = heading_of_style(each.name)
            if named is not None:
                return named
            if each.outline is not None:
                return each.outline + 1 if each.outline < 9 else None
        return None

    def _chain(self, style: str | None) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style) if style is not None else None
            if found is None:
                return
            yield found
            style = found.based_on

    def _words(self, element: etree._Element, depth: int = 0) -> str:
        """Return the words of a paragraph's runs as they would be printed."""
        pieces: list[str] = []
        self._gather(element, pieces, depth)
        return "".join(pieces)

    def _gather(self, element: etree._Element, pieces: list[str], depth: int) -> None:
        """Append the words inside an element; text boxes are kept for later."""
        if depth > _DEEPEST:
            return
        for each in element:
            name = local(each)
            if name == "t":
                pieces.append(each.text or "")
            elif name in _GONE:
                continue
            elif name == "br" and value(each, "type") in {"page", "column"}:
                pieces.append(" ")
            elif name in _SIGNS:
                pieces.append(_SIGNS[name])
            elif name == "sym":
                pieces.append(_symbol(each))
            elif name == "txbxContent":
                self._boxes.append(each)
            elif name == "AlternateContent":
                chosen = _chosen(each)
                if chosen is not None:
                    self._gather(chosen, pieces, depth + 1)
            elif name == "r":
                self._run(each, pieces, depth + 1)
            elif len(each) and not _is_left_out(each):
                self._gather(each, pieces, depth + 1)

    def _run(self, run: etree._Element, pieces: list[str], depth: int) -> None:
        """Append the words of a run, hidden ones and the marks of footnotes left out."""
        properties = child(run, "rPr")
        if _is_on(child(properties, "vanish")):
            return
        if _is_on(child(properties, "strike")) or _is_on(child(properties, "dstrike")):
            self.struck += 1
            return
        raised = (
            value(child(properties, "vertAlign")) == "superscript" or whole(value(child(properties, "position")), 0) > 0
        )
        before = "".join(pieces[-3:]) if raised else ""
        begin = len(pieces)
        self._gather(run, pieces, depth)
        if _is_on(child(properties, "caps")):
            pieces[begin:] = [piece.upper() for piece in pieces[begin:]]
        if raised and is_mark(before, "".join(pieces[begin:])):
            del pieces[begin:]

    def _table(self, table: etree._Element, depth: int) -> None:
        """Append a table row by row, or its cells as text where it only lays out the page."""
        rows_of_table = [*_rows(table, 0)]
        rows = [[*_cells(row, 0)] for row in rows_of_table]
        widest = max((len(row) for row in rows), default=0)
        first = True
        read = [[self._cell(cell) for cell in cells] for cells in rows]
        items = items_of_minutes(read)
        numbered = not any(items) and numbers_sections(read)
        names = MergedNames()
        for row, cells, contents, item in zip(rows_of_table, rows, read, items, strict=True):
            nested = any(local(each) == "tbl" for cell in cells for each in cell)
            if widest <= 1 or nested or item or is_prose_row(contents, listed=any(map(self._is_listed, cells))):
                if item:
                    self._carried = before_title(" ".join(contents[0]))
                    cells = cells[1:]  # noqa: PLW2901 -- the rest of the row
                elif numbered and len(cells) > 1:
                    heading = with_number([" ".join(paragraphs) for paragraphs in contents[:2]])
                    self.builder.add(BlockKind.PARAGRAPH, heading[0])
                    cells = cells[2:]  # noqa: PLW2901 -- the rest of the row
                for cell in cells:
                    self.blocks(cell, depth + 1)
                continue
            before = whole(value(child(row, "trPr", "gridBefore")), 0)
            words = [""] * min(before, _MOST_SPANNED)
            for cell, paragraphs in zip(cells, contents, strict=True):
                merge = child(cell, "tcPr", "vMerge")
                hidden = merge is not None and value(merge) != "restart"
                words.append(names.cell(len(words), " ".join(paragraphs), goes_on=hidden))
                wide = whole(value(child(cell, "tcPr", "gridSpan")), 1)
                words.extend([""] * (min(wide, _MOST_SPANNED) - 1))
            self._boxes.clear()
            self.builder.add_row(with_number(words) if numbered and len(words) > 1 else words, first=first)
            first = False

    def _is_listed(self, cell: etree._Element) -> bool:
        """Tell whether a cell holds items that Word numbers or dots, and more than one paragraph."""
        return sum(child(each, "pPr", "numPr") is not None for each in cell.iter() if local(each) == "p") > 1

    def _cell(self, cell: etree._Element) -> list[str]:
        """Return the paragraphs of a cell that hold words."""
        found = (self._words(each).replace("\u00a0", " ").strip() for each in cell.iter() if local(each) == "p")
        return [words for words in found if words]


def _is_left_out(element: etree._Element) -> bool:
    """Tell whether a content control holds no words of the author's: a hint what to type, or a table of contents."""
    properties = child(element, "sdtPr")
    gallery = value(child(properties, "docPartObj", "docPartGallery")) or ""
    return _is_on(child(properties, "showingPlcHdr")) or "contents" in gallery.lower()


def _rows(table: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Yield the rows of a table, through the holders that may stand around them; deleted rows left out."""
    for each in table:
        if local(each) == "tr":
            if child(each, "trPr", "del") is None:
                yield each
        elif local(each) in _HOLDERS and depth < _DEEPEST:
            yield from _rows(each, depth + 1)


def _cells(row: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    for each in row:
        if local(each) == "tc":
            yield each
        elif local(each) in _HOLDERS and depth < _DEEPEST:
            yield from _cells(each, depth + 1)


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    """Return one of the alternatives that Word stores for programs of different age."""
    choice = child(alternatives, "Choice")
    return child(alternatives, "Fallback") if choice is None else choice


def _symbol(element: etree._Element) -> str:
    """Return the sign of a symbol font, as far as it is a plain one."""
    code = value(element, "char") or ""
    try:
        point = int(code, 16)
    except ValueError:  # a damaged sign is left out
        return ""
    point = point - 0xF000 if 0xF000 <= point <= 0xF0FF else point
    return "•" if point in {0xB7, 0xA7} else chr(point) if 0x20 <= point < 0xD800 else ""
