"""A figure of a new reading is known again: by its place in the same text, by its words in another."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.model import Figure, Span
from crossfoot.review.matching import (
    Anchor,
    Basis,
    Matching,
    anchors,
    match_in_other_text,
    match_in_same_text,
)

TEXT = "There were 1,194 contacts and 12 plans in June. There were 12 plans and £5.51m in July."


def numbers(text: str, pattern: str = r"£?\d[\d,.]*\d|\d+") -> tuple[Anchor, ...]:
    """Return an anchor for each number of a text, its id made of its order."""
    found = [
        Figure(
            id=f"f{place}",
            span=Span(*match.span()),
            quote=match.group(),
            value=Decimal(re.sub(r"[^\d.]", "", match.group())),
        )
        for place, match in enumerate(re.finditer(pattern, text))
    ]
    return anchors(text, found)


def pairs(matching: Matching) -> dict[str, str]:
    """Return new ids by old ids."""
    return {match.old: match.new for match in matching.matched}


def test_the_same_reading_matches_itself_by_place() -> None:
    old = numbers(TEXT)
    matching = match_in_same_text(old, old)
    assert pairs(matching) == {anchor.id: anchor.id for anchor in old}
    assert {match.basis for match in matching.matched} == {Basis.PLACE}
    assert matching.new == matching.gone == ()


def test_a_figure_that_covers_more_words_than_before_is_still_that_figure() -> None:
    old = numbers(TEXT, r"\d[\d,.]*\d")
    new = numbers(TEXT, r"£?\d[\d,.]*\dm?(?: contacts)?")
    matching = match_in_same_text(old, new)
    assert len(matching.matched) == len(old)
    assert [match.basis for match in matching.matched] == [Basis.OVERLAP, Basis.PLACE, Basis.PLACE, Basis.OVERLAP]


def numbers_of(spans: list[tuple[str, int, int, str]]) -> tuple[Anchor, ...]:
    """Return anchors laid out by hand."""
    return tuple(Anchor(name, Span(start, end), "", "", "", Decimal(value)) for name, start, end, value in spans)


def test_of_two_figures_over_the_same_words_the_one_of_the_same_value_is_matched() -> None:
    old = numbers_of([("range", 10, 18, "32")])
    new = numbers_of([("low", 10, 12, "21"), ("high", 16, 18, "32")])
    matching = match_in_same_text(old, new)
    assert pairs(matching) == {"range": "high"}
    assert matching.new == ("low",)


def test_two_figures_read_from_one_place_each_keep_their_own() -> None:
    old = numbers_of([("a", 10, 18, "21"), ("b", 10, 18, "32")])
    new = numbers_of([("x", 10, 18, "32"), ("y", 10, 18, "21")])
    assert pairs(match_in_same_text(old, new)) == {"a": "y", "b": "x"}


def test_a_figure_no_longer_found_is_gone_and_a_further_one_is_new() -> None:
    found = numbers(TEXT)
    matching = match_in_same_text(found[:-1], found[1:])
    assert matching.gone == (found[0].id,)
    assert matching.new == (found[-1].id,)


def test_figures_are_known_again_where_words_were_put_in_before_them() -> None:
    later = "Members thanked the officers for the report.\n\n" + TEXT
    matching = match_in_other_text(numbers(TEXT), numbers(later))
    assert len(matching.matched) == 4
    assert {match.basis for match in matching.matched if match.old != "f0"} == {Basis.WORDS}


def test_a_figure_is_known_again_where_a_word_beside_it_was_changed() -> None:
    later = TEXT.replace("contacts and 12 plans", "contacts, and 12 plans")
    matching = match_in_other_text(numbers(TEXT), numbers(later))
    assert pairs(matching) == {"f0": "f0", "f1": "f1", "f2": "f2", "f3": "f3"}
    changed = next(match for match in matching.matched if match.old == "f1")
    assert changed.basis is Basis.LIKENESS
    assert 0.6 <= changed.score < 1


def test_a_number_that_reads_differently_in_the_new_version_is_another_figure() -> None:
    later = TEXT.replace("1,194", "1,195")
    matching = match_in_other_text(numbers(TEXT), numbers(later))
    assert matching.gone == ("f0",)
    assert matching.new == ("f0",)


def test_a_short_paragraph_that_was_moved_keeps_its_figure() -> None:
    old = numbers("There were 12 new cases.\n\nAll 40 posts were filled.\n\nOf those 7 left the council.")
    new = numbers("All 40 posts were filled.\n\nThere were 13 new cases.\n\nNone of the 7 left it.")
    matching = match_in_other_text(old, new)
    assert pairs(matching) == {"f1": "f0"}
    (match,) = matching.matched
    assert match.basis is Basis.LIKENESS
    assert 0.5 < match.score < 1


def test_the_same_number_elsewhere_in_other_words_is_another_figure() -> None:
    matching = match_in_other_text(
        numbers("A caseload of 25 was agreed for each worker."), numbers("Room 25, Town Hall")
    )
    assert (matching.gone, matching.new) == (("f0",), ("f0",))


places = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 6), st.integers(0, 3), st.text("ab ", max_size=4)), max_size=14
)


def laid(rows: list[tuple[int, int, int, str]]) -> tuple[Anchor, ...]:
    """Return anchors of any places, values and words."""
    return tuple(
        Anchor(f"f{place}", Span(start, start + size), words, words, words, Decimal(value))
        for place, (start, size, value, words) in enumerate(rows)
    )


@given(places, places)
def test_every_figure_is_matched_new_or_gone_once(
    before: list[tuple[int, int, int, str]], after: list[tuple[int, int, int, str]]
) -> None:
    old, new = laid(before), laid(after)
    for match in (match_in_same_text, match_in_other_text):
        matching = match(old, new)
        assert sorted([m.old for m in matching.matched] + list(matching.gone)) == sorted(a.id for a in old)
        assert sorted([m.new for m in matching.matched] + list(matching.new)) == sorted(a.id for a in new)
        assert all(0 < m.score <= 1 for m in matching.matched)
