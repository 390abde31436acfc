"""A view that covers another for a while: a link back, and Escape leads back as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.kit.button import button

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.ui.words import Text


class ViewWithWayBack(QWidget):
    """Offers the way back to what it covers; whoever shows it goes there."""

    left = Signal()
    """Somebody wants back."""

    def __init__(self, back: Text, *, kind: str = "link") -> None:
        super().__init__()
        self.back = button(back, self.left.emit, kind=kind, icon_name="chevron-left")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
