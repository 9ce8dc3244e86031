"""What a search reads: the words of every passage, and a row for every figure; derived, and made again at need."""

from crossfoot.workspace.search.figures import (
    FACETS,
    Column,
    Condition,
    FacetColumns,
    FigureIndex,
    FoundFigure,
    IndexedFigure,
)
from crossfoot.workspace.search.passages import FoundPassage, PassageIndex

__all__ = [
    "FACETS",
    "Column",
    "Condition",
    "FacetColumns",
    "FigureIndex",
    "FoundFigure",
    "FoundPassage",
    "IndexedFigure",
    "PassageIndex",
]
