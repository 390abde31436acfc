"""The head of a page: title and actions side by side, or the actions below where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.ui.kit.label import Label

_GAP = 16


class Header(QWidget):
    """Keeps a title readable before it keeps everything in one line."""

    def __init__(
        self, title: Label, subtitle: Label, help_button: QWidget, *, title_lines: int = 1
    ) -> None:
        super().__init__()
        self._title = title
        self._title_lines = title_lines
        self._buttons = Flow(gap=SMALL, is_right=True)
        self._actions = holding(self._buttons)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.addWidget(holding(column(title, subtitle, gap=2)), 1)
        self._line.addWidget(self._actions)
        self._help = help_button
        whole = row(self._line, help_button, gap=_GAP)
        whole.setStretch(0, 1)
        whole.setAlignment(help_button, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)

    def add(self, button: QWidget) -> None:
        """Put one more action at the right."""
        self._buttons.addWidget(button)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there may be room now, or no more."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Called by Qt: words or type are different now."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        words = self._title.fontMetrics().horizontalAdvance(self._title.plain)
        # No line of several is ever quite full.
        words = words if self._title_lines == 1 else round(1.2 * words / self._title_lines)
        room = self.width() - self._help.sizeHint().width() - 2 * _GAP
        has_room = words + self._buttons.sizeHint().width() <= room
        wanted = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self._buttons.lie_right(is_right=has_room)
