"""When a figure was: the words that name a time, the days that they stand for, and which of them a number takes."""

from crossfoot.extraction.figures.periods.finding import find_whens
from crossfoot.extraction.figures.periods.known import Calendar, When

__all__ = ["Calendar", "When", "find_whens"]
