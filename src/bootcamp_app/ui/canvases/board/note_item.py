"""A sticky note, a text without ground, and a frame, as they are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPen

from bootcamp_app.features.canvases.views import NOTE_COLOURS, SIDE_COLOURS
from bootcamp_app.ui.canvases.board.board_item import BoardItem
from bootcamp_app.ui.canvases.board.paper_text import PaperText
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from bootcamp_app.features.canvases.views import Item

SIZES = (16.0, 14.0, 12.5, 11.0, 10.0, 9.0, 8.0, 7.0)
"""Points of the letters on A3, from what a note begins with down to what can still be read."""
INK, MUTED = QColor("#1F2933"), QColor("#5B6672")
_DOT, _SHADOW, _LINE = QColor("#A32020"), QColor(31, 41, 51, 34), QColor("#C9C3B8")
_GROUNDS = {name: QColor(colour) for name, colour in NOTE_COLOURS.items()}
_SIDES = {name: QColor(colour) for name, colour in SIDE_COLOURS.items()}
_STRIPE, _PADDING = 1.8, 3.0
_DOT_ROOM, _DOT_SIZE, _DOT_STEP = 6.0, 3.4, 4.4
_TINY, _LEGIBLE = 6.0, 3.2
"""Pixels: how wide a note is that is a patch of colour, how high letters are that are a bar."""
_ROUND = 0.6


class NoteItem(BoardItem):
    """A sticky note: its colour, a stripe for its side, its text and its dots."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.dots = 0
        self._text: PaperText | None = None

    @property
    def text(self) -> PaperText:
        """The text as it fits; laid out when it is first asked for."""
        if self._text is None:
            room = self.text_box
            self._text = PaperText(self.item.text, room.width(), room.height(), SIZES)
        return self._text

    @property
    def text_box(self) -> QRectF:
        """Where the text has room, from the item's own corner."""
        below = _DOT_ROOM if self.dots else _PADDING * 0.6
        return QRectF(
            _STRIPE + _PADDING,
            _PADDING * 0.8,
            max(self._box.width() - _STRIPE - 2 * _PADDING, 4),
            max(self._box.height() - _PADDING * 0.8 - below, 3),
        )

    def show_dots(self, dots: int) -> None:
        """Show so many votes."""
        if dots != self.dots:
            self.dots = dots
            self.forget()
            self.update()

    def forget(self) -> None:
        """Lay the text out anew when it is next painted."""
        self._text = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw the note, with less on it the smaller it is."""
        del option, widget
        scale = painter.worldTransform().m11()
        item, box = self.item, self._box
        ground = _GROUNDS.get(item.colour, _GROUNDS["yellow"])
        if box.width() * scale < _TINY:
            painter.fillRect(box, ground)
            return
        self._ground(painter, ground, scale)
        if item.is_hidden:
            _cover(painter, box, scale)
        elif item.text and not self.is_edited:
            self._words(painter, scale)
        if self.dots:
            self._dots(painter, scale)

    def _ground(self, painter: QPainter, ground: QColor, scale: float) -> None:
        box = self._box
        has_line = theme.colours.border > 1
        if not has_line:
            painter.fillRect(box.translated(0.5, 0.9), _SHADOW)
        painter.fillRect(box, ground)
        if side := _SIDES.get(self.item.side):
            painter.fillRect(QRectF(0, 0, max(_STRIPE, 2 / scale), box.height()), side)
        if has_line or ground == _GROUNDS["white"]:
            painter.setPen(_hairline(INK if has_line else _LINE, theme.colours.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def _words(self, painter: QPainter, scale: float) -> None:
        room = self.text_box
        # Of a note that was never read nobody needs to know how its text fits.
        letters = self._text.letter_height if self._text else SIZES[0] * 0.35
        if letters * scale < _LEGIBLE:
            _bars(painter, room, len(self.item.text))
            return
        painter.setPen(INK)
        self.text.draw(painter, room.x(), room.y())

    def _dots(self, painter: QPainter, scale: float) -> None:
        top = self._box.height() - _DOT_ROOM + (_DOT_ROOM - _DOT_SIZE) / 2
        x = _STRIPE + _PADDING
        most = max(int((self._box.width() - x - 1) / _DOT_STEP), 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DOT)
        shown = self.dots if self.dots <= most else 1
        for number in range(shown):
            painter.drawEllipse(QRectF(x + number * _DOT_STEP, top, _DOT_SIZE, _DOT_SIZE))
        if shown < self.dots and scale * _DOT_SIZE > _LEGIBLE:
            count = PaperText(f"× {digits(self.dots)}", 20, _DOT_ROOM, (11.0,), 600)
            painter.setPen(INK)
            count.draw(painter, x + _DOT_STEP, top + (_DOT_SIZE - count.height) / 2)


class TextItem(BoardItem):
    """Words on the paper without a ground."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self._text: PaperText | None = None

    @property
    def text(self) -> PaperText:
        """The text as it fits."""
        if self._text is None:
            room = self.text_box
            self._text = PaperText(self.item.text, room.width(), room.height(), SIZES)
        return self._text

    @property
    def text_box(self) -> QRectF:
        """Where the text has room, from the item's own corner."""
        return self._box.adjusted(1, 0.5, -1, -0.5)

    def forget(self) -> None:
        """Lay the text out anew when it is next painted."""
        self._text = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw the words."""
        del option, widget
        scale = painter.worldTransform().m11()
        item, room = self.item, self.text_box
        if item.is_hidden:
            _cover(painter, self._box, scale)
        elif not self.is_edited:
            if SIZES[-1] * 0.35 * scale < _LEGIBLE / 3:
                _bars(painter, room, len(item.text))
                return
            painter.setPen(INK)
            self.text.draw(painter, room.x(), room.y())


class FrameItem(BoardItem):
    """A drawn rectangle with a title; only its line and its title can be taken hold of."""

    TITLE = 7.0

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self._text: PaperText | None = None

    @property
    def text(self) -> PaperText:
        """The title as it fits."""
        if self._text is None:
            room = self.text_box
            sizes = (13.0, 11.0, 9.0, 7.0)
            self._text = PaperText(self.item.text, room.width(), room.height(), sizes, 600)
        return self._text

    @property
    def text_box(self) -> QRectF:
        """Where the title has room, from the item's own corner."""
        return QRectF(2.5, 1, max(self._box.width() - 5, 4), self.TITLE)

    def forget(self) -> None:
        """Lay the title out anew when it is next painted."""
        self._text = None

    def is_hit(self, at: QPointF, reach: float) -> bool:
        """Say whether a place means the line or the title: what lies inside is not covered."""
        box = self.box
        if not box.adjusted(-reach, -reach, reach, reach).contains(at):
            return False
        inner = box.adjusted(reach, reach, -reach, -reach)
        title = self.text_box.translated(self.pos())
        return not inner.contains(at) or (bool(self.item.text) and title.contains(at))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw the rectangle and the title."""
        del option, widget
        scale = painter.worldTransform().m11()
        pen = QPen(MUTED, max(0.5, 1 / scale))
        painter.setPen(pen)
        painter.setBrush(QColor(91, 102, 114, 10))
        painter.drawRoundedRect(self._box, 1.5, 1.5)
        if self.item.text and not self.is_edited and self.text.letter_height * scale >= _LEGIBLE:
            painter.setPen(INK)
            self.text.draw(painter, self.text_box.x(), self.text_box.y())


def _hairline(colour: QColor, pixels: int) -> QPen:
    pen = QPen(colour, pixels)
    pen.setCosmetic(True)
    return pen


def _bars(painter: QPainter, room: QRectF, letters: int) -> None:
    """Show that there are words, where they are too small to be read."""
    colour = QColor(31, 41, 51, 90)
    for number in range(min(max(letters // 14, 1), 3)):
        width = room.width() * (0.55 if number and number == letters // 14 - 1 else 0.9)
        painter.fillRect(QRectF(room.x(), room.y() + 2 + number * 7, width, 2.4), colour)


def _cover(painter: QPainter, box: QRectF, scale: float) -> None:
    """Cover what is not revealed as yet."""
    painter.fillRect(box, QBrush(QColor(31, 41, 51, 40)))
    if scale * box.width() < 4 * _TINY:
        return
    side = min(box.width(), box.height()) * 0.16
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(31, 41, 51, 130))
    middle = box.center()
    for step in (-1, 0, 1):
        centre = QPointF(middle.x() + step * side * 1.5, middle.y())
        painter.drawEllipse(centre, side / 2, side / 2)
