"""The window: menus, the pages it shows (welcome, a workplace, recovery), the status line, and its looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget

from crossfoot import __version__
from crossfoot.model import DamagedError, WorldError
from crossfoot.ui.actions import Actions, Menu, MenuKeys
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.dialogs.fault import FaultDialog
from crossfoot.ui.dialogs.keys import KeysDialog
from crossfoot.ui.look.appearance import SCHEMES, Appearance
from crossfoot.ui.look.style import window_sheet
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.prompter import Prompter, QtPrompter
from crossfoot.ui.services import EVERY_FILE, RECORDS, SUFFIX, OpenWorkspace, Services
from crossfoot.ui.settings import Settings, likely_initials
from crossfoot.ui.status import StatusLine
from crossfoot.ui.widgets import plain_label, room_on_screen
from crossfoot.ui.window.welcome import WelcomePage

if TYPE_CHECKING:
    from crossfoot.ui.desk import Desk
    from crossfoot.ui.intake.intake import MakeJob
    from crossfoot.ui.intake.rereading import MakeRereadJob
    from crossfoot.ui.window.recovery import RecoveryPage
    from crossfoot.ui.workplace.workplace import Workplace

WORKSPACES = f"Workspaces (*{SUFFIX})"

WORKPLACE_ACTIONS: Mapping[str, Callable[[Workplace], None]] = {
    "export": lambda work: work.export(),
    "reread": lambda work: work.reread(),
    "rules": lambda work: work.show_rules(),
    "reviewer": lambda work: work.change_initials(),
    "remove": lambda work: work.remove_document(),
    "new_version": lambda work: work.ask_version(),
    "compare_versions": lambda work: work.compare_versions(),
    "open_original": lambda work: work.open_original(),
    "save_original": lambda work: work.save_original(),
    "bin": lambda work: work.show_bin(),
    "backups": lambda work: work.show_backups(),
    "merge": lambda work: work.merge(),
    "codebook": lambda work: work.show_codebook(),
}
"""What the actions that concern the open workspace as a whole do in its workplace."""

DESK_ACTIONS: Mapping[str, Callable[[Desk], object]] = {
    # deciding
    "undo": lambda desk: desk.decisions.undo(),
    "redo": lambda desk: desk.decisions.redo(),
    "confirm": lambda desk: desk.decisions.confirm(),
    "reopen": lambda desk: desk.decisions.reopen(),
    "join": lambda desk: desk.decisions.join(),
    "split": lambda desk: desk.decisions.split(),
    "next": lambda desk: desk.decisions.go_on(),
    "previous": lambda desk: desk.decisions.go_on(backwards=True),
    "correct": lambda desk: desk.correct(),
    "reject": lambda desk: desk.ask_in_inspector("reject"),
    "query": lambda desk: desk.ask_in_inspector("query"),
    "figure": lambda desk: desk.make_figure(),
    "like": lambda desk: desk.like(),
    "keep_rule": lambda desk: desk.keep_rule(),
    # marking and finding
    "highlight": lambda desk: desk.highlight(),
    "comment": lambda desk: desk.comment(),
    "note_record": lambda desk: desk.noting.on_record(),
    "note_check": lambda desk: desk.noting.on_check(),
    "note_point": lambda desk: desk.noting.on_point(),
    "colour": lambda desk: desk.colour(),
    "search": lambda desk: desk.search_everything(),
    "facets": lambda desk: desk.facets(),
    "by_doubt": lambda desk: desk.by_doubt(),
    # how it is shown
    "larger": lambda desk: desk.resize_text(1),
    "smaller": lambda desk: desk.resize_text(-1),
    "usual_size": lambda desk: desk.usual_size(),
    "fit_width": lambda desk: desk.fit_width(),
    "switch_view": lambda desk: desk.switch_view(),
    "thumbnails": lambda desk: desk.thumbnails(),
    "focus": lambda desk: desk.focus(),
    "reset_layout": lambda desk: desk.reset_layout(),
    # checks
    "next_check": lambda desk: desk.checks.go_on(),
    "previous_check": lambda desk: desk.checks.go_back(),
    "raise_check": lambda desk: desk.checks.raise_it(),
    "dismiss_check": lambda desk: desk.checks.dismiss(),
    "take_up_check": lambda desk: desk.checks.take_up(),
    "copy_check": lambda desk: desk.checks.copy_letter(),
    "own_checks": lambda desk: desk.checks.show_own(),
    "call_in": lambda desk: desk.checks.show_call_in(),
}
"""What the actions that concern the panes do on the desk."""


class MainWindow(QMainWindow):
    """Shows the welcome page until a workspace is open, then the desk of its workplace.

    ``workplace`` is what belongs to the open workspace, None where none is open; ``recovery`` the page that a damaged
    one leads to, None until then.
    """

    def __init__(
        self,
        services: Services,
        settings: Settings,
        appearance: Appearance,
        *,
        prompter: Prompter | None = None,
        make_job: MakeJob | None = None,
        make_reread_job: MakeRereadJob | None = None,
        backs_up: bool = True,
    ) -> None:
        super().__init__()
        self._backs_up = backs_up
        self._services = services
        self._settings = settings
        self._appearance = appearance
        self._prompter: Prompter = prompter or QtPrompter(self)
        self._make_job = make_job
        self._make_reread_job = make_reread_job
        self._once_painted: Callable[[], object] | None = None
        self.workplace: Workplace | None = None
        self.recovery: RecoveryPage | None = None
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

    @property
    def desk(self) -> Desk | None:
        """The desk over the open workspace, or None where none is open."""
        return self.workplace.desk if self.workplace is not None else None

    # Workspaces

    def open_soon(self, path: Path, imports: Sequence[Path] = (), *, create: bool = False) -> None:
        """Open a workspace right after the window has been painted for the first time."""
        self._opening.setText(f"Opening {path.stem} …")
        self._pages.setCurrentWidget(self._opening)
        self._once_painted = lambda: self.open_workspace(path, imports, create=create)

    def open_workspace(self, path: Path, imports: Sequence[Path] = (), *, create: bool = False) -> bool:
        """Open a workspace, and import files into it; where it cannot be opened say why and stay where we were."""
        if self.workplace is not None and self.workplace.review.path.resolve() == path.resolve():
            self.workplace.take(imports)
            return True
        try:
            opened = self._services.open(path, create, self._settings.initials() or likely_initials())
        except DamagedError as error:
            self.close_workspace()
            self._show_recovery(path, str(error))
            return False
        except WorldError as error:
            self._pages.setCurrentWidget(self.desk or self.welcome)
            self._prompter.tell("Crossfoot", str(error))
            return False
        self.close_workspace()
        self._settings.remember(path)
        try:
            workplace = self._show_workplace(opened)
        except DamagedError as error:  # the desk reads what opening did not look at
            self._take_apart()
            self._show_recovery(path, str(error))
            return False
        workplace.take(imports)
        return True

    def close_workspace(self, *, leaving: bool = False) -> None:
        """Close the open workspace, back up what was done, and show the welcome page.

        The backup is tested beside the window, or, where the program is being left, before it ends.
        """
        pending = self.workplace.begin_backup() if self.workplace is not None and self._backs_up else None
        self._take_apart()
        self._show_welcome()
        if pending is None:
            return
        if leaving:
            self.hide()
            try:
                pending.finish()
            except WorldError as error:
                self._prompter.tell("Crossfoot", f"No backup was made at closing; the workspace is saved. {error}")
            return
        job = BackgroundJob(pending.finish, self)
        job.failed.connect(lambda sentence: self._prompter.tell("Crossfoot", sentence))
        job.start()

    def _show_workplace(self, opened: OpenWorkspace) -> Workplace:
        """Put a workplace over a workspace, show its desk, and return it.

        The desk and all below it are loaded here, after the first paint of the window.
        """
        from crossfoot.ui.workplace.workplace import Workplace  # noqa: PLC0415 - the first paint need not wait for it

        review = opened.review
        try:
            workplace = Workplace(
                opened,
                self._services,
                self._settings,
                theme=lambda: self._appearance.theme,
                actions=self.actions_of,
                status=self.status,
                prompter=self._prompter,
                make_job=self._make_job,
                make_reread_job=self._make_reread_job,
                window=self,
            )
        except DamagedError:
            opened.close()
            raise
        self.workplace = workplace
        workplace.return_wanted.connect(lambda backup: self._return_to(backup, review.path))
        self._pages.addWidget(workplace.desk)
        self._pages.setCurrentWidget(workplace.desk)
        self.actions_of.enable_workspace(True)
        self.setWindowTitle(f"{review.path.stem}{' (read only)' if review.read_only else ''} – Crossfoot")
        workplace.start()
        return workplace

    def _take_apart(self) -> None:
        """Let the workplace go and close its workspace, whatever state they are in."""
        if self.workplace is not None:
            self._pages.removeWidget(self.workplace.desk)
            self.workplace.close()
            self.workplace = None
        self.actions_of.enable_workspace(False)

    def _show_recovery(self, path: Path, sentence: str) -> None:
        """Say that a workspace is damaged, and offer its newest sound backup."""
        from crossfoot.ui.window.recovery import RecoveryPage  # noqa: PLC0415 - hardly ever needed

        if self.recovery is None:
            self.recovery = RecoveryPage()
            self._pages.addWidget(self.recovery)
            self.recovery.restore_wanted.connect(lambda backup, at: self._return_to(backup, at, damaged=True))
            self.recovery.other_wanted.connect(self._return_to_other)
            self.recovery.left.connect(self._show_welcome)
        self._pages.setCurrentWidget(self.recovery)
        self.setWindowTitle(f"{path.stem} is damaged – Crossfoot")
        self.recovery.show_damage(path, sentence)

    def _return_to_other(self, workspace: Path) -> None:
        """Ask for a copy of a damaged workspace that lies elsewhere, and return to it."""
        paths = self._prompter.open_files("Return to a copy", WORKSPACES)
        if paths:
            self._return_to(paths[0], workspace, damaged=True)

    def _return_to(self, backup: Path, workspace: Path, *, damaged: bool = False) -> None:
        """Put a copy in the place of a workspace, which is kept beside it, and open it."""
        from crossfoot.ui.workplace.safekeeping import return_to  # noqa: PLC0415 - hardly ever needed

        if self.workplace is not None:
            self.close_workspace()
        try:
            kept = return_to(backup, workspace, damaged=damaged)
        except WorldError as error:
            self._prompter.tell("Crossfoot", str(error))
            return
        if self.open_workspace(workspace) and kept is not None:
            self.status.say(f"Returned to {backup.name}. What stood here before is kept as {kept.name}.")

    def show_refusal(self, error: WorldError) -> None:
        """Tell what the world refused in the middle of the work; from a damaged workspace there is a way back."""
        if isinstance(error, DamagedError) and self.workplace is not None:
            path = self.workplace.review.path
            self._take_apart()
            self._show_recovery(path, str(error))
        else:
            self._prompter.tell("Crossfoot", str(error))

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
        self._open_paths(
            self._prompter.open_files("Open records or a workspace", f"{RECORDS};;{WORKSPACES};;{EVERY_FILE}")
        )

    def _import(self) -> None:
        """Ask for records to import: into the open workspace, else into one that is asked for after them."""
        if self.workplace is not None:
            self.workplace.ask_import()
        else:
            self._open_own()

    def _open_paths(self, paths: list[Path]) -> None:
        """Open a workspace, or records: in the open workspace, else in a new one whose place is asked for."""
        if not paths:
            return
        if paths[0].suffix == SUFFIX:
            self.open_workspace(paths[0])
            return
        if self.workplace is not None:
            self.workplace.take(paths)
            return
        suggestion = paths[0].with_name((paths[0].name if paths[0].is_dir() else paths[0].parent.name) + SUFFIX)
        chosen = self._prompter.save_file("Keep decisions in a workspace", suggestion, WORKSPACES)
        if chosen is not None:
            path = chosen if chosen.suffix == SUFFIX else chosen.with_suffix(SUFFIX)
            self.open_workspace(path, paths, create=not path.exists())

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
        self._fit_screen()

    def _fit_screen(self) -> None:
        """Be no larger than the screen, which may have become smaller or scaled since the size was kept."""
        room = room_on_screen(self)
        size = self.size().boundedTo(room.size())
        if size == self.size() and self.screen().availableGeometry().contains(self.geometry()):
            return
        if not self.isMaximized():
            self.resize(size)
            self.move(room.topLeft())

    def _connect(self) -> None:
        """Every connection of the window."""
        act = self.actions_of
        # ways in and out
        self.welcome.samples_wanted.connect(self._open_samples)
        self.welcome.own_wanted.connect(self._open_own)
        self.welcome.recent_wanted.connect(self.open_workspace)
        act["samples"].triggered.connect(self._open_samples)
        act["open"].triggered.connect(self._open_own)
        act["import"].triggered.connect(self._import)
        act["close"].triggered.connect(lambda _=False: self.close_workspace())
        act["quit"].triggered.connect(self.close)
        # the workspace
        for name, do in WORKPLACE_ACTIONS.items():
            act[name].triggered.connect(lambda _=False, do=do: self._in_workplace(do))
        # the desk
        for name, act_on in DESK_ACTIONS.items():
            act[name].triggered.connect(lambda _=False, act_on=act_on: self._on_desk(act_on))
        places = ("documents", "text", "figures", "inspector", "charts", "findings", "notes", "journal", "sign_off")
        for place in places:
            act[f"go_{place}"].triggered.connect(lambda _=False, said=place: self._go(said))
        # looks and help
        for scheme in SCHEMES:
            act[f"scheme_{scheme}"].triggered.connect(lambda _=False, said=scheme: self._appearance.choose(said))
        self._appearance.changed.connect(self._wear)
        act["keys"].triggered.connect(lambda: KeysDialog(self).open())
        act["about"].triggered.connect(self._about)

    def _in_workplace(self, do: Callable[[Workplace], None]) -> None:
        """Do what an action says where a workspace is open."""
        if self.workplace is not None:
            do(self.workplace)

    def _on_desk(self, act_on: Callable[[Desk], object]) -> None:
        """Do on the desk what an action says."""
        if self.desk is not None:
            act_on(self.desk)

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
        self.close_workspace(leaving=True)
        self._settings.sync()
        super().closeEvent(event)
