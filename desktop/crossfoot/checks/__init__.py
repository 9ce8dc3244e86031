"""Figures and records are tested against each other; one small pure function per rule, in a registry."""
