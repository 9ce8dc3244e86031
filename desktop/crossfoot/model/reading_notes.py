"""The beginnings of notes that tell what a reader met beside a text, which are no gaps in what it read.

Notes are kept as sentences, also in workspaces of earlier forms, so what they are is read from how they begin; the
readers write them with these words.
"""

from __future__ import annotations

import re

COMMENT = "Comment by "
"""A comment that somebody left in the document."""

MORE_COMMENTS = "more comments are in the document itself."
"""The end of the sentence that stands for the comments that are too many to be told."""

MAIL = "Mail from "
"""Who sent a mail, when, and about what."""

FORWARDED = "Forwarded in the mail: "
"""The head of a mail that was forwarded in another."""

_TOLD = re.compile(rf"(?:^|: )(?:{COMMENT}|{MAIL}|{FORWARDED})|^\d+ {re.escape(MORE_COMMENTS)}")


def is_gap(note: str) -> bool:
    """Tell whether a note says that something was not read, or not read with certainty."""
    return _TOLD.search(note) is None
