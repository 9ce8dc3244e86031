"""Both ends of a movement are one measure's, and a change says nothing of the unit of what changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import Figure, Unit

Figures = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Referrals rose by 12%, from 310 to 347.", [Unit.PERCENT, Unit.COUNT, Unit.COUNT]),
        ("Contacts were down 9% from 2,104 to 1,910.", [Unit.PERCENT, Unit.COUNT, Unit.COUNT]),
        (
            "Timeliness improved by 2 percentage points, from 93.1 to 95.1.",
            [Unit.PERCENTAGE_POINTS, Unit.PERCENT, Unit.PERCENT],
        ),
        (
            "Attendance rose to 95.6% and permanent exclusions fell from 18 to 11.",
            [Unit.PERCENT, Unit.COUNT, Unit.COUNT],
        ),
        (
            "The rate fell by 4% from 82.1 to 78.8 per 10,000.",
            [Unit.PERCENT, Unit.RATE_PER_10000, Unit.RATE_PER_10000],
        ),
    ],
)
def test_a_change_lends_its_unit_to_no_end_of_a_movement(
    figures: Figures, words: str, expected: list[Unit | None]
) -> None:
    assert [figure.unit for figure in figures(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Referrals rose by 12%, from 310 to 347.",
        "The number of births in the borough went up by 18%, from 2,914 to 3,438 a year.",
        "Permanent exclusions fell from 18 to 11.",
        "Agency placements had almost doubled, from 13 to 25.",
    ],
)
def test_the_second_end_of_a_movement_has_the_naming_of_the_first(figures: Figures, words: str) -> None:
    first, second = figures(words)[-2:]
    assert (second.label, second.subject, second.indicator) == (first.label, first.subject, first.indicator)
    assert not any(character.isdigit() for character in second.label)
