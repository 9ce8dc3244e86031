"""The window: menus, the welcome page or a desk, the status line, and what belongs to a whole workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget

from crossfoot import __version__
from crossfoot.model import WorldError
from crossfoot.ui.actions import Actions, Menu, MenuKeys, Where
from crossfoot.ui.appearance import SCHEMES, Appearance
from crossfoot.ui.dialogs.fault import FaultDialog
from crossfoot.ui.dialogs.keys import KeysDialog
from crossfoot.ui.exporting import ExportJob
from crossfoot.ui.prompter import Prompter, QtPrompter
from crossfoot.ui.selection import Selection
from crossfoot.ui.services import SUFFIX, OpenWorkspace, Services
from crossfoot.ui.settings import Settings, likely_initials
from crossfoot.ui.status import StatusLine
from crossfoot.ui.style import window_sheet
from crossfoot.ui.theme import Theme
from crossfoot.ui.welcome import WelcomePage
from crossfoot.ui.widgets import plain_label

if TYPE_CHECKING:
    from crossfoot.ui.desk import Desk
    from crossfoot.ui.intake import Intake, MakeJob

RECORDS = "Records (*.txt *.md *.html *.htm *.docx *.pdf *.doc *.rtf *.odt *.eml *.zip)"
WORKSPACES = f"Workspaces (*{SUFFIX})"
EXPORTS = "Web page (*.html);;Excel (*.xlsx);;Table (*.csv);;Data (*.json)"


class MainWindow(QMainWindow):
    """Shows the welcome page until a workspace is open, then a desk over it."""

    def __init__(
        self,
        services: Services,
        settings: Settings,
        appearance: Appearance,
        *,
        prompter: Prompter | None = None,
        make_job: MakeJob | None = None,
    ) -> None:
        super().__init__()
        self._services = services
        self._settings = settings
        self._appearance = appearance
        self._prompter: Prompter = prompter or QtPrompter(self)
        self._make_job = make_job
        self._open: OpenWorkspace | None = None
        self._exports: list[ExportJob] = []
        self._once_painted: Callable[[], object] | None = None
        self.desk: Desk | None = None
        self.intake: Intake | None = None
        self.selection = Selection(self)
        self.actions_of = Actions(self)
        self._menu_keys = MenuKeys(self)
        self.status = StatusLine(self)
        self.welcome = WelcomePage()
        self._opening = plain_label("", "muted")
        self._opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self._wear(appearance.theme)
        self._show_welcome()

    # Workspaces

    def open_soon(self, path: Path, imports: Sequence[Path] = (), *, create: bool = False) -> None:
        """Open a workspace right after the window has been painted for the first time."""
        self._opening.setText(f"Opening {path.stem} …")
        self._pages.setCurrentWidget(self._opening)
        self._once_painted = lambda: self.open_workspace(path, imports, create=create)

    def open_workspace(self, path: Path, imports: Sequence[Path] = (), *, create: bool = False) -> bool:
        """Open a workspace, and import files into it; where it cannot be opened say why and stay where we were."""
        if self._open is not None and self._open.review.path.resolve() == path.resolve():
            self._import(imports)
            return True
        try:
            opened = self._services.open(path, create, self._settings.initials() or likely_initials())
        except WorldError as error:
            self._pages.setCurrentWidget(self.desk or self.welcome)
            self._prompter.tell("Crossfoot", str(error))
            return False
        self.close_workspace()
        self._settings.remember(path)
        self._show_desk(opened)
        self._import(imports)
        return True

    def close_workspace(self) -> None:
        """Close the open workspace and show the welcome page."""
        if self.intake is not None:
            self.intake.cancel()
            self.intake.deleteLater()
            self.intake = None
        if self.desk is not None:
            self.desk.save_layout()
            self._pages.removeWidget(self.desk)
            self.desk.hide()
            self.desk.deleteLater()
            self.desk = None
        self.selection.deleteLater()
        self.selection = Selection(self)
        if self._open is not None:
            self._open.close()
            self._open = None
        self.actions_of.enable_workspace(False)
        self.status.forget()
        self._show_welcome()

    def _show_desk(self, opened: OpenWorkspace) -> None:
        """Build the desk over a workspace and go to the first figure to decide on.

        The desk and all below it are loaded here, after the first paint of the window.
        """
        from crossfoot.ui.desk import Desk  # noqa: PLC0415 - half a second that the first paint need not wait for
        from crossfoot.ui.intake import Intake, usual_job  # noqa: PLC0415 - as above

        self._open = opened
        review = opened.review
        desk = Desk(
            review,
            self.selection,
            theme=self._appearance.theme,
            settings=self._settings,
            status=self.status,
            keys=self.actions_of.of_place(Where.REVIEW),
        )
        self.desk = desk
        self.intake = Intake(review, desk.funnel, self.status, self._prompter, self._make_job or usual_job)
        self.intake.ended.connect(desk.settle)
        desk.import_wanted.connect(self._ask_import)
        desk.funnel.changed.connect(self._name_steps)
        if not self._settings.initials() and not review.read_only:
            desk.ask_initials().accepted.connect(self._sign_with)
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        self.actions_of.enable_workspace(True)
        self.setWindowTitle(f"{review.path.stem}{' (read only)' if review.read_only else ''} – Crossfoot")
        self._name_steps()
        desk.start()

    def _show_welcome(self) -> None:
        """Show the two ways in."""
        self.welcome.show_recent(self._settings.recent())
        self._pages.setCurrentWidget(self.welcome)
        self.setWindowTitle("Crossfoot")
        self.welcome.samples.setFocus()

    def _open_samples(self) -> None:
        """Open the workspace of the samples; at its first opening they are read into it."""
        path = self._services.samples_workspace
        fresh = not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.open_workspace(path, self._services.samples() if fresh else (), create=fresh)

    def _open_own(self) -> None:
        """Ask for records or a workspace."""
        self._open_paths(self._prompter.open_files("Open records or a workspace", f"{RECORDS};;{WORKSPACES};;All (*)"))

    def _open_paths(self, paths: list[Path]) -> None:
        """Open a workspace, or records: in the open workspace, else in a new one whose place is asked for."""
        if not paths:
            return
        if paths[0].suffix == SUFFIX:
            self.open_workspace(paths[0])
            return
        if self._open is not None:
            self._import(paths)
            return
        suggestion = paths[0].with_name((paths[0].name if paths[0].is_dir() else paths[0].parent.name) + SUFFIX)
        chosen = self._prompter.save_file("Keep decisions in a workspace", suggestion, WORKSPACES)
        if chosen is not None:
            path = chosen if chosen.suffix == SUFFIX else chosen.with_suffix(SUFFIX)
            self.open_workspace(path, paths, create=not path.exists())

    # What belongs to the whole workspace

    def _ask_import(self) -> None:
        """Ask for files and import them."""
        self._import(self._prompter.open_files("Import records", f"{RECORDS};;All (*)"))

    def _import(self, paths: Sequence[Path]) -> None:
        """Import files and folders into the open workspace."""
        if self.intake is not None and paths:
            self.intake.take(self._services.find_files(list(paths)))

    def _export(self) -> None:
        """Ask where to, and write the summary in the background."""
        if self._open is None:
            return
        suggestion = self._open.review.path.with_name(f"{self._open.review.path.stem} summary.html")
        path = self._prompter.save_file("Export the annotated summary", suggestion, EXPORTS)
        if path is None:
            return
        job = ExportJob(path, self._services.summary_writer(self._open.review), self)
        self._exports.append(job)
        job.written.connect(lambda written: self._export_ended(job, f"Exported to {written}"))
        job.failed.connect(lambda sentence: self._export_ended(job, sentence))
        self.status.say(f"Exporting to {path} …")
        job.start()

    def _export_ended(self, job: ExportJob, sentence: str) -> None:
        """Say how an export ended."""
        self._exports.remove(job)
        job.deleteLater()
        self.status.say(sentence)

    def _remove_document(self) -> None:
        """Take the current record out, to the bin."""
        if self.desk is None or not self.selection.document:
            return
        document = self.selection.document
        review = self.desk.review
        title = review.document(document).title
        question = f"Take “{title}” out of the workspace? It goes to the bin with its decisions; Undo brings it back."
        if self._prompter.confirm("Take out", question, "Take out"):
            self.desk.funnel.run(lambda: review.remove_document(document))

    def _change_initials(self) -> None:
        """Ask for other initials."""
        if self._open is not None:
            answer = self._prompter.ask_text(
                "Reviewer", "Decisions are signed with these initials:", self._open.review.reviewer
            )
            if answer:
                self._sign_with(answer)

    def _sign_with(self, initials: str) -> None:
        """Sign decisions with these initials from now on."""
        self._settings.put_initials(initials)
        if self._open is not None:
            self._open.review.reviewer = initials
            self.status.say(f"Decisions are signed with {initials}.")

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would do."""
        if self._open is not None:
            for name, word, label in (
                ("undo", "&Undo", self._open.review.undo_label()),
                ("redo", "&Redo", self._open.review.redo_label()),
            ):
                self.actions_of[name].setText(f"{word} {label}" if label else word)

    def show_fault(self, report: str) -> None:
        """Tell of a fault of the program's own; the window stays."""
        dialog = FaultDialog(report, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._save_report(report))
        dialog.open()

    def _save_report(self, report: str) -> None:
        """Write a report where the officer wants it."""
        path = self._prompter.save_file("Save the report", Path.home() / "crossfoot-report.txt", "Text (*.txt)")
        if path is not None:
            try:
                path.write_text(report, encoding="utf-8")
            except OSError as error:
                self._prompter.tell("Crossfoot", f"{path}: cannot be written ({error.strerror}); choose another place.")

    def _about(self) -> None:
        """Say what this is."""
        QMessageBox.about(
            self,
            "About Crossfoot",
            f"Crossfoot {__version__}\n\nIt can say that figures agree with each other and with their source. "
            "It never says that a figure is true.\n\nNothing leaves this machine.",
        )

    # How it is put together

    def _build(self) -> None:
        """Build menus and pages."""
        self.setAcceptDrops(True)
        self.setStatusBar(self.status)
        for page in (self.welcome, self._opening):
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)
        for menu in Menu:
            bar = self.menuBar().addMenu(menu.value)
            bar.installEventFilter(self._menu_keys)
            for spec, action in self.actions_of.of_menu(menu):
                if spec.breaks:
                    bar.addSeparator()
                bar.addAction(action)
        schemes = QActionGroup(self)
        for scheme in SCHEMES:
            action = schemes.addAction(self.actions_of[f"scheme_{scheme}"])
            action.setChecked(scheme == self._appearance.scheme)
        if not self.restoreGeometry(self._settings.layout("window")):
            self.resize(1366, 728)

    def _connect(self) -> None:
        """Every connection of the window."""
        act = self.actions_of
        # ways in and out
        self.welcome.samples_wanted.connect(self._open_samples)
        self.welcome.own_wanted.connect(self._open_own)
        self.welcome.recent_wanted.connect(self.open_workspace)
        act["samples"].triggered.connect(self._open_samples)
        act["open"].triggered.connect(self._open_own)
        act["close"].triggered.connect(self.close_workspace)
        act["quit"].triggered.connect(self.close)
        # the workspace
        act["import"].triggered.connect(self._ask_import)
        act["export"].triggered.connect(self._export)
        act["reviewer"].triggered.connect(self._change_initials)
        act["remove"].triggered.connect(self._remove_document)
        # the desk
        for name in (
            *("undo", "redo", "confirm", "reopen", "next", "previous", "correct", "figure", "highlight", "comment"),
            *("search", "reject", "query", "larger", "smaller", "reset_layout"),
        ):
            act[name].triggered.connect(lambda _=False, said=name: self._on_desk(said))
        for place in ("documents", "text", "figures", "inspector", "charts", "findings", "notes", "journal"):
            act[f"go_{place}"].triggered.connect(lambda _=False, said=place: self._go(said))
        # looks and help
        for scheme in SCHEMES:
            act[f"scheme_{scheme}"].triggered.connect(lambda _=False, said=scheme: self._appearance.choose(said))
        self._appearance.changed.connect(self._wear)
        act["keys"].triggered.connect(lambda: KeysDialog(self).open())
        act["about"].triggered.connect(self._about)

    def _on_desk(self, name: str) -> None:
        """Do on the desk what an action says."""
        desk = self.desk
        if desk is None:
            return
        match name:
            case "confirm" | "undo" | "redo" | "reopen":
                getattr(desk.decisions, name)()
            case "next" | "previous":
                desk.decisions.go_on(backwards=name == "previous")
            case "reject" | "query":
                desk.ask_in_inspector(name)
            case "figure":
                desk.make_figure()
            case "search":
                desk.search_everything()
            case "larger" | "smaller":
                desk.resize_text(1 if name == "larger" else -1)
            case _:
                getattr(desk, name)()

    def _go(self, place: str) -> None:
        """Give a pane of the desk the focus."""
        if self.desk is not None:
            self.desk.go(place)

    def _wear(self, theme: Theme) -> None:
        """Put the theme's colours on."""
        self.setStyleSheet(window_sheet(theme))
        if self.desk is not None:
            self.desk.set_theme(theme)

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and begin what was to wait for the first paint."""
        super().paintEvent(event)
        if self._once_painted is not None:
            QTimer.singleShot(0, self, self._once_painted)
            self._once_painted = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped, or open a dropped workspace."""
        event.acceptProposedAction()
        self._open_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and close the workspace; everything in it is saved already."""
        self._settings.put_layout("window", self.saveGeometry())
        self.close_workspace()
        self._settings.sync()
        super().closeEvent(event)
