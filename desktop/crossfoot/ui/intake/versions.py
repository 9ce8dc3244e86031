"""A new version of a record: chosen or noticed, shown against the old one, and put in its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from crossfoot.model import Changes, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.review.versions.replacing import Replaced
from crossfoot.ui.dialogs.versions import VersionsDialog
from crossfoot.ui.intake.importing import ImportJob
from crossfoot.ui.intake.intake import MakeJob
from crossfoot.ui.operations import Funnel
from crossfoot.ui.prompter import Prompter
from crossfoot.ui.selection import Selection


class Versions(QObject):
    """Leads from an old version to the new one. ``said`` carries a sentence for the status line.

    ``replaced`` tells that the new version stands where the old one did, so that the work there can go on.

    ``dialog`` is the comparison that is shown, or None.
    """

    said = Signal(str)
    replaced = Signal()

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        selection: Selection,
        *,
        prompter: Prompter,
        make_job: MakeJob,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review = review
        self._funnel = funnel
        self._selection = selection
        self._prompter = prompter
        self._make_job = make_job
        self._window = window
        self._job: ImportJob | None = None
        self.dialog: VersionsDialog | None = None

    def ask(self, old: str, filters: str) -> None:
        """Ask for the file of a new version, read it beside the window, and show it against the old one."""
        paths = self._prompter.open_files("The new version of this record", filters)
        if len(paths) > 1:
            self.said.emit("A record has one new version: choose one file.")
        elif paths and self._job is None:
            self.said.emit(f"Reading {paths[0].name} …")
            self._job = self._make_job(paths, self._review, self)
            self._job.prepared.connect(partial(self._show_file, old))
            self._job.failed.connect(self.said)
            self._job.finished.connect(self._end)
            self._job.start()

    def offer(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Tell of documents that look like new versions of others: one is shown at once, more are listed."""
        if len(pairs) == 1:
            self.show(*pairs[0])
        elif pairs:
            titles = {row.id: f"{row.title} ({row.path})" for row in self._review.documents()}
            lines = [f"{titles[new]}\nlooks like another version of\n{titles[old]}" for old, new in pairs]
            advice = "Choose one of them in the list of records, then “Compare versions” in the File menu."
            self._prompter.report("New versions", f"Records that are here twice. {advice}", lines)

    def compare(self, document: str) -> None:
        """Show a document against the version it took the place of, or against another one that is here."""
        before = self._review.predecessor_of(document)
        if before is not None:
            self.show(before, document, may_replace=False)
            return
        every = self._review.twins([row.id for row in self._review.documents()])
        pair = next((pair for pair in every if document in pair), None)
        if pair is not None:
            self.show(*pair)
        else:
            self.said.emit("There is no other version of this record: same council, date and reference or title.")

    def show(self, old: str, new: Prepared | str, *, may_replace: bool = True) -> None:
        """Show an old version against a new one; where that is accepted, put it in its place."""
        try:
            comparison = self._review.compare_versions(old, new)
        except WorldError as error:
            self.said.emit(str(error))
            return
        if comparison.old.sha256 == comparison.new.sha256:
            self.said.emit("This is the same file, byte for byte: there is nothing to replace.")
            return
        dialog = VersionsDialog(
            comparison,
            may_replace=may_replace and not self._review.read_only,
            both_here=isinstance(new, str),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._replace, old, new))
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def close(self) -> None:
        """Stop reading, and close the comparison."""
        if self._job is not None:
            self._job.cancel()
        if self.dialog is not None:
            self.dialog.reject()

    def _show_file(self, old: str, prepared: Prepared) -> None:
        """Show a file that was read against the old version; of minutes it cannot be told which record is meant."""
        part = prepared.reading.part
        if part is None:
            self.show(old, prepared)
        elif part.number == 1:
            self.said.emit(f"{prepared.path} holds {part.count} records: import it, then choose the one that is meant.")

    def _replace(self, old: str, new: Prepared | str) -> None:
        """Put the new version in, and go to the first figure that it asks about."""
        done: list[Replaced] = []

        def replace() -> Changes:
            done.append(self._review.replace_document(old, new))
            return done[0].changes

        if self._funnel.run(replace):
            self._selection.select_document(done[0].document)
            first = self._review.next_undecided(None, document_id=done[0].document)
            if first:
                self._selection.select_figure(first)
            self.replaced.emit()
            self.said.emit(f"Replaced: {done[0].comparison.words}. Undo brings the old version back.")

    def _forget(self, _result: int) -> None:
        """Let the closed comparison go, and give the keys back to a list that it lay over."""
        self.dialog = None
        self._prompter.go_back_to_report()

    def _end(self, _cancelled: bool) -> None:
        """Let the finished job go."""
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
