"""The colour of a team as a dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bootcamp_app.features.teams.views import Team

_SIDE = 12


class TeamDot(QWidget):
    """A small disc; its word stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_team(self, team: Team | None) -> None:
        """Show the colour of a team; one that has none is grey."""
        self._colour = team.shade if team is not None and team.colour else ""
        self.update()

    def sizeHint(self) -> QSize:
        """Called by Qt."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # Deep colours would be lost on a dark ground without an edge.
            painter.setPen(theme.colour("muted") if theme.is_dark else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour) if self._colour else theme.colour("muted"))
            painter.drawEllipse(self.rect().adjusted(0, 0, -1, -1))
