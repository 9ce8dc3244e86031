"""What a site puts around a record: menus, paths, side boxes, notices, lists of files, lines about the page itself.

An element is told by its role, by what its class or identifier calls it, and, as every site has its own names, by what
it holds: links and little else, a narrow column beside the one with most words, a picture beside a few words.
What holds most of the page's words, or its chief heading, is never left out.
"""

from __future__ import annotations

import re

from lxml import html as lxml_html

from crossfoot.readers.html.elements import BLOCKS, HEADINGS, SILENT, Measures, leaves_of, names_of, tag_of, text_of

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WORD_PART = re.compile(r"mso-element\s*:\s*(?:header|footer|comment)", re.IGNORECASE)
"""Heads, feet and comments, as Word saves them in a web page."""

_LEFT_OUT = SILENT | {"nav", "footer", "aside", "dialog"}
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert", "tablist"]
)
_PARTS = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "subnav",
        "topnav",
        "menu",
        "submenu",
        "mainmenu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "footer",
        "header",
        "mgactionlist",
        "mglinks",
        "cookie",
        "cookies",
        "skip",
        "skiplink",
        "skiplinks",
        "sidebar",
        "sidemenu",
        "masthead",
        "social",
        "share",
        "sharing",
        "addthis",
        "pagination",
        "pager",
        "toolbar",
        "topbar",
        "banner",
        "overlay",
        "popup",
        "modal",
        "tooltip",
        "feedback",
        "related",
        "search",
        "sitesearch",
        "mghide",
        "widget",
        "promo",
        "newsletter",
        "translate",
        "jumbotron",
        "strapline",
        "slogan",
        "tagline",
        "logo",
        "mglinkgroup",
        "msocomanchor",
        "msocomtxt",
        "msoheader",
        "msofooter",
    ]
)
_LABELS = frozenset(["p", "div", "span", "strong", "b", "h2", "h3", "h4", "h5", "h6"])
_HOLDERS = frozenset(
    ["div", "ul", "ol", "section", "p", "span", "form", "table", "td", "a", "caption", "legend", "dl", "center", "font"]
)
_SHARE_OF_PAGE = 0.4
_MENU_SHARE = 0.7
"""How much of a menu's words are links at least."""
_FEWEST_LINKS = 3
_SIDE_SHARE = 0.34
"""How much a side column holds at most, as a share of the column with most words."""
_SMALL = 0.08
"""How much of the page's words stand beside a picture in the head of a page at most."""
_BETWEEN_LINKS = re.compile(r"[\s>|/»›•·:→\u2013-]*")
_LONGEST_LEAD = 60
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|csv|zip)(?:[?#]|\Z)|/documents?/", re.IGNORECASE)
_FILE_SIZE = re.compile(
    r"\s*[\[(]?\b(?:(?:PDF|Word|DOCX?|XLSX?|RTF|CSV|ZIP|Excel|Adobe)\b[\s,:-]*(?:file|document)?[\s,:-]*"
    r"(?:\d+(?:\.\d+)?\s?(?:[KMG]B|bytes|kilobytes|megabytes)\b|format\b)"
    r"|\d+(?:\.\d+)?\s?(?:KB|MB|kilobytes|megabytes)\b[\s,:-]*(?:PDF|Word|DOCX?|XLSX?|Excel)?)[\])]?",
    re.IGNORECASE,
)
_DAY = r"(?:[A-Za-z]{3,9},?\s)?\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:[A-Za-z]{3,9}|\d{1,2})[\s/.,-]+\d{2,4}"
_OF_PAGE = re.compile(
    rf"(?:(?:this |the )?(?:page|content|web ?page|site)?\s?(?:was\s)?(?:last\s)?"
    rf"(?:updated?|reviewed|modified|changed|amended|edited)(?:\s(?:on|at|by))?\s?:?\s{{0,3}}{_DAY}\b.{{0,80}}"
    r"|(?:page\s)?(?:last|next)\s(?:page\s)?(?:update[d]?|review(?:ed)?|modified|changed)\b.{0,60}"
    r"|(?:skip|jump|back|return|go)\s(?:back\s)?to\s(?:the\s)?(?:\d\s)?(?:top|main|content|start|navigation|search|menu"
    r"|previous|results|list|home)\b.{0,60}"
    r"|(?:print|share|email|bookmark|rate|save|download|listen to|translate)\sthis\s(?:page|record|decision)\b.{0,80}"
    r"|(?:did you find|(?:how (?:useful|helpful)\s)?(?:was|is))\sthis\s(?:page|information|content)\b.{0,120}"
    r"|did you find what you were looking for\b.{0,80}"
    r"|you are (?:here|in)\b.{0,160}"
    r"|(?:this (?:web)?site|we|our (?:web)?site) (?:use|keep|store)s?\b.{0,40}\bcookies\b.{0,120}"
    r"|(?:(?:©|\(c\)\s?(?:copyright|(?:19|20)\d\d))|copyright\b|all rights reserved\b).{0,200}"
    rf"|(?:posted|published|written)\s(?:on\s|by\s[\w .'-]{{1,40}}\s)?(?:on\s)?{_DAY}\b.{{0,60}}"
    r"\b(?:comments?|views?|min(?:ute)?s? read|leave a (?:comment|reply))\b.{0,20}"
    r"|printed (?:from|on)\b.{0,200}|page generated\b.{0,80}|(?:source|url)\s?:?\s?https?://\S+"
    r"|https?://\S+|powered by\b.{0,60}|javascript\b.{0,120}\b(?:enabled?|disabled|required|switched on)\b.{0,60})",
    re.IGNORECASE | re.DOTALL,
)
"""Lines in which a page speaks of itself, from their first word to their last."""

_COLUMN = frozenset(
    [
        "col",
        "cols",
        "column",
        "columns",
        "grid",
        "span",
        "left",
        "right",
        "middle",
        "center",
        "centre",
        "main",
        "content",
        "secondary",
        "tertiary",
        "primary",
        "rail",
        "side",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "half",
        "region",
        "pane",
    ]
)


def is_silent(element: lxml_html.HtmlElement) -> bool:
    """Tell whether an element is one whose words a browser does not show, or that a page's frame is made of by name."""
    tag = tag_of(element)
    return not tag or tag in _LEFT_OUT


def is_of_page(words: str) -> bool:
    """Tell whether a block's words speak of the page: when it was changed, how to print it, whose it is."""
    return len(words) <= 260 and _OF_PAGE.fullmatch(words.strip(" .|•-–")) is not None


def without_file_sizes(words: str) -> str:
    """Return words without the form and size of a file to download, which are no figures of the record."""
    return _FILE_SIZE.sub("", words) if "B" in words or "b" in words or "format" in words else words


class Frame:
    """Tells what of one page belongs to its frame."""

    def __init__(self, measures: Measures, root: lxml_html.HtmlElement) -> None:
        self._measures = measures
        self._whole = max(1, measures[root].size)

    def holds(self, element: lxml_html.HtmlElement) -> bool:
        """Tell whether an element belongs to the frame and not to the page's matter."""
        style = element.get("style") or ""
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(style) or _WORD_PART.search(style):
            return True
        tag = tag_of(element)
        role = (element.get("role") or "").lower()
        if role in _ROLES or element.get("aria-hidden") == "true":
            return True
        if tag == "header":
            return not any(tag_of(parent) in {"main", "article"} for parent in element.iterancestors())
        return self._labels_files(element, tag) or (tag in _HOLDERS and self._is_around(element, tag))

    def _is_around(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Tell whether an element, by its names or by what it holds, is one of those around the page's matter."""
        measure = self._measures[element]
        if measure.headed or measure.size >= _SHARE_OF_PAGE * self._whole:
            return False
        return (
            bool(_PARTS & names_of(element))
            or self._is_menu(element, tag)
            or self._is_path(element)
            or self._is_list_of_files(element, tag)
            or (tag == "div" and self._is_side(element))
        )

    def beside(self, cell: lxml_html.HtmlElement, row: list[lxml_html.HtmlElement]) -> bool:
        """Tell whether a cell of a row that only lays out the page is a column of links beside the page's matter."""
        chief = max(self._measures[each].size for each in row)
        measure = self._measures[cell]
        return (
            chief >= _SHARE_OF_PAGE * self._whole
            and measure.size < _SIDE_SHARE * chief
            and measure.links > 0
            and not measure.headed
        )

    def is_crest(self, cell: lxml_html.HtmlElement) -> bool:
        """Tell whether a cell holds a picture and a few words beside it, as the head of a page does."""
        measure = self._measures[cell]
        return (
            not measure.headed
            and measure.size < max(60, _SMALL * self._whole)
            and any(tag_of(each) == "img" for each in cell.iterdescendants())
            and not any(tag_of(each) in {"h2", "h3", "h4"} for each in cell.iterdescendants())
        )

    def _is_menu(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Tell whether an element holds links and little else."""
        measure = self._measures[element]
        if (
            tag not in {"ul", "ol", "div", "td", "table", "section", "p", "center", "font"}
            or measure.links < _FEWEST_LINKS
        ):
            return False
        return measure.linked >= _MENU_SHARE * measure.size

    def _is_path(self, element: lxml_html.HtmlElement) -> bool:
        """Tell whether an element is a row of links, as the path to a page is: nothing but signs between them."""
        measure = self._measures[element]
        if measure.links < 2 or measure.size - measure.linked > 2 * _LONGEST_LEAD:
            return False
        links = [each for each in element.iterdescendants() if tag_of(each) == "a" and each.get("href") is not None]
        if any(tag_of(each) in BLOCKS for each in element.iterdescendants()):
            return False
        parents = {each.getparent() for each in links}
        if len(parents) != 1 or len(links) < 2:
            return False
        lead = text_of(element).find(text_of(links[0]))
        return lead <= _LONGEST_LEAD and all(_BETWEEN_LINKS.fullmatch(each.tail or "") for each in links[:-1])

    def _is_list_of_files(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Tell whether each item of a list is the link to a file, with its form and size."""
        if tag not in {"ul", "ol"}:
            return False
        items = [each for each in element if tag_of(each) == "li"]
        return bool(items) and all(self._is_file(each) for each in items)

    def _labels_files(self, element: lxml_html.HtmlElement, tag: str) -> bool:
        """Tell whether an element is what a page calls the list of files right below it: "Accompanying documents:"."""
        below = element.getnext()
        if below is None or tag_of(below) not in {"ul", "ol"} or tag not in _LABELS:
            return False
        label = text_of(element)
        named = len(label) <= _LONGEST_LEAD and (tag in HEADINGS or label.endswith(":"))
        return named and not (element.tail or "").strip() and self._is_list_of_files(below, tag_of(below))

    def _is_file(self, item: lxml_html.HtmlElement) -> bool:
        """Tell whether an item of a list is the link to a file and nothing else but the file's form and size."""
        measure = self._measures[item]
        links = [each for each in item.iterdescendants() if tag_of(each) == "a"]
        words = text_of(item)
        rest = without_file_sizes(words)
        plain = measure.links > 0 and len(rest) - measure.linked <= len("(opens new window)")
        return plain and (rest != words or any(_FILE.search(each.get("href") or "") for each in links))

    def _is_side(self, element: lxml_html.HtmlElement) -> bool:
        """Tell whether an element is a narrow column beside the one with most of the page's words.

        A label beside its value is none: a column of a site holds several blocks, or links.
        """
        parent = element.getparent()
        if parent is None or not _COLUMN & names_of(element):
            return False
        beside = [
            each for each in parent if each is not element and tag_of(each) in {"div", "main", "section", "article"}
        ]
        chief = max(
            (self._measures[each].size for each in beside if _COLUMN & names_of(each) or tag_of(each) == "main"),
            default=0,
        )
        measure = self._measures[element]
        if chief < _SHARE_OF_PAGE * self._whole or measure.size >= _SIDE_SHARE * chief:
            return False
        return measure.links > 0 or sum(1 for _ in leaves_of(element)) > 1
