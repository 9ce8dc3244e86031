"""Search through everything in the workspace: texts, figures and notes, by words and by fields."""

from crossfoot.review.search.finding import Hit, HitKind, search

__all__ = ["Hit", "HitKind", "search"]
