"""How a PDF of 500 pages scrolls, and how much of it is held.

Run it by command, not by pytest: ``python tests/benchmarks/pages.py [pages]``. It makes a PDF with text and
figures on every page, imports it, and scrolls through its pages in a window of 1366 × 768: by lines, by screens,
and in leaps over the whole document. Printed are the time that the window is busy at each step (what an officer
feels as a stall), the time until the page's picture is there, the pictures held at most, and the memory.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WORDS = (
    "Members were told that the teams had gone on with the work that was agreed in the spring, that visits were made",
    "to every school, and that the managers had looked at how the cases were shared out between the officers. The",
    "report set out what had been done and what was still to be done before the end of the financial year, and the",
)


def make_pdf(pages: int) -> bytes:
    """Return a PDF of so many pages, each of 45 lines with three figures in them."""
    pdf_of = runpy.run_path(str(Path(__file__).parents[1] / "pages" / "pdf_file.py"))["pdf_of"]
    sheets = []
    for number in range(pages):
        lines = [(60, 780 - 16 * line, WORDS[line % len(WORDS)][:95]) for line in range(42)]
        for line in range(3):
            words = f"In week {number} there were {1000 + 7 * number + line:,} open cases in team {line + 1}."
            lines.append((60, 100 - 16 * line, words))
        sheets.append(lines)
    data: bytes = pdf_of(sheets, size=10)
    return data


def bring_in(pdf: Path, path: Path) -> None:
    """Import the PDF in a process of its own, so that its memory is not counted."""
    from crossfoot import assets  # noqa: PLC0415 - only here
    from crossfoot.review.preparing import prepare  # noqa: PLC0415 - only here
    from crossfoot.review.session import Review  # noqa: PLC0415 - only here
    from crossfoot.workspace import Workspace  # noqa: PLC0415 - only here

    with Workspace.open(path, create=True) as workspace:
        Review(workspace, assets.dictionary()).store(prepare(pdf, assets.dictionary()))


def resident(pid: int) -> float:
    """Return the megabytes of memory that a process has in use; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def told(name: str, seconds: list[float]) -> None:
    """Print the spread of some times in milliseconds."""
    ordered = sorted(seconds)
    print(
        f"{name}: median {1000 * statistics.median(ordered):.1f} ms, "
        f"95 % {1000 * ordered[int(0.95 * (len(ordered) - 1))]:.1f} ms, worst {1000 * ordered[-1]:.1f} ms "
        f"({len(ordered)} steps)"
    )


def measure(pages: int) -> None:
    """Import the PDF, scroll through it, and print."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - after the platform is chosen
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from crossfoot import app  # noqa: PLC0415 - as above
    from crossfoot.ui.look.appearance import Appearance  # noqa: PLC0415 - as above
    from crossfoot.ui.settings import Settings  # noqa: PLC0415 - as above
    from crossfoot.ui.window import MainWindow  # noqa: PLC0415 - as above

    def until(done: Callable[[], bool]) -> None:
        while not done():
            loop = QEventLoop()
            QTimer.singleShot(2, loop.quit)
            loop.exec()

    application = app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        pdf, path = Path(folder) / "long.pdf", Path(folder) / "long.crossfoot"
        pdf.write_bytes(make_pdf(pages))
        started = time.perf_counter()
        importing = multiprocessing.get_context("spawn").Process(target=bring_in, args=(pdf, path))
        importing.start()
        importing.join()
        print(f"read, searched and stored: {time.perf_counter() - started:.1f} s")
        settings = Settings(Path(folder) / "window.ini")
        settings.put_initials("AB")
        window = MainWindow(app.services(path), settings, Appearance(application, settings))
        window.resize(1366, 768)
        window.show()
        window.open_workspace(path)
        desk = window.desk
        assert desk is not None
        before = resident(os.getpid())
        started = time.perf_counter()
        desk.text.show_pages(True)
        QApplication.processEvents()
        print(f"pages shown: {1000 * (time.perf_counter() - started):.0f} ms")
        view = desk.text.pages.view
        gallery = view.sheets.gallery  # type: ignore[union-attr]
        until(lambda: gallery.is_idle)
        print(f"first picture: {1000 * (time.perf_counter() - started):.0f} ms")
        bar, held = view.verticalScrollBar(), 0

        def step(value: int) -> float:
            nonlocal held
            begun = time.perf_counter()
            bar.setValue(value)
            view.viewport().repaint()
            QApplication.processEvents()
            held = max(held, gallery.held)
            return time.perf_counter() - begun

        view.go_to_sheet(0)
        told("by lines (48 px), 400 of them", [step(bar.value() + 48) for _ in range(400)])
        told("by screens, through all pages", [step(bar.value() + bar.pageStep()) for _ in range(2 * pages)])
        leaps, arrived = [], []
        for place in range(40):
            leaps.append(step(bar.maximum() * ((place * 17) % 40) // 39))
            begun = time.perf_counter()
            until(lambda: gallery.is_idle)
            held = max(held, gallery.held)
            arrived.append(time.perf_counter() - begun)
        told("leaps, the window busy", leaps)
        told("leaps, until all pictures in view and beside it are there", arrived)
        figures = desk.review.figures()
        told("a figure selected in the table", [_select(window, figures[n * 37 % len(figures)].id) for n in range(40)])
        print(f"pictures held at most: {held} of {pages} pages")
        children = sum(resident(child.pid or 0) for child in multiprocessing.active_children())
        window_now = resident(os.getpid())
        print(f"memory: window {window_now:.0f} MB, {before:.0f} MB before pages were shown; drawing {children:.0f} MB")
        window.close()


def _select(window: object, figure: str) -> float:
    """Select a figure and return how long the window was busy with it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the platform is chosen

    begun = time.perf_counter()
    window.desk.selection.select_figure(figure)  # type: ignore[attr-defined]
    QApplication.processEvents()
    return time.perf_counter() - begun


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
