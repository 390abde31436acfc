"""Parts side by side where there is room for them, one under the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from bootcamp_app.ui.kit.layouts import GAP
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class SideBySide(QWidget):
    """Parts of equal width, or as `shares` says.

    `needed` is the width at 100 % from which they stand side by side.
    """

    def __init__(
        self, *parts: QWidget, needed: int, gap: int = GAP, shares: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self._needed = needed
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        for part, share in zip(parts, shares or [1] * len(parts), strict=True):
            self._line.addWidget(part, share)
        self.setLayout(self._line)
        theme.changed.connect(self._turn)

    def hold(self, *parts: QWidget) -> None:
        """Hold these parts and no others, each as wide as the others."""
        while self._line.takeAt(0) is not None:
            pass
        for part in parts:
            self._line.addWidget(part, 1)

    def need(self, width: int) -> None:
        """Stand side by side from another width on."""
        self._needed = width
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there may be room now, or no more."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        has_room = self.width() >= theme.px(self._needed)
        wanted = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
