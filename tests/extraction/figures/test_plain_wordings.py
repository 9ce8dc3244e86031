"""Every indicator is known from plain sentences that were not copied from its wordings in the dictionary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]
HERE = Path(__file__).parent


def sentences() -> list[tuple[str, str]]:
    """Return the key of an indicator with a sentence whose figure stands in square brackets."""
    lines = (HERE / "plain_wordings.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(key, sentence) for key, sentence in rows]


@pytest.mark.parametrize(("key", "sentence"), sentences())
def test_a_plain_sentence_names_its_indicator(figures: Figures, key: str, sentence: str) -> None:
    at = sentence.index("[")
    found = figures(sentence.replace("[", "").replace("]", ""))
    assert [figure.indicator for figure in found if figure.span.start <= at < figure.span.end] == [key]


def test_every_indicator_that_is_a_number_has_two_sentences() -> None:
    named = [key for key, _ in sentences()]
    judged = {indicator.key for indicator in dictionary() if indicator.usual_unit == "category"}
    assert {key for key in named if named.count(key) == 2} == {indicator.key for indicator in dictionary()} - judged
