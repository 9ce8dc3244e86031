"""The world's errors: a file that cannot be read, a workspace that cannot be opened."""

from __future__ import annotations


class WorldError(Exception):
    """Something outside the program went wrong, and the officer can do something about it.

    Its text is one plain sentence: which file, what is wrong, what to do. Whoever catches
    it shows that sentence and goes on; everything else that is raised is a fault of ours.
    """


class ScanError(WorldError):
    """A file holds nothing but pictures of pages; ``pages`` are the numbers of those that could be recognised."""

    def __init__(self, sentence: str, pages: tuple[int, ...]) -> None:
        super().__init__(sentence, pages)
        self.pages = pages

    def __str__(self) -> str:
        """Return the sentence."""
        return str(self.args[0])


class DamagedError(WorldError):
    """A workspace is not what was written: what helps is a backup, and the damaged file must be kept."""
