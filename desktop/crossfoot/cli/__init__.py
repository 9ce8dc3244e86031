"""The command ``crossfoot``: everything but the window, for scripts and for those who prefer to type."""

from crossfoot.cli.commands import main

__all__ = ["main"]
