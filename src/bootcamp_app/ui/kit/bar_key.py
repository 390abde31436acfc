"""What the colours of bars stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.kit.bar_rows import brush
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding, row
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from bootcamp_app.ui.words import Text

_SIDE = 12


class BarKey(QWidget):
    """Words beside the colours of the parts, in their order."""

    def __init__(self, texts: Sequence[Text]) -> None:
        super().__init__()
        line = Flow(gap=16)
        for kind, text in enumerate(texts):
            words = Label(text, size="small", tone="muted")
            line.addWidget(holding(row(_Swatch(kind), words, gap=6)))
        self.setLayout(line)


class _Swatch(QWidget):
    def __init__(self, kind: int) -> None:
        super().__init__()
        self._kind = kind
        theme.changed.connect(self._scale)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt to draw the colour."""
        del event
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, brush(self._kind))
        if theme.colours.border > 1:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRect(box)

    def _scale(self) -> None:
        self.setFixedSize(theme.px(_SIDE), theme.px(_SIDE))
        self.update()
