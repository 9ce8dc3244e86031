"""The search pane: one box that looks through texts, figures and notes of the whole workspace."""

from crossfoot.ui.panes.search.pane import SearchPane

__all__ = ["SearchPane"]
