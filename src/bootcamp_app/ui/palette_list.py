"""The list of the palette: an icon, what it is, its kind and its keys, drawn in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import draw_icon
from bootcamp_app.ui.words import in_words, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex

    from bootcamp_app.ui.palette_offers import Offer

_HEIGHT, _ICON, _GAP = 44, 18, 12
_OFFER = Qt.ItemDataRole.UserRole


class FoundModel(QAbstractListModel):
    """The offers that were found, nearest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: Sequence[Offer] = ()
        tongue.turned.connect(self._turn)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show others."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def offer(self, index: QModelIndex) -> Offer | None:
        """Give the offer of a line."""
        return self._offers[index.row()] if index.isValid() else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Called by Qt: how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._offers)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:  # noqa: ANN401
        """Called by Qt: what a line shows and what is read aloud."""
        offer = self._offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return in_words(offer.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (in_words(offer.text), in_words(offer.kind), offer.shortcut)
            return ", ".join(filter(None, said))
        return offer if role == _OFFER else None

    def _turn(self) -> None:
        last = self.index(max(len(self._offers) - 1, 0))
        self.dataChanged.emit(self.index(0), last)


class FoundDelegate(QStyledItemDelegate):
    """Draws one line."""

    def sizeHint(self, option: QStyleOptionViewItem,
                 index: QModelIndex | QPersistentModelIndex) -> QSize:  # fmt: skip
        """Called by Qt: every line is as high as a button."""
        del option, index
        return QSize(0, theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:  # fmt: skip
        """Called by Qt to draw a line."""
        offer: Offer = index.data(_OFFER)
        state: Any = option.state
        whole = QRectF(option.rect)
        is_marked = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_marked:
            self._draw_mark(painter, whole)
        side, gap = theme.px(_ICON), theme.px(_GAP)
        box = QRectF(whole.x() + gap, whole.center().y() - side / 2, side, side)
        if offer.icon:
            draw_icon(painter, offer.icon, box, theme.colour("accent" if is_marked else "muted"))
        rest = whole.adjusted(gap + side + gap, 0, -gap, 0)
        rest.setRight(self._draw_right(painter, rest, offer))
        painter.setFont(theme.font("body", 600 if is_marked else 400))
        _draw_text(painter, rest, in_words(offer.text), "ink")
        painter.restore()

    def _draw_mark(self, painter: QPainter, whole: QRectF) -> None:
        is_flat = theme.colour("accent_soft") == theme.colour("surface")
        pen = QPen(theme.colour("accent"), 2) if is_flat else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 8, 8)

    def _draw_right(self, painter: QPainter, rest: QRectF, offer: Offer) -> float:
        """Draw the kind and the keys at the end; give where they begin."""
        keys = QKeySequence(offer.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        said = " · ".join(filter(None, (in_words(offer.kind), keys)))
        font = theme.font("small")
        width = QFontMetrics(font).horizontalAdvance(said) + 2
        painter.setFont(font)
        place = QRectF(rest.right() - width, rest.y(), width, rest.height())
        _draw_text(painter, place, said, "muted")
        return place.left() - theme.px(_GAP)


def _draw_text(painter: QPainter, place: QRectF, text: str, role: str) -> None:
    painter.setPen(theme.colour(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
