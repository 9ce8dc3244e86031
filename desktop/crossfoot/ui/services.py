"""What the window needs from the rest of the program, handed in by whoever puts the parts together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded when a workspace is opened, after the window's first paint
    from crossfoot.review.session import Review

SUFFIX = ".crossfoot"
"""The suffix of a workspace."""
RECORDS = "Records (*.txt *.md *.html *.htm *.docx *.pdf *.doc *.rtf *.odt *.eml *.zip)"
"""The files that are read, as a file dialog filters them."""
EVERY_FILE = "All (*)"
"""The filter that lets every file through."""


@dataclass(frozen=True, slots=True)
class OpenWorkspace:
    """An open workspace: the review over it, and how to close it."""

    review: Review
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Services:
    """``open`` opens or makes (True) a workspace, signing with the given initials, and raises WorldError.

    ``samples`` gives the sample records and ``samples_workspace`` where their workspace is kept.
    ``find_files`` expands folders. ``summary_writer`` takes what an export needs out of the review
    and returns the write that can run in another thread. ``opener`` opens a file in the program that
    the system has for it, and tells whether there was one. ``what_shares`` names what shares the folder of
    a workspace with others, or returns an empty text.
    """

    open: Callable[[Path, bool, str], OpenWorkspace]
    samples: Callable[[], tuple[Path, ...]]
    samples_workspace: Path
    find_files: Callable[[list[Path]], tuple[Path, ...]]
    summary_writer: Callable[[Review], Callable[[Path], None]]
    opener: Callable[[Path], bool]
    what_shares: Callable[[Path], str]
