"""The window's program: puts the parts together, with a screen or without one."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QEventLoop, QMessageLogContext, QSize, QTimer, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication

from crossfoot import assets
from crossfoot.ui.look.appearance import Appearance
from crossfoot.ui.services import SUFFIX, OpenWorkspace, Services
from crossfoot.ui.settings import Settings
from crossfoot.ui.window import MainWindow
from crossfoot.ui.window.crash import CrashHook
from crossfoot.ui.workplace.shared_folder import what_shares

if TYPE_CHECKING:
    from crossfoot.review.session import Review

EXPORT_SUFFIXES = (".html", ".xlsx", ".csv", ".json")
"""The forms in which a job without a screen writes its summary."""

_PICTURE = QSize(1366, 768)
_SETTLE = 300  # milliseconds for the charts to be drawn before the picture is taken


_CALM = 1500  # milliseconds after the first paint, when the desk and its charts are there

# What stands under the window takes longer to load than the window itself. It is therefore imported
# where it is first needed, which is after the first paint.


def open_workspace(path: Path, create: bool, initials: str) -> OpenWorkspace:
    """Open or make a workspace; raise WorldError with one sentence where that cannot be."""
    from crossfoot.review.session import Review  # noqa: PLC0415 - after the first paint
    from crossfoot.workspace import Workspace  # noqa: PLC0415 - after the first paint

    workspace = Workspace.open(path, create=create)
    return OpenWorkspace(Review(workspace, assets.dictionary(), reviewer=initials), workspace.close)


def find_files(paths: list[Path]) -> tuple[Path, ...]:
    """Return the files to import, those of folders included."""
    from crossfoot.review import preparing  # noqa: PLC0415 - after the first paint

    return preparing.find_files(paths)


def summary_writer(review: Review) -> Callable[[Path], None]:
    """Take the summary out of the workspace now, and return the write of it."""
    from crossfoot.export import write  # noqa: PLC0415 - only when something is exported
    from crossfoot.review.summary import summarise  # noqa: PLC0415 - only when something is exported

    review.compare_now()
    summary = summarise(review, datetime.now().astimezone())
    return lambda path: write(summary, path)


def open_file(path: Path) -> bool:
    """Open a file in the program that the system has for it; return whether there was one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def services(samples_workspace: Path) -> Services:
    """Return what the window needs from the rest of the program."""
    return Services(
        open=open_workspace,
        samples=assets.sample_records,
        samples_workspace=samples_workspace,
        find_files=find_files,
        summary_writer=summary_writer,
        opener=open_file,
        what_shares=what_shares,
    )


def make_application() -> QApplication:
    """Return the application, with its names and icon."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("crossfoot")
    application.setDesktopFileName("crossfoot")
    application.setWindowIcon(QIcon(str(assets.resource("icon.svg"))))
    return application


def run_window(workspace: Path | None, imports: Sequence[Path] = ()) -> int:
    """Open the window, on a workspace where one is given, and return the exit code when it is closed.

    A workspace that is not there yet is made. The window is painted first and the workspace opened
    then; where it cannot be opened its sentence is shown and the welcome page stays.
    """
    application = make_application()
    settings = Settings(platformdirs.user_config_path("crossfoot", appauthor=False) / "window.ini")
    samples = platformdirs.user_data_path("crossfoot", appauthor=False) / f"Sample records{SUFFIX}"
    window = MainWindow(services(samples), settings, Appearance(application, settings))
    hook = CrashHook(window)
    hook.crashed.connect(window.show_fault)
    hook.refused.connect(window.show_refusal)
    hook.install()
    if workspace is not None:
        window.open_soon(workspace, imports, create=not workspace.exists())
    window.show()
    QTimer.singleShot(_CALM, window, warm_up)
    try:
        return application.exec()
    finally:
        hook.uninstall()


def warm_up() -> None:
    """Load what the first correction would wait for, beside the window."""
    from crossfoot.review import checking  # noqa: PLC0415 - after the first paint

    threading.Thread(target=checking.warm_up, name="warm-up", daemon=True).start()


class PrintingPrompter:
    """Stands in for the dialogs where there is no screen: what would be shown is printed."""

    def __init__(self) -> None:
        self.complaints = 0

    def open_files(self, _title: str, _filters: str) -> list[Path]:
        """Choose nothing."""
        return []

    def save_file(self, _title: str, _suggestion: Path, _filters: str) -> Path | None:
        """Choose nothing."""
        return None

    def ask_text(self, _title: str, _label: str, _text: str = "") -> str | None:
        """Answer nothing."""
        return None

    def confirm(self, _title: str, _question: str, _yes: str) -> bool:
        """Agree to nothing."""
        return False

    def tell(self, _title: str, sentence: str) -> None:
        """Print a sentence."""
        self.complaints += 1
        sys.stderr.write(f"{sentence}\n")

    def report(self, _title: str, summary: str, lines: Sequence[str]) -> None:
        """Print a list."""
        self.complaints += len(lines)
        sys.stderr.write("\n".join((summary, *lines, "")))

    def go_back_to_report(self) -> None:
        """Leave the printed list where it is: there is no window to bring forward."""


def run_headless(paths: Sequence[Path], out: Path) -> int:
    """Do the whole job without a screen: import, check, write the summary and a picture of the window to ``out``.

    Prints what it wrote. Returns 1 where a file could not be read; the others are in the summary.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    before = qInstallMessageHandler(_tell)
    try:
        return _run_headless(paths, out)
    finally:
        qInstallMessageHandler(before)


def _tell(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what its platform without a screen says of every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def _run_headless(paths: Sequence[Path], out: Path) -> int:
    """Do the job of :func:`run_headless`."""
    out.mkdir(parents=True, exist_ok=True)
    application = make_application()
    workspace = out / f"summary{SUFFIX}"
    for left in out.glob(f"{workspace.name}*"):  # a summary of these paths alone, made anew
        left.unlink()
    prompter = PrintingPrompter()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "window.ini")  # nobody's layout is used or changed
        settings.put_initials("–")
        written = _work_without_screen(application, paths, workspace, settings, prompter)
    sys.stdout.writelines(f"wrote {path}\n" for path in written)
    return 1 if prompter.complaints else 0


def _work_without_screen(
    application: QApplication,
    paths: Sequence[Path],
    workspace: Path,
    settings: Settings,
    prompter: PrintingPrompter,
) -> list[Path]:
    """Import, then write the summary and the picture beside the workspace; return what was written."""
    looks = Appearance(application, settings)
    window = MainWindow(services(workspace), settings, looks, prompter=prompter, backs_up=False)
    window.resize(_PICTURE)
    window.show()
    waiting = QEventLoop()  # quitting the application itself would close the window
    written: list[Path] = []
    if window.open_workspace(workspace, paths, create=True) and window.workplace:
        intake, desk = window.workplace.intake, window.workplace.desk
        if intake.is_running:
            intake.ended.connect(waiting.quit)
            waiting.exec()
        desk.start()
        desk.charts_place.make()
        QTimer.singleShot(_SETTLE, waiting.quit)
        waiting.exec()
        write = summary_writer(desk.review)
        written = [workspace.with_suffix(suffix) for suffix in EXPORT_SUFFIXES]
        for path in written:
            write(path)
        window.status.clearMessage()
        picture = workspace.with_name("window.png")
        window.grab().save(str(picture))
        written += [picture, workspace]
    window.close()
    return written


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line and open the window, or do the job without one."""
    parser = argparse.ArgumentParser(prog="python -m crossfoot.app", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="the workspace to open; made if absent")
    parser.add_argument("--import", dest="imports", nargs="+", type=Path, default=[], metavar="PATH")
    parser.add_argument("--headless", action="store_true", help="do the job without a screen on the records at PATH…")
    parser.add_argument("--out", type=Path, default=Path("out"), help="where a job without a screen writes")
    chosen = parser.parse_args(argv)
    if chosen.headless:
        return run_headless(chosen.paths, chosen.out)
    if len(chosen.paths) > 1:
        parser.error("one workspace at a time; give records after --import")
    return run_window(chosen.paths[0] if chosen.paths else None, chosen.imports)


if __name__ == "__main__":  # a child process imports this module too
    sys.exit(main())
