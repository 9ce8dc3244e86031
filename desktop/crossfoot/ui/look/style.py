"""The few shapes of the window that the theme's style sheet does not know, in the theme's colours."""

from __future__ import annotations

from crossfoot.ui.look.theme import UNIT, Theme

_SHEET = """
QToolButton[quiet="true"] {{
    background: transparent; border: 1px solid transparent; padding: 0 5px; min-height: 18px; color: {muted};
}}
QToolButton[quiet="true"]:hover {{ background: {selected}; color: {text}; }}
QToolButton[quiet="true"]:checked {{ background: {selected}; color: {text}; }}
QToolButton[quiet="true"]:focus {{ border: 1px solid {accent}; }}
QLineEdit[compact="true"] {{ padding: 1px 6px; min-height: 17px; }}
QLineEdit[compact="true"]:focus {{ padding: 0 5px; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QPushButton[large="true"] {{ min-height: 30px; font-size: 11pt; }}
QTableView QLineEdit, QTableView QLineEdit:focus {{
    padding: 0 4px; border: 1px solid {accent}; border-radius: 0; min-height: 0;
}}
QFrame[ask="true"] {{ background: {selected}; border: 1px solid {accent}; border-radius: 4px; }}
QFrame[ask="true"] QToolButton {{ padding: 2px 6px; }}
QFrame[rule="true"] {{ background: {border}; border: none; max-height: 1px; }}
QFrame[card="query"] {{ background: {window}; border: none; border-left: 3px solid {warning}; }}
QFrame[card="holds"] {{ background: {window}; border: none; border-left: 3px solid {better}; }}
QFrame[notice="true"] {{ background: {selected}; border: none; border-bottom: 1px solid {border}; }}
QPushButton {{ padding: 3px 10px; }}
QPushButton:focus {{ padding: 2px 9px; }}
QHeaderView QLineEdit[filter="true"] {{
    border: 1px solid {border}; border-radius: 2px; padding: 0 4px; min-height: 0;
}}
QHeaderView QLineEdit[filter="true"]:focus {{ border: 1px solid {accent}; padding: 0 4px; }}
QPushButton[link="true"] {{
    background: transparent; border: 1px solid transparent; color: {accent}; padding: 0 2px; min-height: 15px;
    text-decoration: underline;
}}
QPushButton[link="true"]:hover {{ background: {selected}; }}
QPushButton[link="true"]:focus {{ border: 1px solid {accent}; padding: 0 2px; }}
QWidget[pane="true"] {{ background: {base}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: {base}; }}
QScrollArea[bare="true"], QScrollArea[bare="true"] > QWidget > QWidget {{ background: transparent; }}
QScrollArea[bare="true"] {{ border: 1px solid transparent; }}
QScrollArea[bare="true"]:focus {{ border: 1px solid {accent}; }}
QListWidget, QListView, QTableView {{ border: 1px solid {base}; }}
QLabel[place="true"] {{ border: 1px solid {base}; }}
QLabel[place="true"]:focus {{ border: 1px solid {accent}; }}
QListWidget:focus, QListView:focus, QTableView:focus {{ border: 1px solid {accent}; }}
QTableView::item {{ padding: 2px 5px; }}
QTableView::item:focus {{ border: 1px solid {accent}; padding: 1px 4px; }}
QListWidget::item {{ padding: 5px {unit}px; border-bottom: 1px solid {grid}; }}
QTabBar::tab {{ padding: 6px 7px; }}
QPushButton:checked {{ background: {selected}; border-color: {accent}; }}
QTreeView::indicator {{
    width: 8px; height: 8px; padding: 3px; border: 1px solid {muted}; background: {base}; background-clip: content;
}}
QTreeView::indicator:checked {{ background: {accent}; border-color: {accent}; background-clip: content; }}
QHeaderView::section {{ padding: 3px 8px; }}
"""


def window_sheet(theme: Theme) -> str:
    """Return the window's own style sheet."""
    return _SHEET.format(
        unit=UNIT,
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
