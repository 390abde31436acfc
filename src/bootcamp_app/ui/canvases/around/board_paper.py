"""A board as it will print: the size of its paper, and whether it lies on several sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.layouts import Flow, column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.ui.desk import Desk

SIZES = ("A0", "A1", "A2", "A3", "A4")
_TILE = "A4"
_FIRST = "A3"
"""What most offices print at once; the wall's own size is chosen beside it."""


class BoardPaper(QWidget):
    """Shows a board at a size of paper, as the printer gets it."""

    left = Signal()
    said = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._board = self._name = ""
        self._size = _FIRST
        self.paper = PaperView(desk.tasks, print_kind="main")
        self.back = button(N_("Back to the board"), self.left.emit, kind="link",
                           icon_name="chevron-left")  # fmt: skip
        self.sizes = Segments(dict(zip(SIZES, SIZES, strict=True)), N_("Size of the paper"))
        self.tiled = QCheckBox()
        say(self.tiled, N_("On several A4 sheets, to be glued together"))
        say(self.tiled, N_("On several A4 sheets, to be glued together"), "setAccessibleName")
        self.sizes.choose(self._size)
        self.sizes.chosen.connect(self._choose)
        self.tiled.toggled.connect(lambda _on: self._make())
        self.paper.saved.connect(self._say_saved)
        whole = column(row(self.back, 1), Flow(self.sizes, self.tiled, gap=16), self.paper, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_board(self, board_id: str, name: str) -> None:
        """Show a board, at the size that was chosen last."""
        self._board, self._name = board_id, name
        self._make()
        self.sizes.setFocus()

    def leave(self) -> None:
        """Show nothing, and stop what is being made."""
        self.paper.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, size: str) -> None:
        self._size = size
        # One A4 sheet needs no gluing.
        self.tiled.setEnabled(size != _TILE)
        self._make()

    def _make(self) -> None:
        board, size, files = self._board, self._size, self._desk.app.board_files
        tile = _TILE if self.tiled.isChecked() and size != _TILE else None

        def make(path: Path, step: Progress) -> int:
            from bootcamp_app.features.canvases.drawing import print_board  # noqa: PLC0415 - heavy

            return print_board(files.handed(board), size, path, tile, step)

        if board:
            self.paper.show_paper(ToPrint(make, lambda: self._file_name(size, tile)))

    def _file_name(self, size: str, tile: str | None) -> str:
        return file_name(self._name, size, _("on A4 sheets") if tile else "", ending=".pdf")

    def _say_saved(self, path: object) -> None:
        self.said.emit(Sentence("Saved as “{name}”.", name=getattr(path, "name", "")), "")
