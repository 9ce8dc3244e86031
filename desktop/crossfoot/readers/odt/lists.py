"""The numbers that an OpenDocument text shows before its items but does not store in them.

A list names a list style, whose levels say how a number is printed; the count goes on from item to item,
starts anew in each list but for those that continue another, and may be set by an item. Source:
OpenDocument 1.3, part 3, sections 5.3, 16.30 and 19.880.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from crossfoot.readers.labels import BULLET, letters, roman
from crossfoot.readers.numbering import local, value, whole

DEEPEST_LEVEL = 10
_PLACE = re.compile(r"%(\d{1,2})%")
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "": lambda _: "",
    "a": letters,
    "A": lambda count: letters(count).upper(),
    "i": roman,
    "I": lambda count: roman(count).upper(),
}
"""How the formats print a count; all others print plain figures."""


@dataclass(frozen=True)
class ListLevel:
    """How one level of a list style is printed; ``pattern`` is LibreOffice's own form, where it wrote one."""

    form: str | None = "1"
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    start: int = 1
    shown: int = 1

    def number(self, count: int) -> str:
        """Return a count of this level as it is printed; a level of dots has none."""
        return "" if self.form is None else _FORMATS.get(self.form, str)(count)


ListStyle = Mapping[int, ListLevel]
"""The levels of a list style, from 1."""


def list_style_of(element: etree._Element) -> dict[int, ListLevel]:
    """Return the levels of a list style, or of the style of numbered headings."""
    levels: dict[int, ListLevel] = {}
    for each in element:
        kind = local(each)
        level = whole(value(each, "level"), 0)
        if not 1 <= level <= DEEPEST_LEVEL:
            continue
        if kind in {"list-level-style-bullet", "list-level-style-image"}:
            levels[level] = ListLevel(form=None)
        elif kind in {"list-level-style-number", "outline-level-style"}:
            levels[level] = ListLevel(
                form=value(each, "num-format") or "",
                prefix=value(each, "num-prefix") or "",
                suffix=value(each, "num-suffix") or "",
                pattern=value(each, "num-list-format"),
                start=whole(value(each, "start-value"), 1),
                shown=whole(value(each, "display-levels"), 1),
            )
    return levels


@dataclass
class Count:
    """How far a list has counted, level by level from 1."""

    counts: dict[int, int] = field(default_factory=dict)

    def label(self, style: ListStyle, level: int, start: int | None = None) -> str | None:
        """Move on by one item and return its label with the blank behind it, or None where it shows none.

        ``start`` is the number that the item itself asks for.
        """
        own = style.get(level, ListLevel(suffix="."))
        if start is not None:
            self.counts[level] = start
        else:
            self.counts[level] = self.counts.get(level, own.start - 1) + 1
        for below in [each for each in self.counts if each > level]:
            del self.counts[below]
        if own.form is None:
            return BULLET
        words = self._printed(style, own, level).strip()
        return f"{words} " if words else None

    def _printed(self, style: ListStyle, own: ListLevel, level: int) -> str:
        """Return the number of the item last counted, with those of the levels above that its level shows."""

        def number(above: int) -> str:
            form = style.get(above, ListLevel())
            return form.number(self.counts.get(above, form.start))

        if own.pattern is not None:
            return _PLACE.sub(lambda match: number(int(match[1])), own.pattern)
        if not own.form:
            return own.prefix + own.suffix
        shown = filter(None, (number(each) for each in range(max(1, level - own.shown + 1), level + 1)))
        return own.prefix + ".".join(shown) + own.suffix


class Lists:
    """The counts of a document's lists: which list goes on counting where which other stopped."""

    def __init__(self) -> None:
        self._by_name: dict[str, Count] = {}
        self._by_style: dict[str, Count] = {}

    def begin(self, element: etree._Element, style: str) -> Count:
        """Return the count that an outermost list uses: a new one, or that of the list that it continues."""
        continued = value(element, "continue-list")
        count = self._by_name.get(continued) if continued is not None else None
        if count is None and value(element, "continue-numbering") == "true":
            count = self._by_style.get(style)
        if count is None:
            count = Count()
        name = value(element, "id")
        if name is not None:
            self._by_name[name] = count
        self._by_style[style] = count
        return count

    def named(self, name: str) -> Count:
        """Return the count of a list that its paragraphs name."""
        return self._by_name.setdefault(name, Count())
