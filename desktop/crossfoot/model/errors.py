"""The world's errors: a file that cannot be read, a workspace that cannot be opened."""

from __future__ import annotations


class WorldError(Exception):
    """Something outside the program went wrong, and the officer can do something about it.

    Its text is one plain sentence: which file, what is wrong, what to do. Whoever catches
    it shows that sentence and goes on; everything else that is raised is a fault of ours.
    """


class DamagedError(WorldError):
    """A workspace is not what was written: what helps is a backup, and the damaged file must be kept."""
