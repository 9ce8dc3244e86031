"""Rules 21 and 24: rates, averages and prices, with what they are of."""
