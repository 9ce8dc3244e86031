"""The document pane: the stored text, set to be read, with its figures lit."""

from crossfoot.ui.panes.text.pane import TextPane

__all__ = ["TextPane"]
