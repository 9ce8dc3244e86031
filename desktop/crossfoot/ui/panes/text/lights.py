"""What is lit in the text: figures by state, the officer's marks, the figures of a finding, evidence.

Lights may overlap. Each paragraph is cut where any of its lights begins or ends, and each piece
gets the formats of all lights over it, the higher layer laid over the lower. Formats go to the
paragraph's ``QTextLayout`` alone: 5,000 of them cost milliseconds, the document itself is not
touched, and a change of state sets only the paragraphs that hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument, QTextLayout

from crossfoot.model import Span, State
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.panes.text.offsets import Offsets

Underline = QTextCharFormat.UnderlineStyle

UNDERLINES = {
    State.UNREVIEWED: Underline.DashUnderline,
    State.CONFIRMED: Underline.SingleUnderline,
    State.CORRECTED: Underline.DashDotLine,
    State.REJECTED: Underline.NoUnderline,
    State.QUERIED: Underline.WaveUnderline,
}
"""The line under a figure tells its state without colour; a rejected one is struck out instead."""


class Layer(IntEnum):
    """What lies over what."""

    NOTE = 0
    LINK = 1
    FIGURE = 2
    FINDING = 3
    EVIDENCE = 4
    SELECTED = 5


@dataclass(frozen=True, slots=True)
class Light:
    """One lit stretch: its place, its layer, and what it is lit as.

    ``look`` is the state of a figure, the colour's name of a note with " comment" after it where
    it says something, or empty.
    """

    span: Span
    layer: Layer
    look: str = ""
    key: str = ""


def light_format(light: Light, theme: Theme) -> QTextCharFormat:
    """Return the format of one light in the colours of ``theme``."""
    made = QTextCharFormat()
    match light.layer:
        case Layer.NOTE:
            colour, _, comment = light.look.partition(" ")
            made.setBackground(QColor(theme.highlights.get(colour, theme.highlights["yellow"])))
            if comment:
                made.setUnderlineStyle(Underline.DotLine)
                made.setUnderlineColor(QColor(theme.muted))
        case Layer.LINK:
            made.setForeground(QColor(theme.accent))
            made.setUnderlineStyle(Underline.SingleUnderline)
            made.setUnderlineColor(QColor(theme.accent))
        case Layer.FIGURE:
            state = State(light.look)
            style = theme.state(state)
            made.setForeground(QColor(style.text))
            made.setBackground(QColor(style.fill))
            made.setUnderlineStyle(UNDERLINES[state])
            made.setUnderlineColor(QColor(style.edge))
            made.setFontStrikeOut(state is State.REJECTED)
        case Layer.FINDING:
            made.setBackground(QColor(theme.selected))
            made.setForeground(QColor(theme.text))
        case Layer.EVIDENCE:
            made.setFontOverline(True)
            made.setUnderlineStyle(Underline.DotLine)
            made.setUnderlineColor(QColor(theme.accent))
        case Layer.SELECTED:
            made.setBackground(QColor(theme.accent))
            made.setForeground(QColor(theme.on_accent))
    return made


class Lights:
    """The lights of one shown document."""

    def __init__(self, page: QTextDocument, theme: Theme) -> None:
        self._page = page
        self._theme = theme
        self._offsets = Offsets()
        self._groups: dict[str, tuple[Light, ...]] = {}
        self._of_block: dict[str, dict[int, list[Light]]] = {}
        self._formats: dict[tuple[Layer, str], QTextCharFormat] = {}

    def begin(self, offsets: Offsets, theme: Theme) -> None:
        """Start anew for another text or other colours; the old formats are gone with the old layouts."""
        self._offsets = offsets
        self._theme = theme
        self._groups.clear()
        self._of_block.clear()
        self._formats.clear()

    def show(self, group: str, lights: Iterable[Light]) -> None:
        """Replace the lights called ``group`` and set the paragraphs in which anything changed."""
        new = tuple(lights)
        if new == self._groups.get(group, ()):
            return
        changed = set(self._groups.get(group, ())) ^ set(new)
        self._groups[group] = new
        self._of_block[group] = self._by_block(new)
        self._set(self._blocks_of(changed))

    def change(self, group: str, lights: Iterable[Light]) -> None:
        """Put lights in the place of those of the group that have the same keys, and leave all others as they are."""
        new = {light.key: light for light in lights}
        index = self._of_block.setdefault(group, {})
        touched = [light for light in self._groups.get(group, ()) if light.key in new]
        for light in touched:
            for number in self._range(light):
                index[number].remove(light)
        for light in new.values():
            for number in self._range(light):
                index.setdefault(number, []).append(light)
        self._groups[group] = tuple(new.get(light.key, light) for light in self._groups.get(group, ()))
        self._set(self._blocks_of([*touched, *new.values()]))

    def at(self, offset: int, layer: Layer) -> list[Light]:
        """Return the lights of a layer over the character at ``offset``, the shortest first."""
        block = self._page.findBlock(self._offsets.to_qt(offset)).blockNumber()
        found = {
            light
            for index in self._of_block.values()
            for light in index.get(block, ())
            if light.layer is layer and light.span.start <= offset < light.span.end
        }
        return sorted(found, key=lambda light: (light.span.end - light.span.start, light.span.start))

    def group(self, name: str) -> tuple[Light, ...]:
        """Return the lights that are shown under a name."""
        return self._groups.get(name, ())

    def _blocks_of(self, lights: Iterable[Light]) -> set[int]:
        """Return the numbers of all paragraphs that any of the lights touches."""
        return {number for light in lights for number in self._range(light)}

    def _range(self, light: Light) -> range:
        """Return the numbers of the paragraphs from a light's first to its last character."""
        first = self._page.findBlock(self._offsets.to_qt(light.span.start)).blockNumber()
        end = self._offsets.to_qt(max(light.span.start, light.span.end - 1))
        last = self._page.findBlock(end).blockNumber()
        return range(first, max(first, last) + 1) if first >= 0 else range(0)

    def _by_block(self, lights: Iterable[Light]) -> dict[int, list[Light]]:
        """Sort lights into the paragraphs that they touch."""
        index: dict[int, list[Light]] = defaultdict(list)
        for light in lights:
            for number in self._range(light):
                index[number].append(light)
        return index

    def _set(self, blocks: set[int]) -> None:
        """Give the paragraphs with these numbers their formats."""
        for number in blocks:
            block = self._page.findBlockByNumber(number)
            block.layout().setFormats(self._ranges(number, block.position(), block.length()))
        if blocks:
            first = self._page.findBlockByNumber(min(blocks))
            last = self._page.findBlockByNumber(max(blocks))
            self._page.markContentsDirty(first.position(), last.position() + last.length() - first.position())

    def _ranges(self, number: int, position: int, length: int) -> list[QTextLayout.FormatRange]:
        """Cut one paragraph where its lights begin and end, and lay their formats over each other."""
        begins: dict[int, list[Light]] = defaultdict(list)
        ends: dict[int, list[Light]] = defaultdict(list)
        for index in self._of_block.values():
            for light in index.get(number, ()):
                begins[max(0, self._offsets.to_qt(light.span.start) - position)].append(light)
                ends[min(length, self._offsets.to_qt(light.span.end) - position)].append(light)
        cuts = sorted(begins.keys() | ends.keys())
        over: list[Light] = []
        ranges = []
        for start, end in pairwise(cuts):
            over = sorted([light for light in over if light not in ends[start]] + begins[start], key=_height)
            if over:
                made = QTextLayout.FormatRange()
                made.start, made.length = start, end - start
                made.format = self._joined(over)
                ranges.append(made)
        return ranges

    def _joined(self, lights: list[Light]) -> QTextCharFormat:
        """Return the formats of the lights over each other, the later over the earlier."""
        made = QTextCharFormat()
        for light in lights:
            key = (light.layer, light.look)
            if key not in self._formats:
                self._formats[key] = light_format(light, self._theme)
            made.merge(self._formats[key])
        return made


def _height(light: Light) -> tuple[int, int]:
    """Return what a light is laid by: its layer, and within it the longer below the shorter."""
    return light.layer, light.span.start - light.span.end
