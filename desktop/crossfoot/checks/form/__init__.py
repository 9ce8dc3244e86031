"""Rules 29 to 33, 37 and 38: the record's form, its numbering and its references."""
