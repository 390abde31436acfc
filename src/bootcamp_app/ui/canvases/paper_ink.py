"""What a paper has on it, painted on the screen: each line where it is printed, and as wide."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextLayout

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.canvases.recording import Path, Shape, Written
from bootcamp_app.printing.units import POINTS
from bootcamp_app.ui.canvases.pens import smooth
from bootcamp_app.ui.theme.fonts import families

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.recording import Mark
    from bootcamp_app.printing.shapes import Stroke

_PIXELS = 100
"""Fonts know whole pixels only: letters are laid out so large, and shown at their own size."""
_SMALLEST = 2.6
"""Pixels of letters below which a line is not painted."""


class _Line(NamedTuple):
    """One line of text, ready: its place, and how its letters are made as large as on paper."""

    layout: QTextLayout
    x: float
    baseline: float
    across: float
    down: float
    colour: QColor
    box: QRectF


class Ink:
    """Marks of a paper, laid out once and painted as often as they are wanted."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        marks = tuple(marks)
        self._shapes = [(one, _box_of(one)) for one in marks if not isinstance(one, Written)]
        self.lines = [_laid(one) for one in marks if isinstance(one, Written)]

    def paint(self, painter: QPainter, seen: QRectF, line: QColor | None = None) -> None:
        """Paint what is in sight in a scene of millimetres; lines may get another colour."""
        scale = painter.worldTransform().m11()
        with smooth(painter):
            for one, box in self._shapes:
                if box.intersects(seen):
                    _paint_shape(painter, one, scale, line)
        least = _SMALLEST / (scale * _PIXELS)
        for text in self.lines:
            if text.down >= least and text.box.intersects(seen):
                _paint_line(painter, text)


def _paint_line(painter: QPainter, line: _Line) -> None:
    painter.setPen(line.colour)
    placing = painter.worldTransform()
    painter.translate(line.x, line.baseline)
    painter.scale(line.across, line.down)
    line.layout.draw(painter, QPointF(0, 0))
    painter.setWorldTransform(placing)


def _paint_shape(painter: QPainter, shape: Shape | Path, scale: float, line: QColor | None) -> None:
    stroke = shape.stroke
    painter.setPen(_pen(stroke, scale, line) if stroke else Qt.PenStyle.NoPen)
    painter.setBrush(_colour(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    if isinstance(shape, Shape):
        box = QRectF(shape.box.x, shape.box.top, shape.box.width, shape.box.height)
        painter.drawRoundedRect(box, shape.radius, shape.radius)
        return
    points = QPolygonF([QPointF(x, y) for x, y in shape.points])
    if shape.closed:
        painter.drawPolygon(points)
    else:
        painter.drawPolyline(points)


def _box_of(shape: Shape | Path) -> QRectF:
    """Give all that a shape may cover, its line at any zoom included."""
    if isinstance(shape, Shape):
        box = QRectF(shape.box.x, shape.box.top, shape.box.width, shape.box.height)
    else:
        box = QPolygonF([QPointF(x, y) for x, y in shape.points]).boundingRect()
    return box.adjusted(-4, -4, 4, 4)


def _pen(stroke: Stroke, scale: float, colour: QColor | None) -> QPen:
    # A line is a pixel wide at least, however small the paper is shown.
    return QPen(colour or _colour(stroke.colour), max(stroke.width, 1 / scale))


def _laid(written: Written) -> _Line:
    khmer = is_khmer(written.text)
    layout = QTextLayout(written.text, _font(written.style.weight, khmer=khmer))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    line.setPosition(QPointF(0, -line.ascent()))
    layout.endLayout()
    down = written.style.size / POINTS / _PIXELS
    wide = line.naturalTextWidth()
    # Two programs lay the letters of one font out; what is left of a difference is evened out.
    across = written.width / wide if wide else down
    size = written.style.size / POINTS
    box = QRectF(written.x, written.baseline - 1.5 * size, written.width, 2.4 * size)
    return _Line(layout, written.x, written.baseline, across, down,
                 _colour(written.style.colour), box)  # fmt: skip


@lru_cache(maxsize=32)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=8)
def _font(weight: int, *, khmer: bool) -> QFont:
    made = QFont()
    made.setFamilies(families("km" if khmer else "en"))
    made.setPixelSize(_PIXELS)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
