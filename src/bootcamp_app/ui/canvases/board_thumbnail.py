"""A board in small: its template, and the notes where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE_COLOURS,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PICTURE,
    SIDE_COLOURS,
    TEXT,
)
from bootcamp_app.ui.canvases.thumbnail import Thumbnail

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item
    from bootcamp_app.ui.canvases.board_card import BoardTold

_INK, _PICTURE, _STRIPE = "#5B6672", "#9FB4C4", 2.6


class BoardThumbnail(Thumbnail):
    """Paints a board once for each state and shows it."""

    def __init__(self, told: BoardTold, width: int) -> None:
        self._items: tuple[Item, ...] = told.items
        super().__init__(told.board.template, width)

    def show_board(self, told: BoardTold) -> None:
        """Show the same board as it is now."""
        if told.items != self._items:
            self._items = told.items
            self._painted = QPixmap()
            self.update()

    def _paint(self, ratio: float) -> QPixmap:
        painted = super()._paint(ratio)
        with QPainter(painted) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.width() / PAGE_WIDTH, self.height() / PAGE_HEIGHT)
            middles = {one.id: _middle(one) for one in self._items}
            for one in self._items:
                if one.kind == CONNECTOR and one.source in middles and one.target in middles:
                    painter.setPen(QColor(_INK))
                    start, end = middles[one.source], middles[one.target]
                    painter.drawLine(round(start[0]), round(start[1]), round(end[0]), round(end[1]))
                elif one.kind != CONNECTOR:
                    _paint_item(painter, one)
        return painted


def _middle(item: Item) -> tuple[float, float]:
    return item.x + item.width / 2, item.top + item.height / 2


def _paint_item(painter: QPainter, item: Item) -> None:
    box = QRectF(item.x, item.top, item.width, item.height)
    if item.kind == FRAME:
        painter.setPen(QColor(_INK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if item.kind != TEXT:
        ground = _PICTURE if item.kind == PICTURE else NOTE_COLOURS.get(item.colour, "#FDE58A")
        painter.fillRect(box, QColor(ground))
        painter.setPen(QColor(0, 0, 0, 40))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
    if item.side in SIDE_COLOURS:
        stripe = QRectF(item.x, item.top, _STRIPE, item.height)
        painter.fillRect(stripe, QColor(SIDE_COLOURS[item.side]))
    lines = min(len(item.text) // 14 + 1, 3) if item.text else 0
    for line in range(lines):
        top = item.top + 6 + line * 6
        if top + 2 < item.top + item.height:
            width = (item.width - 12) * (0.6 if line == lines - 1 else 1)
            painter.fillRect(QRectF(item.x + 6, top, max(width, 2), 2), QColor(_INK))
