"""The checks pane: what the rules say, those to look at first."""

from crossfoot.ui.panes.findings.pane import FindingsPane

__all__ = ["FindingsPane"]
