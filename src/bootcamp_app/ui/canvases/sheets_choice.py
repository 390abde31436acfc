"""What a canvas is printed on: the size of its paper, and whether it lies on several sheets."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.layouts import Flow
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import say

SIZES = ("A0", "A1", "A2", "A3", "A4", "Letter")
TILES = ("A4", "A3", "Letter")
_SMALLEST = ("A4", "Letter")
_SPREAD = N_("On several sheets, to be glued together")


class SheetsChoice(QWidget):
    """Chooses a size and, of small sheets to spread it over, one."""

    changed = Signal()

    def __init__(self, size: str) -> None:
        super().__init__()
        self._size, self._tile = size, TILES[0]
        self.sizes = Segments(dict(zip(SIZES, SIZES, strict=True)), N_("Size of the paper"))
        self.tiled = QCheckBox()
        self.tiles = Segments(dict(zip(TILES, TILES, strict=True)), N_("Size of the sheets"))
        say(self.tiled, _SPREAD)
        say(self.tiled, _SPREAD, "setAccessibleName")
        self.sizes.choose(self._size)
        self.tiles.choose(self._tile)
        self.tiles.hide()
        self.sizes.chosen.connect(self._choose_size)
        self.tiles.chosen.connect(self._choose_tile)
        self.tiled.toggled.connect(self._spread)
        self.setLayout(Flow(self.sizes, self.tiled, self.tiles, gap=16))

    @property
    def size_of_paper(self) -> str:
        """What was chosen last."""
        return self._size

    @property
    def tile(self) -> str | None:
        """The small sheets to spread it over; none where one sheet holds all of it."""
        return self._tile if self._is_spread and self._tile != self._size else None

    @property
    def in_name(self) -> str:
        """What a file's name says of small sheets."""
        return _("on {size} sheets").format(size=self.tile) if self.tile else ""

    @property
    def _is_spread(self) -> bool:
        return self.tiled.isChecked() and self._size not in _SMALLEST

    def _choose_size(self, size: str) -> None:
        self._size = size
        # One small sheet needs no gluing.
        self.tiled.setEnabled(size not in _SMALLEST)
        self.tiles.setVisible(self._is_spread)
        self.changed.emit()

    def _choose_tile(self, tile: str) -> None:
        self._tile = tile
        self.changed.emit()

    def _spread(self) -> None:
        self.tiles.setVisible(self._is_spread)
        self.changed.emit()
