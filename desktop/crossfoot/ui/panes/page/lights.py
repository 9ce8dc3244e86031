"""What is lit on the sheets, in the same groups and layers as in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from crossfoot.model import Page
from crossfoot.readers.page_boxes import boxes_on
from crossfoot.ui.panes.text.lights import Layer, Light

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""


class SheetLights:
    """The lights of one shown document; ``changed`` is called when another drawing is needed."""

    def __init__(self, changed: Callable[[], object]) -> None:
        self._changed = changed
        self._groups: dict[str, tuple[Light, ...]] = {}
        self._starts: dict[str, tuple[list[int], int]] = {}

    def clear(self) -> None:
        """Put all lights out."""
        self._groups.clear()
        self._starts.clear()
        self._changed()

    def show(self, group: str, lights: Iterable[Light]) -> None:
        """Replace the lights called ``group``."""
        ordered = tuple(sorted(lights, key=lambda light: light.span))
        longest = max((light.span.end - light.span.start for light in ordered), default=0)
        self._groups[group] = ordered
        self._starts[group] = ([light.span.start for light in ordered], longest)
        self._changed()

    def change(self, group: str, lights: Iterable[Light]) -> None:
        """Put lights in the place of those of the group that have the same keys."""
        new = {light.key: light for light in lights}
        self.show(group, [new.get(light.key, light) for light in self._groups.get(group, ())])

    def group(self, name: str) -> tuple[Light, ...]:
        """Return the lights that are shown under a name."""
        return self._groups.get(name, ())

    def on(self, page: Page) -> list[tuple[Light, tuple[Box, ...]]]:
        """Return the lights on one page with their boxes, the lower layers first."""
        found = [
            (light, tuple((box.left, box.top, box.right, box.bottom) for box in boxes_on(page, light.span)))
            for group in self._groups
            for light in self._near(group, page)
        ]
        return sorted(((light, boxes) for light, boxes in found if boxes), key=lambda item: item[0].layer)

    def at(self, page: Page, x: float, y: float, layer: Layer) -> list[Light]:
        """Return the lights of a layer under a point of a page, the shortest first."""
        under = [
            light
            for light, boxes in self.on(page)
            if light.layer is layer
            and any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)
        ]
        return sorted(under, key=lambda light: (light.span.end - light.span.start, light.span.start))

    def _near(self, group: str, page: Page) -> tuple[Light, ...]:
        """Return the lights of a group that may reach into a page's text."""
        starts, longest = self._starts[group]
        first = bisect_left(starts, page.span.start - longest)
        return self._groups[group][first : bisect_left(starts, page.span.end)]
