"""Web pages: a record's words without the page's menus, heads and feet, with the numbers of its lists.

Nothing is fetched and no script, style or frame is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.readers.building import Builder, is_prose_row
from crossfoot.readers.labels import letters, roman
from crossfoot.readers.text import decode

_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}charset\s*=\s*["']?|<\?xml[^>]{0,80}encoding\s*=\s*["'])([\w-]{2,30})""", re.IGNORECASE
)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BLANKS = re.compile(r"[ \t\n\r\f\u00a0]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"(?:[A-Z]{1,6}[ ./]?)?\d{1,5}(?:/\d{2,4})?[.:]?")
"""The number of an item of minutes, which stands in a cell of its own beside the item."""
_TOKEN = re.compile(r"[^a-z]+")

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "nav",
        "footer",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "frame",
        "object",
        "embed",
        "head",
        "title",
        "button",
        "input",
        "select",
        "option",
        "textarea",
        "aside",
        "audio",
        "video",
        "canvas",
        "dialog",
    ]
)
_ROLES_LEFT_OUT = frozenset(
    ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"]
)
_PAGE_PARTS = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "footer",
        "header",
        "mgactionlist",
        "cookie",
        "cookies",
        "skip",
        "skiplink",
        "sidebar",
        "masthead",
        "social",
        "share",
        "sharing",
        "pagination",
        "toolbar",
        "topbar",
        "banner",
        "overlay",
        "feedback",
        "related",
        "search",
        "mghide",
    ]
)
_MATTER = frozenset(
    ["content", "main", "maincontent", "mgcontent", "pagecontent", "bodycontent", "modgov", "article", "primary"]
)
"""What pages that have no main part of their own call the element with their matter."""
_SHARE_OF_MATTER = 0.5
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "blockquote",
        "pre",
        "address",
        "fieldset",
        "legend",
        "caption",
        "figure",
        "figcaption",
        "form",
        "center",
        "details",
        "summary",
        "body",
        "html",
        "hgroup",
        "label",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "dl",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "hr",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MOST_SPANNED = 40
_DEEPEST = 200
_SHARE_OF_PAGE = 0.4


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
    walker = _Walker(root)
    walker.walk(_matter(root))
    reading = walker.builder.reading("html")
    if not reading.text:
        raise WorldError(f"{name} is a web page without any words; save the page again when it has loaded fully.")
    return reading


def _tag(element: lxml_html.HtmlElement) -> str:
    """Return an element's name in small letters, without a prefix; other nodes have none."""
    return element.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower() if isinstance(element.tag, str) else ""


def _size(element: lxml_html.HtmlElement) -> int:
    """Return how many characters of words an element holds."""
    return sum(len(words.strip()) for words in element.itertext())


def _matter(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return the element that holds the page's own matter: its main part where it names one."""
    body = next((each for each in root.iter() if _tag(each) == "body"), root)
    mains = [each for each in body.iter() if _tag(each) == "main" or each.get("role") == "main"]
    if mains and _size(mains[0]) > 200:
        return mains[0]
    named = _named_matter(body)
    return body if named is None else named


def _named_matter(body: lxml_html.HtmlElement) -> lxml_html.HtmlElement | None:
    """Return the element whose name says that it holds the page's matter, or None.

    It must hold most of the page's words and all its chief headings. Of several, one inside the other, the
    innermost goes where there are such headings to go by, else the outermost.
    """
    size = _size(body)
    headings = sum(_tag(each) == "h1" for each in body.iter())
    found = None
    for each in body.iter("div", "section", "article", "td", "table"):
        if (
            _names(each) & _MATTER
            and _size(each) > _SHARE_OF_MATTER * size
            and sum(_tag(inner) == "h1" for inner in each.iter()) == headings
        ):
            found = each
            if not headings:
                break
    return found


def _names(element: lxml_html.HtmlElement) -> set[str]:
    """Return the words in an element's class and identifier, in small letters."""
    return set(_TOKEN.split(f"{element.get('class') or ''} {element.get('id') or ''}".lower()))


class _Walker:
    """Goes through the elements in reading order and appends their words block by block."""

    def __init__(self, root: lxml_html.HtmlElement) -> None:
        self.builder = Builder()
        self._words: list[str] = []
        self._label = ""
        self._number = ""
        self._level = 0
        self._page_size = max(1, _size(root))

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
        tag = _tag(element)
        if not tag or tag in _LEFT_OUT or self._is_page_part(element, tag):
            return
        if depth > _DEEPEST:
            self._words.append(_BLANKS.sub(" ", " ".join(element.itertext())))
            return
        if tag == "br":
            self._words.append("\n")
        elif tag in _HEADINGS:
            self._close()
            self._inside(element, depth)
            self._close(BlockKind.HEADING, _HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            self._list(element, tag, depth)
        elif tag == "table":
            self._close()
            self._table(element, depth)
        elif tag == "dl":
            self._close()
            self._definitions(element, depth)
        elif tag in _BLOCKS:
            self._close()
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
            words = paragraph.strip()
            if not words:
                continue
            if self._number:
                words, kind, self._number = f"{self._number} {words}", BlockKind.HEADING, ""
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
        items = [child for child in element if _tag(child) == "li"]
        backwards = element.get("reversed") is not None
        number = _number(element.get("start"), len(items) if backwards else 1)
        for child in element:
            if _tag(child) != "li":
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
            tag = _tag(child)
            if tag == "dt":
                term = _flat(child)
            elif tag == "dd":
                paragraphs = _paragraphs(child)
                if is_prose_row([paragraphs]):
                    self.builder.add(BlockKind.HEADING, term, 6)
                    self._inside(child, depth + 1)
                    self._close()
                else:
                    self.builder.add_row([term, " ".join(paragraphs)])
                term = ""

    def _table(self, table: lxml_html.HtmlElement, depth: int) -> None:
        """Append a table row by row, or its cells as text where it only lays out the page."""
        rows = [*_rows(table)]
        widest = max((len(row) for row in rows), default=0)
        for caption in table.iterchildren("caption"):
            if self._is_page_part(caption, "caption"):
                continue
            self.builder.add(BlockKind.PARAGRAPH, _flat(caption))
        first = True
        waiting: dict[int, int] = {}
        laid_out = [widest <= 1 or _is_laid_out(row) for row in rows]
        for number, row in enumerate(rows):
            cells = [cell for cell in row if not self._is_page_part(cell, _tag(cell))]
            if laid_out[number]:
                if len(cells) > 1 and _ITEM_NUMBER.fullmatch(_flat(cells[0])):
                    self._number = _flat(cells[0])
                    cells = cells[1:]
                for cell in cells:
                    self._inside(cell, depth + 3)
                    self._close()
                continue
            if row and all(_tag(cell) == "th" for cell in row) and any(laid_out):
                continue  # the heads of columns that are none
            self.builder.add_row(_row_words(cells, waiting), first=first)
            first = False

    def _is_page_part(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Tell whether an element belongs to the page's frame and not to its matter."""
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
            return True
        role = (element.get("role") or "").lower()
        if role in _ROLES_LEFT_OUT or element.get("aria-hidden") == "true":
            return True
        if tag == "header":
            return not any(_tag(parent) in {"main", "article"} for parent in element.iterancestors())
        if tag not in {"div", "ul", "ol", "section", "p", "span", "form", "table", "td", "a", "caption", "legend"}:
            return False
        if not _PAGE_PARTS & _names(element):
            return False
        return element.find(".//h1") is None and _size(element) < _SHARE_OF_PAGE * self._page_size


def _is_laid_out(cells: list[lxml_html.HtmlElement]) -> bool:
    """Tell whether a row's cells only lay out the page: one holds a table or the paragraphs of a record."""
    if any(cell.find(".//table") is not None for cell in cells):
        return True
    return is_prose_row([_paragraphs(cell) for cell in cells])


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
        tag = _tag(child)
        if tag == "tr":
            yield [cell for cell in child if _tag(cell) in {"td", "th"}]
        elif tag in {"tbody", "thead", "tfoot"}:
            yield from _rows(child)


def _row_words(cells: list[lxml_html.HtmlElement], waiting: dict[int, int]) -> list[str]:
    """Return a row's words by column; ``waiting`` holds the columns that a cell above reaches into, with rows left."""
    words: list[str] = []
    for cell in cells:
        while waiting.get(len(words), 0) > 0:
            waiting[len(words)] -= 1
            words.append("")
        wide = max(1, min(_number(cell.get("colspan"), 1), _MOST_SPANNED))
        deep = max(1, min(_number(cell.get("rowspan"), 1), _MOST_SPANNED * 10))
        for step in range(wide):
            if deep > 1:
                waiting[len(words)] = deep - 1
            words.append(_flat(cell) if step == 0 else "")
    while waiting.get(len(words), 0) > 0:
        waiting[len(words)] -= 1
        words.append("")
    return words


def _paragraphs(cell: lxml_html.HtmlElement) -> list[str]:
    """Return the paragraphs of a cell, or its words as one."""
    blocks = [each for each in cell.iter() if _tag(each) in {"p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6"}]
    found = [_flat(each) for each in blocks if each.find("p") is None and each.find("div") is None]
    return [words for words in found if words] or [_flat(cell)]


def _flat(element: lxml_html.HtmlElement) -> str:
    """Return an element's words on one line, hidden ones and scripts left out."""
    pieces: list[str] = []
    _gather(element, pieces)
    return " ".join("".join(pieces).split())


def _gather(element: lxml_html.HtmlElement, pieces: list[str]) -> None:
    """Append an element's words; blocks and breaks stand apart."""
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = _tag(child)
        apart = " " if tag in _BLOCKS or tag == "br" else ""
        if tag and tag not in _LEFT_OUT:
            pieces.append(apart)
            _gather(child, pieces)
            pieces.append(apart)
        if child.tail:
            pieces.append(child.tail)
