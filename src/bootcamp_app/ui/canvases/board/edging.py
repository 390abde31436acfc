"""A board that scrolls by itself while what a hand holds is at the edge of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.canvases.board.touched_view import TouchedView

_EDGE, _MOST, _PAUSE = 24, 26, 30
"""Pixels from the edge, pixels at most a step, and milliseconds between steps."""


class EdgeScroll:
    """Scrolls step by step towards the edge at which the mouse is."""

    def __init__(self, view: TouchedView, scrolled: Callable[[], None]) -> None:
        self._view = view
        self._scrolled = scrolled
        self._way = QPoint()
        self._steps = QTimer(view, interval=_PAUSE)
        self._steps.timeout.connect(self._step)

    def watch(self, at: QPoint) -> None:
        """Scroll as long as the mouse is at an edge or beyond it."""
        room = self._view.viewport().rect()
        self._way = QPoint(_beyond(at.x(), room.width()), _beyond(at.y(), room.height()))
        if self._way.isNull():
            self._steps.stop()
        elif not self._steps.isActive():
            self._steps.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._steps.stop()

    def _step(self) -> None:
        self._view.scroll_by(-self._way.x(), -self._way.y())
        self._scrolled()


def _beyond(at: int, length: int) -> int:
    """Give how many pixels to scroll for a mouse there, the farther out the more."""
    if at < _EDGE:
        return max(at - _EDGE, -_MOST)
    return min(max(at - (length - _EDGE), 0), _MOST)
