"""How long a decision takes until the next figure is on the screen.

``.venv/bin/python tests/benchmarks/decisions.py [RECORDS]``: opens the window on that many records made of the samples
(50 unless told), confirms figures by key, and prints the middle, the 95th percentile and the longest of the times from
the key until the window has painted what changed, in milliseconds, with the load of the machine. The commit to the disk
is within. What painting all of the window anew would have cost in the place of that is printed beside it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from search import fill

from crossfoot import app, assets
from crossfoot.review.session import Review
from crossfoot.ui.look.appearance import Appearance
from crossfoot.ui.settings import Settings
from crossfoot.ui.window import MainWindow
from crossfoot.workspace import Workspace

DECISIONS = 40


class Painted(QObject):
    """Tells when a window has painted by itself what was to be painted anew."""

    def __init__(self) -> None:
        super().__init__()
        self.is_done = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that what waited to be painted is."""
        if event.type() is QEvent.Type.UpdateRequest:
            watched.event(event)
            self.is_done = True
            return True
        return False


def main() -> None:
    """Fill, open, decide, print."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    application = app.make_application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.crossfoot"
        with Workspace.open(path, create=True) as workspace:
            fill(Review(workspace, assets.dictionary()), records)
        settings = Settings(Path(folder) / "window.ini")
        settings.put_initials("AB")
        window = MainWindow(app.services(path), settings, Appearance(application, settings), backs_up=False)
        window.resize(1366, 728)
        window.show()
        window.open_workspace(path)
        QTest.qWait(1500)
        desk = window.desk
        assert desk is not None
        while desk.charts_place.charts is None or desk.charts_place.charts.canvas is None:
            QTest.qWait(500)
        QTest.qWait(1500)
        painted = Painted()
        window.installEventFilter(painted)
        times, work, whole = [], [], []
        for _ in range(DECISIONS):
            before = window.desk.selection.figure
            began = time.perf_counter()
            worked = time.thread_time()
            painted.is_done = False
            QTest.keyClick(desk.figures.table, Qt.Key.Key_Return)
            while not painted.is_done:
                application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            times.append((time.perf_counter() - began) * 1000)
            work.append((time.thread_time() - worked) * 1000)
            worked = time.thread_time()
            window.repaint()
            whole.append((time.thread_time() - worked) * 1000)
            QTest.qWait(300 + records // 2)  # what follows once the figure is there: reasons, charts
            if window.desk.selection.figure == before:  # all of the record are decided
                QTest.keyClick(desk.figures.table, Qt.Key.Key_N)
                QTest.qWait(300)
        counts = desk.review.counts()
        times.sort()
        print(
            f"{counts.found:,} figures in {records} records, {len(times)} decisions, load {os.getloadavg()[0]:.1f}: "
            f"middle {statistics.median(times):.1f} ms, 95% within {times[int(len(times) * 0.95) - 1]:.1f} ms, "
            f"longest {times[-1]:.1f} ms; of the processor in the window's thread, middle "
            f"{statistics.median(work):.1f} ms, and {statistics.median(whole):.1f} ms more to paint all of the window"
        )
        window.close()


if __name__ == "__main__":
    main()
