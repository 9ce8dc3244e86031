"""The inspector: one figure with all that is known of it, and the four decisions."""

from crossfoot.ui.panes.inspector.pane import InspectorPane

__all__ = ["InspectorPane"]
