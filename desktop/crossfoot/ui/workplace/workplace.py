"""One open workspace in the window: the desk over it, what is done to it as a whole, and its closing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from crossfoot.model import JournalRow
from crossfoot.model.wording import moment_words
from crossfoot.review.keeping import PendingBackup
from crossfoot.ui.actions import DOCUMENT_ACTIONS, Actions, Where
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.desk import Desk
from crossfoot.ui.dialogs.rules import RulesDialog
from crossfoot.ui.intake.importing import usual_import
from crossfoot.ui.intake.intake import Intake, MakeJob
from crossfoot.ui.intake.rereading import MakeRereadJob, Rereading, usual_reread_job
from crossfoot.ui.intake.versions import Versions
from crossfoot.ui.leaving import silence
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.prompter import Prompter
from crossfoot.ui.selection import Selection
from crossfoot.ui.services import EVERY_FILE, RECORDS, OpenWorkspace, Services
from crossfoot.ui.settings import Settings
from crossfoot.ui.status import StatusLine
from crossfoot.ui.words import plural
from crossfoot.ui.workplace.codebook import Codebook
from crossfoot.ui.workplace.merging import Merging
from crossfoot.ui.workplace.originals import Originals
from crossfoot.ui.workplace.safekeeping import Safekeeping
from crossfoot.ui.workplace.shared_folder import warning

EXPORTS = "Web page (*.html);;Excel (*.xlsx);;Table (*.csv);;Data (*.json)"


class Workplace(QObject):
    """Puts a desk over an open workspace, with the helpers beside it, until it is closed.

    ``return_wanted`` asks the window to put a backup in the place of the workspace. The desk is made by whoever
    builds the workplace but shown by :meth:`start`, after it has its place in the window.
    """

    return_wanted = Signal(object)

    def __init__(
        self,
        opened: OpenWorkspace,
        services: Services,
        settings: Settings,
        *,
        theme: Callable[[], Theme],
        actions: Actions,
        status: StatusLine,
        prompter: Prompter,
        make_job: MakeJob | None,
        make_reread_job: MakeRereadJob | None,
        window: QMainWindow,
    ) -> None:
        super().__init__()
        self._opened = opened
        self._services = services
        self._settings = settings
        self._actions = actions
        self._status = status
        self._prompter = prompter
        self._window = window
        self.review = review = opened.review
        if not review.read_only:
            review.await_checks()  # else the list would make them all, to count what they ask
        self.selection = Selection(self)
        self.desk = Desk(
            review,
            self.selection,
            theme=theme(),
            settings=settings,
            status=status,
            keys=actions.of_place(Where.REVIEW),
            check_keys=actions.of_place(Where.CHECKS),
            chart_keys=actions.of_place(Where.CHARTS),
        )
        funnel = self.desk.funnel
        make_job = make_job or usual_import
        self.intake = Intake(review, funnel, status, prompter, make_job)
        self._rereading = Rereading(review, funnel, status, make_reread_job or usual_reread_job)
        self._originals = Originals(review, prompter, services.opener, window)
        self.versions = Versions(review, funnel, self.selection, prompter=prompter, make_job=make_job, window=window)
        self.safekeeping = Safekeeping(review, funnel.run, prompter, window)
        self._merging = Merging(review, funnel.run, prompter, window)
        self._codebook = Codebook(review, funnel.run, prompter, theme=theme, window=window)
        self._connect()

    def _connect(self) -> None:
        """Every connection between the desk and what is done beside it."""
        for helper in (self._originals, self.versions, self.safekeeping, self._merging, self._codebook):
            helper.said.connect(self._status.say)
        desk = self.desk
        desk.documents.offer([self._actions[name] for name in DOCUMENT_ACTIONS])
        desk.name_wanted.connect(self._ask_name)
        desk.back_wanted.connect(self._go_back)
        desk.bin_wanted.connect(self.show_bin)
        desk.import_wanted.connect(self.ask_import)
        desk.initials_wanted.connect(self.change_initials)
        desk.funnel.changed.connect(self._name_steps)
        desk.follow_intake(self.intake)
        self._rereading.ended.connect(self.intake.go_on)
        self.intake.twins.connect(self.versions.offer)
        self.versions.replaced.connect(desk.go_back)  # the table was without rows for a moment, and gave its keys away
        self.safekeeping.return_wanted.connect(self.return_wanted)

    def start(self) -> None:
        """Begin the work: ask who checks, go to the first figure, and say what the officer should know."""
        review, desk = self.review, self.desk
        if not self._settings.initials() and not review.read_only:
            desk.ask_initials().accepted.connect(self._sign_with)
        self._name_steps()
        desk.start()
        self._warn_of_sharing()
        desk.offer_draft()
        if not review.read_only:
            outgrown = review.outgrown()
            if outgrown:
                self._rereading.start(outgrown)
            else:
                self.intake.go_on()

    def begin_backup(self) -> PendingBackup | None:
        """Write the backup of leaving where something was done; whoever closes the workplace finishes it."""
        return self.safekeeping.leave()

    def close(self) -> None:
        """Let the desk go and close the workspace, whatever state they are in."""
        self.intake.close()
        self._rereading.cancel()
        self.versions.close()
        self._originals.close()
        self.desk.leave()
        self.desk.hide()
        helpers = (self._originals, self.versions, self.safekeeping, self._merging, self._codebook)
        parts = (*helpers, self.intake, self._rereading, self.desk, self)
        silence(*parts)
        for part in parts:
            part.deleteLater()
        self._opened.close()
        self._status.forget()

    # Records

    def ask_import(self) -> None:
        """Ask for files and import them."""
        self.take(self._prompter.open_files("Import records", f"{RECORDS};;{EVERY_FILE}"))

    def take(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        if paths:
            self.intake.take(self._services.find_files(list(paths)))

    def reread(self) -> None:
        """Read the records again that other rules than today's have read."""
        behind = self.review.outdated()
        if self.review.read_only or not behind:
            self._status.say("All records are read by the rules of today." if not behind else "This can only be read.")
        else:
            self._rereading.start(behind)

    def remove_document(self) -> None:
        """Take the current record out, to the bin."""
        document = self.selection.document
        if not document:
            return
        title = self.review.document(document).title
        question = f"Take “{title}” out of the workspace? It goes to the bin with its decisions; Undo brings it back."
        if self._prompter.confirm("Take out", question, "Take out"):
            self.desk.funnel.run(lambda: self.review.remove_document(document))

    def open_original(self) -> None:
        """Open the file that the current record was imported from."""
        if self.selection.document:
            self._originals.open(self.selection.document)

    def save_original(self) -> None:
        """Save a copy of the file that the current record was imported from."""
        if self.selection.document:
            self._originals.save(self.selection.document)

    def ask_version(self) -> None:
        """Ask for a new version of the current record."""
        if self.selection.document:
            self.versions.ask(self.selection.document, f"{RECORDS};;{EVERY_FILE}")

    def compare_versions(self) -> None:
        """Compare the versions of the current record that are here."""
        if self.selection.document:
            self.versions.compare(self.selection.document)

    # The workspace as a whole

    def export(self) -> None:
        """Ask where to, and write the summary in the background."""
        if not self.review.document_count:
            self._status.say("There is no record to export yet: Ctrl+O imports some.")
            return
        suggestion = self.review.path.with_name(f"{self.review.path.stem} summary.html")
        path = self._prompter.save_file("Export the annotated summary", suggestion, EXPORTS)
        if path is None:
            return
        write = self._services.summary_writer(self.review)
        job: BackgroundJob[None] = BackgroundJob(lambda: write(path), self._window)
        job.done.connect(lambda _: self._status.say(f"Exported to {path}"))
        job.failed.connect(self._status.say)
        self._status.say(f"Exporting to {path} …")
        job.start()

    def show_rules(self) -> None:
        """Show what this workspace was taught, beside the desk."""
        dialog = RulesDialog(self.review, self.desk.funnel, self._prompter, self.reread, self.desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def show_bin(self) -> None:
        """Show the records that were taken out."""
        self.safekeeping.show_bin()

    def show_backups(self) -> None:
        """Show the copies that there are to return to."""
        self.safekeeping.show_backups()

    def show_codebook(self) -> None:
        """Show what tags and colours mean."""
        self._codebook.show()

    def merge(self) -> None:
        """Ask for a colleague's copy and bring its decisions in."""
        self._merging.ask()

    def _go_back(self, row: JournalRow) -> None:
        """Make sure, and take back everything done after a row of the journal."""
        steps = plural(self.review.steps_since(row.seq), "step")
        question = f"Take back the {steps} done after {moment_words(row.at)}? Redo does all of it again."
        if self._prompter.confirm("Go back", question, "Go back") and self.desk.funnel.run(
            lambda: self.review.go_back(row.seq)
        ):
            self._status.say(f"Back to {moment_words(row.at)}: {steps} taken back.")

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would do."""
        for name, word, label in (
            ("undo", "&Undo", self.review.undo_label()),
            ("redo", "&Redo", self.review.redo_label()),
        ):
            self._actions[name].setText(f"{word} {label}" if label else word)

    def _warn_of_sharing(self) -> None:
        """Say once of each workspace that it lies where others or other machines reach it too."""
        path = self.review.path
        place = self._services.what_shares(path)
        if place and not self._settings.was_warned(path):
            notice = self.desk.tell(warning(path.stem, place), "I see")
            notice.chosen.connect(lambda _: self._settings.put_warned(path))

    # Names

    def change_initials(self) -> None:
        """Ask for other initials."""
        answer = self._prompter.ask_text("Reviewer", "Decisions are signed with these initials:", self.review.reviewer)
        if answer:
            self._sign_with(answer)

    def _sign_with(self, initials: str) -> None:
        """Sign decisions with these initials from now on."""
        self._settings.put_initials(initials)
        self.review.reviewer = initials
        self._status.say(f"Decisions are signed with {initials}.")
        self.desk.assurance.show_soon()

    def _ask_name(self, suggestion: str, then: Callable[[str], None]) -> None:
        """Ask for a name for a view or a search."""
        answer = self._prompter.ask_text("Save", "Name:", suggestion)
        if answer:
            then(answer)
