"""The notes pane: the officer's highlights and comments, to search, edit, remove and go to."""

from crossfoot.ui.panes.annotations.pane import NotesPane

__all__ = ["NotesPane"]
