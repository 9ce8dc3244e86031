"""The desk: all panes over one open workspace, how they are laid out, and what is done on them."""

from crossfoot.ui.desk.desk import Desk

__all__ = ["Desk"]
