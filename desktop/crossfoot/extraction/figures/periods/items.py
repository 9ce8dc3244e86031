"""The time that the items of a list without a lead-in take over from those before them, as on a slide."""

from __future__ import annotations

from dataclasses import dataclass

from crossfoot.model import Period


@dataclass(slots=True)
class ItemTimes:
    """Where a list of dots stands: what its items have said of time, and those under the latest of them.

    An item speaks for those under it, and the first of a list for all of them. One further down names its time because
    it is another than that of its neighbours ("December on its own was 91%"), so that those behind it are of the time
    that the record reports on; where nothing says which that is, they take what was named last.
    """

    _outer: str | None = None
    _opening: Period | None = None
    _latest: Period | None = None
    _parent: Period | None = None
    _under: Period | None = None

    def note(self, marker: str, time: Period | None) -> None:
        """Take note of an item by its ``marker`` and the time that it names for itself, if any."""
        if self._outer is None:
            self._outer, self._opening = marker, time
        if marker == self._outer:
            self._parent, self._under = time, None
            self._latest = time or self._latest
        else:
            self._under = time or self._under

    def leave(self) -> None:
        """Take note that the list has ended."""
        self._outer = self._opening = self._latest = self._parent = self._under = None

    def over(self, marker: str, *, reported: bool, goes_on: bool) -> Period | None:
        """Return the time that an item with a ``marker`` takes over, if any.

        ``reported`` tells that it is known what time the record reports on, ``goes_on`` that the item is about what
        the one before it counted.
        """
        latest = self._opening if reported and not goes_on else self._latest
        return latest if marker == self._outer else self._under or self._parent or latest
