"""Reading files in other processes while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject

from crossfoot.model import Dictionary
from crossfoot.review.preparing import Prepared, prepare_all
from crossfoot.ui.jobs import ChildJob

Prepare = Callable[[Path, Dictionary], tuple[Prepared, ...]]


class ImportJob(ChildJob):
    """Prepares files one after the other in child processes; ``prepared`` carries each :class:`Prepared`.

    A file with several records carries several.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        dictionary: Dictionary,
        *,
        jobs: int = 1,
        work: Prepare = prepare_all,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(paths, lambda path: partial(work, path, dictionary), str, jobs=jobs, parent=parent)

    def _hand_on(self, result: object) -> None:
        """Carry on the records of a file one after the other."""
        for prepared in cast("tuple[Prepared, ...]", result):
            self.prepared.emit(prepared)
