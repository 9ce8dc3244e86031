"""Rules 1 to 8, 21, 22, 24 to 28 and 36: figures of one record against each other."""
