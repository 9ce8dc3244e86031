"""The unit of a number in a sentence: its own, what stands behind it, what its neighbour says, what is spoken of."""

from crossfoot.extraction.figures.units.unit import unit_of

__all__ = ["unit_of"]
