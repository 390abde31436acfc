"""Where labels, bars and numbers of a chart lie, and how a row of it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen

from bootcamp_app.core.bars import largest, lengths
from bootcamp_app.core.i18n import words
from bootcamp_app.core.numbers import written
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN = 4
"""The kind of a bar that is not told apart by anything."""
ROLES = ("accent", "info", "warning", "muted", "accent_soft")
"""The last is that of a bar that is not told apart: it has an outline, too."""
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
"""Where a theme has two colours, patterns tell the parts apart."""
_MOST_LABEL = 0.4
_PAD, _GAP, _BAR, _LEADING = 8, 10, 18, 10
_HAIR = 2
_LINE_SHARE = {"en": 1.0, "km": 1.08}


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a bar: its label, its number in words, and how long it and its parts are."""

    label: str
    told: str
    number: float | None
    parts: tuple[float | None, ...]
    kind: int
    """The colour of its first part, counted from 0."""


class Rows:
    """The layout of bars at a width.

    Labels stand beside the bars, or above them where one is too wide for that.
    """

    def __init__(self, bars: Sequence[Drawn], width: int) -> None:
        metrics, bold = QFontMetrics(theme.font()), QFontMetrics(theme.font("body", 600))
        self.bars = bars
        self._most = largest(bar.number for bar in bars)
        self._width = width
        self._line = round(metrics.height() * _LINE_SHARE[words.language])
        widest = max((metrics.horizontalAdvance(bar.label) for bar in bars), default=0)
        number = max((bold.horizontalAdvance(bar.told) for bar in bars), default=0)
        self._pad, self._gap = theme.px(_PAD), theme.px(_GAP)
        inner = width - 2 * self._pad
        self.is_beside = widest <= inner * _MOST_LABEL
        self._left = self._pad + (widest + self._gap if self.is_beside else 0)
        self._room = max(width - self._pad - self._left - self._gap - number, 1)
        bar = theme.px(_BAR)
        inside = max(self._line, bar) if self.is_beside else self._line + bar
        self._step = inside + theme.px(_LEADING)

    @property
    def height(self) -> int:
        """How high all rows are."""
        return len(self.bars) * self._step

    def at(self, y: float) -> int | None:
        """Give the row at a height."""
        at = int(y // self._step) if y >= 0 else -1
        return at if 0 <= at < len(self.bars) else None

    def box(self, at: int) -> QRectF:
        """Give the whole row."""
        return QRectF(0, at * self._step, self._width, self._step)

    def label(self, at: int) -> QRectF:
        """Give the place of a label."""
        box = self.box(at)
        if self.is_beside:
            return QRectF(self._pad, box.top(), self._left - self._pad - self._gap, box.height())
        inner = self._width - 2 * self._pad
        return QRectF(self._pad, box.top() + theme.px(_LEADING) / 2, inner, self._line)

    def bar(self, at: int) -> QRectF:
        """Give the room of a bar."""
        box, high = self.box(at), theme.px(_BAR)
        above = (box.height() - high) / 2
        if not self.is_beside:
            above = box.height() - high - theme.px(_LEADING) / 2
        return QRectF(self._left, box.top() + above, self._room, high)

    def parts(self, at: int) -> list[QRectF]:
        """Give the parts of a bar, and last the rest that none of them says."""
        drawn, box = self.bars[at], self.bar(at)
        left, made = box.left(), []
        parts = drawn.parts or (drawn.number,)
        for length in lengths(drawn.number, parts, self._most, box.width()):
            made.append(QRectF(left, box.top(), length, box.height()))
            left += length
        return made

    def number(self, at: int, end: float) -> QRectF:
        """Give the place of the number after a bar that ends there."""
        box = self.bar(at)
        middle = box.center().y()
        left = end + self._gap
        return QRectF(left, middle - self._line / 2, self._width - left, self._line)


def draw_row(painter: QPainter, rows: Rows, at: int) -> None:
    """Draw the label, the bar in its parts, and the number after it."""
    drawn, place = rows.bars[at], rows.label(at)
    middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.setFont(theme.font())
    painter.setPen(theme.colour("ink"))
    shown = QFontMetrics(painter.font()).elidedText(
        drawn.label, Qt.TextElideMode.ElideRight, int(place.width()) + 1
    )
    painter.drawText(place, middle, shown)
    boxes = rows.parts(at)
    values = drawn.parts or (None,)
    for part, box in enumerate(boxes[:-1]):
        _draw_part(painter, box, drawn.kind + part, values[part])
    rest = boxes[-1]
    if rest.width() > 1:
        painter.setPen(QPen(theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rest.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(theme.font("body", 600))
    painter.setPen(theme.colour("ink"))
    painter.drawText(rows.number(at, rest.right()), middle, drawn.told)


def brush(kind: int) -> QBrush:
    """Give what fills the parts of a kind, counted from 0."""
    pattern = PATTERNS[kind % len(PATTERNS) if theme.colours.border > 1 else 0]
    role = ROLES[kind % len(ROLES)]
    is_plain = kind == PLAIN and theme.colours.border > 1
    return QBrush(theme.colour("ink" if is_plain else role), pattern)


def _draw_part(painter: QPainter, box: QRectF, kind: int, number: float | None) -> None:
    if box.width() <= 0:
        return
    # Between two parts a line of the ground stays free.
    shown = box.adjusted(0, 0, -1 if box.width() > 2 * _HAIR else 0, 0)
    shown.setWidth(max(shown.width(), _HAIR))
    painter.fillRect(shown, brush(kind))
    if theme.colours.border > 1 or kind == PLAIN:
        painter.setPen(QPen(theme.colour("line" if kind != PLAIN else "accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(shown.adjusted(0.5, 0.5, -0.5, -0.5))
        return
    if number is None:
        return
    painter.setFont(theme.font("small", 600))
    text = digits(written(number))
    if QFontMetrics(painter.font()).horizontalAdvance(text) + theme.px(_PAD) <= shown.width():
        painter.setPen(theme.colour("surface"))
        painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter), text)
