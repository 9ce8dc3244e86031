"""Findings as the officer meets them: of one record, across records, of their own checks; raised or dismissed."""
