"""The way of the Tab key through parts that came one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def follow_layouts(root: QWidget) -> None:
    """Have Tab go through what is inside as it is laid out, whatever was added last."""
    stops = [one for one in _parts(root) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for earlier, later in pairwise(stops):
        QWidget.setTabOrder(earlier, later)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if (layout := widget.layout()) is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (part := item.widget()) is not None:
            yield from _parts(part)
        elif (inner := item.layout()) is not None:
            yield from _inside(inner)
