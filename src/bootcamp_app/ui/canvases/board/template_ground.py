"""The paper with its template, as it is printed: locked below everything, laid out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem

from bootcamp_app.core.i18n import words
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH
from bootcamp_app.ui.canvases.pens import cosmetic
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from bootcamp_app.features.canvases.views import Board
    from bootcamp_app.ui.canvases.paper_ink import Ink

_PAPER, _LINE, _SHADOW = QColor("#FFFFFF"), QColor("#B8B2A7"), QColor(31, 41, 51, 26)
_INK = QColor("#1F2933")


class TemplateGround(QGraphicsItem):
    """White paper in every theme, with heading, zones, their numbers and prompts."""

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        self._team: Callable[[], str] = str
        self._ink: Ink | None = None
        self._laid_for = ("", "")
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_board(self, board: Board) -> None:
        """Show the template of a board."""
        before, self._board = self._board, board
        if before is None or _told(before) != _told(board):
            self.forget()

    def show_team(self, team: Callable[[], str]) -> None:
        """Show whose board it is, in the language in use."""
        self._team = team
        self.update()

    def forget(self) -> None:
        """Lay the words out anew when they are next painted."""
        self._ink = None
        self.update()

    def boundingRect(self) -> QRectF:
        """Called by Qt: the page and its shadow."""
        return QRectF(-3, -3, PAGE_WIDTH + 7, PAGE_HEIGHT + 7)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Called by Qt: draw the paper and what is printed on it."""
        del widget
        page = QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        is_plain = theme.colours.border == 1
        for step in (1.0, 2.0) if is_plain else ():
            painter.fillRect(page.translated(step * 0.5, step), _SHADOW)
        painter.fillRect(page, _PAPER)
        painter.setPen(cosmetic(_LINE if is_plain else _INK, theme.colours.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)
        if self._board is not None:
            ink = self._ready(self._board)
            ink.paint(painter, option.exposedRect, None if is_plain else _INK)

    def _ready(self, board: Board) -> Ink:
        wanted = words.language, self._team()
        if self._ink is None or wanted != self._laid_for:
            # The printer's own layout is loaded with the first board, not with the window.
            from bootcamp_app.features.canvases.ground import heading_of  # noqa: PLC0415
            from bootcamp_app.features.canvases.recording import ground_marks  # noqa: PLC0415
            from bootcamp_app.ui.canvases.paper_ink import Ink  # noqa: PLC0415

            heading = heading_of(board.template, board, wanted[1])
            self._ink, self._laid_for = Ink(ground_marks(board.template, heading)), wanted
        return self._ink


def _told(board: Board) -> tuple[object, ...]:
    return board.template, board.title_en, board.title_km
