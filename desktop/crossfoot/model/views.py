"""Views and searches that the officer gave a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ViewKind(StrEnum):
    """What was given a name: a choice of facets, or the words of a search."""

    FACETS = "facets"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class SavedView:
    """A choice of facets (``chosen``: values by facet) or a search (``query``) under a name of the officer's."""

    id: str
    kind: ViewKind
    name: str
    query: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
