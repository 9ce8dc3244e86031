"""Merging: the decisions of a colleague's copy come in as that colleague's, and what differs is decided one by one."""

from crossfoot.review.merging.applying import apply
from crossfoot.review.merging.comparing import compare
from crossfoot.review.merging.plan import Conflict, MergePlan, merge_words

__all__ = ["Conflict", "MergePlan", "apply", "compare", "merge_words"]
