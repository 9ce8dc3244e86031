"""The places on a chart that stand for figures, and how one walks and finds them; no Qt, no drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on a chart, in the chart's own coordinates.

    ``group`` is the line or row that it belongs to, counted from 0; ``words`` say the figure to
    those who hear the chart, ``document`` is the record that it is from.
    """

    figure: str
    x: float
    y: float
    group: int
    words: str
    document: str = ""


def nearest(pixels: npt.NDArray[np.float64], at: tuple[float, float], reach: float) -> int | None:
    """Return the index of the place nearest to ``at``, or None where none is within ``reach``; all in pixels.

    ``pixels`` has the shape (places, 2). Overlapping curves of the drawing library report wrong
    clicks; this does not.
    """
    if not len(pixels):
        return None
    distances = np.hypot(pixels[:, 0] - at[0], pixels[:, 1] - at[1])
    index = int(np.argmin(distances))
    return index if distances[index] <= reach else None


def along(marks: Sequence[Mark], index: int | None, step: int) -> int | None:
    """Return the mark ``step`` further along, from the end of one group into the next; None where there are none."""
    if not marks:
        return None
    order = sorted(range(len(marks)), key=lambda i: (marks[i].group, marks[i].x))
    if index is None:
        return order[0] if step > 0 else order[-1]
    return order[max(0, min(len(order) - 1, order.index(index) + step))]


def across(marks: Sequence[Mark], index: int | None, step: int) -> int | None:
    """Return the mark of the next group (``step`` 1) or the one before (-1) that is nearest in x."""
    if not marks or index is None:
        return along(marks, None, 1)
    groups = sorted({mark.group for mark in marks})
    place = groups.index(marks[index].group) + step
    if not 0 <= place < len(groups):
        return index
    here = marks[index].x
    return min((i for i, mark in enumerate(marks) if mark.group == groups[place]), key=lambda i: abs(marks[i].x - here))
