"""The sign-off tab: what is open, the second check, the statement, and the name under it."""

from crossfoot.ui.panes.assurance.pane import AssurancePane

__all__ = ["AssurancePane"]
