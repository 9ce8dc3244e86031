"""Taking leave of a workspace: what waits for its turn, or is done beside the window, tells nobody any more."""

from __future__ import annotations

from PySide6.QtCore import QObject


def silence(*parts: QObject) -> None:
    """Let no timer, job or widget of some parts of the window set anything off any more.

    For parts that are let go with their workspace. Qt deletes them when its loop comes round to it; a timer that is due
    until then, or work beside the window that ends, would ask a file that is closed. All of these speak through
    signals, so that none of them has to be known here, nor any that is added later.
    """
    for part in parts:
        for each in (part, *part.findChildren(QObject)):
            each.blockSignals(True)
