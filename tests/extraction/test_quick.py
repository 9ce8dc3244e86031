"""A quick search finds what the plain one does."""

from __future__ import annotations

import re

import pytest

from crossfoot.extraction.quick import matches, matches_of_words, one_of

BEGINNINGS = ("is", "ris", "rose", "remain", r"not\s+so", "on", "o")


@pytest.mark.parametrize(
    "words", ["it rises", "rose", "they remained so", "not  so many", "an offer", "such a thing", ""]
)
def test_words_sorted_by_their_first_letter_are_met_as_in_a_plain_row(words: str) -> None:
    plain = re.compile(rf"[^a-z](?:{'|'.join(BEGINNINGS)})")
    quick = re.compile(f"[^a-z]{one_of(BEGINNINGS)}")
    assert (quick.search(" " + words) is None) == (plain.search(" " + words) is None)


@pytest.mark.parametrize(
    "words", ["is rising", "rising, it is", "this is so", "is-is is", "(is rising)", "none of it", ""]
)
def test_what_begins_words_is_found_where_a_search_would_find_it(words: str) -> None:
    pattern = re.compile(r"\b(?:is(?:\W+is)?|rising)\b")
    opening = re.compile("[^a-z]" + one_of(("is", "ris")))
    found = [match.span() for match in matches_of_words(opening, pattern, words)]
    assert found == [match.span() for match in pattern.finditer(words)]


@pytest.mark.parametrize("words", ["D123456 and D123456D654321", "D12", ""])
def test_what_begins_with_a_sign_of_its_own_is_found_where_a_search_would_find_it(words: str) -> None:
    pattern = re.compile(r"D\d{6}")
    found = [match.span() for match in matches(re.compile("D(?=[0-9])"), pattern, words)]
    assert found == [match.span() for match in pattern.finditer(words)]
