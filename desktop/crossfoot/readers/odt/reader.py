"""OpenDocument texts (.odt): what the page shows, in reading order.

Deleted words of tracked changes are kept apart by the format and left out, inserted ones stand in the text;
the numbers of lists and headings are worked out, because the format does not store them in the text; text
boxes stand behind the paragraph that holds them; notes come at the end; heads and feet of pages are left out,
and the comments of others are told as theirs. No link, image or object is followed. Source: OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.readers.building import Builder
from crossfoot.readers.forms import before_title, is_prose_row, items_of_minutes, numbers_sections, with_number
from crossfoot.readers.headings import heading_of_style, is_of_contents
from crossfoot.readers.labels import BULLET, has_typed_label
from crossfoot.readers.merged import MergedNames
from crossfoot.readers.numbering import child, local, value, whole
from crossfoot.readers.odt.annotations import annotation_notes
from crossfoot.readers.odt.lists import DEEPEST_LEVEL, Count, Lists, ListStyle
from crossfoot.readers.odt.styles import Styles
from crossfoot.readers.package import Package
from crossfoot.readers.raised import is_mark
from crossfoot.readers.unread import unread

_BLANKS = re.compile(r"[ \t\r\n]+")
_GONE = frozenset(
    {
        "tracked-changes", "forms", "event-listeners", "hidden-text", "hidden-paragraph", "ruby-text", "script",
        "variable-decls", "sequence-decls", "user-field-decls", "dde-connection-decls", "note-citation",
        "table-of-content", "table-of-content-source", "illustration-index-source", "table-index-source",
        "object-index-source", "user-index-source", "alphabetical-index-source", "bibliography-source",
    }
)  # fmt: skip
_SHAPES = frozenset(
    {"custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon", "path",
     "connector", "caption", "measure"}
)  # fmt: skip
_OBJECTS = frozenset({"object", "object-ole", "plugin", "applet", "floating-frame"})
_NOTES = (("footnote", "Footnote"), ("endnote", "Endnote"))
_ROW_HOLDERS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_REPEATED = 63
_MOST_BLANKS = 200
_DEEPEST = 200


def read_odt(name: str, data: bytes) -> Reading:
    """Return the words of an OpenDocument text.

    Raises:
        WorldError: the file is damaged, half written, protected or a trap, or holds no words.
    """
    with Package(name, data, "LibreOffice") as package:
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            raise WorldError(
                f"{name} is protected by a password; open it in LibreOffice, save it without and try again."
            )
        content = package.xml("content.xml")
        body = child(content, "body", "text")
        if content is None or body is None:
            raise package.damaged()
        writer = _Writer(Styles(package.xml("styles.xml"), content))
    writer.blocks(body, 0)
    writer.add_notes()
    reading = writer.reading(annotation_notes(body))
    if not reading.text:
        raise WorldError(f"{name} holds no words; if it holds a picture of a page, save the page itself as text.")
    return reading


@dataclass(frozen=True)
class _Place:
    """Where in which list an item stands; ``start`` is the number that it asks for."""

    count: Count
    style: str
    level: int
    start: int | None = None


class _Writer:
    """Appends the document's blocks in reading order."""

    def __init__(self, styles: Styles) -> None:
        self._builder = Builder()
        self._styles = styles
        self._lists = Lists()
        self._headings = Count()
        self._number = ""
        """The number of an item of minutes, which stands before its title."""
        self._boxes: list[etree._Element] = []
        self._notes: dict[str, list[etree._Element]] = {kind: [] for kind, _ in _NOTES}
        self._met = {"pictures": 0, "objects": 0, "struck": 0}

    def reading(self, comments: tuple[str, ...]) -> Reading:
        """Return what was gathered, with the sentences that tell what others commented."""
        return self._builder.reading("odt", notes=(*unread(**self._met), *comments))

    def blocks(self, holder: etree._Element, depth: int) -> None:
        """Append the paragraphs, lists and tables that stand in an element."""
        if depth > _DEEPEST:
            return
        for each in holder:
            name = local(each)
            if name in {"p", "h"}:
                self._paragraph(each, None, depth)
            elif name == "list":
                self._list(each, None, depth)
            elif name == "numbered-paragraph":
                self._numbered(each, depth)
            elif name == "table":
                self._table(each, depth)
            elif name == "section" and value(each, "display") == "none":
                continue
            elif not self._is_aside(each, name) and name not in _GONE:
                self.blocks(each, depth + 1)
            self._empty_boxes(depth)

    def add_notes(self) -> None:
        """Append the notes at the document's end, each behind its number."""
        for kind, word in _NOTES:
            for number, note in enumerate(self._notes[kind], start=1):
                found = (self._words(each).strip() for each in note.iter() if local(each) in {"p", "h"})
                words = " ".join(filter(None, found))
                if words:
                    self._builder.add(BlockKind.PARAGRAPH, f"{word} {number}: {words}")

    def _is_aside(self, element: etree._Element, name: str) -> bool:
        """Put aside what does not stand in the line of words; tell whether the element is such a thing."""
        if name == "annotation":
            pass  # told as its author's, see the notes
        elif name == "note":
            kind = "endnote" if value(element, "note-class") == "endnote" else "footnote"
            self._notes[kind].append(element)
        elif name == "frame":
            kinds = {local(each): each for each in element}
            if "text-box" in kinds:
                self._boxes.append(kinds["text-box"])
            elif _OBJECTS & kinds.keys():
                self._met["objects"] += 1
            elif "image" in kinds:
                self._met["pictures"] += 1
        elif name in _SHAPES:
            self._boxes.append(element)
        else:
            return False
        return True

    def _empty_boxes(self, depth: int) -> None:
        """Append the text boxes that were met in the block before."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box, depth + 1)

    def _list(self, element: etree._Element, outer: _Place | None, depth: int) -> None:
        """Append a list's items; one without a style of its own follows the list around it."""
        if depth > _DEEPEST:
            return
        style = value(element, "style-name") or (outer.style if outer else "")
        if not style:
            first = next((each for each in element.iter() if local(each) in {"p", "h"}), None)
            style = self._styles.list_of_paragraph(value(first, "style-name")) or ""
        count = outer.count if outer else self._lists.begin(element, style)
        level = min(outer.level + 1 if outer else 1, DEEPEST_LEVEL)
        for item in element:
            if local(item) not in {"list-item", "list-header"}:
                continue
            start = value(item, "start-value")
            place = _Place(
                count,
                value(item, "style-override") or style,
                level,
                None if start is None else whole(start, 1),
            )
            self._item(item, place, depth, labelled=local(item) == "list-item")

    def _item(self, item: etree._Element, place: _Place, depth: int, *, labelled: bool) -> None:
        """Append what an item holds; its label stands before its first paragraph."""
        for each in item:
            name = local(each)
            if name in {"p", "h"}:
                self._paragraph(each, place if labelled else None, depth + 1, listed=True)
                labelled = False
            elif name == "list":
                self._list(each, place, depth + 1)
            elif name == "table":
                self._table(each, depth + 1)
            else:
                self._is_aside(each, name)
            self._empty_boxes(depth)

    def _numbered(self, element: etree._Element, depth: int) -> None:
        """Append a paragraph that names its list instead of standing in it."""
        style = value(element, "style-name") or ""
        count = self._lists.named(value(element, "list-id") or style)
        level = max(1, min(whole(value(element, "level"), 1), DEEPEST_LEVEL))
        start = value(element, "start-value")
        place = _Place(count, style, level, None if start is None else whole(start, 1))
        for each in element:
            if local(each) in {"p", "h"}:
                self._paragraph(each, place, depth, listed=True)

    def _paragraph(self, paragraph: etree._Element, place: _Place | None, depth: int, *, listed: bool = False) -> None:
        """Append one paragraph or heading; ``listed`` tells one in a list, which numbers of headings pass over."""
        style = value(paragraph, "style-name")
        words = self._words(paragraph, depth)
        if words.strip():
            words, self._number = self._number + words, ""
        heading = self._heading(paragraph, style)
        label = self._label(paragraph, place, None if listed else heading)
        if not words.strip() or self._styles.is_hidden("paragraph", style) or self._is_of_contents(style):
            return
        if self._styles.is_struck("paragraph", style):
            self._met["struck"] += 1
            return
        words = words.upper() if self._styles.is_large("paragraph", style) else words
        if heading is not None:
            self._builder.add(BlockKind.HEADING, (label or "") + words.strip(), heading)
        elif label is not None and place is not None and not (label == BULLET and has_typed_label(words)):
            self._builder.add(BlockKind.LIST_ITEM, label + words.strip(), place.level)
        else:
            self._builder.add(BlockKind.PARAGRAPH, words)

    def _label(self, paragraph: etree._Element, place: _Place | None, heading: int | None) -> str | None:
        """Return the number or dot before a paragraph of a list or a numbered heading."""
        if place is not None:
            return place.count.label(self._list_style(place.style), place.level, place.start)
        is_plain = local(paragraph) != "h" or value(paragraph, "is-list-header") == "true"
        if heading is None or is_plain or heading not in self._styles.outline:
            return None
        anew = value(paragraph, "restart-numbering") == "true"
        start = whole(value(paragraph, "start-value"), 1) if anew else None
        return self._headings.label(self._styles.outline, heading, start)

    def _is_of_contents(self, style: str | None) -> bool:
        """Tell whether a paragraph's style is that of a table of contents."""
        return any(is_of_contents(each.name) for each in self._styles.chain("paragraph", style))

    def _list_style(self, name: str) -> ListStyle:
        """Return a list style's levels; headings may be listed by the style of numbered headings."""
        return self._styles.outline if name == "Outline" else self._styles.list_style(name)

    def _heading(self, paragraph: etree._Element, style: str | None) -> int | None:
        """Return the depth of a heading from 1, or None for a paragraph that is none."""
        if local(paragraph) == "h":
            return max(1, min(whole(value(paragraph, "outline-level"), 1), DEEPEST_LEVEL))
        depths = (heading_of_style(each.name) for each in self._styles.chain("paragraph", style))
        return next((depth for depth in depths if depth is not None), None)

    def _words(self, paragraph: etree._Element, depth: int = 0) -> str:
        """Return a paragraph's words as they would be printed."""
        pieces: list[str] = []
        self._gather(paragraph, pieces, depth)
        lines = _BLANKS.sub(" ", "".join(pieces)).replace("\u2028", "\n").replace("\u2003", "\t")
        return "\n".join(line.strip(" ") for line in lines.replace("\u00a0", " ").split("\n"))

    def _gather(self, element: etree._Element, pieces: list[str], depth: int) -> None:
        """Append the words inside an element; signs that blanks must not swallow are marked."""
        if depth > _DEEPEST:
            return
        pieces.append(element.text or "")
        for each in element:
            name = local(each)
            if name == "s":
                pieces.append("\u00a0" * max(1, min(whole(value(each, "c"), 1), _MOST_BLANKS)))
            elif name == "tab":
                pieces.append("\u2003")
            elif name == "line-break":
                pieces.append("\u2028")
            elif name in _GONE or self._is_aside(each, name):
                pass
            elif name == "span":
                self._span(each, pieces, depth + 1)
            else:
                self._gather(each, pieces, depth + 1)
            pieces.append(each.tail or "")

    def _span(self, span: etree._Element, pieces: list[str], depth: int) -> None:
        """Append the words of a style of their own, hidden ones and the marks of footnotes left out."""
        style = value(span, "style-name")
        if self._styles.is_hidden("text", style):
            return
        if self._styles.is_struck("text", style):
            self._met["struck"] += 1
            return
        words: list[str] = []
        self._gather(span, words, depth)
        if self._styles.is_large("text", style):
            words = [each.upper() for each in words]
        if not (self._styles.is_raised(style) and is_mark("".join(pieces[-3:]), "".join(words))):
            pieces.extend(words)

    def _table(self, table: etree._Element, depth: int) -> None:
        """Append a table row by row, or its cells as text where it only lays out the page."""
        rows = [*_rows(table, 0)]
        widest = max((len(row) for row in rows), default=0)
        first = True
        read = [[_paragraphs(cell) for cell in cells] for cells in rows]
        plain = [[[*filter(None, map(_plain, paragraphs))] for paragraphs in contents] for contents in read]
        items = items_of_minutes(plain)
        numbered = not any(items) and numbers_sections(plain)
        names = MergedNames()
        for cells, contents, said, item in zip(rows, read, plain, items, strict=True):
            laid_out = widest <= 1 or any(_holds_table(cell) for cell in cells)
            if laid_out or item or is_prose_row(said, listed=any(map(_holds_list, cells))):
                if item:
                    self._number = before_title(" ".join(said[0]))
                    cells = cells[1:]  # noqa: PLW2901 -- the rest of the row
                elif numbered and len(cells) > 1:
                    heading = with_number([" ".join(paragraphs) for paragraphs in said[:2]])
                    self._builder.add(BlockKind.PARAGRAPH, heading[0])
                    cells = cells[2:]  # noqa: PLW2901 -- the rest of the row
                for cell in cells:
                    self.blocks(cell, depth + 1)
                continue
            words = [
                names.cell(
                    column,
                    " ".join(filter(None, (self._words(each).strip() for each in paragraphs))),
                    goes_on=local(cells[column]) == "covered-table-cell",
                )
                for column, paragraphs in enumerate(contents)
            ]
            self._builder.add_row(with_number(words) if numbered and len(words) > 1 else words, first=first)
            first = False


def _rows(table: etree._Element, depth: int) -> Iterator[list[etree._Element]]:
    """Yield the cells of each row; a cell that stands for several equal ones comes as often as they."""
    for each in table:
        if local(each) == "table-row":
            cells = [cell for cell in each if local(cell) in _CELLS]
            yield [cell for cell in cells for _ in range(_times(cell, "number-columns-repeated"))]
        elif local(each) in _ROW_HOLDERS and depth < _DEEPEST:
            yield from _rows(each, depth + 1)


def _times(element: etree._Element, name: str) -> int:
    """Return how often an element stands for itself."""
    return max(1, min(whole(value(element, name), 1), _MOST_REPEATED))


def _paragraphs(holder: etree._Element, depth: int = 0) -> list[etree._Element]:
    """Return the paragraphs of a cell, those of its lists among them, those of notes and boxes not."""
    if local(holder) == "covered-table-cell" or depth > _DEEPEST:
        return []
    found: list[etree._Element] = []
    for each in holder:
        if local(each) in {"p", "h"}:
            found.append(each)
        elif local(each) in {"list", "list-item", "list-header", "section"}:
            found.extend(_paragraphs(each, depth + 1))
    return found


def _plain(paragraph: etree._Element) -> str:
    """Return a paragraph's words without a look at what they are, to see how long it is."""
    return "".join(map(str, paragraph.itertext())).strip()


def _holds_table(cell: etree._Element) -> bool:
    """Tell whether a table stands in a cell."""
    return any(local(each) == "table" for each in cell)


def _holds_list(cell: etree._Element) -> bool:
    """Tell whether a list of several items stands in a cell."""
    return sum(local(item) == "list-item" for each in cell if local(each) == "list" for item in each) > 1
