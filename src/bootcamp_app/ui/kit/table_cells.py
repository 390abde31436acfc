"""Cells of a table: text with room for Khmer, and states as pills with an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from bootcamp_app.ui.kit.label import breakable
from bootcamp_app.ui.kit.pill import ICONS
from bootcamp_app.ui.kit.table_model import HAS_TWO_LINES, IS_PILL, MEANING
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import draw_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QHelpEvent

_SIDE, _ICON, _GAP, _RING = 12, 14, 6, 2
_KEPT = 4000
_TEXT, _FONT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.FontRole
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
# As numbers: Python's flags take a third of the time in which a page of cells is drawn.
_SELECTED = QStyle.StateFlag.State_Selected.value
_UNDER_MOUSE = QStyle.StateFlag.State_MouseOver.value
_Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Draws the cells of every table alike."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._short: dict[tuple[str, str, int], str] = {}
        """(text, font, width) → what of it there is room for: shaping Khmer takes longest."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Called by Qt: draw one cell."""
        model, state = index.model(), option.state.value
        self._ground(painter, option.rect, state)
        text = str(model.data(index, _TEXT) or "")
        if not text:
            pass
        elif model.data(index, IS_PILL):
            self._pill(painter, option.rect, text, str(model.data(index, MEANING) or ""))
        else:
            font = model.data(index, _FONT) or option.font
            shorten = self._on_two_lines if model.data(index, HAS_TWO_LINES) else self._shortened
            shown = shorten(text, font, option.rect.width() - 2 * _SIDE)
            side = int(model.data(index, Qt.ItemDataRole.TextAlignmentRole) or _LEFT)
            self._text(painter, option.rect, shown, (font, side), is_inverted=_is_inverted(state))
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus():
            self._ring(painter, option, index, view)

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

    def _ground(self, painter: QPainter, box: QRect, state: int) -> None:
        if _is_inverted(state):
            painter.fillRect(box, theme.colour("accent"))
        elif state & _SELECTED:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & _UNDER_MOUSE:
            painter.fillRect(box, theme.colour("background"))
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))

    def _ring(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        view: QAbstractItemView,
    ) -> None:
        """Draw what this cell has of the ring around the row that the keyboard is on."""
        if view.currentIndex().row() != index.row():
            return
        gap = 2 if _is_inverted(option.state.value) else 0
        colour = theme.colour("on_accent" if gap else "accent")
        box = option.rect.adjusted(0, gap, 0, -gap)
        painter.fillRect(box.x(), box.y(), box.width(), _RING, colour)
        painter.fillRect(box.x(), box.bottom() + 1 - _RING, box.width(), _RING, colour)
        shown = [n for n in range(index.model().columnCount()) if not _is_hidden(view, n)]
        if index.column() == shown[0]:
            painter.fillRect(box.x() + gap, box.y(), _RING, box.height(), colour)
        if index.column() == shown[-1]:
            painter.fillRect(box.right() + 1 - _RING - gap, box.y(), _RING, box.height(), colour)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        written: tuple[QFont, int],
        *,
        is_inverted: bool,
    ) -> None:
        font, side = written
        box = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(font)
        painter.setPen(theme.colour("on_accent" if is_inverted else "ink"))
        painter.drawText(box, side, text)

    def _shortened(self, text: str, font: QFont, width: int) -> str:
        asked = (text, font.key(), width)
        if asked not in self._short:
            if len(self._short) > _KEPT:
                self._short.clear()
            right = Qt.TextElideMode.ElideRight
            self._short[asked] = QFontMetricsF(font).elidedText(text, right, width)
        return self._short[asked]

    def _on_two_lines(self, text: str, font: QFont, width: int) -> str:
        if self._shortened(text, font, width) == text:
            return text
        asked = (f"\n{text}", font.key(), width)
        if asked not in self._short:
            whole = breakable(text)
            at = _first_line(whole, font, width)
            rest = self._shortened(whole[at:].lstrip(), font, width)
            self._short[asked] = f"{whole[:at].rstrip()}\n{rest}"
        return self._short[asked]

    def _pill(self, painter: QPainter, rect: QRect, text: str, meaning: str) -> None:
        font = theme.font("small", 600)
        icon, gap = theme.px(_ICON), theme.px(_GAP)
        height = min(theme.px(26), rect.height() - 6)
        room = rect.width() - 2 * _SIDE
        words = self._shortened(text, font, max(room - icon - 3 * gap, 0))
        width = min(QFontMetricsF(font).horizontalAdvance(words) + icon + 4 * gap, room)
        box = QRectF(rect.x() + _SIDE, rect.center().y() - height / 2, width, height)
        colour = theme.colour(meaning or "muted")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_loud = theme.colours.border > 1
        painter.setPen(QPen(colour, theme.colours.border) if is_loud else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{meaning}_soft" if meaning else "sunken"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        place = QPointF(box.x() + gap * 1.5, box.center().y() - icon / 2)
        draw_icon(painter, ICONS[meaning], QRectF(place.x(), place.y(), icon, icon), colour)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box.adjusted(icon + 2.5 * gap, 0, 0, 0), _LEFT, words)
        painter.restore()


def _first_line(text: str, font: QFont, width: int) -> int:
    """Give how many signs of a text stand on its first line."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line.textLength()


def _is_hidden(view: QAbstractItemView, column: int) -> bool:
    return isinstance(view, QTableView) and view.isColumnHidden(column)


def _is_inverted(state: int) -> bool:
    """Say whether this is a chosen row of a theme without soft colours."""
    return bool(state & _SELECTED) and theme.colours.border > 1
