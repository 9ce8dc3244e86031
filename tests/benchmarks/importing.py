"""How long does an import take? 1,000 text records, 100 Word files and 100 PDFs, read by two processes.

    .venv/bin/python tests/benchmarks/importing.py
    .venv/bin/python tests/benchmarks/importing.py --texts 200 --others 20      a quicker look

Measured as in the window: a job of two processes, each record stored by the main thread in a transaction of its own,
while a timer of 10 ms tells the longest stall of the window's loop. Then a job is cancelled half-way, and the time
until it says so is told. Wanted on two free cores: 1,000 texts within 20 s, 100 of the others within 15 s, no stall
over 100 ms, and the cancelling within 1 s. The load of the machine is printed, since others may be at work on it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from crossfoot.assets import dictionary
from crossfoot.review.preparing import Prepared, prepare_within_limits
from crossfoot.review.session import Review
from crossfoot.ui.intake.importing import ImportJob
from crossfoot.workspace import Workspace

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "readers" / "formats"), str(ROOT / "tests" / "seeds")]

from rendering import FORMS  # noqa: E402 - the folder of the forms is no package
from sample_source import read_sources  # noqa: E402 - as above
from sample_text import as_text  # noqa: E402 - as above

_TICK = 10
"""Milliseconds between the ticks that a stall of the loop holds up."""


class Loop:
    """Qt's loop with a clock that notes its longest stall."""

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._last = perf_counter()
        self.stall = 0.0

    def run(self) -> None:
        """Run until :meth:`stop`."""
        self._last = perf_counter()
        self._timer.start()
        self._loop.exec()

    def stop(self, *_: object) -> None:
        """End it."""
        self._timer.stop()
        self._loop.quit()

    def _tick(self) -> None:
        """Note how late this tick is."""
        now = perf_counter()
        self.stall = max(self.stall, now - self._last - _TICK / 1000)
        self._last = now


def records(count: int) -> list[str]:
    """Return so many records that differ from each other: the samples, each with its own number in its title."""
    samples = [as_text(sample).decode() for sample in read_sources(ROOT / "tests" / "seeds" / "sources")]
    marker = "1. Title of Item/Report"
    made = []
    for number in range(count):
        text = samples[number % len(samples)].replace("<u>", "").replace("</u>", "")
        made.append(text.replace(marker, f"Reference: D{16 + number // 10_000}{number % 10_000:04}\n\n{marker}", 1))
    return made


def measured(paths: Sequence[Path], folder: Path) -> tuple[float, float, int]:
    """Return how long an import into a new workspace took, the longest stall, and how many records came in."""
    loop = Loop()
    stored: list[Prepared] = []
    with Workspace.open(folder / f"{paths[0].suffix[1:]}.crossfoot", create=True) as workspace:
        review = Review(workspace, dictionary())
        job = ImportJob(paths, dictionary(), jobs=2, work=partial(prepare_within_limits, taught=()))

        def store(prepared: Prepared) -> None:
            review.store(prepared)
            stored.append(prepared)

        job.prepared.connect(store)
        job.failed.connect(lambda sentence: print(f"  {sentence}"))
        job.finished.connect(loop.stop)
        begun = perf_counter()
        job.start()
        loop.run()
        took = perf_counter() - begun
    return took, loop.stall, len(stored)


def cancelled(paths: Sequence[Path]) -> float:
    """Return how long a job takes to say that it is cancelled, once its first file is in."""
    loop = Loop()
    asked: list[float] = []
    job = ImportJob(paths, dictionary(), jobs=2, work=partial(prepare_within_limits, taught=()))

    def cancel(_: Prepared) -> None:
        if not asked:
            asked.append(perf_counter())
            job.cancel()

    job.prepared.connect(cancel)
    job.finished.connect(loop.stop)
    job.start()
    loop.run()
    return perf_counter() - asked[0]


def main() -> int:
    """Print a line for each kind of file; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1_000)
    parser.add_argument("--others", type=int, default=100)
    options = parser.parse_args()
    application = QCoreApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="crossfoot-import-") as name:
        folder = Path(name)
        texts = records(options.texts)
        kinds = {"txt": texts, "docx": texts[: options.others], "pdf": texts[: options.others]}
        forms = {"txt": "dos.txt", "docx": "numbered.docx", "pdf": "headed.pdf"}
        for suffix, chosen in kinds.items():
            paths = []
            for number, text in enumerate(chosen):
                paths.append(folder / f"record-{number}.{suffix}")
                paths[-1].write_bytes(FORMS[forms[suffix]](text))
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            took, stall, count = measured(paths, folder)
            stop = cancelled(paths)
            print(
                f"{suffix:5} {count} of {len(paths)} records in {took:.1f} s, longest stall {1000 * stall:.0f} ms, "
                f"cancelled in {stop:.2f} s (load before: {load:.1f} on {os.cpu_count()} cores)",
                flush=True,
            )
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
