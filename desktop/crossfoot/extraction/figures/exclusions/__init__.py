"""Numbers that are not figures, told by grammar and context.

Every rule looks at the tokens around a number expression and returns the name of the reason why it
is no figure, or None. The rules know kinds of use (a reference, a name, an age, a time, a condition),
never particular records.
"""

from crossfoot.extraction.figures.exclusions.candidate import Verdict, counted_at
from crossfoot.extraction.figures.exclusions.masks import masks
from crossfoot.extraction.figures.exclusions.rules import why_not

__all__ = ["Verdict", "counted_at", "masks", "why_not"]
