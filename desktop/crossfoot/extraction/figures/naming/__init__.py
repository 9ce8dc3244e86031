"""What a figure is called: its label and its subject, from the words that it counts and those that it is told of.

The label is what is counted, in the text's own words. The subject tells one such figure from another: the name
of a list item, the words that single out a part ("female", "additional"), the body compared with. Words of time
belong to the period and stand in neither.
"""

from crossfoot.extraction.figures.naming.name import Naming, name_of

__all__ = ["Naming", "name_of"]
