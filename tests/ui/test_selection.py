"""The one selection of the window."""

from __future__ import annotations

import pytest

from crossfoot.ui.selection import Selection


@pytest.fixture
def heard() -> tuple[Selection, list[str]]:
    selection = Selection()
    news: list[str] = []
    selection.document_changed.connect(lambda value: news.append(f"document {value}"))
    selection.figure_changed.connect(lambda value: news.append(f"figure {value}"))
    selection.indicator_changed.connect(lambda value: news.append(f"indicator {value}"))
    return selection, news


def test_selecting_a_figure_brings_its_document_along(heard: tuple[Selection, list[str]]) -> None:
    selection, news = heard
    selection.select_figure("d2-abc")
    assert news == ["document d2", "figure d2-abc"]


def test_selecting_the_same_again_tells_nobody(heard: tuple[Selection, list[str]]) -> None:
    selection, news = heard
    selection.select_figure("d2-abc")
    news.clear()
    selection.select_figure("d2-abc")
    selection.select_document("d2")
    assert news == []
    assert selection.figure == "d2-abc"


def test_another_document_lets_the_figure_go(heard: tuple[Selection, list[str]]) -> None:
    selection, news = heard
    selection.select_figure("d2-abc")
    news.clear()
    selection.select_document("d1")
    assert news == ["document d1", "figure "]


def test_an_answer_that_selects_the_same_thing_ends_there() -> None:
    selection = Selection()
    selection.figure_changed.connect(selection.select_figure)
    selection.select_figure("d1-x")
    assert selection.figure == "d1-x"


def test_the_listener_of_a_document_finds_the_new_figure_already_there() -> None:
    selection = Selection()
    seen: list[str] = []
    selection.document_changed.connect(lambda _: seen.append(selection.figure))
    selection.select_figure("d3-y")
    assert seen == ["d3-y"]
