"""Rules 25 and 28: one thing told twice, and two things told alike."""
