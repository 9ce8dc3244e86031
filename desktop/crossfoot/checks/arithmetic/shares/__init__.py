"""Rules 2 and 3: counts and their percentages of a whole."""
