"""The page view: a document as it looks on paper, with its figures lit."""

from crossfoot.ui.panes.page.pane import PagePane, sheets_maker

__all__ = ["PagePane", "sheets_maker"]
