"""What a page's marks do to its words: marks of footnotes, words struck through, words shown in capitals.

The marks of footnotes would pass for digits of the number that they stand behind.

Word saves them as links of its own; sites raise a number, or a link to a place further down on the page. A raised
number behind a letter, as in m\u00b2, and a raised ending, as in 13th, are words of the record.
"""

from __future__ import annotations

import re

from lxml import html as lxml_html

from crossfoot.readers.html.elements import tag_of, text_of

_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡]|[\[(][a-z][\])]")
_STRUCK = frozenset({"del", "s", "strike"})
_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)


def drop_marks(root: lxml_html.HtmlElement) -> None:
    """Take the marks of footnotes out of a page; what stands behind each of them stays."""
    for element in list(root.iter()):
        if _is_mark(element):
            element.drop_tree()


def drop_struck(root: lxml_html.HtmlElement) -> int:
    """Take the words out of a page that are struck through; return how many stretches of them there were."""
    count = 0
    for element in list(root.iter()):
        struck = tag_of(element) in _STRUCK or _THROUGH.search(element.get("style") or "") is not None
        if struck and element.getparent() is not None and text_of(element):
            element.drop_tree()
            count += 1
    return count


def show_capitals(root: lxml_html.HtmlElement) -> None:
    """Put words into capitals that a page shows so."""
    for element in root.iter():
        if _CAPITALS.search(element.get("style") or "") is not None:
            for each in element.iter():
                each.text = (each.text or "").upper()
                each.tail = (each.tail or "").upper() if each is not element else each.tail


def _is_mark(element: lxml_html.HtmlElement) -> bool:
    """Tell whether an element is the mark of a footnote."""
    tag = tag_of(element)
    if tag not in {"sup", "a", "span"} or element.getparent() is None:
        return False
    if tag == "a" and "mso-footnote-id" in (element.get("style") or ""):
        return not any("mso-element" in (above.get("style") or "") for above in element.iterancestors())
    raised = tag == "sup" or (tag == "span" and _RAISED.search(element.get("style") or "") is not None)
    if not raised or not _NUMBER.fullmatch(text_of(element)):
        return False
    links = [each for each in element.iter() if tag_of(each) == "a"]
    above = element.getparent()
    links += [above] if tag_of(above) == "a" else []
    if any((each.get("href") or "").startswith("#") for each in links):
        return True
    return _before(element)[-1:].isdigit()


def _before(element: lxml_html.HtmlElement) -> str:
    """Return the words that stand right before an element, in its own block."""
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or (text_of(previous) if tag_of(previous) != "br" else "")
    above = element.getparent()
    if above is None:
        return ""
    return above.text or ("" if tag_of(above) in {"p", "div", "td", "li", "body"} else _before(above))
