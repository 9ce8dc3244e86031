"""The documents pane: which records there are and how far each is checked."""

from crossfoot.ui.panes.documents.pane import DocumentsPane

__all__ = ["DocumentsPane"]
