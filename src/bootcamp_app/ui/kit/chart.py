"""Drawn charts: how people arrived. Words say the same to whoever cannot see it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import Sentence, _
from bootcamp_app.ui.kit.chart_scale import ticks, times_between
from bootcamp_app.ui.kit.share_bar import ShareBar
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, clock_time, digits, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

__all__ = ["ArrivalChart", "ShareBar"]
_HEIGHT, _LEFT, _BELOW, _ABOVE, _RIGHT = 180, 44, 30, 14, 20
_AREA_STRENGTH = 36
_SPAN = timedelta(minutes=30)


class ArrivalChart(QWidget):
    """How many people had come by when."""

    def __init__(self, name: Text) -> None:
        super().__init__()
        self._times: list[datetime] = []
        self._late_from: datetime | None = None
        self._most = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        say(self, name, "setAccessibleName")
        theme.changed.connect(self._scale)
        tongue.turned.connect(self.update)
        self._scale()

    def show_arrivals(
        self, times: Sequence[datetime], late_from: datetime | None, most: int
    ) -> None:
        """Show when people came, of how many, and from when they were late."""
        self._times, self._late_from, self._most = sorted(times), late_from, most
        say(self, self._in_words, "setAccessibleDescription")
        self.update()

    def sizeHint(self) -> QSize:
        """Called by Qt: room for a curve and its words."""
        return QSize(theme.px(480), theme.px(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt to draw the chart."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        box = QRectF(self.rect()).adjusted(
            theme.px(_LEFT), theme.px(_ABOVE), -theme.px(_RIGHT), -theme.px(_BELOW)
        )
        self._draw_counts(painter, box)
        if self._times:
            self._draw_times(painter, box)
            self._draw_expected(painter, box)
            self._draw_curve(painter, box)
            self._draw_late(painter, box)
            self._draw_end(painter, box)
        else:
            painter.setPen(theme.colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("Nobody has come yet."))

    def _draw_counts(self, painter: QPainter, box: QRectF) -> None:
        height = QFontMetrics(painter.font()).height()
        for count in self._counts():
            y = self._y(box, count)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(theme.colour("muted"))
            place = QRectF(0, y - height / 2, box.left() - theme.px(10), height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, int(right), digits(count))

    def _draw_times(self, painter: QPainter, box: QRectF) -> None:
        metrics = QFontMetrics(painter.font())
        painter.setPen(theme.colour("muted"))
        first, last = self._ends()
        most = max(int(box.width() // (metrics.horizontalAdvance("00:00") * 2)), 2)
        for moment in times_between(first, last, most):
            text = clock_time(moment)
            width = metrics.horizontalAdvance(text)
            x = min(self._x(box, moment) - width / 2, self.width() - width)
            place = QRectF(x, box.bottom() + theme.px(6), width + 2, metrics.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), text)

    def _draw_curve(self, painter: QPainter, box: QRectF) -> None:
        curve = QPainterPath(QPointF(self._x(box, self._ends()[0]), self._y(box, 0)))
        for count, moment in enumerate(self._times, 1):
            curve.lineTo(self._x(box, moment), self._y(box, count))
        end = curve.currentPosition()
        area = QPainterPath(curve)
        area.lineTo(end.x(), box.bottom())
        area.lineTo(box.left(), box.bottom())
        colour = QColor(theme.colour("accent"))
        painter.setPen(QPen(colour, theme.px(3), Qt.PenStyle.SolidLine,
                            Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))  # fmt: skip
        painter.drawPath(curve)
        colour.setAlpha(_AREA_STRENGTH)
        painter.fillPath(area, colour)

    def _draw_expected(self, painter: QPainter, box: QRectF) -> None:
        """Draw how many there may be, where that is not so near the top that it says nothing."""
        y = self._y(box, self._most)
        if self._most <= len(self._times):
            return
        painter.setPen(QPen(theme.colour("muted"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        text, metrics = _("{n} expected").format(n=digits(self._most)), QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(text)
        place = QRectF(box.left() + theme.px(6), y - metrics.height() / 2, width + 4,
                       metrics.height())  # fmt: skip
        painter.fillRect(place, theme.colour("surface"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)

    def _draw_end(self, painter: QPainter, box: QRectF) -> None:
        """Mark where the curve stands now, with its number."""
        count = len(self._times)
        end = QPointF(self._x(box, self._times[-1]), self._y(box, count))
        painter.setPen(QPen(theme.colour("surface"), theme.px(2)))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(end, theme.px(5), theme.px(5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(theme.font("small", 700))
        text, metrics = digits(count), QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(text)
        left = min(end.x() - width / 2, self.width() - width - 2)
        place = QRectF(left, end.y() + theme.px(8), width + 2, metrics.height())
        painter.setPen(theme.colour("accent"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), text)
        painter.setFont(theme.font("small"))

    def _draw_late(self, painter: QPainter, box: QRectF) -> None:
        first, last = self._ends()
        if self._late_from is None or not first <= self._late_from <= last:
            return
        x = self._x(box, self._late_from)
        painter.setPen(QPen(theme.colour("warning"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(theme.colour("warning"))
        text, metrics = _("late from here"), QFontMetrics(painter.font())
        gap, width = theme.px(6), metrics.horizontalAdvance(text)
        left = x + gap if x + gap + width <= self.width() else x - gap - width
        place = QRectF(left, box.top() - metrics.height() / 2, width + 2, metrics.height())
        painter.fillRect(place, theme.colour("surface"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), text)

    def _in_words(self) -> str:
        if not self._times:
            return _("Nobody has come yet.")
        late = sum(self._late_from is not None and at >= self._late_from for at in self._times)
        return str(
            Sentence(
                "{here} of {most} came between {first} and {last}, {late} of them late.",
                here=digits(len(self._times)),
                most=digits(self._most),
                first=clock_time(self._times[0]),
                last=clock_time(self._times[-1]),
                late=digits(late),
            )
        )

    def _counts(self) -> list[int]:
        return ticks(max(self._most, len(self._times), 1))

    def _ends(self) -> tuple[datetime, datetime]:
        first, last = self._times[0], self._times[-1]
        if self._late_from is not None and abs(self._late_from - first) < timedelta(hours=4):
            first, last = min(first, self._late_from), max(last, self._late_from)
        return first, max(last, first + _SPAN)

    def _x(self, box: QRectF, moment: datetime) -> float:
        first, last = self._ends()
        return box.left() + box.width() * ((moment - first) / (last - first))

    def _y(self, box: QRectF, count: float) -> float:
        return box.bottom() - box.height() * count / self._counts()[-1]

    def _scale(self) -> None:
        self.setMinimumHeight(theme.px(_HEIGHT))
        self.update()
