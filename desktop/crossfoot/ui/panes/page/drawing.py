"""How lights look on a sheet: washes that let the ink through, with a line and a sign for each state."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from crossfoot.model import State, WordBox
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.panes.page.lights import Box
from crossfoot.ui.panes.text.lights import Layer, Light

_SMALLEST_SIGN = 15.0
"""Pixels of a box's height from which on a sign beside it covers no other words; its line tells the state always."""

_SMALLEST_RINGED = 14.0
"""Pixels of a box's height from which on a ring around it may be wide without lying on its neighbours."""

_LINES = {
    State.UNREVIEWED: Qt.PenStyle.DashLine,
    State.CONFIRMED: Qt.PenStyle.SolidLine,
    State.CORRECTED: Qt.PenStyle.DashDotLine,
}
"""The line under a figure by its state, as in the text; a query has a wave, a rejected one is struck out."""


def edges(box: WordBox) -> Box:
    """Return a box's left, top, right and bottom."""
    return box.left, box.top, box.right, box.bottom


def placed(box: Box, corner: QPointF, zoom: float) -> QRectF:
    """Return a sheet's box on the screen, where the sheet's corner stands at ``corner``."""
    left, top, right, bottom = box
    return QRectF(corner.x() + left * zoom, corner.y() + top * zoom, (right - left) * zoom, (bottom - top) * zoom)


def draw_light(painter: QPainter, light: Light, rooms: list[QRectF], theme: Theme) -> None:
    """Draw one light over the ink, in one room for each line of its words."""
    match light.layer:
        case Layer.NOTE:
            colour, _, comment = light.look.partition(" ")
            for room in rooms:
                wash(painter, room, theme.highlights.get(colour, theme.highlights["yellow"]), theme)
                if comment:
                    _line(painter, room, QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DotLine))
        case Layer.LINK:
            for room in rooms:
                _line(painter, room, QPen(QColor(theme.accent), 1.4))
        case Layer.FIGURE:
            _draw_figure(painter, State(light.look), rooms, theme)
        case Layer.FINDING:
            for room in rooms:
                wash(painter, room, theme.selected, theme)
                _outline(painter, room, QPen(QColor(theme.warning), 1.4))
        case Layer.EVIDENCE:
            pen = QPen(QColor(theme.accent), 1.4, Qt.PenStyle.DotLine)
            for room in rooms:
                _line(painter, room, pen)
                painter.drawLine(QLineF(room.topLeft(), room.topRight()))
        case Layer.SELECTED:
            for room in rooms:  # two colours show on any paper; in small print they are thin, to lie on no neighbour
                wide = 2.0 if room.height() >= _SMALLEST_RINGED else 1.0
                _outline(painter, room.adjusted(-wide, -wide, wide, wide), QPen(QColor(theme.text), wide))
                _outline(
                    painter,
                    room.adjusted(-2 * wide, -2 * wide, 2 * wide, 2 * wide),
                    QPen(QColor(theme.accent), wide),
                )


def wash(painter: QPainter, room: QRectF, colour: str, theme: Theme) -> None:
    """Colour a room so that ink on it can still be read: darker than light paper, lighter than dark."""
    modes = QPainter.CompositionMode
    before = painter.compositionMode()
    painter.setCompositionMode(modes.CompositionMode_Lighten if theme.is_dark else modes.CompositionMode_Multiply)
    painter.fillRect(room.adjusted(-1, 0, 1, 0), QColor(colour))
    painter.setCompositionMode(before)


def _draw_figure(painter: QPainter, state: State, rooms: list[QRectF], theme: Theme) -> None:
    """Draw a figure's wash, its line and the sign of its state."""
    style = theme.state(state)
    edge = QColor(style.edge)
    for room in rooms:
        wash(painter, room, style.fill, theme)
        if state is State.REJECTED:
            painter.setPen(QPen(edge, 1.6))
            painter.drawLine(QLineF(room.left(), room.center().y(), room.right(), room.center().y()))
        elif state is State.QUERIED:
            _wave(painter, room, QPen(edge, 1.4))
        else:
            _line(painter, room, QPen(edge, 1.8, _LINES[state]))
    last = rooms[-1]
    if last.height() >= _SMALLEST_SIGN and state is not State.UNREVIEWED:
        size = max(9.0, min(14.0, last.height() * 0.7))
        badge = QRectF(last.right() - size * 0.3, last.top() - size * 0.7, size, size)
        font = QFont(painter.font())
        font.setPixelSize(round(size * 0.8))
        painter.setPen(QPen(edge, 1))
        painter.setBrush(QColor(style.fill))
        painter.drawEllipse(badge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(font)
        painter.setPen(QColor(style.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, style.glyph)


def _line(painter: QPainter, room: QRectF, pen: QPen) -> None:
    """Draw a line under a room."""
    painter.setPen(pen)
    painter.drawLine(QLineF(room.left(), room.bottom(), room.right(), room.bottom()))


def _outline(painter: QPainter, room: QRectF, pen: QPen) -> None:
    """Draw a line around a room."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 3, 3)


def _wave(painter: QPainter, room: QRectF, pen: QPen) -> None:
    """Draw a wave under a room."""
    path = QPainterPath(QPointF(room.left(), room.bottom()))
    x, up = room.left(), True
    while x < room.right():
        path.quadTo(QPointF(x + 2, room.bottom() + (-2.4 if up else 2.4)), QPointF(x + 4, room.bottom()))
        x, up = x + 4, not up
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
