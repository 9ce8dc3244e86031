"""What the officer teaches: a decision offered to the figures like it, and rules that are kept."""

from crossfoot.review.teaching.offers import Offer, offer_after
from crossfoot.review.teaching.rules import keep_rules, remove_rule, set_rule_on, teach

__all__ = ["Offer", "keep_rules", "offer_after", "remove_rule", "set_rule_on", "teach"]
