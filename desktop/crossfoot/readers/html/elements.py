"""Small questions about the elements of a web page: their names, how much they hold, how much of that is links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html as lxml_html

_TOKEN = re.compile(r"[^a-z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPACE = re.compile(r"\s+")

SILENT = frozenset(
    [
        "script",
        "style",
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
        "audio",
        "video",
        "canvas",
    ]
)
"""Elements whose words are no words of the page."""

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
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
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def tag_of(element: lxml_html.HtmlElement) -> str:
    """Return an element's name in small letters, without a prefix; other nodes have none."""
    return element.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower() if isinstance(element.tag, str) else ""


def names_of(element: lxml_html.HtmlElement) -> set[str]:
    """Return the words in an element's class and identifier, in small letters; of "pageHeader" also its parts."""
    words = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {each for form in (words, _CAMEL.sub(" ", words)) for each in _TOKEN.split(form.lower()) if each}


@dataclass(slots=True)
class Measure:
    """What an element holds: characters of words, those of them inside links, and the number of links."""

    size: int = 0
    linked: int = 0
    links: int = 0
    headed: bool = False
    """Whether a chief heading is in it."""


class Measures:
    """The measures of a page's elements, taken once for all of them."""

    def __init__(self, root: lxml_html.HtmlElement) -> None:
        self._of: dict[lxml_html.HtmlElement, Measure] = {}
        for element in root.iter():
            self._of[element] = Measure()
        for element in reversed(list(self._of)):
            self._add(element)

    def __getitem__(self, element: lxml_html.HtmlElement) -> Measure:
        """Return what an element holds; nothing for one that is no part of the page."""
        return self._of.get(element) or Measure()

    def _add(self, element: lxml_html.HtmlElement) -> None:
        """Complete an element's measure, those inside it being complete, and add it to that of its parent."""
        own = self._of[element]
        tag = tag_of(element)
        if not tag or tag in SILENT:
            own.size = own.linked = own.links = 0
        else:
            own.size += _length(element.text)
            own.headed = own.headed or tag == "h1"
            if tag == "a" and element.get("href") is not None:
                own.linked, own.links = own.size, 1
        parent = element.getparent()
        above = self._of.get(parent) if parent is not None else None
        if above is not None:
            above.size += own.size + _length(element.tail)
            above.linked += own.linked
            above.links += own.links
            above.headed = above.headed or own.headed


def _length(words: str | None) -> int:
    """Return how many characters of words there are, gaps counted as one."""
    return len(_SPACE.sub(" ", words).strip()) if words else 0


def text_of(element: lxml_html.HtmlElement) -> str:
    """Return an element's words on one line, scripts and the like left out."""
    pieces: list[str] = []
    _gather(element, pieces)
    return " ".join("".join(pieces).split())


def _gather(element: lxml_html.HtmlElement, pieces: list[str]) -> None:
    """Append an element's words; blocks and breaks stand apart."""
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = tag_of(child)
        apart = " " if tag in BLOCKS or tag == "br" else ""
        if tag and tag not in SILENT:
            pieces.append(apart)
            _gather(child, pieces)
            pieces.append(apart)
        if child.tail:
            pieces.append(child.tail)


def has_block(element: lxml_html.HtmlElement) -> bool:
    """Tell whether blocks stand inside an element."""
    return any(tag_of(each) in BLOCKS for each in element.iterdescendants())


def leaves_of(element: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """Yield the innermost blocks inside an element that hold words, or the element itself."""
    found = [each for each in element.iterdescendants() if tag_of(each) in BLOCKS and not has_block(each)]
    yield from (each for each in found if text_of(each)) if found else (element,)
