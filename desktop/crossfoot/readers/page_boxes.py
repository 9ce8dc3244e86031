"""Where words of the text stand on the pages: one box for each line that they run over.

A reader gives every word its box once; they are kept with the text in the workspace, so that figures can
be lit on a page without asking the file again. What is asked for here is put together from them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from crossfoot.model import Page, Span, WordBox

_SHARED = 0.5
"""How much of the smaller one two boxes of a line share at least, across the line."""


def boxes_on(page: Page, span: Span) -> tuple[WordBox, ...]:
    """Return the boxes of the words of ``span`` that stand on ``page``, those of one line joined.

    A word is taken whole where the span cuts it, so a box covers all that is named.
    """
    first = bisect_right(page.boxes, span.start, key=lambda box: box.span.end)
    lines: list[WordBox] = []
    for at in range(first, len(page.boxes)):
        box = page.boxes[at]
        if box.span.start >= span.end:
            break
        if lines and _on_one_line(lines[-1], box):
            lines[-1] = _joined(lines[-1], box)
        else:
            lines.append(box)
    return tuple(lines)


def boxes_of(pages: Sequence[Page], span: Span) -> Iterator[tuple[Page, WordBox]]:
    """Go through the boxes of the words of ``span`` on all pages that it runs over."""
    for page in pages:
        if page.span.overlaps(span):
            for box in boxes_on(page, span):
                yield page, box


def _on_one_line(before: WordBox, box: WordBox) -> bool:
    """Tell whether a word goes on where the one before ended, on a line that runs across or along the page."""
    high, wide = _height(before, box), _width(before, box)
    if _overlap(before.top, before.bottom, box.top, box.bottom) >= _SHARED * high:
        return True
    upright = before.bottom - before.top > before.right - before.left and box.bottom - box.top > box.right - box.left
    near = max(box.top - before.bottom, before.top - box.bottom) < wide
    return upright and near and _overlap(before.left, before.right, box.left, box.right) >= _SHARED * wide


def _overlap(start: float, end: float, other_start: float, other_end: float) -> float:
    """Return how much two stretches share."""
    return min(end, other_end) - max(start, other_start)


def _height(one: WordBox, other: WordBox) -> float:
    """Return the height of the lower of two boxes."""
    return min(one.bottom - one.top, other.bottom - other.top)


def _width(one: WordBox, other: WordBox) -> float:
    """Return the width of the narrower of two boxes."""
    return min(one.right - one.left, other.right - other.left)


def _joined(one: WordBox, other: WordBox) -> WordBox:
    """Return the box around two boxes."""
    return WordBox(
        Span(one.span.start, other.span.end),
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
