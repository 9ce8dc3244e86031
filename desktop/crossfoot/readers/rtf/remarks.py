"""The comments that others left in a file in Rich Text Format, with the words that they are about.

The file marks where those words begin and end by a key; behind them stand the author and the comment with its key.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.readers.comments import Comment
from crossfoot.readers.rtf.story import Story

AUTHOR, BEGINS, ENDS, KEY = "atnauthor", "atrfstart", "atrfend", "atnref"
GROUPS = frozenset({AUTHOR, BEGINS, ENDS, KEY})
"""The groups that say whose a comment is and what it is about."""

_MOST_OPEN = 50
_LONGEST_QUOTE = 200


class Remarks:
    """Gathers comments as the file tells of them."""

    def __init__(self) -> None:
        self._author = ""
        self._open: dict[str, list[str]] = {}
        self._quotes: dict[str, str] = {}
        self._stories: list[tuple[str, Story]] = []
        self._keys: dict[int, str] = {}

    def begin(self) -> Story:
        """Begin a comment by the author named last, and return where its words go."""
        story = Story()
        self._stories.append((self._author, story))
        self._author = ""
        return story

    def say(self, group: str, words: str) -> None:
        """Take what a group of :data:`GROUPS` holds."""
        key = words.strip()
        if group == AUTHOR:
            self._author = key
        elif group == BEGINS and len(self._open) < _MOST_OPEN:
            self._open[key] = []
        elif group == ENDS and key in self._open:
            self._quotes[key] = "".join(self._open.pop(key))
        elif group == KEY and self._stories:
            self._keys[len(self._stories) - 1] = key

    def hear(self, words: str) -> None:
        """Take words of the text, which comments that were begun and not ended are about."""
        for pieces in self._open.values():
            if len(pieces) < _LONGEST_QUOTE:
                pieces.append(words)

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in their order."""
        for number, (author, story) in enumerate(self._stories):
            yield Comment(author, self._quotes.get(self._keys.get(number, ""), ""), story.flat())
