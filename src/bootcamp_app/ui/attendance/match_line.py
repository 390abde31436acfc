"""One person of a list, drawn on two lines: the names, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bootcamp_app.ui.attendance.answers import names_of
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant

_Index = QModelIndex | QPersistentModelIndex
_PAD, _BAR = 12, 4


class MatchLine(QStyledItemDelegate):
    """Draws a Participant; a chosen one has the accent's ground and a bar at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Called by Qt: two lines and some air."""
        del index
        lines = _height("heading", 700) + _height("small", 400)
        return QSize(option.rect.width(), lines + theme.px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Called by Qt for each line that is to be seen."""
        person: Participant = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
            bar = QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height()))
            painter.fillRect(bar, theme.colour("accent"))
        pad = theme.px(_PAD)
        box = option.rect.adjusted(pad + _BAR, pad // 2, -pad, -pad // 2)
        self._draw(painter, box, person)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, person: Participant) -> None:
        name, second = names_of(person)
        first = QRect(box.x(), box.y(), box.width(), _height("heading", 700))
        below = box.adjusted(0, first.height(), 0, 0)
        used = _write(painter, first, name, ("heading", 700, "ink"))
        _write(painter, first.adjusted(used + theme.px(_PAD), 0, 0, 0), second,
               ("body", 400, "ink"))  # fmt: skip
        where = " · ".join(part for part in (person.organisation, person.phone) if part)
        _write(painter, below, where, ("small", 400, "muted"))


def _write(painter: QPainter, box: QRect, text: str, look: tuple[str, int, str]) -> int:
    """Write a text into a box and give how wide it is; what does not fit ends in dots."""
    size, weight, role = look
    painter.setFont(theme.font(size, weight))
    painter.setPen(theme.colour(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    way = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, way, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _height(size: str, weight: int) -> int:
    return QFontMetrics(theme.font(size, weight)).height()
