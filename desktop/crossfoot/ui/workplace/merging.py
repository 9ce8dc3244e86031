"""A colleague's copy comes in: it is chosen, what differs is decided one by one, and one act brings it all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crossfoot.model import Changes, WorldError
from crossfoot.review.merging import MergePlan, merge_words
from crossfoot.review.session import Review
from crossfoot.ui.dialogs.merge import SHOWN, MergeDialog
from crossfoot.ui.prompter import Prompter

_SAME = "Both copies hold the same."
_KEPT = "What differs was kept as it is here in a merge before. It is asked about again as soon as either side changes."


class Merging(QObject):
    """Brings copies into one open workspace. ``said`` carries a sentence for the status line."""

    said = Signal(str)

    def __init__(
        self, review: Review, run: Callable[[Callable[[], Changes]], bool], prompter: Prompter, window: QWidget
    ) -> None:
        super().__init__(window)
        self._review = review
        self._run = run
        self._prompter = prompter
        self._window = window

    def ask(self) -> None:
        """Ask for the copy, and show what it would bring."""
        if self._review.read_only:
            self.said.emit("This workspace can only be read here, so nothing can be merged into it.")
            return
        paths = self._prompter.open_files("Merge a colleague's copy", f"Workspaces (*{self._review.path.suffix})")
        if not paths:
            return
        try:
            plan = self._review.compare_copy(paths[0])
        except WorldError as error:
            self._prompter.tell("Crossfoot", str(error))
            return
        if plan.is_empty:
            self._prompter.report("Merge", merge_words(plan), plan.left_out or (_KEPT if plan.kept else _SAME,))
            return
        self._show(plan)

    def _show(self, plan: MergePlan) -> None:
        """Let the officer decide on what differs, and merge."""
        review = self._review
        dialog = MergeDialog(plan, review.dictionary, {row.id: row.title for row in review.documents()}, self._window)

        def merge() -> None:
            if self._run(lambda: review.merge(plan, dialog.taken(), dialog.kept())):
                self.said.emit(f"Merged {plan.name}: undo takes all of it back.")
                if len(plan.left_out) > SHOWN:
                    self._prompter.report("Merge", f"Not taken from {plan.name}:", plan.left_out)

        dialog.accepted.connect(merge)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
