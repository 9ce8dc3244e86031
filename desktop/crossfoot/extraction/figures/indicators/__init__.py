"""Indicators: how far a number's words reach, which indicator they name, and what a number carries on."""
