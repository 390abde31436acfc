"""What facilitation asks of the page of a board, and of the view in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt

from bootcamp_app.ui.canvases.board.board_view import BoardView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.canvases.views import BoardContents, Gesture
    from bootcamp_app.ui.desk import Desk


class BoardPageLike(Protocol):
    """The page of one board."""

    desk: Desk
    board_id: str
    contents: BoardContents | None
    shown: Any
    """Signal: (BoardContents) whenever what lies on the board is shown anew."""
    said: Any
    """Signal: (Text, act) for a toast."""
    left: Any
    """Signal: the board is left."""
    refused: Any
    """Signal: (Refusal) to be shown in place."""

    @property
    def view(self) -> BoardView:
        """The view on the page."""

    def carry_out(self, gesture: Gesture) -> object:
        """Do a gesture, shown at once and durable soon."""

    def window(self) -> QWidget:
        """Give the window around it."""


def new_view() -> BoardView:
    """Give another view, in which nothing can be moved."""
    made = BoardView()
    made.set_locked(True)
    # Tab reaches the view, which has a name, and not the room in it.
    made.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
