"""A text with several records in it, taken apart: where each begins, and a reading for each."""

from crossfoot.readers.parting.boundaries import Boundary, boundaries_of
from crossfoot.readers.parting.parts import parts_of

__all__ = ["Boundary", "boundaries_of", "parts_of"]
