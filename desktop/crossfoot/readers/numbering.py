"""The numbers that Word prints before paragraphs but does not store in them.

A paragraph names a list and a level, by itself or through its style; the list names its levels' formats;
the count lives in the list's definition, which several lists may share, and starts anew where a list says
so or where a higher level has moved on. Source: ECMA-376, part 1, section 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from crossfoot.readers.labels import BULLET, letters, ordinal, roman

_PLACE = re.compile(r"%([1-9])")
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": "{:02}".format,
    "ordinal": ordinal,
    "none": lambda _: "",
    "bullet": lambda _: "",
}
"""How the formats print a count; all others print plain figures."""
_DEEPEST = 9
_LONGEST_CHAIN = 24


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, which differs between two editions of the standard."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Return the first child by name, its first child by the next name, and so on; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute by its name without its namespace."""
    if element is None:
        return None
    return next((str(words) for key, words in element.attrib.items() if str(key).rsplit("}", 1)[-1] == name), None)


def whole(words: str | None, otherwise: int) -> int:
    """Return a whole number as XML writes it, or ``otherwise``."""
    try:
        return int(words) if words is not None and len(words) < 10 else otherwise
    except ValueError:  # a damaged number counts as a missing one
        return otherwise


@dataclass
class _Level:
    """The format of one level: where it starts, how its number is printed, when it starts anew."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass
class _Definition:
    """A list's definition with its running counts."""

    levels: dict[int, _Level] = field(default_factory=dict)
    style_link: str | None = None
    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class _List:
    """A list of the document: the definition it follows and what it changes."""

    definition: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Style:
    """What a paragraph style says that matters here."""

    name: str = ""
    based_on: str | None = None
    number: str | None = None
    level: int | None = None
    outline: int | None = None


class Numbering:
    """Prints the labels of a document's paragraphs, in the order in which they are asked for."""

    def __init__(self, numbering: etree._Element | None, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._lists: dict[str, _List] = {}
        self._started: set[tuple[str, int]] = set()
        self._levels_of_styles: dict[tuple[str, str], int] = {}
        for element in numbering if numbering is not None else ():
            key = value(element, "abstractNumId" if local(element) == "abstractNum" else "numId")
            if key is None:
                continue
            if local(element) == "abstractNum":
                self._definitions[key] = self._definition(key, element)
            elif local(element) == "num":
                self._lists[key] = self._list(element)

    def label(self, number: str, level: int, style: str | None) -> str | None:
        """Return the label that stands before the next paragraph of a list, with a blank, or None for no list.

        ``style`` is the paragraph's style, which a definition may tie to a level.
        """
        listed = self._lists.get(number)
        definition = self._resolved(listed.definition, 0) if listed else None
        if listed is None or definition is None:
            return None
        if style is not None and level == 0:
            level = self._levels_of_styles.get((listed.definition, style), level)
        level = max(0, min(level, _DEEPEST - 1))
        self._count(number, listed, definition, level)
        form = self._level(listed, definition, level)
        if form.form == "bullet":
            return BULLET
        if form.form == "none" and "%" not in form.pattern.replace(f"%{level + 1}", ""):
            words = _PLACE.sub("", form.pattern)
        else:
            words = _PLACE.sub(lambda match: self._printed(listed, definition, int(match[1]) - 1, form), form.pattern)
        words = words.strip()
        return f"{words} " if words else None

    def _count(self, number: str, listed: _List, definition: _Definition, level: int) -> None:
        """Move the count of a level on, and let the levels inside it start anew."""
        counts = definition.counts
        if level in listed.starts and (number, level) not in self._started:
            self._started.add((number, level))
            counts[level] = listed.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = self._level(listed, definition, level).start
        for above in range(level):
            counts.setdefault(above, self._level(listed, definition, above).start)
        for below in [each for each in counts if each > level]:
            restart = self._level(listed, definition, below).restart
            if restart is None or (restart > 0 and level < restart):
                del counts[below]

    def _printed(self, listed: _List, definition: _Definition, level: int, form: _Level) -> str:
        """Return the count of a level as its format prints it."""
        own = self._level(listed, definition, level)
        count = definition.counts.get(level, own.start)
        return _formatted(count, "decimal" if form.legal and own.form not in {"none", "bullet"} else own.form)

    def _level(self, listed: _List, definition: _Definition, level: int) -> _Level:
        """Return a level's format as the list or else its definition gives it."""
        return listed.levels.get(level) or definition.levels.get(level) or _Level(pattern=f"%{level + 1}.")

    def _resolved(self, key: str, depth: int) -> _Definition | None:
        """Return a definition, through the list style that it may only point to."""
        definition = self._definitions.get(key)
        if definition is None or definition.levels or definition.style_link is None or depth > _LONGEST_CHAIN:
            return definition
        style = self._styles.get(definition.style_link)
        target = self._lists.get(style.number) if style and style.number else None
        return self._resolved(target.definition, depth + 1) if target else definition

    def _definition(self, key: str, element: etree._Element) -> _Definition:
        """Return a definition as numbering.xml gives it."""
        definition = _Definition(style_link=value(child(element, "numStyleLink")))
        for each in element:
            if local(each) == "lvl":
                level = whole(value(each, "ilvl"), 0)
                definition.levels[level] = _level_of(each)
                style = value(child(each, "pStyle"))
                if style is not None:
                    self._levels_of_styles[key, style] = level
        return definition

    @staticmethod
    def _list(element: etree._Element) -> _List:
        """Return a list as numbering.xml gives it."""
        listed = _List(value(child(element, "abstractNumId")) or "")
        for each in element:
            if local(each) != "lvlOverride":
                continue
            level = whole(value(each, "ilvl"), 0)
            own = child(each, "lvl")
            start = child(each, "startOverride")
            if own is not None:
                listed.levels[level] = _level_of(own)
            if start is not None:
                listed.starts[level] = whole(value(start), 1)
        return listed


def _level_of(element: etree._Element) -> _Level:
    """Return a level's format as its element gives it."""
    restart = value(child(element, "lvlRestart"))
    legal = child(element, "isLgl")
    return _Level(
        start=whole(value(child(element, "start")), 1),
        form=value(child(element, "numFmt")) or "decimal",
        pattern=value(child(element, "lvlText")) or "",
        restart=None if restart is None else whole(restart, 0),
        legal=legal is not None and value(legal) not in {"0", "false", "off"},
    )


def _formatted(count: int, form: str) -> str:
    """Return a count in one of Word's formats."""
    written = _FORMATS.get(form)
    return str(count) if written is None else written(count)
