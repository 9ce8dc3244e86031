"""Facets: the figures of the whole workspace by what they have in common, with counts."""

from crossfoot.review.facets.facet import Choice, Facet, FacetView
from crossfoot.review.facets.table import FacetTable

__all__ = ["Choice", "Facet", "FacetTable", "FacetView"]
