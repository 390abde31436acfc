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

TEAM_COLOURS = {
    "blue": "#2F6FC4",
    "green": "#2E8B57",
    "yellow": "#C99A06",
    "orange": "#D0631B",
    "pink": "#C4508F",
    "red": "#C23B3B",
    "violet": "#7A55B8",
    "teal": "#1E8C86",
}
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
        self._colour = TEAM_COLOURS.get(team.colour, "") if team is not None else ""
        self.update()

    def sizeHint(self) -> QSize:
        """Called by Qt."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colour) if self._colour else theme.colour("muted"))
            painter.drawEllipse(self.rect().adjusted(0, 0, -1, -1))
