"""Web pages: a record's words without the page's menus, heads and feet, with the numbers of its lists.

Nothing is fetched and no script, style or frame is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.model.english import MONTH_NAMES
from crossfoot.readers.building import Builder
from crossfoot.readers.forms import is_item_number, is_prose_row, numbers_sections, with_number
from crossfoot.readers.html.elements import BLOCKS, HEADINGS, Measures, has_block, names_of, tag_of, text_of
from crossfoot.readers.html.frame import Frame, is_of_page, is_silent, without_file_sizes
from crossfoot.readers.html.marks import drop_marks, drop_struck, show_capitals
from crossfoot.readers.labels import letters, roman
from crossfoot.readers.merged import MergedNames
from crossfoot.readers.text import decode
from crossfoot.readers.unread import unread

_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}charset\s*=\s*["']?|<\?xml[^>]{0,80}encoding\s*=\s*["'])([\w-]{2,30})""", re.IGNORECASE
)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BLANKS = re.compile(r"[ \t\n\r\f\u00a0]+")
_FEWEST_ITEMS = 2
_MONTHS = "|".join(name[:3] for name in MONTH_NAMES)
_HEADED_ITEM = re.compile(rf"\A(?P<number>\d{{1,3}}) (?=[A-Z])(?!(?:{_MONTHS})[a-z]*\.?,? \d)")
"""The number of a heading, which gets its stop so that it is not taken for a count of what the heading names."""

_MATTER = frozenset(
    ["content", "main", "maincontent", "mgcontent", "pagecontent", "bodycontent", "modgov", "article", "primary"]
)
"""What pages that have no main part of their own call the element with their matter."""
_SHARE_OF_MATTER = 0.5
_SIDE_BY_SIDE = frozenset(
    [
        "row",
        "col",
        "column",
        "field",
        "label",
        "value",
        "term",
        "key",
        "property",
        "grid",
        "span",
        "left",
        "right",
        "data",
    ]
)
_LONGEST_LABEL = 80
_MOST_SPANNED = 40
_DEEPEST = 200


def read_html(name: str, data: bytes) -> Reading:
    """Return the words of a page's own matter.

    Raises:
        WorldError: the file holds no page, or a page without words.
    """
    declared = _DECLARED.search(data[:4096])
    text = decode(name, data, declared[1].decode("ascii") if declared else None)
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(_XML_HEAD.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise WorldError(f"{name} holds no web page that can be read; save the page again.") from None
    drop_marks(root)
    struck = drop_struck(root)
    show_capitals(root)
    measures = Measures(root)
    walker = _Walker(Frame(measures, root))
    walker.walk(_matter(root, measures))
    reading = walker.builder.reading("html", notes=unread(struck=struck))
    if not reading.text:
        raise WorldError(f"{name} is a web page without any words; save the page again when it has loaded fully.")
    return reading


def _matter(root: lxml_html.HtmlElement, measures: Measures) -> lxml_html.HtmlElement:
    """Return the element that holds the page's own matter: its main part where it names one."""
    body = next((each for each in root.iter() if tag_of(each) == "body"), root)
    mains = [each for each in body.iter() if tag_of(each) == "main" or each.get("role") == "main"]
    if mains and measures[mains[0]].size > 200:
        return mains[0]
    named = _named_matter(body, measures)
    return body if named is None else named


def _named_matter(body: lxml_html.HtmlElement, measures: Measures) -> lxml_html.HtmlElement | None:
    """Return the element whose name says that it holds the page's matter, or None.

    It must hold most of the page's words and all its chief headings. Of several, one inside the other, the
    innermost goes where there are such headings to go by, else the outermost.
    """
    size = measures[body].size
    headings = sum(tag_of(each) == "h1" for each in body.iter())
    found = None
    for each in body.iter("div", "section", "article", "td", "table"):
        if (
            names_of(each) & _MATTER
            and measures[each].size > _SHARE_OF_MATTER * size
            and sum(tag_of(inner) == "h1" for inner in each.iter()) == headings
        ):
            found = each
            if not headings:
                break
    return found


class _Walker:
    """Goes through the elements in reading order and appends their words block by block."""

    def __init__(self, frame: Frame) -> None:
        self.builder = Builder()
        self._frame = frame
        self._words: list[str] = []
        self._label = ""
        self._number = ""
        self._level = 0

    def walk(self, element: lxml_html.HtmlElement) -> None:
        """Append an element's blocks."""
        self._inside(element, 0)
        self._close()

    def _inside(self, element: lxml_html.HtmlElement, depth: int) -> None:
        """Append what stands inside an element."""
        if element.text:
            self._words.append(_BLANKS.sub(" ", element.text))
        for child in element:
            self._child(child, depth + 1)
            if child.tail:
                self._words.append(_BLANKS.sub(" ", child.tail))

    def _child(self, element: lxml_html.HtmlElement, depth: int) -> None:
        """Append one element inside another."""
        tag = tag_of(element)
        if is_silent(element) or self._frame.holds(element):
            return
        if depth > _DEEPEST:
            self._words.append(_BLANKS.sub(" ", " ".join(element.itertext())))
            return
        if tag == "br":
            self._words.append("\n")
        elif tag in HEADINGS:
            self._close()
            self._inside(element, depth)
            self._close(BlockKind.HEADING, HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            self._list(element, tag, depth)
        elif tag == "table":
            self._close()
            self._table(element, depth)
        elif tag == "dl":
            self._close()
            self._definitions(element, depth)
        elif tag in BLOCKS:
            self._close()
            if tag == "div" and (pair := _label_and_value(element)) is not None:
                self._labelled(*pair, depth)
                return
            self._inside(element, depth)
            self._close()
        else:
            self._inside(element, depth)

    def _close(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 1) -> None:
        """End the block at hand; a blank line made by two breaks ends a paragraph inside it too."""
        joined = "".join(self._words)
        self._words.clear()
        lines = [_BLANKS.sub(" ", line).strip() for line in joined.split("\n")]
        for paragraph in "\n".join(lines).split("\n\n"):
            words = without_file_sizes(paragraph).strip()
            if not words or is_of_page(words):
                continue
            if self._number:
                words, kind, self._number = f"{self._number} {words}", BlockKind.HEADING, ""
            if kind is BlockKind.HEADING:
                words = _HEADED_ITEM.sub(r"\g<number>. ", words)
            if self._label:
                self.builder.add(BlockKind.LIST_ITEM, self._label + words.replace("\n", " "), self._level)
                self._label = ""
            else:
                self.builder.add(kind, words, level)

    def _list(self, element: lxml_html.HtmlElement, tag: str, depth: int) -> None:
        """Append a list with the labels that a browser prints."""
        self._close()
        outer_level = self._level
        self._level += 1
        items = [child for child in element if tag_of(child) == "li"]
        backwards = element.get("reversed") is not None
        number = _number(element.get("start"), len(items) if backwards else 1)
        for child in element:
            if tag_of(child) != "li":
                self._child(child, depth + 1)
                continue
            number = _number(child.get("value"), number)
            self._label = _label(tag, child.get("type") or element.get("type") or "1", number)
            self._inside(child, depth + 1)
            self._close()
            self._label = ""
            number += -1 if backwards else 1
        self._level = outer_level

    def _definitions(self, element: lxml_html.HtmlElement, depth: int) -> None:
        """Append a list of terms, each beside what stands for it."""
        term = ""
        for child in element.iter():
            tag = tag_of(child)
            if tag == "dt":
                term = text_of(child)
            elif tag == "dd":
                self._labelled(term, child, depth)
                term = ""

    def _labelled(self, label: str, value: lxml_html.HtmlElement, depth: int) -> None:
        """Append a label and what stands beside it: as a row, or as a heading over the paragraphs of a record."""
        paragraphs = _paragraphs(value)
        if is_prose_row([paragraphs]) or any(tag_of(each) in {"table", "ol", "ul"} for each in value.iterdescendants()):
            self.builder.add(BlockKind.HEADING, label, 6)
            self._inside(value, depth + 1)
            self._close()
        else:
            self.builder.add_row([label, " ".join(paragraphs)])

    def _table(self, table: lxml_html.HtmlElement, depth: int) -> None:
        """Append a table row by row, or its cells as text where it only lays out the page."""
        rows = [*_rows(table)]
        widest = max((len(row) for row in rows), default=0)
        for caption in table.iterchildren("caption"):
            if self._frame.holds(caption):
                continue
            self.builder.add(BlockKind.PARAGRAPH, text_of(caption))
        first = True
        waiting: dict[int, int] = {}
        names = MergedNames()
        of_items = sum(map(_is_item, rows)) >= _FEWEST_ITEMS or any(_is_item(row) and _is_laid_out(row) for row in rows)
        laid_out = [widest <= 1 or _is_laid_out(row) or (of_items and _is_numbered(row)) for row in rows]
        if any(laid_out) and widest > 1:
            # What stands over and under the page's columns: its crest and, in rows of one cell, its foot.
            laid_out = [inner or len(row) == 1 for inner, row in zip(laid_out, rows, strict=True)]
            rows = [[cell for cell in row if not self._frame.is_crest(cell)] for row in rows]
        numbered = not of_items and numbers_sections([[_paragraphs(cell) for cell in row] for row in rows])
        for number, row in enumerate(rows):
            cells = [cell for cell in row if not self._frame.holds(cell)]
            if laid_out[number]:
                cells = [cell for cell in cells if not self._frame.beside(cell, row)]
                if numbered and len(cells) > 1:
                    self._close()
                    self.builder.add(BlockKind.PARAGRAPH, with_number([text_of(cell) for cell in cells[:2]])[0])
                    cells = cells[2:]
                elif len(cells) > 1 and is_item_number(text_of(cells[0])):
                    self._number = text_of(cells[0])
                    cells = cells[1:]
                for cell in cells:
                    self._inside(cell, depth + 3)
                    self._close()
                continue
            if row and all(tag_of(cell) == "th" for cell in row) and any(laid_out):
                continue  # the heads of columns that are none
            words = _row_words(cells, waiting, names)
            self.builder.add_row(with_number(words) if numbered and len(words) > 1 else words, first=first)
            first = False


def _is_laid_out(cells: list[lxml_html.HtmlElement]) -> bool:
    """Tell whether a row's cells only lay out the page: one holds a table or the paragraphs of a record."""
    if any(cell.find(".//table") is not None for cell in cells):
        return True
    listed = any(len(cell.findall(".//li")) > 1 for cell in cells)
    return is_prose_row([_paragraphs(cell) for cell in cells], listed=listed)


def _is_numbered(cells: list[lxml_html.HtmlElement]) -> bool:
    """Tell whether a row has the number of an item of minutes, and one cell beside it."""
    return len(cells) == len(("number", "item")) and is_item_number(text_of(cells[0]))


def _is_item(cells: list[lxml_html.HtmlElement]) -> bool:
    """Tell whether a row holds an item of minutes: its number, and its title over what was said, however short."""
    return _is_numbered(cells) and len(_paragraphs(cells[1])) > 1


def _label_and_value(element: lxml_html.HtmlElement) -> tuple[str, lxml_html.HtmlElement] | None:
    """Return the label that stands in one half of a row made of two elements, and the other half, or None.

    Many sites set a decision's facts so: the class of one of the three says that they stand side by side.
    """
    halves = [child for child in element if tag_of(child)]
    if len(halves) != 2 or any(tag_of(half) not in {"div", "span", "strong", "label"} for half in halves):
        return None
    loose = [element.text, *(half.tail for half in halves)]
    if any(words and words.strip() for words in loose):
        return None
    names = names_of(element) | names_of(halves[0]) | names_of(halves[1])
    label = text_of(halves[0])
    if (
        not names & _SIDE_BY_SIDE
        or not 2 < len(label) <= _LONGEST_LABEL
        or label[-1:] in ".;"
        or not text_of(halves[1])
    ):
        return None
    inner = [each for each in halves[0].iterdescendants() if tag_of(each) in BLOCKS]
    plain = len(inner) <= 1 and not any(has_block(each) or tag_of(each) == "h1" for each in inner)
    return (label, halves[1]) if plain and any(map(str.isalpha, label)) else None


def _number(words: str | None, otherwise: int) -> int:
    """Return a list's number as an attribute gives it."""
    try:
        return int(words.strip()) if words and len(words) < 9 else otherwise
    except ValueError:  # browsers take a number they cannot read as missing
        return otherwise


def _label(tag: str, kind: str, number: int) -> str:
    """Return an item's label with the blank behind it."""
    if tag == "ul":
        return "- "
    match kind:
        case "a":
            return f"{letters(number)}. "
        case "A":
            return f"{letters(number).upper()}. "
        case "i":
            return f"{roman(number)}. "
        case "I":
            return f"{roman(number).upper()}. "
        case _:
            return f"{number}. "


def _rows(table: lxml_html.HtmlElement) -> Iterator[list[lxml_html.HtmlElement]]:
    """Yield the cells of each row of a table, rows of tables inside it left out."""
    for child in table:
        tag = tag_of(child)
        if tag == "tr":
            yield [cell for cell in child if tag_of(cell) in {"td", "th"}]
        elif tag in {"tbody", "thead", "tfoot"}:
            yield from _rows(child)


def _row_words(cells: list[lxml_html.HtmlElement], waiting: dict[int, int], names: MergedNames) -> list[str]:
    """Return a row's words by column; ``waiting`` holds the columns that a cell above reaches into, with rows left."""
    words: list[str] = []
    for cell in cells:
        while waiting.get(len(words), 0) > 0:
            waiting[len(words)] -= 1
            words.append(names.cell(len(words), "", goes_on=True))
        wide = max(1, min(_number(cell.get("colspan"), 1), _MOST_SPANNED))
        deep = max(1, min(_number(cell.get("rowspan"), 1), _MOST_SPANNED * 10))
        for step in range(wide):
            if deep > 1:
                waiting[len(words)] = deep - 1
            words.append(names.cell(len(words), text_of(cell), goes_on=False) if step == 0 else "")
    while waiting.get(len(words), 0) > 0:
        waiting[len(words)] -= 1
        words.append(names.cell(len(words), "", goes_on=True))
    return words


def _paragraphs(cell: lxml_html.HtmlElement) -> list[str]:
    """Return the paragraphs of a cell, or its words as one."""
    blocks = [each for each in cell.iter() if tag_of(each) in {"p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6"}]
    found = [text_of(each) for each in blocks if each.find("p") is None and each.find("div") is None]
    return [words for words in found if words] or _broken(cell)


def _broken(cell: lxml_html.HtmlElement) -> list[str]:
    """Return the words of a cell without paragraphs, parted where two breaks stand together."""
    pieces: list[str] = []
    for each in cell.iter():
        tag = tag_of(each)
        if each is not cell and tag == "br":
            pieces.append("\n")
        elif tag and not is_silent(each) and each.text:
            pieces.append(" ".join(each.text.split()) + " ")
        if each is not cell and each.tail:
            pieces.append(" ".join(each.tail.split()) + " ")
    found = [" ".join(part.split()) for part in re.split(r"\n\s*\n", "".join(pieces))]
    return [words for words in found if words] or [""]
