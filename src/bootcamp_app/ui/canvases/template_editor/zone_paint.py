"""Painting a template while it is changed: the zones with their words, and which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen

from bootcamp_app.features.canvases.template_editing import is_free
from bootcamp_app.features.canvases.views import PAGE_WIDTH
from bootcamp_app.ui.canvases.zone_colours import ZONE_COLOURS
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from bootcamp_app.features.canvases.views import Template, Words, Zone

    _Font = tuple[float, QFont.Weight]

_PAPER, _LINE, _INK, _MUTED, _TITLE, _BAD = (
    "#FFFFFF", "#C9C3B8", "#1F2933", "#5B6672", "#0F6B66", "#A32020",
)  # fmt: skip
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_HANDLE = 5.0


def paint_page(
    painter: QPainter, paper: QRectF, template: Template, chosen: Zone | None, *, has_keys: bool
) -> None:
    """Paint the paper; the chosen zone may lie elsewhere than in the template as yet."""
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    painter.translate(paper.topLeft())
    painter.scale(paper.width() / PAGE_WIDTH, paper.width() / PAGE_WIDTH)
    painter.setPen(QPen(QColor(_LINE), 0.6))
    painter.setBrush(QColor(_PAPER))
    painter.drawRect(QRectF(0, 0, PAGE_WIDTH, paper.height() * PAGE_WIDTH / paper.width()))
    first, second = _ordered(template.title)
    _line(painter, QRectF(10, 8, 300, 14), first, (9.5, QFont.Weight.Bold), _TITLE)
    _line(painter, QRectF(10, 22, 300, 8), second, (5, QFont.Weight.DemiBold), _MUTED)
    purpose = _ordered(template.purpose)[0]
    _line(painter, QRectF(10, 30, 400, 9), purpose, (4.2, QFont.Weight.Normal), _INK)
    for number, zone in enumerate(template.zones, 1):
        if chosen is None or zone.id != chosen.id:
            _paint_zone(painter, number, zone)
    if chosen is not None:
        numbers = [one.id for one in template.zones]
        _paint_zone(painter, numbers.index(chosen.id) + 1, chosen)
        _paint_frame(painter, chosen, is_free=is_free(template, chosen), has_keys=has_keys)
    painter.restore()


def _paint_zone(painter: QPainter, number: int, zone: Zone) -> None:
    colour = QColor(ZONE_COLOURS.get(zone.colour, ZONE_COLOURS["neutral"]))
    box = QRectF(zone.x + 0.75, zone.top + 0.75, zone.width - 1.5, zone.height - 1.5)
    painter.setPen(QPen(QColor(_LINE), 0.6))
    painter.setBrush(QColor(_PAPER))
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    disc = QRectF(box.x() + 3, box.y() + 3.4, 7, 7)
    painter.drawEllipse(disc)
    _figure(painter, disc, digits(number))
    painter.setClipRect(box)
    first, second = _ordered(zone.title)
    words = QRectF(box.x() + 12, box.y() + 2, box.width() - 15, 9)
    _line(painter, words, first, (4.9, QFont.Weight.Bold), colour.name())
    _line(painter, words.translated(0, 7.6), second, (3.3, QFont.Weight.DemiBold), _MUTED)
    _font(painter, 3.3, QFont.Weight.Normal)
    painter.setPen(QColor(_INK))
    rest = QRectF(words.x(), box.y() + 17, words.width(), max(box.height() - 18, 0))
    painter.drawText(rest, int(_WRAPPED), _ordered(zone.prompt)[0])
    painter.setClipping(False)


def _paint_frame(painter: QPainter, zone: Zone, *, is_free: bool, has_keys: bool) -> None:
    """Paint what shows that a zone is chosen: its frame, and where it can be pulled."""
    colour = QColor(_TITLE if is_free else _BAD)
    box = QRectF(zone.x, zone.top, zone.width, zone.height)
    pen = QPen(colour, 1.6 if has_keys else 1.0)
    if not is_free:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(QPen(colour, 0.7))
    painter.setBrush(QColor(_PAPER))
    for x in (box.left(), box.center().x(), box.right()):
        for y in (box.top(), box.center().y(), box.bottom()):
            if (x, y) != (box.center().x(), box.center().y()):
                painter.drawRect(QRectF(x - _HANDLE / 2, y - _HANDLE / 2, _HANDLE, _HANDLE))


def _line(painter: QPainter, box: QRectF, text: str, font: _Font, colour: str) -> None:
    _font(painter, *font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
    painter.drawText(box, int(_ONE_LINE), shown)


def _figure(painter: QPainter, box: QRectF, text: str) -> None:
    _font(painter, 4, QFont.Weight.Bold)
    painter.setPen(QColor(_PAPER))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _font(painter: QPainter, millimetres: float, weight: QFont.Weight) -> None:
    font = QFont(painter.font())
    # Pixels are whole in Qt, points are not: at this scale a pixel is a millimetre.
    font.setPointSizeF(millimetres * 72 / painter.device().logicalDpiY())
    font.setWeight(weight)
    painter.setFont(font)


def _ordered(said: Words) -> tuple[str, str]:
    """Give a text in the language in use, and in the other one."""
    first = str(said)
    other = said.en if first == said.km else said.km
    return first, other if other != first else ""
