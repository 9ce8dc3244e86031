"""The figures table: every figure of a record or of all records, to sort, filter, correct and decide."""

from crossfoot.ui.panes.figures.pane import FiguresPane

__all__ = ["FiguresPane"]
