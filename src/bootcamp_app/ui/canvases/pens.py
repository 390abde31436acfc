"""Pens for what is drawn on a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


def cosmetic(colour: QColor, pixels: float) -> QPen:
    """Give a pen that is so many pixels wide at every zoom."""
    pen = QPen(colour, pixels)
    pen.setCosmetic(True)
    return pen
