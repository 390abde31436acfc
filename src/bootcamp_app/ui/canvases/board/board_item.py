"""What every item on the board is: a place in millimetres and what it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from bootcamp_app.features.canvases.snapping import Frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from bootcamp_app.features.canvases.views import Item

_AROUND = 2.5
"""Millimetres that a shadow or a thick line reaches beyond the box."""


class BoardItem(QGraphicsItem):
    """Shows one item; while a hand moves it, it lies elsewhere than its item says."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.is_edited = False
        """Whether its text is being written in a field above it."""
        self._box = QRectF(0, 0, item.width, item.height)
        self._bounds = self._box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self.setPos(item.x, item.top)

    @property
    def frame(self) -> Frame:
        """Where it lies now."""
        at = self.pos()
        return Frame(at.x(), at.y(), self._box.width(), self._box.height())

    @property
    def box(self) -> QRectF:
        """Where it lies now, as Qt has it."""
        return self._box.translated(self.pos())

    def show_item(self, item: Item) -> None:
        """Show the same item as it is now."""
        before, self.item = self.item, item
        self.lay(Frame(item.x, item.top, item.width, item.height))
        if replace(before, x=item.x, top=item.top, place=item.place) != item:
            self.forget()
            self.update()

    def lay(self, frame: Frame) -> None:
        """Lay it elsewhere, for as long as a hand moves it."""
        self.setPos(QPointF(frame.x, frame.top))
        if (frame.width, frame.height) != (self._box.width(), self._box.height()):
            self.prepareGeometryChange()
            self._box = QRectF(0, 0, frame.width, frame.height)
            self._bounds = self._box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
            self.forget()
            self.update()

    def forget(self) -> None:
        """Called where what was prepared for painting is no longer right."""

    def be_edited(self, *, is_edited: bool) -> None:
        """Hide the text while it is being written."""
        self.is_edited = is_edited
        self.update()

    def boundingRect(self) -> QRectF:
        """Called by Qt: what may be painted."""
        return self._bounds

    def is_hit(self, at: QPointF, reach: float) -> bool:
        """Say whether a place of the board means this item, `reach` millimetres about."""
        return self.box.adjusted(-reach, -reach, reach, reach).contains(at)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw it."""
        del option, widget
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw it, from its own corner in millimetres; each kind of item knows how."""
