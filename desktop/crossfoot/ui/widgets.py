"""Small widgets that several panes share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossfoot.ui.look.theme import UNIT


class ElidedLabel(QLabel):
    """One line of plain text that is cut with dots where it does not fit; the tooltip has it whole."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()) | Qt.TextFlag.TextSingleLine, text)
        painter.end()


class ElidedComboBox(QComboBox):
    """A list to choose from whose chosen words are cut with dots where they do not fit; the tooltip has them whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self.setToolTip)

    def shown_text(self) -> str:
        """Return the chosen words as far as there is room for them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with the words that fit."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


GLUED = "glued"
"""The property of a widget that stands close behind the one before it, as a comma does, and never begins a line."""


class FlowLayout(QLayout):
    """Lays widgets out like words, from left to right and then on the next line; glued ones go together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(4)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more item."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def arrange(self, order: Sequence[QWidget]) -> None:
        """Put the widgets that are in it already into another order; those that are not named are left out of sight."""
        places = {item.widget(): item for item in self._items}
        first = [places[widget] for widget in order]
        self._items = [*first, *(item for item in self._items if item not in first)]
        for item in self._items[len(first) :]:
            if spare := item.widget():
                spare.hide()
        for widget in order:
            widget.show()
        self.invalidate()

    def invalidate(self) -> None:
        """Measure anew: an item came, went or has another size."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width; Qt asks for it many times in a row."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._place(QRect(0, 0, width, 0), moving=False)
        return known

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item in its place."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """Ask for no more than the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the widest and the highest item."""
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Break the items into lines, each item in the middle of its line; return the height that they need."""
        top = rect.top()
        line: list[tuple[QLayoutItem, QPoint, QSize]] = []
        left = rect.left()
        for group in self._groups():
            sizes = [item.sizeHint() for item in group]
            if line and left + sum(size.width() for size in sizes) > rect.right() + 1:
                top += _lay_line(line, top, moving=moving) + self.spacing()
                line, left = [], rect.left()
            for item, size in zip(group, sizes, strict=True):
                line.append((item, QPoint(left, top), size))
                left += size.width()
            left += self.spacing()
        return top + _lay_line(line, top, moving=moving) - rect.top()

    def _groups(self) -> list[list[QLayoutItem]]:
        """Return the items that are shown, those together that no line parts."""
        groups: list[list[QLayoutItem]] = []
        for item in self._items:
            widget = item.widget()
            if item.isEmpty():
                continue  # it is hidden
            if groups and widget is not None and widget.property(GLUED):
                groups[-1].append(item)
            else:
                groups.append([item])
        return groups


def _lay_line(line: list[tuple[QLayoutItem, QPoint, QSize]], top: int, *, moving: bool) -> int:
    """Put the items of one line in the middle of its height; return that height."""
    height = max((size.height() for _, _, size in line), default=0)
    if moving:
        for item, place, size in line:
            item.setGeometry(QRect(QPoint(place.x(), top + (height - size.height()) // 2), size))
    return height


class LinkButton(QPushButton):
    """A word that leads somewhere: reached by Tab, pressed by Enter, Space or a click."""

    def __init__(self, text: str, tip: str, go: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("link", True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.lead(text, tip, go)
        self.clicked.connect(self._follow)

    def lead(self, text: str, tip: str, go: Callable[[], object]) -> None:
        """Lead somewhere else."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(f"{text}, {tip}")
        self._go = go

    def _follow(self) -> None:
        """Go where it leads now."""
        self._go()


def room_on_screen(widget: QWidget) -> QRect:
    """Return where a window may be on its screen, with room left for the title that the system draws over it."""
    return widget.screen().availableGeometry().adjusted(0, 0, 0, -5 * UNIT)


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or what the screen has of it: a small or scaled one may have less."""
    window.resize(QSize(width, height).boundedTo(room_on_screen(window).size()))


def plain_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that takes its text as it is, never as mark-up."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def wrapping_list(name: str) -> QListWidget:
    """Return a list whose rows break to the width of their pane; ``name`` is what a screen reader says of it."""
    rows = QListWidget()
    rows.setAccessibleName(name)
    wrap_rows(rows)
    rows.currentItemChanged.connect(partial(_show_current, rows))
    return rows


def _show_current(rows: QListWidget, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
    """Select the current row: Qt makes the first one current when a list gets the keyboard, and shows it nowhere."""
    if now is not None and rows.selectionMode() is QListWidget.SelectionMode.SingleSelection:
        now.setSelected(True)


def wrap_rows(rows: QListWidget) -> None:
    """Break the rows of a list to its width, each as high as all of its lines."""
    rows.setWordWrap(True)
    rows.setResizeMode(QListView.ResizeMode.Adjust)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setItemDelegate(_WrappedRows(rows))


class _WrappedRows(QStyledItemDelegate):
    """Measures rows without the padding that the style sheet draws beside their words.

    Qt breaks the words at the whole width to measure a row, and at what the padding leaves of it to draw it: a line
    that fits only without the padding would push the last one out of sight.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row at the width that its words have."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -2 * UNIT, 0)
        return super().sizeHint(narrow, index)


def scrolled(shown: QWidget, name: str) -> QScrollArea:
    """Return a widget in an area that scrolls up and down and is not seen itself; ``name`` is read out."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setProperty("bare", True)
    area.setWidget(shown)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class Pane(QWidget):
    """A pane that hands the keyboard to one of its parts when it is given it.

    A focus proxy would do the same, but with one Qt takes the pane for a single control: Tab would go from the control
    before it to that part and on to what is behind, and never reach what stands before the part, such as a filter.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._front: QWidget | None = None

    def hand_keys_to(self, part: QWidget) -> None:
        """Let a part have the keyboard from now on; one that is made late takes it over from the pane."""
        self._front = part
        if self.hasFocus():
            part.setFocus()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802 - Qt's name
        """Give the keyboard to the part that is in front."""
        if self._front is not None:
            self._front.setFocus(reason)
        else:
            super().setFocus(reason)


def put_in_place(pane: Pane, shown: QWidget, hidden: QWidget) -> None:
    """Show one of two widgets in the other's place, such as a sentence for an empty list, and hand it the keyboard."""
    had_focus = shown.hasFocus() or hidden.hasFocus()
    shown.show()
    pane.hand_keys_to(shown)
    if had_focus:
        shown.setFocus()
    hidden.hide()


def empty_sentence(said: str = "") -> QLabel:
    """Return the sentence that stands in the place of a list with nothing in it, and takes the keyboard there."""
    label = plain_label(said, "muted", wrap=True)
    label.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setProperty("place", True)
    return label


def in_the_middle(column: QWidget) -> QVBoxLayout:
    """Return a layout that keeps one column in the middle of a page, a little above its centre."""
    across, down = QHBoxLayout(), QVBoxLayout()
    across.addStretch(1)
    across.addWidget(column)
    across.addStretch(1)
    down.addStretch(2)
    down.addLayout(across)
    down.addStretch(3)
    return down


def swatch(colour: str, outline: QColor) -> QIcon:
    """Return a small square in a colour, the same where its row is selected."""
    square = QPixmap(12, 12)
    square.fill(QColor(colour))
    painter = QPainter(square)
    painter.setPen(outline)
    painter.drawRect(0, 0, 11, 11)
    painter.end()
    icon = QIcon(square)
    icon.addPixmap(square, QIcon.Mode.Selected)  # else Qt would tint the colour that it stands for
    return icon


def rule_line() -> QFrame:
    """Return a quiet line between two parts of a pane."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setProperty("rule", True)
    return line


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class AskBar(QFrame):
    """A question inside the window: one line to type in, and reasons that one key takes.

    ``asked`` tells that a question is shown, ``answered`` carries the text,
    ``left`` tells that the officer thought better of it. A digit
    takes its reason at once while nothing has been typed; Enter takes what stands there.
    ``struck`` comes before the answer of a digit: whoever types an Enter behind it, by habit, means no more by it.
    """

    asked = Signal()
    struck = Signal()
    answered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ask", True)
        self._reasons: tuple[str, ...] = ()
        self._needs_text = False
        self._question = plain_label(wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._flow.setSpacing(4)
        self.line = _AskLine(self)
        self.line.setAccessibleName("Answer")
        self._ok = QPushButton("OK")
        self._ok.setProperty("primary", True)
        cancel = QPushButton("Cancel")
        row = QHBoxLayout()
        row.setSpacing(UNIT // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self._ok)
        row.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._question)
        layout.addWidget(self._chips)
        layout.addLayout(row)
        self._ok.clicked.connect(self._answer)
        cancel.clicked.connect(self._leave)
        self.line.returnPressed.connect(self._answer)
        self.line.digit.connect(self._take)
        self.line.escaped.connect(self._leave)
        self.hide()

    def ask(
        self, question: str, *, reasons: tuple[str, ...] = (), hint: str = "", text: str = "", needs_text: bool = False
    ) -> None:
        """Show a question and take the focus."""
        self._reasons = reasons
        self._needs_text = needs_text
        self._question.setText(question)
        empty_layout(self._flow)
        for place, reason in enumerate(reasons, start=1):
            chip = QToolButton()
            chip.setText(f"{place}  {reason}")
            chip.clicked.connect(lambda _=False, said=reason: self._finish(said))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(reasons))
        self.line.setPlaceholderText(hint)
        self.line.setText(text)
        self.line.digits = len(reasons)
        self.line.setAccessibleDescription(question)
        self.show()
        self.line.setFocus()
        self.asked.emit()

    def _take(self, place: int) -> None:
        """Answer with the reason at ``place``."""
        self.struck.emit()
        self._finish(self._reasons[place - 1])

    def _answer(self) -> None:
        """Answer with what was typed; a question that needs words waits for them."""
        text = self.line.text().strip()
        if text or not self._needs_text:
            self._finish(text)

    def _finish(self, text: str) -> None:
        """Close and tell the answer."""
        self._close_up()
        self.answered.emit(text)

    def _leave(self) -> None:
        """Close without an answer."""
        self._close_up()
        self.left.emit()

    def _close_up(self) -> None:
        """Go away without handing the focus to the neighbour: whoever asked says where it goes on."""
        if self.line.hasFocus():
            self.line.clearFocus()
        self.hide()


class _AskLine(QLineEdit):
    """A line that hands on a digit while it is empty, and Escape."""

    digit = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.digits = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the key before the line takes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif not self.text() and event.text().isdecimal() and 1 <= int(event.text()) <= self.digits:
            self.digit.emit(int(event.text()))
        else:
            super().keyPressEvent(event)
