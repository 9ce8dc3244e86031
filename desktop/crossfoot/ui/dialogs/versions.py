"""Old against new: what becomes of figures, words and notes when a new version takes the place of an old one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import State
from crossfoot.review.originals import file_name
from crossfoot.review.versions.comparing import Comparison, Fate, FigureFate, NoteFate
from crossfoot.review.versions.texts import TextChange, TextFate
from crossfoot.ui import words
from crossfoot.ui.look.theme import UNIT
from crossfoot.ui.widgets import plain_label, resize_within_screen

_FATES: Mapping[Fate, tuple[str, str]] = MappingProxyType(
    {
        Fate.LOST: ("−", "Not in the new version"),
        Fate.CHANGED: ("≠", "Changed: to be decided again"),
        Fate.NEW: ("+", "New"),
        Fate.MOVED: ("↕", "Moved, or with other words around"),
        Fate.ANCHORED: ("=", "Unchanged"),
    }
)
"""Sign and words of each fate, what needs the officer first."""

_TEXTS: Mapping[TextFate, tuple[str, str]] = MappingProxyType(
    {
        TextFate.REMOVED: ("−", "Removed"),
        TextFate.CHANGED: ("≠", "Changed"),
        TextFate.ADDED: ("+", "Added"),
        TextFate.MOVED: ("↕", "Moved"),
    }
)

WHOLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a column gives its words uncut."""

Row = Sequence[str]
"""The words of a line's columns; more than there are columns stand in the tooltips in their place."""

_LEAD = 24
"""Characters that are shown before the first difference of a paragraph."""


class VersionsDialog(QDialog):
    """Shows a comparison and asks whether the new version takes the place of the old one.

    It is accepted where it does. Without ``may_replace`` there is nothing to decide, only to read. ``both_here``
    tells that the new version is in the workspace, too, and stays there if it does not replace the old one.
    """

    def __init__(
        self, comparison: Comparison, *, may_replace: bool, both_here: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.comparison = comparison
        self.setWindowTitle("A new version" if may_replace else "Versions compared")
        old, new = comparison.old, comparison.new
        heading = plain_label(f"{file_name(old.path)}  →  {file_name(new.path)}", "pane-title", wrap=True)
        self.summary = plain_label(f"{comparison.words}.", wrap=True)
        self.warning = plain_label(_lost_words(comparison), "warning", wrap=True)
        self.warning.setVisible(bool(self.warning.text()))
        self.figures = _tree("Figures of both versions", ("Before", "Now", "Decision", "Words around"))
        self.texts = _tree("Paragraphs that differ", ("Before", "Now"))
        self.notes = _tree("Notes of the old version", ("Words", "Comment", "Now"))
        for fate, (sign, said) in _FATES.items():
            rows = [_figure_row(each, comparison) for each in comparison.figures if each.fate is fate]
            _add_group(self.figures, f"{sign} {said}", rows, is_open=fate is not Fate.ANCHORED)
            notes = [_note_row(each, comparison) for each in comparison.notes if each.fate is fate]
            _add_group(self.notes, f"{sign} {said}", notes, is_open=True)
        for text_fate, (sign, said) in _TEXTS.items():
            changes = [_text_row(each, comparison) for each in comparison.texts if each.fate is text_fate]
            _add_group(self.texts, f"{sign} {said}", changes, is_open=True)
        tabs = QTabWidget()
        self.whole = plain_label(wrap=True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.setMinimumHeight(5 * self.fontMetrics().height())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.texts.currentItemChanged.connect(self._show_whole)
        group = self.texts.topLevelItem(0)
        first = group.child(0) if group is not None else None
        if first is not None:
            self.texts.setCurrentItem(first)
        for tree, title, count in (
            (self.figures, "Figures", len(comparison.figures)),
            (self.texts, "Text", len(comparison.texts)),
            (self.notes, "Notes", len(comparison.notes)),
        ):
            tabs.addTab(tree, f"{title} {count}")
        tabs.currentChanged.connect(lambda tab: self.whole.setVisible(tabs.widget(tab) is self.texts))
        self.whole.hide()
        self.buttons = QDialogButtonBox()
        if may_replace:
            replace = self.buttons.addButton("Replace the old version", QDialogButtonBox.ButtonRole.AcceptRole)
            replace.setProperty("primary", True)
            otherwise = "Keep both" if both_here else "Keep the old version"
            self.buttons.addButton(otherwise, QDialogButtonBox.ButtonRole.RejectRole)
        else:
            self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        layout.setSpacing(UNIT)
        for widget in (heading, self.summary, self.warning, tabs, self.whole, self.buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(tabs, 1)
        resize_within_screen(self, 860, 520)

    def _show_whole(self, item: QTreeWidgetItem | None) -> None:
        """Show the whole paragraphs of a line under the list."""
        said = [item.data(column, WHOLE) for column in range(2)] if item is not None else []
        titles = ("Before: ", "Now: ")
        self.whole.setText("\n".join(f"{title}{text}" for title, text in zip(titles, said, strict=False) if text))


def _lost_words(comparison: Comparison) -> str:
    """Return what is not in the new version though the officer had worked on it, or an empty text."""
    figures, notes = len(comparison.lost_decisions), len(comparison.lost_notes)
    parts = [words.plural(figures, "decided figure")] if figures else []
    parts += [words.plural(notes, "note")] if notes else []
    if not parts:
        return comparison.stays
    verb, them = ("is", "it") if figures + notes == 1 else ("are", "them")
    lost = f"⚠ {' and '.join(parts)} {verb} not in the new version; the old one keeps {them}, in the bin."
    return f"{lost} {comparison.stays}".rstrip()


def _figure_row(fate: FigureFate, comparison: Comparison) -> Row:
    """Return one figure's line: before, now, what was decided, and the words around it."""
    before = words.value(fate.old.printed) if fate.old else ""  # as the new one is: what the text says
    now = words.value(fate.new) if fate.new else ""
    if fate.fate is Fate.MOVED:
        now += f"  ({fate.score:.0%} alike)"
    decided = words.state(fate.old.state) if fate.old and fate.old.state is not State.UNREVIEWED else ""
    if fate.old and fate.old.state is State.CORRECTED:
        decided = f"{decided}: {words.value(fate.old.current)}"
    if fate.old and fate.old.note:
        decided = f"{decided} “{fate.old.note}”".strip()
    if fate.fields and fate.fields != ("value",):
        now += f"  ({', '.join(words.FIELDS[name].lower() for name in fate.fields)})"
    if fate.new is not None:
        around = words.surroundings(comparison.new.text, fate.new.span, 40)
    else:
        around = words.surroundings(comparison.old.text, fate.old.printed.span, 40) if fate.old else ""
    return before, now, decided, around


def _note_row(fate: NoteFate, comparison: Comparison) -> Row:
    """Return one note's line: its words, what it says, and what stands there now."""
    now = " ".join(fate.span.cut(comparison.new.text).split()) if fate.span is not None else ""
    quote = " ".join(fate.note.quote.split())
    return quote, fate.note.comment, "" if now == quote else now


def _text_row(change: TextChange, comparison: Comparison) -> Row:
    """Return one paragraph before and now; one that was changed from shortly before where the two differ."""
    before = " ".join(change.old.cut(comparison.old.text).split()) if change.old else ""
    now = " ".join(change.new.cut(comparison.new.text).split()) if change.new else ""
    if change.fate is TextFate.CHANGED:
        pairs = enumerate(zip(before, now, strict=False))
        same = next((place for place, (one, other) in pairs if one != other), min(len(before), len(now)))
        start = before.rfind(" ", 0, max(0, same - _LEAD)) + 1
        if start:
            return f"… {before[start:]}", f"… {now[start:]}", before, now
    return before, now, before, now


def _tree(name: str, columns: Sequence[str]) -> QTreeWidget:
    """Return an empty list in groups."""
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setHeaderLabels(list(columns))
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    tree.setIndentation(2 * UNIT)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    tree.header().setStretchLastSection(True)
    width = 820 // len(columns)
    for column in range(len(columns) - 1):
        tree.setColumnWidth(column, width if len(columns) < 4 else 150)
    return tree


def _add_group(tree: QTreeWidget, title: str, rows: Iterable[Row], *, is_open: bool) -> None:
    """Add the lines of one fate under a heading with their number; none, no heading."""
    lines = list(rows)
    if not lines:
        return
    group = QTreeWidgetItem(tree, [f"{title} – {len(lines)}"])
    group.setFirstColumnSpanned(True)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    for line in lines:
        shown, whole = line[: tree.columnCount()], line[-tree.columnCount() :]
        item = QTreeWidgetItem(group, list(shown))
        for column, said in enumerate(whole):
            item.setToolTip(column, said)
            item.setData(column, WHOLE, said)
    group.setExpanded(is_open)
