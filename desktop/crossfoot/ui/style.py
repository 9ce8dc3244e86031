"""The few shapes of the window that the theme's style sheet does not know, in the theme's colours."""

from __future__ import annotations

from crossfoot.ui.theme import Theme

_SHEET = """
QToolButton[link="true"] {{
    background: transparent; border: 1px solid transparent; color: {accent}; padding: 0 2px; min-height: 0;
    text-decoration: underline;
}}
QToolButton[link="true"]:hover {{ background: {selected}; }}
QToolButton[link="true"]:focus {{ border: 1px solid {accent}; }}
QToolButton[quiet="true"] {{
    background: transparent; border: 1px solid transparent; padding: 2px 5px; color: {muted};
}}
QToolButton[quiet="true"]:hover {{ background: {selected}; color: {text}; }}
QToolButton[quiet="true"]:focus {{ border: 1px solid {accent}; }}
QLineEdit[filter="true"] {{ border: 1px solid {border}; border-radius: 2px; padding: 0 4px; min-height: 0; }}
QLineEdit[filter="true"]:focus {{ border: 1px solid {accent}; padding: 0 4px; }}
QFrame[ask="true"] {{ background: {selected}; border: 1px solid {accent}; border-radius: 4px; }}
QFrame[ask="true"] QToolButton {{ padding: 2px 6px; }}
QFrame[rule="true"] {{ background: {border}; border: none; max-height: 1px; }}
QFrame[card="query"] {{ background: {window}; border: none; border-left: 3px solid {warning}; }}
QFrame[card="holds"] {{ background: {window}; border: none; border-left: 3px solid {better}; }}
QFrame[notice="true"] {{ background: {selected}; border: none; border-bottom: 1px solid {border}; }}
QPushButton {{ padding: 3px 10px; }}
QPushButton:focus {{ padding: 2px 9px; }}
QWidget[pane="true"] {{ background: {base}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: {base}; }}
QTreeWidget, QListWidget, QListView, QTableView {{ border: none; }}
QTreeView::item, QListWidget::item {{ padding: 5px 8px; border-bottom: 1px solid {grid}; }}
QTabBar::tab {{ padding: 6px 10px; }}
"""


def window_sheet(theme: Theme) -> str:
    """Return the window's own style sheet."""
    return _SHEET.format(
        accent=theme.accent,
        selected=theme.selected,
        muted=theme.muted,
        text=theme.text,
        border=theme.border,
        window=theme.window,
        warning=theme.warning,
        better=theme.better,
        base=theme.base,
        grid=theme.grid,
    )
