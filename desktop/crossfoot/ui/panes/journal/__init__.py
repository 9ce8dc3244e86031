"""The journal pane: everything that was done, latest first, to read and to go back to."""

from crossfoot.ui.panes.journal.pane import JournalPane

__all__ = ["JournalPane"]
