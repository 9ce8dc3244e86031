"""How the panes share the room: splitters that are moved by the officer and remembered."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QTabWidget, QWidget

from crossfoot.ui.settings import Settings

_SHARES = {"top": (236, 700), "left": (400, 300), "right": (440, 260), "whole": (946, 420)}
"""Pixels for the first and the second part of each splitter on a laptop of 1366 × 768."""

_LOW = 560
"""Pixels of height below which the charts have no room under the inspector and become a tab beside it."""

_CROWDED = "QTabBar::tab { padding: 6px 4px; }"
"""The style of the tabs where there is one more of them than usual."""

_STRETCH = {"top": (0, 1), "left": (4, 3), "right": (5, 3), "whole": (1, 0)}
"""Which part takes the room that a larger window gives."""


class Arrangement:
    """The splitters of the desk: documents and text over the figures, inspector over the charts.

    Where the desk is low, as on a laptop whose screen is scaled, the charts are the last tab of the ``side``.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        documents: QWidget,
        text: QWidget,
        figures: QWidget,
        side: QTabWidget,
        charts: QWidget,
    ) -> None:
        self._settings = settings
        self._splitters: dict[str, QSplitter] = {}
        top = self._split("top", Qt.Orientation.Horizontal, documents, text)
        left = self._split("left", Qt.Orientation.Vertical, top, figures)
        right = self._split("right", Qt.Orientation.Vertical, side, charts)
        self._beside = (documents, figures)
        self._side, self._charts = side, charts
        self._focused = False
        self._is_low = False
        self._shows_charts = True
        self.whole = self._split("whole", Qt.Orientation.Horizontal, left, right)
        self.share_out()
        self._restore()

    def _restore(self) -> None:
        """Give the parts the shares that are remembered."""
        for name, splitter in self._shared():
            state = self._settings.layout(name)
            if not state.isEmpty():
                splitter.restoreState(state)

    @property
    def is_focused(self) -> bool:
        """Tell whether only source and inspector are shown."""
        return self._focused

    def focus(self, alone: bool) -> None:
        """Show source and inspector alone, or everything again as it was."""
        if alone and not self._focused:
            self.save()
        self._focused = alone
        for pane in self._beside:
            pane.setVisible(not alone)
        self.show_charts(not alone)
        if not alone:
            self._restore()

    def fit(self, height: int) -> None:
        """Put the charts where they have room on a desk of this height."""
        if (height < _LOW) is self._is_low:
            return
        if not self._is_low and not self._focused:
            self._settings.put_layout("right", self._splitters["right"].saveState())
        self._is_low = not self._is_low
        if self._is_low:
            self._side.addTab(self._charts, "Charts")
        else:
            self._side.removeTab(self._side.indexOf(self._charts))
            self._splitters["right"].addWidget(self._charts)
            self._restore()
        self._side.setStyleSheet(_CROWDED if self._is_low else "")
        self.show_charts(self._shows_charts)

    def show_charts(self, shown: bool) -> None:
        """Show the charts or take them away, with their tab where they have one."""
        self._shows_charts = shown
        if self._is_low:
            self._side.setTabVisible(self._side.indexOf(self._charts), shown)
        else:
            self._charts.setVisible(shown)

    def bring_charts(self) -> None:
        """Bring the charts to the front where they are a tab."""
        if self._is_low:
            self._side.setCurrentWidget(self._charts)

    def share_out(self) -> None:
        """Give each part its first share of the room."""
        for name, splitter in self._splitters.items():
            splitter.setSizes(list(_SHARES[name]))
            for place, factor in enumerate(_STRETCH[name]):
                splitter.setStretchFactor(place, factor)

    def save(self) -> None:
        """Remember the shares, those of before where source and inspector are alone."""
        if self._focused:
            return
        for name, splitter in self._shared():
            self._settings.put_layout(name, splitter.saveState())

    def _shared(self) -> Iterator[tuple[str, QSplitter]]:
        """Yield the splitters by name that have two parts."""
        return ((name, each) for name, each in self._splitters.items() if each.count() > 1)

    def _split(self, name: str, orientation: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
        """Put two parts beside or under each other."""
        splitter = QSplitter(orientation)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(first)
        splitter.addWidget(second)
        self._splitters[name] = splitter
        return splitter


def give_focus(target: QWidget) -> None:
    """Give a widget the focus, or the first control in it that takes any.

    A list that is hidden, having nothing to show, would leave the focus where it was or lose it: its pane takes it.
    """
    while not target.isVisible() and (above := target.parentWidget()) is not None:
        target = above
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    now = QApplication.focusWidget()
    if now is None or not (now is target or target.isAncestorOf(now)):
        inside = (child for child in target.findChildren(QWidget) if child.isVisible() and child.isEnabled())
        first = next((child for child in inside if child.focusPolicy() & Qt.FocusPolicy.TabFocus), target)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
