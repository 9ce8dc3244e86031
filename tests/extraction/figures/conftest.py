"""Extraction through its one door, for texts of a sentence or two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Return an extractor with the dictionary that comes with the program."""
    return Extractor(dictionary())


@pytest.fixture(scope="session")
def figures(extractor: Extractor) -> Callable[[str], tuple[Figure, ...]]:
    """Return how the figures of a text are found."""

    def of(text: str) -> tuple[Figure, ...]:
        return extractor.extract(text).figures

    return of
