"""What facilitation asks of the page of a board, and of the view in it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QGraphicsScene, QWidget

    from bootcamp_app.features.canvases.views import BoardContents, Gesture, Picture
    from bootcamp_app.ui.desk import Desk

_VIEW = "bootcamp_app.ui.canvases.board.board_view"


class View(Protocol):
    """A board on the screen, in millimetres of A3."""

    selected: Any
    """Signal: (ids of the selected items)."""

    def show_board(self, contents: BoardContents, pictures: Mapping[str, Picture]) -> None:
        """Show another board."""

    def show_items(self, contents: BoardContents) -> None:
        """Show the same board as it is now."""

    def show_dots(self, dots: Mapping[str, int]) -> None:
        """Show so many dots on items."""

    def set_locked(self, is_locked: bool) -> None:
        """Have nothing on it be moved."""

    def fit_whole(self) -> None:
        """Show the whole page."""

    def fit_zone(self, zone_id: str) -> None:
        """Show one zone as large as it fits."""

    def reveal_item(self, item_id: str) -> None:
        """Bring an item into sight."""

    def selection(self) -> tuple[str, ...]:
        """Give the ids of what is selected."""

    def select(self, ids: Iterable[str]) -> None:
        """Select these items."""

    def scene(self) -> QGraphicsScene:
        """Give what it shows."""


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
    def view(self) -> View:
        """The view on the page."""

    def carry_out(self, gesture: Gesture) -> object:
        """Do a gesture, shown at once and durable soon."""

    def window(self) -> QWidget:
        """Give the window around it."""


def new_view() -> View:
    """Give another view, in which nothing can be moved."""
    made = import_module(_VIEW).BoardView()
    made.set_locked(True)
    # Tab reaches the view, which has a name, and not the room in it.
    made.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return cast("View", made)
