"""What was decided while a colleague's copy was merged, and is to be remembered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """A difference to another copy over which the officer kept what is here; ``what`` names the thing for people.

    Its id is made of what both sides say, so that it lasts until either says something else.
    """

    what: str
    copy: str
