"""Icons that follow the theme: each is drawn in the colour that its place asks for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bootcamp_app.core.resources import resource_folder
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class _Themed(QIconEngine):
    """Draws one SVG in the theme's colour at the moment of painting."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        """Called by Qt when it copies the icon."""
        return _Themed(self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Called by Qt to draw the icon."""
        side = min(rect.width(), rect.height())  # a wider icon keeps a gap to its text
        box = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        _renderer(self._name, self._colour(mode, state).name()).render(painter, box)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Called by Qt where it wants a picture, also where there is no room for one."""
        if size.isEmpty():
            return QPixmap()
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return theme.colour("muted")
        if state == QIcon.State.On and self._role == "ink":
            return theme.colour("accent")
        return theme.colour(self._role)


def icon(name: str, role: str = "ink") -> QIcon:
    """Give an icon of `resources/icons` in a colour role; checked ones show in the accent."""
    _source(name)  # a missing file is noticed here and not while painting
    return QIcon(_Themed(name, role))


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a box."""
    _renderer(name, colour.name()).render(painter, box)


@cache
def _source(name: str) -> str:
    return (resource_folder("icons") / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
