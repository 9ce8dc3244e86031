"""The window: menus, the welcome page or a desk, the status line, and what belongs to a whole workspace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget

from crossfoot import __version__
from crossfoot.model import DamagedError, JournalRow, WorldError
from crossfoot.model.wording import moment_words
from crossfoot.ui.actions import DOCUMENT_ACTIONS, Actions, Menu, MenuKeys, Where
from crossfoot.ui.appearance import SCHEMES, Appearance
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.dialogs.fault import FaultDialog
from crossfoot.ui.dialogs.keys import KeysDialog
from crossfoot.ui.prompter import Prompter, QtPrompter
from crossfoot.ui.selection import Selection
from crossfoot.ui.services import SUFFIX, OpenWorkspace, Services
from crossfoot.ui.settings import Settings, likely_initials
from crossfoot.ui.shared_folder import warning
from crossfoot.ui.status import StatusLine
from crossfoot.ui.style import window_sheet
from crossfoot.ui.theme import Theme
from crossfoot.ui.welcome import WelcomePage
from crossfoot.ui.widgets import plain_label, room_on_screen
from crossfoot.ui.words import plural

if TYPE_CHECKING:
    from crossfoot.ui.codebook import Codebook
    from crossfoot.ui.desk import Desk
    from crossfoot.ui.intake import Intake, MakeJob
    from crossfoot.ui.merging import Merging
    from crossfoot.ui.originals import Originals
    from crossfoot.ui.recovery import RecoveryPage
    from crossfoot.ui.rereading import MakeRereadJob, Rereading
    from crossfoot.ui.safekeeping import Safekeeping
    from crossfoot.ui.versions import Versions

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
        self._open: OpenWorkspace | None = None
        self._once_painted: Callable[[], object] | None = None
        self.desk: Desk | None = None
        self.intake: Intake | None = None
        self.rereading: Rereading | None = None
        self._originals: Originals | None = None
        self.safekeeping: Safekeeping | None = None
        self.recovery: RecoveryPage | None = None
        self.merging: Merging | None = None
        self.codebook: Codebook | None = None
        self.versions: Versions | None = None
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
            self._show_desk(opened)
        except DamagedError as error:  # the desk reads what opening did not look at
            self._take_apart()
            self._show_recovery(path, str(error))
            return False
        self._import(imports)
        return True

    def close_workspace(self, *, leaving: bool = False) -> None:
        """Close the open workspace, back up what was done, and show the welcome page.

        The backup is tested beside the window, or, where the program is being left, before it ends.
        """
        pending = self.safekeeping.leave() if self.safekeeping is not None and self._backs_up else None
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

    def _take_apart(self) -> None:
        """Let the desk go and close the workspace, whatever state they are in."""
        if self.intake is not None:
            self.intake.cancel()
            self.intake.deleteLater()
            self.intake = None
        if self.rereading is not None:
            self.rereading.cancel()
            self.rereading.deleteLater()
            self.rereading = None
        if self.versions is not None:
            self.versions.close()
            self.versions.deleteLater()
            self.versions = None
        if self._originals is not None:
            self._originals.close()
            self._originals.deleteLater()
            self._originals = None
        if self.desk is not None:
            self.desk.leave()
            self._pages.removeWidget(self.desk)
            self.desk.hide()
            self.desk.deleteLater()
            self.desk = None
        self.selection.deleteLater()
        self.selection = Selection(self)
        for helper in (self.safekeeping, self.merging, self.codebook):
            if helper is not None:
                helper.deleteLater()
        self.safekeeping = self.merging = self.codebook = None
        if self._open is not None:
            self._open.close()
            self._open = None
        self.actions_of.enable_workspace(False)
        self.status.forget()

    def _show_desk(self, opened: OpenWorkspace) -> None:
        """Build the desk over a workspace and go to the first figure to decide on.

        The desk and all below it are loaded here, after the first paint of the window.
        """
        from crossfoot.ui.codebook import Codebook  # noqa: PLC0415 - as below
        from crossfoot.ui.desk import Desk  # noqa: PLC0415 - half a second that the first paint need not wait for
        from crossfoot.ui.intake import Intake, usual_job  # noqa: PLC0415 - as above
        from crossfoot.ui.merging import Merging  # noqa: PLC0415 - as above
        from crossfoot.ui.originals import Originals  # noqa: PLC0415 - as above
        from crossfoot.ui.rereading import Rereading, usual_reread_job  # noqa: PLC0415 - as above
        from crossfoot.ui.safekeeping import Safekeeping  # noqa: PLC0415 - as above
        from crossfoot.ui.versions import Versions  # noqa: PLC0415 - as above

        self._open = opened
        review = opened.review
        desk = Desk(
            review,
            self.selection,
            theme=self._appearance.theme,
            settings=self._settings,
            status=self.status,
            keys=self.actions_of.of_place(Where.REVIEW),
            check_keys=self.actions_of.of_place(Where.CHECKS),
        )
        self.desk = desk
        self.intake = Intake(review, desk.funnel, self.status, self._prompter, self._make_job or usual_job)
        self.intake.ended.connect(desk.settle)
        self.rereading = Rereading(review, desk.funnel, self.status, self._make_reread_job or usual_reread_job)
        self._originals = Originals(review, self._prompter, self._services.opener, self)
        self._originals.said.connect(self.status.say)
        make_job = self._make_job or usual_job
        self.versions = Versions(
            review, desk.funnel, self.selection, prompter=self._prompter, make_job=make_job, window=self
        )
        self.versions.said.connect(self.status.say)
        self.intake.twins.connect(self.versions.offer)
        desk.documents.offer([self.actions_of[name] for name in DOCUMENT_ACTIONS])
        self.safekeeping = Safekeeping(review, desk.funnel.run, self._prompter, self)
        self.safekeeping.said.connect(self.status.say)
        self.safekeeping.return_wanted.connect(lambda backup: self._return_to(backup, review.path))
        self.merging = Merging(review, desk.funnel.run, self._prompter, self)
        self.merging.said.connect(self.status.say)
        self.codebook = Codebook(
            review, desk.funnel.run, self._prompter, theme=lambda: self._appearance.theme, window=self
        )
        self.codebook.said.connect(self.status.say)
        desk.name_wanted.connect(self._ask_name)
        desk.back_wanted.connect(self._go_back)
        desk.bin_wanted.connect(self.safekeeping.show_bin)
        desk.import_wanted.connect(self._ask_import)
        desk.initials_wanted.connect(self._change_initials)
        desk.funnel.changed.connect(self._name_steps)
        if not self._settings.initials() and not review.read_only:
            desk.ask_initials().accepted.connect(self._sign_with)
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        self.actions_of.enable_workspace(True)
        self.setWindowTitle(f"{review.path.stem}{' (read only)' if review.read_only else ''} – Crossfoot")
        self._name_steps()
        desk.start()
        self._warn_of_sharing(desk)
        desk.offer_draft()
        if not review.read_only:
            self.rereading.start(review.outgrown())

    def _warn_of_sharing(self, desk: Desk) -> None:
        """Say once of each workspace that it lies where others or other machines reach it too."""
        path = desk.review.path
        place = self._services.what_shares(path)
        if place and not self._settings.was_warned(path):
            notice = desk.tell(warning(path.stem, place), "I see")
            notice.chosen.connect(lambda _: self._settings.put_warned(path))

    def _show_recovery(self, path: Path, sentence: str) -> None:
        """Say that a workspace is damaged, and offer its newest sound backup."""
        from crossfoot.ui.recovery import RecoveryPage  # noqa: PLC0415 - hardly ever needed

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
        from crossfoot.ui.safekeeping import return_to  # noqa: PLC0415 - as above

        if self._open is not None:
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
        if isinstance(error, DamagedError) and self._open is not None:
            path = self._open.review.path
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

    def _reread(self) -> None:
        """Read the records again that other rules than today's have read."""
        if self._open is None or self.rereading is None:
            return
        behind = self._open.review.outdated()
        if self._open.review.read_only or not behind:
            self.status.say("All records are read by the rules of today." if not behind else "This can only be read.")
        else:
            self.rereading.start(behind)

    def _show_rules(self) -> None:
        """Show what this workspace was taught, beside the desk."""
        from crossfoot.ui.dialogs.rules import RulesDialog  # noqa: PLC0415 - loads what the first paint need not wait for

        if self._open is None or self.desk is None:
            return
        dialog = RulesDialog(self._open.review, self.desk.funnel, self._prompter, self._reread, self.desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _export(self) -> None:
        """Ask where to, and write the summary in the background."""
        if self._open is None:
            return
        suggestion = self._open.review.path.with_name(f"{self._open.review.path.stem} summary.html")
        path = self._prompter.save_file("Export the annotated summary", suggestion, EXPORTS)
        if path is None:
            return
        write = self._services.summary_writer(self._open.review)
        job: BackgroundJob[None] = BackgroundJob(lambda: write(path), self)
        job.done.connect(lambda _: self.status.say(f"Exported to {path}"))
        job.failed.connect(self.status.say)
        self.status.say(f"Exporting to {path} …")
        job.start()

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

    def _with_original(self, save: bool) -> None:
        """Open the original of the current record, or save a copy of it."""
        if self._originals is not None and self.selection.document:
            (self._originals.save if save else self._originals.open)(self.selection.document)

    def _show_bin(self) -> None:
        """Show the records that were taken out."""
        if self.safekeeping is not None:
            self.safekeeping.show_bin()

    def _show_backups(self) -> None:
        """Show the copies that there are to return to."""
        if self.safekeeping is not None:
            self.safekeeping.show_backups()

    def _with_versions(self, compare: bool) -> None:
        """Ask for a new version of the current record, or compare the versions that are here."""
        if self.versions is not None and self.selection.document:
            if compare:
                self.versions.compare(self.selection.document)
            else:
                self.versions.ask(self.selection.document, f"{RECORDS};;All (*)")

    def _go_back(self, row: JournalRow) -> None:
        """Make sure, and take back everything done after a row of the journal."""
        if self.desk is None:
            return
        review = self.desk.review
        steps = plural(review.steps_since(row.seq), "step")
        question = f"Take back the {steps} done after {moment_words(row.at)}? Redo does all of it again."
        if self._prompter.confirm("Go back", question, "Go back") and self.desk.funnel.run(
            lambda: review.go_back(row.seq)
        ):
            self.status.say(f"Back to {moment_words(row.at)}: {steps} taken back.")

    def _ask_name(self, suggestion: str, then: Callable[[str], None]) -> None:
        """Ask for a name for a view or a search."""
        answer = self._prompter.ask_text("Save", "Name:", suggestion)
        if answer:
            then(answer)

    def _show_codebook(self) -> None:
        """Show what tags and colours mean."""
        if self.codebook is not None:
            self.codebook.show()

    def _merge(self) -> None:
        """Ask for a colleague's copy and bring its decisions in."""
        if self.merging is not None:
            self.merging.ask()

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
            if self.desk is not None:
                self.desk.assurance.show_record()

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
        act["close"].triggered.connect(lambda _=False: self.close_workspace())
        act["quit"].triggered.connect(self.close)
        # the workspace
        act["import"].triggered.connect(self._ask_import)
        act["export"].triggered.connect(self._export)
        act["reread"].triggered.connect(self._reread)
        act["rules"].triggered.connect(self._show_rules)
        act["reviewer"].triggered.connect(self._change_initials)
        act["remove"].triggered.connect(self._remove_document)
        act["new_version"].triggered.connect(lambda: self._with_versions(compare=False))
        act["compare_versions"].triggered.connect(lambda: self._with_versions(compare=True))
        act["open_original"].triggered.connect(lambda: self._with_original(save=False))
        act["save_original"].triggered.connect(lambda: self._with_original(save=True))
        act["bin"].triggered.connect(self._show_bin)
        act["backups"].triggered.connect(self._show_backups)
        act["merge"].triggered.connect(self._merge)
        act["codebook"].triggered.connect(self._show_codebook)
        # the desk
        for name in (
            *("undo", "redo", "confirm", "reopen", "next", "previous", "correct", "figure", "highlight", "comment"),
            *(
                "like",
                "keep_rule",
                "search",
                "reject",
                "query",
                "larger",
                "smaller",
                "facets",
                "focus",
                "join",
                "split",
                "colour",
                "by_doubt",
                "reset_layout",
            ),
            *("usual_size", "fit_width", "switch_view", "thumbnails"),
            *("next_check", "previous_check", "raise_check", "dismiss_check", "take_up_check", "copy_check"),
            *("own_checks", "call_in"),
        ):
            act[name].triggered.connect(lambda _=False, said=name: self._on_desk(said))
        places = ("documents", "text", "figures", "inspector", "charts", "findings", "notes", "journal", "sign_off")
        for place in places:
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
            case "confirm" | "undo" | "redo" | "reopen" | "join" | "split":
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
        self.close_workspace(leaving=True)
        self._settings.sync()
        super().closeEvent(event)
