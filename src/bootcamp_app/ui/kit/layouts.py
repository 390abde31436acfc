"""Rows, columns and flowing lines on the grid of 4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALL, GAP, LARGE = 8, 16, 24


def column(*parts: Any, gap: int = GAP, margin: int = 0) -> QVBoxLayout:  # noqa: ANN401
    """Give parts one under the other; a number is a stretch."""
    made = QVBoxLayout()
    _fill(made, parts, gap, margin)
    return made


def row(*parts: Any, gap: int = SMALL, margin: int = 0) -> QHBoxLayout:  # noqa: ANN401
    """Give parts side by side; a number is a stretch."""
    made = QHBoxLayout()
    _fill(made, parts, gap, margin)
    return made


def holding(layout: QLayout) -> QWidget:
    """Give a bare widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def _fill(layout: QBoxLayout, parts: Iterable[Any], gap: int, margin: int) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, int):
            layout.addStretch(part)
        else:
            layout.addWidget(part)


class Flow(QLayout):
    """Parts side by side that go on in a new line where there is no more room."""

    def __init__(self, *parts: QWidget, gap: int = SMALL, is_right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._is_right = is_right
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def lie_right(self, *, is_right: bool) -> None:
        """Lie at the right end of the room, or at the left."""
        self._is_right = is_right
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt with each new part."""
        self._items.append(item)
        self._heights.clear()

    def put(self, at: int, part: QWidget) -> None:
        """Have a part in a place, wherever it lay before."""
        self.removeWidget(part)
        self.addWidget(part)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Called by Qt: how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Called by Qt: one part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Called by Qt: let one part go."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Called by Qt: it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Called by Qt: narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Called by Qt, many times for each change: how high it is at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), is_trial=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """Called by Qt where a part is another, or of another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Called by Qt: lay the parts out."""
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        """Called by Qt: all parts in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Called by Qt: the widest part."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            width = sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)
            x = rect.right() + 1 - width if self._is_right else rect.x()
            for item in line:
                size = item.sizeHint()
                if not is_trial:
                    item.setGeometry(QRect(QPoint(x, top), QSize(size.width(), height)))
                x += size.width() + self._gap
            top += height + self._gap
        return max(top - self._gap - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if not lines or used + self._gap + needed > width:
                lines.append([item])
                used = needed
            else:
                lines[-1].append(item)
                used += self._gap + needed
        return lines
