"""Work in several processes: what brings one down costs no other thing its place, and results keep their order."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from functools import partial

import pytest

from crossfoot.readers.crew import work_on


def halve(number: int) -> float:
    """Return half a number; 13 ends the process, and 0 is refused."""
    if number == 13:
        os._exit(1)
    if number == 0:
        raise ValueError("nothing to halve")
    return number / 2


@pytest.fixture(autouse=True)
def module_on_path(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let this process and its children load this module by its name."""
    monkeypatch.syspath_prepend(request.path.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(request.path.parent), os.environ.get("PYTHONPATH", ""))))


def call(number: int) -> partial[float]:
    from test_crew import halve  # noqa: PLC0415 - by the name that a child process knows it by

    return partial(halve, number)


def test_results_come_in_the_order_of_the_things() -> None:
    numbers = list(range(1, 12))
    assert [done.result for done in work_on(numbers, call, jobs=2)] == [number / 2 for number in numbers]


def test_what_brings_its_process_down_is_told_alone_and_the_others_are_done() -> None:
    done = {each.thing: each for each in work_on([1, 13, 2, 3, 4], call, jobs=2)}
    assert isinstance(done.pop(13).error, BrokenProcessPool)
    assert {thing: each.result for thing, each in done.items()} == {1: 0.5, 2: 1.0, 3: 1.5, 4: 2.0}


def test_an_exception_is_what_came_of_its_thing() -> None:
    first, second = work_on([0, 4], call, jobs=2)
    assert str(first.error) == "nothing to halve"
    assert second.result == 2.0
