"""A bar in the colours of the sides, as wide as each side's part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from bootcamp_app.features.canvases.views import SIDE_COLOURS, SIDES
from bootcamp_app.ui.kit.rounded_bar import RoundedBar
from bootcamp_app.ui.theme.colours import mixed
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEIGHT, _GAP, _LIGHTER = 10, 2, 0.62
# Where a theme has two colours, patterns tell the sides apart.
_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern)


class SideBar(RoundedBar):
    """Shows parts of a whole; nothing but its ground where nobody said anything."""

    def __init__(self, height: int = _HEIGHT) -> None:
        super().__init__(height)
        self._parts: Mapping[str, float] = {}
        theme.changed.connect(self.update)

    def show_parts(self, parts: Mapping[str, float]) -> None:
        """Show the part of each side, from 0 to 1."""
        self._parts = parts
        self.update()

    def draw_parts(self, painter: QPainter, box: QRectF) -> None:
        """Fill it with the sides, in their order."""
        left = box.left()
        shown = [(side, self._parts.get(side, 0.0)) for side in SIDES]
        for side, part in shown:
            width = box.width() * part
            if width > 0:
                gap = _GAP if left + width < box.right() - 1 else 0
                place = QRectF(left, box.top(), max(width - gap, 1), box.height())
                painter.fillRect(place, _brush(side))
                left += width


def side_colour(side: str) -> QColor:
    """Give the colour of a side, lighter where the ground is dark."""
    colour = SIDE_COLOURS[side]
    return QColor(mixed(colour, "#FFFFFF", _LIGHTER) if theme.is_dark else colour)


def _brush(side: str) -> QBrush:
    if theme.colours.border > 1:
        return QBrush(theme.colour("ink"), _PATTERNS[SIDES.index(side)])
    return QBrush(side_colour(side))
