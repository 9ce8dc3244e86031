"""A window that takes files in, and what that takes of time: what ``importing.py`` runs.

It stands apart because each process that reads loads the module that the command began with, which with the window
in it takes most of a second; the program's own command has none of it either.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path
from time import perf_counter, process_time, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from crossfoot import app
from crossfoot.ui.look.appearance import Appearance
from crossfoot.ui.settings import Settings
from crossfoot.ui.window.window import MainWindow

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "readers" / "formats"), str(ROOT / "tests" / "seeds")]

from rendering import FORMS  # noqa: E402 - the folder of the forms is no package
from sample_source import read_sources  # noqa: E402 - as above
from sample_text import as_text  # noqa: E402 - as above

_TICK = 10
"""Milliseconds between the ticks that a stall of the loop holds up."""
_REST = 3_000
"""Milliseconds after an import in which stalls count too."""
_SIZE = (1366, 768)


class Loop:
    """Qt's loop with a clock that notes its longest stalls."""

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._last = perf_counter()
        self._used = thread_time()
        self.stalls: list[float] = []
        self.works: list[float] = []

    def run(self) -> None:
        """Run until :meth:`stop`."""
        self._last, self._used = perf_counter(), thread_time()
        self._timer.start()
        self._loop.exec()

    def stop(self, *_: object) -> None:
        """End it, once the loop has had another turn."""
        QTimer.singleShot(5 * _TICK, self._end)

    def _end(self) -> None:
        """End it, and let the timer go: where Python found it later might be another thread."""
        self._timer.stop()
        self._timer.timeout.disconnect()
        self._loop.quit()

    def _tick(self) -> None:
        """Note how late this tick is, and how long the window's own thread has worked since the last."""
        now, used = perf_counter(), thread_time()
        self.stalls.append(now - self._last - _TICK / 1000)
        self.works.append(used - self._used)
        self._last, self._used = now, used


def records(count: int) -> list[str]:
    """Return so many records that differ from each other: the samples, each with its own number in its title."""
    samples = [as_text(sample).decode() for sample in read_sources(ROOT / "tests" / "seeds" / "sources")]
    marker = "1. Title of Item/Report"
    made = []
    for number in range(count):
        text = samples[number % len(samples)].replace("<u>", "").replace("</u>", "")
        made.append(text.replace(marker, f"Reference: D{16 + number // 10_000}{number % 10_000:04}\n\n{marker}", 1))
    return made


def children() -> float:
    """Return the seconds of the cores that ended children took, after those that are still ending."""
    for child in multiprocessing.active_children():
        child.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass
class Measured:
    """What one import took: seconds of the wall, of the window's process and of its children; stalls in seconds.

    ``wall`` ends when all records are there with their figures, ``checked`` when they are checked and compared too.

    ``works`` are the seconds of the processor that the window's thread took in one go: what its stalls are where
    nothing else wants the processor.
    """

    wall: float
    checked: float
    window: float
    children: float
    stalls: list[float]
    works: list[float]
    records: int

    def words(self) -> str:
        """Return it as a line."""
        long = sum(stall > 0.1 for stall in self.stalls)
        return (
            f"{self.wall:.1f} s, checked and compared after {self.checked:.1f} s "
            f"(processor: window {self.window:.1f} s, readers {self.children:.1f} s), "
            f"longest stall {1000 * max(self.stalls):.0f} ms, {long} over 100 ms "
            f"(longest work at a time {1000 * max(self.works):.0f} ms)"
        )


class Taking:
    """A window over a new workspace, which takes files in."""

    def __init__(self, application: QApplication, folder: Path, name: str) -> None:
        settings = Settings(folder / "window.ini")
        settings.put_initials("AB")
        path = folder / f"{name}.crossfoot"
        looks = Appearance(application, settings)
        self.window = MainWindow(app.services(path), settings, looks, backs_up=False)
        self.window.resize(*_SIZE)
        self.window.show()
        self.window.open_workspace(path, create=True)
        assert self.window.workplace is not None
        assert self.window.desk is not None
        self.intake = self.window.workplace.intake
        self.desk = self.window.workplace.desk
        loop = Loop()
        QTimer.singleShot(1_000, loop.stop)  # charts and what else is loaded beside the window
        loop.run()

    def take(self, paths: Sequence[Path]) -> Measured:
        """Import files and return what that took, until the records are compared and the window is at rest."""
        loop = Loop()
        landed: list[float] = []
        note = self.intake.landed.connect(lambda: landed.append(perf_counter()))
        self.intake.ended.connect(loop.stop)
        begun, used, others = perf_counter(), process_time(), children()
        self.intake.take(paths)
        asked = perf_counter() - begun  # the window stands still as long as it is being asked
        loop.run()
        checked, window = perf_counter() - begun, process_time() - used
        self.intake.ended.disconnect(loop.stop)
        self.intake.landed.disconnect(note)
        rest = Loop()
        QTimer.singleShot(_REST, rest.stop)  # the charts turn to what came in
        rest.run()
        stalls, works = [asked, *loop.stalls, *rest.stalls], [*loop.works, *rest.works]
        count = len(self.desk.review.documents())
        return Measured(landed[0] - begun, checked, window, children() - others, stalls, works, count)

    def cancel(self, paths: Sequence[Path], after: int) -> float:
        """Import files, cancel when some are in, and return the seconds until the window says that it has."""
        loop = Loop()
        times: list[float] = []

        def look() -> None:
            if not times and len(self.desk.review.titles()) >= after:
                times.append(perf_counter())
                self.window.status.cancel.click()

        def stopped() -> None:
            times.append(perf_counter())
            self.window.status.cancel.click()  # the checks of those that are in are not wanted either
            loop.stop()

        note = self.intake.landed.connect(stopped)

        watch = QTimer()
        watch.setInterval(_TICK)
        watch.timeout.connect(look)
        watch.start()
        self.intake.take(paths)
        loop.run()
        self.intake.landed.disconnect(note)
        return times[1] - times[0] if len(times) > 1 else nan  # it was over before it could be cancelled

    def close(self) -> None:
        """Close it."""
        self.window.close()


def measure(texts: int, others: int) -> None:
    """Print a line for each kind of file: so many records as texts, and so many in each of the other forms."""
    application = app.make_application()
    with tempfile.TemporaryDirectory(prefix="crossfoot-import-") as name:
        folder = Path(name)
        made = records(texts)
        kinds = {"txt": made, "docx": made[:others], "pdf": made[:others]}
        forms = {"txt": "dos.txt", "docx": "numbered.docx", "pdf": "headed.pdf"}
        for suffix, chosen in kinds.items():
            if not chosen:
                continue
            paths = []
            for number, text in enumerate(chosen):
                paths.append(folder / f"record-{number}.{suffix}")
                paths[-1].write_bytes(FORMS[forms[suffix]](text))
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            taking = Taking(application, folder, suffix)
            taken = taking.take(paths)
            taking.close()
            taking = Taking(application, folder, f"{suffix}-cancelled")
            stop = taking.cancel(paths, max(1, len(paths) // 4))
            taking.close()
            print(
                f"{suffix:5} {taken.records} of {len(paths)} records in {taken.words()}, cancelled in {stop:.2f} s "
                f"(load before: {load:.1f} on {os.cpu_count()} cores)",
                flush=True,
            )
