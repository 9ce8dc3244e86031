"""Merging: the decisions of a colleague's copy come in as that colleague's, and what differs is decided one by one."""

from crossfoot.review.merging.applying import apply
from crossfoot.review.merging.comparing import compare
from crossfoot.review.merging.plan import Conflict, Difference, MergePlan, Side, merge_words

__all__ = ["Conflict", "Difference", "MergePlan", "Side", "apply", "compare", "merge_words"]
