"""What belongs to one open workspace as a whole: its desk, and what is done beside it.

Nothing is loaded from here, so that the window can be painted before any of it is.
"""
