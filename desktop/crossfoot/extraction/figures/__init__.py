"""Figures: numbers that report something, each with its value, unit, indicator, period, nature and reason."""

from crossfoot.extraction.figures.finder import Finder
from crossfoot.extraction.figures.lexicon import Lexicon

__all__ = ["Finder", "Lexicon"]
