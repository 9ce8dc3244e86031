"""The notes pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import About, Annotation, Changes
from crossfoot.model.wording import mark_words
from crossfoot.review.session import Review
from crossfoot.ui import words
from crossfoot.ui.drafts import empty_draft
from crossfoot.ui.filter_line import FilterLine
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import Pane, empty_sentence, plain_label, put_in_place, swatch, wrapping_list
from crossfoot.workspace import Draft, DraftKind

_THIS, _ALL, _OPEN = 0, 1, 2
_NONE = (
    "No notes here yet. Select words in the text, then press H to highlight them or M to comment on them. "
    "M in the list of checks or on a chart's point notes something on that, Ctrl+M on the record."
)
Run = Callable[[Callable[[], Changes]], bool]


def tags_of(typed: str) -> tuple[str, ...]:
    """Return the tags of a typed line, parted by commas or spaces, with or without "#", each once."""
    parts = (part.lstrip("#") for part in typed.replace(",", " ").split())
    return tuple(dict.fromkeys(part for part in parts if part))


class NotesPane(Pane):
    """Lists annotations; ``place_wanted`` carries the one to whose words, record, check or point to go.

    ``kept`` tells that what was typed into the comment was saved, with its draft.
    """

    place_wanted = Signal(object)
    kept = Signal(object)
    counted = Signal(int)

    def __init__(self, review: Review, selection: Selection, theme: Theme, run: Run) -> None:
        super().__init__()
        self._review = review
        self._selection = selection
        self._theme = theme
        self._run = run
        self._notes: dict[str, Annotation] = {}
        self._meanings: dict[str, str] = {}
        self._scope = QComboBox()
        self._scope.addItems(["This record", "All records", "All open ones"])
        self._scope.setAccessibleName("Which notes")
        self.search = FilterLine()
        self.search.setPlaceholderText("Search notes and tags")
        self.search.setAccessibleName("Search notes and tags")
        self.search.setClearButtonEnabled(True)
        self.list = wrapping_list("Notes")
        self._empty = empty_sentence(_NONE)
        self.comment = QLineEdit()
        self.comment.setAccessibleName("Comment")
        self.tags = QLineEdit()
        self.tags.setAccessibleName("Tags")
        self.tags.setPlaceholderText("tags, with commas between")
        self.colour = QComboBox()
        self.colour.setAccessibleName("Colour")
        self.answers = plain_label(wrap=True)
        self.reply = QLineEdit()
        self.reply.setAccessibleName("Reply")
        self.reply.setPlaceholderText("reply, then Enter")
        self.resolve = QPushButton("Resolve")
        self.save = QPushButton("Save")
        self.save.setProperty("primary", True)
        self.remove = QPushButton("Remove")
        self._editor = QWidget()
        self._lay_out()
        self._connect()
        self._fill()

    def refresh(self, changes: Changes) -> None:
        """List what ``changes`` names."""
        if changes.annotations or changes.documents or changes.codes:
            known = set(self._notes)
            self._fill()
            fresh = (changes.annotations & self._notes.keys()) - known
            if len(fresh) == 1 and not changes.documents:  # what was written just now, not what stands above it
                self.choose(next(iter(fresh)))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._fill()

    def choose(self, annotation: str) -> None:
        """Make a note current in the list."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == annotation:
                self.list.setCurrentRow(row)

    def draft(self) -> Draft | None:
        """Say what the comment that is being typed is for."""
        note = self._current()
        return empty_draft(DraftKind.EDIT, note.document, note.id) if note else None

    def go_on(self, draft: Draft) -> None:
        """Take up a comment that was half typed, where its note is still there."""
        self.choose(draft.target)
        note = self._current()
        if note is not None and note.id == draft.target:
            self.comment.setText(draft.text)
            self.comment.setFocus()

    def _lay_out(self) -> None:
        """Put the list over the editor."""
        bar = QHBoxLayout()
        bar.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT // 2)
        bar.setSpacing(UNIT)
        bar.addWidget(self._scope)
        bar.addWidget(self.search, 1)
        grid = QGridLayout(self._editor)
        grid.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        for row, (title, widget) in enumerate(
            (("Comment", self.comment), ("Tags", self.tags), ("Colour", self.colour), ("Thread", self.reply))
        ):
            label = plain_label(title, "muted")
            label.setBuddy(widget)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.resolve)
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        grid.addWidget(self.answers, 4, 0, 1, 2)
        grid.addLayout(buttons, 5, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        self._below = QScrollArea()
        self._below.setWidget(self._editor)
        self._below.setWidgetResizable(True)
        self._below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._below.setMinimumHeight(5 * UNIT)
        layout.addWidget(self._below)
        for before, after in ((self.colour, self.reply), (self.reply, self.save)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        """List the pane's own connections."""
        self._selection.document_changed.connect(self._fill)
        self._scope.activated.connect(self._fill)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show_editor)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.comment.returnPressed.connect(self._save)
        self.tags.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.resolve.clicked.connect(self._resolve)
        self.reply.returnPressed.connect(self._reply)

    def _fill(self) -> None:
        """List the notes anew and keep the current one."""
        kept = self._current()
        scope = self._scope.currentIndex()
        everywhere = scope in {_ALL, _OPEN}
        query = self.search.text().strip()
        notes: tuple[Annotation, ...] = ()
        if everywhere or self._selection.document:
            notes = self._review.annotations(None if everywhere else self._selection.document, query)
        if scope == _OPEN:
            notes = tuple(note for note in notes if not note.resolved)
        self._notes = {note.id: note for note in notes}
        self._meanings = {use.code.name: use.code.meaning for use in self._review.codebook()}
        self.list.blockSignals(True)
        self.list.clear()
        for note in notes:
            self.list.addItem(self._item(note))
        self.list.setCurrentRow(0)  # a list that gets the focus would make its first current without showing it
        if kept:
            self.choose(kept.id)
        self.list.blockSignals(False)
        put_in_place(self, *(self.list, self._empty) if notes else (self._empty, self.list))
        self._empty.setText("No note holds these words." if query else _NONE)
        self._show_editor()
        document = self._selection.document
        self.counted.emit(len(self._review.annotations(document)) if document else 0)

    def _item(self, note: Annotation) -> QListWidgetItem:
        """Return the row of one note."""
        quote = words.surroundings(note.quote, type(note.span)(0, len(note.quote)))
        tags = " ".join(f"#{tag}" for tag in note.tags)
        done = "✓ resolved" if note.resolved else ""
        answers = words.plural(len(note.replies), "reply", "replies") if note.replies else ""
        signs = " · ".join(filter(None, (done, answers)))
        about = "" if note.about is About.TEXT else f"{mark_words(note)}: "
        lines = (f"{note.comment}  {tags}".strip(), f"{about}“{quote}”", signs)
        item = QListWidgetItem("\n".join(line for line in lines if line))
        item.setData(Qt.ItemDataRole.UserRole, note.id)
        item.setIcon(self._swatch(note.colour))
        colour = self._colour_words(note.colour)
        item.setToolTip(f"{mark_words(note)} · {colour} · {note.reviewer} · {words.moment(note.created_at)}")
        return item

    def _swatch(self, colour: str) -> QIcon:
        """Return a small square in a note's colour."""
        highlights = self._theme.highlights
        return swatch(highlights.get(colour, highlights["yellow"]), QColor(self._theme.outline))

    def _current(self) -> Annotation | None:
        """Return the current note."""
        item = self.list.currentItem()
        return self._notes.get(item.data(Qt.ItemDataRole.UserRole)) if item else None

    def _show_editor(self) -> None:
        """Fill the editor with the current note."""
        note = self._current()
        self._below.setVisible(note is not None)
        if note is None:
            return
        self.comment.setText(note.comment)
        self.tags.setText(", ".join(note.tags))
        self.colour.clear()
        for colour in self._theme.highlights:
            self.colour.addItem(self._swatch(colour), self._colour_words(colour), colour)
        self.colour.setCurrentIndex(max(0, self.colour.findData(note.colour)))
        self.resolve.setText("Open again" if note.resolved else "Resolve")
        self.answers.setText("\n".join(f"{r.reviewer}, {words.moment(r.at)}: {r.text}" for r in note.replies))
        self.answers.setVisible(bool(note.replies))
        for widget in (self.comment, self.tags, self.colour, self.reply, self.resolve, self.save, self.remove):
            widget.setEnabled(not self._review.read_only)

    def _go(self) -> None:
        """Bring the current note's place into view."""
        note = self._current()
        if note:
            self.place_wanted.emit(note)

    def _save(self) -> None:
        """Write what was changed of the current note."""
        note = self._current()
        if note is None:
            return
        comment, colour = self.comment.text().strip(), str(self.colour.currentData())
        tags = tags_of(self.tags.text())
        if (comment, colour, tags) != (note.comment, note.colour, note.tags):
            saved = self._run(lambda: self._review.edit_annotation(note.id, comment=comment, colour=colour, tags=tags))
            if saved:
                self.kept.emit(empty_draft(DraftKind.EDIT, note.document, note.id))

    def _colour_words(self, colour: str) -> str:
        """Return a colour with what it means: "green, agreed"."""
        meaning = self._meanings.get(colour, "")
        return f"{colour}, {meaning}" if meaning else colour

    def _reply(self) -> None:
        """Answer under the current note."""
        note, said = self._current(), self.reply.text()
        if note and said.strip() and self._run(lambda: self._review.reply(note.id, said)):
            self.reply.clear()

    def _resolve(self) -> None:
        """Say that nothing is open about the current note, or that something is again."""
        note = self._current()
        if note:
            self._run(lambda: self._review.resolve([note.id], resolved=not note.resolved))

    def _remove(self) -> None:
        """Take the current note away; it can be undone."""
        note = self._current()
        if note:
            self._run(lambda: self._review.remove_annotation(note.id))
