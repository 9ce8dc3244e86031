"""What the styles of an OpenDocument text say that matters here: lists, headings, hidden words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crossfoot.readers.numbering import child, local, value, whole
from crossfoot.readers.odt.lists import ListStyle, list_style_of

_LONGEST_CHAIN = 24


@dataclass(frozen=True)
class Style:
    """One style of paragraphs or of words."""

    name: str
    parent: str | None = None
    list_style: str | None = None
    display: str | None = None
    position: str | None = None
    transform: str | None = None
    through: str | None = None
    """How a line runs through the words, "none" where none does."""


class Styles:
    """The styles of a document by family and name.

    ``styles`` is the root of styles.xml, of which only the named styles count: the automatic ones there are
    those of heads and feet, and bear the same names as the text's own in ``content``.
    """

    def __init__(self, styles: etree._Element | None, content: etree._Element) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, ListStyle] = {}
        self.outline: ListStyle = {}
        for holder in (child(styles, "styles"), child(content, "automatic-styles")):
            for each in holder if holder is not None else ():
                self._take(each)

    def chain(self, family: str, name: str | None) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get((family, name)) if name is not None else None
            if found is None:
                return
            yield found
            name = found.parent

    def is_hidden(self, family: str, name: str | None) -> bool:
        """Tell whether a style hides the words set in it."""
        shown = next((each.display for each in self.chain(family, name) if each.display is not None), None)
        return shown == "none"

    def is_raised(self, name: str | None) -> bool:
        """Tell whether a style of words sets them small above the line."""
        position = next((each.position for each in self.chain("text", name) if each.position is not None), "")
        place = position.partition(" ")[0]
        return place == "super" or (place.endswith("%") and whole(place[:-1], 0) > 0)

    def is_struck(self, family: str, name: str | None) -> bool:
        """Tell whether a style strikes the words set in it through."""
        through = next((each.through for each in self.chain(family, name) if each.through is not None), "none")
        return through != "none"

    def is_large(self, family: str, name: str | None) -> bool:
        """Tell whether a style shows words in capitals."""
        shown = next((each.transform for each in self.chain(family, name) if each.transform is not None), None)
        return shown == "uppercase"

    def list_of_paragraph(self, name: str | None) -> str | None:
        """Return the name of the list style that a paragraph style brings along; an empty one ends a list."""
        return next((each.list_style for each in self.chain("paragraph", name) if each.list_style is not None), None)

    def list_style(self, name: str) -> ListStyle:
        """Return a list style's levels; a name that nothing stands for prints plain numbers."""
        return self._lists.get(name, {})

    def _take(self, element: etree._Element) -> None:
        """Take over one style."""
        kind = local(element)
        name = value(element, "name")
        if kind == "outline-style":
            self.outline = list_style_of(element)
        elif kind == "list-style" and name is not None:
            self._lists[name] = list_style_of(element)
        elif kind == "style" and name is not None:
            family = value(element, "family") or ""
            properties = child(element, "text-properties")
            self._styles[family, name] = Style(
                name=value(element, "display-name") or name,
                parent=value(element, "parent-style-name"),
                list_style=value(element, "list-style-name"),
                display=value(properties, "display"),
                position=value(properties, "text-position"),
                transform=value(properties, "text-transform"),
                through=value(properties, "text-line-through-style"),
            )
