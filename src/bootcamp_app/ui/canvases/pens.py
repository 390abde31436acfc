"""How lines are drawn on a scene."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor


def cosmetic(colour: QColor, pixels: float) -> QPen:
    """Give a pen that is so many pixels wide at every zoom."""
    pen = QPen(colour, pixels)
    pen.setCosmetic(True)
    return pen


@contextmanager
def smooth(painter: QPainter, *, is_smooth: bool = True) -> Iterator[None]:
    """Draw lines and round shapes without steps; what is straight is drawn faster without."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_smooth)
    yield
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
