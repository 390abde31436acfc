"""An item with words that are laid out to fit their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from bootcamp_app.features.canvases.note_rules import largest_of, sizes_between
from bootcamp_app.ui.canvases.board.board_item import BoardItem
from bootcamp_app.ui.canvases.board.paper_text import PaperText

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Item

_FLOOR = 6.0
"""Points of the smallest letters on A3, unless the paper is larger."""


class WrittenItem(BoardItem):
    """Lays its words out when they are first asked for, and anew once they were forgotten."""

    weight = 400

    def __init__(self, item: Item, floor: float = _FLOOR) -> None:
        super().__init__(item)
        self.floor = floor
        self._text: PaperText | None = None

    @property
    def text(self) -> PaperText:
        """The words as they fit."""
        if self._text is None:
            room = self.text_box
            self._text = PaperText(
                self.item.text, room.width(), room.height(), self.sizes, self.weight
            )
        return self._text

    @property
    def sizes(self) -> tuple[float, ...]:
        """The sizes of letters that are tried, the largest first."""
        return sizes_between(self.largest, self.floor)

    @property
    def largest(self) -> float:
        """The size of letters that is tried first."""
        return largest_of(self.item)

    @property
    def text_box(self) -> QRectF:
        """Where the words have room, from the item's own corner."""
        return QRectF(self._box)

    def forget(self) -> None:
        """Lay the words out anew when they are next painted."""
        self._text = None
