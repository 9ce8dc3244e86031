"""What figures can be told apart by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Facet(StrEnum):
    """The facets, in the order in which screens show them."""

    STATE = "state"
    FINDING = "finding"
    INDICATOR = "indicator"
    STAGE = "stage"
    UNIT = "unit"
    NATURE = "nature"
    SECTION = "section"
    DOCUMENT = "document"
    REVIEWER = "reviewer"
    TAG = "tag"


Choice = Mapping[Facet, frozenset[str]]
"""The values chosen of each facet: a figure must have one of them in every facet that is named. "" is none."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """What a choice leaves: ``ids`` in document order, and of each facet how many figures have each value.

    A value is counted among the figures that pass the choice in all other facets: so many would be left if it
    were chosen. Values are in order of their counts, the chosen ones always among them. ``total`` are all figures of
    what was asked about, without a choice.
    """

    ids: tuple[str, ...]
    total: int
    counts: Mapping[Facet, Mapping[str, int]] = field(default_factory=dict)
