"""How near the board is looked at: by the wheel, two fingers, keys, or so that something fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QGraphicsView

PIXELS = 96 / 25.4
"""Pixels a millimetre at 100 %, at which the board is as large as on A3."""
LEAST, MOST = 0.1, 8.0
_AIR = 18
"""Pixels about what is fitted."""
_STEP = 1.25
_NOTCH = 120


class Zoom:
    """Scales and scrolls a view."""

    def __init__(self, view: QGraphicsView, scaled: Callable[[], None]) -> None:
        self._view = view
        self._scaled = scaled
        self.is_whole = True
        """Whether all is to be seen, also when the view gets another size."""

    @property
    def scale(self) -> float:
        """How large the board is shown; 1 is 100 %."""
        return self._view.transform().m11() / PIXELS

    def by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go back; the place `at` of the viewport stays where it is."""
        view = self._view
        self.is_whole = False
        wanted = min(max(self.scale * factor, LEAST), MOST)
        pin = at if at is not None else QRectF(view.viewport().rect()).center()
        before = self.place(pin)
        self._scale_to(wanted * PIXELS)
        middle = QRectF(view.viewport().rect()).center()
        view.centerOn(before + (middle - pin) / view.transform().m11())
        self._scaled()

    def to(self, scale: float) -> None:
        """Show it so large; 1 is 100 %."""
        self.by(scale / self.scale)

    def turn(self, notches: float, at: QPointF) -> None:
        """Zoom as the wheel is turned, 120 a notch."""
        self.by(_STEP ** (notches / _NOTCH), at)

    def step(self, *, nearer: bool) -> None:
        """Zoom by one step about the middle."""
        self.by(_STEP if nearer else 1 / _STEP)

    def fit(self, area: QRectF, *, is_whole: bool = False) -> None:
        """Show an area of the board as large as there is room for."""
        room = self._view.viewport().rect()
        width, height = max(room.width() - 2 * _AIR, 1), max(room.height() - 2 * _AIR, 1)
        scale = min(width / max(area.width(), 1), height / max(area.height(), 1))
        self.is_whole = is_whole
        # To see all of a very large board it may be smaller than anybody zooms by hand.
        least = 0.01 if is_whole else LEAST
        self._scale_to(min(max(scale, least * PIXELS), MOST * PIXELS))
        self._view.centerOn(area.center())
        self._scaled()

    def place(self, at: QPointF) -> QPointF:
        """Give the place of the board at a place of the viewport, to a part of a pixel."""
        inverse, _may = self._view.viewportTransform().inverted()
        return inverse.map(at)

    def _scale_to(self, pixels: float) -> None:
        self._view.setTransform(QTransform.fromScale(pixels, pixels))
