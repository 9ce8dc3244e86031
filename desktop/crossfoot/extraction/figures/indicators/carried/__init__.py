"""Numbers that have their indicator from others: by order, by pointing back, by what became of those counted."""
