"""Rules 18 to 20, 34 and 35: one record against the records before and after it."""
