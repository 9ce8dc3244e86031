"""What the officer does with the checks: going through them, judging them, and setting their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from crossfoot.review.session import Review
from crossfoot.ui.operations import Funnel
from crossfoot.ui.panes.findings import FindingsPane


class Checks(QObject):
    """The actions on checks, wherever on the desk the focus is.

    ``picked`` returns the figures that are selected, for a check of the officer's own. ``look_wanted`` asks for the
    list of checks to be brought forward.
    """

    look_wanted = Signal()

    def __init__(
        self,
        review: Review,
        funnel: Funnel,
        pane: FindingsPane,
        *,
        picked: Callable[[], Sequence[str]],
        charted: Callable[[], Sequence[str]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._review = review
        self._funnel = funnel
        self._pane = pane
        self._picked = picked
        self._charted = charted
        self._window = window

    def go_on(self) -> None:
        """Go to the next check that asks for a look."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the check before that asks for a look."""
        self._step(-1)

    def _step(self, step: int) -> None:
        """Go on in the checks and bring them forward: a list that gets the focus would choose its first by itself."""
        self._pane.go(step)
        self.look_wanted.emit()

    def raise_it(self) -> None:
        """Raise the chosen check with the record's author."""
        self._pane.raise_it()

    def dismiss(self) -> None:
        """Dismiss the chosen check with a reason."""
        self._pane.dismiss()

    def take_up(self) -> None:
        """Take the decision on the chosen check back."""
        self._pane.take_up()

    def copy_letter(self) -> None:
        """Copy the text that asks the author about the chosen check."""
        self._pane.copy_letter()

    def show_own(self) -> None:
        """Show the officer's own checks beside the desk, with the figures that are selected."""
        from crossfoot.ui.dialogs.own_checks import OwnChecksDialog  # noqa: PLC0415 - the desk need not wait for it

        dialog = OwnChecksDialog(self._review, self._funnel, self._picked, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picked = self._picked()
        if len(picked) > 1 or self._charted():  # one row is always selected; a point of a chart is picked on purpose
            dialog.add(picked)
            dialog.relation.setFocus()  # what comes next: how they belong together
        elif not self._review.own_checks():
            dialog.pick.setFocus()  # else it would be on a button about checks that there are not
        dialog.show()

    def show_call_in(self) -> None:
        """Show by which rule each council counts to its call-in deadline."""
        from crossfoot.ui.dialogs.call_in import CallInDialog  # noqa: PLC0415 - the desk need not wait for it

        dialog = CallInDialog(self._review, self._funnel, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
