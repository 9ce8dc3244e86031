"""Rules 17 and 23: words that claim something about the figures beside them."""
