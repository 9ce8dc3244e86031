"""Rules 5 and 22: what there was, what changed, came or went, and what there is."""
