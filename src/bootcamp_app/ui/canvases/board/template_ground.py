"""The paper with its template: locked below everything, in both languages, laid out once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from bootcamp_app.core.i18n import ngettext, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.ui.canvases.board.paper_text import PaperText
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from bootcamp_app.features.canvases.views import Board, Template, Words, Zone

_PAPER, _LINE, _SHADOW = QColor("#FFFFFF"), QColor("#C9C3B8"), QColor(31, 41, 51, 26)
_INK, _MUTED, _ACCENT = QColor("#1F2933"), QColor("#5B6672"), QColor("#0F6B66")
_COLOURS = {
    "blue": "#1F4E9E",
    "green": "#176B3A",
    "yellow": "#7A5B00",
    "orange": "#A8480F",
    "pink": "#B0387A",
    "red": "#A32020",
    "neutral": "#5B6672",
}
_TITLE, _SECOND, _PURPOSE = (22.0, 18.0, 15.0, 12.0), (12.0, 10.0, 8.0), (9.0, 8.0, 7.0, 6.0)
_ZONE, _ZONE_SECOND = (12.0, 10.5, 9.0, 8.0, 7.0), (8.5, 7.5, 6.5)
_PROMPT, _PROMPT_SECOND = (8.0, 7.0, 6.0), (7.0, 6.0, 5.5)
_SMALLEST = 2.6
"""Pixels of letters below which a line of the template is not painted."""
_GAP = 1.5


class _Line(NamedTuple):
    """Words at their place on the paper."""

    text: PaperText
    x: float
    top: float
    colour: QColor


class TemplateGround(QGraphicsItem):
    """White paper in every theme, with heading, zones, their numbers and prompts."""

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        self._lines: list[_Line] | None = None
        self._language = ""

    def show_board(self, board: Board) -> None:
        """Show the template of a board."""
        before, self._board = self._board, board
        if before is None or (before.template, before.title) != (board.template, board.title):
            self.forget()

    def forget(self) -> None:
        """Lay the words out anew when they are next painted."""
        self._lines = None
        self.update()

    def boundingRect(self) -> QRectF:
        """Called by Qt: the page and its shadow."""
        return QRectF(-3, -3, PAGE_WIDTH + 7, PAGE_HEIGHT + 7)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw the paper and what is printed on it."""
        del option, widget
        page = QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        scale = painter.worldTransform().m11()
        for step in (1.0, 2.0) if theme.colours.border == 1 else ():
            painter.fillRect(page.translated(step * 0.5, step), _SHADOW)
        painter.fillRect(page, _PAPER)
        painter.setPen(_cosmetic(_INK if theme.colours.border > 1 else _LINE, theme.colours.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)
        if self._board is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for zone in self._board.template.zones:
            _zone(painter, zone, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if self._lines is None or self._language != words.language:
            self._lines, self._language = _laid(self._board), words.language
        for line in self._lines:
            if line.text.letter_height * scale >= _SMALLEST:
                painter.setPen(line.colour)
                line.text.draw(painter, line.x, line.top)


def zone_box(zone: Zone) -> QRectF:
    """Give where the line of a zone is drawn."""
    return QRectF(zone.x + _GAP / 2, zone.top + _GAP / 2, zone.width - _GAP, zone.height - _GAP)


def _zone(painter: QPainter, zone: Zone, scale: float) -> None:
    box = zone_box(zone)
    painter.setPen(QPen(_INK if theme.colours.border > 1 else _LINE, max(0.35, 1 / scale)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_COLOURS.get(zone.colour, _COLOURS["neutral"])))
    painter.drawRoundedRect(QRectF(box.x() + 4, box.y() + 4, 1.2, 9), 0.6, 0.6)


def _laid(board: Board) -> list[_Line]:
    return [
        *_heading(board),
        *(line for n, zone in enumerate(board.template.zones, 1) for line in _words(n, zone)),
    ]


def _heading(board: Board) -> list[_Line]:
    template = board.template
    title, second = _both(template.title)
    purpose = _both(template.purpose)
    bottom = min((zone.top for zone in template.zones), default=42.0)
    large = PaperText(title, 255, 15.5, _TITLE, 700)
    lines = [
        _Line(large, 10, 8 + max((13 - large.height) / 2, -1), _ACCENT),
        _to_right(PaperText(f"{second} · {_minutes(template)}", 150, 10, _SECOND, 600), 410, 10),
    ]
    room = bottom - 24
    if room > 4:
        lines += [
            _Line(PaperText(purpose[0], 255, min(room, 12), _PURPOSE), 10, 24, _MUTED),
            _to_right(PaperText(purpose[1], 135, min(room, 12), _PURPOSE[1:]), 410, 24),
        ]
    return lines


def _to_right(text: PaperText, right: float, top: float) -> _Line:
    """Lay words so that they end at the right."""
    return _Line(text, right - text.width, top, _MUTED)


def _minutes(template: Template) -> str:
    minutes = template.minutes
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=_counted(minutes))


def _counted(number: int) -> str:
    return khmer_digits(str(number)) if words.language == "km" else str(number)


def _words(number: int, zone: Zone) -> list[_Line]:
    box = zone_box(zone)
    colour = QColor(_COLOURS.get(zone.colour, _COLOURS["neutral"]))
    x, width = box.x() + 8, max(box.width() - 12, 10)
    title, second = _both(zone.title)
    prompt, prompt_second = _both(zone.prompt)
    lines: list[_Line] = []
    top, bottom = box.y() + 3, box.bottom() - 1
    for text, sizes, weight, ink, most in (
        (f"{_counted(number)}  {title}", _ZONE, 700, colour, 9.0),
        (second, _ZONE_SECOND, 600, _MUTED, 5.5),
        (prompt, _PROMPT, 400, _INK, 13.0),
        (prompt_second, _PROMPT_SECOND, 400, _MUTED, 10.0),
    ):
        room = min(most, bottom - top)
        if room < sizes[-1] * 0.5 or not text:
            continue
        laid = PaperText(text, width, room, sizes, weight)
        lines.append(_Line(laid, x, top, ink))
        top += laid.height + 0.4
    return lines


def _both(text: Words) -> tuple[str, str]:
    """Give a text in the language of the window, and in the other."""
    return (text.km, text.en) if words.language == "km" else (text.en, text.km)


def _cosmetic(colour: QColor, pixels: int) -> QPen:
    pen = QPen(colour, pixels)
    pen.setCosmetic(True)
    return pen
