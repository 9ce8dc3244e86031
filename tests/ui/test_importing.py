"""Reading in other processes: the window goes on, and one bad file costs no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.model import Dictionary, Extraction, Reading, Record, WorldError
from crossfoot.review.preparing import Prepared
from crossfoot.ui.intake.importing import ImportJob


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
    with qtbot.waitSignal(job.finished, timeout=20_000) as ended:
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
