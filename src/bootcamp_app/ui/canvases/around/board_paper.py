"""A board as it will print: the size of its paper, and whether it lies on several sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.canvases.sheets_choice import SheetsChoice
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.way_back import ViewWithWayBack

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.ui.desk import Desk

_FIRST = "A3"
"""What most offices print at once; the wall's own size is chosen beside it."""


class BoardPaper(ViewWithWayBack):
    """Shows a board at a size of paper, as the printer gets it."""

    said = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Back to the board"))
        self._desk = desk
        self._board = self._name = ""
        self.paper = PaperView(desk.tasks, print_kind="main", speaks=True)
        self.sheets = SheetsChoice(_FIRST)
        self.sheets.changed.connect(self._make)
        self.paper.saved.connect(self._say_saved)
        whole = column(row(self.back, 1), self.sheets, self.paper, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_board(self, board_id: str, name: str) -> None:
        """Show a board, at the size that was chosen last."""
        self._board, self._name = board_id, name
        self._make()
        self.sheets.sizes.setFocus()

    def leave(self) -> None:
        """Show nothing, and stop what is being made."""
        self.paper.clear()

    def _make(self) -> None:
        board, files = self._board, self._desk.app.board_files
        size, tile = self.sheets.size_of_paper, self.sheets.tile

        def make(path: Path, step: Progress) -> int:
            from bootcamp_app.features.canvases.drawing import print_board  # noqa: PLC0415 - heavy

            return print_board(files.handed(board), size, path, tile, step)

        if board:
            self.paper.show_paper(ToPrint(make, self._file_name))

    def _file_name(self) -> str:
        sheets = self.sheets
        return file_name(self._name, sheets.size_of_paper, sheets.in_name, ending=".pdf")

    def _say_saved(self, path: object) -> None:
        self.said.emit(Sentence("Saved as “{name}”.", name=getattr(path, "name", "")), "")
