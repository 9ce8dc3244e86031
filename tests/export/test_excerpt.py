"""An excerpt shows a place with the words around it, cut between words and inside its paragraph."""

from __future__ import annotations

from crossfoot.export.excerpt import excerpt
from crossfoot.model import Span


def test_a_short_paragraph_is_shown_whole_and_on_one_line() -> None:
    text = "before\n\nThere were\n12 children.\n\nafter"
    assert excerpt(text, Span(19, 21)) == "There were 12 children."


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "one two three four 12 five six seven eight"
    assert excerpt(text, Span(19, 21), 10) == "…four 12 five six …"


def test_a_long_word_is_cut_where_there_is_no_gap() -> None:
    assert excerpt("x" * 30 + "12" + "y" * 30, Span(30, 32), 5) == "…xxxxx12yyyyy…"
