"""Every action of the window as data: its words, keys, menu and place.

The menus, the list of keys under F1 and the shortcuts are all made from :data:`ACTIONS`, so
none of them can say what the others do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu


class Menu(Enum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    DECIDE = "&Decide"
    CHECKS = "&Checks"
    TEXT = "&Text"
    GO = "&Go"
    VIEW = "&View"
    HELP = "&Help"


class Where(Enum):
    """Where an action's keys work, and what must be there for it."""

    ALWAYS = "anywhere"
    WORKSPACE = "with a workspace open"
    REVIEW = "in figures, text and inspector"
    CHECKS = "in the list of checks"
    CHARTS = "on a chart"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``keys`` are in Qt's portable form; ``breaks`` puts a line above it in its menu."""

    name: str
    text: str
    menu: Menu
    where: Where
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    breaks: bool = False


DOCUMENT_ACTIONS = ("note_record", "open_original", "save_original", "new_version", "compare_versions", "remove")
"""The actions that the list of records offers in its own menu, too."""

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("import", "&Import documents…", Menu.FILE, Where.ALWAYS, ("Ctrl+O",), "Add files to a workspace"),
    ActionSpec("export", "&Export summary…", Menu.FILE, Where.WORKSPACE, ("Ctrl+E",), "Write the annotated summary"),
    ActionSpec("reread", "Read records &anew", Menu.FILE, Where.WORKSPACE, tip="By the rules of today; decisions stay"),
    ActionSpec("open", "&Open workspace…", Menu.FILE, Where.ALWAYS, ("Ctrl+Shift+O",), breaks=True),
    ActionSpec("samples", "Try the &sample records", Menu.FILE, Where.ALWAYS),
    ActionSpec("close", "&Close workspace", Menu.FILE, Where.WORKSPACE, ("Ctrl+W",)),
    ActionSpec("reviewer", "Reviewer's i&nitials…", Menu.FILE, Where.WORKSPACE, breaks=True),
    ActionSpec("open_original", "Open ori&ginal", Menu.FILE, Where.WORKSPACE, ("Ctrl+I",), "To read only", breaks=True),
    ActionSpec("save_original", "Save a copy of the o&riginal…", Menu.FILE, Where.WORKSPACE, ("Ctrl+Shift+S",)),
    ActionSpec("new_version", "Replace by a new &version…", Menu.FILE, Where.WORKSPACE, ("Ctrl+Shift+N",)),
    ActionSpec("compare_versions", "C&ompare versions…", Menu.FILE, Where.WORKSPACE, ("Ctrl+Shift+V",)),
    ActionSpec("remove", "&Take document out…", Menu.FILE, Where.WORKSPACE, tip="To the bin; can be undone"),
    ActionSpec("bin", "&Bin…", Menu.FILE, Where.WORKSPACE, tip="Records that were taken out, to be put back"),
    ActionSpec(
        "merge", "&Merge a colleague's copy…", Menu.FILE, Where.WORKSPACE, tip="Their decisions come in as theirs"
    ),
    ActionSpec("backups", "Back&ups…", Menu.FILE, Where.WORKSPACE, tip="Copies to return to", breaks=True),
    ActionSpec("quit", "&Quit", Menu.FILE, Where.ALWAYS, ("Ctrl+Q",), breaks=True),
    ActionSpec("undo", "&Undo", Menu.EDIT, Where.WORKSPACE, ("Ctrl+Z",)),
    ActionSpec("redo", "&Redo", Menu.EDIT, Where.WORKSPACE, ("Ctrl+Shift+Z",)),
    ActionSpec("search", "&Search everything", Menu.EDIT, Where.WORKSPACE, ("Ctrl+F",), breaks=True),
    ActionSpec("confirm", "&Confirm and go on", Menu.DECIDE, Where.REVIEW, ("Return", "Enter"), "The figure is right"),
    ActionSpec(
        "correct", "C&orrect", Menu.DECIDE, Where.REVIEW, ("E",), "Type the right value: the inspector says what if"
    ),
    ActionSpec("reject", "&Reject: not a figure", Menu.DECIDE, Where.REVIEW, ("R",)),
    ActionSpec("query", "&Query", Menu.DECIDE, Where.REVIEW, ("Q",), "Note a question"),
    ActionSpec("reopen", "&Back to undecided", Menu.DECIDE, Where.REVIEW, ("U",)),
    ActionSpec("like", "Do the same to those &like it", Menu.DECIDE, Where.REVIEW, ("L",), "As the line above says"),
    ActionSpec("keep_rule", "… and &keep it as a rule", Menu.DECIDE, Where.REVIEW, ("K",), "For what is read later"),
    ActionSpec("rules", "&Taught rules…", Menu.DECIDE, Where.WORKSPACE, tip="What this workspace was taught"),
    ActionSpec("join", "&Join selected figures", Menu.DECIDE, Where.REVIEW, ("J",), "One number was read as several"),
    ActionSpec("split", "&Split into its numbers", Menu.DECIDE, Where.REVIEW, ("S",), "Several were read as one"),
    ActionSpec("next", "&Next undecided", Menu.DECIDE, Where.REVIEW, ("N",), breaks=True),
    ActionSpec("previous", "&Previous undecided", Menu.DECIDE, Where.REVIEW, ("P",)),
    ActionSpec("next_check", "Next chec&k to look at", Menu.CHECKS, Where.WORKSPACE, ("F8",)),
    ActionSpec("previous_check", "Previous check to look at", Menu.CHECKS, Where.WORKSPACE, ("Shift+F8",)),
    ActionSpec(
        "raise_check",
        "Raise check with the &author",
        Menu.CHECKS,
        Where.CHECKS,
        ("A",),
        "With a text to send",
        breaks=True,
    ),
    ActionSpec("dismiss_check", "&Dismiss check", Menu.CHECKS, Where.CHECKS, ("D",), "With a reason"),
    ActionSpec("take_up_check", "Take check &up again", Menu.CHECKS, Where.CHECKS, ("B",)),
    ActionSpec("copy_check", "Copy te&xt to the author", Menu.CHECKS, Where.CHECKS, ("C",)),
    ActionSpec("note_check", "Note on the c&heck", Menu.CHECKS, Where.CHECKS, ("M",), "It decides nothing"),
    ActionSpec(
        "own_checks", "O&wn checks…", Menu.CHECKS, Where.WORKSPACE, ("F7",), "Your own sums and formulas", breaks=True
    ),
    ActionSpec("call_in", "Call-&in rules…", Menu.CHECKS, Where.WORKSPACE, tip="How each council counts"),
    ActionSpec("by_doubt", "&Doubtful first", Menu.DECIDE, Where.WORKSPACE, ("Ctrl+D",), "The order of the queue"),
    ActionSpec("figure", "Make selected text a &figure", Menu.TEXT, Where.REVIEW, ("F",)),
    ActionSpec("highlight", "&Highlight selected text", Menu.TEXT, Where.REVIEW, ("H",)),
    ActionSpec("comment", "Co&mment on selected text", Menu.TEXT, Where.REVIEW, ("M",)),
    ActionSpec("note_record", "&Note on the record", Menu.TEXT, Where.WORKSPACE, ("Ctrl+M",), "About all of it"),
    ActionSpec("note_point", "Note on the chart's &point", Menu.TEXT, Where.CHARTS, ("M",), "Where the ring is"),
    ActionSpec(
        "switch_view", "Text or &page", Menu.TEXT, Where.REVIEW, ("V",), "The record as text or as pages", breaks=True
    ),
    ActionSpec(
        "thumbnails", "Pages in s&mall", Menu.TEXT, Where.REVIEW, ("T",), "Show the pages in small beside the page"
    ),
    ActionSpec(
        "colour", "Next hi&ghlight colour", Menu.TEXT, Where.REVIEW, ("Shift+H",), "The colour that H marks with"
    ),
    ActionSpec("codebook", "&Codebook…", Menu.TEXT, Where.WORKSPACE, tip="What tags and colours mean"),
    ActionSpec("larger", "&Larger text or page", Menu.TEXT, Where.WORKSPACE, ("Ctrl++", "Ctrl+="), breaks=True),
    ActionSpec("smaller", "&Smaller text or page", Menu.TEXT, Where.WORKSPACE, ("Ctrl+-",)),
    ActionSpec("usual_size", "&Usual size", Menu.TEXT, Where.WORKSPACE, ("Ctrl+0",)),
    ActionSpec("fit_width", "Page as &wide as the view", Menu.TEXT, Where.WORKSPACE, ("Ctrl+9",)),
    ActionSpec("go_documents", "&Documents", Menu.GO, Where.WORKSPACE, ("Ctrl+1",)),
    ActionSpec("go_text", "&Text", Menu.GO, Where.WORKSPACE, ("Ctrl+2",)),
    ActionSpec("go_figures", "&Figures", Menu.GO, Where.WORKSPACE, ("Ctrl+3",)),
    ActionSpec("go_inspector", "&Inspector", Menu.GO, Where.WORKSPACE, ("Ctrl+4",)),
    ActionSpec("go_charts", "&Charts", Menu.GO, Where.WORKSPACE, ("Ctrl+5",)),
    ActionSpec("go_findings", "C&hecks", Menu.GO, Where.WORKSPACE, ("Ctrl+6",), breaks=True),
    ActionSpec("go_notes", "&Notes", Menu.GO, Where.WORKSPACE, ("Ctrl+7",)),
    ActionSpec("go_journal", "&Journal", Menu.GO, Where.WORKSPACE, ("Ctrl+8",)),
    ActionSpec("go_sign_off", "&Sign-off", Menu.GO, Where.WORKSPACE, ("F9",), "Second check, statement, signature"),
    ActionSpec("focus", "F&ocus: source and inspector alone", Menu.VIEW, Where.WORKSPACE, ("F11",)),
    ActionSpec(
        "facets", "&Facets", Menu.VIEW, Where.WORKSPACE, ("Ctrl+Shift+F",), "Figures by what they have in common"
    ),
    ActionSpec("scheme_system", "Colours of the &system", Menu.VIEW, Where.ALWAYS, checkable=True, breaks=True),
    ActionSpec("scheme_light", "&Light", Menu.VIEW, Where.ALWAYS, checkable=True),
    ActionSpec("scheme_dark", "&Dark", Menu.VIEW, Where.ALWAYS, checkable=True),
    ActionSpec("scheme_contrast", "&High contrast", Menu.VIEW, Where.ALWAYS, checkable=True),
    ActionSpec("reset_layout", "&Reset the layout", Menu.VIEW, Where.WORKSPACE, breaks=True),
    ActionSpec("keys", "&Keys", Menu.HELP, Where.ALWAYS, ("F1",)),
    ActionSpec("about", "&About Crossfoot", Menu.HELP, Where.ALWAYS),
)


class Actions(QObject):
    """The window's QActions, made from :data:`ACTIONS` and asked for by name."""

    def __init__(self, parent: QObject, specs: Iterable[ActionSpec] = ACTIONS) -> None:
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in specs}
        self._made = {spec.name: self._make(spec) for spec in self._specs.values()}
        self.enable_workspace(False)

    def __getitem__(self, name: str) -> QAction:
        """Return the action called ``name``."""
        return self._made[name]

    def of_menu(self, menu: Menu) -> Iterator[tuple[ActionSpec, QAction]]:
        """Go through the actions of one menu with their data."""
        return ((spec, self._made[name]) for name, spec in self._specs.items() if spec.menu is menu)

    def of_place(self, where: Where) -> list[QAction]:
        """Return the actions whose keys work in one place."""
        return [self._made[name] for name, spec in self._specs.items() if spec.where is where]

    def enable_workspace(self, there: bool) -> None:
        """Switch all actions that need a workspace."""
        for name, spec in self._specs.items():
            if spec.where is not Where.ALWAYS:
                self._made[name].setEnabled(there)

    def _make(self, spec: ActionSpec) -> QAction:
        """Make one action; keys without Ctrl only count where the focus is, so that they can be typed elsewhere."""
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(
            spec.name in {"next", "previous", "next_check", "previous_check", "undo", "redo", "larger", "smaller"}
        )
        if spec.where in {Where.REVIEW, Where.CHECKS, Where.CHARTS}:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setStatusTip(spec.tip)
        return action


class MenuKeys(QObject):
    """Lets a letter typed into an open menu choose from the menu, though it is the key of a decision elsewhere.

    Qt asks the menu, or the widget that had the focus, whether it wants a key before it looks for shortcuts.
    """

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take keys for the menu that is open."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(QApplication.activePopupWidget(), QMenu):
            event.accept()
            return True
        return False


def key_list(specs: Iterable[ActionSpec] = ACTIONS) -> list[tuple[str, str, str]]:
    """Return (keys, what they do, where) for every action that has keys, in the order of the menus."""
    return [
        (
            " or ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys),
            spec.text.replace("&", "").rstrip("…"),
            spec.where.value,
        )
        for spec in specs
        if spec.keys
    ]
