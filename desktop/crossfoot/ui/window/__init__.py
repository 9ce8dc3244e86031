"""The window of the program: ways in, the pages it shows, and what it needs from outside."""

from crossfoot.ui.window.window import MainWindow

__all__ = ["MainWindow"]
