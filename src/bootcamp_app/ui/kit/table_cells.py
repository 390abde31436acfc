"""Cells of a table: text with room for Khmer, and states as pills with an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from bootcamp_app.ui.kit.pill import ICONS
from bootcamp_app.ui.kit.table_model import IS_PILL, MEANING
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import draw_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent

_SIDE, _ICON, _GAP, _RING = 12, 14, 6, 2
_Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Draws the cells of every table alike."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Called by Qt: draw one cell."""
        self.initStyleOption(option, index)
        painter.save()
        self._ground(painter, option)
        if index.data(IS_PILL):
            self._pill(painter, option, str(index.data(MEANING) or ""))
        else:
            self._text(painter, option)
        self._ring(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Called by Qt: as wide as the words."""
        metrics = QFontMetricsF(index.data(Qt.ItemDataRole.FontRole) or theme.font())
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * _SIDE
        extra = theme.px(_ICON + 3 * _GAP) if index.data(IS_PILL) else 0
        return QSize(round(width) + extra, super().sizeHint(option, index).height())

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Called by Qt: say the whole of a text that has no room."""
        is_cut = index.isValid() and self.sizeHint(option, index).width() > option.rect.width()
        QToolTip.showText(event.globalPos(), str(index.data()) if is_cut else "", view)
        return True

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        box = option.rect
        if _is_inverted(option):
            painter.fillRect(box, theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("background"))
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw what this cell has of the ring around the row that the keyboard is on."""
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return
        if view.currentIndex().row() != index.row():
            return
        gap = 2 if _is_inverted(option) else 0
        colour = theme.colour("on_accent" if gap else "accent")
        box = option.rect.adjusted(0, gap, 0, -gap)
        painter.fillRect(box.x(), box.y(), box.width(), _RING, colour)
        painter.fillRect(box.x(), box.bottom() + 1 - _RING, box.width(), _RING, colour)
        shown = [n for n in range(index.model().columnCount()) if not _is_hidden(view, n)]
        if index.column() == shown[0]:
            painter.fillRect(box.x() + gap, box.y(), _RING, box.height(), colour)
        if index.column() == shown[-1]:
            painter.fillRect(box.right() + 1 - _RING - gap, box.y(), _RING, box.height(), colour)

    def _text(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        metrics = QFontMetricsF(option.font)
        shown = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(option.font)
        painter.setPen(theme.colour("on_accent" if _is_inverted(option) else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _pill(self, painter: QPainter, option: QStyleOptionViewItem, meaning: str) -> None:
        if not option.text:
            return
        font = theme.font("small", 600)
        metrics = QFontMetricsF(font)
        icon, gap = theme.px(_ICON), theme.px(_GAP)
        height = min(theme.px(26), option.rect.height() - 6)
        room = option.rect.width() - 2 * _SIDE
        words = metrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, max(room - icon - 3 * gap, 0)
        )
        width = min(metrics.horizontalAdvance(words) + icon + 4 * gap, room)
        top = option.rect.center().y() - height / 2
        box = QRectF(option.rect.x() + _SIDE, top, width, height)
        colour = theme.colour(meaning or "muted")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_loud = theme.colours.border > 1
        painter.setPen(QPen(colour, theme.colours.border) if is_loud else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{meaning}_soft" if meaning else "sunken"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        place = QPointF(box.x() + gap * 1.5, box.center().y() - icon / 2)
        draw_icon(painter, ICONS[meaning], QRectF(place.x(), place.y(), icon, icon), colour)
        painter.setFont(font)
        painter.setPen(colour)
        text = box.adjusted(icon + 2.5 * gap, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _is_hidden(view: QAbstractItemView, column: int) -> bool:
    return isinstance(view, QTableView) and view.isColumnHidden(column)


def _is_inverted(option: QStyleOptionViewItem) -> bool:
    """Say whether this is a chosen row of a theme without soft colours."""
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    return is_chosen and theme.colours.border > 1
