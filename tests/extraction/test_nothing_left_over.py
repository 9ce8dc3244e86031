"""Extraction keeps Python's collector of cycles from its rounds, which is safe as it leaves no cycles behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from crossfoot.assets import dictionary, sample_records
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Span
from crossfoot.readers import read_file

EXTRACTOR = Extractor(dictionary())
TEXTS = [read_file(path).text for path in sample_records()]


@pytest.fixture
def collector() -> Iterator[None]:
    """Leave the collector as it was found, whatever a test does to it."""
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


@pytest.mark.usefixtures("collector")
def test_reading_records_makes_no_cycles_so_that_nothing_waits_for_the_collector() -> None:
    EXTRACTOR.extract(TEXTS[0])  # what is made once, for all records
    gc.collect()
    gc.disable()
    for text in TEXTS:
        EXTRACTOR.extract(text)
        EXTRACTOR.propose(text, Span(0, len(text)))
    assert gc.collect() == 0


@pytest.mark.usefixtures("collector")
def test_the_collector_makes_no_round_while_a_record_is_read() -> None:
    rounds: list[str] = []

    def note(phase: str, _: object) -> None:
        rounds.append(phase)

    gc.enable()
    gc.callbacks.append(note)
    try:
        found = [EXTRACTOR.extract(text) for text in TEXTS]
    finally:
        gc.callbacks.remove(note)
    assert any(each.figures for each in found)
    assert len(rounds) <= 2 * len(TEXTS)  # begin and end of one behind each record


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was_found(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    EXTRACTOR.extract(TEXTS[0])
    assert gc.isenabled() is enabled


@pytest.mark.usefixtures("collector")
def test_the_collector_goes_on_where_reading_fails() -> None:
    taught_nonsense = Extractor(dictionary(), (object(),))  # type: ignore[arg-type]
    gc.enable()
    with pytest.raises(AttributeError):
        taught_nonsense.extract(TEXTS[0])
    assert gc.isenabled()
