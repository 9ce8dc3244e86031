"""The colours of the program, light, dark and of high contrast, and the one style sheet.

Every colour that text is written in stands at 4.5 : 1 or more against what lies behind it, and
every edge that carries meaning at 3 : 1 (WCAG 2.2 AA, criteria 1.4.3 and 1.4.11). A state is
always a glyph and a word beside its colour. Panes ask a :class:`Theme` for colours and never
name one themselves; :func:`apply` lays a theme over the whole application.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from crossfoot.model import State
from crossfoot.model.wording import STATE_GLYPHS, STATE_WORDS

UNIT = 8
"""The grid that margins, gaps and paddings keep to, in device-independent pixels."""


@dataclass(frozen=True, slots=True)
class StateStyle:
    """How one state of a figure is shown: by word and glyph first, then by colour.

    ``text`` is readable on ``fill`` and on the theme's base; ``fill`` is the wash behind a lit
    number; ``edge`` its underline or outline, and the colour of its mark on a chart.
    """

    word: str
    glyph: str
    text: str
    fill: str
    edge: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the program as ``#rrggbb``; see the module for what they promise.

    ``window`` lies behind panes and bars, ``base`` behind text and tables, ``raised`` behind
    buttons; ``muted`` is for second-rank text. ``border`` and ``grid`` are quiet lines that
    carry no meaning, ``outline`` is the edge of a control, ``faint`` the words on one that
    cannot be used now. ``accent`` marks selection and focus,
    with ``on_accent`` written on it; ``selected`` is the wash behind a selected row. ``better``
    and ``worse`` colour a change only where the dictionary says which way is better, ``neutral``
    all the others. ``series`` are told apart by people who do not see red or green, and by
    lightness; they carry a symbol beside the colour all the same. ``highlights`` are the
    washes of the officer's own marks, by colour name.
    """

    name: str
    is_dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    border: str
    grid: str
    outline: str
    faint: str
    warning: str
    better: str
    worse: str
    neutral: str
    states: Mapping[State, StateStyle]
    series: tuple[str, ...]
    highlights: Mapping[str, str]

    def state(self, state: State) -> StateStyle:
        """Return how ``state`` is shown."""
        return self.states[state]

    def series_colour(self, index: int) -> str:
        """Return the colour of the series at ``index``, beginning again after the last."""
        return self.series[index % len(self.series)]


def _states(**colours: tuple[str, str, str]) -> Mapping[State, StateStyle]:
    """Join the words and glyphs, which no theme changes, to a theme's (text, fill, edge) by state name."""
    return MappingProxyType(
        {state: StateStyle(STATE_WORDS[state], STATE_GLYPHS[state], *colours[state.value]) for state in State}
    )


def light() -> Theme:
    """Return the theme for a bright room."""
    return Theme(
        name="light",
        is_dark=False,
        window="#f3f4f6",
        base="#ffffff",
        raised="#ffffff",
        text="#1b2430",
        muted="#56616e",
        accent="#1b5e9e",
        on_accent="#ffffff",
        selected="#dbe8f5",
        border="#d5dae0",
        grid="#e6e9ed",
        outline="#848e9a",
        faint="#848e9a",
        warning="#9a4a00",
        better="#00695c",
        worse="#a63d00",
        neutral="#4a5563",
        states=_states(
            unreviewed=("#6a4a00", "#fff1c2", "#a67300"),
            confirmed=("#14572f", "#dcf2e3", "#1f7a45"),
            corrected=("#123f73", "#dbe8fb", "#1b5e9e"),
            rejected=("#4a5360", "#eceef1", "#6b7480"),
            queried=("#6a2468", "#f4e2f3", "#8e3a8e"),
        ),
        series=("#0068a5", "#bf4d00", "#007a5e", "#96407f", "#7a6200", "#4b5563"),
        highlights=MappingProxyType({"yellow": "#fff3a3", "green": "#d5f2c8", "blue": "#cfe6ff", "pink": "#ffd9e6"}),
    )


def dark() -> Theme:
    """Return the theme for a dim room; surfaces are dark grey, never black, so that borders stay visible."""
    return Theme(
        name="dark",
        is_dark=True,
        window="#1a1e24",
        base="#21262d",
        raised="#2b323b",
        text="#e6e9ed",
        muted="#a3adb9",
        accent="#74b6f4",
        on_accent="#0c1a29",
        selected="#263c54",
        border="#363e48",
        grid="#323942",
        outline="#77828f",
        faint="#77828f",
        warning="#f0a35e",
        better="#4fc3a8",
        worse="#f09a66",
        neutral="#b4bdc8",
        states=_states(
            unreviewed=("#f5d37a", "#453a16", "#d9a92f"),
            confirmed=("#8fdcab", "#1e3d2b", "#4fb878"),
            corrected=("#a6cdf7", "#203a57", "#6cb0f0"),
            rejected=("#b4bdc8", "#343b44", "#8b96a3"),
            queried=("#e9b3e6", "#462a46", "#cf7fcb"),
        ),
        series=("#5ab4f0", "#f0975a", "#45c8a0", "#de92c6", "#dcc64f", "#b4bdc8"),
        highlights=MappingProxyType({"yellow": "#5a5014", "green": "#2b4d22", "blue": "#1f4468", "pink": "#5c2a40"}),
    )


def high_contrast() -> Theme:
    """Return the theme for those who need the strongest edges: black, white, and text at 7 : 1 or more."""
    return Theme(
        name="high contrast",
        is_dark=True,
        window="#000000",
        base="#000000",
        raised="#000000",
        text="#ffffff",
        muted="#e0e0e0",
        accent="#ffd800",
        on_accent="#000000",
        selected="#4a3f00",
        border="#ffffff",
        grid="#5a5a5a",
        outline="#ffffff",
        faint="#8c8c8c",
        warning="#ffb066",
        better="#5ef0c8",
        worse="#ffb066",
        neutral="#ffffff",
        states=_states(
            unreviewed=("#ffe680", "#2e2600", "#ffd800"),
            confirmed=("#8dffb4", "#00290f", "#3df27e"),
            corrected=("#a8d4ff", "#001f3d", "#6cb8ff"),
            rejected=("#e0e0e0", "#2b2b2b", "#c4c4c4"),
            queried=("#ffb8fb", "#330031", "#ff85f7"),
        ),
        series=("#6cc4ff", "#ffa35c", "#4df0b8", "#ff9de0", "#ffe94d", "#ffffff"),
        highlights=MappingProxyType({"yellow": "#4d4400", "green": "#124d00", "blue": "#00386b", "pink": "#66002b"}),
    )


def system(app: QApplication) -> Theme:
    """Return the theme that suits the desktop that ``app`` runs on."""
    return dark() if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else light()


def palette(theme: Theme) -> QPalette:
    """Return ``theme`` as Qt's palette, with what is disabled written in a fainter colour."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.warning,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.grid,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.outline,
        QPalette.ColorRole.Shadow: theme.outline,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of ``theme``: flat panes, quiet lines, one accent, focus that can be seen.

    Properties that widgets may set: ``role`` = "title", "muted", "value", "pane-title" or "warning"
    on a QLabel; ``primary`` = true on the one main button of a pane; ``segment`` = true on
    checkable buttons that stand in a row and of which one is down.
    """
    return _SHEET.format_map({name: getattr(theme, name) for name in _IN_SHEET})


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application the colours and the shapes of ``theme``; may be called again at any time."""
    if app.style().name().lower() != "fusion":  # the one style that follows a palette on every platform
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


_IN_SHEET = (
    *("window", "base", "raised", "text", "muted", "accent", "on_accent"),
    *("selected", "border", "grid", "outline", "faint", "warning"),
)

_SHEET = """
QMainWindow, QDialog {{ background: {window}; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {outline}; padding: 4px 8px; }}

QLabel[role="title"] {{ font-size: 18pt; font-weight: 600; }}
QLabel[role="value"] {{ font-size: 20pt; font-weight: 600; }}
QLabel[role="pane-title"] {{ color: {muted}; font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="warning"] {{ color: {warning}; }}

QPushButton, QToolButton {{
    background: {raised}; color: {text}; border: 1px solid {outline}; border-radius: 4px; padding: 4px 12px;
    min-height: 18px;
}}
QToolButton {{ padding: 4px 8px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; background: {selected}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {selected}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 11px; outline: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolButton:focus {{ padding: 3px 7px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; border-color: {border}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {text}; }}
QPushButton[primary="true"]:disabled {{ background: {window}; color: {faint}; border-color: {border}; }}
QToolButton[segment="true"] {{
    background: transparent; color: {muted}; border: 1px solid transparent; border-radius: 4px; padding: 4px 12px;
}}
QToolButton[segment="true"]:hover {{ color: {text}; background: {selected}; }}
QToolButton[segment="true"]:checked {{ background: {selected}; color: {text}; font-weight: 600; }}
QToolButton[segment="true"]:focus {{ border: 2px solid {accent}; padding: 3px 11px; }}
QToolBar {{ background: {window}; border: none; border-bottom: 1px solid {border}; spacing: 8px; padding: 4px 8px; }}
QToolBar QToolButton {{ background: transparent; border-color: transparent; }}
QToolBar QToolButton:hover {{ background: {selected}; }}
QToolBar QToolButton:checked {{ background: {selected}; }}
QToolBar QToolButton:focus {{ border-color: {accent}; }}

QLineEdit, QComboBox {{
    background: {base}; color: {text}; border: 1px solid {outline}; border-radius: 4px; padding: 3px 8px;
    min-height: 18px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QPlainTextEdit, QTextEdit {{
    background: {base}; color: {text}; border: 1px solid {border}; border-radius: 4px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QComboBox:focus {{ border: 2px solid {accent}; padding: 2px 7px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 1px solid {accent}; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {faint}; background: {window}; border-color: {border}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{
    image: none; width: 10px; height: 5px;
    background: qconicalgradient(cx: 0.5, cy: 1, angle: 0, stop: 0 transparent, stop: 0.124 transparent,
        stop: 0.126 {muted}, stop: 0.374 {muted}, stop: 0.376 transparent, stop: 1 transparent);
}}
QComboBox QAbstractItemView {{ background: {base}; border: 1px solid {outline}; selection-background-color: {accent};
    selection-color: {on_accent}; }}

QCheckBox, QRadioButton {{ spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QListView::indicator, QRadioButton::indicator {{
    width: 8px; height: 8px; padding: 3px; border: 1px solid {outline}; border-radius: 0;
    background: {base}; background-clip: content;
}}
QRadioButton::indicator {{ width: 14px; height: 14px; padding: 0; border-radius: 8px; background-clip: border; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QRadioButton::indicator:checked {{
    border-color: {accent};
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 {accent}, stop: 0.5 {accent},
        stop: 0.6 {base}, stop: 1 {base});
}}

QAbstractScrollArea {{ border: none; }}
QTableView, QTreeView, QListView {{
    background: {base}; alternate-background-color: {window}; color: {text}; gridline-color: {grid};
    border: 1px solid {border}; selection-background-color: {selected}; selection-color: {text}; outline: 0;
}}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 1px solid {accent}; }}
QTableView::item, QTreeView::item, QListView::item {{ padding: 2px 8px; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
    background: {selected}; color: {text};
}}
QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; padding: 0 6px; min-height: 0; }}
QHeaderView {{ background: {window}; border: none; }}
QHeaderView::section {{
    background: {window}; color: {muted}; border: none; border-bottom: 1px solid {border};
    border-right: 1px solid {grid}; padding: 4px 8px; font-weight: 600;
}}
QTableCornerButton::section {{ background: {window}; border: none; border-bottom: 1px solid {border}; }}

QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QTabBar::tab {{
    background: transparent; color: {muted}; padding: 6px 12px; border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ background: {selected}; }}

QSplitter::handle {{ background: {window}; }}
QSplitter::handle:hover {{ background: {selected}; }}
QSplitter::handle:horizontal {{ width: 8px; }}
QSplitter::handle:vertical {{ height: 8px; }}
QFrame[pane="true"] {{ background: {base}; border: 1px solid {border}; border-radius: 4px; }}
QDockWidget::title {{ background: {window}; padding: 4px 8px; border-bottom: 1px solid {border}; }}

QMenuBar {{ background: {window}; color: {text}; border-bottom: 1px solid {border}; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
QMenuBar::item:selected {{ background: {selected}; }}
QMenu {{ background: {base}; color: {text}; border: 1px solid {outline}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 24px 5px 16px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {faint}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QStatusBar {{ background: {window}; color: {muted}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; padding: 2px 8px; }}
QStatusBar QLabel[edge="true"] {{ padding-left: 4px; }}

QProgressBar {{ background: {grid}; border: none; border-radius: 4px; height: 8px; text-align: center; color: {text}; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QScrollBar:vertical {{ background: {window}; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: {window}; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {outline}; border-radius: 4px; border: 2px solid {window}; }}
QScrollBar::handle:vertical {{ min-height: 24px; }}
QScrollBar::handle:horizontal {{ min-width: 24px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QGroupBox {{ border: none; border-top: 1px solid {border}; margin-top: 16px; padding-top: 8px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; color: {muted}; }}
"""
