"""Amounts of money: which budget, variance, saving, price or capital sum one is."""
