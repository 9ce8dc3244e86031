"""How askew a page was laid down: looked for by the gaps between its lines, which are empty only along them.

Seen from the side along its lines, a page is dark and light by turns; along any other direction it is grey. The square
of how much is dark on each line of sight, summed, is greatest along the lines (the projection profile of Postl, 1986).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from crossfoot.readers.pdf.pictures import Picture

SCALE = 0.75
"""Pixels for each point of a picture that is looked through: lines of usual type stand nine pixels apart."""

_DARK = 150
_FEWEST, _MOST = 300, 12_000
"""Dark pixels that a page needs, and how many are looked at."""
_WIDEST, _STEP = 0.14, 0.004
"""Slopes that are tried, up to eight degrees, a quarter of a degree apart."""
_FINE = 0.001
_CLEARER = 1.06
"""How many times clearer the lines stand out along a slope than straight across the page, where it is taken."""


def slope_of(picture: Picture) -> float:
    """Return how far a page's lines sink for each pixel to the right, 0 where it lies straight or shows no lines.

    ``picture`` is a page drawn with :data:`SCALE` pixels for each point.
    """
    dark = list(_dark(picture))
    if len(dark) < _FEWEST:
        return 0.0
    dark = dark[:: 1 + len(dark) // _MOST]
    tried = [step * _STEP for step in range(-round(_WIDEST / _STEP), round(_WIDEST / _STEP) + 1)]
    coarse = max(tried, key=lambda slope: _clearness(dark, slope))
    fine = max((coarse + step * _FINE for step in range(-3, 4)), key=lambda slope: _clearness(dark, slope))
    return fine if _clearness(dark, fine) >= _CLEARER * _clearness(dark, 0.0) else 0.0


def _dark(picture: Picture) -> Iterator[tuple[int, int]]:
    """Yield the dark pixels of a picture, of black words on white paper by their green."""
    for y in range(picture.height):
        row = picture.pixels[y * picture.stride : y * picture.stride + 4 * picture.width][1::4]
        yield from ((x, y) for x, light in enumerate(row) if light < _DARK)


def _clearness(dark: Sequence[tuple[int, int]], slope: float) -> int:
    """Return how clearly lines stand out along a slope, whether they run across the page or up and down it."""
    across = Counter(round(y - slope * x) for x, y in dark)
    down = Counter(round(x + slope * y) for x, y in dark)
    return max(sum(count * count for count in seen.values()) for seen in (across, down))
