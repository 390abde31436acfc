"""The page between its parts and what they are like, placed as the width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QWidget

from bootcamp_app.ui.kit.layouts import holding
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

_LEFT, _RIGHT, _NARROW, _STACKED = 240, 290, 960, 600
_GAP = 12


class Sides(QWidget):
    """Three side by side; where it is narrow both sides stand on one; else below the page."""

    def __init__(self, first: QLayout, middle: QLayout, about: QBoxLayout) -> None:
        super().__init__()
        self._first = holding(first)
        self._about = about
        self._inside = holding(about)
        self._inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._right = ScrolledArea(self._inside)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)
        for part in (self._first, holding(middle), self._right):
            self._lines.addWidget(part)
        self._lines.setStretch(1, 1)
        self.setLayout(self._lines)

    def scale(self) -> None:
        """Take the sizes of the text size in use."""
        self._first.setFixedWidth(theme.px(_LEFT))
        self._right.setFixedWidth(theme.px(_RIGHT))

    def scroll_to_top(self) -> None:
        """Show the beginning of what is said of the page or of a part."""
        self._right.verticalScrollBar().setValue(0)

    @property
    def is_stacked(self) -> bool:
        """Whether the side stands below the page."""
        return self._right.widget() is None

    def turn(self, width: int) -> bool:
        """Place all for a width; say whether it is a narrow one."""
        is_narrow = width < theme.px(_NARROW)
        is_aside = self._lines.indexOf(self._first) >= 0
        if is_narrow and is_aside:
            self._lines.removeWidget(self._first)
            # What is chosen on the page is told beside it, not below a list.
            self._about.insertWidget(self._about.count() - 1, self._first)
        elif not is_narrow and not is_aside:
            self._about.removeWidget(self._first)
            self._lines.insertWidget(0, self._first)
            self._lines.setStretch(0, 0)
            self._lines.setStretch(1, 1)
        self._first.show()
        self._stack(is_stacked=width < theme.px(_STACKED))
        return is_narrow

    def _stack(self, *, is_stacked: bool) -> None:
        if is_stacked == self.is_stacked:
            return
        ways = QBoxLayout.Direction
        self._lines.setDirection(ways.TopToBottom if is_stacked else ways.LeftToRight)
        self._right.setVisible(not is_stacked)
        if is_stacked:
            self._lines.addWidget(self._right.takeWidget())
        else:
            self._lines.removeWidget(self._inside)
            self._right.setWidget(self._inside)
        self._inside.show()


class ScrolledArea(QScrollArea):
    """Scrolls what is higher than the room that is left."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Called by Qt: it asks for no more than it must have."""
        return self.minimumSizeHint()
