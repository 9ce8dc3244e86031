"""The document pane: a record with its figures lit, as text or as pages."""

from crossfoot.ui.panes.document.pane import DocumentPane

__all__ = ["DocumentPane"]
