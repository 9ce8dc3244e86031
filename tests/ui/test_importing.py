"""Reading in other processes: the window goes on, and one bad file costs no other."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.model import Dictionary, Extraction, Reading, Record, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.ui.intake.importing import ImportJob
from crossfoot.ui.intake.storing import Storing
from crossfoot.ui.panes.documents.model import SUMMARY


def prepare_here(path: Path, _dictionary: Dictionary) -> tuple[Prepared, ...]:
    """Stand in for the readers: a name says what its file does."""
    if path.stem.startswith("bad"):
        raise WorldError(f"{path.name}: it holds no text; save it again.")
    if path.stem.startswith("faulty"):
        raise RuntimeError(path.stem)
    if path.stem.startswith("deadly"):
        os._exit(1)
    text = path.stem
    records = text.split("+")
    return tuple(
        Prepared(str(path), text.encode(), text, Reading("text", each), Extraction("test", Record()))
        for each in records
    )


@pytest.fixture
def module_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a child process import this module by its name."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    here = str(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH", "")))))


def run(qtbot: QtBot, names: list[str], jobs: int) -> tuple[list[str], list[str], list[tuple[int, int]]]:
    work = __import__("test_importing").prepare_here
    job = ImportJob([Path(name) for name in names], assets.dictionary(), jobs=jobs, work=work)
    stored: list[str] = []
    failed: list[str] = []
    progress: list[tuple[int, int]] = []
    job.prepared.connect(lambda prepared: stored.append(prepared.reading.text))
    job.failed.connect(failed.append)
    job.progressed.connect(lambda done, total: progress.append((done, total)))
    with qtbot.waitSignal(job.finished, timeout=60_000) as ended:
        job.start()
    assert ended.args == [False]
    return stored, failed, progress


@pytest.mark.usefixtures("module_on_path")
def test_every_record_of_a_file_with_several_comes_in(qtbot: QtBot) -> None:
    stored, failed, progress = run(qtbot, ["one+two+three.txt", "four.txt"], jobs=1)
    assert stored == ["one", "two", "three", "four"]
    assert failed == []
    assert progress == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.usefixtures("module_on_path")
def test_a_file_that_cannot_be_read_gives_its_sentence_and_the_others_come_in(qtbot: QtBot) -> None:
    stored, failed, progress = run(qtbot, ["one.txt", "bad.txt", "two.txt"], jobs=1)
    assert stored == ["one", "two"]
    assert failed == ["bad.txt: it holds no text; save it again."]
    assert progress == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.usefixtures("module_on_path")
def test_a_file_that_brings_its_process_down_costs_no_other_file_its_place(qtbot: QtBot) -> None:
    stored, failed, progress = run(qtbot, ["one.txt", "deadly.txt", "two.txt", "three.txt"], jobs=2)
    assert sorted(stored) == ["one", "three", "two"]
    assert len(failed) == 1
    assert failed[0].startswith("deadly.txt: reading it brought its process down")
    assert progress[-1] == (4, 4)


@pytest.mark.usefixtures("module_on_path")
def test_a_fault_of_the_program_is_reported_and_the_others_come_in(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as faults:
        stored, failed, _ = run(qtbot, ["faulty.txt", "two.txt"], jobs=1)
    assert stored == ["two"]
    assert failed == ["faulty.txt: the program made a mistake while reading it; the other files go on."]
    assert [kind for kind, _, _ in faults] == [RuntimeError]


@pytest.mark.usefixtures("module_on_path")
def test_a_cancelled_job_ends_at_once_and_delivers_nothing_more(qtbot: QtBot) -> None:
    work = __import__("test_importing").prepare_here
    job = ImportJob([Path("one.txt"), Path("two.txt")], assets.dictionary(), work=work)
    stored: list[Prepared] = []
    job.prepared.connect(stored.append)
    with qtbot.waitSignal(job.finished) as ended:
        job.start()
        job.cancel()
    assert ended.args == [True]
    assert stored == []


def test_a_job_without_files_ends(qtbot: QtBot) -> None:
    job = ImportJob([], assets.dictionary())
    with qtbot.waitSignal(job.finished) as ended:
        job.start()
    assert ended.args == [False]


def bodies(make_record: Callable[..., Prepared], count: int) -> list[Prepared]:
    return [
        make_record(f"{n}.txt", f"There were {1000 + n:,} open cases in team {n}.", date(2013, 1 + n % 12, 13))
        for n in range(count)
    ]


def test_many_records_that_come_at_once_are_all_stored_before_it_is_said_that_nothing_waits(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    world = make_world()
    storing = Storing(world.review.store_some, lambda each: each.path, world.desk.funnel, world.window)
    storing.begin()
    for prepared in bodies(make_record, 40):
        storing.put(prepared)
    with qtbot.waitSignal(storing.emptied, timeout=60_000):
        storing.finish()
    assert (storing.count, storing.waiting) == (40, 0)
    assert world.desk.documents.model.rowCount() == 40
    assert len({row.group for row in world.review.history()}) == 40


def test_what_waits_when_an_import_is_cancelled_is_left_out_and_what_is_stored_stays(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    world = make_world()
    storing = Storing(world.review.store_some, lambda each: each.path, world.desk.funnel, world.window)
    storing.begin()
    for prepared in bodies(make_record, 40):
        storing.put(prepared)
    with qtbot.waitSignal(storing.moved):
        pass
    storing.drop()
    with qtbot.waitSignal(storing.emptied, timeout=60_000):
        storing.finish()
    assert 0 < storing.count <= 16
    assert len(world.review.documents()) == world.desk.documents.model.rowCount() == storing.count


def test_a_record_that_the_program_fails_to_store_is_named_and_the_others_come_in(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    first, second, third = bodies(make_record, 3)
    twice = replace(second, extraction=replace(second.extraction, figures=second.extraction.figures * 2))
    world = make_world()
    storing = Storing(world.review.store_some, lambda each: each.path, world.desk.funnel, world.window)
    failed: list[str] = []
    storing.failed.connect(failed.append)
    storing.begin()
    for prepared in (first, twice, third):
        storing.put(prepared)
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(storing.emptied, timeout=60_000):
        qtbot.waitUntil(lambda: storing.waiting == 0, timeout=60_000)
        storing.finish()
    assert failed == ["1.txt: the program made a mistake while storing it; the others go on."]
    assert len(faults) == 1
    assert storing.count == 2


def test_after_an_import_of_many_records_the_list_counts_what_they_say_of_each_other(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    day = date(2013, 6, 13)
    bodies = [f"There were {1000 + n % 2:,} open cases in team {n}." for n in range(70)]
    records = [make_record(f"{n}.txt", body, day) for n, body in enumerate(bodies)]
    figures = [replace(each.extraction.figures[0], indicator="active_children", subject="") for each in records]
    world = make_world()
    world.results[:] = [
        replace(each, extraction=replace(each.extraction, figures=(figure,)))
        for each, figure in zip(records, figures, strict=True)
    ]
    with qtbot.waitSignal(world.window.workplace.intake.ended, timeout=60_000):
        world.window.workplace.intake.take([Path("records")])
    assert not world.window.workplace.intake.is_running
    said = [document for document, finding in world.review.findings() if finding.rule == 19]
    assert len(said) > 30
    model = world.desk.documents.model
    shown = [model.index(row).data(SUMMARY) for row in range(model.rowCount())]
    assert shown == list(world.review.documents())


def test_the_first_record_that_came_in_is_brought_into_view_and_the_selected_one_stays(
    make_world: Callable[..., Any], make_record: Callable[..., Prepared], qtbot: QtBot
) -> None:
    def records(years: range) -> list[Prepared]:
        return [make_record(f"{y}.txt", f"There were {y - 800:,} open cases.", date(y, 1, 9)) for y in years]

    world = make_world(*records(range(1901, 2031)))
    selected = world.desk.selection.document
    world.results[:] = records(range(2031, 2034))
    intake = world.window.workplace.intake
    with qtbot.waitSignal(intake.ended, timeout=60_000):
        intake.take([Path("records")])
    pane = world.desk.documents
    (first,) = [row for row in range(pane.model.rowCount()) if pane.model.index(row).data(SUMMARY).path == "2031.txt"]
    shown = pane.list.viewport().rect()
    qtbot.waitUntil(lambda: shown.contains(pane.list.visualRect(pane.model.index(first))))
    assert world.desk.selection.document == selected
