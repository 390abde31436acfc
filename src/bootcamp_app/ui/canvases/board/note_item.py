"""A sticky note, a text without ground, and a frame, as they are painted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from bootcamp_app.features.canvases.note_rules import (
    DOT_RADIUS,
    DOT_STEP,
    FIGURE_SIZE,
    FOOT_BASELINE,
    FOOT_SIZE,
    FRAME_DASH,
    FRAME_LINE,
    FRAME_RADIUS,
    FRAME_SIZE,
    MOST_DOTS,
    largest_of,
    places_of,
)
from bootcamp_app.features.canvases.views import NOTE_COLOURS, SIDE_COLOURS
from bootcamp_app.ui.canvases.board.paper_text import POINT, PaperText
from bootcamp_app.ui.canvases.board.telling import SIDES
from bootcamp_app.ui.canvases.board.written_item import WrittenItem
from bootcamp_app.ui.canvases.pens import cosmetic, smooth
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, in_words

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item
    from bootcamp_app.ui.canvases.board.laying import LayingOut

INK, MUTED, _ACCENT = QColor("#1F2933"), QColor("#5B6672"), QColor("#0F6B66")
_DOT, _SHADOW, _LINE = QColor("#A32020"), QColor(31, 41, 51, 34), QColor("#C9C3B8")
_GROUNDS = {name: QColor(colour) for name, colour in NOTE_COLOURS.items()}
_SIDES = {name: QColor(colour) for name, colour in SIDE_COLOURS.items()}
_BAR = QColor(31, 41, 51, 90)
_DOT_SIZE = 2 * DOT_RADIUS
_TINY, _READ, _SHADED, _LEGIBLE = 6.0, 28.0, 40.0, 3.2
"""Pixels: how wide a note is that is a patch of colour, from which on its words are written out,
and one that has a shadow; how high letters are that are a bar."""
_DARKEST = 130
_ROOMY = 90.0
"""Pixels of a note on which small words can be read."""
_LARGEST_KEPT = 40
"""Pixels of a dot above which there are so few in sight that each is drawn anew."""


class NoteItem(WrittenItem):
    """A sticky note: its colour, a stripe for its side, its text and its dots."""

    def __init__(self, item: Item, laying: LayingOut, floor: float) -> None:
        super().__init__(item, floor)
        self._laying = laying
        self.dots = 0
        self._room = QRectF()
        self._parts: list[tuple[QRectF, QColor]] = []
        self.forget()

    @property
    def text_box(self) -> QRectF:
        """Where the text has room, from the item's own corner."""
        return self._room

    def show_dots(self, dots: int) -> None:
        """Show so many votes."""
        if dots != self.dots:
            self.dots = dots
            self.forget()
            self.update()

    def forget(self) -> None:
        """Lay the text out anew when it is next painted; what is painted each time is prepared."""
        super().forget()
        width, height = self._box.width(), self._box.height()
        told = bool(self.item.side or self.item.author)
        self._places = places_of(self.item.side, width, height, dots=self.dots, is_told=told)
        room = self._places.text
        self._room = QRectF(room.x, room.top, room.width, room.height)
        # All of the shadow would take three times as long as what is seen of it.
        shadow = [QRectF(0.6, height, width, 0.8), QRectF(width, 0.9, 0.6, height - 0.9)]
        self._parts = [(self._box, ground_of(self.item.colour))]
        if side := _SIDES.get(self.item.side):
            self._parts.append((QRectF(0, 0, self._places.stripe, height), side))
        self._shadow = [(one, _SHADOW) for one in shadow]

    def draw(self, painter: QPainter) -> None:
        """Draw the note, with less on it the smaller it is."""
        scale = painter.worldTransform().m11()
        item, box = self.item, self._box
        pixels = box.width() * scale
        if pixels < _TINY:
            painter.fillRect(*self._parts[0])
            return
        border = theme.colours.border
        if border == 1 and pixels > _SHADED:
            for rect, colour in self._shadow:
                painter.fillRect(rect, colour)
        for rect, colour in self._parts:
            painter.fillRect(rect, colour)
        if border > 1 or self._parts[0][1] is _GROUNDS["white"]:
            painter.setPen(cosmetic(INK if border > 1 else _LINE, border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        if item.is_hidden:
            _cover(painter, box, scale)
        elif item.text and not self.is_edited:
            self._words(painter, scale)
        if self.dots:
            self._dots(painter, scale)
        is_laid = not item.is_hidden and (self._text is not None or not item.text)
        if item.side in SIDES and pixels > _ROOMY and is_laid:
            self._side(painter)

    def _words(self, painter: QPainter, scale: float) -> None:
        # Of a note that was never read nobody needs to know how its text fits.
        letters = self._text.letter_height if self._text else largest_of(self.item) * POINT
        can_be_read = letters * scale >= _LEGIBLE and self._box.width() * scale >= _READ
        if not can_be_read or (self._text is None and not self._laying.may(self)):
            _bars(painter, self._room, len(self.item.text))
            return
        painter.setPen(INK)
        self.text.draw(painter, self._room.x(), self._room.y())

    def _side(self, painter: QPainter) -> None:
        """Say whose word it is to those who do not see the colour, where there is room."""
        foot, share = self._places.foot, self._places.foot_share
        word = _small_word(in_words(SIDES[self.item.side]), FOOT_SIZE * share)
        x = foot.x + foot.width - word.width
        if x > foot.x + self._dots_width():
            painter.setPen(MUTED if self.item.colour == "white" else INK)
            word.draw(painter, x, self._box.height() - FOOT_BASELINE * share - word.baseline)

    def _dots(self, painter: QPainter, scale: float) -> None:
        share = self._places.foot_share
        x = self._places.foot.x
        baseline = self._box.height() - FOOT_BASELINE * share
        shown = self.dots if self.dots <= MOST_DOTS else 1
        draw_dots(painter, QPointF(x, baseline - 0.75 * share), shown, share)
        if shown < self.dots and scale * _DOT_SIZE * share > _LEGIBLE:
            count = _small_word(digits(self.dots), FIGURE_SIZE * share, 700)
            painter.setPen(_DOT)
            count.draw(painter, x + (DOT_STEP + 0.5) * share, baseline - count.baseline)

    def _dots_width(self) -> float:
        shown = self.dots if self.dots <= MOST_DOTS else 3
        return (shown * DOT_STEP + 1.5) * self._places.foot_share if shown else 0.0


class TextItem(WrittenItem):
    """Words on the paper without a ground."""

    def draw(self, painter: QPainter) -> None:
        """Draw the words."""
        scale = painter.worldTransform().m11()
        item, room = self.item, self.text_box
        if item.is_hidden:
            _cover(painter, self._box, scale)
        elif not self.is_edited:
            if self.sizes[-1] * POINT * scale < _LEGIBLE / 3:
                _bars(painter, room, len(item.text))
                return
            painter.setPen(INK)
            self.text.draw(painter, room.x(), room.y())


class FrameItem(WrittenItem):
    """A drawn rectangle with a title; only its line and its title can be taken hold of."""

    TITLE = 5.2
    weight = 600

    @property
    def largest(self) -> float:
        """The size of letters that is tried first, whatever the item says."""
        return FRAME_SIZE

    @property
    def text_box(self) -> QRectF:
        """Where the title has room, from the item's own corner."""
        return QRectF(3, 1.8, max(self._box.width() - 6, 4), self.TITLE)

    def is_hit(self, at: QPointF, reach: float) -> bool:
        """Say whether a place means the line or the title: what lies inside is not covered."""
        box = self.box
        if not box.adjusted(-reach, -reach, reach, reach).contains(at):
            return False
        inner = box.adjusted(reach, reach, -reach, -reach)
        title = self.text_box.translated(self.pos())
        return not inner.contains(at) or (bool(self.item.text) and title.contains(at))

    def draw(self, painter: QPainter) -> None:
        """Draw the rectangle and the title."""
        scale = painter.worldTransform().m11()
        pen = QPen(_ACCENT, max(FRAME_LINE, 1 / scale))
        pen.setDashPattern([length / pen.widthF() for length in FRAME_DASH])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._box, FRAME_RADIUS, FRAME_RADIUS)
        if self.item.text and not self.is_edited and self.text.letter_height * scale >= _LEGIBLE:
            painter.setPen(_ACCENT)
            self.text.draw(painter, self.text_box.x(), self.text_box.y())


@lru_cache(maxsize=64)
def ground_of(colour: str) -> QColor:
    """Give the colour of a note by its name, or one that another program gave it."""
    if colour in _GROUNDS or not QColor.isValidColorName(colour):
        return _GROUNDS.get(colour, _GROUNDS["yellow"])
    found = QColor(colour)
    # The ink of all notes is dark.
    return found if found.lightness() > _DARKEST else found.lighter(250)


def draw_dots(painter: QPainter, start: QPointF, number: int, share: float = 1.0) -> None:
    """Draw so many dots to the right of a place; small ones from a picture, made once a zoom."""
    placing = painter.worldTransform()
    ratio = painter.device().devicePixelRatioF()
    pixels = round(placing.m11() * _DOT_SIZE * share * ratio)
    if pixels > _LARGEST_KEPT:
        side = _DOT_SIZE * share
        with smooth(painter):
            _paint_dots(painter, QRectF(start.x(), start.y() - side / 2, 0, side), number)
        return
    row = _row_of_dots(max(pixels, 2), number, ratio)
    at = placing.map(start)
    painter.resetTransform()
    painter.drawPixmap(QPointF(round(at.x()), round(at.y() - pixels / ratio / 2)), row)
    painter.setWorldTransform(placing)


@lru_cache(maxsize=64)
def _small_word(word: str, size: float, weight: int = 400) -> PaperText:
    return PaperText(word, 60, 8, (size,), weight)


@lru_cache(maxsize=64)
def _row_of_dots(pixels: int, number: int, ratio: float) -> QPixmap:
    width = pixels * DOT_STEP / _DOT_SIZE
    row = QPixmap(round(width * number) + 1, pixels)
    row.fill(Qt.GlobalColor.transparent)
    with QPainter(row) as painter, smooth(painter):
        _paint_dots(painter, QRectF(0, 0, 0, pixels), number)
    row.setDevicePixelRatio(ratio)
    return row


def _paint_dots(painter: QPainter, first: QRectF, number: int) -> None:
    side = first.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_DOT)
    for n in range(number):
        x = first.x() + n * side * DOT_STEP / _DOT_SIZE
        painter.drawEllipse(QRectF(x, first.y(), side, side))


def _bars(painter: QPainter, room: QRectF, letters: int) -> None:
    """Show that there are words, where they are too small to be read."""
    for number in range(min(max(letters // 14, 1), 3)):
        width = room.width() * (0.55 if number and number == letters // 14 - 1 else 0.9)
        painter.fillRect(QRectF(room.x(), room.y() + 2 + number * 7, width, 2.4), _BAR)


def _cover(painter: QPainter, box: QRectF, scale: float) -> None:
    """Cover what is not revealed as yet."""
    painter.fillRect(box, QBrush(QColor(31, 41, 51, 40)))
    if scale * box.width() < 4 * _TINY:
        return
    side = min(box.width(), box.height()) * 0.16
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(31, 41, 51, 130))
    middle = box.center()
    with smooth(painter):
        for step in (-1, 0, 1):
            centre = QPointF(middle.x() + step * side * 1.5, middle.y())
            painter.drawEllipse(centre, side / 2, side / 2)
