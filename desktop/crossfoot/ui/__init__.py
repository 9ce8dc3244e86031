"""The window: it translates between the officer and the review, and decides nothing."""
