"""How much of what councils say of each indicator is met: sentences and passages written for this, each number marked.

``wordings.txt`` holds them, parted by lines of "%%"; a number stands as ``[214|looked_after_children]``, with the key
that it has to get. The floors lie a little below what was reached when they were last raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor

_MARKED = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_PASSAGES = (Path(__file__).parent / "wordings.txt").read_text(encoding="utf-8").split("%%\n")


def _faults(extractor: Extractor, passage: str) -> Iterator[str]:
    """Yield what is wrong with the marked numbers of a passage."""
    text, wanted, last = "", [], 0
    for mark in _MARKED.finditer(passage):
        text += passage[last : mark.start()]
        wanted.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    figures = extractor.extract(text + passage[last:]).figures
    for start, end, key in wanted:
        got = next((f.indicator for f in figures if f.span.start < end and start < f.span.end), "no figure")
        if got != key:
            yield f"{text[max(0, start - 40) : start]}⟦{text[start:end]}⟧: {got}, not {key}"


def _share(passages: list[str]) -> tuple[float, list[str]]:
    """Return which share of the marked numbers is right, and the faults."""
    extractor = Extractor(dictionary())
    faults = [fault for passage in passages for fault in _faults(extractor, passage)]
    return 1 - len(faults) / sum(len(_MARKED.findall(passage)) for passage in passages), faults


def test_single_sentences_are_met_for_almost_every_indicator() -> None:
    share, faults = _share([p for p in _PASSAGES if p.count("\n") == 1 and len(_MARKED.findall(p)) == 1])
    assert share >= 0.97, "\n".join(faults)


def test_passages_of_many_numbers_give_each_its_own() -> None:
    share, faults = _share([p for p in _PASSAGES if p.count("\n") > 1 or len(_MARKED.findall(p)) > 1])
    assert share >= 0.94, "\n".join(faults)


def test_every_key_that_is_asked_for_is_one_of_the_dictionary() -> None:
    asked = {key for passage in _PASSAGES for _, key in _MARKED.findall(passage)}
    assert asked <= set(dictionary().by_key)
