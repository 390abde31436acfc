"""Horizontal bars with their labels and numbers; each can be opened with the mouse and the keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from bootcamp_app.core.i18n import Sentence, _
from bootcamp_app.core.numbers import written
from bootcamp_app.ui.kit.bar_rows import PLAIN, Drawn, Rows, draw_row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, in_words, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEAST = 220


@dataclass(frozen=True)
class Part:
    """A part of a bar: what it opens, its words and its number, None where that is hidden."""

    key: str
    label: Text
    number: float | None
    instead: Text = ""
    """What is said where the number is hidden."""

    @property
    def told(self) -> str:
        """The number as people read it."""
        return digits(in_words(self.instead) if self.number is None else written(self.number))


@dataclass(frozen=True)
class Bar(Part):
    """A bar, of parts in the order of the colours, or whole in a colour that means nothing."""

    parts: tuple[Part, ...] = ()
    kind: int | None = None
    """The colour of a whole bar, counted from 0, where it has a meaning."""


class BarChart(QWidget):
    """Shows bars; Up and Down go from bar to bar, Left and Right to its parts, Enter opens."""

    opened = Signal(str)
    """The key of the bar or the part whose number somebody wants to know more of."""

    def __init__(self, name: Text) -> None:
        super().__init__()
        self._bars: list[Bar] = []
        self._laid: dict[int, Rows] = {}
        self._at, self._part = 0, -1
        self._under: tuple[int, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        say(self, name, "setAccessibleName")
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._scale)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars, the longest taking the room there is."""
        self._bars = list(bars)
        self._at, self._part = min(self._at, max(len(self._bars) - 1, 0)), -1
        self._under = None
        say(self, self._in_words, "setAccessibleDescription")
        self._scale()

    @property
    def bars(self) -> list[Bar]:
        """The bars that are shown."""
        return list(self._bars)

    def rows(self) -> Rows:
        """Give where everything lies at the width there is."""
        return self._rows_at(self.width())

    def sizeHint(self) -> QSize:
        """Called by Qt: room for the labels and something of the bars."""
        width = theme.px(2 * _LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: the least that can be read."""
        return QSize(theme.px(_LEAST), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Called by Qt: where labels have no room beside the bars, they stand above them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Called by Qt: how high it is at a width."""
        return self._rows_at(width).height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt to draw the bars that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self.rows()
        held = (self._at, self._part) if self.hasFocus() else None
        for at in range(len(self._bars)):
            box = rows.box(at)
            if not box.intersects(QRectF(event.rect())):
                continue
            marks = [mark for mark in (held, self._under) if mark is not None and mark[0] == at]
            if marks:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawRoundedRect(box, theme.px(6), theme.px(6))
            draw_row(painter, rows, at)
            if held is not None and held[0] == at:
                self._draw_ring(painter, rows, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key."""
        last = len(self._bars) - 1
        moves = {Qt.Key.Key_Up: self._at - 1, Qt.Key.Key_Down: self._at + 1,
                 Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}  # fmt: skip
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in _OPENS and self._bars:
            self.opened.emit(self._key(self._at, self._part))
        elif key in moves and 0 <= moves[key] <= last:
            self._stand_on(moves[key], -1)
        elif key in sides and self._bars:
            self._stand_on(self._at, self._beside(sides[key]))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: what lies under the mouse may be pressed."""
        self._under = self._place(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape if self._under is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: a bar or a part of it was pressed."""
        place = self._place(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._stand_on(*place)
            self.opened.emit(self._key(*place))

    def leaveEvent(self, event: QEvent) -> None:
        """Called by Qt: nothing is under the mouse."""
        self._under = None
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: the keyboard stands on a bar."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: the chart as a whole is described again."""
        super().focusOutEvent(event)
        say(self, self._in_words, "setAccessibleDescription")
        self.update()

    def event(self, event: QEvent) -> bool:
        """Called by Qt: what is under the mouse is said in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(event.pos())
            QToolTip.showText(event.globalPos(), self._told(*place) if place else "", self)
            return True
        return super().event(event)

    def _draw_ring(self, painter: QPainter, rows: Rows, at: int) -> None:
        box = rows.box(at)
        if self._part >= 0:
            box = rows.parts(at)[self._part].adjusted(-2, -2, 2, 2)
        pen = painter.pen()
        pen.setColor(theme.colour("ink" if self._part >= 0 else "accent"))
        pen.setWidth(2)
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))

    def _stand_on(self, at: int, part: int) -> None:
        self._at, self._part = at, part
        say(self, lambda: self._told(self._at, self._part), "setAccessibleDescription")
        self._bring_into_view()
        self.update()

    def _beside(self, step: int) -> int:
        """Give the next part in which there is somebody, -1 for the bar as a whole."""
        parts = self._bars[self._at].parts
        seen = [-1, *(at for at, part in enumerate(parts) if part.number)]
        return seen[max(min(seen.index(self._part) + step, len(seen) - 1), 0)]

    def _bring_into_view(self) -> None:
        box = self.rows().box(self._at)
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea) and (inside := around.widget()) is not None:
                centre = self.mapTo(inside, box.center().toPoint())
                around.ensureVisible(centre.x(), centre.y(), 0, round(box.height()))
            around = around.parentWidget()

    def _place(self, point: QPoint) -> tuple[int, int] | None:
        """Give the bar under a point and which part of it, -1 for the bar as a whole."""
        rows = self.rows()
        at = rows.at(point.y())
        if at is None:
            return None
        bar = self._bars[at]
        for part, box in enumerate(rows.parts(at)[: len(bar.parts)]):
            if box.width() and box.contains(point):
                return at, part
        return at, -1

    def _key(self, at: int, part: int) -> str:
        bar = self._bars[at]
        return bar.parts[part].key if part >= 0 else bar.key

    def _told(self, at: int, part: int) -> str:
        bar = self._bars[at]
        label = in_words(bar.label)
        if part >= 0:
            label = f"{label} · {in_words(bar.parts[part].label)}"
        number = bar.parts[part].told if part >= 0 else bar.told
        return str(Sentence("{group}: {number}", group=label, number=number))

    def _in_words(self) -> str:
        if not self._bars:
            return _("Nobody yet")
        return " · ".join(self._told(at, -1) for at in range(len(self._bars)))

    def _rows_at(self, width: int) -> Rows:
        """Give the layout at a width; Qt asks for heights many times over."""
        if width not in self._laid:
            self._laid[width] = Rows([_drawn(bar) for bar in self._bars], width)
        return self._laid[width]

    def _scale(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()


def _drawn(bar: Bar) -> Drawn:
    parts = tuple(part.number for part in bar.parts)
    kind = bar.kind if bar.kind is not None else 0 if parts else PLAIN
    return Drawn(in_words(bar.label), bar.told, bar.number, parts, kind)
