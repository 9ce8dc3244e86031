"""How soon the window is painted beside a bare one, and how much memory it takes with the samples open.

Run it by command, not by pytest: ``python tests/benchmarks/first_paint.py [rounds]``. Every round
starts new processes. The bar is 3 × a bare ``QMainWindow`` on the same machine, and 250 MB.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print(time.time()), sys.stdout.flush(), QApplication.quit()))
application = QApplication([])
window = Window()
window.resize(1366, 728)
window.show()
application.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from crossfoot import app
from crossfoot.ui.look.appearance import Appearance
from crossfoot.ui.settings import Settings
from crossfoot.ui.window import MainWindow
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not seen:
            seen.append(1)
            QTimer.singleShot(0, lambda: (print(time.time()), sys.stdout.flush()))
            if sys.argv[2] == "paint":
                QTimer.singleShot(0, application.quit)
        return False

def look():
    desk = window.desk
    if desk is not None and desk.charts_place.charts is not None and not window.workplace.intake.is_running:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        print(time.time()); print(pages * 4096 / 1e6); print(len(desk.review.documents())); sys.stdout.flush()
        window.close(); application.quit()
    else:
        QTimer.singleShot(20, look)

seen = []
application = app.make_application()
folder = Path(sys.argv[1])
settings = Settings(folder / "window.ini")
window = MainWindow(app.services(folder / "samples.crossfoot"), settings, Appearance(application, settings))
filter = FirstPaint()
window.installEventFilter(filter)
workspace = folder / "samples.crossfoot"
if sys.argv[2] != "paint" or workspace.exists():
    imports = () if workspace.exists() else app.assets.sample_records()
    window.open_soon(workspace, imports, create=not workspace.exists())
window.show()
if sys.argv[2] != "paint":
    QTimer.singleShot(50, look)
application.exec()
"""


def start(code: str, *arguments: str) -> list[float]:
    """Run ``code`` in a new process; return its printed numbers, moments as seconds since it was started."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    numbers = [float(line) for line in done.stdout.split()]
    return [number - began if number > 1e9 else number for number in numbers]


def main() -> int:
    """Measure and print; return 1 where a bar is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    bare, ours, desk = [], [], []
    with tempfile.TemporaryDirectory() as name:
        first = start(OURS, name, "memory")
        for _ in range(rounds):
            bare.append(start(BARE)[0])
            ours.append(start(OURS, name, "paint")[0])
            desk.append(start(OURS, name, "memory"))
    ratio = statistics.median(ours) / statistics.median(bare)
    memory = max(numbers[2] for numbers in desk)
    print(f"first paint, bare QMainWindow   {statistics.median(bare):6.3f} s")
    print(f"first paint, Crossfoot          {statistics.median(ours):6.3f} s   {ratio:.2f} × (bar: 3)")
    print(f"desk and charts of the samples  {statistics.median([numbers[1] for numbers in desk]):6.3f} s")
    print(f"memory with the samples open    {memory:6.1f} MB  (bar: 250)")
    print(f"first start: {first[3]:.0f} samples read and stored in {first[1]:.1f} s, {first[2]:.1f} MB")
    return 0 if ratio <= 3 and memory <= 250 else 1


if __name__ == "__main__":
    sys.exit(main())
