"""Rules 9 to 16: the record's dates against the calendar, the council's rule and each other."""
