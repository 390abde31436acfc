"""Scrolling a page, and what scrolls in it, to where somebody should look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def bring_into_view(widget: QWidget, margin: int = 0) -> None:
    """Scroll everything around a widget so that it is to be seen, with so much above and below."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, margin)
        around = around.parentWidget()
