"""Rules 6 to 8: budgets, what was spent, and what lies between."""
