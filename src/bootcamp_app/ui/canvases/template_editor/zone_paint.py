"""Painting a template while it is changed: as it prints, and which zone is chosen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from bootcamp_app.features.canvases.ground import heading_of
from bootcamp_app.features.canvases.recording import edge_marks, zone_marks
from bootcamp_app.features.canvases.template_editing import is_free
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.ui.canvases.paper_ink import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from bootcamp_app.features.canvases.recording import Mark
    from bootcamp_app.features.canvases.views import Template, Zone

_PAPER, _LINE, _TITLE, _BAD = "#FFFFFF", "#B8B2A7", "#0F6B66", "#A32020"
_HANDLE = 5.0


def paint_page(
    painter: QPainter, paper: QRectF, template: Template, chosen: Zone | None, *, has_keys: bool
) -> None:
    """Paint the paper; the chosen zone may lie elsewhere than in the template as yet."""
    painter.save()
    painter.translate(paper.topLeft())
    painter.scale(paper.width() / PAGE_WIDTH, paper.width() / PAGE_WIDTH)
    page = QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
    painter.setPen(QPen(QColor(_LINE), 0.6))
    painter.setBrush(QColor(_PAPER))
    painter.drawRect(page)
    _ink(edge_marks(template, heading_of(template))).paint(painter, page)
    above = None
    for number, zone in enumerate(template.zones, 1):
        if chosen is not None and zone.id == chosen.id:
            above = number
        else:
            _ink(zone_marks(number, zone)).paint(painter, page)
    if chosen is not None and above is not None:
        painter.fillRect(QRectF(chosen.x, chosen.top, chosen.width, chosen.height), QColor(_PAPER))
        _ink(zone_marks(above, chosen)).paint(painter, page)
        _paint_frame(painter, chosen, is_free=is_free(template, chosen), has_keys=has_keys)
    painter.restore()


@lru_cache(maxsize=64)
def _ink(marks: tuple[Mark, ...]) -> Ink:
    return Ink(marks)


def _paint_frame(painter: QPainter, zone: Zone, *, is_free: bool, has_keys: bool) -> None:
    """Paint what shows that a zone is chosen: its frame, and where it can be pulled."""
    painter.setRenderHint(painter.RenderHint.Antialiasing)
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
