"""The charts pane: trend, teams and budget, linked both ways with every other pane.

:class:`~crossfoot.ui.charts.pane.ChartsPane` is the door. pyqtgraph is imported only when the pane
has been painted for the first time, because that takes longer than the rest of the window.
"""

from crossfoot.ui.charts.pane import ChartsPane

__all__ = ["ChartsPane"]
